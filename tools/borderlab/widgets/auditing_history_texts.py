"""The words of the profile that eats itself: every sentence of every quarter and rule."""

from __future__ import annotations

from html import escape
from typing import Any

from borderlab.figures import auditing_map as drawing
from borderlab.i18n import gettext as _
from borderlab.i18n import number, percent
from borderlab.widgets.auditing_history_words import (
    hidden,
    labels,
    lesson,
    names,
    random_says,
    said,
)
from borderlab.widgets.auditing_means import URN_DAYS, URN_RATES, URN_RUNS, expected_hits, urn
from borderlab.widgets.auditing_rounds import SHARES, Record, Setting
from borderlab.widgets.display import colon
from borderlab.widgets.tables import html_table

GROUPS = ("routes", "traders")


def rule_names() -> list[str]:
    """The three rules, for buttons."""
    return [_("Follow the finds")] + [
        _("{share} at random").format(share=percent(share)) for share in SHARES[1:]
    ]


def browser_texts(setting: Setting, groups: str) -> dict[str, Any]:
    """Every text of the browser's side that does not change with the quarter."""
    a, b = names(groups)
    return {
        "colon": colon(),
        "name": _("The profile that eats itself"),
        "covered": covered(),
        "story": story(setting, groups),
        "ask": _("After two years of this: of 100 inspections, how many will be {a}?").format(a=a),
        "commit": _("Show me"),
        "a": labels(groups)[0],
        "b": labels(groups)[1],
        "on_a": a,
        "rule": _("How the inspections are spread"),
        "rules": rule_names(),
        "quarters": _("Quarter"),
        "start": _("Before"),
        "next": _("Next quarter"),
        "play": _("Play two years"),
        "pause": _("Pause"),
        "back": _("Start again"),
        "reveal": _("Show the truth"),
        "hide": _("Hide the truth"),
        "moved": _("In the second year, twice as much crime {b}").format(b=b),
        "legend": _("What the marks mean"),
        "hit": _("find on record"),
        "passed": _("illegal, not found"),
        "road": _("the thicker the line, the more inspections"),
        "per_mark": _("one mark stands for {n}"),
        "per_ring": _("one ring stands for {n}"),
        "scale": [percent(0), percent(1)],
        "true_rate": _("true rate"),
        "urn": urn_says(),
        "counted": _("Finds as counted"),
        "weighted": _("Each find divided by the chance of having looked"),
        "truth": _("The truth"),
        "unknown": _("unknown: part of it could never be drawn"),
        "compare": _("The same two years under all three rules"),
        "exact": _("Exact numbers"),
        "of_hundred": _("Your prediction: {n} of 100 inspections {a}."),
        "became": _("In quarter {quarter} it is {n} of 100."),
    }


def covered() -> str:
    """What to do before the picture is shown."""
    return _("Give your prediction above and press “Show me”. Then the two years start here.")


def story(setting: Setting, groups: str) -> str:
    """The situation, without the truth."""
    a, b = names(groups)
    first, second = setting.start_checks
    return _(
        "Each quarter {volume} consignments come in {a} and as many {b}. Your team can inspect "
        "{budget} of them. In the quarter before, out of habit, {first} inspections were made {a} "
        "and {second} {b}. From now on you inspect where the finds are on record."
    ).format(
        volume=number(setting.volume),
        budget=number(setting.budget),
        first=number(first),
        second=number(second),
        a=a,
        b=b,
    )


def urn_says() -> str:
    """The same effect in general, from the feedback urn."""
    plain, corrected, fair = urn()
    return _(
        "In general: if one route is a little worse ({x} against {y}) and checks follow the finds "
        "in proportion, it gets {plain} of the attention after {n} inspections (mean of {runs} "
        "runs). With each find divided by the chance of having looked it gets {corrected}; {fair} "
        "would match the truth (feedback urn, Ensign and others 2018)."
    ).format(
        x=percent(URN_RATES[0]),
        y=percent(URN_RATES[1]),
        plain=percent(plain),
        corrected=percent(corrected),
        fair=percent(fair),
        n=number(URN_DAYS),
        runs=number(URN_RUNS),
    )


def table(final: tuple[Record, ...], groups: str) -> dict[str, Any]:
    """The three rules side by side after two years, with exact means."""
    a, b = names(groups)
    heads = [
        _("Rule"),
        _("Inspections {a} / {b}").format(a="A", b="B"),
        _("Hits on record {a} / {b}").format(a="A", b="B"),
        _("Exact mean"),
        _("Random finds {b}").format(b=b),
        _("Rate {b}, 95% interval").format(b=b),
    ]
    rows = []
    for record, name in zip(final, rule_names(), strict=True):
        mean = expected_hits(record.setting, record.share, len(record.quarters))
        found, checks, interval = record.drawn(1)
        rows.append(
            [
                name,
                _pair(record.checks),
                _pair(record.hits),
                f"{number(mean[0], 1)} / {number(mean[1], 1)}",
                _("{x} of {n}").format(x=number(found), n=number(checks)),
                f"{percent(interval.low, 1)} – {percent(interval.high, 1)}",
            ]
        )
    caption = _(
        "Same consignments, same order of draws. The exact mean is taken over all such worlds, as "
        "long as most finds are {a}."
    ).format(a=a)
    return {"heads": heads, "rows": rows, "caption": caption}


def _pair(pair: tuple[int, int]) -> str:
    return f"{number(pair[0])} / {number(pair[1])}"


def static_html(record: Record, final: tuple[Record, ...], groups: str) -> str:
    """Map, sentences and table as escaped HTML."""
    last = record.quarters[-1].checks if record.quarters else record.setting.start_checks
    title = _("The profile that eats itself")
    about = (title, said(record, groups))
    picture = drawing.map_svg(record.hits, last, record.setting.budget, labels(groups), about)
    lines = [story(record.setting, groups), said(record, groups), random_says(record, groups)]
    lines += [hidden(record), lesson(record, groups)]
    text = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    rules = html_table(**table(final, groups))
    return f"<h4>{escape(title)}</h4><figure>{picture}</figure>{text}{rules}"
