"""Lay the PO files over the source; what is missing or in doubt is reported."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from coursekit.build.compose import Sources
from coursekit.build.part import ModuleSource
from coursekit.build.problems import Place, Report
from coursekit.build.translation import SOURCE_LANGUAGE, Translation
from coursekit.i18n.po import PoFile, read_po


def translations_for(
    sources: Sources, codes: Iterable[str], only: Iterable[str], root: Path, report: Report
) -> dict[str, dict[str, Translation]]:
    """The texts of every module in every language asked for."""
    chosen = set(only)
    modules = [m for m in sources.all() if not chosen or m.id in chosen]
    return {code: {m.id: _translation(m, code, root, report) for m in modules} for code in codes}


def _translation(module: ModuleSource, code: str, root: Path, report: Report) -> Translation:
    if code == SOURCE_LANGUAGE:
        return Translation()
    po = read_po(module.folder / f"{code}.po", root, report)
    return Translation(code, lambda message, place: _look_up(po, message, place, report))


def _look_up(po: PoFile, message: str, place: Place, report: Report) -> str:
    entry = po.entries.get(message)
    if entry is None or not entry.string:
        where = po.place(entry.line) if entry else po.place(1)
        report.add(
            where,
            f"no translation of {place}: {_short(message)}",
            "translate it" if entry else "run `coursekit i18n update`, then translate it",
        )
        return message
    if entry.fuzzy:
        report.add(
            po.place(entry.line),
            f"the English text at {place} has changed: {_short(message)}",
            "correct the translation, then take the word fuzzy away",
        )
        return message
    return entry.string


def _short(message: str, width: int = 60) -> str:
    line = " ".join(message.split())
    return repr(line if len(line) <= width else line[: width - 1] + "…")
