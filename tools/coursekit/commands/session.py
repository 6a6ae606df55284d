"""Count answer codes from the chat of a live session."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the verbs."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    page = verbs.add_parser("count", help="count the codes in a saved chat, as a web page")
    page.add_argument("chat", help="text file with codes; - reads what is piped in")
    page.add_argument("--out", type=Path, default=Path("session.html"), help="page to write")
    page.add_argument("--reveal", action="store_true", help="mark the right answers")
    book = verbs.add_parser("notebook", help="write the facilitator's notebook")
    book.add_argument("--out", type=Path, default=Path("session.ipynb"), help="file to write")
    for verb in (page, book):
        verb.add_argument("--language", metavar="CODE", help="default: the computer's")


def run(args: argparse.Namespace) -> int:
    """Do what the verb says."""
    from borderlab.i18n import set_language, system_language
    from coursekit.grading.trouble import in_words

    set_language(system_language())
    with in_words():
        _speak(args.language)
        return _notebook(args) if args.verb == "notebook" else _count(args)


def _speak(wanted: str | None) -> None:
    """Use the language asked for."""
    from borderlab.i18n import LANGUAGES, match, set_language
    from coursekit.errors import KitError
    from coursekit.grading.text import _

    if wanted is None:
        return
    if match(wanted) is None:
        raise KitError(
            _("There is no language {unknown}. There is: {there}.").format(
                unknown=wanted, there=", ".join(LANGUAGES)
            )
        )
    set_language(wanted)


def _count(args: argparse.Namespace) -> int:
    from coursekit.errors import KitError
    from coursekit.grading.files import write
    from coursekit.grading.text import _
    from coursekit.session.board import Course, whole_page

    try:
        data = sys.stdin.buffer.read() if args.chat == "-" else Path(args.chat).read_bytes()
    except OSError:
        raise KitError(_("{path} cannot be opened.").format(path=args.chat)) from None
    text = data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8", "replace")
    write(args.out, whole_page(text, Course(), reveal=args.reveal))
    print(args.out)
    return 0


def _notebook(args: argparse.Namespace) -> int:
    from coursekit.session.panel import notebook

    for line in notebook(args.out):
        print(line)
    return 0
