"""`verify`: which rules do these permits break?"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

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
    if isinstance(permits, Permit):
        return verify_one(permits, reference, checks)
    if not isinstance(permits, Columns):
        permits = _columns(permits, reference)
    masks = Masks(permits.n)
    if permits.n:
        _run_level("permit", permits, reference, checks, masks)
        _run_level("line", permits, reference, checks, masks)
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
    wanted = set(only)
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


def _facets(
    c: Columns, level: str, view: View
) -> list[tuple[frozenset[str], View, NDArray[np.int64]]]:
    key = ("facets", level)
    if key not in c.cache:
        made = []
        for names in facets.LINE_FACETS if level == "line" else facets.PERMIT_FACETS:
            fields = _fields(c, view, names)
            if fields:
                found = facets.facet(fields)
                made.append((frozenset(fields), View(c.reference, found.values), found.rows))
        c.cache[key] = made
    answer: list[tuple[frozenset[str], View, NDArray[np.int64]]] = c.cache[key]
    return answer


def _run_level(
    level: str, c: Columns, reference: Reference, checks: tuple[Check, ...], masks: Masks
) -> None:
    """Decide all rules on permits or all rules on lines."""
    view = views(c)[level == "line"]
    n = c.n_lines if level == "line" else c.n
    mine = [check for check in checks if check.level == level]
    absent = frozenset(name for name in BY_NAME if name not in c.permit and name not in c.line)
    absent |= {
        name
        for name in (*PERMIT_DERIVED, *LINE_DERIVED)
        if name not in c.permit and name not in c.line
    }
    spread: list[list[tuple[Check, NDArray[np.bool_]]]] = []
    kinds = _facets(c, level, view) if n >= SMALL else []
    spread = [[] for _ in kinds]
    for check in mine:
        asked = tracing.reads(check.key, reference)
        place = next(
            (at for at, (fields, _, _) in enumerate(kinds) if all(tracing.covered(name, fields, absent) for name in asked)),
            None,
        )  # fmt: skip
        answer = np.asarray(check.decide(kinds[place][1] if place is not None else view))
        if not answer.any():
            continue
        if place is None:
            _add(check, np.broadcast_to(answer, n), c, level, masks)
        else:
            spread[place].append(
                (check, np.broadcast_to(answer, next(iter(kinds[place][1].values.values())).shape))
            )
    for (_, _, rows), found in zip(kinds, spread, strict=True):
        for start in range(0, len(found), facets.BITS):
            part = found[start : start + facets.BITS]
            words = facets.packed([answer for _, answer in part], rows)
            keys = [check.key for check, _ in part]
            if level == "line":
                masks.add_lines_packed(keys, words, c)
            else:
                masks.add_packed(keys, words)


def _add(check: Check, answer: NDArray[np.bool_], c: Columns, level: str, masks: Masks) -> None:
    if level == "line":
        masks.add_lines(check.key, answer, c)
    else:
        masks.add(check.key, answer)
