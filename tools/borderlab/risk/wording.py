"""Words for indicators in the language in use."""

from __future__ import annotations

from borderlab.i18n import N_
from borderlab.risk import wording_goods, wording_other, wording_papers, wording_people

TEXTS: dict[str, tuple[str, str]] = {
    **wording_papers.TEXTS,
    **wording_goods.TEXTS,
    **wording_people.TEXTS,
    **wording_other.TEXTS,
}
"""Indicator -> (what it is, a lawful explanation), English messages to translate."""

CATEGORIES = {
    "document": N_("document"),
    "species": N_("species"),
    "commodity": N_("commodity"),
    "value_weight": N_("value and weight"),
    "packaging": N_("packaging"),
    "route": N_("route"),
    "actor": N_("traders and agents"),
    "payment": N_("payment"),
    "post": N_("post"),
    "passenger": N_("passenger"),
    "systemic": N_("whole flows"),
}

STRENGTHS = {
    "weak": N_("weak"),
    "medium": N_("medium"),
    "strong": N_("strong"),
    "decisive": N_("decisive"),
}

REASONS = {
    "paper": N_("Only someone who looks at the paper itself can tell."),
    "goods": N_("Only someone who examines the goods can tell."),
    "image": N_("It is read from the scan image; the tables hold only a score."),
    "notes": N_("It stands in the notes of handlers or officers, which the tables do not hold."),
    "other_goods": N_("The tables hold only goods declared as CITES specimens."),
    "seals": N_("The tables hold no seal numbers."),
    "screening": N_("The tables hold no screening of names against records."),
    "releases": N_("The tables do not say who released a consignment."),
    "payments": N_("The tables hold no payment references or letters of credit."),
    "listings": N_("The tables hold no online offers."),
    "passengers": N_("The tables hold no passengers."),
}
"""Why the tables cannot decide an indicator."""
