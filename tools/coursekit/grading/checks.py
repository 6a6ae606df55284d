"""Marks saved answers with the trainer's check cells, in a process of its own.

No code of a participant is involved: a check cell reads the saved answers through ``kit``, which
here is `borderlab.answers.marking.Marker`.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from coursekit.grading import limits
from coursekit.grading.cases import Case, read_case
from coursekit.grading.pinned import Check
from coursekit.grading.submission import Submission

_WORKER = Path(__file__).with_name("worker.py")
_PASSED_ON = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LANG", "HOME", "USERPROFILE")


@dataclass(frozen=True, slots=True)
class Result:
    """What one check gave.

    Attributes:
        score: 0 to the points of the check.
        problem: why the check itself failed, or "". It then gives 0 and a person looks at it.
        outputs: as nbgrader expects them in the autograded notebook.
    """

    score: float
    problem: str
    outputs: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Examined:
    """The results of a submission by grade id, and the cases by question id."""

    results: Mapping[str, Result]
    cases: Mapping[str, Case]


class Checker:
    """Runs checks, restarting its process when a check hangs or ends it.

    Use it as a context manager.

    Args:
        checks: the check cells of each module.
        seconds: time one check may take.
        keys: key entries of each module, by question id, for `examine`.
    """

    def __init__(
        self,
        checks: Mapping[str, Sequence[Check]],
        seconds: float = limits.CHECK_SECONDS,
        keys: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        self._cells = checks
        self._keys = keys or {}
        self._seconds = seconds
        self._process: subprocess.Popen[str] | None = None
        self._replies: queue.Queue[str] = queue.Queue()
        self._folder = tempfile.TemporaryDirectory(prefix="coursekit-")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()
        self._folder.cleanup()

    def examine(self, submission: Submission) -> Examined:
        """The results of a submission, and what there is to say about its answers."""
        module, records, seed = submission.assignment, submission.records, submission.seed
        asked = {"module": module, "records": records, "seed": seed}
        results = self.mark(module, records, seed)
        self._send({**asked, "run": [], "language": submission.language})
        try:
            cases = json.loads(self._replies.get(timeout=self._seconds))
            return Examined(results, {qid: read_case(found) for qid, found in cases.items()})
        except (queue.Empty, ValueError):  # pages are written without, and work it out again
            self._stop()
            return Examined(results, {})

    def mark(
        self, module: str, records: Mapping[str, Mapping[str, Any]], seed: int | None
    ) -> dict[str, Result]:
        """The results of all checks of a module, by grade id.

        Args:
            module: id of an assignment.
            records: saved records as plain data, by question id.
            seed: the participant's number for random draws.
        """
        left = list(self._cells[module])
        found: dict[str, Result] = {}
        while left:
            raw = self._ask(module, left, records, seed)
            for check, reply in zip(left, raw, strict=False):
                found[check.grade_id] = judged(check, reply)
            if len(raw) < len(left):  # the next check hung or ended the process
                check = left[len(raw)]
                found[check.grade_id] = judged(check, {"problem": "no reply in time"})
                raw.append({})
            left = left[len(raw) :]
        return found

    def _ask(
        self, module: str, checks: Sequence[Check], records: Mapping[str, Any], seed: int | None
    ) -> list[dict[str, Any]]:
        """The replies that came; fewer than asked for when one check did not reply."""
        self._send(
            {
                "module": module,
                "records": records,
                "seed": seed,
                "run": [check.grade_id for check in checks],
            }
        )
        replies: list[dict[str, Any]] = []
        for _check in checks:
            try:
                line = self._replies.get(timeout=self._seconds)
                replies.append(json.loads(line))
            except (queue.Empty, ValueError):
                self._stop()
                break
        return replies

    def _send(self, request: Mapping[str, Any]) -> None:
        if self._process is None or self._process.poll() is not None:
            self._start()
        try:
            self._write(request)
        except OSError:  # it ended since we looked
            self._start()
            self._write(request)

    def _write(self, request: Mapping[str, Any]) -> None:
        if self._process is None or self._process.stdin is None:
            raise BrokenPipeError
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()

    def _start(self) -> None:
        self._stop()
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        self._process = subprocess.Popen(  # noqa: S603  (our own script, fixed arguments)
            [sys.executable, "-I", "-X", "utf8", str(_WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            cwd=self._folder.name,
            env={**environment, "BORDERLAB_HEADLESS": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        )
        self._replies = queue.Queue()
        pump = threading.Thread(
            target=_pump, args=(self._process.stdout, self._replies), daemon=True
        )
        pump.start()
        cells = {
            name: [[check.grade_id, check.code] for check in checks]
            for name, checks in self._cells.items()
        }
        self._write({"load": cells, "keys": self._keys})

    def _stop(self) -> None:
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        self._process = None


def judged(check: Check, reply: Mapping[str, Any]) -> Result:
    """The score of a reply: a plain number between 0 and the points, else 0 and a problem.

    Stricter than nbgrader, which gives all points for any value that is no such number.
    """
    value = reply.get("value")
    problem = str(reply.get("problem", ""))
    if not problem and reply.get("err"):
        problem = str(reply["err"])
    if not problem and not (isinstance(value, int | float) and math.isfinite(value)):
        problem = f"the value is no number: {reply.get('repr') or None}"
    if not problem and not 0 <= float(value or 0) <= check.points:
        problem = f"the value is not between 0 and {check.points:g}: {value}"
    score = 0.0 if problem else float(value or 0)
    return Result(score, problem, tuple(_outputs(reply, problem)))


def _outputs(reply: Mapping[str, Any], problem: str) -> Iterable[dict[str, Any]]:
    if reply.get("out"):
        yield {"output_type": "stream", "name": "stdout", "text": reply["out"]}
    if problem:
        name, _, text = problem.partition(": ")
        yield {"output_type": "error", "ename": name, "evalue": text, "traceback": [problem]}
    elif reply.get("repr"):
        data = {"text/plain": reply["repr"]}
        yield {
            "output_type": "execute_result",
            "data": data,
            "execution_count": None,
            "metadata": {},
        }


def _pump(lines: IO[str] | None, into: queue.Queue[str]) -> None:
    for line in lines or ():
        into.put(line)
    into.put("")  # the process has ended: a reader must not wait for the whole time
