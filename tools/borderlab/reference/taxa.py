"""Species: look-up by name, search in three languages, relatives and range."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from borderlab.reference.errors import UnknownNameError, chosen
from borderlab.reference.rows import Form, LookAlike, Name, NotListed, Species
from borderlab.reference.tables import table
from borderlab.reference.text import near, plain

RANKS = ("genus", "family", "order", "class", "kingdom")


@dataclass(frozen=True, slots=True)
class Match:
    """A hit of `search`.

    Attributes:
        taxon: the species found, or the unlisted look-alike.
        name: the name that matched.
        language: ``la`` for scientific names, else ``en``, ``fr`` or ``es``.
        kind: ``accepted``, ``synonym`` or ``common``.
    """

    taxon: Species | NotListed
    name: str
    language: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Indexed:
    plain: str
    name: str
    language: str
    kind: str
    taxon_id: str


@cache
def _taxa() -> dict[str, Species | NotListed]:
    found: dict[str, Species | NotListed] = {row.species_id: row for row in table("species")}
    found.update((row.taxon_id, row) for row in table("not_listed"))
    return found


@cache
def _scientific() -> dict[str, str]:
    """Folded scientific name, synonym or id -> taxon id. Accepted names win over synonyms."""
    ids = {plain(row.name): row.taxon_id for row in table("names") if row.language == "la"}
    for taxon_id, taxon in _taxa().items():
        ids[plain(taxon.scientific_name)] = taxon_id
        ids[plain(taxon_id)] = taxon_id
    return ids


@cache
def _index() -> tuple[_Indexed, ...]:
    accepted = [
        _Indexed(plain(taxon.scientific_name), taxon.scientific_name, "la", "accepted", taxon_id)
        for taxon_id, taxon in _taxa().items()
    ]
    names: tuple[Name, ...] = table("names")
    others = [
        _Indexed(plain(row.name), row.name, row.language, row.kind, row.taxon_id) for row in names
    ]
    return (*accepted, *others)


def all_species() -> tuple[Species, ...]:
    """Every listed taxon of the kit (307)."""
    return table("species")


def all_not_listed() -> tuple[NotListed, ...]:
    """The unlisted look-alikes of the kit (28)."""
    return table("not_listed")


def find(name: str) -> Species | NotListed | None:
    """The taxon with this scientific name, synonym or id, or None. Capitals do not matter."""
    taxon_id = _scientific().get(plain(name))
    return _taxa()[taxon_id] if taxon_id else None


def species(name_or_id: str) -> Species:
    """The listed taxon with this scientific name, synonym or id (``"SP015"``).

    Raises:
        UnknownNameError: no listed taxon has it; the sentence offers near matches.
    """
    found = find(name_or_id)
    if not isinstance(found, Species):
        raise unknown(name_or_id)
    return found


def unknown(name: str) -> UnknownNameError:
    """The error that says that ``name`` is not known, with near matches."""
    hits = [hit.taxon.scientific_name for hit in search(name, limit=3)]
    if not hits:
        hits = near(name, (item.name for item in _index() if item.language == "la"))
    return UnknownNameError("species", name, list(dict.fromkeys(hits)))


def _score(item: str, words: str) -> int | None:
    """How well ``words`` fit a folded name, 0 best; None if they do not."""
    if item == words:
        return 0
    if item.startswith(words):
        return 1
    if f" {words}" in item:
        return 2
    if all(f" {word}" in f" {item}" for word in words.split()):
        return 3
    return 4 if words in item else None


def search(text: str, language: str | None = None, limit: int = 10) -> list[Match]:
    """Find taxa by part of a scientific or common name; accents and capitals do not matter.

    Args:
        text: what was typed.
        language: restrict common names to ``en``, ``fr`` or ``es`` (default: all three);
            scientific names and synonyms are always searched.
        limit: the most hits to return.

    Returns:
        One match per taxon, best first.

    Raises:
        ValueError: another language.
    """
    words = plain(text)
    if language:
        language = chosen(language)
    if not words:
        return []
    first = words.partition(" ")[0]
    best: dict[str, tuple[int, int, _Indexed]] = {}
    for item in _index():
        if language and item.language not in ("la", language):
            continue
        if first not in item.plain or (score := _score(item.plain, words)) is None:
            continue
        rank = (score, len(item.plain), item)
        if item.taxon_id not in best or rank[:2] < best[item.taxon_id][:2]:
            best[item.taxon_id] = rank
    ordered = sorted(best.values(), key=lambda rank: (rank[0], rank[1], rank[2].plain))
    return [
        Match(_taxa()[item.taxon_id], item.name, item.language, item.kind)
        for _, _, item in ordered[:limit]
    ]


def synonyms(name_or_id: str) -> tuple[str, ...]:
    """Older scientific names under which the taxon still appears in trade papers."""
    taxon_id = species(name_or_id).species_id
    names: tuple[Name, ...] = table("names")
    return tuple(row.name for row in names if row.taxon_id == taxon_id and row.language == "la")


def ancestors(name_or_id: str) -> tuple[tuple[str, str], ...]:
    """The higher taxa of a species as (rank, name), nearest first: genus, …, kingdom.

    Plants have no class in CITES data, so that rank is left out for them.
    """
    row = species(name_or_id)
    names = (row.genus, row.family, row.order, row.class_, row.kingdom)
    return tuple((rank, name) for rank, name in zip(RANKS, names, strict=True) if name)


def is_within(name_or_id: str, taxon: str) -> bool:
    """Whether a species is, or belongs to, ``taxon`` (``"Dalbergia spp."``, ``"Aves"``)."""
    row = species(name_or_id)
    wanted = plain(taxon).removesuffix(" spp")
    known = {plain(row.scientific_name).removesuffix(" spp")}
    known.update(plain(name) for _, name in ancestors(name_or_id))
    known.update(plain(name) for name in synonyms(name_or_id))
    return wanted in known


def look_alikes(name_or_id: str) -> tuple[LookAlike, ...]:
    """What specimens of the species are confused with."""
    taxon_id = species(name_or_id).species_id
    return tuple(row for row in table("look_alikes") if row.taxon_id == taxon_id)


def forms(name_or_id: str) -> tuple[Form, ...]:
    """Subspecies and forms of the species that are listed in their own way."""
    taxon_id = species(name_or_id).species_id
    return tuple(row for row in table("listed_forms") if row.species_id == taxon_id)


def range_states(name_or_id: str) -> tuple[str, ...]:
    """ISO codes of the range States; empty where no range was compiled (wide or marine)."""
    return species(name_or_id).range_iso2
