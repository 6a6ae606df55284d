"""The regions between nbgrader's own markers: solutions and hidden tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coursekit.build.problems import Report
from coursekit.build.source import SourceCell

SOLUTION = "SOLUTION"
HIDDEN = "HIDDEN TESTS"
_MARK = re.compile(r"^\s*### (BEGIN|END) (SOLUTION|HIDDEN TESTS)\s*$")
# nbgrader reacts to these words in any line of any cell, whatever stands around them.
_LOOSE = re.compile(r"(BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)|AUTOTEST|HASHED")


@dataclass(frozen=True)
class Region:
    """Lines ``begin`` to ``end`` (from 0, both are the marker lines) of a cell."""

    name: str
    begin: int
    end: int


def find_regions(cell: SourceCell, report: Report) -> tuple[Region, ...]:
    """All regions of a cell; nested, unclosed and misspelt markers are reported."""
    return tuple(_scan(cell, report))


def _scan(cell: SourceCell, report: Report) -> Iterator[Region]:
    opened: tuple[str, int] | None = None
    for number, line in enumerate(cell.text.split("\n")):
        mark = _MARK.match(line) if cell.kind == "code" else None
        if mark is None:
            if _LOOSE.search(line):
                report.add(
                    cell.line(number),
                    "nbgrader takes these words for a marker",
                    "write `### BEGIN SOLUTION` on a line of a code cell, or other words",
                )
        elif mark[1] == "BEGIN":
            if opened:
                report.add(
                    cell.line(number), "a region begins inside another", f"close {opened[0]} first"
                )
            opened = (mark[2], number)
        elif opened is None or opened[0] != mark[2]:
            report.add(
                cell.line(number), "this region was not opened", f"write ### BEGIN {mark[2]} above"
            )
        else:
            yield Region(opened[0], opened[1], number)
            opened = None
    if opened:
        report.add(
            cell.line(opened[1]), "this region is not closed", f"write ### END {opened[0]} below"
        )


def blanked(text: str, regions: tuple[Region, ...]) -> str:
    """The text with every region left empty: what a participant runs, on unchanged lines."""
    lines = text.split("\n")
    for region in regions:
        for number in range(region.begin, region.end + 1):
            lines[number] = ""
    return "\n".join(lines)
