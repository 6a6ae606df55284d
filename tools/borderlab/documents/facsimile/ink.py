"""What is put on the form by hand: stamps, seals, signatures, security stamp, struck-out lines."""

from __future__ import annotations

from dataclasses import dataclass, replace

from borderlab.documents.facsimile.curves import line
from borderlab.documents.facsimile.dice import Dice
from borderlab.documents.facsimile.entries import PEN
from borderlab.documents.facsimile.facsimile_words import words
from borderlab.documents.facsimile.fonts import clean
from borderlab.documents.facsimile.hand import hand, initials, reach, signature
from borderlab.documents.facsimile.houses import other_wording
from borderlab.documents.facsimile.layout import FOOT, HEAD, LETTERS, Rect, line_cells
from borderlab.documents.facsimile.security import security_stamp
from borderlab.documents.facsimile.shapes import Path, Shape, Text, moved
from borderlab.documents.facsimile.stamps import Stamp, dry_seal, ink_stamp
from borderlab.documents.facsimile.view import View

_SECURITY = (131.0, 230.6)
"""Centre of the security stamp in box 13, mm."""
_OTHER_SHAPE = {"round": "oval", "oval": "round", "hexagon": "round", "shield": "round"}


@dataclass(frozen=True)
class Issued:
    """What box 13 and box 6 show: None where nothing is there.

    Attributes:
        stamp: the ink stamp, as impressed.
        turn: how far it is turned, degrees.
        dry: the embossed seal.
        number: serial number on the security stamp, "" without one.
        sealed, signed: whether stamp and signature run over the security stamp.
    """

    stamp: Stamp | None
    turn: float
    dry: Stamp | None
    number: str
    sealed: bool
    signed: bool
    signature: bool


def issued(view: View) -> Issued:
    """What the authority put on the form, as the signs say."""
    signs, office = view.signs, view.house
    stamp = None if signs.has("seal_missing") else _impressed(view, office.stamp)
    number = view.permit.form.stamp_affixed_no
    if number is None:
        number = view.permit.form.stamp_no or ""
    number = clean(number)
    affixed = bool(number) and not signs.has("security_stamp_missing")
    dice = Dice("turn", view.occasion)
    turn = dice.between(-7, 7) + (dice.choice((-1, 1)) * 24 if signs.has("seal_turned") else 0)
    dry: Stamp | None = office.dry
    wording = signs.get("dry_seal_wording")
    if signs.has("dry_seal_missing", "photocopy", "colour_copy"):
        dry = None
    elif wording is not None:
        dry = replace(office.dry, above=(wording.value or other_wording(office.name)).upper())
    return Issued(
        stamp=stamp,
        turn=turn,
        dry=dry,
        number=number if affixed else "",
        sealed=affixed and stamp is not None and not signs.has("security_stamp_not_sealed"),
        signed=affixed and not signs.has("security_stamp_not_signed", "signature_missing"),
        signature=not signs.has("signature_missing"),
    )


def _impressed(view: View, stamp: Stamp) -> Stamp:
    shape, wording = view.signs.get("seal_shape"), view.signs.get("seal_wording")
    office = view.signs.get("regional_office")
    if shape is not None:
        stamp = replace(stamp, shape=shape.value or _OTHER_SHAPE.get(stamp.shape, "round"))
    if wording is not None:
        stamp = replace(stamp, above=(wording.value or other_wording(view.house.name)).upper())
    if office is not None:
        below = office.value or f"{words(view.language)['regional']} {view.house.city}"
        stamp = replace(stamp, below=below.upper())
    return stamp


def first_page(view: View) -> list[Shape]:
    """Everything put by hand on the first page, from the bottom layer to the top."""
    found = issued(view)
    shapes: list[Shape] = []
    if found.dry is not None:
        box = HEAD["6"]
        shapes.append(moved(dry_seal(found.dry), box.x + 76, box.y + 23.5, -4))
    shapes += _issue(view, found)
    shapes += _applicant(view)
    shapes += _endorsement(view)
    shapes += _corrections(view)
    return shapes


