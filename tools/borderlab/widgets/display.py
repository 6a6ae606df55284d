"""How things reach the page: live widgets, and plain HTML where nothing can be clicked.

Without a browser (grading, notebook tests, exported pages) a widget would be an empty place, so
there the same content is shown as escaped HTML and plain text.
"""

from __future__ import annotations

from html import escape
from typing import Any, ClassVar

import anywidget
from traitlets import Dict, Unicode

from borderlab.answers.store import headless
from borderlab.i18n import details, language
from borderlab.i18n import gettext as _
from borderlab.widgets import assets

HTML = "text/html"
PLAIN = "text/plain"


def number_signs() -> dict[str, Any]:
    """How the language in use writes numbers, for the browser's side (``numberWriter``)."""
    style = details(language())
    return {
        "decimal": style.decimal,
        "group": style.group,
        "group_from": style.group_from,
        "percent": style.percent,
    }


def colon() -> str:
    """The colon of the language in use with its spaces, to stand between a name and a value."""
    return _("{name}: {value}").format(name="", value="")


class ShownOnce:
    """Displays itself once per cell, so ``grid = kit.base_rate_grid()`` and a bare call both show.

    A function that makes such a thing calls `show`; if the call is also the cell's last
    expression, the notebook's second attempt to display it is ignored.
    """

    _shown_by: int | None = None

    def bundle(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """The content by MIME type, and its metadata."""
        raise NotImplementedError

    def _ipython_display_(self) -> None:
        from IPython import get_ipython
        from IPython.display import display

        shell = get_ipython()
        cell = shell.execution_count if shell is not None else None
        if cell is not None and self._shown_by == cell:
            self._shown_by = None
            return
        self._shown_by = cell
        data, metadata = self.bundle()
        display(data, metadata=metadata, raw=True)


def show(thing: Any) -> Any:
    """Display a thing now and give it back; outside a notebook only give it back."""
    import sys

    ipython = sys.modules.get("IPython")
    if ipython is not None and ipython.get_ipython() is not None:
        thing._ipython_display_()
    return thing


class StaticView(ShownOnce):
    """Content that needs no browser side.

    Args:
        html: HTML that is already escaped.
        text: The same in plain text.
    """

    def __init__(self, html: str, text: str) -> None:
        self.html = html
        self.text = text

    def bundle(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """HTML and plain text."""
        return {HTML: self.html, PLAIN: self.text}, {}

    def __repr__(self) -> str:
        return self.text


def sentence(text: str, *, problem: bool = False) -> StaticView:
    """One sentence for the reader; a problem is announced to screen readers as an alert."""
    role = "alert" if problem else "status"
    sign = "⚠ " if problem else ""
    look = "margin:4px 0;padding:10px 14px;border-radius:8px;max-width:860px;"
    look += "background:#fdf2dd;color:#3a2600;" if problem else "background:#e6f3ea;color:#12391f;"
    body = f'<div role="{role}" lang="{language()}" style="{look}">{sign}{escape(text)}</div>'
    return StaticView(body, f"{sign}{text}")


class KitWidget(ShownOnce, anywidget.AnyWidget):  # type: ignore[misc]
    """Base of the kit's widgets: one browser module, texts from the catalogue, a fallback.

    Subclasses name their browser files and say what a reader without a browser sees.
    """

    _script: ClassVar[str] = ""
    _styles: ClassVar[tuple[str, ...]] = ()

    _esm = Unicode().tag(sync=True)
    _css = Unicode().tag(sync=True)
    strings = Dict().tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        traits.setdefault("_esm", assets.esm(self._script) if self._script else "")
        traits.setdefault("_css", assets.css(*self._styles))
        super().__init__(**traits)

    @property
    def summary(self) -> str:
        """What the widget shows, in words."""
        raise NotImplementedError

    def static_html(self) -> str:
        """What the widget shows, as escaped HTML."""
        return f"<p>{escape(self.summary)}</p>"

    def bundle(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """The live view first, then the fallbacks."""
        live: tuple[dict[str, Any], dict[str, Any]] | None = super()._repr_mimebundle_()
        data, metadata = live or ({}, {})
        return {**data, HTML: self.static_html(), PLAIN: self.summary}, metadata

    def _repr_mimebundle_(self, **_options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        return self.bundle()

    def view(self) -> KitWidget | StaticView:
        """This widget, or where nobody can click, what it shows."""
        return StaticView(self.static_html(), self.summary) if headless() else self
