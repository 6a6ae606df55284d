"""Numbers and percentages as a language writes them."""

from __future__ import annotations

import math

from borderlab.i18n.languages import Language, details, language

MINUS = "\N{MINUS SIGN}"
_SIGNIFICANT = 12  # digits that are shown when nothing is said: hides float noise such as 0.1 + 0.2
_PLAIN_BELOW = 1e15  # larger or smaller numbers are shown with a power of ten
_PLAIN_ABOVE = 1e-9


def number(x: float, digits: int | None = None, code: str | None = None) -> str:
    """A number such as ``1,234.5``, ``1 234,5`` or ``1234,5``.

    Args:
        x: the number; not-a-number is shown as a dash, infinity by its sign.
        digits: decimals to show; None shows as many as the number has.
        code: language; default the one in use.
    """
    style = details(code or language())
    x = float(x)
    if math.isnan(x):
        return "\N{EN DASH}"
    sign = MINUS if x < 0 else ""
    if math.isinf(x):
        return sign + "\N{INFINITY}"
    whole, _, fraction = _plain(abs(x), digits).partition(".")
    if not any(digit in "123456789" for digit in whole + fraction):
        sign = ""
    return sign + _grouped(whole, style) + (style.decimal + fraction if fraction else "")


def percent(x: float, digits: int = 0, code: str | None = None) -> str:
    """A share such as 0.047 as a percentage: ``5%``, or with ``digits=1`` ``4.7%``."""
    style = details(code or language())
    return style.percent.format(n=number(float(x) * 100, digits, code))


def _plain(x: float, digits: int | None) -> str:
    """The digits of ``x`` with a point, without grouping."""
    if digits is not None:
        return f"{x:.{digits}f}"
    if x and not _PLAIN_ABOVE <= x < _PLAIN_BELOW:
        return f"{x:.6g}"
    text = f"{x:.{_SIGNIFICANT}g}"
    if "e" not in text:
        return text
    decimals = max(0, _SIGNIFICANT - 1 - math.floor(math.log10(x)))
    text = f"{x:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _grouped(whole: str, style: Language) -> str:
    if len(whole) < style.group_from or not whole.isdigit():
        return whole
    return f"{int(whole):,}".replace(",", style.group)
