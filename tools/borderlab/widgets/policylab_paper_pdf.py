"""The policy paper as one sheet of PDF: text that can be selected, in every reader's own fonts."""

from __future__ import annotations

from collections.abc import Sequence

from borderlab.documents.facsimile.fonts import true_width, wrap
from borderlab.documents.facsimile.pdf import document
from borderlab.documents.facsimile.shapes import Path, Shape, Text
from borderlab.widgets.policylab_paper_model import Paper, Piece, words

PAGE = (210.0, 297.0)
_LEFT, _TOP, _WIDTH, _BOTTOM = 15.0, 13.0, 180.0, 287.0
_INK, _ACCENT, _MUTED, _LINE, _SOFT = "#16242c", "#0b5a68", "#4f616b", "#c9d4da", "#fdf2dd"
_LARGEST, _SMALLEST, _STEP = 3.3, 2.2, 0.05
_LEADING = 1.3
_COLUMNS = (0.0, 132.0, 180.0)  # right edges of the last two columns
_FIRST_COLUMN = 102.0


class TooLongError(ValueError):
    """The text does not fit on one page in letters that can be read."""


class _Sheet:
    """A page that is filled from top to bottom with letters of one size (mm)."""

    def __init__(self, size: float) -> None:
        self.size, self.y, self.shapes = size, _TOP, list[Shape]()

    def line(self, text: str, *, font: str = "sans", size: float = 1.0, indent: float = 0.0,
             colour: str = _INK) -> None:  # fmt: skip
        """One line at the current height."""
        letter = self.size * size
        self.y += letter * _LEADING
        self.shapes.append(Text(_LEFT + indent, self.y - 0.3 * letter, text, letter, font, colour))

    def text(self, text: str, *, font: str = "sans", size: float = 1.0, indent: float = 0.0,
             colour: str = _INK) -> None:  # fmt: skip
        """A paragraph."""
        for part in _lines(text, font, self.size * size, _WIDTH - indent):
            self.line(part, font=font, size=size, indent=indent, colour=colour)

    def pieces(self, parts: Sequence[Piece], indent: float = 0.0) -> None:
        """A paragraph whose gaps lie on a soft ground."""
        text = words(parts)
        gaps = [piece.text for piece in parts if piece.field and not piece.filled]
        for part in _lines(text, "sans", self.size, _WIDTH - indent):
            at = len(self.shapes)
            self.line(part, indent=indent)
            grounds = [box for box in (self._ground(part, gap, indent) for gap in gaps) if box]
            self.shapes[at:at] = grounds

    def _ground(self, line: str, gap: str, indent: float) -> Path | None:
        """The soft ground of a gap, or of the part of it that stands on this line."""
        part = next((p for p in _parts(gap) if p in line), None)
        if part is None:
            return None
        x = _LEFT + indent + true_width(line[: line.find(part)], "sans", self.size)
        return _box(x, self.y - 1.12 * self.size, true_width(part, "sans", self.size),
                    1.2 * self.size, _SOFT)  # fmt: skip

    def space(self, part: float) -> None:
        """Free space, in letters."""
        self.y += part * self.size

    def row(self, cells: Sequence[str], *, font: str = "sans", colour: str = _INK) -> None:
        """A row of the table; the first cell may take several lines."""
        first = _lines(cells[0], font, self.size, _FIRST_COLUMN)
        top = self.y + self.size * _LEADING - 0.3 * self.size
        for edge, text in zip(_COLUMNS[1:], cells[1:], strict=True):
            self.shapes.append(Text(_LEFT + edge, top, text, self.size, font, colour, anchor="end"))
        for part in first:
            self.line(part, font=font, colour=colour)
        self.shapes.append(_rule(self.y + 0.15 * self.size))
        self.space(0.2)


def _lines(text: str, font: str, size: float, room: float) -> list[str]:
    """Lines of that width; only a word that is wider than a line is broken."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if true_width(longer, font, size) <= room:
            lines[-1] = longer
        elif true_width(word, font, size) <= room:
            lines.append(word)
        else:
            lines += wrap(word, font, size, room)
    return [line for line in lines if line]


def _parts(gap: str) -> list[str]:
    """The gap, then its beginnings and its ends at word breaks, from long to short."""
    words_ = gap.split(" ")
    cuts = range(len(words_) - 1, 0, -1)
    starts = [" ".join(words_[:n]) for n in cuts]
    ends = [" ".join(words_[-n:]) for n in cuts]
    return [gap, *(part for pair in zip(starts, ends, strict=True) for part in pair)]


def _box(x: float, y: float, width: float, height: float, fill: str) -> Path:
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    first, *others = corners
    return Path((("M", first), *(("L", corner) for corner in others), ("Z", ())), fill=fill)


def _rule(y: float) -> Path:
    return Path((("M", (_LEFT, y)), ("L", (_LEFT + _WIDTH, y))), stroke=_LINE, width=0.15)


def _fill(paper: Paper, size: float) -> _Sheet:
    sheet = _Sheet(size)
    sheet.line(paper.kicker, size=0.9, colour=_MUTED)
    sheet.text(words(paper.title), font="sans-bold", size=1.55, colour=_ACCENT)
    sheet.space(0.3)
    sheet.text(paper.note, size=0.92, colour=_MUTED)
    for at, section in enumerate(paper.sections):
        sheet.space(0.55)
        sheet.line(section.title, font="sans-bold", size=1.08, colour=_ACCENT)
        for parts in section.paragraphs:
            if section.bullets:
                y = sheet.y
                sheet.pieces(parts, indent=3.0)
                mark = y + size * (_LEADING - 0.3)
                sheet.shapes.append(Text(_LEFT, mark, "•", size, "sans", _ACCENT))
            else:
                sheet.pieces(parts)
        if at == paper.after:
            sheet.row(paper.heads, font="sans-bold")
            for row in paper.rows:
                sheet.row(row)
    sheet.space(0.5)
    sheet.text(paper.foot, size=0.85, colour=_MUTED)
    return sheet


def pdf(paper: Paper) -> bytes:
    """The paper on one A4 page, in the largest letters that fit.

    Raises:
        TooLongError: it does not fit even in the smallest letters.
    """
    size = _LARGEST
    while size >= _SMALLEST:
        sheet = _fill(paper, size)
        if sheet.y <= _BOTTOM:
            return document([sheet.shapes], PAGE, title=words(paper.title),
                            language=paper.language)  # fmt: skip
        size -= _STEP
    raise TooLongError("the text does not fit on one page")
