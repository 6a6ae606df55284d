"""Task ``policy``: design an inspection policy under a fixed budget of officer minutes.

The participant tries settings on the year that their seed draws; what counts are other years at
the same post, whose seeds only the trainer's key holds. An answer is a plain dict:
``{"rate": 0.2, "random_share": 0.2, "scan_share": 0.5, "staff": 2, "expiry": 3}``.

Settings: ``consignments`` (1,000 to 5,000), ``budget`` (officer minutes a year), ``weights`` (by
criterion). Secret: ``seeds``, 1 to 6 hidden years.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from itertools import product
from typing import Any

from borderlab.i18n import gettext as _
from borderlab.i18n import number, percent
from borderlab.tasks import Judgement, Settings, TaskError
from borderlab.tasks.policylab_explain import explanation
from borderlab.tasks.policylab_marks import (
    CRITERIA,
    ENOUGH,
    RUIN,
    TOLERANCE,
    Means,
    Scale,
    credits_of,
    means,
    scale,
    within,
)
from borderlab.tasks.policylab_model import MOST_MONTHS, MOST_STAFF, Design
from borderlab.tasks.policylab_year import Situation

INPUT = "widget"

WEIGHTS = {"finds": 0.40, "live": 0.20, "estimate": 0.25, "burden": 0.15}
CONSIGNMENTS, PER_CONSIGNMENT = 3_000, 20
_YEARS = (900_001, 900_002, 900_003)
_HUGE = 1e12
_SHARES = ("rate", "random_share", "scan_share")
# Posts that differ in what they see, and so in what the budget allows, but are about equally hard:
# part of the author's number of consignments, share of offences, share of live animals.
_POSTS = tuple(product((0.95, 1.0, 1.05, 1.1), (0.02, 0.025, 0.03), (0.15, 0.25)))


def situation(settings: Settings, seed: int) -> Situation:
    """The participant's post."""
    part, offences, live = _POSTS[seed % len(_POSTS)]
    return Situation(round(part * _consignments(settings)), offences, live)


def budget(settings: Settings) -> float:
    """Officer minutes a year."""
    return float(settings.get("budget", PER_CONSIGNMENT * _consignments(settings)))


def weights(settings: Settings) -> dict[str, float]:
    """Weight of each criterion; they add up to 1."""
    return {name: float(settings.get("weights", WEIGHTS)[name]) for name in CRITERIA}


def years(secret: Settings) -> tuple[int, ...]:
    """Seeds of the hidden years."""
    return tuple(secret.get("seeds", _YEARS))


def check_settings(settings: Settings, secret: Settings) -> None:
    """Refuse settings that make no sense.

    Raises:
        ValueError: in English, for authors.
    """
    if unknown := set(settings) - {"consignments", "budget", "weights"}:
        raise ValueError(f"task policy: unknown setting {min(unknown)!r}")
    if unknown := set(secret) - {"seeds"}:
        raise ValueError(f"task policy: unknown secret {min(unknown)!r}")
    if not _whole(settings.get("consignments", CONSIGNMENTS), 1_000, 5_000):
        raise ValueError("task policy: consignments must be a whole number from 1000 to 5000")
    least, most = 15 * _consignments(settings), 60 * _consignments(settings)
    if not (
        _real(settings.get("budget", least)) and least <= settings.get("budget", least) <= most
    ):
        raise ValueError(f"task policy: budget must be from {least} to {most} minutes here")
    given = settings.get("weights", WEIGHTS)
    if not isinstance(given, Mapping) or set(given) != set(CRITERIA):
        raise ValueError(f"task policy: weights needs {', '.join(CRITERIA)}")
    fair = all(_real(w) and w >= 0 for w in given.values())
    if not (fair and math.isclose(sum(given.values()), 1.0)):
        raise ValueError("task policy: weights must be at least 0 and add up to 1")
    seeds = secret.get("seeds", list(_YEARS))
    if not isinstance(seeds, list | tuple) or not 1 <= len(seeds) <= 6:  # noqa: PLR2004
        raise ValueError("task policy: seeds must be a list of 1 to 6 whole numbers")
    if not all(_whole(seed, 0, 2**31 - 1) for seed in seeds):
        raise ValueError("task policy: seeds must be whole numbers from 0 to 2147483647")


def _consignments(settings: Settings) -> int:
    return int(settings.get("consignments", CONSIGNMENTS))


def _real(value: Any) -> bool:
    """Whether it is a number of sensible size; a comparison with NaN is false."""
    number_ = isinstance(value, int | float) and not isinstance(value, bool)
    return number_ and -_HUGE < value < _HUGE


