"""Sources of rows in words: the tables cite by key ("S13;T23"), a reader needs the names.

The keys are those of ``datasets/reference/README.md``.
"""

from __future__ import annotations

import re

from borderlab.i18n import N_, joined
from borderlab.i18n import gettext as _

_SPECIES_PLUS = N_("data of Species+ (UNEP-WCMC), 2013")
_REPTILES = N_("export of reptile listings from Species+ (UNEP-WCMC), July 2023")
_SHARKS = N_("CITES website, history of shark and ray listings (2023)")
_FEDUSTRIA = N_("Fedustria (timber industry), page on CITES timber (2024)")
_LIVINGSTON = N_("Livingston International (industry), notice of 2017")
_PAST_COPS = N_("theworldtimes.in (press), note on past CoPs (2025)")
_PRO_WILDLIFE = N_("Pro Wildlife (NGO), results of CoP20, 4 December 2025")
_MIRROR = N_("Wildlife Mirror (press), results of CoP20 (2025)")
_SINGAPORE = N_("Singapore, schedule of the Endangered Species Act (S 88/2026)")
_GENERAL = N_("general knowledge")

_KEYS = {
    "S13": _SPECIES_PLUS,
    "R23": _REPTILES,
    "T23": N_("CITES trade records, 2023"),
    "TE": N_("CITES trade records of East African exporters, 2018–2021"),
    "SH": _SHARKS,
    "FED": _FEDUSTRIA,
    "LIV": _LIVINGSTON,
    "WT": _PAST_COPS,
    "P20": _PRO_WILDLIFE,
    "WM": _MIRROR,
    "SG": _SINGAPORE,
    "MQ": N_("table of quotas set by the Conference of the Parties or by annotation"),
    "GK": _GENERAL,
}
_PHRASES = {
    "SAPI 2013": _SPECIES_PLUS,
    "SAPI 2013 distribution": N_("distribution data of Species+ (UNEP-WCMC), 2013"),
    "SAPI listing history": N_("listing history of Species+ (UNEP-WCMC)"),
    "SAPI listing history, state of 2013-06-12": N_(
        "listing history of Species+ (UNEP-WCMC), state of 12 June 2013"
    ),
    "SAPI lib/data/quotas.csv (2023)": N_("quota table of Species+ (UNEP-WCMC), 2023"),
    "Species+ 2023": N_("Species+ (UNEP-WCMC), 2023"),
    "Species+ 2023 (all distribution incl. introduced)": N_(
        "Species+ (UNEP-WCMC), 2023, with introduced populations"
    ),
    "Species+ reptile listing export 2023-07": _REPTILES,
    "CITES trade rows": N_("CITES trade records"),
    "CITES trade rows 2023 (App. column)": N_("Appendix named in CITES trade records, 2023"),
    "CITES trade rows 2018-2021 (App. column)": N_(
        "Appendix named in CITES trade records, 2018–2021"
    ),
    "CITES page on the history of shark and ray listings": _SHARKS,
    "Fedustria CITES timber page": _FEDUSTRIA,
    "Livingston International notice 2017": _LIVINGSTON,
    "theworldtimes.in note on past CoPs": _PAST_COPS,
    "prowildlife.de, CoP20 results 2025-12-04": _PRO_WILDLIFE,
    "Wildlife Mirror CoP20": _MIRROR,
    "wildlifemirror.com, CoP20 results": _MIRROR,
    "Singapore Endangered Species Act schedule (S 88/2026)": _SINGAPORE,
    "news reports of CoP20 (South African government statement)": N_(
        "news reports of CoP20 (statement of the South African Government)"
    ),
    "proposal seen in CoP18 documents": N_("proposal in the documents of CoP18"),
    "species facts (column appendix_split)": N_(
        "this course's table of species (populations of split listings)"
    ),
    "general knowledge": _GENERAL,
    "general knowledge, by analogy with the CITES page on shark listings": N_(
        "general knowledge, by analogy with the CITES page on shark listings"
    ),
    "not compiled (widespread or marine)": N_("not compiled (widespread or marine species)"),
}
_ABOUT = {
    "Appendix": N_("Appendix: {sources}"),
    "taxonomy": N_("Scientific name: {sources}"),
    "range": N_("Range: {sources}"),
}
_STATEMENT = re.compile(rf"({'|'.join(_ABOUT)}): ")


def statements(cited: str) -> list[str]:
    """What was read where, one line per part of the row, in the language in use.

    Args:
        cited: as a table of taxa cites it, such as ``"Appendix: S13;T23; taxonomy: SAPI 2013"``.

    Returns:
        Such as "Appendix: data of Species+ …; CITES trade records, 2023". Sources that are cited
        without saying for what are one line of names; words that are not known stay as they are.
    """
    first, *rest = _STATEMENT.split(cited)
    found = [names(first)] if first.strip("; ") else []
    for about, sources in zip(rest[::2], rest[1::2], strict=True):
        found.append(_(_ABOUT[about]).format(sources=names(sources)))
    return found


def names(cited: str) -> str:
    """The names of sources cited one after the other, in the language in use."""
    parts = [part.strip() for part in re.split(r";\s*", cited)]
    said = [_(_PHRASES.get(part) or _KEYS.get(part, part)) for part in parts if part]
    return joined(dict.fromkeys(said))
