"""Grade what participants handed in: marks, feedback and reports."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path


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
    parser.add_argument(
        "--only", default="", metavar="CODE", help="one participant (code or number)"
    )
    parser.add_argument("--redo", action="store_true", help="grade also what has not changed")
    parser.add_argument("--no-feedback", action="store_true", help="write no feedback files")
    parser.add_argument(
        "--rerun",
        action="store_true",
        help="also run the code of code answers in a sandbox and note whether it gives the values",
    )
    parser.add_argument("--jobs", type=int, metavar="N", help="processes that mark; default: all")
    parser.add_argument("--runs", type=Path, help="folder of runs; default: runs/ of the kit")


def run(args: argparse.Namespace) -> int:
    """Grade, with one line of progress, and print the summary."""
    from borderlab.i18n import set_language, system_language
    from coursekit.grading.desk import Order, grade
    from coursekit.grading.run import open_run
    from coursekit.grading.telling import graded, missing, nobody
    from coursekit.grading.trouble import in_words

    set_language(system_language())
    missing(args.paths)
    order = Order(
        tuple(args.paths),
        args.only,
        args.redo,
        feedback=not args.no_feedback,
        rerun=args.rerun,
        jobs=args.jobs,
    )
    with in_words():
        found = open_run(args.run_name, args.runs)
        rows = grade(found, order, _bar())
        print(graded(found))
    if args.only and not rows:
        print(nobody(args.only))
    return 0


def _bar() -> Callable[[int, int], None]:
    """A bar on the terminal; in a file or pipe nothing is shown."""
    from coursekit.grading.telling import progress

    start = time.monotonic()

    def show(done: int, total: int) -> None:
        if total and sys.stderr.isatty():
            end = "\n" if done >= total else ""
            line = progress(done, total, time.monotonic() - start)
            print(f"\r\x1b[K{line}", end=end, file=sys.stderr, flush=True)

    return show
