from __future__ import annotations

import pytest

from coursekit.grading.checks import Result
from coursekit.grading.marks import Mark, Sheet, automatic
from coursekit.grading.submission import Submission

WORK = Submission("s1", "m", "en", "2026-11-21T12:00:00Z", written={"q3": "Text."})
RESULTS = {"q1": Result(1.5, "", ()), "q2": Result(0.0, "ZeroDivisionError", ())}


@pytest.mark.parametrize(
    ("name", "had", "changed", "expected"),
    [
        ("q1", None, True, Mark(1.5)),
        ("q2", None, True, Mark(0.0, waiting=True)),
        ("q3", None, True, Mark(None, waiting=True)),
        ("q4", None, True, Mark(0.0)),
        ("q3", Mark(None, 2.0), False, Mark(None, 2.0)),
        ("q3", Mark(None, 2.0), True, Mark(None, 2.0, waiting=True)),
        ("q3", Mark(None, 2.0, waiting=True), False, Mark(None, 2.0, waiting=True)),
        ("q4", Mark(None, 2.0, 0.5), True, Mark(0.0, 2.0, 0.5, waiting=True)),
        ("q1", Mark(2.0, 1.0, 0.25), False, Mark(1.5, 1.0, 0.25)),
        ("q3", Mark(0.0), True, Mark(None, waiting=True)),
    ],
)
def test_what_a_person_gave_stays_and_is_shown_again_when_the_answer_changed(
    name: str, had: Mark | None, expected: Mark, *, changed: bool
) -> None:
    assert automatic(name, WORK, RESULTS, had, lambda _question: changed) == expected


def test_a_persons_mark_counts_before_the_checks_and_extra_points_are_added() -> None:
    assert Mark(2.0, 1.0, 0.5).score == 1.5
    assert Mark(2.0, None, 0.5).score == 2.5
    assert Mark(None, None, 0.5).score == 0.0  # as nbgrader counts
    sheet = Sheet({"a": Mark(1.0), "b": Mark(None, waiting=True)})
    assert (sheet.score, sheet.waiting) == (1.0, True)


def test_a_submission_survives_being_kept_and_read_again() -> None:
    from coursekit.grading.notes import note

    work = Submission(
        "s1",
        "m",
        "fr",
        "2026-11-21T12:00:00Z",
        records={"q1": {"value": "é"}},
        notes=(note("late"),),
    )
    again = Submission.from_json(work.to_json())
    assert again == work
    assert again.digest == work.digest


def test_the_digest_changes_with_the_answers_only() -> None:
    other = Submission("s2", "m", "en", "2027-01-01T00:00:00Z", written={"q3": "Text."}, source="x")
    assert other.digest == WORK.digest
    changed = Submission("s1", "m", "en", WORK.made, written={"q3": "Text!"})
    assert changed.digest != WORK.digest
