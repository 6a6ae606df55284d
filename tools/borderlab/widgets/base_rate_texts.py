"""The words of the base-rate picture, in natural frequencies."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from borderlab.answers.questions import Question
from borderlab.figures.base_rate import Counts, icon_array_svg
from borderlab.i18n import gettext as _
from borderlab.i18n import ngettext, number, percent
from borderlab.widgets.display import colon
from borderlab.widgets.tables import html_table

# Moloney and others, Conservation Biology, 2026: one dog, air from sealed containers, pelts of
# big cats; sensitivity 97.6 %, specificity 84.8 %. Read in a summary only: to be confirmed.
TRIAL_SENSITIVITY = 0.976
TRIAL_FALSE_ALARM = 0.152


def sentence(counts: Counts) -> str:
    """What the alerts amount to, such as "210 alerts, 10 of them real"."""
    if counts.alerts == 0:
        return _("No alert is expected.")
    alerts = ngettext("{n} alert", "{n} alerts", counts.alerts).format(n=number(counts.alerts))
    if counts.real == 0 or counts.predictive_value is None:
        return _("{alerts}, none of them real.").format(alerts=alerts)
    text = _("{alerts}, {real} of them real: about 1 in {one_in}, or {share}.")
    return text.format(
        alerts=alerts,
        real=number(counts.real),
        one_in=number(counts.one_in or 0),
        share=percent(counts.predictive_value, 1),
    )


def summary(counts: Counts) -> str:
    """The whole picture in words, for screen readers and pages without a browser side."""
    lane = _("{consignments} consignments, {illegal} of them illegal.").format(
        consignments=number(counts.consignments), illegal=number(counts.illegal)
    )
    missed = ngettext(
        "The tool misses {n} illegal consignment.",
        "The tool misses {n} illegal consignments.",
        counts.missed,
    ).format(n=number(counts.missed))
    if counts.missed == 0:
        missed = _("The tool misses none of the illegal consignments.")
    return f"{lane} {sentence(counts)} {missed}"


def covered() -> str:
    """What to do before the picture is shown."""
    return _("Give your prediction above and press “Show me”. Then the picture opens here.")


def prediction(question: Question, value: Any) -> dict[str, Any]:
    """The reader's prediction, and how to say the truth in the same unit.

    ``scale`` turns the share of real alerts (0 to 1) into the question's unit; None if the
    question was put in a unit that cannot be compared.
    """
    scale = {100.0: 100.0, 1.0: 1.0}.get(float(question.max or 0))
    shown = f"{number(value)} {question.unit}".strip()
    return {"shown": shown, "unit": question.unit, "scale": scale}


def presets() -> list[dict[str, Any]]:
    """Settings at a press of a button; a published one comes with source and caution."""
    return [
        {
            "name": _("Invented tool ({finds}, {errors})").format(
                finds=percent(0.98), errors=percent(0.02)
            ),
            "sensitivity": 0.98,
            "false_alarm": 0.02,
            "note": "",
        },
        {
            "name": _("Published dog trial"),
            "sensitivity": TRIAL_SENSITIVITY,
            "false_alarm": TRIAL_FALSE_ALARM,
            "note": _(
                "One dog, air from sealed containers, pelts of big cats; a proof of concept "
                "(Moloney and others, Conservation Biology, 2026; read in a summary). "
                "No forecast for your port."
            ),
        },
    ]


def _forms(message: Callable[[int], str]) -> dict[str, str]:
    return {"one": message(1), "other": message(2)}


def browser_texts() -> dict[str, Any]:
    """Every text of the browser's side, in the language in use."""
    return {
        "colon": colon(),
        "name": _("What an alert means"),
        "covered": covered(),
        "steps": [
            _("All consignments"),
            _("The illegal ones"),
            _("The tool alerts"),
            _("Open some alerts"),
            _("Only the alerts"),
        ],
        "steps_name": _("Steps of the picture"),
        "say_all": _forms(
            lambda n: ngettext(
                "{n} consignment passes through this lane.",
                "{n} consignments pass through this lane.",
                n,
            )
        ),
        "say_illegal": _forms(
            lambda n: ngettext(
                "{n} of them is illegal. Nobody knows which one.",
                "{n} of them are illegal. Nobody knows which ones.",
                n,
            )
        ),
        "say_illegal_none": _("None of them is illegal."),
        "alerts": _forms(lambda n: ngettext("{n} alert", "{n} alerts", n)),
        "say_alerts": _(
            "The tool gives {alerts}: {real} on illegal consignments, {false} by mistake."
        ),
        "say_open": _(
            "You only see that the tool alerts. Press an alert to open that consignment."
        ),
        "say_opened": _("Opened: {n}. Real: {real}. False alarms: {false}."),
        "say_only": _("{alerts}, {real} of them real: about 1 in {one_in}, or {share}."),
        "say_only_none": _("{alerts}, none of them real."),
        "say_no_alert": _("No alert is expected."),
        "open_one": _("Open one alert"),
        "open_ten": _("Open ten"),
        "close_all": _("Start again"),
        "predicted": _("Your prediction: {shown}."),
        "in_truth": _("In this lane: {n} {unit}."),
        "legend": _("What the marks mean"),
        "legal": _("legal, no alert"),
        "any": _("a consignment"),
        "illegal": _("illegal"),
        "real": _("illegal, alert: real"),
        "false": _("legal, alert: false alarm"),
        "missed": _("illegal, no alert: missed"),
        "unopened": _("alert, not opened"),
        "settings": _("Change the lane and the tool"),
        "set_illegal": _("Illegal consignments among {n}"),
        "set_sensitivity": _("Detection rate: illegal ones that give an alert"),
        "set_false_alarm": _("False-alarm rate: legal ones that give an alert"),
        "to_confirm": _("to be confirmed"),
        "exact": _("Exact numbers"),
        "table": table_texts(),
        "share_real": _("Share of alerts that are real"),
        "share_missed": _("Share illegal among those without alert"),
    }


