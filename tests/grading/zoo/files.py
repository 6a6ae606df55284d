"""Files that are damaged, enormous, missing, renamed or no files at all."""

from __future__ import annotations

import json
import os

from grading import people
from grading.tiny_course import MODULE
from grading.zoo.scene import BEFORE, GOOD, Scene, kind, seed_of


def notebook(scene: Scene) -> bytes:
    """The content of a good notebook."""
    path = scene.folder() / f"{MODULE}.ipynb"
    return path.read_bytes()


@kind("the notebook is no JSON", "graded after repair: notebook-unread")
def invalid_json(scene: Scene) -> None:
    scene.raw(b'{"cells": [}')


@kind("the notebook is an empty file", "graded after repair: notebook-unread")
def empty_file(scene: Scene) -> None:
    scene.raw(b"")


@kind("the notebook ends in the middle", "graded after repair: notebook-unread")
def truncated(scene: Scene) -> None:
    scene.raw(notebook(scene)[:-200])


@kind("the notebook in Latin-1", "graded after repair: notebook-unread")
def latin_1(scene: Scene) -> None:
    people.fill(scene.folder() / f"{MODULE}.ipynb", "q3", "Contrôle à l’arrivée")
    data = (scene.inbox / scene.seat / MODULE / f"{MODULE}.ipynb").read_text(encoding="utf-8")
    scene.raw(data.encode("cp1252", "replace"))


@kind("the notebook in UTF-16", "graded after repair: notebook-unread")
def utf_16(scene: Scene) -> None:
    scene.raw(notebook(scene).decode().encode("utf-16"))


@kind("a byte order mark before the notebook", "graded")
def byte_order_mark(scene: Scene) -> None:
    scene.raw(b"\xef\xbb\xbf" + notebook(scene))


@kind("a notebook of a hundred thousand brackets", "graded after repair: notebook-unread")
def nested_notebook(scene: Scene) -> None:
    scene.raw(b"[" * 100_000)


@kind("a notebook whose parts have the wrong types", "graded after repair: foreign-notebook")
def wrong_types(scene: Scene) -> None:
    scene.raw(json.dumps({"cells": [1, None, {"metadata": 3, "source": 4}]}).encode())


@kind("an output of 200 MB in the notebook", "graded after repair: notebook-unread")
def huge_output(scene: Scene) -> None:
    found = json.loads(notebook(scene))
    found["cells"][0]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "MARK"}]
    before, after = json.dumps(found).encode().split(b"MARK")
    place = scene.raw(before)
    with (place / f"{MODULE}.ipynb").open("ab") as file:
        for _ in range(200):
            file.write(b"x" * 1_000_000)
        file.write(after)


@kind("no notebook, only the saved answers", "graded after repair: no-notebook")
def only_answers(scene: Scene) -> None:
    (scene.folder() / f"{MODULE}.ipynb").unlink()


@kind("no saved answers, only the notebook", "needs a person: no-answers", None)
def only_notebook(scene: Scene) -> None:
    (scene.folder() / "answers.json").unlink()


@kind("the notebook as it was given out, nothing else", "needs a person: untouched", None)
def untouched(scene: Scene) -> None:
    scene.folder(answers=False)


@kind("the notebook renamed", "graded after repair: renamed-notebook")
def renamed_notebook(scene: Scene) -> None:
    place = scene.folder()
    (place / f"{MODULE}.ipynb").rename(place / "Ejercicio final (corregido).ipynb")


@kind("both files renamed by a browser", "graded after repair: renamed-notebook renamed-answers")
def renamed_by_browser(scene: Scene) -> None:
    place = scene.folder()
    (place / f"{MODULE}.ipynb").rename(place / f"{MODULE}.ipynb.json")
    (place / "answers.json").rename(place / "answers (1).json")


@kind("three notebooks of the same exercise", "graded after repair: several-notebooks")
def several_notebooks(scene: Scene) -> None:
    data = notebook(scene)
    for name in ("copy", "copy 2"):
        scene.raw(data, f"{MODULE} {name}.ipynb")


@kind("a notebook of somebody else beside it", "graded")
def notebook_beside(scene: Scene) -> None:
    scene.folder()
    other = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    scene.raw(json.dumps(other).encode(), "notes.ipynb")


@kind("two files of answers of one person", "graded after repair: several-answers")
def several_answers(scene: Scene) -> None:
    scene.folder()
    early = people.saved({"q1": "b"}, MODULE, seed=seed_of(scene.seat))
    scene.raw(early, "answers (1).json")


@kind("files of answers of two people", "needs a person: mixed-folder", None)
def two_peoples_answers(scene: Scene) -> None:
    scene.folder()
    scene.raw(people.saved({"q1": "b"}, MODULE, seed=1), "answers (1).json")


@kind("the answers of another exercise", "refused: other-module", None)
def other_exercise(scene: Scene) -> None:
    scene.folder()
    scene.raw(people.saved(GOOD, "m99_other"), "answers.json")


@kind("the answers are a link to /etc/passwd", "refused: link", None)
def linked_answers(scene: Scene) -> None:
    path = scene.folder() / "answers.json"
    path.unlink()
    path.symlink_to("/etc/passwd")


@kind("the answers are a link to a neighbour's", "refused: link", None)
def linked_neighbour(scene: Scene) -> None:
    path = scene.folder() / "answers.json"
    path.unlink()
    path.symlink_to(f"../../{BEFORE}/{MODULE}/answers.json")


@kind("the notebook is a link", "graded after repair: notebook-unread")
def linked_notebook(scene: Scene) -> None:
    path = scene.folder() / f"{MODULE}.ipynb"
    path.unlink()
    path.symlink_to("/etc/passwd")


@kind("the notebook is a pipe that never ends", "graded after repair: notebook-unread")
def pipe(scene: Scene) -> None:
    path = scene.folder() / f"{MODULE}.ipynb"
    path.unlink()
    os.mkfifo(path)


@kind("a folder that links to itself", "graded after repair: file-refused")
def linked_folder(scene: Scene) -> None:
    (scene.folder() / "loop").symlink_to("..")
