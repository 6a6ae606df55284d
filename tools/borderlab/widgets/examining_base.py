"""What the four widgets on examining have in common: steps, sliders, a picture, words, tables.

The kernel works everything out and sends it as plain data in ``shown``: sentences, an SVG and
tables with numbers already written in the reader's language. The browser only draws.
"""

from __future__ import annotations

from html import escape
from typing import Any, ClassVar

from traitlets import Bool, Dict, Int, List, Unicode, validate

from borderlab.answers.questions import Question
from borderlab.i18n import gettext as _
from borderlab.i18n import in_language, language
from borderlab.widgets.display import colon, number_signs
from borderlab.widgets.prediction import AfterPrediction
from borderlab.widgets.ranges import check_choice, check_range
from borderlab.widgets.specs import shown_value
from borderlab.widgets.tables import html_table


class ExaminingWidget(AfterPrediction):
    """Base of the four.

    Attributes:
        step: Which of the steps is open, 0 for the first.
        narrow: Whether the browser has little room; set by it.
        covered: True until the prediction that the picture waits for is committed.
        controls: What can be set: one entry for each slider, choice and switch.
        shown: What the browser shows now.
        predicted: The reader's prediction in words, empty if there is none.
        answered: How often the kernel has worked something out.
    """

    _script = "examining.js"
    _styles = ("examining.css",)
    _inputs: ClassVar[tuple[str, ...]] = ()
    _ranges: ClassVar[dict[str, tuple[float, float]]] = {}
    _choices: ClassVar[dict[str, tuple[str, ...]]] = {}
    _steps: ClassVar[int] = 1

    step = Int(0).tag(sync=True)
    narrow = Bool(default_value=False).tag(sync=True)
    controls = List().tag(sync=True)
    shown = Dict().tag(sync=True)
    predicted = Unicode("").tag(sync=True)
    answered = Int(0).tag(sync=True)
    signs = Dict().tag(sync=True)
    language = Unicode("en").tag(sync=True)

    def __init__(self, *, after: str | None = None, **traits: Any) -> None:
        for name, value in traits.items():
            self._check(name, value)
        super().__init__(strings=self._words(), signs=number_signs(), language=language(), **traits)
        self.controls = self._controls()
        self._wait_for(after)
        self.observe(self._again, names=[*self._inputs, "step", "narrow"])
        self.on_msg(self._heard)
        self.refresh()

    def refresh(self) -> None:
        """Work out what is shown for what is set now."""
        with in_language(self.language):
            self.shown = {} if self.covered else self._describe()
        # An answer also where nothing that is shown changed: the browser waits for one.
        self.answered += 1

    def _again(self, _change: Any) -> None:
        self.refresh()

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        """A button of the browser was pressed: ``{"do": name}``."""
        if isinstance(content, dict) and not self.covered:
            self._do(content)

    def _do(self, content: dict[str, Any]) -> None:
        """Act on a message; a message that means nothing is passed over."""

    def _check(self, name: str, value: Any) -> None:
        limits = self._ranges.get(name)
        if limits is not None:
            check_range(name, value, *limits)
        known = self._choices.get(name)
        if known is not None:
            check_choice(name, value, known)

    @validate("step")  # type: ignore[untyped-decorator]
    def _known_step(self, proposal: Any) -> int:
        return max(0, min(self._steps - 1, int(proposal["value"])))

    def _checked(self, proposal: Any) -> Any:
        """For the validators of subclasses."""
        self._check(proposal["trait"].name, proposal["value"])
        return proposal["value"]

    def _words(self) -> dict[str, Any]:
        """Texts of the browser's side: those of the subclass and the common ones."""
        return {
            "colon": colon(),
            "covered": covered_text(),
            "steps_name": _("Steps"),
            "settings": _("Change the settings"),
            "exact": _("Exact numbers"),
            "to_confirm": _("to be confirmed"),
            "print": _("Print this table"),
            **self._texts(),
        }

    def _texts(self) -> dict[str, Any]:
        """Texts of the subclass: at least ``name`` and ``steps``."""
        raise NotImplementedError

    def _controls(self) -> list[dict[str, Any]]:
        raise NotImplementedError

    def _describe(self) -> dict[str, Any]:
        raise NotImplementedError

    @property
    def summary(self) -> str:
        """What is shown, in words."""
        with in_language(self.language):
            if self.covered:
                return covered_text()
            notes = [note["text"] for note in self.shown.get("notes", ())]
            return " ".join((self.shown["said"], *notes))

    def static_html(self) -> str:
        """Sentence, picture, notes and tables as escaped HTML."""
        with in_language(self.language):
            if self.covered:
                return f"<p>{escape(covered_text())}</p>"
            return static_page(self.strings["name"], {**self.shown, "svg": self._static_svg()})

    def _static_svg(self) -> str:
        """The picture of a page without a browser side."""
        return str(self.shown.get("svg", ""))

    def _predicted(self, question: Question | None, value: Any) -> None:
        if question:
            shown = f"{shown_value(value)} {question.unit}".strip()
            with in_language(self.language):
                self.predicted = _("Your prediction: {shown}.").format(shown=shown)
        self.refresh()


def covered_text() -> str:
    """What to do before the picture is shown."""
    return _("Give your prediction above and press “Show me”. Then the picture opens here.")


def note(text: str, kind: str = "", *, confirm: bool = False) -> dict[str, Any]:
    """A paragraph under the picture; ``kind`` is "", "good", "part" or "bad"."""
    return {"text": text, "kind": kind, "confirm": confirm}


def table(
    caption: str, head: list[str], rows: list[list[str]], *, printable: bool = False
) -> dict[str, Any]:
    """A table of texts; the first column holds the names of the rows."""
    return {"caption": caption, "head": head, "rows": rows, "printable": printable}


def slider(  # noqa: PLR0913, PLR0917  (one line of a control panel)
    name: str, label: str, low: float, high: float, step: float, form: str = "count"
) -> dict[str, Any]:
    """A slider.

    ``form`` is how its value is written: count, percent, minutes, or permyriad, which is a share
    told as a number in 10,000.
    """
    kinds = {"kind": "range", "name": name, "label": label, "min": low, "max": high}
    unit = {"minutes": _("{n} min"), "permyriad": _("{n} in 10,000")}.get(form, "{n}")
    return {**kinds, "step": step, "form": form, "unit": unit}


def choice(name: str, label: str, options: list[tuple[str, str]]) -> dict[str, Any]:
    """Buttons of which one is pressed."""
    listed = [{"value": value, "text": text} for value, text in options]
    return {"kind": "choice", "name": name, "label": label, "options": listed}


def switch(name: str, label: str) -> dict[str, Any]:
    """A box to tick."""
    return {"kind": "switch", "name": name, "label": label}


def static_page(name: str, shown: dict[str, Any]) -> str:
    """What is shown as a plain page."""
    notes = "".join(f"<p>{escape(note['text'])}</p>" for note in shown.get("notes", ()))
    tables = "".join(
        html_table(each["head"], each["rows"], each["caption"]) for each in shown.get("tables", ())
    )
    said = f"<p><strong>{escape(shown['said'])}</strong></p>"
    picture = f"<figure>{shown['svg']}</figure>" if shown.get("svg") else ""
    return f"<section><p>{escape(name)}</p>{said}{picture}{notes}{tables}</section>"
