"""Signatures: a person's hand drawn from a seed, with the small variation of each signing."""

from __future__ import annotations

from dataclasses import dataclass

from borderlab.documents.facsimile.curves import smooth
from borderlab.documents.facsimile.dice import Dice
from borderlab.documents.facsimile.shapes import Path, Point

# Strokes of joined letters, in heights of a small letter, from (0, 0) to the right.
_ROUND = ((0.5, 0.9), (0.22, 1.0), (0.02, 0.5), (0.28, 0.02), (0.62, 0.5), (0.66, 0.9), (0.9, 0.0))
_ARCH = ((0.14, 0.95), (0.2, 0.1), (0.46, 0.92), (0.62, 0.8), (0.7, 0.05), (0.95, 0.1))
_EYE = ((0.4, 0.45), (0.55, 0.85), (0.3, 1.0), (0.12, 0.5), (0.35, 0.02), (0.75, 0.1))
_TICK = ((0.22, 1.0), (0.3, 0.3), (0.55, 0.05))
_TALL = ((0.4, 1.1), (0.62, 2.2), (0.36, 2.6), (0.22, 1.4), (0.3, 0.1), (0.7, 0.15))
_DEEP = ((0.45, 0.9), (0.12, 0.75), (0.3, 0.1), (0.66, 0.9), (0.5, -0.8), (0.12, -1.5),
         (0.05, -0.9), (0.95, 0.15))  # fmt: skip
_STROKES = (
    dict.fromkeys("acdoq", _ROUND) | dict.fromkeys("mnuvwr", _ARCH) | dict.fromkeys("ex", _EYE)
    | dict.fromkeys("bdfhklt", _TALL) | dict.fromkeys("gjpyz", _DEEP)
)  # fmt: skip
_CAPITALS = (
    ((0.0, 0.2), (0.2, 2.6), (0.5, 3.1), (0.45, 1.2), (0.2, 0.0), (1.0, 0.4), (1.5, 2.0),
     (0.9, 2.9), (0.3, 2.4), (1.2, 0.6), (1.9, 0.1)),
    ((1.2, 2.6), (0.5, 3.1), (0.1, 2.2), (0.7, 1.5), (1.1, 0.7), (0.4, -0.2), (-0.2, 0.5),
     (0.9, 0.5), (1.6, 0.2)),
    ((0.0, 0.0), (0.35, 1.6), (0.7, 3.1), (0.85, 1.4), (0.95, 0.1), (0.5, 1.1), (0.1, 1.2),
     (1.3, 1.3), (1.6, 0.1)),
    ((1.4, 2.4), (0.9, 3.0), (0.1, 2.0), (-0.1, 0.7), (0.6, -0.2), (1.4, 0.5), (1.7, 0.2)),
    ((-0.3, 2.3), (0.5, 2.9), (1.3, 2.7), (0.8, 1.6), (0.4, -0.9), (-0.1, -1.1), (0.1, -0.3),
     (1.0, 0.4), (1.5, 0.1)),
    ((0.0, 0.0), (0.3, 2.7), (0.75, 0.5), (1.15, 2.9), (1.5, 0.2), (2.0, 0.1)),
    ((0.2, 0.0), (0.3, 2.8), (1.1, 2.9), (1.2, 1.9), (0.4, 1.5), (1.3, 1.1), (1.4, 0.2),
     (0.5, -0.1), (1.7, 0.3)),
    ((1.3, 2.5), (0.7, 2.95), (0.3, 2.2), (0.8, 1.55), (0.2, 1.2), (0.1, 0.3), (0.8, -0.15),
     (1.6, 0.4)),
)  # fmt: skip
FLOURISHES = ("none", "underline", "double underline", "loop back", "long end stroke")
INKS = {"blue": "#1b2f8a", "black": "#22222a", "blue-black": "#1d2a52"}


@dataclass(frozen=True)
class Hand:
    """What stays the same whenever a person signs.

    Attributes:
        slant: -0.3 (leaning left) to 0.8 (leaning right).
        stretch: width of the letters, 0.55 (narrow) to 1.35 (wide).
        kept: letters written out before the hand runs into a wave, 2 to 7.
        capital: form of the first letter, 0 to 7.
        flourish: one of `FLOURISHES`.
        ink: one of `INKS`.
    """

    name: str
    seed: str
    slant: float
    stretch: float
    kept: int
    capital: int
    flourish: str
    ink: str
    pen: float
    rise: float


