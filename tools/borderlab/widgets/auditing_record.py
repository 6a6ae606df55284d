"""The audit record: what was checked, result, decision, reviewer and date, in one language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from html import escape

from borderlab.i18n import date, language
from borderlab.i18n import gettext as _

LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Entry:
    """What the reviewer adds, in their own words.

    Attributes:
        decision: in the language of the record; empty if none was taken yet.
        reasons: free text.
        reviewer: the post, not the person.
        on: day of the audit.
    """

    decision: str = ""
    reasons: str = ""
    reviewer: str = ""
    on: dt.date | None = None


def parts(
    checked: list[str], result: list[str], cautions: list[str], entry: Entry
) -> list[tuple[str, list[str]]]:
    """The record in order: headings and their lines; an empty line shows as a gap to fill."""
    gap = "…"
    day = date(entry.on) if entry.on else gap
    return [
        (_("What was checked"), checked),
        (_("Result"), result),
        (_("Read with care"), cautions),
        (_("Decision"), [entry.decision or gap]),
        (_("Reasons"), (entry.reasons[:LONGEST].strip() or gap).splitlines()),
        (_("Reviewer"), [entry.reviewer[:200].strip() or gap]),
        (_("Date"), [day]),
    ]


def as_text(title: str, record: list[tuple[str, list[str]]]) -> str:
    """The record as plain text."""
    blocks = [title] + [f"{head}\n" + "\n".join(f"- {x}" for x in lines) for head, lines in record]
    return "\n\n".join(blocks) + "\n"


def as_html(title: str, record: list[tuple[str, list[str]]]) -> str:
    """The record as a page of its own, ready to print; everything escaped."""
    blocks = "".join(
        f"<h2>{escape(head)}</h2><ul>{''.join(f'<li>{escape(x)}</li>' for x in lines)}</ul>"
        for head, lines in record
    )
    style = (
        "body{font:16px/1.5 system-ui,sans-serif;max-width:44em;margin:2em auto;padding:0 1em}"
        "h1{font-size:1.5em}h2{font-size:1.1em;margin-bottom:.2em}ul{margin:0;padding-left:1.2em}"
    )
    return (
        f'<!doctype html><html lang="{language()}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
        f"<style>{style}</style></head><body><h1>{escape(title)}</h1>{blocks}</body></html>"
    )
