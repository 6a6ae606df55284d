"""grade what participants handed in: marks, feedback and reports."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coursekit.grading.text import _


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("run_name", metavar="RUN", help="name of a run, or its folder")
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="folders and zips; none renews feedback and reports from the gradebook",
    )
    parser.add_argument("--only", default="", metavar="SEAT", help="one seat or participant number")
    parser.add_argument("--redo", action="store_true", help="grade also what has not changed")
    parser.add_argument("--no-feedback", action="store_true", help="write no feedback files")
    parser.add_argument("--runs", type=Path, help="folder of runs; default: runs/ in the checkout")


def run(args: argparse.Namespace) -> int:
    """Grade, with one line of progress, and print the summary."""
    from coursekit.grading.desk import Order, grade
    from coursekit.grading.run import open_run

    found = open_run(args.run_name, args.runs)
    order = Order(tuple(args.paths), args.only, args.redo, not args.no_feedback)
    grade(found, order, _progress)
    print(found.place("reports", "summary.txt").read_text(encoding="utf-8"), end="")
    print(_("Reports: {folder}").format(folder=found.place("reports")))
    return 0


def _progress(done: int, total: int) -> None:
    """Counts only: no name of a participant appears on the screen."""
    if total == 0:
        return
    text = _("Graded {done} of {total}").format(done=done, total=total)
    if sys.stderr.isatty():
        print(f"\r{text}", end="\n" if done >= total else "", file=sys.stderr, flush=True)
    elif done >= total:
        print(text, file=sys.stderr)
