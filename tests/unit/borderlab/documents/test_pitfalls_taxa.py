"""Traps of names, populations, listings and marks."""

import datetime as dt

import pytest

from unit.borderlab.documents.papers import ids, line, permit


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
