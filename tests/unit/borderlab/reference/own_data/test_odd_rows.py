"""What is odd inside a file is told with its line, and nothing is guessed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from borderlab.reference.own_data import PermitTable, load_permits

Write = Callable[..., Path]


def _table(write: Write, header: str, *rows: str, **options: str) -> PermitTable:
    return load_permits(write("\n".join((header, *rows)) + "\n"), **options)  # type: ignore[arg-type]


def _said(table: PermitTable, words: str) -> tuple[str, tuple[int, ...]]:
    for remark in table.report.remarks:
        if words in remark.sentence:
            return remark.level, remark.lines
    raise AssertionError(f"{words!r} not in {table.report}")


def test_dates_that_can_be_read_in_two_ways_stay_empty(write: Write) -> None:
    table = _table(write, "Permit;Issue date", "A;03/04/2024", "B;05/05/2024", "C;2024-03-04")
    assert table.columns["issue_date"] == [None, dt.date(2024, 5, 5), dt.date(2024, 3, 4)]
    assert _said(table, "two ways") == ("error", (2,))
    assert not table.report.usable


@pytest.mark.parametrize(
    ("order", "day"), [("dmy", dt.date(2024, 4, 3)), ("mdy", dt.date(2024, 3, 4))]
)
def test_the_order_can_be_said(write: Write, order: str, day: dt.date) -> None:
    table = _table(write, "Permit;Issue date", "A;03/04/2024", dates=order)
    assert table.columns["issue_date"] == [day]


def test_the_order_is_seen_in_the_file_and_told(write: Write) -> None:
    table = _table(write, "Permit;Issue date", "A;03/04/2024", "B;25/04/2024")
    assert table.columns["issue_date"][0] == dt.date(2024, 4, 3)
    assert _said(table, "day first")[0] == "note"


def test_mixed_orders_are_told_and_only_clear_dates_kept(write: Write) -> None:
    table = _table(write, "Permit;Issue date", "A;25/04/2024", "B;04/25/2024", "C;03/04/2024")
    assert table.columns["issue_date"] == [dt.date(2024, 4, 25), dt.date(2024, 4, 25), None]
    assert _said(table, "others the month first")[0] == "warning"


def test_dates_in_words_and_other_forms(write: Write) -> None:
    words = "12 mars 2024;3 de marzo de 2024;12-Mar-2024;March 5, 2024;1er mai 2024"
    digits = "20240312;2024/3/12;2024-03-12T10:00:00Z;12.03.2024 08:30;45363"
    cells = f"{words};{digits}".split(";")
    table = _table(write, "Permit;Issue date", *(f'P;"{c}"' for c in cells), dates="dmy")
    days = [12, 3, 12, 5, 1, 12, 12, 12, 12, 12]
    assert [d.day if d else None for d in table.columns["issue_date"]] == days
    assert _said(table, "Excel")[0] == "note"


@pytest.mark.parametrize("cell", ["31/02/2024", "2024-13-01", "soon", "0000-00-00", "1/1/1200"])
def test_no_date(write: Write, cell: str) -> None:
    table = _table(write, "Permit;Issue date", f"A;{cell}")
    assert table.columns["issue_date"] == [None]
    assert _said(table, "no date") == ("error", (2,))


def test_two_digit_years_stay_empty(write: Write) -> None:
    table = _table(write, "Permit;Issue date", "A;25/04/24")
    assert table.columns["issue_date"] == [None]
    assert _said(table, "four digits")[0] == "error"


def test_decimal_commas(write: Write) -> None:
    table = _table(write, "Species;Quantity", "Huso huso;1 234,5", "Huso huso;0,25", "Huso huso;7")
    assert table.columns["qty"] == [1234.5, 0.25, 7.0]
    assert _said(table, "comma was read")[0] == "note"


def test_a_comma_that_may_group_thousands_is_not_guessed(write: Write) -> None:
    table = _table(write, "Species;Quantity", "Huso huso;1,234")
    assert table.columns["qty"] == [None]
    assert _said(table, "two ways")[0] == "error"
    for sign, value in ((".", 1234.0), (",", 1.234)):
        told = _table(write, "Species;Quantity", "Huso huso;1,234", decimal=sign)
        assert told.columns["qty"] == [value]


def test_other_cells_of_the_column_settle_it(write: Write) -> None:
    table = _table(write, "Species;Quantity", "Huso huso;1,234", "Huso huso;2.5")
    assert table.columns["qty"] == [1234.0, 2.5]


def test_mixed_decimal_signs_are_told(write: Write) -> None:
    table = _table(write, "Species;Quantity", "Huso huso;2,5", "Huso huso;2.5")
    assert table.columns["qty"] == [2.5, 2.5]
    assert _said(table, "others a decimal point")[0] == "warning"


def test_digits_of_another_script_are_digits(write: Write) -> None:
    cell = "\N{ARABIC-INDIC DIGIT THREE}"
    assert _table(write, "Species;Quantity", f"Huso huso;{cell}").columns["qty"] == [3.0]


@pytest.mark.parametrize("cell", ["abc", "1-2", "12 kg", "1.2.3", "nan", "inf", "1e999"])
def test_no_number(write: Write, cell: str) -> None:
    table = _table(write, "Species;Quantity", f"Huso huso;{cell}")
    assert table.columns["qty"] == [None]
    assert _said(table, "no number") == ("error", (2,))


def test_zero_and_negative_quantities_are_told(write: Write) -> None:
    table = _table(write, "Species;Quantity", "Huso huso;0", "Huso huso;-3")
    assert _said(table, "zero or less") == ("warning", (2, 3))


def test_unknown_codes_come_with_a_guess(write: Write) -> None:
    header = "Species;Term;Unit;Country of export;Purpose;Source;Appendix"
    table = _table(write, header, "Acinonyx jubatis;LEVE;XYZ;Namibya;1;§;IV")
    assert _said(table, "(Acinonyx jubatus?)")[0] == "warning"
    assert table.columns["species"] == ["Acinonyx jubatis"], "a name is kept as written"
    assert _said(table, "NA (Namibia)")[0] == "error"
    for name in ("term", "unit", "exporter", "purpose", "source", "appendix"):
        assert table.columns[name] == [None]


def test_legacy_terms_packages_and_pairs_are_told(write: Write) -> None:
    table = _table(write, "Species;Term;Unit;Source", "Huso huso;SCR;BOX;WC", "Huso huso;LIV;MTQ;W")
    assert _said(table, "no longer in use")[0] == "warning"
    assert _said(table, "packages")[0] == "warning"
    assert _said(table, "two codes")[0] == "warning"
    assert _said(table, "LIV + MTQ") == ("warning", (2, 3))


def test_higher_taxa_are_told(write: Write) -> None:
    table = _table(write, "Species;Quantity", "Dalbergia spp.;4", "Orchidaceae;4")
    assert _said(table, "higher taxon") == ("warning", (2, 3))


def test_repeated_rows_and_numbers(write: Write) -> None:
    header = "Permit number;Issue date;Country of import;Species"
    table = _table(
        write, header,
        "A-1;2024-01-01;FR;Huso huso",
        "A-1;2024-01-01;FR;Huso huso",
        "A-1;2024-06-01;DE;Huso huso",
        ";2024-06-01;DE;Huso huso",
    )  # fmt: skip
    assert _said(table, "repeats an earlier one") == ("warning", (3,))
    assert _said(table, "different permits") == ("warning", (4,))
    assert _said(table, "without a permit number") == ("warning", (5,))


def test_missing_and_double_columns_are_told(write: Write) -> None:
    table = _table(write, "Species;Quantity;Qty;Colour", "Huso huso;3;4;red")
    assert table.columns["qty"] == [3.0]
    assert _said(table, "Two columns could be the quantity")[0] == "warning"
    assert set(table.report.unused) == {"Colour", "Qty"}
    assert {"permit_no", "term", "source"} <= set(table.report.missing)
    assert "Columns not found: permit number" in str(table.report)


def test_ragged_rows_are_told(write: Write) -> None:
    table = _table(write, "Species;Quantity", "Huso huso;3;extra", "Huso huso")
    assert table.columns["qty"] == [3.0, None]
    assert _said(table, "more cells than the header") == ("warning", (2,))


def test_lines_are_those_of_the_file_even_with_breaks_in_cells(write: Write) -> None:
    table = _table(write, "Species;Quantity", '"Huso\nhuso";3', "Huso huso;x")
    assert _said(table, "no number") == ("error", (4,))


def test_few_remarks_for_many_faults(write: Write) -> None:
    table = _table(write, "Species;Quantity", *(f"Huso huso;x{i}" for i in range(5000)))
    (remark,) = [r for r in table.report.remarks if r.level == "error"]
    assert (remark.count, len(remark.lines)) == (5000, 5)
    assert len(remark.sentence) < 300


def test_rows_of_totals_are_no_permits(write: Write) -> None:
    header = "Permit;Exporter name;Scientific name;Quantity;Unit"
    sums = ("TOTAL;;;5;", ";;;;", "Total général 2025;;;5;kg", ";;Sous-total;5;")
    rows = (
        "A;;Python regius;5;",
        *sums,
        "TOTAL-01;;Python regius;1;",
        "12;Total SA;Python regius;3;",
    )
    table = _table(write, header, *rows)
    assert table.columns["permit_no"] == ["A", "TOTAL-01", "12"]
    assert _said(table, "totals were left out") == ("note", (3, 5, 6))


def test_units_as_offices_write_them(write: Write) -> None:
    cells = "m³;mètres cubes;metros cúbicos;kilogrammes;Kg.;kgs;nombre;each;ejemplares;pounds;-;xyz"
    table = _table(write, "Permit;Unit", *(f"A;{cell}" for cell in cells.split(";")))
    wanted = ["MTQ"] * 3 + ["KGM"] * 3 + ["NAR"] * 3 + ["PND", None, None]
    assert table.columns["unit"] == wanted
    assert _said(table, "not understood") == ("error", (12, 13))


def test_terms_in_the_plural_of_three_languages(write: Write) -> None:
    cells = {"défenses": "TUS", "grumes": "LOG", "griffes": "CLA", "pieles": "SKI", "huesos": "BON",
             "plumas": "FEA", "plumes": "FEA", "feathers": "FEA", "cuernos": "HOR"}  # fmt: skip
    table = _table(write, "Permit;Term", *(f"A;{cell}" for cell in cells))
    assert table.columns["term"] == list(cells.values())


def test_a_guess_is_made_once(write: Write) -> None:
    table = _table(write, "Permit;Unit", "A;kilogramns")
    assert "KGM or KGM" not in str(table.report)
    assert "(KGM?)" in str(table.report)


def test_official_and_usual_names_of_states(write: Write) -> None:
    cells = {"République démocratique du Congo": "CD", "RDC": "CD", "EE.UU.": "US", "UK": "GB",
             "Estados Unidos de América": "US", "États-Unis d’Amérique": "US", "Hong Kong": "HK",
             "Fédération de Russie": "RU", "Korea, Republic of": "KR", "Swaziland": "SZ",
             "Congo": "CG"}  # fmt: skip
    table = _table(write, "Permit;Country of import", *(f'A;"{cell}"' for cell in cells))
    assert table.columns["dest"] == list(cells.values())


def test_september_as_it_is_written_in_peru(write: Write) -> None:
    cells = ("7 setiembre 2026", "7 de setiembre de 2026", "07-set-2026", "7 septiembre 2026")
    table = _table(write, "Permit;Issue date", *(f"A;{cell}" for cell in cells))
    assert table.columns["issue_date"] == [dt.date(2026, 9, 7)] * 4


@pytest.mark.parametrize(
    "cell",
    ["Python regius (Shaw, 1802)", "PYTHON REGIUS SHAW, 1802", "Python regius (ball python)"],
)
def test_a_name_with_its_author_is_guessed(write: Write, cell: str) -> None:
    table = _table(write, "Permit;Scientific name", f"A;{cell}")
    assert table.columns["species"] == [cell]
    assert "(Python regius?)" in str(table.report)
