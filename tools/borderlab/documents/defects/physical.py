"""Defects that goods, marks and commercial papers show."""

# ruff: noqa: ARG001  (all recipes have one signature, whether they draw lots or not)
from __future__ import annotations

import math
import random

from borderlab import reference
from borderlab.documents.defects.goods import lots
from borderlab.documents.defects.injecting import recipe
from borderlab.documents.model import Permit, changed, changed_line


def _counted(permit: Permit) -> bool:
    line = permit.lines[0]
    return line.unit == "" and line.net_kg is not None


def _live(permit: Permit) -> bool:
    return permit.lines[0].term == "LIV"


def _misspelt(name: str) -> str:
    """The name with two letters of the epithet exchanged for others, found in no checklist."""
    genus, _, epithet = name.partition(" ")
    return f"{genus} {epithet[:2]}x{epithet[2:-1]}q"


def _another(permit: Permit, rng: random.Random) -> str:
    """A taxon whose names have nothing in common with those of the declared one."""
    mine = reference.species(permit.lines[0].taxon or "")
    names = sorted({lot.name for lot in lots("bred")})
    others = [n for n in names if reference.species(n).genus != mine.genus
              and reference.species(n).common_name("en") != mine.common_name("en")]  # fmt: skip
    return rng.choice(others)


@recipe("DF34", "wild", "R070 R161", "7")
def misspelt(permit: Permit, rng: random.Random) -> Permit:
    """A misspelt name, and other goods behind it."""
    true = permit.lines[0].taxon or ""
    return changed_line(permit, taxon=_misspelt(true), found_taxon=true)


@recipe("DF35", "bred", "R161 R075", "7 8")
def look_alike(permit: Permit, rng: random.Random) -> Permit:
    """The goods, and the common name, are of another listed species."""
    found = _another(permit, rng)
    return changed_line(
        permit, found_taxon=found, common_name=reference.species(found).common_name("en")
    )


@recipe("DF47", "wild", "R148", "11")
def more_than_stated(permit: Permit, rng: random.Random) -> Permit:
    """Inspection counts 30 percent more."""
    return changed_line(permit, found_qty=float(math.ceil((permit.lines[0].qty or 1) * 1.3)))


@recipe("DF48", "wild", "R150", "11")
def invoice_differs(permit: Permit, rng: random.Random) -> Permit:
    """The invoice shows half as much again."""
    return changed_line(permit, invoice_qty=(permit.lines[0].qty or 1) * 1.5)


@recipe("DF49", "trophy", "R151", "9 11", _counted)
def too_light(permit: Permit, rng: random.Random) -> Permit:
    """A weight that no such piece can have."""
    return changed_line(permit, net_kg=(permit.lines[0].net_kg or 1) / 1000)


@recipe("DF50", "skins", "R157", "9")
def tag_of_another_state(permit: Permit, rng: random.Random) -> Permit:
    """The tags show another State than the origin."""
    marks = tuple(f"ZZ{mark[2:]}" for mark in permit.lines[0].marks or ())
    return changed_line(permit, marks=marks, found_marks=marks)


@recipe("DF51", "caviar", "R158", "9 10", lambda p: p.lines[0].source == "C")
def label_says_bred(permit: Permit, rng: random.Random) -> Permit:
    """The label says C, the permit W."""
    return changed_line(permit, source="W")


@recipe("DF52", "zoo", "R156", "9")
def other_microchip(permit: Permit, rng: random.Random) -> Permit:
    """A chip that is not on the permit."""
    return changed_line(permit, found_marks=("985099999999999",))


@recipe("DF53", "wild", "R112", "11")
def boxes_as_unit(permit: Permit, rng: random.Random) -> Permit:
    """Boxes in place of a number or weight."""
    return changed_line(permit, unit="BOX", invoice_unit="BOX")


@recipe("DF54", "bred", "R113", "5", _live)
def no_transport_statement(permit: Permit, rng: random.Random) -> Permit:
    """Live animals without the statement on transport."""
    return changed(permit, transport_statement=False)
