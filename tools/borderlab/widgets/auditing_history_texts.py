"""The words of the profile that eats itself: every sentence of every quarter and rule."""

from __future__ import annotations

from html import escape
from typing import Any

from borderlab.figures import auditing_map as drawing
from borderlab.i18n import gettext as _
from borderlab.i18n import ngettext, number, percent
from borderlab.widgets.auditing_rounds import (
    QUARTERS,
    SHARES,
    URN_DAYS,
    URN_RATES,
    URN_RUNS,
    Record,
    Setting,
    expected_hits,
    urn,
)
from borderlab.widgets.display import colon

GROUPS = ("routes", "traders")


def names(groups: str) -> tuple[str, str]:
    """What the two are called."""
    if groups == "traders":
        return _("Traders A"), _("Traders B")
    return _("Route A"), _("Route B")


def rule_names() -> list[str]:
    """The three rules, for buttons."""
    return [_("Follow the hits")] + [
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
        "ask": _("After two years of this: of 100 hits on record, how many will be on {a}?").format(
            a=a
        ),
        "commit": _("Show me"),
        "a": a,
        "b": b,
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
        "moved": _("In the second year, twice as much crime on {b}").format(b=b),
        "legend": _("What the marks mean"),
        "hit": _("hit on record"),
        "passed": _("illegal, not found"),
        "road": _("the thicker the line, the more inspections"),
        "per_mark": _("one mark stands for {n}"),
        "per_ring": _("one ring stands for {n}"),
        "scale": [percent(0), percent(1)],
        "true_rate": _("true rate"),
        "urn": urn_says(),
        "counted": _("Hits as counted"),
        "weighted": _("Each hit divided by the chance of having looked"),
        "truth": _("The truth"),
        "unknown": _("unknown: part of it could never be drawn"),
        "compare": _("The same two years under all three rules"),
        "exact": _("Exact numbers"),
        "of_hundred": _("Your prediction: {n} of 100 hits on {a}."),
    }


def covered() -> str:
    """What to do before the picture is shown."""
    return _("Give your prediction above and press “Show me”. Then the two years start here.")


def story(setting: Setting, groups: str) -> str:
    """The situation, without the truth."""
    a, b = names(groups)
    first, second = setting.start_checks
    return _(
        "Each quarter {volume} consignments come from {a} and as many from {b}. Your team "
        "can inspect {budget} of them. In the quarter before, out of habit, {first} inspections "
        "went to {a} and {second} to {b}. From now on you inspect where the hits are on record."
    ).format(
        volume=number(setting.volume),
        budget=number(setting.budget),
        first=number(first),
        second=number(second),
        a=a,
        b=b,
    )


def said(record: Record, groups: str) -> str:
    """What happened in the last quarter, and what stands on record."""
    a, b = names(groups)
    hits, done = record.hits, len(record.quarters)
    total = _("On record: {x} hits on {a}, {y} on {b}. Of every 100 hits, {share} are on {a}.")
    total = total.format(
        x=number(hits[0]), y=number(hits[1]), a=a, b=b, share=number(100 * record.share_on_first, 0)
    )
    if not done:
        return total
    last = record.quarters[-1]
    text = _(
        "Quarter {n} of {of}: {x} inspections on {a} found {hx}, {y} inspections on {b} found {hy}."
    ).format(
        n=done,
        of=QUARTERS,
        x=number(last.checks[0]),
        y=number(last.checks[1]),
        hx=number(last.hits[0]),
        hy=number(last.hits[1]),
        a=a,
        b=b,
    )
    return f"{text} {total}"


def random_says(record: Record, groups: str) -> str:
    """What the random inspections say about the neglected part."""
    b = names(groups)[1]
    if not record.quarters:
        return ""
    checks = record.drawn(1)[1]
    if not record.share:
        return _(
            "Since you follow the hits, nobody has looked at {b}. Its rate now could be anything "
            "between {low} and {high}."
        ).format(b=b, low=percent(0), high=percent(1))
    if record.changed:
        text = _(
            "In the second year {n} random inspections on {b} found {x}: between {low} and {high} "
            "of its consignments are illegal (95% interval, Wilson)."
        )
        return text.format(**_drawn_words(record, groups))
    text = ngettext(
        "{n} random inspection on {b} found {x}: between {low} and {high} of its consignments "
        "are illegal (95% interval, Wilson).",
        "{n} random inspections on {b} found {x}: between {low} and {high} of its consignments "
        "are illegal (95% interval, Wilson).",
        checks,
    )
    return text.format(**_drawn_words(record, groups))


def _drawn_words(record: Record, groups: str) -> dict[str, str]:
    found, checks, interval = record.drawn(1)
    return {
        "n": number(checks),
        "x": number(found),
        "b": names(groups)[1],
        "low": percent(interval.low, 1),
        "high": percent(interval.high, 1),
    }


