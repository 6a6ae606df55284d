"""The code that a participant pastes into the chat of a live session: answers without a name."""

from __future__ import annotations

import secrets
from html import escape
from typing import Any

from traitlets import Dict, Unicode

from borderlab.answers import codes
from borderlab.answers.errors import QuestionsError
from borderlab.answers.store import headless
from borderlab.i18n import gettext as _
from borderlab.i18n import in_language, ngettext
from borderlab.widgets.course import _session as open_session
from borderlab.widgets.display import KitWidget, StaticView, sentence, show
from borderlab.widgets.session import ALL, Session

# Drawn once for each start of a notebook and kept nowhere: no file that is handed in has it.
_NONCE = secrets.randbelow(codes.MOST_NONCE)


class AnswerCode(KitWidget):
    """The code of the answers given so far; it follows every change.

    Attributes:
        code: what to paste, or "" before the first answer.
    """

    _script = "answer_code.js"
    _styles = ("answer_code.css",)

    code = Unicode("").tag(sync=True)
    state = Dict().tag(sync=True)

    def __init__(self, session: Session, poll: codes.Poll) -> None:
        self._session = session
        self._poll = poll
        with in_language(session.language):
            super().__init__(strings=_strings(session.language))
        session.listen(self, ALL)
        self.answer_changed(ALL)

    @property
    def summary(self) -> str:
        """Code and what it holds, in words."""
        return " ".join(
            part for part in (self.strings["title"], self.code, self.state["text"]) if part
        )

    def static_html(self) -> str:
        """Code and what it holds as escaped HTML."""
        code = f"<p><code>{escape(self.code)}</code></p>" if self.code else ""
        lines = (self.state["text"], self.strings["holds"])
        body = "".join(f"<p>{escape(line)}</p>" for line in lines)
        title = f"<strong>{escape(self.strings['title'])}</strong>"
        return f'<div lang="{escape(self._session.language)}">{title}{code}{body}</div>'

    def answer_changed(self, _qid: str) -> None:
        """Make the code anew."""
        given = {q.id: self._session.record(q.id).value for q in self._poll.questions}
        done = sum(value is not None for value in given.values())
        nonce = 0 if headless() else _NONCE
        made = codes.encode(self._poll, self._session.language, given, nonce) if done else ""
        with in_language(self._session.language):
            self.state = {"done": done, "text": _progress(self._session, self._poll, given)}
        self.code = made

    def moved_to(self, session: Session) -> None:
        """Serve another session of the same notebook."""
        self._session = session
        self.answer_changed(ALL)


def answer_code(poll: str = "pre") -> Any:
    """Show the code of some answers, to be pasted into the chat of a live session.

    Args:
        poll: ``pre`` for the questions before the lesson, ``post`` for those after it, or the id
            of one question (a choice, several choices, or a number within limits).

    Returns:
        The widget; a sentence when the notebook is not open.

    Raises:
        ValueError: this notebook has no such questions, or their answers do not fit into a code.
    """
    try:
        session = open_session()
    except QuestionsError as error:
        return sentence(str(error), problem=True)
    found = codes.poll_of(session.questions, poll)
    view: AnswerCode | StaticView = AnswerCode(session, found).view()
    return show(view)


def _progress(session: Session, poll: codes.Poll, given: dict[str, Any]) -> str:
    """Which questions the code holds, and which are still open."""
    places = {q.id: str(session.questions.number(q.id)) for q in poll.questions}
    inside = [places[qid] for qid, value in given.items() if value is not None]
    missing = [places[qid] for qid, value in given.items() if value is None]
    if not inside:
        return ngettext(
            "Answer question {numbers} first. Your code appears here.",
            "Answer questions {numbers} first. Your code appears here.",
            len(missing),
        ).format(numbers=", ".join(missing))
    holds = ngettext(
        "It holds your answer to question {numbers}.",
        "It holds your answers to questions {numbers}.",
        len(inside),
    ).format(numbers=", ".join(inside))
    if not missing:
        return holds
    open_ones = ngettext(
        "Not answered yet: question {numbers}.",
        "Not answered yet: questions {numbers}.",
        len(missing),
    ).format(numbers=", ".join(missing))
    return f"{holds} {open_ones}"


def _strings(language: str) -> dict[str, str]:
    return {
        "language": language,
        "title": _("Your answer code"),
        "holds": _(
            "Paste this code into the chat when your facilitator asks for it. "
            "It says nothing about you: no name, no country, no number of yours."
        ),
        "copy": _("Copy the code"),
        "copied": _("Copied. Now paste it into the chat."),
        "not_copied": _("Mark the code and copy it with Ctrl+C."),
    }
