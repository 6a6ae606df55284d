"""One run in the sandbox: started, watched, ended, and what came back."""

from __future__ import annotations

import os
import platform
import subprocess
import tempfile
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from coursekit.sandbox import bubble, seccomp
from coursekit.sandbox.limits import Limits


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended.

    Attributes:
        end: ``done``, ``time`` (too long), ``output`` (too much) or ``died``.
        output: what came back, at most the limit; made by code one does not know.
        said: the end of the error stream, as untrusted as the output.
    """

    end: str
    output: bytes
    said: str = ""


def run(files: Mapping[str, bytes], limits: Limits) -> Outcome:
    """Run the sandbox's runner with these files.

    Call `bubble.why_not` first. Whatever the code does, this returns soon after ``limits.seconds``
    and leaves no process and no file behind.
    """
    with tempfile.TemporaryDirectory(prefix="coursekit-") as folder:
        inputs = Path(folder)
        inputs.chmod(0o755)  # the sandbox is nobody
        for name, data in files.items():
            (inputs / name).write_bytes(data)
            (inputs / name).chmod(0o644)
        read, write = os.pipe()
        try:
            os.write(write, seccomp.program(platform.machine()))
            os.close(write)
            return _watched(bubble.command(inputs, limits, read), read, limits)
        finally:
            os.close(read)


def _watched(command: list[str], filter_fd: int, limits: Limits) -> Outcome:
    process = subprocess.Popen(  # noqa: S603  (bubblewrap with our own arguments)
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        pass_fds=[filter_fd],
    )
    late = threading.Event()

    def end() -> None:
        late.set()
        process.kill()  # --die-with-parent and the process namespace take everything along

    clock = threading.Timer(limits.seconds, end)
    clock.start()
    try:
        errors: list[bytes] = []
        reader = threading.Thread(target=_drain, args=(process, errors), daemon=True)
        reader.start()
        output = process.stdout.read(limits.output_bytes + 1) if process.stdout else b""
        if len(output) > limits.output_bytes:
            process.kill()
        process.wait()
        reader.join(5)
    finally:
        clock.cancel()
        process.kill()
        process.wait()
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()
    said = b"".join(errors)[-2000:].decode("utf-8", "replace")
    if late.is_set():
        return Outcome("time", b"", said)
    if len(output) > limits.output_bytes:
        return Outcome("output", b"", said)
    return Outcome("died" if process.returncode else "done", output, said)


def _drain(process: subprocess.Popen[bytes], into: list[bytes]) -> None:
    """Read the error stream to its end; only its end is kept."""
    while process.stderr is not None and (data := process.stderr.readline(65_536)):
        into[:] = [*into[-20:], data]
