"""Re-running participants' code in a real sandbox; skipped, with the reason, without one."""

from __future__ import annotations

import json
import os
import socket
import time
from pathlib import Path

import pytest

from borderlab.answers.codec import encode
from borderlab.answers.records import Answers
from coursekit.errors import KitError
from coursekit.grading.desk import Order, grade
from coursekit.grading.run import Run
from coursekit.sandbox import box, bubble
from coursekit.sandbox.limits import Limits
from coursekit.sandbox.rerun import told
from grading import people
from grading.tiny_course import MODULE

sandboxed = pytest.mark.skipif(bool(bubble.why_not()), reason=f"no sandbox: {bubble.why_not()}")


def outcome(course: Path, code: str, **limits: float) -> box.Outcome:
    """Run one cell in the sandbox."""
    most = Limits(**limits)
    request = {"cells": [["setup", SETUP], ["q4-code", code]], "limits": most.plain()}
    asked = course / "exercises" / "en" / MODULE / "questions.json"
    files = {
        "request.json": json.dumps(request).encode(),
        "questions.json": asked.read_bytes(),
        "answers.json": encode(Answers(MODULE, "exercise", seed=7)),
    }
    return box.run(files, most)


FLOOD = """
import os
for n in range(3, 40):
    try:
        os.write(n, bytes(5_000_000))
    except OSError:
        pass
"""
SETUP = f'import borderlab as kit\nkit.open_notebook("{MODULE}", "exercise", language="en")'


@pytest.mark.slow
@sandboxed
@pytest.mark.parametrize(
    ("code", "value"),
    [
        ('kit.answer("q4", 3 + 4)', 7),
        ('import numpy, pandas; kit.answer("q4", pandas.Series([3, 4]).sum())', 7),
        ('import os; kit.answer("q4", os.getuid())', 65534),
        ('import os; kit.answer("q4", len(os.environ.keys() & {"SECRET", "USER"}))', 0),
        ('import os; kit.answer("q4", len(os.listdir("/home")))', None),
        ('kit.answer("q4", int(open("/proc/1/comm").read() == "bwrap\\n"))', 1),
    ],
)
def test_code_runs_as_nobody_in_a_world_of_its_own(
    course: Path, code: str, value: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET", "x")
    found = outcome(course, code)
    assert found.end == "done"
    assert told(found.output)[0].get("q4") == value


@pytest.mark.slow
@sandboxed
@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("import os; os.fork()", "PermissionError"),
        ("import subprocess; subprocess.run(['true'])", "PermissionError"),
        ("hoard = b'x' * 3_000_000_000", "MemoryError"),
        ("open('big', 'wb').write(bytes(20_000_000))", "OSError"),
        ("for n in range(9): open(f'b{n}', 'wb').write(bytes(9_000_000))", "OSError"),
        ("open('/dev/shm/x', 'w')", "OSError"),
        ("open('/etc/passwd')", "FileNotFoundError"),
        ("import socket; socket.create_connection(('192.0.2.1', 80), 2)", "OSError"),
        ("files = [open('/dev/null') for _ in range(500)]", "OSError"),
    ],
)
def test_what_is_out_of_bounds_fails_in_its_own_cell(course: Path, code: str, error: str) -> None:
    found = outcome(course, code)
    assert found.end == "done"
    assert told(found.output)[1] == {"q4-code": error}


@pytest.mark.slow
@sandboxed
def test_the_network_of_this_computer_is_out_of_reach(course: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        call = f"import socket; socket.create_connection(('127.0.0.1', {server.getsockname()[1]}))"
        assert told(outcome(course, call).output)[1] == {"q4-code": "ConnectionRefusedError"}
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.slow
@sandboxed
@pytest.mark.parametrize(
    ("code", "end"),
    [
        (
            "import time\nwhile True:\n    try: time.sleep(9)\n    except BaseException: pass",
            "time",
        ),
        ("import os; os._exit(3)", "died"),
        (
            FLOOD,
            "output",
        ),
    ],
)
def test_whatever_code_does_it_ends(course: Path, code: str, end: str) -> None:
    start = time.monotonic()
    assert outcome(course, code, seconds=3.0).end == end
    assert time.monotonic() - start < 60  # it would sleep for ever


@pytest.mark.slow
@sandboxed
def test_forged_output_is_only_data(course: Path) -> None:
    code = (
        "import os\nfor n in range(3, 40):\n"
        '    try: os.write(n, b\'{"answers": "[[[", "errors": {"x": "<script>"}}\')\n'
        "    except OSError: pass\nos._exit(0)"
    )
    found = outcome(course, code)
    assert (found.end, told(found.output)) == ("done", ({}, {}))


@pytest.mark.slow
@sandboxed
def test_a_rerun_notes_what_the_code_gives_and_never_changes_a_mark(
    run: Run, course: Path, inbox: Path, tmp_path: Path
) -> None:
    proof = tmp_path / "proof"
    work = {
        "s1": 'kit.answer("q4", sum([3, 4]))',
        "s2": 'kit.answer("q4", 8)',
        "s3": "1 / 0",
        "s4": None,
        "s5": f"open({str(proof)!r}, 'w')",
        "s6": "import os; os._exit(0)",
    }
    for who, code in work.items():
        folder = people.exercise(inbox / who / MODULE, course, MODULE, {"q1": "b", "q4": 7})
        if code:
            people.fill(folder / f"{MODULE}.ipynb", "q4-code", code)
    plain = {row.seat: row.score for row in grade(run, Order([inbox]))}
    rows = {row.seat: row for row in grade(run, Order(redo=True, rerun=True))}
    assert {who: row.score for who, row in rows.items()} == plain == dict.fromkeys(work, 3.0)
    assert {row.status for row in rows.values()} == {"graded"}
    assert {who: row.notes[-1].text for who, row in rows.items()} == {
        "s1": "Question q4: the code gives the saved value again.",
        "s2": "Question q4: the code gives 8, saved is 7. Look at the code.",
        "s3": "Question q4: the code gave no value (ZeroDivisionError).",
        "s4": "Question q4: a value without code that gives it.",
        "s5": "Question q4: the code gave no value (FileNotFoundError).",
        "s6": "Question q4: the code ended without giving a value.",
    }
    assert not proof.exists()


def test_without_a_sandbox_a_rerun_is_refused_with_the_reason(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bubble, "why_not", lambda: "the program “bwrap” is not installed")
    with pytest.raises(KitError, match=r"“bwrap” is not installed\. Grade without --rerun"):
        grade(run, Order(rerun=True))


def test_a_computer_without_bubblewrap_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "PATH", "/nowhere")
    assert "bubblewrap" in bubble.why_not.__wrapped__()
