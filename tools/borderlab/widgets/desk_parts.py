"""Pieces of which the answer of a source is made, as plain data that the browser lays out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from borderlab import reference, world
from borderlab.documents.kinds import BLANK_DATE
from borderlab.i18n import date, language, number
from borderlab.i18n import gettext as _
from borderlab.reference.rows import Row
from borderlab.widgets.display import colon

Part = dict[str, Any]
_POWERS = str.maketrans("23", "²³")


def facts(rows: Iterable[tuple[str, str]]) -> Part:
    """Names and values; rows without a value are left out."""
    return {"kind": "facts", "rows": [list(row) for row in rows if row[1]]}


def table(head: Sequence[str], rows: Iterable[Sequence[str]], none: str) -> Part:
    """A table, or a sentence where it would be empty."""
    cells = [list(row) for row in rows]
    return {"kind": "table", "head": list(head), "rows": cells} if cells else text(none)


def text(words: str) -> Part:
    """A paragraph."""
    return {"kind": "text", "text": words}


def picture(svg: str, alt: str) -> Part:
    """A picture and the same in words."""
    return {"kind": "picture", "svg": svg, "alt": alt}


def day(when: dt.date | str | None) -> str:
    """A date in the language in use; "" where there is none."""
    if not when or when == BLANK_DATE:
        return ""
    return date(dt.date.fromisoformat(when) if isinstance(when, str) else when)


def state(code: str | None) -> str:
    """A State's name with its code."""
    if not code:
        return ""
    if code in world.atlas().codes:
        return f"{world.atlas().state(code).names[language()]} ({code})"
    return {"XL": _("Territory that is not a Party (XL)"), "XX": _("unknown (XX)")}.get(code, code)


def amount(quantity: float | None, unit: str | None) -> str:
    """A quantity with its unit."""
    if quantity is None or quantity < 0:
        return ""
    known = reference.units().get(reference.unit_code(unit or "NAR")) if _unit(unit) else None
    if known is None or known.code == "NAR":
        return number(quantity) if known is not None else f"{number(quantity)} {unit}"
    return f"{number(quantity)} {known.symbol.translate(_POWERS)}"


def _unit(unit: str | None) -> bool:
    try:
        return bool(reference.unit_code(unit or "NAR"))
    except reference.UnknownNameError:
        return False


def term(code: str | None) -> str:
    """A description of goods with its code."""
    try:
        return f"{reference.term(code or '').label(language())} ({code})" if code else ""
    except reference.UnknownNameError:
        return code or ""


def marked(words: str, row: Row) -> str:
    """Words with the mark of a row that was not read in a primary text."""
    mark = reference.confirm_mark(row)
    return f"{words} [{mark}]" if mark else words


def words(parts: Iterable[Part]) -> str:
    """Parts as plain lines."""
    lines: list[str] = []
    for part in parts:
        if part["kind"] == "facts":
            lines += [f"{name}{colon()}{value}" for name, value in part["rows"]]
        elif part["kind"] == "table":
            lines += [" | ".join(row) for row in (part["head"], *part["rows"])]
        else:
            lines.append(part.get("text") or part.get("alt", ""))
    return "\n".join(line for line in lines if line)


def html(parts: Iterable[Part]) -> str:
    """Parts as escaped HTML."""
    return "".join(f"<p>{escape(line)}</p>" for line in words(parts).split("\n") if line)
