"""Puts written answers in an order in which similar ones stand together."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PIECE = 4  # letters: long enough to tell words apart, short enough for endings and misspellings
_MOST_PIECES = 4_000


def alike(texts: Sequence[str]) -> list[int]:
    """An order of the texts: each is followed by the most similar one that is left.

    Similarity is the cosine between counts of four-letter pieces, rare pieces counting more. The
    order begins with the text that has most in common with all, so that what most people wrote
    comes first. Equal texts stand in the order given.
    """
    if len(texts) < 3:  # noqa: PLR2004  (nothing to order)
        return list(range(len(texts)))
    likeness = cosines(texts)
    left = set(range(len(texts)))
    here = max(left, key=lambda place: (likeness[place].sum(), -place))
    order = [here]
    left.discard(here)
    while left:
        here = max(left, key=lambda place: (likeness[order[-1]][place], -place))
        order.append(here)
        left.discard(here)
    return order


def cosines(texts: Sequence[str]) -> NDArray[np.float64]:
    """Similarity of every two texts, 0 to 1; shape (texts, texts)."""
    import numpy as np

    counts = [Counter(_pieces(text)) for text in texts]
    common = Counter(piece for count in counts for piece in count)
    names = {piece: place for place, (piece, _n) in enumerate(common.most_common(_MOST_PIECES))}
    table = np.zeros((len(texts), max(1, len(names))))
    for row, count in enumerate(counts):
        for piece, n in count.items():
            if piece in names:
                rarity = math.log((1 + len(texts)) / (1 + common[piece])) + 1
                table[row, names[piece]] = (1 + math.log(n)) * rarity
    length = np.linalg.norm(table, axis=1, keepdims=True)
    table /= np.where(length > 0, length, 1.0)
    return np.asarray(np.clip(table @ table.T, 0.0, 1.0), dtype=np.float64)


def plain(text: str) -> str:
    """A text without accents, capitals and more than single spaces."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())


def _pieces(text: str) -> list[str]:
    words = f" {plain(text)} "
    return [words[place : place + _PIECE] for place in range(max(1, len(words) - _PIECE + 1))]
