"""The notebooks that trainers get: a few cells without outputs."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Cell = dict[str, Any]


def notebook_text(cells: Sequence[Cell]) -> str:
    """A notebook as it stands in its file."""
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    found = {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def markdown(name: str, text: str) -> Cell:
    """A cell of words."""
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": text}


def code(name: str, text: str, *, hidden: bool = False) -> Cell:
    """A cell of code; ``hidden``: only what it shows is seen."""
    return {
        "cell_type": "code",
        "id": name,
        "metadata": {"jupyter": {"source_hidden": True}} if hidden else {},
        "source": text.rstrip(),
        "outputs": [],
        "execution_count": None,
    }


def opening(path: Path) -> str:
    """The command that opens a notebook from any folder, to be copied from the terminal."""
    command = [sys.executable, "-m", "jupyterlab", str(path.resolve())]
    return subprocess.list2cmdline(command) if os.name == "nt" else shlex.join(command)
