"""What a question must make sense of, kind by kind, once its fields are well formed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from borderlab import tasks
from coursekit.build.grammar import is_number
from coursekit.build.kinds import VALUE_TYPES
from coursekit.build.problems import Report
from coursekit.build.questions import Question

_Rule = Callable[[Question, Report], None]


def check_sense(question: Question, report: Report) -> None:
    """Apply the rules of the question's kind."""
    for rule in _RULES[question.kind]:
        rule(question, report)


def _one_correct(question: Question, report: Report) -> None:
    options = question.data["options"]
    if not any(option.get("correct") for option in options):
        report.add(question.place("options"), "no option is correct", "write correct = true on one")
    if len(options) < 2:  # noqa: PLR2004  (a choice needs two)
        report.add(question.place("options"), "only one option", "write at least two [[options]]")


def _two_items(question: Question, report: Report) -> None:
    if len(question.data["items"]) < 2:  # noqa: PLR2004  (an order needs two)
        report.add(question.place("items"), "only one item", "write at least two [[items]]")


def _range(question: Question, report: Report) -> None:
    low, high = question.data.get("min"), question.data.get("max")
    if low is not None and high is not None and low >= high:
        report.add(question.place("max"), "max is not above min", "exchange the two")
    answer = question.data.get("answer")
    if not is_number(answer):
        return
    too_low = low is not None and answer < low
    too_high = high is not None and answer > high
    if too_low or too_high:
        report.add(question.place("answer"), "the answer is outside min and max", "widen them")


def _tolerances(question: Question, report: Report) -> None:
    data = question.data
    if "answer" in data and "tolerance" not in data:
        report.add(question.place("answer"), "no tolerance", "write tolerance = ... (0 for exact)")
    if data.get("tolerance", 0) < 0:
        report.add(question.place("tolerance"), "a tolerance below 0", "write 0 or more")
    for index, near in enumerate(data.get("near", [])):
        if near["tolerance"] < 0:
            report.add(question.place("near", index, "tolerance"), "below 0", "write 0 or more")
        if not near.keys() & {"feedback", "misconception"}:
            report.add(
                question.place("near", index), "this near miss says nothing", "write feedback = ..."
            )
    for index, part in enumerate(data.get("partial", [])):
        if not 0 < part["credit"] < 1:
            report.add(
                question.place("partial", index, "credit"),
                "credit is not between 0 and 1",
                "write, for example, credit = 0.5",
            )
        if part["tolerance"] <= data.get("tolerance", 0):
            report.add(
                question.place("partial", index, "tolerance"),
                "partial credit inside the full tolerance",
                "write a larger tolerance here",
            )


def _lanes(question: Question, report: Report) -> None:
    lanes = {lane["id"] for lane in question.data["lanes"]}
    for index, item in enumerate(question.data["items"]):
        accept = item.get("accept", [])
        if not accept:
            report.add(
                question.place("items", index), "no lane accepts this item", "write accept = [...]"
            )
        for lane in accept:
            if lane not in lanes:
                report.add(
                    question.place("items", index, "accept"),
                    f"unknown lane {lane!r}",
                    f"the lanes are {', '.join(sorted(lanes))}",
                )


def _code(question: Question, report: Report) -> None:
    data = question.data
    match, answer = code_match(question), data.get("answer")
    known = ", ".join(VALUE_TYPES)
    if data["value_type"] not in VALUE_TYPES:
        report.add(question.place("value_type"), "unknown value_type", f"write one of {known}")
    if match not in VALUE_TYPES:
        report.add(question.place("match"), "unknown match", f"write one of {known}")
    elif answer is not None and not _ANSWERS[match](answer):
        report.add(
            question.place("answer"), f"the answer is no {match}", f"write {_ANSWER_FORMS[match]}"
        )
    if match == "number":
        _tolerances(question, report)


def _task(question: Question, report: Report) -> None:
    data = question.data
    try:
        task = tasks.find(data["task"])
        task.check_settings(data.get("settings", {}), data.get("secret", {}))
    except ValueError as error:
        report.add(question.place("task"), str(error), "correct the task or its settings")


def _is_table(value: Any) -> bool:
    if not isinstance(value, dict) or value.keys() != {"columns", "rows"}:
        return False
    columns, rows = value["columns"], value["rows"]
    fits = isinstance(columns, list) and isinstance(rows, list)
    return fits and all(isinstance(row, list) and len(row) == len(columns) for row in rows)


_ANSWERS: dict[str, Callable[[Any], bool]] = {
    "number": is_number,
    "text": lambda value: isinstance(value, str),
    "list": lambda value: isinstance(value, list) and bool(value),
    "table": _is_table,
}
_ANSWER_FORMS = {
    "number": "answer = 3",
    "text": 'answer = "a text"',
    "list": 'answer = ["a", "b"]',
    "table": '[answer] with columns = ["a"] and rows = [[1]]',
}


def code_match(question: Question) -> str:
    """How a code value is compared: as written, else after its value type."""
    return str(question.data.get("match", question.data.get("value_type", "")))


_RULES: dict[str, tuple[_Rule, ...]] = {
    "choice": (_one_correct,),
    "choices": (_one_correct,),
    "number": (_range, _tolerances),
    "predict": (_range, _tolerances),
    "order": (_two_items,),
    "lanes": (_lanes,),
    "text": (),
    "code": (_code,),
    "task": (_task,),
}
