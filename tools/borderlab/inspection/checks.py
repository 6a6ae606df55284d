"""Refusing numbers that no inspection formula can mean anything for: the checks of `risk`."""

from borderlab.risk.checks import (
    choice,
    count,
    counts,
    finite,
    floats,
    inside,
    marks,
    not_negative,
    numeric,
    outcomes,
    positive,
    probability,
)

__all__ = [
    "choice",
    "count",
    "counts",
    "finite",
    "floats",
    "inside",
    "marks",
    "not_negative",
    "numeric",
    "outcomes",
    "positive",
    "probability",
]
