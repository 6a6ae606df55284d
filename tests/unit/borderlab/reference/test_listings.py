"""The Appendix of a taxon, for a population, on a date."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderlab import reference
from borderlab.reference import UnknownNameError, listing
from borderlab.reference.resolution import ELSEWHERE, covers, current

D = dt.date
TODAY = D(2026, 11, 21)
SPECIES = [row.scientific_name for row in reference.all_species()]
DAYS = st.dates(D(1970, 1, 1), D(2030, 12, 31))
CODES = st.sampled_from(
    ["NA", "ZA", "BW", "AR", "BO", "PE", "EC", "MX", "US", "CN", "KE", "FR", "QM"]
)


@pytest.mark.parametrize("name", SPECIES)
def test_current_listing_is_that_of_the_species_table(name: str) -> None:
    """Two independent compilations agree: the history, resolved, and the column of species.csv."""
    row, found = reference.species(name), listing(name, TODAY)
    assert found.appendix == row.cites_appendix
    assert found.since == row.listing_in_force_since
    assert found.annotation == row.annotation
    assert reference.CONFIDENCE.index(found.confidence) >= reference.CONFIDENCE.index(
        row.confidence
    )


@pytest.mark.parametrize(
    ("name", "day", "population", "appendix"),
    [
        # African elephant: Namibia is Appendix II since 1997, South Africa since 2000
        ("Loxodonta africana", D(1976, 6, 1), "GH", "III"),
        ("Loxodonta africana", D(1989, 6, 1), "NA", "II"),
        ("Loxodonta africana", D(1997, 9, 17), "NA", "I"),
        ("Loxodonta africana", D(1997, 9, 18), "NA", "II"),
        ("Loxodonta africana", D(1999, 1, 1), "ZA", "I"),
        ("Loxodonta africana", D(2000, 7, 19), "ZA", "II"),
        ("Loxodonta africana", TODAY, "ZW", "II"),
        ("Loxodonta africana", TODAY, "KE", "I"),
        # vicuña: Ecuador joined Appendix II in 2013
        ("Vicugna vicugna", D(2013, 6, 11), "EC", "I"),
        ("Vicugna vicugna", D(2013, 6, 12), "EC", "II"),
        ("Vicugna vicugna", TODAY, "PE", "II"),
        ("Vicugna vicugna", TODAY, "AR", "II"),
        ("Vicugna vicugna", TODAY, "US", "I"),
        # crocodiles
        ("Crocodylus niloticus", TODAY, "NA", "II"),
        ("Crocodylus niloticus", TODAY, "SN", "I"),
        ("Crocodylus niloticus", D(1993, 1, 1), "KE", "II"),
        ("Crocodylus niloticus", D(1996, 1, 1), "SD", "I"),
        ("Melanosuchus niger", D(2000, 1, 1), "EC", "II"),
        ("Melanosuchus niger", D(2000, 1, 1), "BR", "I"),
        ("Melanosuchus niger", TODAY, "BR", "II"),
        ("Crocodylus porosus", TODAY, "PH", "II"),
        ("Crocodylus porosus", D(2020, 1, 1), "PH", "I"),
        ("Caiman latirostris", D(2023, 2, 22), "BR", "I"),
        ("Caiman latirostris", D(2023, 2, 23), "BR", "II"),
        # a general entry that excludes a population ends its listing
        ("Pecari tajacu", D(1986, 1, 1), "US", "III"),
        ("Pecari tajacu", D(1990, 1, 1), "US", None),
        ("Pecari tajacu", D(1990, 1, 1), "MX", "II"),
        ("Pecari tajacu", D(1998, 1, 1), "MX", None),
        ("Pecari tajacu", TODAY, "PE", "II"),
        # … but not its listing in the other Appendix
        ("Araucaria araucana", D(2001, 1, 1), "CL", "I"),
        ("Araucaria araucana", D(2001, 1, 1), "AR", "I"),
        ("Araucaria araucana", D(2001, 1, 1), "FR", "II"),
        # back from a split
        ("Falco rusticolus", D(1982, 1, 1), "CA", "II"),
        ("Falco rusticolus", D(1986, 1, 1), "CA", "I"),
        ("Scleropages formosus", D(1992, 1, 1), "ID", "II"),
        ("Scleropages formosus", D(1996, 1, 1), "ID", "I"),
        # Appendix III entries end with the entry in Appendix II, whatever its populations
        ("Swietenia macrophylla", D(2000, 1, 1), "BR", "III"),
        ("Swietenia macrophylla", TODAY, "BR", "II"),
        ("Swietenia macrophylla", TODAY, "ID", None),
        # populations only
        ("Khaya senegalensis", TODAY, "SN", "II"),
        ("Khaya senegalensis", TODAY, "BR", None),
        ("Osyris lanceolata", TODAY, "KE", "II"),
        ("Osyris lanceolata", TODAY, "ZA", None),
        ("Panax ginseng", TODAY, "RU", "II"),
        ("Panax ginseng", TODAY, "CN", None),
        ("Dalbergia latifolia", D(2015, 1, 1), "IN", None),
        ("Dalbergia latifolia", D(2015, 1, 1), "MG", "II"),
        ("Dalbergia latifolia", D(2017, 1, 2), "IN", "II"),
        ("Canis lupus", TODAY, "IN", "I"),
        ("Canis lupus", TODAY, "CA", "II"),
        ("Ursus arctos", D(1991, 1, 1), "MX", "I"),
        ("Panthera leo", TODAY, "IN", "I"),
        ("Panthera leo", TODAY, "ZA", "II"),
        ("Ceratotherium simum", TODAY, "ZA", "II"),
        ("Ceratotherium simum", D(2023, 2, 22), "NA", "I"),
        # inherited from a higher taxon
        ("Ara ararauna", D(1980, 1, 1), None, "III"),
        ("Ara ararauna", TODAY, None, "II"),
        ("Acipenser baerii", D(1998, 3, 31), None, None),
        ("Acipenser baerii", D(1998, 4, 1), None, "II"),
        ("Phalaenopsis amabilis", TODAY, None, "II"),
        # adopted in March 2013 with effect from 14 September 2014
        ("Sphyrna lewini", D(2013, 12, 1), None, "III"),
        ("Sphyrna mokarran", D(2013, 12, 1), None, None),
        ("Sphyrna mokarran", D(2014, 9, 14), None, "II"),
        # changes of 2017, 2019 and CoP20
        ("Psittacus erithacus", D(2017, 1, 1), None, "II"),
        ("Psittacus erithacus", D(2017, 1, 2), None, "I"),
        ("Gekko gecko", D(2019, 11, 25), None, None),
        ("Okapia johnstoni", D(2026, 3, 4), None, None),
        ("Okapia johnstoni", D(2026, 3, 5), None, "I"),
        ("Hyaena hyaena", D(2026, 3, 4), None, "III"),
        ("Carcharhinus longimanus", D(2026, 3, 4), None, "II"),
        # before the Convention
        ("Panthera tigris", D(1975, 6, 30), None, None),
        ("Panthera tigris", D(1975, 7, 1), None, "I"),
    ],
)
def test_listing_on_a_day(
    name: str, day: dt.date, population: str | None, appendix: str | None
) -> None:
    assert listing(name, day, population).appendix == appendix


def test_a_split_listing_without_a_population_names_both() -> None:
    found = listing("Loxodonta africana", TODAY)
    assert (found.appendix, found.appendices) == ("I/II", ("I", "II"))
    assert set(found.excluded) == {"BW", "NA", "ZA", "ZW"}


def test_a_named_part_of_a_country_leaves_both_open() -> None:
    """Only some populations of Argentina are in Appendix II, so box 10 may say I or II."""
    found = listing("Vicugna vicugna", TODAY, "AR")
    assert found.partial
    assert found.appendices == ("I", "II")
    assert found.to_confirm
    assert not listing("Vicugna vicugna", TODAY, "PE").partial


def test_a_form_beside_others_leaves_the_country_open() -> None:
    assert listing("Ovis ammon", TODAY, "KZ").appendix == "I/II"
    assert listing("Ovis ammon", TODAY, "MN").appendix == "II"


def test_appendix_iii_has_its_parties() -> None:
    assert listing("Odobenus rosmarus", TODAY).parties == ("CA",)
    assert listing("Odobenus rosmarus", TODAY, "GL").appendix == "III"
    assert listing("Swietenia macrophylla", D(2002, 1, 1), "BR").parties == ("BR", "CR")
    assert listing("Cedrela odorata", D(2009, 1, 1), "CO").parties == ("CO",)
    assert listing("Cedrela odorata", D(2009, 1, 1), "BR").appendix is None
    assert "DK" in listing("Lamna nasus", D(2013, 1, 1), "FR").parties
    assert "DK" not in listing("Lamna nasus", D(2013, 1, 1), "GL").parties


def test_since_is_the_entry_and_in_appendix_since_the_stay() -> None:
    """A re-worded entry has a new date, though the Appendix has not changed."""
    found = listing("Loxodonta africana", TODAY, "KE")
    assert found.since == D(2007, 9, 13)
    assert found.in_appendix_since == D(1990, 1, 18)
    croc = listing("Crocodylus niloticus", TODAY, "ZW")
    assert (croc.since, croc.in_appendix_since) == (D(2010, 6, 23), D(1983, 7, 29))


def test_annotations_are_only_given_for_the_entry_they_belong_to() -> None:
    assert listing("Dalbergia retusa", TODAY).annotation == "#15"
    assert listing("Dalbergia retusa", D(2014, 1, 1)).annotation == ""


def test_deleted_and_unlisted_taxa() -> None:
    bontebok = "Damaliscus pygargus pygargus"
    assert listing(bontebok, D(2026, 3, 4)).appendix == "II"
    gone = listing(bontebok, D(2026, 3, 5))
    assert (gone.status, gone.appendix, bool(gone)) == ("not listed", None, False)
    eel = listing("Anguilla japonica", TODAY)
    assert eel.status == "not listed"
    assert "CoP20" in eel.note
    assert listing("Haliotis midae", D(2008, 1, 1)).status == "unknown"


def test_an_entry_without_a_date_is_unknown_before_it_was_seen() -> None:
    early, late = listing("Chelonia mydas", D(1990, 1, 1)), listing("Chelonia mydas", TODAY)
    assert (early.status, early.appendix, early.to_confirm) == ("unknown", None, True)
    assert (late.status, late.appendix, late.since) == ("listed", "I", None)
    assert listing("Chelydra serpentina", D(2023, 1, 15)).appendix == "III"
    assert listing("Chelydra serpentina", D(2020, 1, 1)).status == "unknown"


def test_confidence_of_an_answer() -> None:
    assert not listing("Acinonyx jubatus", TODAY).to_confirm
    assert listing("Cedrela odorata", TODAY).confidence == "low"
    assert listing("Okapia johnstoni", TODAY).to_confirm
    assert not listing("Gyps africanus", D(2000, 1, 1)).to_confirm
    assert listing("Ceratotherium simum", D(2010, 1, 1), "ZA").to_confirm


def test_forms_and_higher_taxa() -> None:
    assert listing("Boa constrictor occidentalis", TODAY).appendix == "I"
    assert listing("Boa constrictor", TODAY).appendix == "II"
    assert [form.name for form in listing("Boa constrictor", TODAY).forms] == [
        "Boa constrictor occidentalis"
    ]
    assert listing("Boa constrictor occidentalis", D(1980, 1, 1)).status == "unknown"
    parrots = listing("Psittaciformes", D(2012, 1, 1))
    assert (parrots.appendix, parrots.to_confirm) == ("II", True)
    assert listing("Dalbergia spp.", D(2014, 1, 1)).appendix == "II"


def test_an_unknown_name_is_an_error_with_a_sentence() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean Acinonyx jubatus"):
        listing("Acinonyx jubata", TODAY)


@given(st.sampled_from(SPECIES), DAYS, st.none() | CODES)
def test_any_question_has_a_consistent_answer(name: str, day: dt.date, code: str | None) -> None:
    found = listing(name, day, code)
    assert found.status in ("listed", "not listed", "unknown")
    assert (found.appendix is not None) == (found.status == "listed") == bool(found.entries)
    assert set(found.appendices) <= {"I", "II", "III"}
    assert all(
        entry.effective_from is None or entry.effective_from <= day for entry in found.entries
    )
    assert all(code is None or covers(entry, code) for entry in found.entries)
    assert found.since is None or found.since <= day
    if found.since and found.in_appendix_since:
        assert found.in_appendix_since <= found.since
    if code and not found.partial:
        assert len(found.appendices) <= 1, "a whole country is in one Appendix at most"


@given(st.sampled_from(SPECIES), DAYS)
def test_the_whole_is_the_sum_of_its_populations(name: str, day: dt.date) -> None:
    whole = listing(name, day)
    codes = {
        code for entry in reference.history(name) for code in (*entry.populations, *entry.excluded)
    }
    parts = {
        appendix for code in (*codes, "QM") for appendix in listing(name, day, code).appendices
    }
    assert set(whole.appendices) == parts


@given(st.sampled_from(SPECIES))
def test_a_named_population_is_in_the_appendix_of_its_entry_on_that_day(name: str) -> None:
    for entry in reference.history(name):
        if entry.effective_from is None or entry.effect != "in effect" or entry.appendix == "III":
            continue
        for code in entry.populations:
            assert entry.appendix in listing(name, entry.effective_from, code).appendices


def test_entries_that_are_not_in_effect_never_count() -> None:
    odd = [row for row in reference.table("listing_history") if row.effect != "in effect"]
    assert len(odd) == 7
    for entry in odd:
        assert entry not in current([entry], TODAY, ELSEWHERE)


def test_a_territory_or_invented_state_is_one_of_the_other_populations() -> None:
    assert listing("Loxodonta africana", TODAY, "QM").appendix == "I"
    assert listing("Canis lupus", TODAY, "qm").appendix == "II"
