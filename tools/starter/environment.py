"""The kit's own environment: make it, repair it, top it up, or see at once that it is ready."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from starter import files, pip
from starter.kit import LEVELS, Kit
from starter.texts import StartError, _, say

# Megabytes to download and on the disk, measured on Linux with Python 3.11 and rounded up.
SIZES = {"workshop": (100, 400), "trainer": (130, 500), "test": (260, 900)}
_LONGEST_INSIDE = 165  # characters of the longest path that the packages make below the checkout
_WINDOWS_LIMIT = 260
_PARTS = {"bin", "include", "lib", "lib64", "share", "etc", "scripts", "pyvenv.cfg", "kit.json"}
_PROBE = (
    "import sys, importlib.util as u;"
    "print(*sys.version_info[:2], *(u.find_spec(n) is not None for n in ('pip', 'jupyterlab')))"
)


def digest(path: Path) -> str:
    """The SHA-256 of a text file, whatever its line endings."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def probe(python: Path) -> tuple[str, str, str, str] | None:
    """Major and minor version, has pip, has JupyterLab; None when this Python does not run."""
    try:
        answer = subprocess.run(  # noqa: S603  (our own environment's Python)
            [str(python), "-I", "-c", _PROBE],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        major, minor, has_pip, has_lab = answer.stdout.split()
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return major, minor, has_pip, has_lab


def stamped_level(kit: Kit) -> str | None:
    """The level that was installed completely from today's lists, or None."""
    try:
        stamp = json.loads(kit.stamp.read_text(encoding="utf-8"))
        level, lock = stamp["level"], stamp["lock"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return level if level in LEVELS and lock == digest(kit.lock(level)) else None


def is_ready(kit: Kit, level: str) -> bool:
    """Whether this level is installed and works; needs no network."""
    found = stamped_level(kit)
    if found is None or LEVELS.index(found) < LEVELS.index(level):
        return False
    state = probe(kit.python)
    return state is not None and state[3] == "True"


def prepare(kit: Kit, level: str = "workshop") -> None:
    """Make the environment ready for one of the `LEVELS`.

    An environment of the right kind is topped up, a broken one is made anew.

    Raises:
        StartError: it cannot be done; the sentence says why and what to do.
    """
    files.make_folder(kit.settings)
    with files.one_at_a_time(kit.settings / "start.lock"):
        if not is_ready(kit, level):
            _make(kit, level)
        connect(kit)


def _make(kit: Kit, level: str) -> None:
    check_path_length(kit)
    check_space(kit, level)
    kit.stamp.unlink(missing_ok=True)
    state = probe(kit.python)
    if state is None or state[2] != "True" or (int(state[0]), int(state[1])) < (3, 11):
        _remove_broken(kit.venv)
        _create(kit.venv, kit.log)
    download, disk = SIZES[level]
    say(
        _(
            "Installing what the kit needs into {folder}: about {download} MB to download and"
            " {disk} MB on the disk. This happens once and takes a few minutes."
        ).format(folder=kit.venv, download=download, disk=disk)
    )
    pip.install(kit.python, kit.lock(level), kit.log)
    stamp = {"schema": 1, "level": level, "lock": digest(kit.lock(level))}
    files.write(kit.stamp, json.dumps(stamp).encode())


def _remove_broken(venv: Path) -> None:
    if not venv.exists() and not venv.is_symlink():
        return
    foreign = venv.is_symlink() or not venv.is_dir()
    foreign = foreign or {entry.name.lower() for entry in venv.iterdir()} - _PARTS != set()
    if foreign and not (venv / "pyvenv.cfg").is_file():
        raise StartError(_not_ours(venv))
    say(_("The kit's environment is damaged and is made anew; your answers are not in it."))
    shutil.rmtree(venv)


def _not_ours(venv: Path) -> str:
    text = _("{folder} is not an environment of the kit. Rename it and start again.")
    return text.format(folder=venv)


def _create(venv: Path, log: Path) -> None:
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        raise StartError(
            _(
                "This Python cannot make environments. On Debian and Ubuntu install it with:"
                " sudo apt install python3-venv. Then start again."
            )
        )
    base = getattr(sys, "_base_executable", "") or sys.executable
    made = subprocess.run(  # noqa: S603  (the Python that runs this)
        [base, "-m", "venv", str(venv)],
        env=pip.environment_for(os.environ),
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if made.returncode != 0:
        output = made.stdout + made.stderr
        log.write_text(output, encoding="utf-8")
        raise StartError(pip.sentence(pip.cause(output), log))


def check_path_length(kit: Kit) -> None:
    """Stop on a Windows that cannot have paths as long as the packages of the kit need.

    Raises:
        StartError: the checkout must be moved to a shorter path.
    """
    if kit.windows and len(str(kit.root)) + _LONGEST_INSIDE > _WINDOWS_LIMIT and not _long_paths():
        raise StartError(
            _(
                "The path of the kit's folder is too long for this Windows: {folder}."
                " Move the folder to a shorter one, for example C:\\kit, and start again."
            ).format(folder=kit.root)
        )


def check_space(kit: Kit, level: str) -> None:
    """Stop before downloading when the disk cannot hold the packages.

    Raises:
        StartError: too little space; not raised for an environment that is only topped up.
    """
    needed = SIZES[level][1]
    free = shutil.disk_usage(kit.root).free // 1_000_000
    if not kit.venv.exists() and free < needed:
        raise StartError(
            _(
                "The disk is too full: the kit needs {needed} MB, and {free} MB are free."
                " Free some space and start again."
            ).format(needed=needed, free=free)
        )


def _long_paths() -> bool:
    if sys.platform != "win32":
        return False
    import winreg

    name = r"SYSTEM\CurrentControlSet\Control\FileSystem"
    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, name) as key:
            return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
    except OSError:
        return False


def connect(kit: Kit) -> None:
    """Let the environment find the kit's own packages.

    A relative path file serves where an editable install would not: it needs no build tools and
    no network, and holds when the folder is moved or has letters that this system cannot encode.
    """
    packages = site_packages(kit)
    relative = os.path.relpath(kit.tools, packages).replace(os.sep, "/") + "\n"
    files.write(packages / "kit.pth", relative.encode())


def site_packages(kit: Kit) -> Path:
    """The folder of the environment's packages."""
    if kit.windows:
        return kit.venv / "Lib" / "site-packages"
    found = sorted((kit.venv / "lib").glob("python3.*/site-packages"))
    if not found:
        raise StartError(_not_ours(kit.venv))
    return found[-1]
