"""Whether the packages' catalogues are whole, and compiled as they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from coursekit.build.problems import Place, Report
from coursekit.build.source import SourceFile
from coursekit.i18n.catalog import read_catalog
from coursekit.i18n.entry_checks import message_faults
from coursekit.i18n.languages import translated
from coursekit.i18n.packages import Room, rooms
from coursekit.i18n.po import first_words
from coursekit.i18n.update import compiled


def check_packages(root: Path | None, report: Report) -> None:
    """Report missing, doubtful and faulty entries, and MO files that are not up to date."""
    for room in rooms(root):
        for language in translated(root):
            _check_room(room, language, report)
    for path, content in compiled(root):
        if not path.is_file() or path.read_bytes() != content:
            place = Place(path.relative_to(path.parents[5]).as_posix(), 1)
            report.add(place, "not compiled from its PO file", "run `coursekit i18n compile`")


def _check_room(room: Room, language: str, report: Report) -> None:
    path, base = room.po(language), room.package.parent.parent
    name = path.relative_to(base).as_posix()
    catalog = read_catalog(path)
    if catalog is None:
        report.add(Place(name, 1), "there is no such file", "run `coursekit i18n update`")
        return
    file = SourceFile.read(path, base)
    for wanted in room.wanted:
        entry = catalog.get(wanted.message)
        where = f"{wanted.locations[0][0]}:{wanted.locations[0][1]}"
        if entry is None:
            report.add(
                file.place(1),
                f"no entry for {wanted.message!r} of {where}",
                "run `coursekit i18n update`, then translate it",
            )
            continue
        place = file.place(first_words(file, entry.lineno or 1))
        strings = list(_strings(entry.string))
        if not strings or not all(strings):
            report.add(place, f"no translation of {wanted.message!r}", "write it into msgstr")
        elif entry.fuzzy:
            report.add(place, f"the English of {where} has changed", "correct, delete fuzzy")
        else:
            for wrong, todo in message_faults(
                wanted.plural or wanted.message, strings[-1], language
            ):
                report.add(place, wrong, todo)


def _strings(found: object) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, list | tuple):
        yield from (str(string or "") for string in found)
