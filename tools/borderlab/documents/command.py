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

from borderlab.documents import verify_words as words
from borderlab.i18n import LANGUAGES, number, set_language
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
    check.add_argument(
        "--column",
        metavar="NAME=HEADER",
        action="append",
        default=[],
        help="the column of the file, by its header, that holds e.g. species; can be repeated",
    )
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; gives the exit status."""
    from borderlab.reference.own_data import OwnDataError

    args = parser().parse_args(argv)
    if args.lang:
        set_language(args.lang)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without the letters of a name
    try:
        return _verify(args)
    except OwnDataError as problem:
        _complain(str(problem), *words.hints([str(problem)]))
    except BrokenPipeError:
        # The reader, such as `head`, has seen enough; Python must not complain about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        _complain(words.stopped())
    except OSError as problem:
        text = _(
            "The file {file} cannot be written: {reason}. Choose another folder or close the file."
        )
        _complain(text.format(file=problem.filename, reason=problem.strerror))
    return FAILED


def _complain(*lines: str) -> None:
    for line in lines:
        print(f"borderlab: {line}", file=sys.stderr)


def _progress(text: str) -> None:
    """Tell somebody who waits at a terminal how far it is; scripts are not told."""
    if sys.stderr.isatty():
        print(text, file=sys.stderr, flush=True)


def _verify(args: argparse.Namespace) -> int:
    from borderlab.documents.own_file import examined
    from borderlab.documents.own_report import html_report
    from borderlab.reference.own_data import load_permits

    _check_targets(args)
    _progress(words.reading())
    table = load_permits(
        args.file,
        _mapping(args.column),
        dates=args.dates,
        decimal=args.decimal,
        sheet=args.sheet,
    )
    _progress(words.examining(len(table)))
    found = examined(table)
    if args.html or args.csv:
        _progress(words.writing())
    if args.html:
        _write(Path(args.html), html_report(found))
    if args.csv:
        _write(Path(args.csv), "\ufeff" + found.csv())
    read = table.report.lines()
    for line in (*read, *words.hints(read), *found.summary()):
        print(line)
    for line in found.lines(_SHOWN):
        print(line)
    if len(found.each) > _SHOWN:
        print(
            _("… and {n} more; write them with --csv or --html.").format(
                n=number(len(found.each) - _SHOWN)
            )
        )
    sys.stdout.flush()
    return found.status


def _mapping(pairs: Sequence[str]) -> dict[str, str]:
    """Column of the kit -> header of the file, as the option ``--column`` says."""
    from borderlab.reference.own_data import OwnDataError

    made = {}
    for pair in pairs:
        name, sign, header = pair.partition("=")
        if not (name.strip() and sign and header.strip()):
            raise OwnDataError(words.not_a_column(pair))
        made[name.strip()] = header.strip()
    return made


def _check_targets(args: argparse.Namespace) -> None:
    """Refuse, before anything is read, to write over the permits or into a folder."""
    from borderlab.reference.own_data import OwnDataError

    targets = [Path(name) for name in (args.html, args.csv) if name]
    source = Path(args.file).expanduser()
    for target in targets:
        if target.is_dir():
            raise OwnDataError(words.no_folder(str(target)))
        if source.exists() and target.exists() and target.samefile(source):
            raise OwnDataError(words.same_file(target.name))
    if len({target.absolute() for target in targets}) < len(targets):
        raise OwnDataError(words.one_file(targets[0].name))


def _write(path: Path, text: str) -> None:
    """Write a file in one step, so that a broken run leaves no half of it."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    except OSError as problem:
        raise OSError(problem.errno, problem.strerror, str(path)) from problem
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="", errors="replace") as file:
            file.write(text)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except OSError as problem:
        Path(name).unlink(missing_ok=True)
        raise OSError(problem.errno, problem.strerror, str(path)) from problem
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The rights that new files do not get here; a temporary file has fewer than others."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
