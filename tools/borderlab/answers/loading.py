"""Reading ``questions.json``: strictly, so that a damaged file says so instead of half working."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from borderlab import tasks
from borderlab.answers.errors import QuestionsError
from borderlab.answers.plain import is_number
from borderlab.answers.questions import (
    KINDS,
    VALUE_TYPES,
    Item,
    Lane,
    Option,
    Question,
    QuestionSet,
)
from borderlab.i18n import gettext as _
from borderlab.paths import checkout

SCHEMA = 1
FILE = "questions.json"
_HEADS = ("module", "part", "language", "title")
_Part = TypeVar("_Part", Option, Item, Lane)
_PARTS: dict[str, type[Option | Item | Lane]] = {"options": Option, "items": Item, "lanes": Lane}
_NEEDS = {"choice": "options", "choices": "options", "order": "items", "lanes": "items"}


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_points(value: Any) -> bool:
    return is_number(value) and value > 0


# Field -> (test, what it must be). Fields that hold parts are in _PARTS.
_FIELDS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "id": (_is_text, "a text"),
    "kind": (lambda value: value in KINDS, f"one of {', '.join(KINDS)}"),
    "prompt": (_is_text, "a text"),
    "hint": (_is_text, "a text"),
    "points": (_is_points, "a number above 0"),
    "check": (lambda value: isinstance(value, bool), "true or false"),
    "unit": (_is_text, "a text"),
    "min": (is_number, "a number"),
    "max": (is_number, "a number"),
    "decimals": (_is_count, "a whole number"),
    "min_words": (_is_count, "a whole number"),
    "max_chars": (_is_count, "a whole number"),
    "value_type": (lambda value: value in VALUE_TYPES, f"one of {', '.join(VALUE_TYPES)}"),
    "task": (lambda value: value in tasks.names(), f"one of {', '.join(tasks.names())}"),
    "settings": (lambda value: isinstance(value, dict), "an object"),
    "key": (lambda value: isinstance(value, dict), "an object"),
    "explain": (_is_text, "a text"),
    "read_again": (_is_text, "a text"),
}


def load_questions(path: Path) -> QuestionSet:
    """Read the questions of one notebook.

    Raises:
        QuestionsError: the file is missing or damaged; the message is a sentence in the language
            in use, with the place of the damage.
    """
    try:
        return parse_questions(json.loads(path.read_bytes().decode("utf-8-sig")))
    except OSError as error:
        message = _("The file {path} cannot be read: {reason}.")
        raise QuestionsError(message.format(path=path, reason=error.strerror or error)) from error
    except (ValueError, RecursionError) as error:
        raise QuestionsError(_damaged(path, str(error))) from error


def parse_questions(found: Any) -> QuestionSet:
    """Turn the content of ``questions.json`` into questions.

    Raises:
        QuestionsError: with the question and the field that are wrong (in English, for authors).
    """
    if not isinstance(found, dict) or not isinstance(found.get("questions"), list):
        raise QuestionsError("this is no list of questions")
    if found.get("schema") != SCHEMA:
        raise QuestionsError(f"schema {found.get('schema')!r} is not {SCHEMA}")
    heads: dict[str, Any] = {
        name: found.get(name) for name in ("module", "part", "language", "title")
    }
    for name, value in heads.items():
        if not isinstance(value, str):
            raise QuestionsError(f"{name} must be a text")
    questions = tuple(_question(entry) for entry in found["questions"])
    _refuse_repeats([question.id for question in questions], "question")
    return QuestionSet(**heads, questions=questions)


def _question(entry: Any) -> Question:
    if not isinstance(entry, dict):
        raise QuestionsError("a question is not an object")
    place = f"question {entry.get('id')!r}"
    for name in ("id", "kind", "prompt"):
        if name not in entry:
            raise QuestionsError(f"{place}: {name} is missing")
    fields: dict[str, Any] = {}
    for name, value in entry.items():
        if name in _PARTS:
            fields[name] = _parts(_PARTS[name], value, f"{place}, {name}")
        elif name not in _FIELDS:
            raise QuestionsError(f"{place}: unknown field {name!r}")
        elif value is not None:
            test, must_be = _FIELDS[name]
            if not test(value):
                raise QuestionsError(f"{place}: {name} must be {must_be}, not {value!r}")
            fields[name] = value
    question = Question(**fields)
    _check_whole(question, place)
    return _in_display_order(question)


def _parts(kind: type[_Part], value: Any, place: str) -> tuple[_Part, ...]:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise QuestionsError(f"{place} must be a list of objects")
    found = []
    for entry in value:
        unknown = set(entry) - set(kind.__slots__)
        if unknown:
            raise QuestionsError(f"{place}: unknown field {min(unknown)!r}")
        if not all(_is_text(entry.get(name)) for name in ("id", "text")):
            raise QuestionsError(f"{place}: each needs an id and a text")
        found.append(kind(**entry))
    _refuse_repeats([part.id for part in found], place)
    return tuple(found)


def _refuse_repeats(ids: Sequence[str], place: str) -> None:
    repeated = {name for name in ids if ids.count(name) > 1}
    if repeated:
        raise QuestionsError(f"{place}: the id {min(repeated)!r} is used twice")


def _check_whole(question: Question, place: str) -> None:
    needed = _NEEDS.get(question.kind)
    if needed and len(getattr(question, needed)) < 2:  # noqa: PLR2004  (else there is no question)
        raise QuestionsError(f"{place}: at least two {needed} are needed")
    if (question.kind == "task") != bool(question.task):
        raise QuestionsError(f"{place}: a task has the kind and the name of a task")
    if question.kind == "lanes" and not question.lanes:
        raise QuestionsError(f"{place}: lanes are missing")
    for lane in question.lanes:
        if lane.capacity is not None and not _is_points(lane.capacity):
            raise QuestionsError(f"{place}: capacity of lane {lane.id!r} must be above 0")
    if question.min is not None and question.max is not None and question.min >= question.max:
        raise QuestionsError(f"{place}: min must be below max")


def shuffled(qid: str, ids: Sequence[str]) -> tuple[str, ...]:
    """The order in which the items of an ordering question are shown.

    The same on every computer and in every language, and never the right one.

    Args:
        qid: the question's id.
        ids: the items' ids in the right order.
    """
    for attempt in range(100):
        mixed = tuple(sorted(ids, key=lambda name: _digest(f"{qid}/{attempt}/{name}")))
        if mixed != tuple(ids):
            return mixed
    return tuple(ids)


def _digest(text: str) -> str:
    import hashlib  # 3 ms that only the builder and ordering questions need

    return hashlib.sha256(text.encode()).hexdigest()


def _in_display_order(question: Question) -> Question:
    right = [item.id for item in question.items]
    if question.kind != "order" or not question.key or question.key.get("order") != right:
        return question
    by_id = {item.id: item for item in question.items}
    return replace(question, items=tuple(by_id[name] for name in shuffled(question.id, right)))


def find_questions(
    module: str, part: str, language: str, beside: Path | None = None
) -> QuestionSet:
    """The questions of a notebook: from the file beside it, else from the kit's own checkout.

    Args:
        module: such as ``m00_welcome``.
        part: ``lesson`` or ``exercise``.
        language: code of the edition.
        beside: the notebook's folder; default the current one.

    Raises:
        QuestionsError: neither place has them; the message is in the language in use.
    """
    near = (beside or Path.cwd()) / FILE
    if near.is_file():
        found = load_questions(near)
        if (found.module, found.part) == (module, part):
            return found
    root = checkout()
    tree = "exercises" if part == "exercise" else "modules"
    for code in dict.fromkeys((language, "en")):
        path = root / tree / code / module / FILE if root else None
        if path is not None and path.is_file():
            return load_questions(path)
    message = _(
        "The questions of “{module}” were not found. Keep the file questions.json in the same "
        "folder as the notebook."
    )
    raise QuestionsError(message.format(module=module))


def _damaged(path: Path, detail: str) -> str:
    message = _("The file {path} is damaged ({detail}). Get this module again from your trainer.")
    return message.format(path=path, detail=detail)