def weighing(record: Record, groups: str) -> str:
    """The neglected part after each hit was divided by the chance of having looked."""
    if not record.quarters:
        return ""
    found, b = record.weighted(1), names(groups)[1]
    if found is None:
        return ""
    low, high = record.weighted_range()
    return _(
        "Weighted, about {n} illegal consignments came on {b} ({low} to {high}; 95% interval, "
        "Wilson, from the random inspections)."
    ).format(n=number(found.value, 0), b=b, low=number(low, 0), high=number(high, 0))


def urn_says() -> str:
    """The same effect in general, from the feedback urn."""
    plain, corrected, fair = urn()
    return _(
        "In general: if one route is a little worse ({x} against {y}) and checks follow the hits "
        "in proportion, it gets {plain} of the attention after {n} inspections (mean of {runs} "
        "runs). With each hit divided by the chance of having looked it gets {corrected}; {fair} "
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


def hidden(record: Record) -> str:
    """What the record's choice leaves to itself: everything released untargeted."""
    if not record.quarters:
        return ""
    _found, checks, interval, size = record.untargeted()
    if not checks:
        return _(
            "{size} consignments were released without being targeted. Without random "
            "inspections nobody can say how many of them are illegal."
        ).format(size=number(size))
    return _(
        "{size} consignments were not targeted. From the random inspections, between {low} and "
        "{high} of them were illegal."
    ).format(
        size=number(size), low=number(interval.low * size, 0), high=number(interval.high * size, 0)
    )


def truth(record: Record, groups: str) -> str:
    """The truth of these quarters beside the record."""
    a, b = names(groups)
    illegal, passed = record.total("illegal"), record.passed
    return _(
        "In truth {x} illegal consignments came on {a} and {y} on {b}. Nobody found {px} of "
        "those on {a} and {py} of those on {b}."
    ).format(
        x=number(illegal[0]),
        y=number(illegal[1]),
        px=number(passed[0]),
        py=number(passed[1]),
        a=a,
        b=b,
    )


def lesson(record: Record, groups: str) -> str:
    """What to take away at the end of the two years."""
    a, b = names(groups)
    if len(record.quarters) < QUARTERS:
        return ""
    if not record.share:
        return _(
            "The profile proves itself right: it finds only where it looks, and looks only where "
            "it found. The record shows where you inspected, not where the crime is. Now switch "
            "on random inspections and play the same two years again."
        )
    finds = record.total("random_hits")[1]
    text = ngettext(
        "{n} find on {b} came back. Counted, it looks small beside {a}: the count alone would "
        "still send everybody to {a}.",
        "{n} finds on {b} came back. Counted, they look small beside {a}: the count alone would "
        "still send everybody to {a}.",
        finds,
    ).format(n=number(finds), a=a, b=b)
    advice = _(
        "With the number of inspections beside every hit, the interval says what may be hidden "
        "there. More random inspections make it narrower."
    )
    if not record.changed:
        return f"{text} {advice}"
    moved = _("Without random inspections the change on {b} would have stayed unseen.")
    return f"{text} {moved.format(b=b)} {advice}"


def table(final: tuple[Record, ...], groups: str) -> dict[str, Any]:
    """The three rules side by side after two years, with exact means."""
    a, b = names(groups)
    heads = [
        _("Rule"),
        _("Inspections {a} / {b}").format(a="A", b="B"),
        _("Hits on record {a} / {b}").format(a="A", b="B"),
        _("Exact mean"),
        _("Random finds on {b}").format(b=b),
        _("Rate on {b}, 95% interval").format(b=b),
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
        "long as {a} leads the record."
    ).format(a=a)
    return {"heads": heads, "rows": rows, "caption": caption}


def _pair(pair: tuple[int, int]) -> str:
    return f"{number(pair[0])} / {number(pair[1])}"


def static_html(record: Record, final: tuple[Record, ...], groups: str) -> str:
    """Map, sentences and table as escaped HTML."""
    last = record.quarters[-1].checks if record.quarters else record.setting.start_checks
    title = _("The profile that eats itself")
    words = (title, said(record, groups))
    picture = drawing.map_svg(record.hits, last, record.setting.budget, names(groups), words)
    lines = [story(record.setting, groups), said(record, groups), random_says(record, groups)]
    lines += [hidden(record), lesson(record, groups)]
    text = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    rules = html_table(**table(final, groups))
    return f"<h4>{escape(title)}</h4><figure>{picture}</figure>{text}{rules}"


def html_table(heads: list[str], rows: list[list[str]], caption: str) -> str:
    """A table of plain texts as escaped HTML."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(text)}</td>" for text in row[1:])
        + "</tr>"
        for row in rows
    )
    return (
        f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )
