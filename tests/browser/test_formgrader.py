"""Marking in a real browser: nbgrader's Formgrader on a run of ours, and the kit's own desk."""

from __future__ import annotations

import os
import re
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from coursekit.grading.desk import Order, grade
from coursekit.grading.run import Run, new_run
from coursekit.results import deliver, moderation
from coursekit.results.handmarks import HandMark, give
from grading import people, tiny_course
from grading.tiny_course import MODULE

FIRST = 60_000  # ms until a kernel has started on a busy machine
START = 120  # seconds
HOSTILE = (
    "Few of many. <img src=x onerror=\"document.title='owned'\">"
    "<script>document.title='owned'</script>"
)
MARKED = {
    1: {"q1": "b", "q2": 10, "q3": HOSTILE, "q4": 7, "q5": "ab"},
    2: {"q1": "a", "q2": 10, "q3": "Few of the many."},
    3: {"q1": "a", "q2": 90, "q4": 7},
}


@dataclass(frozen=True)
class Desk:
    """A server in a run's folder; ``base`` ends without a slash."""

    run: Run
    base: str

    def page(self, path: str) -> str:
        """The address of a page, with the token."""
        return f"{self.base}{path}?token=trainer"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """JupyterLab as a trainer starts it: in the run's folder, with nbgrader's own settings."""
    course = tiny_course.build(tmp_path_factory.mktemp("course"))
    inbox = tmp_path_factory.mktemp("inbox")
    for number, found in MARKED.items():
        people.bundle(inbox, course, MODULE, number, found, ("en", "fr", "es")[number % 3])
    run = new_run("room", course=course, runs=tmp_path_factory.mktemp("runs"))
    grade(run, Order([inbox]))
    give(run, (people.seat(2), MODULE, "q3"), HandMark(1.5, "Count both kinds."))
    list(moderation.notebook(run))
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = Path(sys.executable).parent
    command = [own / "jupyter-lab", "--no-browser", "--allow-root", f"--ServerApp.port={port}"]
    command += ["--IdentityProvider.token=trainer", "--ServerApp.port_retries=0"]
    command += [
        f"--ServerApp.jpserver_extensions=nbgrader.server_extensions.{name}=True"
        for name in ("formgrader", "validate_assignment")
    ]
    env = {name: value for name, value in os.environ.items() if name != "BORDERLAB_HEADLESS"}
    env["PATH"] = os.pathsep.join([str(own), env.get("PATH", "")])
    env["BORDERLAB_LANGUAGE"] = "en"
    with (run.folder / "lab.log").open("w") as log:
        process = subprocess.Popen(command, cwd=run.folder, env=env, stdout=log, stderr=log)
    base = f"http://127.0.0.1:{port}"
    try:
        _wait(base, process, run.folder / "lab.log")
        yield Desk(run, base)
    finally:
        process.terminate()
        process.wait(30)


