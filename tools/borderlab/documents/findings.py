"""What `verify` found: masks of rules by permits, and each finding in full on demand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from borderlab.documents.catalogue import SEVERITIES, rule
from borderlab.documents.columns import Columns
from borderlab.documents.registry import CHECKS
from borderlab.documents.rows import Rule

if TYPE_CHECKING:
    import pandas as pd

Bools = NDArray[np.bool_]
CONFIRMABLE = "consult"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that one permit breaks.

    Attributes:
        permit: place of the permit among those examined.
        rule: the rule, with its text, basis, confidence, action and trap.
        part: "" or the part of the rule with its own severity.
        severity: ``reject``, ``consult`` or ``note``.
        lines: places of the lines concerned; empty for the whole document.
        confirmed: the issuing authority has answered, so that a question became a note.
    """

    permit: int
    rule: Rule
    part: str
    severity: str
    lines: tuple[int, ...] = ()
    confirmed: bool = False

    @property
    def boxes(self) -> tuple[str, ...]:
        """Boxes of the form to look at."""
        return self.rule.boxes


@dataclass(eq=False)
class Masks:
    """Answers of the checks, as bits where several were decided together."""

    n: int
    single: dict[str, Bools] = field(default_factory=dict)
    place: dict[str, tuple[int, int]] = field(default_factory=dict)
    words: list[NDArray[np.uint64]] = field(default_factory=list)
    lines: dict[str, Any] = field(default_factory=dict)

    def add(self, key: str, answer: Bools) -> None:
        """Answers of one check, one per permit."""
        if answer.any():
            self.single[key] = answer

    def add_lines(self, key: str, answer: Bools, c: Columns) -> None:
        """Answers of one check, one per line."""
        if c.one_line:
            self.single[key] = answer
            return
        self.single[key] = np.logical_or.reduceat(answer, c.starts)
        self.lines[key] = (answer, c)

    def add_packed(self, keys: list[str], words: NDArray[np.uint64]) -> None:
        """Answers of up to 64 checks as bits of one number per permit."""
        for bit, key in enumerate(keys):
            self.place[key] = (len(self.words), bit)
        self.words.append(words)

    def add_lines_packed(self, keys: list[str], words: NDArray[np.uint64], c: Columns) -> None:
        """The same, one number per line."""
        if not c.one_line:
            for bit, key in enumerate(keys):
                self.lines[key] = (words, c, bit)
            words = np.bitwise_or.reduceat(words, c.starts)
        self.add_packed(keys, words)

    def mask(self, key: str) -> Bools:
        """Answers of one check, one per permit."""
        if key in self.single:
            return self.single[key]
        if key in self.place:
            at, bit = self.place[key]
            found: Bools = ((self.words[at] >> np.uint64(bit)) & np.uint64(1)) == 1
            return found
        return np.zeros(self.n, dtype=bool)

    @property
    def keys(self) -> tuple[str, ...]:
        """Checks that any permit fails."""
        return tuple(key for key in CHECKS if key in self.single or key in self.place)

    def lines_of(self, key: str, permit: int) -> tuple[int, ...]:
        """Places of the lines of a permit that fail a check."""
        found = self.lines.get(key)
        if found is None:
            return (0,) if CHECKS[key].level == "line" else ()
        if isinstance(found, dict):
            return tuple(found.get(permit, ()))
        answer, c, *bit = found
        start = int(c.starts[permit])
        stop = int(c.starts[permit + 1]) if permit + 1 < c.n else c.n_lines
        part = answer[start:stop]
        if bit:
            part = (part >> np.uint64(bit[0])) & np.uint64(1)
        return tuple(np.nonzero(part)[0].tolist())


