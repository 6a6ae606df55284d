"""A data frame with one row per line of goods: generated shipments or a Party's export."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from borderlab.documents.adapter import Reference
from borderlab.documents.columns import EMPTY, Columns, Texts
from borderlab.documents.facts import number_alerted, number_odd
from borderlab.documents.fields import BY_NAME, LINE_FIELDS
from borderlab.documents.grouping import completed, grouped
from borderlab.documents.kinds import BLANK_CODE, NO_DAY, NOT_RECORDED
from borderlab.reference.text import plain

if TYPE_CHECKING:
    import pandas as pd

Array = NDArray[Any]
FIELDS = {
    "permit_no": "number", "document_type": "doc_type", "doc_type": "doc_type", "issuer": "issuer",
    "issue_date": "issue_date", "valid_until": "valid_until", "presentation_date": "event_date",
    "departure_date": "departure_date", "origin": "origin", "dest": "import_country",
    "origin_permit_no": "origin_permit_no", "exporter_name": "exporter_name",
    "importer_name": "importer_name", "species": "taxon", "species_given": "taxon",
    "appendix": "appendix",
    "source": "source", "purpose": "purpose", "term": "term", "unit": "unit",
    "qty": "qty", "qty_authorised": "qty", "qty_endorsed": "endorsed_qty",
    "qty_presented": "found_qty", "quota": "quota_total", "quota_used": "quota_used",
    "hs6": "hs6", "value": "invoice_value", "net_kg": "net_kg", "stamp_no": "stamp_no",
    "remarks": "special_conditions",
}  # fmt: skip
"""Column of the frame -> field of the permit; a later column wins over an earlier one."""
REQUIRED = {"taxon", "term", "appendix", "source", "purpose", "qty"}
"""Fields whose empty cells are blank boxes; other empty cells are not recorded."""
MODEL_FIELDS = frozenset(name for name, item in BY_NAME.items() if item.kind != "many")
"""Fields of the model that a column of the same name fills."""
_DOCUMENTS = {
    "export permit": "EXPORT", "export": "EXPORT", "e": "EXPORT", "exportation": "EXPORT",
    "permis d exportation": "EXPORT", "permiso de exportacion": "EXPORT", "exportacion": "EXPORT",
    "re export certificate": "REEXPORT", "re export": "REEXPORT", "reexport": "REEXPORT",
    "r": "REEXPORT", "reexportation": "REEXPORT", "certificat de reexportation": "REEXPORT",
    "reexportacion": "REEXPORT", "certificado de reexportacion": "REEXPORT",
    "import permit": "IMPORT", "import": "IMPORT", "i": "IMPORT", "importation": "IMPORT",
    "permis d importation": "IMPORT", "permiso de importacion": "IMPORT", "importacion": "IMPORT",
    "none presented": "NONE", "other": "OTHER", "o": "OTHER", "autre": "OTHER", "otro": "OTHER",
    "certificate of origin": "ORIGIN", "certificat d origine": "ORIGIN",
    "certificado de origen": "ORIGIN", "pre convention certificate": "PRE_CONVENTION",
}  # fmt: skip
"""How exports name documents (folded) -> type; official codes are understood as they are."""
_STATUS = {"MATCH": "valid", "NOT_FOUND": "not found"}
_YES_NO = {"yes": 1, "no": 0}
_HELD = {
    "day": "dates (see pandas.to_datetime)",
    "flag": "true, false or nothing",
    "number": "numbers",
}
"""What a column of each of these kinds is made of."""
LINE_NAMES = frozenset(field.name for field in LINE_FIELDS)


def _distinct(series: pd.Series) -> tuple[Array, list[Any]]:
    """Place of each cell among the distinct values (-1 for an empty one), and those values."""
    import pandas as pd

    if isinstance(series.dtype, pd.CategoricalDtype):
        return series.cat.codes.to_numpy(), list(series.cat.categories)
    places, values = pd.factorize(series)
    return places, list(values)


def _coded(series: pd.Series, code: Callable[[Any], int], empty: int, dtype: type) -> Array:
    places, values = _distinct(series)
    table: Array = np.array([*(code(value) for value in values), empty], dtype=dtype)
    return table[places]


def _days(series: pd.Series) -> NDArray[np.int32]:
    if getattr(series.dtype, "tz", None) is not None:
        series = series.dt.tz_localize(None)
    days = series.to_numpy().astype("datetime64[D]").astype(np.int64)
    return np.where(days == np.iinfo(np.int64).min, NO_DAY, days).astype(np.int32)


def _values(name: str, series: pd.Series) -> Array:
    """A column of days, flags or numbers."""
    kind = BY_NAME[name].kind
    if kind == "day":
        return _days(series)
    if kind == "flag":
        return series.to_numpy(dtype=np.float64, na_value=NOT_RECORDED).astype(np.int8)
    numbers = series.to_numpy(dtype=np.float64, na_value=np.nan)
    return np.where(np.isnan(numbers), -1.0, numbers) if name in REQUIRED else numbers


def _field(name: str, series: pd.Series, reference: Reference, texts: dict[str, Texts]) -> Any:
    """The column of one field; texts are worked out when they are first asked for."""
    item = BY_NAME[name]
    empty = BLANK_CODE if name in REQUIRED else NOT_RECORDED
    if item.kind in _HELD:
        try:
            return _values(name, series)
        except (TypeError, ValueError) as error:
            raise ValueError(
                f"column {series.name!r} of the data frame must hold {_HELD[item.kind]}: {error}"
            ) from error
    if item.kind == "text":
        code = texts.setdefault(item.set, Texts()).code
        return lambda: _coded(series, lambda cell: code(str(cell)), NOT_RECORDED, np.int32)
    vocabulary = reference.vocabulary(item.set)
    if name == "doc_type":
        return _coded(
            series,
            lambda cell: vocabulary.code(_DOCUMENTS.get(plain(str(cell)), str(cell))),
            NOT_RECORDED,
            np.int16,
        )
    if name == "unit":
        empty = vocabulary.code("")
    return _coded(series, vocabulary.code, empty, np.int16)


def _issuer(frame: pd.DataFrame, reference: Reference) -> dict[str, Array]:
    """State and authority: ``issuer`` may hold either, ``exporter`` stands in for it."""
    made: dict[str, Array] = {}
    exporter = (
        _coded(frame["exporter"], reference.states.code, NOT_RECORDED, np.int16)
        if "exporter" in frame
        else None
    )
    if "issuer" in frame:
        states, offices = reference.states, reference.vocabulary("authorities")
        book = reference.directory
        known = {name: int(book.authority_state[at]) for at, name in enumerate(offices.values)}
        made["issuer"] = _coded(
            frame["issuer"], lambda cell: known.get(cell, states.code(cell)), NOT_RECORDED, np.int16
        )
        if known:
            made["authority"] = _coded(frame["issuer"], offices.code, NOT_RECORDED, np.int16)
        if exporter is not None:
            made["issuer"] = np.where(made["issuer"] < 0, exporter, made["issuer"])
    elif exporter is not None:
        made["issuer"] = exporter
    return made


def _observed(frame: pd.DataFrame, reference: Reference) -> dict[str, Any]:
    """Stamp and electronic answer, as the tables of the invented world have them."""
    made: dict[str, Any] = {}
    if "stamp_present" in frame:
        made["stamp_affixed"] = _coded(
            frame["stamp_present"], lambda c: _YES_NO.get(c, -1), NOT_RECORDED, np.int8
        )
    if "eperm_status" in frame:
        code = reference.vocabulary("statuses").code
        made["e_status"] = _coded(
            frame["eperm_status"], lambda c: code(_STATUS.get(c)), NOT_RECORDED, np.int16
        )
    if "permit_no" in frame and "issuer" in made | _issuer(frame, reference):
        made["number_odd"] = lambda: _numbers(frame, reference, number_odd)
        made["number_alerted"] = lambda: _numbers(frame, reference, number_alerted)
    return made


def _numbers(frame: pd.DataFrame, reference: Reference, test: Any) -> NDArray[np.int8]:
    states = _issuer(frame, reference)["issuer"]
    numbers = frame["permit_no"]
    cells = numbers.astype("object").where(numbers.notna(), None)
    found = [
        test(cell, state, reference) for cell, state in zip(cells, states.tolist(), strict=True)
    ]
    return np.array([NOT_RECORDED if x is None else x for x in found], dtype=np.int8)


def _documents(made: dict[str, Array], reference: Reference, n: int) -> None:
    """Say which document it is where the frame does not, and leave box 12 of exports empty.

    Tables of trade repeat the exporter as the origin of a direct export; the form does not.
    """
    issuer, origin = made.get("issuer"), made.get("origin")
    known = made.get("doc_type", np.full(n, NOT_RECORDED, dtype=np.int16))
    if (known == NOT_RECORDED).any():
        code = reference.codes.of
        foreign = (
            (origin >= 0) & (origin != issuer)
            if origin is not None and issuer is not None
            else np.zeros(n, dtype=bool)
        )
        guess = np.where(foreign, code("doc_types", "REEXPORT"), code("doc_types", "EXPORT"))
        made["doc_type"] = np.where(known == NOT_RECORDED, guess, known).astype(np.int16)
    if origin is not None and issuer is not None:
        made["origin"] = np.where(origin == issuer, np.int16(BLANK_CODE), origin)


def _unread(
    made: dict[str, Any], unread: Mapping[str, Sequence[int]], reference: Reference
) -> None:
    """Cells that hold what nobody understood: the box is not blank.

    A source or purpose that is no code is an unknown code, and an issuer is some State; of the
    rest nothing is known.
    """
    for column, rows in unread.items():
        name = "issuer" if column == "exporter" else FIELDS.get(column, column)
        if name in made and rows and not callable(made[name]):
            item = BY_NAME[name]
            value = EMPTY[item.kind]
            if name in {"source", "purpose", "issuer"}:
                value = reference.vocabulary(item.set).unknown
            places = np.array(rows)
            made[name][places[made[name][places] < 0]] = value


def frame_columns(
    frame: pd.DataFrame,
    reference: Reference,
    *,
    group: bool = False,
    unread: Mapping[str, Sequence[int]] | None = None,
) -> Columns:
    """The columns of a data frame.

    Args:
        frame: one row per line of goods, with columns named as in `FIELDS` or as fields of the
            model (a flag is true, false or missing). Categories, texts,
            dates and numbers are taken as they are.
        reference: whose codes to use.
        group: put rows with the same permit number, issuer and day together as the lines of one
            permit (annual reports have one row per line; what only one of the rows says of the
            permit holds for all); otherwise each row is a permit.
        unread: column -> rows whose cell is empty only because it was not understood.

    Returns:
        The columns; ``cache["rows"]`` holds, for each line, its row in the frame.

    Raises:
        ValueError: a column of dates, flags or numbers holds something else; names it.
    """
    texts: dict[str, Texts] = {}
    made: dict[str, Any] = {}
    for column, name in FIELDS.items():
        if column in frame and name != "issuer":
            made[name] = _field(name, frame[column], reference, texts)
    for name in MODEL_FIELDS.intersection(frame.columns) - FIELDS.keys():
        made[name] = _field(name, frame[name], reference, texts)
    made |= _issuer(frame, reference)
    made |= _observed(frame, reference)
    _unread(made, unread or {}, reference)
    if group:
        made = completed(made)
    _documents(made, reference, len(frame))
    n = len(frame)
    rows = np.arange(n)
    found = Columns(
        reference=reference, n=n,
        permit={k: v for k, v in made.items() if k not in LINE_NAMES},
        line={k: v for k, v in made.items() if k in LINE_NAMES},
        line_permit=rows.astype(np.int32), starts=rows, one_line=True, texts=texts,
    )  # fmt: skip
    found.cache["rows"] = rows
    return grouped(found) if group and n else found
