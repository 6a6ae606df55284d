"""The report on the room as one web page in one language, with pictures and without scripts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from borderlab.i18n import details
from coursekit.grading.pinned import Edition
from coursekit.grading.run import Run
from coursekit.grading.templating import css, template
from coursekit.grading.text import speaker
from coursekit.results import charts
from coursekit.results.comparing import Apart, Gain
from coursekit.results.items import FEWEST, Item
from coursekit.results.room import CLASSES, Chapter
from coursekit.results.sheets import TEMPLATES
from coursekit.results.wordings import Words, short

_GAPS = 6  # between languages, that are shown


def page(run: Run, chapters: Sequence[Chapter], code: str, codes: Sequence[str]) -> str:
    """The report as HTML.

    Args:
        run: the run.
        chapters: numbers of each module.
        code: language of the page.
        codes: languages that there are pages in, for links.
    """
    words = Words(speaker(code))
    moment = words.voice.moment(datetime.now(UTC))
    return template(TEMPLATES / "report.html").render(
        language=code,
        css=css(TEMPLATES / "report.css"),
        label=words.label,
        run=run.folder.name,
        made=words.label["made"].format(moment=moment, kit=run.kit),
        others=[(c, details(c).name) for c in codes if c != code],
        chapters=[_chapter(one, code, words) for one in chapters],
        notes=words.notes(details("en").name),
    )


def _chapter(chapter: Chapter, code: str, words: Words) -> dict[str, Any]:
    edition = chapter.module.editions[code]
    numbers = {name: place for place, name in enumerate(edition.questions, 1)}
    names = {
        name: f"{numbers[name]}. {short(question.get('prompt', ''))}"
        for name, question in edition.questions.items()
    }
    return {
        "id": chapter.name,
        "title": edition.title,
        "shown": chapter.is_shown,
        "people": words.voice.number(chapter.n) if chapter.is_shown else _few(words),
        "spoken": _spoken(chapter, words),
        "waiting": words.label["waiting"].format(n=chapter.waiting) if chapter.waiting else "",
        "talk": words.talk(chapter, names) if chapter.is_shown else [],
        "classes": _classes(chapter, words) if chapter.classes else "",
        "items": [_item(item, edition, names, words) for item in chapter.items],
        "ideas": [
            {"text": words.idea(name), "n": count, "bar": _bar(count, chapter.n, words)}
            for name, count in chapter.ideas.most_common()
        ],
        "gains": [_gain(one, chapter, code, words) for one in chapter.gains],
        "compared": words.compared(chapter) if chapter.apart else "",
        "apart": [
            {
                "name": names[one.question],
                "language": details(one.language).name,
                "text": words.gap(one),
                "hint": one.is_hint,
                "chart": charts.interval(one.gap, words.gap(one), -1.0, 1.0),
            }
            for one in _strongest(chapter.apart)
        ],
        "times": [
            (words.label[name], words.time(found))
            for name, found in (
                ("lesson", chapter.lesson_time),
                ("exercise", chapter.exercise_time if chapter.is_shown else None),
            )
            if found is not None
        ],
    }  # fmt: skip


def _few(words: Words) -> str:
    return words.label["few"].format(n=words.voice.number(FEWEST))


def _spoken(chapter: Chapter, words: Words) -> str:
    """People by language; a group too small is not counted, and no other group betrays it."""
    if not chapter.is_shown:
        return ""
    rare = sum(n for n in chapter.spoken.values() if n < FEWEST)
    betrayed = 0 < rare < FEWEST  # the other counts and the total would tell
    parts = []
    for code, n in sorted(chapter.spoken.items()):
        count = _few(words) if n < FEWEST else words.voice.number(n)
        parts.append(details(code).name if betrayed else f"{details(code).name} {count}")
    return ", ".join(parts)


def _classes(chapter: Chapter, words: Words) -> Any:
    step = 1 / CLASSES
    labels = [
        f"{words.voice.number(100 * step * place)}–{words.voice.percent(step * (place + 1))}"
        for place in range(CLASSES)
    ]
    said = "; ".join(
        f"{label}: {count}" for label, count in zip(labels, chapter.classes, strict=True)
    )
    return charts.histogram(chapter.classes, labels, f"{words.label['shares']}. {said}")


def _strongest(found: Sequence[Apart]) -> list[Apart]:
    """All hints, and the widest of the other gaps."""
    hints = [one for one in found if one.is_hint]
    others = [one for one in found if not one.is_hint]
    others.sort(key=lambda one: -abs(one.gap.value))
    return hints + others[: max(0, _GAPS - len(hints))]


def _item(item: Item, edition: Edition, names: Mapping[str, str], words: Words) -> dict[str, Any]:
    credit, apart = item.credit, item.discrimination
    share = words.share(credit) if credit else ""
    texts = _texts(item, edition, words)
    rows = [
        {
            "text": texts.get(name, name),
            "n": count,
            "sign": "right" if name in item.correct else "",
            "bar": _bar(count, item.n, words, good=name in item.correct),
        }
        for name, count in item.options.items()
    ]
    rows += [
        {
            "text": texts.get(name, name),
            "n": count,
            "sign": "wrong",
            "bar": _bar(count, item.n, words),
        }
        for name, count in sorted(item.signs.items(), key=lambda pair: -pair[1])
    ]
    return {
        "name": names[item.question],
        "share": share,
        "chart": charts.interval(credit, share) if credit else "",
        "apart": words.correlation(apart) if apart else words.too_few(item),
        "apart_chart": charts.interval(apart, words.correlation(apart), -1.0, 1.0) if apart else "",
        "doubtful": item.is_doubtful,
        "none": item.n - item.answered,
        "waiting": words.label["waiting"].format(n=item.waiting) if item.waiting else "",
        "rows": rows,
        "ideas": [
            (words.idea(name), count)
            for name, count in sorted(item.ideas.items(), key=lambda pair: -pair[1])
        ],
    }


def _texts(item: Item, edition: Edition, words: Words) -> dict[str, str]:
    """Options, items and near misses in words."""
    question, key = edition.questions[item.question], edition.key.get(item.question, {})
    tables = ("options", "items")
    texts = {row["id"]: short(row["text"]) for name in tables for row in question.get(name, ())}
    for place, near in enumerate(key.get("key", {}).get("near", ()), 1):
        value = words.voice.number(near["value"])
        texts[f"near-{place}"] = words.label["near"].format(value=value)
    return texts


def _bar(count: int, total: int, words: Words, *, good: bool = False) -> Any:
    share = count / total if total else 0.0
    return charts.bar(share, f"{count} ({words.voice.percent(share)})", good=good)


def _gain(gain: Gain, chapter: Chapter, code: str, words: Words) -> dict[str, Any]:
    asked = chapter.lesson.questions.get(code) or next(iter(chapter.lesson.questions.values()))
    return {
        "name": short(asked[gain.before].get("prompt", gain.before)),
        "n": gain.change.n,
        "before": words.share(gain.share_before),
        "before_chart": charts.interval(gain.share_before, words.share(gain.share_before)),
        "after": words.share(gain.share_after),
        "after_chart": charts.interval(gain.share_after, words.share(gain.share_after)),
        "change": words.change(gain.change),
        "change_chart": charts.interval(gain.change, words.change(gain.change), -1.0, 1.0),
        "learned": gain.learned,
        "lost": gain.lost,
    }
