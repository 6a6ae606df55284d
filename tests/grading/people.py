"""Made-up participants and what they hand in."""

from __future__ import annotations

import datetime as dt
import io
import json
import random
import shutil
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import borderlab
from borderlab.answers.bundle import make_bundle
from borderlab.answers.codec import encode
from borderlab.answers.records import Answers, Record
from borderlab.answers.seat import ALPHABET

MADE = dt.datetime(2026, 11, 21, 12, 0, tzinfo=dt.UTC)
MOMENT = "2026-11-21T11:30:00Z"


def seat(number: int) -> str:
    """A valid seat code, always the same for a number."""
    dice = random.Random(number)  # noqa: S311  (test data)
    body = [dice.choice(ALPHABET) for _ in range(7)]
    for last in ALPHABET:
        signs = [*body, last]
        if sum(n * ALPHABET.index(sign) for n, sign in enumerate(signs, 1)) % len(ALPHABET) == 0:
            break
    return "".join([*signs[:4], "-", *signs[4:]])


def saved(
    found: Mapping[str, Any], module: str, language: str = "en", seed: int | None = 7
) -> bytes:
    """A file of answers with these values."""
    records = {q: Record(v, MOMENT, MOMENT, 1) for q, v in sorted(found.items())}
    return encode(Answers(module, "exercise", language, borderlab.__version__, seed, records))


def seed_of(folder: Path) -> int:
    """The number for random draws of the participant whose exercise lies here."""
    return zlib.crc32("/".join(folder.parts[-3:]).encode()) & 0x7FFFFFFF


def exercise(
    folder: Path,
    course: Path,
    module: str,
    found: Mapping[str, Any] | None,
    language: str = "en",
    seed: int | None = None,
) -> Path:
    """A participant's exercise folder with these answers; None: without a file of answers."""
    source = course / "exercises" / language / module
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns(".*"), dirs_exist_ok=True)
    if found is not None:
        (folder / "answers.json").write_bytes(
            saved(found, module, language, seed or seed_of(folder))
        )
    return folder


def bundle(
    out: Path,
    course: Path,
    module: str,
    number: int,
    found: Mapping[str, Any],
    language: str = "en",
    minutes: int = 0,
) -> Path:
    """A hand-in file made ``minutes`` after noon."""
    work = out / ".work" / str(number) / module
    exercise(work, course, module, found, language)
    now = MADE + dt.timedelta(minutes=minutes)
    path = make_bundle([work], out, seat(number), language, "0.1.0", now=now)
    shutil.rmtree(out / ".work")
    return path


def fill(path: Path, grade_id: str, text: str) -> None:
    """Type into an answer cell of a notebook."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == grade_id:
            cell["source"] = text
    path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """A zip with these files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()
