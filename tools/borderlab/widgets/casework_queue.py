"""The queue of permits: live animals first, minutes that run out, and errors of both kinds."""

from __future__ import annotations

from html import escape
from typing import Any

from traitlets import Dict, TraitError, Unicode

from borderlab.i18n import gettext as _
from borderlab.i18n import in_language, language
from borderlab.widgets import casework_queue_model as model
from borderlab.widgets import casework_queue_score as score
from borderlab.widgets import casework_queue_texts as texts
from borderlab.widgets.desk_sheet import sheet
from borderlab.widgets.display import KitWidget, StaticView, show
from borderlab.widgets.ranges import SettingError

_MOST_READING = 3600.0


class PermitQueue(KitWidget):
    """A counter with a queue of permits, worked with the mouse or in code.

    In code: ``queue.take("q1")``, ``queue.look()``, ``queue.decide("consult")``,
    ``queue.finish()``, ``queue.results``.

    Attributes:
        state: what the browser shows: clock, queue, the permit on the desk, the end.
        sheet: the permit on the desk, drawn.
        problem: what went wrong, in a sentence; else "".
    """

    _script = "casework_queue.js"
    _styles = ("desk.css", "desk_tools.css", "casework.css", "casework_queue.css")

    state = Dict().tag(sync=True)
    sheet = Dict().tag(sync=True)
    problem = Unicode().tag(sync=True)
    language = Unicode("en").tag(sync=True)

    def __init__(self, permits: int, minutes: float, seed: int) -> None:
        if not 3 <= permits <= 20:  # noqa: PLR2004  (as the sentence says)
            raise SettingError(_("A queue has 3 to 20 permits."))
        if not 1 <= minutes <= 120:  # noqa: PLR2004  (as the sentence says)
            raise SettingError(_("The minutes of a queue go from 1 to 120."))
        self.items = model.queue(permits, seed)
        self.shift = model.Shift(self.items)
        self._minutes, self._current, self._phase = float(minutes), "", "ready"
        super().__init__(strings=texts.strings(), language=language())
        self._tell()
        self.on_msg(self._heard)

    @property
    def results(self) -> dict[str, score.Score]:
        """The shift in numbers, beside a strict and a lenient colleague on the same queue."""
        return {
            "you": score.score(self.shift),
            "strict": score.worked(self.items, score.strict),
            "lenient": score.worked(self.items, score.lenient),
        }

    def take(self, name: str) -> None:
        """Take a permit from the queue; ``name`` is ``"q1"``, ``"q2"``, ...

        Raises:
            SettingError: It is not waiting, or the shift is over.
        """
        item = self.shift.item(name)
        if item is None or self._phase == "done":
            raise SettingError(_("No permit “{name}” is waiting.").format(name=name))
        self._phase, self._current = "open", item.name
        self.shift.open(item)
        self._draw(item)
        self._tell()

    def look(self) -> None:
        """Look closely at the permit on the desk, with all sources."""
        if (item := self.shift.item(self._current)) is not None:
            self.shift.look(item)
        self._tell()

    def decide(self, action: str) -> None:
        """Decide on the permit on the desk: one of `casework_queue_model.DECISIONS`.

        Raises:
            SettingError: Another word.
        """
        if action not in model.DECISIONS:
            known = ", ".join(model.DECISIONS)
            text = _("There is no decision “{name}”. Choose one of: {known}.")
            raise SettingError(text.format(name=action, known=known))
        if (item := self.shift.item(self._current)) is not None:
            self.shift.decide(item, action)
            self._current = ""
        self._tell()

    def wait(self) -> None:
        """Wait for the next permit if none is there."""
        self._phase = "open" if self._phase == "ready" else self._phase
        self.shift.wait()
        self._tell()

    def finish(self) -> None:
        """Close the counter and see how the shift went."""
        self._phase, self._current = "done", ""
        self._tell()

    def restart(self) -> None:
        """Begin the same queue again."""
        self.shift = model.Shift(self.items)
        self._current, self._phase, self.sheet = "", "ready", {}
        self._tell()

    def _draw(self, item: model.Item) -> None:
        with in_language(self.language):
            prefix = f"{id(self):x}-{item.name}"
            drawn = sheet(item.case.permit, prefix=prefix, signs=item.case.signs, zipped=True)
            self.sheet = {"name": item.name, **drawn}

    def _tell(self) -> None:
        if self.shift.over and self._phase == "open":
            self._phase, self._current = "done", ""
        with in_language(self.language):
            current = self.shift.item(self._current)
            self.state = {
                "phase": self._phase,
                "now": self.shift.now,
                "length": self.shift.length,
                "rate": self.shift.length / (2 * 60 * self._minutes),
                "coming": sum(one.arrives > self.shift.now for one in self.items),
                "decided": len(self.shift.decisions),
                "queue": [texts.row(one, self.shift) for one in self.shift.here()],
                "current": texts.on_desk(current, self.shift) if current else {},
                "result": texts.result(self) if self._phase == "done" else {},
            }

    @property
    def summary(self) -> str:
        """Queue or result in words."""
        with in_language(self.language):
            return texts.summary(self, self._phase)

    def static_html(self) -> str:
        """The same as escaped HTML."""
        lines = "".join(f"<li>{escape(line)}</li>" for line in self.summary.split("\n")[1:])
        head = escape(self.summary.split("\n")[0])
        return f'<div lang="{self.language}"><p><strong>{head}</strong></p><ul>{lines}</ul></div>'

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        if not isinstance(content, dict):
            return
        with in_language(self.language):
            try:
                self.problem = ""
                self._act(content)
            except TraitError as error:
                self.problem = str(error)
            except Exception as error:  # noqa: BLE001  (a callback must never end in silence)
                self.problem = _("The kit made a mistake ({detail}).").format(detail=error)

    def _act(self, content: dict[str, Any]) -> None:
        read = content.get("read", 0)
        seconds = float(read) if isinstance(read, int | float) and read == read else 0.0  # noqa: PLR0124
        if self._phase == "open":
            self.shift.spend(min(max(seconds, 0.0), _MOST_READING) * self.state["rate"])
        if self.shift.over and self._phase == "open":
            self._tell()
            return
        acts = {"look": self.look, "wait": self.wait, "close": self.finish, "restart": self.restart}
        kind = str(content.get("type"))
        if kind == "open":
            self.take(str(content.get("name"))[:8])
        elif kind == "decide":
            self.decide(str(content.get("action"))[:16])
        elif kind in acts:
            acts[kind]()


def permit_queue(
    permits: int = 10, minutes: float = 10, *, seed: int = 4
) -> PermitQueue | StaticView:
    """Work a queue of permits against the office clock.

    Args:
        permits: How many, 3 to 20; the shift has 15 office minutes for each.
        minutes: With the clock on, reading for so many real minutes uses up half the shift,
            1 to 120. The clock can be paused or left off; nothing of it is graded.
        seed: Draws the queue.

    Returns:
        The queue, already displayed; its list in words where nobody can click.

    Raises:
        SettingError: a number is out of range.
    """
    return show(PermitQueue(permits, minutes, seed).view())  # type: ignore[no-any-return]
