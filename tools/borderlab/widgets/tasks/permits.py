"""The graded desk: several permits in one question, each fetched when it is opened."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from borderlab.tasks import casework_permits
from borderlab.widgets.desk_core import Desk, answer_words, case_words, count_words
from borderlab.widgets.desk_texts import box_sources, browser_texts, marking, task_texts


class View:
    """Permits drawn from the participant's seed, on the desk one at a time.

    Args:
        settings: what the author set.
        seed: the participant's own.
        reveal: whether what there was to see may be shown (lessons).
    """

    script = "desk_task.js"
    styles = ("desk.css", "desk_tools.css")

    def __init__(self, settings: Mapping[str, Any], seed: int, *, reveal: bool) -> None:
        cases = casework_permits.draw(settings, seed)
        self._reveal = reveal
        self._desk = Desk({permit_id(at): case for at, case in enumerate(cases)}, f"task{seed}")

    def spec(self) -> dict[str, Any]:
        """Ids and numbers of the permits, families, boxes and actions; nothing of the truth."""
        return {
            "permits": [
                {"id": name, "name": str(at)} for at, name in enumerate(self._desk.cases, start=1)
            ],
            "marking": marking(),
            "box_sources": box_sources(),
            "reveal": self._reveal,
        }

    def strings(self) -> dict[str, str]:
        """Texts of the browser's side."""
        return browser_texts() | task_texts()

    def heard(self, content: dict[str, Any]) -> dict[str, Any] | None:
        """A document's sheet, the answer of a source, or in a lesson the reveal."""
        name = content.get("permit")
        if content.get("what") == "reveal":
            if not self._reveal or name not in self._desk.cases:
                return None
            return {"reveal": self._desk.reveal(str(name), content.get("value"))}
        return self._desk.heard(content)

    def static_html(self, value: Any) -> str:
        """Every document in words with the saved answer; pictures would be too large together."""
        parts = []
        for at, (name, case) in enumerate(self._desk.cases.items(), start=1):
            title = task_texts()["permit_of"].format(n=at, total=len(self._desk.cases))
            lines = case_words(case).split("\n")
            said = "".join(f"<p>{escape(line)}</p>" for line in lines)
            answer = escape(answer_words(_of(value, name)))
            parts.append(
                f"<details><summary>{escape(title)}</summary>{said}</details><p>{answer}</p>"
            )
        return "".join(parts)

    def summary(self, value: Any) -> str:
        """How far the work is, and the answer on each document."""
        names = list(self._desk.cases)
        done = sum(bool(_of(value, name).get("action")) for name in names)
        lines = [
            f"{at}. {answer_words(_of(value, name))}" for at, name in enumerate(names, start=1)
        ]
        return "\n".join([count_words(done, len(names)), *lines])


def permit_id(at: int) -> str:
    """Id of a document by its place, as the saved value names it: ``"p01"``."""
    return f"p{at + 1:02d}"


def _of(value: Any, name: str) -> Mapping[str, Any]:
    found = value.get(name) if isinstance(value, Mapping) else None
    return found if isinstance(found, Mapping) else {}
