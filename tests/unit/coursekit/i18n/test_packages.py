"""Catalogues of the packages: extraction by room, compilation, status, a new language."""

from __future__ import annotations

import gettext
import json
from pathlib import Path

import pytest

from coursekit.build.problems import Report
from coursekit.errors import KitError
from coursekit.i18n.add import add_language
from coursekit.i18n.catalog import mo_bytes, read_catalog
from coursekit.i18n.languages import languages
from coursekit.i18n.package_checks import check_packages
from coursekit.i18n.packages import rooms
from coursekit.i18n.status import status
from coursekit.i18n.update import compile_all, update, update_packages
from golden.tiny import TinyCourse

CODE = """\
from borderlab.i18n import gettext as _, ngettext

def say(n: int) -> str:
    return _("Saved.") + ngettext("{n} answer", "{n} answers", n) + _(n)
"""
FRENCH = """\
msgid ""
msgstr ""
"Language: fr\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "Saved."
msgstr "Enregistré."

msgid "{n} answer"
msgid_plural "{n} answers"
msgstr[0] "{n} réponse"
msgstr[1] "{n} réponses"
"""


@pytest.fixture
def kit(course: TinyCourse) -> TinyCourse:
    """A course with a package of its own, with English and French."""
    package = course.root / "tools" / "borderlab"
    for code, order in (("en", 1), ("fr", 2)):
        (package / "locale" / code).mkdir(parents=True)
        data = json.dumps({"code": code, "order": order})
        (package / "locale" / code / "language.json").write_text(data)
    (package / "widgets").mkdir()
    (package / "__init__.py").write_text("")
    (package / "widgets" / "__init__.py").write_text(CODE)
    (package / "widgets" / "home_seat.py").write_text('from x import _\n_("Seat")\n')
    return course


def po(kit: TinyCourse, room: str = "widgets") -> Path:
    return kit.root / f"tools/borderlab/locale/fr/LC_MESSAGES/{room}.po"


def test_a_sub_package_is_a_room(kit: TinyCourse) -> None:
    (room,) = rooms(kit.root)
    assert (room.title, [w.message for w in room.wanted]) == (
        "borderlab/widgets",
        ["Saved.", "{n} answer", "Seat"],
    )


def test_a_catalogue_named_after_files_is_a_room_of_its_own(kit: TinyCourse) -> None:
    po(kit, "home").parent.mkdir(parents=True)
    po(kit, "home").write_text(FRENCH[: FRENCH.index('msgid "Saved."')], encoding="utf-8")
    assert [room.name for room in rooms(kit.root)] == ["home", "widgets"]


def test_translations_follow_code_that_moves_to_another_room(kit: TinyCourse) -> None:
    po(kit).parent.mkdir(parents=True)
    po(kit).write_text(FRENCH, encoding="utf-8")
    old = kit.root / "tools/borderlab/widgets/__init__.py"
    old.rename(kit.root / "tools/borderlab/saving.py")
    old.write_text("")
    list(update_packages(kit.root))
    found = read_catalog(po(kit, "saving"))
    assert found
    assert found["Saved."].string == "Enregistré."


def test_compiling_is_deterministic_and_leaves_out_what_is_not_finished(kit: TinyCourse) -> None:
    po(kit).parent.mkdir(parents=True)
    po(kit).write_text(FRENCH + '\n#, fuzzy\nmsgid "Seat"\nmsgstr "Chaise"\n', encoding="utf-8")
    assert [path.name for path in compile_all(kit.root)] == ["widgets.mo"]
    assert compile_all(kit.root) == []
    with po(kit).with_suffix(".mo").open("rb") as stream:
        found = gettext.GNUTranslations(stream)
    assert found.gettext("Saved.") == "Enregistré."
    assert found.gettext("Seat") == "Seat"
    assert found.ngettext("{n} answer", "{n} answers", 0) == "{n} réponse"
    assert found.ngettext("{n} answer", "{n} answers", 2) == "{n} réponses"
    catalog = read_catalog(po(kit))
    assert catalog
    assert b"Babel" not in mo_bytes(catalog)
    assert b"Date" not in mo_bytes(catalog)


def problems(kit: TinyCourse) -> list[str]:
    report = Report()
    check_packages(kit.root, report)
    return [f"{Path(p.place.file).name}:{p.place.line}: {p.wrong}" for p in report.problems]


def test_missing_doubtful_faulty_and_stale_catalogues_are_told(kit: TinyCourse) -> None:
    assert problems(kit) == ["widgets.po:1: there is no such file"]
    po(kit).parent.mkdir(parents=True)
    po(kit).write_text(FRENCH.replace("{n} réponses", "{m} réponses"), encoding="utf-8")
    (placeholder, seat, stale) = problems(kit)
    assert placeholder == "widgets.po:10: the placeholders differ from the English"
    assert seat.startswith("widgets.po:1: no entry for 'Seat' of tools/borderlab/widgets/home_seat")
    assert stale == "widgets.mo:1: not compiled from its PO file"


def test_status_counts_modules_and_rooms(kit: TinyCourse) -> None:
    po(kit).parent.mkdir(parents=True)
    po(kit).write_text(FRENCH, encoding="utf-8")
    found = {row.title: (row.translated, row.fuzzy, row.missing) for row in status(kit.root)}
    assert found == {"m01_x": (0, 0, 5), "borderlab/widgets": (2, 0, 1)}


def test_a_course_without_packages_leaves_the_installed_ones_alone(course: TinyCourse) -> None:
    assert list(rooms(course.root)) == []
    assert {path.parent for path in update(course.root)} == {course.folder}


def test_updating_one_room_does_not_ask_for_whole_modules(kit: TinyCourse) -> None:
    (kit.folder.parent / "m02_begun").mkdir()
    assert update(kit.root, ["widgets"]) == [po(kit)]
    for only in (None, [kit.folder.name]):
        with pytest.raises(KitError, match=r"m02_begun/module\.toml"):
            update(kit.root, only)


def test_adding_a_language_registers_it_and_makes_its_po_files(kit: TinyCourse) -> None:
    made = {path.relative_to(kit.root).as_posix() for path in add_language("pt", kit.root)}
    assert made >= {
        "tools/borderlab/locale/pt/language.json",
        "tools/borderlab/locale/pt/LC_MESSAGES/widgets.po",
        "modules/source/m01_x/pt.po",
    }
    assert languages(kit.root) == ("en", "fr", "pt")
    data = kit.json("tools/borderlab/locale/pt/language.json")
    assert (data["name"], data["decimal"], data["group"]) == ("português", ",", ".")
    assert (data["date"], data["months"][0]) == ("{day} de {month} de {year}", "janeiro")


def test_the_data_of_an_added_language_is_what_the_kit_reads(kit: TinyCourse) -> None:
    from borderlab.i18n.languages import Language

    add_language("de", kit.root)
    data = kit.json("tools/borderlab/locale/de/language.json")
    assert Language(**data).date == "{day}. {month} {year}"


@pytest.mark.parametrize("code", ["fr", "xx", "français"])
def test_a_language_that_exists_or_is_none_is_refused(code: str, kit: TinyCourse) -> None:
    with pytest.raises(KitError):
        add_language(code, kit.root)
