"""Who is inspected: decisive evidence, the highest scores, and a random stratum of its own.

Lanes are filled in the order red, yellow, blue, green (facts 3.5, after ASYCUDA++). Every
consignment's chance of the red lane is logged, so that results can be weighted afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.i18n import N_
from borderlab.i18n import gettext as _
from borderlab.risk.checks import count, marks, numeric, real

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

GREEN, BLUE, YELLOW, RED = 0, 1, 2, 3
LANES = ("green", "blue", "yellow", "red")
LANE_NAMES = (N_("green"), N_("blue"), N_("yellow"), N_("red"))
"""Names in the order of the codes; a view adds the letter G, B, Y or R, as colour is not alone."""
TREATMENTS = (
    N_("release"),
    N_("release, then audit the trader's records"),
    N_("full check of the documents"),
    N_("physical examination"),
)
SCORE, DECISIVE, RANDOM, OVERRIDE = 1, 2, 3, 4
REASONS = ("", "score", "decisive", "random", "override")
REASON_NAMES = (
    N_("nothing stands out"),
    N_("its score"),
    N_("decisive evidence"),
    N_("random draw"),
    N_("decision of an officer"),
)


@dataclass(frozen=True, eq=False)
class Selection:
    """The lane of each consignment.

    Attributes:
        lane: `GREEN` (0) to `RED` (3), shape (n,).
        chance: logged chance of the red lane before anything was drawn, 0 to 1, shape (n,). Above
            0 for all if there is a random stratum.
        reason: place in `REASONS`: why it is not green, shape (n,).
        over_budget: decisive consignments in red beyond the budget, as the law does not wait.
    """

    lane: NDArray[np.int8]
    chance: NDArray[np.float64]
    reason: NDArray[np.int8]
    over_budget: int = 0

    @property
    def inspected(self) -> NDArray[np.bool_]:
        """Consignments in the red lane."""
        return np.asarray(self.lane == RED)

    @property
    def sampled(self) -> NDArray[np.bool_]:
        """Those in red by design: the ones weighted estimates may use.

        What an officer added had no known chance and is left out.
        """
        return np.asarray(self.inspected & (self.reason != OVERRIDE))

    def counts(self) -> dict[str, int]:
        """Consignments in each lane, red first."""
        made = np.bincount(self.lane, minlength=len(LANES))
        return {LANES[i]: int(made[i]) for i in (RED, YELLOW, BLUE, GREEN)}


def select(  # noqa: PLR0913  (one argument for each setting of the selectivity system)
    scores: ArrayLike,
    budget: int,
    random_share: float,
    seed: int,
    *,
    decisive: ArrayLike | None = None,
    yellow: int = 0,
    blue: int = 0,
) -> Selection:
    """Fill the lanes.

    Args:
        scores: higher is riskier, shape (n,). Tied scores are in random order.
        budget: physical examinations, 0 or more; more than n means all.
        random_share: share of the budget that is drawn at random from all that the score does not
            choose, 0 to 1. At least one examination if both are above 0.
        seed: of the draws. Keep it secret until they are done, and log it.
        decisive: consignments to examine whatever the score, even beyond the budget.
        yellow: documentary checks, of the highest scores that are left.
        blue: audits after release, of the highest scores then left.

    Raises:
        ValueError: a missing score, a budget that is negative or not whole, a share outside 0 to
            1, or lists of other lengths.
    """
    score = numeric("scores", scores)
    forced = np.zeros(score.size, bool)
    if decisive is not None:
        forced = marks("decisive", decisive)
    _check(score, forced, (budget, yellow, blue), random_share)
    rng = np.random.default_rng(count("seed", seed))
    budget = min(budget, score.size)
    drawn = _drawn(budget, random_share)
    aimed = max(budget - drawn, int(forced.sum()))
    order = _order(score, forced, rng)
    chance = _certain(score, forced, order, aimed)
    lane = np.zeros(score.size, dtype=np.int8)
    reason = np.zeros(score.size, dtype=np.int8)
    top, rest = order[:aimed], order[aimed:]
    lane[top] = RED
    reason[top] = np.where(forced[top], DECISIVE, SCORE)
    lucky = rng.permutation(rest.size)[: min(drawn, rest.size)]
    lane[rest[lucky]] = RED
    reason[rest[lucky]] = RANDOM
    if rest.size:
        chance += (1.0 - chance) * (min(drawn, rest.size) / rest.size)
    _fill(lane, reason, order, yellow, blue)
    extra = max(0, int(np.count_nonzero(lane == RED)) - budget)
    return Selection(lane, chance, reason, extra)


def _check(
    score: NDArray[np.float64],
    forced: NDArray[np.bool_],
    places: tuple[int, ...],
    random_share: float,
) -> None:
    if score.ndim != 1 or forced.shape != score.shape:
        raise ValueError(_("Scores and decisive evidence must be lists of the same length."))
    if np.any(np.isnan(score)):
        raise ValueError(_("A score is missing. Give missing evidence a score of its own."))
    if min(real(place) for place in places) < 0:
        raise ValueError(_("The number of places in a lane must be 0 or more."))
    for name, place in zip(("budget", "yellow", "blue"), places, strict=True):
        count(name, place)
    if not 0.0 <= real(random_share) <= 1.0:
        raise ValueError(_("The random share must lie between 0 and 1."))


def _order(
    score: NDArray[np.float64], forced: NDArray[np.bool_], rng: np.random.Generator
) -> NDArray[np.int64]:
    """Decisive first, then by score; ties in an order nobody can choose."""
    shuffled = rng.permutation(score.size)
    ranked = shuffled[np.argsort(-score[shuffled], kind="stable")]
    return np.concatenate((ranked[forced[ranked]], ranked[~forced[ranked]]))


def _drawn(budget: int, random_share: float) -> int:
    """Places of the random stratum."""
    if budget == 0 or random_share == 0.0:
        return 0
    return min(budget, max(1, round(budget * random_share)))


def _certain(
    score: NDArray[np.float64],
    forced: NDArray[np.bool_],
    order: NDArray[np.int64],
    aimed: int,
) -> NDArray[np.float64]:
    """Chance of being among the aimed: 1 above the cut, 0 below, shared among ties at it."""
    chance = np.zeros(score.size)
    chance[order[:aimed]] = 1.0
    if 0 < aimed < score.size:
        last = order[aimed - 1]
        tied = (score == score[last]) & (forced == forced[last])
        chance[tied] = np.count_nonzero(tied[order[:aimed]]) / np.count_nonzero(tied)
    return chance


def _fill(
    lane: NDArray[np.int8],
    reason: NDArray[np.int8],
    order: NDArray[np.int64],
    yellow: int,
    blue: int,
) -> None:
    left = order[lane[order] != RED]
    lane[left[:yellow]] = YELLOW
    lane[left[yellow : yellow + blue]] = BLUE
    reason[left[: yellow + blue]] = SCORE
