"""PO files of modules through Babel, with the line of every entry."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coursekit.build.problems import Report
from coursekit.build.source import SourceFile
from coursekit.i18n.catalog import PoError, parse_catalog


@dataclass(frozen=True)
class Entry:
    """One message and its translation; ``line`` is where it stands in the PO file."""

    message: str
    string: str
    fuzzy: bool
    line: int
    comments: tuple[str, ...]


@dataclass(frozen=True)
class PoFile:
    """A PO file as read, by message."""

    file: SourceFile
    entries: dict[str, Entry]


def read_po(path: Path, root: Path, report: Report) -> PoFile | None:
    """Read a PO file; None, with the reason reported, when there is none or it is damaged."""
    name = path.relative_to(root).as_posix()
    if not path.is_file():
        missing = SourceFile(name, ()).place(1)
        report.add(missing, "there is no such file", "run `coursekit i18n update`, then translate")
        return None
    file = SourceFile.read(path, root)
    try:
        catalog = parse_catalog(path.read_bytes())
    except PoError as error:
        report.add(file.place(error.line), str(error), "mend the entry")
        return None
    entries = {}
    for found in catalog:
        if found.id and isinstance(found.id, str):
            string = found.string if isinstance(found.string, str) else ""
            comments = tuple(found.user_comments)
            line = first_words(file, found.lineno or 1)
            entries[found.id] = Entry(found.id, string, found.fuzzy, line, comments)
    return PoFile(file, entries)


def first_words(file: SourceFile, line: int) -> int:
    """The line of an entry that can be recognised: a long message begins below its `msgid ""`."""
    empty = line < len(file.lines) and file.lines[line - 1].strip() == 'msgid ""'
    return line + 1 if empty else line
