"""Messages of modules: one PO file per module and language, beside the source."""

from __future__ import annotations

from collections.abc import Iterator

from coursekit.build.part import ModuleSource
from coursekit.build.texts import Message, messages, module_texts
from coursekit.i18n.catalog import Wanted


def module_messages(module: ModuleSource) -> Iterator[Message]:
    """Every entry of a module, in the order of the source; repeated ones are repeated."""
    for text in module_texts(module):
        yield from messages(text)


def module_wanted(module: ModuleSource) -> tuple[Wanted, ...]:
    """Every entry of a module once, with all its places."""
    found: dict[str, list[Message]] = {}
    for message in module_messages(module):
        found.setdefault(message.message, []).append(message)
    return tuple(
        Wanted(
            text,
            notes=tuple(dict.fromkeys(m.note for m in same)),
            locations=tuple((m.place.file, m.place.line) for m in same),
        )
        for text, same in found.items()
    )
