"""Work that is all right in itself, and how it comes: names, doubles, lateness, platforms."""

from __future__ import annotations

import unicodedata

from grading import people
from grading.tiny_course import MODULE
from grading.zoo.scene import AFTER, BEFORE, GOOD, Scene, kind, seed_of

REAL_NAME = "José Núñez d’Œuvre"


@kind("a good submission", "graded", gives_feedback=True)
def good(scene: Scene) -> None:
    scene.folder()


@kind("an exercise with no answer at all", "graded", 0.0)
def no_answers_given(scene: Scene) -> None:
    scene.folder({})


@kind("the exercise number of somebody else (a copied file)", "graded: same-seed")
def copied_file(scene: Scene) -> None:
    scene.folder()
    scene.raw(people.saved(GOOD, MODULE, seed=seed_of(BEFORE)), "answers.json")


@kind("a folder called as another one, in capitals", "graded")
def other_case(scene: Scene) -> None:
    scene.folder().parent.rename(scene.inbox / AFTER.upper())


@kind("handed in two days late", "graded: late")
def late(scene: Scene) -> None:
    (scene.folder() / "timestamp.txt").write_text("2024-01-12 12:00:00.0 UTC\n")


@kind("handed in in the year 2100", "graded: late clock-ahead")
def future(scene: Scene) -> None:
    (scene.folder() / "timestamp.txt").write_text("2100-01-01 00:00:00.0 UTC\n")


@kind("a real name with accents as folder", "graded")
def real_name(scene: Scene) -> None:
    scene.folder().parent.rename(scene.inbox / unicodedata.normalize("NFD", REAL_NAME))


@kind(
    "Moodle's download with a real name, the file renamed",
    "graded after repair: renamed-notebook",
    stock="zip",
)
def moodle_download(scene: Scene) -> None:
    files = {name.split("/")[1]: data for name, data in scene.files.items()}
    files[f"Travail de {REAL_NAME} (v2).ipynb"] = files.pop(f"{MODULE}.ipynb")
    folder = f"{REAL_NAME}_9{scene.seat[1:]}_assignsubmission_file"
    scene.zip(people.zipped({f"{folder}/{name}": data for name, data in files.items()}))


@kind("an nbgrader exchange, handed in twice", "graded", stock="none")
def exchange_folder(scene: Scene) -> None:
    for minute, found in (("00", {"q1": "a"}), ("30", None)):
        place = scene.folder(found)
        name = f"María+{MODULE}+2024-01-10 12:{minute}:00.123456 UTC+Zm9vYmFy"
        place.rename(scene.inbox / name)
        place.parent.rmdir()


@kind("warnings on the error stream", "graded: cells-added")
def warnings(scene: Scene) -> None:
    scene.running("import warnings\nwarnings.warn('old')")
