"""The goods and papers that came with a document, and what its issuing authority answered."""

from __future__ import annotations

from borderlab.documents.model import Permit, PermitLine
from borderlab.i18n import gettext as _
from borderlab.i18n import number
from borderlab.tasks.desk_cases import Case
from borderlab.widgets.desk_parts import Part, amount, day, facts, state, table, term, text


def goods(case: Case, query: str) -> list[Part]:
    """The papers with the goods, and what colleagues at the arrival point noted."""
    return {"invoice": _invoice, "goods": _found, "import": _import_permit, "origin": _chain}.get(
        query, _invoice
    )(case.permit)


def goods_choices(case: Case) -> list[tuple[str, str]]:
    """Which papers there are."""
    found = [
        ("invoice", _("Invoice and transport document")),
        ("goods", _("Note of the arrival point on the goods")),
        ("import", _("Import permit")),
    ]
    if case.permit.lines and case.permit.lines[0].first_export_date:
        found.append(("origin", _("Papers of the origin")))
    return found


def _letters(permit: Permit) -> list[tuple[str, PermitLine]]:
    return [(chr(65 + at), line) for at, line in enumerate(permit.lines)]


def _invoice(permit: Permit) -> list[Part]:
    at = permit.presentation
    agent = {True: _("a forwarder, with written authority of the importer"), False: ""}
    return [
        facts(
            (
                (_("Transport document"), at.waybill or ""),
                (_("House waybill under it"), at.house_waybill or ""),
                (_("Consignee on it"), agent.get(bool(at.agent_authorised), "")),
                (_("Seller on the invoice"), at.invoice_exporter or ""),
                (_("Buyer on the invoice"), at.invoice_importer or ""),
                (_("Traveller"), at.traveller or ""),
                (_("Left on"), day(at.departure_date)),
            )
        ),
        table(
            (_("Line"), _("Quantity invoiced"), _("Net weight"), _("Customs line")),
            [
                (
                    name,
                    amount(line.invoice_qty, line.invoice_unit),
                    f"{number(line.net_kg)} kg" if line.net_kg is not None else "–",
                    line.hs6 or "–",
                )
                for name, line in _letters(permit)
            ],
            _("There is no invoice."),
        ),
    ]


def _found(permit: Permit) -> list[Part]:
    rows = [
        (
            name,
            line.found_taxon or "–",
            amount(line.found_qty, line.unit) or "–",
            ", ".join(line.found_marks or ()) or "–",
            _signs(line),
        )
        for name, line in _letters(permit)
    ]
    parts = [
        table(
            (_("Line"), _("Looks like"), _("Counted or weighed"), _("Marks seen"), _("Remarks")),
            rows,
            _("Nobody has looked at the goods yet."),
        )
    ]
    labels = [(_("Label on the container"), line.label or "") for line in permit.lines]
    return [*parts, facts(labels)] if any(value for _name, value in labels) else parts


def _signs(line: PermitLine) -> str:
    said = []
    if line.wild_signs:
        said.append(_("scars and wear as of wild specimens"))
    if line.hybrid_signs:
        said.append(_("looks like a hybrid"))
    return ", ".join(said) or _("none")


def _import_permit(permit: Permit) -> list[Part]:
    paper = permit.import_paper
    if not paper.import_permit:
        return [text(_("No import permit was presented."))]
    return [
        facts(
            (
                (_("Issued"), day(paper.import_issued)),
                (_("Holder"), paper.import_holder or ""),
                (_("Species"), paper.import_taxon or ""),
                (_("Goods"), term(paper.import_term)),
                (_("Quantity"), amount(paper.import_qty, paper.import_unit)),
            )
        )
    ]


def _chain(permit: Permit) -> list[Part]:
    line = permit.lines[0]
    return [
        facts(
            (
                (_("Country of origin on the papers"), state(line.origin)),
                (_("Origin permit"), line.origin_permit_no or ""),
                (_("Quantity on it"), amount(line.origin_qty, line.origin_unit)),
                (_("Valid until"), day(line.origin_valid_until)),
                (_("First export"), day(line.first_export_date)),
                (_("First import"), day(line.first_import_date)),
            )
        )
    ]


def issuing_system(case: Case, _query: str) -> list[Part]:
    """What the issuing authority's own system and its letters say."""
    permit = case.permit
    record, parts = permit.electronic_record, []
    if record.electronic:
        signed = {True: _("valid"), False: _("not valid")}.get(bool(record.e_signature_valid), "")
        parts.append(
            facts(
                (
                    (_("Electronic record"), record.e_status or ""),
                    (_("Electronic signature"), signed),
                    (_("Species"), record.e_taxon or ""),
                    (_("Quantity"), amount(record.e_qty, permit.lines[0].unit)),
                    (_("Valid until"), day(record.e_valid_until)),
                )
            )
        )
    else:
        parts.append(text(_("This document was issued on paper; there is no electronic record.")))
    parts += [text(letter) for letter in _letters_received(permit)]
    if not permit.presentation.confirmed and permit.presentation.confirmed_by_secretariat is None:
        parts.append(text(_("No message of the issuing authority is on file for this document.")))
    if permit.presentation.confirmed_by_secretariat is False:
        parts.append(text(_("Nobody has asked for a confirmation of this document yet.")))
    return parts


def _letters_received(permit: Permit) -> list[str]:
    """Answers of the issuing authority to questions that were asked before."""
    said = {
        "R008": _("signs for us; the specimen of the signature is on its way to the Secretariat."),
        "R146": _("the goods left under our control; the airline closed the hold before box 14 was "
                  "filled in."),
        "R077": _("the specimens come from a population that was introduced in our territory."),
        "R096": _("the nursery is known to us; for plants our register gives no number."),
    }  # fmt: skip
    sender = state(permit.issuer)
    return [
        _("Answer of the Management Authority of {state}: {text}").format(
            state=sender, text=said.get(rule, _("the document is in order."))
        )
        for rule in permit.presentation.confirmed or ()
    ]
