"""`load`: a tidy table for learners, from the files of the kit or generated from a seed."""

from __future__ import annotations

from numbers import Integral
from typing import TYPE_CHECKING

from borderlab.i18n import details, number
from borderlab.i18n import gettext as _
from borderlab.i18n import language as current_language
from borderlab.paths import datasets
from borderlab.world.schema import PARTICIPANT_TABLES, Field

if TYPE_CHECKING:
    import pandas as pd

SHIPPED_SEED, SHIPPED_ROWS = 20260305, 5000
LARGEST = 5_000_000


class LoadError(ValueError):
    """A table cannot be loaded; the message says why and what to do, in the user's language."""


def load(
    name: str, language: str | None = None, rows: int | None = None, seed: int | None = None
) -> pd.DataFrame:
    """Load one table of the invented world.

    Args:
        name: shipments, permits, permit_lines, traders or inspections.
        language: language of the columns that end in `_label`; the chosen one by default.
        rows: number of shipments. Up to 5,000 come from the kit's files unless a seed is given;
            more are generated. For another table it is the rows of that table from the files, or
            the size of the generated world it belongs to.
        seed: makes another world of the same kind; the same seed gives the same rows.

    Returns:
        One row for each shipment, permit, line, trader or inspection. Quantities are in the unit
        of the column `unit`, weights in kg; codes are the same in every language.

    Raises:
        LoadError: unknown table, or rows or seed out of range.
        LanguageError: the kit does not have the language.
    """
    spoken = details(language or current_language()).code
    if name == "truth":
        raise LoadError(
            _("The truth is not among the tables of participants: it stays with the trainer.")
        )
    if name not in PARTICIPANT_TABLES:
        known = ", ".join(PARTICIPANT_TABLES)
        raise LoadError(
            _("There is no table “{name}”. Choose one of: {known}.").format(name=name, known=known)
        )
    if rows is not None and (not _whole(rows) or not 1 <= rows <= LARGEST):
        raise LoadError(
            _("The number of rows must be a whole number from 1 to {largest}.").format(
                largest=number(LARGEST)
            )
        )
    if seed is not None and (not _whole(seed) or not 0 <= seed < 1 << 63):
        raise LoadError(_("The seed must be a whole number, 0 or greater."))
    rows = None if rows is None else int(rows)
    seed = None if seed is None else int(seed)
    if seed is None and (rows is None or rows <= SHIPPED_ROWS):
        table = _from_files(name)
        from borderlab.world.labels import add_labels

        return add_labels(table if rows is None else table.head(rows), spoken)
    from borderlab.world.generator import generate

    world = generate(SHIPPED_SEED if seed is None else seed, rows or SHIPPED_ROWS)
    return world.frame(name, spoken)


def _whole(value: object) -> bool:
    """Whether it is a whole number, also of numpy."""
    return isinstance(value, Integral) and not isinstance(value, bool)


def _from_files(name: str) -> pd.DataFrame:
    import pandas as pd

    path = datasets("shipments") / f"{name}.csv"
    if not path.is_file():
        raise LoadError(
            _("The file {file} of the kit is missing. Install the kit again.").format(
                file=path.name
            )
        )
    text = {f.name: "str" for f in PARTICIPANT_TABLES[name] if f.kind in {"id", "category"}}
    table = pd.read_csv(path, dtype=text, keep_default_na=False, na_values=[""])
    for field in PARTICIPANT_TABLES[name]:
        table[field.name] = _typed(table[field.name], field)
    return table


def _typed(column: pd.Series, field: Field) -> pd.Series:
    import pandas as pd

    if field.kind in {"date", "moment"}:
        return pd.to_datetime(column).astype("datetime64[s]")
    if field.kind == "category" and field.allowed is not None:
        return column.astype(pd.CategoricalDtype(list(field.allowed())))
    return column
