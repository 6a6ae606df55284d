"""Feedback, grades, the report on the room and marking by hand, from a graded run."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coursekit.grading.run import Run


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the verbs."""
    parser.add_argument("run_name", metavar="RUN", help="name of a run, or its folder")
    parser.add_argument("--runs", type=Path, help="folder of runs; default: runs/ of the kit")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    sheet = verbs.add_parser("moodle", help="write the grades into Moodle's grading worksheet")
    sheet.add_argument("--worksheet", type=Path, required=True, help="the file as downloaded")
    sheet.add_argument("--unfinished", action="store_true", help="also where marks are missing")
    pages = verbs.add_parser("feedback", help="feedback to hand back")
    pages.add_argument("--zip", action="store_true", help="one zip for Moodle (the default)")
    pages.add_argument("--print", action="store_true", help="one printed page per participant")
    pages.add_argument("--only", metavar="CODE", help="print one participant only")
    book = verbs.add_parser("grades", help="a CSV file for Moodle's gradebook import")
    book.add_argument("--ids", type=Path, help="list: participant code or number, ID number")
    verbs.add_parser("nbgrader", help="nbgrader's own export of all marks")
    report = verbs.add_parser("report", help="what the room learned, as web pages")
    report.add_argument(
        "handins", nargs="*", type=Path, metavar="PATH", help="hand-ins, for the answers of lessons"
    )
    report.add_argument("--languages", nargs="+", metavar="CODE", help="default: all of the run")
    marks = verbs.add_parser("moderate", help="a notebook for marking written answers by hand")
    marks.add_argument("--differences", action="store_true", help="where two markers differ")
    for one in verbs.choices.values():  # before the verb or after it, as with the other commands
        one.add_argument("--runs", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    for one in (sheet, pages, book, report):
        one.add_argument("--modules", nargs="+", default=[], metavar="MODULE")
    for one in (sheet, pages, book):
        one.add_argument("--out", type=Path, help="file to write; default: in the run's reports")


def run(args: argparse.Namespace) -> int:
    """Do what the verb says."""
    from borderlab.i18n import set_language, system_language
    from coursekit.grading.run import open_run
    from coursekit.grading.trouble import in_words

    set_language(system_language())
    verbs: dict[str, Callable[[Run, argparse.Namespace], None]] = {
        "moodle": _moodle,
        "feedback": _feedback,
        "grades": _grades,
        "nbgrader": _nbgrader,
        "report": _report,
        "moderate": _moderate,
    }
    with in_words():
        verbs[args.verb](open_run(args.run_name, args.runs), args)
    return 0


def _moodle(found: Run, args: argparse.Namespace) -> None:
    from coursekit.results import deliver

    for line in deliver.worksheet(
        found, args.worksheet, args.modules, out=args.out, unfinished=args.unfinished
    ):
        print(line)


def _feedback(found: Run, args: argparse.Namespace) -> None:
    from coursekit.results import deliver

    if args.print or args.only:
        lines = deliver.printed(found, args.only, args.out)
    else:
        lines = deliver.feedback(found, args.modules, args.out)
    for line in lines:
        print(line)


def _grades(found: Run, args: argparse.Namespace) -> None:
    from coursekit.results import deliver

    for line in deliver.gradebook(found, args.modules, args.ids, args.out):
        print(line)


def _nbgrader(found: Run, _args: argparse.Namespace) -> None:
    from coursekit.results import deliver

    print(deliver.nbgrader_export(found))


def _report(found: Run, args: argparse.Namespace) -> None:
    from coursekit.grading.telling import missing
    from coursekit.results import room

    missing(args.handins)
    for line in room.report(found, args.handins, args.modules, args.languages):
        print(line)


def _moderate(found: Run, args: argparse.Namespace) -> None:
    from coursekit.results import moderation

    lines = moderation.differences(found) if args.differences else moderation.notebook(found)
    for line in lines:
        print(line)
