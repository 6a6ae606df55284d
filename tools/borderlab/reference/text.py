"""Comparing names as people type them: without accents, capitals or punctuation."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

from borderlab.reference.errors import as_text

_OTHER = re.compile(r"[^0-9a-z]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l"})


def plain(text: str) -> str:
    """Fold a name for comparison: ``"Éléphant d'Afrique"`` becomes ``"elephant d afrique"``.

    Raises:
        ValueError: it is no text.
    """
    folded = unicodedata.normalize("NFKD", as_text(text).casefold().translate(_LIGATURES))
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return _OTHER.sub(" ", bare).strip()


def near(name: str, names: Iterable[str], limit: int = 3, cutoff: float = 0.6) -> list[str]:
    """The names that look most like ``name``, best first; at most ``limit``."""
    by_plain: dict[str, str] = {}
    for candidate in names:
        by_plain.setdefault(plain(candidate), candidate)
    found = difflib.get_close_matches(plain(name), by_plain, n=limit, cutoff=cutoff)
    return [by_plain[match] for match in found]
