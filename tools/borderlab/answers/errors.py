"""What can go wrong; every message is a sentence for the person who reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from borderlab.answers.records import Record


class AnswerError(ValueError):
    """An answer that cannot be taken; the message says, in the language in use, what to type."""


class NotSavedError(AnswerError):
    """An answer that is kept in memory but not yet in the file; saving is tried again later.

    Attributes:
        record: the answer as it is kept.
    """

    def __init__(self, message: str, record: Record | None = None) -> None:
        super().__init__(message)
        self.record = record


class AnswersError(ValueError):
    """A file of answers that cannot be read (strict reading, for graders)."""


class QuestionsError(ValueError):
    """A file of questions that is missing or damaged, or a question that does not exist."""


class BundleError(ValueError):
    """A hand-in file that cannot be made or read."""
