"""Markdown of trainers and of tasks as HTML; raw HTML in it stays visible as text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markupsafe import Markup


@cache
def markdown(text: str) -> Markup:
    """A text of the course; each is converted once."""
    return rendered(text)


def rendered(text: str) -> Markup:
    """A text that belongs to one participant."""
    from markupsafe import Markup

    return Markup(_renderer().render(text))  # noqa: S704  (raw HTML is off)


@cache
def _renderer() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")
