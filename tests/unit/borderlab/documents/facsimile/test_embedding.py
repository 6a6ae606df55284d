"""Letters outside Western Europe in PDF: written, found again, and in the right order."""

# ruff: noqa: RUF001  (look-alike letters are letters of their own here)
import io
import re

import pytest

from borderlab.documents.facsimile import Facsimile, embedding
from borderlab.documents.facsimile.fonts import true_width
from borderlab.documents.facsimile.scripts import as_shown
from unit.borderlab.documents.facsimile.conftest import make


def embedded_fonts(data):
    return [name.decode() for name in re.findall(rb"/Type0 /BaseFont /(\S+)", data)]


def said(data):
    """Letters that the character maps of a file hold."""
    cells = re.findall(rb"<[0-9A-F]{4}> <([0-9A-F]+)>", data)
    return {bytes.fromhex(cell.decode()).decode("utf-16-be") for cell in cells if cell != b"FFFF"}


def test_a_page_in_western_letters_holds_no_font():
    assert embedded_fonts(Facsimile(make(importer_name="Ñandú & Žižka Œuvre"), "en").pdf()) == []


@pytest.mark.parametrize(
    "name", ["Győr Łódź Őrség", "ООО «Жар-Птица» Щукин", "Ελλάδα", "İğdır", "Đỗ Tiến"]
)
def test_letters_of_other_alphabets_are_written_and_can_be_copied(name):
    data = Facsimile(make(importer_name=name), "en").pdf()
    outside = {letter for letter in name if not letter.encode("cp1252", "ignore")}
    assert outside <= said(data)
    assert b"?" not in b"".join(re.findall(rb"\((.*?)\) Tj", data))


def test_arabic_and_hebrew_say_their_plain_letters():
    data = Facsimile(make(importer_name="شركة النيل", exporter_name="עברית"), "en").pdf()
    assert set("شركةالنيلעברית") <= said(data)


def test_the_table_of_objects_is_sound_with_fonts():
    data = Facsimile(make(importer_name="Жук", exporter_name="שלום"), "en").pdf()
    start = int(re.search(rb"startxref\n(\d+)", data)[1])
    places = [int(p) for p in re.findall(rb"(\d{10}) 00000 n", data[start:])]
    for number, place in enumerate(places, start=1):
        assert data[place:].startswith(b"%d 0 obj" % number)
    for key in embedded_fonts(data):
        assert key.startswith("AAAAAA+DejaVu")


def test_the_same_permit_gives_the_same_bytes():
    one = make(importer_name="Жук")
    assert Facsimile(one, "en").pdf() == Facsimile(one, "en").pdf()


def test_the_font_in_the_file_can_be_opened_and_is_small():
    from fontTools.ttLib import TTFont

    font = embedding.embedded("mono", "Жук")
    assert len(font.data) < 40_000
    opened = TTFont(io.BytesIO(font.data))
    assert {opened.getBestCmap()[ord(letter)] for letter in "Жук"} <= set(opened.getGlyphOrder())
    assert font.widths["Ж"] == 602


def test_wide_letters_are_measured_as_they_are_drawn():
    assert true_width("Щ", "sans", 1.0) > 0.9
    assert true_width("Щ", "mono", 1.0) == pytest.approx(0.602, abs=0.001)


def test_without_the_fonts_a_letter_becomes_its_base_or_a_sign(monkeypatch):
    monkeypatch.setattr(embedding, "FILES", dict.fromkeys(embedding.FILES, "none.ttf"))
    kept = [embedding._opened, embedding._letters, embedding.home_of, embedding.advance]
    for cached in kept:
        cached.cache_clear()
    data = Facsimile(make(importer_name="Ő Ж"), "en").pdf()
    for cached in kept:
        cached.cache_clear()
    assert embedded_fonts(data) == []
    assert b"(O ?) Tj" in data


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Plain text (12)", "Plain text (12)"),
        ("שלום", "םולש"),
        ("שלום (עולם)", "(םלוע) םולש"),
        ("12 שלום", "םולש 12"),
        ("Cairo שלום עולם 7", "Cairo םלוע םולש 7"),
    ],
)
def test_right_to_left_text_stands_as_it_is_read(written, shown):
    assert as_shown(written) == shown


def test_arabic_letters_join():
    """Initial, medial and final shapes; alef joins only to the letter before it."""
    assert as_shown("بيت") == "\ufe96\ufef4\ufe91"
    assert as_shown("باب") == "\ufe8f\ufe8e\ufe91"
