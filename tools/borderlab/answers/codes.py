"""Answer codes: a few answers as twelve signs for a chat, such as ``8RX6-SKPR-NAKX``.

A code says module, language, which questions, and the answers. It holds nothing about the person:
the number that tells two codes with equal answers apart is drawn at random when the notebook is
opened and is kept nowhere. Two of the signs check the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from borderlab.answers.code_polls import (
    MARKS,
    MODULES,
    POLLS,
    STATES,
    Poll,
    index_of,
    poll_by_number,
    poll_of,
    states,
    value_at,
)
from borderlab.answers.code_signs import (
    BASE,
    CHECKS,
    LENGTH,
    corrected,
    filled,
    right_length,
    signs_of,
    syndromes,
    with_checks,
    written,
)
from borderlab.answers.seat import ALPHABET

__all__ = [
    "Code",
    "CodeError",
    "Poll",
    "answers",
    "encode",
    "find",
    "poll_by_number",
    "poll_of",
    "read",
    "states",
]

MOST_NONCE = 31_000
_CODED_LANGUAGES = 16
_WIDTHS = (_CODED_LANGUAGES, MODULES, POLLS, STATES, MARKS, MOST_NONCE)
# A place in this table is part of every code: new languages are added at the end.
LANGUAGES = ("en", "fr", "es", "pt", "ar", "ru", "zh")
_GAP = r"[\s\u2010-\u2015\u2212_.-]"
_GROUPED = re.compile(rf"(?<![^\W_])[^\W_]{{4}}(?:{_GAP}{{1,3}}[^\W_]{{4}}){{2}}(?![^\W_])")
_LOOSE = re.compile(rf"(?<![^\W_])[^\W_](?:{_GAP}?[^\W_]){{10,12}}(?![^\W_])")


class CodeError(ValueError):
    """A text is no answer code; ``suggestions`` holds codes that were probably meant."""

    def __init__(self, reason: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.suggestions = suggestions


@dataclass(frozen=True, slots=True)
class Code:
    """What a code says before its questions are known.

    Attributes:
        text: the code as it is written.
        language: of the participant's notebook.
        module: number of the module.
        poll: number of the poll, see `Poll`.
        rest: answers as one number.
        mark: fingerprint of the questions.
        nonce: tells codes with the same answers apart.
    """

    text: str
    language: str
    module: int
    poll: int
    rest: int
    mark: int
    nonce: int


def encode(poll: Poll, language: str, values: Mapping[str, Any], nonce: int) -> str:
    """The code of these answers.

    Args:
        poll: the questions.
        language: of the notebook.
        values: saved values by question id; what is missing is "no answer".
        nonce: 0 to `MOST_NONCE` - 1, drawn at random.

    Raises:
        ValueError: language or nonce cannot be coded.
    """
    if language not in LANGUAGES or not 0 <= nonce < MOST_NONCE:
        raise ValueError(f"no code for language {language!r} and nonce {nonce!r}")
    rest = 0
    for question in reversed(poll.questions):
        rest = rest * states(question) + index_of(question, values.get(question.id))
    fields = (LANGUAGES.index(language), poll.module, poll.number, rest, poll.mark, nonce)
    number = 0
    for value, width in zip(fields, _WIDTHS, strict=True):
        number = number * width + value
    # The random part is mixed into the whole, so that equal answers do not look equal in a chat.
    digits = _digits(number)
    return written(with_checks(_scrambled(digits)))


def read(text: str) -> Code:
    """What a code says; case, spaces and dashes do not matter, look-alike signs are understood.

    Raises:
        CodeError: no code. ``reason`` is ``length``, ``signs``, ``check`` or ``content``.
    """
    signs = signs_of(text)
    if len(signs) != LENGTH:
        raise CodeError("length", right_length(signs, _fits))
    places = [ALPHABET.find(sign) for sign in signs]
    unclear = [place for place, value in enumerate(places) if value < 0]
    if unclear:
        raise CodeError("signs", filled(places, unclear, _fits))
    if any(syndromes(places)):
        raise CodeError("check", corrected(places, _fits))
    code = _content(places)
    if code is None:
        raise CodeError("content")
    return code


def answers(code: Code, poll: Poll) -> dict[str, Any]:
    """The answers in a code by question id; None for a question that was not answered.

    Raises:
        CodeError: the code belongs to other questions (``questions``).
    """
    if (code.module, code.poll, code.mark) != (poll.module, poll.number, poll.mark):
        raise CodeError("questions")
    found, rest = {}, code.rest
    for question in poll.questions:
        rest, index = divmod(rest, states(question))
        found[question.id] = value_at(question, index)
    if rest:
        raise CodeError("questions")
    return found


def find(text: str) -> Iterator[str]:
    """Pieces of a line that are codes or were meant to be; names and times beside them are not.

    >>> list(find("12:03 From Ana Lima to everyone: 8rx6-skpr-nakx thanks"))
    ['8rx6-skpr-nakx']
    """
    found = [match[0] for match in _GROUPED.finditer(text)]
    found = found or [match[0] for match in _LOOSE.finditer(text)]
    return (piece for piece in found if any(sign.isdigit() for sign in piece) or _is_code(piece))


def _is_code(text: str) -> bool:
    try:
        read(text)
    except CodeError:
        return False
    return True


def _digits(number: int) -> list[int]:
    digits = []
    for _ in range(LENGTH - CHECKS):
        number, digit = divmod(number, BASE)
        digits.append(digit)
    return digits


def _scrambled(digits: list[int]) -> list[int]:
    """Add to each sign what the signs before it (the random ones) say; undone by `_plain`."""
    out: list[int] = []
    for place, digit in enumerate(digits):
        out.append((digit + sum(out) * 7 + place) % BASE)
    return out


def _plain(digits: Sequence[int]) -> list[int]:
    return [(digit - sum(digits[:place]) * 7 - place) % BASE for place, digit in enumerate(digits)]


def _fits(places: Sequence[int]) -> bool:
    return _content(places) is not None


def _content(places: Sequence[int]) -> Code | None:
    number = 0
    for digit in reversed(_plain(places[: LENGTH - CHECKS])):
        number = number * BASE + digit
    fields = []
    for width in reversed(_WIDTHS):
        number, field = divmod(number, width)
        fields.append(field)
    nonce, mark, rest, poll, module, language = fields
    if number or language >= len(LANGUAGES):
        return None
    return Code(written(places), LANGUAGES[language], module, poll, rest, mark, nonce)
