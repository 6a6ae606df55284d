"""Security games with any pay-offs: the best coverage against an attacker who watches it.

The zero-sum case stands in `adversary.coverage`. Source: Kiekintveld and others 2009 (ORIGAMI): the
attacker is kept indifferent over ever more targets until the resources are used up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import floats, not_negative

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

_STEPS = 200
_EQUAL = 1e-9


@dataclass(frozen=True, slots=True)
class Equilibrium:
    """A strong Stackelberg equilibrium.

    Attributes:
        coverage: chance with which each target is covered, 0 to 1, shape (targets,).
        attacked: the target attacked; of those worth most to the attacker, the one best for the
            defender.
        defender: what the defender expects.
        attacker: what the attacker expects.
    """

    coverage: NDArray[np.float64]
    attacked: int
    defender: float
    attacker: float


def stackelberg(
    reward: ArrayLike,
    penalty: ArrayLike,
    caught: ArrayLike,
    success: ArrayLike,
    resources: float,
) -> Equilibrium:
    """The best random coverage of targets when the attacker sees it and then chooses one.

    Args:
        reward: to the defender if the attacked target is covered, shape (targets,).
        penalty: to the defender if it is not, below the reward, same shape.
        caught: to the attacker if it is covered, same shape.
        success: to the attacker if it is not, above `caught`, same shape.
        resources: how many targets can be covered at once, at least 0.

    Raises:
        ValueError: lists of different lengths or empty, a penalty not below its reward, a success
            not above being caught, or negative resources.
    """
    names = ("reward", "penalty", "caught", "success")
    lists = [floats(*x) for x in zip(names, (reward, penalty, caught, success), strict=True)]
    r, p, c, u = lists
    if len({x.size for x in lists}) != 1 or not r.size:
        raise ValueError("reward, penalty, caught and success must have one number for each target")
    if np.any(p >= r) or np.any(c >= u):
        raise ValueError("each penalty must be below its reward, and caught below success")
    covered = _covered(c, u, not_negative("resources", resources))
    worth = covered * c + (1.0 - covered) * u
    ours = covered * r + (1.0 - covered) * p
    best = np.flatnonzero(worth >= worth.max() - _EQUAL * max(1.0, float(np.abs(u).max())))
    attacked = int(best[np.argmax(ours[best])])
    return Equilibrium(covered, attacked, float(ours[attacked]), float(worth[attacked]))


def _covered(
    caught: NDArray[np.float64], success: NDArray[np.float64], resources: float
) -> NDArray[np.float64]:
    """Least coverage that holds the attacker to the lowest value the resources allow."""

    def needed(value: float) -> NDArray[np.float64]:
        return np.clip((success - value) / (success - caught), 0.0, 1.0)

    # Below the largest `caught` the attacker cannot be held: that target is worth it when covered.
    low, high = float(caught.max()), float(success.max())
    if high <= low or needed(low).sum() <= resources:
        return needed(low)
    for _ in range(_STEPS):
        middle = (low + high) / 2.0
        low, high = (low, middle) if needed(middle).sum() <= resources else (middle, high)
    return needed(high)
