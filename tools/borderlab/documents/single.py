"""One permit on a click: single values instead of arrays, and earlier answers remembered."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

import numpy as np

from borderlab.documents.adapter import Reference
from borderlab.documents.columns import DTYPES, EMPTY, Texts, encoder
from borderlab.documents.facts import line_facts, permit_facts
from borderlab.documents.fields import (
    LINE_DERIVED,
    LINE_FIELDS,
    PERMIT_DERIVED,
    PERMIT_FIELDS,
    Field,
    line_values,
    permit_values,
)
from borderlab.documents.findings import Findings, Masks
from borderlab.documents.model import Permit, PermitLine
from borderlab.documents.registry import Check
from borderlab.documents.view import DERIVED, KINDS, View

Encoder = tuple[str, Callable[[Any], int], Callable[[int], Any]]
_TRUE = np.ones(1, dtype=bool)
_FLAGS = {-1: np.int8(-1), 0: np.int8(0), 1: np.int8(1)}


class _Encoders:
    """How the fields of one permit become numbers; texts are numbered anew for each permit."""

    def __init__(self, reference: Reference) -> None:
        self.texts: dict[str, Texts] = {}
        self.permit = self._made(PERMIT_FIELDS, reference)
        self.line = self._made(LINE_FIELDS, reference)

    def _made(self, fields: tuple[Field, ...], reference: Reference) -> list[Encoder]:
        return [(f.name, encoder(f, reference, self.texts), DTYPES[f.kind]) for f in fields]


@cache
def _encoders(reference: Reference) -> _Encoders:
    return _Encoders(reference)


def _values(encoders: list[Encoder], cells: tuple[Any, ...]) -> dict[str, Any]:
    return {
        name: kind(code(cell))
        for (name, code, kind), cell in zip(encoders, cells, strict=True)
        if cell is not None
    }


@cache
def _unrecorded() -> dict[str, Any]:
    """What a field holds that nobody recorded and that is not worked out from others."""
    return {
        name: EMPTY[kind] for name, kind in KINDS.items() if kind in EMPTY and name not in DERIVED
    }


def _view(reference: Reference, values: dict[str, Any], above: View | None = None) -> View:
    """A view of one row whose fields all stand ready, so that none is looked up."""
    view = View(reference, values, above)
    vars(view).update(_unrecorded() | (dict(above.values) if above else {}) | values)
    return view


@lru_cache(maxsize=512)
def verify_one(permit: Permit, reference: Reference, checks: tuple[Check, ...]) -> Findings:
    """Findings of one permit; rules across permits are left out."""
    made = _encoders(reference)
    for texts in made.texts.values():
        texts.forget()
    values = _values(made.permit, permit_values(permit))
    flags = permit_facts(permit, reference)
    values |= {name: _FLAGS[flag] for name, flag in zip(PERMIT_DERIVED, flags, strict=True)}
    above = _view(reference, values)
    lines = []
    for at, line in enumerate(permit.lines or (PermitLine(),)):
        own = _values(made.line, line_values(line))
        flags = line_facts(permit, line, reference, at)
        own |= {name: _FLAGS[flag] for name, flag in zip(LINE_DERIVED, flags, strict=True)}
        lines.append(_view(reference, own, above))
    masks = Masks(1)
    for check in checks:
        if check.level == "permit":
            if check.decide(above):
                masks.add(check.key, _TRUE)
        elif check.level == "line":
            failed = tuple(at for at, view in enumerate(lines) if check.decide(view))
            if failed:
                masks.add(check.key, _TRUE)
                masks.lines[check.key] = {0: failed}
    confirmed = permit.presentation.confirmed
    return Findings(masks, {0: confirmed} if confirmed else {}, only=tuple(c.key for c in checks))
