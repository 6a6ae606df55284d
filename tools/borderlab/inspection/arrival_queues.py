"""Exact waits for given arrivals and service times, with one or several servers.

Times are in any one unit. Source: Lindley's recursion, as in textbooks of queueing theory.
"""

from __future__ import annotations

import heapq
import math
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import count, counts, numeric

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

_PART = 1 << 14
_SHAPE = "arrival and service must be one-dimensional and of equal length"
_TIMES = "arrival times must ascend, service times must not be negative, and none be missing"


def waits_one_server(arrival: ArrayLike, service: ArrayLike) -> NDArray[np.float64]:
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
    arrival, service = _times(arrival, service)
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
    # An infinite or missing time anywhere leaves its trace at the end.
    if arrival.size and not (
        service[-1] >= 0.0 and np.isfinite(out[-1] + service[-1] + arrival[-1])
    ):
        raise ValueError(_TIMES)
    return out


def waits(
    arrival: ArrayLike,
    service: ArrayLike,
    servers: int = 1,
    priority: ArrayLike | None = None,
) -> NDArray[np.float64]:
    """Exact waits with several servers, first come first served within a class (G/G/c).

    Args:
        arrival: times of arrival, ascending, shape (n,).
        service: service times, at least 0, shape (n,).
        servers: number of servers, at least 1.
        priority: class of each consignment, 0 first (live animals); no interruption of service.

    Returns:
        Wait before service of each consignment, shape (n,).

    Raises:
        ValueError: lists of different lengths, times that do not ascend, are negative or missing,
            or no server.
    """
    arrival, service = _times(arrival, service)
    # More servers than consignments are never needed.
    servers = min(count("servers", servers, 1), max(1, arrival.size))
    if priority is not None:
        classes = counts("priority", priority)
        if classes.shape != arrival.shape:
            raise ValueError("priority must have one class for each consignment")
        return _waits_priority(arrival, service, servers, classes)
    if servers == 1:
        return waits_one_server(arrival, service)
    _check_times(arrival, service)
    free = [-math.inf] * servers
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


def _times(
    arrival: ArrayLike, service: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    come, work = numeric("arrival", arrival), numeric("service", service)
    if come.shape != work.shape or come.ndim != 1:
        raise ValueError(_SHAPE)
    return come, work


def _check_times(arrival: NDArray[np.float64], service: NDArray[np.float64]) -> None:
    # A comparison with NaN is false, so it is refused too.
    if arrival.size and not (
        np.all(np.diff(arrival) >= 0.0)
        and service.min() >= 0.0
        and np.isfinite(arrival[-1] + service.max())
    ):
        raise ValueError(_TIMES)
