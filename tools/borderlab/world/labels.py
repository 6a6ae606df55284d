"""Words for codes in the three languages."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from borderlab.i18n import N_, translator
from borderlab.paths import datasets
from borderlab.world.places import atlas, read_table

if TYPE_CHECKING:
    import pandas as pd

_OWN = (
    N_("air"),
    N_("sea"),
    N_("land"),
    N_("post"),
    N_("export permit"),
    N_("re-export certificate"),
    N_("none presented"),
    N_("live animals"),
    N_("leather and fashion"),
    N_("timber"),
    N_("plants"),
    N_("food and fishery"),
    N_("hunting"),
    N_("zoo"),
    N_("research"),
    N_("medicine and cosmetics"),
    N_("private person"),
    N_("company"),
    N_("research institute"),
    N_("museum"),
    N_("hotel or villa"),
)
# Column -> where its words come from.
_SPECIES, _STATES, _WORDS = "species", "states", "words"
LABELLED = {
    "species": _SPECIES,
    "origin": _STATES,
    "exporter": _STATES,
    "transit": _STATES,
    "dest": _STATES,
    "term": "terms",
    "unit": "units",
    "source": "sources",
    "purpose": "purposes",
    "mode": _WORDS,
    "document_type": _WORDS,
    "importer_sector": _WORDS,
    "consignee_type": _WORDS,
}


@cache
def words(kind: str, language: str) -> dict[str, str]:
    """Code -> words for one kind of codes."""
    if kind == _STATES:
        return {state.code: state.name(language) for state in atlas().states}
    if kind == _WORDS:
        say = translator(language).gettext
        return {text.replace(" ", "_"): say(text) for text in _OWN}
    reference = datasets("reference")
    if kind == _SPECIES:
        rows = read_table(reference / "species.csv")
        return {
            r["scientific_name"]: r[f"common_name_{language}"] or r["scientific_name"] for r in rows
        }
    return {row["code"]: row[f"label_{language}"] for row in read_table(reference / f"{kind}.csv")}


def add_labels(table: pd.DataFrame, language: str) -> pd.DataFrame:
    """Add `<column>_label` for each column with words, as categories in the same order."""
    extra = {}
    for column, kind in LABELLED.items():
        if column in table:
            known = words(kind, language)
            values = table[column].cat
            names = [known.get(code, code) for code in values.categories]
            if len(set(names)) < len(names):
                names = [
                    f"{name} ({code})" if names.count(name) > 1 else name
                    for name, code in zip(names, values.categories, strict=True)
                ]
            extra[f"{column}_label"] = values.rename_categories(names)
    return table.assign(**extra)
