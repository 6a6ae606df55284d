"""Terms, units, purposes, sources: the codes on a permit, and which go together."""

from __future__ import annotations

from functools import cache
from typing import Any

from borderlab.reference.code_rows import Purpose, SourceCode, Term, Unit, UnitAlias
from borderlab.reference.errors import UnknownNameError, as_text, chosen
from borderlab.reference.tables import table
from borderlab.reference.taxa import ancestors, species
from borderlab.reference.text import near, plain


@cache
def _by_code(name: str) -> dict[str, Any]:
    return {row.code: row for row in table(name)}


def _one(kind: str, name: str, code: str) -> Any:
    rows = _by_code(name)
    wanted = as_text(code).strip().upper()
    if wanted not in rows:
        raise UnknownNameError(kind, code, near(code, rows))
    return rows[wanted]


def terms() -> dict[str, Term]:
    """All trade terms by code, current and legacy."""
    return dict(_by_code("terms"))


def units() -> dict[str, Unit]:
    """All units by current code."""
    return dict(_by_code("units"))


def purposes() -> dict[str, Purpose]:
    """The twelve purpose codes."""
    return dict(_by_code("purposes"))


def sources() -> dict[str, SourceCode]:
    """The eleven source codes."""
    return dict(_by_code("sources"))


def term(code: str) -> Term:
    """One trade term.

    Raises:
        UnknownNameError: no term has this code.
    """
    found: Term = _one("term", "terms", code)
    return found


def purpose(code: str) -> Purpose:
    """One purpose of transaction.

    Raises:
        UnknownNameError: no purpose has this code.
    """
    found: Purpose = _one("purpose", "purposes", code)
    return found


def source(code: str) -> SourceCode:
    """One source code.

    Raises:
        UnknownNameError: no source has this code.
    """
    found: SourceCode = _one("source", "sources", code)
    return found


@cache
def _unit_codes() -> dict[str, str]:
    aliases: tuple[UnitAlias, ...] = table("unit_aliases")
    codes = {row.alias.casefold(): row.code for row in aliases}
    codes.update((code.casefold(), code) for code in _by_code("units"))
    codes[""] = codes["(blank)"]
    return codes


def unit_code(code: str | None) -> str:
    """The current code of a unit: ``KIL`` and ``kg`` give ``KGM``, a blank gives ``NAR``.

    Raises:
        UnknownNameError: no unit has this code or symbol.
    """
    wanted = as_text("" if code is None else code).strip()
    codes = _unit_codes()
    if wanted.casefold() not in codes:
        raise UnknownNameError("unit", wanted, near(wanted, _by_code("units")))
    return codes[wanted.casefold()]


def unit(code: str | None) -> Unit:
    """One unit, by current or older code, by symbol, or blank for number of specimens.

    Raises:
        UnknownNameError: no unit has this code or symbol.
    """
    found: Unit = _by_code("units")[unit_code(code)]
    return found


def label(code: str, language: str | None = None, kind: str | None = None) -> str:
    """What a code means, in one language.

    Args:
        code: a purpose, source, term or unit code, or an ISO country code.
        language: ``en``, ``fr`` or ``es``; default: the language in use.
        kind: ``purposes``, ``sources``, ``terms``, ``units`` or ``parties``, for the codes that
            are both a term and a unit (``SID``, ``SKI``); default: the first that fits.

    Raises:
        UnknownNameError: the code is in none of the tables.
    """
    wanted, tongue = as_text(code).strip().upper(), chosen(language)
    for name in (kind,) if kind else ("purposes", "sources", "terms"):
        if name in ("purposes", "sources", "terms") and wanted in _by_code(name):
            return str(_by_code(name)[wanted].label(tongue))
    if kind in (None, "units") and (wanted.casefold() in _unit_codes()):
        return unit(wanted).label(tongue)
    if kind in (None, "parties"):
        for state in table("parties"):
            if state.iso2 == wanted:
                return str(state.name(tongue))
    raise UnknownNameError("code", code)


@cache
def _unit_pairs() -> frozenset[tuple[str, str]]:
    return frozenset((row.term_code, row.unit_code) for row in table("valid_term_unit"))


@cache
def _purpose_pairs() -> frozenset[tuple[str, str]]:
    return frozenset((row.term_code, row.purpose_code) for row in table("valid_term_purpose"))


@cache
def _taxon_terms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in table("valid_taxon_term"):
        found.setdefault(plain(row.taxon_name), set()).add(row.term_code)
    return {name: frozenset(codes) for name, codes in found.items()}


@cache
def _terms_with_pairs() -> frozenset[str]:
    return frozenset(code for code, _ in _unit_pairs())


def valid_unit(term_code: str, code: str | None) -> bool | None:
    """Whether a unit suits a term; older and current unit codes are equal.

    Returns:
        None for a term that the pairs of 2013 do not hold, so that nothing is known.

    Raises:
        UnknownNameError: the term or the unit does not exist.
    """
    wanted = term(term_code).code
    pair = (wanted, unit_code(code))
    return pair in _unit_pairs() if wanted in _terms_with_pairs() else None


def valid_units(term_code: str) -> tuple[str, ...]:
    """The current codes of the units that suit a term, sorted."""
    wanted = term(term_code).code
    return tuple(sorted({unit for code, unit in _unit_pairs() if code == wanted}))


def valid_purpose(term_code: str, purpose_code: str) -> bool | None:
    """Whether a purpose suits a term; None for a term that the pairs of 2013 do not hold.

    Raises:
        UnknownNameError: the term or the purpose does not exist.
    """
    wanted, code = term(term_code).code, purpose(purpose_code).code
    known = any(pair[0] == wanted for pair in _purpose_pairs())
    return (wanted, code) in _purpose_pairs() if known else None


def valid_term(name_or_id: str, term_code: str) -> bool | None:
    """Whether a species can be traded as this term.

    The pairs are given for families, orders and classes; the nearest one that holds any pair
    and all above it count.

    Returns:
        None if no pair is known for the species, or if the term is newer than the pairs (2013).

    Raises:
        UnknownNameError: the species or the term does not exist.
    """
    wanted = term(term_code).code
    names = [species(name_or_id).scientific_name, *(name for _, name in ancestors(name_or_id))]
    allowed = [_taxon_terms().get(plain(name), frozenset()) for name in names]
    known = frozenset().union(*allowed)
    if wanted in known:
        return True
    dated = frozenset().union(*_taxon_terms().values())
    return False if known and wanted in dated else None


def valid_source(source_code: str, kingdom: str) -> bool:
    """Whether a source code can apply to ``Animalia`` or ``Plantae``.

    Raises:
        UnknownNameError: no source has this code.
    """
    row = source(source_code)
    return row.animals if kingdom == "Animalia" else row.plants
