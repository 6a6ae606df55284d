"""A permit drawn: pages as SVG, HTML for printing, and PDF; boxes and crops for widgets."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from html import escape

from borderlab.documents.facsimile import pdf, svg
from borderlab.documents.facsimile.curves import box as outline
from borderlab.documents.facsimile.facsimile_describe import Reader
from borderlab.documents.facsimile.form import Box
from borderlab.documents.facsimile.layout import DETAILS, PAGE, Rect
from borderlab.documents.facsimile.shapes import Group, Path, Shape
from borderlab.documents.facsimile.sheet import Page, page, pages_of
from borderlab.documents.facsimile.signs import LINE_BOXES, Sign
from borderlab.documents.facsimile.view import View, view
from borderlab.documents.model import Permit
from borderlab.i18n import language as language_in_use

_AROUND = 5.0


@dataclass(frozen=True, slots=True)
class BoxGeometry:
    """A box for a widget.

    Attributes:
        id: such as ``"2"``, ``"11.A"`` or ``"header"``; on an annex page also ``"annex.2"`` (its
            head) and ``"annex-end.2"`` (stamp and signature), with the number of the page.
        page: page it stands on, from 1.
        x, y, w, h: place on the page, mm.
        label: what a screen reader says, in the reader's language.
        text: what is filled in, lines joined by a line feed.
    """

    id: str
    page: int
    x: float
    y: float
    w: float
    h: float
    label: str
    text: str


@dataclass(frozen=True)
class Svg:
    """A picture; notebooks show it as it is."""

    text: str

    def __str__(self) -> str:
        return self.text

    def _repr_svg_(self) -> str:
        return self.text


class Facsimile:
    """The drawing of one permit.

    Args:
        permit: the permit; its own fields say what is missing, altered or copied.
        language: of the printed form and of all descriptions; default the language in use.
        signs: what else can be seen.
        prefix: keeps ids apart when several pictures stand on one page; default made from the
            permit's number.
    """

    def __init__(self, permit: Permit, language: str = "", signs: Iterable[Sign] = (),
                 prefix: str = "") -> None:  # fmt: skip
        self.language = language or language_in_use()
        self.view: View = view(permit, self.language, signs)
        self.reader = Reader(self.view, self.language)
        seed = f"{permit.number}|{self.language}|{self.view.signs.all}"
        self.prefix = (
            prefix or "permit-" + hashlib.sha256(seed.encode(errors="replace")).hexdigest()[:8]
        )

    @property
    def pages(self) -> int:
        """How many pages there are; annex pages hold the lines after D."""
        return pages_of(self.view)

    @cached_property
    def drawn(self) -> tuple[Page, ...]:
        """The shapes of every page."""
        return tuple(page(self.view, self.language, at + 1) for at in range(self.pages))

    @cached_property
    def boxes(self) -> tuple[BoxGeometry, ...]:
        """Every box in reading order, with its place and text."""
        return tuple(
            BoxGeometry(box.key, at, box.rect.x, box.rect.y, box.rect.w, box.rect.h,
                        self.reader.label(box.key, box.heading), self.reader.text(box.key))
            for at, drawn in enumerate(self.drawn, start=1)
            for box in drawn.boxes
        )  # fmt: skip

    def crop(self, box: str, around: float = _AROUND) -> tuple[int, tuple[float, ...]]:
        """Page and ``viewBox`` (x, y, width, height in mm) that show a box with its surroundings.

        Args:
            box: id of a box, or one of `layout.DETAILS` such as ``"seal"``.
            around: how much of the surroundings, mm.

        Raises:
            ValueError: the document has no such box.
        """
        if box in DETAILS:
            part = DETAILS[box].inset(-around / 2)
            return 1, (part.x, part.y, min(part.w, PAGE[0] - part.x), part.h)
        for found in self.boxes:
            if found.id == box:
                x, y = max(0.0, found.x - around), max(0.0, found.y - around)
                w = min(PAGE[0], found.x + found.w + around) - x
                return found.page, (x, y, w, min(PAGE[1], found.y + found.h + around) - y)
        raise ValueError(f"the document has no box {box!r}; it has "
                         f"{', '.join(known.id for known in self.boxes)}")  # fmt: skip

    def svg(self, at: int = 1, zoom: str | None = None) -> Svg:
        """A page as SVG, 210 by 297 mm.

        Args:
            at: page, from 1.
            zoom: a box to show with its surroundings instead of the whole page.

        Raises:
            ValueError: there is no such page or box.
        """
        frame: tuple[float, ...] = (0.0, 0.0, *PAGE)
        if zoom is not None:
            at, frame = self.crop(zoom)
        if not 1 <= at <= self.pages:
            raise ValueError(f"the document has {self.pages} pages; there is no page {at}")
        writer = svg.Writer(f"{self.prefix}-{at}")
        drawn = self.drawn[at - 1]
        name = f"{self.prefix}-{at}"
        size = 'width="210mm" height="297mm"' if zoom is None else 'width="100%"'
        body = writer.write(self._interactive(drawn))
        return Svg(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{" ".join(map(svg.num, frame))}"'
            f' {size} role="group" lang="{self.language}" aria-labelledby="{name}-t"'
            f' aria-describedby="{name}-d" font-family="{svg.MONO}">'
            f'<title id="{name}-t">{escape(self.reader.title(at, self.pages), quote=False)}</title>'
            f'<desc id="{name}-d">{escape(self.reader.summary(), quote=False)}</desc>{body}</svg>'
        )

    def _interactive(self, drawn: Page) -> tuple[Shape, ...]:
        hidden = (("aria-hidden", "true"), ("pointer-events", "none"))
        return (
            Group(drawn.under, attributes=hidden),
            *(self._box(box) for box in drawn.boxes),
            Group(drawn.over, attributes=hidden),
        )

    def _box(self, box: Box) -> Group:
        name, _, line = box.key.partition(".")
        name = name.partition("-")[0]
        # The empty boxes of unused lines can be clicked, but are no stops of the tab key.
        stop = "-1" if self.reader.unused(box.key) else "0"
        attributes = [("role", "button"), ("tabindex", stop), ("class", "permit-box"),
                      ("data-key", box.key), ("data-box", name)]  # fmt: skip
        if name in LINE_BOXES:
            attributes.append(("data-line", line))
        attributes.append(("aria-label", self.reader.label(box.key, box.heading)))
        return Group((*box.shapes, _hit(box.rect)), attributes=tuple(attributes))

    def html(self) -> str:
        """A page for printing: each page of the document on one A4 sheet."""
        sheets = "".join(f"<section>{self.svg(at + 1)}</section>" for at in range(self.pages))
        said = escape(self.reader.title(1, 1), quote=False)
        return (
            f'<!doctype html><html lang="{self.language}"><head><meta charset="utf-8">'
            f"<title>{said}</title><style>@page{{size:A4 portrait;margin:0}}"
            "html,body{margin:0;background:#fff}section{width:210mm;height:297mm;overflow:hidden;"
            "break-inside:avoid;margin:0 auto}section+section{break-before:page}"
            "svg{display:block;max-width:100%;height:auto}"
            "*{-webkit-print-color-adjust:exact;print-color-adjust:exact}"
            "@media screen{section{max-width:100%;height:auto}}"
            f"</style></head><body>{sheets}</body></html>"
        )

    def pdf(self) -> bytes:
        """All pages as PDF; the same bytes for the same permit."""
        return pdf.document([drawn.shapes() for drawn in self.drawn], PAGE,
                            title=self.reader.title(1, 1), language=self.language)  # fmt: skip

    def description(self) -> tuple[tuple[str, str], ...]:
        """Key and sentences for every box: all that can be read and seen, in reading order."""
        said = [
            (box.id, self.reader.sentences(box.id, box.label))
            for box in self.boxes
            if not self.reader.unused(box.id)
        ]
        unused = self.reader.unused_lines()
        if unused:
            at = next(n for n, (key, _) in enumerate(said) if key == "13")
            said.insert(at, ("lines", unused))
        return (*said, *self.reader.paper())


def _hit(rect: Rect) -> Group:
    """A clear area that takes the pointer; filled, so that all of the box can be clicked."""
    area = Path(outline(rect.x, rect.y, rect.w, rect.h), fill="#ffffff", opacity=0.0)
    return Group((area,), attributes=(("class", "permit-hit"),))


def draw(permit: Permit, language: str = "", defects: Iterable[Sign] = (),
         zoom: str | None = None, prefix: str = "") -> Svg:  # fmt: skip
    """The first page of a permit as SVG; see `Facsimile` for all pages, boxes and PDF."""
    return Facsimile(permit, language, defects, prefix).svg(zoom=zoom)


def boxes(
    permit: Permit, language: str = "", defects: Iterable[Sign] = ()
) -> tuple[BoxGeometry, ...]:
    """Every box of a permit's drawing."""
    return Facsimile(permit, language, defects).boxes


def describe(permit: Permit, language: str = "", defects: Iterable[Sign] = ()) -> str:
    """What can be read and seen on a permit, as text: one paragraph per box."""
    return "\n".join(text for _, text in Facsimile(permit, language, defects).description())
