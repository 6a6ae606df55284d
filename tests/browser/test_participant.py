"""A participant's first hour, from the home page to the grade."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

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


def hand_in(page: Page, folder: Path) -> Path:
    """Press the button, look where the file is, and download it too."""
    page.get_by_role("button", name="Remettre mon travail").click()
    done = page.get_by_text("Votre fichier est prêt")
    sure = page.get_by_role("button", name="Remettre maintenant")
    expect(done.or_(sure)).to_be_visible()
    if sure.is_visible():
        sure.click()
    expect(done).to_be_visible()
    shown = page.locator("code").filter(has_text="handin_").inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger le fichier").click()
    saved = folder / download.value.suggested_filename
    download.value.save_as(saved)
    assert saved.read_bytes() == Path(shown).read_bytes()
    return saved


def grade(bundle: Path, runs: Path) -> Path:
    """Grade a bundle as a trainer does; gives the run's folder."""
    kit = [sys.executable, "-m", "coursekit"]
    for command in (
        ["run", "new", "essai", "--course", str(ROOT), "--runs", str(runs)],
        ["grade", "essai", str(bundle), "--runs", str(runs)],
    ):
        done = subprocess.run([*kit, *command], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    return runs / "essai"


def score_in_gradebook(run: Path) -> tuple[float, float]:
    """Automatic points of the only submission, and how many there are."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{run / 'gradebook.db'}") as gradebook:
        (submission,) = gradebook.assignment_submissions(MODULE)
        grades = [g for notebook in submission.notebooks for g in notebook.grades]
        got = sum(g.auto_score or 0 for g in grades)
        return got, sum(g.max_score for g in grades if g.auto_score is not None)


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
    bundle = hand_in(page, tmp_path)

    run = grade(bundle, tmp_path / "runs")
    got, most = score_in_gradebook(run)
    assert most > 0
    assert got == most
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
    assert hand_in(page, tmp_path).stat().st_size > 0
