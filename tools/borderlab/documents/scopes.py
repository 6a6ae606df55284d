"""Measures with a scope - quotas, suspensions, reservations - matched to many lines at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

NEVER = 2**31 - 1
ALWAYS = -NEVER


def _is_array(value: Any) -> bool:
    return type(value) is np.ndarray and value.ndim > 0


@dataclass(frozen=True, eq=False)
class Scope:
    """One measure.

    Attributes:
        taxa, states: codes it reaches; ``states`` empty means every State.
        sources, purposes, terms: look-up tables by code, or None for no limit.
        start, end: first and last day (days since 1970-01-01).
        value: the amount of a quota; NaN where there is none.
        unit: code of its unit.
        row: place of the measure in its table, for the reader.
    """

    taxa: tuple[int, ...]
    states: tuple[int, ...] = ()
    sources: NDArray[np.bool_] | None = None
    purposes: NDArray[np.bool_] | None = None
    terms: NDArray[np.bool_] | None = None
    start: int = ALWAYS
    end: int = NEVER
    value: float = float("nan")
    unit: int = -1
    row: int = -1

    def holds(self, source: Any, purpose: Any, term: Any, day: Any) -> Any:
        """Whether it holds for codes and days (scalars or arrays of one shape).

        A code that is not recorded does not match a scope that is limited to codes.
        """
        fits = (day >= self.start) & (day <= self.end)
        for table, codes in (
            (self.sources, source),
            (self.purposes, purpose),
            (self.terms, term),
        ):
            if table is not None:
                fits = fits & table[codes]
        return fits


@dataclass(frozen=True, eq=False)
class Scopes:
    """A table of measures over ``n_taxa`` taxa and ``n_states`` States."""

    rows: tuple[Scope, ...]
    n_taxa: int
    n_states: int
    touched: NDArray[np.bool_] = field(init=False, repr=False)
    by_pair: dict[int, tuple[int, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        touched = np.zeros((self.n_taxa + 3, self.n_states + 3), dtype=bool)
        pairs: dict[int, list[int]] = {}
        for at, row in enumerate(self.rows):
            for taxon in row.taxa:
                for state in row.states or range(self.n_states):
                    touched[taxon, state] = True
                    pairs.setdefault(taxon * (self.n_states + 3) + state, []).append(at)
        object.__setattr__(self, "touched", touched)
        object.__setattr__(self, "by_pair", {key: tuple(rows) for key, rows in pairs.items()})

    def match(self, taxon: Any, state: Any, source: Any, purpose: Any, term: Any, day: Any) -> Any:  # noqa: PLR0913, PLR0917
        """Place of the first measure that holds for each line, -1 if none.

        All arguments are codes (``day``: days since 1970-01-01), scalars or arrays of one shape;
        a day not recorded matches nothing that has a start.
        """
        given = (taxon, state, source, purpose, term, day)
        if not any(map(_is_array, given)):
            return self._match_one(int(taxon), int(state), (source, purpose, term, day))
        taxon, state, source, purpose, term, day = np.broadcast_arrays(*given)
        found = np.full(len(taxon), -1, dtype=np.int32)
        hit = np.nonzero(self.touched[taxon, state])[0]
        if not hit.size:
            return found
        keys = taxon[hit].astype(np.int64) * (self.n_states + 3) + state[hit]
        order = np.argsort(keys, kind="stable")
        keys, hit = keys[order], hit[order]
        starts = np.nonzero(np.r_[True, keys[1:] != keys[:-1]])[0]
        for start, stop in zip(starts, np.r_[starts[1:], keys.size], strict=True):
            places = hit[start:stop]
            for at in reversed(self.by_pair[int(keys[start])]):
                fits = self.rows[at].holds(
                    source[places], purpose[places], term[places], day[places]
                )
                found[places[fits]] = at
        return found

    def _match_one(self, taxon: int, state: int, codes: Sequence[Any]) -> np.int32:
        if self.touched[taxon, state]:
            for at in self.by_pair[taxon * (self.n_states + 3) + state]:
                if self.rows[at].holds(*codes):
                    return np.int32(at)
        return np.int32(-1)

    @cached_property
    def values(self) -> NDArray[np.float64]:
        """Amounts by place, with NaN behind for place -1."""
        return np.array([*(row.value for row in self.rows), np.nan])

    @cached_property
    def units(self) -> NDArray[np.int16]:
        """Unit codes by place, with -1 behind for place -1."""
        return np.array([*(row.unit for row in self.rows), -1], dtype=np.int16)
