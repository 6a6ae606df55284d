"""A permit as text: what stands in each box, in the language of the issuing State."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from borderlab import reference
from borderlab.documents.facsimile import facsimile_words
from borderlab.documents.facsimile.dice import Dice
from borderlab.documents.facsimile.facsimile_words import words
from borderlab.documents.facsimile.fonts import clean
from borderlab.documents.facsimile.hand import Hand
from borderlab.documents.facsimile.houses import House, house, signatory, state_name
from borderlab.documents.facsimile.layout import letter
from borderlab.documents.facsimile.signs import Sign, Signs, signs
from borderlab.documents.kinds import BLANK_DATE
from borderlab.documents.model import Permit, PermitLine
from borderlab.i18n import LANGUAGES
from borderlab.i18n import date as day_text
from borderlab.world.places import atlas

LINES_ON_FORM = 4
_TICKS = {"EXPORT": "export", "REEXPORT": "reexport", "IMPORT": "import"}


@dataclass(frozen=True)
class View:
    """What a page needs to know of a permit.

    Attributes:
        entries: box key (``"2"``, ``"11.A"``) -> lines of text as filled in.
        ticks: ticked types: ``export``, ``reexport``, ``import``, ``other``.
        language: of the filled-in text.
        endorsed: quantity per line of the form, "" where none stands; empty without endorsement.
    """

    permit: Permit
    entries: dict[str, tuple[str, ...]]
    ticks: tuple[str, ...]
    language: str
    house: House
    signatory: str
    hand: Hand
    signs: Signs
    endorsed: tuple[str, ...]
    endorsed_on: str
    port: str

    @property
    def occasion(self) -> str:
        """What tells this document's stamps and signatures from others of the same hand."""
        return f"{self.permit.number}|{self.permit.issue_date}"

    @property
    def lines(self) -> int:
        """How many lines the permit has."""
        return len(self.permit.lines)


def view(permit: Permit, language: str, more: Iterable[Sign] = ()) -> View:
    """The text of a permit.

    Args:
        permit: the permit.
        language: of the reader, used when the issuing State's is not known.
        more: further signs, see `signs.signs`.
    """
    office = house(clean(permit.authority or ""), permit.issuer or "", language)
    own = permit.form.language if permit.form.language in LANGUAGES else office.language
    name, person = signatory(clean(permit.signatory or ""), f"{permit.number}")
    found = signs(permit, more)
    other = found.get("other_hand")
    if other is not None:
        person = signatory(other.value or f"another hand for {permit.signatory}")[1]
    spell = _Speller(own or language, numeric=permit.form.date_order_known is False)
    entries = _head(permit, spell, office)
    entries["13"] = (office.city, spell.day(permit.issue_date), name)
    for at, line in enumerate(permit.lines):
        for box, text in _line(line, spell).items():
            entries[f"{box}.{letter(at)}"] = text
    endorsed = _endorsed(permit, spell)
    return View(
        permit=permit,
        entries={
            key: tuple(part for part in map(clean, text) if part) for key, text in entries.items()
        },
        ticks=_ticks(permit),
        language=spell.language,
        house=office,
        signatory=name,
        hand=person,
        signs=found,
        endorsed=endorsed,
        endorsed_on=spell.day(permit.endorsement.endorsed_on) if endorsed else "",
        port=_port(permit) or office.city or office.state if endorsed else "",
    )


@dataclass(frozen=True)
class _Speller:
    """Writes numbers, dates and codes as the issuing office does."""

    language: str
    numeric: bool = False

    def day(self, when: dt.date | None) -> str:
        if when is None or when == BLANK_DATE:
            return ""
        return when.strftime("%d/%m/%Y") if self.numeric else day_text(when, self.language)

    def number(self, x: float | None) -> str:
        return "" if x is None or x < 0 else facsimile_words.number(x, self.language)

    def state(self, code: str | None) -> str:
        if not code:
            return ""
        name = state_name(code, self.language)
        return name if name == code else f"{name} ({code})"

    def term(self, code: str | None) -> str:
        if not code:
            return ""
        try:
            return f"{code} \N{EN DASH} {reference.term(code).label(self.language).lower()}"
        except reference.UnknownNameError:
            return code

    def quantity(self, x: float | None, unit: str | None) -> tuple[str, ...]:
        amount = self.number(x)
        known = reference.units().get(reference.unit_code(unit)) if _is_unit(unit) else None
        if not unit or known is None:
            return (f"{amount} {unit or ''}".strip(),)
        if known.dimension == "count" and known.code == "NAR":
            return (amount, unit)
        return (f"{amount} {known.symbol}".strip(), unit)


