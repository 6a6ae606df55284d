"""Which languages the kit has: those with a ``language.json`` in ``borderlab/locale``."""

from __future__ import annotations

import json
from pathlib import Path

from borderlab.paths import PACKAGE
from coursekit.build.translation import SOURCE_LANGUAGE

_LAST = 1000


def tools(root: Path | None = None) -> Path:
    """The folder that holds the packages: the course's own, else the one that is running."""
    own = (root or PACKAGE) / "tools"
    return own if (own / "borderlab" / "locale").is_dir() else PACKAGE.parent


def packages(root: Path | None = None) -> tuple[Path, ...]:
    """The folders of all packages that have, or may have, catalogues."""
    return tuple(sorted(path.parent for path in tools(root).glob("*/__init__.py")))


def languages(root: Path | None = None) -> tuple[str, ...]:
    """Codes of all languages in the order of lists, English first."""
    order = {}
    for path in (tools(root) / "borderlab" / "locale").glob("*/language.json"):
        found = json.loads(path.read_text(encoding="utf-8"))
        order[path.parent.name] = (found.get("order") or _LAST, path.parent.name)
    return tuple(sorted(order, key=lambda code: order[code]))


def translated(root: Path | None = None) -> tuple[str, ...]:
    """Codes of the languages that are translations."""
    return tuple(code for code in languages(root) if code != SOURCE_LANGUAGE)
