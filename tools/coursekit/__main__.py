"""The command ``coursekit``: one file in `coursekit.commands` for each sub-command."""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence

from coursekit import commands
from coursekit.errors import KitError


def parser() -> argparse.ArgumentParser:
    """The parser of all sub-commands, each configured by its own file."""
    top = argparse.ArgumentParser(prog="coursekit", description="The trainer's and author's tools.")
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
        status = int(args.run(args))
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader, such as `head`, has seen enough; Python must not complain about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KitError as problem:
        print(f"coursekit: {problem}", file=sys.stderr)
        return 1
    return status


if __name__ == "__main__":
    raise SystemExit(main())
