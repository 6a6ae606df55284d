"""What stock nbgrader did with each kind, read back from a table that was written before.

To measure all of it anew takes more than an hour; a new kind takes half a minute.
"""

from __future__ import annotations

import re
from typing import Any

from grading.zoo.scene import KINDS

_ROW = re.compile(r"^\| (?P<what>.+?) \| (?P<ours>\*\*.+?) \| (?P<stock>.+) \|$", re.MULTILINE)
_NOT_MEASURED = "not measured"


def kept(page: str) -> dict[str, dict[str, Any] | None]:
    """Facts by name of the kind, with the words of the table; None for those not measured."""
    rows = {row["what"]: row["stock"] for row in _ROW.finditer(page)}
    return {kind.name: _facts(rows[kind.what]) for kind in KINDS if kind.what in rows}


def _facts(words: str) -> dict[str, Any] | None:
    if words.startswith(_NOT_MEASURED):
        return None
    points = re.search(r"(\d+(?:\.\d+)?) points", words)
    neighbours = re.search(r"neighbours: (\d) of 2", words)
    return {
        "words": words,
        "ended": "did not end" not in words,
        "score": float(points[1]) if points else None,
        "neighbours": int(neighbours[1]) if neighbours else 2,
        "told": ["ran"] if "runs the code" in words else [],
        "script": "script live" in words,
        "hidden": "hidden checks" in words,
    }
