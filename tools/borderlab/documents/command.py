"""The command ``borderlab``.

``borderlab verify my_permits.csv`` examines a Party's own export. Exit status: 0 nothing found,
1 only notes and questions, 2 permits that should not be cleared, 3 the command could not be
carried out (file not readable, wrong option).
"""

# ruff: noqa: T201  (a command talks on the terminal)
from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from borderlab.i18n import LANGUAGES, set_language
from borderlab.i18n import gettext as _

FAILED = 3
_SHOWN = 20


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """A wrong option is status 3: status 2 means permits that should not be cleared."""
        self.print_usage(sys.stderr)
        self.exit(FAILED, f"{self.prog}: {message}\n")


def parser() -> argparse.ArgumentParser:
    """The parser of the command."""
    top = _Parser(prog="borderlab", description="Tools for CITES permit officers.")
    sub = top.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    check = sub.add_parser(
        "verify",
        help="examine a Party's own permits",
        description="Examine the permits in a CSV or XLSX file with the rules of the kit.",
        epilog="Exit status: 0 nothing found; 1 only notes and questions; 2 permits that should "
        "not be cleared; 3 the file or an option could not be used.",
    )
    check.add_argument("file", help="CSV or XLSX file, one row per line of goods")
    check.add_argument("--html", metavar="FILE", help="write a report as a web page")
    check.add_argument("--csv", metavar="FILE", help="write all findings as CSV")
    check.add_argument("--lang", choices=LANGUAGES, help="language of the report")
    check.add_argument("--dates", choices=("dmy", "mdy"), help="order of dates such as 03/04/2024")
    check.add_argument("--decimal", choices=(",", "."), help="decimal sign of quantities")
    check.add_argument("--sheet", help="worksheet of an XLSX file")
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; gives the exit status."""
    from borderlab.reference.own_data import OwnDataError

    args = parser().parse_args(argv)
    if args.lang:
        set_language(args.lang)
    try:
        return _verify(args)
    except OwnDataError as problem:
        print(f"borderlab: {problem}", file=sys.stderr)
    except BrokenPipeError:
        # The reader, such as `head`, has seen enough; Python must not complain about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as problem:
        text = _(
            "The file {file} cannot be written: {reason}. Choose another folder or close the file."
        )
        print(
            "borderlab: " + text.format(file=problem.filename, reason=problem.strerror),
            file=sys.stderr,
        )
    return FAILED


def _verify(args: argparse.Namespace) -> int:
    from borderlab.documents.own_file import examine
    from borderlab.documents.own_report import html_report

    found = examine(args.file, dates=args.dates, decimal=args.decimal, sheet=args.sheet)
    if args.html:
        _write(Path(args.html), html_report(found))
    if args.csv:
        _write(Path(args.csv), "\ufeff" + found.csv())
    for line in (*found.table.report.lines(), *found.summary()):
        print(line)
    for line in found.lines(_SHOWN):
        print(line)
    if len(found.each) > _SHOWN:
        print(
            _("… and {n} more; write them with --csv or --html.").format(n=len(found.each) - _SHOWN)
        )
    sys.stdout.flush()
    return found.status


def _write(path: Path, text: str) -> None:
    """Write a file in one step, so that a broken run leaves no half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
