"""How long consignments wait: closed formulas, and exact waits for given arrivals.

Times are in any one unit (minutes, hours); rates are per that unit. A queue whose load reaches
its capacity has no stationary wait: the formulas return infinity, never an error or a negative
number. Sources: Erlang's formulas, Allen and Cunneen's approximation, Cobham's priority formula
and Lindley's recursion, as in textbooks of queueing theory.
"""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import count, positive, probability

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


_PART = 1 << 14
_SHAPE = "arrival and service must be one-dimensional and of equal length"
_TIMES = "arrival times must ascend and service times must not be negative"


def erlang_b(load: float, servers: int) -> float:
    """Probability that all servers are busy when nobody waits (load in Erlang, at least 0)."""
    blocked = 1.0
    for k in range(1, count("servers", servers, 1) + 1):
        blocked = load * blocked / (k + load * blocked)
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
        """Probability of waiting longer than `time`."""
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
    """M/M/c: random arrivals, exponential service times.

    Args:
        arrivals: consignments per unit of time, at least 0.
        service: consignments that one server finishes per unit of time, above 0.
        servers: inspectors or lanes, at least 1.
    """
    positive("service", service)
    if not (math.isfinite(arrivals) and arrivals >= 0.0):
        raise ValueError(f"arrivals must be a number of at least 0, not {arrivals!r}")
    load = arrivals / service
    blocked = erlang_b(load, servers)
    busy = load / servers
    if busy >= 1.0:
        return Wait(busy, 1.0, math.inf, math.inf, 0.0)
    delayed = blocked / (1.0 - busy * (1.0 - blocked))
    spare = servers * service - arrivals
    return Wait(busy, delayed, delayed / spare, arrivals * delayed / spare, spare)


def mean_wait_general(arrivals: float, service: float, servers: int, variation: float) -> float:
    """Allen-Cunneen: mean wait for random arrivals and any service time.

    `variation` is the coefficient of variation of service times: 1 for exponential, 0 for fixed.
    """
    if not (math.isfinite(variation) and variation >= 0.0):
        raise ValueError(f"variation must be a number of at least 0, not {variation!r}")
    return waiting(arrivals, service, servers).mean * (1.0 + variation**2) / 2.0


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
        mean_service: mean service time of each class.
        mean_square: mean squared service time of each class.

    Returns:
        Mean wait of each class, infinite from the class on whose load, added to that of the
        classes before it, reaches the server's time.
    """
    rate, mean, square = (np.asarray(x, dtype=float) for x in (arrivals, mean_service, mean_square))
    load = rate * mean
    cumulated = np.concatenate(([0.0], np.cumsum(load)))
    above, here = 1.0 - cumulated[:-1], 1.0 - cumulated[1:]
    served = np.divide(np.clip(above, 0.0, load), load, out=np.ones_like(load), where=load > 0.0)
    residual = float(np.sum(served * rate * square)) / 2.0
    stable = here > 0.0
    return np.where(stable, residual / np.where(stable, above * here, 1.0), np.inf)


def waits_one_server(
    arrival: NDArray[np.float64], service: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Exact waits in order of arrival with one server (G/G/1).

    Lindley's recursion without a step for each consignment: the wait is the running sum of
    service minus interarrival times, above its own running minimum. It is carried on from part
    to part, which keeps the sums short (so exact) and the arrays in the processor's cache.

    Args:
        arrival: times of arrival, ascending, shape (n,).
        service: service times, at least 0, shape (n,).

    Raises:
        ValueError: arrays of different lengths, or times that do not ascend or are negative.
    """
    if arrival.shape != service.shape or arrival.ndim != 1:
        raise ValueError(_SHAPE)
    out = np.zeros(arrival.size)
    for start in range(0, arrival.size - 1, _PART):
        stop = min(start + _PART, arrival.size - 1)
        step = arrival[start + 1 : stop + 1] - arrival[start:stop]
        if not (step.min() >= 0.0 and service[start:stop].min() >= 0.0):
            raise ValueError(_TIMES)
        np.subtract(service[start:stop], step, out=step)
        step[0] += out[start]
        np.cumsum(step, out=step)
        lowest = np.minimum(np.minimum.accumulate(step), 0.0)
        np.subtract(step, lowest, out=out[start + 1 : stop + 1])
    if arrival.size and not service[-1] >= 0.0:
        raise ValueError(_TIMES)
    return out


def waits(
    arrival: NDArray[np.float64],
    service: NDArray[np.float64],
    servers: int = 1,
    priority: NDArray[np.int64] | None = None,
) -> NDArray[np.float64]:
    """Exact waits with several servers, first come first served within a class (G/G/c).

    Args:
        arrival: times of arrival, ascending, shape (n,).
        service: service times, at least 0, shape (n,).
        servers: number of servers, at least 1.
        priority: class of each consignment, 0 first (live animals); no interruption of service.

    Returns:
        Wait before service of each consignment, shape (n,).
    """
    count("servers", servers, 1)
    if priority is not None:
        return _waits_priority(arrival, service, servers, priority)
    if servers == 1:
        return waits_one_server(arrival, service)
    _check_times(arrival, service)
    free = [0.0] * servers
    start = []
    for t, s in zip(arrival.tolist(), service.tolist(), strict=True):
        begin = max(free[0], t)
        heapq.heapreplace(free, begin + s)
        start.append(begin)
    return np.asarray(start) - arrival


def _waits_priority(
    arrival: NDArray[np.float64],
    service: NDArray[np.float64],
    servers: int,
    priority: NDArray[np.int64],
) -> NDArray[np.float64]:
    _check_times(arrival, service)
    times, lengths, classes = arrival.tolist(), service.tolist(), priority.tolist()
    queue: list[tuple[int, int]] = []
    free, start = [-math.inf] * servers, np.zeros(arrival.size)
    nxt, n = 0, arrival.size
    while nxt < n or queue:
        # The next service starts when a server is free and somebody is there.
        now = free[0] if queue else max(free[0], times[nxt])
        while nxt < n and times[nxt] <= now:
            heapq.heappush(queue, (classes[nxt], nxt))
            nxt += 1
        if not queue:
            continue
        _, who = heapq.heappop(queue)
        begin = max(now, times[who])
        heapq.heapreplace(free, begin + lengths[who])
        start[who] = begin
    return start - arrival


def _check_times(arrival: NDArray[np.float64], service: NDArray[np.float64]) -> None:
    if arrival.shape != service.shape or arrival.ndim != 1:
        raise ValueError(_SHAPE)
    # A comparison with NaN is false, so it is refused too.
    if arrival.size and not (np.all(np.diff(arrival) >= 0.0) and service.min() >= 0.0):
        raise ValueError(_TIMES)


def largest_inspection_rate(
    arrivals: float, service: float, servers: int, limit: float, share: float = 0.1
) -> float:
    """The largest share of arrivals that can be inspected while few wait longer than `limit`.

    Args:
        arrivals: consignments per unit of time at the border.
        service: inspections that one officer finishes per unit of time.
        servers: officers.
        limit: the wait not to be exceeded.
        share: the share of inspected consignments that may exceed it, 0 to 1.
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
