"""Traps of the facts: where a careless rule would refuse lawful trade or let crime pass."""

import datetime as dt

import pytest

from borderlab.documents import BLANK_DATE, BLANK_NUMBER, Permit, PermitLine, changed, changed_line
from borderlab.documents.defects import inject
from unit.borderlab.documents.papers import DAY, ids, line, permit


@pytest.mark.parametrize(
    ("acquired", "fires"),
    [(dt.date(1976, 2, 25), False), (dt.date(1976, 2, 26), True), (dt.date(1985, 1, 1), True)],
)
def test_pre_convention_counts_from_the_first_listing_in_any_appendix(real, acquired, fires):
    """African elephant: Appendix III from 26 February 1976 (Ghana), Appendix I only from 1990."""
    tusk = line(
        taxon="Loxodonta africana", term="TUS", source="OW", appendix="I", acquisition_date=acquired
    )
    assert ("R105" in ids(permit(tusk, doc_type="PRE_CONVENTION"), real)) is fires


@pytest.mark.parametrize("source", ["OW", "WO", "IW", "OC"])
def test_two_source_letters_are_valid_with_o_or_i(real, source):
    assert "R091" not in ids(
        permit(line(source=source, acquisition_date=dt.date(1970, 1, 1))), real
    )


@pytest.mark.parametrize("source", ["WC", "Q", "", "WWW"])
def test_other_source_texts_are_not(real, source):
    assert ids(permit(line(source=source)), real)["R091"] == "reject"


def test_source_o_in_a_pair_opens_the_rules_on_pre_convention(real):
    assert "R104" in ids(permit(line(source="OW", acquisition_date=BLANK_DATE)), real)


def test_empty_box_14_is_a_question_not_a_refusal(invented):
    from borderlab.documents import clean_permits

    clean = clean_permits(5, 1, ["wild"])[0]
    lines = tuple(
        changed_line(clean, at, endorsed_qty=BLANK_NUMBER).lines[at]
        for at in range(len(clean.lines))
    )
    found = ids(changed(clean, endorsed=False, endorsed_on=BLANK_DATE, lines=lines), invented)
    assert found == {"R146": "consult"}


def test_appendix_one_with_source_d_needs_no_import_permit(invented):
    assert ids(inject("BN19", 3).permit, invented) == {}


@pytest.mark.parametrize(
    ("taxon", "source", "fires"),
    [
        ("Psittacus erithacus", "A", True),
        ("Psittacus erithacus", "Y", True),
        ("Psittacus erithacus", "C", False),
        ("Pericopsis elata", "C", True),
        ("Pericopsis elata", "R", True),
        ("Pericopsis elata", "F", True),
        ("Pericopsis elata", "Y", False),
        ("Pericopsis elata", "A", False),
    ],
)
def test_kingdom_limits_of_source_codes(real, taxon, source, fires):
    assert ("R097" in ids(permit(line(taxon=taxon, source=source)), real)) is fires


@pytest.mark.parametrize(
    ("issued", "until", "fires"),
    [
        (dt.date(2023, 8, 31), dt.date(2024, 2, 29), False),
        (dt.date(2023, 8, 31), dt.date(2024, 3, 1), True),
        (dt.date(2024, 8, 31), dt.date(2025, 2, 28), False),
        (dt.date(2024, 8, 31), dt.date(2025, 3, 1), True),
        (dt.date(2024, 1, 15), dt.date(2024, 7, 15), False),
        (dt.date(2024, 1, 15), dt.date(2024, 7, 16), True),
    ],
)
def test_validity_is_counted_in_calendar_months(real, issued, until, fires):
    """31 August and six months is the last day of February; 180 days is wrong."""
    assert (
        "R031" in ids(permit(line(), issue_date=issued, valid_until=until, event_date=issued), real)
    ) is fires


def test_valid_through_the_day_of_expiry(real):
    day = DAY + dt.timedelta(days=30)
    assert "R030" not in ids(permit(line(), valid_until=day, event_date=day), real)
    assert "R030" in ids(
        permit(line(), valid_until=day, event_date=day + dt.timedelta(days=1)), real
    )


def test_unit_codes_of_two_systems_are_one_unit(invented):
    both = inject("BN16", 2)
    assert both.permit.lines[0].unit == "KIL"
    assert ids(both.permit, invented) == {}


def test_blank_unit_is_number_of_specimens(real):
    assert "R112" not in ids(permit(line(taxon="Python regius", term="LIV", unit="")), real)
    assert "R112" in ids(permit(line(taxon="Python regius", term="LIV", unit="BOX")), real)


def test_box_12_is_empty_on_a_direct_export_and_needed_on_a_re_export(real):
    bare = line(origin="", origin_permit_no="", origin_permit_date=BLANK_DATE)
    assert not {"R001", "R120"} & set(ids(permit(bare, special_conditions=""), real))
    assert "R120" in ids(permit(bare, doc_type="REEXPORT", special_conditions=""), real)
    assert "R120" not in ids(
        permit(bare, doc_type="REEXPORT", special_conditions="old stock of 1971"), real
    )


def test_origin_repeated_on_a_direct_export_is_a_note(real):
    assert ids(permit(line(origin="CM")), real)["R129"] == "note"
    assert "R002" not in ids(permit(line(origin="CM")), real)


def test_box_12a_is_empty_on_a_first_re_export(real):
    first = line(origin="CM", last_reexport="", second_reexport=False)
    assert "R123" not in ids(permit(first, doc_type="REEXPORT", issuer="BE"), real)


def test_clearance_stamps_and_authenticated_corrections_are_no_alterations(invented):
    for benign in ("BN08", "BN20"):
        assert ids(inject(benign, 5).permit, invented) == {}


def test_a_smaller_shipment_is_within_its_import_permit(invented):
    from borderlab.documents import clean_permits

    one = changed(clean_permits(2, 1, ["zoo"])[0], import_qty=10.0)
    assert "R066" not in ids(one, invented)
    assert "R066" in ids(changed(one, import_qty=0.5), invented)


def test_what_was_not_recorded_is_no_failure(real):
    """A document of which nothing is known breaks no rule."""
    assert ids(Permit(), real) == {}
    assert ids(Permit(lines=(PermitLine(),)), real) == {}


def test_a_blank_box_is_a_failure_of_the_rules_on_presence(real):
    assert "R001" in ids(permit(line(), importer_address=""), real)
    assert "R001" not in ids(permit(line(), importer_address=None), real)
