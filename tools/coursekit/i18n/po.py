"""PO files through Babel, with the line of every entry."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.build.problems import Place, Report
from coursekit.build.source import SourceFile

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog


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
    """A PO file as read; one that does not exist has no entries."""

    file: SourceFile
    entries: dict[str, Entry]

    def place(self, line: int) -> Place:
        """A line of the file."""
        return self.file.place(line)


def read_po(path: Path, root: Path, report: Report) -> PoFile:
    """Read a PO file; what Babel cannot read is reported."""
    name = path.relative_to(root).as_posix()
    if not path.is_file():
        return PoFile(SourceFile(name, ()), {})
    file = SourceFile.read(path, root)
    catalog = load_catalog(path, file, report)
    entries = {}
    for found in catalog or ():
        if found.id and isinstance(found.id, str):
            string = found.string if isinstance(found.string, str) else ""
            comments = tuple(found.user_comments)
            entries[found.id] = Entry(found.id, string, found.fuzzy, found.lineno or 1, comments)
    return PoFile(file, entries)


def load_catalog(path: Path, file: SourceFile, report: Report) -> Catalog | None:
    """The file as a Babel catalogue, or None with the error reported at its line."""
    from babel.messages import pofile

    try:
        with path.open("rb") as stream:
            return pofile.read_po(stream, locale=None, abort_invalid=True)
    except (pofile.PoFileError, ValueError, SyntaxError) as error:
        line = getattr(error, "lineno", 0) or 0
        report.add(file.place(line + 1), f"this PO file is damaged: {error}", "mend the entry")
        return None
