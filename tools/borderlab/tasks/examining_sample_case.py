"""The consignment of the task on sample sizes, its right numbers and the mistakes behind others."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from borderlab.i18n import gettext as _
from borderlab.inspection.lots import detections
from borderlab.inspection.sampling import (
    ceiling,
    detection,
    sample_size,
    sample_size_binomial,
)
from borderlab.tasks.numbers import Expected, Slip

_BOXES = tuple(range(80, 201, 20))
_LEVELS = (0.05, 0.1)
_EFFICACIES = (0.6, 0.65, 0.7, 0.75, 0.8, 0.85)
_CONFIDENCES = (0.9, 0.95)
_APART = 4  # boxes between the right sample size and each common mistake
_TRIES = 200
_FIXED_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Case:
    """A consignment and what is asked of the sample.

    Attributes:
        boxes: boxes in the consignment.
        level: share of the boxes that is to be detected; a whole number of boxes.
        efficacy: chance that an opened illegal box is recognised.
        confidence: wanted probability of at least one find.
        affordable: boxes that can be opened today, a multiple of 10.
        few: illegal boxes that the question on the ceiling speaks of.
    """

    boxes: int
    level: float
    efficacy: float
    confidence: float
    affordable: int
    few: int

    @property
    def bad(self) -> int:
        """Illegal boxes at the level of detection."""
        return round(self.boxes * self.level)


@lru_cache(maxsize=2048)
def case(seed: int) -> Case:
    """The consignment of a participant."""
    rng = np.random.default_rng([seed, 601])
    for _try in range(_TRIES):
        drawn = Case(
            boxes=int(rng.choice(_BOXES)),
            level=float(rng.choice(_LEVELS)),
            efficacy=float(rng.choice(_EFFICACIES)),
            confidence=float(rng.choice(_CONFIDENCES)),
            affordable=0,
            few=int(rng.integers(1, 3)),
        )
        made = _with_budget(drawn)
        if made is not None:
            return made
    raise AssertionError("no consignment fits")  # pragma: no cover  (a test draws many seeds)


def _with_budget(drawn: Case) -> Case | None:
    """The case with an affordable sample; None if a common mistake is too near the truth."""
    size = sample_size(drawn.boxes, drawn.bad, drawn.confidence, drawn.efficacy).opened
    if size is None or any(abs(size - slip) < _APART for slip in _wrong_sizes(drawn)):
        return None
    affordable = round(size * 0.45 / 10) * 10
    if affordable < 20 or size >= drawn.boxes - 2:  # noqa: PLR2004  (too small to teach with)
        return None
    return Case(drawn.boxes, drawn.level, drawn.efficacy, drawn.confidence, affordable, drawn.few)


def _wrong_sizes(drawn: Case) -> tuple[float, float, float, float]:
    """Sample sizes of the mistakes: efficacy forgotten, endless lot, both, a fixed percentage."""
    careless = sample_size(drawn.boxes, drawn.bad, drawn.confidence).opened
    endless = sample_size_binomial(drawn.level, drawn.confidence, drawn.efficacy)
    both = sample_size_binomial(drawn.level, drawn.confidence)
    return (
        float(careless or 0),
        float(endless or 0),
        float(both or 0),
        float(math.ceil(drawn.boxes * _FIXED_SHARE)),
    )


def still_possible(drawn: Case) -> int:
    """Most illegal boxes that the affordable sample without a find leaves possible."""
    every = np.arange(drawn.boxes + 1)
    chances = detections(drawn.boxes, every, drawn.affordable, drawn.efficacy)
    return int(np.flatnonzero(chances < drawn.confidence)[-1])


def _efficacy_forgotten() -> str:
    return _("This forgets the efficacy: an opened illegal box is not always recognised.")


def _endless() -> str:
    return _("This is the formula for an endless consignment. Here every opened box leaves fewer.")


@lru_cache(maxsize=2048)
def expected(seed: int) -> dict[str, Expected]:
    """The right numbers and the mistakes behind wrong ones, by field."""
    drawn = case(seed)
    return {
        "opened": _opened(drawn),
        "reached": _reached(drawn),
        "possible": _possible(drawn),
        "ceiling": _ceiling(drawn),
    }


def _opened(drawn: Case) -> Expected:
    size = sample_size(drawn.boxes, drawn.bad, drawn.confidence, drawn.efficacy).opened or 0
    careless, endless, both, fixed = _wrong_sizes(drawn)
    slips = (
        Slip(careless, 1, "K6", _efficacy_forgotten),
        Slip(endless, 1, "", _endless, 0.25),
        Slip(both, 1, "K6", _efficacy_forgotten),
        Slip(fixed, 0.5, "K7", _fixed_share),
        Slip(drawn.bad, 0.5, "K7", _level_as_size),
        Slip(drawn.boxes, 0, "", lambda: _("Opening everything is more than was asked for.")),
    )
    return Expected(size, 1, slips)


def _fixed_share() -> str:
    return _("2% of every consignment proves something else in each consignment: here very little.")


def _level_as_size() -> str:
    return _("That is the number of illegal boxes to detect, not the number of boxes to open.")


def _reached(drawn: Case) -> Expected:
    lot = (drawn.boxes, drawn.bad, drawn.affordable)
    endless = 1.0 - (1.0 - drawn.level * drawn.efficacy) ** drawn.affordable
    slips = (
        Slip(100 * detection(*lot), 1, "K6", _efficacy_forgotten),
        Slip(100 * endless, 0.5, "", _endless, 0.25),
        Slip(
            100 * drawn.affordable / drawn.boxes,
            1,
            "K7",
            lambda: _("That is the share of boxes opened, not the chance to find at least one."),
        ),
        Slip(
            100 * drawn.efficacy,
            0.5,
            "K1",
            lambda: _("That is the efficacy: what happens once an illegal box is open."),
        ),
    )
    return Expected(100 * detection(*lot, drawn.efficacy), 1, slips)


def _possible(drawn: Case) -> Expected:
    share = -math.log1p(-drawn.confidence) / drawn.affordable
    slips = (
        Slip(0, 0, "K6", lambda: _("Nothing found is not nothing there: a sample can miss.")),
        Slip(
            drawn.boxes * share / drawn.efficacy,
            1.5,
            "",
            lambda: _("That is the rule of three, good in a large consignment; here it is rough."),
            0.5,
        ),
        Slip(drawn.boxes * share, 1.5, "K6", _efficacy_forgotten),
        Slip(
            drawn.boxes - drawn.affordable,
            1,
            "",
            lambda: _("Those are all closed boxes. A random sample tells something about them."),
        ),
    )
    return Expected(still_possible(drawn), 1, slips)


def _ceiling(drawn: Case) -> Expected:
    slips = (
        Slip(
            100,
            0,
            "K6",
            lambda: _("Opening every box proves everything only if every look is perfect."),
        ),
        Slip(
            100 * (1 - drawn.efficacy) ** drawn.few,
            0.5,
            "",
            lambda: _("That is the chance to miss all of them; the ceiling is the rest."),
            0.25,
        ),
        Slip(
            100 * drawn.efficacy**drawn.few,
            0.5,
            "",
            lambda: _("That is the chance to recognise all of them; one is enough."),
        ),
        Slip(
            100 * drawn.efficacy,
            0.5,
            "",
            lambda: _("That is the ceiling for a single illegal box."),
        ),
    )
    return Expected(100 * ceiling(drawn.few, drawn.efficacy), 1, slips)
