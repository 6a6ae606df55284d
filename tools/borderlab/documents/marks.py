"""Marks on goods: crocodilian tags and caviar labels compared with the permit line."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from borderlab import reference
from borderlab.documents.kinds import BLANK_DATE
from borderlab.documents.model import Permit, PermitLine
from borderlab.reference.taxa import find

_COUNTRY = re.compile(r"^[A-Z]{2}(?![A-Z])")
_SPECIES = re.compile(r"(?<![A-Z])([A-Z]{3}(?:x[A-Z]{3})?)(?![A-Z])")
_RANGE = re.compile(r"(.*?)([0-9]+)(?:-|–|—|TO)(.*?)([0-9]+)([^0-9]*)")
_DIGITS = re.compile(r"\d+")
_CENTURY = 100
_FIRST_YEAR = 1975
_LABEL_PARTS = 4
_YEAR_DIGITS = 2


@cache
def _taxon_of(table: str) -> dict[str, str]:
    """Three-letter code -> accepted name."""
    found = {}
    for row in reference.table(table):
        taxon = find(" ".join(row.taxon.split()[:2])) if row.code not in ("HYB", "MIX") else None
        if taxon is not None:
            found[row.code] = taxon.scientific_name
    return found


def _same_taxon(code: str, taxon: str | None, table: str) -> bool:
    """Whether a code fits the taxon of the line; codes of hybrids and unknown ones do."""
    meant = _taxon_of(table).get(code)
    declared = find(taxon) if taxon else None
    return meant is None or declared is None or meant == declared.scientific_name


def _years(tag: str) -> set[int]:
    """Years that the digits of a tag may mean; the order of its elements varies by Party.

    Two digits that stand alone are the year.
    """
    groups = _DIGITS.findall(tag)
    groups = [digits for digits in groups if len(digits) == _YEAR_DIGITS] or groups
    found: set[int] = set()
    for digits in groups:
        for two in {digits[:2], digits[-2:]}:
            year = int(two)
            found.add(year + (2000 if year < _FIRST_YEAR % _CENTURY else 1900))
    return found


def _before(years: set[int], issued: dt.date | None) -> bool:
    if issued is None or issued == BLANK_DATE or not years:
        return True
    return min(years) <= issued.year


def _origin(permit: Permit, line: PermitLine) -> str | None:
    """The State that marks should show; None where the paper does not say it."""
    if line.origin:
        return None if line.origin == "XX" else line.origin
    return None if permit.doc_type == "REEXPORT" else permit.issuer or None


def tag_problem(permit: Permit, line: PermitLine) -> bool | None:
    """Whether a crocodilian tag contradicts the line; None without tags.

    The tag must show the country of origin, the code of the taxon and a year not after issue.
    """
    if not line.marks:
        return None
    origin = _origin(permit, line)
    for mark in line.marks:
        tag = mark.strip()
        country = _COUNTRY.match(tag)
        species = _SPECIES.search(tag[2:])
        if country and origin and country.group() != origin:
            return True
        if species and not _same_taxon(species.group(1), line.taxon, "crocodilian_codes"):
            return True
        if not _before(_years(tag), permit.issue_date):
            return True
    return False


def label_problem(permit: Permit, line: PermitLine) -> bool | None:
    """Whether a caviar label contradicts the line; None without a label.

    A label reads species code, source, origin, year of harvest, plant, lot, with slashes. That of
    repackaged caviar shows the State and year of repackaging.
    """
    if not line.label:
        return None
    parts = [part.strip() for part in line.label.split("/")]
    if len(parts) < _LABEL_PARTS:
        return True
    code, source, origin, year = parts[:_LABEL_PARTS]
    declared = _origin(permit, line)
    places = {declared}
    if permit.doc_type == "REEXPORT":
        places |= {permit.issuer, line.last_reexport}
    return (
        not _same_taxon(code, line.taxon, "caviar_codes")
        or bool(line.source and source not in line.source)
        or bool(declared and origin not in places)
        or not year.isdecimal()
        or not _before({int(year)}, permit.issue_date)
    )


def unmatched(line: PermitLine) -> bool | None:
    """Whether a mark found on the goods is not on the permit; None if nothing was compared."""
    if line.found_marks is None or line.marks is None:
        return None
    stated = {_folded(mark) for mark in line.marks}
    return any(
        found not in stated and not any(_within(found, mark) for mark in line.marks)
        for found in map(_folded, line.found_marks)
    )


def _folded(mark: str) -> str:
    """A mark without spaces, in capitals."""
    return "".join(mark.split()).upper()


def _within(found: str, stated: str) -> bool:
    """Whether a mark lies in a range such as ``ZW0001-ZW0050`` or ``ZW 0001 to 0050``."""
    match = _RANGE.fullmatch(_folded(stated))
    if match is None:
        return False
    before, first, again, last, after = match.groups()
    inner = re.fullmatch(rf"{re.escape(before)}([0-9]+){re.escape(after)}", found)
    if again not in {"", before} or inner is None or len(inner[1]) != len(first):
        return False
    return len(last) == len(first) and first <= inner[1] <= last
