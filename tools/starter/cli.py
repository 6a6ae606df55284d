"""The command line of ``tools/start.py``."""

from __future__ import annotations

import argparse
import errno
import os
import subprocess
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import NoReturn

from borderlab import i18n
from starter import environment, lab, workspace
from starter.kit import LEVELS, Kit, this_kit
from starter.texts import (
    StartError,
    _,
    cannot_write,
    disk_full,
    never_fail_on_letters,
    ngettext,
    say,
)

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}
_COMMANDS = ("test", "coursekit", "prepare")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say it in the user's language, in one line."""
        text = _("This was not understood: {problem}. See: start.py --help")
        raise StartError(text.format(problem=message))


def main(argv: Sequence[str]) -> int:
    """Run one command of the start; gives the exit status. No traceback reaches the user."""
    never_fail_on_letters()
    i18n.set_language(i18n.system_language())
    kit = this_kit()
    try:
        return _dispatch(kit, list(argv))
    except StartError as problem:
        say(str(problem), sys.stderr)
    except KeyboardInterrupt:
        say("\n" + _("Stopped. Start again whenever you like."), sys.stderr)
    except OSError as problem:
        say(_os_sentence(kit, problem), sys.stderr)
    except Exception:  # noqa: BLE001  (a user gets a sentence, whoever helps gets the log)
        say(_unexpected(kit), sys.stderr)
    return 1


def _dispatch(kit: Kit, argv: list[str]) -> int:
    if argv and argv[0] in _COMMANDS:
        commands: dict[str, Callable[[Kit, list[str]], int]] = {
            "test": _test,
            "coursekit": _coursekit,
            "prepare": _prepare,
        }
        return commands[argv[0]](kit, argv[1:])
    return _start(kit, argv)


def _start(kit: Kit, argv: list[str]) -> int:
    args = start_parser().parse_args(argv)
    language = choose_language(args.lang, kit.languages())
    i18n.set_language(language)
    if args.port is not None:
        lab.choose_port(args.port)  # say at once that it is taken, before minutes of installing
    environment.prepare(kit, "workshop")
    # All languages, so that the home page can switch; the chosen one is reported.
    for other in kit.languages():
        laid_out = workspace.lay_out(kit, other)
        if other == language:
            _report(laid_out)
    return lab.run(kit, language, args.port, browser=not args.no_browser)


def start_parser() -> argparse.ArgumentParser:
    """The options of a start without a command."""
    parser = _Parser(
        prog="start.py",
        description=_("Open the kit in your browser."),
        epilog=_(
            "Other commands: prepare (install only), test (run the kit's tests),"
            " coursekit (the trainer's tools)."
        ),
    )
    parser.add_argument("--lang", metavar="fr", help=_("language of the lessons"))
    parser.add_argument("--port", type=_port, metavar="N", help=_("port to use, 1024 to 65535"))
    parser.add_argument("--no-browser", action="store_true", help=_("do not open a browser"))
    return parser


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1024 <= int(text) <= 65535:  # noqa: PLR2004  (ports of users)
        raise argparse.ArgumentTypeError(_("a port is a number from 1024 to 65535"))
    return int(text)


def choose_language(wanted: str | None, available: Sequence[str]) -> str:
    """The language asked for, else the system's, else English.

    Raises:
        StartError: the kit has no lessons in the language asked for.
    """
    if wanted is None:
        language = i18n.system_language()
        return language if language in available else i18n.languages.SOURCE_LANGUAGE
    code = i18n.match(wanted)
    if code is None or (available and code not in available):
        text = _("The kit has no lessons in “{language}”. Choose one of: {languages}.")
        raise StartError(text.format(language=wanted, languages=", ".join(available)))
    return code


def _report(layout: workspace.Layout) -> None:
    if layout.refreshed:
        count = len(layout.refreshed)
        text = ngettext(
            "The kit is newer: {n} file was brought up to date.",
            "The kit is newer: {n} files were brought up to date.",
            count,
        )
        say(text.format(n=count))
    for name in layout.kept:
        say(_("You had changed {file}: your version is kept beside it.").format(file=name))


def _prepare(kit: Kit, argv: list[str]) -> int:
    parser = _Parser(prog="start.py prepare", description=_("Install, and open nothing."))
    parser.add_argument("--for", dest="level", choices=LEVELS, default=LEVELS[0])
    args = parser.parse_args(argv)
    environment.prepare(kit, args.level)
    say(_("Ready: from now on the kit starts without the internet."))
    return 0


def _coursekit(kit: Kit, argv: list[str]) -> int:
    environment.prepare(kit, "trainer")
    command = [str(kit.python), "-m", "coursekit", *argv]
    return subprocess.run(command, check=False).returncode  # noqa: S603  (our own command)


def _test(kit: Kit, argv: list[str]) -> int:
    from starter import testing

    environment.prepare(kit, "test")
    return testing.run(kit, argv)


def _os_sentence(kit: Kit, problem: OSError) -> str:
    if problem.errno in _FULL:
        return disk_full()
    if problem.errno in _DENIED:
        return cannot_write(problem.filename or kit.root)
    return _unexpected(kit)


def _unexpected(kit: Kit) -> str:
    """Keep the details for whoever helps, and give the sentence for the user."""
    problem = traceback.format_exc()
    text = _("Something unexpected stopped the kit: {problem}").format(
        problem=problem.strip().splitlines()[-1]
    )
    try:
        kit.log.parent.mkdir(parents=True, exist_ok=True)
        kit.log.write_text(problem, encoding="utf-8")
    except OSError:
        return text
    return text + os.linesep + _("Details are in {file}").format(file=kit.log)
