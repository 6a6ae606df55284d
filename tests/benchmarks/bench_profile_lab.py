"""The profile lab: a slider event on the kernel, and scoring beside a scikit-learn pipeline.

Run: ``python tests/benchmarks/bench_profile_lab.py``. An event is what the kernel does between the
message of a slider and its reply: weights checked, 20,000 consignments rescored, places filled,
curves, tables, reasons and picture made, and the reply turned into JSON. The ratio is taken against
a pipeline that scores the same matrix of evidence with the same weights in the same minute, and
only if both give the same probabilities.
"""
# ruff: noqa: T201

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from statistics import median

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from borderlab.risk.scorecard import sigmoid
from borderlab.tasks.targeting_groups import GROUPS, Data, data, points, vector
from borderlab.widgets.targeting_lab import ProfileLab

ROWS = 20_000
BUDGET_MS, RATIO = 20.0, 5.0


def timed(work: Callable[[int], object], times: int = 41) -> float:
    """Median milliseconds of a call, after one that is not counted."""
    work(0)
    spent = []
    for turn in range(1, times + 1):
        start = time.perf_counter()
        work(turn)
        spent.append(1000 * (time.perf_counter() - start))
    return median(spent)


def slider_event() -> float:
    """A message with a new weight, and the result that goes back."""
    lab = ProfileLab(consignments=ROWS, weights=dict.fromkeys(GROUPS, 1.0))
    start = time.perf_counter()
    lab.prepare()
    print(f"consignments generated and first result: {time.perf_counter() - start:.2f} s")

    def event(turn: int) -> int:
        key = GROUPS[turn % len(GROUPS)]
        weights = {**lab.weights, key: 0.5 * (turn % 7)}
        lab.set_state({"weights": weights, "turn": turn + 1})
        return len(json.dumps(lab.result))

    spent = timed(event)
    print(f"slider event, {ROWS:,} consignments: {spent:.1f} ms (at most {BUDGET_MS:g})")
    print(f"  reply: {event(1) / 1000:.1f} kB")
    return spent


def beside_scikit_learn(made: Data) -> float:
    """Probabilities of a logistic model from the matrix of group points."""
    pipeline = make_pipeline(StandardScaler(), LogisticRegression(max_iter=500))
    pipeline.fit(made.points, made.bad)
    scale, model = pipeline[0], pipeline[1]
    raw = model.coef_[0] / scale.scale_
    intercept = float(model.intercept_[0] - (model.coef_[0] * scale.mean_ / scale.scale_).sum())
    weights = dict(zip(GROUPS, raw.tolist(), strict=True))
    ours = sigmoid(made.score(weights) + intercept)
    difference = np.abs(ours - pipeline.predict_proba(made.points)[:, 1]).max()
    if difference > 1e-9:
        raise SystemExit(f"the two scores differ by {difference:.1e}")
    mine = timed(lambda turn: made.points @ (vector(weights) * (1 + turn / 1e6)), 201)
    theirs = timed(lambda _: pipeline.decision_function(made.points), 201)
    evidence_first = timed(lambda _: points(made.evidence) @ vector(weights), 15)
    print(f"same matrix: ours {mine:.3f} ms, scikit-learn {theirs:.3f} ms")
    print(f"  {theirs / mine:.1f} times as fast (at least {RATIO:g}); difference {difference:.0e}")
    print(f"  from the 70 indicators, groups made anew: {evidence_first:.1f} ms")
    return theirs / mine


def main() -> int:
    """Run both and say whether the targets are met."""
    met = slider_event() <= BUDGET_MS
    met &= beside_scikit_learn(data(1, ROWS)) >= RATIO
    print("targets met" if met else "TARGETS MISSED")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
