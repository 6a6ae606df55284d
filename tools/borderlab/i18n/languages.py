"""Which languages there are, how each writes numbers and dates, and which one is in use.

A language exists as soon as ``borderlab/locale/<code>/language.json`` exists: adding one needs no
change of code.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

from borderlab.paths import PACKAGE

LOCALE = PACKAGE / "locale"
SOURCE_LANGUAGE = "en"
_LAST = 1000  # languages without a place in the order come after those that have one


class LanguageError(ValueError):
    """A language that the kit does not have, or a language file that cannot be used.

    What the kit does not have is said in the language in use.
    """


@dataclass(frozen=True, slots=True)
class Language:
    """How one language writes numbers, percentages, dates and times.

    Attributes:
        code: ISO 639-1 code, as in the folder names.
        name: the language's own name for itself.
        english_name: its name in English, for trainers.
        decimal: the decimal sign.
        group: the sign between groups of three digits.
        group_from: fewest digits in the whole part that are grouped (5 in Spanish).
        percent: pattern with ``{n}``.
        months: twelve names.
        first_day: how the first day of a month is written (``1er`` in French).
        date: pattern with ``{day}``, ``{month}``, ``{year}``.
        time: pattern with ``{hour}`` (0 to 23) and ``{minute}``.
        moment: pattern with ``{date}`` and ``{time}``.
        order: place in lists of languages; 0 means after all others.
    """

    code: str
    name: str
    english_name: str
    decimal: str
    group: str
    group_from: int
    percent: str
    months: tuple[str, ...]
    first_day: str
    date: str
    time: str
    moment: str
    order: int = 0


def _read(code: str) -> Language:
    path = LOCALE / code / "language.json"
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
        found = Language(**{**fields, "months": tuple(fields["months"])})
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise LanguageError(f"the language file {path} cannot be used: {error}") from error
    if found.code != code or len(found.months) != 12:  # noqa: PLR2004  (months of a year)
        raise LanguageError(f"the language file {path} needs the code {code!r} and 12 months")
    return found


def _discover() -> tuple[str, ...]:
    codes = [path.parent.name for path in LOCALE.glob("*/language.json")]
    return tuple(sorted(codes, key=lambda code: (details(code).order or _LAST, code)))


def _unknown(code: str) -> LanguageError:
    from borderlab.i18n.catalogues import gettext as _

    text = _("The kit has no language “{name}”. Choose one of: {known}.")
    return LanguageError(text.format(name=code, known=", ".join(LANGUAGES)))


@cache
def details(code: str) -> Language:
    """How the language with this code writes numbers and dates.

    Raises:
        LanguageError: no such language (the message lists the ones there are), or its file is
            damaged.
    """
    if not (LOCALE / code / "language.json").is_file():
        raise _unknown(code)
    return _read(code)


LANGUAGES: tuple[str, ...] = _discover()
_state = {"language": SOURCE_LANGUAGE}


def match(name: str) -> str | None:
    """The kit's code for a locale name such as ``fr_CA.UTF-8`` or ``es-419``, or None."""
    code = name.replace("-", "_").split("_")[0].split(".")[0].strip().lower()
    return code if code in LANGUAGES else None


def set_language(code: str) -> None:
    """Use this language from now on.

    Raises:
        LanguageError: the kit does not have it; the message lists the ones it has.
    """
    found = match(code)
    if found is None:
        raise _unknown(code)
    _state["language"] = found


def language() -> str:
    """The code of the language in use."""
    return _state["language"]


@contextmanager
def in_language(code: str) -> Iterator[None]:
    """Use another language inside a ``with`` block."""
    before = language()
    set_language(code)
    try:
        yield
    finally:
        _state["language"] = before


def system_language() -> str:
    """The language of the participant's computer if the kit has it, else English.

    ``BORDERLAB_LANGUAGE`` overrides what the system says.
    """
    names = [os.environ.get("BORDERLAB_LANGUAGE", "")]
    names += os.environ.get("LANGUAGE", "").split(":")
    names += [os.environ.get(variable, "") for variable in ("LC_ALL", "LC_MESSAGES", "LANG")]
    names.append(_desktop_language())
    for name in names:
        found = match(name)
        if found is not None:
            return found
    return SOURCE_LANGUAGE


def _desktop_language() -> str:
    """What Windows shows its menus in; elsewhere what the C library was told."""
    import locale

    if sys.platform == "win32":
        import ctypes

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    try:
        return locale.getlocale()[0] or ""
    except ValueError:
        return ""
