"""Legal bases of rules in a language: words are translated, citations stay as they are cited."""

from __future__ import annotations

import re

from borderlab.documents.rows import Rule
from borderlab.i18n import N_, Translator

_WORDS = {
    "good practice": N_("good practice"),
    "general logic": N_("general logic"),
    "code definitions": N_("definitions of the codes"),
    "code definition": N_("definition of the code"),
    "source codes": N_("source codes"),
    "annual report guidelines": N_("guidelines for annual reports"),
    "register notes": N_("notes to the register"),
    "e-permitting toolkit": N_("CITES toolkit on electronic permits"),
    "CITES IFS page": N_("CITES page on introduction from the sea"),
    "CITES glossary": N_("CITES glossary"),
    "Appendices annotations": N_("annotations to the Appendices"),
    "Appendices interpretation": N_("interpretation of the Appendices"),
    "UNEP-WCMC distinctness check": N_("UNEP-WCMC check of distinctness"),
    "UNEP-WCMC distribution check": N_("UNEP-WCMC check of distribution"),
    "UNEP-WCMC taxon-term check": N_("UNEP-WCMC check of species and description"),
    "UNEP-WCMC term-purpose check": N_("UNEP-WCMC check of description and purpose"),
    "UNEP-WCMC term-unit check": N_("UNEP-WCMC check of description and unit"),
    "UNEP-WCMC compliance check": N_("UNEP-WCMC check of compliance"),
    "UNEP-WCMC validation": N_("UNEP-WCMC check"),
    "UNEP-WCMC check": N_("UNEP-WCMC check"),
    "Standing Committee recommendations": N_("recommendations of the Standing Committee"),
    "Harmonized System": N_("Harmonized System"),
    "hunting trophy": N_("hunting trophy"),
    "simplified procedures": N_("simplified procedures"),
    "microchips": N_("microchips"),
    "prior grant": N_("prior grant"),
    "preamble": N_("preamble"),
    "instructions": N_("instructions"),
    "Convention Art.": N_("Convention Art."),
    "Res. Conf.": N_("Res. Conf."),
    "Reg. (EC)": N_("Reg. (EC)"),
    # With their numbers: the word alone names the annex of a permit elsewhere.
    "Annex 1": N_("Annex 1"),
    "Annex 2": N_("Annex 2"),
    "Annex 11": N_("Annex 11"),
    "paras": N_("paras"),
    "para": N_("para"),
    "and": N_("and"),
}
"""Words of the table of rules -> the same words as they are said to a reader."""

_BETWEEN = N_("; ")

_PLACES = re.compile(
    "|".join(rf"(?<!\w){re.escape(words)}(?!\w)" for words in sorted(_WORDS, key=len, reverse=True))
)


def legal_basis(rule: Rule, say: Translator) -> str:
    """The legal basis of a rule, its words in the language of a translator."""
    said = _PLACES.sub(lambda found: say.gettext(_WORDS[found[0]]), rule.legal_basis)
    return say.gettext(_BETWEEN).join(said.split(_BETWEEN))
