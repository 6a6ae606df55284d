"""Permit, commercial papers and goods of one consignment, with differences of both kinds.

The permit is a clean one of the invented world; a few entries of the papers and of the note on
the goods are then made to differ. Each difference is tied to the rule that speaks of it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from borderlab import reference
from borderlab.documents.defects import clean_permits
from borderlab.documents.model import Permit
from borderlab.i18n import gettext as _
from borderlab.i18n import language
from borderlab.tasks.casework_numbers import renumbered_permit
from borderlab.widgets.casework_compare_changes import MATTERS, ORDINARY
from borderlab.widgets.casework_compare_entries import (
    Draft,
    Entry,
    Skip,
    kilograms,
    marks_shown,
)
from borderlab.widgets.desk_parts import amount, day, state, term

VERDICTS = ("same", "ordinary", "matters")
KINDS = ("skins", "zoo", "bred", "wild", "trophy", "grown")


@dataclass(frozen=True, slots=True)
class Consignment:
    """A permit and the entries to compare."""

    permit: Permit
    entries: tuple[Entry, ...]


def consignment(seed: int, matters: int, ordinary: int) -> Consignment:
    """Draw a consignment.

    Args:
        seed: the same seed gives the same consignment.
        matters: differences that matter, 0 to 4.
        ordinary: differences that are ordinary, 0 to 4.
    """
    rng = random.Random(f"casework papers {seed}")  # noqa: S311  (teaching material)
    clean = clean_permits(rng.randrange(10**6), 1, [KINDS[seed % len(KINDS)]])[0]
    permit = renumbered_permit(clean, seed)
    draft = Draft(permit, permit.lines[0], rng, {one.id: one for one in _agreeing(permit)})
    for changes, n in ((MATTERS, matters), (ORDINARY, ordinary)):
        done = 0
        for change in rng.sample(changes, len(changes)):
            if done == n:
                break
            try:
                change(draft)
                done += 1
            except Skip:
                continue
    return Consignment(permit, tuple(draft.entries.values()))


def _agreeing(permit: Permit) -> Iterator[Entry]:
    """All entries, before anything differs."""
    line, at = permit.lines[0], permit.presentation
    quantity = amount(line.qty, line.unit)
    yield Entry("species", line.taxon or "", line.taxon or "", line.taxon or "")
    yield Entry("goods", term(line.term), term(line.term), term(line.term))
    yield Entry("quantity", quantity, quantity, quantity)
    if line.net_kg is not None and line.unit != "KGM":
        yield Entry("weight", "", kilograms(line.net_kg), kilograms(line.net_kg))
    if line.marks:
        marks = marks_shown(line.marks)
        yield Entry("marks", marks, marks, marks)
    origin = state(line.origin or permit.issuer)
    yield Entry("origin", origin, origin, "")
    yield Entry("seller", permit.exporter_name or "", permit.exporter_name or "", "")
    yield Entry("buyer", permit.importer_name or "", permit.importer_name or "", "")
    yield Entry("waybill", permit.transport_doc or "", at.waybill or "", "")
    endorsed = _("Endorsed {day}").format(day=day(permit.endorsement.endorsed_on))
    left = _("Left {day}").format(day=day(at.departure_date))
    arrived = _("Arrived {day}").format(day=day(at.event_date))
    yield Entry("dates", endorsed, left, arrived)
    if line.source in ("C", "W"):
        word = reference.sources()[line.source].label(language())
        yield Entry("source", f"{word} ({line.source})", "", _("nothing that speaks against it"))
