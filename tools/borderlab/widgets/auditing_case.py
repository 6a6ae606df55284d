"""The profile on the audit board: fitted on one half of an invented stream, used on the other.

Fixed points of habit are added for goods from four States and for small traders, so that the audit
has something to find. All of it is a simulator: the truth is known for every consignment.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from borderlab import risk

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from borderlab.risk.ablation import Ablation, Proxy
    from borderlab.risk.group_audit import Audit
    from borderlab.risk.matrix import Evidence

    Floats = NDArray[np.float64]
    Mask = NDArray[np.bool_]

GROUPINGS = ("origin", "size", "age")
HABIT_STATES = ("QN", "QQ", "QT", "QW")
SMALL = 6
"""Consignments in two years up to which an importer counts as small (teaching value)."""
YOUNG = 2.0
"""Years of age below which a firm counts as new (teaching value)."""
HABIT_ORIGIN, HABIT_SMALL = 1.2, 0.7
"""Points of habit, in log-odds (teaching values)."""
CONSIGNMENTS, BUDGET, RANDOM_SHARE = 12_000, 300, 0.10


@dataclass(frozen=True, eq=False)
class Case:
    """The half of the stream that the profile was not fitted on.

    Attributes:
        full, bare: score with everything, and without origin, shape (n,).
        bad: the truth, 0 or 1, shape (n,).
        member: of each grouping, who belongs to the group in question, shape (n,).
        ablation: recall within the budget with and without origin.
        proxies: of each grouping, indicators (without those of origin) that stand in for it.
        recognisable: how well they give the group away together, 0.5 to 1.
        seed: of the draws.
    """

    full: Floats
    bare: Floats
    bad: Floats
    member: dict[str, Mask]
    ablation: Ablation
    proxies: dict[str, tuple[Proxy, ...]]
    recognisable: dict[str, float | None]
    seed: int


@lru_cache(maxsize=4)
def case(seed: int) -> Case:
    """Draw a stream, fit the profile on its first half and keep the second.

    Args:
        seed: of the invented world, 0 or more.
    """
    from borderlab.world import generate

    world = generate(seed, CONSIGNMENTS, lines=False)
    evidence = risk.evidence(world)
    shipments = world.frame("shipments")
    bad = np.asarray(world.frame("truth")["violation"], dtype=float)
    fitted_on = np.arange(world.n) < world.n // 2
    importer = shipments["importer_id"]
    many = np.asarray(importer.map(importer.value_counts()), dtype=float)
    member = {
        "origin": np.asarray(shipments["origin"].isin(HABIT_STATES)),
        "size": many <= SMALL,
        "age": np.asarray(shipments["company_age"] < YOUNG),
    }
    ids = risk.origin_indicators(evidence)
    card = risk.naive_bayes(risk.fitted_rates(evidence.take(fitted_on), bad[fitted_on]), 0.02)
    rest = evidence.take(~fitted_on)
    member_rest = {name: mask[~fitted_on] for name, mask in member.items()}
    habit = HABIT_SMALL * member_rest["size"]
    full = card.score(rest) + HABIT_ORIGIN * member_rest["origin"] + habit
    bare = card.without(*ids).score(rest) + habit
    plain = evidence.without(ids)
    return Case(
        full=full,
        bare=bare,
        bad=bad[~fitted_on],
        member=member_rest,
        ablation=risk.ablate(full, bare, bad[~fitted_on], BUDGET),
        proxies=_proxies(plain.take(~fitted_on), member_rest),
        recognisable={
            name: risk.recognisable(plain, mask, fitted_on) for name, mask in member.items()
        },
        seed=seed,
    )


def _proxies(evidence: Evidence, member: dict[str, Mask]) -> dict[str, tuple[Proxy, ...]]:
    return {name: risk.proxies(evidence, mask) for name, mask in member.items()}


@dataclass(frozen=True, slots=True)
class Result:
    """The profile in one setting.

    Attributes:
        audit: by group.
        finds, inspected: violations found and inspections made.
        violations: all violations of the stream.
    """

    audit: Audit
    finds: int
    inspected: int
    violations: int


def run(  # noqa: PLR0913  (settings of the board)
    made: Case,
    grouping: str,
    names: tuple[str, str],
    *,
    without_origin: bool,
    shift: float,
    truth_known: bool,
) -> Result:
    """Select with the profile in one setting and audit it.

    Args:
        made: the case.
        grouping: one of `GROUPINGS`.
        names: of the group in question and of all others.
        without_origin: leave out everything that uses the origin.
        shift: points by which the threshold of the group in question is raised.
        truth_known: results of all consignments; otherwise only of the inspected, as in an office.
    """
    member = made.member[grouping]
    stated = made.bare if without_origin else made.full
    score = stated - shift * member
    selection = risk.select(score, BUDGET, RANDOM_SHARE, made.seed)
    known = made.bad if truth_known else np.where(selection.inspected, made.bad, np.nan)
    groups = np.where(member, names[0], names[1])
    # Points are log-odds: what the profile says of each consignment, whatever the threshold.
    chance = 1.0 / (1.0 + np.exp(-stated))
    return Result(
        audit=risk.audit(groups, selection, score, known, chance),
        finds=int(made.bad[selection.inspected].sum()),
        inspected=int(selection.inspected.sum()),
        violations=int(made.bad.sum()),
    )
