"""What was found while reading a file: sentences a permit officer can act on."""

from __future__ import annotations

import html
from dataclasses import dataclass, field

from borderlab.i18n import N_, gettext, ngettext, number
from borderlab.reference.own_data.fields import FIELDS

LEVELS = {
    "error": N_("not usable"),
    "warning": N_("please check"),
    "note": N_("for information"),
}
"""Level of a remark -> the words for it. ``error``: cells were left empty because of it."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding about the file.

    Attributes:
        level: a key of `LEVELS`.
        sentence: what is wrong, where, and what to do, in the language of the reading.
        column: column name in the kit, empty for the whole file.
        count: rows concerned.
        lines: the first lines of the file concerned, at most 5.
    """

    level: str
    sentence: str
    column: str = ""
    count: int = 0
    lines: tuple[int, ...] = ()


@dataclass(slots=True)
class Report:
    """How a file was read.

    Attributes:
        file: its name.
        form: ``CSV`` or ``XLSX``.
        encoding: text encoding of a CSV file.
        delimiter: sign between the cells of a CSV file.
        sheet: worksheet of an XLSX file.
        header_line: line on which the header stands, from 1.
        rows: rows below it that hold anything.
        mapped: column name in the kit -> header in the file.
        unused: headers that were not understood.
        missing: expected columns that the file does not have.
        remarks: the findings, worst first.
    """

    file: str
    form: str
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    header_line: int = 1
    rows: int = 0
    mapped: dict[str, str] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    remarks: list[Remark] = field(default_factory=list)

    def add(
        self,
        level: str,
        sentence: str,
        column: str = "",
        count: int = 0,
        lines: tuple[int, ...] = (),
    ) -> None:
        """Note a finding; the line numbers are put behind its sentence."""
        if lines:
            shown = ", ".join(str(line) for line in lines[:5])
            if count > len(lines[:5]):
                shown += ", …"
            where = ngettext("Line {lines}.", "Lines {lines}.", len(lines))
            sentence = f"{sentence} {where.format(lines=shown)}"
        self.remarks.append(Remark(level, sentence, column, count, lines[:5]))
        self.remarks.sort(key=lambda remark: list(LEVELS).index(remark.level))

    @property
    def usable(self) -> bool:
        """Whether nothing had to be left out."""
        return not any(remark.level == "error" for remark in self.remarks)

    def summary(self) -> str:
        """One sentence on rows and columns."""
        sentence = ngettext(
            "{file}: {n} row read, {columns} columns understood.",
            "{file}: {n} rows read, {columns} columns understood.",
            self.rows,
        )
        return sentence.format(file=self.file, n=number(self.rows), columns=len(self.mapped))

    def lines(self) -> list[str]:
        """The whole report as lines of text."""
        found = [self.summary()]
        if self.missing:
            titles = ", ".join(gettext(FIELDS[name].title) for name in self.missing)
            found.append(gettext("Columns not found: {titles}.").format(titles=titles))
        if self.unused:
            names = ", ".join(self.unused)
            found.append(gettext("Columns not used: {names}.").format(names=names))
        found += [f"[{gettext(LEVELS[r.level])}] {r.sentence}" for r in self.remarks]
        return found

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def _repr_html_(self) -> str:
        head, *rest = (html.escape(line) for line in self.lines())
        items = "".join(f"<li>{line}</li>" for line in rest)
        return f"<p><strong>{head}</strong></p><ul>{items}</ul>"
