"""When the kit's environment is ready, topped up, made anew or refused. No network is used."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from starter import environment, files, pip
from starter.kit import Kit
from starter.texts import StartError


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The levels that would have been installed, in place of pip."""
    levels: list[str] = []
    monkeypatch.setattr(pip, "install", lambda _python, lock, _log: levels.append(Path(lock).stem))
    return levels


@pytest.fixture
def made(kit: Kit) -> Kit:
    """An environment that runs, made quickly and without pip."""
    command = [sys.executable, "-m", "venv", "--without-pip", str(kit.venv)]
    subprocess.run(command, check=True)
    return kit


def pretend(monkeypatch: pytest.MonkeyPatch, *state: str) -> None:
    monkeypatch.setattr(environment, "probe", lambda _python: state or None)


def stamp(kit: Kit, level: str) -> None:
    lock = environment.digest(kit.lock(level))
    kit.stamp.parent.mkdir(parents=True, exist_ok=True)
    kit.stamp.write_text(json.dumps({"schema": 1, "level": level, "lock": lock}))


def test_unknown_environment_is_topped_up_not_deleted(
    made: Kit, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = made.venv / "bin" / "my-tool"
    own.touch()
    pretend(monkeypatch, "3", "11", "True", "False")
    environment.prepare(made)
    assert installed == ["workshop"]
    assert own.exists()


def test_second_start_installs_nothing(
    made: Kit, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, "3", "11", "True", "True")
    environment.prepare(made)
    environment.prepare(made)
    assert installed == ["workshop"]


def test_wider_environment_serves_the_narrower_need(
    made: Kit, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, "3", "11", "True", "True")
    environment.prepare(made, "test")
    environment.prepare(made, "trainer")
    environment.prepare(made, "workshop")
    assert installed == ["test"]


def test_changed_list_of_packages_is_installed(
    made: Kit, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, "3", "11", "True", "True")
    stamp(made, "workshop")
    made.lock("workshop").write_text("six==1.17.0", encoding="utf-8")
    environment.prepare(made)
    assert installed == ["workshop"]


def test_line_endings_of_a_list_do_not_matter(tmp_path: Path) -> None:
    unix, windows = tmp_path / "unix", tmp_path / "windows"
    unix.write_bytes(b"a==1\nb==2\n")
    windows.write_bytes(b"a==1\r\nb==2\r\n")
    assert environment.digest(unix) == environment.digest(windows)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"level": "all", "lock": ""}', "\x00"])
def test_damaged_stamp_counts_as_none(made: Kit, content: str) -> None:
    made.stamp.write_text(content, encoding="utf-8")
    assert environment.stamped_level(made) is None


def test_interrupted_installation_leaves_no_stamp(
    made: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, "3", "11", "True", "False")
    stamp(made, "workshop")

    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pip, "install", interrupted)
    with pytest.raises(KeyboardInterrupt):
        environment.prepare(made)
    assert not made.stamp.exists()


@pytest.mark.parametrize("harm", ["python", "version"])
def test_broken_environment_is_made_anew(
    made: Kit, installed: list[str], monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    leftover = made.venv / "lib" / "leftover"
    leftover.touch()
    if harm == "python":
        made.python.unlink()
        made.python.symlink_to("/nowhere/python3.11")
    else:
        pretend(monkeypatch, "3", "10", "True", "True")
    created = SimpleNamespace(count=0)

    def create(venv: Path, _log: Path) -> None:
        created.count += 1
        (venv / "lib" / "python3.11" / "site-packages").mkdir(parents=True)

    monkeypatch.setattr(environment, "_create", create)
    environment.prepare(made)
    assert (created.count, installed) == (1, ["workshop"])
    assert not leftover.exists()


def test_folder_that_is_no_environment_is_not_deleted(kit: Kit) -> None:
    kit.venv.mkdir()
    (kit.venv / "thesis.docx").touch()
    with pytest.raises(StartError, match="Rename it"):
        environment.prepare(kit)
    assert (kit.venv / "thesis.docx").exists()


def test_link_in_place_of_the_environment_is_not_followed(kit: Kit, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    kit.venv.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StartError, match="Rename it"):
        environment.prepare(kit)


def test_python_without_venv_is_one_sentence(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(StartError, match="sudo apt install python3-venv"):
        environment.prepare(kit)


def test_full_disk_is_said_before_anything_is_downloaded(
    kit: Kit, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        environment.shutil, "disk_usage", lambda _path: SimpleNamespace(free=50_000_000)
    )
    with pytest.raises(StartError, match="needs 400 MB, and 50 MB are free"):
        environment.prepare(kit)
    assert installed == []


def test_long_path_on_windows_is_one_sentence(tmp_path: Path) -> None:
    deep = Kit(tmp_path / ("n" * 100), windows=True)
    with pytest.raises(StartError, match="too long for this Windows"):
        environment.check_path_length(deep)


def test_environment_finds_the_kit_and_holds_when_moved(made: Kit, tmp_path: Path) -> None:
    (made.tools / "borderlab").mkdir(parents=True)
    (made.tools / "borderlab" / "__init__.py").write_text("here = __file__", encoding="utf-8")
    environment.connect(made)
    moved = Kit(tmp_path / "Übung", windows=False)
    made.root.rename(moved.root)
    command = [str(moved.python), "-c", "import borderlab; print(borderlab.here)"]
    found = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    assert Path(found.strip()).resolve() == (moved.tools / "borderlab" / "__init__.py").resolve()


def test_windows_keeps_its_python_elsewhere(tmp_path: Path) -> None:
    assert Kit(tmp_path, windows=True).python == tmp_path / ".venv" / "Scripts" / "python.exe"
    assert Kit(tmp_path, windows=False).python == tmp_path / ".venv" / "bin" / "python"


def test_folder_that_cannot_be_written_is_one_sentence(kit: Kit) -> None:
    kit.workspace.write_text("a file in the way", encoding="utf-8")
    with pytest.raises(StartError, match="cannot be written"):
        environment.prepare(kit)


def test_second_start_waits_for_the_first(kit: Kit, tmp_path: Path) -> None:
    lock, order = tmp_path / "start.lock", tmp_path / "order"
    script = (
        "import sys, pathlib; from starter import files\n"
        "lock, order = map(pathlib.Path, sys.argv[1:])\n"
        "with files.one_at_a_time(lock): order.write_text(order.read_text() + 'second')\n"
    )
    order.write_text("", encoding="utf-8")
    with files.one_at_a_time(lock):
        other = subprocess.Popen(
            [sys.executable, "-c", script, str(lock), str(order)], stdout=subprocess.PIPE
        )
        assert other.stdout is not None
        assert b"waiting" in other.stdout.readline()
        order.write_text("first ", encoding="utf-8")
    assert other.wait(30) == 0
    other.stdout.close()
    assert order.read_text("utf-8") == "first second"
    assert kit.root.exists()
