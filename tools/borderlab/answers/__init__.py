"""Questions, the saved answers, checks and hints, scoring. Standard library only."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from borderlab.answers.codec import read_answers
    from borderlab.answers.errors import (
        AnswerError,
        AnswersError,
        BundleError,
        NotSavedError,
        QuestionsError,
    )
    from borderlab.answers.loading import find_questions, load_questions
    from borderlab.answers.marking import Marker
    from borderlab.answers.questions import Question, QuestionSet
    from borderlab.answers.records import Answers, Record
    from borderlab.answers.scoring import Mark, score
    from borderlab.answers.store import Store, headless
    from borderlab.answers.values import check_value

# Public name -> file of this room: a widget that only asks does not load what only graders need.
_HOMES = {
    "AnswerError": "errors",
    "Answers": "records",
    "AnswersError": "errors",
    "BundleError": "errors",
    "Mark": "scoring",
    "Marker": "marking",
    "NotSavedError": "errors",
    "Question": "questions",
    "QuestionSet": "questions",
    "QuestionsError": "errors",
    "Record": "records",
    "Store": "store",
    "check_value": "values",
    "find_questions": "loading",
    "headless": "store",
    "load_questions": "loading",
    "read_answers": "codec",
    "score": "scoring",
}

__all__ = [
    "AnswerError",
    "Answers",
    "AnswersError",
    "BundleError",
    "Mark",
    "Marker",
    "NotSavedError",
    "Question",
    "QuestionSet",
    "QuestionsError",
    "Record",
    "Store",
    "check_value",
    "find_questions",
    "headless",
    "load_questions",
    "read_answers",
    "score",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its file on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'borderlab.answers' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"borderlab.answers.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
