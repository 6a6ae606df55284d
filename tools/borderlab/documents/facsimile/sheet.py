"""Whole pages: paper, tint, watermark, form, ink, and the look of a copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from borderlab.documents.facsimile import ink
from borderlab.documents.facsimile.curves import box as outline
from borderlab.documents.facsimile.curves import ellipse
from borderlab.documents.facsimile.dice import Dice
from borderlab.documents.facsimile.facsimile_words import words
from borderlab.documents.facsimile.fonts import clean, fit, width
from borderlab.documents.facsimile.form import FRAME, Box, Form
from borderlab.documents.facsimile.layout import (
    ANNEX_LINES,
    ANNEX_TOP,
    LEFT,
    PAGE,
    RIGHT,
    TOP,
    Rect,
    line_cells,
    line_frame,
)
from borderlab.documents.facsimile.security import tint
from borderlab.documents.facsimile.shapes import Path, Shape, Text, moved, recoloured
from borderlab.documents.facsimile.view import LINES_ON_FORM, View

_DIAGONAL = -52.0


@dataclass(frozen=True)
class Page:
    """One page: what lies under the boxes, the boxes, and what lies over them."""

    under: tuple[Shape, ...]
    boxes: tuple[Box, ...]
    over: tuple[Shape, ...]

    def shapes(self) -> Iterator[Shape]:
        """All shapes in drawing order."""
        yield from self.under
        for box in self.boxes:
            yield from box.shapes
        yield from self.over


def pages_of(view: View) -> int:
    """How many pages the document has."""
    more = max(0, view.lines - LINES_ON_FORM)
    return 1 + max(-(-more // ANNEX_LINES), int(view.permit.form.annex_pages or 0))


def pages_stated(view: View) -> int:
    """How many pages the document says it has."""
    stated = view.permit.form.pages_stated
    return pages_of(view) if stated is None else 1 + max(0, int(stated))


def page(view: View, language: str, at: int) -> Page:
    """One page of a document; the first is 1.

    Raises:
        ValueError: the document has no such page.
    """
    total = pages_of(view)
    if not 1 <= at <= total:
        raise ValueError(f"the document has {total} pages; there is no page {at}")
    paper = _paper(view)
    form = Form(view, language, paper)
    under = [*_ground(view, paper), *_watermark(language)]
    if at == 1:
        for number in range(LINES_ON_FORM):
            under += form.line_letter(number, line_frame(number))
        drawn = Page(
            (*under, Path(outline(LEFT, TOP, RIGHT - LEFT, 277), stroke=FRAME, width=0.5)),
            tuple(form.first_page()),
            (*ink.first_page(view), *ink.margin_note(view)),
        )
    else:
        drawn = _annex(view, form, under, at)
    drawn = Page((*drawn.under, *_foot(language, at, pages_stated(view))), drawn.boxes, drawn.over)
    return _copied(drawn, view)


def _paper(view: View) -> str:
    if view.signs.has("photocopy"):
        return "#f3f3f1"
    return "#f4ecd6" if view.signs.has("paper_tone") else "#fbfaf5"


def _ground(view: View, paper: str) -> list[Shape]:
    shapes: list[Shape] = [Path(outline(0, 0, *PAGE), fill=paper)]
    if not view.signs.has("plain_paper", "photocopy"):
        room = (LEFT, TOP, RIGHT - LEFT, 277.0)
        shapes += tint(view.house.template, view.house.colour, room)
    return shapes


def _watermark(language: str) -> list[Shape]:
    text = words(language)["watermark"]
    size = 270.0 / width(text, "sans-bold", 1.0)
    mark = Text(0, size * 0.35, text, size, "sans-bold", "#7d8a84", "middle", 0.13)
    return [moved((mark,), PAGE[0] / 2, PAGE[1] / 2, _DIAGONAL)]


def _foot(language: str, at: int, total: int) -> list[Shape]:
    said = words(language)
    left = f"{said['watermark']}. {said['notice']}"
    fitted = fit((left,), "sans", (150, 3), 2.0, 1.4)
    right = said["page"].format(n=at, total=total)
    shapes: list[Shape] = [
        Text(LEFT, 290, fitted.lines[0], fitted.size, "sans", "#4a4f4c"),
        Text(RIGHT, 290, right, 2.0, "sans", "#4a4f4c", "end"),
    ]
    if at == 1 and total > 1:
        text = said["annex_pages"].format(n=total - 1)
        shapes.append(Text(RIGHT, 293, text, 1.9, "sans-bold", "#4a4f4c", "end"))
    return shapes


def _annex(view: View, form: Form, under: list[Shape], at: int) -> Page:
    said = form.words
    first = LINES_ON_FORM + (at - 2) * ANNEX_LINES
    numbers = range(first, min(first + ANNEX_LINES, view.lines))
    head = Rect(LEFT, TOP, RIGHT - LEFT, ANNEX_TOP - TOP - 4)
    title = clean(said["annex"].format(number=view.permit.number or ""))
    date = view.entries["13"][1] if len(view.entries["13"]) > 1 else ""
    office = f"{view.house.name} \N{MIDDLE DOT} {view.house.state}"
    rows = ((title, 4.6, "sans-bold"), (date, 3.2, "mono"), (office, 2.8, "mono"))
    shapes: list[Shape] = [Path(outline(head.x, head.y, head.w, head.h), stroke=FRAME, width=0.3)]
    y = head.y + 3
    for text, size, font in rows:
        fitted = fit((text,), font, (head.w - 8, size * 1.3), size, 1.6)
        y += size * 1.9
        shapes += [Text(head.x + 4, y, part, fitted.size, font) for part in fitted.lines]
    boxes = [Box(f"annex.{at}", head, title, tuple(shapes))]
    for row, number in enumerate(numbers):
        under += form.line_letter(number, line_frame(row, ANNEX_TOP))
        boxes += form.line(number, line_cells(row, ANNEX_TOP))
    foot = Rect(LEFT, 238, RIGHT - LEFT, 46)
    labels = [
        Path(outline(foot.x, foot.y, foot.w, foot.h), stroke=FRAME, width=0.22),
        Text(96, 281.5, said["signature"], 1.72, "sans", "#4a4f4c"),
        Text(150, 281.5, said["seal"], 1.72, "sans", "#4a4f4c"),
        *form.entry("13", Rect(foot.x + 2, foot.y + 4, 44, 30)),
    ]
    ends = f"{said['signature']}, {said['seal']}"
    boxes.append(Box(f"annex-end.{at}", foot, ends, tuple(labels)))
    return Page(tuple(under), tuple(boxes), tuple(ink.annex_page(view, at)))


def _copied(drawn: Page, view: View) -> Page:
    """The same page as it comes out of a copying machine."""
    if not view.signs.has("photocopy", "colour_copy"):
        return drawn
    change = _grey if view.signs.has("photocopy") else _faded
    dice = Dice("copy", view.occasion)
    specks: list[Shape] = []
    for _ in range(46):
        x, y = dice.random() * PAGE[0], dice.random() * PAGE[1]
        specks.append(Path(ellipse(x, y, dice.between(0.08, 0.3), dice.between(0.08, 0.25)),
                           fill="#3a3a3a", opacity=dice.between(0.25, 0.7)))  # fmt: skip
    strength = 1.0 if change is _grey else 0.5
    for at in range(7):
        w = 7.0 * (1 - at / 7) ** 1.6 + 0.5
        specks.append(Path(outline(PAGE[0] - w, 0, w, PAGE[1]), fill="#2a2a2a",
                           opacity=0.09 * strength))  # fmt: skip
        specks.append(Path(outline(0, 0, PAGE[0], w * 0.5), fill="#2a2a2a",
                           opacity=0.07 * strength))  # fmt: skip
    return Page(
        tuple(recoloured(shape, change) for shape in drawn.under),
        tuple(
            Box(box.key, box.rect, box.heading,
                tuple(recoloured(shape, change) for shape in box.shapes))
            for box in drawn.boxes
        ),
        (*(recoloured(shape, change) for shape in drawn.over), *specks),
    )  # fmt: skip


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _grey(colour: str) -> str:
    red, green, blue = _rgb(colour)
    light = (0.299 * red + 0.587 * green + 0.114 * blue) / 255
    light = min(1.0, max(0.0, (light - 0.5) * 1.35 + 0.48))
    return "#" + f"{round(255 * light):02x}" * 3


def _faded(colour: str) -> str:
    channels = _rgb(colour)
    mean = sum(channels) / 3
    return "#" + "".join(
        f"{min(255, round((mean + (c - mean) * 0.72) * 0.92 + 14)):02x}" for c in channels
    )
