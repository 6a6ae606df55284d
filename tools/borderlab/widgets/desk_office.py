"""The directory of authorities, specimens, registers, notices and codes on the officer's shelf."""

from __future__ import annotations

import datetime as dt

from borderlab import reference, world
from borderlab.documents.adapter_world import _CONFIRM, _NATIONAL_BANS, STOLEN_SERIES, WANTED
from borderlab.documents.facsimile import describe_specimen, specimen
from borderlab.i18n import gettext as _
from borderlab.i18n import joined, language
from borderlab.reference.text import plain
from borderlab.tasks.desk_cases import Case
from borderlab.widgets.desk_parts import Part, day, facts, marked, picture, state, table, text


def authority(case: Case, query: str) -> list[Part]:
    """Who may issue and sign for a State, and since when."""
    tables = world.atlas().tables
    offices = [row for row in tables["authorities"] if row["state"] == query]
    manages = [row for row in offices if row["kind"] == "MA"]
    if not manages:
        return [text(_("The directory has no Management Authority for {state}.").format(
            state=state(query)))]  # fmt: skip
    office = manages[0]
    signs = [row for row in tables["signatories"] if row["authority_id"] == office["authority_id"]]
    uses = _("yes") if office["uses_security_stamp"] == "yes" else _("no")
    answers = _("yes") if office["answers_electronically"] == "yes" else _("no")
    since = next(one.party_since for one in world.atlas().states if one.code == query)
    return [
        facts(
            (
                (_("Management Authority (issues permits)"), f"{office['name']}, {office['city']}"),
                (
                    _("Scientific Authority (issues none)"),
                    joined(r["name"] for r in offices if r["kind"] != "MA"),
                ),
                (_("Party since"), str(since)),
                (_("Uses security stamps"), uses),
                (_("Numbers look like"), f"{query}{_year(case)}-00000000"),
                (_("Exchanges permits electronically"), answers),
            )
        ),
        table(
            (_("Notified signatory"), _("from"), _("until")),
            [
                (row["name"], day(row["valid_from"]), day(row["valid_until"]) or _("in office"))
                for row in signs
            ],
            _("No signatory is notified."),
        ),
    ]


def _year(case: Case) -> str:
    return f"{case.permit.issue_date or dt.date(2024, 1, 1):%y}"


def specimens(_case: Case, query: str) -> list[Part]:
    """The specimen card of an authority: stamp, seal in relief, security stamp, signatures."""
    try:
        return [picture(specimen(query).text, describe_specimen(query))]
    except ValueError:
        return [text(_("There is no specimen card for “{name}”.").format(name=query))]


def office_choices(case: Case) -> list[tuple[str, str]]:
    """States whose directory pages may matter: issuer, origin, last re-export."""
    codes = [case.permit.issuer]
    for line in case.permit.lines:
        codes += [line.origin, line.last_reexport]
    return [(code, state(code)) for code in dict.fromkeys(codes) if code]


def specimen_choices(case: Case) -> list[tuple[str, str]]:
    """The card of the issuing State's Management Authority."""
    code = case.permit.issuer or ""
    return [(f"{code}-MA", state(code))] if code in world.atlas().codes else []


def register(_case: Case, query: str) -> list[Part]:
    """Operations registered for breeding Appendix-I animals, by number or by species."""
    key = plain(query)
    rows = [
        row
        for row in world.atlas().tables["operations"]
        if key and key in (plain(row["operation_no"]), plain(row["taxon"]))
    ]
    return [
        table(
            (_("Register number"), _("Operation"), _("State"), _("Species"), _("Registered")),
            [
                (
                    row["operation_no"],
                    row["name"],
                    state(row["state"]),
                    row["taxon"],
                    day(row["registered"]),
                )
                for row in rows
            ],
            _("The register has nothing under “{query}”.").format(query=query),
        )
    ]


def register_choices(case: Case) -> list[tuple[str, str]]:
    """Operation numbers and species of the permit."""
    found: dict[str, str] = {}
    for line in case.permit.lines:
        if line.operation_no:
            found[line.operation_no] = line.operation_no
        if line.taxon:
            found[line.taxon] = line.taxon
    return list(found.items())


def notices(_case: Case, query: str) -> list[Part]:
    """Notices in force: suspensions, standing instructions, stolen numbers, alerts."""
    return {"numbers": _alerts, "trade": _measures}.get(query, _measures)()


def notice_choices(_case: Case) -> list[tuple[str, str]]:
    """The two lists of notices."""
    return [
        ("trade", _("Trade suspended or to be confirmed")),
        ("numbers", _("Numbers and persons reported")),
    ]


def _alerts() -> list[Part]:
    return [
        text(
            _(
                "Blank forms reported stolen, all States: numbers whose serial begins with "
                "{series} (such as {example})."
            ).format(series=STOLEN_SERIES, example=f"QM24-{STOLEN_SERIES}001")
        ),
        facts([(_("Traders on the alert list"), ", ".join(WANTED))]),
    ]


def _measures() -> list[Part]:
    rows = [
        (row["taxon"], state(row["state"]), _scope(row["scope"]), _span(row))
        for row in world.atlas().tables["suspensions"]
    ]
    rows += [
        (taxon, state(code), _("confirm with the Secretariat before accepting"), day(since))
        for taxon, code, since in _CONFIRM
    ]
    rows += [
        (taxon, state(code), _("stricter national law: no trade"), day(since))
        for taxon, code, since in _NATIONAL_BANS
    ]
    return [table((_("Taxon"), _("State"), _("Measure"), _("Since")), rows, "")]


def _scope(words: str) -> str:
    return {
        "all trade": _("recommendation to suspend all trade"),
        "wild specimens": _("recommendation to suspend trade in wild specimens"),
    }.get(words, words)


def _span(row: dict[str, str]) -> str:
    first, last = day(row["valid_from"]), day(row["valid_until"])
    return _("{first} to {last}").format(first=first, last=last) if last else first


def codes(case: Case, query: str) -> list[Part]:
    """What the codes mean: sources, purposes, or the kinds of document and their validity."""
    if query == "documents":
        return [_documents()]
    rows = reference.purposes() if query == "purposes" else reference.sources()
    used = {case.permit.purpose} if query == "purposes" else _letters(case)
    return [
        table(
            (_("Code"), _("Meaning"), _("On this permit")),
            [
                (code, marked(row.label(language()), row), "●" if code in used else "")
                for code, row in rows.items()
            ],
            "",
        )
    ]


def _letters(case: Case) -> set[str]:
    return {letter for line in case.permit.lines for letter in line.source or ""}


def _documents() -> Part:
    rows = [
        (
            reference.document_type(row.doc_type).label(language()),
            _("{n} months").format(n=row.max_months) if row.max_months else "–",
            marked(row.source, row),
        )
        for row in reference.table("validity")
        if row.doc_type in reference.document_types()
    ]
    return table((_("Document"), _("Longest validity"), _("Basis")), rows, "")


def code_choices(_case: Case) -> list[tuple[str, str]]:
    """The lists of codes."""
    return [
        ("sources", _("Source codes")),
        ("purposes", _("Purpose codes")),
        ("documents", _("Documents and their validity")),
    ]
