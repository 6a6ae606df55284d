"""What a report says about a submission: a stable code and a sentence in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from borderlab.i18n import N_
from coursekit.grading.names import printable
from coursekit.grading.text import _

# Code -> sentence. The first group refuses, the second needs a person, the third tells what was
# made good, the fourth only informs.
REFUSALS = {
    "not-a-zip": N_("The file is not a zip, or it is damaged. Ask for the hand-in file again."),
    "damaged-entry": N_("A file inside the zip is damaged. Ask for the hand-in file again."),
    "too-many-files": N_("More than {n} files: not a hand-in."),
    "too-big": N_("Larger than {mb} MB: not read."),
    "too-big-inside": N_("The zip would unpack to far more than a hand-in holds: not read."),
    "link": N_("A link or device instead of a file: not opened."),
    "path": N_("A path that leads out of the zip: not read."),
    "long-name": N_("A file name that is too long: not read."),
    "twice": N_("The same name twice in one zip: the second one is not read."),
    "locked": N_("Locked with a password: not read. Ask for the hand-in file without a password."),
    "packing": N_("Packed in an unusual way: not opened. Ask for a plain zip or the hand-in file."),
    "nested": N_("A zip inside a zip inside a zip: not opened."),
    "unopened": N_("The file cannot be opened. Check that it is there and that you may read it."),
    "no-work": N_(
        "No hand-in, only files that are not opened ({kinds}). "
        "Ask for the hand-in file that the home page makes."
    ),
    "single-file": N_("A single file. Give the folder or the zip that it came in."),
    "no-notebook-inside": N_("The file is not a notebook ({why})."),
    "bad-bundle": N_("The hand-in file cannot be used: {why}"),
    "bad-answers": N_("The file with the answers cannot be used: {why}"),
    "newer-answers": N_(
        "The answers were saved by a newer version of the kit. "
        "Update the kit on this computer, then grade again."
    ),
    "other-module": N_("The answers belong to “{module}”, which is not part of this run."),
    "lesson-only": N_("Only answers of lessons, no exercise: ask for the exercise."),
    "own-run": N_("The folder of a run: what it holds is not handed in once more."),
    "foreign": N_("Nothing in it belongs to this course."),
    "crashed": N_("An unforeseen problem ({problem}). Please report it; nobody else is affected."),
}
PERSON = {
    "no-answers": N_(
        "There is a notebook but no file with the answers, so nothing was marked. "
        "Ask for the hand-in file that the home page makes."
    ),
    "untouched": N_(
        "There is only the notebook as it was given out, without saved answers. "
        "Ask whether the right file was handed in."
    ),
    "mixed-folder": N_(
        "Files of answers of different people in one folder. "
        "Give each person a folder, then grade again."
    ),
    "no-seed": N_(
        "The answers do not say which cases this participant had, so these exercises "
        "could not be marked. Ask for the hand-in file again."
    ),
    "answers-lost": N_(
        "The saved answers did not reach the hand-in file ({why}), so nothing was marked. "
        "Ask for the file again."
    ),
    "same-folder": N_(
        "Another folder of the same name was read first ({first}). "
        "Rename one of them, then grade again."
    ),
    "check-failed": N_("The check of question {question} failed ({problem}); it gave 0 points."),
    "two-people": N_(
        "The same participant code came from participants {numbers}. Ask who it belongs to."
    ),
}
REPAIRS = {
    "no-notebook": N_("There was no notebook; the saved answers were marked."),
    "notebook-unread": N_("The notebook was not read ({why}); the saved answers were."),
    "foreign-notebook": N_(
        "The notebook is not that of this exercise; the saved answers were marked."
    ),
    "file-refused": N_("Something beside the work was not opened: {why}"),
    "renamed-notebook": N_("The notebook had another name."),
    "renamed-answers": N_("The file with the answers had another name."),
    "several-notebooks": N_("{n} notebooks of the same exercise; texts of all were kept."),
    "several-answers": N_("{n} files of answers; the latest answer to each question counts."),
    "answers-unread": N_("A second file of answers was left out: {why}"),
    "cells-missing": N_("Cells missing: {n}. They were put back."),
    "cells-repeated": N_("Cells that stood more than once: {n}. They were taken out."),
    "cells-changed": N_("Changed checks or texts: {n}. The originals were used."),
    "cells-retyped": N_("Cells of another type than given out: {n}. They were set right."),
    "cells-moved": N_("Cells in another order: {n}. They were put back."),
    "metadata-lost": N_("Lost or changed cell data: {n}. They were restored."),
    "repeated-cell": N_("Answer cell {question} stood more than once; all versions are kept."),
    "cells-cut": N_("Only the first {n} cells of the notebook were looked at."),
    "text-cut": N_("Question {question}: the text was cut after {n} characters."),
    "unknown-answers": N_("Answers to unknown questions were left out: {n}."),
}
INFORMATION = {
    "no-answer-saved": N_("No answer was saved."),
    "cells-added": N_("Cells of the participant's own were left out: {n}."),
    "text-from-cell": N_("Question {question}: the text was taken from the notebook."),
    "two-texts": N_("Question {question}: saved text and notebook differ; both are kept."),
    "other-language": N_("The language “{language}” is not part of this run; English was used."),
    "other-kit": N_("Made with version {made} of the kit; this run has version {run}."),
    "older-version": N_("Made from the version of run “{run}”: graded there, with its checks."),
    "same-seed": N_(
        "Has the same exercise number as {others}: files may have been copied. "
        "The marks stand; look at both."
    ),
    "clock-ahead": N_(
        "The clock of the participant's computer is ahead ({moment}, UTC); "
        "the moment of grading counts."
    ),
    "late": N_("Handed in {hours} hours after the due date."),
    "page-failed": N_(
        "The feedback page could not be written ({problem}); the marks stand. Please report it."
    ),
    "late-penalty": N_("Points taken off for lateness: {points}."),
    "rerun-same": N_("Question {question}: the code gives the saved value again."),
    "rerun-differs": N_(
        "Question {question}: the code gives {found}, saved is {saved}. Look at the code."
    ),
    "rerun-failed": N_("Question {question}: the code gave no value ({why})."),
    "rerun-silent": N_("Question {question}: the code ended without giving a value."),
    "rerun-no-code": N_("Question {question}: a value without code that gives it."),
    "rerun-time": N_("Re-run: the code took too long and was ended."),
    "rerun-output": N_("Re-run: the code gave too much and was ended."),
    "rerun-died": N_("Re-run: the code ended its process or went beyond a limit."),
    "same-again": N_("Already graded; nothing has changed."),
    "newer-exists": N_(
        "A newer version with the same participant code is graded; this one is kept."
    ),
    "fewer-answers": N_(
        "Questions answered: {fewer}; in an older version, which is kept: {more}. Ask which counts."
    ),
    "empty-version": N_("No answer in it; a version with answers is graded, this one is kept."),
}
SENTENCES = REFUSALS | PERSON | REPAIRS | INFORMATION


@dataclass(frozen=True, slots=True)
class Note:
    """One remark: a code of `SENTENCES` and the values its sentence names."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The sentence in the trainer's language, on one line.

        A run may hold remarks of another version of the kit: they are shown as they are.
        """
        values = {key: printable(str(value)) for key, value in self.values.items()}
        sentence = _(SENTENCES.get(self.code, self.code))
        try:
            return sentence.format(**values)
        except (KeyError, IndexError, ValueError):
            return sentence

    def plain(self) -> list[Any]:
        """The note as JSON can hold it."""
        return [self.code, dict(self.values)]


def note(code: str, **values: Any) -> Note:
    """A remark of the given code."""
    return Note(code, values)


class Unreadable(Exception):  # noqa: N818  (reads as what it is: the reason in a report)
    """A file, folder, zip or submission that is not used, and why."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.note = Note(code, values)
