"""A course of one small module with every way to be graded, written as the build would write it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

MODULE = "mtest"
STUB = "✎ …"
LANGUAGES = ("en", "fr", "es")
PROMPTS = {"en": "How many alerts?", "fr": "Combien d'alertes ?", "es": "¿Cuántas alertas?"}


def nbgrader(grade_id: str, *, grade: bool, solution: bool, points: float = 0) -> dict[str, Any]:
    """Cell metadata as nbgrader expects it."""
    found = {
        "grade": grade,
        "grade_id": grade_id,
        "locked": grade and not solution,
        "schema_version": 3,
        "solution": solution,
        "task": False,
    }
    return {"nbgrader": found | ({"points": points} if grade else {})}


def code(name: str, source: str, metadata: dict[str, Any] | None = None) -> dict[str, Any]:
    """A code cell."""
    return {
        "cell_type": "code",
        "id": name,
        "metadata": metadata or {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def markdown(name: str, source: str, metadata: dict[str, Any] | None = None) -> dict[str, Any]:
    """A Markdown cell."""
    return {"cell_type": "markdown", "id": name, "metadata": metadata or {}, "source": source}


def check(qid: str, test: str, points: float) -> dict[str, Any]:
    """A check cell with a hidden test."""
    source = f'kit.status("{qid}")\n### BEGIN HIDDEN TESTS\n{test}\n### END HIDDEN TESTS'
    return code(f"check-{qid}", source, nbgrader(qid, grade=True, solution=False, points=points))


def marked(qid: str, key: str, points: float) -> dict[str, Any]:
    """The standard check cell."""
    return check(qid, f'kit.mark("{qid}", {key}, points={points})', points)


def cells(language: str) -> list[dict[str, Any]]:
    """The solution in one language: choice, number, written text, code, and an author's check."""
    own = 'found = kit.saved("q5")\nfloat(len(found)) if found else 0.0'
    return [
        code("setup", f'import borderlab as kit\nkit.open_notebook("{MODULE}", "{language}")'),
        markdown("title", f"# Test ({language})"),
        code("ask-q1", 'kit.ask("q1")'),
        marked("q1", '{"kind": "choice", "correct": ["b"]}', 2),
        marked("q2", '{"kind": "number", "answer": 10, "tolerance": 1}', 2),
        markdown("text-q3", STUB, nbgrader("q3", grade=True, solution=True, points=3)),
        code(
            "code-q4",
            'kit.answer("q4", ...)\n### BEGIN SOLUTION\nkit.answer("q4", 7)\n### END SOLUTION',
            nbgrader("q4-code", grade=False, solution=True),
        ),
        marked("q4", '{"kind": "code", "match": "number", "answer": 7, "tolerance": 0}', 1),
        check("q5", own, 2),
    ]


QUESTIONS: list[dict[str, Any]] = [
    {
        "id": "q1",
        "kind": "choice",
        "points": 2,
        "options": [{"id": "a", "text": "All <b>of</b> them"}, {"id": "b", "text": "Few"}],
    },
    {"id": "q2", "kind": "number", "points": 2, "unit": "alerts"},
    {"id": "q3", "kind": "text", "points": 3},
    {"id": "q4", "kind": "code", "points": 1, "value_type": "number"},
    {"id": "q5", "kind": "text", "points": 2},
]
KEYS: dict[str, dict[str, Any]] = {
    "q1": {
        "key": {"correct": ["b"], "misconceptions": {"a": "K1"}},
        "explain": "Most alerts are **false**.",
        "read_again": "rates",
        "feedback": {"a": {"text": "Think of the base rate.", "misconception": "K1"}},
    },
    "q2": {
        "key": {"answer": 10, "tolerance": 1, "near": [{"value": 90, "tolerance": 1}]},
        "feedback": {"near-1": {"text": "That is the share found."}},
    },
    "q3": {"rubric": "SECRET RUBRIC"},
    "q4": {"key": {"match": "number", "answer": 7, "tolerance": 0}},
    "q5": {},
}


def notebook(language: str) -> dict[str, Any]:
    """The solution."""
    named = {"kit": "0.1.0", "module": MODULE, "part": "exercise", "language": language}
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {
        "cells": cells(language),
        "metadata": {
            "borderlab": named,
            "kernelspec": kernel,
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def questions(language: str) -> dict[str, Any]:
    """The content of ``questions.json``."""
    entries = [{**entry, "prompt": f"{PROMPTS[language]} ({entry['id']})"} for entry in QUESTIONS]
    return {
        "schema": 1,
        "kit": "0.1.0",
        "module": MODULE,
        "part": "exercise",
        "language": language,
        "title": f"Test {language}",
        "questions": entries,
    }


def build(root: Path) -> Path:
    """Write the course into a folder and return it."""
    from coursekit.build.release import release

    for language in LANGUAGES:
        solution, exercise = root / "solutions" / language, root / "exercises" / language
        _write(solution / MODULE / f"{MODULE}.ipynb", notebook(language))
        _write(solution / MODULE / "questions.json", questions(language))
        _write(exercise / MODULE / f"{MODULE}.ipynb", release(notebook(language)))
        _write(exercise / MODULE / "questions.json", questions(language))
        kinds = {entry["id"]: entry["kind"] for entry in QUESTIONS}
        keys = {qid: {"kind": kinds[qid], **key} for qid, key in KEYS.items()}
        _write(solution / f"{MODULE}.key.json", {"schema": 1, "questions": keys})
        lesson = [markdown("h", f'<a id="rates"></a>\n\n## Rates {language}\n\nText.')]
        _write(root / "modules" / language / MODULE / "lesson.ipynb", {"cells": lesson})
    return root


def _write(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
