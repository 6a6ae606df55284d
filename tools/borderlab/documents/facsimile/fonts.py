"""Measuring text, and fitting it into a box: wrap, then shrink, then cut with an ellipsis."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from borderlab.documents.facsimile import widths
from borderlab.documents.facsimile.embedding import advance, is_core

MONO = 0.6024  # width of a letter in em: DejaVu Sans Mono, a hair more than Courier's 0.6
LEADING = 1.18
_STEP = 0.1
_ELLIPSIS = "…"


def _flat(table: dict[int, str]) -> dict[str, float]:
    return {letter: width / 1000 for width, letters in table.items() for letter in letters}


_TRUE = {"sans": _flat(widths.REGULAR), "sans-bold": _flat(widths.BOLD)}
_WIDE = {"sans": _flat(widths.REGULAR_WIDE), "sans-bold": _flat(widths.BOLD_WIDE)}


def clean(text: object) -> str:
    """Text in composed form, on one line, without characters that XML cannot hold."""
    return _cleaned(str(text))


@lru_cache(maxsize=4096)
def _cleaned(text: str) -> str:
    whole = unicodedata.normalize("NFC", text)
    kept = (" " if c in "\t\n\r" else c for c in whole)
    return " ".join("".join(c for c in kept if _allowed(c)).split(" "))


def _allowed(c: str) -> bool:
    return unicodedata.category(c) not in ("Cc", "Cs", "Cf", "Co", "Cn") or c in "\u200c\u200d"


def width(text: str, font: str, size: float) -> float:
    """Width in mm, never less than what a reader's own font takes."""
    table = _WIDE.get(font)
    return size * sum(_mono(c) if table is None else table.get(c) or _other(c) for c in text)


def true_width(text: str, font: str, size: float) -> float:
    """Width in mm in the fonts of a PDF reader."""
    table = _TRUE.get(font, {})
    return size * sum(table[c] if c in table else _core(c, font) for c in text)


def _core(c: str, font: str) -> float:
    """Width of a letter that is in no table: typewriter letters, and those of `embedding`."""
    return 0.6 if is_core(c) else advance(c, font) or 0.6


def _other(c: str) -> float:
    if unicodedata.combining(c):
        return 0.0
    return 1.05 if unicodedata.east_asian_width(c) in "WF" else 0.95


def _mono(c: str) -> float:
    return MONO if c in _WIDE["sans"] else _other(c)


@dataclass(frozen=True)
class Fitted:
    """Lines that fit a box, their letter size (mm), and whether all of the text is there."""

    lines: tuple[str, ...]
    size: float
    whole: bool = True

    @property
    def height(self) -> float:
        """Height of the lines, mm."""
        return len(self.lines) * self.size * LEADING


def fit(text: Sequence[str], font: str, room: tuple[float, float], size: float,
        smallest: float) -> Fitted:  # fmt: skip
    """Text fitted into a room.

    Args:
        text: paragraphs; empty ones are left out.
        font: see `shapes.Text`.
        room: width and height in mm.
        size: wanted letter size in mm.
        smallest: size below which text is cut instead.
    """
    paragraphs = (clean(part).strip() for part in text)
    return _fit(tuple(part for part in paragraphs if part), font, room, size, smallest)


@lru_cache(maxsize=2048)  # headings are the same on every permit
def _fit(paragraphs: tuple[str, ...], font: str, room: tuple[float, float], size: float,
         smallest: float) -> Fitted:  # fmt: skip
    steps = max(0, math.ceil((size - smallest) / _STEP))
    for step in range(steps + 1):
        now = max(smallest, size - step * _STEP)
        lines = [line for part in paragraphs for line in wrap(part, font, now, room[0])]
        fitted = Fitted(tuple(lines), now)
        if fitted.height <= room[1]:
            return fitted
    return _cut(fitted, font, room)


def _cut(fitted: Fitted, font: str, room: tuple[float, float]) -> Fitted:
    count = max(1, int(room[1] / (fitted.size * LEADING)))
    lines = list(fitted.lines[:count])
    last = lines[-1]
    while last and width(last + _ELLIPSIS, font, fitted.size) > room[0]:
        last = last[:-1]
    lines[-1] = last + _ELLIPSIS
    return Fitted(tuple(lines), fitted.size, whole=False)


def wrap(text: str, font: str, size: float, room: float) -> list[str]:
    """Lines no wider than the room; a word that is too long is broken."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if width(longer, font, size) <= room:
            lines[-1] = longer
            continue
        pieces = _pieces(word, font, size, room)
        lines[-1:] = ([lines[-1]] if lines[-1] else []) + pieces
    return lines


def _pieces(word: str, font: str, size: float, room: float) -> list[str]:
    pieces = [""]
    for c in word:
        if pieces[-1] and width(pieces[-1] + c, font, size) > room:
            pieces.append("")
        pieces[-1] += c
    return pieces
