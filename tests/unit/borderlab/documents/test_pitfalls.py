"""Traps of the facts: where a careless rule would refuse lawful trade or let crime pass."""

import datetime as dt

import pytest

from borderlab.documents import (
    BLANK_DATE,
    BLANK_NUMBER,
    Permit,
    PermitLine,
    Presentation,
    changed,
    changed_line,
    verify,
)
from borderlab.documents.defects import inject

DAY = dt.date(2024, 9, 3)


def permit(line, **values):
    """A bare export permit of the real world."""
    bare = Permit(
        doc_type="EXPORT", issuer="CM", import_country="FR", issue_date=DAY, lines=(line,),
        presentation=Presentation(direction="import", event_date=DAY + dt.timedelta(days=30)),
    )  # fmt: skip
    return changed(bare, **values)


def ids(one, reference):
    return {found.rule.rule_id: found.severity for found in verify(one, reference).for_permit(0)}


def line(**values):
    return PermitLine(
        **{"taxon": "Pericopsis elata", "appendix": "II", "source": "W", "term": "SAW", **values}
    )


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


@pytest.mark.parametrize(
    ("origin", "appendix", "fires"),
    [("ZA", "II", False), ("ZA", "I", True), ("KE", "I", False), ("KE", "II", True)],
)
def test_the_population_decides_a_split_listing(real, origin, appendix, fires):
    trophy = line(taxon="Ceratotherium simum", term="TRO", appendix=appendix, origin=origin)
    assert ("R073" in ids(permit(trophy, doc_type="REEXPORT", issuer="CH"), real)) is fires


def test_split_listing_without_origin_is_open(real):
    trophy = line(taxon="Loxodonta africana", term="TRO", appendix="II", origin="")
    assert ids(permit(trophy, doc_type="REEXPORT", issuer="CH"), real)["R074"] == "consult"


@pytest.mark.parametrize(
    ("event", "fires"), [(dt.date(2017, 1, 1), False), (dt.date(2017, 1, 2), True)]
)
def test_the_listing_of_the_day_of_presentation_counts(real, event, fires):
    """Grey parrot: Appendix I since 2 January 2017, 90 days after CoP17."""
    bird = line(taxon="Psittacus erithacus", term="LIV", appendix="II")
    assert (
        "R073" in ids(permit(bird, issue_date=dt.date(2016, 12, 1), event_date=event), real)
    ) is fires


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


def _quota_of(invented):
    row = next(r for r in invented.quotas.rows if r.value > 0)
    year = (dt.date(1970, 1, 1) + dt.timedelta(days=row.start)).year
    term = invented.codes.vocabularies["terms"].values[int(row.terms.argmax())]
    unit = invented.codes.vocabularies["units"].values[row.unit]
    name = invented.taxa.rows[row.taxa[0]].scientific_name
    goods = line(taxon=name, term=term, unit=unit, qty=1.0,
                 quota_used=1.0, quota_total=row.value)  # fmt: skip
    return (
        permit(goods, issuer=invented.states.values[row.states[0]], import_country="XR"),
        year,
        row.value,
    )


def test_the_quota_is_that_of_the_year_of_issue(invented):
    """Issued on 31 December it falls under the old year's quota, whenever it is presented."""
    one, year, amount = _quota_of(invented)
    last = changed(one, issue_date=dt.date(year, 12, 31), event_date=dt.date(year + 1, 2, 1))
    following = changed(one, issue_date=dt.date(year + 1, 1, 1), event_date=dt.date(year + 1, 2, 1))
    assert "R137" not in ids(last, invented)
    assert "R137" in ids(following, invented)
    assert "R137" in ids(changed_line(last, quota_total=amount + 1), invented)


def test_quotas_do_not_bind_re_exports(invented):
    one, year, _ = _quota_of(invented)
    bare = changed_line(one, quota_used=BLANK_NUMBER, quota_total=BLANK_NUMBER, origin=one.issuer)
    day = dt.date(year, 6, 3)
    assert "R135" in ids(changed(bare, issue_date=day), invented)
    assert "R135" not in ids(
        changed(bare, issue_date=day, doc_type="REEXPORT", issuer="XH"), invented
    )


def test_full_quota_is_not_above_it(real):
    """The first figure of box 11a already holds the present permit."""
    assert "R136" not in ids(permit(line(quota_used=100.0, quota_total=100.0)), real)
    assert "R136" in ids(permit(line(quota_used=101.0, quota_total=100.0)), real)


def test_unknown_origin_is_a_question_for_wild_goods_only(real):
    goods = line(origin="XX")
    assert ids(permit(goods, doc_type="REEXPORT", issuer="BE"), real)["R125"] == "consult"
    old = line(origin="XX", source="OW", acquisition_date=dt.date(1970, 1, 1))
    assert "R125" not in ids(permit(old, doc_type="REEXPORT", issuer="BE"), real)
    assert "R077" not in ids(permit(goods, doc_type="REEXPORT", issuer="BE"), real)


