"""Runs inside the sandbox: the code of one participant, and then tells which answers it gave.

Started as a script, with the package of participants on the path. Reads ``request.json``
(``cells``: name and code of each cell, ``limits``), works as in a participant's
folder, and writes one JSON object to standard output: ``answers`` (the file of answers as text)
and ``errors`` (cell -> kind of error). All of it is in the hands of the participant's code.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import sys
from pathlib import Path
from typing import Any

DATA = Path("/sandbox/in/data")


def main() -> None:
    """Run the cells and write what came of it."""
    request = json.loads((DATA / "request.json").read_text(encoding="utf-8"))
    bound(request["limits"])
    for name in ("questions.json", "answers.json"):
        shutil.copyfile(DATA / name, name)
    result = os.fdopen(os.dup(1), "w", encoding="utf-8")
    with open(os.devnull, "r+b") as nothing:  # noqa: PTH123
        for stream in (0, 1, 2):  # what the code prints is nobody's concern
            os.dup2(nothing.fileno(), stream)
    errors: dict[str, str] = {}
    space: dict[str, Any] = {"__name__": "__main__"}
    for name, code in request["cells"]:
        try:
            exec(compile(code, f"cell {name}", "exec"), space)  # noqa: S102  (what the box is for)
        except BaseException as error:  # noqa: BLE001  (also SystemExit and KeyboardInterrupt)
            errors[name] = type(error).__name__
    try:
        answers = Path("/sandbox/work/answers.json").read_text(encoding="utf-8")
    except (OSError, ValueError):
        answers = ""
    result.write(json.dumps({"answers": answers, "errors": errors}))
    result.flush()
    os._exit(0)


def bound(limits: dict[str, float]) -> None:
    """Lower this process's limits for good: raising them again takes rights it does not have."""
    for kind, name in (
        (resource.RLIMIT_CPU, "cpu_seconds"),
        (resource.RLIMIT_AS, "memory_bytes"),
        (resource.RLIMIT_FSIZE, "file_bytes"),
        (resource.RLIMIT_NOFILE, "open_files"),
    ):
        most = int(limits[name])
        resource.setrlimit(kind, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    main()
