"""Notebooks and answers that are JSON, but of an odd shape or size."""

from __future__ import annotations

import json
from typing import Any

from grading.tiny_course import MODULE
from grading.zoo.answers import forged, saved
from grading.zoo.scene import Notebook, Scene, kind


def scratch(count: int) -> list[dict[str, Any]]:
    """Cells of the participant's own."""
    cell = {"cell_type": "code", "metadata": {}, "source": "", "outputs": []}
    return [{**cell, "id": f"x{n}", "execution_count": None} for n in range(count)]


@kind("three thousand empty cells before the answers", "graded: cells-added")
def many_cells(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        notebook["cells"][:0] = scratch(3_000)

    scene.edited(change)


@kind("sixty thousand empty cells before the answers", "graded after repair: cells-cut")
def far_too_many_cells(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        notebook["cells"][:0] = scratch(60_000)

    scene.edited(change)


@kind("an output of a million pieces", "graded")
def many_outputs(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        notebook["cells"][0]["outputs"] = [{}] * 1_000_000

    scene.edited(change)


@kind("cell ids that are numbers and lists", "graded")
def odd_ids(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        for number, cell in enumerate(notebook["cells"]):
            cell["id"] = [number] if number % 2 else number

    scene.edited(change)


@kind("lists in place of all cell data", "graded after repair: metadata-lost")
def listed_metadata(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        notebook["metadata"] = [1]
        for cell in notebook["cells"]:
            cell["metadata"] = [["nbgrader", 1]]

    scene.edited(change)


@kind("NaN and infinity in the notebook's data", "graded")
def nan_in_notebook(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        notebook["metadata"]["odd"] = [float("nan"), float("inf")]

    scene.edited(change)


@kind("the list of cells twice in the notebook", "graded after repair: foreign-notebook")
def cells_twice(scene: Scene) -> None:
    path = scene.folder() / f"{MODULE}.ipynb"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.rindex("}")] + ', "cells": []}', encoding="utf-8")


@kind("a number of five thousand digits in the notebook", "graded after repair: notebook-unread")
def huge_number(scene: Scene) -> None:
    path = scene.folder() / f"{MODULE}.ipynb"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.rindex("}")] + f', "n": {"9" * 5000}}}', encoding="utf-8")


@kind("half a character in an answer cell", "graded: two-texts")
def half_a_character(scene: Scene) -> None:
    place = scene.folder()
    path = place / f"{MODULE}.ipynb"
    text = path.read_text(encoding="utf-8")
    assert "Few of many" in text
    path.write_text(text.replace("Few of many", "Few \\ud800of \\u0000many\\u202e", 1))


@kind("an answer of five thousand digits", "refused: bad-answers", None)
def huge_answer(scene: Scene) -> None:
    forged(scene, b'"value": 10', b'"value": ' + b"9" * 5000)


@kind("an exercise number that is a text", "graded")
def seed_as_text(scene: Scene) -> None:
    found = json.loads(saved(scene))
    found["seed"] = str(found["seed"])
    scene.raw(json.dumps(found).encode(), "answers.json")


@kind("answers in the format of a later version", "refused: newer-answers", None)
def later_format(scene: Scene) -> None:
    forged(scene, b'"schema": 1', b'"schema": 2')
