"""Differences between permit, papers and goods: ordinary ones, and those that matter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from borderlab import reference, world
from borderlab.documents.defects.goods import lots
from borderlab.i18n import gettext as _
from borderlab.i18n import language, number
from borderlab.widgets.casework_compare_entries import Draft, Skip, marks_shown
from borderlab.widgets.desk_parts import amount, day, state, term

_TRADE_NAME = {"en": "es", "fr": "en", "es": "en"}
"""The language in which the seller writes the invoice, by the reader's."""


def _trade_name(draft: Draft) -> None:
    found = reference.find(draft.line.taxon or "")
    name = found.common_name(_TRADE_NAME[language()]) if found is not None else ""
    if not name:
        raise Skip
    why = _("Invoices use trade names, often in the seller's language. What counts is the "
            "scientific name on the permit, and the goods agree with it.")  # fmt: skip
    draft.set("species", "ordinary", "R150", why, papers=name)


def _fewer(draft: Draft) -> None:
    count = int(draft.line.qty or 0)
    if draft.line.unit or count < 4:  # noqa: PLR2004  (few pieces leave nothing to be fewer)
        raise Skip
    why = _("Fewer than stated is allowed. Record the quantity that really came, so that the rest "
            "cannot be used later; deaths on the way must be recorded.")  # fmt: skip
    draft.set("quantity", "ordinary", "R149", why, goods=number(count - 1))


def _gross(draft: Draft) -> None:
    if "weight" not in draft.entries:
        raise Skip
    gross = (draft.line.net_kg or 0) * 1.35 + 2
    why = _("The waybill gives the gross weight with crates and packing, the note the net weight "
            "of the specimens.")  # fmt: skip
    papers = _("{n} kg gross (air waybill)").format(n=number(gross, 0))
    draft.set("weight", "ordinary", "R148", why, papers=papers)


def _rounded(draft: Draft) -> None:
    if draft.line.unit != "KGM" or not draft.line.qty:
        raise Skip
    why = _("The scale at the border shows more decimals; the difference is rounding and moisture.")
    weighed = f"{number(draft.line.qty * 1.008, 2)} kg"
    draft.set("quantity", "ordinary", "R148", why, goods=weighed)


