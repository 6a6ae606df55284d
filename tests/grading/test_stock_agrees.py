"""Stock nbgrader, which executes every notebook, gives the same automatic scores."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursekit.grading.desk import Order, grade
from coursekit.grading.run import new_run
from grading import crowd, stock


@pytest.mark.slow
@pytest.mark.parametrize(("module", "people"), [("m00_welcome", 20), ("m01_risk", 8)])
def test_stock_autograde_gives_the_same_scores(tmp_path: Path, module: str, people: int) -> None:
    crowd.tree(tmp_path / "tree", [module], people)
    ours = new_run("ours", [module], crowd.languages([module]), runs=tmp_path)
    rows = grade(ours, Order([tmp_path / "tree"]))
    assert {row.status for row in rows} == {"graded"}
    theirs = new_run("theirs", [module], crowd.languages([module]), runs=tmp_path)
    done = stock.autograde(theirs, tmp_path / "tree", module)
    assert done.returncode == 0, done.stderr[-3000:]
    expected = stock.automatic_scores(theirs, module)
    assert len(expected) == people
    assert stock.automatic_scores(ours, module) == expected
    totals = {sum(score or 0 for score in scores.values()) for scores in expected.values()}
    assert len(totals) > 4  # the comparison is about something
