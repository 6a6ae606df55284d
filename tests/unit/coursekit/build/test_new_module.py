"""A new module builds at once, and its PO files list what is to translate."""

from __future__ import annotations

import pytest

from coursekit.build.new_module import new_module
from coursekit.errors import KitError
from coursekit.i18n.catalog import read_catalog
from golden.tiny import TinyCourse


def test_the_skeleton_builds_at_once_with_five_kinds_of_questions(course: TinyCourse) -> None:
    new_module("m05_permits", 'Reading "permits"', course.root)
    course.build("en")
    kinds = {
        question["kind"]
        for path in ("modules/en/m05_permits", "exercises/en/m05_permits")
        for question in course.json(f"{path}/questions.json")["questions"]
    }
    assert kinds == {"choice", "number", "predict", "text", "code"}
    modules = course.json("modules/en/course.json")["modules"]
    assert [module["title"] for module in modules] == ["Title", 'Reading "permits"']


def test_its_po_files_list_every_text_untranslated(course: TinyCourse) -> None:
    made = new_module("m05_permits", "Permits", course.root)
    for path in (path for path in made if path.suffix == ".po"):
        catalog = read_catalog(path)
        assert catalog
        assert len(catalog) > 20
        assert not any(message.string for message in catalog if message.id)


@pytest.mark.parametrize(
    ("name", "title"), [("permits", "P"), ("m01_x", "P"), ("M05_x", "P"), ("m05_x", " ")]
)
def test_a_bad_or_taken_name_is_refused(name: str, title: str, course: TinyCourse) -> None:
    before = course.files()
    with pytest.raises(KitError):
        new_module(name, title, course.root)
    assert course.files() == before
