"""Where the kit's own files are: in a checkout or inside an installed wheel."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def checkout() -> Path | None:
    """The root of the checkout this package runs from, or None when it is installed as a wheel."""
    root = PACKAGE.parent.parent
    return root if (root / "pyproject.toml").is_file() and (root / "modules").is_dir() else None


def datasets(name: str) -> Path:
    """The folder of one data set: ``reference``, ``world`` or ``shipments``.

    Raises:
        FileNotFoundError: the data set is neither in the wheel nor in the checkout.
    """
    root = checkout()
    places = [PACKAGE / "_datasets" / name]
    if root is not None:
        places.insert(0, root / "datasets" / name)
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"data set {name!r} is not installed (looked in {places})")
