"""Make the synthetic data: participants' files, trainer's truth, realism report, calibration."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.errors import KitError

if TYPE_CHECKING:
    from borderlab.world.tables import World


def configure(parser: argparse.ArgumentParser) -> None:
    """Sub-commands `shipments`, `report`, `truth` and `calibrate`."""
    sub = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    files = sub.add_parser("shipments", help="write the participants' files (datasets/shipments)")
    files.add_argument("--out", type=Path, help="another folder (default: datasets/shipments)")
    page = sub.add_parser("report", help="write the realism report as one HTML page")
    truth = sub.add_parser("truth", help="write the truth behind a world, for trainers only")
    for one in (page, truth):
        one.add_argument("--seed", type=int, help="seed (default: the seed of the kit's files)")
        one.add_argument("--n", type=int, help="number of shipments")
        one.add_argument("--scenario", default="baseline", help="name of the scenario")
        one.add_argument("--out", type=Path, required=one is truth, help="file to write")
    sub.add_parser("calibrate", help="fit the generator again to datasets/reference/marginals")


def run(args: argparse.Namespace) -> int:
    """Do one action."""
    actions = {"shipments": _shipments, "report": _report, "truth": _truth, "calibrate": _calibrate}
    return actions[args.action](args)


def _shipments(args: argparse.Namespace) -> int:
    from borderlab.paths import checkout
    from coursekit.data.shipments import build

    root = checkout()
    if args.out is None and root is None:
        raise KitError("This is not a checkout of the kit. Name a folder with --out.")
    out = args.out or (root or Path()) / "datasets" / "shipments"
    for path in build(out):
        print(path)
    return 0


def _world(args: argparse.Namespace, rows: int) -> World:
    from borderlab.world.generator import generate
    from borderlab.world.loading import SHIPPED_SEED

    try:
        return generate(
            SHIPPED_SEED if args.seed is None else args.seed, args.n or rows, args.scenario
        )
    except ValueError as problem:
        raise KitError(f"{problem}.") from problem


def _report(args: argparse.Namespace) -> int:
    from borderlab.paths import datasets
    from coursekit.data.report import report

    world = _world(args, 200_000)
    out = args.out or Path(f"realism_{world.scenario.name}_{world.seed}.html")
    _write(out, report(world, datasets("reference")))
    print(out)
    return 0


def _truth(args: argparse.Namespace) -> int:
    from borderlab.paths import checkout
    from borderlab.world.loading import SHIPPED_ROWS
    from coursekit.data.shipments import as_csv

    root = checkout()
    participants = (
        [root / name for name in ("modules", "exercises", "datasets", "workspace")] if root else []
    )
    if any(args.out.resolve().is_relative_to(folder) for folder in participants):
        raise KitError(
            f"{args.out} lies in a folder that participants get. "
            "Write the truth elsewhere, such as runs/NAME/."
        )
    world = _world(args, SHIPPED_ROWS)
    _write(args.out, as_csv(world.frame("truth")))
    print(args.out)
    return 0


def _calibrate(args: argparse.Namespace) -> int:
    del args
    from borderlab.paths import checkout, datasets
    from coursekit.data.calibrate import calibrate

    if checkout() is None:
        raise KitError("Calibration changes files of the kit: run it in a checkout.")
    calibrate(datasets("reference"), datasets("world"))
    print(datasets("world") / "calibration")
    return 0


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(path.suffix + ".part")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)
