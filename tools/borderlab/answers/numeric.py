"""Numbers with a tolerance, partial bands and near misses that show a misconception."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from borderlab.answers.outcome import Outcome
from borderlab.answers.plain import is_number

_RELATIVE_SLACK = 1e-9  # a tolerance is inclusive, also when 0.1 + 0.2 is not quite 0.3
_ABSOLUTE_SLACK = 1e-12


def within(value: float, target: float, tolerance: float) -> bool:
    """Whether a number is at most ``tolerance`` away from the target, bounds included."""
    slack = max(_ABSOLUTE_SLACK, _RELATIVE_SLACK * max(abs(target), tolerance))
    return abs(value - target) <= tolerance + slack


def judge_number(key: Mapping[str, Any], value: Any) -> Outcome:
    """Compare a number with the key.

    Args:
        key: ``answer``; ``tolerance`` (default 0) as a distance, or with ``relative`` as a share
            of the answer; ``partial``: bands with a wider ``tolerance`` and a ``credit``;
            ``near``: near misses with ``value``, ``tolerance``, ``misconception`` and, if they
            earn something, ``credit``.
        value: the number; anything else earns nothing.
    """
    answer = float(key["answer"])
    if not is_number(value):
        return Outcome(0.0)
    scale = abs(answer) if key.get("relative") else 1.0
    if within(value, answer, float(key.get("tolerance", 0)) * scale):
        return Outcome(1.0)
    bands = [
        float(band["credit"])
        for band in key.get("partial", ())
        if within(value, answer, float(band["tolerance"]) * scale)
    ]
    credit = max(bands, default=0.0)
    near = _nearest(key, value)
    if near is None:
        return Outcome(credit)
    place, found = near
    misconception = found.get("misconception")
    return Outcome(
        float(found.get("credit", credit)),
        misconceptions=(misconception,) if misconception else (),
        feedback=(f"near-{place}",),
    )


def _nearest(key: Mapping[str, Any], value: float) -> tuple[int, Mapping[str, Any]] | None:
    """The closest near miss that the value falls into, with its place counted from 1."""
    hits = [
        (abs(value - float(near["value"])), place, near)
        for place, near in enumerate(key.get("near", ()), 1)
        if within(value, float(near["value"]), float(near.get("tolerance", 0)))
    ]
    if not hits:
        return None
    _distance, place, found = min(hits, key=lambda hit: hit[:2])
    return place, found
