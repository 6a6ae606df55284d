"""Running a rule on distinct combinations of codes instead of on every row.

Most rules read a handful of codes. A hundred thousand lines hold a few thousand combinations of
them, so a rule is decided once per combination and the answers of up to 64 rules, packed as bits,
are brought back to the rows by a single look-up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

LINE_FACETS: tuple[tuple[str, ...], ...] = (
    ("doc_type", "direction", "purpose", "appendix", "source", "kingdom", "group", "listed", "live",
     "import_permit", "import_confirmed", "retrospective", "propagation_statement", "has_marks",
     "transport_statement", "operation_registered", "wild_signs", "hybrid_signs",
     "hybrid_declared", "second_reexport"),
    ("taxon", "term", "unit", "purpose", "source", "doc_type", "direction", "declared_exempt",
     "common_name_differs", "tag_problem", "label_problem", "unmatched_marks", "many_bred",
     "many_trophies", "above_capacity"),
    ("taxon", "issuer", "origin", "import_country", "source", "doc_type"),
)  # fmt: skip
PERMIT_FACETS: tuple[tuple[str, ...], ...] = (
    ("doc_type", "direction", "language", "title", "seal", "seal_matches", "stamp_affixed",
     "stamp_signed", "stamp_sealed", "applicant_signature", "translation", "original",
     "copy_endorsed", "layout_matches", "open_alterations", "extensions", "timber_extension",
     "holder_overstep", "endorsed", "unused_struck", "electronic", "e_signature_valid",
     "party_wanted"),
    ("doc_type", "direction", "purpose", "issuer", "authority", "import_country", "destination",
     "e_status", "retrospective", "retrospective_agreed", "customs_control", "named_consignee",
     "transport_stop", "institutions_registered", "stamp_affixed"),
)  # fmt: skip
LARGEST_KEY = 2**62
BITS = 64


@dataclass(frozen=True, eq=False)
class Facet:
    """Distinct combinations of some fields.

    Attributes:
        values: field -> one value per combination.
        rows: for each row, its combination.
    """

    values: dict[str, NDArray[Any]]
    rows: NDArray[np.int64]

    @property
    def size(self) -> int:
        """How many combinations there are."""
        return next(iter(self.values.values())).size


def _factorized(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    import pandas as pd

    codes: NDArray[np.int64] = pd.factorize(keys)[0]
    return codes


def facet(fields: Mapping[str, NDArray[Any]]) -> Facet:
    """The distinct combinations of some fields (codes of at least -2)."""
    keys: NDArray[np.int64] | None = None
    size = 1
    for values in fields.values():
        radix = int(values.max()) + 3
        if keys is None:
            keys, size = values.astype(np.int64) + 2, radix
            continue
        if size * radix >= LARGEST_KEY:
            keys = _factorized(keys)
            size = int(keys.max()) + 1
        keys *= radix
        keys += values
        keys += 2
        size *= radix
    if keys is None:
        raise ValueError("a facet needs a field")
    rows = _factorized(keys)
    first = np.empty(int(rows.max()) + 1, dtype=np.int64)
    first[rows[::-1]] = np.arange(rows.size - 1, -1, -1)
    return Facet({name: values[first] for name, values in fields.items()}, rows)


def packed(answers: list[NDArray[np.bool_]], rows: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Answers of at most 64 rules per combination, as bits of one number per row."""
    words = np.zeros(answers[0].size, dtype=np.uint64)
    for bit, answer in enumerate(answers):
        words |= answer.astype(np.uint64) << np.uint64(bit)
    return words[rows]
