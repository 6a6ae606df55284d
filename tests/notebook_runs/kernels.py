"""Warm kernels: one process runs many notebooks, each as if it were new."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.manager import KernelManager
from nbclient import NotebookClient

TIMEOUT = 120  # seconds for one cell on a busy machine
# A new process in all that a notebook of the kit can tell: names, folder, modules, widgets.
_FRESH = """
%reset -f
import os, sys
os.chdir({folder!r})
if "ipywidgets" in sys.modules:
    sys.modules["ipywidgets"].Widget.close_all()
for _name in list(sys.modules):
    if _name.split(".")[0] == "borderlab":
        del sys.modules[_name]
%reset -f
"""


@dataclass
class Run:
    """What a notebook has left behind.

    Attributes:
        notebook: with outputs.
        widgets: state of each widget.
    """

    notebook: Any
    widgets: list[dict[str, Any]]

    def outputs(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Each output with the number of its cell."""
        for number, cell in enumerate(self.notebook.cells):
            for output in cell.get("outputs", []):
                yield number, output


class WarmKernel:
    """A running kernel.

    Args:
        manager: the kernel.
    """

    def __init__(self, manager: KernelManager) -> None:
        self._manager = manager

    def run(self, path: Path) -> Run:
        """Execute a notebook file in its own folder, going on after errors."""
        return self.run_cells(nbformat.read(path, as_version=4), path.parent)

    def run_cells(self, notebook: Any, folder: Path) -> Run:
        """Execute a notebook in a folder, going on after errors."""
        fresh = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(_FRESH.format(folder=str(folder)))]
        )
        self._client(fresh, folder, allow_errors=False).execute()
        client = self._client(notebook, folder, allow_errors=True)
        client.execute()
        return Run(notebook, list(client.widget_state.values()))

    def _client(self, notebook: Any, folder: Path, *, allow_errors: bool) -> NotebookClient:
        return NotebookClient(
            notebook,
            km=self._manager,
            timeout=TIMEOUT,
            allow_errors=allow_errors,
            resources={"metadata": {"path": str(folder)}},
        )


@contextmanager
def warm_kernel(**variables: str) -> Iterator[WarmKernel]:
    """A kernel with some environment variables; unlisted switches of the kit are off."""
    ours = ("BORDERLAB_HEADLESS", "NBGRADER_EXECUTION")
    environment: Mapping[str, str] = {n: v for n, v in os.environ.items() if n not in ours}
    manager = KernelManager(kernel_name="python3")
    manager.start_kernel(env={**environment, **variables})
    try:
        yield WarmKernel(manager)
    finally:
        manager.shutdown_kernel(now=True)
