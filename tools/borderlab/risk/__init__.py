"""Risk: reading red flags as evidence, choosing under a budget, and checking the choice.

Everything loads on first use. In the order of the work: `indicators` and `evidence`;
`teaching_scorecard`, `naive_bayes` and `fit_logistic`; `select`, `override` and `Profile`; the
measures, intervals and estimates; `compare` policies; `audit`.
"""

from __future__ import annotations

import importlib
from typing import Any

_NAMES: dict[str, tuple[str, ...]] = {
    "ablation": ("ablate", "ablate_indicators", "origin_indicators", "proxies", "recognisable"),
    "group_audit": ("Audit", "audit", "burden_gap", "hit_gap"),
    "bayes": ("Rates", "fit_logistic", "fitted_rates", "naive_bayes", "teaching_rates"),
    "warnings_shown": ("caution", "cautions"),
    "curves": ("curve", "threshold_for_recall"),
    "estimates": (
        "Estimate",
        "Prior",
        "cusum",
        "first_alarm",
        "group_prior",
        "hajek",
        "horvitz_thompson",
        "page_hinkley",
    ),
    "evaluation": (
        "average_precision",
        "brier",
        "calibration",
        "confusion",
        "gains",
        "roc_area",
    ),
    "matrix": ("ABSENT", "MISSING", "PRESENT", "Evidence", "evidence"),
    "explore": ("compare", "stream"),
    "indicator_table": ("computable", "indicator", "indicators", "not_decidable"),
    "intervals": (
        "Interval",
        "clopper_pearson",
        "jeffreys",
        "newcombe",
        "rogan_gladen",
        "rogan_gladen_interval",
        "upper_bound_without_finds",
        "wilson",
    ),
    "limits": ("false_alarm_rate", "hit_rate_above", "impossibility"),
    "overrides": ("Override", "override", "override_rate"),
    "policies": ("POLICIES",),
    "profile": ("Profile", "evaluate"),
    "recalibration": ("calibration_line", "isotonic", "logistic_recalibration"),
    "scorecard": ("Scorecard", "teaching_scorecard"),
    "selection": ("LANES", "Selection", "select"),
    "urn": ("feedback_urn",),
}
_PUBLIC = {name: file for file, names in _NAMES.items() for name in names}

__all__ = sorted(_PUBLIC)  # noqa: PLE0605  (names are resolved by __getattr__)


def __getattr__(name: str) -> Any:
    """Load a public name from its file on first use."""
    if name not in _PUBLIC:
        raise AttributeError(f"module 'borderlab.risk' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"borderlab.risk.{_PUBLIC[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, for tab completion."""
    return list(__all__)
