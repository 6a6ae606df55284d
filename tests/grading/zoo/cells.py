"""Notebooks whose cells suffered: by accident, or on purpose."""

from __future__ import annotations

import copy
import uuid
from typing import Any

from grading import tiny_course
from grading.tiny_course import MODULE
from grading.zoo.scene import Notebook, Scene, kind

FULL_MARKS = "1e9"


def at(notebook: Notebook, name: str) -> int:
    """Where a cell stands."""
    return next(n for n, cell in enumerate(notebook["cells"]) if cell["id"] == name)


def pasted(cell: dict[str, Any]) -> dict[str, Any]:
    """A copy as JupyterLab pastes it: the same metadata, another id."""
    return {**copy.deepcopy(cell), "id": uuid.uuid5(uuid.NAMESPACE_OID, cell["id"]).hex[:8]}


@kind("an answer cell copied and pasted", "graded after repair: cells-repeated")
def duplicated_answer_cell(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        place = at(notebook, "code-q4")
        notebook["cells"].insert(place, pasted(notebook["cells"][place]))

    scene.edited(change)


@kind("a check cell copied and pasted", "graded after repair: cells-repeated")
def duplicated_check(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        place = at(notebook, "check-q1")
        notebook["cells"].insert(place, pasted(notebook["cells"][place]))

    scene.edited(change)


@kind("select all, copy, paste", "graded after repair: cells-repeated")
def whole_notebook_twice(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        notebook["cells"] += [pasted(cell) for cell in notebook["cells"]]

    scene.edited(change)


@kind("a written answer split into two cells", "graded after repair: cells-repeated repeated-cell")
def split_answer_cell(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        place = at(notebook, "text-q3")
        second = pasted(notebook["cells"][place])
        notebook["cells"][place]["source"], second["source"] = "Few of", "many."
        notebook["cells"].insert(place + 1, second)

    scene.edited(change)


@kind("two cells merged into one", "graded after repair: cells-missing cells-changed")
def merged_cells(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        place = at(notebook, "check-q1")
        second = notebook["cells"].pop(place + 1)
        notebook["cells"][place]["source"] += "\n" + second["source"]

    scene.edited(change)


@kind("all check cells deleted", "graded after repair: cells-missing")
def deleted_checks(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        notebook["cells"] = [c for c in notebook["cells"] if not c["id"].startswith("check")]

    scene.edited(change)


@kind("the answer cells deleted", "graded after repair: cells-missing")
def deleted_answer_cells(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        gone = {"text-q3", "code-q4"}
        notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] not in gone]

    scene.edited(change)


@kind("the first cell deleted", "graded after repair: cells-missing")
def deleted_setup(scene: Scene) -> None:
    scene.edited(lambda notebook: notebook["cells"].pop(0))


@kind("every cell deleted", "graded after repair: foreign-notebook")
def emptied_notebook(scene: Scene) -> None:
    scene.edited(lambda notebook: notebook["cells"].clear())


@kind("the text of every cell deleted", "graded after repair: cells-changed")
def emptied_cells(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        for cell in notebook["cells"]:
            cell["source"] = ""

    scene.edited(change)


@kind("a check turned into Markdown", "graded after repair: cells-retyped")
def retyped_check(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        cell = notebook["cells"][at(notebook, "check-q1")]
        cell["cell_type"] = "markdown"
        del cell["outputs"], cell["execution_count"]

    scene.edited(change)


@kind("a written answer turned into code", "graded after repair: cells-retyped")
def retyped_answer(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        cell = notebook["cells"][at(notebook, "text-q3")]
        cell |= {"cell_type": "code", "outputs": [], "execution_count": None}

    scene.edited(change)


@kind("all cells turned into raw text", "graded after repair: cells-retyped")
def all_raw(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        for cell in notebook["cells"]:
            cell["cell_type"] = "raw"
            cell.pop("outputs", None)
            cell.pop("execution_count", None)

    scene.edited(change)


@kind("the names of the graded cells changed", "graded after repair: metadata-lost")
def renamed_cells(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        for cell in notebook["cells"]:
            if "nbgrader" in cell["metadata"]:
                cell["metadata"]["nbgrader"]["grade_id"] += "-mine"

    scene.edited(change)


@kind("two graded cells with each other's name", "graded after repair: metadata-lost")
def swapped_names(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        one, two = (notebook["cells"][at(notebook, f"check-q{n}")] for n in (1, 2))
        one["metadata"], two["metadata"] = two["metadata"], one["metadata"]

    scene.edited(change)


@kind("the cells in reverse order", "graded after repair: cells-moved")
def reversed_cells(scene: Scene) -> None:
    scene.edited(lambda notebook: notebook["cells"].reverse())


@kind("all cell data stripped by another editor", "graded after repair: metadata-lost")
def stripped_metadata(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        notebook["metadata"] = {}
        for cell in notebook["cells"]:
            cell["metadata"] = {}

    scene.edited(change)


@kind("ids stripped, saved in the format before ids", "graded")
def without_ids(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        notebook["nbformat_minor"] = 4
        for cell in notebook["cells"]:
            del cell["id"]

    scene.edited(change)


@kind("cell data of a future nbgrader", "graded")
def future_schema(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        for cell in notebook["cells"]:
            if "nbgrader" in cell["metadata"]:
                cell["metadata"]["nbgrader"]["schema_version"] = 99

    scene.edited(change)


@kind("a check that gives a thousand million points", "graded after repair: cells-changed")
def edited_check(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        for cell in notebook["cells"]:
            if cell["id"].startswith("check"):
                cell["source"] = FULL_MARKS

    scene.edited(change)


@kind("checks that are worth a hundred points each", "graded")
def edited_points(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        for cell in notebook["cells"]:
            if "points" in cell["metadata"].get("nbgrader", {}):
                cell["metadata"]["nbgrader"]["points"] = 100

    scene.edited(change)


@kind("scratch cells in between", "graded: cells-added")
def own_cells(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        notebook["cells"].insert(3, tiny_course.code("mine", "1 / 0"))

    scene.edited(change)


@kind("a notebook of another course", "graded after repair: foreign-notebook")
def foreign_notebook(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        notebook["cells"] = [tiny_course.code("iris", "import sklearn")]
        notebook["metadata"] = {}

    scene.edited(change)


@kind("the French edition", "graded")
def other_language(scene: Scene) -> None:
    scene.folder(language="fr")


@kind("the notebook in French, the answers in English", "graded")
def two_languages(scene: Scene) -> None:
    place = scene.folder()
    french = scene.course / "exercises" / "fr" / MODULE / f"{MODULE}.ipynb"
    (place / french.name).write_bytes(french.read_bytes())


@kind("a language the course does not have", "graded: other-language")
def unknown_language(scene: Scene) -> None:
    place = scene.folder()
    path = place / "answers.json"
    path.write_bytes(path.read_bytes().replace(b'"en"', b'"tlh"'))


@kind("made with an older version, two cells fewer", "graded after repair: other-kit cells-missing")
def older_version(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        notebook["metadata"]["borderlab"]["kit"] = "0.0.9"
        notebook["cells"] = notebook["cells"][:-2]
        notebook["cells"][1]["source"] = "# An older title"

    place = scene.edited(change)
    path = place / "answers.json"
    old = path.read_bytes().split(b'"kit": "')[1].split(b'"')[0]
    path.write_bytes(path.read_bytes().replace(b'"kit": "' + old, b'"kit": "0.0.9', 1))


@kind("saved in the notebook format of 2014", "graded after repair: notebook-unread")
def old_format(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        cells = [
            {
                "cell_type": "code",
                "input": cell["source"],
                "metadata": {},
                "language": "python",
                "outputs": [],
                "collapsed": False,
            }
            for cell in notebook["cells"]
        ]
        notebook.clear()
        worksheets = [{"cells": cells, "metadata": {}}]
        notebook |= {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": worksheets}

    scene.edited(change)


@kind("another kernel, written into the notebook", "graded")
def other_kernel(scene: Scene) -> None:
    def change(notebook: Notebook) -> None:
        notebook["metadata"]["kernelspec"] = {"name": "evil", "display_name": "Evil"}

    scene.edited(change)
