"""What the invented world publishes and officers may look up: ranges, directories, measures."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from borderlab import reference
from borderlab.paths import datasets


def _read(*path: str) -> list[dict[str, str]]:
    place = datasets("world").joinpath(*path)
    with place.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclass(frozen=True)
class Taxon:
    """What is generally known of a taxon."""

    group: str
    order: str
    family: str
    plant: bool
    marine: bool
    range_states: frozenset[str]


# Orders and classes that live in the sea; families where only some do. Teaching classification.
_SEA_CLASSES = {"Anthozoa", "Hydrozoa", "Elasmobranchii", "Bivalvia", "Holothuroidea",
                "Cephalopoda", "Gastropoda", "Coelacanthi"}  # fmt: skip
_SEA_ORDERS = {"Cetacea", "Syngnathiformes", "Perciformes", "Sirenia", "Sphenisciformes",
               "Anguilliformes", "Acipenseriformes"}  # fmt: skip
_SEA_FAMILIES = {"Cheloniidae", "Dermochelyidae", "Otariidae", "Phocidae", "Dugongidae"}


@cache
def taxa() -> dict[str, Taxon]:
    """By scientific name; the range is that of the invented States.

    Marine are also those that live in the sea for a part of their life.
    """
    species = {row.scientific_name: row for row in reference.table("species")}
    found = {}
    for row in _read("calibration", "taxa.csv"):
        known = species[row["taxon"]]
        found[row["taxon"]] = Taxon(
            group=row["group"],
            order=known.order,
            family=known.family,
            plant=row["kingdom"] == "Plantae",
            marine=row["class"] in _SEA_CLASSES
            or known.order in _SEA_ORDERS
            or known.family in _SEA_FAMILIES,
            range_states=frozenset(filter(None, row["range"].split(";"))),
        )
    return found


@cache
def native_pairs() -> frozenset[tuple[str, str]]:
    """(taxon, State) where the taxon occurs in the wild."""
    return frozenset(
        (name, state) for name, taxon in taxa().items() for state in taxon.range_states
    )


@cache
def ranged() -> frozenset[str]:
    """Taxa whose range is known at all."""
    return frozenset(name for name, taxon in taxa().items() if taxon.range_states)


@cache
def management_authorities() -> frozenset[str]:
    """Authorities that the invented Secretariat's directory lists as competent to issue."""
    return frozenset(row["authority_id"] for row in _read("authorities.csv") if row["kind"] == "MA")


@cache
def suspensions() -> tuple[dict[str, str], ...]:
    """Recommendations to suspend trade."""
    return tuple(_read("suspensions.csv"))


@cache
def registered_operations() -> frozenset[tuple[str, str]]:
    """(taxon, State) with a registered Appendix I breeding operation."""
    return frozenset((row["taxon"], row["state"]) for row in _read("operations.csv"))


@cache
def ports() -> dict[str, dict[str, str]]:
    """Ports by id."""
    return {row["port_id"]: row for row in _read("ports.csv")}


@cache
def usual_weight() -> dict[tuple[str, str], float]:
    """Kilograms of one piece by (term, group); group is empty for all groups."""
    return {
        (row["term"], row["group"]): int(row["grams_per_piece"]) / 1000.0
        for row in _read("goods_profile.csv")
    }


@cache
def stricter_look_alikes() -> frozenset[str]:
    """Taxa under whose name specimens of a taxon in Appendix I could be passed off."""
    names = {row.species_id: row for row in reference.table("species")}
    return (
        frozenset(
            names[row.look_alike_id].scientific_name
            for row in reference.table("look_alikes")
            if row.look_alike_id in names
            and "I" in names[row.taxon_id].cites_appendix.split("/")
            and names[row.look_alike_id].cites_appendix != "I"
        )
        if names
        else frozenset()
    )


@cache
def residual_lines() -> frozenset[str]:
    """Six-digit tariff lines for what has no line of its own."""
    return frozenset(row.hs6 for row in reference.table("hs_lines") if row.line_type == "residual")
