"""Warnings that must stand beside an audit or an evaluation, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from borderlab.i18n import N_, translator
from borderlab.i18n import gettext as _
from borderlab.risk.group_audit import Audit, GroupAudit, hit_gap

if TYPE_CHECKING:
    from collections.abc import Iterable

FEW = 5
"""Fewer finds, or fewer lawful inspected, than this make a comparison worthless."""

_TEXTS = {
    "infra_marginality": N_(
        "Equal or unequal hit rates prove neither fairness nor bias: groups differ in how their "
        "risks spread. Look at the hit rate at the margin and at the random sample."
    ),
    "impossibility": N_(
        "With different base rates, no profile can give equal hit rates and equal burdens on "
        "lawful traders at once. Choose which one matters here, and write down why."
    ),
    "small_counts": N_(
        "Too few finds to compare these groups: {groups}. The intervals show what can be said."
    ),
    "no_random": N_(
        "Some consignments could never be drawn, so nobody knows what they hide. Burden and "
        "calibration cannot be estimated without a random share."
    ),
    "miscalibrated": N_(
        "The stated probability does not fit what was observed in these groups: {groups}."
    ),
    "many_groups": N_(
        "Many groups are compared: at 95 percent, about one comparison in twenty stands out by "
        "chance alone."
    ),
    "selective_labels": N_(
        "Results are known only for what was inspected. Past hits show where one looked."
    ),
    "teaching_values": N_("Weights and likelihood ratios are teaching values, not observations."),
}
_MANY = 10


@dataclass(frozen=True, slots=True)
class Caution:
    """One warning.

    Attributes:
        key: stable name.
        message: English message with a place for `groups`.
        groups: groups it is about; empty for all.
    """

    key: str
    message: str
    groups: tuple[str, ...] = ()

    def text(self, language: str | None = None) -> str:
        """The warning in a language (default: the one in use)."""
        said = translator(language).gettext(self.message) if language else _(self.message)
        return said.format(groups=", ".join(self.groups))


def caution(key: str, groups: Iterable[str] = ()) -> Caution:
    """A warning by its name.

    Raises:
        KeyError: there is none.
    """
    return Caution(key, _TEXTS[key], tuple(groups))


KEYS = tuple(_TEXTS)


def cautions(found: Audit, *, truth_known: bool) -> tuple[Caution, ...]:
    """The warnings an audit calls for, the most important first.

    Args:
        found: the audit.
        truth_known: whether results are known for all (a simulator) or for the inspected only.
    """
    groups = found.groups
    few = [one.group for one in groups if _few(one)]
    off = [one.group for one in groups if one.miscalibrated]
    rules = (
        ("no_random", any(one.burden is None and one.consignments for one in groups), ()),
        ("small_counts", bool(few), few),
        ("infra_marginality", len(groups) > 1, ()),
        ("impossibility", _bases_differ(groups), ()),
        ("miscalibrated", bool(off), off),
        ("many_groups", len(groups) > _MANY, ()),
        ("selective_labels", not truth_known, ()),
    )
    return tuple(caution(key, names) for key, needed, names in rules if needed)


def _few(one: GroupAudit) -> bool:
    return one.hits.count < FEW or one.hits.of - one.hits.count < FEW


def _bases_differ(groups: tuple[GroupAudit, ...]) -> bool:
    """Whether observed rates of two groups exclude each other, or, without them, hit rates do."""
    known = [one.observed for one in groups if one.observed is not None]
    if len(known) > 1:
        return max(o.low for o in known) > min(o.high for o in known)
    return any(0.0 not in hit_gap(groups[0], other) for other in groups[1:])
