"""The indicators as data: rule, strength, teaching likelihood ratio, lawful explanation, source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from borderlab.i18n import gettext as _
from borderlab.i18n import translator
from borderlab.paths import datasets
from borderlab.reference.rows import Row
from borderlab.reference.tables import read_rows
from borderlab.risk.wording import CATEGORIES, REASONS, STRENGTHS, TEXTS

AFTER_SCAN = frozenset({"IND-046"})
"""Indicators known only once a consignment was chosen and scanned: no use for choosing it."""


@dataclass(frozen=True, slots=True, eq=False)
class Indicator(Row):
    """One red flag. Weights and likelihood ratios are teaching values.

    Attributes:
        indicator_id: such as ``"IND-001"``.
        stage, category: where it belongs; indicators of one category are correlated.
        indicator: what it is, in English; `name` gives it in the language in use.
        fields, rule: the data it needs and the rule in general.
        strength: weak, medium, strong or decisive.
        teaching_lr: how much more frequent it is in violations than in lawful trade; an
            assumption for exercises, never an observation.
        lawful_explanation: English; `lawful` gives it in the language in use.
        kit_rule: what the kit computes from its tables; empty if they cannot decide.
        not_decidable: why not, as a key of `borderlab.risk.wording.REASONS`; else empty.
    """

    indicator_id: str
    stage: str
    category: str
    indicator: str
    fields: tuple[str, ...]
    rule: str
    strength: str
    teaching_lr: float | None
    lawful_explanation: str
    kit_rule: str
    not_decidable: str

    @property
    def computable(self) -> bool:
        """Whether the kit's tables can decide it."""
        return not self.not_decidable

    @property
    def decisive(self) -> bool:
        """A legal defect or physical evidence: red whatever the score. No proof of crime."""
        return self.strength == "decisive"

    @property
    def ratio(self) -> float:
        """The teaching likelihood ratio."""
        return float(self.teaching_lr or 1.0)

    def name(self, language: str | None = None) -> str:
        """What it is, in a language (default: the one in use)."""
        return _in(language, TEXTS[self.indicator_id][0])

    def lawful(self, language: str | None = None) -> str:
        """A lawful explanation, in a language (default: the one in use)."""
        return _in(language, TEXTS[self.indicator_id][1])

    def why_not(self, language: str | None = None) -> str:
        """Why the tables cannot decide it; empty if they can."""
        return _in(language, REASONS[self.not_decidable]) if self.not_decidable else ""

    def category_name(self, language: str | None = None) -> str:
        """The category in words."""
        return _in(language, CATEGORIES[self.category])

    def strength_name(self, language: str | None = None) -> str:
        """The strength in words."""
        return _in(language, STRENGTHS[self.strength])


def _in(language: str | None, message: str) -> str:
    return translator(language).gettext(message) if language else _(message)


@cache
def indicators() -> tuple[Indicator, ...]:
    """All 93 indicators, in the order of their ids."""
    return read_rows(datasets("reference") / "indicators.csv", Indicator)


@cache
def computable() -> tuple[Indicator, ...]:
    """Those that the kit's tables can decide."""
    return tuple(row for row in indicators() if row.computable)


def not_decidable() -> tuple[Indicator, ...]:
    """Those that they cannot; `Indicator.why_not` says why."""
    return tuple(row for row in indicators() if not row.computable)


@cache
def _by_id() -> dict[str, Indicator]:
    return {row.indicator_id: row for row in indicators()}


def indicator(indicator_id: str) -> Indicator:
    """One indicator.

    Raises:
        ValueError: there is none with this id.
    """
    found = _by_id().get(indicator_id)
    if found is None:
        first, last = indicators()[0].indicator_id, indicators()[-1].indicator_id
        message = _("There is no indicator {id}. They run from {first} to {last}.")
        raise ValueError(message.format(id=indicator_id, first=first, last=last))
    return found