def hand(name: str, seed: object) -> Hand:
    """The hand of a person.

    Args:
        name: as typed below the signature, such as ``"A. Okendi"``.
        seed: column ``signature_seed`` of the signatories.
    """
    dice = Dice("hand", seed)
    return Hand(
        name=name,
        seed=str(seed),
        slant=dice.choice((-0.28, 0.0, 0.12, 0.4, 0.75)),
        stretch=dice.choice((0.6, 0.85, 1.25)),
        kept=2 + dice.below(6),
        capital=dice.below(len(_CAPITALS)),
        flourish=dice.choice(FLOURISHES),
        ink=dice.choice(tuple(INKS)),
        pen=dice.between(0.3, 0.5),
        rise=dice.between(-0.02, 0.16),
    )


def signature(person: Hand, occasion: object, room: tuple[float, float]) -> tuple[Path, ...]:
    """A signature from (0, 0), its lower left corner, in a room (width, height in mm).

    Args:
        person: whose hand.
        occasion: such as the permit number: no two signatures of a person are quite the same.
        room: width and height in mm.
    """
    dice = Dice("signing", person.seed, occasion)
    strokes = [_body(person), *_flourish(person, _width(person))]
    wobble = [[_shaken(point, dice) for point in stroke] for stroke in strokes]
    tilt = dice.between(-0.03, 0.03) + person.rise
    size = dice.between(0.93, 1.05)
    points = [[(x + y * person.slant, y + x * tilt) for x, y in stroke] for stroke in wobble]
    flat = [point for stroke in points for point in stroke]
    low_x, high_x = min(x for x, _ in flat), max(x for x, _ in flat)
    low_y, high_y = min(y for _, y in flat), max(y for _, y in flat)
    down = 0.95 * size * min(room[0] / (high_x - low_x), room[1] / (high_y - low_y))
    across = min(0.95 * size * room[0] / (high_x - low_x), 1.45 * down)
    ink = INKS[person.ink]
    return tuple(
        Path(
            smooth([((x - low_x) * across, -(y - low_y) * down) for x, y in stroke]),
            stroke=ink,
            width=person.pen,
            opacity=0.9,
        )
        for stroke in points
    )


def reach(paths: tuple[Path, ...]) -> float:
    """How far right the end points of a drawing go, mm."""
    return max(numbers[-2] for path in paths for _, numbers in path.segments if numbers)


def initials(person: Hand, occasion: object, size: float) -> tuple[Path, ...]:
    """The short sign beside a correction: first letter and a stroke, about ``size`` mm high."""
    dice = Dice("initials", person.seed, occasion)
    capital = [*_CAPITALS[person.capital], (2.4, 0.9), (3.0, 0.2)]
    scale = size / 3.2
    points = [_shaken(point, dice) for point in capital]
    curve = smooth([((x + y * person.slant) * scale, -y * scale) for x, y in points])
    return (Path(curve, stroke=INKS[person.ink], width=person.pen * 0.55, opacity=0.9),)


def _letters(person: Hand) -> str:
    words = "".join(c if c.isalpha() else " " for c in person.name.lower()).split() or ["x"]
    return words[-1][1:] or "n"


def _body(person: Hand) -> list[Point]:
    points: list[Point] = [(x, y) for x, y in _CAPITALS[person.capital]]
    x = points[-1][0] + 0.1
    letters = _letters(person)
    for at, letter in enumerate(letters[: person.kept]):
        height = 1.0 - 0.045 * at
        stroke = _STROKES.get(letter, _TICK)
        points += [(x + dx * person.stretch, dy * height) for dx, dy in stroke]
        x = points[-1][0] + 0.08
    for at in range(max(0, len(letters) - person.kept)):
        height = 0.55 * 0.8**at
        points += [(x + 0.3 * person.stretch, height), (x + 0.6 * person.stretch, 0.08)]
        x = points[-1][0] + 0.1
    if person.flourish == "long end stroke":
        points += [(x + 1.4, 0.5), (x + 3.4, 1.1)]
    if person.flourish == "loop back":
        points += [(x + 1.2, 1.6), (x + 0.2, 2.9), (x - 1.6, 2.4), (x - 0.6, 0.2), (x + 1.6, -0.7)]
    return points


def _width(person: Hand) -> float:
    return max(x for x, _ in _body(person))


def _flourish(person: Hand, width: float) -> list[list[Point]]:
    if person.flourish not in ("underline", "double underline"):
        return []
    first: list[Point] = [(width * 0.08, -1.0), (width * 0.5, -0.75), (width * 1.05, -0.95)]
    if person.flourish == "underline":
        return [first]
    return [[*first, (width * 0.9, -1.35), (width * 0.3, -1.45), (width * 0.85, -1.75)]]


def _shaken(point: Point, dice: Dice) -> Point:
    return point[0] + dice.between(-0.05, 0.05), point[1] + dice.between(-0.07, 0.07)
