"""Build all notebooks from their source, or check that they are up to date."""

from __future__ import annotations

import argparse
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if a file is not up to date"
    )
    parser.add_argument("--lang", nargs="+", default=[], metavar="CODE", help="only these")
    parser.add_argument("--only", nargs="+", default=[], metavar="MODULE", help="only these")
    parser.add_argument("--root", type=Path, help="another course's folder")


def run(args: argparse.Namespace) -> int:
    """Build or check."""
    from coursekit.build.run import build

    outcome = build(args.root, args.lang, args.only, check=args.check)
    found = outcome.difference
    for path in found.foreign:
        print(f"not made by the build, left alone: {path}")
    if not args.check:
        written = len(found.changed) + len(found.missing)
        print(f"{len(outcome.files)} files, {written} written, {len(found.orphaned)} removed.")
        return 0
    for what, paths in (
        ("differs", found.changed),
        ("is missing", found.missing),
        ("has no source any more", found.orphaned),
    ):
        for path in paths:
            print(f"{what}: {path}")
    if found:
        print("These files are made by the build. Run `coursekit build` and commit the result.")
        return 1
    print(f"{len(outcome.files)} files are up to date.")
    return 0
