"""What a check cell sees as ``kit``: the saved answers and how they are marked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from borderlab.answers.records import Record
from borderlab.answers.scoring import Mark, score
from borderlab.i18n import gettext as _
from borderlab.i18n import time

_NUMBERED = re.compile(r"q(\d+)")


class Marker:
    """Marks saved answers with the keys that check cells hold.

    Args:
        answers: question id -> record (`Record`, or a dict as in ``answers.json``).
        seed: the participant's number for random draws.
    """

    def __init__(self, answers: Mapping[str, Record | Mapping[str, Any]], seed: int = 0) -> None:
        self._records = {qid: _record(found) for qid, found in answers.items()}
        self._seed = seed
        self.marks: dict[str, Mark] = {}

    def seed(self) -> int:
        """The participant's number for random draws."""
        return self._seed

    def saved(self, qid: str) -> Any:
        """The saved value, or None."""
        return self._records.get(qid, Record()).value

    def status(self, qid: str) -> str:
        """One sentence: answered and when it was saved, or not answered yet."""
        return status_text(qid, self._records.get(qid, Record()))

    def mark(self, qid: str, key: Mapping[str, Any], *, points: float) -> float:
        """Points for the saved answer: a plain float from 0 to ``points``.

        The whole mark stays in ``marks[qid]``.

        Raises:
            ValueError: the key has no kind or does not belong to its kind.
        """
        kind = key.get("kind")
        if not isinstance(kind, str):
            raise ValueError(f"the key of {qid!r} has no kind")  # noqa: TRY004  (one error for keys)
        mark = score(kind, key, self.saved(qid), points, self._seed)
        self.marks[qid] = mark
        return min(float(points), max(0.0, float(mark.points)))


def _record(found: Record | Mapping[str, Any]) -> Record:
    return found if isinstance(found, Record) else Record(**found)


def status_text(qid: str, record: Record) -> str:
    """One sentence about a question in the language in use."""
    numbered = _NUMBERED.fullmatch(qid)
    name = numbered[1] if numbered else qid
    if not record.answered:
        return _("Question {name}: not answered yet").format(name=name)
    if record.at is None:
        return _("Question {name}: answered").format(name=name)
    return _("Question {name}: answered, saved at {time}").format(name=name, time=time(record.at))
