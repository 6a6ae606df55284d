"""All permits of a batch in the order of their presentation, for rules across permits."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from borderlab.documents.adapter import Reference
from borderlab.documents.columns import EMPTY, Columns
from borderlab.documents.kinds import BLANK_DAY
from borderlab.documents.view import KINDS

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
_MIX = np.uint64(0x9E3779B97F4A7C15)
_HEAD = ("importer_name", "exporter_name", "import_country", "issue_date")
_BODY = ("taxon", "term", "source", "unit", "qty", "appendix")


def _mixed(values: NDArray[Any]) -> NDArray[np.uint64]:
    """Scrambled bits of whole numbers."""
    bits = values.astype(np.int64).view(np.uint64) * _MIX
    bits ^= bits >> np.uint64(29)
    return bits * _MIX


class Batch:
    """Columns with full arrays, whatever was recorded, and grouping in order of time.

    Attributes:
        n, n_lines: permits and lines.
        reference: whose codes the columns hold.
    """

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.n = columns.n
        self.n_lines = columns.n_lines

    @property
    def reference(self) -> Reference:
        """Whose codes the columns hold."""
        return self.columns.reference

    def _cached(self, key: str, make: Any) -> Any:
        cache = self.columns.cache
        if ("batch", key) not in cache:
            cache["batch", key] = make()
        return cache["batch", key]

    def has(self, *names: str) -> bool:
        """Whether any of these fields was recorded."""
        return any(name in self.columns.permit or name in self.columns.line for name in names)

    def permit(self, name: str) -> NDArray[Any]:
        """A field of the permits."""
        found = self.columns.field(name)
        return (
            found
            if found is not None
            else self._cached(name, lambda: np.full(self.n, EMPTY[KINDS[name]]))
        )

    def line(self, name: str) -> NDArray[Any]:
        """A field of the lines."""
        found = self.columns.field(name)
        return (
            found
            if found is not None
            else self._cached(name, lambda: np.full(self.n_lines, EMPTY[KINDS[name]]))
        )

    def lift(self, values: NDArray[Any]) -> NDArray[Any]:
        """Values of permits, for each of their lines."""
        return values if self.columns.one_line else values[self.columns.line_permit]

    def any_line(self, values: Bools) -> Bools:
        """For each permit, whether any of its lines is true."""
        if self.columns.one_line or not values.size:
            return values
        return np.logical_or.reduceat(values, self.columns.starts)

    def line_accepted(self) -> NDArray[np.int16]:
        """Accepted taxon of each line."""
        found: NDArray[np.int16] = self.reference.taxa.accepted[self.line("taxon")]
        return found

    def number_of_line(self) -> NDArray[Any]:
        """Number of the permit of each line."""
        return self.lift(self.permit("number"))

    def order(self) -> Ints:
        """Permits by day of presentation (of issue if that is missing), then as they came."""

        def make() -> Ints:
            day = self.permit("event_date")
            return np.argsort(
                np.where(day > BLANK_DAY, day, self.permit("issue_date")), kind="stable"
            )

        found: Ints = self._cached("order", make)
        return found

    def first_of(self, keys: Ints, known: Bools) -> Ints:
        """For each permit, the first presented one with the same key; itself where not known."""
        first = np.arange(self.n)
        order = self.order()[known[self.order()]]
        if order.size:
            by_key = order[np.argsort(keys[order], kind="stable")]
            sorted_keys = keys[by_key]
            new = np.r_[True, sorted_keys[1:] != sorted_keys[:-1]]
            first[by_key] = by_key[np.maximum.accumulate(np.where(new, np.arange(by_key.size), 0))]
        return first

    def running_sum(
        self, keys: Ints, amounts: NDArray[np.float64], known: Bools
    ) -> tuple[NDArray[np.float64], Bools]:
        """Sum of amounts per key up to and with each line, in order of presentation.

        Returns:
            The sums (0 where not known) and ``known``.
        """
        rank = np.empty(self.n, dtype=np.int64)
        rank[self.order()] = np.arange(self.n)
        places = np.nonzero(known)[0]
        places = places[np.lexsort((self.lift(rank)[places], keys[places]))]
        sums = np.zeros(self.n_lines)
        if places.size:
            total = np.cumsum(amounts[places])
            new = np.r_[True, keys[places][1:] != keys[places][:-1]]
            start = np.maximum.accumulate(np.where(new, np.arange(places.size), 0))
            sums[places] = total - (total[start] - amounts[places][start])
        return sums, known

    def content_differs(self, first: Ints) -> Bools:
        """Whether a permit and another one differ in taxon, goods, quantity, parties or dates.

        What was not recorded of one of the two is not compared.

        Args:
            first: for each permit the other one, itself for none.
        """
        differs = np.zeros(self.n, dtype=bool)
        here = np.nonzero(first != np.arange(self.n))[0]
        if not here.size:
            return differs
        there = first[here]
        for name in _HEAD:
            values = self.permit(name)
            known = values != EMPTY[KINDS[name]]
            differs[here] |= (values[here] != values[there]) & known[here] & known[there]
        patterns = self._recorded()[here] & self._recorded()[there]
        for pattern in np.unique(patterns).tolist():
            mine = patterns == pattern
            body = self._body(pattern)
            differs[here[mine]] |= body[here[mine]] != body[there[mine]]
        return differs

    def _recorded(self) -> Ints:
        """For each permit, which fields of the goods were recorded on all its lines, as bits."""

        def make() -> Ints:
            bits = np.zeros(self.n_lines, dtype=np.int64)
            for bit, name in enumerate(_BODY):
                values = self.line(name)
                known = ~np.isnan(values) if name == "qty" else values != EMPTY[KINDS[name]]
                bits |= known.astype(np.int64) << bit
            if self.columns.one_line:
                return bits
            return np.asarray(np.bitwise_and.reduceat(bits, self.columns.starts))

        found: Ints = self._cached("recorded", make)
        return found

    def _body(self, pattern: int) -> NDArray[np.uint64]:
        """A number per permit that differs if some fields of its lines do, in whatever order."""

        def make() -> NDArray[np.uint64]:
            body = np.zeros(self.n_lines, dtype=np.uint64)
            for bit, name in enumerate(_BODY):
                if pattern >> bit & 1:
                    values = self.line(name)
                    if values.dtype == np.float64:
                        values = (values + 0.0).view(np.int64)
                    body = body * np.uint64(31) + _mixed(values)
            body = _mixed(body)  # so that quantities exchanged between lines tell
            if self.columns.one_line:
                return body
            return np.asarray(np.add.reduceat(body, self.columns.starts))

        found: NDArray[np.uint64] = self._cached(f"body {pattern}", make)
        return found
