"""Add a language: its number and date signs, and PO files for everything."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.errors import KitError
from coursekit.i18n.languages import language_file, languages
from coursekit.i18n.update import update

if TYPE_CHECKING:
    from babel import Locale

_DATE_FIELDS = re.compile(r"'([^']*)'|d+|M+|L+|y+|[A-Za-z]+")


def add_language(code: str, root: Path | None = None) -> list[Path]:
    """Register a language and make its PO files.

    Returns:
        The files made or changed.

    Raises:
        KitError: no such language, or the kit has it already.
    """
    from babel import Locale, UnknownLocaleError

    if code in languages(root):
        raise KitError(f"the language {code!r} exists already; its PO files are beside the modules")
    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError) as error:
        raise KitError(f"{code!r} is no language code; write, for example, pt") from error
    path = language_file(code, root)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(language_data(locale, len(languages(root)) + 1), ensure_ascii=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    return [path, *update(root)]


def language_data(locale: Locale, order: int) -> dict[str, Any]:
    """How a language writes numbers and dates, after the Unicode CLDR that Babel carries."""
    from babel.numbers import format_decimal, format_percent, get_group_symbol

    group = get_group_symbol(locale)
    return {
        "code": locale.language,
        "name": locale.get_language_name() or locale.language,
        "english_name": locale.get_language_name("en") or locale.language,
        "order": order,
        "decimal": format_decimal(0.5, locale=locale)[1],
        "group": group,
        "group_from": 4 if group in format_decimal(1234, locale=locale) else 5,
        "percent": format_percent(0.07, locale=locale).replace("7", "{n}"),
        "months": [locale.months["format"]["wide"][month] for month in range(1, 13)],
        "first_day": "1",
        "date": _date_pattern(locale),
        "time": "{hour:02d}:{minute:02d}",
        "moment": "{date}, {time}",
    }


def _date_pattern(locale: Locale) -> str:
    def field(found: re.Match[str]) -> str:
        sign = found.group()
        if sign.startswith("'"):
            return found[1]
        return {"d": "{day}", "M": "{month}", "L": "{month}", "y": "{year}"}.get(sign[0], "")

    return _DATE_FIELDS.sub(field, locale.date_formats["long"].pattern)
