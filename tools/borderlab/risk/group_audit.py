"""Audit by group: who bears the inspections, and what the numbers can and cannot say.

Groups can be origins, sizes of importers, routes. The truth may be known for all (a simulator) or
only for the inspected; then what was drawn with a logged chance stands for the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.i18n import gettext as _
from borderlab.risk.checks import numeric
from borderlab.risk.estimates import Estimate, hajek, horvitz_thompson
from borderlab.risk.intervals import Interval, newcombe, wilson
from borderlab.risk.selection import SCORE

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from borderlab.risk.selection import Selection

MARGIN = 0.25
"""Part of the chosen, from the lowest score up, that counts as the margin."""


@dataclass(frozen=True, slots=True)
class Share:
    """A count over a count, with its Wilson interval; `value` is None where the lower is 0."""

    count: int
    of: int

    @property
    def value(self) -> float | None:
        """The share."""
        return self.count / self.of if self.of else None

    @property
    def interval(self) -> Interval:
        """Wilson, 95 percent."""
        return wilson(self.count, self.of)


@dataclass(frozen=True, slots=True)
class GroupAudit:
    """One group.

    Attributes:
        group: its name.
        consignments: how many.
        inspected: inspected over all: the inspection rate.
        hits: violations over inspected (with a known result): the hit rate.
        margin: the same among those chosen by score whose score was just high enough.
        burden: inspected lawful over all lawful consignments: the burden on compliant traders.
            Estimated through logged chances where the truth is known only for the inspected.
        stated: mean stated probability; None without probabilities.
        observed: share of violations, of all or estimated; None without any result.
    """

    group: str
    consignments: int
    inspected: Share
    hits: Share
    margin: Share
    burden: Estimate | None
    stated: float | None
    observed: Estimate | None

    @property
    def miscalibrated(self) -> bool:
        """Whether the stated probability lies outside the interval of what was observed."""
        if self.stated is None or self.observed is None:
            return False
        return not self.observed.low <= self.stated <= self.observed.high


@dataclass(frozen=True)
class Audit:
    """All groups, largest first."""

    groups: tuple[GroupAudit, ...]

    def __getitem__(self, name: str) -> GroupAudit:
        for one in self.groups:
            if one.group == name:
                return one
        raise KeyError(name)


def audit(
    groups: ArrayLike,
    selection: Selection,
    scores: ArrayLike,
    bad: ArrayLike,
    probabilities: ArrayLike | None = None,
) -> Audit:
    """Audit a selection.

    Args:
        groups: name of the group of each consignment, shape (n,).
        selection: lanes and logged chances.
        scores: that it was made with, shape (n,).
        bad: 0 or 1; NaN where it was never found out, shape (n,).
        probabilities: stated for each consignment, to check calibration within groups.

    Raises:
        ValueError: other lengths, a result other than 0, 1 and NaN, a missing score, or a stated
            probability outside 0 to 1.
    """
    names = np.asarray(groups).astype(str)
    score, truth = numeric("scores", scores), numeric("bad", bad)
    stated = None if probabilities is None else numeric("probabilities", probabilities)
    if not np.all((truth == 0.0) | (truth == 1.0) | np.isnan(truth)):
        raise ValueError("bad must hold only 0, 1 and NaN (never found out)")
    if np.any(np.isnan(score)):
        raise ValueError("scores holds a missing number (NaN)")
    if stated is not None and not np.all((stated >= 0.0) & (stated <= 1.0)):
        raise ValueError("probabilities must lie between 0 and 1, none missing")
    sizes = {names.shape, selection.lane.shape, score.shape, truth.shape}
    if stated is not None:
        sizes.add(stated.shape)
    if len(sizes) != 1:
        raise ValueError(_("Groups, scores and results must be lists of the same length."))
    edge = _margin(selection, score)
    found, count = np.unique(names, return_counts=True)
    order = np.lexsort((found, -count))
    return Audit(
        tuple(_group(str(g), names == g, selection, truth, edge, stated) for g in found[order])
    )


def _margin(selection: Selection, score: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Chosen by score, and within the lowest quarter of them."""
    chosen = selection.inspected & (selection.reason == SCORE)
    if not chosen.any():
        return np.zeros(chosen.size, dtype=bool)
    return np.asarray(chosen & (score <= np.quantile(score[chosen], MARGIN)))


def _group(  # noqa: PLR0913, PLR0917  (columns of one audit)
    name: str,
    here: NDArray[np.bool_],
    selection: Selection,
    truth: NDArray[np.float64],
    edge: NDArray[np.bool_],
    stated: NDArray[np.float64] | None,
) -> GroupAudit:
    inspected = selection.inspected & here
    return GroupAudit(
        group=name,
        consignments=int(here.sum()),
        inspected=Share(int(inspected.sum()), int(here.sum())),
        hits=_hits(truth[inspected]),
        margin=_hits(truth[edge & here]),
        burden=_burden(here, selection, truth),
        stated=None if stated is None else float(stated[here].mean()),
        observed=_observed(here, selection, truth),
    )


def _hits(truth: NDArray[np.float64]) -> Share:
    known = truth[~np.isnan(truth)]
    return Share(int(known.sum()), known.size)


def _counted(count: float, of: float) -> Estimate | None:
    if not of:
        return None
    interval = wilson(int(count), int(of))
    share = count / of
    return Estimate(share, float(np.sqrt(share * (1.0 - share) / of)), interval.low, interval.high)


def _burden(
    here: NDArray[np.bool_], selection: Selection, truth: NDArray[np.float64]
) -> Estimate | None:
    """Inspected lawful over all lawful."""
    inspected = selection.inspected & here
    lawful_seen = float(np.count_nonzero(truth[inspected] == 0))
    if not np.isnan(truth[here]).any():
        return _counted(lawful_seen, float(np.count_nonzero(truth[here] == 0)))
    sample = _sample(here, selection, truth)
    if sample is None:
        return None
    total = float(np.count_nonzero(here))
    bad = horvitz_thompson(*sample)
    low, middle, high = (
        lawful_seen / max(total - min(b, total), lawful_seen, 1.0)
        for b in (bad.low, bad.value, bad.high)
    )
    return Estimate(middle, (high - low) / 3.92, low, high)


def _observed(
    here: NDArray[np.bool_], selection: Selection, truth: NDArray[np.float64]
) -> Estimate | None:
    if not np.isnan(truth[here]).any():
        return _counted(float(truth[here].sum()), float(here.sum()))
    sample = _sample(here, selection, truth)
    return hajek(*sample) if sample is not None else None


def _sample(
    here: NDArray[np.bool_], selection: Selection, truth: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]] | None:
    """Results with a known chance; None if part of the group could never be drawn."""
    rows = selection.sampled & here & ~np.isnan(truth)
    if not rows.any() or np.any(selection.chance[here] <= 0.0):
        return None
    return truth[rows], selection.chance[rows]


def burden_gap(one: GroupAudit, other: GroupAudit) -> Interval:
    """Interval for the difference in inspection rates of two groups (Newcombe)."""
    a, b = one.inspected, other.inspected
    return newcombe(a.count, a.of, b.count, b.of)


def hit_gap(one: GroupAudit, other: GroupAudit, *, at_margin: bool = False) -> Interval:
    """Interval for the difference in hit rates: the outcome test, of all or at the margin."""
    a, b = (one.margin, other.margin) if at_margin else (one.hits, other.hits)
    return newcombe(a.count, a.of, b.count, b.of)
