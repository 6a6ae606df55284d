"""The contract of a policy: what it receives, what it returns, and the checks on both.

A policy is a callable from a `View` to a `Selection`. The view is all that an officer can see at
the start of a period; the truth is not in it and cannot be reached from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Lane(IntEnum):
    """What is done with the goods; the papers are checked in every lane."""

    GREEN = 0  # released
    SCREEN = 1  # screened, and examined if the screening alerts
    RED = 2  # examined


# Plain numbers for code that runs once a period.
_GREEN, _RED = int(Lane.GREEN), int(Lane.RED)


class Reason(IntEnum):
    """Why a consignment was chosen; logged with every selection."""

    NONE = 0
    RANDOM = 1
    SCORE = 2
    RULE = 3
    STREAM = 4
    SCHEDULE = 5
    DOCUMENTS = 6
    EVERYTHING = 7


class Columns(Mapping[str, "NDArray[Any]"]):
    """Copies of the columns of one period, made when asked for; nothing else can be reached."""

    __slots__ = ("__cut", "__names")

    def __init__(self, names: tuple[str, ...], cut: Callable[[str], NDArray[Any]]) -> None:
        self.__names, self.__cut = names, cut

    def __getitem__(self, name: str) -> NDArray[Any]:
        if name not in self.__names:
            raise KeyError(f"officers see no column {name!r}; they see {', '.join(self.__names)}")
        return self.__cut(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.__names)

    def __len__(self) -> int:
        return len(self.__names)


@dataclass(frozen=True, slots=True)
class Record:
    """What the office's own inspections say of the importer of each consignment, shape (n,).

    Attributes:
        inspected: inspections so far.
        found: finds so far.
        clean: clean inspections in a row since the last find.
        last: minutes since the last inspection, infinite if there was none.
    """

    inspected: NDArray[np.int64]
    found: NDArray[np.int64]
    clean: NDArray[np.int64]
    last: NDArray[np.float64]


class Remembered:
    """The record of a period's importers, looked up once, when a policy first asks for it."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Record]) -> None:
        self._make = make
        self._made: Record | None = None

    def __call__(self) -> Record:
        """The record at the start of the period."""
        if self._made is None:
            self._made = self._make()
        return self._made


@dataclass(frozen=True, slots=True)
class View:
    """All that a policy receives, for the `n` consignments of one period.

    Attributes:
        period: number of the period, from 0.
        n: consignments in it.
        columns: what is declared, by name; read-only copies.
        score: the risk score of each, higher is more suspicious; zeros if there is none.
        alert: whether the check of the papers alerted.
        remembered: looks up `record` when it is asked for.
        learned: expected rate of finds of the consignment's group, from own inspections; None if
            nothing is learned.
        draw: a random number in [0, 1) for each consignment, drawn and logged by the system: no
            officer chooses it.
        dice: eight random numbers in [0, 1) for the period as a whole, such as for rounding.
        seed: for policies that need more random numbers, differs by period.
    """

    period: int
    n: int
    columns: Columns
    score: NDArray[np.float64]
    alert: NDArray[np.bool_]
    remembered: Remembered
    learned: NDArray[np.float64] | None
    draw: NDArray[np.float64]
    dice: NDArray[np.float64]
    seed: int

    @property
    def record(self) -> Record:
        """What own inspections say of the importer of each consignment."""
        return self.remembered()


@dataclass(frozen=True, slots=True)
class Selection:
    """What a policy decides, for each consignment of the view.

    Attributes:
        lane: a `Lane` for each, shape (n,).
        chance: the probability with which it was to be chosen (any lane but green), shape (n,):
            1 if certain, 0 if never. It is logged, and every estimate rests on it.
        reason: a `Reason` for each, shape (n,).
    """

    lane: NDArray[np.int8]
    chance: NDArray[np.float64]
    reason: NDArray[np.int8]

    def check(self, n: int) -> None:
        """Refuse a selection that is not of this view, or whose chances cannot be.

        Raises:
            ValueError: says what is wrong, in the terms of the policy's author.
        """
        for name in ("lane", "chance", "reason"):
            if np.shape(getattr(self, name)) != (n,):
                raise ValueError(f"a policy returns one {name} for each of the {n} consignments")
        if n == 0:
            return
        # A comparison with NaN is false, so it is refused too.
        if not (self.chance.min() >= 0.0 and self.chance.max() <= 1.0):
            raise ValueError("every chance of selection must be a number from 0 to 1")
        if self.lane.min() < _GREEN or self.lane.max() > _RED:
            raise ValueError("every lane must be one of Lane.GREEN, Lane.SCREEN and Lane.RED")
        chance = self.chance[self.lane != _GREEN]
        if chance.size and chance.min() == 0.0:
            raise ValueError("a consignment was chosen whose logged chance is 0")
        if np.count_nonzero(chance == 1.0) != np.count_nonzero(self.chance == 1.0):
            raise ValueError("a consignment was released whose logged chance of selection is 1")


Policy = Callable[[View], Selection]


def words(meaning: str, default: Any) -> Any:
    """A policy's parameter, with its meaning in the officer's words."""
    return field(default=default, metadata={"meaning": meaning})


def nothing(n: int) -> Selection:
    """A selection that releases everything, to be filled."""
    return Selection(np.zeros(n, np.int8), np.zeros(n), np.zeros(n, np.int8))
