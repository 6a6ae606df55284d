"""The lane sorter: a dozen consignments, a few inspections, and what came of the choice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from traitlets import Bool, Dict, Int, List, Unicode, observe, validate

from borderlab.answers.store import headless
from borderlab.i18n import in_language, language
from borderlab.tasks import TaskError
from borderlab.tasks import targeting_choice as choice
from borderlab.tasks.targeting_cards import cards
from borderlab.tasks.targeting_choice_texts import lane_name
from borderlab.tasks.targeting_pool import Hand, hand
from borderlab.widgets import targeting_lanes_model as model
from borderlab.widgets import targeting_lanes_texts as texts
from borderlab.widgets.display import KitWidget, StaticView, number_signs, show
from borderlab.widgets.ranges import SettingError, check_range


class LaneSorter(KitWidget):
    """Consignments to sort into red, yellow, blue and green.

    What is set with the mouse can be read and set in code: ``sorter.lanes = {"A": "red"}``,
    ``sorter.reveal()``.

    Attributes:
        consignments, inspections: Size of the hand; fixed.
        seed: Of the hand.
        lanes: Lane by letter of the consignment.
        revealed: Whether the truth is shown.
        result: What is shown then; empty before.
    """

    _script = "targeting_lanes.js"
    _styles = ("lanes.css", "targeting.css", "targeting_sorter.css")

    consignments = Int(12).tag(sync=True)
    inspections = Int(4).tag(sync=True)
    seed = Int(1).tag(sync=True)
    lanes = Dict().tag(sync=True)
    revealed = Bool(default_value=False).tag(sync=True)
    cards = List().tag(sync=True)
    lane_list = List().tag(sync=True)
    result = Dict().tag(sync=True)
    signs = Dict().tag(sync=True)
    language = Unicode("en").tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        self._wanted = dict(traits.pop("lanes", {}))
        super().__init__(signs=number_signs(), language=language(), **traits)
        self.strings = texts.first_texts()
        self.on_msg(self._heard)

    def prepare(self) -> None:
        """Draw the hand; the first one in a notebook takes some seconds."""
        self._deal()
        self.lanes = self._wanted

    @property
    def hand(self) -> Hand:
        """The consignments, with their chances under the teaching model."""
        return hand(self.seed, self.consignments, self.inspections)

    @property
    def outcome(self) -> model.Outcome:
        """What the choice found, against the score's and a random one."""
        return model.outcome(self.hand, self.lanes, model.teaching_truth(self.hand))

    @property
    def summary(self) -> str:
        """The task, the lanes so far and, once revealed, the result in words."""
        with in_language(self.language):
            if not self.cards:
                return f"{self.strings['name']}. {self.strings['preparing']}"
            parts = [self.strings["how"]]
            parts += [
                f"{letter}{self.strings['colon']}{lane_name(lane)}."
                for letter, lane in sorted(self.lanes.items())
            ]
            shown = self.result
            parts += [shown[key] for key in ("said", "chance", "tally_said") if shown]
            return " ".join(parts)

    def static_html(self) -> str:
        """Cards, lanes and result as escaped HTML."""
        with in_language(self.language):
            if not self.cards:
                return super().static_html()
            return texts.static_html(self.cards, self.hand, self.lanes, self.result)

    def reveal(self) -> None:
        """Inspect what is in red and show the truth."""
        self.revealed = True

    def another(self) -> None:
        """Deal the next hand."""
        self.revealed = False
        self.lanes = {}
        self.seed += 1

    def _deal(self) -> None:
        with in_language(self.language), self.hold_sync():
            dealt = self.hand
            self.strings = texts.browser_texts(dealt)
            self.lane_list = texts.lanes(dealt)
            self.cards = cards(dealt)

    @observe("seed")  # type: ignore[untyped-decorator]
    def _dealt_anew(self, change: Any) -> None:
        if self.cards and change["old"] != change["new"]:
            self.revealed = False
            self.lanes = {}
            self._deal()

    @observe("lanes", "revealed")  # type: ignore[untyped-decorator]
    def _show(self, _change: Any) -> None:
        if not self.revealed:
            self.result = {}
            return
        with in_language(self.language):
            truth = model.teaching_truth(self.hand)
            found = model.outcome(self.hand, self.lanes, truth)
            self.result = texts.result(self.hand, found, truth)

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        if isinstance(content, Mapping) and content.get("type") == "another":
            self.another()

    @validate("lanes")  # type: ignore[untyped-decorator]
    def _known_lanes(self, proposal: Any) -> dict[str, str]:
        settings = {"count": self.consignments, "inspections": self.inspections}
        try:
            return choice.check_value(settings, self.seed, proposal["value"]) or {}
        except TaskError as error:
            raise SettingError(str(error)) from error


def lane_sorter(
    *,
    consignments: int = 12,
    inspections: int = 4,
    seed: int = 1,
    lanes: Mapping[str, str] | None = None,
) -> LaneSorter | StaticView:
    """Show consignments to sort into lanes; then what the choice found.

    Args:
        consignments: 6 to 20.
        inspections: 2 to half of them.
        seed: Of the hand.
        lanes: Lanes at the start, such as ``{"A": "red"}``.

    Returns:
        The live sorter, already displayed; the cards as a list where nobody can click.

    Raises:
        ValueError: A number is out of range.
        SettingError: A letter or lane is unknown.
    """
    check_range("consignments", consignments, 6, 20)
    check_range("inspections", inspections, 2, consignments // 2)
    sorter = LaneSorter(
        consignments=consignments, inspections=inspections, seed=seed, lanes=dict(lanes or {})
    )
    if headless():
        sorter.prepare()
        return show(sorter.view())  # type: ignore[no-any-return]
    shown = show(sorter.view())
    sorter.prepare()
    return shown  # type: ignore[no-any-return]
