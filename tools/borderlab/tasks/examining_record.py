"""A record of opened boxes: how much would the random draws have missed?

If exactly one box of a consignment is illegal, ``opened`` of ``boxes`` drawn at random reach it
with probability ``opened / boxes``, and it is recognised with the efficacy of the look. So a
consignment passes unnoticed with probability ``1 - efficacy * opened / boxes``, and the expected
number is the sum of these:

    random = record[record["stratum"] == "random"]
    (1 - random["efficacy"] * random["opened"] / random["boxes"]).sum()
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from borderlab.i18n import gettext as _
from borderlab.i18n import number
from borderlab.inspection.lots import detections
from borderlab.tasks import Judgement, Settings, TaskError, takes_no_settings
from borderlab.tasks.numbers import Expected, Slip, judge_form

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

INPUT = "code"
ROWS = 300
RANDOM, TARGETED = "random", "targeted"

_EFFICACIES = (0.6, 0.7, 0.8, 0.9)
_SHARE_RANDOM = 0.3
_TOLERANCE = 0.3


@lru_cache(maxsize=1024)
def columns(seed: int) -> dict[str, NDArray[Any]]:
    """The columns of the record, each of shape (300,), targeted and random mixed."""
    rng = np.random.default_rng([seed, 603])
    drawn = np.zeros(ROWS, dtype=np.bool_)
    drawn[rng.permutation(ROWS)[: int(ROWS * _SHARE_RANDOM)]] = True
    # Large consignments are opened in a smaller part: pooling boxes and consignments differs.
    boxes = np.clip(np.round(np.exp(rng.normal(3.7, 0.8, ROWS))), 8, 400).astype(np.int64)
    part = np.where(drawn, 0.9, 1.6) * rng.uniform(2.5, 4.5, ROWS) * np.sqrt(boxes) / boxes
    opened = np.clip(np.round(part * boxes), 3, boxes).astype(np.int64)
    efficacy = rng.choice(_EFFICACIES, ROWS)
    rate = np.where(drawn, 0.03, 0.12)
    found = rng.random(ROWS) < rate
    return {"random": drawn, "boxes": boxes, "opened": opened, "efficacy": efficacy, "found": found}


def table(seed: int) -> pd.DataFrame:
    """The record as participants get it, one row for each consignment.

    Columns: ``consignment`` (number), ``stratum`` (``targeted`` or ``random``), ``boxes``,
    ``opened``, ``efficacy`` (0 to 1), ``found`` (bool).
    """
    import pandas as pd

    record = columns(seed)
    return pd.DataFrame(
        {
            "consignment": np.arange(1, ROWS + 1),
            "stratum": np.where(record["random"], RANDOM, TARGETED),
            "boxes": record["boxes"],
            "opened": record["opened"],
            "efficacy": record["efficacy"],
            "found": record["found"],
        }
    )


@lru_cache(maxsize=1024)
def expected(seed: int) -> Expected:
    """The right number and the mistakes behind wrong ones."""
    record = columns(seed)
    chosen = record["random"]
    boxes, opened, efficacy = (record[n][chosen] for n in ("boxes", "opened", "efficacy"))
    many = int(chosen.sum())
    # With one illegal box the efficacy thins detection as a factor.
    missed = float((1.0 - efficacy * detections(boxes, 1, opened)).sum())
    everywhere = 1.0 - record["efficacy"] * record["opened"] / record["boxes"]
    pooled = many * (1.0 - float(efficacy.mean()) * float(opened.sum()) / float(boxes.sum()))
    slips = (
        Slip(float((1.0 - opened / boxes).sum()), _TOLERANCE, "K6", _no_efficacy, 0.25),
        Slip(float(everywhere.sum()), _TOLERANCE, "K3", _all_rows, 0.25),
        Slip(float(everywhere[~chosen].sum()), _TOLERANCE, "K3", _wrong_rows),
        Slip(many - missed, _TOLERANCE, "", _turned, 0.5),
        Slip(pooled, _TOLERANCE, "K7", _pooled),
        Slip(missed / many, 0.005, "", _share, 0.5),
        Slip(0, 0, "K6", _clean),
        Slip(float((~record["found"][chosen]).sum()), 0, "K6", _without_find),
    )
    return Expected(missed, _TOLERANCE, slips)


def _no_efficacy() -> str:
    return _("This forgets the efficacy: an opened illegal box is not always recognised.")


def _all_rows() -> str:
    return _("These are all consignments. Only those drawn at random were asked for.")


def _wrong_rows() -> str:
    return _("These are the targeted consignments. Those drawn at random were asked for.")


def _turned() -> str:
    return _("That is how many would be found. Asked was how many would pass.")


def _pooled() -> str:
    return _(
        "This puts all boxes into one heap. Each consignment has its own chance: a small one "
        "opened in half counts as much as a large one opened in a tenth."
    )


def _share() -> str:
    return _("That is the share. Asked was the number of consignments.")


def _clean() -> str:
    return _("Nothing found is not nothing there: a sample can miss.")


def _without_find() -> str:
    return _("That is how many had no find. It does not say how much the samples can miss.")


check_settings = takes_no_settings


def check_value(settings: Settings, seed: int, raw: Any) -> Any:
    """One number, also from numpy or pandas.

    Raises:
        TaskError: it is not one finite number of at least 0.
    """
    del settings, seed
    if raw is None:
        return None
    value = _one_number(raw)
    if value is None or not 0.0 <= value <= ROWS:
        text = _("Give one number of consignments between 0 and {most}.")
        raise TaskError(text.format(most=number(ROWS)))
    return value


def _one_number(raw: Any) -> float | None:
    """The number in a number, a numpy scalar, or an array or Series of one; None otherwise."""
    if isinstance(raw, bool | str | bytes | dict):
        return None
    try:
        flat = np.asarray(raw, dtype=np.float64).ravel()
    except (TypeError, ValueError, OverflowError, RecursionError):
        return None
    if flat.size != 1 or not math.isfinite(flat[0]):
        return None
    return float(flat[0])


def judge(settings: Settings, secret: Settings, seed: int, value: Any) -> Judgement:
    """One number, right or with the credit of a foreseen mistake."""
    del settings, secret
    return judge_form({"missed": expected(seed)}, {"missed": value})


def solution(settings: Settings, secret: Settings, seed: int) -> Any:
    """The expected number of consignments that pass."""
    del settings, secret
    return round(expected(seed).answer, 2)


def outline(settings: Settings, seed: int) -> str:
    """What the columns mean and what is asked."""
    del settings
    many = int(columns(seed)["random"].sum())
    text = _(
        "`kit.lot_file()` gives a record of {rows} inspected consignments as a table, one row each:"
        "\n\n"
        "- `stratum`: `targeted` (chosen by the profile) or `random` (drawn at random);\n"
        "- `boxes`: boxes in the consignment;\n"
        "- `opened`: boxes opened, drawn at random within the consignment;\n"
        "- `efficacy`: chance that an opened illegal box is recognised, 0 to 1;\n"
        "- `found`: whether anything illegal was found.\n\n"
        "Suppose **exactly one box** were illegal in **each** of the {many} consignments of the "
        "stratum `random`. In **how many** of them would the officers have found nothing, on "
        "average, with the boxes they opened? Give the expected number, with one decimal."
    )
    return text.format(rows=number(ROWS), many=number(many))


def explain(settings: Settings, secret: Settings, seed: int, value: Any) -> str:
    """The way, the right number, and the mistake behind this one."""
    del settings, secret
    right = expected(seed)
    many = int(columns(seed)["random"].sum())
    text = _(
        "With one illegal box, a consignment is found out with probability "
        "`efficacy * opened / boxes`, and passes with the rest. Added up over the {many} random "
        "consignments: **{answer}** would pass."
    )
    said = [text.format(many=number(many), answer=number(right.answer, 1))]
    got = _one_number(value) if value is not None else None
    if got is not None:
        slip = right.slip(got)
        if right.right(got):
            said.append(_("Your answer: {shown}. Right.").format(shown=number(got, 1)))
        else:
            shown = _("Your answer: {shown}.").format(shown=number(got, 1))
            said.append(f"{shown} {slip.sentence() if slip else ''}".strip())
    said.append(
        _(
            "So a record without finds says little about single boxes. Small samples rule out only "
            "large shares: say so in the report, and state the level of detection."
        )
    )
    return "\n\n".join(said)
