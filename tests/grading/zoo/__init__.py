"""The zoo: kinds of damaged and hostile submissions, each with the row it must become.

    python -m grading.zoo.table --out docs/zoo.md     (in the folder tests)

runs stock nbgrader on each of them, too, and writes the table.
"""

from __future__ import annotations

from grading.zoo import (  # noqa: F401  (they register)
    answers,
    cells,
    code,
    crowds,
    files,
    packing,
    shapes,
    zips,
)
from grading.zoo.scene import FULL, KINDS, Kind, Scene, seat

__all__ = ["FULL", "KINDS", "Kind", "Scene", "seat"]
