"""What is said about a hand of consignments, before and after it was sorted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from borderlab.i18n import gettext as _
from borderlab.i18n import joined, ngettext, number
from borderlab.risk.selection import LANE_NAMES
from borderlab.risk.selection import LANES as LANE_IDS
from borderlab.tasks.targeting_cards import cards
from borderlab.tasks.targeting_pool import Hand
from borderlab.tasks.targeting_stream import BASE_RATE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LETTERS = {"red": "R", "yellow": "Y", "blue": "B", "green": "G"}


def lane_name(lane: str) -> str:
    """Such as "red (R)"; a dash where there is none."""
    if lane not in LETTERS:
        return "–"
    return f"{_(LANE_NAMES[LANE_IDS.index(lane)])} ({LETTERS[lane]})"


def in_thousand(chance: float) -> str:
    """Such as "210 in 1,000"; below 1 as "under 1 in 1,000"."""
    whole = round(chance * 1000)
    if whole < 1:
        return _("under 1 in {thousand}").format(thousand=number(1000))
    return _("{n} in {thousand}").format(n=number(whole), thousand=number(1000))


def situation(made: Hand, room: Mapping[str, int]) -> str:
    """What is to be done, in a few sentences."""
    text = _(
        "{count} consignments wait. Officers can examine {red} of them (red, R), read the papers "
        "of {yellow} more (yellow, Y) and audit {blue} after release (blue, B). The others go at "
        "once (green, G). In this invented stream {base} break the rules."
    )
    return text.format(
        count=number(made.rows.size),
        base=in_thousand(BASE_RATE),
        **{k: number(v) for k, v in room.items()},
    )


def outline(made: Hand, room: Mapping[str, int]) -> str:
    """Situation and cards as Markdown."""
    parts = [situation(made, room)]
    for card in cards(made):
        lines = [f"**{card['id']}** {card['goods']}. " + joined(card["facts"]) + "."]
        lines += [
            "- " + _("{name} ({strength}; {group}). Lawful explanation: {lawful}").format(**flag)
            for flag in card["flags"]
        ]
        lines += ["- " + _("Not known: {name}").format(name=name) for name in card["unknown"]]
        parts += [lines[0], "\n".join(lines[1:])] if lines[1:] else [lines[0]]
    return "\n\n".join(parts)


def explain(
    made: Hand, lanes: Mapping[str, str], best: Mapping[str, str], truth: NDArray[np.bool_]
) -> str:
    """Chance, lane and truth of each consignment, and what the choice was worth."""
    chosen = [i for i, letter in enumerate(made.ids) if lanes.get(letter) == "red"]
    heads = (
        _("consignment"),
        _("red flags"),
        _("chance of a violation"),
        _("your lane"),
        _("lane of the score"),
        _("truth, this time"),
    )
    rows = ["| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    for place in made.ranked:
        letter = made.ids[int(place)]
        cells = (
            f"**{letter}**",
            number(int(made.flags[place])),
            in_thousand(float(made.chance[place])),
            lane_name(lanes.get(letter, "")),
            lane_name(best[letter]),
            "◆ " + _("illegal") if truth[place] else "○ " + _("in order"),
        )
        rows.append("| " + " | ".join(cells) + " |")
    return "\n\n".join([worth(made, chosen), "\n".join(rows), why(), luck(made, chosen, truth)])


def worth(made: Hand, chosen: list[int]) -> str:
    """Finds to expect from the choice, the best choice and a random one."""
    text = _(
        "Finds to expect from **your** inspections: **{yours}**. From the score's choice: {best}. "
        "From a random choice: {random}."
    ).format(
        yours=number(made.expected(chosen) if chosen else 0.0, 2),
        best=number(made.expected(made.best), 2),
        random=number(made.at_random, 2),
    )
    if len(chosen) > made.inspections:
        text += " " + _(
            "You sent {n} to red, but officers manage {places}: chance decided among them."
        ).format(n=number(len(chosen)), places=number(made.inspections))
    return text


def why() -> str:
    """How the score weighs, and the mistaken idea behind counting."""
    return _(
        "The score does not count flags. In each group of related flags the strongest counts in "
        "full and the others by half, because they often tell the same story; groups add up. "
        "Many weak flags of one group are therefore worth less than two strong ones of different "
        "groups. What is not known gets no points in either direction. Weights are teaching values."
    )


def luck(made: Hand, chosen: list[int], truth: NDArray[np.bool_]) -> str:
    """What was found this time, and why it does not count for the points."""
    found = int(truth[chosen[: made.inspections]].sum()) if chosen else 0
    inside = ngettext(
        "{n} consignment was illegal this time",
        "{n} consignments were illegal this time",
        int(truth.sum()),
    ).format(n=number(int(truth.sum())))
    text = _(
        "{inside}; your inspections found {found}. That is one draw of luck and earns nothing: "
        "points are given for the finds to expect. A lawful consignment in red is no failure, and "
        "a red lane is a question, not an accusation."
    )
    return text.format(inside=inside, found=number(found))
