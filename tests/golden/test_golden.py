"""The builder makes exactly the files in ``expected`` from the invented course in ``source``."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import borderlab
from coursekit.build.run import build

HERE = Path(__file__).parent
CASES = {"minimal_lesson": ["en"], "every_kind": ["en"], "translated": ["en", "fr", "es"]}


def files_below(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.glob("**/*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize("case", CASES)
def test_the_build_gives_the_expected_files(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, update_golden: bool
) -> None:
    monkeypatch.setattr(borderlab, "__version__", "0")
    root = tmp_path / "course"
    shutil.copytree(HERE / case / "source", root)
    before = files_below(root)
    build(root, CASES[case])
    made = {name: data for name, data in files_below(root).items() if name not in before}
    expected = HERE / case / "expected"
    if update_golden:
        shutil.rmtree(expected, ignore_errors=True)
        for name, data in made.items():
            (expected / name).parent.mkdir(parents=True, exist_ok=True)
            (expected / name).write_bytes(data)
    wanted = files_below(expected)
    assert sorted(made) == sorted(wanted)
    for name, data in made.items():
        assert data.decode() == wanted[name].decode(), name


def test_every_case_is_listed() -> None:
    folders = {path.name for path in HERE.iterdir() if (path / "source").is_dir()}
    assert folders == set(CASES)
