"""Answer codes: what goes in comes out, mistakes are found, and nobody can be told by one."""

from __future__ import annotations

import doctest
import itertools
import random
from typing import Any

import pytest

from borderlab.answers import codes
from borderlab.answers.code_signs import LENGTH
from borderlab.answers.loading import parse_questions
from borderlab.answers.questions import QuestionSet
from borderlab.answers.seat import ALPHABET


def options(count: int) -> list[dict[str, str]]:
    return [{"id": "abcdefghij"[n], "text": str(n)} for n in range(count)]


def lesson(*extra: dict[str, Any], module: str = "m07_stream") -> QuestionSet:
    asked = [
        {"id": "pre1", "kind": "choice", "options": options(4)},
        {"id": "pre2", "kind": "choices", "options": options(5)},
        {"id": "p1", "kind": "predict", "min": 0, "max": 100, "decimals": 1},
        {"id": "t1", "kind": "text"},
        {"id": "pre3", "kind": "number", "min": -5, "max": 5},
        {"id": "post1", "kind": "choice", "options": options(4)},
        *extra,
    ]
    head = {"schema": 1, "module": module, "part": "lesson", "language": "en", "title": ""}
    return parse_questions({**head, "questions": [{"prompt": "?", **entry} for entry in asked]})


PRE = codes.poll_of(lesson())
GIVEN = {"pre1": "c", "pre2": ["b", "e"], "pre3": -2}


def code(nonce: int = 12_345, given: dict[str, Any] | None = None) -> str:
    return codes.encode(PRE, "fr", GIVEN if given is None else given, nonce)


def reason(text: str) -> codes.CodeError:
    with pytest.raises(codes.CodeError) as caught:
        codes.read(text)
    return caught.value


def test_a_code_holds_module_language_poll_and_answers() -> None:
    found = codes.read(code())
    assert (found.module, found.language, found.poll) == (7, "fr", 0)
    assert codes.answers(found, PRE) == GIVEN


def test_every_answer_of_every_kind_comes_back() -> None:
    for name, values in {
        "pre1": [None, "a", "b", "c", "d"],
        "pre2": [None, ["a"], ["a", "b", "c", "d", "e"]],
        "pre3": [None, *range(-5, 6)],
        "p1": [None, 0, 4.7, 99.9, 100],
        "post1": [None, "d"],
    }.items():
        poll = codes.poll_of(lesson(), name)
        for value in values:
            found = codes.read(codes.encode(poll, "es", {name: value}, 0))
            assert codes.answers(found, codes.poll_by_number(lesson(), found.poll)) == {name: value}


def test_what_is_no_answer_counts_as_none() -> None:
    odd = {"pre1": ["a"], "pre2": "a", "pre3": float("nan")}
    assert set(codes.answers(codes.read(code(given=odd)), PRE).values()) == {None}


def test_groups_take_their_questions_as_far_as_they_fit() -> None:
    wide = {"id": "pre4", "kind": "choices", "options": options(8)}
    small = {"id": "pre5", "kind": "choice", "options": options(1 + 1)}
    found = codes.poll_of(lesson(wide, small))
    assert [question.id for question in found.questions] == ["pre1", "pre2", "pre3"]
    assert [q.id for q in codes.poll_of(lesson(), "post").questions] == ["post1"]


@pytest.mark.parametrize("name", ["t1", "nothing"])
def test_what_fits_into_no_code_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        codes.poll_of(lesson(), name)


def test_the_form_does_not_matter() -> None:
    text = code()
    for typed in (text.lower(), text.replace("-", ""), text.replace("-", " – "), f" {text}\n"):
        assert codes.read(typed).text == text


def test_every_single_wrong_sign_is_found_and_put_right() -> None:
    signs = code().replace("-", "")
    for place, sign in itertools.product(range(LENGTH), ALPHABET):
        if signs[place] != sign:
            error = reason(signs[:place] + sign + signs[place + 1 :])
            assert error.reason == "check"
            assert code() in error.suggestions


def test_every_two_wrong_signs_are_found() -> None:
    signs = code().replace("-", "")
    dice = random.Random(2)  # noqa: S311  (test data)
    for one, other in itertools.combinations(range(LENGTH), 2):
        for _ in range(10):
            wrong = list(signs)
            for place in (one, other):
                wrong[place] = dice.choice([s for s in ALPHABET if s != signs[place]])
            assert reason("".join(wrong)).reason == "check"


def test_a_swap_a_missing_an_extra_and_a_look_alike_sign_are_named_with_the_right_code() -> None:
    signs = code().replace("-", "")
    place = next(n for n in range(LENGTH - 1) if signs[n] != signs[n + 1])
    swapped = signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :]
    for wrong, why in (
        (swapped, "check"),
        (signs[1:], "length"),
        (signs[:5] + "7" + signs[5:], "length"),
        ("O" + signs[1:], "signs"),
        ("O1" + signs[2:], "signs"),
    ):
        error = reason(wrong)
        assert error.reason == why
        assert code() in error.suggestions


def test_random_text_hardly_ever_passes() -> None:
    dice = random.Random(3)  # noqa: S311  (test data)
    passed = 0
    for _ in range(20_000):
        try:
            codes.read("".join(dice.choice(ALPHABET) for _ in range(LENGTH)))
        except codes.CodeError:
            continue
        passed += 1
    assert passed < 45  # 1 in 29 * 29 by chance, and content that makes no sense is refused too


def test_codes_of_other_questions_are_refused() -> None:
    found = codes.read(code())
    for other in (
        lesson(module="m08_other"),
        lesson({"id": "pre9", "kind": "number", "min": 0, "max": 1}),
    ):
        poll = codes.poll_of(other)
        if poll.mark != PRE.mark or poll.module != PRE.module:
            with pytest.raises(codes.CodeError, match="questions"):
                codes.answers(found, poll)


def test_equal_answers_give_codes_that_do_not_look_equal() -> None:
    made = [code(nonce).replace("-", "") for nonce in range(50)]
    assert len(set(made)) == 50
    assert all(len({text[place] for text in made}) > 10 for place in range(LENGTH))


def test_a_code_is_found_in_a_line_of_a_chat_without_the_name() -> None:
    text = code()
    for line in (
        f"12:03:44 De Anna Maria à tous : {text}",
        f"{text} merci",
        f"ana.lima 2027: {text.lower().replace('-', ' ')}",
        text.replace("-", ""),
    ):
        assert [codes.read(piece).text for piece in codes.find(line)] == [text]
    for line in ("Jean-Paul Roux: bonjour", "good morning everyone", "", "+33 1 23 45"):
        assert list(codes.find(line)) == []


def test_a_mistyped_code_is_found_too() -> None:
    text = code()
    assert list(codes.find(f"Ana: {text[:-1]}")) == [text[:-1]]


def test_examples() -> None:
    assert doctest.testmod(codes).failed == 0
