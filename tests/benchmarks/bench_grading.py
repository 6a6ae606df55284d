"""Grading 200 people of the welcome module, beside stock nbgrader on 20 of them.

    python tests/benchmarks/bench_grading.py [--people 200] [--stock 20]

Both are started as a trainer starts them, as processes of their own. "CPU per submission" is that
of all people less that of one, so that the start-up of either does not count; the ratios "with
start" divide the whole by the number of people.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from coursekit.grading.run import new_run
from grading import crowd, stock

MODULE = "m00_welcome"


# Peak memory as the kernel counts it for the program itself (Linux), without its parent's.
MAIN = """
import sys
from coursekit.__main__ import main
status = main(sys.argv[1:])
peak = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(peak[0].split()[1], file=sys.stderr)
sys.exit(status)
"""


def measured(*arguments: str) -> tuple[float, float, float]:
    """Seconds, CPU seconds (children included) and peak MB of one ``coursekit`` command."""
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", MAIN, *arguments], capture_output=True, text=True, check=True
    )
    seconds, after = time.perf_counter() - start, os.times()
    cpu = sum(after[2:4]) - sum(before[2:4])
    return seconds, cpu, int(done.stderr.split()[-1]) / 1024


def ours(folder: Path, people: int) -> dict[str, Any]:
    """Grade ``people`` hand-ins in a new run."""
    inbox = folder / f"inbox{people}"
    crowd.bundles(inbox, MODULE, people)
    run = new_run(f"ours{people}", [MODULE], runs=folder)
    seconds, cpu, memory = measured("grade", str(run.folder), str(inbox))
    again, _, _ = measured("grade", str(run.folder), str(inbox))
    return {"seconds": seconds, "cpu": cpu, "peak_mb": memory, "again_seconds": again}


def theirs(folder: Path, people: int) -> dict[str, Any]:
    """The same with ``nbgrader autograde``."""
    tree = folder / f"tree{people}"
    crowd.tree(tree, MODULE, people)
    run = new_run(f"stock{people}", [MODULE], runs=folder)
    start, before = time.perf_counter(), os.times()
    done = stock.autograde(run, tree, MODULE)
    seconds, after = time.perf_counter() - start, os.times()
    if done.returncode:
        raise SystemExit(done.stderr[-3000:])
    cpu = sum(after[2:4]) - sum(before[2:4])
    return {"seconds": seconds, "cpu": cpu}


def each(many: dict[str, Any], one: dict[str, Any], people: int) -> float:
    """CPU seconds of one more submission (wall time of one is mostly noise)."""
    return float(many["cpu"] - one["cpu"]) / (people - 1)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--stock", type=int, default=20)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        found = {
            "ours": ours(folder, args.people),
            "ours_one": ours(folder, 1),
            "stock": theirs(folder, args.stock),
            "stock_one": theirs(folder, 1),
        }
    mine = each(found["ours"], found["ours_one"], args.people)
    their = each(found["stock"], found["stock_one"], args.stock)
    found["cpu_per_submission"] = {"ours": mine, "stock": their, "ratio": their / mine}
    for unit in ("seconds", "cpu"):
        whole = found["stock"][unit] / args.stock / (found["ours"][unit] / args.people)
        found[f"ratio_with_start_{unit}"] = whole
    print(json.dumps(found, indent=1))  # noqa: T201  (the result)


if __name__ == "__main__":
    main()
