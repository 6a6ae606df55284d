"""How far each translation is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from coursekit.build.compose import read_sources
from coursekit.build.problems import Report
from coursekit.course import load_course
from coursekit.i18n.catalog import Wanted, read_catalog
from coursekit.i18n.languages import translated
from coursekit.i18n.modules import module_wanted
from coursekit.i18n.packages import rooms


@dataclass(frozen=True)
class Progress:
    """Counts of the messages of one module or room in one language."""

    title: str
    language: str
    translated: int
    fuzzy: int
    missing: int


def status(root: Path | None = None) -> Iterator[Progress]:
    """The progress of every module, then of every room of the packages.

    Raises:
        KitError: a source or a PO file cannot be read.
    """
    report = Report()
    course = load_course(root, report)
    report.stop_if_any()
    for module in read_sources(course, Report()).all():
        wanted = module_wanted(module)
        for language in translated(course.root):
            yield _count(module.id, language, module.folder / f"{language}.po", wanted)
    for room in rooms(root):
        for language in translated(root):
            yield _count(room.title, language, room.po(language), room.wanted)


def _count(title: str, language: str, path: Path, wanted: Iterable[Wanted]) -> Progress:
    catalog = read_catalog(path)
    counts = {"translated": 0, "fuzzy": 0, "missing": 0}
    for one in wanted:
        found = catalog.get(one.message) if catalog else None
        strings = (found.string if found else "") or ""
        whole = bool(strings) if isinstance(strings, str) else all(strings)
        state = "missing" if found is None or not whole else "translated"
        counts["fuzzy" if found and found.fuzzy else state] += 1
    return Progress(title, language, **counts)
