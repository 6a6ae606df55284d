"""Codes on a permit, their labels, and which go together."""

from __future__ import annotations

import pytest

from borderlab import reference
from borderlab.i18n import in_language
from borderlab.reference import UnknownNameError


@pytest.mark.parametrize(
    ("written", "code"),
    [("KIL", "KGM"), ("KGM", "KGM"), ("kg", "KGM"), ("CUM", "MTQ"), ("SQM", "MTK"), ("CCM", "CMQ"),
     ("", "NAR"), (None, "NAR"), ("no.", "NAR"), ("m3", "MTQ"), ("MLT", "MLT")],
)  # fmt: skip
def test_older_and_newer_unit_codes_are_one_unit(written: str | None, code: str) -> None:
    assert reference.unit_code(written) == code


def test_units_convert_to_their_base() -> None:
    assert reference.unit("GRM").factor_to_base == pytest.approx(0.001)
    assert reference.unit("KIL").factor_to_base == 1.0
    assert reference.unit("PAI").factor_to_base == 2.0
    assert reference.unit("BAG").factor_to_base is None


def test_valid_units_take_any_generation_of_codes() -> None:
    assert reference.valid_unit("SAW", "CUM")
    assert reference.valid_unit("SAW", "MTQ")
    assert reference.valid_unit("LIV", "") is True
    assert reference.valid_unit("LIV", "MTQ") is False
    assert reference.valid_unit("CSM", "GRM") is None
    assert "KGM" in reference.valid_units("CAV")


def test_valid_purposes_and_terms() -> None:
    assert reference.valid_purpose("LIV", "Z") is True
    assert reference.valid_purpose("CAV", "N") is False
    assert reference.valid_term("Acipenser baerii", "CAV") is True
    assert reference.valid_term("Acipenser baerii", "SAW") is False
    assert reference.valid_term("Acipenser baerii", "CSM") is None


def test_sources_by_kingdom() -> None:
    assert not reference.valid_source("A", "Animalia")
    assert not reference.valid_source("C", "Plantae")
    assert not reference.valid_source("F", "Plantae")
    assert not reference.valid_source("Y", "Animalia")
    assert all(reference.valid_source("W", kingdom) for kingdom in ("Animalia", "Plantae"))


def test_labels_follow_the_language() -> None:
    assert reference.label("T", "fr") == "Transaction commerciale"
    assert reference.label("LIV", "es") == "Vivo"
    with in_language("fr"):
        assert reference.label("NA") == "Namibie"
    assert reference.label("SID", "en", "units") == "Side"
    with pytest.raises(UnknownNameError):
        reference.label("???")


def test_no_code_is_both_a_purpose_and_a_source() -> None:
    assert not set(reference.purposes()) & set(reference.sources())


def test_every_label_is_there_in_three_languages() -> None:
    for table in (reference.terms(), reference.units(), reference.purposes(), reference.sources()):
        for row in table.values():
            assert all(row.label(language) for language in ("en", "fr", "es"))


@pytest.mark.parametrize(
    ("look_up", "message"),
    [(reference.term, "trade term"), (reference.unit, "unit"), (reference.purpose, "purpose"),
     (reference.source, "source")],
)  # fmt: skip
def test_unknown_codes_are_told(look_up: object, message: str) -> None:
    with pytest.raises(UnknownNameError, match=message):
        look_up("§§")  # type: ignore[operator]


def test_cosmetics_and_coral_sand_are_apart() -> None:
    assert reference.term("COS").label("en") == "Cosmetics"
    assert reference.term("COS(2013)").label("en") == "Coral sand"
