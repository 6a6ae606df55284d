"""What each tool would say of each consignment, if it were used.

Every answer compares one draw of the consignment with one probability, so better tools find what
worse ones found, and more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.draws import Draws
from borderlab.inspection.lots import detections
from borderlab.inspection.post import TOOLS, Post
from borderlab.inspection.stages import Join

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from borderlab.inspection.arrivals import Truth


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers of the tools for a stretch of consignments, each of shape (n,).

    Attributes:
        documents: the check of the papers alerts.
        screen: the screening lane alerts.
        screening: officer minutes that the screening lane takes.
        found: physical examination finds the offence.
    """

    documents: NDArray[np.bool_]
    screen: NDArray[np.bool_]
    screening: NDArray[np.float64]
    found: NDArray[np.bool_]


def answers(  # noqa: PLR0913, PLR0917  (a stretch, the post and its luck)
    truth: Truth,
    boxes: NDArray[np.int64],
    opened: NDArray[np.int64],
    post: Post,
    draws: Draws,
    part: slice = slice(None),
) -> Answers:
    """What the tools would say.

    Args:
        truth: of the stretch, shape (m,).
        boxes: boxes of each consignment.
        opened: boxes that would be opened.
        post: with the sensitivities.
        draws: random numbers of all consignments.
        part: where in the whole stream the stretch lies.

    Raises:
        ValueError: a kind of offence has no row in the post's sensitivities.
    """
    kind = truth.kind
    if kind.size and kind.max() > len(post.sensitivity):
        raise ValueError(
            f"the post knows {len(post.sensitivity)} kinds of offence, the stream has "
            f"{int(kind.max())}: use Post.of_scenario for a generated world"
        )
    alerts = {
        tool: _alerts(kind, tool, post, draws.uniform(tool)[part])
        for tool in ("documents", *post.screen)
    }
    found = np.zeros(kind.size, dtype=np.bool_)
    rows = np.flatnonzero(kind)
    if rows.size:
        seen = detections(boxes[rows], truth.bad_boxes[rows], opened[rows], post.sampling.efficacy)
        recognised = np.array([row[-1] for row in post.sensitivity])[kind[rows] - 1]
        found[rows] = draws.uniform("physical")[part][rows] < seen * recognised
    screen, minutes = _screened([alerts[tool] for tool in post.screen], post, kind.size)
    return Answers(alerts["documents"], screen, minutes, found)


def _alerts(
    kind: NDArray[np.int64], tool: str, post: Post, draw: NDArray[np.float64]
) -> NDArray[np.bool_]:
    column = TOOLS.index(tool)
    chance = np.array([post.false_alarm[column], *(row[column] for row in post.sensitivity)])
    return np.asarray(draw < chance[kind])


def _screened(
    alerts: list[NDArray[np.bool_]], post: Post, n: int
) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    """One answer of the screening lane and its minutes; without tools, everything alerts."""
    minutes = np.zeros(n)
    if not alerts:
        return np.ones(n, dtype=np.bool_), minutes
    every = post.join is Join.ALL
    answer = np.full(n, every)
    for tool, alert in zip(post.screen, alerts, strict=True):
        cost = post.minutes[TOOLS.index(tool)]
        minutes += cost * answer if every else cost
        answer = answer & alert if every else answer | alert
    return answer, minutes
