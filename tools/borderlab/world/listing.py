"""The Appendix of each taxon in each invented State over time: derived, never drawn."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from borderlab.paths import datasets
from borderlab.world.places import atlas, read_table

NOT_LISTED = "N"


@cache
def _history() -> dict[str, list[dict[str, str]]]:
    entries: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in read_table(datasets("reference") / "listing_history.csv"):
        if row["effect"] == "in effect":
            entries[row["scientific_name"]].append(row)
    return dict(entries)


@cache
def _analogues() -> dict[tuple[str, str], str]:
    rows = atlas().tables["populations"]
    return {(row["taxon"], row["state"]): row["analogue_iso2"] for row in rows}


def appendix(taxon: str, day: str, state: str) -> str:
    """Appendix of the population of `taxon` in an invented State on a day (ISO date).

    Split listings name real populations; `datasets/world/populations.csv` says which of them an
    invented population stands for.

    Returns:
        "I", "II", "III", or "N" when the taxon is not listed on that day.
    """
    known = [row for row in _history().get(taxon, []) if row["effective_from"] <= day]
    if not known:
        return NOT_LISTED
    latest = max(row["effective_from"] for row in known)
    now = [row for row in known if row["effective_from"] == latest]
    analogue = _analogues().get((taxon, state), "")
    for row in now:
        if analogue and analogue in row["populations"].split(";"):
            return row["appendix"]
    for row in now:
        if not row["populations"] and not (analogue and analogue in row["excluded"].split(";")):
            return row["appendix"]
    return now[0]["appendix"]
