"""``course.json``: the list of modules that the home page shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import borderlab
from coursekit.build.part import EXERCISE, LESSON, ModuleSource
from coursekit.build.question_files import SCHEMA
from coursekit.build.translation import Translation
from coursekit.course import Course


def course_index(
    course: Course,
    modules: tuple[ModuleSource, ...],
    language: str,
    texts: Mapping[str, Translation],
) -> dict[str, Any]:
    """The modules in course order, in one language."""
    by_id = {module.id: module for module in modules}
    return {
        "schema": SCHEMA,
        "kit": borderlab.__version__,
        "language": language,
        "modules": [
            _entry(by_id[info.id], language, texts[info.id])
            for info in course.modules
            if info.id in by_id
        ],
    }


def _entry(module: ModuleSource, language: str, texts: Translation) -> dict[str, Any]:
    info = module.info
    if info is None:
        raise TypeError(f"{module.id} has no module.toml")
    exercise = f"../../exercises/{language}/{info.id}/{info.id}.ipynb"
    counts = {part.name: len(part.questions) for part in module.parts}
    return {
        "id": info.id,
        "title": texts.field(info.title),
        "minutes": info.minutes,
        "summary": texts.field(info.summary),
        "needs": [texts.field(need) for need in info.needs],
        "outcomes": [texts.field(outcome) for outcome in info.outcomes],
        "lesson": f"{info.id}/lesson.ipynb",
        "exercise": exercise if EXERCISE in counts else None,
        "questions": {name: counts.get(name, 0) for name in (LESSON, EXERCISE)},
    }
