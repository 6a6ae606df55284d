"""What an officer reads about a consignment of a hand, in the language in use, as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from borderlab.i18n import gettext as _
from borderlab.i18n import language, number
from borderlab.risk.indicator_table import Indicator
from borderlab.tasks.targeting_pool import Hand
from borderlab.tasks.targeting_stream import stream

if TYPE_CHECKING:
    import pandas as pd

STRENGTHS = ("weak", "medium", "strong", "decisive")


def cards(hand: Hand) -> list[dict[str, Any]]:
    """One card for each consignment.

    Returns:
        For each: ``id`` (a letter), ``goods``, ``facts`` (lines), ``flags`` (see `flag`),
        ``unknown`` (names of what nobody can tell), ``minutes``.
    """
    rows = records(stream().frame.iloc[hand.rows])
    return [
        {
            "id": letter,
            "goods": goods(row),
            "facts": _facts(row),
            "flags": [flag(one) for one in hand.indicators(place)],
            "unknown": [one.name() for one in hand.unknown(place)[:2]],
            "minutes": int(hand.minutes[place]),
        }
        for place, (letter, row) in enumerate(zip(hand.ids, rows, strict=True))
    ]


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows of the shipments with their words in the language in use."""
    from borderlab.world.labels import add_labels

    labelled = add_labels(table, language())
    names = [str(name) for name in labelled.columns]
    return [dict(zip(names, row, strict=True)) for row in labelled.itertuples(index=False)]


def flag(one: Indicator) -> dict[str, Any]:
    """A red flag with its lawful explanation beside it."""
    return {
        "id": one.indicator_id,
        "name": one.name(),
        "group": one.category_name(),
        "strength": one.strength_name(),
        "marks": STRENGTHS.index(one.strength) + 1,
        "ratio": number(one.ratio),
        "lawful": one.lawful(),
    }


def goods(row: dict[str, Any]) -> str:
    """Such as "12 live: green iguana (Iguana iguana)"."""
    amount = number(float(row["qty_presented"]), 0 if float(row["qty_presented"]) >= 10 else None)  # noqa: PLR2004
    unit = str(row["unit_label"]).lower()
    common, name = str(row["species_label"]), str(row["species"])
    species = name if common == name else f"{common} ({name})"
    return _("{term}, {amount} ({unit}): {species}").format(
        term=row["term_label"], amount=amount, unit=unit, species=species
    )


def _facts(row: dict[str, Any]) -> list[str]:
    way = [row["origin_label"]] if row["origin"] != row["exporter"] else []
    way.append(row["exporter_label"])
    way += [row["transit_label"]] if isinstance(row["transit_label"], str) else []
    way.append(row["dest_label"])
    codes = _("App. {appendix}, source {source}, purpose {purpose}").format(
        appendix=row["appendix"], source=_code(row["source"]), purpose=_code(row["purpose"])
    )
    firm = _("importer: {sector}, {years} years old").format(
        sector=row["importer_sector_label"], years=number(float(row["company_age"]), 0)
    )
    return [" → ".join(str(part) for part in way) + f" ({row['mode_label']})", codes, firm]


def _code(value: Any) -> str:
    return value if isinstance(value, str) and value else "–"
