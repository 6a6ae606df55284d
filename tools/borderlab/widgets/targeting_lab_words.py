"""Names and texts of the profile lab that do not depend on what is set."""

from __future__ import annotations

from typing import Any

from borderlab.i18n import gettext as _
from borderlab.i18n import number
from borderlab.tasks.targeting_groups import GROUPS, HIGHEST, MEMBERS, NAMES
from borderlab.widgets.display import colon


def groups() -> list[dict[str, Any]]:
    """The eight groups with their flags, for the sliders."""
    from borderlab.risk import indicator

    return [
        {
            "id": key,
            "name": _(NAMES[key]),
            "flags": [
                {"name": indicator(one).name(), "lawful": indicator(one).lawful()}
                for one in MEMBERS[key]
            ],
        }
        for key in GROUPS
    ]


def panel_texts() -> dict[str, Any]:
    """Texts of sliders and results, for the lab and the exercise alike."""
    return {
        "weights": _("Weight of each group of red flags"),
        "weight_note": _(
            "0 leaves a group out, 1 takes the teaching values, {most} counts them three times."
        ).format(most=number(HIGHEST)),
        "which": _("Which flags are in each group?"),
        "staff": _("Examinations"),
        "budget": _("Examinations for each {thousand} consignments").format(thousand=number(1000)),
        "random": _("Share of them drawn at random"),
        "decisive": _("Decisive evidence, such as an expired permit, is red whatever the score."),
        "result": _("What this profile does"),
        "inspected": _("Inspected"),
        "released": _("Not inspected"),
        "top": _("Highest scores without decisive evidence, and why"),
        "exact": _("Exact numbers"),
        "lawful": _("Lawful explanation"),
        "legend": [
            _("this profile, by the truth"),
            _("this profile, by what past inspections found"),
            _("random choice"),
        ],
        "no_result": _(
            "The notebook's kernel does not answer, so the result is not shown. Move a slider to "
            "try again."
        ),
        "preparing": _("One moment: the consignments are being generated."),
    }


def browser_texts(n: int) -> dict[str, Any]:
    """Every text of the lab's browser side, in the language in use."""
    return {
        **panel_texts(),
        "colon": colon(),
        "name": _("Profile lab"),
        "how": _(
            "Give each group of red flags a weight and see whom your profile would pick out of "
            "{n} consignments of the invented world."
        ).format(n=number(n)),
        "truth_note": truth_note(),
        "equal": _("All weights 1"),
        "none": _("All weights 0"),
    }


def truth_note() -> str:
    """Why the truth can be shown here and nowhere else."""
    return _(
        "At a border, results are known only for what was inspected. The truth of all consignments "
        "is known here because the world is invented."
    )
