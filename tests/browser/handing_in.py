"""From the home page's button to the gradebook: the file handed in, and a trainer who grades it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from browser.server import ROOT
from browser.spoken import say


def press(button: Locator) -> None:
    """With the keyboard."""
    button.focus()
    button.press("Enter")


def hand_in(
    page: Page, language: str, folder: Path, how: Callable[[Locator], None] = press
) -> Path:
    """Press the buttons, look where the file is, and download it too."""
    how(page.get_by_role("button", name=say(language, "Hand in"), exact=True))
    ready = say(language, "Your file is ready: {name}").partition("{")[0].strip()
    done = page.get_by_text(ready)
    sure = page.get_by_role("button", name=say(language, "Hand in now"))
    expect(done.or_(sure)).to_be_visible()
    if sure.is_visible():
        how(sure)
    expect(done).to_be_visible()
    shown = page.locator("code").filter(has_text="handin_").inner_text()
    with page.expect_download() as download:
        how(page.get_by_role("button", name=say(language, "Download the file")))
    saved = folder / download.value.suggested_filename
    download.value.save_as(saved)
    assert saved.read_bytes() == Path(shown).read_bytes()
    return saved


def coursekit(*command: str | Path) -> None:
    """A command of the trainer."""
    kit = [sys.executable, "-m", "coursekit", *map(str, command)]
    done = subprocess.run(kit, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def new_run(runs: Path) -> Path:
    """A trainer's run of the whole course; gives its folder."""
    coursekit("run", "new", "trial", "--course", ROOT, "--runs", runs)
    return runs / "trial"


def grade(run: Path, bundle: Path, module: str) -> dict[str, tuple[float, float]]:
    """Grade a bundle as a trainer does; by question, points of the machine and most points."""
    from nbgrader.api import Gradebook

    coursekit("grade", run.name, bundle, "--runs", run.parent)
    seat = re.fullmatch(r"handin_([^_]+)_.*", bundle.stem)
    assert seat, bundle.name
    with Gradebook(f"sqlite:///{run / 'gradebook.db'}") as gradebook:
        submission = gradebook.find_submission(module, seat[1])
        grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
        return {
            grade.name: (grade.auto_score, grade.max_score)
            for grade in grades
            if grade.auto_score is not None
        }