def _wait(base: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(START * 2):
        try:
            with urllib.request.urlopen(f"{base}/api?token=trainer", timeout=5):  # noqa: S310
                return
        except (urllib.error.URLError, OSError):
            assert process.poll() is None, log.read_text()[-3000:]
            time.sleep(0.5)
    raise AssertionError(log.read_text()[-3000:])


def sheet(run: Run, number: int):
    from coursekit.grading.gradebook import Book

    with Book(run) as book:
        return book.sheets()[(people.seat(number), MODULE)]


def open_work(server: Desk, page: Page, number: int) -> None:
    """Open one participant's work in Formgrader, from its first page as a trainer does."""
    page.goto(server.page("/formgrader"))
    expect(page.get_by_role("row").filter(has_text=MODULE)).to_be_visible(timeout=FIRST)
    with sqlite3.connect(server.run.folder / "gradebook.db") as book:
        query = "SELECT n.id FROM submitted_notebook n JOIN submitted_assignment a "
        query += "ON a.id = n.assignment_id WHERE a.student_id = ?"
        ((found,),) = book.execute(query, (people.seat(number),)).fetchall()
    page.goto(server.page(f"/formgrader/submissions/{found}/"))


def test_formgrader_lists_the_run_with_scores_and_what_waits(server: Desk, page: Page) -> None:
    page.goto(server.page("/formgrader"))
    expect(page.get_by_role("row").filter(has_text=MODULE)).to_contain_text("3", timeout=FIRST)
    page.goto(server.page(f"/formgrader/manage_submissions/{MODULE}"))
    for number, score in {2: "3.5", 3: "1"}.items():
        row = page.get_by_role("row").filter(has_text=people.seat(number))
        expect(row).to_contain_text(f"{score} / 10", timeout=FIRST)
        expect(row).to_contain_text("graded")
    waiting = page.get_by_role("row").filter(has_text=people.seat(1))
    expect(waiting).to_contain_text("needs manual grading")


def test_formgrader_shows_scores_manual_cells_and_comments(server: Desk, page: Page) -> None:
    open_work(server, page, 2)
    score, comment = page.locator("input.score"), page.locator("textarea.comment")
    expect(comment.first).to_have_value("Count both kinds.", timeout=FIRST)
    expect(score).to_have_count(5)
    automatic = score.evaluate_all("all => all.map((one) => one.placeholder)")
    assert automatic == ["0", "2", "", "0", "0"]
    expect(score.nth(2)).to_have_value("1.5")
    expect(page.get_by_text("Few of the many.")).to_be_visible()


def test_what_participants_wrote_does_not_run_in_formgrader(server: Desk, page: Page) -> None:
    open_work(server, page, 1)
    expect(page.get_by_text("onerror=")).to_be_visible(timeout=FIRST)
    page.wait_for_timeout(500)
    assert page.title() == MODULE
    assert page.locator("img[src=x]").count() == 0


def test_a_mark_given_in_formgrader_is_kept_and_shown_at_the_desk(server: Desk, page: Page) -> None:
    open_work(server, page, 1)
    score, comment = page.locator("input.score").nth(2), page.locator("textarea.comment").first
    expect(score).to_be_enabled(timeout=FIRST)
    for field, text in ((score, "2"), (comment, "From formgrader.")):
        with page.expect_response(lambda answer: answer.request.method == "PUT"):
            field.fill(text)
            page.keyboard.press("Tab")
    grade(server.run, Order(redo=True))
    found = sheet(server.run, 1)
    assert (found.marks["q3"].manual, found.marks["q3"].waiting) == (2.0, False)
    row = moderation.desk(MODULE, "q3", run=server.run.folder, lang="en").answers
    assert ("From formgrader.", 2.0) in [(one["comment"], one["points"]) for one in row]
    give(server.run, (people.seat(1), MODULE, "q3"), HandMark(None))


def test_a_mark_given_at_the_desk_by_keyboard_reaches_formgrader(server: Desk, page: Page) -> None:
    page.goto(server.page("/lab/tree/marking.ipynb"))
    expect(page.get_by_text(re.compile(r"\| (Idle|Inactif)"))).to_be_visible(timeout=FIRST)
    page.get_by_role("menuitem", name=re.compile("^(Run|Exécution)$")).click()
    page.get_by_role(
        "menuitem", name=re.compile("^(Run All Cells|Exécuter toutes les cellules)$")
    ).click()
    card = page.locator("section.bl-mark-card").filter(has_text="onerror=")
    points = card.get_by_label("Points")
    expect(points).to_be_visible(timeout=FIRST)
    expect(page.get_by_text("Count both kinds.")).to_be_hidden()  # marked already
    points.focus()
    page.keyboard.type("9")
    page.keyboard.press("Tab")
    expect(card.get_by_role("status")).to_contain_text("between 0 and 3")
    points.fill("2,5")
    page.keyboard.press("Tab")
    expect(card.get_by_role("status")).to_contain_text("Saved")
    card.get_by_label("Comment for the participant").focus()
    page.keyboard.type("Name the base rate. dd")
    page.keyboard.press("Tab")
    expect(card.get_by_role("status")).to_contain_text("Saved")
    expect(page.get_by_text("2 of 2 marked")).to_be_visible()
    assert page.title() != "owned"
    for _ in range(50):
        if "q3" in sheet(server.run, 1).comments:
            break
        time.sleep(0.1)
    assert sheet(server.run, 1).marks["q3"].manual == 2.5
    open_work(server, page, 1)
    expect(page.locator("textarea.comment").first).to_have_value("Name the base rate. dd")
    expect(page.locator("input.score").nth(2)).to_have_value("2.5")


def test_every_participant_is_one_printed_page(server: Desk, page: Page, tmp_path: Path) -> None:
    list(deliver.printed(server.run, None, tmp_path / "sheets.html"))
    page.goto((tmp_path / "sheets.html").as_uri())
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", pdf)) == len(MARKED)
