"""Bring PO files up to date with the source, and MO files with the PO files."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from coursekit.build.compose import read_sources
from coursekit.build.problems import Report
from coursekit.course import SOURCE, course_root, load_course
from coursekit.i18n.catalog import (
    mo_bytes,
    po_bytes,
    read_catalog,
    remember,
    updated,
    write_if_changed,
)
from coursekit.i18n.languages import packages, translated
from coursekit.i18n.modules import module_wanted
from coursekit.i18n.packages import Room, catalogue_folder, rooms


def update(root: Path | None = None, only: Collection[str] | None = None) -> list[Path]:
    """Update the PO files of all modules and packages, in every language.

    Args:
        root: the course's folder.
        only: names of rooms and modules; the others stay as they are.

    Returns:
        The files that changed.

    Raises:
        KitError: a source or a PO file cannot be read.
    """
    return [*update_modules(root, only), *update_packages(root, only)]


def update_modules(root: Path | None = None, only: Collection[str] | None = None) -> Iterator[Path]:
    """Update ``modules/source/*/<language>.po``.

    Where ``only`` names no module, none is read: a module that is half written does not keep
    anybody from translating the packages.
    """
    if only and not any((course_root(root) / SOURCE / name).is_dir() for name in only):
        return
    report = Report()
    course = load_course(root, report)
    report.stop_if_any()
    sources = read_sources(course, Report())
    for module in sources.all():
        if only and module.id not in only:
            continue
        wanted = module_wanted(module)
        for language in translated(course.root):
            path = module.folder / f"{language}.po"
            catalog = updated(read_catalog(path), wanted, language, f"Translation of {module.id}")
            if write_if_changed(path, po_bytes(catalog, lines=True)):
                yield path


def update_packages(
    root: Path | None = None, only: Collection[str] | None = None
) -> Iterator[Path]:
    """Update ``tools/*/locale/<language>/LC_MESSAGES/<room>.po``."""
    found = list(rooms(root))
    for language in translated(root):
        memory = _memory(found, language)
        for room in found:
            if only and room.name not in only:
                continue
            path = room.po(language)
            title = f"Translation of {room.title}"
            catalog = updated(read_catalog(path), room.wanted, language, title)
            remember(catalog, memory)
            if write_if_changed(path, po_bytes(catalog, lines=False)):
                yield path


def _memory(found: list[Room], language: str) -> dict[str, str]:
    """What any room has translated already: code that moves keeps its translations."""
    memory: dict[str, str] = {}
    for package in sorted({room.package for room in found}):
        for path in sorted(catalogue_folder(package, language).glob("*.po")):
            for message in read_catalog(path) or ():
                one, found_there = message.id, message.string
                finished = isinstance(one, str) and not message.fuzzy
                if finished and isinstance(found_there, str) and found_there:
                    memory.setdefault(str(one), found_there)
    return memory


def compiled(root: Path | None = None) -> Iterator[tuple[Path, bytes]]:
    """Every MO file of the packages with the bytes it should have."""
    for package in packages(root):
        for path in sorted((package / "locale").glob("*/LC_MESSAGES/*.po")):
            catalog = read_catalog(path)
            if catalog is not None:
                yield path.with_suffix(".mo"), mo_bytes(catalog)


def compile_all(root: Path | None = None, only: Collection[str] | None = None) -> list[Path]:
    """Write the MO files that are not up to date, and give their paths."""
    return [
        path
        for path, content in compiled(root)
        if (not only or path.stem in only) and write_if_changed(path, content)
    ]
