"""The command line of bubblewrap: what of the computer the sandbox shows, and as what."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from borderlab.paths import PACKAGE, checkout
from coursekit.grading.text import _
from coursekit.sandbox import seccomp
from coursekit.sandbox.limits import Limits

WORK = "/sandbox/work"
INPUT = "/sandbox/in"
_KIT = Path("/sandbox/kit")
_SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/ld.so.conf")
_DATA = ("reference", "world", "shipments")
_PROBE_SECONDS = 20


@cache
def why_not() -> str:
    """Why there is no sandbox on this computer, as a sentence; "" when there is one."""
    machine = platform.machine()
    if not sys.platform.startswith("linux"):
        return _("it needs Linux")
    program = shutil.which("bwrap")
    if program is None:
        return _("the program “bwrap” (package bubblewrap) is not installed")
    if not seccomp.known(machine):
        return _("it is not known for this kind of computer ({machine})").format(machine=machine)
    command = [program, *_walls(Limits()), "--remount-ro", "/", "--", sys.executable, "-c", ""]
    try:
        done = subprocess.run(  # noqa: S603  (fixed arguments)
            command, capture_output=True, timeout=_PROBE_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        return _("“bwrap” does not start ({problem})").format(problem=problem)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = said[-1] if said else str(done.returncode)
        return _("“bwrap” does not start ({problem})").format(problem=why)
    return ""


def command(inputs: Path, limits: Limits, filter_fd: int) -> list[str]:
    """Run the runner with what lies in ``inputs`` as its data.

    Args:
        inputs: a folder; it is shown read-only.
        limits: bounds.
        filter_fd: open file with the system call filter.
    """
    runner = Path(__file__).with_name("runner.py")
    return [
        shutil.which("bwrap") or "bwrap",
        *_walls(limits),
        *_kit(),
        "--ro-bind",
        str(runner),
        f"{INPUT}/runner.py",
        "--ro-bind",
        str(inputs),
        f"{INPUT}/data",
        "--remount-ro",
        "/",
        "--seccomp",
        str(filter_fd),
        "--chdir",
        WORK,
        "--",
        sys.executable,
        "-P",
        "-s",
        f"{INPUT}/runner.py",
    ]


def _walls(limits: Limits) -> list[str]:
    """Own namespaces, nobody's rights, an empty environment, Python and the system read-only."""
    walls = ["--unshare-user", "--unshare-all", "--disable-userns", "--uid", "65534"]
    walls += ["--gid", "65534", "--hostname", "sandbox", "--cap-drop", "ALL"]
    walls += ["--die-with-parent", "--new-session", "--clearenv"]
    for path in dict.fromkeys((*_SYSTEM, sys.prefix, sys.base_prefix)):
        place = Path(path)
        if place.is_symlink():
            walls += ["--symlink", str(place.readlink()), path]
        elif place.exists():
            walls += ["--ro-bind", path, path]
    walls += ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"]
    walls += ["--size", str(limits.disk_bytes), "--perms", "0700", "--tmpfs", WORK]
    environment = {
        "HOME": WORK,
        "TMPDIR": WORK,
        "LANG": "C.UTF-8",
        "PATH": "/usr/bin:/bin",
        "MPLBACKEND": "Agg",
        "MPLCONFIGDIR": WORK,
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    for name, value in environment.items():
        walls += ["--setenv", name, value]
    return walls


def _kit() -> list[str]:
    """The package that participants have, laid out as in a checkout, and nothing beside it."""
    tools = _KIT / "tools"
    shown = ["--ro-bind", str(PACKAGE), str(tools / "borderlab")]
    root = checkout()
    if root is not None:
        shown += ["--dir", str(_KIT / "modules")]
        shown += ["--ro-bind", str(root / "pyproject.toml"), str(_KIT / "pyproject.toml")]
        for name in _DATA:
            if (root / "datasets" / name).is_dir():
                place = str(_KIT / "datasets" / name)
                shown += ["--ro-bind", str(root / "datasets" / name), place]
    return [*shown, "--setenv", "PYTHONPATH", str(tools)]
