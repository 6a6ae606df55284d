"""XLSX files, good, damaged and hostile."""

from __future__ import annotations

import builtins
import datetime as dt
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from borderlab.reference.own_data import OwnDataError, load_permits

openpyxl = pytest.importorskip("openpyxl")

HEADER = ["Permit number", "Date of issue", "Country of export", "Species", "Quantity", "Unit"]
ROW = ["NA-1", dt.datetime(2024, 4, 3), "NA", "Acinonyx jubatus", 1.5, "KIL"]  # noqa: DTZ001

Book = Callable[..., Path]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    def _book(**sheets: list[list[Any]]) -> Path:
        workbook = openpyxl.Workbook()
        workbook.remove(workbook.active)
        for title, rows in sheets.items():
            page = workbook.create_sheet(title)
            for row in rows:
                page.append(row)
        path = tmp_path / "permits.xlsx"
        workbook.save(path)
        return path

    return _book


def test_dates_and_numbers_keep_their_types(book: Book) -> None:
    found = load_permits(book(Permits=[HEADER, ROW])).columns
    assert found["issue_date"] == [dt.date(2024, 4, 3)]
    assert found["qty"] == [1.5]
    assert found["unit"] == ["KGM"]
    assert found["exporter"] == ["NA"]


def test_whole_numbers_are_no_decimals(book: Book) -> None:
    row = [2024001, *ROW[1:4], 1234, "KGM"]
    found = load_permits(book(Permits=[HEADER, row])).columns
    assert found["permit_no"] == ["2024001"]
    assert found["qty"] == [1234.0]


def test_the_sheet_with_permits_is_found(book: Book) -> None:
    path = book(Notes=[["Read me"], ["…"]], Data=[["2024"], [], HEADER, ROW])
    table = load_permits(path)
    assert (table.report.sheet, table.report.header_line) == ("Data", 3)
    assert load_permits(path, sheet="Data").report.rows == 1
    with pytest.raises(OwnDataError, match="Notes, Data"):
        load_permits(path, sheet="Permits")


def test_empty_books(book: Book) -> None:
    with pytest.raises(OwnDataError, match="is empty"):
        load_permits(book(Empty=[]))
    with pytest.raises(OwnDataError, match="no rows"):
        load_permits(book(Permits=[HEADER]))


def test_without_openpyxl_the_way_out_is_told(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book(Permits=[HEADER, ROW])
    imported = builtins.__import__

    def without(name: str, *args: Any, **options: Any) -> Any:
        if name.startswith("openpyxl"):
            raise ImportError(name)
        return imported(name, *args, **options)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(OwnDataError, match="CSV UTF-8"):
        load_permits(path)


def _zip(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return path


def test_a_zip_of_something_else(tmp_path: Path) -> None:
    path = _zip(tmp_path / "permits.xlsx", **{"readme.txt": b"hello"})
    with pytest.raises(OwnDataError, match="not an Excel workbook"):
        load_permits(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    zeros = bytes(30_000_000)
    path = _zip(
        tmp_path / "permits.xlsx",
        **{"xl__workbook.xml": b"<workbook/>", "xl__worksheets__sheet1.xml": zeros},
    )
    assert path.stat().st_size < 100_000
    with pytest.raises(OwnDataError, match="30 MB"):
        load_permits(path)


def test_entities_are_refused(tmp_path: Path) -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>'
    path = _zip(tmp_path / "permits.xlsx", **{"xl__workbook.xml": evil})
    with pytest.raises(OwnDataError, match="damaged"):
        load_permits(path)


@pytest.mark.parametrize("cut", [30, 200, 2000])
def test_a_cut_off_file(book: Book, cut: int) -> None:
    path = book(Permits=[HEADER, ROW])
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(OwnDataError, match="damaged"):
        load_permits(path)


def test_a_book_with_broken_parts(tmp_path: Path) -> None:
    path = _zip(tmp_path / "permits.xlsx", **{"xl__workbook.xml": b"<workbook><sheets>"})
    with pytest.raises(OwnDataError, match="damaged"):
        load_permits(path)
