"""Inspection policy: sampling, streams, queues, adversaries, and a year at a border post.

Everything loads on first use. `simulate` plays a policy on a stream of consignments; `policies`
holds the reference policies; `frontier` compares policies under a budget.
"""

from __future__ import annotations

import importlib
from typing import Any

_PUBLIC: dict[str, str] = {
    "Adversary": "adaptation",
    "Arrivals": "arrivals",
    "Importer": "gaming",
    "Lane": "policy",
    "Learning": "memory",
    "Levels": "histories",
    "Policy": "policy",
    "Post": "post",
    "Reason": "policy",
    "Sampling": "lots",
    "Selection": "policy",
    "SimulationResult": "results",
    "View": "policy",
    "drifted": "arrivals",
    "from_world": "arrivals",
    "frontier": "comparison",
    "policies_of": "comparison",
    "simulate": "simulation",
}

__all__ = sorted(_PUBLIC)  # noqa: PLE0605  (a list at run time)


def __getattr__(name: str) -> Any:
    """Load a public name from its file on first use."""
    if name not in _PUBLIC:
        raise AttributeError(f"module 'borderlab.inspection' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_PUBLIC[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, for tab completion."""
    return list(__all__)
