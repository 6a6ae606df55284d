"""Permits of the invented world that are in order by construction, not by passing `verify`."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable
from dataclasses import dataclass, field

from borderlab.documents.adapter_world import world_reference
from borderlab.documents.defects.clean_parts import add_months, endorsement, form, import_paper
from borderlab.documents.defects.goods import FIRST_DAY, LAST_DAY, Lot, lots
from borderlab.documents.defects.lines import clean_line
from borderlab.documents.defects.people import office, parties, signatory
from borderlab.documents.model import (
    Electronic,
    ImportPermit,
    Permit,
    PermitLine,
    Presentation,
)

_EPOCH = dt.date(1970, 1, 1)
_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of clean permit.

    Attributes:
        document: type of document.
        source, purpose: codes that every line and the permit show.
        weight: share among clean permits, in percent.
        appendix_one: whether an import permit goes with it.
    """

    document: str
    source: str
    purpose: str
    weight: int
    appendix_one: bool = False


KINDS = {
    "wild": Kind("EXPORT", "W", "T", 28),
    "bred": Kind("EXPORT", "C", "T", 15),
    "grown": Kind("EXPORT", "A", "T", 11),
    "registered": Kind("EXPORT", "D", "T", 4),
    "zoo": Kind("EXPORT", "C", "Z", 4, appendix_one=True),
    "scientific": Kind("EXPORT", "W", "S", 4, appendix_one=True),
    "reexport": Kind("REEXPORT", "W", "T", 12),
    "skins": Kind("EXPORT", "W", "T", 3),
    "caviar": Kind("EXPORT", "C", "T", 3),
    "trophy": Kind("EXPORT", "W", "H", 4),
    "old": Kind("PRE_CONVENTION", "OW", "P", 4),
    "third": Kind("ORIGIN", "W", "T", 3),
    "phyto": Kind("PHYTO", "A", "T", 2),
    "exhibition": Kind("TRAVEL_EXHIB", "C", "Q", 1),
    "instrument": Kind("MUSICAL", "OW", "P", 1),
    "transit": Kind("EXPORT", "W", "T", 1),
}


