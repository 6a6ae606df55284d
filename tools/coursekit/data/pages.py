"""HTML of the trainers' pages: one self-contained page, readable tables."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np

_SMALL = 10  # smaller numbers are shown with four decimals


def table(head: Sequence[str], rows: Sequence[Sequence[object]], caption: str) -> str:
    """A table with caption and header cells that can be scrolled by keyboard."""
    top = "".join(f'<th scope="col">{escape(text)}</th>' for text in head)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(_text(cell))}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _text(cell: object) -> str:
    if isinstance(cell, bool | np.bool_):
        return "yes" if cell else "NO"
    if isinstance(cell, float):
        return f"{cell:,.4f}" if abs(cell) < _SMALL else f"{cell:,.1f}"
    return f"{cell:,}" if isinstance(cell, int) else str(cell)


def page(title: str, body: str, language: str) -> str:
    """A whole page that loads nothing from elsewhere, for light and dark screens."""
    return _PAGE.format(title=escape(title), body=body, language=language)


_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><style>
:root {{ color-scheme: light dark; --ink: #1d2733; --paper: #fff; --line: #c9d3dd;
  --head: #eef3f7; --accent: #14558f; }}
@media (prefers-color-scheme: dark) {{
  :root {{ --ink: #e6edf3; --paper: #12181f; --line: #3a4754; --head: #1d2731;
    --accent: #7db4e6; }} }}
body {{ font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }}
h2 {{ margin-top: 2.5rem; border-bottom: 2px solid var(--accent); padding-bottom: .2rem; }}
figure {{ margin: 1.5rem 0; background: #fff; color: #1d2733; padding: .5rem; max-width: 62rem; }}
figure svg {{ max-width: 100%; height: auto; }}
.scroll {{ overflow-x: auto; margin: 1.5rem 0; }}
.scroll:focus-visible {{ outline: 3px solid var(--accent); }}
table {{ border-collapse: collapse; font-size: .92rem; }}
caption {{ text-align: left; font-weight: 600; font-size: 1.1rem; padding: .4rem 0; }}
th, td {{ border-bottom: 1px solid var(--line); padding: .3rem .6rem; text-align: left;
  vertical-align: top; font-variant-numeric: tabular-nums; }}
thead th {{ background: var(--head); }}
code {{ font-size: .9em; overflow-wrap: anywhere; }}
</style></head><body><main><h1>{title}</h1>
{body}</main></body></html>
"""
