# ruff: noqa: T201  (a benchmark talks on the terminal)
"""Speed, linearity and memory of the generator, beside SDV's GaussianCopula in the same run.

Run: ``python tests/benchmarks/bench_world.py [largest n]``. The comparison runs where SDV is
installed (extra ``bench``); it samples the same columns of the shipments, fitted on 20,000 rows.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

SIZES = (10_000, 100_000, 1_000_000, 5_000_000)
SDV_ROWS, SDV_FIT = 50_000, 20_000
# Columns of permits, lines, inspections and truth are not sampled by SDV, so it does less.
IDS = ("shipment_id", "permit_no", "exporter_id", "importer_id", "agent_id", "issuer")


def one_size(n: int) -> None:
    """Generate one world in a fresh process: rows a second (wall and processor), memory."""
    import resource

    from borderlab.world import generate

    generate(1, 1000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, processor = time.perf_counter(), time.process_time()
    world = generate(5, n)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    speed = f"{n / wall / 1e6:6.3f} M rows/s wall  {n / processor / 1e6:6.3f} M rows/s processor"
    memory = f"{world.nbytes / n:5.0f} bytes/row kept  {peak * 1024 / n:6.0f} bytes/row peak"
    print(f"{n:>9,} shipments  {speed}  {memory}")


def _metadata(table: Any) -> Any:
    """Column types of a table as SDV guesses them; the name of the method changed in SDV 2."""
    from sdv.metadata import Metadata  # type: ignore[import-not-found, unused-ignore]

    if hasattr(Metadata, "detect_from_dataframe"):
        return Metadata.detect_from_dataframe(table)
    return Metadata.detect_from_dataframes({"shipments": table})


def against_sdv() -> None:
    """Rows a second of both for the same columns, one after the other in this process."""
    import warnings

    from borderlab.world import generate

    warnings.simplefilter("ignore")
    from sdv.metadata import Metadata  # type: ignore[import-not-found, unused-ignore]
    from sdv.single_table import (  # type: ignore[import-not-found, unused-ignore]
        GaussianCopulaSynthesizer,
    )

    table = generate(1, SDV_FIT).frame("shipments")
    keep = [name for name in table if not str(name).endswith("_label") and name not in IDS]
    table = table[keep]
    for name in keep:
        if str(table[name].dtype) == "category":
            table[name] = table[name].astype("object")
    model = GaussianCopulaSynthesizer(_metadata(table))
    old = hasattr(Metadata, "detect_from_dataframe")
    model.fit(table if old else {"shipments": table})
    theirs = SDV_ROWS / _best(lambda: model.sample(SDV_ROWS))
    generate(1, 1000)
    same = 1_000_000 / _best(lambda: generate(2, 1_000_000, lines=False))
    every = 1_000_000 / _best(lambda: generate(2, 1_000_000))
    print(f"SDV GaussianCopula: {theirs:,.0f} rows/s of {len(keep)} columns")
    print(f"generator, shipments: {same:,.0f} rows/s; ratio {same / theirs:,.0f}")
    print(f"generator, all tables: {every:,.0f} rows/s; ratio {every / theirs:,.0f}")


def _best(work: Callable[[], object]) -> float:
    """Processor time of the best of three runs: other work on the machine only slows down."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """All sizes, each in its own process, then the comparison."""
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1]
    for n in SIZES:
        if n <= largest:
            code = f"import bench_world; bench_world.one_size({n})"
            place = os.pathsep.join([os.path.dirname(os.path.abspath(__file__)), *sys.path])  # noqa: PTH100, PTH120
            subprocess.run(
                [sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONPATH": place}
            )
    if find_spec("sdv"):
        against_sdv()
    else:
        print("SDV is not installed (extra bench): no comparison.")


if __name__ == "__main__":
    main()
