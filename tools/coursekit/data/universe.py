"""Which taxa the generator knows: trade group, ecological zones and home regions of each.

Groups follow the trade groups of the marginals (`datasets/reference/marginals`). Zones are a
teaching assumption: they only decide in which invented States a species occurs.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from coursekit.data.tables import read_rows

GROUPS = (
    "mammals",
    "birds",
    "reptiles",
    "amphibians",
    "fish",
    "corals",
    "other invertebrates",
    "plants",
    "timber",
)
_CLASS_GROUP = {
    "Mammalia": "mammals",
    "Aves": "birds",
    "Reptilia": "reptiles",
    "Amphibia": "amphibians",
    "Actinopteri": "fish",
    "Elasmobranchii": "fish",
    "Coelacanthi": "fish",
    "Anthozoa": "corals",
    "Hydrozoa": "corals",
}
_TIMBER_GENERA = frozenset(
    [
        "Swietenia",
        "Cedrela",
        "Dalbergia",
        "Pterocarpus",
        "Guibourtia",
        "Pericopsis",
        "Gonystylus",
        "Aquilaria",
        "Guaiacum",
        "Bulnesia",
        "Prunus",
        "Caesalpinia",
        "Aniba",
        "Araucaria",
        "Fitzroya",
        "Khaya",
        "Afzelia",
        "Handroanthus",
        "Dipteryx",
        "Diospyros",
        "Pinus",
        "Podocarpus",
        "Taxus",
        "Osyris",
    ]
)
_ZONES_BY_ORDER = {
    "Cetacea": "ocean",
    "Pinnipedia": "polar;ocean",
    "Proboscidea": "savanna;tropical_forest",
    "Perissodactyla": "savanna;dry;steppe",
    "Pholidota": "tropical_forest;savanna",
    "Primates": "tropical_forest;savanna",
    "Artiodactyla": "savanna;mountain;steppe;dry;wetland",
    "Carnivora": "savanna;tropical_forest;temperate;boreal;mountain;polar",
    "Crocodylia": "wetland",
    "Sauria": "tropical_forest;dry;savanna;wetland",
    "Serpentes": "tropical_forest;savanna;dry;wetland",
    "Testudines": "wetland;dry;tropical_forest",
    "Testudinata": "dry;savanna",
    "Falconiformes": "dry;steppe;mountain;boreal;savanna;temperate",
    "Strigiformes": "temperate;boreal;savanna;steppe",
    "Psittaciformes": "tropical_forest;savanna;dry",
    "Acipenseriformes": "temperate;boreal;steppe;wetland",
    "Anguilliformes": "temperate;wetland",
    "Osteoglossiformes": "wetland;tropical_forest",
    "Siluriformes": "wetland",
    "Syngnathiformes": "coral_sea;ocean",
    "Perciformes": "coral_sea;ocean",
    "Myliobatiformes": "wetland",
    "Pinales": "temperate;mountain;boreal",
    "Apiales": "temperate;mountain;boreal",
    "Ranunculales": "temperate",
    "Caryophyllales": "dry",
    "Euphorbiales": "dry",
    "Gentianales": "dry;tropical_forest;island",
    "Primulales": "temperate",
    "Dipsacales": "mountain",
    "Asterales": "mountain",
    "Scrophulariales": "mountain",
    "Veneroida": "coral_sea",
    "Mesogastropoda": "coral_sea",
    "Aspidochirotida": "coral_sea;ocean",
    "Holothuriida": "coral_sea;ocean",
    "Nautilida": "coral_sea;ocean",
    "Hirudinoidea": "wetland",
    "Arhynchobdellida": "wetland",
}
_ZONES_BY_CLASS = {
    "Elasmobranchii": "ocean",
    "Anthozoa": "coral_sea",
    "Hydrozoa": "coral_sea",
    "Coelacanthi": "ocean",
    "Amphibia": "tropical_forest;wetland",
    "Aves": "tropical_forest;savanna",
}
_LAND = "tropical_forest;savanna;dry;temperate;mountain;wetland;island"
_MARINE = frozenset({"ocean", "coral_sea"})


@dataclass(frozen=True)
class Taxon:
    """One taxon of the reference with what the generator needs to place it."""

    name: str
    kingdom: str
    taxon_class: str
    order: str
    family: str
    group: str
    zones: frozenset[str]
    regions: frozenset[str]
    rows: float
    terms: tuple[tuple[str, float], ...]
    synonyms: tuple[str, ...]
    captive: bool


def _shares(text: str, rows: float) -> tuple[tuple[str, float], ...]:
    """Observed term shares ('TUS:0.18;TRO:0.14') as rows."""
    pairs = (item.split(":") for item in text.split(";") if ":" in item)
    return tuple((code, float(share) * max(rows, 1.0)) for code, share in pairs)


def _codes(row: dict[str, str]) -> list[str]:
    """Range codes, or the codes of the leading wild exporters where no range is recorded."""
    if row["range_iso2"]:
        return [code.strip() for code in row["range_iso2"].replace(";", ",").split(",")]
    listed = row["top_exporters_wild_2001_2015"] or row["top_exporters_captive_2023"]
    return [item.split(":")[0] for item in listed.split(";") if item]


def _regions(row: dict[str, str], region_of: dict[str, str]) -> frozenset[str]:
    found = [region_of[code] for code in _codes(row) if region_of.get(code)]
    keep = {region for region in found if found.count(region) >= 0.15 * len(found)}
    return frozenset(keep or set(found))


def group_of(row: dict[str, str]) -> str:
    """Trade group of a species row."""
    if row["kingdom"] == "Plantae":
        genus = row["scientific_name"].split()[0]
        return "timber" if genus in _TIMBER_GENERA else "plants"
    return _CLASS_GROUP.get(row["class"], "other invertebrates")


def _zones(row: dict[str, str], regions: frozenset[str], codes: list[str]) -> frozenset[str]:
    text = _ZONES_BY_ORDER.get(row["order"]) or _ZONES_BY_CLASS.get(row["class"]) or _LAND
    zones = set(text.split(";"))
    if codes == ["MG"]:
        return frozenset({"island"})
    if regions in ({"Europe"}, {"North America"}):
        zones |= {"temperate"} if not zones & _MARINE else set()
    return frozenset(zones)


def load_universe(reference: Path) -> list[Taxon]:
    """All taxa of the reference package, in its order."""
    region_of = {row["iso2"]: row["cites_region"] for row in read_rows(reference / "parties.csv")}
    synonyms: dict[str, list[str]] = defaultdict(list)
    for row in read_rows(reference / "names.csv"):
        if "synonym" in row["kind"]:
            synonyms[row["taxon_id"]].append(row["name"])
    taxa = []
    for row in read_rows(reference / "species.csv"):
        regions = _regions(row, region_of)
        rows = float(row["observed_rows"] or 0)
        taxa.append(
            Taxon(
                name=row["scientific_name"],
                kingdom=row["kingdom"],
                taxon_class=row["class"],
                order=row["order"],
                family=row["family"],
                group=group_of(row),
                zones=_zones(row, regions, _codes(row)),
                regions=regions,
                rows=rows,
                terms=_shares(row["observed_terms_share"], rows)
                or tuple((term, 0.5) for term in row["typical_terms"].split(";") if term),
                synonyms=tuple(synonyms[row["species_id"]]),
                captive=bool(row["top_exporters_captive_2023"]),
            )
        )
    return taxa


def occurs(taxon: Taxon, region: str, zones: frozenset[str]) -> bool:
    """Whether a taxon's zones and home regions fit an invented State."""
    if taxon.zones <= _MARINE and not taxon.regions:
        return bool(taxon.zones & zones)
    return bool(taxon.zones & zones) and (not taxon.regions or region in taxon.regions)
