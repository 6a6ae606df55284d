import re

import pytest

from borderlab.answers import Marker, Record, new_seat, valid
from borderlab.answers.seat import ALPHABET, normalise
from borderlab.i18n import in_language

SAVED = {"value": "b", "first": None, "at": "2026-11-21T14:02:00Z", "rev": 1, "hints": 0}
KEY = {"kind": "choice", "correct": ["b"]}


def test_a_check_cell_gets_a_plain_float_within_its_points() -> None:
    marker = Marker({"q1": SAVED}, seed=5)
    earned = marker.mark("q1", KEY, points=2)
    assert (type(earned), earned) == (float, 2.0)
    assert type(marker.mark("q2", KEY, points=2)) is float
    assert marker.mark("q2", KEY, points=2) == 0
    assert marker.marks["q1"].state == "right"
    assert (marker.saved("q1"), marker.saved("q2"), marker.seed()) == ("b", None, 5)


def test_records_of_an_open_notebook_are_taken_too() -> None:
    assert Marker({"q1": Record("b")}).mark("q1", KEY, points=1) == 1


def test_a_key_without_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="no kind"):
        Marker({}).mark("q1", {}, points=1)


@pytest.mark.parametrize(
    ("code", "answered", "unanswered"),
    [
        ("en", "Question 1: answered, saved at ", "Question 2: not answered yet"),
        ("fr", "Question 1\xa0: réponse enregistrée à ", "Question 2\xa0: pas encore de réponse"),
        ("es", "Pregunta 1: respondida, guardada a las ", "Pregunta 2: aún sin respuesta"),
    ],
)
def test_status_in_each_language(code: str, answered: str, unanswered: str) -> None:
    with in_language(code):
        marker = Marker({"q1": SAVED, "q2": Record(hints=1)})
        assert re.fullmatch(answered + r"\d\d:\d\d", marker.status("q1"))
        assert marker.status("q2") == unanswered
        assert "pre1" in marker.status("pre1")


def test_seat_codes_are_valid_and_differ() -> None:
    seats = {new_seat() for _ in range(200)}
    assert len(seats) == 200
    assert all(valid(seat) for seat in seats)


def test_every_wrong_sign_and_every_swap_is_noticed() -> None:
    seat = new_seat()
    signs = seat.replace("-", "")
    for place, sign in enumerate(signs):
        for other in ALPHABET.replace(sign, ""):
            assert not valid(normalise(signs[:place] + other + signs[place + 1 :]))
    for place in range(7):
        swapped = signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :]
        assert valid(normalise(swapped)) == (signs[place] == signs[place + 1])


@pytest.mark.parametrize("code", ["", "K7F3", "K7F39Q2M", "k7f3-9q2m", "../../etc", "K7F3-9Q2É"])
def test_what_is_no_seat_code(code: str) -> None:
    assert not valid(code)


def test_a_typed_code_is_brought_into_its_form() -> None:
    seat = new_seat()
    assert normalise(f" {seat.lower().replace('-', ' ')} ") == seat
