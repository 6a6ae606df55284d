"""The invented world and the seeded generator of shipments, permits, traders and inspections.

Everything loads on first use: `load` for learners, `generate` for trainers and tests.
"""

from __future__ import annotations

import importlib
from typing import Any

_PUBLIC: dict[str, str] = {
    "Atlas": "borderlab.world.places",
    "Port": "borderlab.world.places",
    "SCENARIOS": "borderlab.world.scenarios",
    "Scenario": "borderlab.world.scenarios",
    "State": "borderlab.world.places",
    "World": "borderlab.world.tables",
    "appendix": "borderlab.world.listing",
    "atlas": "borderlab.world.places",
    "generate": "borderlab.world.generator",
    "impossible": "borderlab.world.checks",
    "load": "borderlab.world.loading",
    "map_svg": "borderlab.world.map_drawing",
    "scenario": "borderlab.world.scenarios",
}

__all__ = list(_PUBLIC)


def __getattr__(name: str) -> Any:
    """Load a public name from its file on first use."""
    if name not in _PUBLIC:
        raise AttributeError(f"module 'borderlab.world' has no attribute {name!r}")
    value = getattr(importlib.import_module(_PUBLIC[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, for tab completion."""
    return list(__all__)
