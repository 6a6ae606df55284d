"""Words and numbers of the policy lab, in the language in use."""

from __future__ import annotations

import math
from typing import Any

from borderlab.i18n import gettext as _
from borderlab.i18n import ngettext, number, percent
from borderlab.tasks.policylab_model import MOST_MONTHS, MOST_STAFF, Design, Outcome
from borderlab.tasks.policylab_year import Situation
from borderlab.widgets.display import colon


def duration(minutes: float) -> str:
    """Minutes as hours and minutes, such as "2 h 32 min"."""
    if not math.isfinite(minutes):
        return _("no end")
    whole = round(minutes)
    hours, rest = divmod(whole, 60)
    if hours >= 48:  # noqa: PLR2004  (two days)
        return _("{n} days").format(n=number(whole / 1440, 1))
    if not hours:
        return _("{n} min").format(n=number(rest))
    if not rest:
        return _("{n} h").format(n=number(hours))
    return _("{hours} h {minutes} min").format(hours=number(hours), minutes=f"{rest:02d}")


def expiry(months: int | None) -> str:
    """How long a profile is used."""
    if months is None:
        return _("never renewed")
    return ngettext("{n} month", "{n} months", months).format(n=number(months))


def intro(situation: Situation, budget: float | None) -> str:
    """The post in a sentence or two."""
    text = _(
        "An invented post with {n} consignments a year. Papers are always checked; where they "
        "give cause, the goods are examined. All parameters are teaching assumptions."
    ).format(n=number(situation.consignments))
    if budget is None:
        return text
    return text + " " + _("Budget: {n} officer minutes a year.").format(n=number(budget, 0))


def glance(outcome: Outcome, budget: float | None) -> list[str]:
    """The results in a line, for screens on which sliders and results do not fit together."""
    over = "⚠ " if budget is not None and outcome.minutes > budget else ""
    return [
        _("{found} of {illegal}").format(
            found=number(outcome.found), illegal=number(outcome.illegal)
        ),
        _range(outcome),
        duration(outcome.live.high),
        percent(outcome.burden, 1),
        over + number(outcome.minutes, 0),
    ]


def _range(outcome: Outcome) -> str:
    low, high = outcome.estimate.low, outcome.estimate.high
    if outcome.width is None or low is None or high is None:
        return _("unknown")
    return f"{number(math.floor(low))}–{number(math.ceil(high))}"


def written(design: Design) -> dict[str, str]:
    """Each setting as a reader reads it."""
    return {
        "rate": percent(design.rate, 1 if round(design.rate * 1000) % 10 else 0),
        "random_share": percent(design.random_share),
        "scan_share": percent(design.scan_share),
        "staff": number(design.staff),
        "expiry": expiry(design.expiry),
    }


def estimate(outcome: Outcome) -> str:
    """What the random share says of the whole year."""
    if outcome.width is None or outcome.estimate.low is None or outcome.estimate.high is None:
        return _("No random share, no estimate: what was released is unknown.")
    if not outcome.estimate.sample:
        return _("exactly {n}, as everything was examined").format(n=number(outcome.found))
    return _("between {low} and {high}").format(
        low=number(math.floor(outcome.estimate.low)), high=number(math.ceil(outcome.estimate.high))
    )


def summary(design: Design, outcome: Outcome) -> str:
    """Settings and results in words, for screen readers and pages without a browser side."""
    words = written(design)
    chosen = _(
        "Of {n} consignments, {rate} are chosen, {random} of these at random; {scan} of the others "
        "are scanned first. Officers: {staff}. Profile: {expiry}."
    ).format(
        n=number(outcome.consignments),
        rate=words["rate"],
        random=words["random_share"],
        scan=words["scan_share"],
        staff=words["staff"],
        expiry=words["expiry"],
    )
    done = _(
        "Found: {found} of {illegal} illegal consignments. Estimate from the random share: "
        "{estimate}. Live animals: 9 of 10 leave within {live}; other goods: {other}. Compliant "
        "consignments held: {burden}. Officer minutes: {minutes}."
    ).format(
        found=number(outcome.found),
        illegal=number(outcome.illegal),
        estimate=estimate(outcome).rstrip("."),
        live=duration(outcome.live.high),
        other=duration(outcome.other.high),
        burden=percent(outcome.burden, 1),
        minutes=number(outcome.minutes, 0),
    )
    return f"{chosen} {done}"


def sliders() -> list[dict[str, Any]]:
    """The sliders: name, label, range in the browser's own units (percent, officers, months)."""
    return [
        {"id": "rate", "label": _("Inspection rate: share of consignments chosen"),
         "min": 0, "max": 100, "step": 1, "scale": 100},
        {"id": "random_share", "label": _("Random share: choices left to chance"),
         "min": 0, "max": 100, "step": 5, "scale": 100},
        {"id": "scan_share", "label": _("Scan share: choices by score that are scanned first"),
         "min": 0, "max": 100, "step": 10, "scale": 100},
        {"id": "staff", "label": _("Officers who examine at the same time"),
         "min": 1, "max": MOST_STAFF, "step": 1, "scale": 1},
        {"id": "expiry", "label": _("Profile expires after"),
         "min": 1, "max": MOST_MONTHS + 1, "step": 1, "scale": 1},
    ]  # fmt: skip


def browser_texts() -> dict[str, Any]:
    """Every text of the browser's side."""
    return {
        "colon": colon(),
        "name": _("Design an inspection policy"),
        "glances": [
            _("illegal found"),
            _("illegal, estimated"),
            _("live, 9 of 10"),
            _("compliant held"),
            _("officer minutes"),
        ],
        "settings": _("The policy"),
        "results": _("What it does in one year"),
        "adversary": _("Offenders watch and leave the routes that are examined most"),
        "luck": _("Same year, other luck"),
        "truth_show": _("Show the truth"),
        "truth_hide": _("Hide the truth"),
        "silent": _("The kernel does not answer. Run the cell again."),
        "compare": _("Compare policies"),
        "save_label": _("Name of this policy"),
        "save": _("Save this policy"),
        "use": _("Use {name}"),
        "use_short": _("Use"),
        "drop": _("Remove {name}"),
        "frontier": _("Draw the efficient frontier"),
        "axis": _("Found, against"),
        "legend": _(
            "◆ the policy set now; numbers: saved policies; letters: reference policies; dots: "
            "other settings with the same officers and profile; line: the efficient frontier."
        ),
        "references": _("Reference policies (those that choose a share choose 10%)"),
        "nothing_saved": _("Nothing saved yet. Save a policy, change it, and save it again."),
    }
