"""Copies of the course in a run, and the checksums by which a changed one is found out."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import borderlab
from coursekit.errors import KitError
from coursekit.grading.files import write
from coursekit.grading.headings import headings
from coursekit.grading.text import _

PINNED = ("source", "release", "keys")


def pin(folder: Path, root: Path, modules: Sequence[str], languages: Sequence[str]) -> None:
    """Copy today's solutions, releases, keys and headings of a course into a run.

    Raises:
        KitError: a part is missing.
    """
    for module in modules:
        _copy(root / "solutions" / "en" / module, folder / "source" / module)
        for code in languages:
            _copy(root / "exercises" / code / module, folder / "release" / code / module)
            key = f"{module}.key.json"
            _copy(root / "solutions" / code / key, folder / "keys" / code / key)
            lesson = headings(root / "modules" / code / module / "lesson.ipynb")
            text = json.dumps(lesson, ensure_ascii=False, indent=1, sort_keys=True)
            write(folder / "keys" / code / f"{module}.headings.json", text + "\n")


def settings_text(
    folder: Path, modules: Sequence[str], languages: Sequence[str], after: str
) -> str:
    """The content of ``run.toml``, with a checksum of every pinned file in ``folder``."""
    files = sorted(p for step in PINNED for p in (folder / step).rglob("*") if p.is_file())
    lines = [
        "# Made by coursekit. The files below are pinned: do not edit them.",
        f"kit = {json.dumps(borderlab.__version__)}",
        f"created = {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        f"languages = {json.dumps(list(languages))}",
        f"assignments = {json.dumps(list(modules))}",
        *([f"after = {json.dumps(after)}"] if after else []),
        "",
        "[files]  # sha256",
        *(
            f"{json.dumps(p.relative_to(folder).as_posix())} = {json.dumps(sha256(p))}"
            for p in files
        ),
    ]
    return "\n".join(lines) + "\n"


def _copy(source: Path, target: Path) -> None:
    if not source.exists():
        raise KitError(_("{path} is missing. Run: coursekit build").format(path=source))
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        ignored = shutil.ignore_patterns(".ipynb_checkpoints", "__pycache__", "answers.json")
        shutil.copytree(source, target, ignore=ignored)
    else:
        shutil.copyfile(source, target)


def sha256(path: Path) -> str:
    """The checksum of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
