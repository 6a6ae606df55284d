"""Task ``choose_consignments``: which of a dozen consignments to inspect, and what of the rest.

Settings: ``count`` (6 to 20, 12), ``inspections`` (2 to half of them, 4). Secret: ``seed`` of the
hidden truth (0). The credit counts finds to expect under the teaching model, never the finds of
one draw: 0.8 for the red lane, 0.2 for the order of the other lanes; choosing at random earns 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from borderlab.i18n import gettext as _
from borderlab.tasks import Judgement, Settings, TaskError, targeting_choice_texts
from borderlab.tasks.targeting_pool import Hand, check_numbers, hand

INPUT = "widget"
LANES = ("red", "yellow", "blue", "green")
RED_SHARE = 0.8
_DEFAULTS = {"count": 12, "inspections": 4}
_LEVEL = {"yellow": 2, "blue": 1, "green": 0}


def check_settings(settings: Settings, secret: Settings) -> None:
    """Refuse unknown names and sizes that make no sense."""
    unknown = set(settings) - set(_DEFAULTS) | set(secret) - {"seed"}
    if unknown:
        raise ValueError(f"unknown setting: {', '.join(sorted(unknown))}")
    check_numbers(*_numbers(settings))
    seed = secret.get("seed", 0)
    if not isinstance(seed, int) or isinstance(seed, bool) or seed < 0:
        raise ValueError(f"the secret seed must be a whole number from 0, not {seed!r}")


def _numbers(settings: Settings) -> tuple[Any, Any]:
    return (
        settings.get("count", _DEFAULTS["count"]),
        settings.get("inspections", _DEFAULTS["inspections"]),
    )


def drawn(settings: Settings, seed: int) -> Hand:
    """The participant's hand."""
    return hand(seed, *_numbers(settings))


def places(made: Hand) -> dict[str, int]:
    """Room in each lane but green: inspections, documents to read, audits after release."""
    rest = made.rows.size - made.inspections
    return {"red": made.inspections, "yellow": round(rest * 0.375), "blue": round(rest * 0.25)}


def check_value(settings: Settings, seed: int, raw: Any) -> dict[str, str] | None:
    """Lane by letter; consignments without a lane are left out."""
    if raw is None:
        return None
    letters = drawn(settings, seed).ids
    if not isinstance(raw, Mapping) or len(raw) > len(letters):
        raise TaskError(_("Give a lane to each consignment, such as A: red."))
    found = {}
    for letter, lane in raw.items():
        if letter not in letters:
            raise TaskError(
                _("There is no consignment {letter}. They run from {first} to {last}.").format(
                    letter=str(letter)[:20], first=letters[0], last=letters[-1]
                )
            )
        if not isinstance(lane, str) or lane not in LANES:
            raise TaskError(
                _("There is no lane {lane}. Choose one of: {lanes}.").format(
                    lane=str(lane)[:20], lanes=", ".join(LANES)
                )
            )
        found[letter] = lane
    return {letter: found[letter] for letter in letters if letter in found} or None


def judge(settings: Settings, secret: Settings, seed: int, value: Any) -> Judgement:
    """Finds to expect from the red lane, and the order of the rest."""
    del secret
    try:
        lanes = check_value(settings, seed, value)
    except (TaskError, TypeError, RecursionError):
        lanes = None
    if not lanes:
        return Judgement(0.0)
    made = drawn(settings, seed)
    red, order = red_credit(made, lanes), order_credit(made, lanes)
    return Judgement(
        RED_SHARE * red + (1.0 - RED_SHARE) * order,
        (("red", red), ("rest", order)),
        ("K8",) if counted_flags(made, lanes) else (),
    )


def in_lane(made: Hand, lanes: Mapping[str, str], lane: str) -> list[int]:
    """Places of the consignments in a lane."""
    return [i for i, letter in enumerate(made.ids) if lanes.get(letter) == lane]


def red_credit(made: Hand, lanes: Mapping[str, str]) -> float:
    """0 for a choice as good as a random one (or worse), 1 for the best."""
    return min(1.0, max(0.0, made.share_of_best(in_lane(made, lanes, "red"))))


def order_credit(made: Hand, lanes: Mapping[str, str]) -> float:
    """How far the rest goes to yellow, blue and green in the order of the chances.

    Over all pairs that belong in different lanes: right way round minus wrong way round, 0 to 1.
    """
    rest = [int(i) for i in made.ranked if lanes.get(made.ids[int(i)]) != "red"]
    room = places(made)
    due = [2] * room["yellow"] + [1] * room["blue"] + [0] * len(rest)
    given = [_LEVEL.get(lanes.get(made.ids[i], "")) for i in rest]
    total = right = 0
    for high in range(len(rest)):
        for low in range(high + 1, len(rest)):
            if due[high] == due[low]:
                continue
            total += 1
            a, b = given[high], given[low]
            right += 0 if a is None or b is None else (a > b) - (a < b)
    return max(0.0, right / total) if total else 0.0


def counted_flags(made: Hand, lanes: Mapping[str, str]) -> bool:
    """Whether a consignment with more, but related or weak flags took the place of a better one."""
    red, best = set(in_lane(made, lanes, "red")), {int(i) for i in made.best}
    return any(
        made.flags[wrong] >= made.flags[left]
        for wrong in red - best
        for left in best - red
        if made.chance[wrong] < made.chance[left]
    )


def solution(settings: Settings, secret: Settings, seed: int) -> dict[str, str]:
    """The lanes of the score."""
    del secret
    return best_lanes(drawn(settings, seed))


def best_lanes(made: Hand) -> dict[str, str]:
    """Lanes filled in the order of the chances."""
    room = places(made)
    order = [lane for lane in LANES[:3] for _place in range(room[lane])]
    order += ["green"] * (made.rows.size - len(order))
    by_place = dict(zip((int(i) for i in made.ranked), order, strict=True))
    return {letter: by_place[i] for i, letter in enumerate(made.ids)}


def outline(settings: Settings, seed: int) -> str:
    """The hand in words, as Markdown."""
    made = drawn(settings, seed)
    return targeting_choice_texts.outline(made, places(made))


def explain(settings: Settings, secret: Settings, seed: int, value: Any) -> str:
    """Chances, lanes and the hidden truth, as Markdown."""
    try:
        lanes = check_value(settings, seed, value) or {}
    except (TaskError, TypeError, RecursionError):
        lanes = {}
    made = drawn(settings, seed)
    truth = made.truth(int(secret.get("seed", 0)))
    return targeting_choice_texts.explain(made, lanes, best_lanes(made), np.asarray(truth))
