"""The audit board: one profile, who bears it, and what a change would do."""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import Any

from traitlets import Bool, Dict, Float, Unicode, observe, validate

from borderlab.answers.store import headless
from borderlab.i18n import LANGUAGES, in_language, language
from borderlab.i18n import gettext as _
from borderlab.widgets import auditing_board_texts as texts
from borderlab.widgets import auditing_board_words as words
from borderlab.widgets import auditing_record as records
from borderlab.widgets.auditing_case import GROUPINGS, Case, Result, case, run
from borderlab.widgets.display import KitWidget, StaticView, number_signs, show
from borderlab.widgets.ranges import check_choice, check_range
from borderlab.widgets.tables import html_table

MOST_SHIFT = 3.0


class AuditBoard(KitWidget):
    """One profile audited by group.

    Everything set with the mouse can be read and set in code: ``board.without_origin = True``.

    Attributes:
        grouping: ``origin``, ``size`` or ``age``.
        without_origin: leave out all that uses the origin.
        shift: points by which the threshold of the group in question is raised, -3 to 3.
        truth_known: results of all consignments (simulator), or only of the inspected (office).
        decision: ``keep``, ``change``, ``withdraw``, ``wait`` or empty.
        reasons, reviewer, on: free texts and the date (YYYY-MM-DD) of the record.
        ready: whether the consignments are generated; before that the browser says so.
    """

    _script = "auditing_board.js"
    _styles = ("auditing.css", "auditing_board.css")

    grouping = Unicode("origin").tag(sync=True)
    without_origin = Bool(default_value=False).tag(sync=True)
    shift = Float(0.0).tag(sync=True)
    truth_known = Bool(default_value=True).tag(sync=True)
    decision = Unicode("").tag(sync=True)
    reasons = Unicode("").tag(sync=True)
    reviewer = Unicode("").tag(sync=True)
    on = Unicode("").tag(sync=True)
    ready = Bool(default_value=False).tag(sync=True)
    shown = Dict().tag(sync=True)
    signs = Dict().tag(sync=True)
    language = Unicode("en").tag(sync=True)

    def __init__(self, seed: int, **traits: Any) -> None:
        self._seed = seed
        super().__init__(
            strings=texts.browser_texts(), signs=number_signs(), language=language(), **traits
        )
        self.on_msg(self._heard)

    @property
    def _case(self) -> Case:
        return case(self._seed)

    def prepare(self) -> None:
        """Generate the consignments and show the first audit."""
        self._again()
        self.ready = True

    @property
    def result(self) -> Result:
        """The audit of the profile as it is set now."""
        return self._run(without_origin=self.without_origin, shift=self.shift)

    def _run(self, *, without_origin: bool, shift: float) -> Result:
        return run(
            self._case,
            self.grouping,
            texts.group_names(self.grouping),
            without_origin=without_origin,
            shift=shift,
            truth_known=self.truth_known,
        )

    @property
    def summary(self) -> str:
        """The audit in words."""
        with in_language(self.language):
            if not self.ready:
                return f"{self.strings['name']}. {self.strings['preparing']}"
            said, cautions = self._said()
            return " ".join([*said, *cautions])

    def _said(self) -> tuple[list[str], list[str]]:
        names = texts.group_names(self.grouping)
        result, base = self.result, self._run(without_origin=False, shift=0.0)
        said = words.reading(result, base, names, self._case, truth_known=self.truth_known)
        return said, words.warnings(result, truth_known=self.truth_known)

    def static_html(self) -> str:
        """Table, reading and warnings as escaped HTML."""
        with in_language(self.language):
            if not self.ready:
                return super().static_html()
            names = texts.group_names(self.grouping)
            table = texts.measure_table(texts.measures(self.result, names), names)
            said, cautions = self._said()
            lines = "".join(f"<li>{escape(text)}</li>" for text in said)
            care = "".join(f"<li>{escape(text)}</li>" for text in cautions)
            strings = self.strings
            return (
                f"<h4>{escape(strings['name'])}</h4><p>{escape(strings['story'])}</p>"
                f"{html_table(**table)}<h5>{escape(strings['reading'])}</h5><ul>{lines}</ul>"
                f"<h5>{escape(strings['warnings'])}</h5><ul>{care}</ul>"
            )

    def record(self, code: str | None = None, *, html: bool = True) -> str:
        """The audit record in a language, as a page or as plain text.

        Args:
            code: ``en``, ``fr`` or ``es``; default the language of the notebook.
            html: a page ready to print, or plain text.

        Raises:
            ValueError: another language.
        """
        chosen = code or self.language
        check_choice("code", chosen, LANGUAGES)
        with in_language(chosen):
            said, cautions = self._said()
            entry = records.Entry(
                texts.decisions().get(self.decision, ""), self.reasons, self.reviewer, _day(self.on)
            )
            checked = texts.checked(
                self.grouping, shift=self.shift, without_origin=self.without_origin
            )
            made = records.parts(checked, said, cautions, entry)
            title = _("Audit of a risk profile (training)")
            return records.as_html(title, made) if html else records.as_text(title, made)

    @validate("grouping", "shift", "decision", "on")  # type: ignore[untyped-decorator]
    def _allowed(self, proposal: Any) -> Any:
        name, value = proposal["trait"].name, proposal["value"]
        if name == "shift":
            check_range(name, value, -MOST_SHIFT, MOST_SHIFT)
            return value
        if name == "on":
            return value if _day(value) or not value else ""
        check_choice(name, value, GROUPINGS if name == "grouping" else ("", *texts.DECISIONS))
        return value

    @observe("grouping", "without_origin", "shift", "truth_known")  # type: ignore[untyped-decorator]
    def _changed(self, _change: Any) -> None:
        if self.ready:
            self._again()

    def _again(self) -> None:
        with in_language(self.language):
            names = texts.group_names(self.grouping)
            said, cautions = self._said()
            measures = texts.measures(self.result, names)
            self.shown = {
                "measures": measures,
                "table": texts.measure_table(measures, names),
                "reading": said,
                "warnings": cautions,
                "proxies": words.proxy_words(self._case, self.grouping, names),
                "group": names[0],
            }

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        if not isinstance(content, dict) or content.get("type") != "record":
            return
        code = content.get("language")
        code = code if code in LANGUAGES else self.language
        html = content.get("html") is True
        self.send(
            {
                "type": "record",
                "html": html,
                "name": f"audit_{code}.html",
                "text": self.record(code, html=html),
            }
        )


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def audit_board(
    *,
    grouping: str = "origin",
    without_origin: bool = False,
    shift: float = 0.0,
    truth_known: bool = True,
    seed: int = 5,
) -> AuditBoard | StaticView:
    """Audit one profile: burden, hit rates, calibration, ablation of origin, proxies.

    Args:
        grouping: ``origin``, ``size`` (small and larger traders) or ``age`` (new and older firms).
        without_origin: Leave out all that uses the origin.
        shift: Points by which the threshold of the group in question is raised, -3 to 3.
        truth_known: Results of all consignments, or as in an office only of the inspected.
        seed: Of the invented world and the draws.

    Returns:
        The live board, already displayed; the still one where nobody can click.

    Raises:
        TraitError: A value is out of range.
    """
    board = AuditBoard(
        seed,
        grouping=grouping,
        without_origin=without_origin,
        shift=shift,
        truth_known=truth_known,
    )
    if headless():
        board.prepare()
        return show(board.view())  # type: ignore[no-any-return]
    shown = show(board.view())
    board.prepare()
    return shown  # type: ignore[no-any-return]
