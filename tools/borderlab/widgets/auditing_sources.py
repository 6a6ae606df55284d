"""The source board: six information sources ranked for a stated question (Decision 19.152)."""

from __future__ import annotations

from html import escape
from typing import Any

from traitlets import Dict, List, Unicode, observe, validate

from borderlab.i18n import gettext as _
from borderlab.i18n import in_language, language
from borderlab.widgets import auditing_source_notes as notes
from borderlab.widgets.display import KitWidget, StaticView, colon, show
from borderlab.widgets.ranges import check_choice
from borderlab.widgets.tables import html_table


class SourceBoard(KitWidget):
    """Rank sources by coverage, bias, timeliness and confidentiality; then compare.

    Attributes:
        question: ``tomorrow`` or ``profile``: what the sources are wanted for.
        criterion: ``coverage``, ``bias``, ``timeliness`` or ``confidentiality``.
        rankings: criterion -> sources, best first, for the question shown.
        compared: criteria whose comparison was asked for.
    """

    _script = "auditing_sources.js"
    _styles = ("kinds.css", "auditing.css")

    question = Unicode("tomorrow").tag(sync=True)
    criterion = Unicode("coverage").tag(sync=True)
    rankings = Dict().tag(sync=True)
    compared = List(Unicode()).tag(sync=True)
    told = Dict().tag(sync=True)
    language = Unicode("en").tag(sync=True)

    def __init__(self, question: str) -> None:
        self._kept: dict[str, tuple[dict[str, Any], list[str]]] = {}
        super().__init__(strings=_strings(), language=language(), question=question)
        self._tell()

    @property
    def summary(self) -> str:
        """Rankings and comparison in words."""
        with in_language(self.language):
            names = {key: _(text) for key, text in notes.SOURCES.items()}
            lines = [_(notes.QUESTIONS[self.question])]
            for key, label in notes.CRITERIA.items():
                order = self.rankings.get(key)
                if not order:
                    continue
                chain = ", ".join(names[one] for one in order)
                lines.append(f"{_(label)}{colon()}{chain}.")
                if key in self.compared:
                    lines.append(self._agreement(key))
            if len(lines) == 1:
                lines.append(_("No ranking yet."))
            return " ".join(lines)

    def static_html(self) -> str:
        """Sources, criteria and notes as escaped HTML."""
        with in_language(self.language):
            heads = [_("Source"), *(_(label) for label in notes.CRITERIA.values())]
            rows = []
            for key, name in notes.SOURCES.items():
                cells = [_note_text(notes.notes_on(criterion)[key]) for criterion in notes.CRITERIA]
                rows.append([_(name), *cells])
            title, caption = _("Information sources, weighed"), _judged()
            return f"<h4>{escape(title)}</h4>{html_table(heads, rows, caption)}"

    def _agreement(self, criterion: str) -> str:
        same, pairs = notes.agreement(
            self.rankings[criterion], notes.RANKING[self.question][criterion]
        )
        return _("{same} of {pairs} pairs stand in the same order as in the note.").format(
            same=same, pairs=pairs
        )

    @validate("question", "criterion", "rankings", "compared")  # type: ignore[untyped-decorator]
    def _allowed(self, proposal: Any) -> Any:
        name, value = proposal["trait"].name, proposal["value"]
        if name == "rankings":
            return {key: list(order) for key, order in value.items() if _is_ranking(key, order)}
        if name == "compared":
            return [key for key in dict.fromkeys(value) if key in notes.CRITERIA]
        check_choice(name, value, notes.QUESTIONS if name == "question" else notes.CRITERIA)
        return value

    @observe("question")  # type: ignore[untyped-decorator]
    def _asked(self, change: Any) -> None:
        if not isinstance(change["old"], str):
            return
        self._kept[change["old"]] = (dict(self.rankings), list(self.compared))
        self.rankings, self.compared = self._kept.get(change["new"], ({}, []))
        self._tell()

    @observe("rankings", "compared")  # type: ignore[untyped-decorator]
    def _ranked(self, _change: Any) -> None:
        self._tell()

    def _tell(self) -> None:
        """What is shown for each criterion that was compared."""
        with in_language(self.language):
            told = {}
            for key in self.compared:
                if key in self.rankings:
                    told[key] = {
                        "order": list(notes.RANKING[self.question][key]),
                        "said": self._agreement(key),
                        "notes": {
                            about: {
                                "text": _(note.text),
                                "origin": _(note.origin) if note.origin else "",
                                "tag": _confidence(note),
                                "firm": note.confidence == notes.VERIFIED,
                            }
                            for about, note in notes.notes_on(key).items()
                        },
                    }
            self.told = told


def _is_ranking(key: Any, order: Any) -> bool:
    return (
        key in notes.CRITERIA
        and isinstance(order, list | tuple)
        and sorted(map(str, order)) == sorted(notes.SOURCES)
    )


def _confidence(note: notes.Note) -> str:
    if note.confidence == notes.VERIFIED:
        return _("verified")
    if note.confidence == notes.SECONDARY:
        return _("to be confirmed")
    return _("judgement of the authors")


def _note_text(note: notes.Note) -> str:
    tag = _confidence(note)
    where = f"{_(note.origin)}, {tag}" if note.origin else tag
    return f"{_(note.text)} ({where})"


def _judged() -> str:
    return _(
        "Decision 19.152 a) asks which information Parties use. No published ranking was found: "
        "the order is the judgement of the authors. Discuss it."
    )


def _strings() -> dict[str, Any]:
    return {
        "colon": colon(),
        "name": _("Information sources, weighed"),
        "question": _("The question"),
        "questions": [[key, _(text)] for key, text in notes.QUESTIONS.items()],
        "criteria": [[key, _(text), _(notes.ASKED[key])] for key, text in notes.CRITERIA.items()],
        "criteria_name": _("What the sources are ranked by"),
        "sources": [[key, _(text)] for key, text in notes.SOURCES.items()],
        "move_up": _("Move up: {item}"),
        "move_down": _("Move down: {item}"),
        "moved": _("{item}: place {place} of {total}"),
        "compare": _("Compare with the note"),
        "yours": _("Yours"),
        "note": _("The note"),
        "judged": _judged(),
        "keys": _("Drag a row, press its arrows, or Alt with the arrow keys."),
    }


def source_board(*, question: str = "tomorrow") -> SourceBoard | StaticView:
    """Rank six information sources for a stated question, and compare with the note.

    Args:
        question: ``tomorrow`` (which consignments to open) or ``profile`` (where next year's
            profiles should look); the learner can switch.

    Returns:
        The live board, already displayed; the still one where nobody can click.

    Raises:
        TraitError: unknown question.
    """
    return show(SourceBoard(question).view())  # type: ignore[no-any-return]
