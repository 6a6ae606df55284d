"""Task ``profile``: weights and inspections that find enough of what was never shown.

The participant tries a profile on consignments drawn from the own seed, where the truth is known;
it is graded on others that nobody sees. Settings: ``recall`` (target, 0.43) at ``rate`` (largest
inspection rate, 0.10), ``random`` (smallest share of the inspections to draw at random, 0.05),
``origin_penalty`` (part of the credit lost when the country of origin has a weight and adds
nothing, 0.15), ``random_penalty`` (0.2), ``shown`` and ``hidden`` (consignments, 6,000 each),
``scenario``. Secret: ``seeds`` of the hidden consignments; use at least four.

Recall on hidden consignments at 100 inspections for each 1,000, 5 % of them at random, measured on
24 seeds of 6,000 (mean; standard deviation of one seed; range of the means of four seeds):
the profile `GOOD` 0.472 (0.034; 0.452 to 0.484), weight and value three times with no slips and
no origin 0.449 (0.032; 0.422 to 0.460), weight and value with doubtful papers alone 0.423 (0.030;
0.406 to 0.438), weight and value alone 0.403 (0.028; 0.384 to 0.416), all weights 1 0.349 (0.033;
0.338 to 0.362), record and origin alone 0.331 (0.041; 0.302 to 0.351), no weights 0.281 (0.024).
`GOOD` with the country of origin added 0.428: it costs finds.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from borderlab.i18n import gettext as _
from borderlab.i18n import number
from borderlab.tasks import Judgement, Settings, TaskError, targeting_profile_texts
from borderlab.tasks.targeting_groups import (
    GROUPS,
    HIGHEST,
    ORIGIN,
    Data,
    data,
    recall,
)
from borderlab.world import SCENARIOS

INPUT = "widget"
GOOD = {
    "weight": 3.0,
    "doubt": 1.0,
    "slips": 0.0,
    "goods": 0.5,
    "route": 0.5,
    "origin": 0.0,
    "record": 1.0,
    "firm": 0.0,
}
"""Weights near the best ones, as one finds them by trying; found by logistic regression."""
UNTOUCHED = dict.fromkeys(GROUPS, 1.0)
DEFAULTS: dict[str, Any] = {
    "recall": 0.43,
    "rate": 0.10,
    "random": 0.05,
    "origin_penalty": 0.15,
    "random_penalty": 0.20,
    "shown": 6_000,
    "hidden": 6_000,
    "scenario": "baseline",
}
LESSON_SEEDS = (81, 82, 83)
"""Hidden consignments where the author wrote none, as in a lesson."""
_NOTHING_ADDED = 0.005
_OVER = 0.5
_TOLERANCE = 1e-9
_HIGHEST_RATE = 0.3
_FEWEST, _MOST, _MOST_SEEDS = 1_000, 20_000, 8


def check_settings(settings: Settings, secret: Settings) -> None:
    """Refuse unknown names, numbers that make no sense and a target that nobody reaches."""
    unknown = set(settings) - set(DEFAULTS) | set(secret) - {"seeds"}
    if unknown:
        raise ValueError(f"unknown setting: {', '.join(sorted(unknown))}")
    full = filled(settings)
    for name in ("recall", "rate", "random", "origin_penalty", "random_penalty"):
        if type(full[name]) not in {int, float} or not 0 <= full[name] <= 1:
            raise ValueError(f"{name} must be a share from 0 to 1, not {full[name]!r}")
    if not 0 < full["rate"] <= _HIGHEST_RATE:
        raise ValueError(f"rate must be above 0 and at most {_HIGHEST_RATE}, not {full['rate']!r}")
    for name in ("shown", "hidden"):
        if type(full[name]) is not int or not _FEWEST <= full[name] <= _MOST:
            raise ValueError(f"{name} must be {_FEWEST:,} to {_MOST:,}, not {full[name]!r}")
    if full["scenario"] not in SCENARIOS:
        raise ValueError(f"unknown scenario {full['scenario']!r}")
    if "seeds" in secret:
        _check_seeds(settings, secret)


def _check_seeds(settings: Settings, secret: Settings) -> None:
    seeds = secret["seeds"]
    if not isinstance(seeds, list | tuple) or not 1 <= len(seeds) <= _MOST_SEEDS:
        raise ValueError(f"seeds must be a list of 1 to {_MOST_SEEDS} whole numbers")
    if any(type(one) is not int or one < 0 for one in seeds):
        raise ValueError(f"seeds must be whole numbers from 0, not {seeds!r}")
    best = grade(settings, secret, solution(settings, secret, 0)).recall
    if best < filled(settings)["recall"]:
        text = f"a good profile finds {best:.3f} with these seeds: set a lower recall or add seeds"
        raise ValueError(text)


def filled(settings: Settings) -> dict[str, Any]:
    """The settings with their defaults."""
    return {**DEFAULTS, **settings}


def shown_data(settings: Settings, seed: int) -> Data:
    """The consignments that the participant sees."""
    full = filled(settings)
    return data(seed, full["shown"], full["scenario"])


def hidden_data(settings: Settings, secret: Settings) -> tuple[Data, ...]:
    """The consignments that the profile is graded on."""
    full = filled(settings)
    seeds = secret.get("seeds", LESSON_SEEDS)
    return tuple(data(int(one), full["hidden"], full["scenario"]) for one in seeds)


def check_value(settings: Settings, seed: int, raw: Any) -> dict[str, Any] | None:
    """``{"weights": {group: 0 to 3}, "rate": share, "random_share": share}``."""
    del settings, seed
    if raw is None:
        return None
    if not isinstance(raw, Mapping) or not isinstance(raw.get("weights"), Mapping):
        raise TaskError(_("Give weights, an inspection rate and a random share."))
    weights = raw["weights"]
    if len(weights) > len(GROUPS) or any(key not in GROUPS for key in weights):
        raise TaskError(_("The groups are: {known}.").format(known=", ".join(GROUPS)))
    return {
        "weights": {
            key: _number(weights.get(key, 0.0), HIGHEST, _("weight of a group")) for key in GROUPS
        },
        "rate": _number(raw.get("rate"), _HIGHEST_RATE, _("inspection rate")),
        "random_share": _number(raw.get("random_share", 0.0), 1.0, _("random share")),
    }


def _number(raw: Any, most: float, what: str) -> float:
    fine = isinstance(raw, int | float) and not isinstance(raw, bool)
    if not fine or not 0 <= raw <= most or not math.isfinite(raw):
        text = _("The {what} goes from {low} to {high}.")
        raise TaskError(text.format(what=what, low=number(0), high=number(most)))
    return round(float(raw), 6)


@dataclass(frozen=True)
class Graded:
    """What a profile does on the hidden consignments.

    Attributes:
        recall: share of violations found, to expect, within the limit of inspections.
        untouched: the same with all weights 1, as the sliders stand at the start.
        without_origin: the same with the country of origin left out.
        over, few_random, origin: what is wrong besides.
    """

    recall: float
    untouched: float
    without_origin: float
    over: bool
    few_random: bool
    origin: bool


def grade(settings: Settings, secret: Settings, value: Mapping[str, Any]) -> Graded:
    """Try a checked value on the hidden consignments."""
    full = filled(settings)
    hidden = hidden_data(settings, secret)
    weights, share = value["weights"], value["random_share"]
    rate = min(value["rate"], full["rate"])
    without = {**weights, ORIGIN: 0.0}
    reached, bare = (_mean(hidden, kept, rate, share) for kept in (weights, without))
    return Graded(
        reached,
        _mean(hidden, UNTOUCHED, full["rate"], full["random"]),
        bare,
        value["rate"] > full["rate"] + _TOLERANCE,
        share < full["random"] - _TOLERANCE,
        weights[ORIGIN] > 0 and reached - bare <= _NOTHING_ADDED,
    )


def _mean(
    hidden: tuple[Data, ...], weights: Mapping[str, float], rate: float, share: float
) -> float:
    """Recall over all hidden violations together."""
    bad = [int(one.bad.sum()) for one in hidden]
    found = [recall(one, weights, rate, share) * n for one, n in zip(hidden, bad, strict=True)]
    return float(sum(found) / max(1, sum(bad)))


def judge(settings: Settings, secret: Settings, seed: int, value: Any) -> Judgement:
    """Recall on hidden consignments against the target, less what is wrong besides."""
    try:
        checked = check_value(settings, seed, value)
    except (TaskError, TypeError, OverflowError, RecursionError):
        checked = None
    if checked is None:
        return Judgement(0.0)
    full, found = filled(settings), grade(settings, secret, checked)
    reach = reached(full, found)
    parts = {
        "recall": reach,
        "rate": 0.0 if found.over else 1.0,
        "random": 0.0 if found.few_random else 1.0,
        "origin": 0.0 if found.origin else 1.0,
    }
    credit = reach
    credit *= _OVER if found.over else 1.0
    credit *= 1.0 - full["random_penalty"] if found.few_random else 1.0
    credit *= 1.0 - full["origin_penalty"] if found.origin else 1.0
    wrong = (("K3", found.few_random), ("K14", found.origin))
    return Judgement(credit, tuple(parts.items()), tuple(k for k, yes in wrong if yes))


def reached(full: Settings, found: Graded) -> float:
    """1 at the target, 0 at what the untouched sliders find."""
    target = float(full["recall"])
    span = target - found.untouched
    if span <= 0:
        return 1.0 if found.recall >= target else 0.0
    return min(1.0, max(0.0, (found.recall - found.untouched) / span))


def solution(settings: Settings, secret: Settings, seed: int) -> dict[str, Any]:
    """A good profile with the random share that is asked for."""
    del secret, seed
    full = filled(settings)
    return {"weights": dict(GOOD), "rate": full["rate"], "random_share": full["random"]}


def outline(settings: Settings, seed: int) -> str:
    """The task in words."""
    del seed
    return targeting_profile_texts.outline(filled(settings))


def explain(settings: Settings, secret: Settings, seed: int, value: Any) -> str:
    """What the profile did on the hidden consignments, and what a good one does."""
    full = filled(settings)
    best = grade(settings, secret, solution(settings, secret, seed))
    try:
        checked = check_value(settings, seed, value)
    except (TaskError, TypeError, OverflowError, RecursionError):
        checked = None
    mine = grade(settings, secret, checked) if checked else None
    return targeting_profile_texts.explain(full, best, mine, GOOD)
