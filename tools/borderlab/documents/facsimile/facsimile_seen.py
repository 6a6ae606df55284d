"""Marks and changes in words: stamps, hands, altered entries. What is seen, not what it means."""

from __future__ import annotations

from borderlab.documents.facsimile.hand import Hand
from borderlab.documents.facsimile.signs import Sign
from borderlab.documents.facsimile.stamps import Stamp
from borderlab.i18n import Translator


def change_words(t: Translator, sign: Sign) -> str:
    """A change to an entry in words; "" for signs of another kind."""
    said = {
        "shifted": t.gettext("The entry stands lower and further right, and slopes."),
        "overwritten": t.gettext(
            "One digit is written in darker ink, and the rest of another digit shows below it."
        ),
        "digit_added": t.gettext(
            "The last digit stands higher and closer, in ink of another colour."
        ),
        "erased": t.gettext(
            "The paper is rough and pale around the entry, with traces of earlier signs."
        ),
        "other_typeface": t.gettext("The entry is in another typeface."),
        "corrected": t.gettext(
            "An earlier entry is struck through and replaced in pen; initials and a small"
            " impression of the stamp stand beside it."
        ),
    }
    return said.get(sign.kind, "")


def stamp_words(t: Translator, stamp: Stamp) -> str:
    """An ink stamp in words."""
    shapes = {
        "round": t.gettext("round"),
        "oval": t.gettext("oval"),
        "hexagon": t.gettext("six-sided"),
        "shield": t.gettext("shield-shaped"),
        "rectangle": t.gettext("rectangular"),
    }
    return t.gettext("An ink stamp, {shape}: {above}, {below}; in its middle {motif}.").format(
        shape=shapes[stamp.shape], above=stamp.above, below=stamp.below,
        motif=motif_name(t, stamp.motif),
    )  # fmt: skip


def motif_name(t: Translator, motif: str) -> str:
    """What a motif shows."""
    return {
        "tree": t.gettext("a tree"),
        "mountain": t.gettext("mountains"),
        "bird": t.gettext("a bird"),
        "leaf": t.gettext("a leaf"),
        "wave": t.gettext("a wave"),
        "star": t.gettext("a star"),
        "paw": t.gettext("a paw"),
        "sun": t.gettext("a sun"),
    }.get(motif, motif)


def hand_words(t: Translator, person: Hand) -> str:
    """A signature in words: what tells one hand from another."""
    leans = (
        t.gettext("leaning left") if person.slant < -0.1  # noqa: PLR2004
        else t.gettext("upright") if person.slant < 0.2  # noqa: PLR2004
        else t.gettext("leaning right")
    )  # fmt: skip
    wide = {0.6: t.gettext("narrow letters"), 1.25: t.gettext("wide letters")}.get(
        person.stretch, t.gettext("letters of medium width")
    )
    ends = {
        "none": t.gettext("without a flourish"),
        "underline": t.gettext("underlined"),
        "double underline": t.gettext("underlined twice"),
        "loop back": t.gettext("with a loop back over the letters"),
        "long end stroke": t.gettext("with a long last stroke"),
    }
    inks = {
        "blue": t.gettext("blue ink"),
        "black": t.gettext("black ink"),
        "blue-black": t.gettext("blue-black ink"),
    }
    letters = t.ngettext(
        "about {n} letter written out", "about {n} letters written out", person.kept + 1
    ).format(n=person.kept + 1)
    return t.gettext("A signature, {leans}, {wide}, {letters}, {ends}, in {ink}.").format(
        leans=leans, wide=wide, letters=letters, ends=ends[person.flourish], ink=inks[person.ink]
    )


def crossing_words(t: Translator, *, sealed: bool, signed: bool) -> str:
    """How stamp and signature stand to the security stamp, in words."""
    if sealed and signed:
        return t.gettext("Ink stamp and signature run across its edge.")
    if sealed:
        return t.gettext("The ink stamp runs across its edge; the signature does not.")
    if signed:
        return t.gettext("The signature runs across its edge; the ink stamp does not.")
    return t.gettext("Neither ink stamp nor signature touches it.")
