"""`verify`: which rules do these permits break?"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from borderlab.documents import derived as _derived  # noqa: F401  (registers what it derives)
from borderlab.documents import facets, tracing
from borderlab.documents.adapter import Reference
from borderlab.documents.batch import Batch
from borderlab.documents.columns import Columns, to_columns
from borderlab.documents.fields import BY_NAME, LINE_DERIVED, PERMIT_DERIVED
from borderlab.documents.findings import Findings, Masks
from borderlab.documents.model import Permit
from borderlab.documents.registry import CHECKS, Check
from borderlab.documents.rules import identity as _identity  # noqa: F401  (registers all rules)
from borderlab.documents.single import verify_one
from borderlab.documents.view import DERIVED, View

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

SMALL = 3000
"""Fewer rows than this are decided row by row."""


def verify(
    permits: Permit | Iterable[Permit] | Columns | pd.DataFrame,
    reference: Reference,
    only: Collection[str] | None = None,
) -> Findings:
    """Examine permits.

    Args:
        permits: one permit, many, their columns, or a data frame (see `from_frame`).
        reference: `real_reference()`, `world_reference()` or a Party's own.
        only: ids of rules (``"R030"``); default: all.

    Returns:
        The findings. Rules across permits (reuse, quotas over time, mass balance) need more than
        one permit and look at those given.

    Raises:
        ValueError: ``only`` names a rule that nothing decides.
    """
    checks = chosen(only)
    with np.errstate(over="ignore", invalid="ignore"):  # a slip of the pen can be a huge number
        if isinstance(permits, Permit):
            return verify_one(permits, reference, checks)
        return _verify_columns(permits, reference, checks)


def _verify_columns(permits: Any, reference: Reference, checks: tuple[Check, ...]) -> Findings:
    if not isinstance(permits, Columns):
        permits = _columns(permits, reference)
    masks = Masks(permits.n)
    if permits.n:
        _run_level("permit", permits, checks, masks)
        _run_level("line", permits, checks, masks)
        batch = Batch(permits)
        for check in checks:
            if check.level == "ledger":
                masks.add(check.key, np.asarray(check.decide(batch)))  # type: ignore[arg-type]
    return Findings(masks, permits.confirmed, only=tuple(check.key for check in checks))


def _columns(permits: Any, reference: Reference) -> Columns:
    if hasattr(permits, "iloc"):
        from borderlab.documents.from_frame import frame_columns

        return frame_columns(permits, reference)
    return to_columns(permits, reference)


_ALL: list[tuple[Check, ...]] = []


def chosen(only: Collection[str] | None) -> tuple[Check, ...]:
    """The checks of some rules, or all.

    Raises:
        ValueError: nothing decides one of the rules.
    """
    if only is None:
        if not _ALL:
            _ALL.append(tuple(CHECKS.values()))
        return _ALL[0]
    wanted = {only} if isinstance(only, str) else set(only)
    found = tuple(check for check in CHECKS.values() if check.rule in wanted)
    if missing := wanted - {check.rule for check in found}:
        raise ValueError(f"no rule decides {', '.join(sorted(missing))}")
    return found


def views(c: Columns) -> tuple[View, View]:
    """Views of the permits and of the lines; what they work out is kept with the columns."""
    if "views" not in c.cache:
        above = View(c.reference, c.permit)
        lift = None if c.one_line else lambda x: x[c.line_permit] if np.ndim(x) else x
        c.cache["views"] = above, View(c.reference, c.line, above, lift)
    found: tuple[View, View] = c.cache["views"]
    return found


def _fields(c: Columns, view: View, names: tuple[str, ...]) -> dict[str, NDArray[Any]]:
    """Those of the names that were recorded, one value per row."""
    present = {}
    for name in names:
        if name in DERIVED or name in c.permit or name in c.line:
            values = getattr(view, name)
            if np.ndim(values):
                present[name] = values
    return present


class Kind(NamedTuple):
    """Distinct combinations of some fields: names, a view of them, the way to the rows."""

    fields: frozenset[str]
    view: View
    rows: NDArray[np.int64]
    size: int


def _facets(c: Columns, level: str, view: View, needed: frozenset[str]) -> list[Kind]:
    """The combinations, of the fields that rules on permits or on lines need."""
    key = ("facets", level, needed)
    if key not in c.cache:
        made = []
        for names in facets.LINE_FACETS if level == "line" else facets.PERMIT_FACETS:
            fields = _fields(c, view, tuple(name for name in names if name in needed))
            if fields:
                found = facets.facet(fields)
                own = View(c.reference, found.values)
                made.append(Kind(frozenset(fields), own, found.rows, found.size))
        c.cache[key] = made
    answer: list[Kind] = c.cache[key]
    return answer


def _absent(c: Columns) -> frozenset[str]:
    """Fields that nobody recorded."""
    every = (*BY_NAME, *PERMIT_DERIVED, *LINE_DERIVED)
    return frozenset(name for name in every if name not in c.permit and name not in c.line)


def _run_level(level: str, c: Columns, checks: tuple[Check, ...], masks: Masks) -> None:
    """Decide all rules on permits or all rules on lines, where possible by combinations."""
    view = views(c)[level == "line"]
    n = c.n_lines if level == "line" else c.n
    absent = _absent(c)
    mine = [check for check in checks if check.level == level]
    needed = tracing.needed(tuple(check.key for check in mine), c.reference)
    kinds = _facets(c, level, view, needed) if n >= SMALL else []
    answers: list[dict[str, NDArray[np.bool_]]] = [{} for _ in kinds]
    for check in mine:
        asked = tracing.reads(check.key, c.reference)
        place = next(
            (
                at
                for at, kind in enumerate(kinds)
                if all(tracing.covered(name, kind.fields, absent) for name in asked)
            ),
            None,
        )
        answer = np.asarray(check.decide(view if place is None else kinds[place].view))
        if not answer.any():
            continue
        if place is None:
            _add(check, np.broadcast_to(answer, n), c, level, masks)
        else:
            answers[place][check.key] = np.broadcast_to(answer, kinds[place].size)
    for kind, found in zip(kinds, answers, strict=True):
        _pack(kind, found, c, level, masks)


def _pack(
    kind: Kind, found: dict[str, NDArray[np.bool_]], c: Columns, level: str, masks: Masks
) -> None:
    """Bring answers per combination to the rows, 64 rules at a time."""
    keys = list(found)
    for start in range(0, len(keys), facets.BITS):
        part = keys[start : start + facets.BITS]
        words = facets.packed([found[key] for key in part], kind.rows)
        if level == "line":
            masks.add_lines_packed(part, words, c)
        else:
            masks.add_packed(part, words)


def _add(check: Check, answer: NDArray[np.bool_], c: Columns, level: str, masks: Masks) -> None:
    if level == "line":
        masks.add_lines(check.key, answer, c)
    else:
        masks.add(check.key, answer)
