"""Letters that the fonts of every PDF reader lack, taken from DejaVu and put into the file.

DejaVu comes with matplotlib; it holds Latin letters of all Europe, Greek, Cyrillic, Hebrew and
Arabic, but no Chinese. Only the letters that a page uses go into the file.
"""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILES = {
    "mono": "DejaVuSansMono.ttf",
    "mono-bold": "DejaVuSansMono-Bold.ttf",
    "mono-italic": "DejaVuSansMono-Oblique.ttf",
    "sans": "DejaVuSans.ttf",
    "sans-bold": "DejaVuSans-Bold.ttf",
}


@dataclass(frozen=True)
class Embedded:
    """A font with the letters of one file.

    Attributes:
        name: PostScript name.
        data: the font file.
        glyphs: letter -> its number in the file.
        widths: width of each letter, in thousandths of the letter size.
        box: bounding box of all letters, in the same measure.
        ascent, descent: above and below the baseline.
    """

    name: str
    data: bytes
    glyphs: dict[str, int]
    widths: dict[str, int]
    box: tuple[int, ...]
    ascent: int
    descent: int


@cache
def _opened(font: str) -> Any:
    """The font, or None where matplotlib's fonts are not at hand."""
    found = importlib.util.find_spec("matplotlib")
    if found is None or not found.submodule_search_locations:
        return None
    path = Path(next(iter(found.submodule_search_locations)), "mpl-data", "fonts", "ttf")
    if not (path / FILES[font]).is_file():
        return None
    return _reader()(path / FILES[font], recalcTimestamp=False, lazy=True)


def _reader() -> Any:
    """The class that reads font files; it comes with matplotlib."""
    return importlib.import_module("fontTools.ttLib").TTFont


@cache
def _letters(font: str) -> dict[int, str]:
    opened = _opened(font)
    return {} if opened is None else dict(opened.getBestCmap())


@cache
def home_of(letter: str, font: str) -> str:
    """The font that has a letter: the one asked for, else the upright sans-serif, else ""."""
    return next((key for key in (font, "sans") if ord(letter) in _letters(key)), "")


@cache
def advance(letter: str, font: str) -> float | None:
    """Width of a letter in letter sizes; None if no font has it."""
    home = home_of(letter, font)
    if not home:
        return None
    opened = _opened(home)
    width = opened["hmtx"][_letters(home)[ord(letter)]][0]
    return float(width / opened["head"].unitsPerEm)


@cache
def is_core(letter: str) -> bool:
    """Whether the fonts of every reader have a letter."""
    return bool(letter.encode("cp1252", "ignore"))


def embedded(font: str, letters: Iterable[str]) -> Embedded:
    """The part of a font that holds some letters; the same bytes for the same letters."""
    subset = importlib.import_module("fontTools.subset")
    wanted = sorted(set(letters))
    opened = _reader()(_opened(font).reader.file.name, recalcTimestamp=False)
    options = subset.Options(hinting=False, layout_features=[], name_IDs=[6], notdef_outline=True)
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "kern", "FFTM", "gasp"]
    tool = subset.Subsetter(options)
    tool.populate(unicodes=[ord(letter) for letter in wanted])
    tool.subset(opened)
    names, em = opened.getBestCmap(), opened["head"].unitsPerEm
    data = io.BytesIO()
    opened.save(data)
    glyphs = {letter: opened.getGlyphID(names[ord(letter)]) for letter in wanted}
    head, hhea = opened["head"], opened["hhea"]

    def scaled(length: float) -> int:
        found: int = round(1000 * length / em)
        return found

    return Embedded(
        name="AAAAAA+" + FILES[font].removesuffix(".ttf"),
        data=data.getvalue(),
        glyphs=glyphs,
        widths={letter: scaled(opened["hmtx"][names[ord(letter)]][0]) for letter in wanted},
        box=tuple(scaled(side) for side in (head.xMin, head.yMin, head.xMax, head.yMax)),
        ascent=scaled(hhea.ascent),
        descent=scaled(hhea.descent),
    )
