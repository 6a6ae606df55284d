"""Moodle's download without folders: the folder's name stands before the name of each file.

Where "Download submissions in folders" is switched off, everybody's files lie side by side as
``<Full name>_<N>_assignsubmission_file_<file>``. They are read as if each lay in its folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from coursekit.grading.archive import Tree
from coursekit.grading.notes import Note

_FLAT = re.compile(
    r"(?P<folder>(?:.*/)?[^/]*_\d{1,12}_assignsubmission_(?:file|onlinetext))_(?P<file>[^/]+)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Unfolded:
    """A tree in which some files have got a folder; see `Tree`."""

    tree: Tree
    real: Mapping[str, str]  # name here -> name there
    names: tuple[str, ...]
    refused: Mapping[str, Note]

    def read(self, name: str, limit: int) -> bytes:
        """See `Tree.read`."""
        return self.tree.read(self.real[name], limit)

    def modified(self, name: str) -> datetime:
        """See `Tree.modified`."""
        return self.tree.modified(self.real[name])


def unfolded(tree: Tree) -> Tree:
    """The tree with a folder for each participant; the same tree where there are folders."""
    if not any(map(_flat, (*tree.names, *tree.refused))):
        return tree
    real = _placed(tree.names)
    refused = {name: tree.refused[there] for name, there in _placed(tree.refused).items()}
    return Unfolded(tree, real, tuple(sorted(real)), refused)


def _flat(name: str) -> re.Match[str] | None:
    return _FLAT.fullmatch(name) if "_assignsubmission_" in name else None


def _placed(names: Iterable[str]) -> dict[str, str]:
    """Name with its folder -> name; where that name is there already, the file stays flat."""
    known = set(names)
    found = {}
    for name in sorted(known):
        flat = _flat(name)
        placed = f"{flat['folder']}/{flat['file']}" if flat else name
        found[name if flat and placed in known else placed] = name
    return found
