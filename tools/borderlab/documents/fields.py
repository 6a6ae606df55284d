"""The list of fields, read off the dataclasses, so that model and columns cannot drift apart."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from borderlab.documents.model import PARTS, Permit, PermitLine


@dataclass(frozen=True, slots=True)
class Field:
    """One column: ``kind`` is code, text, flag, day or number; ``set`` a vocabulary or pool."""

    name: str
    kind: str
    set: str
    box: str
    path: str


def _fields(cls: type[Any], prefix: str = "") -> list[Field]:
    return [
        Field(f.name, kind, f.metadata.get("vocabulary") or f.metadata.get("pool", ""),
              f.metadata["box"], prefix + f.name)
        for f in dataclasses.fields(cls)
        if (kind := f.metadata.get("kind")) is not None
    ]  # fmt: skip


_ALL_PERMIT = _fields(Permit) + [
    item for part, cls in PARTS.items() for item in _fields(cls, f"{part}.")
]
_ALL_LINE = _fields(PermitLine)
PERMIT_FIELDS = tuple(item for item in _ALL_PERMIT if item.kind != "many")
LINE_FIELDS = tuple(item for item in _ALL_LINE if item.kind != "many")
BY_NAME = {item.name: item for item in (*_ALL_PERMIT, *_ALL_LINE)}
"""Every field of permits and lines, tuples included."""

# Flags worked out from texts and tuples when permits are read.
PERMIT_DERIVED = dict.fromkeys(
    ("open_alterations", "extensions", "holder_overstep", "number_odd", "number_alerted",
     "party_wanted"),
    "flag",
)  # fmt: skip
LINE_DERIVED = dict.fromkeys(
    ("has_marks", "unmatched_marks", "tag_problem", "label_problem", "operation_registered",
     "common_name_differs", "first_line"),
    "flag",
)  # fmt: skip

permit_values = attrgetter(*(item.path for item in PERMIT_FIELDS))
line_values = attrgetter(*(item.path for item in LINE_FIELDS))
