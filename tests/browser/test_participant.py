"""A participant's first hour, from the home page to the grade."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.handing_in import grade, hand_in, new_run
from browser.participant import FIRST, Participant, read
from browser.server import ROOT, Server

MODULE = "m00_welcome"
KEY = ROOT / "solutions" / "fr" / f"{MODULE}.key.json"
BY_MOUSE = ("choices", "lanes")
BY_KEYBOARD = ("choice", "number", "text")


@pytest.fixture
def participant(page: Page) -> Participant:
    folder = ROOT / "exercises" / "fr" / MODULE
    return Participant(page, read(folder / "questions.json"), read(KEY))


def asked(participant: Participant) -> list[str]:
    return [q["id"] for q in participant.questions.values() if q["kind"] != "code"]


def answer_all(participant: Participant) -> None:
    for qid in asked(participant):
        if participant.questions[qid]["kind"] in BY_MOUSE:
            participant.answer_with_mouse(qid)
        else:
            participant.answer_with_keyboard(qid)


def answer_in_code(page: Page, participant: Participant) -> None:
    """Type the answer into the code cell and press its button."""
    for question in participant.questions.values():
        if question["kind"] != "code":
            continue
        cell = page.get_by_role("textbox").filter(has_text=f'kit.answer("{question["id"]}"').last
        cell.scroll_into_view_if_needed()
        cell.click()
        page.keyboard.press("Control+A")
        value = participant.key[question["id"]]["key"]["answer"]
        page.keyboard.type(f'kit.answer("{question["id"]}", {value})')
        page.get_by_role("button", name="Exécuter ce code").click()
        participant.sees_saved(question["id"])


def restart_kernel(page: Page) -> None:
    page.get_by_role("menuitem", name=re.compile("^(Kernel|Noyau)$")).click()
    page.get_by_role("menuitem", name=re.compile("^(Restart Kernel|Redémarrer le noyau)…")).click()
    buttons = page.get_by_role("dialog").get_by_role("button")
    buttons.filter(has_text=re.compile("Restart|Redémarrer")).click()


def test_answers_survive_and_are_graded(
    lab: Server, page: Page, participant: Participant, tmp_path: Path
) -> None:
    """Open in French, answer, reload, restart, hand in, get the grade and French feedback."""
    page.goto(lab.address)
    course = read(lab.workspace / "modules" / "fr" / "course.json")
    title = next(entry["title"] for entry in course["modules"] if entry["id"] == MODULE)
    page.get_by_role("link", name=f"Ouvrir l\u2019exercice\u00a0: {title}").click(timeout=FIRST)
    expect(participant.question(asked(participant)[0])).to_be_visible(timeout=FIRST)
    answer_all(participant)
    answer_in_code(page, participant)

    page.reload()
    for qid in asked(participant):
        participant.sees_answer(qid)

    restart_kernel(page)
    participant.is_ready()
    for qid in asked(participant):
        participant.sees_answer(qid)

    page.get_by_role("button", name="Accueil").click()
    expect(page.get_by_role("link", name=re.compile("Poursuivre l.exercice"))).to_be_visible()
    bundle = hand_in(page, "fr", tmp_path)

    run = new_run(tmp_path / "runs")
    scores = grade(run, bundle, MODULE)
    assert scores
    assert all(got == most for got, most in scores.values())
    (feedback,) = (run / "feedback").rglob("*.html")
    text = feedback.read_text(encoding="utf-8")
    assert 'lang="fr"' in text
    assert "Votre réponse" in text or "points" in text


def test_page_is_an_application_until_code_is_asked_for(lab: Server, page: Page) -> None:
    """No code is seen; one button shows it, and hides it again, by keyboard."""
    page.goto(lab.page(f"modules/fr/{MODULE}/lesson.ipynb"))
    expect(page.get_by_role("group").first).to_be_visible(timeout=FIRST)
    code = page.get_by_text("import borderlab as kit")
    expect(code).to_be_hidden()
    page.get_by_role("button", name="Afficher le code").focus()
    page.keyboard.press("Enter")
    expect(code).to_be_visible()
    page.get_by_role("button", name="Masquer le code").focus()
    page.keyboard.press("Space")
    expect(code).to_be_hidden()


def test_everything_works_without_the_extension(
    plain_lab: Server, page: Page, participant: Participant, tmp_path: Path
) -> None:
    """In a plain JupyterLab: Run All, answer, reload, Run All, hand in."""
    run_all = re.compile("^(Run All Cells|Exécuter toutes les cellules)$")

    def press_run_all() -> None:
        expect(page.get_by_text(re.compile(r"\| (Idle|Inactif)"))).to_be_visible(timeout=FIRST)
        page.get_by_role("menuitem", name=re.compile("^(Run|Exécution|Ejecutar)$")).click()
        page.get_by_role("menuitem", name=run_all).click()

    page.goto(plain_lab.page(f"exercises/fr/{MODULE}/{MODULE}.ipynb"))
    press_run_all()
    qid = next(q["id"] for q in participant.questions.values() if q["kind"] == "number")
    expect(participant.question(qid)).to_be_visible(timeout=FIRST)
    participant.answer_with_keyboard(qid)
    page.reload()
    press_run_all()
    participant.sees_answer(qid)

    page.goto(plain_lab.page("modules/fr/home.ipynb"))
    press_run_all()
    expect(page.get_by_role("link", name=re.compile("Poursuivre l.exercice"))).to_be_visible()
    assert hand_in(page, "fr", tmp_path).stat().st_size > 0
