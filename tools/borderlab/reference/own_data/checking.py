"""Turning columns of text into what they mean, and telling what was odd."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from borderlab.i18n import N_, gettext
from borderlab.reference import codes
from borderlab.reference.errors import alternatives
from borderlab.reference.own_data.coding import READERS, suggestions
from borderlab.reference.own_data.columns import Column, Sheet
from borderlab.reference.own_data.dates import order_of, read_dates
from borderlab.reference.own_data.fields import FIELDS, Field
from borderlab.reference.own_data.numbers import read_numbers
from borderlab.reference.own_data.report import Report

_LONGEST = 60  # letters of a cell in a sentence
_SHOWN = 5  # names of odd cells in one sentence

SAID = {
    "unknown": ("error", N_("{title}: not understood and left empty: {cells}.")),
    "synonym": ("note", N_("{title}: older names were replaced by the accepted ones: {cells}.")),
    "higher": ("warning", N_("{title}: a higher taxon or one word, not a species: {cells}.")),
    "legacy": ("warning", N_("{title}: codes that are no longer in use: {cells}.")),
    "package": (
        "warning",
        N_("{title}: packages state no quantity ({cells}). Ask how many pieces or how many kg."),
    ),
    "pair": ("warning", N_("{title}: two codes, neither of them O or I: {cells}.")),
}
_UNKNOWN_SPECIES = (
    "warning",
    N_("{title}: not among the taxa of the kit and kept as written: {cells}."),
)


@dataclass(slots=True)
class Checker:
    """Reads the columns of one sheet into lists, and writes the report."""

    sheet: Sheet
    report: Report
    dates: str | None = None
    decimal: str | None = None
    found: dict[str, list[Any]] = field(default_factory=dict)
    unread: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def run(self, columns: dict[str, Column]) -> dict[str, list[Any]]:
        """The meaning of each mapped column, by column name, in the order of `FIELDS`.

        ``species_given`` keeps the scientific name as it was written.
        """
        order = self.dates or self._common_order(columns)
        for name, spec in FIELDS.items():
            if name not in columns:
                continue
            column = columns[name]
            if spec.kind == "date":
                self.found[name] = self._dates(spec, column, order)
            elif spec.kind == "number":
                self.found[name] = self._numbers(spec, column)
            elif spec.kind in READERS:
                self.found[name] = self._codes(spec, column)
            else:
                self.found[name] = column.read([_text(cell) or None for cell in column.values])
            self._note_unread(name, column)
        if "species" in columns:
            column = columns["species"]
            self.found["species_given"] = column.read([_text(c) or None for c in column.values])
        return self.found

    def _note_unread(self, name: str, column: Column) -> None:
        """Keep the rows in which something stands that was not understood."""
        filled = {place for place, cell in enumerate(column.values) if _text(cell)}
        cells = self.found[name]
        rows = tuple(row for row, cell in enumerate(cells) if cell is None)
        rows = tuple(row for row in rows if column.places[row] in filled)
        if rows:
            self.unread[name] = rows

    def _say(
        self, level: str, message: str, spec: Field, column: Column, places: Iterable[int],
        **values: object,
    ) -> None:  # fmt: skip
        """Add a remark about the rows whose cells stand at these places of a column."""
        chosen = list(places)
        if not chosen:
            return
        count, lines = self.sheet.lines_of(column, set(chosen))
        shown = [_quoted(_text(column.values[place])) for place in chosen[:_SHOWN]]
        cells = ", ".join(shown) + (", …" if len(chosen) > _SHOWN else "")
        values.setdefault("cells", cells)
        sentence = gettext(message).format(title=_title(spec), **values)
        self.report.add(level, sentence, spec.name, count, lines)

    def _common_order(self, columns: dict[str, Column]) -> str | None:
        """The order of day and month that all date columns together show, if they agree."""
        orders = {
            name: order_of(column.values)
            for name, column in columns.items()
            if FIELDS[name].kind == "date"
        }
        shown = set().union(*orders.values()) if orders else set()
        return shown.pop() if len(shown) == 1 else None

    def _dates(self, spec: Field, column: Column, order: str | None) -> list[Any]:
        read = read_dates(column.values, order)
        self._say("error", N_(
            "{title}: day and month can be read in two ways and were left empty: {cells}. "
            'Load the file again with dates="dmy" (day first) or dates="mdy" (month first).'
        ), spec, column, read.unclear)  # fmt: skip
        self._say("error", N_(
            "{title}: years of two digits were left empty: {cells}. Export four digits."
        ), spec, column, read.short_years)  # fmt: skip
        self._say("error", N_("{title}: no date and left empty: {cells}."), spec, column, read.bad)
        self._say("note", N_(
            "{title}: numbers were read as Excel's count of days: {cells}."
        ), spec, column, read.serials)  # fmt: skip
        if read.mixed and self.dates is None:
            places = [at for at, cell in enumerate(column.values) if order_of([cell])]
            self._say("warning", N_(
                "{title}: some dates have the day first, others the month first: {cells}."
            ), spec, column, places)  # fmt: skip
        elif (
            read.order
            and self.dates is None
            and any("/" in _text(cell) or "." in _text(cell) for cell in column.values)
        ):
            how = {
                "dmy": N_("{title}: read with the day first, as dates in the file show."),
                "mdy": N_("{title}: read with the month first, as dates in the file show."),
            }[read.order]
            self.report.add("note", gettext(how).format(title=_title(spec)), spec.name)
        return column.read(read.values)

    def _numbers(self, spec: Field, column: Column) -> list[Any]:
        read = read_numbers(column.values, self.decimal)
        self._say(
            "error", N_("{title}: no number and left empty: {cells}."), spec, column, read.bad
        )
        self._say("error", N_(
            "{title}: can be read in two ways and were left empty: {cells}. Load the file again "
            'with decimal="," or decimal=".".'
        ), spec, column, read.unclear)  # fmt: skip
        if read.mixed:
            self.report.add("warning", gettext(
                "{title}: some cells have a decimal comma, others a decimal point."
            ).format(title=_title(spec)), spec.name)  # fmt: skip
        elif read.decimal == "," and self.decimal is None:
            self.report.add("note", gettext(
                "{title}: the comma was read as the decimal sign."
            ).format(title=_title(spec)), spec.name)  # fmt: skip
        if spec.name != "year":
            low = [at for at, value in enumerate(read.values) if value is not None and value <= 0]
            self._say("warning", N_("{title}: zero or less: {cells}."), spec, column, low)
        return column.read(read.values)

    def _codes(self, spec: Field, column: Column) -> list[Any]:
        reader = READERS[spec.kind]
        meanings: list[str | None] = []
        odd: dict[str, list[int]] = {}
        for place, cell in enumerate(column.values):
            text = _text(cell)
            code, remark = reader(text) if text or spec.kind == "unit" else (None, "")
            meanings.append(code)
            if remark:
                odd.setdefault(remark, []).append(place)
        for remark, places in odd.items():
            said = SAID[remark]
            if remark == "unknown" and spec.kind == "species":
                said = _UNKNOWN_SPECIES
            self._say(*said, spec, column, places, cells=_guessed(spec, column, places, remark))
        if spec.kind == "unit" and "" in column.values:
            self._say("note", N_(
                "{title}: empty cells were read as number of specimens (NAR)."
            ), spec, column, [column.values.index("")])  # fmt: skip
        return column.read(meanings)


def _guessed(spec: Field, column: Column, places: list[int], remark: str) -> str:
    """The odd cells, each with what may be meant."""
    shown = []
    for place in places[:_SHOWN]:
        cell = _text(column.values[place])
        guesses = suggestions(spec.kind, cell) if remark == "unknown" else []
        if remark == "synonym":
            guesses = [str(READERS[spec.kind](cell)[0])]
        guess = gettext(" ({names}?)").format(names=alternatives(guesses)) if guesses else ""
        if remark == "synonym":
            guess = f" → {guesses[0]}"
        shown.append(f"{_quoted(cell)}{guess}")
    return ", ".join(shown) + (", …" if len(places) > _SHOWN else "")


def _quoted(text: str) -> str:
    """A cell between the quotation marks of the language, cut if it is long."""
    return gettext("“{text}”").format(text=text[:_LONGEST])


def _title(spec: Field) -> str:
    title = gettext(spec.title)
    return title[:1].upper() + title[1:]


def _text(cell: Any) -> str:
    """A cell as text; whole numbers from a workbook without their ``.0``."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def check_pairs(found: dict[str, list[Any]], sheet: Sheet, report: Report) -> None:
    """Tell which rows join a term and a unit that do not go together."""
    if "term" not in found or "unit" not in found:
        return
    odd: dict[tuple[str, str], bool] = {}
    lines: list[int] = []
    count = 0
    for line, term, unit in zip(sheet.lines, found["term"], found["unit"], strict=True):
        if not term or not unit:
            continue
        pair = (term, unit)
        if pair not in odd:
            odd[pair] = codes.valid_unit(term, unit) is False
        if odd[pair]:
            count += 1
            lines.append(line)
    if count:
        pairs = sorted(f"{term} + {unit}" for (term, unit), bad in odd.items() if bad)
        shown = ", ".join(pairs[:_SHOWN]) + (", …" if len(pairs) > _SHOWN else "")
        report.add("warning", gettext(
            "Unit unusual for the trade term: {pairs}. About 3 rows in 100 of real reports are so."
        ).format(pairs=shown), "unit", count, tuple(lines[:5]))  # fmt: skip
