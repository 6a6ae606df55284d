"""The sentences of the report on the room, in one language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from borderlab.i18n import N_, Translator
from coursekit.grading.ideas import IDEAS
from coursekit.results.comparing import Apart, Minutes
from coursekit.results.intervals import Estimate
from coursekit.results.items import FEWEST, FEWEST_TO_TELL_APART, Item
from coursekit.results.room import Chapter

LABELS = {
    "title": N_("What the room learned"),
    "made": N_("Made on {moment} with version {kit} of the kit"),
    "people": N_("Participants"),
    "languages": N_("Languages"),
    "few": N_("fewer than {n}"),
    "next": N_("For the next session"),
    "points": N_("Points"),
    "questions": N_("Questions"),
    "question": N_("Question"),
    "solved": N_("Solved"),
    "apart": N_("Tells apart"),
    "none": N_("No answer"),
    "answers": N_("What was answered"),
    "ideas": N_("Mistaken ideas"),
    "idea": N_("Idea"),
    "gain": N_("Before and after the lesson"),
    "before": N_("Before"),
    "after": N_("After"),
    "change": N_("Change"),
    "learned": N_("Wrong, then right"),
    "lost": N_("Right, then wrong"),
    "between": N_("Between languages"),
    "language": N_("Language"),
    "gap": N_("Beside the other answers"),
    "time": N_("Time between the first and the last answer"),
    "exercise": N_("Exercise"),
    "lesson": N_("Lesson"),
    "reading": N_("How to read this report"),
    "right": N_("right answer"),
    "wrong": N_("not right"),
    "near": N_("near {value}"),
    "unmarked": N_("not all marked yet"),
    "hint": N_("look at the translation"),
    "doubtful": N_("check the key and the wording"),
    "waiting": N_("still to be marked: {n}"),
    "other": N_("The report in other languages:"),
    "shares": N_("Share of the points"),
}
NOTES = (
    N_(
        "Solved: mean share of the points, with a 95% interval (Wilson). No answer counts 0. "
        "The wider the interval, the less this group says about the next one."
    ),
    N_(
        "Tells apart: correlation between this question and the rest of the module, with a 95% "
        "interval (Fisher). Near 0, the question tells nothing about the rest. Below {n} people "
        "it is not given, and below 30 it is a rough guess."
    ),
    N_(
        "Before and after: only people who answered both. The interval of the change is that of "
        "Bonett and Price for pairs. A change need not come from the lesson alone: people also "
        "learn from seeing the question twice."
    ),
    N_(
        "Between languages: how much better or worse the readers of one edition did on a question "
        "than on their other questions, beside the readers of {base}. So a group that knows less "
        "does not make every question look badly translated. The intervals are widened because "
        "many comparisons are made (Bonferroni): without it, one in twenty would stand out by "
        "chance alone. A hint is a reason to read the translation again, not a proof."
    ),
    N_(
        "Time: from the first to the last answer without pauses of more than 30 minutes. Reading "
        "before the first answer is not in it."
    ),
    N_(
        "Groups of fewer than {few} people are not shown. There are no names in the data: a "
        "participant is a code that only the host can assign."
    ),
)
_ROOMY = 0.6  # a question that fewer than this share solved, for certain, is worth a word
_SHORT = 110


@dataclass(frozen=True)
class Words:
    """Sentences in one language.

    Attributes:
        voice: the language.
    """

    voice: Translator

    @cached_property
    def label(self) -> dict[str, str]:
        """Headings."""
        return {name: self.voice.gettext(text) for name, text in LABELS.items()}

    def notes(self, base: str) -> list[str]:
        """How to read the report."""
        values = {"n": FEWEST_TO_TELL_APART, "few": FEWEST, "base": base}
        return [self.voice.gettext(text).format(**values) for text in NOTES]

    def share(self, found: Estimate) -> str:
        """Such as "62% (41% to 79%)"."""
        return self.voice.gettext("{value} ({low} to {high})").format(
            value=self.voice.percent(found.value),
            low=self.voice.percent(found.low),
            high=self.voice.percent(found.high),
        )

    def change(self, found: Estimate) -> str:
        """A difference of shares in percentage points, with its sign."""
        return self.voice.gettext("{value} points ({low} to {high})").format(
            value=self._signed(found.value * 100, 0),
            low=self._signed(found.low * 100, 0),
            high=self._signed(found.high * 100, 0),
        )

    def correlation(self, found: Estimate) -> str:
        """Such as "+0.42 (+0.10 to +0.66)"."""
        return self.voice.gettext("{value} ({low} to {high})").format(
            value=self._signed(found.value, 2),
            low=self._signed(found.low, 2),
            high=self._signed(found.high, 2),
        )

    def too_few(self, item: Item) -> str:
        """Why there is no correlation."""
        if item.credit is None:
            return self.label["unmarked"]
        if item.n < FEWEST_TO_TELL_APART:
            return self.voice.gettext("too few people")
        return self.voice.gettext("everybody alike")

    def time(self, found: Minutes) -> str:
        """Median and quartiles."""
        return self.voice.gettext(
            "Half of {n} people took less than {middle} minutes; the middle half {low} to {high}."
        ).format(
            n=self.voice.number(found.n),
            middle=self.voice.number(found.middle, 0),
            low=self.voice.number(found.low, 0),
            high=self.voice.number(found.high, 0),
        )

    def idea(self, name: str) -> str:
        """A mistaken idea in words."""
        return self.voice.gettext(IDEAS[name]) if name in IDEAS else name

    def talk(self, chapter: Chapter, names: Mapping[str, str]) -> list[str]:
        """What the numbers suggest to do next; ``names`` are the questions in words."""
        found = []
        for name, count in chapter.ideas.most_common(3):
            if count >= FEWEST:
                found.append(
                    self.voice.gettext("{n} of {total} people show this idea: “{idea}”.").format(
                        n=count, total=chapter.n, idea=self.idea(name)
                    )
                )
        found += self._hard(chapter, names)
        found += self._checks(chapter, names)
        return found

    def _hard(self, chapter: Chapter, names: Mapping[str, str]) -> list[str]:
        known = [(i.question, i.credit) for i in chapter.items if i.credit is not None]
        hard = [(name, credit) for name, credit in known if credit.high < _ROOMY]
        hard.sort(key=lambda pair: pair[1].value)
        sentence = self.voice.gettext("Least solved, {share}: {question}")
        return [
            sentence.format(question=names[name], share=self.share(credit))
            for name, credit in hard[:3]
        ]

    def _checks(self, chapter: Chapter, names: Mapping[str, str]) -> list[str]:
        doubtful = self.voice.gettext(
            "Those who did well elsewhere did worse here; check the key and the wording: {question}"
        )
        found = [
            doubtful.format(question=names[item.question])
            for item in chapter.items
            if item.is_doubtful
        ]
        hint = self.voice.gettext("Read the translation ({language}) again: {question}")
        return found + [
            hint.format(language=apart.language, question=names[apart.question])
            for apart in chapter.apart
            if apart.is_hint
        ]

    def gap(self, apart: Apart) -> str:
        """The gap between two languages in points."""
        return self.change(apart.gap)

    def compared(self, chapter: Chapter) -> str:
        """How many comparisons the intervals allow for."""
        return self.voice.gettext("{n} comparisons, of which stand out: {hints}").format(
            n=self.voice.number(len(chapter.apart)),
            hints=self.voice.number(sum(one.is_hint for one in chapter.apart)),
        )

    def _signed(self, value: float, digits: int) -> str:
        text = self.voice.number(value, digits)
        return f"+{text}" if value > 0 and text.strip("0.,") else text


def short(markdown: Any) -> str:
    """The beginning of a prompt as plain words."""
    plain = re.sub(r"[*_`#]+|!?\[([^\]]*)\]\([^)]*\)", r"\1", str(markdown))
    plain = " ".join(plain.split())
    return plain if len(plain) <= _SHORT else plain[: _SHORT - 1].rsplit(" ", 1)[0] + " …"
