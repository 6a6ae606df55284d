"""The figures of the cascade's tools, each with where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from borderlab.i18n import gettext as _
from borderlab.i18n import number, percent
from borderlab.inspection.stages import ASSUMPTION, STAGES, Stage
from borderlab.widgets.examining_base import note, table

if TYPE_CHECKING:
    from borderlab.widgets.examining_stages import CascadeBuilder


def names() -> dict[str, str]:
    """The tools in the language in use."""
    return {
        "documents": _("Document check"),
        "scan": _("Scan"),
        "dog": _("Detector dog"),
        "physical": _("Physical inspection"),
        "laboratory": _("Laboratory"),
    }


def figures(builder: CascadeBuilder) -> dict[str, Any]:
    """What the third step shows."""
    stage = builder.stage(builder.tool)
    text = _("{tool}: finds {easy} of openly carried and {hard} of well hidden goods, and leaves "
             "{specificity} of the legal consignments in peace.")  # fmt: skip
    said = text.format(
        tool=names()[builder.tool],
        easy=percent(stage.easy, 1),
        hard=percent(stage.hard, 1),
        specificity=percent(stage.specificity, 1),
    )
    rows = [
        [
            names()[name],
            percent(each.easy, 1),
            percent(each.hard, 1),
            percent(each.specificity, 1),
            number(each.minutes),
            _("no limit") if each.per_day is None else number(each.per_day),
            _("published and assumed") if each.source != ASSUMPTION else _("assumption"),
        ]
        for name in STAGES
        for each in (builder.stage(name),)
    ]
    heads = [
        *(_("Tool"), _("Open"), _("Hidden"), _("In peace"), _("Minutes"), _("Uses a day")),
        _("Where from"),
    ]
    return {
        "said": said,
        "notes": [_source(stage)],
        "tables": [table(_("Figures in use"), heads, rows, printable=True)],
        "visible": ["tool", "easy", "hard", "specificity", "minutes", "readers"],
    }


def _source(stage: Stage) -> dict[str, Any]:
    if stage.source == ASSUMPTION:
        return note(_("All figures of this tool are assumptions for teaching, not published."))
    sources = {
        "scan": _(
            "Pirotta and others, Frontiers in Conservation Science, 2022: 82% found, 1.6% false "
            "alarms; a laboratory trial with the species it was trained on. The value for well "
            "hidden goods, the minutes and the capacity are assumptions. No forecast for your port."
        ),
        "dog": _(
            "Moloney and others, Conservation Biology, 2026, read in a summary: 97.6% found, 15.2% "
            "false alarms; one dog, pelts of big cats, a proof of concept. The value for well "
            "hidden goods, the minutes and the capacity are assumptions. No forecast for your port."
        ),
    }
    return note(sources[stage.name], "part", confirm=stage.name == "dog")
