"""Small pictures: the motifs of the invented authorities, and the mark of the training form."""

from __future__ import annotations

from functools import lru_cache

from borderlab.documents.facsimile.curves import (
    ellipse,
    line,
    polygon,
    regular,
    rosette,
    shield,
    smooth,
)
from borderlab.documents.facsimile.shapes import Path, Segment, Shape

# Each motif: areas and lines in a square of 20 around (0, 0).
_AREAS: dict[str, tuple[tuple[Segment, ...], ...]] = {
    "tree": (
        smooth(((0, -10), (5, -6), (8, -2), (6, 3), (0, 3.5), (-6, 3), (-8, -2), (-5, -6)),
               closed=True),
        polygon(((-1.1, 3), (1.1, 3), (1.8, 9.5), (-1.8, 9.5))),
    ),
    "mountain": (
        polygon(((-10, 8), (-3, -7), (0.5, -0.5), (3.5, -5), (10, 8))),
        ellipse(6, -7, 2, 2),
    ),
    "bird": (
        smooth(((-10, -4), (-4, -3), (-1, 1), (2, -5), (7, -8), (10, -7), (7, -5), (6, 1), (1, 6),
                (-5, 9), (-2, 4), (-7, 1)), closed=True),
    ),
    "leaf": (smooth(((0, -10), (5, -5), (6, 1), (0, 8), (-6, 1), (-5, -5)), closed=True),),
    "wave": (
        smooth(((-10, 6), (-7, -3), (0, -8), (6, -5), (5, -1), (1, -2), (0, 2), (4, 6), (10, 7),
                (0, 8)), closed=True),
    ),
    "star": (regular(5, 10, -90, 0.42),),
    "paw": (
        smooth(((0, 0), (5, 3), (5.5, 7), (0, 7.5), (-5.5, 7), (-5, 3)), closed=True),
        ellipse(-7, -2, 2, 3), ellipse(-2.6, -6, 2.1, 3.2), ellipse(2.6, -6, 2.1, 3.2),
        ellipse(7, -2, 2, 3),
    ),
    "sun": (ellipse(0, 0, 4.6, 4.6), regular(12, 10, 0, 0.62)),
}  # fmt: skip
_LINES: dict[str, tuple[tuple[Segment, ...], ...]] = {
    "leaf": (line((0, 10), (0, -7)), line((0, 2), (3.5, -2)), line((0, 2), (-3.5, -2))),
    "tree": (line((-7, 9.6), (7, 9.6)),),
    "mountain": (line((-10, 9.6), (10, 9.6)),),
    "wave": (smooth(((-10, 9.8), (-5, 9), (0, 9.8), (5, 9), (10, 9.8))),),
}
MOTIFS = tuple(_AREAS)


def motif(name: str, colour: str, size: float, *, solid: bool = True) -> tuple[Path, ...]:
    """A motif around (0, 0), ``size`` mm high; an unknown name is drawn as a star."""
    k = size / 20
    areas = _AREAS.get(name, _AREAS["star"])
    fill, pen = (colour, "") if solid and name != "sun" else ("", colour)
    shapes = [Path(_scaled(area, k), fill=fill, stroke=pen or colour, width=0.04 * size)
              for area in areas]  # fmt: skip
    inner = "#ffffff" if solid and name == "leaf" else colour
    shapes += [
        Path(_scaled(lines, k), stroke=inner, width=0.045 * size) for lines in _LINES.get(name, ())
    ]
    return tuple(shapes)


def logo(name: str, colour: str, size: float) -> tuple[Shape, ...]:
    """What an authority prints on its forms: its motif on a shield, around (0, 0)."""
    return (
        Path(shield(size * 0.84, size), fill="#ffffff", stroke=colour, width=size * 0.035),
        Path(shield(size * 0.74, size * 0.89), stroke=colour, width=size * 0.012),
        *motif(name, colour, size * 0.46),
    )


@lru_cache(maxsize=16)
def training_mark(colour: str, size: float) -> tuple[Shape, ...]:
    """The invented emblem of the form: a leaf and a fin in a guilloche ring, around (0, 0)."""
    k = size / 20
    leaf = smooth(((-1, 6), (-6, 2), (-5, -4), (0, -7.5), (1.5, -2)), closed=True)
    fin = smooth(((0.5, 6), (6, 5), (6.2, -1), (3.4, -6), (3.2, 0)), closed=True)
    return (
        Path(_scaled(rosette(10, 18, 0.14), k), stroke=colour, width=0.16),
        Path(_scaled(rosette(9.6, 18, 0.14), k), stroke=colour, width=0.1),
        Path(_scaled(ellipse(0, 0, 8.2, 8.2), k), fill="#ffffff", stroke=colour, width=0.25),
        Path(_scaled(leaf, k), fill=colour),
        Path(_scaled(fin, k), fill=colour, opacity=0.55),
    )


def _scaled(segments: tuple[Segment, ...], k: float) -> tuple[Segment, ...]:
    return tuple((op, tuple(n * k for n in numbers)) for op, numbers in segments)
