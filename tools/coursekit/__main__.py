"""The command ``coursekit``: one file in `coursekit.commands` for each sub-command."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Sequence

from coursekit import commands
from coursekit.errors import KitError


def parser() -> argparse.ArgumentParser:
    """The parser of all sub-commands, each configured by its own file."""
    top = argparse.ArgumentParser(prog="coursekit", description=__doc__)
    sub = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for info in pkgutil.iter_modules(commands.__path__):
        module = importlib.import_module(f"coursekit.commands.{info.name}")
        command = sub.add_parser(info.name, help=(module.__doc__ or "").splitlines()[0])
        module.configure(command)
        command.set_defaults(run=module.run)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one sub-command; a foreseeable problem is one clear line and exit status 1."""
    args = parser().parse_args(argv)
    try:
        return int(args.run(args))
    except KitError as problem:
        print(f"coursekit: {problem}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    raise SystemExit(main())
