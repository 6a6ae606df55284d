"""The question widget: it saves each answer at once and shows what became of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from traitlets import Any as AnyTrait
from traitlets import Bool, Dict, Int, Unicode

from borderlab.answers.errors import AnswerError
from borderlab.answers.questions import Question
from borderlab.i18n import gettext as _
from borderlab.i18n import in_language, time
from borderlab.widgets import assets, richtext, static
from borderlab.widgets.display import KitWidget
from borderlab.widgets.feedback import feedback_for
from borderlab.widgets.session import Session
from borderlab.widgets.specs import question_strings, shown_value, spec_of

_SCRIPTS = {
    "choice": "kind_choice.js",
    "choices": "kind_choice.js",
    "number": "kind_number.js",
    "predict": "kind_number.js",
    "order": "kind_order.js",
    "lanes": "kind_lanes.js",
    "text": "kind_text.js",
    "code": "kind_text.js",
}


class QuestionWidget(KitWidget):
    """One question, live.

    ``value`` is the saved answer. Setting it in code saves it, as the browser does by a message
    ``{"type": "answer", "value": ..., "id": ..., "commit": ..., "source": ..., "turn": ...}``;
    ``status`` repeats the id. Of one source the highest turn counts, whichever comes last: kernels
    may handle two messages that follow each other closely in the wrong order.

    Args:
        session: The open notebook.
        question: What is asked.
    """

    # The browser keeps one style sheet per class, so all kinds share theirs.
    _styles = ("question.css", "kinds.css", "lanes.css")

    spec = Dict().tag(sync=True)
    value = AnyTrait(None, allow_none=True).tag(sync=True)
    shown = Unicode().tag(sync=True)
    locked = Bool().tag(sync=True)
    rev = Int().tag(sync=True)
    status = Dict().tag(sync=True)
    hint = AnyTrait(None, allow_none=True).tag(sync=True)
    feedback = Dict().tag(sync=True)

    def __init__(self, session: Session, question: Question) -> None:
        self._session = session
        self._question = question
        self._showing = False
        self._turns: dict[str, int] = {}
        with in_language(session.language):
            super().__init__(
                _esm=assets.esm(self._browser_file()),
                spec=self._spec(),
                strings=self._browser_strings(),
                **self._state(),
                status=self._status(),
                feedback=self._first_feedback(),
            )
        session.listen(self, question.id)
        self.observe(self._set_in_code, "value")
        self.on_msg(self._heard)

    def _browser_file(self) -> str:
        return _SCRIPTS[self._question.kind]

    def _spec(self) -> dict[str, Any]:
        return spec_of(self._session, self._question)

    def _browser_strings(self) -> dict[str, str]:
        return question_strings()

    @property
    def summary(self) -> str:
        """Prompt, saved answer and status, in words."""
        with in_language(self._session.language):
            return static.question_text(self._session, self._question)

    def static_html(self) -> str:
        """Prompt, options and saved answer as escaped HTML."""
        with in_language(self._session.language):
            return static.question_html(self._session, self._question)

    def answer_changed(self, _qid: str) -> None:
        """Show the saved answer, whoever saved it."""
        with in_language(self._session.language), self.hold_sync():
            self._show()
            self.status = self._status()

    def moved_to(self, session: Session) -> None:
        """Serve another session of the same notebook, after its first cell was run again."""
        if self._question.id in session.questions:
            self._session = session
            self.answer_changed(self._question.id)

    def _state(self) -> dict[str, Any]:
        record = self._session.record(self._question.id)
        return {
            "value": record.value,
            "shown": shown_value(record.value),
            "locked": record.locked,
            "rev": record.rev,
        }

    def _show(self) -> None:
        state = self._state()
        self._showing = True
        try:
            if state["value"] != self.value:
                self.feedback = {}
            self.set_trait("value", state.pop("value"))
            for name, content in state.items():
                self.set_trait(name, content)
        finally:
            self._showing = False
        if self.locked and not self.feedback:
            self.feedback = self._feedback(self.value)

    def _feedback(self, value: Any) -> dict[str, Any]:
        return feedback_for(self._question, value, self._session.store.seed)

    def _status(self, answer_id: str = "") -> dict[str, str]:
        record = self._session.record(self._question.id)
        if not record.answered or record.at is None:
            state, text = "empty", _("No answer yet")
        elif self._question.id in self._session.store.unsaved:
            state, text = "error", _("Not in the file yet. It is tried again with the next answer.")
        elif record.locked:
            state, text = "locked", _("Saved {time}, final").format(time=time(record.at))
        else:
            state, text = "saved", _("Saved {time}").format(time=time(record.at))
        return {"state": state, "text": text, "id": answer_id}

    def _first_feedback(self) -> dict[str, Any]:
        record = self._session.record(self._question.id)
        return self._feedback(record.value) if record.locked else {}

    def _set_in_code(self, change: Any) -> None:
        if not self._showing:
            self._guarded("", lambda: self._save(change["new"], "", commit=False))

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        if not isinstance(content, dict):
            return
        answer_id = str(content.get("id", ""))[:100]
        action = self._actions(content, answer_id).get(str(content.get("type")))
        if action is not None:
            self._guarded(answer_id, action)

    def _actions(self, content: dict[str, Any], answer_id: str) -> dict[str, Callable[[], None]]:
        """What the browser can ask for."""
        return {
            "answer": lambda: self._take(content, answer_id),
            "hint": self._give_hint,
            "check": self._check,
        }

    def _guarded(self, answer_id: str, action: Callable[[], None]) -> None:
        """Run an action; whatever goes wrong becomes a sentence in the widget."""
        with in_language(self._session.language):
            try:
                action()
            except AnswerError as error:
                self._refuse(str(error), answer_id)
            except Exception as error:  # noqa: BLE001  (a callback must never end in silence)
                text = _(
                    "The kit made a mistake ({detail}). Your answer stays on the page: note it "
                    "down and tell your trainer."
                )
                self._refuse(text.format(detail=f"{type(error).__name__}: {error}"), answer_id)

    def _refuse(self, text: str, answer_id: str) -> None:
        if self._session.record(self._question.id).answered and not self._is_unsaved():
            text = _("{problem} Your earlier answer is kept.").format(problem=text)
        self.status = {"state": "error", "text": text, "id": answer_id}

    def _is_unsaved(self) -> bool:
        return self._question.id in self._session.store.unsaved

    def _take(self, content: dict[str, Any], answer_id: str) -> None:
        source, turn = str(content.get("source", ""))[:100], content.get("turn")
        if isinstance(turn, int):
            if turn < self._turns.get(source, turn):
                return
            self._turns[source] = turn
        self._save(content.get("value"), answer_id, commit=content.get("commit") is True)

    def _save(self, raw: Any, answer_id: str, *, commit: bool) -> None:
        final = commit and self._question.kind == "predict"
        self._session.save(self._question.id, raw, locked=final)
        self.status = self._status(answer_id)

    def _give_hint(self) -> None:
        self._session.store.note_hint(self._question.id)
        self.hint = richtext.parse(self._question.hint) if self._question.hint else None

    def _check(self) -> None:
        self.feedback = {}
        self.feedback = self._feedback(self.value)
