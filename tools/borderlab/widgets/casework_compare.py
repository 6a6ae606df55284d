"""Permit, papers and goods beside each other: which differences are ordinary, which matter?"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from traitlets import Bool, Dict, List, Unicode, observe, validate

from borderlab.documents.explaining import SEVERITY_WORDS
from borderlab.i18n import gettext as _
from borderlab.i18n import in_language, language
from borderlab.tasks.casework_lists import basis
from borderlab.widgets import casework_compare_model as model
from borderlab.widgets.casework_compare_entries import Entry
from borderlab.widgets.display import KitWidget, StaticView, colon, show
from borderlab.widgets.ranges import check_range
from borderlab.widgets.tables import html_table

_MOST = 4


class ComparePapers(KitWidget):
    """A consignment to compare, entry by entry.

    Attributes:
        entries: what permit, papers and goods say, in the language in use.
        choices: entry -> ``same``, ``ordinary`` or ``matters``, as the officer sees it.
        revealed: whether the answer is shown.
        answer: the reveal; empty before.
    """

    _script = "casework_compare.js"
    _styles = ("casework.css", "casework_compare.css")

    entries = List().tag(sync=True)
    choices = Dict().tag(sync=True)
    revealed = Bool(default_value=False).tag(sync=True)
    answer = Dict().tag(sync=True)
    language = Unicode("en").tag(sync=True)

    def __init__(self, seed: int, matters: int, ordinary: int) -> None:
        for name, value in (("matters", matters), ("ordinary", ordinary)):
            check_range(name, value, 0, _MOST)
        self.drawn = model.consignment(seed, matters, ordinary)
        super().__init__(
            entries=[_entry(one) for one in self.drawn.entries],
            strings=_strings(self.drawn),
            language=language(),
        )

    @property
    def right(self) -> int:
        """How many entries are judged rightly so far."""
        return sum(self.choices.get(one.id) == one.verdict for one in self.drawn.entries)

    @validate("choices")  # type: ignore[untyped-decorator]
    def _known(self, proposal: Any) -> dict[str, str]:
        value = proposal["value"]
        names = {one.id for one in self.drawn.entries} if hasattr(self, "drawn") else set()
        given = value if isinstance(value, Mapping) else {}
        return {k: v for k, v in given.items() if k in names and v in model.VERDICTS}

    @observe("revealed", "choices")  # type: ignore[untyped-decorator]
    def _reveal(self, _change: Any) -> None:
        with in_language(self.language):
            self.answer = self._answer() if self.revealed else {}

    def _answer(self) -> dict[str, Any]:
        n = len(self.drawn.entries)
        said = _("You judged {right} of {all} entries rightly.").format(right=self.right, all=n)
        return {"said": said, "entries": {one.id: _told(one) for one in self.drawn.entries}}

    @property
    def summary(self) -> str:
        """The papers, and the answer if it is shown, in words."""
        with in_language(self.language):
            lines = [_title()]
            for one in self.drawn.entries:
                parts = [
                    f"{head}{colon()}{text}"
                    for head, text in zip(
                        _heads(), (one.permit, one.papers, one.goods), strict=True
                    )
                    if text
                ]
                told = _told(one) if self.revealed else {"title": "", "why": ""}
                end = f" {told['title']}. {told['why']}" if told["title"] else ""
                lines.append(f"{_names()[one.id]}{colon()}{'; '.join(parts)}.{end}")
            return "\n".join(lines)

    def static_html(self) -> str:
        """The same as an escaped table."""
        with in_language(self.language):
            heads = ("", *_heads(), *((_("Answer"),) if self.revealed else ()))
            table = html_table(heads, [self._row(one) for one in self.drawn.entries])
            return (
                f"<div lang='{self.language}'><p><strong>{escape(_title())}</strong></p>"
                f"{table}</div>"
            )

    def _row(self, one: Entry) -> list[str]:
        cells = [one.permit, one.papers, one.goods]
        if self.revealed:
            told = _told(one)
            cells.append(f"{told['title']}. {told['why']} {told['basis']}".strip())
        return [_names()[one.id], *(text or "–" for text in cells)]


def _entry(one: Entry) -> dict[str, str]:
    return {
        "id": one.id,
        "name": _names()[one.id],
        "permit": one.permit,
        "papers": one.papers,
        "goods": one.goods,
    }


def _told(one: Entry) -> dict[str, str]:
    """Verdict, reason, rule with basis and confidence."""
    title = {
        "same": _("They agree"),
        "ordinary": _("An ordinary difference"),
        "matters": _("A difference that matters"),
    }[one.verdict]
    said = {"verdict": one.verdict, "title": title, "why": one.why, "basis": "", "means": ""}
    if one.rule:
        from borderlab.documents.catalogue import rule

        said["basis"] = basis(one.rule)
        if one.verdict == "matters":
            said["means"] = _(SEVERITY_WORDS[rule(one.rule).severity])
    return said


def _title() -> str:
    return _("Permit, papers and goods")


def _heads() -> tuple[str, str, str]:
    return _("Permit"), _("Commercial papers"), _("Goods found")


def _names() -> dict[str, str]:
    return {
        "species": _("Species"),
        "goods": _("Description"),
        "quantity": _("Quantity"),
        "weight": _("Weight"),
        "marks": _("Marks"),
        "origin": _("Country of origin"),
        "seller": _("Exporter, seller"),
        "buyer": _("Importer, buyer"),
        "waybill": _("Transport document"),
        "dates": _("Dates"),
        "source": _("Source code"),
    }


def _strings(drawn: model.Consignment) -> dict[str, Any]:
    number = drawn.permit.number or ""
    return {
        "title": _title(),
        "which": _("Permit {number}").format(number=number),
        "how": _("Compare what the three say. For each entry: do they agree, is the difference "
                 "ordinary, or does it matter?"),
        "heads": list(_heads()),
        "silent": _("says nothing"),
        "same": _("agrees"),
        "ordinary": _("ordinary"),
        "matters": _("matters"),
        "left": _("{n} entries left"),
        "one_left": _("1 entry left"),
        "show": _("Show the answer"),
        "hide": _("Hide the answer"),
        "again": _("Clear my choices"),
        "right": _("Right."),
        "wrong": _("You chose: {choice}."),
        "none": _("You chose nothing."),
        "end": _("Two errors are possible, as always: to stop what is ordinary, and to wave "
                 "through what matters. No single difference proves a crime; it is a reason to "
                 "look or to ask."),
    }  # fmt: skip


def compare_papers(
    *, seed: int = 1, matters: int = 2, ordinary: int = 3
) -> ComparePapers | StaticView:
    """Compare a permit with the commercial papers and the goods.

    Args:
        seed: Draws the consignment.
        matters: Differences that matter, 0 to 4.
        ordinary: Ordinary differences, 0 to 4; fewer where the goods do not suit.

    Returns:
        The comparison, already displayed; a table where nobody can click.

    Raises:
        TraitError: a number is out of range.
    """
    return show(ComparePapers(seed, matters, ordinary).view())  # type: ignore[no-any-return]
