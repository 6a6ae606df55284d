"""The policy paper: one page in three languages, with gaps, law with its source, and numbers."""

from __future__ import annotations

import re

import pytest

import borderlab as kit
from borderlab.i18n import in_language
from borderlab.reference import provision
from borderlab.tasks.policylab_model import Design
from borderlab.widgets import policylab_paper_pdf as pdf
from borderlab.widgets.policylab_paper_model import gap, pieces, words

CODES = ("en", "fr", "es")
HOSTILE = '<script>alert(1)</script>(\\"&'


@pytest.fixture
def paper():
    return kit.policy_paper()


def text_of(data: bytes) -> str:
    """The text of our own PDF, line by line, as a reader would select it."""
    shown = re.findall(rb"\(((?:\\.|[^()\\])*)\) Tj", data)
    return "\n".join(re.sub(rb"\\(.)", rb"\1", s).decode("cp1252") for s in shown)


def test_settings_of_the_lab_stand_in_the_paper():
    lab = kit.policy_lab(rate=0.25, random_share=0.4, scan_share=0.5, staff=1, expiry=4)
    paper = kit.policy_paper(lab)
    said = paper.static_html()
    for word in ("25% of consignments", "60% of these", "40% are drawn", "1 officer examines"):
        assert word in said
    assert "after 4 months" in said
    lab.policy.expiry = None
    paper._handle_custom_msg({"type": "paper", "do": "refresh"}, [])
    assert "No expiry is set" in paper.static_html()
    lab.random_share = 0.0
    paper._handle_custom_msg({"type": "paper", "do": "refresh"}, [])
    assert "Nothing is drawn at random" in paper.static_html()


@pytest.mark.parametrize("code", CODES)
def test_one_page_in_every_language_with_the_same_sections(code):
    paper = kit.policy_paper(paper_language=code)
    paper.fill(**dict.fromkeys(paper.fields, "Ñandú Œuvre àéîõü 12 " * 7))
    made = paper._bytes("pdf")
    assert made.startswith(b"%PDF-")
    assert made.count(b"/Type /Page ") == 1
    assert f"/Lang ({code})".encode() in made
    content = paper.content
    said = text_of(made)
    for section in content.sections:
        assert section.title in said
    assert "Ñandú Œuvre àéîõü" in said
    assert "?" not in said
    assert len(content.sections) == 10
    assert len(content.rows) == 9


@pytest.mark.parametrize("code", CODES)
def test_law_comes_from_the_reference_and_carries_its_mark(code):
    said = kit.policy_paper(paper_language=code).static_html()
    for key in ("RC-11.3-12A", "ART-VIII-3", "TFA-7.4", "RKC-6", "RC-11.3-2"):
        fact = provision(key)
        assert not fact.to_confirm
        assert fact.statement(code) in said.replace("&#x27;", "'")
    # Care of live animals rests on a passage that nobody read: it is marked.
    assert provision("ART-VIII-3-PORTS").to_confirm
    mark = {"en": "to be confirmed", "fr": "à confirmer", "es": "por confirmar"}[code]
    assert said.count(mark) == 1


def test_gaps_are_marked_until_they_are_filled(paper):
    assert "[name of the administration]" in paper.static_html()
    paper.fill(administration="Port  Samar ")
    assert "[name of the administration]" not in paper.static_html()
    assert '<span class="filled">Port Samar</span>' in paper.static_html()
    paper._handle_custom_msg(
        {"type": "paper", "do": "fields", "fields": {"law": "Act 1", "x": "y", "posts": 3}}, []
    )
    assert paper.fields["law"] == "Act 1"
    assert paper.fields["posts"] == "3"
    assert "x" not in paper.fields
    with pytest.raises(ValueError, match="no field nonsense"):
        paper.fill(nonsense="x")


