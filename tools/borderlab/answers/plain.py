"""Plain data: what may stand in a saved answer, and how large and deep it may be."""

from __future__ import annotations

import json
import math
import re
from typing import Any

from borderlab.i18n import gettext as _

MAX_FILE_BYTES = 256_000
MAX_DEPTH = 8  # of a whole file of answers
MAX_VALUE_DEPTH = 4  # of one value: a table is a dict of lists of lists
MAX_VALUE_CHARS = 40_000  # of one value written as JSON
MAX_TEXT = 20_000  # characters of one text
MAX_INTEGER = 2**53  # larger ones are not exact in other programs
_TOO_LARGE = 1e300

_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BRACKET = re.compile(rb"[\[\]{}]")


class NotPlainError(ValueError):
    """Data that is no JSON, too large, too deep, or holds something that is no plain value."""


class TooLargeError(NotPlainError):
    """Data that may be plain, but is larger than what is kept."""


def load(data: bytes, max_bytes: int = MAX_FILE_BYTES, max_depth: int = MAX_DEPTH) -> Any:
    """Read JSON from somebody else: bounded in size and depth, no key twice.

    A byte order mark, as some editors write it, is accepted. Numbers may still be NaN or infinite:
    see `check`.

    Raises:
        NotPlainError: the data is not JSON within these bounds.
    """
    if len(data) > max_bytes:
        raise NotPlainError(_("larger than {n} bytes").format(n=max_bytes))
    if depth(data) > max_depth:
        raise NotPlainError(_("nested more than {n} levels deep").format(n=max_depth))
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_without_repeats)
    except UnicodeDecodeError as error:
        raise NotPlainError(_("not written in UTF-8")) from error
    except NotPlainError:
        raise
    except json.JSONDecodeError as error:
        message = _("not valid JSON from line {n} on").format(n=error.lineno)
        raise NotPlainError(message) from error
    except (ValueError, RecursionError) as error:
        raise NotPlainError(_("not valid JSON")) from error


def depth(data: bytes) -> int:
    """How deep brackets are nested, found without parsing (deep nesting can exhaust a parser)."""
    level = deepest = 0
    for bracket in _BRACKET.findall(_STRING.sub(b"", data)):
        level += 1 if bracket in b"[{" else -1
        deepest = max(deepest, level)
    return deepest


def check(value: Any, levels: int = MAX_VALUE_DEPTH) -> None:
    """Accept None, truth values, finite numbers, texts, and lists and dicts of these.

    Raises:
        NotPlainError: something else, or nested deeper than ``levels``.
    """
    if value is None or isinstance(value, bool):
        return
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, int):
        if abs(value) > MAX_INTEGER:
            raise NotPlainError(_("a whole number is too large"))
    elif isinstance(value, float):
        if not math.isfinite(value):
            raise NotPlainError(_("a number is infinite or not a number"))
    elif isinstance(value, list | dict):
        if levels <= 0:
            raise NotPlainError(_("nested too deep"))
        _check_members(value, levels)
    else:
        message = _("a value of type {name} cannot be kept")
        raise NotPlainError(message.format(name=type(value).__name__))


def check_value(value: Any) -> None:
    """Accept the value of one answer: plain, and bounded as a whole.

    Raises:
        NotPlainError: not plain, too deep or too large.
    """
    check(value)
    size = len(json.dumps(value, ensure_ascii=False))
    if size > MAX_VALUE_CHARS:
        message = _("{n} characters, at most {most}")
        raise TooLargeError(message.format(n=size, most=MAX_VALUE_CHARS))


def _check_members(value: list[Any] | dict[Any, Any], levels: int) -> None:
    if isinstance(value, dict):
        for key in value:
            if not isinstance(key, str):
                raise NotPlainError(_("a key is not a text"))
            _check_text(key)
        value = list(value.values())
    for member in value:
        check(member, levels - 1)


def _check_text(text: str) -> None:
    if len(text) > MAX_TEXT:
        raise TooLargeError(_("a text is longer than {n} characters").format(n=MAX_TEXT))
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise NotPlainError(_("a text holds half a character")) from error


def is_number(value: Any) -> bool:
    """Whether a value is a finite number; a truth value is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) < _TOO_LARGE  # also false for NaN; exact for any whole number


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise NotPlainError(_("a key is written twice"))
    return found
