"""Violations made by hand from the text of a rule, each beside a lawful neighbour."""

import datetime as dt

import pytest

from borderlab.documents import changed_line, verify
from unit.borderlab.documents.papers import caviar, ids, ivory, parrot, reexport, wood

D = dt.date
_PERSONAL = {"doc_type": "NONE", "direction": "personal"}


@pytest.mark.parametrize(
    ("rule", "severity", "paper", "values"),
    [
        ("R018", "consult", wood, {"annex_pages": 0, "pages_stated": 2}),
        ("R030", "reject", wood, {"timber_extension": True, "event_date": D(2025, 3, 5)}),
        ("R052", "reject", wood, {"doc_type": "NONE", "direction": None}),
        ("R074", "consult", reexport, {"taxon": "Loxodonta africana", "term": "TRO",
                                       "origin": "XX"}),
        ("R080", "reject", wood, {"taxon": "Dalbergia latifolia", "issuer": "IN", "term": "LOG",
                                  "declared_exempt": True}),
        ("R081", "reject", wood, {"taxon": "Melanosuchus niger", "term": "SKI", "unit": "NAR",
                                  "issuer": "EC", "marks": ("EC1",), "qty": None}),
        ("R099", "reject", parrot, {"source": "F", "import_taxon": "Python regius"}),
        ("R114", "consult", parrot, {"marks": (), "age_sex": "adult"}),
        ("R156", "reject", wood, {"marks": ("ZW0001-ZW0050",), "found_marks": ("ZW0051",)}),
        ("R157", "reject", wood, {"taxon": "Crocodylus niloticus", "term": "SKI", "unit": "NAR",
                                  "issuer": "ZW", "marks": ("ZW 0001 NIL 30",)}),
        ("R158", "reject", caviar, {"label": "HUS/W/RU/\u00b2/1/1"}),
        ("R172", "reject", wood, {**_PERSONAL, "taxon": "Hippocampus reidi", "term": "BOD",
                                  "unit": "NAR", "qty": 5.0}),
        ("R172", "reject", wood, {**_PERSONAL, "taxon": "Tridacna maxima", "term": "SHE",
                                  "unit": "NAR", "qty": 4.0}),
    ],
)  # fmt: skip
def test_violation_is_found(real, rule, severity, paper, values):
    assert ids(paper(**values), real)[rule] == severity


def test_certificate_of_origin_of_the_listing_state_itself(real):
    """Box 12 is empty, so the goods are of the State that issued the certificate."""
    third = {"doc_type": "ORIGIN", "origin_statement": True, "taxon": "Cedrela odorata",
             "appendix": "III", "issue_date": D(2015, 3, 5),
             "event_date": D(2015, 4, 1)}  # fmt: skip
    at = real.taxa.names.code("Cedrela odorata")
    lists = [code for place, code in enumerate(real.states.values) if real.lists_iii[at, place]]
    for code in lists[:1]:
        assert ids(wood(**third, issuer=code), real).get("R053") == "reject"
    assert "R053" not in ids(wood(**third, issuer="CM"), real)


@pytest.mark.parametrize(
    ("kind", "issued", "until", "fires"),
    [
        ("IMPORT", D(2024, 2, 29), D(2025, 2, 28), False),
        ("IMPORT", D(2024, 2, 29), D(2025, 3, 1), True),
        ("MUSICAL", D(2024, 2, 29), D(2027, 2, 28), False),
        ("MUSICAL", D(2024, 2, 29), D(2027, 3, 1), True),
        ("EXPORT", D(2024, 2, 29), D(2024, 8, 29), False),
        ("EXPORT", D(2024, 2, 29), D(2024, 8, 30), True),
        ("EXPORT", D(2024, 3, 31), D(2024, 9, 30), False),
        ("EXPORT", D(2024, 3, 31), D(2024, 10, 1), True),
        ("PRE_CONVENTION", D(2024, 3, 31), D(2026, 3, 31), False),
    ],
)
def test_each_document_has_its_own_longest_validity(real, kind, issued, until, fires):
    one = wood(doc_type=kind, issue_date=issued, valid_until=until)
    assert ("R031" in ids(one, real)) is fires


_CHANGES = {
    "R004": {"ticks": 3}, "R009": {"seal": False}, "R012": {"stamp_no": "1",
    "stamp_affixed_no": "2"}, "R016": {"language": "zh"}, "R017": {"original": False},
    "R030": {"event_date": D(2024, 9, 5)}, "R090": {"purpose": ""}, "R097": {"source": "C"},
    "R112": {"unit": "BOX"}, "R128": {"import_country": "CM"}, "R136": {"quota_used": 3.0,
    "quota_total": 2.0}, "R145": {"endorsed_qty": 11.0}, "R161": {"found_taxon":
    "Dalbergia latifolia"}, "R180": {"e_signature_valid": False},
}  # fmt: skip


@pytest.mark.parametrize("first", list(_CHANGES))
@pytest.mark.parametrize("second", list(_CHANGES))
def test_one_violation_never_hides_another(real, first, second):
    if first < second:
        assert {first, second} <= set(ids(wood(**_CHANGES[first], **_CHANGES[second]), real))


@pytest.mark.parametrize("at", range(20))
def test_the_line_that_fails_is_named(real, at):
    """Twenty lines, one of them wrong; alone and among other permits."""
    one = wood()
    one = one.__class__(**{**{f: getattr(one, f) for f in one.__slots__}, "lines": one.lines * 20})
    bad = changed_line(one, at, source="C")
    alone = next(f for f in verify(bad, real).for_permit(0) if f.rule.rule_id == "R097")
    several = verify([one, bad], real)
    assert alone.lines == (at,)
    assert [f.lines for f in several.for_permit(1) if f.rule.rule_id == "R097"] == [(at,)]
    assert not [f for f in several.for_permit(0) if f.rule.rule_id == "R097"]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("number", [float("inf"), 1e308, -1e9, 0.0, float("nan")])
@pytest.mark.parametrize("field", ["qty", "endorsed_qty", "found_qty", "net_kg", "quota_used"])
def test_absurd_numbers_never_raise_or_warn(real, field, number):
    one = ivory(**{field: number}, invoice_value=1e308)
    verify(one, real)
    verify([one, one], real)
