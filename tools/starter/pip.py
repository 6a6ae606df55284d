"""Install a list of packages with pip: one line of progress, and a sentence when it fails."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from starter.texts import StartError, _, disk_full, say

# Settings of the user's pip that would send the packages elsewhere than into the environment.
_ELSEWHERE = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_VIRTUALENV")
_PATIENCE = "60"  # seconds without a byte before a slow line counts as cut

# What pip writes -> which sentence. The first that fits wins: a full disk also looks like a
# broken download, and a network failure ends in "no matching distribution".
_CAUSES: tuple[tuple[str, str], ...] = (
    ("disk", r"Errno 28|No space left|not enough space on the disk|WinError 112"),
    ("hash", r"DO NOT MATCH THE HASHES"),
    ("certificate", r"CERTIFICATE_VERIFY_FAILED|SSLCertVerificationError"),
    ("proxy", r"ProxyError|407 Proxy"),
    (
        "network",
        (
            r"NewConnectionError|Failed to establish a new connection|ConnectTimeout|ReadTimeout"
            r"|Temporary failure in name resolution|getaddrinfo failed|Network is unreachable"
            r"|ConnectionResetError|IncompleteRead|Connection broken|Remote end closed"
        ),
    ),
    ("denied", r"Errno 13|Errno 30|Permission denied|WinError 5\b|WinError 32\b"),
    ("system", r"No matching distribution found|is not a supported wheel"),
)
_GOT_SOMETHING = r"(?m)^\s*(Downloading|Using cached|Processing|Requirement already) "


def environment_for(base: Mapping[str, str]) -> dict[str, str]:
    """The variables pip runs with: the user's, less those that install elsewhere."""
    kept = {name: value for name, value in base.items() if name not in _ELSEWHERE}
    for name in ("PYTHONHOME", "PYTHONPATH"):
        kept.pop(name, None)
    kept.setdefault("PIP_DEFAULT_TIMEOUT", _PATIENCE)
    return kept | {"PIP_USER": "0", "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}


def cause(output: str) -> str:
    """Why pip failed, from what it wrote: a name from the table above, or ``unknown``."""
    found = next((name for name, pattern in _CAUSES if re.search(pattern, output)), "unknown")
    if found == "system" and not re.search(_GOT_SOMETHING, output):
        return "network"  # told not to retry, pip does not say that it cannot reach the index
    return found


def sentence(name: str, log: Path) -> str:
    """What to tell the user for a `cause`."""
    told = {
        "disk": disk_full(),
        "hash": _(
            "A downloaded file is not the one that was checked for this kit, so nothing was"
            " installed from it. Start again; if it happens again, tell your trainer."
        ),
        "certificate": _(
            "The packages could not be fetched: your network replaces security certificates."
            " Ask your IT service for pip's certificate setting, then start again."
        ),
        "proxy": _(
            "The packages could not be fetched: your network's proxy refused."
            " Ask your IT service for pip's proxy setting, then start again."
        ),
        "network": _(
            "There is no connection to the package index. The first start needs the internet:"
            " check the connection and start again; what is already downloaded is kept."
        ),
        "denied": _(
            "A file of the kit cannot be written. Close other windows of the kit, or copy the kit"
            " into a folder of your own, and start again."
        ),
        "system": _(
            "A package does not exist for this computer's Python. Python 3.11 to 3.14 (64 bit)"
            " is known to work."
        ),
    }
    return told.get(name) or _("The installation failed. Details are in {file}").format(file=log)


def entries(lock: Path) -> int:
    """The number of packages in a list, with those for other systems."""
    return sum(line[:1].isalnum() for line in lock.read_text(encoding="utf-8").splitlines())


def steps(lines: Iterable[str]) -> Iterator[str]:
    """From pip's output, the name of each package it has dealt with; at the end ``""``."""
    for line in lines:
        words = line.split()
        if line.startswith(("Collecting ", "Ignoring ")):
            yield re.split(r"[=:;]", words[1])[0]
        elif line.startswith("Processing "):
            yield re.split(r"[/\\\\]", words[1])[-1].split("-")[0]
        elif line.startswith("Requirement already satisfied: "):
            yield re.split(r"[=:;]", words[3])[0]
        elif line.startswith("Installing collected packages"):
            yield ""


class Progress:
    """One line that counts packages; on something else than a terminal, a line now and then."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.terminal = sys.stdout.isatty()

    def show(self, name: str) -> None:
        """Count one package, or with ``""`` say that everything is there and gets unpacked."""
        if not name:
            self._line(_("Unpacking, about half a minute…"), last=True)
            return
        self.done += 1
        if self.terminal or self.done % 25 == 0:
            self._line(f"{self.done}/{self.total}  {name}")

    def _line(self, text: str, *, last: bool = False) -> None:
        if self.terminal:
            print(f"\r  {text:<60}", end="\n" if last else "", flush=True)  # noqa: T201  (progress)
        else:
            say(f"  {text}")


def install(python: Path, lock: Path, log: Path) -> None:
    """Install exactly the packages of a list into an environment.

    Only ready-made packages are taken, each with a hash from the list.

    Args:
        python: the environment's Python.
        lock: a requirements file with every dependency and its hashes.
        log: gets all that pip wrote.

    Raises:
        StartError: it failed; the sentence says why and what to do.
    """
    command = [str(python), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    command += ["--no-warn-script-location", "--progress-bar=off", "--no-compile"]
    command += ["--no-deps", "--only-binary=:all:", "--require-hashes", "-r", str(lock)]
    progress = Progress(entries(lock))
    with subprocess.Popen(  # noqa: S603  (our own environment's pip)
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment_for(os.environ),
        encoding="utf-8",
        errors="replace",
    ) as process:
        output = _follow(process, progress)
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text(output, encoding="utf-8")
    if process.returncode != 0:
        if progress.terminal:
            say()
        raise StartError(sentence(cause(output), log))


def _follow(process: subprocess.Popen[str], progress: Progress) -> str:
    lines: list[str] = []

    def read() -> Iterator[str]:
        for line in process.stdout or ():
            lines.append(line)
            yield line

    for name in steps(read()):
        progress.show(name)
    return "".join(lines)
