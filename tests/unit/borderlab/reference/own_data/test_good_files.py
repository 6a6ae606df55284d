"""Exports of Parties in their many shapes give the same table."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import borderlab as kit
from borderlab import reference
from borderlab.i18n import in_language
from borderlab.reference.own_data import PermitTable, load_permits
from borderlab.reference.own_data.fields import FIELDS, known_headers

Write = Callable[..., Path]


def test_it_is_part_of_the_kit() -> None:
    assert kit.load_permits.__wrapped__ is load_permits


def test_a_clean_file_gives_a_clean_report(write: Write, good: str) -> None:
    table = load_permits(write(good))
    assert table.report.usable
    assert table.report.missing == ()
    assert table.report.unused == ()
    assert {remark.level for remark in table.report.remarks} == {"note"}
    assert len(table) == 3


def test_namibia_stays_namibia(write: Write, good: str) -> None:
    table = load_permits(write(good))
    assert table.columns["exporter"] == ["NA", "NA", "ID"]
    assert list(table.frame["exporter"]) == ["NA", "NA", "ID"]
    assert not table.frame["exporter"].isna().any()


def test_the_frame_has_types(write: Write, good: str) -> None:
    frame = load_permits(write(good)).frame
    assert frame["issue_date"].iloc[0] == pd.Timestamp(2024, 3, 1)
    assert frame["qty"].dtype == "float64"
    assert frame["unit"].tolist() == ["NAR"] * 3


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"]
)
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_any_encoding_and_delimiter(write: Write, encoding: str, sign: str) -> None:
    text = "Espèce,Quantité,Unité,Numéro de permis\nAcinonyx jubatus,3,KIL,É-1\n"
    table = load_permits(write(text.replace(",", sign), encoding=encoding))
    assert table.columns["permit_no"] == ["É-1"]
    assert table.columns["unit"] == ["KGM"]
    assert table.report.delimiter == sign


def test_an_encoding_that_can_only_be_assumed_is_told(write: Write) -> None:
    text = "Espèce,Quantité\nAcinonyx jubatus,3\n"
    told = load_permits(write(text, encoding="cp1252")).report
    assert any("UTF-8" in remark.sentence for remark in told.remarks)


def test_titles_above_the_header_and_a_sep_line_are_passed(write: Write, good: str) -> None:
    titled = "CITES annual report 2024,,,\nParty: Ruritania,,\n\n" + good
    table = load_permits(write(titled))
    assert (table.report.header_line, len(table)) == (4, 3)
    semicolons = "sep=;\n" + good.replace(",", ";")
    assert load_permits(write(semicolons)).report.delimiter == ";"


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_headers_are_known_in_three_languages(write: Write, language: str) -> None:
    words = {
        "en": "Permit number;Scientific name;Appendix;Trade term;Quantity;Unit;Purpose;Source",
        "fr": "Numéro du permis;Nom scientifique;Annexe;Terme;Quantité;Unité;But;Source",
        "es": "Número de permiso;Nombre científico;Apéndice;Término;Cantidad;Unidad;"
        "Propósito;Código de origen",
    }[language]
    table = load_permits(write(f"{words}\nA-1;Acinonyx jubatus;I;LIV;2;;Z;C\n"))
    assert set(table.columns) == {
        "permit_no", "species", "appendix", "term", "qty", "unit", "purpose", "source",
        "species_given",
    }  # fmt: skip


def test_every_header_names_a_column_and_only_one() -> None:
    assert set(known_headers().values()) == set(FIELDS)
    path = Path(sys.modules["borderlab.reference.own_data.fields"].__file__ or "")
    lines = path.with_name("headers.csv").read_text(encoding="utf-8").splitlines()[1:]
    seen: dict[str, str] = {}
    for line in lines:
        field, _, header = line.split(",", 2)
        assert seen.setdefault(header.casefold(), field) == field, header


def test_the_trade_database_layout_is_read(write: Write) -> None:
    text = (
        "Year,App.,Taxon,Class,Order,Family,Genus,Importer,Exporter,Origin,"
        "Importer reported quantity,Exporter reported quantity,Term,Unit,Purpose,Source\n"
        "2023,II,Python regius,Reptilia,Serpentes,Pythonidae,Python,US,GH,,100,120,live,,T,R\n"
    )
    table = load_permits(write(text))
    assert table.columns["qty_importer"] == [100.0]
    assert table.columns["term"] == ["LIV"]
    assert set(table.report.missing) == {"permit_no"}
    assert "Class" in table.report.unused


def test_the_layout_of_the_kit_is_read(write: Write) -> None:
    names = ["permit_no", "issue_date", "species", "qty_authorised", "exporter", "dest", "term"]
    text = ",".join(names) + "\nQM-1,2025-01-31,Acinonyx jubatus,4,NA,ZA,LIV\n"
    assert list(load_permits(write(text)).columns)[:2] == ["permit_no", "issue_date"]


def test_a_mapping_names_headers_nobody_could_know(write: Write) -> None:
    text = "Gattung und Art;Menge\nAcinonyx jubatus;3\n"
    table = load_permits(write(text), {"species": "Gattung und Art", "qty": "Menge"})
    assert table.columns["qty"] == [3.0]


def test_labels_and_names_become_codes(write: Write) -> None:
    text = (
        "Species;Term;Unit;Country of export;Purpose;Source;Appendix\n"
        "Uncia uncia;Vivant;kg;Sudáfrica;Transaction commerciale;Wild;Annexe I\n"
        "SP013;peaux;KIL;ZAF;t;OW;App. 1\n"
    )
    found = load_permits(write(text)).columns
    assert found["species"] == ["Panthera uncia"] * 2
    assert found["species_given"] == ["Uncia uncia", "SP013"]
    assert found["term"] == ["LIV", "SKI"]
    assert found["unit"] == ["KGM", "KGM"]
    assert found["exporter"] == ["ZA", "ZA"]
    assert found["purpose"] == ["T", "T"]
    assert found["source"] == ["W", "OW"]
    assert found["appendix"] == ["I", "I"]


def test_several_lines_of_one_permit_are_no_fault(write: Write, good: str) -> None:
    more = good + "NA-0001,2024-03-01,NA,FR,Panthera pardus,I,TRO,1,,H,W\n"
    report = load_permits(write(more)).report
    assert {remark.level for remark in report.remarks} == {"note"}


def test_the_report_reads_as_text_and_as_page(write: Write, good: str) -> None:
    table = load_permits(write(good.replace("Source", "Source<b>")))
    assert isinstance(table, PermitTable)
    assert "3 rows read" in str(table.report)
    assert "&lt;b&gt;" in table._repr_html_()
    assert "<th scope='col'>qty</th>" in table._repr_html_()
    with in_language("fr"):
        assert "3 lignes lues" in repr(load_permits(write(good)))


def test_codes_agree_with_the_reference_tables(write: Write, good: str) -> None:
    found = load_permits(write(good)).columns
    assert set(found["term"]) <= set(reference.terms())
    assert set(found["exporter"]) <= set(reference.states())
    assert found["issue_date"][0] == dt.date(2024, 3, 1)
