"""Marking by hand: who is seen, where marks go, and that nothing a participant wrote runs."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys

import numpy as np
import pytest

from coursekit.errors import KitError
from coursekit.grading.desk import Order, grade
from coursekit.grading.files import locked
from coursekit.grading.gradebook import Book
from coursekit.grading.run import Run
from coursekit.results import moderation
from coursekit.results.cards import criteria
from coursekit.results.desk import Desk
from coursekit.results.graded import read
from coursekit.results.handmarks import HandMark, give, given
from coursekit.results.similar import alike, cosines
from grading import people
from grading.tiny_course import MODULE

WROTE = {11, 16, 18}  # participants who answered q3


@pytest.fixture(autouse=True)
def _with_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BORDERLAB_HEADLESS", raising=False)


def sheet(run: Run, number: int):
    with Book(run) as book:
        return book.sheets()[(people.seat(number), MODULE)]


def place(number: int) -> tuple[str, str, str]:
    return (people.seat(number), MODULE, "q3")


def number_of(desk: Desk, text: str) -> int:
    return next(n for n, row in enumerate(desk.answers, 1) if text in row["text"])


def test_the_desk_shows_all_written_answers_and_nobody(run: Run) -> None:
    desk = Desk(run, MODULE, "q3")
    assert len(desk.answers) == len(WROTE)
    sent = json.dumps([desk.answers, desk.task, desk.strings])
    for number in WROTE:
        assert people.seat(number) not in sent
        assert f'"{number}"' not in sent
    assert desk.task["rubric"] == "SECRET RUBRIC"
    assert "<script>" not in desk.static_html()
    assert "&lt;script&gt;" in desk.static_html()


def test_a_mark_goes_to_nbgraders_own_columns(run: Run) -> None:
    desk = Desk(run, MODULE, "q3")
    desk.mark(number_of(desk, "Few of many."), 2.5, "Well said.")
    from nbgrader.api import Gradebook

    with Gradebook(run.db_url) as book:
        found = book.find_grade("q3", MODULE, MODULE, people.seat(11))
        assert (found.manual_score, found.needs_manual_grade, found.score) == (2.5, False, 2.5)
        comment = book.find_comment("q3", MODULE, MODULE, people.seat(11))
        assert comment.comment == "Well said."
        assert book.find_submission(MODULE, people.seat(11)).score == 9.5
        assert book.find_grade("q3", MODULE, MODULE, people.seat(16)).needs_manual_grade


@pytest.mark.parametrize("answer", [0, -1, 4])
def test_a_number_that_no_answer_has_marks_nobody(run: Run, answer: int) -> None:
    desk = Desk(run, MODULE, "q3")
    with pytest.raises(KitError, match="no such answer"):
        desk.mark(answer, 3)
    assert {row["state"] for row in desk.answers} == {"open"}


def test_points_that_are_none_are_refused_in_a_sentence(run: Run) -> None:
    desk = Desk(run, MODULE, "q3")
    with pytest.raises(KitError, match="are a number"):
        desk.mark(1, "2,5")  # type: ignore[arg-type]
    with pytest.raises(KitError, match="give 0 to 3\\."):
        desk.mark(1, 99)


def test_marks_stay_when_everything_is_graded_again(run: Run) -> None:
    desk = Desk(run, MODULE, "q3")
    desk.mark(number_of(desk, "Few of many."), 3, "Yes.")
    grade(run, Order(redo=True))
    assert sheet(run, 11).marks["q3"].manual == 3
    assert sheet(run, 11).comments["q3"] == "Yes."
    again = Desk(run, MODULE, "q3")
    assert again.answers[number_of(again, "Few of many.") - 1]["state"] == "done"
    page = run.place("feedback", people.seat(11), MODULE, f"{MODULE}.html")
    assert "Yes." in page.read_text(encoding="utf-8")


def test_a_mark_can_be_taken_back(run: Run) -> None:
    give(run, place(11), HandMark(1, "Hm."))
    give(run, place(11), HandMark(None, ""))
    assert sheet(run, 11).marks["q3"].manual is None
    assert sheet(run, 11).marks["q3"].waiting
    assert "q3" not in sheet(run, 11).comments


@pytest.mark.parametrize("points", [-0.5, 3.1, float("nan"), float("inf")])
def test_impossible_points_are_refused_in_a_sentence(run: Run, points: float) -> None:
    with pytest.raises(KitError, match="0 to 3"):
        give(run, place(11), HandMark(points))
    assert sheet(run, 11).marks["q3"].manual is None


def test_only_written_answers_of_people_who_handed_in_can_be_marked(run: Run) -> None:
    with pytest.raises(KitError, match="no written answer"):
        give(run, (people.seat(11), MODULE, "q1"), HandMark(1))
    with pytest.raises(KitError, match="not handed in"):
        give(run, ("nobody", MODULE, "q3"), HandMark(1))


def test_while_grading_runs_the_marker_is_told(run: Run) -> None:
    desk = Desk(run, MODULE, "q3")
    heard = []
    desk.send = heard.append
    with locked(run.folder):
        desk._heard(desk, {"type": "mark", "answer": 0, "points": 1, "comment": ""}, [])
    assert "another window" in heard[-1]["problem"]
    assert desk.answers[0]["state"] == "open"
    desk._heard(desk, {"type": "mark", "answer": 0, "points": 1, "comment": ""}, [])
    assert heard[-1]["problem"] == ""
    assert desk.answers[0]["state"] == "done"


@pytest.mark.parametrize(
    "content",
    [
        None,
        {"type": "mark"},
        {"type": "mark", "answer": 99, "points": 1},
        {"type": "mark", "answer": 0, "points": "3"},
        {"type": "mark", "answer": 0, "points": True},
        {"type": "mark", "answer": 0, "points": [1]},
    ],
)
def test_odd_messages_of_a_browser_mark_nothing(run: Run, content) -> None:
    desk = Desk(run, MODULE, "q3")
    desk.send = lambda _reply: None
    desk._heard(desk, content, [])
    assert given(run) == {}


def test_a_second_marker_does_not_see_the_first_ones_marks(run: Run) -> None:
    first = Desk(run, MODULE, "q3", "1")
    first.mark(number_of(first, "Few of many."), 3, "Good.")
    second = Desk(run, MODULE, "q3", "2")
    row = second.answers[number_of(second, "Few of many.") - 1]
    assert (row["points"], row["comment"], row["state"]) == (None, "", "open")
    second.mark(number_of(second, "Few of many."), 1, "Short.")
    again = Desk(run, MODULE, "q3", "1")
    assert again.answers[number_of(again, "Few of many.") - 1]["points"] == 3
    said = list(moderation.differences(run))
    assert said[0] == f"{MODULE} q3 {people.seat(11)}: 1: 3, 2: 1"
    assert "Marked twice: 1. Different: 1." in said


def test_without_a_second_marker_there_is_a_word_how_to(run: Run) -> None:
    assert "second one" in next(moderation.differences(run))


def test_an_unknown_question_is_answered_with_those_there_are(run: Run) -> None:
    with pytest.raises(KitError, match=f"{MODULE} q3"):
        Desk(run, MODULE, "q1")


def test_the_notebook_opens_a_desk_for_each_written_question(run: Run) -> None:
    said = "\n".join(moderation.notebook(run))
    assert "marking.ipynb" in said
    book = json.loads((run.folder / "marking.ipynb").read_text(encoding="utf-8"))
    code = "\n".join(cell["source"] for cell in book["cells"] if cell["cell_type"] == "code")
    assert f'desk("{MODULE}", "q3", marker, lang="en")' in code
    done = subprocess.run(
        [sys.executable, "-c", code + "\nprint(_.summary)".replace("_", f'desk("{MODULE}", "q3")')],
        cwd=run.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "3 answers, 3 waiting for a mark." in done.stdout, done.stderr[-1500:]


def test_what_reads_alike_stands_together() -> None:
    ideas = {
        "rate": "Only ten of ten thousand parcels are illegal, so most alerts are false alarms.",
        "dog": "The dog was trained badly and should be replaced by a better scanner soon.",
        "delay": "Live animals must not wait at the border; release them with a minimum of delay.",
    }
    texts, kinds = [], []
    for kind, text in itertools.chain.from_iterable(itertools.repeat(ideas.items(), 4)):
        words = text.split()
        words.insert(len(texts) % len(words), f"word{len(texts)}")
        texts.append(" ".join(words).upper() if len(texts) % 2 else " ".join(words))
        kinds.append(kind)
    order = alike(texts)
    assert sorted(order) == list(range(12))
    runs = [kind for kind, _group in itertools.groupby(kinds[n] for n in order)]
    assert len(runs) == 3


def test_likeness_is_one_with_itself_and_between_zero_and_one() -> None:
    table = cosines(["Élan", "elan", "", "quite another text"])
    assert np.allclose(np.diag(table)[[0, 1, 3]], 1)
    assert table[0, 1] == pytest.approx(1)
    assert table.min() >= 0


@pytest.mark.parametrize(
    ("rubric", "most", "expected"),
    [
        ("- 1 point: names the rate\n- 2 points: counts\n  both kinds", 3, [1, 2]),
        ("- 1 point\u00a0: part d’un nombre\n- 0,5 point\u00a0: dit", 1.5, [1, 0.5]),
        ("- 1 punto: parte de un número", 1, [1]),
        ("- 1 point: names the rate", 3, []),
        ("Give what you think is right.", 3, []),
        ("", 3, []),
    ],
)
def test_a_rubric_of_lines_with_points_can_be_ticked(rubric, most, expected) -> None:
    assert [points for points, _text in criteria(rubric, most)] == expected


def test_changed_answers_come_back_with_their_old_mark(run: Run, tmp_path) -> None:
    give(run, place(11), HandMark(2))
    import sqlite3

    with sqlite3.connect(run.folder / "gradebook.db") as book:
        book.execute("UPDATE grade SET needs_manual_grade = 1 WHERE manual_score = 2")
    desk = Desk(run, MODULE, "q3")
    row = desk.answers[number_of(desk, "Few of many.") - 1]
    assert (row["state"], row["points"]) == ("again", 2)
    assert read(run).works
