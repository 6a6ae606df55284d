"""Questions, the saved answers, checks and hints, scoring. Standard library only."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from borderlab.answers.bundle import Bundle, make_bundle, read_bundle
    from borderlab.answers.codec import read_answers
    from borderlab.answers.errors import (
        AnswerError,
        AnswersError,
        BundleError,
        NotSavedError,
        QuestionsError,
    )
    from borderlab.answers.feedback import Feedback, check, hint_gives_away
    from borderlab.answers.loading import find_questions, load_questions
    from borderlab.answers.marking import Marker
    from borderlab.answers.questions import Question, QuestionSet
    from borderlab.answers.records import Answers, Record
    from borderlab.answers.scoring import Mark, score
    from borderlab.answers.seat import new_seat, valid
    from borderlab.answers.store import Store, headless
    from borderlab.answers.values import check_value

# Public name -> file of this room: a widget that only asks does not load what only graders need.
_HOMES = {
    "AnswerError": "errors",
    "Answers": "records",
    "AnswersError": "errors",
    "Bundle": "bundle",
    "BundleError": "errors",
    "Feedback": "feedback",
    "Mark": "scoring",
    "Marker": "marking",
    "NotSavedError": "errors",
    "Question": "questions",
    "QuestionSet": "questions",
    "QuestionsError": "errors",
    "Record": "records",
    "Store": "store",
    "check": "feedback",
    "check_value": "values",
    "find_questions": "loading",
    "headless": "runs",
    "hint_gives_away": "feedback",
    "load_questions": "loading",
    "make_bundle": "bundle",
    "new_seat": "seat",
    "read_answers": "codec",
    "read_bundle": "bundle",
    "score": "scoring",
    "valid": "seat",
}

__all__ = [
    "AnswerError",
    "Answers",
    "AnswersError",
    "Bundle",
    "BundleError",
    "Feedback",
    "Mark",
    "Marker",
    "NotSavedError",
    "Question",
    "QuestionSet",
    "QuestionsError",
    "Record",
    "Store",
    "check",
    "check_value",
    "find_questions",
    "headless",
    "hint_gives_away",
    "load_questions",
    "make_bundle",
    "new_seat",
    "read_answers",
    "read_bundle",
    "score",
    "valid",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its file on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'borderlab.answers' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"borderlab.answers.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
