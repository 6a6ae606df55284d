"""What stock nbgrader does with one kind of submission, measured: two good neighbours around it."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from coursekit.grading.run import Run, open_run
from grading.people import zipped
from grading.tiny_course import MODULE
from grading.zoo.scene import AFTER, BEFORE, DUE, FULL, Kind, Scene

WHO = "s500"
MEMORY = 5_000_000_000  # bytes of address space, so that the zoo does not take the whole computer
SECONDS = 300  # after which nbgrader is ended
SECRET = "ZOO-SECRET-OF-THE-TRAINER"  # noqa: S105  (made up)


@dataclass(frozen=True, slots=True)
class Measured:
    """What was seen.

    Attributes:
        seconds: of the whole.
        ended: whether nbgrader ended by itself.
        error: last line of what it said, when it failed.
        score: automatic points in the gradebook, None when it was not graded.
        neighbours: neighbours that have all their points and no others.
        told: what the participant's code did.
        left: processes it left behind.
        script: whether the participant's script is live in the feedback.
        hidden: whether hidden checks stand in the feedback.
    """

    seconds: float
    ended: bool
    error: str
    score: float | None
    neighbours: int
    told: tuple[str, ...] = ()
    left: int = 0
    script: bool = False
    hidden: bool = False

    def plain(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return asdict(self)


def measure(kind: Kind, course: Path, fresh: Run, place: Path) -> Measured:
    """Let stock nbgrader collect and grade three people, the one of the zoo in the middle."""
    run = open_run(shutil.copytree(fresh.folder, place / "run"))
    _plain_settings(run)
    with _server() as port:
        scene = _hand_in(kind, course, run, place, port)
        start = time.perf_counter()
        ended, said = _commands(kind, run)
        seconds = time.perf_counter() - start
    told = tuple(scene.proof.read_text().split("\n")[:-1]) if scene.proof.exists() else ()
    left = _end_processes(told)
    grades = _grades(run)
    good = sum(grades.get(who) == (FULL, FULL) for who in (BEFORE, AFTER))
    own = next((grades[who][0] for who in grades if who not in {BEFORE, AFTER}), None)
    page = _feedback(run) if kind.gives_feedback else ""
    return Measured(
        round(seconds, 1),
        ended,
        said,
        own,
        good,
        tuple(dict.fromkeys(line for line in told if not line.startswith("left"))),
        left,
        _has_script(page),
        "HIDDEN TESTS" in page,
    )


def _plain_settings(run: Run) -> None:
    """nbgrader's own grading and feedback; names of participants from the names of zips."""
    path = run.folder / "nbgrader_config.py"
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if "_STEPS" not in line or "import" in line]
    name = r".*/extracted/(?P<student_id>[^/]+)/(?:.*/)?(?P<file_id>[^/]+)$"
    kept += [
        f"c.FileNameCollectorPlugin.named_regexp = r'{name}'",
        "c.FileNameCollectorPlugin.valid_ext = ['.ipynb', '.json']",
        "",
    ]
    path.write_text("\n".join(kept), encoding="utf-8")


def _hand_in(kind: Kind, course: Path, run: Run, place: Path, port: int) -> Scene:
    from nbgrader.api import Gradebook

    with Gradebook(run.db_url) as book:
        book.update_or_create_assignment(MODULE, duedate=DUE)
    is_zip = kind.stock == "zip"
    inbox = run.folder / ("downloaded" if is_zip else "submitted")
    inbox = inbox / MODULE / "archive" if is_zip else inbox
    inbox.mkdir(parents=True, exist_ok=True)
    for who in (BEFORE, AFTER):
        good = Scene(course, inbox, who, place / "unused")
        if is_zip:
            good.zip(zipped(good.files))
        else:
            good.folder()
    scene = Scene(course, inbox, WHO, place / "proof", port)
    kind.make(scene)
    return scene


def _commands(kind: Kind, run: Run) -> tuple[bool, str]:
    """Collect where needed, and grade. Whether all ended, and the last words of a failure."""
    said = ""
    commands = [["autograde", MODULE]]
    if kind.stock == "zip":
        commands.insert(0, ["zip_collect", MODULE])
    if kind.gives_feedback:
        commands.append(["generate_feedback", MODULE])
    for command in commands:
        status, error = _nbgrader(run, *command)
        if status is None:
            return False, error
        said = said or error if status else said
    return True, said


def _nbgrader(run: Run, *arguments: str) -> tuple[int | None, str]:
    own = Path(sys.executable).parent
    path = os.pathsep.join([str(own), os.environ.get("PATH", "")])
    process = subprocess.Popen(
        [own / "nbgrader", *arguments],
        cwd=run.folder,
        env={**os.environ, "PATH": path, "ZOO_SECRET": SECRET},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),  # noqa: PLW1509
    )
    try:
        _out, error = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        return None, "did not end"
    return process.returncode, _last_error(error.decode("utf-8", "replace"))


def _last_error(text: str) -> str:
    """The end of what nbgrader said, from its last error on."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    errors = [n for n, line in enumerate(lines) if "| ERROR]" in line]
    return "\n".join(lines[errors[-1] :] if errors else lines[-3:])[:1500]


def _grades(run: Run) -> dict[str, tuple[float, float]]:
    """Who was graded: automatic points, and points that count."""
    from nbgrader.api import Gradebook

    found = {}
    with Gradebook(run.db_url) as book:
        for work in book.assignment_submissions(MODULE):
            grades = [grade for notebook in work.notebooks for grade in notebook.grades]
            done = run.place("autograded", work.student.id, MODULE, f"{MODULE}.ipynb").is_file()
            if grades and done:
                automatic = sum(grade.auto_score or 0.0 for grade in grades)
                found[work.student.id] = (automatic, sum(grade.score for grade in grades))
    return found


def _feedback(run: Run) -> str:
    pages = [p for p in run.place("feedback").rglob("*.html") if p.parts[-3] not in {BEFORE, AFTER}]
    return pages[0].read_text(encoding="utf-8") if pages else ""


class _Live(HTMLParser):
    """Finds the participant's script where a browser would run it."""

    def __init__(self) -> None:
        super().__init__()
        self.found = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= tag != "pre" and any("zoo()" in (value or "") for _name, value in attrs)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.found |= "zoo()" in data


def _has_script(page: str) -> bool:
    live = _Live()
    live.feed(page)
    return live.found


def _end_processes(told: tuple[str, ...]) -> int:
    """End the processes that the participant's code says it left, and count them."""
    count = 0
    for line in told:
        if line.startswith("left process "):
            with suppress(ProcessLookupError):
                os.kill(int(line.rsplit(" ", 1)[1]), signal.SIGKILL)
                count += 1
    return count


@contextmanager
def _server() -> Any:
    """Something to call, on this computer only."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    server.accept()[0].close()

        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1]
