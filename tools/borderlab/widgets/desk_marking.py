"""Mark the defects: the desk with marks, a decision, and the reveal of what there was to see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from traitlets import Bool, Dict, Unicode, observe, validate

from borderlab.i18n import gettext as _
from borderlab.i18n import in_language
from borderlab.tasks.desk_cases import ACTIONS, judge_marks
from borderlab.tasks.desk_explain import explain_case
from borderlab.tasks.desk_families import FAMILIES
from borderlab.tasks.desk_judging import read_value
from borderlab.widgets import richtext
from borderlab.widgets.desk_core import answer_words
from borderlab.widgets.desk_names import find_case
from borderlab.widgets.desk_texts import marking
from borderlab.widgets.desk_viewer import PERMIT, PermitViewer
from borderlab.widgets.display import StaticView, show
from borderlab.widgets.ranges import SettingError


class MarkDefects(PermitViewer):
    """One permit to examine.

    Attributes:
        marks: key of a box -> family of the defect, such as ``{"11.A": "altered"}``.
        action: ``accept``, ``note``, ``consult``, ``inspect``, ``refuse``, or "" for none yet.
        revealed: whether what there was to see is shown.
        reveal: what the reveal says.
    """

    marks = Dict().tag(sync=True)
    action = Unicode().tag(sync=True)
    revealed = Bool(default_value=False).tag(sync=True)
    reveal = Dict().tag(sync=True)

    def _own_texts(self) -> dict[str, str]:
        return {
            "name": _("Examine this document"),
            "how": _(
                "Mark every box where something is wrong, then decide. A document may be in order: "
                "a false alarm counts as much as a miss."
            ),
        }

    def _own_spec(self) -> dict[str, Any]:
        return {"marking": marking()}

    @property
    def answer(self) -> dict[str, Any]:
        """Marks and action, as a task saves them."""
        return {"marks": dict(self.marks), "action": self.action}

    @property
    def credit(self) -> float:
        """What the answer would earn, 0 to 1."""
        return judge_marks(self._case, self.answer)[0]

    @property
    def summary(self) -> str:
        """The permit, the answer and, once revealed, what there was to see, in words."""
        with in_language(self.language):
            parts = [super().summary, answer_words(self.answer)]
            if self.revealed:
                parts.append(richtext.plain(explain_case(self._case, self.answer)))
            return "\n".join(parts)

    def static_html(self) -> str:
        """The sheet, and once revealed the explanation."""
        with in_language(self.language):
            if not self.revealed:
                return super().static_html()
            said = richtext.to_html(richtext.parse(explain_case(self._case, self.answer)))
            return super().static_html() + said

    @validate("marks")  # type: ignore[untyped-decorator]
    def _known_marks(self, proposal: Any) -> dict[str, str]:
        marks = dict(proposal["value"])
        keys = {found["key"] for found in self._boxes()}
        for key, family in marks.items():
            if key not in keys:
                raise SettingError(_("This document has no box {key}.").format(key=key))
            if family not in FAMILIES:
                text = _("There is no defect “{name}”; there are {known}.")
                raise SettingError(text.format(name=family, known=", ".join(FAMILIES)))
        return read_value({"marks": marks}).marks

    @validate("action")  # type: ignore[untyped-decorator]
    def _known_action(self, proposal: Any) -> str:
        action = str(proposal["value"])
        if action and action not in ACTIONS:
            text = _("There is no action “{name}”; there are {known}.")
            raise SettingError(text.format(name=action, known=", ".join(ACTIONS)))
        return action

    @observe("marks", "action", "revealed")  # type: ignore[untyped-decorator]
    def _show(self, _change: Any) -> None:
        with in_language(self.language):
            self.reveal = self._desk.reveal(PERMIT, self.answer) if self.revealed else {}


def mark_defects(
    case: str = "",
    *,
    defects: Sequence[str] = (),
    looks_alike: Sequence[str] = (),
    seed: int = 1,
    box: str = "",
) -> MarkDefects | StaticView:
    """Let the reader mark what is wrong with a permit, decide, and see what there was to see.

    Args:
        case: name of `desk_names.NAMED`, such as ``"altered_quantity"`` or ``"lawful_last_day"``.
        defects: defects by id, such as ``["DF07"]``, beside those of the case.
        looks_alike: lawful look-alikes: ids such as ``"BN08"``, names, or harmless signs such as
            ``"paper_tone"``.
        seed: draws the permit.
        box: the box to begin with.

    Returns:
        The desk, already displayed; ``desk.marks`` and ``desk.action`` can be read and set.

    Raises:
        ValueError: unknown case or defect, or defects that do not fit on one permit.
        SettingError: the document has no such box.
    """
    desk = MarkDefects(find_case(case, defects, seed, looks_alike), box=box)
    return show(desk.view())  # type: ignore[no-any-return]
