"""Seat codes: they tell hand-ins apart and say nothing about a person."""

from __future__ import annotations

import os

# No vowel but A, and nothing that looks like something else (0 O, 1 I L): 29 signs, a prime, so
# that the weighted sum finds every wrong sign and every swap of two signs.
ALPHABET = "23456789ABCDFGHJKMNPQRSTVWXYZ"
_LENGTH = 8
_HALF = 4


def new_seat() -> str:
    """A random seat code such as ``K7F3-9Q2M``; the last sign is a check."""
    body = ""
    while len(body) < _LENGTH - 1:
        body += "".join(ALPHABET[byte] for byte in os.urandom(32) if byte < len(ALPHABET))
    body = body[: _LENGTH - 1]
    last = next(sign for sign in ALPHABET if _sum(body + sign) == 0)
    return f"{body[:_HALF]}-{body[_HALF:]}{last}"


def normalise(code: str) -> str:
    """A typed code in its written form, without promise that it is valid: ``k7f39q2m``."""
    signs = "".join(sign for sign in code.upper() if sign.isalnum())
    return f"{signs[:_HALF]}-{signs[_HALF:]}"


def valid(code: str) -> bool:
    """Whether this is a seat code in its written form, with the right check sign."""
    signs = code.replace("-", "")
    if len(signs) != _LENGTH or code != f"{signs[:_HALF]}-{signs[_HALF:]}":
        return False
    return all(sign in ALPHABET for sign in signs) and _sum(signs) == 0


def _sum(signs: str) -> int:
    weighted = (place * ALPHABET.index(sign) for place, sign in enumerate(signs, 1))
    return sum(weighted) % len(ALPHABET)
