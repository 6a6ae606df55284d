"""Kernels that all notebook tests share, and a copy of the course to run in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from notebook_runs.discovery import ROOT, TREES
from notebook_runs.kernels import WarmKernel, warm_kernel


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder runs notebooks, which takes long."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A copy of the generated notebooks, in which nobody has answered yet."""
    for tree in TREES:
        ignore = shutil.ignore_patterns("source", ".ipynb_checkpoints", "answers*.json")
        shutil.copytree(ROOT / tree, tmp_path / tree, ignore=ignore)
    return tmp_path


@pytest.fixture(scope="session")
def headless_kernel() -> Iterator[WarmKernel]:
    """A kernel in which the kit knows that a program runs it."""
    with warm_kernel(BORDERLAB_HEADLESS="1") as kernel:
        yield kernel


@pytest.fixture(scope="session")
def live_kernel() -> Iterator[WarmKernel]:
    """A kernel as a participant has it, with live widgets."""
    with warm_kernel() as kernel:
        yield kernel
