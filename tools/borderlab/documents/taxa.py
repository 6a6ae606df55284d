"""Names and facts of taxa as arrays, for both the real tables and the invented world."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from borderlab import reference
from borderlab.documents.kinds import EPOCH, NO_DAY
from borderlab.documents.vocabulary import Vocabulary
from borderlab.reference.rows import NotListed, Species
from borderlab.reference.text import plain

if TYPE_CHECKING:
    from numpy.typing import NDArray

ACCEPTED, VARIANT, HIGHER, NOT_FOUND = 0, 1, 2, 3
GROUPS = ("mammals", "birds", "reptiles", "amphibians", "fish", "corals",
          "other invertebrates", "plants", "timber")  # fmt: skip
_BY_CLASS = {
    "Mammalia": 0, "Aves": 1, "Reptilia": 2, "Amphibia": 3, "Actinopteri": 4,
    "Elasmobranchii": 4, "Coelacanthi": 4, "Anthozoa": 5, "Hydrozoa": 5,
}  # fmt: skip
_PHYLUM = {
    "Mammalia": "Chordata", "Aves": "Chordata", "Reptilia": "Chordata", "Amphibia": "Chordata",
    "Actinopteri": "Chordata", "Elasmobranchii": "Chordata", "Coelacanthi": "Chordata",
    "Anthozoa": "Cnidaria", "Hydrozoa": "Cnidaria", "Insecta": "Arthropoda",
    "Arachnida": "Arthropoda", "Bivalvia": "Mollusca", "Gastropoda": "Mollusca",
    "Cephalopoda": "Mollusca", "Holothuroidea": "Echinodermata", "Hirudinoidea": "Annelida",
}  # fmt: skip
_FORMER_CLASS = {"Actinopteri": "Actinopterygii", "Coelacanthi": "Sarcopterygii"}
_SEA_CLASSES = {"Elasmobranchii", "Anthozoa", "Hydrozoa", "Bivalvia", "Holothuroidea",
                "Cephalopoda", "Gastropoda", "Coelacanthi"}  # fmt: skip
_SEA_ORDERS = {"Cetacea", "Sirenia", "Syngnathiformes", "Perciformes"}
_SEA_FAMILIES = {"Cheloniidae", "Dermochelyidae", "Odobenidae", "Otariidae"}
_BOTH_WATERS = {"Acipenseriformes", "Anguilliformes", "Sphenisciformes"}
# Years that a living specimen of the order can plausibly reach; teaching values, general knowledge.
_LONGEVITY = {"Passeriformes": 30, "Falconiformes": 40, "Strigiformes": 40, "Psittaciformes": 90}
_LONGEVITY_OF_CLASS = {"Aves": 60, "Mammalia": 90, "Amphibia": 40, "Insecta": 5, "Arachnida": 40}
_ENDING = re.compile(r"(us|um|a|is|e|i|ii)$")


class TaxonNames(Vocabulary):
    """Scientific names: accepted, variants and synonyms (place + n), then higher taxa.

    Names that differ in capitals, hyphens or the ending of the epithet are found too.
    """

    def code(self, value: str | None) -> int:
        """The code of a name; remembers what it looked up."""
        found = self.codes.get(value)
        if found is None:
            found = self.codes[value] = self._search(value or "")
        return found

    def encode(self, values: Iterable[str | None]) -> NDArray[np.int16]:
        """Codes of many names."""
        return np.array([self.code(value) for value in values], dtype=np.int16)

    def _search(self, name: str) -> int:
        folded = plain(name)
        if not folded:
            return self.codes[""]
        for key in (f"={folded}", f"~{_stem(folded)}"):
            if key in self.codes:
                return self.codes[key]
        return self.unknown


def _stem(folded: str) -> str:
    return _ENDING.sub("", folded.replace(" ", ""))


@dataclass(frozen=True, eq=False)
class Taxa:
    """Facts by accepted taxon (look-up tables of length n + 3; places n and above are unknown).

    Attributes:
        names: vocabulary of names as written.
        accepted: by name code, the accepted taxon or -1.
        status: by name code, ACCEPTED, VARIANT, HIGHER or NOT_FOUND; -1 blank or not recorded.
        higher_allowed: by name code, whether a name above species rank is accepted practice.
        animal, plant, coral, crocodile, sturgeon, elephant, caught_at_sea: by accepted taxon.
        marine: 1, 0, or -1 where both or not known.
        first_listed: day of first listing in any Appendix; NO_DAY where not known.
        bred, ranched: 1 or 0, whether trade records know captive-bred or ranched specimens.
        longevity: years, NaN where no limit is set.
        annotation: ``#4`` and so on.
    """

    n: int
    names: Vocabulary
    accepted: NDArray[np.int16]
    status: NDArray[np.int8]
    higher_allowed: NDArray[np.bool_]
    group: NDArray[np.int8]
    animal: NDArray[np.bool_]
    plant: NDArray[np.bool_]
    crocodile: NDArray[np.bool_]
    sturgeon: NDArray[np.bool_]
    elephant: NDArray[np.bool_]
    marine: NDArray[np.int8]
    first_listed: NDArray[np.int32]
    bred: NDArray[np.int8]
    ranched: NDArray[np.int8]
    longevity: NDArray[np.float64]
    annotation: tuple[str, ...]
    rows: tuple[Species | NotListed, ...]

    def within(self, name: str) -> tuple[int, ...]:
        """Codes of the accepted taxa that are, or belong to, a taxon."""
        wanted = plain(name).removesuffix(" spp")
        return tuple(at for at, row in enumerate(self.rows) if wanted in lineage(row))


@cache
def lineage(row: Species | NotListed) -> frozenset[str]:
    """Folded names of a taxon and of all higher taxa."""
    names = {plain(row.scientific_name).removesuffix(" spp")}
    if isinstance(row, Species):
        parts = (row.genus, row.family, row.order, row.class_, row.kingdom,
                 _PHYLUM.get(row.class_, ""), _FORMER_CLASS.get(row.class_, ""))  # fmt: skip
        names |= {plain(part) for part in parts if part}
    return frozenset(names)


def _names(rows: tuple[Species | NotListed, ...]) -> tuple[TaxonNames, list[int], list[bool]]:
    accepted = [row.scientific_name for row in rows]
    n = len(accepted)
    higher: dict[str, bool] = {}
    for row in rows:
        if isinstance(row, Species):
            coral = _group(row) == GROUPS.index("corals")
            for name in (row.genus, row.family, row.order, row.class_):
                if name and name not in accepted:
                    higher[name] = higher.get(name, True) and coral
    names = TaxonNames((*accepted, *(f"\0{name}" for name in accepted), *higher))
    codes = names.codes
    for at, name in enumerate(accepted):
        folded = plain(name)
        codes[f"={folded}"] = at
        codes.setdefault(f"~{_stem(folded)}", n + at)
    for name in higher:
        codes.setdefault(f"={plain(name)} spp", codes[name])
        codes.setdefault(f"={plain(name)} sp", codes[name])
        codes.setdefault(f"={plain(name)}", codes[name])
    place = {row.taxon_id: at for at, row in enumerate(rows)}
    for item in reference.table("names"):
        if item.language == "la" and item.taxon_id in place:
            codes.setdefault(f"={plain(item.name)}", n + place[item.taxon_id])
    return names, [*range(n), *range(n), *([-1] * len(higher))], list(higher.values())


def _group(row: Species) -> int:
    if row.kingdom == "Plantae":
        return GROUPS.index("timber" if {"LOG", "SAW"} & set(row.typical_terms) else "plants")
    return _BY_CLASS.get(row.class_, GROUPS.index("other invertebrates"))


def _marine(row: Species) -> int:
    if row.order in _BOTH_WATERS:
        return -1
    if row.family == "Potamotrygonidae":
        return 0
    sea = row.class_ in _SEA_CLASSES or row.order in _SEA_ORDERS or row.family in _SEA_FAMILIES
    return int(sea)


def _first_listed(row: Species) -> int:
    first = reference.first_listed(row.scientific_name)
    return first.date.toordinal() - EPOCH if first.date else NO_DAY


def _longevity(row: Species) -> float:
    years = _LONGEVITY.get(row.order) or _LONGEVITY_OF_CLASS.get(row.class_)
    return float(years) if years else float("nan")


@cache
def taxa() -> Taxa:
    """The 307 listed taxa and the unlisted look-alikes of the kit."""
    rows: tuple[Species | NotListed, ...] = (*reference.all_species(), *reference.all_not_listed())
    names, accepted, allowed = _names(rows)
    n = len(rows)

    def table(fact: Callable[[Species], Any], missing: Any, dtype: type) -> NDArray[Any]:
        cells = [fact(row) if isinstance(row, Species) else missing for row in rows]
        return np.array([*cells, missing, missing, missing], dtype=dtype)

    def of_order(order: str) -> NDArray[np.bool_]:
        return table(lambda row: row.order == order, missing=False, dtype=bool)

    status = [*([ACCEPTED] * n), *([VARIANT] * n), *([HIGHER] * len(allowed))]
    return Taxa(
        n=n,
        names=names,
        accepted=np.array([*accepted, -1, -1, -1], dtype=np.int16),
        status=np.array([*status, NOT_FOUND, -1, -1], dtype=np.int8),
        higher_allowed=np.array([*([True] * 2 * n), *allowed, True, True, True], dtype=bool),
        group=table(_group, -1, np.int8),
        animal=table(lambda row: row.kingdom == "Animalia", missing=False, dtype=bool),
        plant=table(lambda row: row.kingdom == "Plantae", missing=False, dtype=bool),
        crocodile=of_order("Crocodylia"),
        sturgeon=of_order("Acipenseriformes"),
        elephant=of_order("Proboscidea"),
        marine=table(_marine, -1, np.int8),
        first_listed=table(_first_listed, NO_DAY, np.int32),
        bred=table(lambda row: bool({"C", "F", "D", "A"} & set(row.typical_sources)), -1, np.int8),
        ranched=table(
            lambda row: "R" in row.typical_sources or row.order == "Crocodylia", -1, np.int8
        ),
        longevity=table(_longevity, float("nan"), np.float64),
        annotation=tuple(getattr(row, "annotation", "") for row in rows),
        rows=rows,
    )
