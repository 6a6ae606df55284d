"""No English of the data's keeper on the French and the Spanish card."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

import borderlab as kit
from borderlab import reference
from borderlab.i18n import in_language
from borderlab.widgets import species_notes

SCIENTIFIC = re.compile(
    r"[A-Z][a-z]+( spp\.| [a-z-]+( molurus)?)?( \((I|II|III)( [A-Z]{2}|, CoP18| #15)?\))?"
)


def raw_notes() -> set[str]:
    """Every note that a listing can carry, whatever its date."""
    tables = ("listing_history", "listed_forms")
    found = {row.note for name in tables for row in reference.table(name)}
    return (found | {row.status for row in reference.table("not_listed")}) - {""}


def test_every_note_of_the_data_has_its_wording_and_no_other() -> None:
    assert raw_notes() == set(species_notes.NOTES)


@pytest.mark.parametrize("language", ["fr", "es"])
def test_every_note_and_every_look_alike_is_translated(language: str) -> None:
    words = {text for text in species_notes.NOTES.values() if text}
    names = {row.look_alike for row in reference.table("look_alikes")}
    names = {name for name in names if not SCIENTIFIC.fullmatch(name)}
    assert len(names) > 30
    with in_language(language):
        assert [text for text in words if species_notes._(text) == text] == []
        same = [name for name in names if species_notes.look_alike(name) == name]
    assert same == []


def test_names_are_said_in_the_language_and_scientific_names_stay() -> None:
    with in_language("fr"):
        shown = [
            species_notes.look_alike(name)
            for name in ("Capra sibirica (III PK)", "other Cuora spp.", "Panthera leo bone")
        ]
    assert shown == ["Capra sibirica (III PK)", "autres Cuora spp.", "os de Panthera leo"]


def test_notes_are_sentences_and_each_stands_once() -> None:
    lion = kit.species_card("Panthera leo", date="2026-11-21").card["note"]
    assert lion.startswith("Appendix I: population of India. Appendix II: African populations.")
    assert lion.count("lineage") == 1


def test_what_only_the_keeper_of_the_tables_needs_is_not_shown() -> None:
    assert kit.species_card("Psittacus erithacus", date="2000-01-01").card["note"] == ""
    assert kit.species_card("Equus quagga", date="2026-11-21").card["note"] == ""


def test_an_unknown_note_is_shown_as_it_is() -> None:
    day = dt.date(2026, 1, 1)
    other = replace(reference.listing("Equus quagga", day), note="something new")
    assert species_notes.notes(other) == "something new"
