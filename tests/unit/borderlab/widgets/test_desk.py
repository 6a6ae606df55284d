"""The permit desk behind the browser: sheets, sources, marks, reveal, several permits at once."""

import base64
import gzip
import json
import re

import pytest
from traitlets import TraitError

from borderlab.documents import engine, single
from borderlab.i18n import LANGUAGES, in_language
from borderlab.tasks import casework_permits
from borderlab.tasks.desk_cases import case
from borderlab.widgets import assets, desk_lookups
from borderlab.widgets.desk_core import Desk
from borderlab.widgets.desk_lookups import SOURCES, look, menu
from borderlab.widgets.desk_marking import MarkDefects, mark_defects
from borderlab.widgets.desk_names import NAMED, find_case
from borderlab.widgets.desk_parts import html, words
from borderlab.widgets.desk_sheet import sheet
from borderlab.widgets.desk_texts import browser_texts, task_texts
from borderlab.widgets.desk_viewer import permit_viewer
from borderlab.widgets.tasks.permits import View

SETTINGS = {"count": 4, "easy": 1, "medium": 1, "hard": 0, "benign": 1}


def said(made, source, query=""):
    return words(look(made, source, query)["parts"])


def test_a_sheet_is_small_and_every_box_has_a_name_and_a_place():
    drawn = sheet(case(("DF05",), 3).permit, prefix="a", zipped=True)
    assert len(json.dumps(drawn)) < 60_000
    assert len(drawn["pages"]) == 2
    text = gzip.decompress(base64.b64decode(drawn["pages"][0]["zip"])).decode()
    assert text == sheet(case(("DF05",), 3).permit, prefix="a")["pages"][0]["svg"]
    keys = [box["key"] for box in drawn["boxes"]]
    assert keys[0] == "header"
    assert keys[-1] == "page"
    assert "annex-end.2" in keys
    assert all(box["name"] for box in drawn["boxes"])