def _whole(value: Any, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def check_value(settings: Settings, seed: int, raw: Any) -> Any:  # noqa: ARG001  (part of the protocol)
    """The settings as plain numbers, None when nothing was set.

    Raises:
        TaskError: a setting is missing or out of range.
    """
    if raw is None or raw == {}:
        return None
    if not isinstance(raw, Mapping):
        raise TaskError(_("A policy has five settings: set them with the sliders."))
    made: dict[str, Any] = {}
    for name in _SHARES:
        value = raw.get(name)
        if value is None or not (_real(value) and 0.0 <= value <= 1.0):
            raise TaskError(_("{name} must be a share from 0 to 1.").format(name=name))
        made[name] = round(float(value), 4)
    if not _whole(raw.get("staff"), 1, MOST_STAFF):
        text = _("{name} must be a whole number from {low} to {high}.")
        raise TaskError(text.format(name="staff", low=1, high=MOST_STAFF))
    if raw.get("expiry") is not None and not _whole(raw["expiry"], 1, MOST_MONTHS):
        text = _("{name} must be a whole number from {low} to {high}.")
        raise TaskError(text.format(name="expiry", low=1, high=MOST_MONTHS))
    return {**made, "staff": raw["staff"], "expiry": raw.get("expiry")}


def design(value: Any) -> Design | None:
    """The design that a saved value stands for; None if it is none."""
    try:
        clean = check_value({}, 0, value)
    except (TaskError, TypeError, ValueError, OverflowError):
        return None
    return None if clean is None else Design(**clean)


@lru_cache(maxsize=4096)
def _played(post: Situation, hidden: tuple[int, ...], chosen: Design) -> Means:
    return means(post, hidden, chosen)


def _marked(
    settings: Settings, secret: Settings, seed: int, value: Any
) -> tuple[Design, Means, Scale] | None:
    chosen = design(value)
    if chosen is None:
        return None
    post, hidden = situation(settings, seed), years(secret)
    return chosen, _played(post, hidden, chosen), scale(post, hidden, budget(settings))


def judge(settings: Settings, secret: Settings, seed: int, value: Any) -> Judgement:
    """Credit of the design on the hidden years."""
    marked = _marked(settings, secret, seed, value)
    if marked is None:
        return Judgement(0.0, tuple((name, 0.0) for name in (*CRITERIA, "budget")))
    chosen, found, ends = marked
    each, kept = credits_of(found, ends), within(found.minutes, budget(settings))
    # Being quick and light is no merit of a policy that finds nothing.
    counts = min(1.0, each["finds"] / ENOUGH)
    weight = weights(settings)
    total = sum(weight[n] * each[n] * (1.0 if n == "finds" else counts) for n in CRITERIA)
    parts = tuple((name, each[name]) for name in CRITERIA)
    mistaken = ("K3",) if chosen.rate > 0.0 and chosen.random_share == 0.0 else ()
    credit = min(1.0, max(0.0, round(kept * total, 6)))
    return Judgement(credit, (*parts, ("budget", kept)), mistaken)


def solution(settings: Settings, secret: Settings, seed: int) -> Any:
    """The good design for this post and budget."""
    good = scale(situation(settings, seed), years(secret), budget(settings)).solution
    return {
        "rate": good.rate,
        "random_share": good.random_share,
        "scan_share": good.scan_share,
        "staff": good.staff,
        "expiry": good.expiry,
    }


def outline(settings: Settings, seed: int) -> str:
    """The post, the budget and what counts, as Markdown."""
    post, weight = situation(settings, seed), weights(settings)
    case = _(
        "Your post sees **{consignments} consignments** a year; {live} of them carry live animals. "
        "You have **{budget} officer minutes** a year for examinations, the roster and renewing "
        "the profile. Set the five sliders. What counts are other years at the same post:"
    ).format(
        consignments=number(post.consignments),
        live=percent(post.live),
        budget=number(budget(settings), 0),
    )
    counts = {
        "finds": _("how much of the illegal trade is found: {weight}"),
        "live": _("how soon live animals leave (9 of 10): {weight}"),
        "estimate": _("how precisely the random share tells what the post misses: {weight}"),
        "burden": _("how few compliant consignments are held: {weight}"),
    }
    lines = "\n".join(
        f"- {text.format(weight=percent(weight[name]))}" for name, text in counts.items()
    )
    rules = _(
        "The last three count in full only if the policy finds clearly more than a fixed "
        "percentage would. More than {some} above the budget costs credit, {all} above it costs "
        "all of it."
    ).format(some=percent(TOLERANCE - 1.0), all=percent(RUIN - 1.0))
    return f"{case}\n\n{lines}\n\n{rules}"


def explain(settings: Settings, secret: Settings, seed: int, value: Any) -> str:
    """Each criterion of this policy beside a fixed percentage and the good design, as Markdown."""
    marked = _marked(settings, secret, seed, value)
    post, hidden = situation(settings, seed), years(secret)
    ends = scale(post, hidden, budget(settings))
    if marked is None:
        return explanation(None, None, ends, budget(settings), {})
    chosen, found, _ends = marked
    return explanation(chosen, found, ends, budget(settings), credits_of(found, ends))
