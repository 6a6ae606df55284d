"""How the documents of each authority look: name, logo, stamp, seal, paper, and who signs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from borderlab.documents.facsimile.dice import Dice
from borderlab.documents.facsimile.emblem import MOTIFS
from borderlab.documents.facsimile.fonts import clean
from borderlab.documents.facsimile.hand import Hand, hand
from borderlab.documents.facsimile.stamps import Stamp
from borderlab.world.places import atlas

_COLOURS = ("#1f4e9c", "#1d6b45", "#7a1f3d", "#4b2e83", "#8a3b12", "#0f5c66")
# A word of an authority's name -> the word on a stamp that is not its own.
_OTHER_WORDS = {
    "Forests": "Fisheries", "Nature": "National", "Biodiversity": "Bioresources",
    "Environment": "Environments", "forêts": "forges", "nature": "natation",
    "biodiversité": "biosécurité", "Biodiversidad": "Bioseguridad", "Silvestre": "Silvestres",
    "Ambiente": "Ambientes",
}  # fmt: skip


@dataclass(frozen=True)
class House:
    """An issuing authority as its documents show it.

    Attributes:
        language: language of its own texts.
        template: form template, ``T1`` to ``T4``.
        known: whether it is an authority of the invented world.
        manages: whether it is the Management Authority of its State.
    """

    name: str
    state: str
    city: str
    language: str
    stamp: Stamp
    dry: Stamp
    template: str
    uses_security_stamp: bool
    known: bool
    manages: bool = False

    @property
    def colour(self) -> str:
        """Colour of its paper and logo."""
        return _COLOURS[(_COLOURS.index(self.stamp.colour) + 2) % len(_COLOURS)] if (
            self.stamp.colour in _COLOURS) else "#1d6b45"  # fmt: skip


@cache
def house(authority: str, state: str, fallback: str = "en") -> House:
    """The look of an authority.

    Args:
        authority: id such as ``"QM-MA"``; any other text is taken as the name of a body that is
            not in the world's directory, and gets a look of its own.
        state: code of the State that issues.
        fallback: language when neither authority nor State tells one.
    """
    rows = {row["authority_id"]: row for row in atlas().tables["authorities"]}
    if authority in rows:
        return _known(rows[authority])
    near = next((row for row in rows.values() if row["state"] == state), None)
    language = near["language"] if near else fallback
    dice = Dice("house", authority, state)
    stamp = Stamp(
        shape=dice.choice(("round", "oval", "hexagon", "shield")),
        ring=dice.choice(("single", "double", "dotted")),
        motif=dice.choice(MOTIFS),
        colour=dice.choice(_COLOURS),
        size=dice.choice((30.0, 34.0)),
        above=authority.upper(),
        below=state_name(state, language).upper(),
    )
    city = near["city"] if near else ""
    template = f"T{1 + dice.below(4)}"
    return House(authority, state_name(state, language), city, language, stamp, _dry(stamp),
                 template, uses_security_stamp=False, known=False)  # fmt: skip


def _known(row: dict[str, str]) -> House:
    state = state_name(row["state"], row["language"])
    stamp = Stamp(
        shape=row["stamp_shape"],
        ring=row["seal_ring"],
        motif=row["seal_motif"],
        colour=row["stamp_colour"],
        size=float(row["seal_diameter_mm"]),
        above=row["name"].upper(),
        below=state.upper(),
    )
    return House(
        name=row["name"],
        state=state,
        city=row["city"],
        language=row["language"],
        stamp=stamp,
        dry=_dry(stamp),
        template=row["form_template"],
        uses_security_stamp=row["uses_security_stamp"] == "yes",
        known=True,
        manages=row["kind"] == "MA",
    )


def _dry(stamp: Stamp) -> Stamp:
    return Stamp("round", "single", stamp.motif, "#8d8d80", 29.0, stamp.above, stamp.below)


def state_name(code: str, language: str) -> str:
    """A State's name in a language; the code itself when it is not known."""
    world = atlas()
    if code in world.codes:
        return world.state(code).names[language]
    from borderlab.reference import UnknownNameError, party

    try:
        return str(getattr(party(code), f"name_{language}", code))
    except UnknownNameError:
        return clean(code)


def signatory(signatory_id: str, occasion: str = "") -> tuple[str, Hand]:
    """Name and hand of a signatory; an id that is not in the directory is taken as a name.

    ``"N. N."`` is somebody new: a name and hand that follow from the ``occasion``.
    """
    rows = atlas().tables["signatories"]
    for row in rows:
        if row["signatory_id"] == signatory_id:
            return row["name"], hand(row["name"], row["signature_seed"])
    if signatory_id == "N. N.":
        name = Dice("new", occasion).choice(sorted({row["name"] for row in rows}))
        return name, hand(name, ("new", occasion))
    return signatory_id, hand(signatory_id, signatory_id)


def term(signatory_id: str) -> tuple[str, str]:
    """First and last day on which a signatory may sign (ISO 8601); "" where none is set."""
    for row in atlas().tables["signatories"]:
        if row["signatory_id"] == signatory_id:
            return row["valid_from"], row["valid_until"]
    return "", ""


def signatories(authority: str) -> tuple[str, ...]:
    """Ids of the signatories of an authority."""
    rows = atlas().tables["signatories"]
    return tuple(row["signatory_id"] for row in rows if row["authority_id"] == authority)


def other_wording(name: str) -> str:
    """A wording close to an authority's name, but not it."""
    for word, other in _OTHER_WORDS.items():
        if word in name.split(" ") or name.endswith(word):
            return name.replace(word, other)
    return f"{name[:-1]}" if len(name) > 3 else f"{name} {name}"  # noqa: PLR2004
