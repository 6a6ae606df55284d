"""Shapes written as PDF, with the fonts that every reader has; the same bytes for the same page.

Streams stay uncompressed: compressed ones differ between versions of the compressor.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence

from borderlab.documents.facsimile.fonts import true_width
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
    content = [_Content() for _ in pages]
    streams = [writer.page(items, size) for writer, items in zip(content, pages, strict=True)]
    states = sorted({state for writer in content for state in writer.opacities})
    return _file(streams, states, size, title, language)


class _Content:
    """The drawing orders of one page."""

    def __init__(self) -> None:
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
        font = _FONTS[text.font][0]
        self._out.append(
            f"{self._state(text.opacity)} BT /{font} {_n(text.size)} Tf {_colour(text.fill)} rg"
        )
        if text.glyphs:
            for letter, (x, y, turn) in zip(text.text, text.glyphs, strict=True):
                c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
                matrix = " ".join(map(_n, (c, s, s, -c, x, y)))
                self._out.append(f"{matrix} Tm ({_string(letter)}) Tj")
        else:
            share = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
            x = text.x - share * true_width(_plain(text.text), text.font, text.size)
            self._out.append(f"1 0 0 -1 {_n(x)} {_n(text.y)} Tm ({_string(text.text)}) Tj")
        self._out.append("ET")


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


def _file(streams: Sequence[bytes], states: Sequence[int], size: tuple[float, float], title: str,
          language: str) -> bytes:  # fmt: skip
    fonts = " ".join(f"/{key} {5 + at} 0 R" for at, (key, _) in enumerate(_FONTS.values()))
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
