"""The officer's sources on a name: accepted name, listing on the days that count, range, quota."""

from __future__ import annotations

import datetime as dt
import difflib

from borderlab import reference, world
from borderlab.documents.adapter_world import world_reference
from borderlab.documents.kinds import NO_DAY
from borderlab.documents.model import Permit
from borderlab.documents.taxa import lineage
from borderlab.i18n import gettext as _
from borderlab.i18n import language, number
from borderlab.reference import citations
from borderlab.reference.text import plain
from borderlab.tasks.desk_cases import Case
from borderlab.widgets.desk_parts import Part, amount, day, facts, marked, state, table, term, text

_EPOCH = dt.date(1970, 1, 1)
_NEAR = 4


def species(case: Case, query: str) -> list[Part]:
    """What the reference data say of a name, on the permit's days and for its population."""
    ref = world_reference()
    found = reference.find(query)
    at = int(ref.taxa.accepted[ref.taxa.names.code(query)]) if query else -1
    if at < 0 and found is not None:
        at = int(ref.taxa.accepted[ref.taxa.names.code(found.scientific_name)])
    if at < 0:
        return _unknown(query)
    row = ref.taxa.rows[at]
    name = row.scientific_name
    parts = [
        facts(
            (
                (_("Accepted name"), name),
                (
                    _("Name asked for"),
                    _("{name}: a synonym or variant of it").format(name=query)
                    if plain(query) != plain(name)
                    else "",
                ),
                (_("Common name"), row.common_name(language())),
                (_("Also named"), ", ".join(reference.synonyms(row.taxon_id))),
                *_listings(case.permit, name),
                (_("First listed in any Appendix"), _first(int(ref.taxa.first_listed[at]))),
                (_("Annotation"), _annotation(getattr(row, "annotation", ""))),
                *_biology(at),
            )
        )
    ]
    sources = " · ".join(citations.statements(row.source))
    return [*parts, _range(at), text(_("Source: {source}").format(source=sources))]


def _unknown(query: str) -> list[Part]:
    names = [row.scientific_name for row in world_reference().taxa.rows]
    near = difflib.get_close_matches(query, names, _NEAR, 0.6)
    said = _("No taxon of this name is in the reference data: “{name}”.").format(name=query)
    if not near:
        return [text(said)]
    return [text(said), text(_("Names that look like it: {names}").format(names=", ".join(near)))]


def _listings(permit: Permit, name: str) -> list[tuple[str, str]]:
    line = permit.lines[0] if permit.lines else None
    home = (line.origin if line and line.origin else permit.issuer) or ""
    days = {
        _("Listing on the day of issue"): permit.issue_date,
        _("Listing on the day of presentation"): permit.presentation.event_date,
    }
    return [
        (
            title,
            _("{listing} ({date}; population of {state})").format(
                listing=_appendix(world.appendix(name, when.isoformat(), home)),
                date=day(when),
                state=state(home),
            ),
        )
        for title, when in days.items()
        if when is not None
    ]


def _appendix(code: str) -> str:
    return _("not listed") if code == "N" else _("Appendix {number}").format(number=code)


def _first(when: int) -> str:
    return "" if when == NO_DAY else day(_EPOCH + dt.timedelta(days=when))


def _annotation(name: str) -> str:
    if not name:
        return ""
    try:
        row = reference.annotation(name)
    except reference.UnknownNameError:
        return name
    whole: dict[tuple[str, ...], str] = {
        ("all",): _("all parts and derivatives"),
        ("all except listed",): _("all parts and derivatives except those it lists"),
        ("all except labelled",): _("all parts and derivatives except those it describes"),
    }
    codes = tuple(row.covered_terms)
    terms = whole.get(codes) or ", ".join(term(code) for code in codes)
    said = _("{name}, covers: {terms}").format(name=name, terms=terms) if terms else name
    return marked(said, row)


def _biology(at: int) -> list[tuple[str, str]]:
    taxa = world_reference().taxa
    bred = {1: _("known in trade"), 0: _("not known in trade")}.get(int(taxa.bred[at]), "")
    water = {1: _("yes"), 0: _("no")}.get(int(taxa.marine[at]), "") if taxa.animal[at] else ""
    years = float(taxa.longevity[at])
    kind = _("animal") if taxa.animal[at] else _("plant")
    return [
        (_("Kingdom"), kind if taxa.animal[at] or taxa.plant[at] else ""),
        (_("Specimens bred or propagated by people"), bred),
        (_("Lives in the sea"), water),
        (
            _("Longest plausible life in its class or order (teaching value)"),
            _("{n} years").format(n=number(years)) if years > 0 else "",
        ),
    ]


def _range(at: int) -> Part:
    ref = world_reference()
    codes = world.atlas().codes
    inside = [c for c in codes if ref.in_range[at, ref.states.codes[c]] == 1]
    brought = [c for c in codes if ref.introduced[at, ref.states.codes[c]]]
    if not inside and not any(ref.in_range[at, ref.states.codes[c]] == 0 for c in codes):
        return text(_("The range in the invented States is not recorded."))
    rows = [(_("Occurs in"), ", ".join(map(state, inside)) or _("none of the invented States"))]
    if brought:
        rows.append((_("Introduced population on record in"), ", ".join(map(state, brought))))
    return facts(rows)


def quota(case: Case, query: str) -> list[Part]:
    """Published quotas of the exporting State for a name, and what earlier permits have used."""
    from borderlab.widgets.desk_records import earlier

    issuer, year = case.permit.issuer or "", (case.permit.issue_date or _EPOCH).year
    found = reference.find(query)
    names = lineage(found) if found is not None else frozenset({plain(query)})
    rows = [
        row
        for row in world.atlas().tables["quotas"]
        if row["state"] == issuer and plain(row["taxon"]).removesuffix(" spp") in names
    ]
    parts = [
        table(
            (_("Taxon"), _("Year"), _("Goods"), _("Quota"), _("For")),
            [
                (
                    r["taxon"],
                    r["year"],
                    term(r["term"]),
                    f"{number(float(r['quota']))} {r['unit']}",
                    _scope(r["scope"]),
                )
                for r in rows
            ],
            _("{state} has published no export quota for {name}.").format(
                state=state(issuer), name=query
            ),
        )
    ]
    used = [
        (
            day(permit.issue_date),
            permit.number or "",
            number(line.qty or 0),
            amount(line.quota_used, "") or "–",
        )
        for permit in earlier(case)
        for line in permit.lines
        if permit.issuer == issuer
        and line.taxon == query
        and permit.issue_date
        and permit.issue_date.year == year
    ]
    parts.append(
        table(
            (_("Issued"), _("Permit"), _("Quantity"), _("Box 11a: exported so far")),
            used,
            _("Our records hold no earlier permit of {year} for it.").format(year=year),
        )
    )
    return [*parts, *_everywhere(names)]


def _scope(words: str) -> str:
    return {
        "export quota, wild specimens": _("export quota, wild specimens"),
    }.get(words, words)


def _everywhere(names: frozenset[str]) -> list[Part]:
    """Zero quotas that bind every range State."""
    rows = [
        (
            row.taxon,
            number(0),
            ", ".join(row.source_codes),
            ", ".join(row.purpose_codes),
            marked(day(row.start_date), row),
        )
        for row in reference.table("quotas")
        if row.quota == 0
        and not row.party
        and plain(row.taxon).removesuffix(" spp") in names
        and not row.end_date
    ]
    head = (_("Taxon"), _("Quota of all Parties"), _("Source code"), _("Purpose"), _("Since"))
    return [table(head, rows, "")] if rows else []
