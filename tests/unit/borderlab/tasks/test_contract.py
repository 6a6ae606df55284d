"""What every task owes to participants and graders, whatever it asks."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from borderlab import tasks
from borderlab.answers.plain import check_value as refuse_unplain
from borderlab.i18n import in_language

SECRETS: dict[str, dict[str, Any]] = {"profile": {"seeds": [11]}, "policy": {"seeds": [11, 12]}}
SEEDS = (0, 1, 2_147_483_646)
HOSTILE: list[Any] = [
    None,
    "",
    "x" * 10_000,
    0,
    -1,
    1e308,
    float("nan"),
    float("inf"),
    True,
    [],
    {},
    [None] * 50,
    [[["deep"]]],
    {"a": {"b": {"c": {}}}},
    {"p01": "accept"},
    {"p01": {"marks": [], "action": 7}},
    {"p01": {"marks": {"1": {"x": 1}}, "action": "<script>alert(1)</script>"}},
    {"rate": "x", "random_share": None, "staff": 1e9},
    {"weights": {"<img src=x onerror=alert(1)>": 3}},
    ["<script>alert(1)</script>", "[x](javascript:alert(1))"],
    {"columns": ["a"], "rows": [[1]]},
]
parameters = pytest.mark.parametrize("name", tasks.names())


def secret(name: str) -> dict[str, Any]:
    return SECRETS.get(name, {})


@parameters
def test_solution_is_worth_everything_and_nothing_is_worth_nothing(name: str) -> None:
    task = tasks.find(name)
    for seed in SEEDS:
        solution = task.solution({}, secret(name), seed)
        assert task.judge({}, secret(name), seed, solution).credit == pytest.approx(1)
        assert task.judge({}, secret(name), seed, None).credit == 0


@parameters
def test_solution_is_taken_as_an_answer_and_stays_small_plain_data(name: str) -> None:
    task = tasks.find(name)
    value = task.check_value({}, 1, task.solution({}, secret(name), 1))
    refuse_unplain(value)
    assert len(json.dumps(value)) < 20_000
    assert task.judge({}, secret(name), 1, value).credit == pytest.approx(1)


@parameters
@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: repr(value)[:30])
def test_whatever_is_saved_is_judged_without_an_exception(name: str, value: Any) -> None:
    found = tasks.find(name).judge({}, secret(name), 1, value)
    assert 0 <= found.credit <= 1
    assert all(0 <= credit <= 1 for _part, credit in found.parts)


@parameters
@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: repr(value)[:30])
def test_what_is_no_answer_is_refused_with_a_sentence(name: str, value: Any) -> None:
    try:
        found = tasks.find(name).check_value({}, 1, value)
    except tasks.TaskError as error:
        assert re.search(r"\w{3}", str(error))  # noqa: PT017  (an answer may also be taken)
    else:
        refuse_unplain(found)


@parameters
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_texts_of_the_participant_never_reach_the_explanation_as_markup(
    name: str, language: str
) -> None:
    from markdown_it import MarkdownIt

    render = MarkdownIt("commonmark", {"html": False}).enable("table").render
    task = tasks.find(name)
    with in_language(language):
        for value in HOSTILE:
            page = render(task.explain({}, secret(name), 1, value))
            assert "<script" not in page
            assert "<img" not in page
            assert "href" not in page


@parameters
def test_case_and_explanation_are_told_in_each_language(name: str) -> None:
    task = tasks.find(name)
    value = task.solution({}, secret(name), 3)
    told = []
    for language in ("en", "fr", "es"):
        with in_language(language):
            told.append((task.outline({}, 3), task.explain({}, secret(name), 3, value)))
    assert all(text.strip() for _outline, text in told)
    assert len({text for _outline, text in told}) == len(told)


@parameters
def test_unknown_settings_are_the_authors_mistake(name: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        tasks.find(name).check_settings({"no such setting": 1}, {})


def test_an_unknown_task_is_named() -> None:
    with pytest.raises(ValueError, match="unknown task 'dance'"):
        tasks.find("dance")
