"""A real JupyterLab as a participant gets it: the kit's own start, from a copy of the checkout."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_START = 120  # seconds
# What `start.py` does once the environment is ready, without installing anything.
_START = """
import sys
from pathlib import Path
sys.path.insert(0, {tools!r})
from borderlab import i18n
from starter import lab, workspace
from starter.kit import Kit
kit = Kit(Path({root!r}))
i18n.set_language({language!r})
for code in reversed(kit.languages()):
    workspace.lay_out(kit, code)
sys.exit(lab.run(kit, {language!r}, None, browser=False))
"""


@dataclass(frozen=True)
class Server:
    """A running JupyterLab.

    Attributes:
        address: of the home page, with the token.
        workspace: the participant's folder.
    """

    address: str
    workspace: Path

    def page(self, path: str, view: str = "lab") -> str:
        """The address of a file of the participant's folder, with nothing else open."""
        base, token = re.fullmatch(r"(http://[^/]+)/.*(\?token=\w+)", self.address).groups()
        return f"{base}/{view}/tree/{path}{token}&reset"


def copy_of_kit(root: Path, *, extension: bool) -> Path:
    """A checkout with the generated notebooks of this one and its environment.

    Args:
        root: where; a path with spaces and accents, as people have.
        extension: whether the JupyterLab extension is in it.
    """
    for tree in ("modules", "exercises"):
        ignore = shutil.ignore_patterns("source", ".ipynb_checkpoints", "answers*.json")
        shutil.copytree(ROOT / tree, root / tree, ignore=ignore)
    (root / ".venv").symlink_to(Path(sys.prefix), target_is_directory=True)
    if extension:
        (root / "tools").symlink_to(ROOT / "tools", target_is_directory=True)
        return root
    package = root / "tools" / "borderlab"
    package.mkdir(parents=True)
    for child in (ROOT / "tools" / "borderlab").iterdir():
        if child.name != "labextension":
            (package / child.name).symlink_to(child, target_is_directory=child.is_dir())
    return root


@contextmanager
def running(root: Path, language: str) -> Iterator[Server]:
    """Serve a copy of the kit until the block ends."""
    code = _START.format(tools=str(ROOT / "tools"), root=str(root), language=language)
    ours = {name: value for name, value in os.environ.items() if name != "BORDERLAB_HEADLESS"}
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=ours | {"PYTHONUNBUFFERED": "1"},
        start_new_session=True,
    ) as process:
        watchdog = threading.Timer(LONGEST_START, process.kill)
        watchdog.start()
        try:
            server = Server(_address(process, root), root / "workspace")
            watchdog.cancel()
            yield server
        finally:
            watchdog.cancel()
            _stop(process)


def _address(process: subprocess.Popen[str], root: Path) -> str:
    for line in process.stdout or ():
        found = re.search(r"http://\S+", line)
        if found:
            return found[0]
    log = root / "workspace" / ".jupyter" / "server.log"
    raise AssertionError(log.read_text("utf-8") if log.exists() else "no start")


def _stop(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
