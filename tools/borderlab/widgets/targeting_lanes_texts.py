"""The words of the lane sorter."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from borderlab.i18n import gettext as _
from borderlab.i18n import number, percent
from borderlab.risk.selection import LANE_NAMES, TREATMENTS
from borderlab.risk.selection import LANES as LANE_IDS
from borderlab.tasks import targeting_choice as choice
from borderlab.tasks import targeting_choice_texts as said
from borderlab.widgets.display import colon
from borderlab.widgets.tables import html_table
from borderlab.widgets.targeting_lanes_model import DRAWS, Outcome, Way

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from borderlab.tasks.targeting_pool import Hand


def lanes(hand: Hand) -> list[dict[str, Any]]:
    """The four lanes, red first: letter, name, what happens there, room."""
    room = choice.places(hand)
    return [
        {
            "id": lane,
            "letter": said.LETTERS[lane],
            "plain": _(LANE_NAMES[LANE_IDS.index(lane)]),
            "means": _(TREATMENTS[LANE_IDS.index(lane)]),
            "capacity": room.get(lane, 0),
            "hard": lane == "red",
        }
        for lane in choice.LANES
    ]


def sorter_texts() -> dict[str, Any]:
    """Texts of the cards and lanes, for the lesson's widget and the exercise alike."""
    return {
        "lane_of": _("Lane of consignment {id}"),
        "lanes_name": _("Lanes"),
        "go_to": _("Go to a consignment"),
        "no_lane": _("none yet"),
        "count_of": _("{n} of {capacity}"),
        "too_many": _("too many"),
        "left": _("Still to sort: {n}"),
        "all_sorted": _("Everything is sorted."),
        "lawful": _("Lawful explanation"),
        "unknown": _("Not known"),
        "no_flags": _("No red flag."),
        "minutes": _("Examination: {n} minutes"),
        "weights": _(
            "▮ weak, ▮▮ medium, ▮▮▮ strong. Strengths are teaching values. Flags of the same group "
            "often tell the same story."
        ),
    }


def first_texts() -> dict[str, str]:
    """What stands on the page while the consignments are drawn."""
    return {
        "name": _("Sort the consignments"),
        "preparing": _("One moment: the consignments are being generated."),
    }


def browser_texts(hand: Hand) -> dict[str, Any]:
    """Every text of the browser's side, in the language in use."""
    return {
        **sorter_texts(),
        "colon": colon(),
        "name": _("Sort the consignments"),
        "how": said.situation(hand, choice.places(hand)),
        "reveal": _("Inspect and show the truth"),
        "reveal_first": _("Choose exactly {n} consignments for red."),
        "again": _("Sort again"),
        "another": _("Another dozen"),
        "result": _("What your inspections found"),
        "tally_name": _("{n} such mornings: other draws of the truth").format(n=number(DRAWS)),
        "exact": _("Exact numbers"),
    }


def _row(name: str, way: Way, digits: int) -> list[str]:
    return [
        name,
        number(way.found, digits),
        number(way.missed, digits),
        number(way.minutes, 0),
        number(way.per_hour, 1),
    ]


def result(hand: Hand, found: Outcome, truth: NDArray[np.bool_]) -> dict[str, Any]:
    """The tables and sentences after the reveal."""
    ways = (found.yours, found.score, found.random)
    names = (_("you"), _("the score"), _("random choice (on average)"))
    return {
        "said": headline(found),
        "heads": [
            _("choice"),
            _("illegal, found"),
            _("illegal, missed"),
            _("minutes"),
            _("finds per hour"),
        ],
        "rows": [
            _row(name, way, digits)
            for name, way, digits in zip(names, ways, (0, 0, 1), strict=True)
        ],
        "chance": by_chance(found),
        "tally_said": over_many(found),
        "tally_heads": [_("finds"), names[0], names[1], _("random choice")],
        "tally": [
            {"finds": number(n), "counts": [way.tally[n] for way in ways], "of": DRAWS}
            for n in range(hand.inspections + 1)
        ],
        "exact_heads": [
            _("choice"),
            _("finds to expect, exact"),
            _("mean of {n} draws").format(n=number(DRAWS)),
        ],
        "exact_rows": [
            [name, number(way.expected, 3), number(way.mean, 3)]
            for name, way in zip(names, ways, strict=True)
        ],
        "note": note(),
        "why": said.why(),
        "cards": {
            letter: card_truth(hand, place, bool(truth[place]))
            for place, letter in enumerate(hand.ids)
        },
    }


