"""Module m03 to its end: sampling plan, policy lab, the policy paper as a file, and the points."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from borderlab.i18n import LANGUAGES, in_language
from borderlab.widgets import policylab_paper_texts, policylab_texts
from browser.course_steps import Officer
from browser.handing_in import grade
from browser.server import Server

ADMINISTRATION = "Müller & Ñandú, Œuvre à l’été"


@pytest.fixture
def officer(lab: Server, page: Page, language: str) -> Officer:
    return Officer(lab, page, "m03_inspection", language)


def slider(officer: Officer, node: Locator, name: str) -> Locator:
    """A slider of the policy lab."""
    with in_language(officer.language):
        found = next(one for one in policylab_texts.sliders() if one["id"] == name)
    return node.get_by_role("slider", name=found["label"])


def downloads(officer: Officer, paper: Locator, button: str, folder: Path) -> Path:
    """The file that a button gives, the same as the one beside the notebook."""
    with officer.page.expect_download() as download:
        officer.presses(paper.get_by_role("button", name=officer.say(button)))
    saved = folder / download.value.suggested_filename
    download.value.save_as(saved)
    notebook = officer.lab.workspace / "modules" / officer.language / officer.module
    assert saved.read_bytes() == (notebook / saved.name).read_bytes()
    assert saved.stem == f"inspection_policy_{officer.language}"
    return saved


def plain(text: str) -> str:
    """With one simple space wherever space is."""
    return " ".join(text.split())


def words_of_pdf(path: Path) -> str:
    """The text as somebody selects it; where no reader is installed, as the kit has written it."""
    if shutil.which("pdftotext"):
        read = ["pdftotext", "-layout", str(path), "-"]
        return subprocess.run(read, capture_output=True, check=True, encoding="utf-8").stdout
    data = path.read_bytes()
    shown = re.findall(rb"\(((?:\\.|[^()\\])*)\) Tj", data)
    return "\n".join(re.sub(rb"\\(.)", rb"\1", piece).decode("cp1252") for piece in shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_policy_becomes_a_page(officer: Officer, tmp_path: Path) -> None:
    """Move a slider, save the policy, take it into the paper, and take the paper home."""
    officer.opens_lesson()
    lab = officer.widget("Design an inspection policy")
    random_share = slider(officer, lab, "random_share")
    results = lab.locator("[data-row]")
    before = results.all_inner_texts()
    officer.moves(random_share, times=4)
    chosen = officer.percent(int(random_share.input_value()) / 100)
    expect(random_share).to_have_attribute("aria-valuetext", chosen)
    assert results.all_inner_texts() != before
    lab.get_by_label(officer.say("Name of this policy")).fill("Été")
    officer.keys.press("Enter")
    saved = lab.get_by_role("rowheader", name="Été")
    expect(saved).to_be_visible()

    paper = officer.widget("Policy paper")
    officer.presses(
        paper.get_by_role("button", name=officer.say("Take the settings of the lab again"))
    )
    preview = paper.get_by_role("article", name=officer.say("Preview of the page"))
    expect(preview).to_contain_text(chosen)
    with in_language(officer.language):
        label = policylab_paper_texts.labels()["administration"]
    paper.get_by_label(label).fill(ADMINISTRATION)
    expect(preview.get_by_role("heading", level=1)).to_contain_text(ADMINISTRATION)

    sheet = downloads(officer, paper, "Download as PDF", tmp_path)
    page = downloads(officer, paper, "Download as a web page", tmp_path)
    said = plain(words_of_pdf(sheet))
    html = page.read_text(encoding="utf-8")
    assert sheet.read_bytes().count(b"/Type /Page ") == 1
    assert f"/Lang ({officer.language})".encode() in sheet.read_bytes()
    for text in preview.get_by_role("heading", level=2).all_inner_texts():
        assert plain(text) in said
        assert text in html
    for word in ("Müller", "Ñandú", "Œuvre", chosen):
        assert plain(word) in said
        assert word in html
    officer.finds_no_trouble()


@pytest.mark.parametrize("language", LANGUAGES)
def test_plan_and_policy_earn_their_points(officer: Officer, run: Path, tmp_path: Path) -> None:
    """Fill in the sampling plan, set a policy, hand in."""
    officer.opens_exercise()
    officer.fills_form("q1")
    officer.answers("q2")
    policy = officer.question("q5")
    officer.moves(slider(officer, policy, "random_share"), times=3)
    officer.moves(slider(officer, policy, "staff"), times=1)
    officer.sees_saved("q5")
    officer.finds_no_trouble()

    bundle = officer.hands_in(tmp_path)
    scores = grade(run, bundle, officer.module)
    for qid in ("q1", "q2"):
        got, most = scores[qid]
        assert got == most, qid
    officer.gets(scores, "q5")
    assert scores["q5"][0] > 0
