"""The results of a policy as rows of bars: shares of a line for the browser, words for everyone."""

from __future__ import annotations

import math
from typing import Any

from borderlab.i18n import gettext as _
from borderlab.i18n import number, percent
from borderlab.inspection.measures import Delay
from borderlab.tasks.policylab_model import Outcome
from borderlab.widgets import policylab_texts as texts

_LONGEST = 600.0  # minutes of delay that fill the line
_MOST_ESTIMATED = 0.08  # share of consignments that fills the line


def rows(outcome: Outcome, budget: float | None) -> list[dict[str, Any]]:
    """What the browser draws, from top to bottom."""
    return [_found(outcome), _estimated(outcome), *_delays(outcome), _burden(outcome),
            _minutes(outcome, budget)]  # fmt: skip


def _scale(end: str) -> str:
    """What the whole length of a bar stands for."""
    return _("bar: 0 to {end}").format(end=end)


def _found(outcome: Outcome) -> dict[str, Any]:
    share = outcome.found / outcome.illegal if outcome.illegal else 0.0
    return {
        "id": "found",
        "label": _("Illegal consignments found"),
        "value": _("{found} of {illegal}").format(
            found=number(outcome.found), illegal=number(outcome.illegal)
        ),
        "bars": [{"from": 0.0, "to": share, "look": "good"}],
        "scale": _scale(number(outcome.illegal)),
        "note": _(
            "Missed: {n}. Only the simulation knows; a real post never sees this line."
        ).format(n=number(outcome.missed)),
    }


def _estimated(outcome: Outcome) -> dict[str, Any]:
    top = _MOST_ESTIMATED * outcome.consignments
    row: dict[str, Any] = {
        "id": "estimate",
        "label": _("What the random share says: findable illegal consignments"),
        "value": texts.estimate(outcome),
        "bars": [{"from": 0.0, "to": 1.0, "look": "unknown"}],
        "scale": _scale(number(top, 0)),
        "truth": {
            "at": min(1.0, outcome.findable / top),
            "text": _(
                "Truth: examining everything would have found {n}, of {illegal} illegal ones."
            ).format(n=number(outcome.findable), illegal=number(outcome.illegal)),
        },
        "note": _("95% interval; random inspections with a result: {n}.").format(
            n=number(outcome.estimate.sample)
        ),
    }
    if outcome.width is not None:
        low, high = outcome.estimate.low or 0.0, outcome.estimate.high or 0.0
        row["bars"] = [{"from": min(1.0, low / top), "to": min(1.0, high / top), "look": "range"}]
        row["at"] = min(1.0, (outcome.estimate.value or 0.0) / top)
        if high > top:
            row["scale"] = _("bar: 0 to {end}; the interval goes beyond").format(end=number(top, 0))
    return row


def _delays(outcome: Outcome) -> list[dict[str, Any]]:
    labels = (
        ("live", _("Live animals held: 9 of 10 leave within"), outcome.live),
        ("other", _("Other goods held: 9 of 10 leave within"), outcome.other),
    )
    return [_delay(name, label, delay) for name, label, delay in labels]


def _delay(name: str, label: str, delay: Delay) -> dict[str, Any]:
    far = min(1.0, delay.high / _LONGEST) if math.isfinite(delay.high) else 1.0
    return {
        "id": name,
        "label": label,
        "value": texts.duration(delay.high) if delay.held else _("none held"),
        "bars": [{"from": 0.0, "to": far, "look": "delay"}],
        "scale": _scale(texts.duration(_LONGEST)),
        "at": min(1.0, delay.mean / _LONGEST) if math.isfinite(delay.mean) else 1.0,
        "note": _("Mean: {mean}. Held: {n}.").format(
            mean=texts.duration(delay.mean), n=number(delay.held)
        ),
    }


def _burden(outcome: Outcome) -> dict[str, Any]:
    names = {"large": _("Large importers"), "small": _("Small importers")}
    return {
        "id": "burden",
        "label": _("Compliant consignments held"),
        "value": percent(outcome.burden, 1),
        "groups": [
            {
                "label": names[key],
                "value": percent(group.share, 1),
                "bars": [{"from": 0.0, "to": group.share, "look": "burden"}],
                "range": [group.low, group.high],
            }
            for key, group in outcome.groups.items()
        ],
        "note": _("Lines: 95% interval of each share."),
        "scale": _scale(percent(1.0)),
    }


def _minutes(outcome: Outcome, budget: float | None) -> dict[str, Any]:
    top = 1.25 * budget if budget else 550_000.0 * outcome.consignments / 5_000
    edges = [outcome.goods, outcome.goods + outcome.roster, outcome.minutes]
    looks = ("goods", "roster", "reviews")
    starts = (0.0, *edges[:2])
    row: dict[str, Any] = {
        "id": "minutes",
        "scale": _scale(number(top, 0)),
        "label": _("Officer minutes"),
        "value": number(outcome.minutes, 0),
        "bars": [
            {"from": min(1.0, a / top), "to": min(1.0, b / top), "look": look}
            for a, b, look in zip(starts, edges, looks, strict=True)
        ],
        "note": _(
            "Goods {goods}, roster {roster}, renewing profiles {reviews}. Cost of officers: "
            "{office}; cost of waiting to traders: {traders} (invented money)."
        ).format(
            goods=number(outcome.goods, 0),
            roster=number(outcome.roster, 0),
            reviews=number(outcome.reviews, 0),
            office=number(outcome.money[0], 0),
            traders=number(outcome.money[1], 0) if math.isfinite(outcome.money[1]) else "∞",
        ),
    }
    if budget:
        row["limit"] = budget / top
        row["over"] = outcome.minutes > budget
        words = _("{n} of {budget}: within the budget")
        if row["over"]:
            words = _("{n} of {budget}: over the budget")
        row["value"] = words.format(n=number(outcome.minutes, 0), budget=number(budget, 0))
    return row
