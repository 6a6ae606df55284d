import re

import pytest

from borderlab.documents.facsimile import Facsimile, describe, describe_specimen, specimen
from borderlab.documents.facsimile.fonts import clean, fit, true_width, width, wrap
from borderlab.world.places import atlas
from unit.borderlab.documents.facsimile.conftest import SKIN, make

AUTHORITIES = [r["authority_id"] for r in atlas().tables["authorities"] if r["kind"] == "MA"]


def test_the_pdf_has_the_pages_and_a_sound_table_of_objects():
    data = Facsimile(make(lines=(SKIN,) * 6), "fr").pdf()
    assert data.endswith(b"%%EOF\n")
    assert b"/Count 2 " in data
    start = int(re.search(rb"startxref\n(\d+)", data)[1])
    assert data[start:].startswith(b"xref")
    places = [int(p) for p in re.findall(rb"(\d{10}) 00000 n", data[start:])]
    for number, place in enumerate(places, start=1):
        assert data[place:].startswith(b"%d 0 obj" % number)
    for length, begin in (
        (int(m[1]), m.end()) for m in re.finditer(rb"/Length (\d+)>>\nstream\n", data)
    ):
        assert data[begin + length :].startswith(b"\nendstream")


def test_the_pdf_writes_accents_and_escapes_brackets():
    data = Facsimile(make(importer_name="Établissement (Ñandú) \\ 日"), "es").pdf()
    assert r"(Établissement \(Ñandú\) \\ ?) Tj".encode("cp1252") in data


@pytest.mark.parametrize("authority", AUTHORITIES)
def test_every_authority_has_its_card_and_its_documents_show_what_is_on_it(authority):
    name = authority[:2]
    card = describe_specimen(authority, "en")
    text = describe(make(authority=authority, issuer=name, signatory=f"{name}-S2"), "en")
    stamp, relief, _, *hands = card.split("\n")
    assert stamp in text
    assert relief in text
    assert len(hands) == 3
    assert hands[1].partition(". A signature")[2] in text
    assert str(specimen(authority, "en")).startswith("<svg")


def test_looks_of_authorities_differ():
    cards = [describe_specimen(authority, "en").split("\n")[0] for authority in AUTHORITIES]
    assert len(set(cards)) == len(cards)


def test_an_unknown_authority_has_no_card():
    with pytest.raises(ValueError, match="'ZZ-MA'"):
        specimen("ZZ-MA")


def test_widths_are_never_below_those_of_the_reader():
    for font in ("sans", "sans-bold", "mono"):
        text = "Été à l'Ouraka: 1 200 kg (QN25-0417)"
        assert width(text, font, 3.0) >= true_width(text, font, 3.0)


def test_fitting_wraps_then_shrinks_then_cuts():
    assert fit(("one two three",), "mono", (20, 10), 3.0, 2.0).lines == ("one two", "three")
    assert fit(("one two three four",), "mono", (20, 5), 3.0, 1.5).size < 3.0
    cut = fit(("word " * 50,), "mono", (20, 5), 3.0, 2.0)
    assert not cut.whole
    assert cut.lines[-1].endswith("…")
    assert all(width(text, "mono", 2.0) <= 8 for text in wrap("W" * 40, "mono", 2.0, 8))


def test_control_characters_are_left_out():
    assert clean("a\x00b\u202ec\td\ud800") == "abc d"
