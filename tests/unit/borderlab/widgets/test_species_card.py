"""The species card says what the reference data say, with source and mark."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

import borderlab as kit
from borderlab import reference
from borderlab.i18n import set_language
from borderlab.widgets.display import StaticView


def search(card: Any, text: Any) -> dict[str, Any]:
    card._handle_custom_msg({"type": "search", "text": text}, [])
    return dict(card.results)


def test_the_appendix_follows_the_date() -> None:
    card = kit.species_card("Psittacus erithacus", date="2016-05-01")
    assert card.card["verdict"] == "Appendix II"
    card.day = "2017-01-02"
    assert card.card["verdict"] == "Appendix I"
    assert card.card["since"] == "in this Appendix since 2 January 2017"
    assert card.card["since_confirm"] == "to be confirmed", "that day has a secondary source"


def test_history_joins_reworded_entries() -> None:
    stays = kit.species_card("Psittacus erithacus").card["timeline"]
    assert [(stay["year"], stay["appendix"]) for stay in stays] == [
        ("1976", "III"),
        ("1981", "II"),
        ("2017", "I"),
    ]
    assert stays[0]["parties"] == "Ghana"
    assert [stay["until"] for stay in stays[:-1]] == [stay["at"] for stay in stays[1:]]
    assert all(0 <= stay["at"] < stay["until"] <= 1 for stay in stays)


def test_split_listings_name_their_populations() -> None:
    card = kit.species_card("Loxodonta africana", date="2026-11-21").card
    assert card["verdict"] == "Appendix I or II, depending on the population"
    assert [row["appendix"] for row in card["populations"]] == ["Appendix I", "Appendix II"]
    assert "except Botswana, Namibia, South Africa, Zimbabwe" in card["populations"][0]["text"]
    assert {row["appendix"] for row in card["documents"]} == {"Appendix I", "Appendix II"}


def test_documents_carry_their_legal_basis() -> None:
    wild, bred = kit.species_card("Acinonyx jubatus", date="2026-11-21").card["documents"]
    assert "primarily commercial purposes" in wild["text"]
    assert wild["basis"] == "Convention, Art. III.3"
    assert bred["basis"] == "Convention, Art. VII.4"
    assert wild["confirm"] == ""


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_taxon_has_a_card_in_every_language(language: str) -> None:
    set_language(language)
    card = kit.species_card(date="2026-11-21")
    taxa = [*reference.all_species(), *reference.all_not_listed()]
    for taxon in taxa:
        card.name = taxon.taxon_id
        assert card.problem == "", taxon
        assert card.card["id"] == taxon.taxon_id
        assert card.card["sources"]
        json.dumps(card.card)


def test_a_listing_below_verified_carries_the_mark() -> None:
    day = dt.date(2026, 11, 21)
    card = kit.species_card(date=day)
    for taxon in reference.all_species():
        card.name = taxon.taxon_id
        unsure = reference.listing(taxon.scientific_name, day).to_confirm
        assert (card.card["confirm"] == "to be confirmed") is unsure, taxon.scientific_name


def test_search_knows_three_languages_synonyms_and_no_accents() -> None:
    card = kit.species_card()
    for text in ("guépard", "GUEPARD", "cheetah", "Acinonyx"):
        assert search(card, text)["hits"][0]["name"] == "Acinonyx jubatus", text
    assert search(card, "Psittacus erithacus erithacus")["hits"][0]["id"] == "SP075"
    assert search(card, "zzzz")["hits"] == []


@pytest.mark.parametrize("text", [None, 3, "x" * 10_000, "<b>", ["a"]])
def test_a_search_for_nonsense_finds_nothing_and_does_not_fail(text: Any) -> None:
    card = kit.species_card()
    assert len(search(card, text)["hits"]) <= 8
    assert card.problem == ""


def test_only_a_few_rows_travel() -> None:
    card = kit.species_card()
    search(card, "a")
    state = {k: v for k, v in card.get_state().items() if k not in {"_esm", "_css"}}
    assert len(json.dumps(state, default=str)) < 12_000


@pytest.mark.parametrize(("name", "day"), [("Foo bar", None), ("Acinonyx jubatus", "May 2016")])
def test_an_unknown_name_or_date_is_a_sentence(name: str, day: str | None) -> None:
    assert isinstance(kit.species_card(name, date=day), StaticView)


def test_a_wrong_date_later_is_told_and_the_card_stays() -> None:
    card = kit.species_card("Acinonyx jubatus", date="2026-11-21")
    before = card.card
    card.day = "yesterday"
    assert "year-month-day" in card.problem
    assert card.card == before
    card.day = "2016-01-01"
    assert card.problem == ""


def test_without_a_reader_the_card_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BORDERLAB_HEADLESS", "1")
    shown = kit.species_card("Psittacus erithacus", date="2016-05-01")
    assert isinstance(shown, StaticView)
    assert "Appendix II" in shown.text
    assert "African grey parrot" in shown.html


def test_the_text_has_the_note_and_what_it_is_confused_with() -> None:
    said = kit.species_card("Panthera leo", date="2026-11-21").summary.split("\n")
    assert sum(line.startswith("Note: Appendix I: population of India.") for line in said) == 1
    similar = kit.species_card("SP001", date="2026-11-21").summary
    assert "Confused with: " in similar
    assert "(not listed)" in similar


def test_sources_are_named_for_a_reader() -> None:
    said = kit.species_card("Loxodonta africana", date="2026-11-21").card["sources"]
    assert said[:2] == [
        "Listing: listing history of Species+ (UNEP-WCMC), state of 12 June 2013",
        (
            "Appendix: data of Species+ (UNEP-WCMC), 2013; CITES trade records, 2023; "
            "CITES trade records of East African exporters, 2018–2021"
        ),
    ]
