"""The rules of the benchmark as pandas expressions (for pandera) and as polars expressions."""

# ruff: noqa: E501, FBT003, PD011  (a table of expressions; pandas is not meant by .values)
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import polars as pl

from borderlab.documents.taxa import GROUPS

OBSERVED = (
    "title", "layout_matches", "seal", "seal_matches", "applicant_signature", "original",
    "copy_endorsed", "endorsed", "unused_struck", "stamp_signed", "transport_statement",
    "named_consignee", "customs_control", "date_order_known", "retrospective_agreed",
    "retrospective", "wild_signs", "hybrid_signs", "hybrid_declared", "electronic", "paper",
    "e_signature_valid",
)  # fmt: skip
Facts = dict[str, Any]


@dataclass(frozen=True)
class Rule:
    """One rule in two dialects; true is a violation."""

    id: str
    pandas: Callable[[pd.DataFrame, Facts], pd.Series]
    polars: Callable[[Facts], pl.Expr]


def peer_columns(reference: Any) -> Facts:
    """Look-up tables of the reference as dictionaries and sets of words, for the peers."""
    taxa, codes = reference.taxa, reference.codes
    names = [row.scientific_name for row in taxa.rows]
    terms, units = codes.vocabularies["terms"].values, codes.vocabularies["units"].values
    purposes = codes.vocabularies["purposes"].values

    def of(table: np.ndarray, value: object) -> set[str]:
        return {name for at, name in enumerate(names) if table[at] == value}

    def pairs(table: np.ndarray, first: Any, second: Any) -> list[str]:
        return [
            f"{a}|{b}"
            for i, a in enumerate(first)
            for j, b in enumerate(second)
            if table[i, j] == 0
        ]

    return {
        "animals": list(of(taxa.animal, True)), "plants": list(of(taxa.plant, True)),
        "not_ranched": list(of(taxa.ranched, 0)), "not_marine": list(of(taxa.marine, 0)),
        "not_bred": list(of(taxa.bred, 0)),
        "sturgeons": list(of(taxa.sturgeon, True)),
        "corals": list(of(taxa.group, GROUPS.index("corals"))),
        "group": {name: int(taxa.group[at]) for at, name in enumerate(names)},
        "bad_taxon_term": pairs(codes.taxon_term, names, terms),
        "bad_term_unit": pairs(codes.term_unit, terms, units),
        "bad_term_purpose": pairs(codes.term_purpose, terms, purposes),
        "outside": pairs(reference.in_range, names, reference.states.values),
        "introduced": [f"{names[t]}|{reference.states.values[s]}" for t, s in zip(*np.nonzero(reference.introduced), strict=True)],
        "counted": [name for at, name in enumerate(units) if codes.counted[at]],
        "alive": ["LIV", "EGL", "SEE", "CUL", "GRS", "SPE", "EGG", "ROO", "FRU"],
        "not_covered": pairs(codes.covered, names, terms),
        "stampless": [state for at, state in enumerate(reference.states.values)
                      if reference.directory.uses_stamp[at] == 0],
    }  # fmt: skip


def _s(df: pd.DataFrame, name: str) -> pd.Series:
    return (
        df[name].astype("object") if isinstance(df[name].dtype, pd.CategoricalDtype) else df[name]
    )


def _joined(df: pd.DataFrame, a: str, b: str) -> pd.Series:
    return _s(df, a).astype("str") + "|" + _s(df, b).astype("str")


def _c(name: str) -> pl.Expr:
    return pl.col(name)


def _pair(a: str, b: str) -> pl.Expr:
    return pl.concat_str([_c(a), _c(b)], separator="|")


def _population(df: pd.DataFrame) -> pd.Series:
    """Origin; the tables of the world state it for every shipment."""
    return _s(df, "species").astype("str") + "|" + _s(df, "origin").astype("str")


_EXPORT, _REEXPORT, _NONE = "export_permit", "re-export_certificate", "none_presented"
_DOCS = [_EXPORT, _REEXPORT]


# The State before the dash of an authority; where no document says it, the exporting State.
_ISSUING = pl.col("issuer").str.split("-").list.first().fill_null(pl.col("exporter"))


def _issuing(df: pd.DataFrame) -> pd.Series:
    return _s(df, "issuer").str.split("-").str[0].fillna(_s(df, "exporter"))


def _months(df: pd.DataFrame) -> pd.Series:
    return df["issue_date"] + pd.DateOffset(months=6)


def _flag(rule: str, column: str, docs: list[str] | None = None) -> Rule:
    if docs is None:
        return Rule(rule, lambda df, _: ~df[column], lambda _: ~pl.col(column))
    return Rule(
        rule,
        lambda df, _: ~df[column] & df["document_type"].isin(docs),
        lambda _: ~pl.col(column) & _c("document_type").is_in(docs),
    )


