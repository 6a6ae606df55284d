"""Documents, boxes, annotations and provisions of law."""

from __future__ import annotations

from functools import cache
from typing import Any

from borderlab.reference.errors import UnknownNameError, chosen
from borderlab.reference.law_rows import (
    Annotation,
    DocumentCase,
    DocumentType,
    GlossaryTerm,
    PermitBox,
    Provision,
    RequiredItem,
    Validity,
)
from borderlab.reference.tables import table
from borderlab.reference.text import near, plain

MOVEMENTS = ("export", "import", "re-export", "introduction from the sea", "transit")


@cache
def _keyed(name: str, key: str) -> dict[str, Any]:
    return {getattr(row, key): row for row in table(name)}


def _get(kind: str, name: str, key: str, value: str) -> Any:
    rows = _keyed(name, key)
    if value not in rows:
        raise UnknownNameError(kind, value, near(value, rows))
    return rows[value]


def provision(provision_id: str) -> Provision:
    """A paragraph of law by the kit's id, such as ``"ART-III-2"``.

    Raises:
        UnknownNameError: no provision has this id.
    """
    found: Provision = _get("provision", "legal_provisions", "provision_id", provision_id)
    return found


def provisions() -> dict[str, Provision]:
    """All provisions by id."""
    return dict(_keyed("legal_provisions", "provision_id"))


def annotation(name: str) -> Annotation:
    """What an annotation such as ``"#15"`` covers; ``"(none)"`` for taxa without one.

    Raises:
        UnknownNameError: there is no such annotation.
    """
    found: Annotation = _get("annotation", "annotations", "annotation", name)
    return found


def document_type(doc_type: str) -> DocumentType:
    """A kind of document, such as ``"REEXPORT"``.

    Raises:
        UnknownNameError: there is no such document.
    """
    found: DocumentType = _get("document type", "document_types", "doc_type", doc_type)
    return found


def document_types() -> dict[str, DocumentType]:
    """All kinds of documents by code."""
    return dict(_keyed("document_types", "doc_type"))


def permit_box(box: str) -> PermitBox:
    """A box of the standard form, such as ``"5a"``.

    Raises:
        UnknownNameError: the form has no such box.
    """
    found: PermitBox = _get("permit box", "permit_boxes", "box", box)
    return found


def permit_boxes() -> dict[str, PermitBox]:
    """All boxes in the order of the form."""
    return dict(_keyed("permit_boxes", "box"))


def required_items() -> dict[str, RequiredItem]:
    """The items that a document must show (Resolution Conf. 12.3, Annex 1), by the kit's id."""
    return dict(_keyed("annex1_items", "item_id"))


def validity(doc_type: str) -> Validity:
    """How long a kind of document is valid.

    Raises:
        UnknownNameError: nothing is known about this kind.
    """
    found: Validity = _get("document type", "validity", "doc_type", doc_type)
    return found


def document_cases() -> dict[str, DocumentCase]:
    """All cases of the document matrix by id (``M01`` to ``M29``)."""
    return dict(_keyed("document_matrix", "case_id"))


_BY_MOVEMENT = {
    ("I", "export"): ("M01",),
    ("I", "import"): ("M02",),
    ("I", "re-export"): ("M03",),
    ("I", "introduction from the sea"): ("M04",),
    ("II", "export"): ("M08",),
    ("II", "import"): ("M09",),
    ("II", "re-export"): ("M10",),
    ("II", "introduction from the sea"): ("M11",),
    ("III", "export"): ("M13",),
    ("III", "import"): ("M14",),
    ("III", "re-export"): ("M16",),
    ("III", "introduction from the sea"): ("M17",),
}


def document_needed(
    appendix: str,
    movement: str,
    source: str | None = None,
    purpose: str | None = None,
    *,
    from_listing_party: bool = True,
) -> tuple[DocumentCase, ...]:
    """Which documents the Convention asks for, from the document matrix; the main case first.

    Args:
        appendix: ``I``, ``II`` or ``III``.
        movement: one of `MOVEMENTS`.
        source: source code; ``D``, ``C``, ``A`` and ``O`` open the special provisions of
            Article VII, and the normal case follows them.
        purpose: purpose code; ``Q`` adds the travelling exhibition.
        from_listing_party: for Appendix III, whether the goods come from a Party that listed
            the taxon.

    Raises:
        ValueError: no such Appendix or movement.
    """
    if movement == "transit":
        return (document_cases()["M19"],)
    if (appendix, movement) not in _BY_MOVEMENT:
        raise ValueError(f"no case for Appendix {appendix!r} and movement {movement!r}")
    cases: tuple[str, ...] = _BY_MOVEMENT[appendix, movement]
    if appendix == "III" and movement in ("export", "import") and not from_listing_party:
        cases = ("M15",)
    cases = (*_special(appendix, movement, source), *cases)
    if purpose == "Q":
        cases = (*cases, "M23")
    return tuple(document_cases()[case] for case in cases)


def _special(appendix: str, movement: str, source: str | None) -> tuple[str, ...]:
    """Cases of Article VII that go before the normal one."""
    if source == "O":
        return ("M07",)
    if movement not in ("export", "import"):
        return ()
    if appendix == "I":
        return {"D": ("M05",), "C": ("M06",), "A": ("M06",)}.get(source or "", ())
    return ("M18",) if source == "A" else ()


def glossary(language: str | None = None) -> dict[str, str]:
    """English term -> term in a language (default: the one in use), 235 concepts."""
    tongue = chosen(language)
    rows: tuple[GlossaryTerm, ...] = table("glossary")
    return {row.en: row.term(tongue) for row in rows}


def glossary_term(text: str) -> GlossaryTerm | None:
    """The concept with this term in any of the three languages, or None."""
    return _by_term().get(plain(text))


@cache
def _by_term() -> dict[str, GlossaryTerm]:
    found: dict[str, GlossaryTerm] = {}
    for row in table("glossary"):
        for tongue in ("en", "fr", "es"):
            found.setdefault(plain(row.term(tongue)), row)
    return found
