"""What the profile lab shows for a setting: sentences, tables, reasons and the picture."""

from __future__ import annotations

from typing import Any

import numpy as np

from borderlab.figures.targeting_gains import Curve, Words, gains_svg
from borderlab.i18n import gettext as _
from borderlab.i18n import number, percent
from borderlab.risk import caution
from borderlab.risk.matrix import PRESENT
from borderlab.tasks import targeting_cards
from borderlab.tasks.targeting_groups import GROUPS, MEMBERS, NAMES
from borderlab.widgets.targeting_lab_model import Setting, Trial
from borderlab.widgets.targeting_lab_words import panel_texts, truth_note

_POINTS = 90
MOST = 0.3


def result(trial: Trial) -> dict[str, Any]:
    """Everything that is shown for one setting."""
    counts = trial.counts
    return {
        "said": headline(trial),
        "svg": picture(trial),
        "confusion": {
            "caption": _("All consignments, by what happens to them"),
            "heads": ["", _("illegal"), _("in order"), _("together")],
            "rows": [
                [
                    _("inspected"),
                    number(counts.found),
                    number(counts.false_alarms),
                    number(trial.inspected),
                ],
                [
                    _("not inspected"),
                    number(counts.missed),
                    number(counts.left_in_peace),
                    number(counts.missed + counts.left_in_peace),
                ],
            ],
        },
        "work": workload(trial),
        "top": top(trial),
        "calibration": calibrated(trial),
        "random": random_note(trial),
        "exact": exact(trial),
        "notes": [caution("selective_labels").text(), caution("teaching_values").text()],
    }


def headline(trial: Trial) -> str:
    """Finds, misses and false alarms in natural numbers."""
    text = _(
        "{inspected} inspections find {found} of {illegal} violations: {recall} of every 100 "
        "violations, and a find in {hits} of every 100 inspections."
    )
    hits = trial.counts.found / trial.inspected if trial.inspected else 0.0
    share = trial.counts.found / trial.illegal if trial.illegal else 0.0
    return text.format(
        inspected=number(trial.inspected),
        found=number(trial.counts.found),
        illegal=number(trial.illegal),
        recall=number(100 * share, 0),
        hits=number(100 * hits, 0),
    )


def workload(trial: Trial) -> str:
    """Officer hours, and hours for each find."""
    hours = trial.minutes / 60.0
    found = trial.counts.found
    text = _("Work: {hours} officer hours, {each} for each find.")
    each = number(hours / found, 1) if found else "–"
    return text.format(hours=number(hours, 0), each=each)


def calibrated(trial: Trial) -> str:
    """A score is no probability."""
    stated, true, size = trial.stated
    text = _(
        "If the score were read as a probability, the {n} highest without decisive evidence would "
        "state {stated} violations among 100. In truth there are {true}. A score puts consignments "
        "in order; it is no probability."
    )
    return text.format(n=number(size), stated=number(100 * stated, 0), true=number(100 * true, 0))


def random_note(trial: Trial) -> str:
    """What the random share tells, or what is not known without one."""
    chosen = trial.selection.reason == 3  # noqa: PLR2004  (the random draw)
    drawn = int(np.count_nonzero(chosen))
    if not drawn:
        return _(
            "Nothing is drawn at random: what the score leaves out is never seen, and nobody can "
            "tell whether the profile has aged."
        )
    hits = int(np.count_nonzero(trial.data.bad & chosen))
    text = _(
        "{n} inspections are drawn at random and find {hits}: the only look at what the score "
        "leaves out."
    )
    return text.format(n=number(drawn), hits=number(hits))


