import datetime as dt
from dataclasses import replace

import pytest

from borderlab.documents.defects import inject
from borderlab.documents.facsimile import KINDS, Facsimile, Sign, added_line, signs
from borderlab.documents.facsimile.facsimile_describe import Reader
from borderlab.documents.facsimile.hand import hand, signature
from borderlab.documents.facsimile.sheet import Page
from borderlab.documents.facsimile.view import view
from borderlab.documents.kinds import BLANK_NUMBER
from borderlab.documents.model import Alteration, Form
from unit.borderlab.documents.facsimile.conftest import make

IN_A_BOX = [kind for kind, place in KINDS.items() if not place]
ON_THE_PAGE = [kind for kind, place in KINDS.items() if place == "page"]
ELSEWHERE = [kind for kind, place in KINDS.items() if place not in ("", "page", "annex")]


def drawn(permit, *more):
    return Facsimile(permit, "en", more)


def changed_boxes(before: Page, after: Page):
    pairs = zip(before.boxes, after.boxes, strict=True)
    return {old.key for old, new in pairs if old.shapes != new.shapes}


@pytest.mark.parametrize("box", ["2", "3", "11.B"])
@pytest.mark.parametrize("kind", IN_A_BOX)
def test_a_change_in_a_box_shows_there_and_is_said_there_only(permit, kind, box):
    plain, altered = drawn(permit), drawn(permit, Sign(kind, box))
    assert changed_boxes(plain.drawn[0], altered.drawn[0]) == {box}
    said, now = dict(plain.description()), dict(altered.description())
    assert {key for key in said if said[key] != now[key]} == {box}
    if kind != "corrected":  # whose stamp and initials lie above the form
        assert plain.drawn[0].over == altered.drawn[0].over


@pytest.mark.parametrize("kind", ELSEWHERE)
def test_what_is_put_by_hand_changes_picture_and_description_of_its_box(permit, kind):
    plain, other = drawn(permit), drawn(permit, Sign(kind))
    assert str(plain.svg()) != str(other.svg())
    said, now = dict(plain.description()), dict(other.description())
    assert {key for key in said if said[key] != now[key]} == {KINDS[kind]}


@pytest.mark.parametrize("kind", ON_THE_PAGE)
def test_the_look_of_the_paper_is_said_at_the_end(permit, kind):
    plain, other = drawn(permit), drawn(permit, Sign(kind))
    assert str(plain.svg()) != str(other.svg())
    assert [key for key, _ in other.description()][-1] == "page"
    assert "page" not in [key for key, _ in plain.description()]


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_no_description_gives_the_answer_away(permit, language):
    for kind, place in KINDS.items():
        sign = Sign(kind, "" if place else "2")
        reader = Reader(view(permit, language, [sign]), language)
        text = (reader.seen(sign.box) + str(reader.paper())).lower()
        for word in ("forge", "fraud", "defect", "suspic", "fals", "défaut", "contrefa",
                     "irrég", "altér", "alter", "defecto"):  # fmt: skip
            assert word not in text


def test_what_is_missing_on_the_permit_is_missing_in_the_picture(permit):
    bare = replace(permit, signature=False, form=Form(seal=False, stamp_no="A 0417739",
                                                      stamp_affixed=False))  # fmt: skip
    text = dict(drawn(bare).description())
    assert "There is no ink stamp." in text["13"]
    assert "The place for the signature is empty." in text["13"]
    assert "The place for the security stamp is empty." in text["13"]
    assert "No relief" in text["6"]


def test_alterations_of_the_permit_are_seen():
    form = Form(alterations=(Alteration("11", "overwriting"),
                             Alteration("2", "erasure", authenticated=True),
                             Alteration("", "clearance note")))  # fmt: skip
    found = signs(make(form=form))
    assert found.all == (
        Sign("overwritten", "11.A"),
        Sign("corrected", "2"),
        Sign("clearance_note"),
    )


def test_the_stamp_affixed_shows_its_own_number(permit):
    other = replace(permit, form=replace(permit.form, stamp_affixed_no="A 0417793"))
    text = dict(drawn(other).description())
    assert "A 0417739" in text["5b"]
    assert "A 0417793" in text["13"]