def _issue(view: View, found: Issued) -> list[Shape]:
    shapes: list[Shape] = []
    box = FOOT["13"]
    if found.number:
        stamp = security_stamp(found.number, view.house.colour, view.house.stamp.motif,
                               view.house.state.upper())  # fmt: skip
        shapes.append(moved(stamp, *_SECURITY, Dice("stuck", view.occasion).between(-1.2, 1.2)))
    if found.signature:
        right = 129.0 if found.signed else 116.0 if found.number else 140.0
        drawn = signature(view.hand, view.occasion, (right - 62.0, 24.0))
        shapes.append(moved(drawn, right - reach(drawn), box.y + 35.5))
    if found.stamp is not None:
        x = _stamp_place(found)
        spread = view.signs.has("ink_spread")
        shapes.append(
            moved(ink_stamp(found.stamp, view.occasion, spread=spread), x, box.y + 21.2, found.turn)
        )
    return shapes


def _stamp_place(found: Issued) -> float:
    half = found.stamp.half[0] if found.stamp else 15.0
    if found.sealed:
        return _SECURITY[0] + 12.0 + half - 8.0
    return 198.0 - half if found.number else 148.0


def _applicant(view: View) -> list[Shape]:
    box = HEAD["4"]
    if view.signs.has("applicant_signature_missing"):
        return []
    person = hand(view.permit.exporter_name or "x", ("applicant", view.permit.exporter_name))
    drawn = signature(person, view.occasion, (44, 13))
    return [moved(drawn, box.x + 40, box.y + box.h - 1.6)]


def _endorsement(view: View) -> list[Shape]:
    if not view.endorsed:
        return []
    box = FOOT["14"]
    shapes: list[Shape] = []
    top = box.y + 7.0
    if not view.signs.has("unused_lines_open"):
        for at in range(len(LETTERS)):
            if at < len(view.endorsed) and view.endorsed[at]:
                continue
            y = top + 5.6 * at
            shapes.append(Path(line((box.x + 11, y + 4.6), (box.x + 40, y + 1.2)), stroke=PEN,
                               width=0.3, opacity=0.85))  # fmt: skip
    officer = hand(f"{view.port} x", ("officer", view.port))
    shapes.append(moved(signature(officer, view.occasion, (36, 11)), box.x + 58, box.y + 33.0))
    stamp = Stamp("rectangle", "double", "", "#3d2b6b", 38.0, view.port.upper(),
                  f"{words(view.language)['short_export']} {view.endorsed_on}")  # fmt: skip
    turn = Dice("customs", view.occasion).between(-5, 5)
    shapes.append(moved(ink_stamp(stamp, view.occasion), box.x + 110, box.y + 17.5, turn))
    return shapes


def _corrections(view: View) -> list[Shape]:
    places: dict[str, Rect] = {**HEAD, **FOOT}
    for at, name in enumerate(LETTERS):
        places |= {f"{key}.{name}": rect for key, rect in line_cells(at).items()}
    shapes: list[Shape] = []
    for sign in view.signs.all:
        rect = places.get(sign.box)
        if sign.kind != "corrected" or rect is None:
            continue
        x = (rect.x + 44) if sign.box == "13" else rect.x + rect.w
        y = rect.y + min(rect.h / 2, 20.0)
        small = replace(view.house.stamp, size=8.6)
        shapes.append(moved(initials(view.hand, (view.occasion, sign.box), 4.2), x - 13.5, y + 3.2))
        shapes.append(moved(ink_stamp(small, sign.box), x - 5.4, y + 0.8, 9))
    return shapes


def annex_page(view: View, at: int) -> list[Shape]:
    """Stamp and signature at the foot of an annex page (number from 2)."""
    if view.signs.has("annex_unsigned"):
        return []
    found = issued(view)
    occasion = f"{view.occasion}|{at}"
    shapes: list[Shape] = []
    if found.signature:
        shapes.append(moved(signature(view.hand, occasion, (46, 14)), 96, 268))
    if found.stamp is not None:
        turn = Dice("turn", occasion).between(-8, 8)
        shapes.append(moved(ink_stamp(found.stamp, occasion), 166, 259, turn))
    return shapes


def margin_note(view: View) -> list[Shape]:
    """A handwritten note of clearance in the margin, outside the boxes."""
    text = note_text(view)
    if not text:
        return []
    pen = Text(0, 0, text, 3.0, "mono-italic", PEN, opacity=0.85)
    under = Path(line((8.6, 198), (8.2, 120)), stroke=PEN, width=0.2, opacity=0.6)
    return [moved((pen,), 7.6, 196, -89), under]


def note_text(view: View) -> str:
    """The words of the note in the margin."""
    note = view.signs.get("clearance_note")
    if note is None:
        return ""
    n = 1000 + Dice("file", view.occasion).below(9000)
    return note.value or words(view.language)["cleared"].format(n=n)
