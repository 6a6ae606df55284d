"""Code answers: a number, a text, a list or a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from borderlab.answers.numeric import judge_number
from borderlab.answers.outcome import Outcome


def judge_code(key: Mapping[str, Any], value: Any) -> Outcome:
    """Compare a code answer with the key; ``match`` says how."""
    if key.get("match", "number") == "number":
        return judge_number(key, value)
    raise KeyError(key["match"])
