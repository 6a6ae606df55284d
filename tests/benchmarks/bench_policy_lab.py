"""How long the kernel needs for one event of the policy lab at 5,000 consignments, and for a mark.

Run it: ``python tests/benchmarks/bench_policy_lab.py``. Each event is a setting that was not seen
before, from the browser's message to the new state; the reference is the simulated year alone, so
that the share of the widget is seen. Marks are of designs that nobody handed in before, after the
scales of the hidden years were made once for all participants.
"""

# ruff: noqa: T201  (a benchmark talks on the terminal)

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from itertools import count
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import borderlab as kit
from borderlab.tasks import policylab_budget as task
from borderlab.tasks.policylab_model import Design, play
from borderlab.tasks.policylab_year import Situation

ROUNDS, BUDGET = 60, 20.0


def report(name: str, action: Callable[[int], Any], limit: float | None = BUDGET) -> None:
    """Median and 90th percentile in milliseconds of wall time, and the median of processor time."""
    walls, works = [], []
    action(0)
    for number in range(1, ROUNDS + 1):
        wall, work = time.perf_counter(), time.process_time()
        action(number)
        walls.append(1000 * (time.perf_counter() - wall))
        works.append(1000 * (time.process_time() - work))
    median, high = statistics.median(walls), statistics.quantiles(walls, n=10)[-1]
    goal = "" if limit is None else ("ok" if median <= limit else f"above {limit:g}")
    line = (
        f"{name:42} {median:7.1f} ms  p90 {high:7.1f}  cpu {statistics.median(works):6.1f}  {goal}"
    )
    print(line)


def main() -> None:
    """All events."""
    lab = kit.policy_lab(consignments=5_000)
    turn = count(1)

    def send(**content: Any) -> None:
        lab._handle_custom_msg({"type": "lab", "turn": next(turn), **content}, [])

    def slide(**values: Any) -> None:
        send(do="set", values=values)

    design = [Design(rate=0.10 + n / 1000, random_share=0.2) for n in range(ROUNDS + 1)]
    report("reference: the year alone", lambda n: play(Situation(), 1, design[n]), None)
    report("inspection rate", lambda n: slide(rate=0.1 + n / 500, random_share=0.2))
    report("random share", lambda n: slide(random_share=n / 100, rate=0.21))
    report("scan share", lambda n: slide(scan_share=n / 70, rate=0.22))
    report("officers and profile", lambda n: slide(staff=1 + n % 6, expiry=1 + n % 12, rate=n / 99))
    report("inspection rate 50 to 100 %", lambda n: slide(rate=0.5 + n / 130, staff=3))
    report("same year, other luck", lambda _: send(do="luck"))
    print(f"state {len(json.dumps(lab.state)) / 1000:.1f} kB")
    lab.adversary = True
    report("inspection rate, offenders move", lambda n: slide(rate=0.1 + n / 333))
    lab.adversary = False
    send(do="frontier", axis="minutes")
    report("frontier, seen before", lambda n: send(do="frontier", axis=("live", "burden")[n % 2]))
    start = time.perf_counter()
    slide(staff=5, expiry=7)
    send(do="frontier", axis="minutes")
    print(f"frontier, new officers and profile: {1000 * (time.perf_counter() - start):.0f} ms, "
          f"{len(json.dumps(lab.chart)) / 1000:.0f} kB")  # fmt: skip
    marks()


def marks() -> None:
    """Marking on three hidden years of about 3,000 consignments."""
    secret = {"seeds": [901, 902, 903]}
    start = time.process_time()
    for seed in range(24):
        task.solution({}, secret, seed)
    print(f"scales of all 24 posts, once: {1000 * (time.process_time() - start):.0f} ms cpu")
    designs = [asdict(Design(0.12 + n / 1000, 0.2, 0.5, 2, 3)) for n in range(ROUNDS + 1)]
    report("mark of a new design", lambda n: task.judge({}, secret, n, designs[n]))
    report("mark of a design seen before", lambda _: task.judge({}, secret, 0, designs[0]))


if __name__ == "__main__":
    main()