def test_goods_that_left_and_came_back_are_a_question(real):
    back = ids(permit(line(origin="CM"), doc_type="REEXPORT"), real)
    assert back["R002"] == "consult"


@pytest.mark.parametrize("written", ["pericopsis ELATA", "Pericopsis  elata"])
def test_capitals_and_spaces_do_not_make_a_name_unknown(real, written):
    assert not {"R070", "R071"} & set(ids(permit(line(taxon=written)), real))


def test_gender_ending_is_a_note_and_two_wrong_letters_are_not_found(real):
    assert ids(permit(line(taxon="Pericopsis elatum")), real)["R071"] == "note"
    assert ids(permit(line(taxon="Pericopsis alote")), real)["R070"] == "consult"


def test_corals_may_be_named_by_genus_and_parrots_may_not(real):
    assert "R072" not in ids(permit(line(taxon="Acropora", term="COR")), real)
    assert "R072" in ids(permit(line(taxon="Falco", term="LIV")), real)


def test_clearance_stamps_and_authenticated_corrections_are_no_alterations(invented):
    for benign in ("BN08", "BN20"):
        assert ids(inject(benign, 5).permit, invented) == {}


def test_suspension_spares_confiscated_goods_and_re_exports(invented):
    bad = inject("DF41", 2).permit
    assert "R140" in ids(bad, invented)
    assert "R140" not in ids(changed_line(bad, source="I"), invented)
    assert "R140" not in ids(changed_line(changed(bad, doc_type="REEXPORT"), origin="QN"), invented)


def test_suspension_reaches_the_species_through_its_class(real):
    """Bangladesh: birds (Aves), since 22 November 2023."""
    bird = permit(line(taxon="Gracula religiosa", term="LIV"), issuer="BD", purpose="T")
    assert "R140" in ids(bird, real)
    assert "R140" not in ids(changed(bird, issue_date=dt.date(2023, 11, 21)), real)


def test_multi_crossing_certificates_are_made_for_reuse(invented):
    crossing = inject("BN22", 6)
    assert verify(list(crossing.permits), invented).worst.tolist() == [0, 0]


def test_second_look_in_one_clearance_is_no_reuse(invented):
    from borderlab.documents import clean_permits

    one = clean_permits(8, 1, ["wild"])[0]
    assert not verify([one, one], invented).mask("R022").any()


def test_reuse_is_found_with_the_later_presentation_whatever_the_order(invented):
    first, second = inject("DF13", 3).permits
    assert verify([second, first], invented).mask("R022").tolist() == [True, False]


def test_a_smaller_shipment_is_within_its_import_permit(invented):
    from borderlab.documents import clean_permits

    one = changed(clean_permits(2, 1, ["zoo"])[0], import_qty=10.0)
    assert "R066" not in ids(one, invented)
    assert "R066" in ids(changed(one, import_qty=0.5), invented)


@pytest.mark.parametrize("taxon", ["Acipenser gueldenstaedtii"])
def test_source_x_of_fish_that_live_in_both_waters_is_not_decided(real, taxon):
    assert "R102" not in ids(permit(line(taxon=taxon, term="LIV", source="X")), real)
    assert "R102" in ids(permit(line(taxon="Potamotrygon motoro", term="LIV", source="X")), real)


@pytest.mark.parametrize(
    ("tag", "fires"),
    [
        ("TH240001SIA", False),
        ("TH0001-24SIA", False),
        ("TH00-0001SIA", False),
        ("VN240001SIA", True),
        ("TH240001POR", True),
        ("TH990001HYB", False),
        ("TH240001PORxSIA", False),
    ],
)
def test_crocodile_tags_in_the_orders_that_parties_use(real, tag, fires):
    skins = line(taxon="Crocodylus siamensis", term="SKI", source="C", appendix="I", marks=(tag,))
    assert ("R157" in ids(permit(skins, issuer="TH"), real)) is fires


def test_caviar_may_be_re_exported_for_eighteen_months(real):
    def caviar(first):
        eggs = line(
            taxon="Acipenser gueldenstaedtii",
            term="CAV",
            unit="KGM",
            source="C",
            origin="CN",
            origin_permit_date=first,
        )
        return permit(
            eggs,
            doc_type="REEXPORT",
            issuer="FR",
            import_country="US",
            issue_date=dt.date(2024, 9, 3),
        )

    assert "R159" not in ids(caviar(dt.date(2023, 3, 3)), real)
    assert "R159" in ids(caviar(dt.date(2023, 3, 2)), real)


def test_what_was_not_recorded_is_no_failure(real):
    """A document of which nothing is known breaks no rule."""
    assert ids(Permit(), real) == {}
    assert ids(Permit(lines=(PermitLine(),)), real) == {}


def test_a_blank_box_is_a_failure_of_the_rules_on_presence(real):
    assert "R001" in ids(permit(line(), importer_address=""), real)
    assert "R001" not in ids(permit(line(), importer_address=None), real)