def test_two_sheets_on_one_page_share_no_id():
    permit = case((), 1).permit
    ids = [
        set(re.findall(r'\bid="([^"]+)"', sheet(permit, prefix=prefix)["pages"][0]["svg"]))
        for prefix in ("one", "two")
    ]
    assert ids[0]
    assert not ids[0] & ids[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_source_answers_every_query_it_offers(language):
    with in_language(language):
        for ids in ((), ("DF20",), ("DF51",), ("BN21",), ("DF28",), ("DF57",)):
            made = case(ids, 2)
            for source in menu(made):
                assert source["name"]
                for choice in source["choices"] or [{"query": "<b>x</b>"}]:
                    found = look(made, source["id"], choice["query"])
                    assert found["parts"], (ids, source["id"])
                    assert words(found["parts"])
                    assert "<b>" not in html(found["parts"])


def test_a_source_that_does_not_exist_or_a_strange_query_gives_no_error():
    made = case((), 2)
    assert look(made, "verify", "x")["parts"] == []
    assert look(made, None, None)["source"] == ""
    for source in SOURCES:
        assert look(made, source, ["x"] * 99)["parts"]
        assert look(made, source, "\0" * 500)["asked"] == "\0" * 80


def test_sources_never_run_the_rules(monkeypatch):
    made = case(("DF38",), 2)
    for module, name in ((engine, "verify"), (engine, "verify_one"), (single, "verify_one")):
        monkeypatch.setattr(module, name, lambda *_args, **_more: pytest.fail("the rules were run"))
    for source in SOURCES:
        look(made, source, "")


EVIDENCE = [
    ("DF11", "authority", "", "in office"),
    ("DF12", "notices", "numbers", lambda made: made.permit.number[5:10]),
    ("DF13", "records", "", lambda made: made.permit.number),
    ("DF07", "records", "{stamp}", lambda made: made.permit.form.stamp_affixed_no),
    ("DF10", "authority", "", "issues none"),
    ("DF34", "species", "", lambda made: made.permit.lines[0].found_taxon),
    ("DF35", "goods", "goods", lambda made: made.permit.lines[0].found_taxon),
    ("DF28", "species", "", "First listed in any Appendix"),
    ("DF25", "species", "", "not known in trade"),
    ("DF41", "notices", "trade", lambda made: made.permit.lines[0].taxon),
    ("DF58", "system", "", "Electronic record"),
    ("DF57", "goods", "import", lambda made: made.permit.import_paper.import_taxon),
    ("DF48", "goods", "invoice", "Quantity invoiced"),
    ("DF23", "register", "", "The register has nothing"),
    ("BN02", "system", "", "the airline closed the hold"),
    ("BN21", "system", "", "signs for us"),
    ("BN14", "goods", "invoice", lambda made: made.permit.transport_doc),
    ("DF60", "goods", "invoice", "Corvane Animal Shows"),
]


@pytest.mark.parametrize(("defect", "source", "query", "evidence"), EVIDENCE)
def test_the_sources_hold_what_tells_a_defect_from_a_look_alike(defect, source, query, evidence):
    with in_language("en"):
        made = case((defect,), 2)
        asked = query.format(stamp=made.permit.form.stamp_affixed_no)
        expected = evidence if isinstance(evidence, str) else evidence(made)
        assert expected in said(made, source, asked)


def test_the_published_quota_stands_beside_an_inflated_one():
    with in_language("en"):
        made = case(("DF39",), 2)
        total = made.permit.lines[0].quota_total
        assert f" {int(total)} " not in said(made, "quota").replace(",", "")
        assert str(int(total / 2)) in said(made, "quota").replace(",", "")


def test_ordinary_permits_have_earlier_documents_too():
    with in_language("en"):
        for seed in range(4):
            made = case((), seed)
            assert made.permit.exporter_name in said(made, "records", made.permit.exporter_name)
            assert "Nothing in our records" in said(made, "records")


def test_look_ups_are_kept_once_in_the_order_of_asking():
    viewer = permit_viewer("clean", seed=3)
    name = viewer.permit.lines[0].taxon
    viewer.look("species", name)
    viewer.look("quota")
    viewer.look("species", name)
    assert [(one["source"], one["asked"]) for one in viewer.lookups] == [
        ("species", name),
        ("quota", name),
    ]
    viewer.look("nowhere")
    assert len(viewer.lookups) == 2


def test_the_browser_gets_a_sheet_and_answers_by_message():
    viewer, sent = permit_viewer("expired"), []
    viewer.send = sent.append
    viewer._heard(viewer, {"type": "task", "request": "r1", "what": "sheet", "permit": "p"}, None)
    viewer._heard(
        viewer,
        {"type": "task", "request": "r2", "what": "look", "permit": "p", "source": "codes"},
        None,
    )
    for content in ("x", {"type": "other"}, {"type": "task", "permit": "q", "what": "sheet"}):
        viewer._heard(viewer, content, None)
    assert [one["request"] for one in sent] == ["r1", "r2", ""]
    assert sent[0]["sheet"]["pages"][0]["svg"].startswith("<svg")
    assert sent[1]["trail"] == viewer.lookups
    assert set(sent[2]) == {"type", "request"}


def test_a_box_can_be_chosen_in_code_and_a_wrong_one_says_so():
    viewer = permit_viewer("clean", box="13")
    assert viewer.box == "13"
    with pytest.raises(TraitError, match="no box 99"):
        viewer.box = "99"
    assert viewer.box == "13"


def test_marks_and_action_can_be_set_in_code_and_are_judged():
    desk = mark_defects("altered_quantity", seed=4)
    assert desk.credit == 0
    desk.marks = {"11.A": "altered"}
    desk.action = "refuse"
    assert desk.reveal == {}
    desk.revealed = True
    assert desk.credit == 1
    assert desk.reveal["boxes"] == {"11.A": "right"}
    assert desk.reveal["notes"][0]["basis"]
    desk.marks = {"2": "dates"}
    assert desk.reveal["boxes"] == {"2": "false", "11.A": "missed"}
    for wrong in ({"99": "dates"}, {"2": "nonsense"}):
        with pytest.raises(TraitError):
            desk.marks = wrong
    with pytest.raises(TraitError):
        desk.action = "burn"
    assert desk.answer == {"marks": {"2": "dates"}, "action": "refuse"}


def test_nothing_of_the_truth_reaches_the_browser_before_the_reveal():
    desk = MarkDefects(find_case("altered_quantity", (), 4, ()))
    state = json.dumps({name: getattr(desk, name) for name in ("spec", "strings", "reveal")})
    sent = json.dumps(desk._desk.heard({"what": "sheet", "permit": "p"}))
    for text in ("DF04", "R019", "Alteration not authenticated"):
        assert text not in state + sent


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_browser_there_is_picture_and_text(language):
    with in_language(language):
        desk = mark_defects("expired")
        assert desk.permit.number in desk.summary
        page = desk.static_html()
        desk.revealed = True
        assert page.count("<svg") == 1
        assert desk.static_html().startswith(page)
        assert len(desk.static_html()) > len(page)


def test_every_named_case_can_be_drawn():
    for name in NAMED:
        assert find_case(name, (), 1, ()).permit.number is not None
    made = find_case("expired", ["DF06"], 2, ["paper_tone"])
    assert made.defects == ("DF01", "DF06")
    assert find_case("", (), 2, ["lawful_last_day", "BN08"]).harmless
    with pytest.raises(ValueError, match="case is one of"):
        find_case("nothing", (), 1, ())
    with pytest.raises(ValueError, match="looks_alike is one of"):
        find_case("", (), 1, ["nothing"])


def test_the_graded_desk_shows_no_truth_and_answers_one_permit_at_a_time():
    view = View(SETTINGS, 11, reveal=False)
    names = [one["id"] for one in view.spec()["permits"]]
    assert names == ["p01", "p02", "p03", "p04"]
    for name in names:
        packed = view.heard({"what": "sheet", "permit": name, "zip": True})
        assert len(json.dumps(packed)) < 80_000
    replies = [view.heard({"what": "sheet", "permit": name}) for name in names]
    truth = {found.rule.name for made in casework_permits.draw(SETTINGS, 11)
             for found in made.findings}  # fmt: skip
    everything = json.dumps([view.spec(), view.strings(), *replies])
    assert not [name for name in truth if name in everything]
    assert not re.search(r"DF\d\d|BN\d\d", everything)
    assert view.heard({"what": "reveal", "permit": "p01", "value": None}) is None
    assert view.heard({"what": "sheet", "permit": ["p01"]}) is None


def test_in_a_lesson_the_graded_desk_reveals():
    view = View(SETTINGS, 11, reveal=True)
    reply = view.heard({"what": "reveal", "permit": "p02", "value": {"action": "refuse"}})
    assert reply["reveal"]["score"]
    assert view.heard({"what": "reveal", "permit": "p77"}) is None


def test_the_graded_desk_says_in_words_how_far_the_work_is():
    with in_language("en"):
        view = View(SETTINGS, 11, reveal=False)
        value = {"p02": {"marks": {"2": "dates"}, "action": "refuse"}, "p03": 5}
        assert "Decided: 1 of 4" in view.summary(value)
        assert "Box 2: The dates do not fit" in view.summary(value)
        assert "Decided: 0 of 4" in view.summary("nonsense")
        assert view.static_html(value).count("<details>") == 4


def test_a_look_up_of_one_permit_is_not_shown_with_another():
    desk = Desk({"p01": case((), 1), "p02": case((), 2)}, "x")
    desk.look("p01", "codes", "sources")
    assert desk.heard({"what": "sheet", "permit": "p02"})["trail"] == []
    assert len(desk.heard({"what": "sheet", "permit": "p01"})["trail"]) == 1


def test_the_browser_files_join_and_every_text_they_use_is_given():
    known = {*browser_texts(), *task_texts(), "name", "how", "colon"}
    for entry in ("desk_viewer.js", "desk_task.js"):
        script = assets.esm(entry)
        assert "export default" in script
    for name in ("sheet", "sources", "marks", "reveal", "frame", "viewer", "task"):
        text = (assets.FOLDER / f"desk_{name}.js").read_text(encoding="utf-8")
        assert set(re.findall(r"strings\.(\w+)", text)) <= known
    assert desk_lookups.SOURCES
