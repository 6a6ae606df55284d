"""One participant's work on one assignment, as far as it is used: plain, bounded, canonical."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from coursekit.grading.notes import Note


@dataclass(frozen=True, slots=True)
class Submission:
    """What intake takes from what was handed in.

    Attributes:
        seat: opaque identifier of the participant.
        assignment: id of the module.
        language: edition in which it is shown and answered with feedback.
        made: when it was handed in, UTC, ``2026-11-21T22:30:01Z``.
        kit: version of the kit that wrote the answers, or "".
        number: the participant's number on the learning platform, or "".
        source: where it was found, as a report shows it.
        download: code of the download of the learning platform, or "".
        seed: the participant's number for random draws.
        records: saved records of known questions, by question id, as plain data.
        written: text of questions that a person marks, by question id.
        code: source of code answer cells, by grade id. It is shown, never run.
        notes: remarks of intake.
    """

    seat: str
    assignment: str
    language: str
    made: str
    kit: str = ""
    number: str = ""
    source: str = ""
    download: str = ""
    seed: int | None = None
    records: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)
    code: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()

    @property
    def digest(self) -> str:
        """Equal for two submissions of the same answers in the same language."""
        parts = [self.language, self.seed, self.records, self.written, self.code]
        return hashlib.sha256(_canonical(parts).encode()).hexdigest()

    @property
    def is_empty(self) -> bool:
        """Whether there is no answer in it at all."""
        return not (self.answered or self.code)

    @property
    def answered(self) -> int:
        """How many questions have an answer, cells of code not counted."""
        saved = {name for name, one in self.records.items() if one.get("value") is not None}
        return len(saved | set(self.written))

    def answer(self, question: str) -> Any:
        """The answer to a question: its text if a person marks it, else its saved value."""
        if question in self.written:
            return self.written[question]
        return self.records.get(question, {}).get("value")

    def to_json(self) -> str:
        """The submission as the journal keeps it."""
        fields = asdict(self)
        fields["notes"] = [note.plain() for note in self.notes]
        return _canonical(fields)

    @classmethod
    def from_json(cls, text: str) -> Submission:
        """The submission that `to_json` wrote."""
        fields = json.loads(text)
        fields["notes"] = tuple(Note(code, values) for code, values in fields["notes"])
        return cls(**fields)


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))
