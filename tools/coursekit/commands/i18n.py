"""Update, compile and count translations, or add a language."""

from __future__ import annotations

import argparse
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the verbs."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    verbs.add_parser("update", help="bring all PO files up to date with the source")
    verbs.add_parser("status", help="translated, fuzzy and missing entries per module")
    verbs.add_parser("compile", help="write the MO files of the packages")
    add = verbs.add_parser("add", help="add a language")
    add.add_argument("code", help="its two-letter code, such as pt")
    for name in ("update", "compile"):
        verbs.choices[name].add_argument(
            "--only",
            nargs="+",
            metavar="NAME",
            help="these rooms or modules, such as risk m01_risk",
        )
    for verb in verbs.choices.values():
        verb.add_argument("--root", type=Path, help="another course's folder")


def run(args: argparse.Namespace) -> int:
    """Do what the verb says."""
    return {"update": _update, "status": _status, "compile": _compile, "add": _add}[args.verb](args)


def _update(args: argparse.Namespace) -> int:
    from coursekit.i18n.update import update

    changed = update(args.root, args.only)
    for path in changed:
        print(path)
    print(f"{len(changed)} PO files changed. `coursekit i18n status` shows what is open.")
    return 0


def _status(args: argparse.Namespace) -> int:
    from coursekit.i18n.status import status

    rows = list(status(args.root))
    width = max((len(row.title) for row in rows), default=0)
    print(f"{'':{width}}  lang  translated  fuzzy  missing")
    for row in rows:
        counts = f"{row.translated:10}  {row.fuzzy:5}  {row.missing:7}"
        print(f"{row.title:{width}}  {row.language:4}  {counts}")
    return 0


def _compile(args: argparse.Namespace) -> int:
    from coursekit.i18n.update import compile_all

    changed = compile_all(args.root, args.only)
    for path in changed:
        print(path)
    print(f"{len(changed)} MO files changed.")
    return 0


def _add(args: argparse.Namespace) -> int:
    from coursekit.i18n.add import add_language

    for path in add_language(args.code, args.root):
        print(path)
    print("Translate the PO files, look through language.json, then run `coursekit build`.")
    return 0
