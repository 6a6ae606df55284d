"""The settings that make a run a course folder of plain nbgrader."""

TEXT = """\
# Settings for plain nbgrader: start jupyter lab (formgrader) or nbgrader in this folder.
# Written by coursekit. Paths are relative to this file, so the folder may be moved.
from pathlib import Path

from coursekit.build.release import CODE_STUB, TEXT_STUB
from coursekit.grading.stock import FEEDBACK_STEPS, GRADING_STEPS

c = get_config()  # noqa: F821
c.CourseDirectory.root = str(Path(__file__).resolve().parent)
c.CourseDirectory.source_directory = "source"
c.CourseDirectory.release_directory = "release/en"
c.CourseDirectory.submitted_directory = "submitted"
c.CourseDirectory.autograded_directory = "autograded"
c.CourseDirectory.feedback_directory = "feedback"

# An untouched answer is known by its text, which is the same in all languages.
c.ClearSolutions.code_stub = CODE_STUB
c.ClearSolutions.text_stub = TEXT_STUB

# nbgrader's own autograding would run the participants' code with your rights. Here it marks the
# saved answers with the checks of this run instead. Delete the next line to get the original.
c.Autograde.autograde_preprocessors = GRADING_STEPS
# nbgrader's own feedback would print the hidden checks.
c.GenerateFeedback.preprocessors = FEEDBACK_STEPS
"""
