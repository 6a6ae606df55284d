"""What the queue of permits says: the list, the permit on the desk, and the end of the shift."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from borderlab.documents.catalogue import SEVERITIES
from borderlab.documents.explaining import explain
from borderlab.i18n import date, joined, ngettext, number
from borderlab.i18n import gettext as _
from borderlab.tasks.casework_report import box_word
from borderlab.tasks.casework_wording import action_word, lawful_reason
from borderlab.tasks.desk_truth import places
from borderlab.widgets import casework_queue_model as model
from borderlab.widgets.desk_parts import amount, state, term
from borderlab.widgets.desk_texts import sheet_texts
from borderlab.widgets.display import colon

if TYPE_CHECKING:
    from borderlab.widgets.casework_queue import PermitQueue

_MOST_SHOWN = 4
_A_DAY = 24.0
_TWO_DAYS = 48.0


def minutes(value: float) -> str:
    """Office time such as "1 h 05 min"."""
    whole = round(value)
    if whole < 60:  # noqa: PLR2004  (an hour)
        return _("{m} min").format(m=whole)
    return _("{h} h {m:02d} min").format(h=whole // 60, m=whole % 60)


def hours(value: float | None) -> str:
    """A delay in minutes, hours or days; a dash if there was none to measure."""
    if value is None:
        return "–"
    if value < _A_DAY / 12:
        return minutes(value * 60)
    if value < _TWO_DAYS:
        return _("{n} h").format(n=number(value, 0))
    return _("{n} days").format(n=number(value / _A_DAY, 1))


def row(item: model.Item, shift: model.Shift) -> dict[str, Any]:
    """One consignment of the list."""
    permit = item.case.permit
    line = permit.lines[0]
    return {
        "name": item.name,
        "number": permit.number,
        "goods": f"{line.taxon}, {term(line.term)}, {amount(line.qty, line.unit)}",
        "way": f"{state(permit.issuer)} → {state(permit.import_country)}",
        "live": item.live,
        "opened": item.name in shift.opened,
        "waits": _("waiting for {time}").format(time=minutes(max(0.0, shift.now - item.arrives))),
    }


def on_desk(item: model.Item, shift: model.Shift) -> dict[str, Any]:
    """The permit on the desk; what a careful look shows once it was taken."""
    looked = item.name in shift.looked
    found = observations(item) if looked else []
    presented = item.case.permit.presentation.event_date
    return {
        "name": item.name,
        "looked": looked,
        "today": date(presented) if presented else "",
        "found": found,
        "boxes": sorted({box for one in found for box in one["boxes"]}),
    }


def observations(item: model.Item) -> list[dict[str, Any]]:
    """What a careful look with all sources shows, and the lawful explanation to think of.

    It does not say what to do: that is the officer's decision.
    """
    found: list[dict[str, Any]] = []
    order = sorted(item.case.findings, key=lambda one: -SEVERITIES.index(one.severity))
    for finding in order[:_MOST_SHOWN]:
        said = explain(finding)
        boxes = places(finding.boxes, finding.lines)
        found.append(
            {"text": f"{said.title} {said.where}.", "but": said.caution, "boxes": list(boxes)}
        )
    found += [
        {"text": lawful_reason(defect), "but": "", "boxes": []}
        for defect in item.case.defects
        if item.case.harmless
    ]
    return found


def what_it_was(item: model.Item) -> str:
    """The truth about a consignment, in a few words."""
    case = item.case
    if case.harmless:
        return " ".join((_("In order."), *(lawful_reason(defect) for defect in case.defects)))
    rules = {rule for one in case.required for rule in one.rules}
    first = next(found for found in case.findings if found.rule.rule_id in rules)
    boxes = joined(box_word(one.boxes[0]) for one in case.required)
    return _("{title} ({boxes})").format(title=explain(first).title.rstrip("."), boxes=boxes)


def result(queue: PermitQueue) -> dict[str, Any]:
    """The end of the shift: a table with two colleagues, and every consignment."""
    scores = list(queue.results.values())
    rows = [
        (_("Decided"), [number(one.decided) for one in scores]),
        (_("Left waiting until tomorrow"), [number(one.waiting) for one in scores]),
        (_("Unlawful, stopped"), [number(one.stopped) for one in scores]),
        (_("Unlawful, let through"), [number(one.missed) for one in scores]),
        (_("Lawful, let through"), [number(one.passed) for one in scores]),
        (_("Lawful, held or refused"), [number(one.held) for one in scores]),
        (_("Mean delay of lawful live specimens"), [hours(one.live_hours) for one in scores]),
        (_("Mean delay of other lawful goods"), [hours(one.other_hours) for one in scores]),
        (_("Office time worked"), [minutes(one.minutes) for one in scores]),
    ]
    return {
        "head": ["", _("You"), _("Strict colleague"), _("Lenient colleague")],
        "rows": [[name, *values] for name, values in rows],
        "items": [_line(item, queue.shift.decisions.get(item.name)) for item in queue.items],
    }


def _line(item: model.Item, decision: model.Decision | None) -> dict[str, str]:
    permit = item.case.permit
    if decision is None:
        mark, did = "wait", _("left waiting")
    else:
        passes = decision.action in model.PASSES
        mark = "good" if passes == item.case.harmless else "bad"
        did = action_word(decision.action)
    wanted = _(" or ").join(action_word(action) for action in item.case.expected)
    return {
        "mark": mark,
        "number": permit.number or "",
        "live": _("live") if item.live else "",
        "did": _("You: {action}. Expected: {expected}.").format(action=did, expected=wanted),
        "was": what_it_was(item),
    }


def summary(queue: PermitQueue, phase: str) -> str:
    """The queue, or the end of the shift, in words."""
    n = len(queue.items)
    head = ngettext("A queue of {n} permit", "A queue of {n} permits", n).format(n=n)
    if phase != "done":
        rows = [row(one, queue.shift) for one in queue.shift.here()]
        live = _("live")
        return "\n".join(
            [head]
            + [
                f"{one['number']}{colon()}{one['goods']}, {one['way']}"
                + (f" ({live})" if one["live"] else "")
                for one in rows
            ]
        )
    table = result(queue)
    heads = table["head"][1:]
    lines = [head]
    for name, *values in table["rows"]:
        said = ", ".join(f"{who} {value}" for who, value in zip(heads, values, strict=True))
        lines.append(f"{name}{colon()}{said}")
    return "\n".join(lines)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def strings() -> dict[str, Any]:
    """Texts of the browser's side."""
    cost = {name: minutes(value) for name, value in model.COST.items()}
    return {
        "title": _("A queue of permits"),
        "how": _(
            "Consignments wait with their permits. Choose which comes first: live animals cannot "
            "wait (Convention, Article VIII, paragraph 3). Every look and every decision takes "
            "office time, and what is not decided when the counter closes waits until tomorrow."
        ),
        "costs": _(
            "Opening a permit takes {open}, a careful look with all sources {look}, a message to "
            "the issuing authority {consult}, an inspection {inspect}, a refusal {refuse}. These "
            "times are invented for the exercise, and there are more defects than at a real border."
        ).format(**cost),
        "colon": colon(),
        "start": _("Start without a clock"),
        "start_clock": _("Start with the clock"),
        "clock_how": _("With the clock, reading takes office time too. You can pause it at any "
                       "time. Nothing here is graded."),
        "pause": _("Pause the clock"),
        "go_on": _("Let the clock run"),
        "clock_off": _("Switch the clock off"),
        "paused": _("clock paused"),
        "off": _("no clock"),
        "office": _("Office time: {now} of {length}"),
        "hours": _("{h} h {m} min"),
        "minutes": _("{m} min"),
        "left": _("Decided: {decided}. Waiting: {waiting}. To come: {coming}."),
        "queue": _("Waiting"),
        "empty": _("Nobody is waiting."),
        "wait": _("Wait for the next consignment"),
        "close": _("Close the counter"),
        "live": _("live"),
        "take": _("Examine"),
        "desk": _("On the desk"),
        "choose": _("Choose a consignment from the list."),
        "today": _("Presented on {day}"),
        "look": _("Look closely ({cost})").format(cost=cost["look"]),
        "found": _("A careful look shows"),
        "nothing": _("A careful look shows nothing unusual."),
        "decide": _("Decide"),
        "actions": [
            [act, _("{action} ({cost})").format(action=_capital(action_word(act)), cost=cost[act])]
            for act in model.DECISIONS
        ],
        "done": _("The counter is closed"),
        "you": _("How the shift went"),
        "table": _("You and two colleagues with the same queue"),
        "colleagues": _(
            "The strict colleague looks closely at everything and asks about whatever a rule "
            "mentions. The lenient one looks quickly and stops only what a single box shows. Both "
            "take the queue in the order of arrival. Which errors would you rather make, and who "
            "pays for them?"
        ),
        "each": _("Consignment by consignment"),
        "again": _("Begin again"),
        "drawing": _("Drawing the permit…"),
        "no_kernel": _("The notebook's kernel does not answer. Run the first cell again."),
        "good": _("right"),
        "bad": _("an error"),
        "wait_word": _("left waiting"),
        **sheet_texts(),
    }  # fmt: skip
