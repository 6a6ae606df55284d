"""Reading cells that hold codes: species, countries, terms, units, purposes, sources, Appendix.

Each reader takes a cell and gives ``(code, remark)``: the kit's code or None, and a key of `SAID`
for what is worth telling.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from borderlab.reference import codes, taxa
from borderlab.reference.errors import UnknownNameError
from borderlab.reference.parties import state_code
from borderlab.reference.tables import table
from borderlab.reference.text import near, plain

Reading = tuple[str | None, str]

_APPENDIX = re.compile(r"(?:app(?:endix|endice)?|annexe|anexo|cites)*(iii|ii|i|n|[123])")
_PLURAL = re.compile(r"(?<=\w{3})(es|s|x|e)$")
_ROMAN = {"1": "I", "2": "II", "3": "III"}


def read_species(cell: str) -> Reading:
    """A scientific name; the accepted one for a synonym."""
    found = taxa.find(cell)
    if found is not None:
        same = plain(found.scientific_name) == plain(cell)
        return found.scientific_name, "" if same else "synonym"
    if plain(cell).endswith((" spp", " sp", " ssp")) or " " not in plain(cell):
        return cell, "higher"
    return cell, "unknown"


def read_country(cell: str) -> Reading:
    """An ISO alpha-2 code, an alpha-3 code or a name in the kit's languages, short or official."""
    try:
        return state_code(cell), ""
    except UnknownNameError:
        return None, "unknown"


def read_term(cell: str) -> Reading:
    """A term code, or its label in one of the kit's languages."""
    code = cell.upper() if cell.upper() in codes.terms() else _by_label("terms", cell)
    if code is None:
        return None, "unknown"
    return code, "legacy" if codes.term(code).status == "legacy" else ""


def read_unit(cell: str) -> Reading:
    """A current or older unit code, a symbol or a label; an empty cell is number of specimens."""
    words = plain(cell)  # m³ is folded to m3, and a dash to nothing
    code = _symbol(cell) or (_symbol(words) if words else None)
    code = code or _by_label("units", cell)
    if code is None:
        return None, "unknown"
    return code, "package" if codes.unit(code).dimension == "package" else ""


def _symbol(text: str) -> str | None:
    try:
        return codes.unit_code(text)
    except UnknownNameError:
        return None


def read_purpose(cell: str) -> Reading:
    """A purpose code or label."""
    return _single(cell, "purposes")


def read_source(cell: str) -> Reading:
    """One source code, or two where one of them is O or I, such as ``OW`` or ``I/C``."""
    letters = re.sub(r"[\s,;/+&-]", "", cell.upper())
    if len(letters) == 2 and set(letters) <= set(codes.sources()):  # noqa: PLR2004
        return letters, "" if {"O", "I"} & set(letters) else "pair"
    return _single(cell, "sources")


def read_appendix(cell: str) -> Reading:
    """``I``, ``II``, ``III`` or ``N``, however it is written."""
    match = _APPENDIX.fullmatch(plain(cell).replace(" ", ""))
    if match is None:
        return None, "unknown"
    return _ROMAN.get(match[1], match[1].upper()), ""


def _single(cell: str, name: str) -> Reading:
    known = codes.purposes() if name == "purposes" else codes.sources()
    code = cell.upper() if cell.upper() in known else _by_label(name, cell)
    return (code, "") if code else (None, "unknown")


def _by_label(name: str, cell: str) -> str | None:
    """The code whose label, in any language, is this word, in singular or plural."""
    words = plain(cell)
    found = _labels(name).get(words), _stems(name).get(_stem(words))
    # "plumas" are feathers, although an older list has them as quills.
    current = [code for code in found if code and code not in _legacy(name)]
    return next(iter(current), found[0] or found[1])


def _stem(words: str) -> str:
    return " ".join(_PLURAL.sub("", word) for word in words.split())


@cache
def _stems(name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for words, code in _labels(name).items():
        found.setdefault(_stem(words), code)
    return found


@cache
def _legacy(name: str) -> frozenset[str]:
    return frozenset(row.code for row in table(name) if getattr(row, "status", "") == "legacy")


@cache
def _labels(name: str) -> dict[str, str]:
    """Folded label in any language -> code; current codes before legacy ones."""
    rows = sorted(table(name), key=lambda row: getattr(row, "status", "") == "legacy")
    found: dict[str, str] = {}
    for row in rows:
        for language in ("en", "fr", "es"):
            found.setdefault(plain(row.label(language)), row.code)
            sapi = getattr(row, f"sapi_{language}", "")
            if sapi:
                found.setdefault(plain(sapi), row.code)
    return found


READERS: dict[str, Callable[[str], Reading]] = {
    "appendix": read_appendix,
    "country": read_country,
    "purpose": read_purpose,
    "source": read_source,
    "species": read_species,
    "term": read_term,
    "unit": read_unit,
}
"""Kind of a column -> how its cells are read."""


def suggestions(kind: str, cell: str) -> list[str]:
    """Codes or names close to a cell that was not understood."""
    if kind == "species":
        # A name with its author, or with a common name in brackets, begins with the name.
        words = plain(cell).split()
        for length in (3, 2):
            known = taxa.find(" ".join(words[:length])) if len(words) > length else None
            if known is not None:
                return [known.scientific_name]
        hits = [hit.taxon.scientific_name for hit in taxa.search(cell, limit=2)]
        names = [row.scientific_name for row in taxa.all_species()]
        return hits or near(cell, names, limit=2, cutoff=0.75)
    if kind == "country":
        try:
            state_code(cell)
        except UnknownNameError as error:
            return list(error.near)[:2]
        return []
    name = {"term": "terms", "unit": "units", "purpose": "purposes", "source": "sources"}.get(kind)
    if name is None:
        return ["I", "II", "III"]
    hits = near(cell, _labels(name), limit=2, cutoff=0.75)
    return list(dict.fromkeys(_labels(name)[hit] for hit in hits))
