"""What a code cell computes becomes plain data."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from borderlab.answers.errors import AnswerError
from borderlab.widgets.code_values import plain_value


def test_empty_cells_of_a_table_are_nothing() -> None:
    table = pd.DataFrame(
        {
            "number": [1.5, np.nan],
            "day": [pd.Timestamp("2025-03-01"), pd.NaT],
            "text": pd.array(["a", pd.NA], dtype="string"),
            "whole": [1, 2],
        }
    )
    assert plain_value(table) == {
        "number": [1.5, None],
        "day": ["2025-03-01T00:00:00", None],
        "text": ["a", None],
        "whole": [1, 2],
    }


@pytest.mark.parametrize("value", [np.nan, [1.0, np.nan], pd.Series([1.0, np.nan]), np.inf])
def test_a_missing_number_in_an_answer_is_told(value: object) -> None:
    with pytest.raises(AnswerError, match="not a number"):
        plain_value(value)


def test_an_infinite_number_in_a_table_is_told() -> None:
    with pytest.raises(AnswerError, match="not a number"):
        plain_value(pd.DataFrame({"a": [1.0, np.inf]}))
