"""What is said about a policy after it was marked."""

from __future__ import annotations

from collections.abc import Mapping

from borderlab.i18n import gettext as _
from borderlab.i18n import ngettext, number, percent
from borderlab.tasks.policylab_marks import CRITERIA, ENOUGH, TOLERANCE, Means, Scale
from borderlab.tasks.policylab_model import Design

_CLOSE = 0.9  # credit from which a criterion needs no advice


def explanation(
    chosen: Design | None,
    found: Means | None,
    ends: Scale,
    budget: float,
    each: Mapping[str, float],
) -> str:
    """A table of each criterion, then what to change; the good design if nothing was answered."""
    parts = [_table(found, ends, each)]
    if chosen is None or found is None:
        parts.insert(0, _("No policy was set."))
    else:
        parts += _advice(chosen, found, budget, each)
    parts.append(_model(ends.solution))
    return "\n\n".join(parts)


def _table(found: Means | None, ends: Scale, each: Mapping[str, float]) -> str:
    heads = [_("On the hidden years"), _("Your policy"), _("Fixed percentage"), _("Good design"),
             _("Credit")]  # fmt: skip
    labels = {
        "finds": _("Illegal consignments found"),
        "live": _("Live animals: 9 of 10 leave within"),
        "estimate": _("Width of the random estimate"),
        "burden": _("Compliant consignments held"),
    }
    lines = [f"| {' | '.join(heads)} |", "|---|---:|---:|---:|---:|"]
    for name in CRITERIA:
        cells = [_cell(name, means) for means in (found, ends.naive, ends.good)]
        credit = percent(each[name]) if name in each else "–"
        lines.append(f"| {labels[name]} | {' | '.join(cells)} | {credit} |")
    spent = [number(m.minutes, 0) if m else "–" for m in (found, ends.naive, ends.good)]
    lines.append(f"| {_('Officer minutes')} | {' | '.join(spent)} | |")
    return "\n".join(lines)


def _cell(name: str, means: Means | None) -> str:
    if means is None:
        return "–"
    if name == "live":
        return _("{n} min").format(n=number(means.live, 0))
    if name == "estimate":
        if means.estimate >= 1.0:
            return _("unknown")
        return _("{n} of {all}").format(n=number(1000 * means.estimate, 0), all=number(1000))
    return percent(getattr(means, name), 1)


def _advice(chosen: Design, found: Means, budget: float, each: Mapping[str, float]) -> list[str]:
    said = []
    if found.minutes > TOLERANCE * budget:
        said.append(
            _(
                "**Over the budget.** The policy needs {n} minutes a year, the post has {budget}: "
                "lower the inspection rate or scan more before examining."
            ).format(n=number(found.minutes, 0), budget=number(budget, 0))
        )
    if each["finds"] < _CLOSE:
        said.append(_finds(chosen, each["finds"]))
    if each["live"] < _CLOSE:
        said.append(
            _(
                "**Live animals wait.** One more officer at the same time shortens the queue; "
                "scanning first frees minutes for them."
            )
        )
    if each["estimate"] < _CLOSE:
        said.append(_random(chosen))
    if each["burden"] < _CLOSE:
        said.append(
            _(
                "**Many compliant consignments are held.** A scan is quick, but it stops people "
                "too: a lower rate with a fresher profile finds as much with fewer stops."
            )
        )
    return [*said, *([] if said else [_("Nothing to change: this is close to the frontier.")])]


def _finds(chosen: Design, credit: float) -> str:
    text = _("**Fewer finds than the budget allows.**")
    if chosen.expiry is None or chosen.expiry > 6:  # noqa: PLR2004  (half a year)
        text += " " + _("The profile is stale: renewed more often it scores better.")
    if chosen.random_share > 0.4:  # noqa: PLR2004  (twice the good design)
        text += " " + _("So large a random share leaves few inspections for the profile.")
    if chosen.scan_share < 0.2:  # noqa: PLR2004  (less than half the good design)
        text += " " + _("Scanning the lower scores first saves minutes for more choices.")
    if credit < ENOUGH:
        text += " " + _("Where finds earn little credit, the other three criteria count less, too.")
    return text


def _random(chosen: Design) -> str:
    if chosen.random_share == 0.0:
        return _(
            "**No random share.** Then nobody can say what the green lane holds: the answer lies "
            "anywhere between none and all. That is the idea “random checks waste effort” (K3)."
        )
    return _("**The random share is thin.** Its interval is too wide to notice a change: raise it.")


def _model(good: Design) -> str:
    expiry = good.expiry or 0
    return _(
        "The good design here: inspection rate {rate}, random share {random}, scan share {scan}, "
        "{officers} at the same time, profile renewed after {months}. Others come as close."
    ).format(
        rate=percent(good.rate),
        random=percent(good.random_share),
        scan=percent(good.scan_share),
        officers=ngettext("{n} officer", "{n} officers", good.staff).format(n=good.staff),
        months=ngettext("{n} month", "{n} months", expiry).format(n=expiry),
    )
