"""The printed words of the form, in the language of the reader or of the issuing State."""

from __future__ import annotations

from functools import cache

from borderlab import reference
from borderlab.i18n import translator


@cache
def words(language: str) -> dict[str, str]:
    """All printed words by key.

    Args:
        language: ``en``, ``fr`` or ``es``.
    """
    t = translator(language)
    return {
        "convention": t.gettext(
            "Convention on International Trade in Endangered Species of Wild Fauna and Flora"
        ),
        "watermark": t.gettext("TRAINING SPECIMEN"),
        "notice": t.gettext("Invented authority, invented trade: not a document of any State."),
        "export": t.gettext("Export"),
        "reexport": t.gettext("Re-export"),
        "import": t.gettext("Import"),
        "other": t.gettext("Other"),
        "applicant": t.gettext("Signature of the applicant"),
        "transport": t.gettext(
            "For live animals, this document is valid only if the transport conditions comply with"
            " the CITES transport guidelines or, by air, with the IATA Live Animals Regulations."
        ),
        "retrospective": t.gettext("Issued retrospectively."),
        "origin": t.gettext("The specimens originate in the issuing State."),
        "propagation": t.gettext("The plants were artificially propagated in the sense of CITES."),
        "replaces": t.gettext("Replaces document {number}."),
        "place": t.gettext("Place"),
        "date": t.gettext("Date"),
        "name": t.gettext("Name of the signatory"),
        "security_stamp": t.gettext("Security stamp"),
        "signature": t.gettext("Signature"),
        "seal": t.gettext("Official seal"),
        "block": t.gettext("Block"),
        "quantity": t.gettext("Quantity"),
        "port": t.gettext("Port of export"),
        "stamp_title": t.gettext("Official stamp and title"),
        "authority": t.gettext("CITES Management Authority"),
        "annex": t.gettext("Annex to {number}"),
        "page": t.gettext("Page {n} of {total}"),
        "annex_pages": t.gettext("Annex pages: {n}"),
        "to_order": t.gettext("To order"),
        "cleared": t.gettext("Seen at clearance, file {n}"),
        "short_export": t.gettext("EXPORT"),
        "regional": t.gettext("Regional office"),
        "title": t.gettext("Training specimen of a CITES document"),
    }


def heading(box: str, language: str) -> str:
    """The printed heading of a box, such as ``5a``; for the header the name of the Convention."""
    if box == "header":
        return words(language)["convention"]
    row = reference.permit_box(box)
    return str(getattr(row, f"heading_{language}"))


def number(x: float, language: str) -> str:
    """A quantity as documents show it: groups of three, the decimal sign of the language."""
    whole, _, rest = f"{x:.6f}".rstrip("0").rstrip(".").partition(".")
    groups: list[str] = []
    while whole:
        groups.insert(0, whole[-3:])
        whole = whole[:-3]
    return "\u00a0".join(groups) + (("." if language == "en" else ",") + rest if rest else "")