RULES = (
    _flag("R006", "title"),
    _flag("R010", "seal_matches"),
    _flag("R015", "applicant_signature", _DOCS),
    _flag("R020", "layout_matches"),
    _flag("R146", "endorsed", _DOCS),
    _flag("R147", "unused_struck", _DOCS),
    _flag("R180", "e_signature_valid"),
    Rule("R009", lambda df, _: ~df["seal"] & ~df["e_signature_valid"],
         lambda _: ~pl.col("seal") & ~pl.col("e_signature_valid")),
    Rule("R013", lambda df, p: ~df["stamp_signed"] & (df["stamp_present"] != "no")
         & ((df["stamp_present"] == "yes") | ~_issuing(df).isin(p["stampless"])),
         lambda p: ~pl.col("stamp_signed") & (_c("stamp_present") != "no").fill_null(value=True)
         & ((_c("stamp_present") == "yes").fill_null(value=False) | ~_ISSUING.is_in(p["stampless"]))),
    Rule("R017", lambda df, _: ~df["original"] & ~df["copy_endorsed"] & ~df["electronic"],
         lambda _: ~pl.col("original") & ~pl.col("copy_endorsed") & ~pl.col("electronic")),
    Rule("R038", lambda df, _: df["retrospective"] & ~df["retrospective_agreed"],
         lambda _: pl.col("retrospective") & ~pl.col("retrospective_agreed")),
    Rule("R113", lambda df, _: (df["term"] == "LIV") & ~df["transport_statement"],
         lambda _: (_c("term") == "LIV") & ~pl.col("transport_statement")),
    Rule("R162", lambda df, p: df["wild_signs"] & df["source"].isin(["C", "D", "F"]) & df["species"].isin(p["animals"]),
         lambda p: pl.col("wild_signs") & _c("source").is_in(["C", "D", "F"]) & _c("species").is_in(p["animals"])),
    Rule("R076", lambda df, p: df["hybrid_signs"] & ~df["hybrid_declared"] & df["species"].isin(p["animals"]),
         lambda p: pl.col("hybrid_signs") & ~pl.col("hybrid_declared") & _c("species").is_in(p["animals"])),
    Rule("R030", lambda df, _: df["presentation_date"] > df["valid_until"],
         lambda _: pl.col("presentation_date") > pl.col("valid_until")),
    Rule("R031", lambda df, _: (df["valid_until"] > _months(df)) & df["document_type"].isin(_DOCS),
         lambda _: (pl.col("valid_until") > pl.col("issue_date").dt.offset_by("6mo")) & _c("document_type").is_in(_DOCS)),
    Rule("R032", lambda df, _: df["issue_date"] > df["departure_date"],
         lambda _: pl.col("issue_date") > pl.col("departure_date")),
    Rule("R033", lambda df, _: df["valid_until"] < df["issue_date"],
         lambda _: pl.col("valid_until") < pl.col("issue_date")),
    Rule("R042", lambda df, _: df["issue_date"].dt.dayofweek >= 5,
         lambda _: pl.col("issue_date").dt.weekday() >= 6),
    Rule("R002", lambda df, _: ((df["document_type"] == _EXPORT) & (_s(df, "origin") != _s(df, "exporter"))),
         lambda _: (_c("document_type") == _EXPORT) & (_c("origin") != _c("exporter"))),
    Rule("R090", lambda df, _: df["purpose"].isna() & (df["document_type"] != _NONE),
         lambda _: pl.col("purpose").is_null() & (_c("document_type") != _NONE)),
    Rule("R091", lambda df, _: df["source"].isna() & (df["document_type"] != _NONE),
         lambda _: pl.col("source").is_null() & (_c("document_type") != _NONE)),
    Rule("R094", lambda df, _: (df["source"] == "D") & df["appendix"].isin(["II", "III"]),
         lambda _: (_c("source") == "D") & _c("appendix").is_in(["II", "III"])),
    Rule("R097", lambda df, p: (df["species"].isin(p["animals"]) & df["source"].isin(["A", "Y"]))
         | (df["species"].isin(p["plants"]) & df["source"].isin(["C", "R", "F"])),
         lambda p: (_c("species").is_in(p["animals"]) & _c("source").is_in(["A", "Y"]))
         | (_c("species").is_in(p["plants"]) & _c("source").is_in(["C", "R", "F"]))),
    Rule("R100", lambda df, p: df["source"].isin(["C", "D", "F"]) & df["species"].isin(p["not_bred"]) & (df["term"] == "LIV") & (df["qty_authorised"] > 100),
         lambda p: _c("source").is_in(["C", "D", "F"]) & _c("species").is_in(p["not_bred"]) & (_c("term") == "LIV") & (pl.col("qty_authorised").fill_nan(None) > 100)),
    Rule("R101", lambda df, p: (df["source"] == "R") & df["species"].isin(p["not_ranched"]),
         lambda p: (_c("source") == "R") & _c("species").is_in(p["not_ranched"])),
    Rule("R102", lambda df, p: (df["source"] == "X") & df["species"].isin(p["not_marine"]),
         lambda p: (_c("source") == "X") & _c("species").is_in(p["not_marine"])),
    Rule("R111", lambda df, p: _joined(df, "species", "term").isin(p["bad_taxon_term"])
         & ~df["term"].isin(["SHE", "TRO", "SPE", "BOD", "DER"]) & ~((df["term"] == "EGG") & df["species"].isin(p["sturgeons"])),
         lambda p: _pair("species", "term").is_in(p["bad_taxon_term"])
         & ~_c("term").is_in(["SHE", "TRO", "SPE", "BOD", "DER"]) & ~((_c("term") == "EGG") & _c("species").is_in(p["sturgeons"]))),
    Rule("R112", lambda df, p: _joined(df, "term", "unit").isin(p["bad_term_unit"]),
         lambda p: _pair("term", "unit").is_in(p["bad_term_unit"])),
    Rule("R077", lambda df, p: (df["source"] == "W") & _population(df).isin(p["outside"]),
         lambda p: (_c("source") == "W") & _pair("species", "origin").is_in(p["outside"])),
    Rule("R079", lambda df, p: _joined(df, "species", "term").isin(p["not_covered"]),
         lambda p: _pair("species", "term").is_in(p["not_covered"])),
    Rule("R128", lambda df, _: (_s(df, "exporter") == _s(df, "dest")) & df["document_type"].isin(_DOCS),
         lambda _: (_c("exporter") == _c("dest")) & _c("document_type").is_in(_DOCS)),
    Rule("R136", lambda df, _: df["quota_used"] > df["quota"],
         lambda _: pl.col("quota_used").fill_nan(None) > pl.col("quota").fill_nan(None)),
    Rule("R145", lambda df, _: df["qty_endorsed"] > df["qty_authorised"],
         lambda _: pl.col("qty_endorsed").fill_nan(None) > pl.col("qty_authorised").fill_nan(None)),
    Rule("R149", lambda df, _: (df["qty_presented"] < df["qty_endorsed"].fillna(df["qty_authorised"])) | (df["qty_endorsed"] < df["qty_authorised"]),
         lambda _: (pl.col("qty_presented").fill_nan(None) < pl.col("qty_endorsed").fill_nan(None).fill_null(pl.col("qty_authorised").fill_nan(None))).fill_null(value=False)
         | (pl.col("qty_endorsed").fill_nan(None) < pl.col("qty_authorised").fill_nan(None)).fill_null(value=False)),
    Rule("R011", lambda df, _: df["stamp_present"] == "no", lambda _: _c("stamp_present") == "no"),
    Rule("R109", lambda df, p: (df["purpose"] == "H") & ((df["term"] == "LIV") | df["species"].isin(p["plants"])
         | (df["unit"].isin(p["counted"]) & (df["qty_authorised"] > 20) & df["term"].isin(["TRO", "SKU", "BOD"]))),
         lambda p: (_c("purpose") == "H") & ((_c("term") == "LIV") | _c("species").is_in(p["plants"])
         | (_c("unit").is_in(p["counted"]) & (pl.col("qty_authorised").fill_nan(None) > 20) & _c("term").is_in(["TRO", "SKU", "BOD"])).fill_null(value=False))),
    Rule("R110", lambda df, p: (_joined(df, "term", "purpose").isin(p["bad_term_purpose"]) & ~(df["purpose"].isin(["B", "N"]) & df["term"].isin(p["alive"])))
         | ((df["purpose"] == "G") & df["species"].isin(p["animals"])) | ((df["purpose"] == "Z") & df["species"].isin(p["plants"]))
         | (df["purpose"].isin(["B", "N"]) & ~df["term"].isin(p["alive"])),
         lambda p: (_pair("term", "purpose").is_in(p["bad_term_purpose"]) & ~(_c("purpose").is_in(["B", "N"]) & _c("term").is_in(p["alive"])))
         | ((_c("purpose") == "G") & _c("species").is_in(p["animals"])) | ((_c("purpose") == "Z") & _c("species").is_in(p["plants"]))
         | (_c("purpose").is_in(["B", "N"]) & ~_c("term").is_in(p["alive"]))),
    Rule("R148", lambda df, p: df["qty_presented"] > df["qty_endorsed"].fillna(df["qty_authorised"]) * (1 + np.where(df["unit"].isin(p["counted"]), 0.0, np.where(df["species"].isin(p["corals"]), 0.2, 0.05))),
         lambda p: pl.col("qty_presented") > pl.col("qty_endorsed").fill_nan(None).fill_null(pl.col("qty_authorised").fill_nan(None))
         * (1 + pl.when(_c("unit").is_in(p["counted"])).then(0.0).when(_c("species").is_in(p["corals"])).then(0.2).otherwise(0.05))),
    Rule("R181", lambda df, _: df["eperm_status"] == "NOT_FOUND", lambda _: _c("eperm_status") == "NOT_FOUND"),
)  # fmt: skip
