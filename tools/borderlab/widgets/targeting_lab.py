"""The profile lab: weights, examinations and a random share, tried on 20,000 consignments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from traitlets import Bool, Dict, Float, Int, List, Unicode, observe, validate

from borderlab.i18n import gettext as _
from borderlab.i18n import in_language, language
from borderlab.tasks.targeting_groups import GROUPS, HIGHEST, Data, data
from borderlab.widgets import targeting_lab_texts as texts
from borderlab.widgets import targeting_lab_words as words
from borderlab.widgets.display import KitWidget, StaticView, number_signs, show
from borderlab.widgets.ranges import SettingError, check_choice, check_range
from borderlab.widgets.targeting_lab_model import Setting, Trial, budget_for
from borderlab.widgets.targeting_lab_static import static_html
from borderlab.world.scenarios import SCENARIOS

MOST_BUDGET, MOST_RANDOM = 300.0, 1.0


class ProfileLab(KitWidget):
    """A profile and what it does.

    What is set with the mouse can be read and set in code: ``lab.budget = 40``,
    ``lab.weights = {**lab.weights, "origin": 0}``, ``lab.threshold = 5``.

    Attributes:
        weights: By group, 0 to 3; a group that is left out has 0.
        budget: Examinations for each 1,000 consignments, 0 to 300.
        random_share: Share of them drawn at random, 0 to 1.
        seed: Of the consignments and of the draw; fixed.
        consignments, scenario: What is generated; fixed.
        result: What is shown.
    """

    _script = "targeting_lab.js"
    _styles = ("targeting.css", "targeting_lab.css")

    weights = Dict().tag(sync=True)
    budget = Float(50.0).tag(sync=True)
    random_share = Float(0.1).tag(sync=True)
    consignments = Int(20_000)
    seed = Int(1)
    scenario = Unicode("baseline")
    ready = Bool(default_value=False).tag(sync=True)
    turn = Int(0).tag(sync=True)
    groups = List().tag(sync=True)
    result = Dict().tag(sync=True)
    signs = Dict().tag(sync=True)
    language = Unicode("en").tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        self._data: Data | None = None
        self._together = False
        super().__init__(signs=number_signs(), language=language(), **traits)
        self.strings = words.browser_texts(self.consignments)
        self.groups = words.groups()

    @property
    def data(self) -> Data:
        """The consignments; generated on first use."""
        if self._data is None:
            self._data = data(self.seed, self.consignments, self.scenario)
        return self._data

    @property
    def trial(self) -> Trial:
        """The profile as it is set, tried on the consignments."""
        return Trial(
            self.data, Setting(dict(self.weights), self.budget, self.random_share, self.seed)
        )

    @property
    def threshold(self) -> float | None:
        """Lowest score that is inspected for its score. Setting it sets the budget."""
        return self.trial.threshold

    @threshold.setter
    def threshold(self, value: float) -> None:
        self.random_share = 0.0
        self.budget = min(MOST_BUDGET, budget_for(self.data, self.weights, float(value)))

    @property
    def summary(self) -> str:
        """The profile and its result in words."""
        with in_language(self.language):
            if not self.ready:
                return str(self.strings["preparing"])
            return texts.summary(self.trial)

    def static_html(self) -> str:
        """Picture and tables as escaped HTML."""
        if not self.ready:
            return ""
        with in_language(self.language):
            return static_html(self.trial)

    def prepare(self) -> None:
        """Generate the consignments and show the first result."""
        self.data.frame  # noqa: B018  (built now, so that no event has to wait for it)
        self.ready = True
        self._show()

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Several settings of the browser at once are one event."""
        self._together = True
        try:
            super().set_state(sync_data)
        finally:
            self._together = False
        if self.ready and "turn" in sync_data:
            self._show()

    @observe("weights", "budget", "random_share")  # type: ignore[untyped-decorator]
    def _changed(self, _change: Any) -> None:
        if self.ready and not self._together:
            self._show()

    def _show(self) -> None:
        with in_language(self.language):
            self.result = {**texts.result(self.trial), "turn": self.turn}

    @validate("weights")  # type: ignore[untyped-decorator]
    def _known_groups(self, proposal: Any) -> dict[str, float]:
        found = {}
        for key, value in dict(proposal["value"]).items():
            if key not in GROUPS:
                text = _("There is no group {name}. The groups are: {known}.")
                raise SettingError(text.format(name=key, known=", ".join(GROUPS)))
            found[key] = _between(f"weights[{key}]", value, HIGHEST)
        return {key: found.get(key, 0.0) for key in GROUPS}

    @validate("budget", "random_share")  # type: ignore[untyped-decorator]
    def _in_range(self, proposal: Any) -> float:
        name = proposal["trait"].name
        return _between(name, proposal["value"], MOST_BUDGET if name == "budget" else MOST_RANDOM)


def _between(name: str, value: Any, most: float) -> float:
    check_range(name, value, 0, most)
    return float(value)


def profile_lab(  # noqa: PLR0913  (keyword arguments that a lesson cell spells out)
    *,
    budget: float = 50,
    random_share: float = 0.1,
    weights: Mapping[str, float] | None = None,
    consignments: int = 20_000,
    seed: int = 1,
    scenario: str = "baseline",
) -> ProfileLab | StaticView:
    """Try a profile on many consignments.

    Args:
        budget: Examinations for each 1,000 consignments, 0 to 300.
        random_share: Share of them drawn at random, 0 to 1.
        weights: By group (weight, doubt, slips, goods, route, origin, record, firm), 0 to 3; by
            default 1 for all.
        consignments: 1,000 to 100,000.
        seed: Of the consignments.
        scenario: Name of a scenario of the invented world.

    Returns:
        The live lab, already displayed; picture and tables where nobody can click.

    Raises:
        SettingError: A value is out of range.
    """
    check_range("consignments", consignments, 1_000, 100_000)
    check_choice("scenario", scenario, SCENARIOS)
    lab = ProfileLab(
        budget=budget,
        random_share=random_share,
        weights=dict.fromkeys(GROUPS, 1.0) if weights is None else dict(weights),
        consignments=consignments,
        seed=seed,
        scenario=scenario,
    )
    from borderlab.answers.store import headless

    if headless():
        lab.prepare()
        return show(lab.view())  # type: ignore[no-any-return]
    shown = show(lab.view())
    lab.prepare()
    return shown  # type: ignore[no-any-return]
