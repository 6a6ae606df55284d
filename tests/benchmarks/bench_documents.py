"""Verifying permits beside pandera and polars, in one run; results must agree rule by rule.

    python tests/benchmarks/bench_documents.py [rows]

Needs the bench extra (pandera, polars). The 40 rules are those that a table of shipments with the
officer's observations can decide without a register; each peer says them in its usual way.
"""

# ruff: noqa: T201  (a benchmark talks on the terminal)
from __future__ import annotations

import argparse
import time
from collections.abc import Callable

import numpy as np
import pandas as pd
import pandera.pandas as pa
import polars as pl
import polars.selectors as cs
from bench_documents_peers import OBSERVED, RULES, peer_columns

from borderlab import world
from borderlab.documents import clean_permits, frame_columns, to_columns, verify, world_reference

ROUNDS = 5


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Shortest of several runs, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def shipments(n: int) -> pd.DataFrame:
    """Shipments of the invented world with what an officer noted about each paper."""
    frame = world.generate(20260305, n).frame("shipments")
    rng = np.random.default_rng(1)
    noted = {name: rng.random(n) > 0.02 for name in OBSERVED}
    return frame.assign(**noted)


def schema(columns: dict[str, object]) -> pa.DataFrameSchema:
    """The rules as pandera checks on the data frame."""
    checks = [
        pa.Check(lambda df, fails=rule.pandas: ~fails(df, columns), name=rule.id, ignore_na=False)
        for rule in RULES
    ]
    return pa.DataFrameSchema(checks=checks)


def pandera_cases(made: pa.DataFrameSchema, frame: pd.DataFrame) -> pd.DataFrame:
    """pandera's own report of failures."""
    try:
        made.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        return errors.failure_cases
    return pd.DataFrame({"check": [], "index": []})


def main() -> int:
    """Measure and print one line per claim."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int, nargs="?", default=100_000)
    n = parser.parse_args().rows
    reference = world_reference()
    frame = shipments(n)
    ids = [rule.id for rule in RULES]
    columns = frame_columns(frame, reference)
    columns.resolve()
    peers = peer_columns(reference)
    made = schema(peers)
    table = pl.from_pandas(frame).with_columns((cs.categorical() | cs.enum()).cast(pl.String))
    expressions = [rule.polars(peers).fill_null(value=False).alias(rule.id) for rule in RULES]
    disagree = compare(verify(columns, reference, only=ids), frame, table, expressions, peers)
    print(f"{n:,} rows, {len(ids)} rules; rules on which results differ: {disagree or 'none'}")

    def cold() -> object:
        columns.forget()
        return verify(columns, reference, only=ids)

    ours, ours_cold = best(lambda: verify(columns, reference, only=ids), 20), best(cold)
    whole = best(lambda: verify(frame_columns(frame, reference), reference, only=ids))
    text = best(lambda: verify(columns, reference, only=ids).table())
    theirs = best(lambda: pandera_cases(made, frame), 1)
    polars = best(lambda: table.select(expressions), 20)
    report("mask, columns and combinations ready", ours, theirs, polars)
    report("mask, columns ready", ours_cold, theirs, polars)
    report("mask, from the data frame", whole, theirs, polars)
    report("all findings with texts", text, theirs, None)
    one_permit(reference)
    return 1 if disagree else 0


def compare(findings, frame, table, expressions, peers) -> list[str]:
    """Ids of the rules on which the three do not agree row by row."""
    masks = table.select(expressions)
    odd = []
    for rule in RULES:
        mine = findings.mask(rule.id)
        if not (
            np.array_equal(mine, rule.pandas(frame, peers).to_numpy(dtype=bool))
            and np.array_equal(mine, masks[rule.id].to_numpy())
        ):
            odd.append(rule.id)
    return odd


def report(what: str, ours: float, pandera: float, polars: float | None) -> None:
    """One line: milliseconds and ratios."""
    line = f"{what:38} {ours * 1e3:9.2f} ms"
    line += f"   pandera {pandera * 1e3:9.0f} ms = {pandera / ours:7.0f} x"
    print(line + (f"   polars {polars * 1e3:7.1f} ms = {polars / ours:5.1f} x" if polars else ""))


def one_permit(reference) -> None:
    """One permit on a click, and again; all rules."""
    permits = clean_permits(3, 400)
    start = time.perf_counter()
    for permit in permits:
        verify(permit, reference)
    first = (time.perf_counter() - start) / len(permits)
    again = best(lambda: verify(permits[0], reference), 50)
    batch = best(lambda: verify(to_columns(permits, reference), reference))
    print(f"one permit, all rules: {first * 1e3:.3f} ms at first sight, {again * 1e3:.4f} ms again")
    print(f"400 permits in a batch, all rules: {batch * 1e3:.1f} ms")


if __name__ == "__main__":
    raise SystemExit(main())
