"""Species are found by any of their names, as people type them."""

from __future__ import annotations

import pytest

from borderlab import reference
from borderlab.i18n import in_language
from borderlab.reference import UnknownNameError


@pytest.mark.parametrize(
    "name", ["Panthera uncia", "panthera UNCIA", "Uncia uncia", "SP013", "  Panthera  uncia "]
)
def test_a_species_has_one_row_under_all_its_names(name: str) -> None:
    assert reference.species(name).species_id == "SP013"


def test_an_unknown_name_is_told_with_near_matches() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean Loxodonta africana") as caught:
        reference.species("Loxodonta afrcana")
    assert isinstance(caught.value, LookupError)
    assert caught.value.near[0] == "Loxodonta africana"


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "Vouliez-vous dire"), ("es", "¿Quiso decir")]
)
def test_the_sentence_is_in_the_language_in_use(language: str, words: str) -> None:
    with in_language(language), pytest.raises(UnknownNameError, match=words):
        reference.species("Acinonyx jubatis")


def test_a_name_like_nothing_gives_no_guess() -> None:
    with pytest.raises(UnknownNameError) as caught:
        reference.species("zzzzzzzz")
    assert caught.value.near == ()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("elephant", "Loxodonta africana"), ("éléphant d afrique", "Loxodonta africana"),
     ("ELEPHANT D'AFRIQUE", "Loxodonta africana"), ("guepard", "Acinonyx jubatus"),
     ("loro yaco", "Psittacus erithacus"), ("Python reticulatus", "Malayopython reticulatus"),
     ("jubatus", "Acinonyx jubatus"), ("grey parrot", "Psittacus erithacus")],
)  # fmt: skip
def test_search_needs_no_accents_and_no_beginning(typed: str, found: str) -> None:
    hits = [hit.taxon.scientific_name for hit in reference.search(typed)]
    assert found in hits[:3]


def test_search_puts_the_exact_name_first_and_each_taxon_once() -> None:
    hits = reference.search("Acipenser")
    assert len(hits) == len({hit.taxon.scientific_name for hit in hits})
    assert reference.search("Panthera leo")[0].taxon.scientific_name == "Panthera leo"


def test_search_can_be_kept_to_one_language_and_a_number() -> None:
    spanish = reference.search("leon", "es")
    assert {hit.language for hit in spanish} <= {"la", "es"}
    assert len(reference.search("a", limit=4)) == 4
    assert reference.search("   ") == []


def test_ancestors_run_from_genus_to_kingdom() -> None:
    assert reference.ancestors("Acinonyx jubatus") == (
        ("genus", "Acinonyx"), ("family", "Felidae"), ("order", "Carnivora"),
        ("class", "Mammalia"), ("kingdom", "Animalia"),
    )  # fmt: skip
    assert "class" not in dict(reference.ancestors("Dalbergia nigra"))


def test_a_species_is_within_its_higher_taxa() -> None:
    assert reference.is_within("Dalbergia nigra", "Dalbergia spp.")
    assert reference.is_within("Psittacus erithacus", "Aves")
    assert reference.is_within("Malayopython reticulatus", "Python reticulatus")
    assert not reference.is_within("Psittacus erithacus", "Mammalia")


def test_look_alikes_lead_to_unlisted_taxa() -> None:
    ids = {row.look_alike_id for row in reference.look_alikes("Loxodonta africana")}
    mammoth = reference.find("Mammuthus primigenius")
    assert mammoth is not None
    assert mammoth.taxon_id in ids


def test_unlisted_taxa_are_no_species_but_can_be_found() -> None:
    found = reference.find("Anguilla japonica")
    assert found is not None
    assert found.common_name("fr") == "Anguille du Japon"
    with pytest.raises(UnknownNameError):
        reference.species("Anguilla japonica")


def test_synonyms_and_range() -> None:
    assert reference.synonyms("Panthera uncia") == ("Uncia uncia",)
    assert "NA" in reference.range_states("Acinonyx jubatus")
    assert reference.species("SP015").common_name("fr") == "Guépard"
