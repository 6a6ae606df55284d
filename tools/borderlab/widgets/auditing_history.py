"""The profile that eats itself: two years of inspections that follow the hits on record."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from traitlets import Bool, Dict, Float, Int, Unicode, observe, validate

from borderlab.answers.questions import Question
from borderlab.answers.store import headless
from borderlab.figures import auditing_map as drawing
from borderlab.i18n import gettext as _
from borderlab.i18n import in_language, language, number
from borderlab.widgets import auditing_history_texts as texts
from borderlab.widgets import auditing_history_words as words
from borderlab.widgets.auditing_rounds import QUARTERS, SHARES, Record, Setting, play
from borderlab.widgets.display import StaticView, number_signs, show
from borderlab.widgets.prediction import AfterPrediction, asked
from borderlab.widgets.ranges import SettingError, check_choice, check_range


class ProfileHistory(AfterPrediction):
    """Two routes with equal crime and unequal checks, played quarter by quarter.

    Everything set with the mouse can be read and set in code: ``history.quarter = 8``.

    Attributes:
        quarter: 0 (before the first) to 8.
        random_share: share of the inspections drawn at random: 0, 0.05 or 0.1.
        revealed: whether the truth stands beside the record.
        moved: whether crime on the second route doubles in the second year.
        guess: prediction, inspections on the first route of 100; -1 before it is made.
        covered: True until a prediction is committed.
    """

    _script = "auditing_history.js"
    _styles = ("auditing.css",)

    quarter = Int(0).tag(sync=True)
    random_share = Float(0.0).tag(sync=True)
    revealed = Bool(default_value=False).tag(sync=True)
    moved = Bool(default_value=False).tag(sync=True)
    guess = Float(-1.0).tag(sync=True)
    waits = Bool(default_value=False).tag(sync=True)
    played = Dict().tag(sync=True)
    signs = Dict().tag(sync=True)
    language = Unicode("en").tag(sync=True)

    def __init__(self, setting: Setting, *, groups: str, after: str | None = None) -> None:
        self._setting, self._groups = setting, groups
        super().__init__(
            strings=texts.browser_texts(setting, groups),
            signs=number_signs(),
            language=language(),
            played=self._played(moved=False),
            waits=asked(after),
            covered=not headless(),
        )
        self._wait_for(after)

    @property
    def record(self) -> Record:
        """What stands on record now, with the truth behind it."""
        played = self._rules(moved=self.moved)[SHARES.index(self.random_share)]
        record: Record = played[self.quarter]
        return record

    @property
    def summary(self) -> str:
        """The state in words."""
        with in_language(self.language):
            if self.covered and self.waits:
                return texts.covered()
            if self.covered:
                return f"{self.strings['story']} {self.strings['ask']}"
            record, groups = self.record, self._groups
            parts = [words.said(record, groups), words.random_says(record, groups)]
            parts += [words.weighing(record, groups), words.hidden(record)]
            parts.append(words.lesson(record, groups))
            if self.revealed and record.quarters:
                parts.append(words.truth(record, groups))
            return " ".join(part for part in parts if part)

    def static_html(self) -> str:
        """Map, sentences and table; in print the two years are over."""
        with in_language(self.language):
            if self.covered and self.waits:
                return super().static_html()
            rules = self._rules(moved=self.moved)
            final = tuple(rule[QUARTERS] for rule in rules)
            record = self.record if self.quarter else final[SHARES.index(self.random_share)]
            return texts.static_html(record, final, self._groups)

    def _predicted(self, question: Question | None, value: Any) -> None:
        if question and isinstance(value, int | float):
            self.guess = float(min(100.0, max(0.0, value)))

    def _rules(self, *, moved: bool) -> tuple[tuple[Record, ...], ...]:
        return play(replace(self._setting, growth=2.0) if moved else self._setting)

    def _played(self, *, moved: bool) -> dict[str, Any]:
        """All quarters of all rules in numbers and sentences, for the browser."""
        rules, groups = self._rules(moved=moved), self._groups
        final = tuple(rule[QUARTERS] for rule in rules)
        scale = drawing.per_mark(max(max(record.hits) for record in final))
        passed = max(max(record.passed) for record in final)
        rings = max(1, -(-passed // 60))
        most = [max(record.hits[route] for record in final) for route in (0, 1)]
        marks = [drawing.places(most[route] // scale, route) for route in (0, 1)]
        return {
            "shares": list(SHARES),
            "rules": [[_state(record, groups) for record in rule] for rule in rules],
            "table": texts.table(final, groups),
            "budget": self._setting.budget,
            "roads": [drawing.road(0), drawing.road(1)],
            "post": list(drawing.POST),
            "size": [drawing.WIDTH, drawing.HEIGHT],
            "marks": [[list(point) for point in side] for side in marks],
            "rings": [
                [list(point) for point in drawing.places(passed // rings, route, shift=0.37)]
                for route in (0, 1)
            ],
            "per_mark": scale,
            "per_ring": rings,
        }

    @validate("quarter", "random_share", "guess")  # type: ignore[untyped-decorator]
    def _in_range(self, proposal: Any) -> Any:
        name, value = proposal["trait"].name, proposal["value"]
        if name == "random_share":
            near = min(SHARES, key=lambda share: abs(share - value))
            if abs(near - value) < 1e-9:  # noqa: PLR2004  (the same number, typed in another way)
                return near
            check_choice(name, number(value), [number(share) for share in SHARES])
        low, high = (0, QUARTERS) if name == "quarter" else (-1, 100)
        check_range(name, value, low, high)
        return value

    @observe("guess")  # type: ignore[untyped-decorator]
    def _guessed(self, change: Any) -> None:
        if change["new"] >= 0 and not self.waits:
            self.covered = False

    @observe("moved")  # type: ignore[untyped-decorator]
    def _moved(self, change: Any) -> None:
        with in_language(self.language):
            self.played = self._played(moved=bool(change["new"]))


def _state(record: Record, groups: str) -> dict[str, Any]:
    last = record.quarters[-1].checks if record.quarters else record.setting.start_checks
    weighted = [record.weighted(route) for route in (0, 1)]
    return {
        "checks": list(last),
        "hits": list(record.hits),
        "passed": list(record.passed),
        "illegal": list(record.total("illegal")),
        "weighted": None if None in weighted else [one.value for one in weighted if one],
        "weighing": words.weighing(record, groups),
        "said": words.said(record, groups),
        "random": words.random_says(record, groups),
        "hidden": words.hidden(record),
        "lesson": words.lesson(record, groups),
        "truth": words.truth(record, groups) if record.quarters else "",
        "interval": [record.drawn(1)[2].low, record.drawn(1)[2].high],
        "rate": record.setting.rate_of(1, len(record.quarters)),
    }


def profile_history(  # noqa: PLR0913  (keyword arguments that a lesson cell spells out)
    *,
    rate: float = 0.05,
    volume: int = 2_000,
    budget: int = 400,
    head_start: float = 0.6,
    groups: str = "routes",
    after: str | None = None,
    seed: int = 1,
) -> ProfileHistory | StaticView:
    """Play two years of inspections that follow the hits on record.

    Args:
        rate: Share of illegal consignments on both routes, 0.005 to 0.5.
        volume: Consignments on each route in a quarter, 100 to 20,000.
        budget: Inspections in a quarter, 20 to ``volume``.
        head_start: Share of the earlier inspections that route A got, above 0.5 and below 1.
        groups: ``routes`` or ``traders``: what the two are called.
        after: Id of a prediction in this notebook that has to be committed first; without it the
            widget asks for one itself.
        seed: Of all draws.

    Returns:
        The live widget, already displayed; the still one where nobody can click.

    Raises:
        ValueError: A value is out of range.
    """
    check_choice("groups", groups, texts.GROUPS)
    limits = {
        "rate": (rate, 0.005, 0.5),
        "volume": (volume, 100, 20_000),
        "budget": (budget, 20, volume),
        "head_start": (head_start, 0.51, 0.99),
    }
    for name, (value, low, high) in limits.items():
        check_range(name, value, low, high)
    setting = Setting(rate, volume, budget, head_start, seed=seed)
    if setting.start_hits[0] <= setting.start_hits[1]:
        raise SettingError(
            _("Route A must start with more hits: raise rate, budget or head_start.")
        )
    return show(ProfileHistory(setting, groups=groups, after=after).view())  # type: ignore[no-any-return]