@dataclass(slots=True)
class Maker:
    """Makes clean permits in order of issue, keeping the books of numbers and quotas."""

    rng: random.Random
    used: dict[tuple[int, int, str, int], float] = field(default_factory=dict)
    count: int = 0

    def permit(self, kind_name: str, issued: dt.date) -> Permit:
        """One permit of a kind, issued on a day."""
        kind, rng, ref = KINDS[kind_name], self.rng, world_reference()
        self.count += 1
        lot = self._lot(kind_name, issued)
        sender = (
            rng.choice([s for s in range(24) if s != lot.state])
            if kind.document == "REEXPORT"
            else lot.state
        )
        target = rng.choice([s for s in range(24) if s not in (lot.state, sender)])
        state, importing = ref.states.values[sender], ref.states.values[target]
        until = add_months(
            issued, int(ref.codes.max_months[ref.codes.of("doc_types", kind.document)]) or 6
        )
        departure = issued + dt.timedelta(days=rng.randint(8, 90))
        event = departure + dt.timedelta(days=rng.randint(1, 20))
        lines = self._lines(kind_name, lot, issued, event)
        one, bill = kind.appendix_one, f"{rng.randint(100, 999)}-{self.count:08d}"
        exporter, importer = parties(rng)
        authority = office(state)
        stamp = f"{state}{self.count:07d}" if authority.stamps else ""
        live = any(line.term == "LIV" for line in lines)
        return Permit(
            doc_type=kind.document,
            number=f"{state}{issued:%y}-{self.count:08d}",
            type_text="",
            valid_until=until,
            issue_date=issued,
            issuer=state,
            authority=f"{state}-MA",
            importer_name=importer,
            importer_address=f"{rng.randint(1, 99)} {ref.states.values[target]} Street",
            import_country=importing,
            exporter_name=exporter,
            exporter_address=f"{rng.randint(1, 99)} {authority.city}",
            applicant_signature=True,
            special_conditions="",
            transport_statement=True if live else None,
            purpose=kind.purpose,
            signatory=signatory(state, issued),
            signature=True,
            transport_doc=bill,
            retrospective=False,
            retrospective_reason="",
            replaces="",
            origin_statement=True if kind.document == "ORIGIN" else None,
            propagation_statement=True if kind.document == "PHYTO" else None,
            lines=lines,
            form=form(authority.language, stamp),
            endorsement=endorsement(kind.document, departure, rng),
            import_paper=import_paper(lines[0], issued, importer, rng)
            if one
            else ImportPermit(import_permit=False),
            electronic_record=self._electronic(lines[0], until),
            presentation=Presentation(
                direction="transit" if kind_name == "transit" else "import",
                event_date=event,
                departure_date=departure,
                destination=importing,
                waybill=bill,
                house_waybill="",
                invoice_exporter=exporter,
                invoice_importer=importer,
                traveller=exporter if kind.document in ("TRAVEL_EXHIB", "MUSICAL") else None,
                customs_control=True,
                named_consignee=True,
                transport_stop=True,
            ),
        )

    def _lot(self, kind: str, issued: dt.date) -> Lot:
        """A lot of the kind whose quota is not used up."""
        found = lots(kind)
        if kind == "phyto":
            phyto = world_reference().notices.phyto
            found = tuple(lot for lot in found if phyto is None or phyto[lot.state])
        return self.rng.choice(
            [lot for lot in self.rng.sample(found, min(len(found), 4)) if self.room(lot, issued)]
            or found
        )

    def room(self, lot: Lot, issued: dt.date) -> bool:
        """Whether the quota of a lot, if it has one, leaves room for some pieces more."""
        ref = world_reference()
        at = ref.quotas.by_pair.get(lot.taxon * (len(ref.states.values) + 3) + lot.state, ())
        limits = [ref.quotas.rows[row].value for row in at]
        used = self.used.get((lot.taxon, lot.state, lot.term, issued.year), 0.0)
        return not limits or used + 20 <= min(limits)

    def _lines(
        self, kind: str, lot: Lot, issued: dt.date, event: dt.date
    ) -> tuple[PermitLine, ...]:
        made = [clean_line(self, kind, lot, issued, event)]
        if kind in ("wild", "bred", "grown") and self.rng.random() < 0.15:  # noqa: PLR2004  (share of permits with two lines)
            near = [
                other
                for other in lots(kind)
                if other.state == lot.state and other.taxon != lot.taxon
            ]
            if near:
                made.append(clean_line(self, kind, self.rng.choice(near), issued, event))
        return tuple(made)

    def _electronic(self, line: PermitLine, until: dt.date) -> Electronic:
        if self.rng.random() > 0.1:  # noqa: PLR2004  (share of electronic permits)
            return Electronic(electronic=False, paper=True)
        return Electronic(
            electronic=True,
            e_signature_valid=True,
            e_status="valid",
            e_qty=line.qty,
            e_taxon=line.taxon,
            e_valid_until=until,
            paper=True,
        )


def _weekday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=max(0, day.weekday() - _FRIDAY))


def _issue_days(rng: random.Random, n: int) -> list[dt.date]:
    first = _EPOCH + dt.timedelta(days=FIRST_DAY)
    span = LAST_DAY - FIRST_DAY - 120
    return sorted(_weekday(first + dt.timedelta(days=rng.randrange(span))) for _ in range(n))


def clean_permits(seed: int, n: int, kinds: Iterable[str] | None = None) -> list[Permit]:
    """Permits of the invented world on which no rejecting rule fires.

    They come in order of issue; cumulative totals, stamps and numbers fit together, so the
    whole list can be verified as one batch.

    Args:
        seed: the same seed gives the same permits.
        n: how many.
        kinds: keys of `KINDS` to draw from; default: all, by their weights.
    """
    rng = random.Random(seed)  # noqa: S311  (teaching material, no secret)
    names = tuple(kinds or KINDS)
    maker = Maker(rng)
    drawn = rng.choices(names, [KINDS[name].weight for name in names], k=n)
    return [maker.permit(kind, day) for kind, day in zip(drawn, _issue_days(rng, n), strict=True)]
