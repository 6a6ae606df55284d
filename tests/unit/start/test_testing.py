"""``start.py test``: no failure is lost, whatever way a suite ends."""

from __future__ import annotations

import os
import select
import sys
from pathlib import Path

import pytest

from starter import testing
from starter.kit import Kit
from starter.testing import Count, Step, verdict

SUITE = Step("slow", (), suite=True)
CHECK = Step("ruff", ())


@pytest.mark.parametrize(
    ("step", "status", "counts", "expected"),
    [
        (CHECK, 0, None, Count(passed=1)),
        (CHECK, 1, None, Count(failed=1)),
        (CHECK, None, None, Count(failed=1)),
        (SUITE, 0, Count(7, 0, 2), Count(7, 0, 2)),
        (SUITE, 1, Count(7, 3, 2), Count(7, 3, 2)),
        (SUITE, 5, Count(0, 0, 0), Count(failed=1)),  # no test was found
        (SUITE, 0, Count(0, 0, 0), Count(failed=1)),
        (SUITE, 3, None, Count(failed=1)),  # pytest itself broke
        (SUITE, None, Count(7, 0, 0), Count(7, 1, 0)),  # its time ran out
        (SUITE, -11, Count(7, 0, 0), Count(7, 1, 0)),  # a crash after the tests
    ],
)
def test_verdict(step: Step, status: int | None, counts: Count | None, expected: Count) -> None:
    assert verdict(step, status, counts) == expected


def test_counts_are_those_of_the_result_file(tmp_path: Path) -> None:
    file = tmp_path / "slow.xml"
    file.write_text(
        '<testsuites><testsuite errors="1" failures="2" skipped="3" tests="10"/></testsuites>',
        encoding="utf-8",
    )
    assert testing.read_counts(file) == Count(passed=4, failed=3, skipped=3)


@pytest.mark.parametrize("content", ["", "<testsuites>", '<testsuite tests="x"/>'])
def test_incomplete_result_file_counts_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "slow.xml").write_text(content, encoding="utf-8")
    assert testing.read_counts(tmp_path / "slow.xml") is None


def test_closing_line_has_the_form_that_runners_read() -> None:
    assert str(Count(12, 1)) == "12 passed, 1 failed"
    assert str(Count(12, 0, 3)) == "12 passed, 0 failed, 3 skipped"


def test_everything_holds_each_marker_once() -> None:
    steps = testing.plan(Path("out"), everything=True)
    names = [step.name for step in steps]
    assert names == ["ruff", "format", "types", "imports", "quick", "build", "slow", "browser"]
    markers = [step.command[step.command.index("-m", 2) + 1] for step in steps if step.suite]
    assert markers == ["not slow and not browser", "slow and not browser", "browser"]
    assert sum(step.minutes for step in steps if step.suite) <= 55


def test_own_marker_replaces_the_usual_one() -> None:
    step = testing.plan(Path("out"), ["-m", "browser"], everything=False)[-1]
    assert step.command.count("-m") == 2


def test_every_step_runs_and_any_failure_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".venv/bin").mkdir(parents=True)
    kit = Kit(tmp_path, windows=False)
    kit.python.symlink_to(sys.executable)
    results = tmp_path / "test-output"
    good = "<testsuite tests='3' errors='0' failures='0' skipped='1'/>"
    write = f"import pathlib; pathlib.Path(r'{results}', 'quick.xml').write_text(\"{good}\")"
    steps = [Step("first", ("-c", "raise SystemExit(1)")), Step("quick", ("-c", write), suite=True)]
    monkeypatch.setattr(testing, "plan", lambda *_arguments, **_options: steps)
    assert testing.run(kit, []) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "2 passed, 1 failed, 1 skipped"


def test_result_of_an_earlier_run_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".venv/bin").mkdir(parents=True)
    kit = Kit(tmp_path, windows=False)
    kit.python.symlink_to(sys.executable)
    (tmp_path / "test-output").mkdir()
    (tmp_path / "test-output" / "quick.xml").write_text("<testsuite tests='3'/>", encoding="utf-8")
    steps = [Step("quick", ("-c", "pass"), suite=True)]
    monkeypatch.setattr(testing, "plan", lambda *_arguments, **_options: steps)
    assert testing.run(kit, []) == 1


def heard(reader: int, seconds: float) -> tuple[str, bool]:
    """What comes out of a pipe, and whether everyone closed it within some seconds."""
    text = b""
    while select.select([reader], [], [], seconds)[0]:
        part = os.read(reader, 100)
        if not part:
            return text.decode(), True
        text += part
    return text.decode(), False


@pytest.mark.skipif(os.name == "nt", reason="named pipes and process groups of Unix")
def test_step_that_hangs_is_ended_with_what_it_started(tmp_path: Path) -> None:
    """What a step started holds a pipe open; the pipe's end says that it is gone."""
    (tmp_path / ".venv/bin").mkdir(parents=True)
    kit = Kit(tmp_path, windows=False)
    kit.python.symlink_to(sys.executable)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    child = f"import time; pipe = open({str(pipe)!r}, 'w'); print('here', file=pipe, flush=True)"
    script = (
        "import subprocess, sys, time\n"
        f"subprocess.Popen([sys.executable, '-c', {child + '; time.sleep(120)'!r}])\n"
        "time.sleep(120)\n"
    )
    for minutes in (0.02, 0.2, 1):  # a busy computer may need longer to start the two
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        assert testing._status(kit, Step("browser", ("-c", script), minutes)) is None
        said, ended = heard(reader, 30)
        os.close(reader)
        if said:
            break
    assert (said, ended) == ("here\n", True)
