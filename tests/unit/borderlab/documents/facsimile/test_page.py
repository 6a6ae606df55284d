import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from borderlab.documents.facsimile import DETAILS, Facsimile, Sign, boxes, draw
from borderlab.documents.facsimile.fonts import width
from borderlab.documents.facsimile.form import Box
from borderlab.documents.facsimile.shapes import IDENTITY, Group, Text
from borderlab.documents.facsimile.signs import LINE_BOXES
from borderlab.documents.model import Form, Permit
from unit.borderlab.documents.facsimile.conftest import BIRD, SKIN, make

SVG = "{http://www.w3.org/2000/svg}"
LONG = replace(
    BIRD,
    taxon="Acrantophis madagascariensis var. longissimanominata subsp. interminabilis",
    common_name="Très long nom vernaculaire à accents éèêëçñü, avec précisions supplémentaires",
    marks=tuple(f"QP 2024 {n:06}" for n in range(60)),
    qty=123456789.125,
    quota_used=123456789.0,
    quota_total=987654321.0,
)


def elements(picture):
    return ET.fromstring(str(picture))  # noqa: S314  (our own text)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_box_of_the_form_is_a_button_with_its_content(permit, language):
    root = elements(draw(permit, language))
    buttons = {g.get("data-key"): g for g in root.iter(f"{SVG}g") if g.get("role") == "button"}
    head = {"header", "1", "2", "3", "3a", "4", "5", "5a", "5b", "6", "13", "14", "15"}
    assert set(buttons) == head | {f"{box}.{line}" for box in LINE_BOXES for line in "ABCD"}
    assert "1\u00a0200 kg" in buttons["11.B"].get("aria-label")
    assert buttons["11.B"].get("data-box") == "11"
    assert buttons["11.B"].get("data-line") == "B"
    assert "Psittacus erithacus" in "".join(buttons["7.A"].itertext())
    assert all(g.get("tabindex") in ("0", "-1") for g in buttons.values())


def test_the_empty_boxes_of_unused_lines_are_no_tab_stops(permit):
    root = elements(draw(permit, "en"))
    stops = {g.get("data-key"): g.get("tabindex") for g in root.iter(f"{SVG}g")}
    assert stops["12a.A"] == "0"
    assert stops["7.C"] == "-1"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("TRAINING SPECIMEN", "Valid until", "Export")),
        (
            "fr",
            ("SPÉCIMEN DE FORMATION", "Signature du demandeur", "Valable jusqu’au", "Exportation"),
        ),
        ("es", ("MUESTRA PARA FORMACIÓN", "Válido hasta", "Exportación")),
    ],
)
def test_printed_words_are_in_the_language_of_the_reader(permit, language, words):
    text = "\n".join(elements(draw(permit, language)).itertext())
    for word in words:
        assert word in text


def inside(box: Box):
    """Right end of each text of a box, for texts that are neither moved nor turned."""
    for shape in box.shapes:
        if isinstance(shape, Group) and shape.matrix != IDENTITY:
            continue
        if isinstance(shape, Text) and not shape.glyphs:
            long = width(shape.text, shape.font, shape.size)
            left = shape.x - (long / 2 if shape.anchor == "middle" else 0)
            yield shape, left, left + long


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("authority", ["QP-MA", "QQ-MA", "XD-MA", "A Ministry of Something Else"])
def test_no_text_leaves_its_box(language, authority):
    permit = make(
        lines=(LONG, SKIN, LONG, LONG),
        authority=authority,
        issuer="QQ",
        importer_name="Société internationale d'importation de spécimens " * 6,
        importer_address="W" * 300,
        special_conditions="Conditions particulières. " * 60,
        number="QP25-" + "0417739" * 8,
        transport_doc="AWB " * 60,
    )
    for page in Facsimile(permit, language).drawn:
        for box in page.boxes:
            for text, left, right in inside(box):
                assert box.rect.x <= left, (box.key, text.text)
                assert right <= box.rect.x + box.rect.w, (box.key, text.text)
                assert box.rect.y < text.y <= box.rect.y + box.rect.h, (box.key, text.text)


def test_text_that_cannot_fit_is_cut_in_the_picture_but_whole_for_the_reader():
    permit = make(special_conditions="word " * 900)
    found = {box.id: box for box in boxes(permit, "en")}
    assert found["5"].text.count("word") == 900
    drawn = Facsimile(permit, "en").drawn[0]
    box = next(box for box in drawn.boxes if box.key == "5")
    assert any(isinstance(s, Text) and s.text.endswith("…") for s in box.shapes)


