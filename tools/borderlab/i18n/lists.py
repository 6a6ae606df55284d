"""Several phrases in one sentence."""

from __future__ import annotations

from collections.abc import Iterable

from borderlab.i18n.catalogues import gettext as _


def joined(phrases: Iterable[str]) -> str:
    """Phrases between semicolons, spaced as the language does it."""
    return _("; ").join(phrases)
