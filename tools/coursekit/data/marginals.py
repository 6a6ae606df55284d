"""The calibration marginals of real trade, as dictionaries of shares."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from pathlib import Path

from coursekit.data.tables import read_rows

WILD, CAPTIVE = "wild_2001_2012", "captive_2023_half"
Shares = dict[str, float]


class Marginals:
    """Shares read from the folder `marginals` of the reference package.

    One row of the real data is one yearly flow (taxon, importer, exporter, origin, term, unit,
    purpose, source); the generator uses the shares for shipments.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _by(
        self, file: str, keys: tuple[str, ...], value: str, weight: str
    ) -> dict[tuple[str, ...], Shares]:
        table: dict[tuple[str, ...], Shares] = defaultdict(dict)
        for row in read_rows(self.folder / file):
            table[tuple(row[key] for key in keys)][row[value]] = float(row[weight])
        return dict(table)

    @cached_property
    def terms(self) -> dict[tuple[str, ...], Shares]:
        """(data set, group) -> rows by term."""
        return self._by("shares_term.csv", ("dataset", "group"), "term", "rows")

    @cached_property
    def taxa(self) -> dict[tuple[str, ...], Shares]:
        """(data set,) -> rows by taxon (the 300 most traded)."""
        return self._by("taxa_top300.csv", ("dataset",), "taxon", "rows")

    @cached_property
    def levels(self) -> dict[tuple[str, ...], Shares]:
        """(data set, level) -> rows by group, class or order."""
        return self._by("shares_taxon_group.csv", ("dataset", "level"), "value", "rows")

    @cached_property
    def appendix(self) -> dict[tuple[str, ...], Shares]:
        """(data set, group) -> rows by Appendix."""
        return self._by("shares_appendix.csv", ("dataset", "group"), "appendix", "rows")

    @cached_property
    def purposes(self) -> dict[tuple[str, ...], Shares]:
        """(data set, group, term) -> rows by purpose."""
        return self._by(
            "purpose_by_group_term.csv", ("dataset", "group", "term"), "purpose", "rows"
        )

    @cached_property
    def all_purposes(self) -> dict[tuple[str, ...], Shares]:
        """(data set, group) -> rows by purpose."""
        return self._by("shares_purpose.csv", ("dataset", "group"), "purpose", "rows")

    @cached_property
    def units(self) -> dict[tuple[str, ...], Shares]:
        """(data set, term) -> rows by unit."""
        return self._by("units_by_term.csv", ("dataset", "term"), "unit", "rows")

    @cached_property
    def quantities(self) -> list[dict[str, str]]:
        """Quantiles by data set, group, term and unit."""
        return read_rows(self.folder / "quantity_quantiles.csv")

    @cached_property
    def reexport(self) -> dict[tuple[str, ...], float]:
        """(data set, group or 'term:XXX') -> share of re-exports."""
        rows = read_rows(self.folder / "reexport.csv")
        return {(row["dataset"], row["group"]): float(row["reexport_share"]) for row in rows}

    @cached_property
    def discrepancy(self) -> list[dict[str, str]]:
        """Mirror structure: what importer and exporter report."""
        return read_rows(self.folder / "reporting_discrepancy.csv")

    @cached_property
    def countries(self) -> dict[tuple[str, ...], Shares]:
        """(data set, group, role) -> rows by country: only the shape of the ranking is used."""
        return self._by("shares_country.csv", ("dataset", "group", "role"), "iso2", "rows")

    @cached_property
    def drift(self) -> dict[tuple[str, str], float]:
        """(data set, marginal) -> distance between calibration and held-out years."""
        keep = {"total variation", "KS"}
        rows = read_rows(self.folder / "drift_baseline.csv")
        return {
            (row["calibration_split"], row["marginal"]): float(row["value"])
            for row in rows
            if row["metric"] in keep
        }
