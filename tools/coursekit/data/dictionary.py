"""The data dictionary: one CSV in three languages, and one page in each language."""

from __future__ import annotations

from html import escape

from borderlab.i18n import translator
from borderlab.world import dictionary_words as words
from borderlab.world.schema import PARTICIPANT_TABLES, Field
from coursekit.data.pages import page
from coursekit.data.tables import csv_text

DICTIONARY_HEAD = (
    "table",
    "name",
    "meaning_en",
    "meaning_fr",
    "meaning_es",
    "unit_en",
    "unit_fr",
    "unit_es",
    "type",
    "allowed_values",
    "may_be_empty",
)
_SHOWN = 24  # more categories than this are named by their number on the page


def _values(field: Field) -> list[str]:
    return list(field.allowed()) if field.allowed is not None else []


def dictionary_csv() -> str:
    """Columns: table, name, meaning in EN, FR and ES, unit, type, allowed values, may be empty."""
    say = {code: translator(code).gettext for code in ("en", "fr", "es")}
    rows = []
    for table, fields in PARTICIPANT_TABLES.items():
        for f in fields:
            meanings = [say[code](f.meaning) for code in ("en", "fr", "es")]
            units = [say[code](f.unit) if f.unit else "" for code in ("en", "fr", "es")]
            rows.append(
                (
                    table,
                    f.name,
                    *meanings,
                    *units,
                    f.kind,
                    ";".join(_values(f)),
                    "yes" if f.empty else "no",
                )
            )
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
    return (
        f'<tr><th scope="row"><code>{escape(field.name)}</code></th>{texts}<td>{allowed}</td></tr>'
    )


def dictionary_page(language: str) -> str:
    """One self-contained page that explains all columns in a language."""
    say = translator(language).gettext
    title, note = say(words.TITLE), say(words.NOTE)
    heads = [say(text) for text in words.HEADS]
    tables = ""
    for name, fields in PARTICIPANT_TABLES.items():
        head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
        body = "".join(_row(field, language) for field in fields)
        name_said = escape(say(words.TITLES[name]))
        tables += (
            f'<div class="scroll" tabindex="0" role="region" aria-label="{name_said}"><table>'
            f"<caption>{name_said} (<code>{name}.csv</code>)</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>\n"
        )
    return page(title, f"<p>{escape(note)}</p>\n{tables}", language)
