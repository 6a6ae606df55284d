"""Questions drawn from the participant's own seed: the frame of all questions around a task."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from borderlab.answers.questions import Question
from borderlab.i18n import in_language
from borderlab.widgets import static
from borderlab.widgets.display import number_signs
from borderlab.widgets.question import QuestionWidget
from borderlab.widgets.session import Session
from borderlab.widgets.task_views import TaskView, find_view, styles_of


class TaskQuestion(QuestionWidget):
    """One question around the view of its task.

    The browser asks the view by a message ``{"type": "task", "request": ..., ...}`` and gets the
    view's reply as a custom message with the same ``request``.
    """

    def __init__(self, session: Session, question: Question) -> None:
        with in_language(session.language):
            reveal = question.key is not None
            self._task_view: TaskView = find_view(
                question.task, question.settings, session.store.seed, reveal=reveal
            )
        super().__init__(session, question)

    def _browser_file(self) -> str:
        return self._task_view.script

    def _spec(self) -> dict[str, Any]:
        found = super()._spec()
        signs = {"signs": number_signs()}
        return {**found, **signs, "task": self._task_view.spec()}

    def _browser_strings(self) -> dict[str, str]:
        return super()._browser_strings() | self._task_view.strings()

    @property
    def summary(self) -> str:
        """Prompt, case, saved answer and status, in words."""
        with in_language(self._session.language):
            view = self._task_view.summary(self._saved())
            return f"{static.question_text(self._session, self._question)}\n{view}"

    def static_html(self) -> str:
        """Prompt, case and saved answer as escaped HTML."""
        with in_language(self._session.language):
            inner = self._task_view.static_html(self._saved())
            return static.question_html(self._session, self._question, inner)

    def _saved(self) -> Any:
        return self._session.record(self._question.id).value

    def _actions(self, content: dict[str, Any], answer_id: str) -> dict[str, Callable[[], None]]:
        return {
            **super()._actions(content, answer_id),
            "task": lambda: self._reply(content),
        }

    def _reply(self, content: dict[str, Any]) -> None:
        reply = self._task_view.heard(content) or {}
        self.send({"type": "task", "request": str(content.get("request", ""))[:100], **reply})


@cache
def task_widget(task: str) -> type[TaskQuestion]:
    """The class of widget for a task.

    The browser keeps one style sheet per class of widgets, so each task has a class of its own.
    """
    styles = (*QuestionWidget._styles, *styles_of(task))  # noqa: SLF001  (its own subclass)
    name = f"TaskQuestion_{task}"
    return type(name, (TaskQuestion,), {"_styles": styles, "__qualname__": name})