def _cartons(draft: Draft) -> None:
    count = int(draft.line.qty or 0)
    if draft.line.unit or count < 4 or count % 2:  # noqa: PLR2004  (two cartons of two at least)
        raise Skip
    why = _("The packing list counts cartons. Convert before you compare: the numbers agree.")
    papers = _("2 cartons of {n} pieces (packing list)").format(n=number(count // 2))
    draft.set("quantity", "ordinary", "R150", why, papers=papers)


def _forwarder(draft: Draft) -> None:
    why = _("Agents and forwarders stand on transport documents lawfully. The invoice names the "
            "importer of the permit, and the forwarder holds a written authority.")  # fmt: skip
    papers = _("{name} (invoice); on the air waybill a forwarder, with written authority")
    name = draft.permit.importer_name or ""
    draft.set("buyer", "ordinary", "R065", why, papers=papers.format(name=name))


def _house(draft: Draft) -> None:
    house, master = f"H{draft.rng.randint(10000, 99999)}", draft.permit.transport_doc or ""
    why = _("Box 15 shows the house waybill, the airline's paper the master waybill. The house "
            "waybill is listed under it.")  # fmt: skip
    papers = _("{master}, with house waybill {house} under it").format(master=master, house=house)
    draft.set("waybill", "ordinary", "R154", why, permit=house, papers=papers)


def _other_species(draft: Draft) -> None:
    mine = reference.species(draft.line.taxon or "")
    names = sorted({lot.name for lot in lots("wild") if lot.term == draft.line.term})
    near = [
        name for name in names
        if name != mine.scientific_name and reference.species(name).order == mine.order
    ]  # fmt: skip
    if not near:
        raise Skip
    why = _("The goods are another species than the permit covers. Write down how sure the "
            "identification is, and call in an expert.")  # fmt: skip
    draft.set("species", "matters", "R161", why, goods=draft.rng.choice(near))


def _more(draft: Draft) -> None:
    count = draft.line.qty or 0
    found = float(int(count * 1.3) + 1) if not draft.line.unit else round(count * 1.3, 1)
    why = _("More than the permit covers, and more than weighing or moisture can explain.")
    draft.set("quantity", "matters", "R148", why, goods=amount(found, draft.line.unit))


def _invoiced_more(draft: Draft) -> None:
    count = draft.line.qty or 0
    sold = float(int(count * 1.5) + 1) if not draft.line.unit else round(count * 1.5, 1)
    why = _("More was sold than the permit covers. Where is the rest: another consignment, the "
            "same permit used twice, or a clerk's error? Ask the declarant.")  # fmt: skip
    draft.set("quantity", "matters", "R150", why, papers=amount(sold, draft.line.unit))


def _other_mark(draft: Draft) -> None:
    marks = draft.line.marks or ()
    if not marks:
        raise Skip
    digits = str(draft.rng.randint(100, 998))
    last = marks[-1]
    wrong = (*marks[:-1], f"{last[:4]}{digits}{last[7:]}")
    if wrong[-1] == last:
        raise Skip
    why = _("A mark that is not on the permit belongs to a specimen that is not on the permit, "
            "unless it is a typing error: compare the neighbours.")  # fmt: skip
    draft.set("marks", "matters", "R156", why, goods=marks_shown(tuple(reversed(wrong))))


def _other_origin(draft: Draft) -> None:
    mine = (draft.line.origin, draft.permit.issuer, draft.permit.import_country)
    other = draft.rng.choice([code for code in world.atlas().codes if code not in mine])
    why = _("The commercial papers name another country of origin than the permit. Quota, range "
            "and the finding of the issuing State all hang on the origin.")  # fmt: skip
    draft.set("origin", "matters", "R150", why, papers=state(other))


def _other_goods(draft: Draft) -> None:
    other = {"LIV": "BOD", "SKI": "LPS", "SPE": "LIV", "TRO": "SKI"}.get(draft.line.term or "")
    if other is None:
        raise Skip
    why = _("The description on the papers is of other goods. Quotas, annotations and the customs "
            "line depend on it.")  # fmt: skip
    draft.set("goods", "matters", "R153", why, papers=term(other))


def _other_buyer(draft: Draft) -> None:
    from borderlab.documents.defects.people import parties

    name = parties(draft.rng)[1]
    if name == draft.permit.importer_name:
        raise Skip
    why = _("Another buyer than the importer of the permit, and no authority. A permit cannot be "
            "handed on.")  # fmt: skip
    draft.set("buyer", "matters", "R065", why, papers=name)


def _other_bill(draft: Draft) -> None:
    bill = f"{draft.rng.randint(100, 999)}-{draft.rng.randint(10**7, 10**8 - 1)}"
    why = _("Another transport document, and no house waybill explains it. Was the permit used for "
            "another consignment?")  # fmt: skip
    draft.set("waybill", "matters", "R154", why, papers=bill)


def _left_early(draft: Draft) -> None:
    endorsed = draft.permit.endorsement.endorsed_on
    if endorsed is None:
        raise Skip
    early = endorsed - dt.timedelta(days=draft.rng.randint(4, 12))
    why = _("The goods left before box 14 was endorsed. A day may be a time zone; this is more.")
    draft.set("dates", "matters", "R034", why, papers=_("Left {day}").format(day=day(early)))


def _wild_signs(draft: Draft) -> None:
    if draft.line.source != "C" or draft.line.term != "LIV":
        raise Skip
    why = _("Such signs are a reason to ask, not a proof: some captive-bred animals are injured "
            "too.")  # fmt: skip
    goods = _("scars, parasites and mixed ages, no closed rings")
    draft.set("source", "matters", "R162", why, goods=goods)


ORDINARY: tuple[Callable[[Draft], None], ...] = (
    _trade_name, _fewer, _gross, _rounded, _cartons, _forwarder, _house,
)  # fmt: skip
MATTERS: tuple[Callable[[Draft], None], ...] = (
    _other_species, _more, _invoiced_more, _other_mark, _other_origin, _other_goods, _other_buyer,
    _other_bill, _left_early, _wild_signs,
)  # fmt: skip
