"""The facsimile: a permit drawn after the layout of the standard form, as SVG and PDF."""

from borderlab.documents.facsimile.drawing import (
    BoxGeometry,
    Facsimile,
    Svg,
    boxes,
    describe,
    draw,
)
from borderlab.documents.facsimile.facsimile_specimens import describe_specimen, specimen
from borderlab.documents.facsimile.layout import DETAILS
from borderlab.documents.facsimile.signs import KINDS, Sign, Signs, added_line, signs

__all__ = [
    "DETAILS",
    "KINDS",
    "BoxGeometry",
    "Facsimile",
    "Sign",
    "Signs",
    "Svg",
    "added_line",
    "boxes",
    "describe",
    "describe_specimen",
    "draw",
    "signs",
    "specimen",
]
