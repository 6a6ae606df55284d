"""Keys: the answer that an author calls right must earn all points."""

from __future__ import annotations

from borderlab.answers.scoring import score
from coursekit.build.keys import key_of, solution_of
from coursekit.build.part import EXERCISE, Part
from coursekit.build.problems import Report
from coursekit.build.rules import check_sense


def keys_work(part: Part, report: Report) -> None:
    """Score each question's own solution."""
    for question in part.questions.values():
        faults = Report()
        check_sense(question, faults)
        if faults.problems or not key_of(question) or "capacity" in key_of(question):
            continue
        try:
            credit = score(question.kind, key_of(question), solution_of(question), 1.0).credit
        except ValueError as error:
            report.add(question.place(), f"this key cannot be scored: {error}", "write another")
            continue
        if credit < 1:
            report.add(
                question.place(),
                f"the right answer of {question.id!r} would earn only {credit:.0%}",
                "compare the answer with the options, items and tolerances",
            )


def order_is_hidden(part: Part, report: Report) -> None:
    """In an exercise, ids of items in alphabetical order would give the right order away."""
    for question in part.questions.values():
        ids = [item["id"] for item in question.data.get("items", ())]
        if part.name == EXERCISE and question.kind == "order" and ids == sorted(ids):
            report.add(
                question.place("items"),
                "the ids of the items are in the right order, and participants can read them",
                "name the items after what they are, not i1, i2, i3",
            )
