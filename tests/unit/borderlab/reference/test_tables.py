"""The reference tables are a valid data package, load as typed rows, and fit together."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from borderlab import reference
from borderlab.paths import datasets
from borderlab.reference.tables import read_rows

FOLDER = datasets("reference")
PACKAGES = [FOLDER / "datapackage.json", FOLDER / "marginals" / "datapackage.json"]


def _errors(package: Path) -> list[str]:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(package))
    return [str(row) for row in report.flatten(["name", "rowNumber", "type", "note"])]


@pytest.mark.parametrize("package", PACKAGES, ids=["tables", "marginals"])
def test_package_is_valid(package: Path) -> None:
    """Types, constraints, primary and foreign keys hold; missing values do not eat Namibia."""
    assert _errors(package) == []


def test_validation_notices_a_broken_foreign_key(tmp_path: Path) -> None:
    copied = tmp_path / "reference"
    shutil.copytree(FOLDER, copied)
    quotas = copied / "quotas.csv"
    text = quotas.read_text(encoding="utf-8").replace(
        ",Melanosuchus niger,species,EC,", ",Melanosuchus niger,species,QQ,"
    )
    quotas.write_text(text, encoding="utf-8")
    assert any("foreign-key" in error for error in _errors(copied / "datapackage.json"))


def test_package_describes_every_file_and_column() -> None:
    for package in PACKAGES:
        described = json.loads(package.read_text(encoding="utf-8"))
        paths = {resource["path"] for resource in described["resources"]}
        assert paths == {path.name for path in package.parent.glob("*.csv")}
        for resource in described["resources"]:
            assert resource["schema"]["missingValues"] == [""]
            with (package.parent / resource["path"]).open(encoding="utf-8", newline="") as file:
                header = next(csv.reader(file))
            assert [field["name"] for field in resource["schema"]["fields"]] == header
    tables = json.loads(PACKAGES[0].read_text(encoding="utf-8"))["resources"]
    blank = [
        (resource["name"], field["name"])
        for resource in tables
        for field in resource["schema"]["fields"]
        if not field.get("description")
    ]
    assert blank == []


def test_every_row_has_source_and_confidence() -> None:
    assert reference.load_all() > 6000
    for name in reference.TABLES:
        for row in reference.table(name):
            assert row.source, (name, row)
            assert row.confidence in reference.CONFIDENCE, (name, row)


@pytest.mark.parametrize(
    ("name", "rows"),
    [("species", 307), ("not_listed", 28), ("glossary", 235), ("document_matrix", 29),
     ("permit_boxes", 21), ("annex1_items", 25), ("quotas", 72), ("purposes", 12),
     ("sources", 11), ("hs_lines", 155), ("reservations", 91), ("suspensions", 34)],
)  # fmt: skip
def test_nothing_was_lost_on_the_way(name: str, rows: int) -> None:
    assert len(reference.table(name)) == rows


def test_there_are_185_parties_and_namibia_is_one_of_them() -> None:
    parties = [row for row in reference.table("parties") if row.kind == "party"]
    assert len(parties) == 185
    namibia = reference.party("NA")
    assert namibia.name("en") == "Namibia"
    assert namibia.kind == "party"


def test_lists_of_codes_resolve() -> None:
    """Cells with several codes cannot be foreign keys of the package, so they are checked here."""
    terms, units = set(reference.terms()), set(reference.units())
    states, sources = set(reference.states()), set(reference.sources())
    purposes = set(reference.purposes())
    lines = {row.hs6 for row in reference.table("hs_lines")}
    for row in reference.table("species"):
        assert set(row.typical_terms) <= terms
        assert set(row.typical_units) <= units
        assert set(row.typical_sources) <= sources
        assert set(row.range_iso2) <= states
        assert set(row.hs_headings) <= lines
    for row in reference.table("listing_history"):
        assert {*row.populations, *row.excluded} <= states, row.entry_id
        assert set(row.partial_populations) <= set(row.populations), row.entry_id
    for row in (*reference.table("quotas"), *reference.table("suspensions")):
        assert set(row.term_codes) <= terms
        assert set(row.source_codes) <= sources
        assert set(row.purpose_codes) <= purposes
    for row in reference.table("timber_density"):
        assert set(row.term_codes) <= terms


def test_mark_of_the_facts_decides_the_confidence() -> None:
    """A statement marked K or KL, or partly so, is never shown as verified."""
    for name in ("document_matrix", "document_types", "permit_boxes", "annex1_items", "validity"):
        for row in reference.table(name):
            marks = set(re.findall(r"\b(VS|KL|V|K)\b", row.confidence_original))
            assert marks, (name, row.confidence_original)
            assert (row.confidence == "verified") == (marks == {"V"}), (name, row)


def test_a_row_below_verified_is_to_be_confirmed() -> None:
    rows = reference.table("species")
    assert {row.to_confirm for row in rows if row.confidence == "verified"} == {False}
    assert {row.to_confirm for row in rows if row.confidence != "verified"} == {True}


def test_conflicts_between_sources_are_on_record() -> None:
    tables = {row.table for row in reference.table("conflicts")}
    assert {"terms", "units", "listing_history", "suspensions"} <= tables
    assert tables <= set(reference.TABLES)


def test_columns_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "unit_aliases.csv"
    path.write_text("alias,code\nkg,KGM\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"unit_aliases\.csv.*kind"):
        read_rows(path, reference.TABLES["unit_aliases"])


def test_marginals_are_at_hand() -> None:
    rows = reference.marginal("shares_source")
    assert rows[0]["dataset"] == "wild_2001_2012"
    with pytest.raises(FileNotFoundError):
        reference.marginal("none")


def test_look_ups_need_neither_numpy_nor_pandas() -> None:
    code = (
        "import sys, borderlab.reference as r; r.load_all(); r.species('Acinonyx jubatus'); "
        "print(sorted({'numpy', 'pandas', 'openpyxl'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
