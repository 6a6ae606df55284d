"""Two-stage samples: boxes drawn from a consignment, items drawn from the opened boxes.

P(find) = 1 - E[product over the opened boxes of the chance to miss in that box]. Looking at a few
items of many boxes is not the same as looking through few boxes: they agree only when items are
illegal independently of each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from borderlab.inspection.checks import count, counts
from borderlab.inspection.contents import Contents
from borderlab.inspection.lots import detections

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def miss_in_box(items: int, inside: ArrayLike, looked: int, efficacy: float) -> NDArray[np.float64]:
    """Probability of finding nothing in an opened box, for each number of illegal items inside.

    Args:
        items: items in the box, at least 1.
        inside: illegal items in it, 0 to items.
        looked: items looked at, 0 to items.
        efficacy: probability that an illegal item that is looked at is recognised.
    """
    return np.asarray(1.0 - detections(items, inside, looked, efficacy))


def detection_known(
    inside: ArrayLike, items: int, opened: int, looked: int, efficacy: float = 1.0
) -> float:
    """Detection in one consignment whose contents are known, boxes and items drawn at random.

    The mean over all samples of boxes of the product of misses is the elementary symmetric
    polynomial of the misses over the number of samples, computed by its recurrence.

    Args:
        inside: illegal items in each box, shape (boxes,).
        items: items in a box, at least 1.
        opened: boxes drawn, 0 to boxes.
        looked: items looked at in each, 0 to items.
        efficacy: probability that an illegal item that is looked at is recognised.

    Raises:
        ValueError: a number out of range.
    """
    within = counts("inside", inside)
    miss = miss_in_box(count("items", items, 1), within, count("looked", looked), efficacy)
    if miss.ndim != 1 or not 0 <= count("opened", opened) <= miss.size:
        raise ValueError(f"opened must be from 0 to the number of boxes, not {opened!r}")
    # mean[k] is the mean product over samples of k of the boxes seen so far.
    mean = np.zeros(opened + 1)
    mean[0] = 1.0
    for number, m in enumerate(miss.tolist(), start=1):
        k = np.arange(1, min(opened, number) + 1)
        mean[k] = mean[k] + k / number * (m * mean[k - 1] - mean[k])
    return float(min(1.0, max(0.0, 1.0 - mean[opened])))


def detection_expected(
    contents: Contents, opened: int, looked: int, efficacy: float = 1.0
) -> float:
    """Detection averaged over consignments of this kind, boxes drawn at random or not.

    The boxes of `Contents` are alike and independent, so the mean product is a power. This holds
    for any choice of boxes that does not look at the contents, as long as illegal boxes do not
    stand at the back.

    Args:
        contents: how illegal items lie; one number of boxes, and no depth.
        opened: boxes opened, 0 to all.
        looked: items looked at in each, 0 to all of a box.
        efficacy: probability that an illegal item that is looked at is recognised, 0 to 1.

    Raises:
        ValueError: a number out of range, boxes of different numbers, or a depth above 0.
    """
    least, most = contents.range
    if contents.depth > 0.0 or least != most:
        raise ValueError("the closed form needs one number of boxes, and illegal boxes anywhere")
    if not 0 <= count("opened", opened) <= most:
        raise ValueError(f"opened must be from 0 to the number of boxes, not {opened!r}")
    kinds = np.arange(contents.items + 1)
    miss = miss_in_box(contents.items, kinds, count("looked", looked), efficacy)
    return float(1.0 - (contents.box_probabilities() @ miss) ** opened)


def detection_door(contents: Contents, opened: int, looked: int, efficacy: float = 1.0) -> float:
    """Detection when the boxes nearest the door are opened and all illegal ones stand at the back.

    An illegal box is reached only if more boxes are illegal than are left unopened; the fullest
    stand farthest back, so what is reached are the emptiest of them.

    Args and errors as for `detection_expected`; `contents.depth` is taken to be 1.
    """
    least, most = contents.range
    if least != most:
        raise ValueError("the closed form needs one number of boxes")
    unopened = most - count("opened", opened)
    if unopened < 0:
        raise ValueError(f"opened must be from 0 to the number of boxes, not {opened!r}")
    kinds = np.arange(contents.items + 1)
    miss = miss_in_box(contents.items, kinds, count("looked", looked), efficacy)
    pmf = contents.box_probabilities()
    # E[product of misses of the `opened` boxes with fewest illegal items], by adding the kinds of
    # boxes from the emptiest on: state = number of boxes placed so far, value = mean product.
    return float(1.0 - _ordered_product(pmf, miss, most, opened))


def _ordered_product(
    pmf: NDArray[np.float64], miss: NDArray[np.float64], boxes: int, opened: int
) -> float:
    placed = np.zeros(boxes + 1)
    placed[0] = 1.0
    remaining = np.append(np.cumsum(pmf[::-1])[::-1], 0.0)
    for kind, chance in enumerate(pmf.tolist()):
        share = 1.0 if remaining[kind] <= 0.0 else min(1.0, chance / remaining[kind])
        if kind == pmf.size - 1:
            share = 1.0
        after = np.zeros(boxes + 1)
        for have in np.flatnonzero(placed).tolist():
            left = boxes - have
            more = np.arange(left + 1)
            weight = _binomial(left, share)
            counted = np.minimum(opened, have + more) - min(opened, have)
            after[have : boxes + 1] += placed[have] * weight * miss[kind] ** counted
        placed = after
    return float(placed[boxes])


def _binomial(n: int, p: float) -> NDArray[np.float64]:
    """Binomial probabilities of 0..n, by multiplying out one trial after another."""
    pmf = np.ones(1)
    for _ in range(n):
        pmf = np.append(pmf * (1.0 - p), 0.0) + np.append(0.0, pmf * p)
    return pmf
