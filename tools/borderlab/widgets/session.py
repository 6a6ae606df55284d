"""The notebook that is open: its questions, its saved answers, and the widgets that show them."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from borderlab.answers.questions import Question, QuestionSet
from borderlab.answers.records import Record
from borderlab.answers.store import Store
from borderlab.answers.values import check_value

ALL = "*"


class Listener(Protocol):
    """Something that shows answers and wants to hear of new ones."""

    def answer_changed(self, qid: str) -> None:
        """An answer was saved, here or in another view of the same question."""


@dataclass
class Session:
    """One open notebook.

    Attributes:
        questions: What is asked in it.
        store: Where its answers are kept.
    """

    questions: QuestionSet
    store: Store
    _listeners: dict[str, weakref.WeakSet[Any]] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """Code of the edition."""
        return self.questions.language

    def question(self, qid: str) -> Question:
        """The question with this id.

        Raises:
            KeyError: There is none.
        """
        return self.questions[qid]

    def record(self, qid: str) -> Record:
        """The saved answer of a question; an empty record when there is none."""
        return self.store.record(qid)

    def answered(self) -> int:
        """How many questions of this notebook have an answer."""
        return sum(self.record(question.id).answered for question in self.questions)

    def save(self, qid: str, raw: Any, *, locked: bool = False) -> Record:
        """Check and save an answer, and tell every view of it.

        Raises:
            AnswerError: The answer cannot be taken; the message says why.
            KeyError: Unknown question.
        """
        value = check_value(self.question(qid), raw, self.store.seed)
        before = self.store.records()
        try:
            return self.store.save(qid, value, locked=locked and value is not None)
        finally:
            # Saving also takes in what another window has written meanwhile.
            after = self.store.records()
            for name in after:
                if name == qid or after[name] != before.get(name):
                    self.tell(name)

    def listen(self, listener: Listener, qid: str = ALL) -> None:
        """Tell ``listener`` of changes of one question, as long as somebody else holds it."""
        self._listeners.setdefault(qid, weakref.WeakSet()).add(listener)

    def tell(self, qid: str) -> None:
        """Tell every listener of this question and of all questions."""
        for key in (qid, ALL):
            for listener in list(self._listeners.get(key, ())):
                listener.answer_changed(qid)

    def adopt(self, former: Session) -> None:
        """Keep the widgets of the same notebook alive when its first cell is run again."""
        self._listeners = former._listeners
        for found in list(self._listeners.values()):
            for listener in list(found):
                moved: Callable[[Session], None] | None = getattr(listener, "moved_to", None)
                if moved is not None:
                    moved(self)


_open: dict[str, Session | None] = {"session": None}


def current() -> Session | None:
    """The open notebook, or None before its first cell was run."""
    return _open["session"]


def open_session(session: Session | None) -> None:
    """Make this the open notebook; views of the same notebook move to it."""
    former = current()
    if session is not None and former is not None:
        same = ("module", "part")
        if all(getattr(session.questions, n) == getattr(former.questions, n) for n in same):
            session.adopt(former)
    _open["session"] = session
