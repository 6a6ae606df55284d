"""Before and after, between languages, and time: what the answers of one group allow to say."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import quantiles
from typing import Any

from coursekit.results.intervals import LEVEL, Estimate, difference, mean_credit, paired_gain
from coursekit.results.items import FEWEST, Sheets, without_unmarked
from coursekit.results.judged import credit_of
from coursekit.results.lessons import Lesson, LessonWork

PAUSE = 30 * 60  # seconds without an answer, after which a person was probably doing other things
_FEWEST_QUESTIONS = 3  # with fewer, "the other answers" say too little
_SOURCE = "en"


@dataclass(frozen=True, slots=True)
class Gain:
    """One question, before and after the lesson, by the same people.

    Attributes:
        before: question id, such as ``pre1``.
        after: question id, such as ``post1``.
        share_before: right answers before.
        share_after: right answers after.
        change: difference of the two.
        learned: people who were wrong before and right after.
        lost: people who were right before and wrong after.
    """

    before: str
    after: str
    share_before: Estimate
    share_after: Estimate
    change: Estimate
    learned: int
    lost: int


@dataclass(frozen=True, slots=True)
class Apart:
    """One question between two languages.

    Attributes:
        question: id.
        language: the edition compared.
        base: the edition it is compared with.
        gap: how much better (+) or worse (-) its readers did on this question than on the others,
            beside the readers of ``base``; the interval holds for all comparisons together.
    """

    question: str
    language: str
    base: str
    gap: Estimate

    @property
    def is_hint(self) -> bool:
        """Whether the whole interval lies on one side of 0."""
        return self.gap.low > 0 or self.gap.high < 0


@dataclass(frozen=True, slots=True)
class Minutes:
    """Time between the first and the last answer, without long pauses: quartiles in minutes."""

    low: float
    middle: float
    high: float
    n: int


def gains(lesson: Lesson, works: Iterable[LessonWork]) -> tuple[Gain, ...]:
    """Every pair of questions that at least five people answered before and after."""
    everybody = list(works)
    found = []
    for before, after in lesson.pairs:
        pairs = []
        for work in everybody:
            one, other = (_right(lesson, work, qid) for qid in (before, after))
            if one is not None and other is not None:
                pairs.append((one, other))
        if len(pairs) >= FEWEST:
            found.append(_gain(before, after, pairs))
    return tuple(found)


def _gain(before: str, after: str, pairs: Sequence[tuple[bool, bool]]) -> Gain:
    firsts, seconds = [one for one, _other in pairs], [other for _one, other in pairs]
    return Gain(
        before,
        after,
        mean_credit([float(right) for right in firsts]),
        mean_credit([float(right) for right in seconds]),
        paired_gain(firsts, seconds),
        sum(other and not one for one, other in pairs),
        sum(one and not other for one, other in pairs),
    )


def _right(lesson: Lesson, work: LessonWork, qid: str) -> bool | None:
    """Whether the answer is fully right; None without an answer."""
    value = work.records.get(qid, {}).get("value")
    asked = next((q[qid] for q in lesson.questions.values() if qid in q), None)
    if value is None or asked is None:
        return None
    found = credit_of(lesson.keys[qid], asked["kind"], value, work.seed)
    return None if found is None else found >= 1


def between_languages(sheets: Sheets, spoken: Mapping[str, str]) -> tuple[Apart, ...]:
    """Each question, each language with at least five people beside English.

    A group that knows less does worse everywhere; what hints at the translation is a question that
    is harder for its readers than their other answers let expect. The intervals are widened for
    the number of comparisons (Bonferroni): all of them together hold with 95 %.

    Args:
        sheets: judged answers by seat.
        spoken: seat -> language.
    """
    sheets = without_unmarked(sheets)
    groups: dict[str, list[Mapping[str, float]]] = {}
    for seat, sheet in sheets.items():
        marked = {one.question: one.credit for one in sheet if one.credit is not None}
        if len(marked) >= _FEWEST_QUESTIONS:
            groups.setdefault(spoken[seat], []).append(_beside_the_others(marked))
    shown = {code: rows for code, rows in groups.items() if len(rows) >= FEWEST}
    if len(shown) < 2:  # noqa: PLR2004  (nothing to compare)
        return ()
    base = _SOURCE if _SOURCE in shown else max(shown, key=lambda code: (len(shown[code]), code))
    wanted = []
    for name in dict.fromkeys(one.question for sheet in sheets.values() for one in sheet):
        values = {code: [r[name] for r in rows if name in r] for code, rows in shown.items()}
        fit = [code for code in sorted(shown) if len(values[code]) >= FEWEST]
        wanted += [
            (name, code, values[code], values[base]) for code in fit if code != base and base in fit
        ]
    level = 1 - (1 - LEVEL) / max(1, len(wanted))
    return tuple(
        Apart(name, code, base, difference(one, other, level)) for name, code, one, other in wanted
    )


def _beside_the_others(marked: Mapping[str, float]) -> dict[str, float]:
    """Each credit minus the mean credit of the same person's other answers."""
    total = sum(marked.values())
    rest = len(marked) - 1
    return {name: credit - (total - credit) / rest for name, credit in marked.items()}


def minutes(records: Iterable[Mapping[str, Mapping[str, Any]]]) -> Minutes | None:
    """Time at work, from the moments of the answers; None with fewer than five people."""
    spans = [span for span in map(_active, records) if span is not None]
    if len(spans) < FEWEST:
        return None
    low, middle, high = quantiles(spans, n=4, method="inclusive")
    return Minutes(low, middle, high, len(spans))


def _active(records: Mapping[str, Mapping[str, Any]]) -> float | None:
    """Minutes between the first and the last answer, pauses left out; None with one moment."""
    texts = {row.get(name) for row in records.values() for name in ("first", "at")}
    moments = sorted(filter(None, map(_moment, texts)))
    if len(moments) < 2:  # noqa: PLR2004  (a span has two ends)
        return None
    gaps = [later - earlier for earlier, later in itertools.pairwise(moments)]
    return sum(gap for gap in gaps if gap <= PAUSE) / 60


def _moment(text: Any) -> float | None:
    try:
        return datetime.fromisoformat(text).timestamp()
    except (TypeError, ValueError, OverflowError, OSError):
        return None