def exact(trial: Trial) -> list[list[str]]:
    """Exact numbers as rows of name and value."""
    places = trial.inspected
    curve = trial.gains
    hit, recall = curve.hit_rate(places), curve.recall(places)
    lift = curve.lift(places)
    threshold = trial.threshold
    dash = "–"
    return [
        [
            _("threshold: lowest score inspected for its score"),
            dash if threshold is None else number(threshold, 3),
        ],
        [
            _("violations found, if all places went to the highest scores"),
            number(float(curve.found[places]), 2),
        ],
        [_("share of violations found, likewise"), dash if recall is None else percent(recall, 2)],
        [_("share of inspections with a find, likewise"), dash if hit is None else percent(hit, 2)],
        [
            _("times as many finds as a random choice, likewise"),
            dash if lift is None else number(lift, 2),
        ],
        [_("share of violations that a random choice finds"), percent(places / trial.data.n, 2)],
        [_("decisive evidence"), number(int(trial.data.decisive.sum()))],
        [
            _("inspected beyond the budget, as the law does not wait"),
            number(trial.selection.over_budget),
        ],
        [_("inspected in the past"), number(int((trial.data.label >= 0).sum()))],
        [_("seed of the draw"), number(trial.setting.seed)],
    ]


def top(trial: Trial) -> list[dict[str, Any]]:
    """The highest scores, each with its groups, its heaviest flag and a lawful explanation."""
    rows = targeting_cards.records(trial.data.frame.iloc[trial.top])
    return [_reasons(trial, int(place), row) for place, row in zip(trial.top, rows, strict=True)]


def _reasons(trial: Trial, place: int, row: dict[str, Any]) -> dict[str, Any]:
    parts = trial.parts(place)
    column = trial.data.evidence.states[:, place]
    present = {
        one.indicator_id: one
        for one, state in zip(trial.data.evidence.indicators, column, strict=True)
        if state == PRESENT
    }
    flags = []
    for key in list(parts)[:3]:
        here = [present[one] for one in MEMBERS[key] if one in present]
        if here:
            heaviest = max(here, key=lambda one: one.ratio)
            flags.append({"name": heaviest.name(), "lawful": heaviest.lawful()})
    return {
        "title": f"{row['shipment_id']} · {targeting_cards.goods(row)}",
        "score": _("score {n}").format(n=number(float(trial.score[place]), 1)),
        "parts": ", ".join(
            f"{_(NAMES[key])} {number(points, 1)}" for key, points in list(parts.items())[:3]
        ),
        "flags": flags,
        "truth": "◆ " + _("illegal") if trial.data.bad[place] else "○ " + _("in order"),
    }


def picture(trial: Trial) -> str:
    """The gains curve as SVG."""
    names = panel_texts()["legend"]
    curves = [
        _curve(names[0], trial.gains.found),
        _curve(names[1], trial.past_gains.found),
        Curve(names[2], (0.0, 1.0 * MOST), (0.0, 1.0 * MOST)),
    ]
    share = trial.counts.found / trial.illegal if trial.illegal else 0.0
    words = Words(
        across=_("inspected of each {thousand}").format(thousand=number(1000)),
        upward=_("share of violations found"),
        title=_("Gains curve"),
        description=headline(trial),
    )
    return gains_svg(curves, (trial.inspected / trial.data.n, share), words, MOST)


def _curve(name: str, found: Any) -> Curve:
    last = found.size - 1
    total = float(found[-1]) or 1.0
    places = np.unique(np.linspace(0, round(last * MOST), _POINTS).astype(int))
    return Curve(name, (places / max(last, 1)).tolist(), (found[places] / total).tolist())


def summary(trial: Trial) -> str:
    """The profile and its result in words."""
    setting: Setting = trial.setting
    weights = ", ".join(
        f"{_(NAMES[k])} {number(float(setting.weights.get(k, 0.0)))}" for k in GROUPS
    )
    budget = _("{n} inspections for each {thousand}, {random} of them at random").format(
        n=number(setting.budget), thousand=number(1000), random=percent(setting.random_share)
    )
    return f"{weights}. {budget}. {headline(trial)} {workload(trial)} {truth_note()}"
