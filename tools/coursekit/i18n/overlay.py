"""Lay the PO files over the source; what is missing, in doubt or faulty is reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from coursekit.build.compose import Sources
from coursekit.build.part import ModuleSource
from coursekit.build.problems import Report
from coursekit.build.texts import Message
from coursekit.build.translation import SOURCE_LANGUAGE, Translation
from coursekit.i18n.entry_checks import term_faults, text_faults
from coursekit.i18n.glossary import Term, glossary_of
from coursekit.i18n.modules import module_messages
from coursekit.i18n.po import Entry, PoFile, read_po


def translations_for(
    sources: Sources, codes: Iterable[str], only: Iterable[str], root: Path, report: Report
) -> dict[str, dict[str, Translation]]:
    """The texts of every module in every language asked for: language -> module id -> texts."""
    chosen = set(only)
    modules = [m for m in sources.all() if not chosen or m.id in chosen]
    return {code: {m.id: _translation(m, code, root, report) for m in modules} for code in codes}


def _translation(module: ModuleSource, code: str, root: Path, report: Report) -> Translation:
    if code == SOURCE_LANGUAGE:
        return Translation()
    po = read_po(module.folder / f"{code}.po", root, report)
    if po is None:
        return Translation(code)
    glossary = glossary_of(root, code)
    # A text that stands in several places is reported at its first.
    for message in {m.message: m for m in reversed(list(module_messages(module)))}.values():
        _check(po, message, code, glossary, report)

    def block(message: str) -> str:
        entry = po.entries.get(message)
        return entry.string if entry and entry.string else message

    return Translation(code, block)


def _check(
    po: PoFile, message: Message, code: str, glossary: Sequence[Term], report: Report
) -> None:
    entry = po.entries.get(message.message)
    if entry is None:
        report.add(
            po.file.place(1),
            f"no entry for {message.place}: {_short(message.message)}",
            "run `coursekit i18n update`, then translate it",
        )
    elif not entry.string:
        report.add(
            po.file.place(entry.line),
            f"no translation of {message.place}: {_short(message.message)}",
            "write it into msgstr",
        )
    elif entry.fuzzy:
        report.add(
            po.file.place(entry.line),
            f"the English at {message.place} has changed: {_short(message.message)}",
            "correct the translation, then delete the word fuzzy above it",
        )
    else:
        _check_content(po, entry, code, glossary, report)


def _check_content(
    po: PoFile, entry: Entry, code: str, glossary: Sequence[Term], report: Report
) -> None:
    faults = [
        *text_faults(entry.message, entry.string, code),
        *term_faults(entry.message, entry.string, glossary, entry.comments),
    ]
    for wrong, todo in faults:
        report.add(po.file.place(entry.line), f"{wrong} (in {_short(entry.string, 40)})", todo)


def _short(message: str, width: int = 60) -> str:
    line = " ".join(message.split(" "))
    return repr(line if len(line) <= width else line[: width - 1] + "…")
