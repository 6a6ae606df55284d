"""Run the checks and tests of the kit one after the other, and add up what they say."""

from __future__ import annotations

import os
import subprocess
import time
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from starter.kit import Kit
from starter.texts import say

_IMPORT_CONTRACTS = (
    "import sys; from importlinter.cli import lint_imports_command as c; sys.exit(c())"
)
_FAST = "not slow and not browser"


@dataclass(frozen=True)
class Count:
    """How many tests passed, failed and were skipped; a check counts as one test."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped
        )

    def __str__(self) -> str:
        text = f"{self.passed} passed, {self.failed} failed"
        return text + (f", {self.skipped} skipped" if self.skipped else "")


@dataclass(frozen=True)
class Step:
    """One check or suite.

    Attributes:
        name: as shown and as in the name of its result file.
        command: arguments of the environment's Python.
        minutes: after so many it is ended and counts as failed.
        suite: a pytest suite, which writes its counts to a file.
    """

    name: str
    command: tuple[str, ...]
    minutes: float = 5
    suite: bool = False


def checks() -> list[Step]:
    """The checks of the source, quickest first."""
    return [
        Step("ruff", ("-m", "ruff", "check", ".")),
        Step("format", ("-m", "ruff", "format", "--check", ".")),
        Step("types", ("-m", "mypy", "-p", "borderlab", "-p", "coursekit", "-p", "starter")),
        Step("imports", ("-c", _IMPORT_CONTRACTS)),
    ]


def suite(name: str, marker: str, results: Path, minutes: float, extra: Sequence[str] = ()) -> Step:
    """A pytest suite: the tests that a marker expression selects."""
    chosen = () if "-m" in extra else ("-m", marker)
    file = f"--junit-xml={results / name}.xml"
    return Step(name, ("-m", "pytest", *chosen, file, *extra), minutes, suite=True)


def plan(results: Path, extra: Sequence[str] = (), *, everything: bool) -> list[Step]:
    """The steps of a run: the checks and the quick tests, or everything."""
    steps = [*checks(), suite("quick", _FAST, results, 10, extra)]
    if everything:
        steps.append(Step("build", ("-m", "coursekit", "build", "--check"), 10))
        steps.append(suite("slow", "slow and not browser", results, 15))
        steps.append(suite("browser", "browser", results, 30))
    return steps


def read_counts(path: Path) -> Count | None:
    """The counts in a suite's result file; None when there is no complete file."""
    try:
        found = list(ET.parse(path).getroot().iter("testsuite"))  # noqa: S314  (pytest wrote it)
        total = {key: sum(int(s.get(key, 0)) for s in found) for key in ("tests", "skipped")}
        bad = sum(int(s.get("failures", 0)) + int(s.get("errors", 0)) for s in found)
    except (OSError, ValueError, ET.ParseError):
        return None
    return Count(max(total["tests"] - bad - total["skipped"], 0), bad, total["skipped"])


def verdict(step: Step, status: int | None, counts: Count | None) -> Count:
    """What a finished step adds to the total.

    A suite that found no test, crashed or ran out of time is a failure, whatever it counted.

    Args:
        step: the step.
        status: its exit status; None when its time ran out.
        counts: from the result file of a suite.
    """
    if not step.suite:
        return Count(passed=1) if status == 0 else Count(failed=1)
    counts = counts or Count()
    if status == 0 and counts.passed + counts.skipped > 0:
        return counts
    return counts if counts.failed else counts + Count(failed=1)


def run(kit: Kit, argv: Sequence[str]) -> int:
    """Run the tests; every step runs, whatever the ones before it gave.

    Args:
        kit: the checkout.
        argv: ``--all`` adds the slow and browser tests and the build check; the rest goes to
            pytest.
    """
    everything = "--all" in argv
    extra = [word for word in argv if word != "--all"]
    results = kit.root / "test-output"
    results.mkdir(exist_ok=True)
    lines: list[str] = []
    total = Count()
    for step in plan(results, extra, everything=everything):
        say(f"== {step.name}")
        started = time.monotonic()
        (results / f"{step.name}.xml").unlink(missing_ok=True)
        status = _status(kit, step)
        found = verdict(step, status, read_counts(results / f"{step.name}.xml"))
        late = f" (ended after {step.minutes:g} minutes)" if status is None else ""
        lines.append(f"{step.name:<10}{time.monotonic() - started:7.1f} s  {found}{late}")
        total += found
    say("\n".join(["", *lines, "", str(total)]))
    return 1 if total.failed else 0


def _status(kit: Kit, step: Step) -> int | None:
    """Run a step and all it starts; None when its time ran out."""
    with subprocess.Popen(  # noqa: S603  (our own environment's Python)
        [str(kit.python), *step.command],
        cwd=kit.root,
        start_new_session=True,
    ) as process:
        try:
            return process.wait(step.minutes * 60)
        except subprocess.TimeoutExpired:
            return None
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End what a step left running, such as a server or a kernel."""
    if os.name == "nt":
        process.kill()
        return
    import signal

    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
