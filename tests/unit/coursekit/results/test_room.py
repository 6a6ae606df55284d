"""The report on the room: what is shown, what is never shown, in three languages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from borderlab.answers.bundle import make_bundle
from borderlab.answers.codec import encode
from borderlab.answers.records import Answers, Record
from coursekit.__main__ import main
from coursekit.errors import KitError
from coursekit.grading.run import Run
from coursekit.results import room
from coursekit.results.charts import bar, histogram, interval
from coursekit.results.intervals import Estimate
from coursekit.results.lessons import gather, lesson
from coursekit.results.wordings import LABELS, NOTES, short
from grading import people
from grading.tiny_course import MODULE
from unit.coursekit.results.conftest import HANDED_IN

ROOT = Path(__file__).resolve().parents[4]


def pages(run: Run, *args, **options) -> dict[str, str]:
    list(room.report(run, *args, **options))
    return {
        path.name.split(".")[1]: path.read_text(encoding="utf-8")
        for path in run.place("reports").glob("room.*.html")
    }


def test_three_pages_with_everything_and_nobody(run: Run) -> None:
    found = pages(run)
    assert set(found) == {"en", "fr", "es"}
    for code, text in found.items():
        assert f'<html lang="{code}">' in text
        assert "<script" not in text
        assert "default-src 'none'" in text
        assert "http://" not in text
        assert "https://" not in text
        for number in HANDED_IN:
            assert people.seat(number) not in text
        assert text.count("<svg") == text.count('role="img" aria-label="')
        assert "SECRET RUBRIC" not in text
    english = found["en"]
    assert "98 % accurate" in english
    assert "All &lt;b&gt;of&lt;/b&gt; them" in english
    assert "not all marked yet" in english


@pytest.mark.parametrize("code", ["fr", "es"])
def test_no_sentence_stays_english(run: Run, code: str) -> None:
    text = re.sub(r"<style>.*?</style>", "", pages(run)[code], flags=re.DOTALL)
    same = {"Questions", "Question", "Points", "Module", "Participants", "Idea"}
    for message in (*LABELS.values(), *NOTES):
        if message not in same:
            assert f">{message.split('{')[0]}" not in text


@pytest.mark.parametrize(
    ("spoken", "told"),
    [
        ({"en": 9, "fr": 7}, "English 9, français 7"),
        ({"en": 9, "fr": 3}, "English, français"),
        ({"en": 9, "fr": 3, "es": 1}, "English, español, français"),
        ({"en": 9, "fr": 3, "es": 4}, "English 9, español fewer than 5, français fewer than 5"),
    ],
)
def test_small_languages_cannot_be_counted_from_the_others(spoken, told: str) -> None:
    from collections import Counter
    from types import SimpleNamespace

    from coursekit.grading.text import speaker
    from coursekit.results.pages import _spoken
    from coursekit.results.wordings import Words

    chapter = SimpleNamespace(is_shown=True, spoken=Counter(spoken))
    assert _spoken(chapter, Words(speaker("en"))) == told


def test_a_room_of_four_shows_nothing_but_that(run: Run) -> None:
    import sqlite3

    with sqlite3.connect(run.folder / "gradebook.db") as book:
        keep = [people.seat(number) for number in list(HANDED_IN)[:4]]
        marks = ", ".join("?" * 4)
        book.execute(f"DELETE FROM coursekit_submission WHERE seat NOT IN ({marks})", keep)  # noqa: S608
    text = pages(run)["en"]
    assert "fewer than 5" in text
    assert "<svg" not in text
    assert "Tells apart</th>" not in text


def test_the_lessons_of_the_hand_ins_give_before_and_after(run: Run, tmp_path: Path) -> None:
    course = tmp_path / "course"
    shutil.copytree(ROOT / "modules", course / "modules")
    for code in ("en", "fr", "es"):
        (course / "modules" / code / MODULE).mkdir(exist_ok=True)
    for number in range(6):
        work = tmp_path / "w" / MODULE
        people_exercise(work, {"pre1": "a", "post1": "d" if number else "a"})
        make_bundle([work], tmp_path / "in", people.seat(number), "en", "0.1.0", now=people.MADE)
        shutil.rmtree(tmp_path / "w")
    kept = gather(run, [tmp_path / "in"])
    assert len(kept[MODULE]) == 6
    assert gather(run, []) == kept  # kept in the run: a later report needs no files
    names = {"pre1": {"id": "pre1", "kind": "choice"}, "post1": {"id": "post1", "kind": "choice"}}
    from coursekit.results.comparing import gains
    from coursekit.results.lessons import Lesson

    asked = Lesson({"en": names}, {name: {"correct": ["d"]} for name in names})
    (found,) = gains(asked, kept[MODULE].values())
    assert (found.change.n, found.learned) == (6, 5)


def people_exercise(folder: Path, found: dict[str, str]) -> None:
    folder.mkdir(parents=True)
    records = {qid: Record(value, people.MOMENT, people.MOMENT, 1) for qid, value in found.items()}
    answers = Answers(MODULE, "lesson", "en", "0.1.0", 7, records)
    (folder / "answers.json").write_bytes(encode(answers))


def test_the_key_of_what_is_asked_before_a_lesson_comes_from_its_source() -> None:
    found = lesson("m00_welcome", ["en", "fr"], ROOT)
    assert ("pre1", "post1") in found.pairs
    assert found.keys["pre1"]["correct"] == ["d"]
    assert set(found.questions) == {"en", "fr"}
    assert lesson("m77_nothing", ["en"], ROOT).pairs == ()


def test_without_answers_to_lessons_it_is_said_whether_files_were_given(
    run: Run, tmp_path: Path
) -> None:
    assert "Give the hand-in files too" in list(room.report(run))[-1]
    (tmp_path / "in").mkdir()
    assert "hold no answers to the lessons" in list(room.report(run, [tmp_path / "in"]))[-1]


def test_unknown_languages_and_modules_are_named(run: Run, capsys) -> None:
    with pytest.raises(KitError, match="no language pt"):
        list(room.report(run, codes=["pt"]))
    command = ["results", str(run.folder), "report", "--modules", "m99"]
    assert main(command) == 1
    assert "m99" in capsys.readouterr().err


def test_the_command_writes_only_what_was_asked_for(run: Run, monkeypatch, capsys) -> None:
    monkeypatch.setenv("BORDERLAB_LANGUAGE", "en")
    assert main(["results", str(run.folder), "report", "--languages", "fr"]) == 0
    assert "before and after" in capsys.readouterr().out
    assert [path.name for path in run.place("reports").glob("room.*")] == ["room.fr.html"]


def test_pictures_speak_and_stay_inside() -> None:
    wide = interval(Estimate(0.5, -3, 9, 5), 'a "word" <b>')
    assert 'aria-label="a &quot;word&quot; &lt;b&gt;"' in wide
    for place in re.findall(r"[MH](-?[\d.]+) ", wide):
        assert 0 <= float(place) <= 150
    assert "stripe" in bar(0.5, "half", good=True)
    assert histogram([0, 3], ["0–", "1–"], "two classes").count("<rect") == 2


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("**Bold** `code` [link](x)", "Bold code link"),
        ("a\n\nb", "a b"),
        ("word " * 60, ("word " * 22).strip() + " …"),
    ],
)
def test_prompts_are_shortened_to_plain_words(markdown: str, words: str) -> None:
    assert short(markdown).startswith(words[:60])
    assert len(short(markdown)) <= 112
