"""What a notebook's cells call: open it, ask, answer, and see what is saved.

Nothing here raises because of what a participant does: a problem is a sentence on the page.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from borderlab.answers.errors import AnswerError, QuestionsError
from borderlab.answers.loading import FILE, find_questions, load_questions
from borderlab.answers.questions import Question, QuestionSet
from borderlab.answers.store import Store
from borderlab.i18n import gettext as _
from borderlab.i18n import language as language_in_use
from borderlab.i18n import match, set_language, system_language, time
from borderlab.widgets.display import StaticView, sentence
from borderlab.widgets.session import Session, current, open_session

NO_QUESTIONS = frozenset({"home"})


def open_notebook(module: str, part: str, language: str | None = None) -> Any:
    """Open this notebook: language, questions and saved answers.

    Args:
        module: Such as ``m00_welcome``.
        part: ``lesson``, ``exercise`` or ``home``.
        language: ``en``, ``fr`` or ``es``; default the computer's.

    Returns:
        A line with title, progress and where answers are kept; a sentence if questions are
        missing; None for a page without questions.
    """
    set_language(match(language or "") or system_language())
    if part in NO_QUESTIONS:
        open_session(None)
        return None
    try:
        questions = find_questions(module, part, language_in_use(), beside=Path.cwd())
    except QuestionsError as error:
        open_session(None)
        return sentence(str(error), problem=True)
    return _open(questions, part).view()


def _open(questions: QuestionSet, part: str) -> Any:
    from borderlab.widgets.course_bar import CourseBar

    store = Store(Path.cwd(), questions.module, part, questions.language)
    session = Session(questions, store)
    open_session(session)
    return CourseBar(session)


def _session() -> Session:
    """The open notebook; after a kernel restart without first cell, the one in this folder.

    Raises:
        QuestionsError: There is none; the message says what to do.
    """
    found = current()
    if found is not None:
        return found
    path = Path.cwd() / FILE
    if path.is_file():
        questions = load_questions(path)
        set_language(match(questions.language) or language_in_use())
        _open(questions, questions.part)
        found = current()
    if found is None:
        raise QuestionsError(
            _("This notebook is not open yet. Run its first cell, or choose Run, Run All Cells.")
        )
    return found


def _asked(qid: str) -> tuple[Session, Question]:
    """The open notebook and one of its questions.

    Raises:
        QuestionsError: There is no open notebook, or no such question in it.
    """
    session = _session()
    if qid not in session.questions:
        known = ", ".join(question.id for question in session.questions)
        text = _("There is no question “{qid}” in this notebook. It has: {known}.")
        raise QuestionsError(text.format(qid=qid, known=known))
    return session, session.question(qid)


def ask(qid: str) -> Any:
    """Show a question; the saved answer is filled in."""
    from borderlab.widgets.question import QuestionWidget
    from borderlab.widgets.task_question import task_widget

    try:
        session, question = _asked(qid)
    except QuestionsError as error:
        return sentence(str(error), problem=True)
    make = task_widget(question.task) if question.kind == "task" else QuestionWidget
    return make(session, question).view()


def answer(qid: str, value: Any) -> StaticView:
    """Give an answer in code; it is checked and saved like one given with the mouse.

    Args:
        qid: The question.
        value: A number, text, list or table (columns as lists); ``...`` leaves it open.

    Returns:
        A sentence: saved, or what is wrong and what to do.
    """
    from borderlab.widgets.code_values import plain_value
    from borderlab.widgets.specs import shown_value

    try:
        session, question = _asked(qid)
    except QuestionsError as error:
        return sentence(str(error), problem=True)
    if value is ...:
        return sentence(_("Put your answer in place of the three dots, then run this cell again."))
    try:
        record = session.save(qid, plain_value(value))
    except AnswerError as error:
        return sentence(_("Not saved. {problem}").format(problem=error), problem=True)
    if record.at is None or not record.answered:
        return sentence(_("No answer yet"))
    text = _("Saved {time}: {value}").format(
        time=time(record.at),
        value=" ".join((shown_value(record.value), question.unit)).strip(),
    )
    return sentence(text)


def status(qid: str) -> Any:
    """Show whether the answer to a question is saved; it follows later changes."""
    from borderlab.widgets.status_line import StatusLine

    try:
        session, question = _asked(qid)
    except QuestionsError as error:
        return sentence(str(error), problem=True)
    return StatusLine(session, question).view()


def mark(qid: str, key: dict[str, Any], *, points: float = 1.0) -> float:
    """Points for the saved answer, 0 to ``points``; only a check cell with its key calls this."""
    from borderlab.answers.marking import Marker

    session = _session()
    records = session.store.records()
    return float(Marker(records, session.store.seed).mark(qid, key, points=points))


def saved(qid: str) -> Any:
    """The saved answer of a question, or None."""
    try:
        value = _session().store.get(qid)
    except QuestionsError:
        return None
    return json.loads(json.dumps(value))  # a copy: changing it must not change what is saved


def seed() -> int:
    """The participant's own number for random draws in this notebook, 0 to 2**31 - 1."""
    try:
        return _session().store.seed
    except QuestionsError:
        return 0
