"""The facilitator's panel in a notebook: paste codes, look at the counts, reveal the answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from borderlab.answers.store import headless
from borderlab.i18n import in_language, language, match, set_language, system_language
from borderlab.widgets.display import ShownOnce, show
from coursekit.errors import KitError
from coursekit.grading.files import write
from coursekit.grading.text import _
from coursekit.results.notebooks import code, markdown, notebook_text, opening
from coursekit.session.board import Course, board

NOTEBOOK = "session.ipynb"


class Panel(ShownOnce):
    """A field for codes and the picture below it.

    Attributes:
        codes: what was pasted; may be set in code.
        reveal: whether the right answers are shown; may be set in code.
    """

    def __init__(self, course: Course) -> None:
        import ipywidgets as widgets

        self._course, self._language = course, language()
        wide = widgets.Layout(width="100%", height="120px")
        self._field = widgets.Textarea(
            description=_("Codes"),
            placeholder=_("Paste answer codes from the chat here. Names are passed over."),
            layout=wide,
        )
        self._button = widgets.ToggleButton(
            description=_("Reveal the answers"), icon="eye", layout=widgets.Layout(width="auto")
        )
        self._picture = widgets.HTML()
        for control in (self._field, self._button):
            control.observe(self._draw, "value")
        self._box = widgets.VBox([self._field, self._button, self._picture])
        self._draw()

    @property
    def codes(self) -> str:
        """What was pasted."""
        return str(self._field.value)

    @codes.setter
    def codes(self, text: str) -> None:
        self._field.value = text

    @property
    def reveal(self) -> bool:
        """Whether the right answers are shown."""
        return bool(self._button.value)

    @reveal.setter
    def reveal(self, on: bool) -> None:
        self._button.value = on

    @property
    def html(self) -> str:
        """The picture."""
        return str(self._picture.value)

    def bundle(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """The live panel; where nobody can click, the picture."""
        if headless():
            return {"text/html": self.html, "text/plain": _("Answers of the room")}, {}
        data: dict[str, Any] = self._box._repr_mimebundle_()
        return data, {}

    def _draw(self, _change: Any = None) -> None:
        with in_language(self._language):
            self._picture.value = str(board(self.codes, self._course, reveal=self.reveal))


def panel(lang: str = "", *, course: Path | None = None) -> Panel:
    """Show the panel.

    Args:
        lang: language of the picture; default the computer's.
        course: folder with ``modules``; default the checkout.

    Raises:
        KitError: this is no checkout of the kit.
    """
    set_language(match(lang) or system_language())
    found: Panel = show(Panel(Course(course)))
    return found


def notebook(path: Path) -> Iterator[str]:
    """Write the facilitator's notebook.

    Raises:
        KitError: there is a file of that name already.
    """
    if path.exists():
        raise KitError(_("{path} exists already. Name another file.").format(path=path))
    text = _(
        "Choose Run, Run All Cells. Ask people to paste their answer code into the chat, copy the "
        "whole chat, paste it into the field: everything but the codes is passed over. Nothing is "
        "sent anywhere, and it works without a network."
    )
    source = f'from coursekit.session.panel import panel\n\nroom = panel("{language()}")'
    title = markdown("title", "# " + _("Answers of the room") + "\n\n" + text)
    write(path, notebook_text([title, code("panel", source, hidden=True)]))
    yield _("Open this notebook with the next line and run all cells: {path}").format(path=path)
    yield opening(path)
