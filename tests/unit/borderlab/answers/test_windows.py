"""Several windows and kernels on one file of answers."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from borderlab.answers import Store, lock
from borderlab.paths import PACKAGE

Open = Callable[..., Store]
WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from borderlab.answers import Store, lock
if sys.argv[4] == "marker":
    lock._fcntl = lock._msvcrt = None
store = Store(Path(sys.argv[2]), "m00", "exercise", "en")
for turn in range(50):
    store.save(f"own{sys.argv[3]}", turn)
    if turn % 5 == 0:
        store.save(f"q{turn}_{sys.argv[3]}", turn)
        store.save("shared", f"{sys.argv[3]}/{turn}")
"""


def start(folder: Path, name: str, kind: str = "system") -> "subprocess.Popen[bytes]":
    arguments = [str(PACKAGE.parent), str(folder), name, kind]
    return subprocess.Popen([sys.executable, "-c", WRITER, *arguments])


@pytest.mark.parametrize(("kind", "count"), [("system", 8), ("marker", 3)])
def test_processes_that_write_at_the_same_time_lose_nothing(
    store: Open, tmp_path: Path, kind: str, count: int
) -> None:
    writers = [start(tmp_path, str(number), kind) for number in range(count)]
    assert [writer.wait(120) for writer in writers] == [0] * count
    records = store().records()
    for number in range(count):
        own = records[f"own{number}"]
        assert (own.value, own.rev) == (49, 50)
        assert all(records[f"q{turn}_{number}"].value == turn for turn in range(0, 50, 5))
    assert records["shared"].rev == 10 * count
    assert not store().notices
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"answers.json", ".answers.lock"}


def test_a_killed_process_leaves_no_lock_behind(store: Open, tmp_path: Path) -> None:
    code = (
        "import sys, time; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path; from borderlab.answers.lock import locked\n"
        "with locked(Path(sys.argv[2])): print('held', flush=True); time.sleep(60)"
    )
    arguments = [sys.executable, "-c", code, str(PACKAGE.parent), str(tmp_path / ".answers.lock")]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        holder.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        holder.wait(10)
    begin = time.monotonic()
    store().save("q1", "b")
    assert time.monotonic() - begin < lock.PATIENCE / 2
    assert store().get("q1") == "b"


def test_a_marker_left_behind_is_taken_over(
    store: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "_fcntl", None)
    monkeypatch.setattr(lock, "_msvcrt", None)
    monkeypatch.setattr(lock, "STALE", 0.05)
    marker = tmp_path / ".answers.lock-held"
    marker.write_text("left over", "ascii")
    with lock.locked(tmp_path / ".answers.lock", patience=2) as held:
        assert held
        assert marker.read_text("ascii") != "left over"
    assert not marker.exists()


def test_a_fresh_marker_is_respected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "_fcntl", None)
    monkeypatch.setattr(lock, "_msvcrt", None)
    path = tmp_path / ".answers.lock"
    with lock.locked(path) as first, lock.locked(path, patience=0.1) as second:
        assert first
        assert not second
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_lock_that_is_never_released_does_not_stop_saving(
    store: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    with lock.locked(tmp_path / ".answers.lock"):
        store().save("q1", "b")
    assert store().get("q1") == "b"


def test_a_disk_without_locks_falls_back_to_a_marker(
    store: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NoLocks:
        LOCK_EX, LOCK_NB, LOCK_UN = 2, 4, 8

        @staticmethod
        def flock(_handle: int, _how: int) -> None:
            raise OSError(37, "No locks available")

    monkeypatch.setattr(lock, "_fcntl", NoLocks)
    store().save("q1", "b")
    assert store().get("q1") == "b"


def test_an_open_window_sees_what_another_wrote(store: Open) -> None:
    one, other = store(), store()
    other.save("q1", "b")
    assert one.get("q1") is None
    one.refresh()
    assert one.get("q1") == "b"


def test_the_last_change_wins_in_either_window(store: Open) -> None:
    one, other = store(), store()
    one.save("q1", "a")
    other.save("q1", "b")
    one.save("q1", "c")
    assert store().record("q1").value == "c"
    assert store().record("q1").rev == 3


def test_a_prediction_made_final_in_one_window_is_final_in_the_other(store: Open) -> None:
    one, other = store(), store()
    one.save("p1", 300, locked=True)
    with pytest.raises(ValueError, match="final"):
        other.save("p1", 5)
    assert store().get("p1") == 300


def test_a_read_only_folder(store: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> int:
        raise PermissionError(13, "Permission denied")

    window = store()
    with monkeypatch.context() as closed:
        closed.setattr(lock.os, "open", refuse)
        with pytest.raises(ValueError, match="does not allow saving"):
            window.save("q1", "b")
    window.flush()
    assert store().get("q1") == "b"
