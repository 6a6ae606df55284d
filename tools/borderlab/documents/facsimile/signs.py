"""What can be seen on a document besides its text: changes, missing marks, and harmless ones too.

A `Sign` says what the picture shows, not what it means: whether it is a defect is for the officer
(and `borderlab.documents.rules`) to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from borderlab.documents.facsimile.fonts import clean
from borderlab.documents.facsimile.layout import letter
from borderlab.documents.model import Alteration, Permit

LINE_BOXES = ("7", "8", "9", "10", "11", "11a", "12", "12a", "12b")

KINDS: dict[str, str] = {
    # kind -> box it shows in ("" = named by the sign; "page" = everywhere)
    "seal_missing": "13",
    "seal_shape": "13",
    "seal_wording": "13",
    "seal_turned": "13",
    "ink_spread": "13",
    "regional_office": "13",
    "dry_seal_missing": "6",
    "dry_seal_wording": "6",
    "signature_missing": "13",
    "other_hand": "13",
    "applicant_signature_missing": "4",
    "security_stamp_missing": "13",
    "security_stamp_not_sealed": "13",
    "security_stamp_not_signed": "13",
    "unused_lines_open": "14",
    "annex_unsigned": "annex",
    "title_missing": "header",
    "shifted": "",
    "overwritten": "",
    "digit_added": "",
    "erased": "",
    "other_typeface": "",
    "corrected": "",
    "clearance_note": "page",
    "photocopy": "page",
    "colour_copy": "page",
    "plain_paper": "page",
    "paper_tone": "page",
}


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that can be seen.

    Attributes:
        kind: one of `KINDS`.
        box: where, such as ``"2"`` or ``"11.A"``; default the place of its kind.
        value: what it takes: ``seal_shape`` a shape of `stamps.SHAPES`; ``seal_wording``,
            ``dry_seal_wording``, ``regional_office`` and ``clearance_note`` the words;
            ``other_hand`` the id of a signatory; ``overwritten`` the earlier digit;
            ``corrected`` the earlier text.

    Raises:
        ValueError: there is no such kind, or it needs a box.
    """

    kind: str
    box: str = ""
    value: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no sign is called {self.kind!r}; there are {', '.join(KINDS)}")
        place = self.box or KINDS[self.kind]
        if not place:
            raise ValueError(f"the sign {self.kind!r} needs the box in which it shows")
        object.__setattr__(self, "value", clean(self.value))
        object.__setattr__(self, "box", f"{place}.A" if place in LINE_BOXES else place)


@dataclass(frozen=True)
class Signs:
    """All signs of a document, to be asked for by kind or box."""

    all: tuple[Sign, ...] = ()

    def get(self, kind: str) -> Sign | None:
        """The last sign of a kind."""
        found = [sign for sign in self.all if sign.kind == kind]
        return found[-1] if found else None

    def has(self, *kinds: str) -> bool:
        """Whether a sign of one of the kinds is there."""
        return any(sign.kind in kinds for sign in self.all)

    def at(self, box: str) -> tuple[Sign, ...]:
        """The changes to the entry of a box."""
        return tuple(sign for sign in self.all if sign.box == box and not KINDS[sign.kind])


def signs(permit: Permit, more: Iterable[Sign] = ()) -> Signs:
    """What a permit's own fields say can be seen on it, and ``more`` signs."""
    found = [Sign(kind) for kind, shown in _flags(permit) if shown]
    for alteration in permit.form.alterations or ():
        found.extend(_alteration(alteration, len(permit.lines)))
    return Signs(tuple(dict.fromkeys((*found, *more))))


def added_line(name: str) -> tuple[Sign, ...]:
    """The signs of a line that another machine put in later: ``"B"`` or any other letter."""
    return tuple(Sign("other_typeface", f"{box}.{name}") for box in LINE_BOXES)


def _flags(permit: Permit) -> Iterable[tuple[str, bool]]:
    form = permit.form
    return (
        ("seal_missing", form.seal is False),
        ("dry_seal_missing", form.seal is False),
        ("seal_wording", form.seal_matches is False),
        ("dry_seal_wording", form.seal_matches is False),
        ("security_stamp_missing", form.stamp_affixed is False),
        ("security_stamp_not_sealed", form.stamp_sealed is False),
        ("security_stamp_not_signed", form.stamp_signed is False),
        ("signature_missing", permit.signature is False),
        ("applicant_signature_missing", permit.applicant_signature is False),
        ("unused_lines_open", permit.endorsement.unused_struck is False),
        ("annex_unsigned", form.annex_linked is False),
        ("title_missing", form.title is False),
        ("plain_paper", form.layout_matches is False),
        ("colour_copy", form.original is False),
    )


_OF_ALTERATION = {
    "erasure": "erased",
    "overwriting": "overwritten",
    "addition": "digit_added",
    "extension": "other_typeface",
}


def _alteration(alteration: Alteration, lines: int) -> Iterable[Sign]:
    if alteration.kind == "clearance note":
        yield Sign("clearance_note")
    elif alteration.box and alteration.authenticated:
        yield Sign("corrected", alteration.box)
    elif alteration.kind == "addition" and alteration.box == "7":
        yield from added_line(letter(max(0, lines - 1)))
    elif alteration.box:
        yield Sign(_OF_ALTERATION.get(alteration.kind, "overwritten"), alteration.box)
