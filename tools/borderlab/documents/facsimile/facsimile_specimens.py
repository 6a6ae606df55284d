"""Specimens on file of an authority: stamp, seal, security stamp, and who signs since when."""

from __future__ import annotations

from html import escape

from borderlab.documents.facsimile import svg
from borderlab.documents.facsimile.curves import box as outline
from borderlab.documents.facsimile.drawing import Svg
from borderlab.documents.facsimile.emblem import logo
from borderlab.documents.facsimile.facsimile_seen import hand_words, motif_name, stamp_words
from borderlab.documents.facsimile.facsimile_words import words
from borderlab.documents.facsimile.fonts import fit
from borderlab.documents.facsimile.form import FRAME
from borderlab.documents.facsimile.hand import signature
from borderlab.documents.facsimile.houses import House, house, signatories, signatory, term
from borderlab.documents.facsimile.security import security_stamp
from borderlab.documents.facsimile.shapes import Path, Shape, Text, moved
from borderlab.documents.facsimile.stamps import dry_seal, ink_stamp
from borderlab.i18n import date, translator
from borderlab.i18n import language as language_in_use

_SIZE = (150.0, 132.0)
_ROW = 22.0
_TOP = 60.0


def specimen(authority: str, language: str = "") -> Svg:
    """The specimen card of an authority of the invented world, as SVG.

    Args:
        authority: its id, such as ``"QM-MA"``.
        language: of the card; default the language in use.

    Raises:
        ValueError: no authority has this id.
    """
    tongue = language or language_in_use()
    office = house(authority, authority[:2])
    if not office.known:
        raise ValueError(f"no authority of the invented world has the id {authority!r}")
    name = f"specimen-{authority}-{tongue}"
    body = svg.Writer(name).write((*_paper(office), *_marks(office), *_hands(authority, tongue)))
    said = describe_specimen(authority, tongue)
    return Svg(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {svg.num(_SIZE[0])}'
        f' {svg.num(_SIZE[1])}" width="100%" role="img" lang="{tongue}"'
        f' aria-labelledby="{name}-t" aria-describedby="{name}-d" font-family="{svg.MONO}">'
        f'<title id="{name}-t">{escape(f"{office.name}, {office.state}", quote=False)}</title>'
        f'<desc id="{name}-d">{escape(said, quote=False)}</desc>{body}</svg>'
    )


def describe_specimen(authority: str, language: str = "") -> str:
    """The card in words, one line per specimen, as `describe` words what is on a permit."""
    tongue = language or language_in_use()
    t = translator(tongue)
    office = house(authority, authority[:2])
    lines = [
        stamp_words(t, office.stamp),
        t.gettext("A seal in relief, round: {above}, {below}; in its middle {motif}.").format(
            above=office.dry.above, below=office.dry.below, motif=motif_name(t, office.dry.motif)
        ),
        t.gettext("Uses security stamps.")
        if office.uses_security_stamp
        else t.gettext("Uses no security stamps."),
    ]
    for one in signatories(authority):
        name, person = signatory(one)
        lines.append(f"{name}, {_term(one, tongue)}. {hand_words(t, person)}")
    return "\n".join(lines)


def _term(signatory_id: str, language: str) -> str:
    t = translator(language)
    first, last = term(signatory_id)
    since = date(first, language) if first else ""
    if last:
        return t.gettext("from {first} to {last}").format(first=since, last=date(last, language))
    return t.gettext("since {first}").format(first=since)


def _paper(office: House) -> list[Shape]:
    w, h = _SIZE
    fitted = fit((f"{office.name}, {office.state}",), "sans-bold", (w - 32, 11), 4.6, 2.5)
    return [
        Path(outline(0, 0, w, h), fill="#fbfaf5"),
        Path(outline(2, 2, w - 4, h - 4), stroke=FRAME, width=0.4),
        moved(logo(office.stamp.motif, office.colour, 13), 13, 12),
        *(
            Text(24, 11 + at * fitted.size * 1.2, text, fitted.size, "sans-bold", office.colour)
            for at, text in enumerate(fitted.lines)
        ),
    ]


def _marks(office: House) -> list[Shape]:
    shapes: list[Shape] = [
        moved(ink_stamp(office.stamp, "specimen"), 26, 41),
        moved(dry_seal(office.dry), 76, 41),
    ]
    if office.uses_security_stamp:
        stamp = security_stamp("0000000", office.colour, office.stamp.motif, office.state.upper())
        shapes.append(moved(stamp, 122, 40))
    return shapes


def _hands(authority: str, language: str) -> list[Shape]:
    shapes: list[Shape] = []
    for at, one in enumerate(signatories(authority)):
        name, person = signatory(one)
        y = _TOP + at * _ROW
        shapes += [
            Path(outline(6, y, _SIZE[0] - 12, _ROW - 1.5), stroke=FRAME, width=0.2),
            Text(9, y + 8, name, 3.6, "mono-bold"),
            *(
                Text(9, y + 13 + row * 3.4, text, 2.6, "sans", "#4a4f4c")
                for row, text in enumerate(
                    fit((_term(one, language),), "sans", (62, 7), 2.6, 2).lines
                )
            ),
            moved(signature(person, "specimen", (62, 17)), 78, y + 19),
        ]
    shapes.append(
        Text(
            _SIZE[0] - 4,
            _SIZE[1] - 3.2,
            words(language)["watermark"],
            2.0,
            "sans",
            "#4a4f4c",
            "end",
        )
    )
    return shapes