def headline(found: Outcome) -> str:
    """This time's finds, in one sentence."""
    text = _(
        "{illegal} of these consignments were illegal. You found {found} and missed {missed}; the "
        "score would have found {score}."
    )
    return text.format(
        illegal=number(found.illegal),
        found=number(found.yours.found),
        missed=number(found.yours.missed),
        score=number(found.score.found),
    )


def by_chance(found: Outcome) -> str:
    """How easily chance alone does as well."""
    text = _(
        "A random choice finds {mean} on average, over all possible choices, and at least as many "
        "as you in {share} of them."
    )
    return text.format(mean=number(found.random.found, 2), share=percent(found.by_chance))


def over_many(found: Outcome) -> str:
    """Skill rather than luck: the same choice over many other draws."""
    text = _(
        "The same consignments with the same flags, {n} times, each time with a new truth drawn "
        "from their chances. Your choice finds {yours} on average, the score's {score}, a random "
        "one {random}. You beat the score in {ahead} draws, were level in {level} and behind in "
        "{behind}."
    )
    return text.format(
        n=number(DRAWS),
        yours=number(found.yours.mean, 2),
        score=number(found.score.mean, 2),
        random=number(found.random.mean, 2),
        ahead=number(found.ahead),
        level=number(found.level),
        behind=number(found.behind),
    )


def note() -> str:
    """How the shown truth was picked, and what is simpler here than at a border."""
    return _(
        "The truth above was picked so that a lawful consignment looks bad and an illegal one "
        "looks good; the other draws were not picked. Here an examination finds what there is; "
        "at a border it misses a part."
    )


def card_truth(hand: Hand, place: int, illegal: bool) -> dict[str, Any]:  # noqa: FBT001  (a fact of the card)
    """What turned out for one consignment."""
    chance = said.in_thousand(float(hand.chance[place]))
    looks_bad = place in {int(i) for i in hand.best}
    flags = hand.indicators(place)
    if illegal:
        text = _("Illegal. Its flags said {chance}.").format(chance=chance)
        if not looks_bad:
            text += " " + _("It looked good: only a random check finds such a one.")
    else:
        text = _("In order. Its flags said {chance}.").format(chance=chance)
        if looks_bad and flags:
            heaviest = max(flags, key=lambda one: one.ratio)
            text += " " + _("The lawful explanation held: {lawful}.").format(
                lawful=heaviest.lawful().rstrip(".")
            )
    return {"illegal": illegal, "sign": "◆" if illegal else "○", "text": text}


def static_html(
    cards: list[dict[str, Any]], hand: Hand, chosen: Mapping[str, str], shown: Mapping[str, Any]
) -> str:
    """Situation, cards, lanes and, once revealed, the result as escaped HTML."""
    parts = [
        f"<p>{escape(said.situation(hand, choice.places(hand)))}</p>",
        cards_html(cards, chosen),
    ]
    if shown:
        parts.append(f"<p><strong>{escape(shown['said'])}</strong></p>")
        parts.append(html_table(shown["heads"], shown["rows"]))
        parts += [f"<p>{escape(shown[key])}</p>" for key in ("chance", "tally_said")]
        parts.append(html_table(shown["exact_heads"], shown["exact_rows"]))
        parts.append(f"<p>{escape(shown['note'])}</p>")
    return "".join(parts)


def cards_html(cards: list[dict[str, Any]], chosen: Mapping[str, str]) -> str:
    """The cards as an escaped list."""
    words = sorter_texts()
    items = []
    for card in cards:
        flags = "".join(
            f"<li>{escape(one['name'])} ({escape(one['strength'])}, {escape(one['group'])}). "
            f"<em>{escape(words['lawful'])}{escape(colon())}</em>{escape(one['lawful'])}</li>"
            for one in card["flags"]
        )
        unknown = "".join(
            f"<li>{escape(words['unknown'] + colon() + name)}</li>" for name in card["unknown"]
        )
        lane = said.lane_name(chosen.get(card["id"], ""))
        minutes = words["minutes"].format(n=number(card["minutes"]))
        items.append(
            f"<li><strong>{card['id']}</strong> [{escape(lane)}] {escape(card['goods'])}. "
            f"{escape('; '.join([*card['facts'], minutes]))}<ul>{flags}{unknown}</ul></li>"
        )
    return f"<ul>{''.join(items)}</ul><p>{escape(words['weights'])}</p>"
