"""The clean process in which the trainer's check cells run. Started as a script by `checks`.

Reads one JSON request per line; writes one JSON line per check, and one for what there is to say
about the answers. It has the saved answers, the checks and the keys, and nothing else: no
gradebook, no other participant, an empty working folder.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import sys
import types
from pathlib import Path
from typing import Any, TextIO

SHOWN_CHARS = 2_000
LARGEST = 1e9  # points; also leaves out NaN


class CheckKit:
    """What a check cell sees as ``kit``: the marker, and behind it the package itself."""

    def __init__(self, marker: Any) -> None:
        self._marker = marker

    def __getattr__(self, name: str) -> Any:
        """The marker's own name, else the package's (a check may load data)."""
        if hasattr(self._marker, name):
            return getattr(self._marker, name)
        import borderlab

        return getattr(borderlab, name)


Compiled = tuple[types.CodeType, types.CodeType | None]


def compiled(source: str, name: str) -> Compiled:
    """A cell as its statements and, if its last one is an expression, that expression."""
    tree = ast.parse(source, filename=name)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        expression = ast.Expression(tree.body.pop().value)  # type: ignore[attr-defined]
        last = compile(expression, name, "eval")
    return compile(tree, name, "exec"), last


def run_check(code: Compiled, marker: Any) -> dict[str, Any]:
    """Run one check. Gives its value, what it printed, and its error, all as short plain text."""
    body, last = code
    space = {"__name__": "__main__", "kit": CheckKit(marker)}
    out, err = io.StringIO(), io.StringIO()
    value: Any = None
    problem = ""
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            exec(body, space)  # noqa: S102  (the trainer's own check)
            if last is not None:
                value = eval(last, space)  # noqa: S307  (as above)
        except BaseException as error:  # noqa: BLE001  (also SystemExit: a check must not end us)
            problem = f"{type(error).__name__}: {error}"
    plain = type(value) in {int, float} and abs(value) < LARGEST
    return {
        "value": value if plain else None,
        "repr": "" if value is None else repr(value)[:SHOWN_CHARS],
        "out": out.getvalue()[:SHOWN_CHARS],
        "err": err.getvalue()[:SHOWN_CHARS],
        "problem": problem[:SHOWN_CHARS],
    }


def serve(requests: TextIO, replies: TextIO) -> None:
    """Answer requests until the input ends."""
    from borderlab.answers.marking import Marker
    from borderlab.answers.records import read_record
    from coursekit.grading.cases import case_of

    checks: dict[str, dict[str, Compiled | str]] = {}
    keys: dict[str, dict[str, Any]] = {}
    for line in requests:
        request = json.loads(line)
        if "load" in request:
            for module, cells in request["load"].items():
                checks[module] = {name: _compiled(source, name) for name, source in cells}
            keys = request["keys"]
            continue
        records = {qid: read_record(found) for qid, found in request["records"].items()}
        for name in request["run"]:
            code = checks[request["module"]][name]
            if isinstance(code, str):
                result = {"value": None, "repr": "", "out": "", "err": "", "problem": code}
            else:
                result = run_check(code, Marker(records, request["seed"] or 0))
            replies.write(json.dumps(result) + "\n")
            replies.flush()
        if "language" in request:
            cases = {
                qid: case_of(
                    entry, _value(records.get(qid)), request["seed"] or 0, request["language"]
                ).plain()
                for qid, entry in keys.get(request["module"], {}).items()
            }
            replies.write(json.dumps(cases) + "\n")
            replies.flush()


def _value(record: Any) -> Any:
    return None if record is None else record.value


def _compiled(source: str, name: str) -> Compiled | str:
    try:
        return compiled(source, f"check {name}")
    except (SyntaxError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


def main() -> None:
    """Take the real streams for the protocol, so that a check cannot write into it."""
    requests = os.fdopen(os.dup(0), encoding="utf-8")
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    with open(os.devnull, "r+b") as nothing:  # noqa: PTH123
        os.dup2(nothing.fileno(), 0)
        os.dup2(nothing.fileno(), 1)
    serve(requests, replies)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    main()
