"""The marking desk as a widget: the rubric beside the answers, marks that are saved at once."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any, ClassVar

from traitlets import Dict, List, Unicode

from borderlab.i18n import language, number
from borderlab.widgets import assets, richtext
from borderlab.widgets.display import KitWidget, number_signs
from coursekit.errors import KitError
from coursekit.grading.run import Run
from coursekit.grading.text import _
from coursekit.grading.trouble import in_words
from coursekit.results.cards import Card, cards, criteria
from coursekit.results.graded import read
from coursekit.results.handmarks import HandMark, give, given

_ASSETS = Path(__file__).with_name("assets")


class Desk(KitWidget):
    """All written answers to one question.

    Args:
        run: the run.
        module: the assignment.
        question: a question that a person marks.
        marker: who marks, such as ``1``.

    Raises:
        KitError: no such module or question.
    """

    _styles: ClassVar[tuple[str, ...]] = ()

    task = Dict().tag(sync=True)
    answers = List().tag(sync=True)
    language = Unicode("en").tag(sync=True)

    def __init__(self, run: Run, module: str, question: str, marker: str = "1") -> None:
        self._run, self._place, self._marker = run, (module, question), str(marker)[:20]
        graded = read(run)
        found = graded.modules.get(module)
        if found is None or question not in found.written:
            asked = ", ".join(f"{m.name} {q}" for m in graded.modules.values() for q in m.written)
            raise KitError(
                _("Question “{name}” of {module} is not marked by a person. These are: {asked}.")
                .format(name=question, module=module, asked=asked or "…")
            )  # fmt: skip
        self._most = graded.points[module][question]
        self._cards = cards(graded, module, question, given(run), self._marker)
        edition = found.editions.get(language(), found.editions["en"])
        rubric = str(edition.key[question].get("rubric", ""))
        rows = criteria(rubric, self._most)
        super().__init__(
            _esm=_script(),
            _css=assets.css() + (_ASSETS / "marking.css").read_text(encoding="utf-8"),
            strings=_strings(),
            language=language(),
            task={
                "prompt": richtext.parse(str(edition.questions[question].get("prompt", ""))),
                "criteria": [{"points": points, "text": text} for points, text in rows],
                "rubric": "" if rows else rubric,
                "most": self._most,
                "of": _("of {most}").format(most=number(self._most)),
                "signs": number_signs(),
            },
            answers=[_shown(n, card) for n, card in enumerate(self._cards)],
        )
        self.on_msg(self._heard)

    @property
    def summary(self) -> str:
        """How many answers there are and how many wait."""
        waiting = sum(answer["state"] != "done" for answer in self.answers)
        return _("{n} answers, {waiting} waiting for a mark.").format(
            n=number(len(self.answers)), waiting=number(waiting)
        )

    def static_html(self) -> str:
        """The answers with their marks, escaped; for reading only."""
        rows = "".join(
            f"<tr><td>{place}</td><td style='white-space:pre-wrap'>{escape(card.text)}</td>"
            f"<td>{'' if card.points is None else number(card.points)}</td>"
            f"<td style='white-space:pre-wrap'>{escape(card.comment)}</td></tr>"
            for place, card in enumerate(self._cards, 1)
        )
        return f"<p>{escape(self.summary)}</p><table>{rows}</table>"

    def mark(self, answer: int, points: float | None, comment: str = "") -> None:
        """Give a mark in code, as with the mouse.

        Args:
            answer: number of the answer as it is shown, from 1.
            points: 0 to the points of the question; None takes the mark back.
            comment: what the participant reads.

        Raises:
            KitError: no such answer, points that are no number or out of range, or the run is
                being graded just now.
        """
        if not isinstance(answer, int) or not 1 <= answer <= len(self._cards):
            raise KitError(_("There is no such answer."))
        is_number = isinstance(points, int | float) and not isinstance(points, bool)
        if points is not None and not is_number:
            raise KitError(_("Points are a number."))
        card = self._cards[answer - 1]
        give(self._run, (card.seat, *self._place), HandMark(points, comment, self._marker))
        fresh = {
            "points": points,
            "comment": comment,
            "state": "open" if points is None else "done",
        }
        self.answers = [
            {**row, **fresh} if place == answer - 1 else row
            for place, row in enumerate(self.answers)
        ]

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        """A mark from the browser; the reply says whether it is saved."""
        if not isinstance(content, dict) or content.get("type") != "mark":
            return
        place = content.get("answer")
        reply = {"type": "marked", "answer": place, "problem": ""}
        try:
            with in_words():
                answer = place + 1 if isinstance(place, int) else 0
                self.mark(answer, content.get("points"), str(content.get("comment", "")))
        except KitError as problem:
            reply["problem"] = str(problem)
        except Exception as problem:  # noqa: BLE001  (the marker must see that it is not saved)
            reply["problem"] = _("Not saved ({problem}).").format(problem=type(problem).__name__)
        self.send(reply)


def _shown(place: int, card: Card) -> dict[str, Any]:
    """What the browser gets of a card: neither code nor number of the participant."""
    notes = []
    if card.twins:
        notes.append(_("the same words: {n} more").format(n=number(card.twins)))
    if card.state == "again":
        notes.append(_("changed after it was marked"))
    return {
        "name": _("Answer {n}").format(n=number(place + 1)),
        "language": card.language,
        "text": card.text,
        "points": card.points,
        "comment": card.comment,
        "state": card.state,
        "notes": notes,
    }


def _script() -> str:
    """The kit's own helpers and the desk, joined as `borderlab.widgets.assets` joins files."""
    own = (_ASSETS / "marking.js").read_text(encoding="utf-8").splitlines()
    return assets.esm("dom.js") + "\n".join(line for line in own if not line.startswith("import "))


def _strings() -> dict[str, str]:
    return {
        "title": _("Marking written answers"),
        "progress": _("{done} of {all} marked"),
        "only_open": _("Only answers that wait for a mark"),
        "rubric": _("Rubric"),
        "points": _("Points"),
        "comment": _("Comment for the participant"),
        "saved": _("Saved"),
        "saving": _("Saving…"),
        "not_saved": _(
            "Not saved: the notebook does not answer. Restart it and give the mark again."
        ),
        "range": _("Give a number between 0 and {most}."),
        "as_above": _("As the answer above"),
        "take_back": _("Take the mark back"),
        "none_open": _("Everything is marked."),
    }
