"""View of the task ``choose_consignments``: the lane sorter without its reveal."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from borderlab.tasks import Settings
from borderlab.tasks import targeting_choice as choice
from borderlab.tasks import targeting_choice_texts as said
from borderlab.tasks.targeting_cards import cards
from borderlab.widgets import targeting_lanes_texts as texts
from borderlab.widgets.display import colon


class View:
    """Cards and lanes. The chances stay in the kernel."""

    script = "targeting_choice_task.js"
    styles = ("targeting.css", "targeting_sorter.css")

    def __init__(self, settings: Settings, seed: int, *, reveal: bool) -> None:
        del reveal  # the truth is shown by the task's explanation alone
        self._hand = choice.drawn(settings, seed)
        self._cards = cards(self._hand)

    def spec(self) -> dict[str, Any]:
        """Cards and lanes."""
        return {
            "cards": self._cards,
            "lanes": texts.lanes(self._hand),
            "how": said.situation(self._hand, choice.places(self._hand)),
        }

    def strings(self) -> dict[str, str]:
        """Texts of the cards."""
        return texts.sorter_texts()

    def heard(self, _content: dict[str, Any]) -> None:
        """Nothing is asked."""

    def static_html(self, value: Any) -> str:
        """Situation, cards and lanes as escaped HTML."""
        situation = escape(said.situation(self._hand, choice.places(self._hand)))
        return f"<p>{situation}</p>{texts.cards_html(self._cards, _lanes(value))}"

    def summary(self, value: Any) -> str:
        """Situation and lanes in words."""
        given = _lanes(value)
        lines = [
            f"{card['id']}{colon()}{said.lane_name(given.get(card['id'], ''))}"
            for card in self._cards
        ]
        return "\n".join([said.situation(self._hand, choice.places(self._hand)), *lines])


def _lanes(value: Any) -> Mapping[str, str]:
    return value if isinstance(value, Mapping) else {}
