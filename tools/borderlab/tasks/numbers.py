"""What all tasks with ``INPUT = "numbers"`` share: reading the form, and credit per field."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from borderlab.i18n import NumberError, number, parse_number
from borderlab.i18n import gettext as _
from borderlab.tasks import Field, Judgement, TaskError

_LARGEST = 1e15


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong number that a common mistake leads to.

    Attributes:
        value: the number.
        tolerance: how far from it still counts as this mistake; may be 0.
        misconception: K1 to K17, or "".
        sentence: gives the explanation in the language in use, called when it is shown.
        credit: share of the field's credit it still earns, 0 to 1.
    """

    value: float
    tolerance: float = 0.0
    misconception: str = ""
    sentence: Callable[[], str] = str
    credit: float = 0.0


@dataclass(frozen=True, slots=True)
class Expected:
    """The right number of one field.

    Attributes:
        answer: the number.
        tolerance: how far from it is right.
        slips: mistakes to recognise; the first that fits counts.
        accept: other numbers that are right, with the same tolerance.
    """

    answer: float
    tolerance: float
    slips: tuple[Slip, ...] = ()
    accept: tuple[float, ...] = ()

    def right(self, value: float) -> bool:
        """Whether a number is right."""
        return any(_near(value, good, self.tolerance) for good in (self.answer, *self.accept))

    def slip(self, value: float) -> Slip | None:
        """The mistake that a wrong number shows, if it is one of those foreseen."""
        if self.right(value):
            return None
        return next((slip for slip in self.slips if _near(value, slip.value, slip.tolerance)), None)


def read_form(fields: tuple[Field, ...], raw: Any) -> dict[str, float] | None:
    """The numbers of a form; fields left empty are left out.

    Args:
        fields: the form.
        raw: field id -> number, or text typed in the notation of the language in use.

    Returns:
        Field id -> number in the order of the form; None when all are empty.

    Raises:
        TaskError: names the field, what is wrong and what to do.
    """
    if not isinstance(raw, Mapping) or not set(raw) <= {field.id for field in fields}:
        raise TaskError(_("Type a number into each field of the form."))
    found = {field.id: _read(field, raw.get(field.id)) for field in fields}
    return {name: value for name, value in found.items() if value is not None} or None


def judge_form(expected: Mapping[str, Expected], value: Any) -> Judgement:
    """Credit as the mean over the fields; anything that is no form earns nothing."""
    form = value if isinstance(value, Mapping) else {}
    parts, ideas = [], []
    for name, right in expected.items():
        got = _number_or_none(form.get(name))
        credit = 0.0
        if got is not None:
            slip = right.slip(got)
            credit = 1.0 if right.right(got) else slip.credit if slip else 0.0
            ideas += [slip.misconception] if slip and slip.misconception else []
        parts.append((name, credit))
    mean = sum(credit for _name, credit in parts) / len(parts) if parts else 0.0
    return Judgement(mean, tuple(parts), tuple(dict.fromkeys(ideas)))


def explain_form(
    fields: tuple[Field, ...], expected: Mapping[str, Expected], value: Any
) -> list[str]:
    """One Markdown list line per field: the right number, the given one, and the slip behind it."""
    form = value if isinstance(value, Mapping) else {}
    return [_line(field, expected[field.id], form.get(field.id)) for field in fields]


def _line(field: Field, right: Expected, raw: Any) -> str:
    truth = f"{number(right.answer, field.decimals)} {field.unit}".strip()
    got = _number_or_none(raw)
    if got is None or right.right(got):
        sign = "" if got is None else "✓ "
        return f"- {sign}**{field.label}** {truth}"
    shown = number(got)
    slip = right.slip(got)
    said = _("- ✗ **{label}** {truth}; your answer: {shown}.").format(
        label=field.label, truth=truth, shown=shown
    )
    return f"{said} {slip.sentence() if slip else ''}".strip()


def _read(field: Field, raw: Any) -> float | None:
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return None
    if isinstance(raw, str):
        try:
            raw = parse_number(raw, field.unit)
        except NumberError as error:
            raise TaskError(f"{field.label} – {error}") from error
    got = _number_or_none(raw)
    if got is None:
        raise TaskError(_("{label} – Type a number.").format(label=field.label))
    low = -math.inf if field.min is None else field.min
    high = math.inf if field.max is None else field.max
    if not low <= got <= high:
        text = _("{label} – Type a number between {low} and {high}.")
        raise TaskError(text.format(label=field.label, low=_bound(low), high=_bound(high)))
    return got


def _bound(value: float) -> str:
    return number(value) if math.isfinite(value) else "∞"


def _number_or_none(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if -_LARGEST < value < _LARGEST else None  # leaves out NaN too


def _near(value: float, wanted: float, tolerance: float) -> bool:
    # The small term forgives the last bit of a number that is right on the border.
    return abs(value - wanted) <= tolerance + 1e-9 * max(1.0, abs(wanted))
