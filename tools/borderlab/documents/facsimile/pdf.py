"""Shapes written as PDF, the same bytes for the same page.

Western letters are in the fonts that every reader has; others come from DejaVu, in the file.
Streams stay uncompressed: compressed ones differ between versions of the compressor.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from borderlab.documents.facsimile.embedding import Embedded, embedded, home_of, is_core
from borderlab.documents.facsimile.fonts import true_width
from borderlab.documents.facsimile.pdf_fonts import FONT_OBJECTS, font_objects
from borderlab.documents.facsimile.scripts import as_shown
from borderlab.documents.facsimile.shapes import IDENTITY, Group, Path, Shape, Text

_POINTS = 72 / 25.4
_FONTS = {
    "mono": ("F1", "Courier"),
    "mono-bold": ("F2", "Courier-Bold"),
    "mono-italic": ("F3", "Courier-Oblique"),
    "sans": ("F4", "Helvetica"),
    "sans-bold": ("F5", "Helvetica-Bold"),
}


def document(pages: Sequence[Iterable[Shape]], size: tuple[float, float], *, title: str,
             language: str) -> bytes:  # fmt: skip
    """A PDF file with one page per list of shapes.

    Args:
        pages: shapes of each page, in mm.
        size: width and height of the pages in mm.
        title: title of the file.
        language: language code of its text.
    """
    pages = [tuple(items) for items in pages]
    fonts = {font: embedded(font, letters) for font, letters in sorted(_missing(pages).items())}
    content = [_Content(fonts) for _ in pages]
    streams = [writer.page(items, size) for writer, items in zip(content, pages, strict=True)]
    states = sorted({state for writer in content for state in writer.opacities})
    return _file(streams, states, fonts, size, (title, language))


def _missing(pages: Iterable[Iterable[Shape]]) -> dict[str, set[str]]:
    """Font -> letters of its texts that readers lack and DejaVu has."""
    found: dict[str, set[str]] = {}
    left: list[Shape] = [item for items in pages for item in items]
    while left:
        item = left.pop()
        if isinstance(item, Group):
            left.extend(item.items)
        elif isinstance(item, Text):
            for letter in as_shown(item.text):
                if not is_core(letter) and (home := home_of(letter, item.font)):
                    found.setdefault(home, set()).add(letter)
    return found


class _Content:
    """The drawing orders of one page."""

    def __init__(self, fonts: Mapping[str, Embedded]) -> None:
        self.fonts = fonts
        self.opacities: set[int] = set()
        self._out: list[str] = []

    def page(self, items: Iterable[Shape], size: tuple[float, float]) -> bytes:
        k = _POINTS
        self._out = ["1 J 1 j", f"{_n(k)} 0 0 {_n(-k)} 0 {_n(size[1] * k)} cm"]
        self._shapes(items)
        return "\n".join(self._out).encode("latin-1")

    def _shapes(self, items: Iterable[Shape]) -> None:
        for item in items:
            if isinstance(item, Group):
                self._group(item)
            elif isinstance(item, Text):
                self._text(item)
            else:
                self._path(item)

    def _group(self, group: Group) -> None:
        for x, y in group.copies or ((0.0, 0.0),):
            plain = group.matrix == IDENTITY and (x, y) == (0.0, 0.0)
            if not plain:
                self._out.append("q")
            if group.matrix != IDENTITY:
                self._out.append(" ".join(map(_n, group.matrix)) + " cm")
            if (x, y) != (0.0, 0.0):
                self._out.append(f"1 0 0 1 {_n(x)} {_n(y)} cm")
            self._shapes(group.items)
            if not plain:
                self._out.append("Q")

    def _state(self, opacity: float) -> str:
        share = round(100 * min(1.0, opacity))
        self.opacities.add(share)
        return f"/G{share} gs"

    def _path(self, path: Path) -> None:
        if not (path.fill or path.stroke):
            return
        out = [self._state(path.opacity)]
        if path.fill:
            out.append(_colour(path.fill) + " rg")
        if path.stroke:
            dash = " ".join(map(_n, path.dash))
            out.append(f"{_colour(path.stroke)} RG {_n(path.width)} w [{dash}] 0 d")
        for op, numbers in path.segments:
            letter = "h" if op == "Z" else op.lower()
            out.append(" ".join([*map(_n, numbers), letter]))
        out.append("B" if path.fill and path.stroke else "f" if path.fill else "S")
        self._out.extend(out)

    def _text(self, text: Text) -> None:
        self._out.append(f"{self._state(text.opacity)} BT {_colour(text.fill)} rg")
        if text.glyphs:
            for letter, (x, y, turn) in zip(text.text, text.glyphs, strict=True):
                c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
                matrix = " ".join(map(_n, (c, s, s, -c, x, y)))
                self._out.append(f"{matrix} Tm {self._shown(letter, text)}")
        else:
            shown = as_shown(text.text)
            share = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
            x = text.x - share * true_width(shown, text.font, text.size)
            self._out.append(f"1 0 0 -1 {_n(x)} {_n(text.y)} Tm {self._shown(shown, text)}")
        self._out.append("ET")

    def _home(self, letter: str, font: str) -> str:
        """The embedded font that a letter comes from, "" for none."""
        return "" if is_core(letter) else home_of(letter, font)

    def _shown(self, letters: str, text: Text) -> str:
        """Letters in the font that has them, run by run."""
        size = _n(text.size)
        out = []
        for home, part in groupby(letters, key=lambda c: self._home(c, text.font)):
            if home:
                glyphs = self.fonts[home].glyphs
                codes = "".join(f"{glyphs[c]:04X}" for c in part)
                out.append(f"/E{_FONTS[home][0]} {size} Tf <{codes}> Tj")
            else:
                out.append(f"/{_FONTS[text.font][0]} {size} Tf ({_string(''.join(part))}) Tj")
        return " ".join(out)


def _n(x: float) -> str:
    text = f"{x:.4f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _colour(colour: str) -> str:
    return " ".join(_n(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))


def _plain(text: str) -> str:
    """Text in the letters that the fonts have; others lose their accents or become ``?``."""
    out = []
    for c in text:
        for form in (c, unicodedata.normalize("NFKD", c)[:1], "?"):
            if form.encode("cp1252", "ignore"):
                out.append(form)
                break
    return "".join(out)


def _string(text: str) -> str:
    raw = _plain(text).encode("cp1252").decode("latin-1")
    return raw.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(streams: Sequence[bytes], states: Sequence[int], own: Mapping[str, Embedded],
          size: tuple[float, float], says: tuple[str, str]) -> bytes:  # fmt: skip
    title, language = says
    fonts = " ".join(f"/{key} {5 + at} 0 R" for at, (key, _) in enumerate(_FONTS.values()))
    after = 5 + len(_FONTS) + 2 * len(streams)
    for at, font in enumerate(own):
        fonts += f" /E{_FONTS[font][0]} {after + at * FONT_OBJECTS} 0 R"
    graphics = " ".join(f"/G{n} <</ca {_n(n / 100)} /CA {_n(n / 100)}>>" for n in states)
    first = 5 + len(_FONTS)
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(streams)))
    paper = f"0 0 {_n(round(size[0] * _POINTS, 2))} {_n(round(size[1] * _POINTS, 2))}"
    name = "FEFF" + title.encode("utf-16-be").hex().upper()
    objects: list[bytes] = [
        f"<</Type /Catalog /Pages 2 0 R /Lang ({language})"
        " /ViewerPreferences <</DisplayDocTitle true>>>>".encode(),
        f"<</Type /Pages /Count {len(streams)} /Kids [{kids}]>>".encode(),
        f"<</Title <{name}>>>".encode(),
        f"<</Font <<{fonts}>> /ExtGState <<{graphics}>>>>".encode(),
        *(
            f"<</Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding>>".encode()
            for _, base in _FONTS.values()
        ),
    ]
    for at, stream in enumerate(streams):
        objects.append(
            f"<</Type /Page /Parent 2 0 R /MediaBox [{paper}] /Resources 4 0 R"
            f" /Contents {first + 2 * at + 1} 0 R>>".encode()
        )
        objects.append(b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream))
    for at, letters in enumerate(own.values()):
        objects += font_objects(letters, after + at * FONT_OBJECTS)
    return _assembled(objects)


def _assembled(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d /Root 1 0 R /Info 3 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)
