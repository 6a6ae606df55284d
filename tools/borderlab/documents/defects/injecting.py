"""Putting one defect into clean permits: the registry, and what an injection gives back."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass

from borderlab.documents.defects.clean import KINDS, Maker, _issue_days
from borderlab.documents.defects.people import office, signatory
from borderlab.documents.model import Electronic, Permit, changed, changed_line

Change = Callable[[Permit, random.Random], "Permit | tuple[Permit, ...]"]
Test = Callable[[Permit], bool]
TRIES = 4000


@dataclass(frozen=True, eq=False)
class Recipe:
    """How one defect is put into a permit.

    Attributes:
        defect: id in ``defects.csv``.
        kind: kind of clean permit it is put into.
        rules: rules that must then fire.
        boxes: boxes it touches.
        change: the pure function from the clean permit to the permits presented; the defective
            one is the last.
        fits: which clean permits of the kind will do.
    """

    defect: str
    kind: str
    rules: tuple[str, ...]
    boxes: tuple[str, ...]
    change: Change
    fits: Test


@dataclass(frozen=True, slots=True)
class Injected:
    """The result of an injection.

    Attributes:
        defect: id in ``defects.csv``.
        clean: the permit before.
        permits: what is presented, in order; the defective permit is the last.
        boxes: boxes touched.
        rules: rules that must fire.
    """

    defect: str
    clean: Permit
    permits: tuple[Permit, ...]
    boxes: tuple[str, ...]
    rules: tuple[str, ...]

    @property
    def permit(self) -> Permit:
        """The permit with the defect."""
        return self.permits[-1]


RECIPES: dict[str, Recipe] = {}
"""Defect -> recipe, in the order of the table."""


def _any(permit: Permit) -> bool:
    return bool(permit.lines)


def recipe(
    defect: str, kind: str, rules: str, boxes: str, fits: Test = _any
) -> Callable[[Change], Change]:
    """Register how a defect is put into a kind of permit."""

    def keep(change: Change) -> Change:
        RECIPES[defect] = Recipe(
            defect, kind, tuple(rules.split()), tuple(boxes.split()), change, fits
        )
        return change

    return keep


def base(defect: str, seed: int) -> Permit:
    """A clean permit into which a defect can be put.

    Raises:
        KeyError: no such defect.
        LookupError: no clean permit of its kind will do.
    """
    found, rng = RECIPES[defect], random.Random(seed)  # noqa: S311
    maker = Maker(rng)
    for _ in range(TRIES):
        permit = maker.permit(found.kind, _issue_days(rng, 1)[0])
        if found.fits(permit):
            return permit
    raise LookupError(f"no clean permit of kind {found.kind} fits {defect}")


def inject(defect: str, seed: int, permit: Permit | None = None) -> Injected:
    """Put one defect, or one benign look-alike, into a permit.

    Args:
        defect: id in ``datasets/reference/defects.csv``, such as ``"DF28"`` or ``"BN04"``.
        seed: the same seed gives the same result.
        permit: the clean permit; default: one of the kind that the defect needs.

    Raises:
        KeyError: no such defect.
        ValueError: the permit given is not one into which the defect can be put.
    """
    found = RECIPES[defect]
    if permit is None:
        permit = base(defect, seed)
    elif not found.fits(permit) or permit.doc_type != KINDS[found.kind].document:
        raise ValueError(f"{defect} needs a clean permit of kind {found.kind!r}")
    made = found.change(permit, random.Random(seed + 1))  # noqa: S311
    permits = made if isinstance(made, tuple) else (made,)
    return Injected(defect, permit, permits, found.boxes, found.rules)


def days(n: int) -> dt.timedelta:
    """A span of days."""
    return dt.timedelta(days=n)


def sent_from(permit: Permit, state: str) -> Permit:
    """The same permit issued by another State: authority, signatory, number, stamp and language."""
    stamp = f"{state}7654321" if office(state).stamps else ""
    number = permit.number or ""
    issued = permit.issue_date or dt.date(2024, 6, 3)
    importing = permit.import_country if permit.import_country != state else permit.issuer
    return changed(
        permit, issuer=state, authority=f"{state}-MA", signatory=signatory(state, issued),
        number=f"{state}{number[2:]}", language=office(state).language, stamp_no=stamp,
        stamp_affixed=bool(stamp), stamp_affixed_no=stamp, import_country=importing,
        stamp_signed=True if stamp else None, stamp_sealed=True if stamp else None,
        destination=importing,
    )  # fmt: skip


def on_taxon(permit: Permit, name: str, **values: object) -> Permit:
    """One line on another taxon, with what would betray the old goods left out."""
    alone = changed(
        permit, lines=permit.lines[:1], electronic_record=Electronic(electronic=False, paper=True)
    )
    return changed_line(
        alone, taxon=name, found_taxon=name, common_name="", net_kg=None, invoice_value=None,
        hs6=None, **values,
    )  # fmt: skip


def again(permit: Permit, after: int = 20) -> Permit:
    """The same permit presented once more, some days later, with another transport document."""
    event, departure = permit.presentation.event_date, permit.presentation.departure_date
    bill = f"{permit.transport_doc}-2"
    return changed(
        permit,
        event_date=event + days(after) if event else None,
        departure_date=departure + days(after) if departure else None,
        waybill=bill,
        transport_doc=bill,
    )


def other(permit: Permit, mark: str) -> Permit:
    """Another permit of the same kind: new number, stamp and transport document."""
    stamp = permit.form.stamp_no
    new = f"{stamp}{mark}" if stamp else stamp
    bill = f"{permit.transport_doc}{mark}"
    number = f"{(permit.number or '')[:-2]}{mark:0>2}"
    return changed(
        permit, number=number, stamp_no=new, stamp_affixed_no=new, waybill=bill, transport_doc=bill
    )
