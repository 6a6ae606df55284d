"""The rules as data: ``datasets/reference/rules.csv``, and those that nothing decides."""

from __future__ import annotations

from functools import cache

from borderlab.documents.rows import Defect, Rule
from borderlab.i18n import N_
from borderlab.paths import datasets
from borderlab.reference.tables import read_rows

SEVERITIES = ("note", "consult", "reject")
"""Least grave first. reject: do not clear; consult: hold and ask; note: record and clear."""

UNDECIDED: dict[str, str] = {
    "R078": N_("The kit has no table of populations that are extinct in a State."),
}
"""Rule -> why no data of the kit can decide it."""


@cache
def all_rules() -> dict[str, Rule]:
    """All rules by id, in the order of the table."""
    return {row.rule_id: row for row in read_rows(datasets("reference") / "rules.csv", Rule)}


def rule(rule_id: str) -> Rule:
    """One rule.

    Raises:
        KeyError: there is no such rule.
    """
    return all_rules()[rule_id]


@cache
def all_defects() -> dict[str, Defect]:
    """All defects and benign look-alikes by id."""
    return {row.defect_id: row for row in read_rows(datasets("reference") / "defects.csv", Defect)}
