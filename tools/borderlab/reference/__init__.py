"""Facts of law and trade, each with its source and confidence.

Tables are read on first use (standard library only); a look-up then takes microseconds. Everything
comes from ``datasets/reference``, whose README says what is known, since when, and what is not.
A row or answer with ``to_confirm`` must carry the mark "to be confirmed" where a learner sees it.
"""

from borderlab.i18n import gettext
from borderlab.reference.codes import (
    label,
    purpose,
    purposes,
    source,
    sources,
    term,
    terms,
    unit,
    unit_code,
    units,
    valid_purpose,
    valid_source,
    valid_term,
    valid_unit,
    valid_units,
)
from borderlab.reference.errors import UnknownNameError
from borderlab.reference.first_listing import first_listed
from borderlab.reference.law import (
    MOVEMENTS,
    annotation,
    document_cases,
    document_needed,
    document_type,
    document_types,
    glossary,
    glossary_term,
    permit_box,
    permit_boxes,
    provision,
    provisions,
    required_items,
    validity,
)
from borderlab.reference.listing_types import FirstListing, Listing
from borderlab.reference.listings import AS_OF, history, listing
from borderlab.reference.measures import hs_lines, quota, reservation, suspension
from borderlab.reference.parties import is_party_on, party, responsible, state_code, states
from borderlab.reference.rows import CONFIDENCE, Entry, Row, Species, State
from borderlab.reference.tables import TABLES, load_all, marginal, table
from borderlab.reference.taxa import (
    Match,
    all_not_listed,
    all_species,
    ancestors,
    find,
    forms,
    is_within,
    look_alikes,
    range_states,
    search,
    species,
    synonyms,
)

__all__ = [
    "AS_OF",
    "CONFIDENCE",
    "MOVEMENTS",
    "TABLES",
    "Entry",
    "FirstListing",
    "Listing",
    "Match",
    "Row",
    "Species",
    "State",
    "UnknownNameError",
    "all_not_listed",
    "all_species",
    "ancestors",
    "annotation",
    "confirm_mark",
    "document_cases",
    "document_needed",
    "document_type",
    "document_types",
    "find",
    "first_listed",
    "forms",
    "glossary",
    "glossary_term",
    "history",
    "hs_lines",
    "is_party_on",
    "is_within",
    "label",
    "listing",
    "load_all",
    "look_alikes",
    "marginal",
    "party",
    "permit_box",
    "permit_boxes",
    "provision",
    "provisions",
    "purpose",
    "purposes",
    "quota",
    "range_states",
    "required_items",
    "reservation",
    "responsible",
    "search",
    "source",
    "sources",
    "species",
    "state_code",
    "states",
    "suspension",
    "synonyms",
    "table",
    "term",
    "terms",
    "unit",
    "unit_code",
    "units",
    "valid_purpose",
    "valid_source",
    "valid_term",
    "valid_unit",
    "valid_units",
    "validity",
]


def confirm_mark(fact: Row | Listing | FirstListing) -> str:
    """The words "to be confirmed" in the language in use for a fact that needs them, else ""."""
    return gettext("to be confirmed") if fact.to_confirm else ""
