"""Frames, loading, labels, dictionary: what learners get, and that the truth is not in it."""

from __future__ import annotations

import csv
import filecmp
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from borderlab import i18n
from borderlab.paths import datasets
from borderlab.world import generate, load, map_svg
from borderlab.world.loading import SHIPPED_ROWS, SHIPPED_SEED, LoadError
from borderlab.world.schema import PARTICIPANT_TABLES
from borderlab.world.storage import TRUTH

GIVE_AWAY = (
    "truth",
    "mechanism",
    "violation",
    "offender",
    "benign",
    "defect",
    "hazard",
    "fraud",
    "guilty",
)


@pytest.mark.parametrize("name", sorted(PARTICIPANT_TABLES))
def test_files_are_what_the_seed_gives(name: str) -> None:
    kept, made = load(name, "en"), load(name, "en", seed=SHIPPED_SEED)
    pd.testing.assert_frame_equal(kept, made, check_dtype=False, check_categorical=True, rtol=1e-4)
    if name == "shipments":
        assert len(kept) == SHIPPED_ROWS


@pytest.mark.parametrize("name", sorted(PARTICIPANT_TABLES))
def test_participants_never_see_the_truth(name: str) -> None:
    """No column name and no value of the participants' files names a mechanism or a defect."""
    from borderlab.world.codes import DEFECTS, MECHANISMS

    path = datasets("shipments") / f"{name}.csv"
    head = path.read_text(encoding="utf-8").splitlines()[0].split(",")
    for column in head:
        assert not any(word in column for word in GIVE_AWAY), column
        assert column not in TRUTH
    text = path.read_text(encoding="utf-8")
    for word in (*MECHANISMS[1:], *DEFECTS[1:]):
        assert word not in text, word


def test_ids_tell_nothing_about_the_truth() -> None:
    """Serial numbers are spread alike over violations and the rest (difference of mean ranks)."""
    world = generate(3, 40_000)
    frame, truth = world.frame("shipments"), world.frame("truth")
    for column in ("permit_no", "importer_id"):
        serial = frame[column].str.split("-").str[-1].astype(float)
        rank = serial.rank(pct=True)
        gap = rank[truth["violation"]].mean() - rank[~truth["violation"]].mean()
        assert abs(gap) < 0.05, column


def test_no_folder_of_participants_holds_the_truth() -> None:
    assert not list(datasets("shipments").rglob("*truth*"))


def test_permit_numbers_are_unique() -> None:
    world = generate(3, 40_000)
    assert world.frame("permits")["permit_no"].is_unique
    assert world.frame("traders")["trader_id"].is_unique
    shown = world.frame("shipments")["permit_no"].dropna()
    assert shown.isin(world.frame("permits")["permit_no"]).all()


@pytest.mark.parametrize(("language", "word"), [("en", "Live"), ("fr", "Vivant"), ("es", "Vivo")])
def test_labels_are_in_the_language_and_codes_are_not(language: str, word: str) -> None:
    table = load("shipments", language, rows=300)
    live = table[table["term"] == "LIV"]
    assert set(live["term_label"].astype(str)) == {word}
    assert set(table["mode"].cat.categories) == {"air", "sea", "land", "post"}


def test_language_follows_the_choice() -> None:
    before = i18n.language()
    try:
        i18n.set_language("fr")
        assert "maritime" in set(load("shipments")["mode_label"])
    finally:
        i18n.set_language(before)


@pytest.mark.parametrize(("arguments", "word"), [
    ({"name": "ships"}, "shipments, permits"), ({"name": "truth"}, "trainer"),
    ({"name": "shipments", "rows": 0}, "whole number"), ({"name": "shipments", "seed": -3}, "seed"),
])  # fmt: skip
def test_what_cannot_be_loaded_is_said(arguments: dict[str, object], word: str) -> None:
    before = i18n.language()
    i18n.set_language("en")
    try:
        with pytest.raises(LoadError, match=word):
            load(**arguments)  # type: ignore[arg-type]
    finally:
        i18n.set_language(before)


