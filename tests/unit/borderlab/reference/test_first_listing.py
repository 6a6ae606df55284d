"""The pre-Convention test date is the first inclusion in any Appendix."""

from __future__ import annotations

import datetime as dt

import pytest

from borderlab import reference
from borderlab.reference import first_listed

D = dt.date
NOT_KNOWN = {"Chelonia mydas", "Eretmochelys imbricata", "Caretta caretta", "Pavo cristatus",
             "Potamotrygon motoro", "Potamotrygon leopoldi", "Hypancistrus zebra",
             "Chelydra serpentina"}  # fmt: skip


@pytest.mark.parametrize("row", reference.all_species(), ids=lambda row: row.species_id)
def test_year_agrees_with_the_species_table(row: reference.Species) -> None:
    found = first_listed(row.species_id)
    if row.scientific_name in NOT_KNOWN:
        assert (found.known, found.date, found.to_confirm) == (False, None, True)
    else:
        assert found.date is not None
        assert found.date.year == row.year_first_listed


def test_appendix_iii_counts() -> None:
    """Ivory: 1976 (Ghana, Appendix III), not 1990 (Appendix I)."""
    found = first_listed("Loxodonta africana")
    assert (found.date, found.appendix) == (D(1976, 2, 26), "III")


def test_higher_taxa_count() -> None:
    assert first_listed("Vanilla planifolia").date == D(1975, 7, 1)


def test_a_population_can_be_later_than_its_species() -> None:
    assert first_listed("Dalbergia latifolia").date == D(2013, 6, 12)
    assert first_listed("Dalbergia latifolia", "IN").date == D(2017, 1, 2)
    assert first_listed("Panax ginseng", "CN").known is False


def test_delayed_effect_is_told() -> None:
    found = first_listed("Sphyrna mokarran")
    assert (found.date, found.in_effect_from) == (D(2013, 6, 12), D(2014, 9, 14))
    assert found.to_confirm


def test_taxa_that_left_the_appendices_are_not_known() -> None:
    assert not first_listed("Damaliscus pygargus pygargus").known
