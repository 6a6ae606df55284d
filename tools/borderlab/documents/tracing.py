"""Which fields each rule reads, found by letting it run on a permit of which nothing is known."""

from __future__ import annotations

from functools import cache
from typing import Any

from borderlab.documents.adapter import Reference
from borderlab.documents.registry import CHECKS
from borderlab.documents.view import DERIVED, View


class _Tracer(View):
    """Notes the names that are asked for; those behind a derived name are kept with it."""

    def __init__(self, reference: Reference) -> None:
        super().__init__(reference, {})
        self.frames: list[set[str]] = [set()]
        self.behind: dict[str, frozenset[str]] = {}

    def _find(self, name: str) -> Any:
        self.frames.append(set())
        value = super()._find(name)
        self.behind[name] = frozenset(self.frames.pop())
        return value

    def __getattribute__(self, name: str) -> Any:
        if not name.startswith("_") and name not in _OWN:
            object.__getattribute__(self, "frames")[-1].add(name)
        return object.__getattribute__(self, name)


_OWN = {"ref", "has", "tables", "values", "above", "lift", "any_of", "frames", "behind"}
_BEHIND: dict[str, frozenset[str]] = {}


@cache
def reads(key: str, reference: Reference) -> frozenset[str]:
    """Names of the fields, derived ones included, that a check asks for."""
    tracer = _Tracer(reference)
    CHECKS[key].decide(tracer)
    for name, names in tracer.behind.items():
        _BEHIND.setdefault(name, names)
    return frozenset(tracer.frames[0])


@cache
def needed(keys: tuple[str, ...], reference: Reference) -> frozenset[str]:
    """Names that checks ask for, with all that derived ones are worked out from."""
    found: set[str] = set()
    left = [name for key in keys for name in reads(key, reference)]
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left.extend(behind(name))
    return frozenset(found)


def behind(name: str) -> frozenset[str]:
    """What a derived name is worked out from; nothing for a plain field."""
    return _BEHIND.get(name, frozenset())


def covered(name: str, fields: frozenset[str], absent: frozenset[str]) -> bool:
    """Whether a name is among fields, was recorded by nobody, or follows from such names."""
    if name in fields or name in absent:
        return True
    return name in DERIVED and all(covered(part, fields, absent) for part in behind(name))
