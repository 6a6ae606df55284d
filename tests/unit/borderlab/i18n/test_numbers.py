import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderlab.i18n import NumberError, in_language, number, parse_number, percent

NNBSP, NBSP = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("code", "four", "five"),
    [
        ("en", "1,234.5", "12,345.6"),
        ("fr", f"1{NNBSP}234,5", f"12{NNBSP}345,6"),
        ("es", "1234,5", f"12{NBSP}345,6"),
    ],
)
def test_each_language_writes_numbers_its_own_way(code: str, four: str, five: str) -> None:
    assert number(1234.5, code=code) == four
    assert number(12345.6, code=code) == five


@pytest.mark.parametrize(
    ("code", "written"), [("en", "5%"), ("fr", f"5{NBSP}%"), ("es", f"5{NBSP}%")]
)
def test_percent_sign_stands_apart_in_french_and_spanish(code: str, written: str) -> None:
    assert percent(0.047, code=code) == written


@pytest.mark.parametrize(
    ("x", "written"),
    [
        (0.1 + 0.2, "0.3"),
        (-0.0, "0"),
        (-5, "\N{MINUS SIGN}5"),
        (1e-6, "0.000001"),
        (100, "100"),
        (1e6, "1,000,000"),
        (math.nan, "\N{EN DASH}"),
        (-math.inf, "\N{MINUS SIGN}\N{INFINITY}"),
    ],
)
def test_number_without_digits_shows_what_the_number_has(x: float, written: str) -> None:
    assert number(x, code="en") == written


def test_a_number_rounded_to_zero_has_no_sign() -> None:
    assert number(-0.04, 1, "fr") == "0,0"


@given(
    st.integers(-(10**14), 10**14) | st.decimals(-10000, 10000, places=3).map(float),
    st.sampled_from(["en", "fr", "es"]),
)
def test_what_is_written_can_be_typed_again(x: float, code: str) -> None:
    try:
        assert parse_number(number(x, code=code), code=code) == pytest.approx(x, rel=1e-11)
    except NumberError:
        pytest.fail(f"{number(x, code=code)!r} was refused")


@pytest.mark.parametrize("code", ["en", "fr", "es"])
@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1 234,5", 1234.5),
        (f"1{NNBSP}234.5", 1234.5),
        ("1.234.567", 1234567),
        ("4,7 %", 4.7),
        ("-3", -3),
        ("\N{MINUS SIGN}3.5", -3.5),
        ("0,123", 0.123),
        (",5", 0.5),
        ("1e3", 1000),
        ("1'234.5", 1234.5),
    ],
)
def test_habits_of_all_languages_are_read_in_each(typed: str, value: float, code: str) -> None:
    assert parse_number(typed, code=code) == value


def test_a_comma_before_three_digits_follows_the_language() -> None:
    assert parse_number("1,234", code="en") == 1234
    assert parse_number("1,234", code="fr") == 1.234


@pytest.mark.parametrize("code", ["fr", "es"])
def test_a_point_before_three_digits_is_refused_where_it_could_mean_two(code: str) -> None:
    with in_language(code), pytest.raises(NumberError, match=r"1234 .*1,234"):
        parse_number("1.234")


@pytest.mark.parametrize(
    "typed", ["", "abc", "1/20", "12 34", "1,2,3", "1.2,3.4", "nan", "--1", "٣"]
)
def test_what_is_no_number_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(NumberError, match=r"^(Type a number|“).*\.$"):
        parse_number(typed)


def test_the_unit_may_stand_behind() -> None:
    assert parse_number("12 kg", unit="kg") == 12
    with pytest.raises(NumberError):
        parse_number("12 km", unit="kg")
