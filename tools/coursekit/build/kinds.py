"""The fields of each kind of question, as tables: what an author may write and what is shown."""

from __future__ import annotations

from dataclasses import dataclass, field

# Types of a field: "text" is translated, "word" an id, the rest is plain data.
Fields = dict[str, str]

COMMON: Fields = {
    "kind": "word",
    "prompt": "text",
    "hint": "text",
    "explain": "text",
    "read_again": "word",
    "check": "bool",
}
# Fields of a question and of its options, items and lanes that everybody sees.
PUBLIC = (
    "prompt",
    "hint",
    "unit",
    "min",
    "max",
    "decimals",
    "min_words",
    "max_chars",
    "value_type",
    "task",
    "settings",
)
PUBLIC_ROW = ("id", "text", "capacity")
PUBLIC_TABLES = ("options", "items", "lanes")
_NUMBER: Fields = {
    "unit": "text",
    "min": "number",
    "max": "number",
    "decimals": "count",
    "answer": "number",
    "tolerance": "number",
    "relative": "bool",
}
_OPTION: Fields = {
    "id": "word",
    "text": "text",
    "correct": "bool",
    "feedback": "text",
    "misconception": "word",
}
_ITEM: Fields = {"id": "word", "text": "text", "feedback": "text", "misconception": "word"}
_NUMBER_TABLES: dict[str, Fields] = {
    "near": {
        "value": "number",
        "tolerance": "number",
        "credit": "number",
        "misconception": "word",
        "feedback": "text",
    },
    "partial": {"tolerance": "number", "credit": "number"},
}


@dataclass(frozen=True)
class Kind:
    """Fields and tables of one kind; ``required`` names those that cannot be left out."""

    fields: Fields = field(default_factory=dict)
    tables: dict[str, Fields] = field(default_factory=dict)
    required: frozenset[str] = frozenset()
    marked_by: str = "check"


KINDS: dict[str, Kind] = {
    "choice": Kind(tables={"options": _OPTION}, required=frozenset({"options"})),
    "choices": Kind(tables={"options": _OPTION}, required=frozenset({"options"})),
    "number": Kind(_NUMBER, _NUMBER_TABLES, frozenset({"answer", "tolerance"})),
    "predict": Kind(_NUMBER, _NUMBER_TABLES, frozenset({"min", "max"}), "check or nobody"),
    "order": Kind(
        tables={"items": _ITEM},
        required=frozenset({"items"}),
    ),
    "lanes": Kind(
        tables={
            "items": {**_ITEM, "accept": "words"},
            "lanes": {"id": "word", "text": "text", "capacity": "count"},
        },
        required=frozenset({"items", "lanes"}),
    ),
    "text": Kind({"min_words": "count", "max_chars": "count"}, marked_by="written"),
    "code": Kind(
        {
            "value_type": "word",
            "unit": "text",
            "match": "word",
            "answer": "any",
            "accept": "strings",
            "ordered": "bool",
            "by": "strings",
            "tolerance": "number",
            "relative": "bool",
        },
        _NUMBER_TABLES,
        frozenset({"value_type"}),
    ),
    "task": Kind(
        {"task": "word", "settings": "object", "secret": "object"}, required=frozenset({"task"})
    ),
}
VALUE_TYPES = ("number", "text", "list", "table")
# Tables whose rows an author must write in full.
ROW_REQUIRED: dict[str, tuple[str, ...]] = {
    "options": ("id", "text"),
    "items": ("id", "text"),
    "lanes": ("id", "text"),
    "near": ("value", "tolerance"),
    "partial": ("tolerance", "credit"),
}
