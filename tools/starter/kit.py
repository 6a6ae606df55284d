"""Where everything is: one checkout of the kit on one computer."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

LEVELS = ("workshop", "trainer", "test")
"""What can be installed; each holds all packages of the ones before it."""


@dataclass(frozen=True)
class Kit:
    """The folders and files of one checkout.

    Attributes:
        root: the checkout.
        windows: lay out the environment as Windows does.
    """

    root: Path
    windows: bool = os.name == "nt"

    @property
    def tools(self) -> Path:
        """The folder of the Python packages."""
        return self.root / "tools"

    @property
    def venv(self) -> Path:
        """The kit's own environment."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The environment's Python."""
        return self.venv / ("Scripts/python.exe" if self.windows else "bin/python")

    @property
    def stamp(self) -> Path:
        """What has been installed completely."""
        return self.venv / "kit.json"

    @property
    def workspace(self) -> Path:
        """The participant's folder."""
        return self.root / "workspace"

    @property
    def settings(self) -> Path:
        """JupyterLab's settings and the kit's log, apart from the user's own Jupyter."""
        return self.workspace / ".jupyter"

    @property
    def log(self) -> Path:
        """Details for whoever helps when something fails."""
        return self.settings / "start.log"

    def lock(self, level: str) -> Path:
        """The list of packages with their hashes, for one of the `LEVELS`."""
        return self.root / "requirements" / f"{level}.txt"

    def languages(self) -> tuple[str, ...]:
        """The languages that have a home page, in the kit's order."""
        from borderlab.i18n import LANGUAGES

        return tuple(
            code for code in LANGUAGES if (self.root / "modules" / code / "home.ipynb").is_file()
        )


def this_kit() -> Kit:
    """The checkout this file is in."""
    return Kit(Path(__file__).resolve().parent.parent.parent)
