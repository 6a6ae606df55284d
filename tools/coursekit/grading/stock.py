"""What a run puts into plain nbgrader, named in its ``nbgrader_config.py``.

Autograding that runs no participant's code, and feedback that does not print hidden checks.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from nbconvert.preprocessors import ClearMetadataPreprocessor, CSSHTMLHeaderPreprocessor
from nbgrader import preprocessors as steps

from borderlab.answers.codec import read_answers
from borderlab.answers.errors import AnswersError
from coursekit.grading.checks import Checker
from coursekit.grading.pinned import Check


class RunChecks(steps.NbGraderPreprocessor):  # type: ignore[misc]
    """Takes the place of nbgrader's ``Execute``: marks the saved answers beside the notebook."""

    def preprocess(self, nb: Any, resources: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        """Put the outputs of the check cells into the notebook.

        The check cells come from the gradebook: an earlier step has written them over whatever
        the submission held.
        """
        cells = {
            cell.metadata["nbgrader"]["grade_id"]: cell
            for cell in nb.cells
            if cell.cell_type == "code"
            and cell.metadata.get("nbgrader", {}).get("grade")
            and not cell.metadata["nbgrader"].get("solution")
        }
        checks = [
            Check(name, cell.source, float(cell.metadata["nbgrader"]["points"]))
            for name, cell in cells.items()
        ]
        try:
            answers = read_answers(Path(resources["metadata"]["path"]) / "answers.json")
        except AnswersError as problem:
            self.log.warning("No answers were marked: %s", problem)
            records, seed = {}, None
        else:
            records = {qid: record.as_json() for qid, record in answers.records.items()}
            seed = answers.seed
        with Checker({"": checks}) as checker:
            for name, result in checker.mark("", records, seed).items():
                cells[name].outputs = [nbformat.from_dict(output) for output in result.outputs]
        return nb, resources


GRADING_STEPS = [
    RunChecks,
    steps.IgnorePattern,
    ClearMetadataPreprocessor,
    steps.LimitOutput,
    steps.SaveAutoGrades,
    steps.AssignLatePenalties,
    steps.CheckCellMetadata,
]
FEEDBACK_STEPS = [steps.GetGrades, steps.ClearHiddenTests, CSSHTMLHeaderPreprocessor]
