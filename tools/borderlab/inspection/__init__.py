"""Inspection policy: sampling, streams, queues, adversaries, and a year at a border post.

Everything loads on first use. In the order of the work: how many boxes to open (`sample_size`,
`detection`, `acceptance`, `operating_characteristic`); what the tools find (`cascade`); how a
stream is sampled (`csp1`, `skip_lot`, `Levels`); how long it waits (`waiting`, `waits`); who adapts
(`coverage`, `stackelberg`, `dresher`). `simulate` plays a policy on a year of consignments; the
module `policies` holds the reference policies; `frontier` compares policies under a budget.
"""

from __future__ import annotations

import importlib
from typing import Any

_NAMES: dict[str, tuple[str, ...]] = {
    "adaptation": ("Adversary",),
    "adversary": (
        "coverage",
        "displacement",
        "dresher",
        "inspect_first",
        "quantal_response",
        "violates",
    ),
    "arrivals": ("Arrivals", "drifted", "from_world"),
    "comparison": ("frontier", "policies_of"),
    "contents": ("Contents",),
    "curves": ("fixed_percentage", "operating_characteristic", "printed_table"),
    "gaming": ("Importer", "behaves_then_exploits", "best_response", "deterring_share", "honest"),
    "histories": ("Fall", "Levels", "long_run"),
    "lots": ("Sampling", "detections", "sample_sizes"),
    "memory": ("Learning",),
    "policy": ("Lane", "Policy", "Reason", "Selection", "View"),
    "post": ("Post",),
    "queues": (
        "erlang_b",
        "largest_inspection_rate",
        "mean_wait_general",
        "priority_waits",
        "waiting",
        "waits",
    ),
    "results": ("SimulationResult",),
    "sampling": (
        "Rounding",
        "acceptance",
        "bad_units",
        "ceiling",
        "clustered_pmf",
        "detection",
        "detection_clustered",
        "found_pmf",
        "sample_size",
        "sample_size_binomial",
        "sample_size_poisson",
        "sample_size_spreadsheet",
        "sample_table",
    ),
    "security": ("stackelberg",),
    "simulation": ("simulate",),
    "stages": ("STAGES", "Join", "Stage", "cascade", "human_sensitivity", "with_prevalence_effect"),
    "streams": (
        "csp1",
        "csp2",
        "csp3",
        "deterrence_floor",
        "run_csp1",
        "skip_lot",
        "worst_leakage",
    ),
    "two_stage": ("detection_door", "detection_expected", "detection_known"),
}
_FILES: dict[str, tuple[str, str]] = {
    name: (file, name) for file, names in _NAMES.items() for name in names
}
# Names that say too little, or something else, outside their file.
_FILES |= {
    "Opening": ("boxes", "Opening"),
    "Order": ("boxes", "Order"),
    "open_boxes": ("boxes", "simulate"),
    "run_levels": ("by_trader", "run"),
}

__all__ = sorted(_FILES)  # noqa: PLE0605  (a list at run time)


def __getattr__(name: str) -> Any:
    """Load a public name from its file on first use; `policies` is a file itself."""
    if name == "policies":
        return importlib.import_module(f"{__name__}.policies")
    if name not in _FILES:
        raise AttributeError(f"module 'borderlab.inspection' has no attribute {name!r}")
    file, inside = _FILES[name]
    value = getattr(importlib.import_module(f"{__name__}.{file}"), inside)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, for tab completion."""
    return [*__all__, "policies"]
