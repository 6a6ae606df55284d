"""Parties, quotas, suspensions, reservations, customs lines, documents, provisions."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import pytest

from borderlab import reference
from borderlab.reference import UnknownNameError

D = dt.date


def test_parties_on_a_date() -> None:
    assert not reference.is_party_on("NA", D(1991, 3, 17))
    assert reference.is_party_on("NA", D(1991, 3, 18))
    assert not reference.is_party_on("KP", D(2026, 1, 1))
    assert reference.is_party_on("GL", D(1990, 1, 1)), "Greenland follows Denmark"
    assert reference.is_party_on("EU", D(2015, 7, 8))
    assert not reference.is_party_on("TM", D(2025, 1, 1))
    with pytest.raises(UnknownNameError, match="No State"):
        reference.party("QQ")


def test_states_are_known_by_name_in_three_languages() -> None:
    for text in ("Namibia", "Namibie", "NAM", "na"):
        assert reference.state_code(text) == "NA"
    assert reference.state_code("Allemagne") == "DE"
    assert reference.state_code("Viet Nam") == "VN"
    with pytest.raises(UnknownNameError, match="Namibia"):
        reference.state_code("Namibya")


def test_quotas_follow_taxon_party_date_and_scope() -> None:
    cheetah = reference.quota("Acinonyx jubatus", "NA", D(2026, 1, 1))
    assert [row.quota for row in cheetah] == [150]
    assert reference.quota("Panthera pardus", "ET", D(2020, 1, 1))[0].quota == 500
    assert reference.quota("Panthera pardus", "ET", D(2024, 1, 1))[0].quota == 20
    assert not reference.quota("Acinonyx jubatus", "NA", term="SKI")
    lanthanotus = reference.quota("Lanthanotus borneensis", "MY", source="W", purpose="T")
    assert [row.quota for row in lanthanotus] == [0]
    assert not reference.quota("Lanthanotus borneensis", "MY", source="C")
    assert reference.quota("Cuora trifasciata"), "taxa outside the 307 count too"


def test_suspensions_reach_down_from_higher_taxa() -> None:
    day = D(2024, 6, 1)
    assert reference.suspension("BD", "Psittacula eupatria", day)
    assert not reference.suspension("BD", "Macaca mulatta", day)
    assert reference.suspension("MG", "Dalbergia melanoxylon", day, purpose="T")
    assert not reference.suspension("MG", "Dalbergia melanoxylon", day, purpose="S")
    assert reference.suspension("AF", "Acinonyx jubatus", day)
    assert not reference.suspension("AF", "Acinonyx jubatus", D(2010, 1, 1))
    assert not reference.suspension("AR", "Puma concolor", day)
    assert reference.suspension("AR", "Puma concolor", day, national=True)


def test_reservations_reach_down_from_the_genus() -> None:
    rows = reference.reservation("Acinonyx jubatus", "NA")
    assert {row.rank for row in rows} == {"genus", "species"}
    assert not reference.reservation("Acinonyx jubatus", "NA", D(1990, 1, 1))
    assert not reference.reservation("Falco peregrinus", "DE")


def test_customs_lines() -> None:
    assert {row.hs6 for row in reference.hs_lines("Loxodonta africana")} >= {"050710", "960110"}
    assert all(row.hs6.startswith("0106") for row in reference.hs_lines(code="0106"))
    assert reference.hs_lines(code="0106.19")[0].line_type == "residual"
    assert reference.hs_lines("Nomen nudum") == ()


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (("I", "export", "W"), "M01"),
        (("I", "import", "W"), "M02"),
        (("I", "re-export", "W"), "M03"),
        (("I", "export", "D", "T"), "M05"),
        (("I", "import", "C", "Z"), "M06"),
        (("I", "export", "O"), "M07"),
        (("I", "export", "F"), "M01"),
        (("II", "export", "W"), "M08"),
        (("II", "import", "C"), "M09"),
        (("II", "export", "A"), "M18"),
        (("III", "export", "W"), "M13"),
        (("III", "introduction from the sea", "X"), "M17"),
        (("II", "transit", "W"), "M19"),
    ],
)
def test_the_document_needed(arguments: tuple[str, ...], first: str) -> None:
    assert reference.document_needed(*arguments)[0].case_id == first


def test_appendix_iii_from_another_state_needs_a_certificate_of_origin() -> None:
    cases = reference.document_needed("III", "import", "W", from_listing_party=False)
    assert "certificate of origin" in cases[0].documents_required
    with pytest.raises(ValueError, match="IV"):
        reference.document_needed("IV", "export")


def test_validity_in_months() -> None:
    assert reference.validity("EXPORT").max_months == 6
    assert reference.validity("IMPORT").max_months == 12
    assert reference.validity("OWNERSHIP").max_months == 36
    assert reference.validity("PRE_CONVENTION").max_months is None


def test_provisions_speak_three_languages() -> None:
    found = reference.provision("ART-III-2")
    assert found.statement("fr").startswith("L\N{RIGHT SINGLE QUOTATION MARK}exportation")
    for row in reference.provisions().values():
        assert all(row.statement(language).endswith(".") for language in ("en", "fr", "es"))
        assert " :" not in row.statement("fr")
        assert " ;" not in row.statement("fr")
        assert "'" not in row.statement("fr")
    with pytest.raises(UnknownNameError, match="ART-III-2"):
        reference.provision("ART-III-22")


def test_resolution_11_3_is_cited_by_paragraph() -> None:
    rows = [row for row in reference.provisions().values() if row.instrument == "Res. Conf. 11.3"]
    assert len(rows) >= 8
    assert all(row.paragraph.startswith("para ") for row in rows)


def test_glossary_gives_the_official_terms() -> None:
    assert reference.glossary("fr")["re-export certificate"] == "certificat de réexportation"
    assert reference.glossary("es")["Management Authority"] == "Autoridad Administrativa"
    found = reference.glossary_term("organe de gestion")
    assert found is not None
    assert found.en == "Management Authority"
    assert reference.glossary_term("no such concept") is None


def test_boxes_annotations_and_document_types() -> None:
    assert reference.permit_box("5a").heading("es") == "Propósito de la transacción"
    assert next(iter(reference.permit_boxes())) == "1"
    assert reference.annotation("#5").covered_terms == ("LOG", "SAW", "VEN")
    assert reference.document_type("REEXPORT").label("fr") == "Certificat de réexportation"
    assert reference.required_items()["A1-16"].missing_severity == "consult"


def test_the_mark_is_in_the_language_in_use() -> None:
    from borderlab.i18n import in_language

    sure, unsure = reference.species("Acinonyx jubatus"), reference.species("Cedrela odorata")
    assert reference.confirm_mark(sure) == ""
    with in_language("fr"):
        assert reference.confirm_mark(unsure) == "à confirmer"


def test_a_state_is_the_same_however_it_is_given() -> None:
    wanted = reference.suspension("MG")
    assert wanted
    for text in ("mg", " MG ", "MDG", "Madagascar"):
        assert reference.suspension(text) == wanted
        assert reference.quota("Panthera pardus", text) == reference.quota("Panthera pardus", "MG")
    assert reference.reservation("Physeter catodon", "jpn") == reference.reservation(
        "Physeter catodon", "JP"
    )
    with pytest.raises(UnknownNameError, match="QQ"):
        reference.suspension("QQ")
    elephant = ("Loxodonta africana", D(2025, 1, 1))
    for text in ("za", "ZAF", "South Africa", "Afrique du Sud"):
        assert reference.listing(*elephant, text).appendix == "II"


def test_moments_of_pandas_are_days() -> None:
    day, moment = D(2025, 1, 1), pd.Timestamp(2025, 1, 1, 15, 30)
    for other in (moment, moment.to_pydatetime(), moment.tz_localize("UTC")):
        assert reference.listing("Python regius", other) == reference.listing("Python regius", day)
        assert reference.is_party_on("NA", other)
        assert reference.quota("Panthera pardus", date=other)
        assert reference.suspension("MG", date=other) == reference.suspension("MG", date=day)


@pytest.mark.parametrize("date", ["2025-01-01", 2025, pd.NaT, float("nan")])
def test_what_is_no_date_is_refused_with_an_example(date: object) -> None:
    for ask in (
        lambda: reference.listing("Python regius", date),  # type: ignore[arg-type]
        lambda: reference.is_party_on("NA", date),  # type: ignore[arg-type]
        lambda: reference.quota("Panthera pardus", date=date),  # type: ignore[arg-type]
        lambda: reference.suspension("MG", date=date),  # type: ignore[arg-type]
    ):
        with pytest.raises(ValueError, match=r"such as datetime\.date\(2025, 1, 31\), not"):
            ask()


@pytest.mark.parametrize("empty", [None, float("nan"), 3, pd.NA])
def test_an_empty_cell_is_no_name(empty: Any) -> None:
    for ask in (
        reference.find, reference.species, reference.search, reference.party, reference.state_code,
        reference.term, reference.purpose, reference.label, reference.permit_box,
    ):  # fmt: skip
        with pytest.raises(ValueError, match="must be a text, not"):
            ask(empty)


def test_a_language_that_the_kit_has_not_is_refused() -> None:
    for ask in (reference.label, reference.search):
        with pytest.raises(ValueError, match=r"no language “de”\. Choose one of: en, fr, es"):
            ask("LIV", "de")
    with pytest.raises(ValueError, match="no language “de”"):
        reference.glossary("de")
