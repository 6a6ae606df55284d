"""Grading a thousand people of real modules, beside stock nbgrader on a few of them.

    python tests/benchmarks/bench_grading.py [--people 1000] [--stock 6]
        [--modules m01_risk m02_documents m03_inspection]

Both are started as a trainer starts them, as processes of their own. A submission is one person's
work on one module. "CPU per submission" is that of all people less that of one, so that the
start-up of either does not count; the ratios "with start" divide the whole by the submissions.
The tenth part of the people is measured as well: ten times the people should cost ten times as
much. Hand-ins are made before the clock starts.
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

MODULES = ["m01_risk", "m02_documents", "m03_inspection"]


# Peak memory as the kernel counts it for the program itself (Linux), without its parent's.
MAIN = """
import sys
from coursekit.__main__ import main
status = main(sys.argv[1:])
peak = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(peak[0].split()[1], file=sys.stderr)
sys.exit(status)
"""


def measured(*arguments: str) -> dict[str, float]:
    """Seconds, CPU seconds (children included) and peak MB of one ``coursekit`` command."""
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", MAIN, *arguments], capture_output=True, text=True, check=True
    )
    seconds, after = time.perf_counter() - start, os.times()
    cpu = sum(after[2:4]) - sum(before[2:4])
    return {"seconds": seconds, "cpu": cpu, "peak_mb": int(done.stderr.split()[-1]) / 1024}


def ours(folder: Path, modules: list[str], people: int) -> dict[str, Any]:
    """Grade ``people`` hand-ins in a new run, and the same ones once more."""
    inbox = folder / f"inbox{people}"
    crowd.bundles(inbox, modules, people)
    run = new_run(f"ours{people}", modules, crowd.languages(modules), runs=folder)
    found = measured("grade", str(run.folder), str(inbox))
    again = measured("grade", str(run.folder), str(inbox))
    rows = len((run.place("reports", "grades.csv")).read_text("utf-8").splitlines()) - 1
    if rows != people * len(modules):
        raise SystemExit(f"{rows} rows for {people} people")
    return {**found, "again_seconds": again["seconds"]}


def theirs(folder: Path, modules: list[str], people: int) -> dict[str, Any]:
    """The same with ``nbgrader autograde``, one module after the other."""
    seconds = cpu = 0.0
    for module in modules:
        tree = folder / f"tree{people}" / module
        crowd.tree(tree, [module], people)
        run = new_run(f"stock{people}{module}", [module], crowd.languages([module]), runs=folder)
        start, before = time.perf_counter(), os.times()
        done = stock.autograde(run, tree, module)
        seconds, after = seconds + time.perf_counter() - start, os.times()
        if done.returncode:
            raise SystemExit(done.stderr[-3000:])
        cpu += sum(after[2:4]) - sum(before[2:4])
    return {"seconds": seconds, "cpu": cpu}


def each(many: dict[str, Any], one: dict[str, Any], submissions: int, modules: int) -> float:
    """CPU seconds of one more submission (wall time of one is mostly noise)."""
    return float(many["cpu"] - one["cpu"]) / (submissions - modules)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--stock", type=int, default=6)
    parser.add_argument("--modules", nargs="+", default=MODULES)
    args = parser.parse_args()
    count = len(args.modules)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        found: dict[str, Any] = {
            "submissions": args.people * count,
            "load": os.getloadavg()[0],
            "ours": ours(folder, args.modules, args.people),
            "ours_tenth": ours(folder, args.modules, args.people // 10),
            "ours_one": ours(folder, args.modules, 1),
        }
        if args.stock > 1:
            found["stock"] = theirs(folder, args.modules, args.stock)
            found["stock_one"] = theirs(folder, args.modules, 1)
    mine = each(found["ours"], found["ours_one"], args.people * count, count)
    tenth = each(found["ours_tenth"], found["ours_one"], args.people // 10 * count, count)
    found["cpu_per_submission"] = {"ours": mine, "ours_tenth": tenth}
    if args.stock > 1:
        their = each(found["stock"], found["stock_one"], args.stock * count, count)
        found["cpu_per_submission"] |= {"stock": their, "ratio": their / mine}
        for unit in ("seconds", "cpu"):
            whole = found["stock"][unit] / args.stock / (found["ours"][unit] / args.people)
            found[f"ratio_with_start_{unit}"] = whole
    print(json.dumps(found, indent=1))  # noqa: T201  (the result)


if __name__ == "__main__":
    main()
