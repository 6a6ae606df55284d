"""Lawful papers, made by hand from the text of a rule, on which the rule has nothing to say."""

import datetime as dt

import pytest

from borderlab.documents import BLANK_DATE
from unit.borderlab.documents.papers import caviar, ids, ivory, parrot, reexport, wood

_AGREED = {
    "retrospective": True,
    "retrospective_reason": "strike at the office",
    "retrospective_agreed": True,
}


@pytest.mark.parametrize("paper", [wood, parrot, reexport, ivory, caviar])
def test_the_papers_made_by_hand_are_clean(real, paper):
    assert set(ids(paper(), real).values()) <= {"note"}


@pytest.mark.parametrize(
    ("rule", "paper", "values"),
    [
        ("R032", wood, {"departure_date": dt.date(2024, 3, 4), **_AGREED}),
        ("R034", wood, {"departure_date": dt.date(2024, 3, 1), **_AGREED}),
        ("R035", parrot, {"import_issued": dt.date(2024, 3, 6), "source": "D"}),
        ("R050", parrot, {"doc_type": "IMPORT", "issuer": "FR", "import_permit": False}),
        ("R050", parrot, {"source": None, "import_permit": False}),
        ("R063", wood, {"doc_type": "NONPARTY", "taxon": "Cedrela odorata", "appendix": "III",
                        "issue_date": dt.date(2015, 3, 5), "event_date": dt.date(2015, 4, 1),
                        "non_detriment": False, "legal_acquisition": True}),
        ("R072", wood, {"taxon": "Dendrobium spp.", "term": "LIV", "source": "A",
                        "hybrid_declared": True}),
        ("R077", ivory, {"origin": ""}),
        ("R077", ivory, {"origin": "", "doc_type": "MUSICAL"}),
        ("R081", reexport, {"taxon": "Melanosuchus niger", "term": "SKI", "unit": "NAR",
                            "origin": "EC", "origin_permit_date": dt.date(1994, 1, 5)}),
        ("R091", wood, {"doc_type": "PHYTO", "source": ""}),
        ("R091", wood, {"doc_type": "SCI_LABEL", "source": ""}),
        ("R098", parrot, {"source": "OC", "purpose": "T"}),
        ("R099", parrot, {"doc_type": "IMPORT", "issuer": "FR", "source": "F",
                          "import_permit": False}),
        ("R123", reexport, {"second_reexport": True, "last_reexport_date": BLANK_DATE,
                            "special_conditions": "certificate lost in a fire"}),
        ("R128", parrot, {"doc_type": "TRAVEL_EXHIB", "source": "C", "import_country": "CM"}),
        ("R128", ivory, {"doc_type": "MUSICAL", "import_country": "FR"}),
        ("R128", wood, {"doc_type": "SAMPLE_COLL", "import_country": "CM"}),
        ("R146", wood, {"endorsed": False, "endorsed_on": None, "direction": "export"}),
        ("R155", caviar, {"marks": ()}),
        ("R156", wood, {"marks": ("ZW0001-ZW0050",), "found_marks": ("ZW0025", "ZW0050")}),
        ("R156", wood, {"marks": ("ZW 0001 to 0050",), "found_marks": ("zw 0001",)}),
        ("R157", reexport, {"taxon": "Crocodylus niloticus", "term": "SKI", "origin": "",
                            "marks": ("ZW230001NIL",)}),
        ("R158", caviar, {"doc_type": "REEXPORT", "issuer": "CH", "origin": "RU",
                          "label": "HUS/W/CH/2024/CH01/12"}),
        ("R158", caviar, {"doc_type": "REEXPORT", "issuer": "CH", "origin": None}),
    ],
)  # fmt: skip
def test_rule_is_silent_on_what_is_lawful(real, rule, paper, values):
    assert rule not in ids(paper(**values), real)


def test_a_number_without_a_register_is_a_question_not_a_refusal(real):
    """Source D with II: the issuer may have written what D is treated as."""
    named = parrot(source="D", appendix="II", operation_no="A-CM-501")
    assert ids(named, real)["R094"] == "consult"
    assert ids(parrot(source="D", appendix="II", operation_no=""), real)["R094"] == "reject"


def test_a_range_of_stolen_numbers_holds_numbers_of_its_own_length(invented):
    from borderlab.documents import changed, clean_permits

    one = clean_permits(5, 1, ["wild"])[0]
    stolen = f"{one.issuer}24-66666005"
    assert "R021" in ids(changed(one, number=stolen), invented)
    assert "R021" in ids(changed(one, number=f" {stolen.lower()} "), invented)
    assert "R021" not in ids(changed(one, number=f"{one.issuer}24-666660055"), invented)


def test_phytosanitary_and_non_party_signatories_are_not_on_file(invented):
    from borderlab.documents import changed, clean_permits

    one = changed(clean_permits(5, 1, ["phyto"])[0], signatory="inspector of plant health")
    assert "R008" not in ids(one, invented)
    assert "R008" in ids(changed(one, doc_type="EXPORT"), invented)


def test_an_unknown_breeder_state_is_not_an_unregistered_one(invented):
    from borderlab.documents import changed, clean_permits

    one = clean_permits(1, 1, ["registered"])[0]
    assert "R095" not in ids(changed(one, issuer=None), invented)


def test_an_unknown_population_of_a_split_listing_is_no_appendix_one(invented):
    """Black caiman: without the State, nobody can say that it is Appendix I."""
    skins = wood(taxon="Melanosuchus niger", term="SKI", unit="NAR", issuer=None, marks=("1",))
    assert not {"R050", "R092"} & set(ids(skins, invented))
