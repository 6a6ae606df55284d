"""Task ``permits``: examine a dozen permits drawn from the catalogue of defects.

Settings: ``count`` permits, of which ``easy``, ``medium`` and ``hard`` hold one defect of that
level (see `casework_levels`), ``benign`` a lawful look-alike, and the rest nothing. The answer
is ``{"p01": {"marks": {"11.A": "altered"}, "action": "refuse"}, ...}``.

Each permit earns 0 to 1: 60 percent for the marks (`desk_judging.verdict`: F-score of precision
and recall over the issues; the right box under a wrong family counts half) and 40 percent for the
action. A quarter of the action's share is earned without a reason, the rest with the marks, in
full from an F-score of a half: refusing everything, or marking every box, earns little. A permit
in order earns the credit of the action, divided by one more than the false marks. The task earns
the mean over all permits; one without an answer earns 0.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from borderlab.i18n import gettext as _
from borderlab.tasks import Judgement, Settings, TaskError
from borderlab.tasks.casework_levels import ABOUT_TRADE, BENIGN, LEVELS, pool
from borderlab.tasks.casework_numbers import renumbered
from borderlab.tasks.desk_cases import Case, case
from borderlab.tasks.desk_judging import Verdict, read_value, verdict

INPUT = "widget"
DEFAULTS = {"count": 12, "easy": 4, "medium": 4, "hard": 2, "benign": 2}
MOST = 24
VARIANTS = 10
"""Different permits per defect. What a grader draws for a whole course thus stays in memory."""
_LETS_PASS = ("accept", "note")
_SHARE_ACTION, _WITHOUT_REASON, _ENOUGH = 0.4, 0.25, 0.5


def mix(settings: Settings) -> dict[str, int]:
    """Permits of each level, ``benign`` and ``clean``."""
    wanted = {**DEFAULTS, **settings} if not settings else {"benign": 0, **settings}
    found = {name: int(wanted.get(name, 0)) for name in (*LEVELS, "benign")}
    found["clean"] = int(wanted.get("count", sum(found.values()))) - sum(found.values())
    return found


def check_settings(settings: Settings, secret: Settings) -> None:
    """Whether the numbers of permits make sense."""
    if secret:
        raise ValueError("permits takes no secret settings")
    if unknown := set(settings) - set(DEFAULTS):
        raise ValueError(f"unknown setting {min(unknown)!r}; known: {', '.join(DEFAULTS)}")
    if any(type(n) is not int or n < 0 for n in settings.values()):
        raise ValueError("the settings of permits are whole numbers from 0")
    found = mix(settings)
    if found["clean"] < 0:
        raise ValueError("easy, medium, hard and benign together are more than count")
    if not 1 <= sum(found.values()) <= MOST:
        raise ValueError(f"count goes from 1 to {MOST}")
    for level in LEVELS:
        if found[level] > len(pool(level)):
            raise ValueError(f"there are only {len(pool(level))} {level} defects")
    if found["benign"] > len(BENIGN):
        raise ValueError(f"there are only {len(BENIGN)} look-alikes")


@lru_cache(maxsize=4096)
def _variant(defects: tuple[str, ...], variant: int) -> Case:
    return case(defects, 1000 + variant)


def plan(settings: Settings, seed: int) -> list[tuple[tuple[str, ...], int]]:
    """Defects and variant of each permit, in the order of presentation."""
    rng = random.Random(f"casework permits {seed}")  # noqa: S311  (teaching material)
    wanted = mix(settings)
    chosen: list[tuple[str, ...]] = [()] * wanted["clean"]
    for level in LEVELS:
        chosen += [(defect,) for defect in rng.sample(pool(level), wanted[level])]
    chosen += [(defect,) for defect in rng.sample(BENIGN, wanted["benign"])]
    rng.shuffle(chosen)
    return [(defects, rng.randrange(VARIANTS)) for defects in chosen]


def draw(settings: Settings, seed: int) -> list[Case]:
    """The participant's permits p01, p02, ... as they come."""
    return list(_drawn(tuple(sorted(settings.items())), seed))


@lru_cache(maxsize=8)
def _drawn(settings: tuple[tuple[str, Any], ...], seed: int) -> tuple[Case, ...]:
    return tuple(
        renumbered(_variant(defects, variant), seed * MOST + at)
        for at, (defects, variant) in enumerate(plan(dict(settings), seed))
    )


def names(settings: Settings) -> list[str]:
    """Ids of the permits: p01, p02, ..."""
    return [f"p{at:02d}" for at in range(1, sum(mix(settings).values()) + 1)]


def check_value(
    settings: Settings, seed: int, raw: Any
) -> dict[str, dict[str, dict[str, str] | str]] | None:
    """Marks and action of each permit answered; what is no part of an answer is left out."""
    del seed
    if raw is None:
        return None
    if not isinstance(raw, Mapping):
        raise TaskError(_("Answer by marking the permits and choosing an action for each."))
    found: dict[str, dict[str, dict[str, str] | str]] = {}
    for name in names(settings):
        answer = read_value(raw.get(name))
        if answer.marks or answer.action:
            found[name] = {"marks": dict(answer.marks), "action": answer.action}
    return found or None


def verdicts(settings: Settings, seed: int, value: Any) -> list[tuple[str, Case, Verdict]]:
    """Each permit with its case and the judgement on its answer."""
    given = value if isinstance(value, Mapping) else {}
    cases = draw(settings, seed)
    return [
        (name, drawn, verdict(drawn, given.get(name)))
        for name, drawn in zip(names(settings), cases, strict=True)
    ]


def credit(drawn: Case, found: Verdict) -> float:
    """What the answer on one permit earns, 0 to 1; see the head of this file."""
    if drawn.harmless:
        return found.credit
    reason = _WITHOUT_REASON + (1 - _WITHOUT_REASON) * min(1.0, found.boxes / _ENOUGH)
    return (1 - _SHARE_ACTION) * found.boxes + _SHARE_ACTION * found.action * reason


def judge(settings: Settings, secret: Settings, seed: int, value: Any) -> Judgement:
    """The mean credit of the permits, each as a part."""
    del secret
    if not isinstance(value, Mapping):
        return Judgement(0.0, tuple((name, 0.0) for name in names(settings)))
    judged = verdicts(settings, seed, value)
    parts = tuple((name, credit(drawn, found)) for name, drawn, found in judged)
    mistaken = {
        one for name, drawn, _found in judged for one in _misconceptions(drawn, value.get(name))
    }
    return Judgement(sum(one for _name, one in parts) / len(parts), parts, tuple(sorted(mistaken)))


def _misconceptions(drawn: Case, answer: Any) -> set[str]:
    """K5: a genuine permit taken for lawful trade. K9: a look-alike treated as proven crime."""
    action = read_value(answer).action
    if ABOUT_TRADE & set(drawn.defects) and action in _LETS_PASS:
        return {"K5"}
    if drawn.harmless and action == "refuse":
        return {"K9"}
    return set()


def solution(settings: Settings, secret: Settings, seed: int) -> dict[str, Any]:
    """One answer that earns everything."""
    del secret
    found: dict[str, Any] = {}
    for name, drawn in zip(names(settings), draw(settings, seed), strict=True):
        marks = dict(one.mark() for one in drawn.required)
        found[name] = {"marks": marks, "action": drawn.expected[0]}
    return found


def outline(settings: Settings, seed: int) -> str:
    """What is to be done; nothing about what was drawn."""
    del seed
    text = _(
        "{n} permits lie on your desk. Examine each one: mark the boxes that are wrong and say "
        "what is wrong with them, then choose what to do. Some permits are in order, and some "
        "only look odd: stopping those costs time and trust, and with live animals more than that."
    )
    return text.format(n=len(names(settings)))


def explain(settings: Settings, secret: Settings, seed: int, value: Any) -> str:
    """Per permit: what there was to see, rule, basis, action expected, what the answer did."""
    del secret
    from borderlab.tasks.casework_report import report

    given = value if isinstance(value, Mapping) else None
    judged = verdicts(settings, seed, given)
    return report(judged, [credit(drawn, found) for _name, drawn, found in judged], given)
