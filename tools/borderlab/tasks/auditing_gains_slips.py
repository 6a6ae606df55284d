"""The right numbers of a gains table, and the slips that are recognised."""

from __future__ import annotations

from borderlab.i18n import gettext as _
from borderlab.tasks.auditing_gains_case import RATES, Gains, draw
from borderlab.tasks.numbers import Expected, Slip


def expected(seed: int) -> dict[str, Expected]:
    """The right numbers, and the slips that are recognised."""
    made = draw(seed)
    return {
        "hit_rate": Expected(made.hit_rate, 0.3, _hit_slips(made)),
        "recall": Expected(made.recall, 0.6, _recall_slips(made)),
        "lift": Expected(made.lift, 0.15, _lift_slips(made)),
        "needed": Expected(made.inspected[made.reached], 0.0, _needed_slips(made)),
    }


def _share(value: float) -> Slip:
    return Slip(
        value / 100,
        0.004,
        "",
        lambda: _("That is the share, between 0 and 1. In percent it is 100 times as much."),
        0.5,
    )


def _hit_slips(made: Gains) -> tuple[Slip, ...]:
    return (
        _share(made.hit_rate),
        Slip(
            made.recall,
            0.6,
            "K2",
            lambda: _(
                "That is the recall: finds over all violations. The hit rate divides the same "
                "finds by the inspections."
            ),
        ),
        Slip(made.base, 0.2, "", lambda: _("That is the base rate: violations over everything.")),
    )


def _recall_slips(made: Gains) -> tuple[Slip, ...]:
    return (
        _share(made.recall),
        Slip(
            made.hit_rate,
            0.3,
            "K2",
            lambda: _(
                "That is the hit rate: finds over inspections. It says nothing about the "
                "violations that passed."
            ),
        ),
        Slip(
            100 - made.recall,
            0.6,
            "",
            lambda: _("That is the share missed. What was found is the rest of it."),
        ),
    )


def _lift_slips(made: Gains) -> tuple[Slip, ...]:
    return (
        Slip(
            made.hit_rate,
            0.3,
            "K2",
            lambda: _(
                "That is the hit rate. Divide it by the base rate: only the comparison with "
                "drawing at random shows what the profile adds."
            ),
        ),
        Slip(
            made.recall / made.hit_rate,
            0.1,
            "",
            lambda: _("That is recall over hit rate. Lift is hit rate over base rate."),
        ),
        Slip(
            100 * made.lift,
            15,
            "",
            lambda: _("That is the lift in percent. As a multiple it is 100 times less."),
            0.5,
        ),
    )


def _needed_slips(made: Gains) -> tuple[Slip, ...]:
    return (
        Slip(
            RATES[made.reached],
            0.0,
            "",
            lambda: _("That is the percentage inspected. The number of inspections was asked."),
            0.5,
        ),
        Slip(
            made.found[made.reached],
            0.0,
            "",
            lambda: _("That is the number of finds in the right row, not of inspections."),
        ),
        Slip(
            made.inspected[made.reached - 1],
            0.0,
            "",
            lambda: _("One row too early: it does not reach the target."),
        ),
        Slip(
            made.total * made.target // 100,
            1.0,
            "",
            lambda: _(
                "That many are needed when drawing at random. A good order of inspection needs "
                "far fewer."
            ),
        ),
    )
