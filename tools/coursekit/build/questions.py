"""Questions as written in raw cells: parsed, and checked field by field."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from borderlab import tasks
from coursekit.build.grammar import IDENTIFIER, Cell, is_number
from coursekit.build.kinds import COMMON, KINDS, ROW_REQUIRED, Fields, Kind
from coursekit.build.problems import Place, Report
from coursekit.build.toml_text import TomlText, parse

_SAYS = {
    "text": "a text in quotes",
    "word": "a short name in quotes",
    "words": 'a list of names, such as ["a", "b"]',
    "strings": 'a list of texts, such as ["a", "b"]',
    "number": "a number",
    "count": "a whole number, 0 or more",
    "bool": "true or false",
    "object": "a table, such as [settings] with count = 12",
    "any": "a value",
}


@dataclass(frozen=True)
class Question:
    """One question; ``toml.data`` holds its fields as written."""

    id: str
    kind: str
    cell: Cell
    toml: TomlText

    @property
    def data(self) -> dict[str, Any]:
        """The fields as written."""
        return self.toml.data

    @property
    def spec(self) -> Kind:
        """What its kind asks for."""
        return KINDS[self.kind]

    @property
    def in_code(self) -> bool:
        """Whether it is answered in a code cell."""
        if self.kind != "task":
            return self.kind == "code"
        name = self.data.get("task")
        return name in tasks.names() and tasks.find(name).INPUT == "code"

    def place(self, *path: str | int) -> Place:
        """The line of a field, or the cell's own line."""
        return self.toml.place(*path) if path else self.cell.source.place


@cache
def misconceptions() -> dict[str, str]:
    """The known misconceptions: id -> what the learner believes."""
    path = Path(__file__).with_name("misconceptions.toml")
    return {str(k): str(v) for k, v in tomllib.loads(path.read_text("utf-8")).items()}


def read_question(cell: Cell, report: Report) -> Question | None:
    """Parse one raw cell; None, with all faults reported, when its fields are not well formed."""
    toml = parse(cell.source.text, cell.source.line, report)
    if toml is None:
        return None
    kind = toml.data.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        report.add(
            toml.place("kind") if kind is not None else cell.source.place,
            f"question {cell.target!r} has no known kind",
            f"write kind = one of {', '.join(KINDS)}",
        )
        return None
    before = len(report.problems)
    question = Question(cell.target, kind, cell, toml)
    _check_fields(question, report)
    return question if len(report.problems) == before else None


def _check_fields(question: Question, report: Report) -> None:
    spec, data = question.spec, question.data
    scalars = {name: value for name, value in data.items() if name not in spec.tables}
    _check_types(question, (), scalars, COMMON | spec.fields, report)
    for name in sorted({"prompt"} | spec.required):
        if name not in data:
            report.add(
                question.place(),
                f"question {question.id!r} ({question.kind}) has no {name}",
                f"write [[{name}]]" if name in spec.tables else f"write {name} = ...",
            )
    for table, fields in spec.tables.items():
        _check_rows(question, table, fields, report)


def _check_rows(question: Question, table: str, fields: Fields, report: Report) -> None:
    rows = question.data.get(table, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        report.add(
            question.place(table), f"{table} is no list", f"write each one under [[{table}]]"
        )
        return
    seen: set[str] = set()
    for index, row in enumerate(rows):
        path = (table, index)
        _check_types(question, path, row, fields, report)
        for name in ROW_REQUIRED.get(table, ()):
            if name not in row:
                report.add(question.place(*path), f"no {name} here", f"write {name} = ...")
        name = row.get("id")
        if isinstance(name, str) and name in seen:
            report.add(
                question.place(*path, "id"), f"id {name!r} is used twice", "give each its own id"
            )
        seen.add(str(name))


def _check_types(
    question: Question,
    path: tuple[str | int, ...],
    values: dict[str, Any],
    fields: Fields,
    report: Report,
) -> None:
    for name, value in values.items():
        place = question.place(*path, name)
        if name not in fields:
            report.add(place, f"unknown field {name!r}", f"known here: {', '.join(sorted(fields))}")
        elif not _FITS[fields[name]](value):
            report.add(place, f"{name} is not what it should be", f"write {_SAYS[fields[name]]}")
        elif name == "misconception" and value not in misconceptions():
            report.add(
                place, f"unknown misconception {value!r}", "use an id of misconceptions.toml"
            )


def _is_word(value: Any) -> bool:
    return isinstance(value, str) and bool(IDENTIFIER.match(value.lower()))


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


_FITS: dict[str, Callable[[Any], bool]] = {
    "text": lambda value: isinstance(value, str) and bool(value.strip()),
    "word": _is_word,
    "words": lambda value: isinstance(value, list) and all(map(_is_word, value)),
    "strings": lambda value: isinstance(value, list) and all(isinstance(v, str) for v in value),
    "number": is_number,
    "count": _is_count,
    "bool": lambda value: isinstance(value, bool),
    "object": lambda value: isinstance(value, dict),
    "any": lambda _value: True,
}
