"""Messages in the code of the packages: one catalogue per room and language."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tokenize import TokenError

from coursekit.errors import KitError
from coursekit.i18n.catalog import Wanted
from coursekit.i18n.languages import packages

# Small packages with one catalogue for all their files: package -> its room.
_WHOLE = {"starter": "start"}
_KEYWORDS = {"_": None, "gettext": None, "N_": None, "ngettext": (1, 2)}


@dataclass(frozen=True)
class Room:
    """A sub-package, or a module, of a package, with the messages of its code."""

    package: Path
    name: str
    wanted: tuple[Wanted, ...]

    @property
    def title(self) -> str:
        """How reports name it."""
        return f"{self.package.name}/{self.name}"

    def po(self, language: str) -> Path:
        """Its PO file."""
        return catalogue_folder(self.package, language) / f"{self.name}.po"


def catalogue_folder(package: Path, language: str) -> Path:
    """Where a package keeps the catalogues of a language."""
    return package / "locale" / language / "LC_MESSAGES"


def rooms(root: Path | None = None) -> Iterator[Room]:
    """All rooms that have messages, in alphabetical order."""
    for package in packages(root):
        found: dict[str, dict[str, Wanted]] = {}
        named = {path.stem for path in package.glob("locale/*/LC_MESSAGES/*.po")}
        for path in sorted(package.glob("**/*.py")):
            room = room_of(path, package, named)
            for wanted in messages_of(path, package.parent.parent):
                _add(found.setdefault(room, {}), wanted)
        for room in sorted(found):
            yield Room(package, room, tuple(found[room].values()))


def room_of(path: Path, package: Path, named: Container[str]) -> str:
    """The room whose catalogue holds a file's messages.

    It is the sub-package, unless a catalogue is ``named`` after the file or its first word:
    ``home.po`` holds the messages of ``widgets/home.py`` and ``widgets/home_seat.py``.
    """
    if package.name in _WHOLE:
        return _WHOLE[package.name]
    for name in (path.stem, path.stem.split("_")[0]):
        if name in named:
            return name
    return path.relative_to(package).parts[0].removesuffix(".py")


def messages_of(path: Path, base: Path) -> Iterator[Wanted]:
    """The messages marked in one file with ``_``, ``gettext``, ``N_`` and ``ngettext``."""
    from babel.messages.extract import extract

    location = path.relative_to(base).as_posix()
    with path.open("rb") as stream:
        options = {"encoding": "utf-8"}
        try:
            found = list(extract("python", stream, _KEYWORDS, ("Translators:",), options))
        except (SyntaxError, TokenError) as error:
            raise KitError(f"{path} is not valid Python: {error}") from error
    for line, message, comments, _context in found:
        one, many = message if isinstance(message, tuple) else (message, "")
        if one:
            yield Wanted(one, many or "", tuple(comments), ((location, line),))


def _add(found: dict[str, Wanted], wanted: Wanted) -> None:
    """Take in a message; the same one again adds its place."""
    known = found.get(wanted.message)
    if known is None:
        found[wanted.message] = wanted
        return
    found[wanted.message] = replace(
        known,
        plural=known.plural or wanted.plural,
        notes=tuple(dict.fromkeys(known.notes + wanted.notes)),
        locations=known.locations + wanted.locations,
    )
