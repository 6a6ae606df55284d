"""A changed English paragraph makes exactly its translations fuzzy, and the build fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursekit.i18n.catalog import po_bytes, read_catalog, write_if_changed
from coursekit.i18n.update import update_modules
from golden.tiny import LESSON, TinyCourse

CHANGED = LESSON.replace("tells what will happen", "tells what is going to happen")
FRENCH = {
    "Title": "Titre",
    "Summary.": "Résumé.",
    "# Start": "# Début",
    "The first paragraph of the lesson tells what will happen.": "Le premier annonce la suite.",
    "The second paragraph stays as it is.": "Le second reste tel quel.",
}


def translate(path: Path, texts: dict[str, str]) -> None:
    catalog = read_catalog(path)
    assert catalog
    for message in catalog:
        if message.id in texts:
            message.string = texts[message.id]
    write_if_changed(path, po_bytes(catalog, lines=True))


@pytest.fixture
def translated(course: TinyCourse) -> TinyCourse:
    list(update_modules(course.root))
    translate(course.folder / "fr.po", FRENCH)
    translate(course.folder / "es.po", FRENCH)
    assert course.problems("en", "fr", "es") == []
    return course


def states(path: Path) -> dict[str, bool]:
    return {str(m.id): m.fuzzy for m in read_catalog(path) or () if m.id}


def test_exactly_the_changed_paragraph_becomes_fuzzy(translated: TinyCourse) -> None:
    translated.write(lesson=CHANGED)
    changed = list(update_modules(translated.root))
    assert sorted(path.name for path in changed) == ["es.po", "fr.po"]
    for path in changed:
        fuzzy = [message for message, doubtful in states(path).items() if doubtful]
        assert fuzzy == ["The first paragraph of the lesson tells what is going to happen."]


def test_the_build_fails_at_the_line_of_the_fuzzy_entry(translated: TinyCourse) -> None:
    translated.write(lesson=CHANGED)
    list(update_modules(translated.root))
    lines = (translated.folder / "fr.po").read_text("utf-8").split("\n")
    line = 1 + next(n for n, text in enumerate(lines) if text.startswith('msgid "The first'))
    (problem,) = translated.problems("fr")
    where = "modules/source/m01_x/lesson.py:4"
    assert problem.startswith(f"fr.po:{line}: the English at {where} has changed: 'The first")
    assert translated.problems("en") == []


def test_without_update_the_build_fails_as_well(translated: TinyCourse) -> None:
    translated.write(lesson=CHANGED)
    found = translated.problems("fr", "es")
    assert [problem.split(":")[0] for problem in found] == ["es.po", "fr.po"]
    assert all("no entry for modules/source/m01_x/lesson.py:4" in problem for problem in found)


def test_a_removed_and_restored_paragraph_keeps_its_translation(translated: TinyCourse) -> None:
    po = translated.folder / "fr.po"
    translated.write(lesson=LESSON[: LESSON.index("#\n# The second")])
    list(update_modules(translated.root))
    assert '#~ msgid "The second paragraph stays as it is."' in po.read_text("utf-8")
    translated.write(lesson=LESSON)
    list(update_modules(translated.root))
    assert translated.problems("fr") == []
    assert "#~" not in po.read_text("utf-8")


def test_wrapping_a_paragraph_otherwise_changes_nothing(translated: TinyCourse) -> None:
    wrapped = LESSON.replace("of the lesson tells", "of the\n# lesson tells")
    assert wrapped != LESSON
    translated.write(lesson=wrapped)
    assert translated.problems("en", "fr", "es") == []


def test_an_update_without_change_gives_identical_bytes(translated: TinyCourse) -> None:
    before = translated.files()
    assert list(update_modules(translated.root)) == []
    assert translated.files() == before


def test_the_old_english_stays_visible_until_the_fuzzy_entry_is_settled(
    translated: TinyCourse,
) -> None:
    translated.write(lesson=CHANGED)
    list(update_modules(translated.root))
    list(update_modules(translated.root))
    text = (translated.folder / "fr.po").read_text("utf-8")
    assert '#| msgid "The first paragraph of the lesson tells what will happen."' in text


def test_entries_tell_a_translator_where_they_belong(course: TinyCourse) -> None:
    from golden.tiny import CHOICE

    course.write(lesson=LESSON + CHOICE)
    list(update_modules(course.root))
    text = (course.folder / "fr.po").read_text("utf-8")
    assert "#. lesson, heading start\n#: modules/source/m01_x/lesson.py:4\n" in text
    assert "#. lesson, question q1, options a, text\n" in text


def test_a_missing_po_file_is_one_problem(course: TinyCourse) -> None:
    assert course.problems("fr") == ["fr.po:1: there is no such file"]


@pytest.mark.parametrize(
    ("damage", "line", "wrong"),
    [
        (b'msgid "Title"\nmsgstr "Titre\n', 2, "this line of the PO file has a missing or a stray"),
        (b'msgid "Title"\nmsgstr "le "titre""\n', 2, "this line of the PO file has a missing or"),
        (b"<<<<<<< HEAD\n", 1, "this line of the PO file has a missing or a stray"),
        (b'msgid "A"\nmsgid "B"\nmsgstr "b"\n', 1, "this PO file is damaged"),
        (b'msgid "A"\nmsgstr "\xe9t\xe9"\n', 2, "this is not UTF-8"),
    ],
)
def test_a_damaged_po_file_is_told_at_its_line(
    damage: bytes, line: int, wrong: str, course: TinyCourse
) -> None:
    (course.folder / "fr.po").write_bytes(damage)
    (problem,) = course.problems("fr")
    assert problem.startswith(f"fr.po:{line}: {wrong}")
