"""A tiny invented course that a test writes, breaks and builds."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coursekit.build.problems import BuildError
from coursekit.build.run import Outcome, build

MODULE = """\
id = "m01_x"
order = 1
title = "Title"
summary = "Summary."
minutes = 5
needs = []
outcomes = []
"""
LESSON = """\
# %% [markdown] key="start"
# # Start
#
# The first paragraph of the lesson tells what will happen.
#
# The second paragraph stays as it is.
"""
CHOICE = """\
# %% [raw] question="q1"
# kind = "choice"
# prompt = "Which?"
# [[options]]
# id = "a"
# text = "This"
# correct = true
# [[options]]
# id = "b"
# text = "That"
"""


@dataclass
class TinyCourse:
    """A course of one module below ``root``."""

    root: Path

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True)
        self.write(module=MODULE, lesson=LESSON)

    @property
    def folder(self) -> Path:
        return self.root / "modules" / "source" / "m01_x"

    def write(self, module: str = "", lesson: str = "", exercise: str = "") -> None:
        for name, text in {
            "module.toml": module,
            "lesson.py": lesson,
            "exercise.py": exercise,
        }.items():
            if text:
                (self.folder / name).write_text(text, encoding="utf-8")

    def build(self, *languages: str, **more: Any) -> Outcome:
        return build(self.root, languages or ("en",), **more)

    def problems(self, *languages: str, **more: Any) -> list[str]:
        """``file:line: what is wrong`` of every problem, without the module's folder."""
        try:
            self.build(*languages, **more)
        except BuildError as error:
            return [f"{Path(p.place.file).name}:{p.place.line}: {p.wrong}" for p in error.problems]
        return []

    def json(self, path: str) -> Any:
        return json.loads((self.root / path).read_text(encoding="utf-8"))

    def files(self) -> dict[str, bytes]:
        found = (path for path in self.root.glob("**/*") if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in found}