def test_more_rows_and_other_seeds() -> None:
    assert len(load("shipments", "en", rows=6000)) == 6000
    assert len(load("shipments", "en", rows=40)) == 40
    one, two = load("shipments", "en", rows=100, seed=1), load("shipments", "en", rows=100, seed=2)
    assert not one["species"].equals(two["species"])


def test_dictionary_explains_every_column_in_three_languages() -> None:
    with (datasets("shipments") / "data_dictionary.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = {(r["table"], r["name"]): r for r in rows}
    for name in PARTICIPANT_TABLES:
        head = (
            (datasets("shipments") / f"{name}.csv")
            .read_text(encoding="utf-8")
            .splitlines()[0]
            .split(",")
        )
        for column in head:
            row = known[(name, column)]
            assert row["meaning_en"]
            assert row["meaning_fr"] not in {"", row["meaning_en"]}
            assert row["meaning_es"] not in {"", row["meaning_en"]}


def test_values_stay_inside_the_dictionary() -> None:
    for name, fields in PARTICIPANT_TABLES.items():
        table = generate(6, 5000).frame(name)
        for field in fields:
            column = table[field.name]
            if field.allowed is not None:
                assert set(column.dropna().astype(str)) <= set(field.allowed()), field.name
            if not field.empty:
                assert column.notna().all(), field.name


def test_build_writes_the_committed_files(tmp_path: Path) -> None:
    from coursekit.data.shipments import build

    for path in build(tmp_path):
        assert filecmp.cmp(path, datasets("shipments") / path.name, shallow=False), path.name


def test_truth_is_refused_where_participants_look() -> None:
    place = datasets("shipments") / "anything.csv"
    done = subprocess.run([sys.executable, "-m", "coursekit", "data", "truth", "--out", str(place)],
                          capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 1
    assert "participants" in done.stderr
    assert not place.exists()


def test_truth_matches_the_shipped_file(tmp_path: Path) -> None:
    from coursekit.__main__ import main

    out = tmp_path / "truth.csv"
    assert main(["data", "truth", "--out", str(out)]) == 0
    truth = pd.read_csv(out)
    assert list(truth["shipment_id"]) == list(load("shipments", "en")["shipment_id"])
    assert 0.01 <= truth["violation"].mean() <= 0.03


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_map_is_well_formed_and_says_what_it_shows(language: str) -> None:
    tree = ET.fromstring(map_svg(language, mark={"QWSAM"}))  # noqa: S314  (our own text)
    text = "".join(tree.itertext())
    assert "Port Samar" in text
    assert tree.get("role") == "img"
    from borderlab.world import atlas

    desc = tree.find("{http://www.w3.org/2000/svg}desc")
    assert desc is not None
    assert all(state.name(language) in (desc.text or "") for state in atlas().states)


def test_map_names_an_unknown_port() -> None:
    with pytest.raises(ValueError, match="XXNOP"):
        map_svg("en", mark={"XXNOP"})


def test_numbers_of_numpy_are_whole_numbers():
    assert len(load("shipments", rows=np.int64(3))) == 3
    wanted, found = (load("traders", rows=5, seed=seed) for seed in (7, np.int64(7)))
    assert wanted.equals(found)
    for given in ({"rows": True}, {"seed": True}, {"rows": 2.0}):
        with pytest.raises(ValueError, match="must be a whole number"):
            load("shipments", **given)


def test_tables_are_in_a_language_of_the_kit():
    for name in ("traders", "shipments"):
        with pytest.raises(ValueError, match=r"no language “de”\. Choose one of: en, fr, es"):
            load(name, language="de")


def test_one_port_can_be_marked_by_its_code():
    assert map_svg(mark="QWSAM") == map_svg(mark=["QWSAM"])
    with pytest.raises(ValueError, match="no port QQQ "):
        map_svg(mark="QQQ")
