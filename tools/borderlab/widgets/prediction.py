"""Widgets that stay covered until a prediction in the same notebook is committed."""

from __future__ import annotations

from typing import Any

from traitlets import Bool

from borderlab.answers.questions import Question
from borderlab.answers.store import headless
from borderlab.widgets.display import KitWidget
from borderlab.widgets.session import Session, current


def asked(after: str | None) -> bool:
    """Whether the open notebook has a question with this id."""
    session = current()
    return after is not None and session is not None and after in session.questions


class AfterPrediction(KitWidget):
    """Base of widgets with ``after="p1"``: the id of the prediction they wait for.

    Attributes:
        covered: True until the prediction is committed; without a browser nothing is covered.
    """

    covered = Bool(default_value=False).tag(sync=True)

    _session: Session | None = None
    _after: str | None = None

    def _wait_for(self, after: str | None) -> None:
        """Cover until then; a prediction that the notebook does not ask covers nothing."""
        session = current()
        if session is not None and after is not None and asked(after):
            self._session, self._after = session, after
            session.listen(self, after)
            self.answer_changed(after)

    def answer_changed(self, _qid: str) -> None:
        """Uncover once the prediction is committed, and keep it in view."""
        if self._session is None or self._after is None:
            return
        record = self._session.record(self._after)
        self.covered = not (record.locked or headless())
        given = record.answered and not self.covered
        self._predicted(self._session.question(self._after) if given else None, record.value)

    def _predicted(self, question: Question | None, value: Any) -> None:
        """Take in what was predicted; no question as long as that is not to be shown."""
        raise NotImplementedError

    def moved_to(self, session: Session) -> None:
        """Follow another session of the same notebook."""
        self._session = session
        if self._after is not None:
            self.answer_changed(self._after)
