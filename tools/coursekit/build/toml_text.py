"""TOML of which every value keeps its line, for messages that point into the file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from coursekit.build.problems import Place, Report

_ERROR_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_TABLES = re.compile(r"^\s*\[\[\s*([\w-]+)\s*\]\]")
_TABLE = re.compile(r"^\s*\[\s*([\w-]+)\s*\]\s*$")
_KEY = re.compile(r"^\s*([\w-]+)\s*=\s*(.*)$")


@dataclass(frozen=True)
class TomlText:
    """Parsed data with its lines, counted from 0.

    ``lines`` maps ``(key,)``, ``(table, key)`` and ``(list of tables, index, key)``.
    """

    data: dict[str, Any]
    lines: dict[tuple[str | int, ...], int]
    where: Callable[[int], Place]

    def place(self, *path: str | int) -> Place:
        """The line of a value, or of the nearest thing around it."""
        while path:
            if path in self.lines:
                return self.where(self.lines[path])
            path = path[:-1]
        return self.where(0)


def parse(text: str, where: Callable[[int], Place], report: Report) -> TomlText | None:
    """Parse TOML; an error is reported at its line.

    Args:
        text: the TOML.
        where: gives the place of a line of ``text``, counted from 0.
        report: takes the error.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _ERROR_LINE.search(str(error))
        last = max(0, len(text.splitlines()) - 1)
        line = min(int(found[1]) - 1, last) if found else last
        wrong = _ERROR_LINE.sub("", str(error)).strip()
        report.add(where(line), f"this is not valid TOML: {wrong}", "mend the line, or its quotes")
        return None
    return TomlText(data, _index(text), where)


def _index(text: str) -> dict[tuple[str | int, ...], int]:
    lines: dict[tuple[str | int, ...], int] = {}
    counts: dict[str, int] = {}
    prefix: tuple[str | int, ...] = ()
    closing = ""
    for number, line in enumerate(text.splitlines()):
        if closing:
            closing = "" if closing in line else closing
            continue
        if table := _TABLES.match(line):
            name = table[1]
            prefix = (name, counts.get(name, 0))
            counts[name] = counts.get(name, 0) + 1
            lines[prefix] = number
            lines.setdefault((name,), number)
        elif single := _TABLE.match(line):
            prefix = (single[1],)
            lines[prefix] = number
        elif key := _KEY.match(line):
            lines[(*prefix, key[1])] = number
            closing = _left_open(key[2])
    return lines


def _left_open(value: str) -> str:
    for quotes in ('"""', "'''"):
        if value.startswith(quotes) and quotes not in value[3:]:
            return quotes
    return ""
