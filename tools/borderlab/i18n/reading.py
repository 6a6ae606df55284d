"""Numbers as people type them, in the habits of any of the kit's languages."""

from __future__ import annotations

import re

from borderlab.i18n.catalogues import gettext as _
from borderlab.i18n.languages import details, language
from borderlab.i18n.numbers import number

_MAX_LENGTH = 60
_SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2009\t"), " ")
_MINUS = dict.fromkeys(map(ord, "\u2212\u2013\u2012"), "-")
_APOSTROPHES = dict.fromkeys(map(ord, "\u2019'"), " ")  # 1'234: as a space between groups
_GROUPED = re.compile(r"\d{1,3}(?: \d{3})+")
_POWER = re.compile(r"(\d+(?:[.,]\d+)?)[eE]([+-]?\d{1,2})")


class NumberError(ValueError):
    """A typed text that is no number or could mean two; the message says what to type."""


def parse_number(text: str, unit: str = "%", code: str | None = None) -> float:
    """The number somebody typed.

    Both decimal signs, spaces or the other sign between groups of three, a sign in front and the
    unit behind are accepted: ``1 234,5``, ``1,234.5``, ``1.234,5``, ``4.7 %``.

    Args:
        text: what was typed.
        unit: a unit that may stand behind the number and is dropped.
        code: language whose habit decides; default the one in use.

    Raises:
        NumberError: no number, or one that can be read in two ways. The message is a sentence in
            the language in use.
    """
    shown = text.strip()
    body = shown.translate(_SPACES | _MINUS | _APOSTROPHES).strip()
    if not body:
        raise NumberError(_("Type a number."))
    if unit and body.casefold().endswith(unit.casefold()):
        body = body[: -len(unit)].rstrip()
    negative = body.startswith("-")
    body = body[1:].lstrip() if body[:1] in {"-", "+"} else body
    if len(shown) > _MAX_LENGTH or not body or not body.isascii():
        raise _no_number(shown)
    value = _value(body, shown, code or language())
    return -value if negative and value else value


def _value(body: str, shown: str, code: str) -> float:
    power = _POWER.fullmatch(body)
    if power:
        return float(f"{power[1].replace(',', '.')}e{power[2]}")
    if not re.fullmatch(r"[\d.,]+(?: [\d.,]+)*", body):
        raise _no_number(shown)
    whole, fraction = _split(body, shown, code)
    if not re.fullmatch(r"\d*", fraction) or not whole + fraction:
        raise _no_number(shown)
    return float(f"{whole or '0'}.{fraction or '0'}")


def _split(body: str, shown: str, code: str) -> tuple[str, str]:
    """The digits before and after the decimal sign."""
    signs = [char for char in body if char in ".,"]
    if not signs:
        return _whole(body, " ", shown), ""
    last = signs[-1]
    whole, _sign, fraction = body.rpartition(last)
    if len(set(signs)) == 2:  # noqa: PLR2004  (1.234,5 or 1,234.5)
        other = signs[0]
        return _whole(whole, other, shown), fraction
    if len(signs) > 1:
        return _whole(body, last, shown), ""
    if " " in whole or whole == "0" or not _GROUPED.fullmatch(f"{whole} {fraction}"):
        return _whole(whole, " ", shown), fraction
    style = details(code)
    if last == style.decimal:
        return whole, fraction
    if last == style.group:
        return whole + fraction, ""
    raise _two_ways(shown, whole, fraction, code)


def _whole(body: str, separator: str, shown: str) -> str:
    """Digits with or without groups of three."""
    spaced = body.replace(separator, " ")
    if separator != " " and " " in body:
        raise _no_number(shown)
    if spaced.isdigit() or not spaced:
        return spaced
    if not _GROUPED.fullmatch(spaced):
        raise _no_number(shown)
    return spaced.replace(" ", "")


def _no_number(shown: str) -> NumberError:
    shown = shown if len(shown) <= _MAX_LENGTH else shown[:_MAX_LENGTH] + "…"
    message = _("“{text}” is not a number. Type digits only, for example {example}.")
    return NumberError(message.format(text=shown, example=number(12.5)))


def _two_ways(shown: str, whole: str, fraction: str, code: str) -> NumberError:
    message = _("“{text}” can be read in two ways. Type {large} or {small}.")
    small = f"{whole}{details(code).decimal}{fraction}"
    return NumberError(message.format(text=shown, large=whole + fraction, small=small))
