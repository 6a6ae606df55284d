"""Every kind of the zoo in one run: its row, no neighbour touched, nothing executed or leaked."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest

from coursekit.grading.desk import Order, grade
from coursekit.grading.rows import Row
from coursekit.grading.run import Run, open_run
from grading.tiny_course import MODULE
from grading.zoo import FULL, KINDS, Scene, seat
from grading.zoo.crowds import REAL_NAME
from grading.zoo.scene import AFTER, BEFORE, DUE

pytestmark = pytest.mark.slow
CANARY = "secret of the trainer's environment"


@dataclass(frozen=True)
class Zoo:
    run: Run
    rows: dict[str, list[Row]]
    proofs: Path
    calls: int


@pytest.fixture(scope="module")
def zoo(fresh_run: Run, course: Path, tmp_path_factory: pytest.TempPathFactory) -> Zoo:
    from nbgrader.api import Gradebook

    place = tmp_path_factory.mktemp("zoo")
    run = open_run(shutil.copytree(fresh_run.folder, place / "runs" / "zoo"))
    with Gradebook(run.db_url) as book:
        book.update_or_create_assignment(MODULE, duedate=DUE)
    proofs, inbox = place / "proofs", place / "inbox"
    proofs.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as server, pytest.MonkeyPatch.context() as patch:
        server.settimeout(0.0)
        patch.setitem(os.environ, "ZOO_SECRET", CANARY)
        port = server.getsockname()[1]
        for number, kind in enumerate(KINDS):
            who = seat(number)
            (inbox / who).mkdir(parents=True)
            kind.make(Scene(course, inbox / who, who, proofs / who, port))
        for who in (BEFORE, AFTER):
            (inbox / who).mkdir()
            Scene(course, inbox / who, who, proofs / who).folder()
        found = grade(run, Order([inbox]))
        try:
            calls = len([server.accept()])
        except BlockingIOError:
            calls = 0
    rows: dict[str, list[Row]] = {}
    for row in found:
        rows.setdefault(row.source.split("/")[1], []).append(row)
    return Zoo(run, rows, proofs, calls)


def test_there_are_at_least_forty_kinds_with_names_of_their_own() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 40


@pytest.mark.parametrize("number", range(len(KINDS)), ids=[kind.name for kind in KINDS])
def test_each_kind_becomes_its_row(zoo: Zoo, number: int) -> None:
    kind = KINDS[number]
    rows = [row for row in zoo.rows[seat(number)] if row.status != "replaced"]
    assert len(rows) == 1, rows
    (row,) = rows
    codes = {note.code for note in row.notes}
    assert (row.status, row.score, kind.codes - codes) == (kind.status, kind.score, set()), codes


def test_no_neighbour_is_affected(zoo: Zoo) -> None:
    for who in (BEFORE, AFTER):
        (row,) = zoo.rows[who]
        assert (row.status, row.score, row.seat) == ("graded", FULL, who)


def test_every_submission_is_told_of_and_nothing_else(zoo: Zoo) -> None:
    assert set(zoo.rows) == {seat(number) for number in range(len(KINDS))} | {BEFORE, AFTER}


def test_no_code_was_executed_and_nobody_was_called(zoo: Zoo) -> None:
    assert list(zoo.proofs.iterdir()) == []
    assert zoo.calls == 0


def written(zoo: Zoo, *steps: str) -> list[Path]:
    return [path for step in steps for path in zoo.run.place(step).rglob("*") if path.is_file()]


def test_nothing_leaks(zoo: Zoo) -> None:
    pages = written(zoo, "feedback")
    assert len(pages) > 60
    for path in pages:
        text = path.read_text(encoding="utf-8")
        for secret in ("HIDDEN", "kit.mark", "correct&", "tolerance", "SECRET RUBRIC", "root:x:"):
            assert secret not in text, path
        own = path.parts[-3]
        told = set(re.findall(r"says (s\d+)", text))
        assert len(told) <= 1, path
        assert own in told or not told or not own.startswith("s"), path
    for path in written(zoo, "feedback", "reports", "submitted", "autograded"):
        assert CANARY.encode() not in path.read_bytes(), path


def test_no_real_name_is_anywhere(zoo: Zoo) -> None:
    for path in zoo.run.folder.rglob("*"):
        assert not re.search("José|María|Jose\u0301", str(path))
        if path.is_file():
            data = path.read_bytes()
            assert "María".encode() not in data
            assert "José".encode() not in data
            assert REAL_NAME.encode() not in data
            assert b"Jos\\u00e9" not in data


class Active(HTMLParser):
    """Everything in a page that could run or load something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "iframe", "object", "embed", "img", "link", "base", "form"}:
            self.found.append(tag)
        for name, value in attrs:
            target = (value or "").strip().lower()
            if name.startswith("on") or target.startswith(("javascript:", "data:text", "http")):
                self.found.append(f"{name}={value}")


def test_no_script_and_nothing_active_is_in_any_page_of_feedback(zoo: Zoo) -> None:
    for path in written(zoo, "feedback"):
        active = Active()
        active.feed(path.read_text(encoding="utf-8"))
        assert active.found == [], path


def test_formgrader_shows_texts_of_participants_as_text(zoo: Zoo) -> None:
    from nbconvert.filters import markdown2html

    kinds = [n for n, kind in enumerate(KINDS) if kind.name.startswith("script")]
    assert len(kinds) >= 4
    for number in kinds:
        path = zoo.run.place("autograded", seat(number), MODULE, f"{MODULE}.ipynb")
        notebook = json.loads(path.read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            if cell["cell_type"] == "markdown":
                active = Active()
                active.feed(markdown2html(cell["source"]))
                assert active.found == [], path
            for output in cell.get("outputs", ()):
                assert "text/html" not in output.get("data", {})
