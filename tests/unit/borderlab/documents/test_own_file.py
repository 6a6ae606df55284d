"""`borderlab verify` on a Party's own export."""

import csv
import io
import re

import pytest

from borderlab.__main__ import main

HEAD = (
    "Permit No;Issue date;Valid until;Exporter;Importer;"
    "Species;App.;Term;Quantity;Unit;Purpose;Source;Origin\n"
)
GOOD = "CM-2;30/08/2024;28/02/2025;CM;DE;Pericopsis elata;II;SAW;12,5;m3;T;W;\n"
NOTE = "CM-3;31/08/2024;28/02/2025;CM;DE;Pericopsis elata;II;SAW;12,5;m3;T;W;\n"
BAD = "=CM<b>;30/08/2024;31/03/2025;CM;DE;Pericopsis elata;II;SAW;12,5;m3;T;A;\n"


pytestmark = pytest.mark.usefixtures("same_language")


@pytest.fixture
def export(tmp_path):
    def write(*rows):
        path = tmp_path / "my_permits.csv"
        path.write_text(HEAD + "".join(rows), encoding="utf-8")
        return str(path)

    return write


@pytest.mark.parametrize(("row", "status"), [(GOOD, 0), (NOTE, 1), (BAD, 2)])
def test_exit_status_says_the_gravest_finding(export, row, status, capsys):
    assert main(["verify", export(row)]) == status


def test_missing_file_is_one_sentence_and_status_3(tmp_path, capsys):
    assert main(["verify", str(tmp_path / "none.csv")]) == 3
    said = capsys.readouterr().err
    assert "none.csv" in said
    assert "Traceback" not in said


def test_binary_file_is_one_sentence(tmp_path, capsys):
    path = tmp_path / "x.csv"
    path.write_bytes(bytes(range(256)) * 20)
    assert main(["verify", str(path)]) == 3
    assert "Traceback" not in capsys.readouterr().err


def test_wrong_option_is_status_3_not_2(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["verify"])
    assert stopped.value.code == 3


def test_report_escapes_what_the_file_says(export, tmp_path, capsys):
    page = tmp_path / "report.html"
    main(["verify", export(BAD), "--html", str(page), "--lang", "fr"])
    text = page.read_text(encoding="utf-8")
    assert '<html lang="fr">' in text
    assert "=CM&lt;b&gt;" in text
    assert "<b>" not in text
    assert "Ne pas dédouaner" in text


@pytest.mark.parametrize(
    ("code", "headings"),
    [
        ("en", ["How the file was read", "What was found"]),
        ("fr", ["Lecture du fichier", "Constats"]),
        ("es", ["Lectura del archivo", "Hallazgos"]),
    ],
)
def test_headings_of_the_report_are_in_its_language(export, tmp_path, capsys, code, headings):
    page = tmp_path / "report.html"
    main(["verify", export(BAD), "--html", str(page), "--lang", code])
    text = page.read_text(encoding="utf-8")
    assert re.findall("<h2>(.*?)</h2>", text) == headings


def test_what_is_unsure_is_marked_in_the_report(export, tmp_path, capsys):
    page = tmp_path / "report.html"
    main(["verify", export(BAD, NOTE), "--html", str(page), "--lang", "en"])
    assert "Basis: good practice. (to be confirmed)" in page.read_text(encoding="utf-8")


def test_csv_of_findings_cannot_start_a_formula(export, tmp_path, capsys):
    out = tmp_path / "findings.csv"
    main(["verify", export(BAD), "--csv", str(out)])
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    assert rows[0]["permit"] == "'=CM<b>"
    assert rows[0]["rule"] == "R031"
    assert rows[0]["severity"] == "reject"


def test_rows_of_one_permit_are_its_lines(export, capsys):
    """An annual report has a row per line: the same number twice is no reuse."""
    second = "CM-2;30/08/2024;28/02/2025;CM;DE;Guarea cedrata;II;SAW;3;m3;T;W;\n"
    assert main(["verify", export(GOOD, second)]) in {0, 1}
    assert "R022" not in capsys.readouterr().out


def test_unwritable_report_is_one_sentence(export, tmp_path, capsys):
    assert main(["verify", export(GOOD), "--html", str(tmp_path / "no" / "r.html")]) == 3
    assert "Traceback" not in capsys.readouterr().err
