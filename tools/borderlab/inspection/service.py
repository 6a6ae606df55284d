"""The queue at the post: minutes of work, waits and times held, written into the events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.queues import waits

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from borderlab.inspection.arrivals import Arrivals
    from borderlab.inspection.draws import Draws
    from borderlab.inspection.post import Post
    from borderlab.inspection.results import Events


def serve(arrivals: Arrivals, post: Post, draws: Draws, events: Events) -> None:
    """Fill in `minutes`, `wait` and `held` of every consignment sent to a lane other than green."""
    sent = np.flatnonzero(events.lane)
    if post.staff == 0 or post.open_minutes == 0:
        events.wait[sent] = np.inf
        events.held[sent] = np.inf
        return
    if sent.size == 0:
        return
    examined = events.examined[sent]
    length = post.minutes[3] + post.minutes_per_box * post.sampling.opened(arrivals.boxes[sent])
    work = events.minutes[sent] + np.where(examined, length * _spread(post, draws)[sent], 0.0)
    time = arrivals.time[sent]
    ready = post.to_working(time)
    live = arrivals.live[sent]
    mixed = bool(live.any()) and not bool(live.all())
    waited = waits(ready, work, post.staff, (~live).astype(np.int64) if mixed else None)
    events.minutes[sent] = work
    events.wait[sent] = np.maximum(0.0, post.to_clock(ready + waited) - time)
    events.held[sent] = np.maximum(0.0, post.to_clock(ready + waited + work, ends=True) - time)


def _spread(post: Post, draws: Draws) -> NDArray[np.float64]:
    """Factor of mean 1 on the time of each examination, lognormal."""
    if post.variation == 0.0:
        return np.ones(draws.n)
    sigma = np.sqrt(np.log1p(post.variation**2))
    return np.asarray(np.exp(sigma * draws.normal("service") - sigma**2 / 2.0))