def test_hostile_words_stay_words(paper, tmp_path):
    paper.fill(administration=HOSTILE)
    page, sheet = paper.save(tmp_path)
    assert "<script>" not in page.read_text(encoding="utf-8")
    assert "alert(1)" in text_of(sheet.read_bytes())
    assert paper.paper["title"][1]["text"] == HOSTILE


def test_files_are_written_whole_beside_the_notebook(paper, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    sent = []
    monkeypatch.setattr(
        paper, "send", lambda content, buffers=None: sent.append((content, buffers))
    )
    for kind in ("pdf", "html", "exe"):
        paper._handle_custom_msg({"type": "paper", "do": "export", "kind": kind}, [])
    names = ["inspection_policy_en.html", "inspection_policy_en.pdf"]
    assert sorted(p.name for p in tmp_path.iterdir()) == names
    assert [content["name"] for content, _ in sent] == names[::-1]
    assert (tmp_path / names[1]).read_bytes() == sent[0][1][0]
    assert paper.said["state"] == "done"


def test_a_download_holds_the_words_typed_just_before(paper, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(paper, "send", lambda *_args, **_more: None)
    fields = {"administration": "Customs of Belmark", "no such field": "x"}
    message = {"type": "paper", "do": "export", "kind": "html", "fields": fields}
    paper._handle_custom_msg(message, [])
    page = (tmp_path / "inspection_policy_en.html").read_text(encoding="utf-8")
    assert "Customs of Belmark" in page
    assert paper.fields["administration"] == "Customs of Belmark"


def test_a_folder_that_takes_no_file_still_gives_the_download(paper, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inspection_policy_en.pdf").mkdir()
    sent = []
    monkeypatch.setattr(paper, "send", lambda content, **_: sent.append(content))
    paper._handle_custom_msg({"type": "paper", "do": "export", "kind": "pdf"}, [])
    assert len(sent) == 1
    assert "could not be saved" in paper.said["text"]


def test_the_page_changes_its_language(paper):
    paper._handle_custom_msg({"type": "paper", "do": "language", "code": "fr"}, [])
    assert paper.paper["language"] == "fr"
    assert "Politique nationale" in paper.paper["title"][0]["text"]
    paper._handle_custom_msg({"type": "paper", "do": "language", "code": "xx"}, [])
    assert paper.paper_language == "fr"
    with pytest.raises(ValueError, match="paper_language"):
        kit.policy_paper(paper_language="xx")


def test_the_same_page_is_the_same_file(paper):
    assert paper._bytes("pdf") == kit.policy_paper()._bytes("pdf")


def test_too_much_text_is_told(paper, monkeypatch):
    monkeypatch.setattr(pdf, "_SMALLEST", 3.3)
    paper.fill(**dict.fromkeys(paper.fields, "long words " * 12))
    paper._handle_custom_msg({"type": "paper", "do": "export", "kind": "pdf"}, [])
    assert "does not fit" in paper.said["text"]


def test_without_a_browser_the_whole_page_is_shown(monkeypatch):
    monkeypatch.setenv("BORDERLAB_HEADLESS", "1")
    with in_language("es"):
        shown = kit.policy_paper(None)
    assert "Política nacional" in shown.html
    assert "10. Indicadores" in shown.text


def test_a_text_is_cut_at_its_gaps():
    made = pieces(f"a {gap('one')} b {gap('two')}.", {"one": "X"}, {"one": "x", "two": "y"})
    assert words(made) == "a X b [y]."
    assert [p.field for p in made if p.field] == ["one", "two"]
    assert [p.filled for p in made if p.field] == [True, False]


def test_numbers_of_the_table_come_from_many_years():
    paper = kit.policy_paper(kit.policy_lab(rate=0.2, random_share=0.2))
    rows = paper.content.rows
    assert paper._design == Design(0.2, 0.2, 0.0, 2, 12)
    assert rows[0][1] == f"{paper._targets.found.mean:,.0f}"
    assert " to " in rows[0][2]
