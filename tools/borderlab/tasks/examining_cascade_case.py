"""The lane and tools of the cascade task, its right numbers and the mistakes behind others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from borderlab.i18n import gettext as _
from borderlab.inspection.stages import CascadeResult, Join, Stage, cascade
from borderlab.tasks.numbers import Expected, Slip

ALL = 10_000

_ILLEGAL = (20, 30, 40, 50, 60, 80)
_SENSITIVITY = (0.8, 0.85, 0.9, 0.95)
_FALSE_FIRST = (0.02, 0.03, 0.04, 0.05, 0.06)
_FALSE_SECOND = (0.05, 0.1, 0.15, 0.2)
_MINUTES_FIRST = (3, 4, 5)
_MINUTES_SECOND = (20, 25, 30, 40)
_APART = 0.04
_TRIES = 200


@dataclass(frozen=True, slots=True)
class Case:
    """A lane and two tools; the second sees only what the first alerted on.

    Attributes:
        illegal: illegal consignments among 10,000.
        first, second: the tools. The figures of the second hold for consignments that the first
            alerted on, so nothing has to be assumed about independence.
    """

    illegal: int
    first: Stage
    second: Stage

    def chain(self) -> CascadeResult:
        """Both tools."""
        return cascade([self.first, self.second], Join.ALL, rate=self.illegal / ALL)

    def alone(self) -> CascadeResult:
        """The first tool alone."""
        return cascade([self.first], Join.ALL, rate=self.illegal / ALL)


def _tool(name: str, sensitivity: float, false_alarm: float, minutes: int) -> Stage:
    # Round, so that 1 - 0.05 prints and counts as 0.95.
    return Stage(name, sensitivity, sensitivity, round(1.0 - false_alarm, 6), float(minutes))


@lru_cache(maxsize=2048)
def case(seed: int) -> Case:
    """The lane of a participant."""
    rng = np.random.default_rng([seed, 602])
    for _try in range(_TRIES):
        drawn = _drawn(rng)
        rates = [
            rate for tool in (drawn.first, drawn.second) for rate in (tool.easy, tool.specificity)
        ]
        rates.append(drawn.first.easy * drawn.second.easy)
        true = drawn.chain().precision or 0.0
        # Else somebody who writes down a detection rate would be right by accident.
        if all(abs(true - rate) > _APART for rate in rates):
            return drawn
    raise AssertionError("no lane fits")  # pragma: no cover  (a test draws many seeds)


def _drawn(rng: np.random.Generator) -> Case:
    first = _tool(
        "scan",
        float(rng.choice(_SENSITIVITY)),
        float(rng.choice(_FALSE_FIRST)),
        int(rng.choice(_MINUTES_FIRST)),
    )
    second = _tool(
        "physical",
        float(rng.choice(_SENSITIVITY)),
        float(rng.choice(_FALSE_SECOND)),
        int(rng.choice(_MINUTES_SECOND)),
    )
    return Case(int(rng.choice(_ILLEGAL)), first, second)


@lru_cache(maxsize=2048)
def expected(seed: int) -> dict[str, Expected]:
    """The right numbers and the mistakes behind wrong ones, by field."""
    drawn = case(seed)
    alone, chain = drawn.alone(), drawn.chain()
    return {
        "alerts": _alerts(drawn, alone),
        "real": _real(drawn, alone),
        "missed": _missed(drawn, chain),
        "hours": _hours(drawn, alone, chain),
        "final": _final(drawn, chain),
    }


def _alerts(drawn: Case, alone: CascadeResult) -> Expected:
    slips = (
        Slip(alone.found, 0.6, "K1", lambda: _("Those are the real alerts only. Legal consignments "
                                               "alert too, and there are many of them.")),
        Slip(alone.false_alarms, 0.6, "", lambda: _("Those are the false alarms only.")),
        Slip(drawn.illegal, 0.5, "K1", lambda: _("Those are the illegal consignments, not the "
                                                 "alerts.")),
        Slip(ALL * drawn.first.easy, 5, "K1", lambda: _("The detection rate holds for the illegal "
                                                        "consignments only.")),
    )  # fmt: skip
    return Expected(alone.alerts, max(2.0, 0.02 * alone.alerts), slips)


def _detection_rate() -> str:
    return _(
        "That is the detection rate: the share of illegal consignments that give an alert. Here "
        "the share of alerts that are real is asked for, and it depends on the base rate."
    )


def _no_false_alarm() -> str:
    return _("That is the share of legal consignments left in peace.")


def _real(drawn: Case, alone: CascadeResult) -> Expected:
    slips = (
        Slip(100 * drawn.first.easy, 0.5, "K1", _detection_rate),
        Slip(100 * drawn.first.specificity, 0.5, "K1", _no_false_alarm),
        Slip(100 * drawn.illegal / ALL, 0.05, "", lambda: _("That is the base rate, before any "
                                                            "alert.")),
        Slip(100 * alone.found / alone.false_alarms, 0.2, "", lambda: _("Divide by all alerts, not "
                                                                        "by the false ones."), 0.5),
    )  # fmt: skip
    return Expected(100 * (alone.precision or 0.0), 0.6, slips)


def _missed(drawn: Case, chain: CascadeResult) -> Expected:
    first, second = 1 - drawn.first.easy, 1 - drawn.second.easy
    slips = (
        Slip(0, 0, "K16", lambda: _("No alert is no proof: each tool misses some.")),
        Slip(drawn.illegal * first * second, 0.3, "", lambda: _(
            "That is right side by side. In a chain, one miss is enough to be let go.")),
        Slip(drawn.illegal * first, 0.3, "", lambda: _("The second tool misses some as well."),
             0.25),
        Slip(drawn.illegal * (1 - first) * second, 0.3, "", lambda: _(
            "What the first tool lets go never reaches the second."), 0.25),
        Slip(chain.found, 0.3, "", lambda: _("Those are the ones found.")),
    )  # fmt: skip
    return Expected(chain.missed, max(0.5, 0.02 * chain.missed), slips)


def _hours(drawn: Case, alone: CascadeResult, chain: CascadeResult) -> Expected:
    first, second = drawn.first.minutes, drawn.second.minutes
    slips = (
        Slip(ALL * (first + second) / 60, 3, "", lambda: _(
            "The second tool is used on the alerts of the first only.")),
        Slip((ALL * first + alone.found * second) / 60, 1, "K1", lambda: _(
            "False alarms cost the second tool's time as well.")),
        Slip(alone.alerts * second / 60, 2, "", lambda: _("The first tool is used on all 10,000."),
             0.25),
        Slip(ALL * first / 60, 2, "", lambda: _("The second tool's time is missing."), 0.25),
        Slip(chain.minutes, 60, "", lambda: _("Those are minutes; hours were asked for."), 0.5),
    )  # fmt: skip
    return Expected(chain.minutes / 60, max(2.0, 0.005 * chain.minutes / 60), slips)


def _final(drawn: Case, chain: CascadeResult) -> Expected:
    slips = (
        Slip(100 * drawn.second.easy, 0.5, "K1", _detection_rate),
        Slip(100 * drawn.second.specificity, 0.5, "K1", _no_false_alarm),
        Slip(100 * drawn.first.easy * drawn.second.easy, 0.5, "K1", _detection_rate),
    )
    return Expected(100 * (chain.precision or 0.0), 1.0, slips)
