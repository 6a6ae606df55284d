"""The data dictionary: one CSV in three languages, and one page in each language."""

from __future__ import annotations

from html import escape

from borderlab.i18n import translator
from borderlab.world import dictionary_words as words
from borderlab.world.schema import PARTICIPANT_TABLES, Field
from coursekit.data.tables import csv_text

DICTIONARY_HEAD = ("table", "name", "meaning_en", "meaning_fr", "meaning_es", "unit_en", "unit_fr", "unit_es",
                   "type", "allowed_values", "may_be_empty")  # fmt: skip
_SHOWN = 24  # more categories than this are named by their number on the page


def _values(field: Field) -> list[str]:
    return list(field.values()) if field.values is not None else []


def dictionary_csv() -> str:
    """Columns: table, name, meaning in EN, FR and ES, unit, type, allowed values, may be empty."""
    say = {code: translator(code).gettext for code in ("en", "fr", "es")}
    rows = []
    for table, fields in PARTICIPANT_TABLES.items():
        for f in fields:
            meanings = [say[code](f.meaning) for code in ("en", "fr", "es")]
            units = [say[code](f.unit) if f.unit else "" for code in ("en", "fr", "es")]
            rows.append((table, f.name, *meanings, *units, f.kind, ";".join(_values(f)), "yes" if f.empty else "no"))
    return csv_text(DICTIONARY_HEAD, rows)


def _row(field: Field, language: str) -> str:
    say = translator(language).gettext
    values = _values(field)
    if len(values) > _SHOWN:
        allowed = escape(say(words.MANY).format(n=len(values)))
    else:
        allowed = ", ".join(f"<code>{escape(value)}</code>" for value in values)
    empty = say(words.MAY_BE_EMPTY) if field.empty else ""
    unit = say(field.unit) if field.unit else ""
    cells = (say(field.meaning), unit, say(words.TYPES[field.kind]), empty)
    texts = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f'<tr><th scope="row"><code>{escape(field.name)}</code></th>{texts}<td>{allowed}</td></tr>'


def dictionary_page(language: str) -> str:
    """One self-contained page that explains all columns in a language."""
    say = translator(language).gettext
    title, note = say(words.TITLE), say(words.NOTE)
    heads = [say(text) for text in words.HEADS]
    tables = ""
    for name, fields in PARTICIPANT_TABLES.items():
        head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
        body = "".join(_row(field, language) for field in fields)
        caption = f"{escape(say(words.TITLES[name]))} (<code>{name}.csv</code>)"
        tables += f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(say(words.TITLES[name]))}"><table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>\n'
    return _PAGE.format(language=language, title=escape(title), note=escape(note), tables=tables)


_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><style>
:root {{ color-scheme: light dark; --ink: #1d2733; --paper: #fff; --line: #c9d3dd; --head: #eef3f7; }}
@media (prefers-color-scheme: dark) {{ :root {{ --ink: #e6edf3; --paper: #12181f; --line: #3a4754; --head: #1d2731; }} }}
body {{ font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }}
.scroll {{ overflow-x: auto; margin: 2rem 0; }} table {{ border-collapse: collapse; width: 100%; font-size: .92rem; }}
caption {{ text-align: left; font-weight: 600; font-size: 1.15rem; padding: .4rem 0; }}
th, td {{ border-bottom: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top; }}
thead th {{ background: var(--head); position: sticky; top: 0; }} code {{ font-size: .9em; overflow-wrap: anywhere; }}
</style></head><body><h1>{title}</h1><p>{note}</p>
{tables}</body></html>
"""
