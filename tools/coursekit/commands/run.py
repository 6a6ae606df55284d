"""Make a run: the course pinned for one group, ready for grading."""

from __future__ import annotations

import argparse
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    new = verbs.add_parser("new", help="make runs/NAME with pinned copies and an empty gradebook")
    new.add_argument("name", help="letters, digits, - and _, for example lima-2027")
    new.add_argument("--modules", nargs="+", metavar="MODULE", help="default: all with an exercise")
    new.add_argument("--languages", nargs="+", metavar="CODE", help="besides en; default: all")
    new.add_argument("--course", type=Path, help="folder with solutions/ and exercises/")
    new.add_argument("--runs", type=Path, help="folder for runs; default: runs/ in the checkout")


def run(args: argparse.Namespace) -> int:
    """Make the run and say what comes next."""
    from borderlab.i18n import set_language, system_language
    from coursekit.grading.run import new_run
    from coursekit.grading.telling import made

    set_language(system_language())
    found = new_run(args.name, args.modules, args.languages, course=args.course, runs=args.runs)
    print(made(found))
    return 0
