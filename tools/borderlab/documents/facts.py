"""Flags worked out from texts and lists when a permit is read: marks, alterations, registers."""

from __future__ import annotations

import re
from functools import cache

from borderlab import reference as tables
from borderlab.documents import marks
from borderlab.documents.adapter import Reference
from borderlab.documents.kinds import BLANK_DATE, EPOCH, NOT_RECORDED
from borderlab.documents.model import Permit, PermitLine
from borderlab.reference.rows import NotListed, Species
from borderlab.reference.text import plain


def _flag(value: bool | None) -> int:  # noqa: FBT001  (the value itself)
    return NOT_RECORDED if value is None else int(value)


def _alterations(permit: Permit) -> tuple[int, int]:
    """Open alterations and written extensions; notes of customs clearance are neither."""
    changes = permit.form.alterations
    if changes is None:
        return NOT_RECORDED, NOT_RECORDED
    opened = any(
        not a.authenticated for a in changes if a.kind not in ("clearance note", "extension")
    )
    return int(opened), int(any(a.kind == "extension" for a in changes))


def _overstep(permit: Permit) -> int:
    filled = permit.form.holder_filled
    if filled is None:
        return NOT_RECORDED
    return int(bool(set(filled) - set(permit.form.holder_may_fill or ())))


def _folded(number: str) -> str:
    return number.strip().casefold()


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def number_odd(number: str | None, state: int, reference: Reference) -> bool | None:
    """Whether a number does not fit the pattern learnt from the State's known documents."""
    pattern = reference.notices.number_pattern.get(state)
    if not number or pattern is None:
        return None
    return _compiled(pattern).fullmatch(number.strip()) is None


def number_alerted(number: str | None, state: int, reference: Reference) -> bool | None:
    """Whether a number lies in a range reported lost, stolen or false.

    A range holds numbers of its own length: CM-1500 is not between CM-100 and CM-199.
    """
    if not number or not reference.notices.alerts:
        return None
    wanted = _folded(number)
    ranges = reference.notices.alerts.get(state, ())
    return any(
        len(first) == len(wanted) == len(last) and _folded(first) <= wanted <= _folded(last)
        for first, last in ranges
    )


def _wanted(permit: Permit, reference: Reference) -> bool | None:
    if not reference.notices.wanted:
        return None
    names = (permit.exporter_name, permit.importer_name)
    return any(name and name.strip().casefold() in reference.notices.wanted for name in names)


def permit_facts(permit: Permit, reference: Reference) -> tuple[int, ...]:
    """The flags of `fields.PERMIT_DERIVED`, in that order."""
    state = reference.states.code(permit.issuer)
    return (
        *_alterations(permit),
        _overstep(permit),
        _flag(number_odd(permit.number, state, reference)),
        _flag(number_alerted(permit.number, state, reference)),
        _flag(_wanted(permit, reference)),
    )


def _registered(permit: Permit, line: PermitLine, reference: Reference) -> bool | None:
    """Whether the operation is in the register for its State and the taxon, before issue.

    The State is that of origin: a re-exporter is not the breeder.
    """
    register = reference.notices.operations
    if not line.operation_no or register is None:
        return None
    found = register.get(line.operation_no)
    if found is None:
        return False
    state, taxon, since = found
    if line.taxon is None or (line.origin or permit.issuer) is None:
        return None
    accepted = reference.taxa.accepted[reference.taxa.names.code(line.taxon)]
    issued = permit.issue_date
    late = issued not in (None, BLANK_DATE) and issued.toordinal() - EPOCH < since
    return (
        state == reference.states.code(line.origin or permit.issuer)
        and taxon == accepted
        and not late
    )


@cache
def _common() -> dict[str, frozenset[str]]:
    """Folded common name -> accepted names it is used for."""
    found: dict[str, set[str]] = {}
    every: tuple[Species | NotListed, ...] = (*tables.all_species(), *tables.all_not_listed())
    for row in every:
        for language in ("en", "fr", "es"):
            found.setdefault(plain(row.common_name(language)), set()).add(row.scientific_name)
    ids = {row.taxon_id: row.scientific_name for row in tables.table("taxa")}
    for name in tables.table("names"):
        if name.kind == "common" and name.taxon_id in ids:
            found.setdefault(plain(name.name), set()).add(ids[name.taxon_id])
    return {name: frozenset(taxa) for name, taxa in found.items()}


def common_name_differs(common: str | None, taxon: str | None, reference: Reference) -> bool | None:
    """Whether a common name is known for other taxa only."""
    known = _common().get(plain(common)) if common else None
    at = reference.taxa.accepted[reference.taxa.names.code(taxon)]
    if known is None or at < 0:
        return None
    return reference.taxa.rows[at].scientific_name not in known


def line_facts(permit: Permit, line: PermitLine, reference: Reference, at: int) -> tuple[int, ...]:
    """The flags of `fields.LINE_DERIVED`, in that order; ``at`` is the place of the line."""
    return (
        NOT_RECORDED if line.marks is None else int(bool(line.marks)),
        _flag(marks.unmatched(line)),
        _flag(marks.tag_problem(permit, line)),
        _flag(marks.label_problem(permit, line)),
        _flag(_registered(permit, line, reference)),
        _flag(common_name_differs(line.common_name, line.taxon, reference)),
        int(at == 0),
    )
