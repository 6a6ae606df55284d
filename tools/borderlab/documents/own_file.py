"""A Party's own export, examined with the real reference tables: what `borderlab verify` does."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from borderlab.documents.adapter_real import real_reference
from borderlab.documents.catalogue import SEVERITIES
from borderlab.documents.columns import Columns
from borderlab.documents.engine import verify
from borderlab.documents.explaining import Explanation, explain
from borderlab.documents.findings import Finding, Findings
from borderlab.documents.from_frame import frame_columns
from borderlab.documents.missing import narrowed
from borderlab.documents.verify_words import few_taxa
from borderlab.i18n import gettext as _
from borderlab.i18n import ngettext, number
from borderlab.reference.own_data import PermitTable, load_permits

HEADINGS = ("row", "permit", "severity", "rule", "title", "where", "detail", "action", "caution",
            "basis", "confidence")  # fmt: skip
"""Columns of the CSV file of findings; the same in every language."""
_LONGEST = 40  # letters of a number on the screen
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, eq=False)
class Examination:
    """A file and what `verify` found in it.

    Attributes:
        table: the file as it was read, with its report.
        columns: permits with their lines; rows with one number, State and day are one permit.
        findings: of all rules that the columns of the file can decide.
    """

    table: PermitTable
    columns: Columns
    findings: Findings

    @property
    def status(self) -> int:
        """0 nothing found, 1 only notes and questions, 2 permits that should not be cleared."""
        worst = int(self.findings.worst.max(initial=0))
        return {0: 0, 3: 2}.get(worst, 1)

    @cached_property
    def each(self) -> list[Finding]:
        """All findings, the gravest first, then in the order of the file."""
        return sorted(
            self.findings, key=lambda found: (-SEVERITIES.index(found.severity), found.permit)
        )

    def row(self, found: Finding) -> int:
        """First row of the file concerned, as a spreadsheet counts them: the header is one too."""
        at = self._at(found)
        return self.table.lines[at] if self.table.lines else at + 1

    def _at(self, found: Finding) -> int:
        """The same row, counted from 0 below the header and without empty rows."""
        start = int(self.columns.starts[found.permit])
        line = found.lines[0] if found.lines else 0
        return int(self.columns.cache["rows"][start + line])

    def number(self, found: Finding) -> str:
        """Number of the permit as the file has it, on one line."""
        cells = self.table.columns.get("permit_no")
        return " ".join(str(cells[self._at(found)] or "").split()) if cells else ""

    def said(self, found: Finding) -> Explanation:
        """A finding in the language in use; of a missing item, with the empty boxes only."""
        return explain(narrowed(found, self.columns))

    def summary(self) -> list[str]:
        """How many permits were examined and how many should be refused, asked about or noted."""
        counts = np.bincount(self.findings.worst, minlength=4)
        n = len(self.findings)
        lines = [
            ngettext("{n} permit examined.", "{n} permits examined.", n).format(n=number(n)),
            _("Do not clear: {n}").format(n=number(int(counts[3]))),
            _("Hold and ask: {n}").format(n=number(int(counts[2]))),
            _("Record and clear: {n}").format(n=number(int(counts[1]))),
            _("Nothing found: {n}").format(n=number(int(counts[0]))),
        ]
        if self.findings.mask("R070").any():
            lines.append(few_taxa())
        return [
            *lines,
            _(
                "Only what the columns of the file hold was examined; "
                "a finding is a question, not a verdict."
            ),
        ]

    def by_rule(self) -> list[tuple[Finding, int]]:
        """One finding of each rule and how many there are, the gravest and most frequent first."""
        counts = Counter((found.rule.rule_id, found.part, found.severity) for found in self.each)
        first = {
            (found.rule.rule_id, found.part, found.severity): found for found in reversed(self.each)
        }
        rows = [(first[key], n) for key, n in counts.items()]
        return sorted(rows, key=lambda row: (-SEVERITIES.index(row[0].severity), -row[1]))

    def csv(self) -> str:
        """All findings as CSV text in the language in use; cells cannot start a formula."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(HEADINGS)
        for found in self.each:
            said = self.said(found)
            writer.writerow([_harmless(cell) for cell in (
                str(self.row(found)), self.number(found), found.severity, found.rule.rule_id,
                said.title, said.where, said.detail, said.action, said.caution, said.basis,
                found.rule.confidence,
            )])  # fmt: skip
        return text.getvalue()

    def lines(self, most: int) -> list[str]:
        """The gravest findings, one per line of text."""
        text = _("{place}: {finding}")
        return [
            text.format(place=self._place(found), finding=_short(self.said(found), found))
            for found in self.each[:most]
        ]

    def _place(self, found: Finding) -> str:
        return _("row {row}, {permit}").format(
            row=number(self.row(found)), permit=_cut(self.number(found)) or "–"
        )


def _short(said: Explanation, found: Finding) -> str:
    return (
        f"[{said.severity}] {found.rule.rule_id} {said.title} ({said.where})"
        if said.where
        else f"[{said.severity}] {found.rule.rule_id} {said.title}"
    )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def examine(
    path: str | Path,
    *,
    dates: str | None = None,
    decimal: str | None = None,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
) -> Examination:
    """Read and verify a Party's export (see `load_permits` for the options).

    Raises:
        OwnDataError: the file cannot be read; the message says why and what to do.
    """
    return examined(load_permits(path, mapping, dates=dates, decimal=decimal, sheet=sheet))


def examined(table: PermitTable) -> Examination:
    """Verify an export that has been read."""
    columns = frame_columns(table.frame, real_reference(), group=True, unread=table.unread)
    return Examination(table, columns, verify(columns, real_reference()))