def test_the_same_permit_gives_the_same_bytes(permit):
    assert str(draw(permit, "fr")) == str(draw(permit, "fr"))
    assert Facsimile(permit, "fr").pdf() == Facsimile(permit, "fr").pdf()


def test_hostile_text_stays_text():
    evil = "<script>alert(1)</script>\" onload='x' ]]> & \x00\ud800"
    permit = make(
        importer_name=evil,
        number=evil,
        authority=evil,
        issuer=evil,
        signatory=evil,
        doc_type=evil,
        purpose=evil,
        import_country=evil,
        form=Form(stamp_no=evil, stamp_affixed_no=evil, language=evil),
        lines=(replace(BIRD, taxon=evil, term=evil, unit=evil, origin=evil, source=evil),),
    )
    text = str(draw(permit, "en", [Sign("clearance_note", value=evil)]))
    root = elements(text)
    assert not list(root.iter(f"{SVG}script"))
    assert all(not name.startswith("on") for element in root.iter() for name in element.attrib)
    assert Facsimile(permit, "en").pdf().startswith(b"%PDF-1.4")


def test_there_are_no_scripts_styles_or_outside_references(permit):
    root = elements(draw(permit, "en"))
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert names <= {"svg", "title", "desc", "g", "path", "text", "defs", "use"}
    links = [element.get("href") for element in root.iter() if element.get("href")]
    assert links
    assert all(link.startswith("#") for link in links)


def test_ids_of_two_permits_do_not_meet(permit):
    other = make(number="QP25-00000001")
    ids = [set(re.findall(r'id="([^"]+)"', str(draw(p, "en")))) for p in (permit, other)]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_a_full_page_stays_under_120_kb():
    permit = make(lines=(LONG,) * 4, special_conditions="Conditions. " * 40)
    assert len(str(draw(permit, "fr")).encode()) < 120_000


def test_the_page_is_a4(permit):
    root = elements(draw(permit, "en"))
    assert (root.get("width"), root.get("height")) == ("210mm", "297mm")
    assert root.get("viewBox") == "0 0 210 297"


def test_lines_after_d_stand_on_annex_pages_that_repeat_number_and_date():
    permit = make(lines=(SKIN,) * 13)
    drawn = Facsimile(permit, "en")
    assert drawn.pages == 3
    text = "\n".join(elements(drawn.svg(2)).itertext())
    assert "QP25-04177391" in text
    assert "14 March 2025" in text
    assert {box.id for box in drawn.boxes if box.page == 3} >= {
        "7.L",
        "7.M",
        "annex.3",
        "annex-end.3",
    }
    assert len({box.id for box in drawn.boxes}) == len(drawn.boxes)
    with pytest.raises(ValueError, match="no page 4"):
        drawn.svg(4)


def test_a_crop_shows_the_box_and_its_surroundings(permit):
    drawn = Facsimile(permit, "en")
    box = next(box for box in drawn.boxes if box.id == "11.B")
    page, (x, y, w, h) = drawn.crop("11.B")
    assert page == 1
    assert x < box.x < box.x + box.w < x + w
    assert y < box.y < box.y + box.h < y + h
    for part in DETAILS:
        assert elements(drawn.svg(zoom=part)).get("viewBox") != "0 0 210 297"
    with pytest.raises(ValueError, match="no box '99'"):
        drawn.crop("99")


def test_the_page_for_printing_holds_one_sheet_per_page():
    page = Facsimile(make(lines=(SKIN,) * 6), "fr").html()
    assert page.count("<section>") == 2
    assert "@page{size:A4 portrait;margin:0}" in page
    assert '<html lang="fr">' in page


@pytest.mark.parametrize(
    ("doc_type", "ticks", "expected"),
    [("REEXPORT", None, ("reexport",)), ("PRE_CONVENTION", None, ("other",)), ("EXPORT", 0.0, ())],
)
def test_ticks_follow_the_type_and_the_number_seen(doc_type, ticks, expected):
    permit = make(doc_type=doc_type)
    permit = replace(permit, form=replace(permit.form, ticks=ticks))
    assert Facsimile(permit, "en").view.ticks == expected


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_summary_of_an_empty_form_has_no_gaps(language):
    said = re.search(r"<desc[^>]*>(.*?)</desc>", str(Facsimile(Permit(), language).svg()))[1]
    assert " ," not in said
    assert ", ." not in said
    assert len(said) > 40
