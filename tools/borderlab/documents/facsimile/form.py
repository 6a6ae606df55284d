"""The printed form with its filled-in text: one group per box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from borderlab.documents.facsimile.curves import box as outline
from borderlab.documents.facsimile.curves import line
from borderlab.documents.facsimile.emblem import logo, training_mark
from borderlab.documents.facsimile.entries import INK, LABEL, place, written
from borderlab.documents.facsimile.facsimile_words import heading, words
from borderlab.documents.facsimile.fonts import LEADING, fit
from borderlab.documents.facsimile.layout import (
    FOOT,
    HEAD,
    LETTERS,
    Rect,
    letter,
    line_cells,
)
from borderlab.documents.facsimile.shapes import Path, Shape, Text, moved
from borderlab.documents.facsimile.view import LINES_ON_FORM, View

FRAME = "#3c4a44"
_PAD = 1.2
_SIZES = {"1": 3.5, "2": 3.1, "5": 2.5, "5a": 3.6, "9": 2.6, "10": 3.2, "12": 2.35, "12a": 2.35,
          "12b": 2.5, "7": 2.8, "8": 2.6}  # fmt: skip
_SMALL_HEADING = 1.72


@dataclass(frozen=True)
class Box:
    """A box of the page: its key, place, printed heading and everything drawn in it."""

    key: str
    rect: Rect
    heading: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class Form:
    """Draws boxes of one document in the reader's language."""

    view: View
    language: str
    paper: str

    @property
    def words(self) -> dict[str, str]:
        """Printed words in the reader's language."""
        return words(self.language)

    def first_page(self) -> Iterator[Box]:
        """All boxes of the form, in reading order."""
        yield self._header()
        yield self._number()
        for key, rect in HEAD.items():
            if key not in ("header", "1", "6"):
                yield self.box(key, rect)
        yield self._authority()
        for at in range(LINES_ON_FORM):
            yield from self.line(at, line_cells(at))
        yield self._issue()
        yield self._endorsement()
        yield self.box("15", FOOT["15"])

    def line(self, at: int, cells: dict[str, Rect]) -> Iterator[Box]:
        """Boxes 7 to 12b of one line."""
        for key, rect in cells.items():
            yield self.box(f"{key}.{letter(at)}", rect)

    def line_letter(self, at: int, frame: Rect) -> list[Shape]:
        """The letter in front of a line."""
        return [
            Path(outline(frame.x, frame.y, frame.w, frame.h), stroke=FRAME, width=0.3),
            Text(frame.x + 2.5, frame.y + frame.h / 2 + 1.2, letter(at), 3.4, "sans-bold", FRAME,
                 "middle"),
        ]  # fmt: skip

    def box(self, key: str, rect: Rect) -> Box:
        """A plain box: heading, and the entry below it."""
        name = key.split(".", maxsplit=1)[0]
        title = heading(name, self.language)
        top = self._heading(name, title, rect)
        used = rect.y + 1.3 + top[0]
        foot = 6.0 if name == "4" else 0.6
        room = Rect(rect.x + _PAD, used, rect.w - 2 * _PAD, rect.y + rect.h - used - foot)
        shapes = [*self._frame(rect), *top[1], *self.entry(key, room)]
        if name == "4":
            y = rect.y + rect.h - 1.2
            shapes.append(Text(rect.x + _PAD, y, self.words["applicant"], 1.72, "sans", LABEL))
        return Box(key, rect, title, tuple(shapes))

    def entry(self, key: str, room: Rect) -> list[Shape]:
        """The filled-in text of a box, with the changes made to it."""
        text = self.view.entries.get(key, ())
        name = key.split(".", maxsplit=1)[0]
        changes = self.view.signs.at(key)
        size = _SIZES.get(name, 2.9)
        kinds = {sign.kind for sign in changes}
        if "corrected" in kinds:
            room = Rect(room.x, room.y, max(10.0, room.w - 9), room.h - size * 0.86 * LEADING)
        elif "shifted" in kinds:
            room = Rect(room.x, room.y, room.w - 2.2, room.h - 1.2 - room.w * 0.035)
        font = "mono-italic" if name == "7" else "mono-bold" if name == "1" else "mono"
        return written(place(key, text, room, size, font), changes, self.paper)

    def _frame(self, rect: Rect) -> list[Shape]:
        return [Path(outline(rect.x, rect.y, rect.w, rect.h), stroke=FRAME, width=0.22)]

    def _heading(self, name: str, title: str, rect: Rect) -> tuple[float, list[Shape]]:
        """Height and shapes of the number and heading in the corner of a box."""
        number_width = 1.15 * len(name) + 1.4
        room = (rect.w - _PAD - number_width - 0.4, 3.9 if rect.w < 40 else 2.1)  # noqa: PLR2004
        fitted = fit((title,), "sans", room, _SMALL_HEADING, 1.2)
        shapes: list[Shape] = [Text(rect.x + 0.8, rect.y + 2.2, name, 1.9, "sans-bold", FRAME)]
        shapes += [
            Text(rect.x + 0.8 + number_width, rect.y + 2.2 + at * fitted.size * LEADING, text,
                 fitted.size, "sans", LABEL)
            for at, text in enumerate(fitted.lines)
        ]  # fmt: skip
        return 1.9 + (len(fitted.lines) - 1) * fitted.size * LEADING, shapes

    def _header(self) -> Box:
        rect = HEAD["header"]
        colour = self.view.house.colour
        shapes: list[Shape] = [*self._frame(rect)]
        if not self.view.signs.has("title_missing"):
            shapes.append(moved(training_mark(colour, 17), rect.x + 11, rect.y + 12.5))
            others = [code for code in ("en", "fr", "es") if code != self.language]
            y = rect.y + 2.4
            for code, size in ((self.language, 3.1), *((other, 1.75) for other in others)):
                text = heading("header", code)
                font = "sans-bold" if code == self.language else "sans"
                fitted = fit((text.upper(),), font, (rect.w - 25, 9.5), size, 1.5)
                for part in fitted.lines:
                    y += fitted.size * LEADING
                    shapes.append(Text(rect.x + 23, y, part, fitted.size, font,
                                       colour if code == self.language else LABEL))  # fmt: skip
                y += 0.9
        return Box("header", rect, heading("header", self.language), tuple(shapes))

    def _number(self) -> Box:
        rect = HEAD["1"]
        title = heading("1", self.language)
        top = self._heading("1", title, rect)
        room = Rect(rect.x + _PAD, rect.y + 5.0, rect.w - 2 * _PAD, 5.0)
        shapes = [*self._frame(rect), *top[1]]
        number = self.view.entries["1"][:1] if self.view.permit.number else ()
        entry = place("1", number, room, _SIZES["1"], "mono-bold")
        shapes += written(entry, self.view.signs.at("1"), self.paper)
        kinds = ("export", "reexport", "import", "other")
        for at, kind in enumerate(kinds):
            x, y = rect.x + 2 + 27 * (at % 2), rect.y + 13.0 + 5.6 * (at // 2)
            shapes += _tick(x, y, self.words[kind], ticked=kind in self.view.ticks)
        other = self.view.entries["1"][1 if number else 0 :]
        room = Rect(rect.x + 31.5, rect.y + 20.4, rect.w - 32.5, 4.2)
        shapes += written(place("1", other, room, 2.1), (), self.paper)
        return Box("1", rect, title, tuple(shapes))

    def _authority(self) -> Box:
        rect = HEAD["6"]
        title = heading("6", self.language)
        top = self._heading("6", title, rect)
        office = self.view.house
        shapes = [*self._frame(rect), *top[1]]
        shapes.append(
            moved(logo(office.stamp.motif, office.colour, 17), rect.x + 11, rect.y + 15.5)
        )
        room = Rect(rect.x + 21, rect.y + 5.5, 38, rect.h - 7)
        shapes += self.entry("6", room)
        return Box("6", rect, title, tuple(shapes))

    def _issue(self) -> Box:
        rect = FOOT["13"]
        title = heading("13", self.language)
        shapes = [*self._frame(rect), *self._heading("13", title, rect)[1]]
        labels = (("place", 0), ("date", 1), ("name", 2))
        given = dict(zip(("place", "date", "name"), _padded(self.view), strict=True))
        for name, at in labels:
            y = rect.y + 5.5 + 12 * at
            shapes.append(Text(rect.x + _PAD, y + 1.6, self.words[name], 1.72, "sans", LABEL))
            room = Rect(rect.x + _PAD, y + 2.6, 43, 7.5)
            changes = self.view.signs.at("13") if name == "date" else ()
            shapes += written(place("13", (given[name],), room, 2.9), changes, self.paper)
            shapes.append(_rule(rect.x + _PAD, y + 9.6, 43))
        if self.view.house.uses_security_stamp:
            shapes.append(Text(rect.x + 108, rect.y + 40.9, self.words["security_stamp"], 1.72,
                               "sans", LABEL))  # fmt: skip
        for name, x in (("signature", 52.0), ("seal", 142.0)):
            shapes.append(Text(rect.x + x, rect.y + 40.9, self.words[name], 1.72, "sans", LABEL))
        return Box("13", rect, title, tuple(shapes))

    def _endorsement(self) -> Box:
        rect = FOOT["14"]
        title = heading("14", self.language)
        shapes = [*self._frame(rect), *self._heading("14", title, rect)[1]]
        left, top, high = rect.x + _PAD, rect.y + 4.6, 5.6
        for text, x in (("block", 0.0), ("quantity", 10.0)):
            shapes.append(Text(left + x, top + 1.5, self.words[text], 1.72, "sans", LABEL))
        for at, name in enumerate(LETTERS):
            y = top + 2.4 + high * at
            shapes.append(Path(outline(left, y, 9, high), stroke=FRAME, width=0.15))
            shapes.append(Path(outline(left + 9, y, 31, high), stroke=FRAME, width=0.15))
            shapes.append(Text(left + 4.5, y + 3.9, name, 2.8, "sans-bold", FRAME, "middle"))
            if at < min(len(self.view.endorsed), len(LETTERS)):
                room = Rect(left + 10.5, y + 1.0, 28, high - 1.4)
                amount = (self.view.endorsed[at],)
                changes = self.view.signs.at("14") if at == 0 else ()
                shapes += written(place("14", amount, room, 2.8), changes, self.paper)
        for name, value, y in (
            ("port", self.view.port, 0.0),
            ("date", self.view.endorsed_on, 11.0),
        ):
            x = left + 43
            shapes.append(Text(x, top + 1.5 + y, self.words[name], 1.72, "sans", LABEL))
            room = Rect(x, top + 2.6 + y, 36, 6.0)
            shapes += written(place("14", (value,), room, 2.6), (), self.paper)
            shapes.append(_rule(x, top + 8.8 + y, 36))
        shapes.append(Text(left + 43, top + 28.4, self.words["signature"], 1.72, "sans", LABEL))
        shapes.append(Text(left + 88, top + 28.4, self.words["stamp_title"], 1.72, "sans", LABEL))
        return Box("14", rect, title, tuple(shapes))


def _padded(view: View) -> tuple[str, str, str]:
    """Place, date and name; a blank one keeps its place."""
    date = view.entries["13"]
    name = view.signatory if view.signatory in date else ""
    city = view.house.city if view.house.city in date else ""
    rest = [text for text in date if text not in (name, city)]
    return city, rest[0] if rest else "", name


def _rule(x: float, y: float, length: float) -> Path:
    return Path(line((x, y), (x + length, y)), stroke=FRAME, width=0.12, dash=(0.4, 0.6))


def _tick(x: float, y: float, text: str, *, ticked: bool) -> list[Shape]:
    shapes: list[Shape] = [
        Path(outline(x, y - 2.6, 3, 3), stroke=FRAME, width=0.25),
        Text(x + 4.2, y - 0.3, text, 2.1, "sans", INK),
    ]
    if ticked:
        shapes.append(Path(line((x + 0.5, y - 2.1), (x + 2.5, y - 0.1)), stroke=INK, width=0.45))
        shapes.append(Path(line((x + 2.5, y - 2.1), (x + 0.5, y - 0.1)), stroke=INK, width=0.45))
    return shapes
