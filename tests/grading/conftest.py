from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coursekit.grading.run import Run, new_run, open_run
from grading import tiny_course


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course, built once."""
    return tiny_course.build(tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="session")
def fresh_run(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    return new_run("fresh", course=course, runs=tmp_path_factory.mktemp("runs"))


@pytest.fixture
def run(fresh_run: Run, tmp_path: Path) -> Run:
    """A run of its own for a test; making one anew costs seconds."""
    folder = tmp_path / "runs" / "r1"
    shutil.copytree(fresh_run.folder, folder)
    return open_run(folder)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder
