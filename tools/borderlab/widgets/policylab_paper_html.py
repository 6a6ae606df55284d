"""The policy paper as a page of HTML that stands alone and prints on one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from borderlab.widgets.policylab_paper_model import Paper, Piece, Section, words
from borderlab.widgets.tables import html_table

_STYLE = """
@page { size: A4; margin: 10mm 14mm }
body { max-width: 182mm; margin: 6mm auto; padding: 0 4mm; color: #16242c;
  font: 9.2pt/1.32 "Helvetica Neue", Helvetica, Arial, sans-serif }
h1 { margin: 0 0 1mm; font-size: 14.5pt; line-height: 1.2; color: #0b5a68 }
h2 { margin: 2.2mm 0 .5mm; font-size: 10pt; color: #0b5a68 }
p, ul, table { margin: 0 0 .8mm } ul { padding-left: 4.5mm }
.kicker, .foot { color: #4f616b; font-size: 8pt }
.note { padding: 1mm 2.5mm; background: #fdf2dd }
.gap { background: #fdf2dd; border-bottom: .3mm dashed #7a4a00 }
.filled { border-bottom: .2mm solid #7d8f99 }
table { width: 100%; border-collapse: collapse }
th, td { padding: .4mm 1.5mm; border-bottom: .2mm solid #c9d4da; text-align: right }
th:first-child, td:first-child { text-align: left; font-weight: normal }
thead th { font-weight: 600 }
@media print {
  body { margin: 0; padding: 0; font-size: 8.3pt; line-height: 1.24 }
  h1 { font-size: 13pt } h2 { margin-top: 1.4mm; font-size: 9pt }
  * { print-color-adjust: exact }
}
"""


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(
        f'<span class="{"filled" if piece.filled else "gap"}">{escape(piece.text)}</span>'
        if piece.field
        else escape(piece.text)
        for piece in pieces
    )


def _section(section: Section) -> str:
    title = f"<h2>{escape(section.title)}</h2>"
    if section.bullets:
        items = "".join(f"<li>{_text(pieces)}</li>" for pieces in section.paragraphs)
        return f"{title}<ul>{items}</ul>"
    return title + "".join(f"<p>{_text(pieces)}</p>" for pieces in section.paragraphs)


def body(paper: Paper) -> str:
    """The page without its frame, escaped."""
    parts = [
        f'<p class="kicker">{escape(paper.kicker)}</p>',
        f"<h1>{_text(paper.title)}</h1>",
        f'<p class="note">{escape(paper.note)}</p>',
    ]
    for at, section in enumerate(paper.sections):
        parts.append(_section(section))
        if at == paper.after:
            parts.append(html_table(paper.heads, paper.rows))
    parts.append(f'<p class="foot">{escape(paper.foot)}</p>')
    return "\n".join(parts)


def document(paper: Paper) -> str:
    """The whole page; needs nothing from anywhere else."""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(paper.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(words(paper.title))}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n{body(paper)}\n</body>\n</html>\n"
    )
