"""Every text of a module that a translator sees, in reading order, with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coursekit.build import markdown
from coursekit.build.grammar import Role
from coursekit.build.kinds import COMMON
from coursekit.build.part import ModuleSource, Part
from coursekit.build.problems import Place
from coursekit.build.questions import Question


@dataclass(frozen=True)
class Text:
    """One text as written; ``note`` tells a translator what it belongs to.

    ``where`` gives the place of a line of the text, counted from 0.
    """

    text: str
    note: str
    where: Callable[[int], Place]


@dataclass(frozen=True)
class Message:
    """One entry for a translator: a block of a text."""

    message: str
    note: str
    place: Place


def module_texts(module: ModuleSource) -> Iterator[Text]:
    """All texts of a module."""
    if module.info:
        toml = module.info.toml
        for name in ("title", "summary"):
            yield fixed(toml.data[name], f"module, {name}", toml.place(name))
        for name in ("needs", "outcomes"):
            for value in toml.data[name]:
                yield fixed(value, f"module, {name}", toml.place(name))
    for part in module.parts:
        yield from _part_texts(part)


def _part_texts(part: Part) -> Iterator[Text]:
    for cell in part.cells:
        if cell.role is Role.TEXT:
            note = f"{part.name}, heading {cell.target}" if cell.target else part.name
            yield Text(cell.source.text, note, cell.source.line)
        elif cell.role is Role.WRITTEN:
            note = f"{part.name}, rubric of question {cell.target} (trainers only)"
            yield Text(cell.source.text, note, cell.source.line)
        elif cell.role is Role.QUESTION and cell.target in part.questions:
            yield from question_texts(part.questions[cell.target], part.name)


def question_texts(question: Question, part: str) -> Iterator[Text]:
    """The texts of one question, in the order written."""
    note = f"{part}, question {question.id}"
    fields = COMMON | question.spec.fields
    for name, value in question.data.items():
        if fields.get(name) == "text":
            yield fixed(value, f"{note}, {name}", question.place(name))
        for index, row in enumerate(value if name in question.spec.tables else ()):
            own = f"{note}, {name} {row.get('id', index + 1)}"
            for field, text in row.items():
                if question.spec.tables[name].get(field) == "text":
                    yield fixed(text, f"{own}, {field}", question.place(name, index, field))


def fixed(text: str, note: str, place: Place) -> Text:
    """A text of which only the first line's place is known."""
    return Text(text.strip(), note, lambda _line: place)


def messages(text: Text) -> Iterator[Message]:
    """The entries of one text."""
    for block in markdown.blocks(text.text):
        if block.prose:
            yield Message(block.message, text.note, text.where(block.start))
