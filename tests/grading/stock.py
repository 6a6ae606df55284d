"""Runs stock ``nbgrader autograde``, participants' code and all, for comparison."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from coursekit.grading.run import Run


def autograde(run: Run, tree: Path, module: str) -> subprocess.CompletedProcess[str]:
    """Grade an nbgrader tree in a run's folder with nbgrader's own steps, kernels included."""
    settings = run.folder / "nbgrader_config.py"
    lines = settings.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if "GRADING_STEPS" not in line or "import" in line]
    settings.write_text("\n".join(kept) + "\n", encoding="utf-8")
    shutil.rmtree(run.folder / "submitted")
    shutil.copytree(tree, run.folder / "submitted")
    own = Path(sys.executable).parent
    return subprocess.run(
        [own / "nbgrader", "autograde", module],
        cwd=run.folder,
        env={**os.environ, "PATH": os.pathsep.join([str(own), os.environ.get("PATH", "")])},
        capture_output=True,
        text=True,
        check=False,
    )


def automatic_scores(run: Run, module: str) -> dict[str, dict[str, float | None]]:
    """Automatic scores in a gradebook: seat -> question -> points, None for a person to mark."""
    from nbgrader.api import Gradebook

    with Gradebook(run.db_url) as book:
        return {
            found.student.id: {
                grade.name: grade.auto_score for nb in found.notebooks for grade in nb.grades
            }
            for found in book.assignment_submissions(module)
        }
