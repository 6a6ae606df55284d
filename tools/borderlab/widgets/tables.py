"""A table of plain texts as HTML, for pages without a browser side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


def html_table(heads: Sequence[str], rows: Iterable[Sequence[str]], caption: str = "") -> str:
    """A table of plain texts as escaped HTML.

    Args:
        heads: of the columns; empty for a table without a head.
        rows: their cells; the first of a row names it.
        caption: above the table; "" for none.
    """
    above = f"<caption>{escape(caption)}</caption>" if caption else ""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    top = f"<thead><tr>{head}</tr></thead>" if heads else ""
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th>'
        + "".join(f"<td>{escape(text)}</td>" for text in cells)
        + "</tr>"
        for name, *cells in rows
    )
    return f"<table>{above}{top}<tbody>{body}</tbody></table>"
