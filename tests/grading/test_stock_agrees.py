"""Stock nbgrader, which executes every notebook, gives the same automatic scores."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursekit.grading.desk import Order, grade
from coursekit.grading.run import new_run
from grading import crowd, stock

MODULE = "m00_welcome"


@pytest.mark.slow
def test_stock_autograde_gives_the_same_scores_to_twenty_people(tmp_path: Path) -> None:
    crowd.tree(tmp_path / "tree", MODULE, 20)
    ours = new_run("ours", [MODULE], runs=tmp_path)
    rows = grade(ours, Order([tmp_path / "tree"]))
    assert {row.status for row in rows} == {"graded"}
    theirs = new_run("theirs", [MODULE], runs=tmp_path)
    done = stock.autograde(theirs, tmp_path / "tree", MODULE)
    assert done.returncode == 0, done.stderr[-3000:]
    expected = stock.automatic_scores(theirs, MODULE)
    assert len(expected) == 20
    assert stock.automatic_scores(ours, MODULE) == expected
    totals = {sum(score or 0 for score in scores.values()) for scores in expected.values()}
    assert len(totals) > 4  # the comparison is about something
