"""A table of plain texts as HTML, for pages without a browser side."""

from __future__ import annotations

from html import escape


def html_table(heads: list[str], rows: list[list[str]], caption: str) -> str:
    """A table of plain texts as escaped HTML."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(text)}</td>" for text in row[1:])
        + "</tr>"
        for row in rows
    )
    return (
        f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )
