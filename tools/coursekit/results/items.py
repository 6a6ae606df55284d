"""How a group did on each question of a module: difficulty, discrimination, wrong answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from coursekit.grading.pinned import Edition, Module
from coursekit.results.graded import Graded, Work
from coursekit.results.intervals import Estimate, correlation, mean_credit
from coursekit.results.judged import Judged, work_judged

FEWEST = 5  # smaller groups are not shown
FEWEST_TO_TELL_APART = 10  # people, below which discrimination is noise


@dataclass(frozen=True, slots=True)
class Item:
    """One question and the group's answers to it.

    Attributes:
        question: id.
        kind: kind of the question.
        n: people who handed in the module.
        answered: of these, who answered.
        credit: mean share of the points; no answer counts 0. None until all answers are marked.
        discrimination: correlation with the rest of the module; None with too few people, or
            where everybody has the same.
        waiting: answers that a person still has to mark.
        options: how often each option was chosen, for a choice.
        correct: the right options.
        signs: how often each near miss or wrongly placed item occurred.
        ideas: people whose answer shows a mistaken idea.
    """

    question: str
    kind: str
    n: int
    answered: int
    credit: Estimate | None
    discrimination: Estimate | None
    waiting: int = 0
    options: Mapping[str, int] = field(default_factory=dict)
    correct: frozenset[str] = frozenset()
    signs: Mapping[str, int] = field(default_factory=dict)
    ideas: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_doubtful(self) -> bool:
        """Whether those who know more do worse here: then the key or the wording may be wrong."""
        return self.discrimination is not None and self.discrimination.high < 0


Sheets = Mapping[str, Sequence[Judged]]  # seat -> judged answers of one module


def judged_sheets(graded: Graded, module: str) -> dict[str, tuple[Judged, ...]]:
    """Everybody's answers to a module, judged."""
    points = graded.points[module]
    return {
        work.submission.seat: tuple(work_judged(work, graded.modules[module], points))
        for work in graded.of(module)
    }


def items(module: Module, points: Mapping[str, float], sheets: Sheets) -> tuple[Item, ...]:
    """Statistics of each question, in the order asked.

    Args:
        module: the assignment.
        points: most points by question.
        sheets: judged answers by seat.
    """
    edition = next(iter(module.editions.values()))
    waiting = Counter(o.question for s in sheets.values() for o in s if o.credit is None)
    sheets = without_unmarked(sheets)
    rests = {seat: _rests(sheet, points) for seat, sheet in sheets.items()}
    return tuple(
        replace(
            _item(name, edition, [(one, rests[seat][name]) for seat, one in _column(sheets, name)]),
            waiting=waiting[name],
        )
        for name in edition.questions
        if name in points
    )


def without_unmarked(sheets: Sheets) -> dict[str, tuple[Judged, ...]]:
    """The sheets with no credit at all for questions that are not yet marked for everybody.

    Who did not answer has 0 points from the start; counting them alone would be wrong.
    """
    unmarked = {one.question for sheet in sheets.values() for one in sheet if one.credit is None}
    return {
        seat: tuple(replace(one, credit=None) if one.question in unmarked else one for one in sheet)
        for seat, sheet in sheets.items()
    }


def ideas_in(sheets: Iterable[Sequence[Judged]]) -> Counter[str]:
    """People who showed each mistaken idea at least once."""
    counts: Counter[str] = Counter()
    for sheet in sheets:
        counts.update({name for one in sheet for name in one.ideas})
    return counts


def languages(works: Iterable[Work]) -> Counter[str]:
    """People by language of their edition."""
    return Counter(work.submission.language for work in works)


def _column(sheets: Sheets, name: str) -> list[tuple[str, Judged]]:
    return [(seat, one) for seat, sheet in sheets.items() for one in sheet if one.question == name]


def _rests(sheet: Sequence[Judged], points: Mapping[str, float]) -> dict[str, float | None]:
    """For each question: the share of the points that the person has in all others."""
    marked = {
        one.question: (one.credit * points[one.question], points[one.question])
        for one in sheet
        if one.credit is not None
    }
    got, most = (sum(pair[place] for pair in marked.values()) for place in (0, 1))
    found: dict[str, float | None] = {}
    for one in sheet:
        mine, worth = marked.get(one.question, (0.0, 0.0))
        found[one.question] = (got - mine) / (most - worth) if most > worth else None
    return found


def _item(name: str, edition: Edition, column: Sequence[tuple[Judged, float | None]]) -> Item:
    answers = [one for one, _rest in column]
    question, entry = edition.questions[name], edition.key.get(name, {})
    kind = str(question["kind"])
    credits_ = [one.credit for one in answers if one.credit is not None]
    pairs = [(o.credit, rest) for o, rest in column if o.credit is not None and rest is not None]
    apart = None
    if len(pairs) >= FEWEST_TO_TELL_APART:
        apart = correlation([one for one, _rest in pairs], [rest for _one, rest in pairs])
    by_choice = kind in {"choice", "choices"}
    signs = Counter(sign for one in answers for sign in one.signs)
    return Item(
        question=name,
        kind=kind,
        n=len(answers),
        answered=sum(one.answered for one in answers),
        credit=mean_credit(credits_) if credits_ else None,
        discrimination=apart,
        options=_options(question, answers) if by_choice else {},
        correct=frozenset(entry.get("key", {}).get("correct", ())) if by_choice else frozenset(),
        signs={} if by_choice else signs,
        ideas=Counter(name for one in answers for name in one.ideas),
    )


def _options(question: Mapping[str, object], answers: Sequence[Judged]) -> dict[str, int]:
    rows = question.get("options", ())
    names = [row["id"] for row in rows] if isinstance(rows, list | tuple) else []
    counts = Counter(
        name
        for one in answers
        for name in (one.value if isinstance(one.value, list) else [one.value])
        if isinstance(name, str)
    )
    return {name: counts[name] for name in names}
