"""What happened in a quarter and what it says: the sentences beside the map."""

from __future__ import annotations

from borderlab.i18n import gettext as _
from borderlab.i18n import ngettext, number, percent
from borderlab.widgets.auditing_rounds import (
    QUARTERS,
    Record,
)


def labels(groups: str) -> tuple[str, str]:
    """What the two are called, on buttons and on the map."""
    if groups == "traders":
        return _("Traders A"), _("Traders B")
    return _("Route A"), _("Route B")


def names(groups: str) -> tuple[str, str]:
    """The two inside a sentence, with their preposition."""
    if groups == "traders":
        return _("with traders A"), _("with traders B")
    return _("on route A"), _("on route B")


def said(record: Record, groups: str) -> str:
    """What happened in the last quarter, and what stands on record."""
    a, b = names(groups)
    hits, done = record.hits, len(record.quarters)
    total = _("On record: {x} finds {a}, {y} {b}. Of every 100 finds, {share} are {a}.")
    total = total.format(
        x=number(hits[0]), y=number(hits[1]), a=a, b=b, share=number(100 * record.share_on_first, 0)
    )
    if not done:
        return total
    last = record.quarters[-1]
    text = _(
        "Quarter {n} of {of}: {x} inspections {a} found {hx}, {y} inspections {b} found {hy}."
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
            "Since you follow the finds, there was no inspection {b}. The rate there could now be "
            "anything between {low} and {high}."
        ).format(b=b, low=percent(0), high=percent(1))
    if record.changed:
        text = _(
            "In the second year {n} random inspections {b} found {x}: between {low} and {high} "
            "of the consignments there are illegal (95% interval, Wilson)."
        )
        return text.format(**_drawn_words(record, groups))
    text = ngettext(
        "{n} random inspection {b} found {x}: between {low} and {high} of the "
        "consignments there are illegal (95% interval, Wilson).",
        "{n} random inspections {b} found {x}: between {low} and {high} of the "
        "consignments there are illegal (95% interval, Wilson).",
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
        "Weighted, about {n} illegal consignments came in {b} ({low} to {high}; 95% interval, "
        "Wilson, from the random inspections)."
    ).format(n=number(found.value, 0), b=b, low=number(low, 0), high=number(high, 0))


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
        "In truth {x} illegal consignments came in {a} and {y} {b}. Nobody found {px} of those "
        "{a} and {py} of those {b}."
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
        "{n} find {b} came back. Counted, it looks small beside the finds {a}: the count alone "
        "would keep all targeted inspections {a}.",
        "{n} finds {b} came back. Counted, they look small beside the finds {a}: the count alone "
        "would keep all targeted inspections {a}.",
        finds,
    ).format(n=number(finds), a=a, b=b)
    advice = _(
        "With the number of inspections beside every find, the interval says what may be hidden "
        "there. More random inspections make it narrower."
    )
    if not record.changed:
        return f"{text} {advice}"
    moved = _("Without random inspections the change {b} would have stayed unseen.")
    return f"{text} {moved.format(b=b)} {advice}"