def test_a_wrong_wording_is_read_as_it_stands(permit):
    text = dict(drawn(permit, Sign("seal_wording")).description())
    assert "NATIONAL CONSERVATION AUTHORITY" in text["13"]
    assert "NATURE CONSERVATION AUTHORITY" in text["6"]


def test_a_copy_has_no_relief_and_a_grey_one_no_colour(permit):
    copy = drawn(permit, Sign("photocopy"))
    assert "No relief" in dict(copy.description())["6"]
    colours = set()

    def note(item):
        for name in ("fill", "stroke"):
            colours.add(getattr(item, name, "") or "#000000")
        for inner in getattr(item, "items", ()):
            note(inner)

    for shape in copy.drawn[0].shapes():
        note(shape)
    assert all(c[1:3] == c[3:5] == c[5:7] for c in colours)


def test_a_hand_stays_the_same_but_no_two_signatures_are_equal():
    person, other = hand("A. Okendi", 1000), hand("E. Quirande", 1001)
    first, second = (signature(person, n, (50, 20)) for n in ("a", "b"))
    assert first != second
    ends = [paths[0].segments[-1][1][-2:] for paths in (first, second)]
    assert abs(ends[0][0] - ends[1][0]) < 8
    assert hand("A. Okendi", 1000) == person
    assert (person.slant, person.capital, person.flourish) != (
        other.slant,
        other.capital,
        other.flourish,
    )


def test_a_permit_signed_by_another_hand_keeps_the_typed_name(permit):
    own, other = drawn(permit), drawn(permit, Sign("other_hand", value="QP-S3"))
    assert own.view.entries["13"] == other.view.entries["13"]
    assert own.view.hand != other.view.hand


def test_a_line_added_later_is_in_another_typeface(permit):
    plain, other = drawn(permit), drawn(permit, *added_line("B"))
    changed = changed_boxes(plain.drawn[0], other.drawn[0])
    assert {"7.B", "11.B"} <= changed
    assert all(key.endswith(".B") for key in changed)


def test_an_annex_page_is_signed_and_stamped_unless_it_is_seen_not_to_be(permit):
    tied = replace(permit, form=replace(permit.form, annex_pages=2.0, annex_linked=True))
    loose = replace(permit, form=replace(permit.form, annex_pages=2.0, annex_linked=False))
    assert "An ink stamp, round" in dict(drawn(tied).description())["annex-end.3"]
    assert "There is no ink stamp." in dict(drawn(loose).description())["annex-end.3"]
    assert len(drawn(tied).drawn[1].over) > len(drawn(loose).drawn[1].over)


def test_a_line_that_is_not_endorsed_is_struck_out_in_box_14(permit):
    lines = (permit.lines[0], replace(permit.lines[1], endorsed_qty=BLANK_NUMBER))
    both, one = drawn(permit), drawn(replace(permit, lines=lines))
    assert both.view.endorsed == ("5", "1\u00a0200")
    assert one.view.endorsed == ("5", "")
    assert len(one.drawn[0].over) == len(both.drawn[0].over) + 1


@pytest.mark.parametrize(
    ("defect", "boxes"),
    [
        ("DF03", {"2"}),
        ("DF04", {"11.A"}),
        ("DF08", {"13"}),
        ("DF09", {"6", "13"}),
        ("DF10", {"6", "13"}),
        ("DF11", {"13"}),
        ("DF15", {"6", "page"}),
        ("DF16", {"3"}),
        ("DF56", {"3"}),
        ("BN08", {"3"}),
        ("BN20", {"page"}),
        ("BN21", {"13"}),
    ],
)
def test_an_injected_defect_is_seen_where_it_was_put(defect, boxes):
    found = inject(defect, 7)
    before, after = (dict(drawn(p).description()) for p in (found.clean, found.permit))
    assert {key for key in before | after if before.get(key) != after.get(key)} == boxes


def test_unknown_signs_are_refused():
    with pytest.raises(ValueError, match="no sign is called 'wrong'"):
        Sign("wrong")
    with pytest.raises(ValueError, match="needs the box"):
        Sign("erased")


def test_dates_of_an_office_that_writes_numbers_only(permit):
    form = replace(permit.form, date_order_known=False)
    text = dict(drawn(replace(permit, form=form, valid_until=dt.date(2025, 4, 3))).description())
    assert "03/04/2025" in text["2"]
