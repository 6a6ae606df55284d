"""Participants whose files hold nothing that is opened: they get a row, too.

A folder with a picture or an archive of another program is passed over when it lies beside work.
Where it is a participant's own, passing over would lose the participant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from coursekit.grading.codes import is_structure
from coursekit.grading.found import Refused
from coursekit.grading.names import is_zip, moodle_number
from coursekit.grading.notes import note
from coursekit.grading.place import Place

_ARCHIVES = frozenset({".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zipx"})
# Endings that a row may name; "Anna.Maria" is not one.
_TOLD = ".csv .doc .docx .gif .heic .htm .html .jpeg .jpg .ods .odt .pages .pdf .png .py .rtf .txt"
_ENDINGS = _ARCHIVES | frozenset([*_TOLD.split(), ".mp4", ".webp", ".xls", ".xlsx"])
_KINDS = 5  # endings that a row names


def lost(place: Place, used: Sequence[str], others: Iterable[str]) -> Iterator[Refused]:
    """A row for each participant who has only other files.

    A participant is known by a number of Moodle, else by a folder at the top of what the trainer
    named, beside folders or zips with work. Packed files at the top count as well.

    Args:
        place: of the folder or zip.
        used: names in it that have become a row or will: zips, work, refused files.
        others: names of all other files.
    """
    known = {_owner(place, name)[0] for name in used}
    is_collection = any(_is_somebodys(place, name) for name in used)
    found: dict[str, tuple[str, list[str]]] = {}
    for name in others:
        owner, folder = _owner(place, name)
        if owner and owner not in known and (is_collection or folder != owner):
            found.setdefault(owner, (folder, []))[1].append(name)
    for folder, names in sorted(found.values()):
        here = place.folder(folder)
        endings = {PurePosixPath(name).suffix.lower() for name in names}
        kinds = sorted(ending if ending in _ENDINGS else "…" for ending in endings)
        yield Refused(here.shown, here.number, note("no-work", kinds=", ".join(kinds[:_KINDS])))


def _owner(place: Place, name: str) -> tuple[str, str]:
    """Whose a file is, and the folder (or packed file) that is theirs; both "" when nobody's."""
    parts = PurePosixPath(name).parts
    for count, part in enumerate(parts[:-1], 1):
        if number := moodle_number(part):
            return f"#{number}", "/".join(parts[:count])
    if place.depth or is_structure(parts[0]) or parts[0] in place.codes.modules:
        return "", ""
    is_theirs = len(parts) > 1 or PurePosixPath(name).suffix.lower() in _ARCHIVES
    return (parts[0], parts[0]) if is_theirs else ("", "")


def _is_somebodys(place: Place, name: str) -> bool:
    """Whether work lies in a folder or zip of its own, as in a collection."""
    owner, folder = _owner(place, name)
    return bool(owner or folder) or (not place.depth and "/" not in name and is_zip(name))
