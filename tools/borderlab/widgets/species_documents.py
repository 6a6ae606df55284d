"""Which documents an import for commercial purposes needs, with legal basis and confidence.

The cases, their basis and their confidence come from the document matrix of the reference data;
only the wording for readers stands here.
"""

from __future__ import annotations

from typing import Any

from borderlab import reference
from borderlab.i18n import gettext as _
from borderlab.reference.listing_types import Listing

COMMERCIAL = "T"


def documents_for(listing: Listing) -> list[dict[str, Any]]:
    """What to ask for at import for commercial purposes, one entry per Appendix that applies."""
    if listing.status != "listed":
        return []
    found = []
    for appendix in listing.appendices:
        cases = list(reference.document_needed(appendix, "import", purpose=COMMERCIAL))
        if appendix == "I":
            cases.append(reference.document_needed("I", "import", source="D")[0])
        if appendix == "III":
            cases += reference.document_needed("III", "import", from_listing_party=False)
        for case in cases:
            words = _wording(case.case_id)
            found.append(
                {
                    "appendix": _("Appendix {number}").format(number=appendix),
                    "text": words or case.documents_required,
                    "basis": _("Convention, {article}").format(article=case.legal_basis),
                    "confirm": reference.confirm_mark(case),
                }
            )
    return found


def _wording(case_id: str) -> str:
    words = {
        "M02": _(
            "An import permit, and an export permit or re-export certificate. The import permit "
            "may only be granted if the specimen is not to be used for primarily commercial "
            "purposes."
        ),
        "M05": _(
            "Specimens bred in captivity or artificially propagated for commercial purposes "
            "(source D) are treated as if in Appendix II: an export permit or re-export "
            "certificate."
        ),
        "M09": _(
            "An export permit or re-export certificate, presented before import. The Convention "
            "asks for no import permit; national law may."
        ),
        "M14": _("From a Party that asked for the listing: an export permit."),
        "M15": _("From any other State: a certificate of origin."),
    }
    return words.get(case_id, "")
