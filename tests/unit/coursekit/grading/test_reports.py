from __future__ import annotations

import string

import pytest

from coursekit.build.questions import misconceptions
from coursekit.grading import notes
from coursekit.grading.grades import percent
from coursekit.grading.ideas import IDEAS
from coursekit.grading.rows import GRADED, PERSON_NEEDED, REPAIRED, Row, plain, status_of, table


@pytest.mark.parametrize(
    ("number", "text"), [(0.1 + 0.2, "0.3"), (2.0, "2"), (0.0, "0"), (-0.0, "0"), (1 / 3, "0.3333")]
)
def test_numbers_have_a_point_and_no_noise(number: float, text: str) -> None:
    assert plain(number) == text


def test_percent_stays_between_0_and_100() -> None:
    assert percent(12, 10) == 100
    assert percent(-1, 10) == 0
    assert percent(1, 0) == 0


def test_the_status_follows_from_the_notes() -> None:
    assert status_of([]) == GRADED
    assert status_of([notes.note("late", hours=1)]) == GRADED
    repaired = [notes.note("late", hours=1), notes.note("cells-missing", n=1)]
    assert status_of(repaired) == REPAIRED
    assert status_of([*repaired, notes.note("check-failed")]) == PERSON_NEEDED


def test_rows_come_in_the_same_order_whatever_the_order_of_files() -> None:
    rows = [Row("b", GRADED, seat="s2"), Row("a", GRADED, seat="s1"), Row("c", GRADED)]
    assert table(rows) == table(rows[::-1])


def test_every_note_has_a_sentence_that_its_values_fill() -> None:
    for code, sentence in notes.SENTENCES.items():
        fields = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
        text = notes.note(code, **dict.fromkeys(fields, "v")).text
        assert "{" not in text


def test_misconceptions_are_those_of_the_build() -> None:
    assert misconceptions() == IDEAS
