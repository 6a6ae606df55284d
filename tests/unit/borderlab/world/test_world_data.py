"""The invented world: names are nobody's, tables hang together."""

from __future__ import annotations

import csv
import datetime as dt
import unicodedata

import pytest

from borderlab.paths import datasets
from borderlab.world import appendix, atlas

# States that no longer exist, and informal or old names of States.
HISTORIC = [
    "Abyssinia",
    "Bohemia",
    "Bechuanaland",
    "Biafra",
    "Burma",
    "Ceylon",
    "Champa",
    "Cochinchina",
    "Czechoslovakia",
    "Dahomey",
    "Siam",
    "Formosa",
    "Galicia",
    "Gold",
    "Coast",
    "Katanga",
    "Kampuchea",
    "Livonia",
    "Lusitania",
    "Mesopotamia",
    "Muscovy",
    "Moldavia",
    "Nyasaland",
    "Numidia",
    "Ostland",
    "Persia",
    "Prussia",
    "Rhodesia",
    "Ruthenia",
    "Sardinia",
    "Saxony",
    "Serbia",
    "and",
    "Montenegro",
    "Sikkim",
    "Tanganyika",
    "Transjordan",
    "Tartary",
    "Upper",
    "Volta",
    "Urundi",
    "USSR",
    "Wallachia",
    "Yugoslavia",
    "Zaire",
    "Zanzibar",
    "Zululand",
    "Batavia",
    "Catalonia",
    "Scotland",
    "Wales",
    "Kurdistan",
    "Tibet",
    "Hejaz",
    "Nejd",
    "Tripolitania",
    "Cyrenaica",
    "Danzig",
    "Saar",
    "Texas",
    "Hawaii",
    "Newfoundland",
]


def plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "".join(c for c in bare.lower() if c.isalnum())


def rows(name: str, folder: str = "world") -> list[dict[str, str]]:
    with (datasets(folder) / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_no_name_is_a_real_country_in_any_of_the_three_languages() -> None:
    real = {
        plain(r[f"name_{lang}"])
        for r in rows("parties", "reference")
        for lang in ("en", "fr", "es")
    }
    real |= {plain(r["name_cites_en"]) for r in rows("parties", "reference")} | {
        plain(x) for x in HISTORIC
    }
    for state in atlas().states:
        for name in state.names.values():
            assert plain(name) not in real, name


def test_no_name_is_in_the_unicode_list_of_territories() -> None:
    babel = pytest.importorskip("babel")
    for lang in ("en", "fr", "es"):
        real = {plain(name) for name in babel.Locale(lang).territories.values()}
        assert not {plain(state.names[lang]) for state in atlas().states} & real


def test_codes_are_user_assigned_and_not_used_by_cites() -> None:
    codes = set(atlas().codes)
    allowed = {f"Q{c}" for c in "MNOPQRSTUVWXYZ"} | {f"X{c}" for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    used = {r["iso2"] for r in rows("parties", "reference")} | {
        "XX",
        "XV",
        "ZZ",
        "XK",
        "XI",
        "XZ",
        "XA",
        "XB",
        "QO",
        "QU",
    }
    assert len(codes) == 24
    assert codes <= allowed
    assert not codes & used


def test_all_six_regions_and_all_modes_are_there() -> None:
    real = {r["cites_region"] for r in rows("parties", "reference") if r["cites_region"]}
    assert {s.region for s in atlas().states} == real
    for state in atlas().states:
        own = [p for p in atlas().ports if p.state == state.code]
        assert any(p.designated for p in own), state.code
    assert {p.mode for p in atlas().ports} == {"air", "sea", "land", "post"}
    assert next(p for p in atlas().ports if p.name == "Port Samar").mode == "sea"


def test_every_row_is_marked_as_invented() -> None:
    for name in (
        "states",
        "ports",
        "authorities",
        "signatories",
        "quotas",
        "suspensions",
        "reservations",
        "populations",
        "operations",
        "firm_names",
    ):
        assert {r["marked"] for r in rows(name)} == {"invented"}, name


def test_someone_may_sign_on_every_day() -> None:
    first, days = dt.date(2023, 1, 1), 1300
    for state in atlas().codes:
        terms = [r for r in rows("signatories") if r["authority_id"] == f"{state}-MA"]
        for n in range(0, days, 7):
            day = (first + dt.timedelta(days=n)).isoformat()
            assert any(r["valid_from"] <= day <= (r["valid_until"] or "9999") for r in terms)


def test_every_taxon_occurs_in_a_state() -> None:
    assert all(r["range"] for r in rows("calibration/taxa"))
    assert len(rows("calibration/taxa")) == len(rows("species", "reference"))


@pytest.mark.parametrize(
    ("taxon", "state", "day", "expected"),
    [
        ("Loxodonta africana", "QP", "2025-01-01", "II"),
        ("Loxodonta africana", "QM", "2025-01-01", "I"),
        ("Vicugna vicugna", "XD", "2025-01-01", "II"),
        ("Rhincodon typus", "QT", "2026-03-04", "II"),
        ("Rhincodon typus", "QT", "2026-03-05", "I"),
        ("Acinonyx jubatus", "QM", "2025-01-01", "I"),
    ],
)
def test_split_and_changed_listings(taxon: str, state: str, day: str, expected: str) -> None:
    assert appendix(taxon, day, state) == expected


def test_listing_agrees_with_the_reference_for_whole_taxa() -> None:
    from borderlab.reference import listing

    for row in rows("species", "reference"):
        found = listing(row["scientific_name"], dt.date(2026, 4, 1))
        if found.appendix in {"I", "II", "III"}:
            assert appendix(row["scientific_name"], "2026-04-01", "XF") == found.appendix, row[
                "scientific_name"
            ]


def test_populations_agree_with_the_reference() -> None:
    from borderlab.reference import listing

    for row in rows("populations"):
        found = listing(row["taxon"], dt.date(2026, 4, 1), row["analogue_iso2"])
        assert appendix(row["taxon"], "2026-04-01", row["state"]) in (
            *found.appendices,
            found.appendix,
        ), row


def test_package_is_clean() -> None:
    frictionless = pytest.importorskip("frictionless")
    for name in ("world", "shipments"):
        report = frictionless.validate(str(datasets(name) / "datapackage.json"))
        assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])[:5]
