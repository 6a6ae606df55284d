"""Item statistics, gains, languages and time against numbers worked out another way."""

from __future__ import annotations

import random

import pandas as pd
import pytest
from scipy import stats

from coursekit.grading.pinned import Edition, Module
from coursekit.results.comparing import between_languages, gains, minutes
from coursekit.results.items import ideas_in, items
from coursekit.results.judged import Judged
from coursekit.results.lessons import Lesson, LessonWork

POINTS = {"a": 2.0, "b": 1.0, "c": 3.0, "d": 1.0}


def module() -> Module:
    questions = {
        name: {"id": name, "kind": "choice", "prompt": name, "options": [{"id": "x", "text": "X"}]}
        for name in POINTS
    }
    key = {name: {"key": {"correct": ["x"]}} for name in POINTS}
    edition = Edition("en", None, None, questions, key, {}, "T")  # type: ignore[arg-type]
    return Module("m", (), {}, {}, {"en": edition})


def group(n: int, seed: int = 1) -> dict[str, tuple[Judged, ...]]:
    dice = random.Random(seed)  # noqa: S311  (test data)
    sheets = {}
    for person in range(n):
        skill = dice.random()
        sheets[f"s{person}"] = tuple(
            Judged(name, dice.choice([0, 0.5, 1]) if dice.random() > skill else 1.0, answered=True,
                   value="x", ideas=("K1",) if dice.random() < 0.3 else ())
            for name in POINTS
        )  # fmt: skip
    return sheets


def test_difficulty_and_discrimination_agree_with_pandas_and_scipy() -> None:
    sheets = group(40)
    frame = pd.DataFrame(
        {seat: {one.question: one.credit for one in sheet} for seat, sheet in sheets.items()}
    ).T.astype(float)
    worth = pd.Series(POINTS)
    for item in items(module(), POINTS, sheets):
        others = [name for name in POINTS if name != item.question]
        rest = (frame[others] * worth[others]).sum(axis=1) / worth[others].sum()
        assert item.credit.value == pytest.approx(frame[item.question].mean())
        expected = stats.pearsonr(frame[item.question], rest)
        ends = expected.confidence_interval()
        found = item.discrimination
        assert (found.value, found.low, found.high) == pytest.approx(
            (expected.statistic, ends.low, ends.high), abs=1e-9
        )


def test_with_nine_people_discrimination_is_not_given() -> None:
    assert all(item.discrimination is None for item in items(module(), POINTS, group(9)))
    assert all(item.discrimination for item in items(module(), POINTS, group(30)))


def test_a_question_that_is_not_marked_for_everybody_has_no_difficulty() -> None:
    sheets = group(12)
    first = sheets["s0"]
    sheets["s0"] = (Judged("a", None, answered=True), *first[1:])
    found = items(module(), POINTS, sheets)
    assert (found[0].credit, found[0].discrimination, found[0].waiting) == (None, None, 1)
    assert found[1].credit is not None


def test_a_key_that_is_wrong_is_noticed() -> None:
    sheets = {
        f"s{n}": tuple(
            Judged(name, float(n % 2 == 0) if name == "a" else float(n % 2), answered=True)
            for name in POINTS
        )
        for n in range(40)
    }
    # A perfect correlation has no interval of its own: let one person be an exception.
    sheets["s0"] = tuple(Judged(name, 1.0, answered=True) for name in POINTS)
    assert [item.question for item in items(module(), POINTS, sheets) if item.is_doubtful] == ["a"]


def test_a_mistaken_idea_counts_once_per_person() -> None:
    sheet = [Judged("a", 0, answered=True, ideas=("K1",)),
             Judged("b", 0, answered=True, ideas=("K1", "K9"))]  # fmt: skip
    assert ideas_in([sheet, sheet[:1]]) == {"K1": 2, "K9": 1}


def spoken(sheets) -> dict[str, str]:
    return {seat: "fr" if place % 2 else "en" for place, seat in enumerate(sheets)}


