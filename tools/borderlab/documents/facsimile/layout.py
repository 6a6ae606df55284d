"""Where the boxes stand on the page: A4, millimetres, after the layout of the standard form."""

from __future__ import annotations

from dataclasses import dataclass

PAGE = (210.0, 297.0)
LETTERS = "ABCD"
LEFT, TOP, RIGHT = 11.0, 9.0, 199.0
_MIDDLE = 105.0
_LINES_TOP, _LINE_HEIGHT, _UPPER = 106.0, 26.0, 14.0


@dataclass(frozen=True, slots=True)
class Rect:
    """A place on the page, mm."""

    x: float
    y: float
    w: float
    h: float

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x <= x <= self.x + self.w and self.y <= y <= self.y + self.h

    def inset(self, by: float) -> Rect:
        """The rectangle inside, at this distance from the edge."""
        return Rect(self.x + by, self.y + by, self.w - 2 * by, self.h - 2 * by)


HEAD: dict[str, Rect] = {
    "header": Rect(LEFT, TOP, 94, 25),
    "1": Rect(_MIDDLE, TOP, 58, 25),
    "2": Rect(163, TOP, 36, 25),
    "3": Rect(LEFT, 34, 94, 22),
    "3a": Rect(LEFT, 56, 94, 9),
    "4": Rect(_MIDDLE, 34, 94, 31),
    "5": Rect(LEFT, 65, 94, 31),
    "5a": Rect(LEFT, 96, 42, 10),
    "5b": Rect(53, 96, 52, 10),
    "6": Rect(_MIDDLE, 65, 94, 41),
}
FOOT: dict[str, Rect] = {
    "13": Rect(LEFT, 210, 188, 42),
    "14": Rect(LEFT, 252, 140, 34),
    "15": Rect(151, 252, 48, 34),
}
DETAILS: dict[str, Rect] = {
    "dry seal": Rect(164, 71, 35, 35),
    "issue": Rect(LEFT, 210, 52, 42),
    "signature": Rect(61, 214, 72, 36),
    "security stamp": Rect(116, 212, 30, 38),
    "seal": Rect(132, 211, 67, 40),
    "endorsement": Rect(52, 254, 99, 31),
}
"""Parts of boxes 6, 13 and 14 worth a closer look."""
_CELLS: dict[str, Rect] = {
    "7": Rect(16, 0, 58, 7.6),
    "8": Rect(16, 7.6, 58, 6.4),
    "9": Rect(74, 0, 53, _UPPER),
    "10": Rect(127, 0, 18, _UPPER),
    "11": Rect(145, 0, 27, _UPPER),
    "11a": Rect(172, 0, 27, _UPPER),
    "12": Rect(16, _UPPER, 62, _LINE_HEIGHT - _UPPER),
    "12a": Rect(78, _UPPER, 62, _LINE_HEIGHT - _UPPER),
    "12b": Rect(140, _UPPER, 59, _LINE_HEIGHT - _UPPER),
}
ANNEX_TOP, ANNEX_LINES = 46.0, 7
"""Lines of the annex page begin here; so many stand on one page."""


def line_top(at: int, first: float = _LINES_TOP) -> float:
    """Upper edge of a line of the form, mm."""
    return first + _LINE_HEIGHT * at


def line_cells(at: int, first: float = _LINES_TOP) -> dict[str, Rect]:
    """Boxes 7 to 12b of a line."""
    top = line_top(at, first)
    return {box: Rect(cell.x, cell.y + top, cell.w, cell.h) for box, cell in _CELLS.items()}


def line_frame(at: int, first: float = _LINES_TOP) -> Rect:
    """The whole line with its letter."""
    return Rect(LEFT, line_top(at, first), RIGHT - LEFT, _LINE_HEIGHT)


def letter(at: int) -> str:
    """Letter of a line: A to Z, then AA."""
    return chr(65 + at) if at < 26 else letter(at // 26 - 1) + letter(at % 26)  # noqa: PLR2004
