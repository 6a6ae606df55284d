"""The rules of examination in the reader's language, as plain rows for the rule explorer."""

from __future__ import annotations

from functools import cache
from typing import Any

from borderlab import reference
from borderlab.documents.catalogue import SEVERITIES, UNDECIDED, all_rules
from borderlab.documents.defects import RECIPES
from borderlab.documents.explaining import BOX_WORDS, SEVERITY_WORDS, rule_text
from borderlab.documents.rows import Rule
from borderlab.i18n import N_, language
from borderlab.i18n import gettext as _
from borderlab.reference.text import plain

GROUPS = {
    "identity and completeness": N_("Identity and completeness of the document"),
    "document needed": N_("Which document is needed"),
    "dates": N_("Dates and validity"),
    "taxonomy": N_("Names, Appendix and annotation"),
    "codes": N_("Source, purpose, term and unit"),
    "origin chain": N_("Origin and re-export"),
    "quotas, suspensions, reservations": N_("Quotas, suspensions, reservations"),
    "quantity, marks, cross documents": N_("Quantities, marks, other papers"),
    "transit and exemptions": N_("Transit and exemptions"),
    "electronic": N_("Electronic permits"),
}
_EVERY = ("EXPORT", "REEXPORT")
_DOCUMENTS = {
    "export": ("EXPORT",),
    "re-export": ("REEXPORT",),
    "App. I export": ("EXPORT",),
    "retro": _EVERY,
    "transit": _EVERY,
    "with annex": _EVERY,
    "App. III": ("EXPORT", "ORIGIN"),
}
"""What a rule applies to, where it is not the code of a document but only concerns some."""
SEVERITY_ORDER = tuple(reversed(SEVERITIES))


def documents_of(rule: Rule) -> tuple[str, ...]:
    """Codes of the documents a rule concerns; empty if it may concern any."""
    known = {row.doc_type for row in reference.table("document_types")}
    found: dict[str, None] = {}
    for part in rule.applies_to.split(";"):
        name = part.strip()
        if name in known:
            found[name] = None
        elif name in _DOCUMENTS:
            found.update(dict.fromkeys(_DOCUMENTS[name]))
        else:
            return ()
    return tuple(found)


@cache
def examples() -> dict[str, str]:
    """Rule -> a defect of the catalogue that breaks it, the one with the fewest other findings."""
    found: dict[str, str] = {}
    for defect, recipe in sorted(RECIPES.items(), key=lambda item: (len(item[1].rules), item[0])):
        for rule_id in recipe.rules:
            if rule_id not in found or (defect[:2], found[rule_id][:2]) == ("DF", "BN"):
                found[rule_id] = defect
    return found


def box_name(box: str) -> str:
    """A box of the form as it is said."""
    return _(BOX_WORDS[box]) if box in BOX_WORDS else _("Box {n}").format(n=box)


def rows() -> list[dict[str, Any]]:
    """All rules in the order of the table, in the language in use.

    Each has ``id``, ``name``, ``checks``, ``todo``, ``trap``, ``basis``, ``severity``, ``boxes``,
    ``group``, ``documents``, ``confirm`` (whether the basis is to be confirmed), ``example``
    (whether the catalogue has one), ``undecided`` and ``find`` (folded text to search in).
    """
    return list(_rows(language()))


@cache
def _rows(code: str) -> tuple[dict[str, Any], ...]:
    return tuple(_row(rule, code) for rule in all_rules().values())


def _row(rule: Rule, code: str) -> dict[str, Any]:
    text = rule_text(rule, code)
    group = _(GROUPS[rule.group])
    said = (rule.rule_id, *text.values(), rule.legal_basis, group)
    return {
        "id": rule.rule_id,
        "name": _capital(text["name"]),
        "checks": text["logic"],
        "todo": text["action"],
        "trap": text["trap"],
        "basis": _capital(text["basis"]),
        "severity": rule.severity,
        "boxes": list(rule.boxes),
        "group": group,
        "documents": list(documents_of(rule)),
        "confirm": rule.to_confirm,
        "example": rule.rule_id in examples(),
        "undecided": _(UNDECIDED[rule.rule_id]) if rule.rule_id in UNDECIDED else "",
        "find": plain(" ".join(said)),
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def document_names() -> list[tuple[str, str]]:
    """Codes and names of the kinds of document, in the language in use."""
    field = f"label_{language()}"
    return [(row.doc_type, getattr(row, field)) for row in reference.table("document_types")]


def boxes() -> list[tuple[str, str]]:
    """Boxes that any rule concerns, in the order of the form."""
    order = ["header", *(row.box for row in reference.table("permit_boxes")), "annex"]
    used = {box for rule in all_rules().values() for box in rule.boxes}
    known = [box for box in dict.fromkeys(order) if box in used]
    return [(box, box_name(box)) for box in (*known, *sorted(used - set(known)))]


def severities() -> list[tuple[str, str]]:
    """Severities with what they mean for the clearance, gravest first."""
    return [(name, _(SEVERITY_WORDS[name])) for name in SEVERITY_ORDER]


def matching(wanted: dict[str, str]) -> list[dict[str, Any]]:
    """Rules that fit all that is wanted: ``search``, ``box``, ``severity``, ``document``."""
    words = plain(wanted.get("search", "")).split()
    return [
        row
        for row in rows()
        if all(word in row["find"] for word in words)
        and wanted.get("box", "") in ("", *row["boxes"])
        and wanted.get("severity", "") in ("", row["severity"])
        and (
            not wanted.get("document")
            or not row["documents"]
            or wanted["document"] in row["documents"]
        )
    ]
