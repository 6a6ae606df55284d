"""The inspection room against plain loops of the same models and against SimPy.

Run it: ``python tests/benchmarks/bench_inspection.py``. Times are processor seconds, the best of
several runs, so that a busy machine matters little; what a loop plays is a part of what the arrays
play, and ratios are per consignment. Results of both sides are compared before they are timed.
SimPy is optional (``pip install simpy``).
"""

# ruff: noqa: T201  (a benchmark talks on the terminal)

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import numpy as np

from borderlab.inspection import boxes, by_trader, policies, queues
from borderlab.inspection.boxes import Opening
from borderlab.inspection.contents import Contents
from borderlab.inspection.histories import Levels
from borderlab.inspection.invented import invented
from borderlab.inspection.post import Post
from borderlab.inspection.simulation import simulate

CARGO = Contents((1, 40), 20, 0.01, 0.2)
OPENED, LOOKED = 8, 10


def seconds(action: Callable[[], Any], rounds: int = 5) -> float:
    """Best processor time of several runs."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def report(name: str, fast: float, slow: float, goal: str = "") -> None:
    """One line: seconds per consignment of both sides and their ratio."""
    ratio = slow / fast
    print(f"{name:44} {1 / fast:14,.0f} /s {1 / slow:12,.0f} /s {ratio:9,.0f} x  {goal}")


def box_loop(n: int, seed: int) -> np.ndarray:
    """The consignments of `CARGO`, box after box: found, boxes to find, boxes opened."""
    rng, out = random.Random(seed), []  # noqa: S311  (a simulation)
    a = CARGO.rate * (1 / CARGO.correlation - 1)
    b = (1 - CARGO.rate) * (1 / CARGO.correlation - 1)
    for _ in range(n):
        size = rng.randint(*CARGO.range)
        load = []
        for _ in range(size):
            share = rng.betavariate(a, b)
            load.append([rng.random() < share for _ in range(CARGO.items)])
        opened = min(OPENED, size)
        chosen, first = rng.sample(load, opened), None
        for turn, box in enumerate(chosen, start=1):
            if any(rng.sample(box, LOOKED)) and first is None:
                first = turn
        out.append((first is not None, first or opened, opened))
    return np.array(out, dtype=float)


def bench_boxes() -> None:
    """Consignments with boxes opened."""
    n, few = 500_000, 2_000
    opening = Opening(OPENED, LOOKED / CARGO.items)
    fast, slow = boxes.simulate(n, CARGO, opening, 1), box_loop(few, 1)
    columns = (fast.found, fast.boxes_to_find, fast.boxes_opened)
    for column, reference in zip(columns, slow.T, strict=True):
        error = 5 * reference.std() / np.sqrt(few)
        assert abs(column.mean() - reference.mean()) < error, "the two models differ"
    loop = seconds(lambda: box_loop(few, 1), 2) / few
    short = seconds(lambda: boxes.simulate(n, CARGO, opening, 1)) / n
    report("boxes opened, 1 to 40 of 20 items", short, loop)

    def filled() -> None:
        rng = np.random.default_rng(1)
        boxes.open_boxes(CARGO.fill(n // 10, rng), opening, rng)

    report("the same, every illegal box filled first", seconds(filled) / (n // 10), loop)


def plan_loop(bad: list, trader: list, luck: list, plan: Levels) -> list:
    """Compliance levels, one consignment after another."""
    state: dict[int, tuple[int, int]] = {}
    inspected = []
    for is_bad, who, draw in zip(bad, trader, luck, strict=True):
        level, clean = state.get(who, (0, 0))
        look = draw < plan.fractions[level]
        inspected.append(look)
        if look:
            if is_bad:
                level, clean = 0, 0
            elif level < plan.top:
                clean += 1
                if clean >= plan.clearance:
                    level, clean = level + 1, 0
            state[who] = level, clean
    return inspected


def bench_streams() -> None:
    """Levels with a history for each importer; the loop gets the same draws."""
    n, plan = 500_000, Levels((1.0, 0.3, 0.1), 8)
    rng = np.random.default_rng(4)
    bad, trader = rng.random(n) < 0.02, (rng.pareto(1.2, n) * 20).astype(np.int64) % 20_000
    luck = np.random.default_rng(7).random(n).tolist()
    plain = bad.tolist(), trader.tolist(), luck
    fast = by_trader.run(bad, trader, plan, 7).inspected
    assert fast.tolist() == plan_loop(*plain, plan), "the two models differ"
    report(
        "compliance levels by importer",
        seconds(lambda: by_trader.run(bad, trader, plan, 7)) / n,
        seconds(lambda: plan_loop(*plain, plan), 3) / n,
    )


def simpy_waits(arrival: np.ndarray, service: np.ndarray, servers: int) -> np.ndarray:
    """The same queue as a process of events."""
    import simpy

    env = simpy.Environment()
    desk = simpy.Resource(env, servers)
    out = np.empty(arrival.size)

    def consignment(i: int) -> Any:
        yield env.timeout(arrival[i])
        with desk.request() as turn:
            yield turn
            out[i] = env.now - arrival[i]
            yield env.timeout(service[i])

    for i in range(arrival.size):
        env.process(consignment(i))
    env.run()
    return out


def bench_queues() -> None:
    """Exact waits of given consignments."""
    try:
        import simpy  # noqa: F401
    except ImportError:
        print("SimPy is not installed: queues are not compared")
        return
    rng = np.random.default_rng(3)
    for servers, goal in ((1, "goal 1,000"), (4, "goal 20"), (12, "goal 20")):
        n, few = 500_000, 4_000
        arrival = np.cumsum(rng.exponential(1 / (0.9 * servers), n))
        service = rng.gamma(2.0, 0.5, n)
        part = arrival[:few], service[:few]
        expected = simpy_waits(*part, servers)
        assert np.allclose(queues.waits(*part, servers), expected), "the two queues differ"
        report(
            f"queue with {servers} officer(s), against SimPy",
            seconds(lambda a=arrival, s=service, c=servers: queues.waits(a, s, c)) / n,
            seconds(lambda p=part, c=servers: simpy_waits(*p, c), 3) / few,
            goal,
        )


def bench_year() -> None:
    """An event of the policy lab, and a whole year."""
    chosen = {
        "score + random": policies.ScoreAndRandom(0.05, 0.1),
        "stream plan": policies.StreamPlan(5, 0.1),
        "inspect all": policies.InspectAll(),
    }
    for name, policy in chosen.items():
        lines = []
        for n, staff, rounds in ((5_000, 2, 25), (35_000, 8, 5), (350_000, 60, 3)):
            year, post = invented(1, n), Post(staff=staff)
            score, walls, works = year.seen["score"], [], []
            for seed in range(rounds):
                wall, work = time.perf_counter(), time.process_time()
                simulate(year, policy, seed=seed, post=post, score=score)
                walls.append(time.perf_counter() - wall)
                works.append(time.process_time() - work)
            lines.append((statistics.median(walls), statistics.median(works)))
        text = "   ".join(f"{1e3 * wall:7.1f} ({1e3 * work:6.1f})" for wall, work in lines)
        print(f"simulate, {name:16} 5,000 / 35,000 / 350,000: {text}  ms wall (processor)")
    print("                           goals: 5,000 in 20 ms, 350,000 in 2,000 ms")


def bench_memory() -> None:
    """Memory of a year, beyond the stream itself."""
    year = invented(1, 350_000)
    tracemalloc.start()
    result = simulate(
        year, policies.ScoreAndRandom(), seed=1, post=Post(staff=60), score=year.seen["score"]
    )
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    size = result.events.nbytes / year.size
    print(f"memory of a year of 350,000: {peak / 1e6:.0f} MB at most, {kept / 1e6:.0f} MB kept")
    print(f"its log of events: {size:.0f} bytes a consignment")
    print(f"whole process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB")


BENCHES = {
    "boxes": bench_boxes,
    "streams": bench_streams,
    "queues": bench_queues,
    "year": bench_year,
    "memory": bench_memory,
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("which", nargs="*", default=list(BENCHES), help=", ".join(BENCHES))
    for name in parser.parse_args().which:
        BENCHES[name]()


if __name__ == "__main__":
    main()
