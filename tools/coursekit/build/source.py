"""Read a percent file with jupytext, and know the line of everything in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coursekit.build.problems import Place, Report

_MARKER = re.compile(r"^# %%")
# Layout notes of jupytext itself, not keys that an author wrote.
_JUPYTEXT_OWN = {"lines_to_next_cell", "lines_to_end_of_cell_marker", "cell_marker"}


@dataclass(frozen=True)
class SourceFile:
    """A text file of a module, with lines that can be quoted."""

    name: str
    lines: tuple[str, ...]

    @classmethod
    def read(cls, path: Path, root: Path) -> SourceFile:
        """Read ``path``; its name is kept relative to ``root``."""
        text = path.read_text(encoding="utf-8-sig", errors="replace")
        return cls(path.relative_to(root).as_posix(), tuple(text.splitlines()))

    @property
    def text(self) -> str:
        """The whole text with LF line ends."""
        return "\n".join(self.lines) + "\n"

    def place(self, line: int) -> Place:
        """Line ``line`` (from 1; a number beyond the end gives the last line)."""
        line = max(1, min(line, len(self.lines)))
        return Place(self.name, line, self.lines[line - 1] if self.lines else "")


@dataclass(frozen=True)
class SourceCell:
    """A cell as written: ``marker`` is the line of its ``# %%``, ``start`` of its first text."""

    kind: str
    keys: dict[str, Any]
    text: str
    file: SourceFile
    marker: int
    start: int

    @property
    def place(self) -> Place:
        """The line of the cell's marker."""
        return self.file.place(self.marker)

    def line(self, number: int) -> Place:
        """Line ``number`` (from 0) of the cell's text."""
        return self.file.place(self.start + number)


def read_cells(file: SourceFile, report: Report) -> tuple[SourceCell, ...]:
    """The cells of a percent file, in order; what cannot be read is reported."""
    import jupytext

    markers = [n for n, line in enumerate(file.lines, 1) if _MARKER.match(line)]
    if not markers:
        report.add(file.place(1), "there is no cell in this file", "start with `# %% [markdown]`")
        return ()
    before = [n for n in range(1, markers[0]) if file.lines[n - 1].strip()]
    if before:
        report.add(
            file.place(before[0]),
            "text before the first cell",
            "put `# %% [markdown]` above it, or delete it",
        )
        return ()
    cells = jupytext.reads(file.text, fmt="py:percent").cells
    if len(cells) != len(markers):
        report.add(
            file.place(markers[0]),
            f"{len(markers)} cell markers, but {len(cells)} cells could be read",
            "look for a `# %%` inside a string, and for an unclosed triple quote",
        )
        return ()
    return tuple(_cell(file, raw, n) for raw, n in zip(cells, markers, strict=True))


def _cell(file: SourceFile, raw: dict[str, Any], marker: int) -> SourceCell:
    keys = {k: v for k, v in raw["metadata"].items() if k not in _JUPYTEXT_OWN}
    text = raw["source"].strip("\n")
    return SourceCell(raw["cell_type"], keys, text, file, marker, _first_text(file, marker))


def _first_text(file: SourceFile, marker: int) -> int:
    for number in range(marker, len(file.lines)):
        if file.lines[number].strip(" #\t"):
            return number + 1
    return marker
