"""The package lists, the conda environment and pyproject.toml agree with each other."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from starter.kit import LEVELS

if TYPE_CHECKING:
    from packaging.markers import Marker

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
CONDA_NAMES = {"matplotlib-base": "matplotlib"}  # without the windows of a desktop program
HEAVY = {"torch", "tensorflow", "jax", "pyqt5", "pyqt6", "pyside6", "jupyterlite", "pyarrow"}
SYSTEMS = [
    {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"},
    {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin"},
    {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows"},
]


def lock(level: str) -> dict[str, list[Requirement]]:
    """The pins of a list by name; a package may have one per Python version."""
    text = (ROOT / "requirements" / f"{level}.txt").read_text(encoding="utf-8")
    pins: dict[str, list[Requirement]] = {}
    for line in re.findall(r"^([a-z0-9].*?) \\$", text, re.MULTILINE):
        pin = Requirement(line)
        pins.setdefault(canonicalize_name(pin.name), []).append(pin)
    return pins


def applies(marker: Marker | None, python: str, system: dict[str, str]) -> bool:
    minor = ".".join(python.split(".")[:2])
    where = {"python_full_version": python, "python_version": minor, **system}
    return marker is None or marker.evaluate({"platform_machine": "x86_64", **where})


def direct(*extras: str) -> list[Requirement]:
    """What the project itself asks for, without its own extras."""
    wanted = list(PROJECT["dependencies"])
    for extra in extras:
        wanted += PROJECT["optional-dependencies"][extra]
    found = [Requirement(line) for line in wanted]
    return [one for one in found if one.name != PROJECT["name"]]


def version(pins: dict[str, list[Requirement]], name: str, python: str) -> Version | None:
    """The pinned version of a package for a version of Python, on Linux."""
    found = [pin for pin in pins.get(name, []) if applies(pin.marker, python, SYSTEMS[0])]
    return Version(str(found[0].specifier).removeprefix("==")) if found else None


@pytest.fixture(scope="module")
def relock() -> ModuleType:
    spec = importlib.util.spec_from_file_location("relock", ROOT / "tools" / "relock.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("level", LEVELS)
def test_lists_hold_pins_and_hashes_only(relock: ModuleType, level: str) -> None:
    text = (ROOT / "requirements" / f"{level}.txt").read_text(encoding="utf-8")
    assert relock.strange_lines(text) == []
    packages = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in package for package in packages)


@pytest.mark.parametrize("line", ["--index-url https://x", "six", "six>=1 \\", "# comment", "-e ."])
def test_line_of_another_kind_is_found(relock: ModuleType, line: str) -> None:
    assert relock.strange_lines(line) == [line]


@pytest.mark.parametrize("level", LEVELS)
def test_lists_hold_no_giants(level: str) -> None:
    assert not HEAVY & lock(level).keys()


@pytest.mark.parametrize(("narrow", "wide"), [("workshop", "trainer"), ("trainer", "test")])
def test_narrower_list_is_part_of_the_wider(narrow: str, wide: str) -> None:
    wider = lock(wide)
    for name, pins in lock(narrow).items():
        assert {str(pin) for pin in pins} <= {str(pin) for pin in wider[name]}


@pytest.mark.parametrize("python", ["3.11.0", "3.12.0", "3.13.0", "3.14.0"])
@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system["sys_platform"])
@pytest.mark.parametrize("level", LEVELS)
def test_everything_asked_for_is_pinned_once_and_within_bounds(
    level: str, system: dict[str, str], python: str
) -> None:
    pins = lock(level)
    extras = {"workshop": ("workshop",), "trainer": ("workshop", "trainer")}
    for wanted in direct(*extras.get(level, ("workshop", "trainer", "test"))):
        name = canonicalize_name(wanted.name)
        here = [pin for pin in pins[name] if applies(pin.marker, python, system)]
        assert len(here) == 1, wanted
        assert wanted.specifier.contains(str(here[0].specifier).removeprefix("=="))


def conda() -> dict[str, str]:
    """Name and version of each package of environment.yml, in the names of the lists."""
    entries = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))["dependencies"]
    plain = [entry for entry in entries if isinstance(entry, str) and "=" in entry]
    parts = [re.fullmatch(r"([a-z0-9-]+)(=|>=)([^=].*)", entry) for entry in plain]
    assert all(parts), plain
    return {CONDA_NAMES.get(part[1], part[1]): part[3] for part in parts if part}


@pytest.mark.parametrize("python", ["3.11.5", "3.12.0", "3.13.0"])
def test_conda_environment_has_the_versions_of_the_list(python: str) -> None:
    pins, found = lock("trainer"), conda()
    assert found.pop("python") == "3.11,<3.14"
    wanted = {canonicalize_name(one.name) for one in direct("workshop", "trainer")}
    assert set(found) == wanted
    for name, text in found.items():
        assert Version(text) == version(pins, name, python), name


def test_conda_environment_installs_the_kit_itself() -> None:
    entries = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))["dependencies"]
    assert entries[-1] == {"pip": ["-e ."]}
    assert "pip" in entries
