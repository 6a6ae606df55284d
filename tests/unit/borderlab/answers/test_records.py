import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderlab.answers import Answers, AnswersError, Record, read_answers
from borderlab.answers.codec import encode
from borderlab.answers.records import merge, merge_all
from borderlab.i18n import in_language

NAMES = st.sampled_from(["schema", "answers", "module", "part", "language", "kit", "seed", "q1"])
LEAVES = st.none() | st.booleans() | st.integers(-3, 10**30) | st.floats() | st.text(max_size=5)
STRANGE = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=8),
    max_leaves=12,
).map(lambda found: json.dumps(found).encode())

moments = st.sampled_from([None, "2026-11-21T22:30:01Z", "2026-11-22T08:00:00Z"])
records = st.builds(
    Record,
    value=st.sampled_from([None, "a", "b", 5, ["a"]]),
    first=moments,
    at=moments,
    rev=st.integers(0, 4),
    hints=st.integers(0, 2),
    locked=st.booleans(),
)


@given(records, records, records)
def test_merging_does_not_depend_on_who_comes_first(a: Record, b: Record, c: Record) -> None:
    assert merge(a, b) == merge(b, a)
    assert merge(merge(a, b), c) == merge(a, merge(b, c))
    assert merge(a, a) == a


@given(records, records)
def test_a_final_record_stays_else_the_higher_revision(a: Record, b: Record) -> None:
    found = merge(a, b)
    assert found.hints == max(a.hints, b.hints)
    if a.locked == b.locked and a.rev != b.rev:
        assert found.value == max(a, b, key=lambda record: record.rev).value
    if a.locked and not b.locked:
        assert found.value == a.value


def test_merging_files_keeps_every_question() -> None:
    one, other = {"q1": Record("a", rev=1)}, {"q1": Record("b", rev=2), "q2": Record("c")}
    assert merge_all(one, other) == {"q1": Record("b", rev=2), "q2": Record("c")}


@given(
    st.dictionaries(st.from_regex(r"q[0-9]{1,2}", fullmatch=True), records, max_size=5),
    st.none() | st.integers(0, 2**31 - 1),
)
def test_what_is_written_is_read_back(found: dict[str, Record], seed: int | None) -> None:
    answers = Answers("m00", "exercise", "fr", "0.1.0", seed, found)
    assert read_answers(encode(answers)) == answers


@given(st.binary(max_size=300) | STRANGE)
def test_strict_reading_raises_one_kind_of_error_whatever_the_content(data: bytes) -> None:
    with suppress(AnswersError):
        read_answers(data)


GOOD = encode(Answers("m00", "exercise", "fr", "0.1.0", 5, {"q1": Record("b", rev=1)}))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b'"b"', b"NaN", "not a number"),
        (b'"b"', b"1e999", "infinite"),
        (b'"b"', b'"' + b"x" * 20_001 + b'"', "longer"),
        (b'"b"', b"[[[[[1]]]]]", "nested"),
        (b'"b"', b"[" * 5000 + b"]" * 5000, "nested"),
        (b'"b"', b'"' + b"\\ud800" + b'"', "half a character"),
        (b'"q1"', b'"../q1"', "question id"),
        (b'"rev": 1', b'"rev": 1, "rev": 2', "twice"),
        (b'"schema": 1', b'"schema": 2', "newer"),
        (b'"schema": 1', b'"schema": "1"', "whole number"),
        (b'"m00"', b'"../m00"', "module"),
        (b'"rev": 1', b'"rev": 1.5', "rev"),
    ],
)
def test_strict_reading_refuses(old: bytes, new: bytes, reason: str) -> None:
    assert old in GOOD
    with pytest.raises(AnswersError, match=reason):
        read_answers(GOOD.replace(old, new))


def test_strict_reading_is_bounded() -> None:
    with pytest.raises(AnswersError, match="larger"):
        read_answers(GOOD + b" " * 256_000)
    many: dict[str, Any] = {f"q{n}": Record("b") for n in range(201)}
    with pytest.raises(AnswersError, match="200"):
        read_answers(encode(Answers("m00", "exercise", records=many)))


def test_strict_reading_of_a_path(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_bytes(GOOD)
    assert read_answers(path).records["q1"].value == "b"
    link = tmp_path / "link.json"
    link.symlink_to(path)
    for wrong in (link, tmp_path, tmp_path / "missing"):
        with pytest.raises(AnswersError):
            read_answers(wrong)


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "une clé figure deux fois"), ("es", "una clave figura dos veces")],
)
def test_reasons_reach_trainers_in_their_language(language: str, words: str) -> None:
    with in_language(language), pytest.raises(AnswersError, match=words):
        read_answers(GOOD.replace(b'"rev": 1', b'"rev": 1, "rev": 2'))
