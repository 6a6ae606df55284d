"""How long the kernel needs for one event of a widget: median of many, in milliseconds.

Run it: ``python tests/benchmarks/bench_widget_events.py``. Every event includes validation, the
lock, the atomic write of ``answers.json`` and the update of all views. The reference in the last
line is the write alone, so that a slow disk is told from slow code.
"""

# ruff: noqa: T201  (a benchmark talks on the terminal)

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import borderlab as kit
from unit.borderlab.widgets.conftest import send, write_questions

ROUNDS = 200
BUDGET = 20.0  # milliseconds, kernel side of any event


def median_ms(action: Callable[[int], Any]) -> tuple[float, float]:
    """Median and 95th percentile of `ROUNDS` calls."""
    times = []
    for number in range(ROUNDS):
        start = time.perf_counter()
        action(number)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times), statistics.quantiles(times, n=20)[18]


def events() -> dict[str, Callable[[int], Any]]:
    """The events, each as a function of its running number."""
    choice, number, lanes, text = (kit.ask(qid) for qid in ("q1", "n1", "l1", "t1"))
    checked = kit.ask("n1")
    grid, card = kit.base_rate_grid(), kit.species_card()

    def search(i: int) -> None:
        card._handle_custom_msg({"type": "search", "text": ("ele", "perr", "cact")[i % 3]}, [])

    def change_date(i: int) -> None:
        card.day = f"{1976 + i % 50}-06-01"

    def change_species(i: int) -> None:
        card.name = f"SP{1 + i % 300:03d}"

    def move_slider(i: int) -> None:
        grid.illegal = i % 100

    return {
        "choose an option": lambda i: send(choice, "ab"[i % 2]),
        "type a number": lambda i: send(number, str(i % 100)),
        "refuse a number": lambda _: send(number, "x"),
        "sort into a lane": lambda i: send(lanes, {"c1": ("red", "green")[i % 2]}),
        "autosave a text": lambda i: send(text, f"words {i}"),
        "check an answer": lambda _: checked._handle_custom_msg({"type": "check"}, []),
        "show a question": lambda _: kit.ask("q2"),
        "slider of the grid": move_slider,
        "species search": search,
        "species date": change_date,
        "another species": change_species,
    }


def write_alone(folder: Path) -> Callable[[int], None]:
    """What any save must at least do: write a small file and put it in place."""
    content = json.dumps(json.loads((folder / "answers.json").read_text()), indent=1).encode()

    def write(_: int) -> None:
        temporary = folder / "reference.tmp"
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(folder / "reference.json")

    return write


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.chdir(folder)
        write_questions(folder)
        kit.open_notebook("m00_welcome", "lesson", language="en")
        print(f"{'event':22} {'median ms':>10} {'p95 ms':>8}   (budget {BUDGET:.0f})")
        for event, action in events().items():
            median, high = median_ms(action)
            print(f"{event:22} {median:10.2f} {high:8.2f}   {'' if median <= BUDGET else 'OVER'}")
        median, high = median_ms(write_alone(folder))
        print(f"{'write alone':22} {median:10.2f} {high:8.2f}")
        os.chdir(Path(__file__).parent)


if __name__ == "__main__":
    main()
