"""The findings of a Party's own export as one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from borderlab.documents.explaining import explain, rule_text
from borderlab.documents.own_file import Examination
from borderlab.i18n import gettext as _
from borderlab.i18n import language, number

MOST = 2000
"""Findings shown in full; the CSV file has all of them."""
_STYLE = """
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:600;padding:.5rem 0}
th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:left;vertical-align:top}
.s{white-space:nowrap}.s::before{content:"\\25CB  "}.reject .s::before{content:"\\25A0  "}
.consult .s::before{content:"\\25B2  "}
.small{font-size:.9rem}
h1,td,li{overflow-wrap:anywhere}
@media (max-width:40rem){
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,caption,tbody,tr{display:block}
tr{border:1px solid #767676;margin-bottom:.75rem;padding:.4rem .6rem}
td{display:block;border:0;padding:.15rem 0}
td::before{content:attr(data-label) "\\2003";font-weight:600}
ul{padding-left:1.2rem}
}
@media print{
body{max-width:none;font-size:10pt;padding:0}.scroll{overflow:visible}
tr{break-inside:avoid}td,th{padding:.2rem .35rem}
}
"""


def _head(cells: list[str]) -> str:
    inner = "".join(f'<th scope="col" role="columnheader">{escape(cell)}</th>' for cell in cells)
    return f'<tr role="row">{inner}</tr>'


def _row(cells: list[str], head: list[str], css: str) -> str:
    """A row; on a phone it is a card whose cells carry the heading of their column."""
    inner = "".join(
        f'<td role="cell" data-label="{escape(label)}">{cell}</td>'
        for label, cell in zip(head, cells, strict=True)
    )
    return f'<tr role="row" class="{css}">{inner}</tr>'


def _table(caption: str, head: list[str], rows: Iterable[tuple[str, list[str]]]) -> str:
    label = escape(caption)
    body = "".join(_row(cells, head, css) for css, cells in rows)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{label}">'
        f'<table role="table"><caption>{label}</caption>'
        f'<thead role="rowgroup">{_head(head)}</thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _rules(found: Examination) -> str:
    rows = []
    for example, n in found.by_rule():
        said = explain(example)
        basis = f"{said.basis} ({said.mark})" if said.mark else said.basis
        rows.append(
            (
                example.severity,
                [
                    f'<span class="s">{escape(said.severity)}</span>',
                    escape(example.rule.rule_id),
                    escape(said.title),
                    number(n),
                    escape(rule_text(example.rule)["action"]),
                    f'{escape(said.caution)} <span class="small">{escape(basis)}</span>',
                ],
            )
        )
    head = [
        _("What it means"),
        _("Rule"),
        _("Finding"),
        _("Number"),
        _("What to do next"),
        _("Caution and basis"),
    ]
    return _table(_("Findings by rule"), head, rows)


def _findings(found: Examination) -> str:
    rows = []
    for item in found.each[:MOST]:
        said = found.said(item)
        rows.append(
            (
                item.severity,
                [
                    number(found.row(item)),
                    escape(found.number(item)),
                    f'<span class="s">{escape(said.severity)}</span>',
                    escape(item.rule.rule_id),
                    escape(f"{said.title} {said.detail}".strip()),
                    escape(said.where),
                ],
            )
        )
    head = [_("Row"), _("Permit"), _("What it means"), _("Rule"), _("Finding"), _("Where")]
    return _table(_("Findings by permit"), head, rows)


def html_report(found: Examination) -> str:
    """The page in the language in use; everything from the file is escaped."""
    title = _("Examination of {file}").format(file=found.table.report.file)
    summary = "".join(f"<li>{escape(line)}</li>" for line in found.summary())
    reading = "".join(f"<li>{escape(line)}</li>" for line in found.table.report.lines())
    heads = [escape(_("How the file was read")), escape(_("What was found"))]
    more = len(found.each) - MOST
    rest = ""
    if more > 0:
        text = _("{n} more findings are not shown here; the option --csv writes them all.").format(
            n=number(more)
        )
        rest = f"<p>{escape(text)}</p>"
    body = f"{_rules(found)}{_findings(found)}{rest}" if found.each else ""
    return (
        f'<!doctype html><html lang="{language()}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>{escape(title)}</h1><ul>{summary}</ul>"
        f"<h2>{heads[0]}</h2><ul>{reading}</ul><h2>{heads[1]}</h2>{body}</main></body></html>\n"
    )
