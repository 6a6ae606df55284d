"""``questions.json`` beside a notebook, and the key file of the trainers."""

from __future__ import annotations

from typing import Any

from borderlab.answers.loading import shuffled
from coursekit.build.draft import Edition
from coursekit.build.grammar import Role
from coursekit.build.keys import key_of
from coursekit.build.kinds import COMMON, PUBLIC, PUBLIC_ROW, PUBLIC_TABLES
from coursekit.build.part import LESSON
from coursekit.build.questions import Question

SCHEMA = 1


def questions_file(edition: Edition) -> dict[str, Any]:
    """What participants' widgets read. Only a lesson holds keys: it is checked at once."""
    info = edition.module.info
    show = edition.part.name == LESSON
    return {
        "schema": SCHEMA,
        "kit": edition.kit,
        "module": edition.module.id,
        "part": edition.part.name,
        "language": edition.language,
        "title": edition.translation.field(info.title) if info else "",
        "questions": [_public(q, edition, show=show) for q in edition.part.questions.values()],
    }


def key_file(edition: Edition) -> dict[str, Any]:
    """What trainers and the grader read: keys, explanations, feedback and rubrics."""
    return {
        "schema": SCHEMA,
        "kit": edition.kit,
        "module": edition.module.id,
        "language": edition.language,
        "questions": {q.id: _trainers(q, edition) for q in edition.part.questions.values()},
    }


def _text(question: Question, edition: Edition, *path: str | int) -> str:
    value: Any = question.data
    for step in path:
        value = value[step]
    return edition.translation.field(value)


def _public(question: Question, edition: Edition, *, show: bool) -> dict[str, Any]:
    kinds = COMMON | question.spec.fields
    found: dict[str, Any] = {"id": question.id, "kind": question.kind}
    for name in PUBLIC:
        if name in question.data:
            is_text = kinds[name] == "text"
            found[name] = _text(question, edition, name) if is_text else question.data[name]
    points = edition.part.points(question.id)
    if points is not None:
        found["points"] = points
    judged = question.data.get("check", True)
    if not judged:
        found["check"] = False
    for table in PUBLIC_TABLES:
        if table in question.data:
            found[table] = _rows(question, edition, table, show=show and judged)
    return found | (_instant(question, edition) if show and judged else {})


def _rows(question: Question, edition: Edition, table: str, *, show: bool) -> list[dict[str, Any]]:
    rows = []
    for index, row in enumerate(question.data[table]):
        found = {name: row[name] for name in PUBLIC_ROW if name in row}
        found["text"] = _text(question, edition, table, index, "text")
        if show and "feedback" in row:
            found["feedback"] = _text(question, edition, table, index, "feedback")
        if show and "misconception" in row:
            found["misconception"] = row["misconception"]
        rows.append(found)
    if question.kind != "order":
        return rows
    by_id = {row["id"]: row for row in rows}
    return [by_id[name] for name in shuffled(question.id, list(by_id))]


def _instant(question: Question, edition: Edition) -> dict[str, Any]:
    key = key_of(question)
    for index, near in enumerate(question.data.get("near", ())):
        if "near" in key and "feedback" in near:
            key["near"][index]["feedback"] = _text(question, edition, "near", index, "feedback")
    found: dict[str, Any] = {"key": key} if key else {}
    return found | _explanation(question, edition)


def _explanation(question: Question, edition: Edition) -> dict[str, Any]:
    found = {}
    if "explain" in question.data:
        found["explain"] = _text(question, edition, "explain")
    if "read_again" in question.data:
        found["read_again"] = question.data["read_again"]
    return found


def _trainers(question: Question, edition: Edition) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": question.kind}
    points = edition.part.points(question.id)
    if points is not None:
        found["points"] = points
    if key := key_of(question):
        found["key"] = key
    found |= _explanation(question, edition)
    if comments := _feedback(question, edition):
        found["feedback"] = comments
    for cell in edition.part.of(Role.WRITTEN):
        if cell.target == question.id:
            found["rubric"] = edition.translation.text(cell.source.text)
    return found


def _feedback(question: Question, edition: Edition) -> dict[str, dict[str, str]]:
    """Comments by option or item id; near misses are ``near-1``, ``near-2``..."""
    found: dict[str, dict[str, str]] = {}
    for table in ("options", "items", "near"):
        for index, row in enumerate(question.data.get(table, ())):
            comment = {}
            if "feedback" in row:
                comment["text"] = _text(question, edition, table, index, "feedback")
            if "misconception" in row:
                comment["misconception"] = row["misconception"]
            if comment:
                found[row.get("id", f"near-{index + 1}")] = comment
    return found
