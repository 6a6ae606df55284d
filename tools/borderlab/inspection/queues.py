"""How long consignments wait: closed formulas. Exact waits of given arrivals: `arrival_queues`.

Times are in any one unit (minutes, hours); rates are per that unit. A queue whose load reaches
its capacity has no stationary wait: the formulas return infinity, never an error or a negative
number. Sources: Erlang's formulas, Allen and Cunneen's approximation, and Cobham's priority
formula, as in textbooks of queueing theory.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.arrival_queues import waits, waits_one_server
from borderlab.inspection.checks import (
    count,
    floats,
    not_negative,
    positive,
    probability,
)

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


_MOST_SERVERS = 1_000_000
_ROUNDING = 1e-12  # a spare capacity below this part of the whole is only rounding


def erlang_b(load: float, servers: int) -> float:
    """Probability that all servers are busy when nobody waits (Erlang B, by its recursion).

    Args:
        load: arrivals over the rate of one server, in Erlang, at least 0.
        servers: at least 1.

    Raises:
        ValueError: a number out of range, or more than a million servers with a like load.
    """
    load = not_negative("load", load)
    blocked = 1.0
    for k in range(1, min(count("servers", servers, 1), _MOST_SERVERS) + 1):
        blocked = load * blocked / (k + load * blocked)
        if blocked == 0.0:
            return 0.0
    if servers > _MOST_SERVERS:
        raise ValueError(f"with this load, servers must be at most {_MOST_SERVERS}, not {servers}")
    return blocked


@dataclass(frozen=True, slots=True)
class Wait:
    """Stationary behaviour of a queue.

    Attributes:
        utilisation: share of the servers' time in use; 1 or more means the queue grows for ever.
        delayed: probability of having to wait at all.
        mean: mean wait before service starts.
        in_queue: mean number waiting.
        clearing_rate: the rate at which the probability of a long wait falls.
    """

    utilisation: float
    delayed: float
    mean: float
    in_queue: float
    clearing_rate: float

    def longer_than(self, time: float) -> float:
        """Probability of waiting longer than `time`, which is at least 0."""
        time = not_negative("time", time, infinite=True)
        if time == math.inf:
            return 0.0 if self.clearing_rate > 0.0 or self.delayed == 0.0 else self.delayed
        return self.delayed * math.exp(-max(0.0, self.clearing_rate) * time)

    def quantile(self, share: float) -> float:
        """The wait that a share of consignments does not exceed (0.9 for the 90th percentile)."""
        tail = 1.0 - probability("share", share)
        if tail >= self.delayed:
            return 0.0
        if tail == 0.0 or self.clearing_rate <= 0.0:
            return math.inf
        return math.log(self.delayed / tail) / self.clearing_rate


def waiting(arrivals: float, service: float, servers: int = 1) -> Wait:
    """M/M/c (Erlang C): random arrivals, exponential service times.

    Args:
        arrivals: consignments per unit of time, at least 0.
        service: consignments that one server finishes per unit of time, above 0.
        servers: inspectors or lanes, at least 1.

    Raises:
        ValueError: a number out of range. A queue that is too busy is no error: its waits are
            infinite.
    """
    service, arrivals = positive("service", service), not_negative("arrivals", arrivals)
    spare = count("servers", servers, 1) * service - arrivals
    if spare <= _ROUNDING * servers * service:
        return Wait(max(1.0, arrivals / service / servers), 1.0, math.inf, math.inf, 0.0)
    load = arrivals / service
    blocked, busy = erlang_b(load, servers), load / servers
    delayed = blocked / (1.0 - busy * (1.0 - blocked))
    return Wait(busy, delayed, delayed / spare, arrivals * delayed / spare, spare)


def mean_wait_general(arrivals: float, service: float, servers: int, variation: float) -> float:
    """Allen-Cunneen: mean wait for random arrivals and any service time.

    Args:
        arrivals: as for `waiting`.
        service: rate of one server, as for `waiting`.
        servers: as for `waiting`.
        variation: standard deviation over mean of service times, at least 0: 1 for exponential, 0
            for fixed. Exact with one server.

    Raises:
        ValueError: a number out of range.
    """
    variation = not_negative("variation", variation)
    return waiting(arrivals, service, servers).mean * (0.5 + variation * variation / 2.0)


def priority_waits(
    arrivals: ArrayLike, mean_service: ArrayLike, mean_square: ArrayLike
) -> NDArray[np.float64]:
    """Mean waits with one server when the first class goes first, without interruption.

    With more work than the server can do, the classes before it runs out of time still have a
    finite wait: they never stand behind more than one service of the rest, and the server is
    busy at most all the time. So the first class that is too much gets the time left over, those
    after it none, and the residual service counts only what is served.

    Args:
        arrivals: rate of each class, shape (classes,), highest priority first.
        mean_service: mean service time of each class, at least 0.
        mean_square: mean squared service time of each class, at least the square of its mean.

    Returns:
        Mean wait of each class, infinite from the class on whose load, added to that of the
        classes before it, reaches the server's time.

    Raises:
        ValueError: lists of different lengths, a negative or missing number, or a mean square
            below the square of the mean.
    """
    rate, mean = floats("arrivals", arrivals), floats("mean_service", mean_service)
    square = floats("mean_square", mean_square)
    if not rate.size == mean.size == square.size:
        raise ValueError("arrivals, mean_service and mean_square must have one number a class")
    if any(x.size and x.min() < 0.0 for x in (rate, mean)):
        raise ValueError("arrivals and mean_service must be at least 0")
    if np.any(square < mean**2 * (1.0 - 1e-9)):
        raise ValueError(
            "mean_square must be at least the square of mean_service: variance + mean²"
        )
    load = rate * mean
    cumulated = np.concatenate(([0.0], np.cumsum(load)))
    above, here = 1.0 - cumulated[:-1], 1.0 - cumulated[1:]
    served = np.divide(np.clip(above, 0.0, load), load, out=np.ones_like(load), where=load > 0.0)
    residual = float(np.sum(served * rate * square)) / 2.0
    stable = here > _ROUNDING
    return np.where(stable, residual / np.where(stable, above * here, 1.0), np.inf)


def largest_inspection_rate(
    arrivals: float, service: float, servers: int, limit: float, share: float = 0.1
) -> float:
    """The largest share of arrivals that can be inspected while few wait longer than `limit`.

    Args:
        arrivals: consignments per unit of time at the border.
        service: inspections that one officer finishes per unit of time.
        servers: officers.
        limit: the wait not to be exceeded, at least 0.
        share: the share of inspected consignments that may exceed it, 0 to 1.

    Raises:
        ValueError: a number out of range.
    """
    probability("share", share)
    low, high = 0.0, 1.0
    if waiting(arrivals, service, servers).longer_than(limit) <= share:
        return 1.0
    for _ in range(60):
        middle = (low + high) / 2.0
        if waiting(arrivals * middle, service, servers).longer_than(limit) <= share:
            low = middle
        else:
            high = middle
    return low


__all__ = [
    "Wait",
    "erlang_b",
    "largest_inspection_rate",
    "mean_wait_general",
    "priority_waits",
    "waiting",
    "waits",
    "waits_one_server",
]
