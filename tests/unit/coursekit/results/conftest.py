"""A graded run of the small course: eight people from a platform, one from elsewhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from borderlab.i18n import set_language
from coursekit.grading.desk import Order, grade
from coursekit.grading.run import Run, new_run, open_run
from grading import people, tiny_course
from grading.tiny_course import MODULE

LANGUAGES = ("en", "fr", "es")
# Participant number on the platform -> answers. q3 is a text that a person marks.
HANDED_IN = {
    11: {"q1": "b", "q2": 10, "q3": "Few of many.", "q4": 7, "q5": "ab"},
    12: {"q1": "a", "q2": 90, "q4": 7},
    13: {"q1": "a", "q2": 10},
    14: {"q1": "b"},
    15: {"q1": "b", "q2": 10, "q4": 7, "q5": "ab"},
    16: {"q1": "a", "q3": "Few of the many."},
    17: {"q1": None},
    18: {"q1": "b", "q2": 10, "q3": "<script>alert(1)</script>", "q4": 1},
}
NAME = "María José d'Été"


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")


@pytest.fixture(scope="session")
def graded_once(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Made and graded once."""
    course = tiny_course.build(tmp_path_factory.mktemp("course"))
    inbox = tmp_path_factory.mktemp("inbox")
    for number, found in HANDED_IN.items():
        language = LANGUAGES[number % 3]
        path = people.bundle(inbox / "made", course, MODULE, number, found, language)
        folder = inbox / "all" / f"{NAME} {number}_{number}_assignsubmission_file"
        folder.mkdir(parents=True)
        path.rename(folder / path.name)
    people.bundle(inbox / "all" / "by mail", course, MODULE, 99, {"q1": "b"})
    run = new_run("room", course=course, runs=tmp_path_factory.mktemp("runs"))
    grade(run, Order([inbox / "all"]))
    return run


@pytest.fixture
def run(graded_once: Run, tmp_path: Path) -> Run:
    """A copy for one test."""
    return open_run(shutil.copytree(graded_once.folder, tmp_path / "room"))
