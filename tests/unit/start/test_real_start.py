"""The real thing, from a checkout in a path with spaces and accents: slow, and uses the network."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[3]
PARTS = ("tools", "requirements", "modules", "exercises", "datasets", "pyproject.toml")


def start(root: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(root / "tools" / "start.py"), *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
        env=os.environ | {"LC_ALL": "C.UTF-8", "LANGUAGE": "en"} | variables,
    )


def copy(root: Path) -> Path:
    """A copy of the checkout without its environment."""
    root.mkdir(parents=True)
    ignore = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, root / part, ignore=ignore)
        elif source.exists():
            shutil.copy(source, root)
    return root


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with a complete environment."""
    root = copy(tmp_path_factory.mktemp("Été à Genève") / "kit copie")
    made = start(root, "prepare")
    assert made.returncode == 0, made.stdout + made.stderr
    return root


@pytest.fixture
def running(checkout: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A started kit in French and its address."""
    command = [sys.executable, str(checkout / "tools/start.py"), "--lang", "fr", "--no-browser"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, encoding="utf-8", start_new_session=True
    ) as process:
        watchdog = threading.Timer(240, process.kill)
        watchdog.start()
        found = None
        for line in process.stdout or ():
            found = re.search(r"http://\S+", line)
            if found:
                break
        assert found, (checkout / "workspace/.jupyter/server.log").read_text("utf-8")
        yield process, found[0]
        watchdog.cancel()
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)


def processes_of(root: Path, word: str) -> list[str]:
    """The command lines of running processes that use this checkout's environment."""
    lines = subprocess.run(
        ["ps", "-ww", "-eo", "args"], capture_output=True, encoding="utf-8", check=True
    ).stdout.splitlines()
    return [line for line in lines if str(root / ".venv") in line and word in line]


def soon(holds: Callable[[], object]) -> bool:
    """Whether something comes true within half a minute."""
    end = time.monotonic() + 30
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.2)
    return True


def test_second_start_needs_no_network(checkout: Path) -> None:
    started = time.monotonic()
    again = start(checkout, "prepare", PIP_NO_INDEX="1", PIP_FIND_LINKS="", PIP_EXTRA_INDEX_URL="")
    assert again.returncode == 0
    assert "MB" not in again.stdout, "nothing is installed again"
    assert time.monotonic() - started < 30


def test_environment_has_the_kit_and_its_widgets(checkout: Path) -> None:
    script = "import borderlab, anywidget, pandas, sys; print(borderlab.__file__, sys.prefix)"
    python = checkout / ".venv" / "bin" / "python"
    found = subprocess.run(
        [str(python), "-c", script], capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert found.count(str(checkout)) == 2


def test_home_page_opens_in_french_for_who_has_the_token(
    checkout: Path, running: tuple[subprocess.Popen[str], str]
) -> None:
    process, address = running
    assert address.split("?")[0].endswith("/lab/tree/modules/fr/home.ipynb")
    with urllib.request.urlopen(address, timeout=30) as page:  # noqa: S310  (our own server)
        assert b"jupyter-config-data" in page.read()
    contents = address.replace("/lab/tree/", "/api/contents/")
    with urllib.request.urlopen(contents, timeout=30) as page:  # noqa: S310  (as above)
        assert b'"home.ipynb"' in page.read()
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(contents.split("?")[0], timeout=30)  # noqa: S310  (as above)
    assert (checkout / "workspace" / "modules" / "fr" / "home.ipynb").is_file()
    token = address.rpartition("=")[2]
    kernels = f"{address.partition('/lab/')[0]}/api/kernels?token={token}"
    urllib.request.urlopen(kernels, data=b"{}", timeout=60).close()  # noqa: S310  (as above)
    assert soon(lambda: processes_of(checkout, "ipykernel"))
    os.killpg(process.pid, signal.SIGINT)  # Ctrl-C reaches the server as well
    assert process.wait(60) == 0
    assert soon(lambda: not processes_of(checkout, ""))
    assert process.stdout is not None
    rest = process.stdout.read()
    assert "Vos réponses sont conservées" in rest
    assert "Traceback" not in rest


def test_damaged_environment_is_repaired(tmp_path: Path) -> None:
    root = copy(tmp_path / "Été à Genève" / "kit copie")
    lock = root / "requirements" / "workshop.txt"
    packages = re.split(r"^(?=[a-z0-9])", lock.read_text("utf-8"), flags=re.MULTILINE)
    lock.write_text("".join(package for package in packages if package.startswith("six==")))
    assert start(root, "prepare").returncode == 0
    python = root / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python3.11")
    again = start(root, "prepare")
    assert again.returncode == 0, again.stderr
    assert "made anew" in again.stdout
    assert subprocess.run([str(python), "-c", "import six, borderlab"], check=False).returncode == 0


def test_no_network_is_one_sentence(tmp_path: Path) -> None:
    offline = {
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_EXTRA_INDEX_URL": "",
        "PIP_FIND_LINKS": "",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_RETRIES": "0",
    }
    said = start(copy(tmp_path / "kit"), "prepare", LANGUAGE="fr", **offline)
    assert said.returncode == 1
    assert "Aucune connexion au dépôt de paquets" in said.stderr
    assert len(said.stderr.strip().splitlines()) == 1


@pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="root can write everywhere"
)
def test_folder_without_write_permission_is_one_sentence(tmp_path: Path) -> None:
    root = copy(tmp_path / "kit")
    root.chmod(0o555)
    said = start(root, "prepare")
    root.chmod(0o755)
    assert (said.returncode, "cannot be written" in said.stderr) == (1, True)
