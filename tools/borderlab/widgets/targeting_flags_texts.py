"""The words of the red-flag cards."""

from __future__ import annotations

from html import escape
from typing import Any

from borderlab.i18n import gettext as _
from borderlab.i18n import ngettext, number
from borderlab.reference import confirm_mark
from borderlab.risk import indicator
from borderlab.risk.wording import CATEGORIES
from borderlab.tasks.targeting_cards import flag
from borderlab.widgets.display import colon
from borderlab.widgets.targeting_flags_model import LAWFUL_PER_THOUSAND, Weighed, rates
from borderlab.widgets.targeting_flags_sources import source_name


def thousand(chance: float) -> str:
    """Such as "210 in 1,000"; with a decimal below 10."""
    amount = chance * 1000
    digits = 0 if amount >= 10 else 1  # noqa: PLR2004
    return _("{n} in {thousand}").format(n=number(amount, digits), thousand=number(1000))


def cards(order: list[str]) -> list[dict[str, Any]]:
    """Everything about each card, in the given order."""
    known = rates()
    return [_card(one, known[one].in_bad) for one in order]


def _card(one: str, in_bad: float) -> dict[str, Any]:
    row = indicator(one)
    seen = _(
        "Of {thousand} violations, about {bad} show it; of {thousand} lawful consignments, about "
        "{good}."
    )
    return {
        **flag(row),
        "category": row.category,
        "seen": seen.format(
            thousand=number(1000),
            bad=number(in_bad * 1000, 0),
            good=number(LAWFUL_PER_THOUSAND[one]),
        ),
        "source": source_name(row.source),
        "confirm": confirm_mark(row),
        "decisive": row.decisive,
    }


def result(weighed: Weighed) -> dict[str, Any]:
    """Numbers and sentences for the score bar."""
    return {
        "base": weighed.base_rate,
        "simple": weighed.simple,
        "capped": weighed.capped,
        "base_text": thousand(weighed.base_rate),
        "simple_text": thousand(weighed.simple),
        "capped_text": thousand(weighed.capped),
        "said": said(weighed),
        "twice": twice(weighed),
        "decisive": decisive() if weighed.decisive else "",
        "groups": [
            {
                "name": _(CATEGORIES[one.category]),
                "present": number(one.present),
                "plain": number(one.plain, 2),
                "joint": number(one.joint, 2),
            }
            for one in weighed.groups
        ],
    }


def said(weighed: Weighed) -> str:
    """Before and after, in natural frequencies."""
    if not weighed.groups:
        text = _("Nothing weighed yet. Of consignments like this, {base} break the rules.")
        return text.format(base=thousand(weighed.base_rate))
    text = _(
        "Before: {base}. With this evidence: {capped}. It is a reason to look, not yet a proof."
    )
    return text.format(base=thousand(weighed.base_rate), capped=thousand(weighed.capped))


def twice(weighed: Weighed) -> str:
    """Which flags the simple sum counts twice; empty if none."""
    related = [one for one in weighed.groups if one.present > 1]
    if not related:
        return ""
    names = ", ".join(
        ngettext("{group} ({n} flag)", "{group} ({n} flags)", one.present).format(
            group=_(CATEGORIES[one.category]), n=number(one.present)
        )
        for one in related
    )
    text = _(
        "Related flags: {names}. They often have one and the same cause, so the strongest counts "
        "in full and the others by half. Simply added up they would say {simple}."
    )
    return text.format(names=names, simple=thousand(weighed.simple))


def decisive() -> str:
    """What a decisive flag means."""
    return _(
        "One flag is decisive: the law asks for a check whatever the score. Even that does not "
        "prove an offence: read its lawful explanation."
    )


def browser_texts() -> dict[str, Any]:
    """Every text of the browser's side, in the language in use."""
    return {
        "colon": colon(),
        "name": _("Red flags as evidence"),
        "how": _(
            "Turn the cards and add what you know of this consignment to the case. Not known is "
            "not the same as absent: it gives no points."
        ),
        "base": _("Before any evidence, of {thousand} consignments break the rules").format(
            thousand=number(1000)
        ),
        "states": {
            "": _("not checked"),
            "present": _("present"),
            "absent": _("absent"),
            "missing": _("not known"),
        },
        "state_of": _("{flag}: what do you know?"),
        "turn": _("How strong is it?"),
        "turn_all": _("Turn all cards"),
        "lawful": _("Lawful explanation"),
        "source": _("Source"),
        "group": _("Group"),
        "teaching": _("Frequencies and weights are teaching values, not observations."),
        "clear": _("Empty the case"),
        "draw": _("Draw a consignment"),
        "simple": _("Simply added up"),
        "capped": _("Related flags by half"),
        "exact": _("Exact numbers"),
        "case": _("The case"),
        "table": [_("group"), _("flags present"), _("added up"), _("with cap")],
        "table_note": _(
            "Points are logarithms of likelihood ratios; an absent flag takes points away."
        ),
        "ticks": [[n / 1000.0, number(n)] for n in (1, 10, 100, 500, 900, 990)],
        "scale": _("of {thousand} such consignments").format(thousand=number(1000)),
    }


def static_html(order: list[str], case: dict[str, str], weighed: Weighed) -> str:
    """All cards and the case as escaped HTML."""
    words = browser_texts()
    rows = "".join(
        f"<tr><th scope='row'>{escape(card['name'])}<br><small>{escape(card['group'])}, "
        f"{escape(card['strength'])}</small></th><td>{escape(card['seen'])}</td>"
        f"<td>{escape(card['lawful'])}</td>"
        f"<td>{escape(words['states'][case.get(card['id'], '')])}</td>"
        f"<td>{escape(card['source'])} {escape(card['confirm'])}</td></tr>"
        for card in cards(order)
    )
    heads = (_("red flag"), words["turn"], words["lawful"], words["case"], words["source"])
    head = "".join(f"<th scope='col'>{escape(one)}</th>" for one in heads)
    shown = result(weighed)
    lines = "".join(
        f"<p>{escape(shown[key])}</p>" for key in ("said", "twice", "decisive") if shown[key]
    )
    return (
        f"<p><strong>{escape(words['name'])}</strong></p>{lines}"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        f"<p>{escape(words['teaching'])}</p>"
    )
