"""One line in a check cell: whether the answer it will look at is saved."""

from __future__ import annotations

from html import escape

from traitlets import Dict

from borderlab.answers.questions import Question
from borderlab.i18n import in_language
from borderlab.widgets import static
from borderlab.widgets.display import KitWidget, colon
from borderlab.widgets.session import Session
from borderlab.widgets.specs import heading


class StatusLine(KitWidget):
    """Question, points and saved state, kept up to date.

    Args:
        session: The open notebook.
        question: The question it reports on.
    """

    _script = "status_line.js"
    _styles = ("course_bar.css",)

    line = Dict().tag(sync=True)

    def __init__(self, session: Session, question: Question) -> None:
        self._session = session
        self._question = question
        super().__init__(
            strings={"language": session.language, "colon": _colon(session)}, line=self._line()
        )
        session.listen(self, question.id)

    @property
    def summary(self) -> str:
        """The line in words."""
        return f"{self.line['heading']}{self.strings['colon']}{self.line['text']}"

    def static_html(self) -> str:
        """The line as escaped HTML."""
        return f'<div lang="{escape(self._session.language)}">{escape(self.summary)}</div>'

    def answer_changed(self, _qid: str) -> None:
        """Show the newest state."""
        self.line = self._line()

    def moved_to(self, session: Session) -> None:
        """Serve another session of the same notebook."""
        self._session = session
        self.line = self._line()

    def _line(self) -> dict[str, str | bool]:
        with in_language(self._session.language):
            return {
                "heading": heading(self._session, self._question),
                "text": static.status_text(self._session, self._question),
                "done": self._session.record(self._question.id).answered,
            }


def _colon(session: Session) -> str:
    with in_language(session.language):
        return colon()
