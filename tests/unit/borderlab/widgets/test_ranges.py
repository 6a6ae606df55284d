"""A number out of range is refused in one sentence, in the language in use."""

from __future__ import annotations

import math

import numpy as np
import pytest
from traitlets import TraitError

from borderlab.i18n import in_language
from borderlab.widgets.ranges import check_range


@pytest.mark.parametrize("value", [0, 6, 2.5, np.int64(3), np.float64(6.0)])
def test_both_ends_are_allowed(value: float) -> None:
    check_range("staff", value, 0, 6)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (-1, "\N{MINUS SIGN}1"),
        (7, "7"),
        (7.25, "7.25"),
        (math.nan, "\N{EN DASH}"),
        (True, "True"),
        ("4", "'4'"),
    ],
)
def test_what_is_not_in_range_is_named(value: object, shown: str) -> None:
    with pytest.raises(TraitError, match=rf"^staff goes from 0 to 6, not {shown}\.$"):
        check_range("staff", value, 0, 6)


@pytest.mark.parametrize("code", ["fr", "es"])
def test_the_sentence_is_translated(code: str) -> None:
    with in_language(code), pytest.raises(TraitError, match=r"rate.*0,5") as caught:
        check_range("rate", 2, 0, 0.5)
    assert "goes from" not in str(caught.value)
