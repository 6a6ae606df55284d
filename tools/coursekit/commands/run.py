"""Make a run (the course pinned for one group), renew it, and set due dates and lateness."""

from __future__ import annotations

import argparse
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the verbs."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    new = verbs.add_parser("new", help="make runs/NAME with pinned copies and an empty gradebook")
    new.add_argument("name", help="letters, digits, - and _, for example lima-2027")
    new.add_argument("--modules", nargs="+", metavar="MODULE", help="default: all with an exercise")
    new.add_argument("--languages", nargs="+", metavar="CODE", help="besides en; default: all")
    new.add_argument(
        "--after", default="", metavar="RUN", help="grade work of its older version there"
    )
    renew = verbs.add_parser("renew", help="pin today's course where questions and points agree")
    change = verbs.add_parser("set", help="due dates, and what lateness costs")
    change.add_argument(
        "--due",
        action="append",
        default=[],
        metavar="MODULE=WHEN",
        help="such as m01_risk=2027-03-01T18:00Z, or m01_risk=none",
    )
    change.add_argument(
        "--late",
        metavar="PERCENT",
        help="of the most points, for each begun day; 0 (the default): lateness is only noted",
    )
    people = verbs.add_parser(
        "people", help="print which code stands for which name in these folders and zips"
    )
    for verb in (renew, change, people):
        verb.add_argument("name", metavar="RUN", help="name of a run, or its folder")
    people.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    for verb in (new, renew):
        verb.add_argument("--course", type=Path, help="folder with solutions/ and exercises/")
    for verb in (new, renew, change, people):
        verb.add_argument("--runs", type=Path, help="folder of runs; default: runs/ of the kit")


def run(args: argparse.Namespace) -> int:
    """Do what the verb says, and say what comes next."""
    from borderlab.i18n import set_language, system_language
    from coursekit.grading.trouble import in_words

    set_language(system_language())
    verbs = {"new": _new, "renew": _renew, "set": _set, "people": _people}
    with in_words():
        print(verbs[args.verb](args))
    return 0


def _new(args: argparse.Namespace) -> str:
    from coursekit.grading.run import new_run
    from coursekit.grading.telling import made

    return made(
        new_run(
            args.name,
            args.modules,
            args.languages,
            course=args.course,
            runs=args.runs,
            after=args.after,
        )
    )


def _renew(args: argparse.Namespace) -> str:
    from coursekit.grading.desk import Order, grade
    from coursekit.grading.renew import renew
    from coursekit.grading.run import open_run
    from coursekit.grading.telling import graded, renewed

    changed = renew(args.name, course=args.course, runs=args.runs)
    if not changed:
        return renewed(changed)
    found = open_run(args.name, args.runs)
    grade(found, Order(redo=True))
    return f"{renewed(changed)}\n{graded(found)}"


def _set(args: argparse.Namespace) -> str:
    from coursekit.grading.lateness import parse_due, parse_percent, set_due, set_late
    from coursekit.grading.run import open_run
    from coursekit.grading.telling import settings

    found = open_run(args.name, args.runs)
    set_due(found, [parse_due(found, text) for text in args.due])
    if args.late is not None:
        set_late(found, parse_percent(args.late))
    return settings(found)


def _people(args: argparse.Namespace) -> str:
    from coursekit.grading.codes import codes_of
    from coursekit.grading.collect import collect
    from coursekit.grading.run import open_run
    from coursekit.grading.telling import known, missing

    missing(args.paths)
    found = open_run(args.name, args.runs)
    codes = codes_of(found.folder, frozenset(found.assignments))
    for _one in collect(args.paths, codes):
        pass
    return known(codes)