@dataclass(eq=False)
class Findings:
    """Findings of many permits.

    Attributes:
        masks: answers by check.
        confirmed: permit -> ids of rules that its issuing authority has answered.
        only: keys of the checks that were run.
    """

    masks: Masks
    confirmed: dict[int, tuple[str, ...]] = field(default_factory=dict)
    only: tuple[str, ...] = ()

    def __len__(self) -> int:
        """Number of permits examined."""
        return self.masks.n

    @property
    def rules(self) -> tuple[str, ...]:
        """Ids of the rules that any permit breaks."""
        return tuple(dict.fromkeys(CHECKS[key].rule for key in self.masks.keys))

    def mask(self, rule_id: str) -> Bools:
        """For each permit, whether it breaks a rule (any part of it)."""
        found = np.zeros(self.masks.n, dtype=bool)
        for key, check in CHECKS.items():
            if check.rule == rule_id and (key in self.masks.single or key in self.masks.place):
                found = found | self.masks.mask(key)
        return found

    def matrix(self) -> tuple[tuple[str, ...], Bools]:
        """Keys of the checks that were run, and a bool array of checks by permits."""
        return self.only, np.array([self.masks.mask(key) for key in self.only])

    def severity_of(self, key: str) -> str:
        """Severity of a check."""
        check = CHECKS[key]
        return check.severity or rule(check.rule).severity

    @cached_property
    def worst(self) -> NDArray[np.int8]:
        """Per permit 0 nothing, 1 note, 2 consult, 3 reject."""
        level = np.zeros(self.masks.n, dtype=np.int8)
        for key in self.masks.keys:
            rank = np.int8(1 + SEVERITIES.index(self.severity_of(key)))
            level = np.maximum(level, np.where(self.masks.mask(key), rank, np.int8(0)))
        for permit in self.confirmed:
            ranks = [1 + SEVERITIES.index(found.severity) for found in self.for_permit(permit)]
            level[permit] = max(ranks, default=0)
        return level

    def for_permit(self, permit: int) -> tuple[Finding, ...]:
        """All findings of one permit, the gravest first."""
        keys = [key for key in self.masks.keys if self.masks.mask(key)[permit]]
        return self._sorted(permit, keys)

    def _sorted(self, permit: int, keys: list[str]) -> tuple[Finding, ...]:
        found = [self._finding(key, permit) for key in keys]
        return tuple(sorted(found, key=lambda f: -SEVERITIES.index(f.severity)))

    def _finding(self, key: str, permit: int) -> Finding:
        check, severity = CHECKS[key], self.severity_of(key)
        answered = severity == CONFIRMABLE and check.rule in self.confirmed.get(permit, ())
        return Finding(
            permit=permit,
            rule=rule(check.rule),
            part=check.part,
            severity="note" if answered else severity,
            lines=self.masks.lines_of(key, permit),
            confirmed=answered,
        )

    def __iter__(self) -> Iterator[Finding]:
        """Every finding, permit by permit."""
        failed: dict[int, list[str]] = {}
        for key in self.masks.keys:
            for permit in np.nonzero(self.masks.mask(key))[0].tolist():
                failed.setdefault(permit, []).append(key)
        for permit in sorted(failed):
            yield from self._sorted(permit, failed[permit])

    def table(self) -> dict[str, NDArray[Any]]:
        """All findings by column: permit, rule, severity, boxes, basis, confidence, action, trap.

        Texts are English; `explain` says them in the other languages.
        """
        keys = self.masks.keys
        rows = [np.nonzero(self.masks.mask(key))[0] for key in keys]
        counts = [len(row) for row in rows]
        facts = [rule(CHECKS[key].rule) for key in keys]

        def spread(values: list[str]) -> NDArray[Any]:
            return np.repeat(np.array(values, dtype=object), counts)

        severity = spread([self.severity_of(key) for key in keys])
        permit = np.concatenate(rows) if rows else np.zeros(0, dtype=np.int64)
        ids = spread([fact.rule_id for fact in facts])
        for at, answered in self.confirmed.items():
            mine = (permit == at) & (severity == CONFIRMABLE) & np.isin(ids, answered)
            severity[mine] = "note"
        return {
            "permit": permit,
            "rule": ids,
            "part": spread([CHECKS[key].part for key in keys]),
            "severity": severity,
            "name": spread([fact.name for fact in facts]),
            "boxes": spread(["; ".join(fact.boxes) for fact in facts]),
            "basis": spread([fact.legal_basis for fact in facts]),
            "confidence": spread([fact.confidence for fact in facts]),
            "action": spread([fact.action for fact in facts]),
            "trap": spread([fact.trap for fact in facts]),
        }

    def frame(self) -> pd.DataFrame:
        """`table` as a data frame, sorted by permit."""
        import pandas as pd

        return pd.DataFrame(self.table()).sort_values(["permit", "rule"], ignore_index=True)
