"""Make the package lists of ``requirements/`` anew: ``python3 tools/relock.py [--upgrade]``.

For developers, after a change of dependencies in pyproject.toml. Needs ``uv`` on the path
(``python3 -m pip install uv``). Without ``--upgrade`` everything keeps its version that can.
Afterwards bring environment.yml to the same versions; a test compares the two.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEVELS = ("test", "trainer", "workshop")  # the widest first: it constrains the others
_OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-header",
    "--no-annotate",
    "--quiet",
)
_LINE = re.compile(r"[a-z0-9][a-z0-9.-]*==[^ ]+( ; .+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")


def command(uv: str, level: str, more: list[str]) -> list[str]:
    """The command that makes the list of one level."""
    limits = ["--constraint", "requirements/limits.in"]
    limits += [] if level == "test" else ["--constraint", "requirements/test.txt"]
    target = ["--output-file", f"requirements/{level}.txt"]
    return [
        uv,
        "pip",
        "compile",
        "pyproject.toml",
        "--extra",
        level,
        *_OPTIONS,
        *limits,
        *target,
        *more,
    ]


def strange_lines(text: str) -> list[str]:
    """The lines that are neither a pinned package nor a hash, such as an index address."""
    return [line for line in text.splitlines() if not _LINE.fullmatch(line)]


def main() -> int:
    """Make the three lists; gives the exit status."""
    uv = shutil.which("uv")
    if uv is None:
        return _complain("uv is not installed: python3 -m pip install uv")
    for level in LEVELS:
        more = sys.argv[1:] if level == "test" else []
        done = subprocess.run(command(uv, level, more), cwd=ROOT, check=False)  # noqa: S603  (uv)
        if done.returncode != 0:
            return _complain(f"uv could not make requirements/{level}.txt")
        strange = strange_lines((ROOT / "requirements" / f"{level}.txt").read_text("utf-8"))
        if strange:
            return _complain(f"requirements/{level}.txt has a line of another kind: {strange[0]}")
    return 0


def _complain(sentence: str) -> int:
    sys.stderr.write(f"relock: {sentence}\n")
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
