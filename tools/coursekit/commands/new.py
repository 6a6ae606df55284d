"""Start something new: a module with one example of each kind of question."""

from __future__ import annotations

import argparse
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """Add what can be started."""
    things = parser.add_subparsers(dest="thing", required=True, metavar="THING")
    module = things.add_parser("module", help="the source of a module")
    module.add_argument("id", help="its name, such as m05_permits")
    module.add_argument("title", help="its title, in quotes")
    module.add_argument("--root", type=Path, help="another course's folder")


def run(args: argparse.Namespace) -> int:
    """Write the skeleton and say what comes next."""
    from coursekit.build.new_module import new_module

    for path in new_module(args.id, args.title, args.root):
        print(path)
    print(f"Next: coursekit build --lang en --only {args.id}")
    print("Then translate the PO files, and run `coursekit build`.")
    return 0