def table_texts() -> dict[str, str]:
    """Heads of the confusion table."""
    return {
        "caption": _("Expected numbers on average, not rounded to whole consignments"),
        "row": _("Consignments"),
        "alert": _("Alert"),
        "no_alert": _("No alert"),
        "total": _("Total"),
        "illegal": _("Illegal"),
        "legal": _("Legal"),
    }


def static_html(counts: Counts, seed: int, *, waiting: bool) -> str:
    """Picture, sentence and table as HTML; only the instruction while it is covered."""
    if waiting:
        return f"<p>{escape(covered())}</p>"
    title = _("What an alert means")
    picture = icon_array_svg(counts, seed=seed, title=title, description=summary(counts))
    legend = " · ".join(
        (
            f"◆ {_('illegal')}",
            f"○ {_('legal, alert: false alarm')}",
            f"◇ {_('illegal, no alert: missed')}",
        )
    )
    return (
        f"<figure>{picture}<figcaption>{escape(summary(counts))}<br>{escape(legend)}</figcaption>"
        f"</figure>{_table(counts)}"
    )


def _table(counts: Counts) -> str:
    heads = table_texts()
    legal = counts.consignments - counts.illegal
    alerts = counts.real_exact + counts.false_exact
    rows = (
        (heads["illegal"], counts.real_exact, counts.illegal - counts.real_exact, counts.illegal),
        (heads["legal"], counts.false_exact, legal - counts.false_exact, legal),
        (heads["total"], alerts, counts.consignments - alerts, counts.consignments),
    )
    columns = ("row", "alert", "no_alert", "total")
    written = [(name, number(a, 1), number(b, 1), number(c)) for name, a, b, c in rows]
    return html_table([heads[name] for name in columns], written, heads["caption"])