def test_a_badly_translated_question_stands_out_and_no_other() -> None:
    sheets = group(120, seed=3)
    said = spoken(sheets)
    for seat, sheet in sheets.items():
        if said[seat] == "fr":
            sheets[seat] = tuple(
                Judged(one.question, 0.0, answered=True) if one.question == "b" else one
                for one in sheet
            )
    found = between_languages(sheets, said)
    assert len(found) == 4
    assert min(found, key=lambda one: one.gap.value).question == "b"
    assert {one.question for one in found if one.is_hint and one.gap.value < 0} == {"b"}


def test_a_group_that_knows_less_everywhere_is_no_hint() -> None:
    sheets = group(120, seed=5)
    said = spoken(sheets)
    for seat, sheet in sheets.items():
        if said[seat] == "fr":
            sheets[seat] = tuple(Judged(j.question, j.credit * 0.6, answered=True) for j in sheet)
    assert not [one for one in between_languages(sheets, said) if one.is_hint]


def test_false_hints_are_rare_although_many_questions_are_compared() -> None:
    """Two groups drawn alike, 200 times: all intervals together hold in about 95 %.

    19 rooms of 200 with a false hint would be 3 standard errors above 5 %.
    """
    rooms = 0
    for seed in range(200):
        sheets = group(30, seed=1_000 + seed)
        rooms += any(one.is_hint for one in between_languages(sheets, spoken(sheets)))
    assert rooms < 19


def test_languages_of_fewer_than_five_are_not_compared() -> None:
    sheets = group(20)
    said = {seat: "fr" if place < 4 else "en" for place, seat in enumerate(sheets)}
    assert between_languages(sheets, said) == ()
    said = {seat: "fr" if place < 5 else "en" for place, seat in enumerate(sheets)}
    assert {one.language for one in between_languages(sheets, said)} == {"fr"}


LESSON = Lesson(
    {"en": {name: {"id": name, "kind": "choice"} for name in ("pre1", "pre2", "post1")}},
    {name: {"correct": ["d"]} for name in ("pre1", "post1")},
)


def person(before: str | None, after: str | None, seat: str = "s") -> LessonWork:
    records = {"pre1": {"value": before}, "post1": {"value": after}}
    return LessonWork(seat, "en", "2026-11-21T12:00:00Z", 1, records)


def test_only_people_who_answered_both_count_as_a_gain() -> None:
    pairs = [("a", "d")] * 4 + [("d", "d")] * 2 + [("d", "b"), ("a", "b"), (None, "d"), ("a", None)]
    (found,) = gains(LESSON, [person(*pair) for pair in pairs])
    assert found.change.n == 8
    assert (found.learned, found.lost) == (4, 1)
    assert found.share_before.value == 3 / 8
    assert found.share_after.value == 6 / 8
    assert found.change.value == pytest.approx(3 / 8)
    assert found.change.low < 3 / 8 < found.change.high


def test_four_pairs_are_not_shown() -> None:
    assert gains(LESSON, [person("a", "d")] * 4) == ()


def at(*minutes_: float) -> dict[str, dict[str, str]]:
    return {
        f"q{n}": {"first": f"2026-11-21T{int(m) // 60:02}:{int(m) % 60:02}:00Z", "at": None}
        for n, m in enumerate(minutes_)
    }


def test_time_leaves_long_pauses_out() -> None:
    spans = [at(0, 10, 20), at(0, 10, 600, 610), at(5, 9), at(0, 30), at(0, 31), at(3), {}]
    found = minutes(spans)
    assert found.n == 5
    assert found.middle == 20
    assert (found.low, found.high) == (4, 20)
    assert minutes(spans[:4]) is None


@pytest.mark.parametrize("moment", ["never", 5, None, "9999-99-99", ["2026"]])
def test_odd_moments_are_passed_over(moment) -> None:
    odd = {"q9": {"first": None, "at": moment} if isinstance(moment, list) else {"at": moment}}
    if isinstance(moment, list):
        odd = {"q9": {"at": str(moment)}}
    assert minutes([at(0, 6) | odd] * 5).middle == 6
