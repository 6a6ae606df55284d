"""Inspections of many traders, chosen with unequal chances: what share of the stream is illegal?

With pandas the answer is two lines::

    weight = 1 / t["chance"]
    100 * (weight * t["illegal"]).sum() / weight.sum()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from borderlab.i18n import NumberError, number, parse_number, percent
from borderlab.i18n import gettext as _
from borderlab.tasks import Judgement, Settings, TaskError, takes_no_settings
from borderlab.tasks.numbers import Expected, Slip, judge_form

if TYPE_CHECKING:
    import pandas as pd
from borderlab.tasks.auditing_traders_case import (
    TOLERANCE,
    TRADERS,
    draw,
    of_stratum,
    of_traders,
    raw,
    weighted,
)

INPUT = "code"


def table(seed: int) -> pd.DataFrame:
    """The inspected consignments as a data frame.

    Args:
        seed: the participant's.

    Returns:
        Columns consignment, trader, stratum (``targeted`` or ``random``), chance (logged
        probability of selection, above 0) and illegal (0 or 1).
    """
    import pandas as pd

    rows = draw(seed)
    names = ("consignment", "trader", "stratum", "chance", "illegal")
    return pd.DataFrame({name: [getattr(row, name) for row in rows] for name in names})


check_settings = takes_no_settings


def check_value(settings: Settings, seed: int, raw_value: Any) -> float | None:
    """One number, 0 to 100, in percent; a NumPy or pandas number is taken as a plain one.

    Raises:
        TaskError: it is no such number.
    """
    del settings, seed
    if raw_value is None or (isinstance(raw_value, str) and not raw_value.strip()):
        return None
    value = _plain(raw_value)
    if value is None or not 0 <= value <= 100:  # noqa: PLR2004  (percent)
        raise TaskError(
            _("Answer with one number, the percentage of illegal consignments, from 0 to 100.")
        )
    return value


def _plain(value: Any) -> float | None:
    # A Series or array of one number has become a list on its way through a code cell.
    for _level in range(2):
        if isinstance(value, list | tuple) and len(value) == 1:
            value = value[0]
    if isinstance(value, str):
        try:
            value = parse_number(value, "%")
        except NumberError:
            return None
    item = getattr(value, "item", None)
    if callable(item) and not isinstance(value, type):
        try:
            value = item()
        except (TypeError, ValueError):
            return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < 1e15 else None  # noqa: PLR2004  (also refuses NaN)


def expected(seed: int) -> Expected:
    """The right number, and the slips that are recognised."""
    rows = draw(seed)
    right = weighted(rows)
    return Expected(
        right,
        TOLERANCE,
        (
            Slip(
                right / 100,
                0.0006,
                "",
                lambda: _(
                    "That is the share, between 0 and 1. In percent it is 100 times as much."
                ),
                0.5,
            ),
            Slip(raw(rows), TOLERANCE, "K2", _raw_words),
            Slip(of_traders(rows), TOLERANCE, "K2", _trader_words),
            Slip(of_stratum(rows, "random"), TOLERANCE, "", _random_words, 0.25),
            Slip(of_stratum(rows, "targeted"), TOLERANCE, "K4", _targeted_words),
        ),
    )


def _raw_words() -> str:
    return _(
        "That is the raw hit rate: finds over inspections. Traders on the profile are inspected "
        "far more often than the others, so they count far too much in it."
    )


def _trader_words() -> str:
    return _(
        "That is the mean of the traders' hit rates. It gives a trader with three inspections the "
        "same weight as one with thirty, and forgets the chance of being inspected."
    )


def _random_words() -> str:
    return _(
        "That is the hit rate of the random stratum: right for the traders it is drawn from, but "
        "the traders on the profile belong to the stream too."
    )


def _targeted_words() -> str:
    return _("That is the hit rate of the targeted stratum: it shows where you looked.")


def judge(settings: Settings, secret: Settings, seed: int, value: Any) -> Judgement:
    """All or nothing, with part of the credit for two slips."""
    del settings, secret
    found = judge_form({"share": expected(seed)}, {"share": value})
    return Judgement(found.credit, (), found.misconceptions)


def solution(settings: Settings, secret: Settings, seed: int) -> float:
    """The weighted share in percent."""
    del settings, secret
    return round(weighted(draw(seed)), 3)


def outline(settings: Settings, seed: int) -> str:
    """What the table holds and what is asked, as Markdown."""
    del settings
    rows = draw(seed)
    lines = [
        _(
            "`kit.trader_file()` gives {n} inspected consignments of {traders} traders, one row "
            "each:"
        ).format(n=number(len(rows)), traders=number(TRADERS)),
        "\n".join(
            [
                _("- `consignment`, `trader`: what was inspected and whose it is;"),
                _("- `stratum`: `targeted` (by the profile) or `random`;"),
                _("- `chance`: logged probability with which this consignment was selected;"),
                _("- `illegal`: 1 if it was illegal, 0 if not."),
            ]
        ),
        _(
            "What percentage of **all** consignments of these traders, inspected or not, is "
            "illegal? Answer with the number in percent (tolerance {n} percentage points)."
        ).format(n=number(TOLERANCE)),
    ]
    return "\n\n".join(lines)


def explain(settings: Settings, secret: Settings, seed: int, value: Any) -> str:
    """The right number, the raw one beside it, and the slip behind a wrong answer."""
    del settings, secret
    rows, right = draw(seed), expected(seed)
    lines = [
        _(
            "Each inspected consignment stands for 1 / chance consignments of the stream. Weighted "
            "so, {share} of the stream is illegal; the raw hit rate is {raw}."
        ).format(share=percent(right.answer / 100, 2), raw=percent(raw(rows) / 100, 2)),
        '`w = 1 / t["chance"]` · `100 * (w * t["illegal"]).sum() / w.sum()`',
    ]
    if isinstance(value, int | float) and not isinstance(value, bool):
        if right.right(float(value)):
            lines.insert(0, _("✓ Right."))
        else:
            slip = right.slip(float(value))
            text = _("✗ Your answer: {n}.").format(n=number(float(value)))
            lines.insert(0, f"{text} {slip.sentence() if slip else ''}".strip())
    return "\n\n".join(lines)
