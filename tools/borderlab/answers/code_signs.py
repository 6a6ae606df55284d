"""The signs of an answer code: which there are, how two of them check the others, and repairs.

A Reed-Solomon code over 29 signs. It finds every two wrong signs and corrects every single one, so
that a mistyped code can be named with a suggestion.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from borderlab.answers.seat import ALPHABET

LENGTH = 12
BASE = len(ALPHABET)
CHECKS = 2
_ROOT = 2  # its powers run through all of 1 to 28
_POWERS = [pow(_ROOT, place, BASE) for place in range(LENGTH)]

Places = Sequence[int]
Fits = Callable[[Places], bool]  # whether the content of a code makes sense


def signs_of(text: str) -> str:
    """The letters and digits of a typed text, in capitals."""
    return "".join(sign for sign in text.upper() if sign.isascii() and sign.isalnum())


def written(places: Sequence[int]) -> str:
    """A code as it is shown: three groups of four signs."""
    signs = "".join(ALPHABET[place] for place in places)
    return "-".join(signs[start : start + 4] for start in range(0, LENGTH, 4))


def with_checks(digits: list[int]) -> list[int]:
    """Two more signs, such that the sum and the weighted sum of all signs are 0."""
    plain = sum(digits)
    weighted = sum(d * w for d, w in zip(digits, _POWERS, strict=False))
    one, other = _POWERS[LENGTH - 2], _POWERS[LENGTH - 1]
    last = (one * plain - weighted) * pow(other - one, -1, BASE) % BASE
    return [*digits, (-plain - last) % BASE, last]


def syndromes(places: Sequence[int]) -> tuple[int, int]:
    """Sum and weighted sum of the signs: both 0 in a sound code."""
    weighted = sum(value * power for value, power in zip(places, _POWERS, strict=True))
    return sum(places) % BASE, weighted % BASE


def corrected(places: Places, fits: Fits) -> tuple[str, ...]:
    """The code with one sign put right, and those with two neighbours swapped back."""
    plain, weighted = syndromes(places)
    found = []
    if plain and weighted:
        power = weighted * pow(plain, -1, BASE) % BASE
        if power in _POWERS:
            place = _POWERS.index(power)
            fixed = [*places]
            fixed[place] = (fixed[place] - plain) % BASE
            found.append(fixed)
    for place in range(LENGTH - 1):
        swapped = [*places]
        swapped[place : place + 2] = swapped[place + 1], swapped[place]
        found.append(swapped)
    return _sound(found, fits)


def filled(places: Places, unclear: Places, fits: Fits) -> tuple[str, ...]:
    """Signs that no code has (such as O, I, 0 or 1) are worked out from the check signs."""
    if len(unclear) > CHECKS:
        return ()
    found: list[list[int]] = [[*places]]
    for place in unclear:
        found = [[*f[:place], value, *f[place + 1 :]] for f in found for value in range(BASE)]
    return _sound(found, fits)


def right_length(signs: str, fits: Fits) -> tuple[str, ...]:
    """One sign too many or one too few."""
    places = [ALPHABET.find(sign) for sign in signs]
    if -1 in places:
        return ()
    if len(places) == LENGTH + 1:
        return _sound([places[:n] + places[n + 1 :] for n in range(LENGTH + 1)], fits)
    if len(places) == LENGTH - 1:
        wider = [[*places[:n], v, *places[n:]] for n in range(LENGTH) for v in range(BASE)]
        return _sound(wider, fits)
    return ()


def _sound(candidates: Sequence[Places], fits: Fits) -> tuple[str, ...]:
    good = [written(c) for c in candidates if not any(syndromes(c)) and fits(c)]
    return tuple(dict.fromkeys(good))
