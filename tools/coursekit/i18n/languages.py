"""Which languages the kit has: those with a ``language.json`` in ``borderlab/locale``."""

from __future__ import annotations

import json
from pathlib import Path

from borderlab.paths import PACKAGE, checkout
from coursekit.build.translation import SOURCE_LANGUAGE

_LAST = 1000


def _locale(root: Path | None) -> Path:
    own = (root or PACKAGE) / "tools" / "borderlab" / "locale"
    return own if own.is_dir() else PACKAGE / "locale"


def packages(root: Path | None = None) -> tuple[Path, ...]:
    """The folders of the packages of a course's own checkout; none when it has no ``tools``."""
    base = root or checkout()
    found = (base / "tools").glob("*/__init__.py") if base else ()
    return tuple(sorted(path.parent for path in found))


def languages(root: Path | None = None) -> tuple[str, ...]:
    """Codes of all languages in the order of lists, English first."""
    order = {}
    for path in _locale(root).glob("*/language.json"):
        found = json.loads(path.read_text(encoding="utf-8"))
        order[path.parent.name] = (found.get("order") or _LAST, path.parent.name)
    return tuple(sorted(order, key=lambda code: order[code]))


def language_file(code: str, root: Path | None = None) -> Path:
    """The file that says how a language writes numbers and dates."""
    return _locale(root) / code / "language.json"


def translated(root: Path | None = None) -> tuple[str, ...]:
    """Codes of the languages that are translations."""
    return tuple(code for code in languages(root) if code != SOURCE_LANGUAGE)
