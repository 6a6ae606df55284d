"""Every file that the course serves, as bytes: the list of what a build makes, in one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import borderlab
from coursekit.build import draft
from coursekit.build.checks import check_module
from coursekit.build.course_index import course_index
from coursekit.build.encode import json_bytes, notebook_bytes
from coursekit.build.part import EXERCISE, LESSON, ModuleSource, Part, read_home, read_module
from coursekit.build.problems import Report
from coursekit.build.question_files import key_file, questions_file
from coursekit.build.release import release
from coursekit.build.steps import STEPS
from coursekit.build.translation import Translation
from coursekit.course import Course

# Path below the course's root -> content.
Files = dict[PurePosixPath, bytes]


@dataclass(frozen=True)
class Sources:
    """The whole course as read: modules in course order, and the home page."""

    modules: tuple[ModuleSource, ...]
    home: ModuleSource | None

    def all(self) -> tuple[ModuleSource, ...]:
        """Modules and home page."""
        return (*self.modules, self.home) if self.home else self.modules


def read_sources(course: Course, report: Report, only: Iterable[str] = ()) -> Sources:
    """Read and check all modules; problems of modules that are not in ``only`` stay silent."""
    chosen = set(only)

    def into(name: str) -> Report:
        return report if not chosen or name in chosen else Report()

    modules = []
    for info in course.modules:
        own = into(info.id)
        module = read_module(info, course.root, own)
        check_module(module, own)
        modules.append(module)
    home = None
    if course.home:
        home = read_home(course.home, course.root, into("home"))
        check_module(home, into("home"))
    return Sources(tuple(modules), home)


def compose(
    course: Course, sources: Sources, translations: dict[str, dict[str, Translation]]
) -> Files:
    """All files of the course.

    Args:
        course: the course.
        sources: what `read_sources` gave.
        translations: language -> module id -> its texts; only these are made.
    """
    files: Files = {}
    for language, texts in translations.items():
        for module in sources.all():
            if module.id in texts:
                files |= dict(_module_files(module, language, texts[module.id]))
        if all(module.id in texts for module in sources.all()):
            index = course_index(course, sources.modules, language, texts)
            files[PurePosixPath("modules", language, "course.json")] = json_bytes(index)
    return files


def build_notebook(edition: draft.Edition) -> dict[str, Any]:
    """Take a part through all steps."""
    notebook = draft.begin(edition.part)
    for step in STEPS:
        notebook = step(notebook, edition)
    return draft.finish(notebook, edition)


def _module_files(
    module: ModuleSource, language: str, texts: Translation
) -> Iterator[tuple[PurePosixPath, bytes]]:
    for part in module.parts:
        edition = draft.Edition(module, part, texts, borderlab.__version__)
        if part.name == EXERCISE:
            yield from _exercise_files(edition, language)
        elif part.name == LESSON:
            yield from _lesson_files(edition, language)
        else:
            notebook = notebook_bytes(build_notebook(edition))
            yield PurePosixPath("modules", language, f"{part.name}.ipynb"), notebook
            yield from _shipped(module, part, PurePosixPath("modules", language))


def _lesson_files(edition: draft.Edition, language: str) -> Iterator[tuple[PurePosixPath, bytes]]:
    folder = PurePosixPath("modules", language, edition.module.id)
    yield folder / "lesson.ipynb", notebook_bytes(build_notebook(edition))
    yield folder / "questions.json", json_bytes(questions_file(edition))
    yield from _shipped(edition.module, edition.part, folder)


def _exercise_files(edition: draft.Edition, language: str) -> Iterator[tuple[PurePosixPath, bytes]]:
    name = edition.module.id
    source = build_notebook(edition)
    notebooks = {"solutions": source, "exercises": release(source)}
    for tree, notebook in notebooks.items():
        folder = PurePosixPath(tree, language, name)
        yield folder / f"{name}.ipynb", notebook_bytes(notebook)
        yield folder / "questions.json", json_bytes(questions_file(edition))
        yield from _shipped(edition.module, edition.part, folder)
    yield PurePosixPath("solutions", language, f"{name}.key.json"), json_bytes(key_file(edition))


def _shipped(
    module: ModuleSource, part: Part, folder: PurePosixPath
) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The module's own files that this part mentions."""
    for path in sorted(files_of(module.folder)):
        name = path.relative_to(module.folder).as_posix()
        if any(name in cell.source.text for cell in part.cells):
            yield folder / name, path.read_bytes()


def files_of(folder: Path) -> Iterator[Path]:
    """What a module ships: everything in its folder ``files``."""
    return (path for path in (folder / "files").glob("**/*") if path.is_file())