def _is_unit(unit: str | None) -> bool:
    try:
        return bool(unit) and bool(reference.unit_code(unit or ""))
    except reference.UnknownNameError:
        return False


def _ticks(permit: Permit) -> tuple[str, ...]:
    own = _TICKS.get(permit.doc_type or "", "other" if permit.doc_type else "")
    count = 1 if permit.form.ticks is None else int(permit.form.ticks)
    order = [own, *(tick for tick in ("export", "reexport", "import", "other") if tick != own)]
    return tuple(tick for tick in order[: max(0, count)] if tick)


def _head(permit: Permit, spell: _Speller, office: House) -> dict[str, tuple[str, ...]]:
    kind = permit.type_text or ""
    if not kind and permit.doc_type in reference.document_types():
        kind = reference.document_type(permit.doc_type or "").label(spell.language)
    other = kind if "other" in _ticks(permit) else ""
    known = (office.name, words(spell.language)["authority"]) if office.manages else (office.name,)
    return {
        "1": (permit.number or "", other),
        "2": (spell.day(permit.valid_until),),
        "3": _consignee(permit, words(spell.language)),
        "3a": (spell.state(permit.import_country),),
        "4": (permit.exporter_name or "", permit.exporter_address or ""),
        "5": _conditions(permit, words(spell.language)),
        "5a": (permit.purpose or "",),
        "5b": (permit.form.stamp_no or "",),
        "6": (*known, office.city, spell.state(permit.issuer)),
        "15": (permit.transport_doc or "",),
    }


def _consignee(permit: Permit, printed: dict[str, str]) -> tuple[str, ...]:
    if permit.presentation.named_consignee is False:
        return (printed["to_order"],)
    return (permit.importer_name or "", permit.importer_address or "")


def _conditions(permit: Permit, printed: dict[str, str]) -> tuple[str, ...]:
    shown = (
        (permit.transport_statement, printed["transport"]),
        (permit.retrospective, printed["retrospective"]),
        (permit.retrospective, permit.retrospective_reason or ""),
        (permit.origin_statement, printed["origin"]),
        (permit.propagation_statement, printed["propagation"]),
        (permit.replaces, printed["replaces"].format(number=permit.replaces)),
    )
    return (permit.special_conditions or "", *(text for said, text in shown if said))


def _line(line: PermitLine, spell: _Speller) -> dict[str, tuple[str, ...]]:
    marks = ", ".join(line.marks or ())
    quota = (spell.number(line.quota_used), spell.number(line.quota_total))
    return {
        "7": (line.taxon or "",),
        "8": (line.common_name or "",),
        "9": (spell.term(line.term), line.age_sex or "", marks),
        "10": (f"{line.appendix or ''}  {line.source or ''}".strip(),),
        "11": spell.quantity(line.qty, line.unit),
        "11a": (" / ".join(quota) if any(quota) else "",),
        "12": (spell.state(line.origin), line.origin_permit_no or "",
               spell.day(line.origin_permit_date)),
        "12a": (spell.state(line.last_reexport), line.last_reexport_no or "",
                spell.day(line.last_reexport_date)),
        "12b": (line.operation_no or "", spell.day(line.acquisition_date)),
    }  # fmt: skip


def _endorsed(permit: Permit, spell: _Speller) -> tuple[str, ...]:
    if not permit.endorsement.endorsed:
        return ()
    return tuple(
        spell.number(line.endorsed_qty if line.endorsed_qty is not None else line.qty)
        for line in permit.lines
    )


def _port(permit: Permit) -> str:
    ports = [port for port in atlas().ports if port.state == permit.issuer]
    best = [port for port in ports if port.designated] or ports
    return Dice("port", permit.number).choice(best).name if best else ""
