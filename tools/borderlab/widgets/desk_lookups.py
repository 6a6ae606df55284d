"""The sources a real officer has beside the permit. None of them runs the rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from borderlab.i18n import N_
from borderlab.i18n import gettext as _
from borderlab.tasks.desk_cases import Case
from borderlab.widgets import desk_goods as goods
from borderlab.widgets import desk_office as office
from borderlab.widgets import desk_records as records
from borderlab.widgets import desk_species as species
from borderlab.widgets.desk_parts import Part, text

Answer = Callable[[Case, str], list[Part]]
Choices = Callable[[Case], list[tuple[str, str]]]
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Source:
    """One source.

    Attributes:
        name: English name.
        answer: what it says on a query.
        choices: queries it offers for a permit, and their labels.
        ask: English label of the field for a query of one's own; "" for none.
    """

    name: str
    answer: Answer
    choices: Choices
    ask: str = ""


def _names(case: Case) -> list[tuple[str, str]]:
    found = dict.fromkeys(line.taxon for line in case.permit.lines if line.taxon)
    return [(name, name) for name in found]


def _one(_case: Case) -> list[tuple[str, str]]:
    return [("record", _("Record and messages"))]


SOURCES: dict[str, Source] = {
    "goods": Source(N_("Goods and papers"), goods.goods, goods.goods_choices),
    "specimen": Source(N_("Specimen signatures"), office.specimens, office.specimen_choices),
    "authority": Source(N_("Who may sign"), office.authority, office.office_choices),
    "species": Source(N_("Species"), species.species, _names, N_("Another scientific name")),
    "quota": Source(N_("Quotas"), species.quota, _names),
    "records": Source(
        N_("Our records"),
        records.records,
        records.record_choices,
        N_("Another number or name"),
    ),
    "notices": Source(N_("Notices"), office.notices, office.notice_choices),
    "register": Source(
        N_("Breeders"),
        office.register,
        office.register_choices,
        N_("Another number or species"),
    ),
    "system": Source(N_("Answers received"), goods.issuing_system, _one),
    "codes": Source(N_("Codes"), office.codes, office.code_choices),
}
"""Source -> how it answers, in the order of the buttons."""


def menu(case: Case) -> list[dict[str, Any]]:
    """The sources for a permit: id, name, queries offered, label of the field for others."""
    return [
        {
            "id": key,
            "name": _(source.name),
            "choices": [{"query": query, "label": label} for query, label in source.choices(case)],
            "ask": _(source.ask) if source.ask else "",
        }
        for key, source in SOURCES.items()
    ]


def look(case: Case, source: Any, query: Any) -> dict[str, Any]:
    """What a source says, as plain data in the language in use; never raises on a query."""
    if source not in SOURCES:
        return {"source": "", "asked": "", "title": "", "parts": []}
    asked = str(query or "").strip()[:_LONGEST]
    known = dict(SOURCES[source].choices(case))
    if not asked and known:
        asked = next(iter(known))
    parts = (
        SOURCES[source].answer(case, asked)
        if asked
        else [text(_("The permit names nothing to look up here."))]
    )
    title = _("{source}: {query}").format(
        source=_(SOURCES[source].name), query=known.get(asked, asked)
    )
    return {"source": source, "asked": asked, "title": title, "parts": parts}
