"""Red-flag cards: how strong each one is, and what several amount to together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from traitlets import Dict, Float, Int, List, Unicode, observe, validate

from borderlab.figures.chance import shuffled
from borderlab.i18n import gettext as _
from borderlab.i18n import in_language, language
from borderlab.widgets import targeting_flags_model as model
from borderlab.widgets import targeting_flags_texts as texts
from borderlab.widgets.display import KitWidget, StaticView, number_signs, show
from borderlab.widgets.ranges import SettingError, check_range

BASE_RATES = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1)
_LOWEST, _HIGHEST = 0.0005, 0.5


class RedFlags(KitWidget):
    """Twelve red flags, and the case of one consignment.

    What the officer sets with the mouse can be read and set in code:
    ``flags.case = {"IND-048": "present", "IND-007": "missing"}``.

    Attributes:
        case: ``present``, ``absent`` or ``missing`` by indicator; others were not checked.
        turned: Cards that were turned.
        base_rate: Share of violations before any evidence, 0.0005 to 0.5.
        seed: Order of the cards, and the next drawn consignment.
        result: Chances with and without caps, as numbers and in words.
    """

    _script = "targeting_flags.js"
    _styles = ("targeting.css",)

    case = Dict().tag(sync=True)
    turned = List(Unicode()).tag(sync=True)
    base_rate = Float(0.02).tag(sync=True)
    base_rates = List().tag(sync=True)
    seed = Int(1).tag(sync=True)
    cards = List().tag(sync=True)
    result = Dict().tag(sync=True)
    signs = Dict().tag(sync=True)
    language = Unicode("en").tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(
            strings=texts.browser_texts(), signs=number_signs(), language=language(), **traits
        )
        ids = tuple(model.LAWFUL_PER_THOUSAND)
        self._order = [ids[place] for place in shuffled(len(ids), self.seed)]
        self.cards = texts.cards(self._order)
        self.base_rates = sorted({*BASE_RATES, self.base_rate})
        self._weigh()
        self.on_msg(self._heard)

    @property
    def weighed(self) -> model.Weighed:
        """What the case amounts to: chances, groups, whether a flag is decisive."""
        return model.weigh(self.case, self.base_rate)

    @property
    def chance(self) -> float:
        """Chance of a violation, 0 to 1, with caps for related flags."""
        return self.weighed.capped

    @property
    def simple_chance(self) -> float:
        """Chance of a violation, 0 to 1, if related flags are simply added up."""
        return self.weighed.simple

    @property
    def summary(self) -> str:
        """The case in words."""
        with in_language(self.language):
            shown = texts.result(self.weighed)
            return " ".join(filter(None, (shown["said"], shown["twice"], shown["decisive"])))

    def static_html(self) -> str:
        """Cards and case as escaped HTML."""
        with in_language(self.language):
            return texts.static_html(self._order, self.case, self.weighed)

    def draw(self) -> None:
        """Another consignment, every flag looked for."""
        self.seed += 1
        self.case, _bad = model.drawn_case(self.seed, self.base_rate)

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        if isinstance(content, Mapping) and content.get("type") == "draw":
            self.draw()

    @validate("case")  # type: ignore[untyped-decorator]
    def _known_flags(self, proposal: Any) -> dict[str, str]:
        case = dict(proposal["value"])
        for one, state in case.items():
            if one not in model.LAWFUL_PER_THOUSAND:
                known = ", ".join(model.LAWFUL_PER_THOUSAND)
                raise SettingError(
                    _("There is no card {id}. The cards are: {known}.").format(id=one, known=known)
                )
            if state not in model.STATES:
                raise SettingError(
                    _("{id} cannot be {state}. Choose one of: {known}.").format(
                        id=one, state=state, known=", ".join(model.STATES)
                    )
                )
        return case

    @validate("base_rate")  # type: ignore[untyped-decorator]
    def _in_range(self, proposal: Any) -> float:
        value = float(proposal["value"])
        check_range("base_rate", value, _LOWEST, _HIGHEST)
        return value

    @observe("case", "base_rate")  # type: ignore[untyped-decorator]
    def _changed(self, _change: Any) -> None:
        self._weigh()

    def _weigh(self) -> None:
        with in_language(self.language):
            self.result = texts.result(self.weighed)


def red_flags(
    *, base_rate: float = 0.02, case: Mapping[str, str] | None = None, seed: int = 1
) -> RedFlags | StaticView:
    """Show twelve red flags as cards, and what a case made of them amounts to.

    Args:
        base_rate: Share of violations before any evidence, 0.0005 to 0.5.
        case: ``present``, ``absent`` or ``missing`` by indicator, such as
            ``{"IND-048": "present"}``.
        seed: Order of the cards.

    Returns:
        The live cards, already displayed; a table where nobody can click.

    Raises:
        SettingError: A value is out of range or a card is unknown.
    """
    flags = RedFlags(base_rate=base_rate, case=dict(case or {}), seed=seed)
    return show(flags.view())  # type: ignore[no-any-return]
