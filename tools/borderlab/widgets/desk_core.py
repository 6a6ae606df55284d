"""The permit desk behind the browser: cases by name, their sheets, look-ups and reveal."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from borderlab.documents.facsimile import describe
from borderlab.i18n import gettext as _
from borderlab.i18n import joined, number, percent
from borderlab.tasks.desk_cases import Case
from borderlab.tasks.desk_explain import place, reveal, state_name
from borderlab.tasks.desk_families import FAMILIES
from borderlab.tasks.desk_judging import judge_marks, read_value
from borderlab.tasks.desk_wording import action_name
from borderlab.widgets.desk_lookups import look, menu
from borderlab.widgets.desk_sheet import sheet
from borderlab.widgets.desk_texts import arrival
from borderlab.widgets.display import colon

MOST_LOOKUPS = 60


class Desk:
    """Answers the browser's questions about some permits.

    Args:
        cases: the permits by the ids that the browser knows them by; the ids say nothing of what
            is in them.
        prefix: keeps the pictures of several desks on one page apart.
    """

    def __init__(self, cases: Mapping[str, Case], prefix: str) -> None:
        self.cases = dict(cases)
        self._prefix = prefix
        self.lookups: dict[str, list[dict[str, Any]]] = {name: [] for name in self.cases}

    def heard(self, content: Mapping[str, Any]) -> dict[str, Any] | None:
        """The reply to ``{"what": "sheet" | "look", "permit": id, ...}``; None for others."""
        name = content.get("permit")
        if not isinstance(name, str) or name not in self.cases:
            return None
        if content.get("what") == "sheet":
            return self._sheet(name, zipped=content.get("zip") is True)
        if content.get("what") == "look":
            return self.look(name, content.get("source"), content.get("query"))
        return None

    def _sheet(self, name: str, *, zipped: bool) -> dict[str, Any]:
        case = self.cases[name]
        drawn = sheet(case.permit, prefix=f"{self._prefix}-{name}", signs=case.signs, zipped=zipped)
        for box in drawn["boxes"]:
            box["place"] = place(box["key"])
        return {
            "sheet": drawn,
            "arrival": arrival(case.permit),
            "sources": menu(case),
            "trail": self.lookups[name],
        }

    def look(self, name: str, source: Any, query: Any) -> dict[str, Any]:
        """Ask a source about a permit; what was asked is remembered once, in order."""
        result = look(self.cases[name], source, query)
        done = self.lookups[name]
        entry = {key: result[key] for key in ("source", "asked", "title")}
        if result["source"] and entry not in done and len(done) < MOST_LOOKUPS:
            self.lookups[name] = done = [*done, entry]
        return {"result": result, "trail": done}

    def reveal(self, name: str, value: Any) -> dict[str, Any]:
        """What there was to see on a permit, for an answer; lessons only."""
        case = self.cases[name]
        said = reveal(case, value)
        credit = judge_marks(case, value)[0]
        return {
            "boxes": said.boxes,
            "notes": [
                {
                    "state": note.state,
                    "said": state_name(note.state),
                    "box": note.box,
                    "where": note.where,
                    "title": note.title,
                    "lines": list(note.lines),
                    "basis": note.basis,
                }
                for note in said.notes
            ],
            "action_state": said.action_state,
            "action": said.action,
            "why": said.why,
            "score": _("Marks and decision: {share}").format(share=percent(credit)),
        }


def answer_words(value: Any) -> str:
    """An answer on one permit in a line."""
    answer = read_value(value)
    marks = [
        _("{where}: {title}").format(where=place(key), title=_(FAMILIES[family]))
        for key, family in answer.marks.items()
    ]
    said = joined(marks) or _("nothing marked")
    return _("{marks}. Decision: {action}").format(marks=said, action=action_name(answer.action))


def case_words(case: Case) -> str:
    """A permit in words: how it came, and what can be read and seen on it."""
    head = [f"{name}{colon()}{value}" for name, value in arrival(case.permit)]
    return "\n".join([*head, describe(case.permit, "", case.signs)])


def case_html(case: Case, prefix: str) -> str:
    """A permit as HTML for readers without a browser's side: the picture and the words."""
    pages = sheet(case.permit, prefix=prefix, signs=case.signs)["pages"]
    words = "".join(f"<p>{escape(line)}</p>" for line in case_words(case).split("\n"))
    title = escape(_("The document in words"))
    drawn = "".join(f'<div style="max-width:700px">{page["svg"]}</div>' for page in pages)
    return f"{drawn}<details><summary>{title}</summary>{words}</details>"


def count_words(done: int, total: int) -> str:
    """How many of the permits are decided."""
    return _("Decided: {n} of {total}").format(n=number(done), total=number(total))
