"""Traps of quotas, suspensions and documents seen before."""

import datetime as dt

from borderlab.documents import BLANK_NUMBER, changed, changed_line, verify
from borderlab.documents.defects import inject
from unit.borderlab.documents.papers import ids, line, permit


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
