"""A year at a border post under a policy, period by period, on arrays.

Order of the day: all papers are checked; the policy chooses lanes from what officers can see;
screening and examination answer; what was found enters the records; offenders see what was
examined. The queue is exact, with live animals first. The same seed gives each consignment the
same luck under every policy, so that policies are compared pair by pair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np

from borderlab.inspection.adaptation import Adversary, Offenders
from borderlab.inspection.arrivals import MINUTES_A_DAY, Arrivals, Truth, from_world
from borderlab.inspection.checks import numeric, positive
from borderlab.inspection.draws import Draws
from borderlab.inspection.examination import Answers, answers
from borderlab.inspection.memory import Groups, Learning, Records
from borderlab.inspection.policy import Columns, Lane, Policy, Reason, Remembered, View
from borderlab.inspection.post import Post
from borderlab.inspection.results import Events, SimulationResult, report
from borderlab.inspection.service import serve

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from borderlab.world import World

_DICE, _RED = 8, int(Lane.RED)
Score = Callable[[View], "NDArray[np.float64]"]


@dataclass
class _Run:
    """What a run carries from period to period."""

    arrivals: Arrivals
    post: Post
    draws: Draws
    opened: NDArray[np.int64]
    score: NDArray[np.float64] | Score
    records: Records
    groups: Groups | None
    offenders: Offenders | None
    events: Events
    said: Answers
    dice: NDArray[np.float64]
    seeds: NDArray[np.int64]
    deterred: int = 0
    moved: int = 0


def simulate(  # noqa: PLR0913  (each is one choice of the person who sets up the year)
    source: Arrivals | World,
    policy: Policy,
    *,
    seed: int,
    post: Post | None = None,
    score: ArrayLike | Score | None = None,
    period_days: float = 7.0,
    learning: Learning | None = None,
    adversary: Adversary | None = None,
    groups: Sequence[str] = (),
) -> SimulationResult:
    """Play a policy on a stream of consignments.

    Args:
        source: the stream, or a generated world (all its days).
        policy: a callable from `View` to `Selection`, such as those in `policies`.
        seed: of everything that is left to chance at the post, a whole number from 0.
        post: the border post; the default one, or one that fits the world's scenario.
        score: risk score of each consignment in order of arrival (higher is more suspicious), or
            a function of the view; zeros if not given.
        period_days: days for which the policy plans ahead, above 0; results of a period are known
            from the next one on.
        learning: what is learned about groups; nothing if not given.
        adversary: how offenders react; not at all if not given.
        groups: columns by which the burden is reported.

    Raises:
        ValueError: a number out of range, or a selection that cannot be; the message says which.
    """
    arrivals = source if isinstance(source, Arrivals) else from_world(source)
    if post is None:
        post = Post() if isinstance(source, Arrivals) else Post.of_scenario(source.scenario)
    positive("period_days", period_days)
    run = _prepare(arrivals, post, seed, score, learning, adversary, period_days)
    for period, part in _periods(arrivals.time, period_days):
        _play(run, policy, period, part, period_days)
    _finish(run)
    groups = (groups,) if isinstance(groups, str) else groups
    return report(arrivals, post, run.events, run.deterred, run.moved, groups)


def _prepare(  # noqa: PLR0913, PLR0917  (passes on the choices above)
    arrivals: Arrivals,
    post: Post,
    seed: int,
    score: ArrayLike | Score | None,
    learning: Learning | None,
    adversary: Adversary | None,
    days: float,
) -> _Run:
    draws, opened = Draws(seed, arrivals.size), post.sampling.opened(arrivals.boxes)
    if score is None:
        score = np.zeros(arrivals.size)
    if not callable(score):
        score = numeric("score", score)
        if score.shape != (arrivals.size,) or np.any(np.isnan(score)):
            raise ValueError(f"score must hold one number for each of {arrivals.size} consignments")
    periods = int(arrivals.time[-1] // (days * MINUTES_A_DAY)) + 1 if arrivals.size else 0
    rng = draws.generator("policy")
    return _Run(
        arrivals, post, draws, opened, score,
        Records(arrivals.traders),
        Groups(learning, _levels(arrivals, learning.group)) if learning else None,
        Offenders(adversary, _levels(arrivals, adversary.route)) if adversary else None,
        Events.blank(arrivals),
        answers(arrivals.truth, arrivals.boxes, opened, post, draws),
        rng.random((periods, _DICE)),
        rng.integers(1 << 62, size=periods),
    )  # fmt: skip


def _levels(arrivals: Arrivals, column: str) -> int:
    """How many groups a column of whole numbers tells apart."""
    if column not in arrivals.visible:
        raise ValueError(f"no column {column!r}; there are {', '.join(arrivals.visible)}")
    values = arrivals.visible[column]
    if values.size and (values.dtype.kind not in "iub" or values.min() < 0):
        raise ValueError(f"column {column!r} must hold whole numbers from 0 to tell groups")
    return int(values.max(initial=0)) + 1


def _periods(time: NDArray[np.float64], days: float) -> Iterator[tuple[int, slice]]:
    """Number and rows of each period with consignments."""
    if time.size == 0:
        return
    last = int(time[-1] // (days * MINUTES_A_DAY)) + 1
    edges = np.searchsorted(time, np.arange(last + 1) * days * MINUTES_A_DAY)
    for period in range(last):
        first, after = int(edges[period]), int(edges[period + 1])
        if first < after:
            yield period, slice(first, after)


def _play(run: _Run, policy: Policy, period: int, part: slice, days: float) -> None:
    """One period: move offenders, choose, examine, record."""
    if run.offenders:
        _adapt(run, run.offenders, period, part)
    said, events, arrivals = run.said, run.events, run.arrivals
    view = _view(run, period, part)
    chosen = policy(view)
    chosen.check(view.n)
    lane, chance = events.lane[part], events.chance[part]
    lane[:], chance[:], events.reason[part] = chosen.lane, chosen.chance, chosen.reason
    if run.post.follow_alerts:
        alert = np.flatnonzero(said.documents[part])
        lane[alert], chance[alert], events.reason[part][alert] = Lane.RED, 1.0, Reason.DOCUMENTS
    if run.post.staff == 0:
        return
    rows = np.flatnonzero(lane) + part.start
    examined = (events.lane[rows] == _RED) | said.screen[rows]
    found = said.found[rows] & examined
    run.records.add(arrivals.trader[rows], found, arrivals.time[rows])
    if run.groups:
        group = arrivals.visible[run.groups.plan.group][rows].astype(np.int64)
        run.groups.add(group, found, events.chance[rows], days)
    if run.offenders:
        seen = np.zeros(view.n, dtype=np.bool_)
        seen[rows[examined] - part.start] = True
        run.offenders.watch(arrivals.visible[run.offenders.plan.route][part], seen)


def _adapt(run: _Run, offenders: Offenders, period: int, part: slice) -> None:
    """Let offenders move, and ask the tools again about what is now presented."""
    arrivals, boxes = run.arrivals, run.arrivals.boxes[part]
    truth = Truth(run.events.kind[part], arrivals.truth.bad_boxes[part])
    route = arrivals.visible[offenders.plan.route][part]
    truth, moved, deterred = offenders.move(truth, boxes, route, run.draws, part, period)
    run.moved, run.deterred = run.moved + moved, run.deterred + deterred
    run.events.kind[part] = truth.kind
    now = answers(truth, boxes, run.opened[part], run.post, run.draws, part)
    for field in fields(Answers):
        getattr(run.said, field.name)[part] = getattr(now, field.name)


def _finish(run: _Run) -> None:
    """Write what follows from the lanes into the events."""
    events, said = run.events, run.said
    screened = events.lane == Lane.SCREEN
    events.alert[:] = said.documents
    if run.post.staff > 0:
        events.chosen[:] = events.lane != Lane.GREEN
        events.examined[:] = (events.lane == Lane.RED) | (screened & said.screen)
        events.minutes[screened] = said.screening[screened]
    events.found[:] = events.examined & said.found
    events.detectable[:] = said.found & (~screened | said.screen)
    serve(run.arrivals, run.post, run.draws, events)


def _view(run: _Run, period: int, part: slice) -> View:
    """All that the policy may see, and nothing else."""
    visible = run.arrivals.visible

    def cut(name: str) -> NDArray[Any]:
        return _frozen(visible[name][part].copy())

    columns = Columns(tuple(visible), cut)
    group = run.groups
    view = View(
        period=period,
        n=part.stop - part.start,
        columns=columns,
        score=np.zeros(0),
        alert=_frozen(run.said.documents[part].copy()),
        remembered=_remembered(run, part),
        learned=group.expected(visible[group.plan.group][part]) if group else None,
        draw=_frozen(run.draws.uniform("select")[part].copy()),
        dice=_frozen(run.dice[period].copy()),
        seed=int(run.seeds[period]),
    )
    if callable(run.score):
        score = np.asarray(run.score(view), dtype=float)
        if score.shape != (view.n,):
            raise ValueError(f"score must return one number for each of {view.n} consignments")
        if np.isnan(score).any():
            raise ValueError("score returned a missing number (NaN): give missing evidence a score")
    else:
        score = run.score[part].copy()
    object.__setattr__(view, "score", _frozen(score))
    return view


def _remembered(run: _Run, part: slice) -> Remembered:
    # Only these reach the policy's side, not the run that holds the truth.
    records, trader, now = (
        run.records,
        run.arrivals.trader[part],
        float(run.arrivals.time[part.start]),
    )
    return Remembered(lambda: records.of(trader, now))


def _frozen(values: NDArray[Any]) -> NDArray[Any]:
    values.setflags(write=False)
    return values
