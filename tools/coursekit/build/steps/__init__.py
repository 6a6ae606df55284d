"""The steps from source cells to a notebook: one transformation per file, in this order."""

from coursekit.build.draft import Step
from coursekit.build.steps.anchor_headings import anchor_headings
from coursekit.build.steps.answer_cells import answer_cells
from coursekit.build.steps.ask_questions import ask_questions
from coursekit.build.steps.check_cells import check_cells
from coursekit.build.steps.lock_text import lock_text
from coursekit.build.steps.setup_cell import setup_cell
from coursekit.build.steps.translate_text import translate_text
from coursekit.build.steps.widget_cells import widget_cells
from coursekit.build.steps.written_cells import written_cells

STEPS: tuple[Step, ...] = (
    translate_text,
    anchor_headings,
    lock_text,
    ask_questions,
    widget_cells,
    answer_cells,
    check_cells,
    written_cells,
    setup_cell,
)

__all__ = ["STEPS"]
