"""`borderlab verify` as an officer uses it: odd exports, wrong options, existing files."""

import csv
import io
import os
import sys
import time
from pathlib import Path

import pytest

from borderlab.__main__ import main
from borderlab.documents import own_report, verify_words

HEAD = ("Permit No;Document type;Issue date;Valid until;Exporter;Importer;"
        "Species;App.;Term;Quantity;Unit;Purpose;Source;Origin")  # fmt: skip
GOOD = "CM-2;E;30/08/2024;28/02/2025;CM;DE;Pericopsis elata;II;SAW;12,5;m3;T;W;"


pytestmark = pytest.mark.usefixtures("same_language")


@pytest.fixture
def export(tmp_path):
    def write(*rows, head=HEAD, name="my_permits.csv"):
        path = tmp_path / name
        path.write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def rules(tmp_path, capsys):
    def found(path, *more):
        out = tmp_path / "findings.csv"
        main(["verify", path, "--csv", str(out), *more])
        return [
            (row["row"], row["rule"])
            for row in csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig")))
        ]

    return found


@pytest.mark.parametrize(
    ("cell", "other"), [("SAW", "planks?"), ("12,5", "12 boxes"), (";II;", ";IV;")]
)
def test_a_cell_that_was_not_understood_is_no_empty_box(export, rules, cell, other):
    assert rules(export(GOOD.replace(cell, other))) == []
    assert ("2", "R001") in rules(export(GOOD.replace(cell, ";;" if ";" in cell else "")))


def test_a_source_that_is_no_code_is_not_missing_but_not_valid(export, rules):
    assert rules(export(GOOD.replace(";W;", ";ZZ;"))) == [("2", "R091")]


def test_a_missing_item_is_named_by_its_box(export, tmp_path, capsys):
    main(["verify", export(GOOD.replace(";II;SAW;12,5;", ";;SAW;;")), "--lang", "en"])
    said = next(line for line in capsys.readouterr().out.splitlines() if "R001" in line)
    assert said.endswith("(Boxes 10, 11, line A)")


def test_two_issuers_that_were_not_understood_are_not_one(export, rules):
    assert rules(export(GOOD.replace("CM;DE", "QQ;DE"), GOOD.replace("CM;DE", "XQ;FR"))) == []


def test_rows_below_the_first_need_not_repeat_dates_and_parties(export, rules):
    """Merged cells: only the first row of a permit says who, when and where to."""
    second = "CM-2;;;;;;Khaya ivorensis;II;SAW;3;m3;T;W;"
    found = rules(export(GOOD, second))
    assert not {"R022", "R023"} & {rule for _row, rule in found}


def test_the_row_is_that_of_the_spreadsheet(export, rules):
    """Titles, the header and empty rows count, as they do in the remarks on the file."""
    path = export(";;", HEAD, ";;;;", GOOD, GOOD.replace("CM-2", "CM-3").replace(";W;", ";A-;"),
                  head="Annual report 2024")  # fmt: skip
    assert rules(path) == [("6", "R091")]


def test_issuer_is_the_exporter_where_its_cell_is_empty(export, rules):
    row = GOOD.replace(";W;", ";A;").replace(";CM;", ";BR;") + ";"
    wild = row.replace(";A;", ";W;")
    assert ("2", "R077") in rules(export(wild, head=HEAD + ";Issuing country"))


def test_columns_can_be_named(export, rules, capsys):
    path = export(GOOD.replace(";W;", ";Q;"), head=HEAD.replace("Source", "Letter"))
    assert rules(path) == []
    assert rules(path, "--column", "source=Letter") == [("2", "R091")]
    assert main(["verify", path, "--column", "source"]) == 3
    assert main(["verify", path, "--column", "source=Nowhere"]) == 3


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_hints_name_options_of_the_command(export, capsys, lang):
    path = export(GOOD.replace("30/08/2024", "03/04/2024").replace("28/02/2025", "05/06/2024"))
    main(["verify", path, "--lang", lang])
    assert "--dates dmy" in capsys.readouterr().out
    assert main(["verify", export("1;2", head="x;y"), "--lang", lang]) == 3
    said = capsys.readouterr().err
    assert "--column species=" in said
    assert said.count("borderlab: ") == 2


def test_the_permits_are_never_written_over(export, capsys):
    path = export(GOOD)
    for option in ("--csv", "--html"):
        assert main(["verify", path, option, path]) == 3
    assert Path(path).read_text(encoding="utf-8") == f"{HEAD}\n{GOOD}\n"


