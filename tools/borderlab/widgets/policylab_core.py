"""What the policy lab remembers and computes; the lab and the task show the same one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from borderlab.i18n import gettext as _
from borderlab.i18n import number
from borderlab.tasks.policylab_model import MOST_MONTHS, MOST_STAFF, Design, Outcome, play
from borderlab.tasks.policylab_year import Situation
from borderlab.widgets import policylab_chart, policylab_rows, policylab_texts

NEVER = MOST_MONTHS + 1  # the slider's last place
LONGEST_NAME, MOST_SAVED = 40, 12
SHARES = ("rate", "random_share", "scan_share")


@dataclass(frozen=True)
class Saved:
    """A policy under a name, with what it did when it was saved."""

    name: str
    design: Design
    outcome: Outcome


@lru_cache(maxsize=256)
def outcome_of(
    situation: Situation, seed: int, luck: int, design: Design, *, adversary: bool
) -> Outcome:
    """A played year; kept, so that going back and forth costs nothing."""
    return play(situation, seed, design, adversary=adversary, luck=luck)


class Core:
    """The state of one lab.

    Args:
        situation: what comes to the post.
        seed: of the year.
        design: first settings.
        budget: officer minutes that may be spent, None without a budget.
    """

    def __init__(
        self, situation: Situation, seed: int, design: Design, budget: float | None = None
    ) -> None:
        self.situation, self.seed, self.budget = situation, seed, budget
        self.design, self.adversary, self.luck = design, False, 0
        self.saved: list[Saved] = []

    @property
    def outcome(self) -> Outcome:
        """What the policy set now does."""
        return outcome_of(
            self.situation, self.seed, self.seed + self.luck, self.design, adversary=self.adversary
        )

    def save(self, name: object) -> None:
        """Keep the policy set now under a name; the same name is replaced."""
        text = " ".join(str(name).split())[:LONGEST_NAME]
        text = text or _("Policy {n}").format(n=number(len(self.saved) + 1))
        kept = [entry for entry in self.saved if entry.name != text]
        self.saved = [*kept, Saved(text, self.design, self.outcome)][-MOST_SAVED:]

    def drop(self, at: int) -> None:
        """Forget a saved policy; a number that there is not does nothing."""
        self.saved = [entry for place, entry in enumerate(self.saved) if place != at]

    def state(self) -> dict[str, Any]:
        """Everything that changes with a setting, ready to be shown."""
        design, outcome = self.design, self.outcome
        return {
            "policy": {**{name: getattr(design, name) for name in (*SHARES, "staff")},
                       "expiry": design.expiry or NEVER},
            "written": policylab_texts.written(design),
            "adversary": self.adversary,
            "luck": self.luck,
            "rows": policylab_rows.rows(outcome, self.budget),
            "glance": policylab_texts.glance(outcome, self.budget),
            "said": policylab_texts.summary(design, outcome),
        }  # fmt: skip

    def board(self) -> dict[str, Any]:
        """The saved policies as a table."""
        lines = [policylab_chart.cells(entry.name, entry.outcome) for entry in self.saved]
        return {"heads": policylab_chart.heads(), "lines": lines}

    def chart(self, axis: str) -> dict[str, Any]:
        """The efficient frontier, with the saved policies and the one set now."""
        return policylab_chart.chart(self, axis)


def changed(design: Design, values: Mapping[str, Any]) -> Design:
    """The design with values of the browser, each brought into its range; others are ignored."""
    new: dict[str, Any] = {}
    for name in SHARES:
        value = values.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool) and value == value:  # noqa: PLR0124  (NaN)
            new[name] = min(1.0, max(0.0, round(float(value), 4)))
    staff, months = values.get("staff"), values.get("expiry")
    if isinstance(staff, int) and not isinstance(staff, bool):
        new["staff"] = min(MOST_STAFF, max(1, staff))
    if isinstance(months, int) and not isinstance(months, bool):
        new["expiry"] = None if months >= NEVER else max(1, months)
    return replace(design, **new)
