"""The filled-in text of a box, and the changes that can be seen in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from borderlab.documents.facsimile.curves import line, smooth
from borderlab.documents.facsimile.dice import Dice
from borderlab.documents.facsimile.fonts import LEADING, MONO, Fitted, fit, width
from borderlab.documents.facsimile.layout import Rect
from borderlab.documents.facsimile.shapes import Path, Shape, Text, moved
from borderlab.documents.facsimile.signs import Sign

INK = "#20242c"
PEN = "#16246e"
LABEL = "#4a4f4c"
_FIRST_DIGIT = ("11", "11a", "14")
"""Boxes whose first digit is worth changing; elsewhere it is the last (of a year, a number)."""


@dataclass(frozen=True)
class Entry:
    """Text in a box: fitted lines, their place, and how it was written."""

    key: str
    fitted: Fitted
    x: float
    y: float
    font: str = "mono"
    colour: str = INK


def place(key: str, text: Sequence[str], room: Rect, size: float, font: str = "mono") -> Entry:
    """Text fitted into a room, from its upper left corner."""
    return Entry(key, fit(text, font, (room.w, room.h), size, min(size, 1.5)), room.x, room.y, font)


def written(entry: Entry, signs: Iterable[Sign], paper: str) -> list[Shape]:
    """The shapes of an entry with the changes made to it.

    Args:
        entry: the text.
        signs: changes to this box.
        paper: colour of the paper, which shows where it was scraped.
    """
    shapes: list[Shape] = []
    for sign in signs:
        change = _CHANGES.get(sign.kind)
        if change is not None:
            before, entry = change(entry, sign, paper)
            shapes += before
    lines = _lines(entry)
    if any(sign.kind == "shifted" for sign in signs):
        return [*shapes, moved((_at_origin(text, entry) for text in lines), entry.x + 1.0,
                               entry.y + 0.9, 2.0)]  # fmt: skip
    return [*shapes, *lines]


def _baseline(entry: Entry, at: int) -> float:
    return entry.y + entry.fitted.size * (0.82 + LEADING * at)


def _lines(entry: Entry) -> list[Text]:
    return [
        Text(entry.x, _baseline(entry, at), text, entry.fitted.size, entry.font, entry.colour)
        for at, text in enumerate(entry.fitted.lines)
        if text.strip()
    ]


def _at_origin(text: Text, entry: Entry) -> Text:
    return Text(text.x - entry.x, text.y - entry.y, text.text, text.size, text.font, text.fill)


def digit_place(entry: Entry) -> tuple[int, int] | None:
    """Line and position of the digit that a change concerns; None without digits."""
    places = [
        (row, at)
        for row, text in enumerate(entry.fitted.lines)
        for at, letter in enumerate(text)
        if letter.isdigit()
    ]
    if not places:
        return None
    return places[0] if entry.key.split(".")[0] in _FIRST_DIGIT else places[-1]


def _without(entry: Entry, row: int, at: int) -> tuple[str, Entry]:
    lines = list(entry.fitted.lines)
    letter = lines[row][at]
    # A no-break space keeps the place of the digit that is drawn apart.
    lines[row] = lines[row][:at] + "\u00a0" + lines[row][at + 1 :]
    return letter, replace(entry, fitted=replace(entry.fitted, lines=tuple(lines)))


_Changed = tuple[list[Shape], Entry]


def _overwritten(entry: Entry, sign: Sign, paper: str) -> _Changed:
    """Remains of a digit below another one in a darker, bluer ink."""
    spot = digit_place(entry)
    if spot is None:
        return [], entry
    letter, rest = _without(entry, *spot)
    size = entry.fitted.size
    x = entry.x + spot[1] * MONO * size
    y = _baseline(entry, spot[0])
    earlier = sign.value[:1] or _digit_before(letter)
    dice = Dice("scrape", entry.key, letter)
    left, top = x - 0.2 + dice.between(0, 0.2), y - size * 0.8
    rub = ((left, y + 0.1), (x + size * 0.3, top), (x + size * 0.7, top), (x + size / 2, y + 0.15))
    return [
        Path(smooth(rub, closed=True), fill=paper, opacity=0.85),
        Text(x - 0.16, y + 0.1, earlier, size, "mono", entry.colour, opacity=0.42),
        Text(x + 0.12, y - 0.08, letter, size * 1.06, "mono-bold", "#0a1038"),
    ], rest


def _digit_before(letter: str) -> str:
    """The digit that stood there when nothing is known of it: one less, and no leading nought."""
    return str((int(letter) + 8) % 9 or 9) if letter.isdecimal() else "4"


def _digit_added(entry: Entry, sign: Sign, paper: str) -> _Changed:
    """The last digit of a number stands closer, a little higher, in another ink."""
    del sign, paper
    rows = [row for row, text in enumerate(entry.fitted.lines) if any(map(str.isdigit, text))]
    if not rows:
        return [], entry
    row = rows[0]
    at = max(at for at, letter in enumerate(entry.fitted.lines[row]) if letter.isdigit())
    letter, rest = _without(entry, row, at)
    size = entry.fitted.size
    x = entry.x + at * MONO * size - 0.22
    return [Text(x, _baseline(entry, row) - 0.22, letter, size * 1.04, "mono", "#2b3d86")], rest


def _erased(entry: Entry, sign: Sign, paper: str) -> _Changed:
    """Scraped paper: no tint, a rough surface, remains of earlier letters."""
    size = entry.fitted.size
    longest = max((width(text, entry.font, size) for text in entry.fitted.lines), default=0.0)
    w, h = max(longest, 9.0) + 1.4, max(entry.fitted.height, 3.2) + 0.6
    x, y = entry.x - 0.7, entry.y - 0.4
    dice = Dice("erased", entry.key, *entry.fitted.lines)
    top = [(x + w * k / 8, y + dice.between(-0.3, 0.4)) for k in range(9)]
    low = [(x + w * k / 8, y + h + dice.between(-0.4, 0.3)) for k in range(8, -1, -1)]
    shapes: list[Shape] = [
        Path(smooth(top + low, closed=True), fill="#fffefa", stroke="#b7b2a0", width=0.08,
             opacity=0.96)
    ]  # fmt: skip
    for _ in range(16):
        sx, sy = x + dice.random() * (w - 2), y + 0.3 + dice.random() * (h - 0.6)
        end = (sx + dice.between(0.8, 2.0), sy + dice.between(-0.35, 0.35))
        shapes.append(Path(line((sx, sy), end), stroke="#857b60", width=0.11, opacity=0.62))
    ghost = sign.value or "".join(dice.choice("0123456789aeinrst") for _ in range(9))
    shapes.append(Text(entry.x + 0.4, entry.y + size * 0.95, ghost[: int(w / (MONO * size))], size,
                       "mono", "#6b675c", opacity=0.2))  # fmt: skip
    del paper
    return shapes, entry


def _other_typeface(entry: Entry, sign: Sign, paper: str) -> _Changed:
    """Text put in by another machine."""
    del sign, paper
    lines = entry.fitted.lines
    # Sans letters can be wider than the typewriter's.
    widest = max((width(text, "sans", entry.fitted.size) for text in lines), default=0.0)
    room = max((width(text, entry.font, entry.fitted.size) for text in lines), default=0.0)
    size = entry.fitted.size * min(1.0, room / widest if widest else 1.0)
    return [], replace(entry, fitted=Fitted(lines, size), font="sans", colour="#101010")


def _corrected(entry: Entry, sign: Sign, paper: str) -> _Changed:
    """Earlier text struck through, the new text in pen; initials and stamp are added beside it."""
    del paper
    size = entry.fitted.size * 0.86
    spot = digit_place(entry)
    row = spot[0] if spot else 0
    text = (*entry.fitted.lines, "")[row]
    earlier = sign.value or _earlier(text, spot[1] if spot else -1)
    rows: list[tuple[str, str, str]] = [(line, "mono", INK) for line in entry.fitted.lines]
    rows[row : row + 1] = [(earlier, "mono", INK), (text, "mono-bold", PEN)]
    shapes: list[Shape] = []
    for at, (words, font, colour) in enumerate(rows):
        y = entry.y + size * (0.82 + LEADING * at)
        shapes.append(Text(entry.x, y, words, size, font, colour))
        if at == row:
            end = entry.x + width(earlier, "mono", size)
            stroke = line((entry.x - 0.4, y - size * 0.2), (end + 0.4, y - size * 0.36))
            shapes.append(Path(stroke, stroke=PEN, width=0.28))
    return shapes, replace(entry, fitted=Fitted((), size))


def _earlier(text: str, at: int) -> str:
    """The text with another digit, or blank paper where nothing stood."""
    if at < 0:
        return text[::-1] or "\u2014"
    return text[:at] + _digit_before(text[at]) + text[at + 1 :]


_CHANGES = {
    "overwritten": _overwritten,
    "digit_added": _digit_added,
    "erased": _erased,
    "other_typeface": _other_typeface,
    "corrected": _corrected,
}
