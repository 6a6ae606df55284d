"""The course: its modules with ids, titles and order, as `modules/source` tells them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coursekit.build.problems import Report
from coursekit.build.source import SourceFile
from coursekit.build.toml_text import TomlText, parse
from coursekit.errors import KitError

SOURCE = Path("modules") / "source"
HOME = "home"
MODULE_ID = re.compile(r"^m\d\d_[a-z0-9_]+$")


@dataclass(frozen=True)
class Module:
    """One module: what `module.toml` says. Texts are in English, as written.

    Attributes:
        id: name of its folder, such as ``m00_welcome``; equal in every tree and language.
        folder: where its source is.
        title: heading in the list of modules.
        minutes: time a participant needs for the lesson.
        order: place in the course, unique.
        summary: one or two sentences.
        needs: what a participant needs beforehand.
        outcomes: what a participant can do afterwards.
        toml: the file's data with the line of each value.
    """

    id: str
    folder: Path
    title: str
    minutes: int
    order: int
    summary: str
    needs: tuple[str, ...]
    outcomes: tuple[str, ...]
    toml: TomlText


@dataclass(frozen=True)
class Course:
    """All modules in the order of the course; ``home`` is the folder of the home page, if any."""

    root: Path
    modules: tuple[Module, ...]
    home: Path | None


def course_root(root: Path | None = None) -> Path:
    """The folder that holds ``modules/source``: the given one, or the checkout.

    Raises:
        KitError: there is no such folder.
    """
    from borderlab.paths import checkout

    found = root or checkout()
    if found is None or not (found / SOURCE).is_dir():
        raise KitError(
            f"there is no {SOURCE.as_posix()} in {found or 'this installation'}; "
            "run this in a checkout of the kit, or name one with --root"
        )
    return found.resolve()


def load_course(root: Path | None = None, report: Report | None = None) -> Course:
    """Read every `module.toml`.

    Args:
        root: the course's folder; the checkout by default.
        report: takes the problems. Without it they are raised.

    Raises:
        KitError: no course there; or, without ``report``, a faulty `module.toml`.
    """
    base = course_root(root)
    own = report or Report()
    found = [
        _module(folder, base, own)
        for folder in sorted((base / SOURCE).iterdir())
        if folder.is_dir() and folder.name != HOME and not folder.name.startswith((".", "_"))
    ]
    modules = sorted((m for m in found if m), key=lambda module: (module.order, module.id))
    _unique_order(modules, own)
    if report is None:
        own.stop_if_any()
    home = base / SOURCE / HOME
    return Course(base, tuple(modules), home if home.is_dir() else None)


def _module(folder: Path, root: Path, report: Report) -> Module | None:
    path = folder / "module.toml"
    if not path.is_file():
        place = SourceFile((folder.relative_to(root) / "module.toml").as_posix(), ()).place(1)
        report.add(place, "there is no module.toml", "run `coursekit new module`, or add one")
        return None
    file = SourceFile.read(path, root)
    toml = parse(file.text, lambda line: file.place(line + 1), report)
    if toml is None:
        return None
    before = len(report.problems)
    _check_fields(toml, folder.name, report)
    if len(report.problems) > before:
        return None
    data = toml.data
    return Module(
        id=data["id"],
        folder=folder,
        title=data["title"],
        minutes=data["minutes"],
        order=data["order"],
        summary=data["summary"],
        needs=tuple(data["needs"]),
        outcomes=tuple(data["outcomes"]),
        toml=toml,
    )


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


_FIELDS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "id": (_is_text, "the name of the folder"),
    "title": (_is_text, "a text in quotes"),
    "minutes": (_is_count, "a whole number"),
    "order": (_is_count, "a whole number, the place in the course"),
    "summary": (_is_text, "a text in quotes"),
    "needs": (_are_texts, 'a list of texts, such as ["A browser."]'),
    "outcomes": (_are_texts, "a list of texts"),
}


def _check_fields(toml: TomlText, name: str, report: Report) -> None:
    for field, (fits, says) in _FIELDS.items():
        if field not in toml.data:
            report.add(toml.place(), f"no {field} here", f"write {field} = {says}")
        elif not fits(toml.data[field]):
            report.add(toml.place(field), f"{field} is not what it should be", f"write {says}")
    for field in toml.data.keys() - _FIELDS.keys():
        report.add(
            toml.place(field), f"unknown field {field!r}", f"known here: {', '.join(_FIELDS)}"
        )
    if not MODULE_ID.match(name):
        report.add(
            toml.place("id"), f"folder {name!r} is no module name", "name it like m05_permits"
        )
    elif toml.data.get("id") != name:
        report.add(toml.place("id"), "id and folder differ", f'write id = "{name}"')


def _unique_order(modules: list[Module], report: Report) -> None:
    for one, other in itertools.pairwise(modules):
        if one.order == other.order:
            report.add(
                other.toml.place("order"),
                f"{one.id} has the same order",
                "give each module its own place",
            )