def test_one_file_cannot_hold_both_reports(export, tmp_path, capsys):
    name = str(tmp_path / "r.html")
    assert main(["verify", export(GOOD), "--csv", name, "--html", name]) == 3


def test_a_folder_is_no_report(export, tmp_path, capsys):
    assert main(["verify", export(GOOD), "--html", str(tmp_path)]) == 3
    assert tmp_path.name in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_named_as_it_was_typed(export, tmp_path, capsys):
    target = tmp_path / "no" / "report.html"
    assert main(["verify", export(GOOD), "--html", str(target)]) == 3
    said = capsys.readouterr().err
    assert str(target) in said
    assert "/.report" not in said


@pytest.mark.skipif(os.name == "nt", reason="rights of files")
def test_others_may_read_the_report_as_the_folder_allows(export, tmp_path, capsys):
    page = tmp_path / "report.html"
    before = os.umask(0o022)
    try:
        main(["verify", export(GOOD), "--html", str(page)])
    finally:
        os.umask(before)
    assert page.stat().st_mode & 0o777 == 0o644


def test_a_number_on_several_lines_is_shown_on_one(export, capsys):
    main(["verify", export('"CM\n' + "9" * 90 + '";E' + GOOD[6:].replace(";W;", ";Q;"))])
    shown = [said for said in capsys.readouterr().out.splitlines() if "R091" in said]
    assert len(shown) == 1
    assert "…" in shown[0]
    assert len(shown[0]) < 150


def test_a_terminal_without_the_letters_gets_a_sign_instead(export, monkeypatch):
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii", write_through=True)
    monkeypatch.setattr(sys, "stdout", narrow)
    assert main(["verify", export(GOOD.replace("CM-2", "许可-2")), "--lang", "fr"]) == 0


def test_stopping_is_one_sentence(export, monkeypatch, capsys):
    def stop(*_args, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr("borderlab.reference.own_data.load_permits", stop)
    assert main(["verify", export(GOOD)]) == 3
    assert "Traceback" not in capsys.readouterr().err


def test_progress_is_told_to_who_waits_at_a_terminal_only(export, monkeypatch, capsys):
    main(["verify", export(GOOD)])
    assert not capsys.readouterr().err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    main(["verify", export(GOOD)])
    assert verify_words.reading() in capsys.readouterr().err


def test_names_that_the_kit_does_not_hold_are_no_accusation(export, capsys):
    main(["verify", export(GOOD.replace("Pericopsis elata", "Guarea cedrata"))])
    assert verify_words.few_taxa() in capsys.readouterr().out


def test_every_cell_of_the_page_carries_its_heading_for_phones(export, tmp_path, capsys):
    page = tmp_path / "report.html"
    main(["verify", export(GOOD.replace(";W;", ";Q;")), "--html", str(page), "--lang", "es"])
    text = page.read_text(encoding="utf-8")
    assert text.count("<td ") == text.count("data-label=") - text.count("attr(data-label=")
    assert "max-width:40rem" in text
    assert "@media print" in text


def test_thousands_of_permits_with_many_findings_take_seconds(export, capsys):
    """Each finding used to look at all permits again."""
    rows = [
        GOOD.replace("CM-2", f"CM-{n}").replace(";W;", ";Q;").replace(";T;", ";;")
        for n in range(8000)
    ]
    path = export(*rows)
    start = time.process_time()
    assert main(["verify", path]) == 2
    assert time.process_time() - start < 15


def test_a_row_of_totals_is_not_examined(export, capsys):
    assert main(["verify", export(GOOD, "TOTAL;;;;;;;;;12,5;;;;"), "--lang", "en"]) == 0
    assert "1 permit examined." in capsys.readouterr().out


def test_lines_on_the_screen_follow_the_language(export, capsys):
    bad = [GOOD.replace("CM-2", f"CM-{n}").replace(";II;", ";;") for n in range(1100)]
    main(["verify", export(*bad), "--lang", "fr"])
    out = capsys.readouterr().out
    assert "ligne 2, CM-0\u00a0: [" in out
    assert "… et 1\u202f080 autres" in out


def test_the_page_promises_no_file_that_was_not_asked_for(export, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(own_report, "MOST", 1)
    out = tmp_path / "report.html"
    bad = [GOOD.replace("CM-2", f"CM-{n}").replace(";II;", ";;") for n in range(3)]
    main(["verify", export(*bad), "--html", str(out), "--lang", "en"])
    assert "2 more findings are not shown here; the option --csv" in out.read_text("utf-8")
