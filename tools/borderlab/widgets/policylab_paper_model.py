"""A policy paper as plain data: sections of pieces, where some pieces are gaps to be filled in.

The same data become the preview on the page, a page of HTML and a page of PDF.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

LONGEST = 140  # letters that a field takes

_GAP = re.compile(r"\x02(\w+)\x03")


def gap(name: str) -> str:
    """The place of a field in a text, to be put into a message's placeholder."""
    return f"\x02{name}\x03"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `field` names the gap that it stands for, "" for fixed text."""

    text: str
    field: str = ""
    filled: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with paragraphs, each a row of pieces; `bullets` shows them as a list."""

    title: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    bullets: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole page.

    Attributes:
        language: code of its text.
        kicker, title, note, foot: line above the title, title, line below it, last line.
        sections: in order.
        heads, rows: the table of indicators and targets; it follows the section `after`.
        after: number of the section before the table.
    """

    language: str
    kicker: str
    title: tuple[Piece, ...]
    note: str
    sections: tuple[Section, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    after: int
    foot: str

    def data(self) -> dict[str, Any]:
        """The paper as JSON, for the browser."""
        return {
            "language": self.language,
            "kicker": self.kicker,
            "title": _plain(self.title),
            "note": self.note,
            "sections": [
                {
                    "title": section.title,
                    "bullets": section.bullets,
                    "paragraphs": [_plain(pieces) for pieces in section.paragraphs],
                }
                for section in self.sections
            ],
            "heads": list(self.heads),
            "rows": [list(row) for row in self.rows],
            "after": self.after,
            "foot": self.foot,
        }


def _plain(pieces: Sequence[Piece]) -> list[dict[str, Any]]:
    return [{"text": p.text, "field": p.field, "filled": p.filled} for p in pieces]


def pieces(text: str, fields: Mapping[str, str], labels: Mapping[str, str]) -> tuple[Piece, ...]:
    """Cut a text at its gaps.

    Args:
        text: with gaps as made by `gap`.
        fields: what was filled in.
        labels: what a gap shows while it is empty, in square brackets.
    """
    made: list[Piece] = []
    for at, part in enumerate(_GAP.split(text)):
        if at % 2 == 0:
            if part:
                made.append(Piece(part))
        else:
            filled = " ".join(fields.get(part, "").split())[:LONGEST]
            made.append(Piece(filled or f"[{labels[part]}]", part, bool(filled)))
    return tuple(made)


def words(parts: Sequence[Piece]) -> str:
    """Pieces as one text."""
    return "".join(piece.text for piece in parts)
