"""Damaged and hostile hand-ins: one row each, nothing executed, nobody else affected."""

from __future__ import annotations

import io
import json
import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

from coursekit.grading.desk import Order, grade
from coursekit.grading.run import Run
from grading import people, tiny_course
from grading.tiny_course import MODULE

SCRIPT = "</pre><script>alert(1)</script><img src=x onerror=alert(1)> [a](javascript:alert(1)) $x$"


def good(inbox: Path, course: Path) -> None:
    people.bundle(inbox, course, MODULE, 99, {"q1": "b"})


def link(archive: zipfile.ZipFile, name: str, target: str) -> None:
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    archive.writestr(entry, target)


def made_zip(fill: Callable[[zipfile.ZipFile], None]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        fill(archive)
    return target.getvalue()


def bomb(archive: zipfile.ZipFile) -> None:
    archive.writestr(f"s1/{MODULE}/answers.json", b"[" + b"0," * 40_000_000 + b"0]")


def escaping(archive: zipfile.ZipFile) -> None:
    archive.writestr(f"../../{MODULE}/answers.json", "{}")


def linked(archive: zipfile.ZipFile) -> None:
    link(archive, f"s1/{MODULE}/answers.json", "/etc/passwd")


def nested(archive: zipfile.ZipFile) -> None:
    data = b"x"
    for _ in range(6):
        data = people.zipped({"inner.zip": data})
    archive.writestr("inner.zip", data)


ZIPS = {
    "empty": (b"", "not-a-zip"),
    "cut": (b"PK\x03\x04 cut off", "not-a-zip"),
    "foreign": (people.zipped({"notes.txt": "hello"}), "foreign"),
    "bomb": (made_zip(bomb), "too-big"),
    "escape": (made_zip(escaping), "path"),
    "link": (made_zip(linked), "link"),
    "nested": (made_zip(nested), "nested"),
    "manifest": (people.zipped({"manifest.json": "{}"}), "bad-bundle"),
    "deep": (people.zipped({"manifest.json": "[" * 100_000}), "bad-bundle"),
}


def test_zips_that_are_no_hand_in_are_refused_in_one_row_each(
    run: Run, course: Path, inbox: Path
) -> None:
    good(inbox, course)
    for number, (content, _) in enumerate(ZIPS.values()):
        (inbox / f"s{number}.zip").write_bytes(content)
    rows = grade(run, Order([inbox]))
    assert [row.status for row in rows if row.seat == people.seat(99)] == ["graded"]
    bad = [row for row in rows if row.seat != people.seat(99)]
    assert {row.source.split("/")[1]: row.notes[0].code for row in bad} == {
        f"s{number}.zip": code for number, (_, code) in enumerate(ZIPS.values())
    }
    assert len(bad) == len(ZIPS)
    assert {row.status for row in bad} == {"refused"}


BAD_ANSWERS = [
    b"{",
    b"\xff\xfe\x00",
    b"null",
    b"[" * 200_000,
    b'{"schema": 1}',
    b'{"a": ' * 5000 + b"1" + b"}" * 5000,
    b" " * 300_000,
    json.dumps({"schema": 99, "answers": {}}).encode(),
    people.saved({"q1": "b"}, MODULE).replace(b'"b"', b"1e999"),
    people.saved({"q1": "b"}, MODULE).replace(b'"b"', b"NaN"),
    people.saved({"q1": "b"}, MODULE).replace(b'"rev": 1', b'"rev": "1"'),
]


def test_answers_that_are_none_are_refused(run: Run, course: Path, inbox: Path) -> None:
    good(inbox, course)
    for number, content in enumerate(BAD_ANSWERS):
        folder = people.exercise(inbox / f"s{number}" / MODULE, course, MODULE, None)
        (folder / "answers.json").write_bytes(content)
    rows = {row.seat: row for row in grade(run, Order([inbox]))}
    assert rows.pop(people.seat(99)).status == "graded"
    assert len(rows) == len(BAD_ANSWERS)
    assert {row.status for row in rows.values()} == {"refused"}
    codes = {row.notes[0].code for row in rows.values()}
    assert codes == {"bad-answers", "newer-answers", "too-big"}
    assert [path.name for path in run.place("autograded").iterdir()] == [people.seat(99)]


VALUES = [{"a": ["b"]}, [["b"]], True, 10**15, "b" * 5000, -1, [None], {"x": {"y": {"z": []}}}]


def test_values_of_the_wrong_type_earn_nothing_and_break_nothing(
    run: Run, course: Path, inbox: Path
) -> None:
    good(inbox, course)
    for number, value in enumerate(VALUES):
        found = dict.fromkeys(("q1", "q2", "q3", "q4"), value)
        people.exercise(inbox / f"s{number}" / MODULE, course, MODULE, found)
    rows = {row.seat: row for row in grade(run, Order([inbox]))}
    assert rows.pop(people.seat(99)).score == 2
    assert [row.score for row in rows.values()] == [0] * len(VALUES)
    for seat in rows:
        assert run.place("feedback", seat, MODULE, f"{MODULE}.html").is_file()


NOTEBOOKS = [
    (b"", "notebook-unread"),
    (b"\xff\xfe{", "notebook-unread"),
    (b"[" * 100_000, "notebook-unread"),
    (b'{"cells": 3}', "notebook-unread"),
    (b" " * 8_000_001, "notebook-unread"),
    (json.dumps({"cells": [1, None, {"metadata": 3, "source": 4}]}).encode(), "foreign-notebook"),
]


def test_a_damaged_notebook_does_not_cost_the_saved_answers(
    run: Run, course: Path, inbox: Path
) -> None:
    for number, (content, _) in enumerate(NOTEBOOKS):
        folder = people.exercise(inbox / f"s{number}" / MODULE, course, MODULE, {"q1": "b"})
        (folder / f"{MODULE}.ipynb").write_bytes(content)
    rows = grade(run, Order([inbox]))
    assert [row.score for row in rows] == [2] * len(NOTEBOOKS)
    found = [" ".join(note.code for note in row.notes) for row in rows]
    assert found == [code for _, code in NOTEBOOKS]
    assert {row.status for row in rows} == {"graded after repair"}


def test_a_link_out_of_the_folder_is_not_followed(
    run: Run, course: Path, inbox: Path, tmp_path: Path
) -> None:
    good(inbox, course)
    secret = tmp_path / "secret.json"
    secret.write_bytes(people.saved({"q1": "b"}, MODULE))
    folder = people.exercise(inbox / "s1" / MODULE, course, MODULE, None)
    (folder / "answers.json").symlink_to(secret)
    os.mkfifo(inbox / "pipe.zip")
    (inbox / "loop").symlink_to(inbox)
    found = [(row.status, row.notes[0].code) for row in grade(run, Order([inbox])) if row.notes]
    assert found == [("refused", "link")] * 3


def test_script_and_markup_come_out_as_text(run: Run, course: Path, inbox: Path) -> None:
    found = {"q1": SCRIPT, "q2": SCRIPT, "q3": SCRIPT + "\n```\n" + SCRIPT, "q5": [SCRIPT]}
    folder = people.exercise(inbox / "s1" / MODULE, course, MODULE, found)
    people.fill(folder / f"{MODULE}.ipynb", "q4-code", SCRIPT)
    grade(run, Order([inbox]))
    page = run.place("feedback", "s1", MODULE, f"{MODULE}.html").read_text()
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page
    graded = json.loads(run.place("autograded", "s1", MODULE, f"{MODULE}.ipynb").read_text())
    (text,) = [cell["source"] for cell in graded["cells"] if cell["id"] == "text-q3"]
    from nbconvert.filters import markdown2html

    shown = markdown2html(text)  # as formgrader shows it
    assert "<script" not in shown
    assert "<img" not in shown
    assert "javascript:alert(1)</a>" not in shown
    assert "href" not in shown


def test_feedback_holds_no_key_rubric_or_hidden_check(run: Run, course: Path, inbox: Path) -> None:
    people.exercise(inbox / "s1" / MODULE, course, MODULE, {"q1": "a", "q2": 90, "q3": "x"})
    grade(run, Order([inbox]))
    page = run.place("feedback", "s1", MODULE, f"{MODULE}.html").read_text()
    for secret in ("HIDDEN", "kit.mark", "correct", "tolerance", "SECRET RUBRIC", "near-1"):
        assert secret not in page
    assert "Think of the base rate." in page
    assert "That is the share found." in page
    assert "98 % accurate means" in page
    assert "Read again in the lesson: “Rates en”" in page


def test_code_of_a_participant_is_never_executed(
    run: Run, course: Path, inbox: Path, tmp_path: Path
) -> None:
    proof = tmp_path / "proof"
    evil = f"open({str(proof)!r}, 'w').write('x')"
    folder = people.exercise(inbox / "s1" / MODULE, course, MODULE, {"q4": 7})
    path = folder / f"{MODULE}.ipynb"
    for name in ("q1", "q3", "q4-code", "q5"):
        people.fill(path, name, evil)
    notebook = json.loads(path.read_text())
    notebook["cells"].insert(0, tiny_course.code("first", evil))
    path.write_text(json.dumps(notebook))
    for name in ("borderlab.py", "kit.py", "sitecustomize.py", "json.py"):
        (folder / name).write_text(evil)
    grade(run, Order([inbox]))
    assert not proof.exists()


def test_names_of_people_appear_nowhere(run: Run, course: Path, inbox: Path) -> None:
    moodle = inbox / "José Núñez_4711_assignsubmission_file"
    people.exercise(moodle, course, MODULE, {"q1": "b"}, "es")
    people.exercise(inbox / "María Œuvre" / MODULE, course, MODULE, {"q1": "b"})
    rows = {row.seat: row for row in grade(run, Order([moodle.parent]))}
    assert "4711" in rows
    assert {row.status for row in rows.values()} == {"graded"}
    for path in run.folder.rglob("*"):
        assert "José" not in str(path)
        assert "María" not in str(path)
        if path.is_file():
            assert "José".encode() not in path.read_bytes()
            assert "María".encode() not in path.read_bytes()


def test_two_loose_folders_of_one_name_are_not_taken_for_one_person(
    run: Run, course: Path, inbox: Path
) -> None:
    for group in ("a", "b"):
        people.exercise(inbox / group / "work", course, MODULE, {"q1": group})
    rows = grade(run, Order([inbox]))
    assert [(row.status, row.notes[0].code if row.notes else "") for row in rows] == [
        ("needs a person", "same-folder"),
        ("graded", ""),
    ]


def test_one_hand_in_file_sent_by_two_people_is_left_to_a_person(
    run: Run, course: Path, inbox: Path, tmp_path: Path
) -> None:
    path = people.bundle(tmp_path / "made", course, MODULE, 1, {"q1": "b"})
    for number in (1, 2):
        folder = inbox / f"Name_{number}_assignsubmission_file"
        folder.mkdir()
        (folder / path.name).write_bytes(path.read_bytes())
    rows = grade(run, Order([inbox]))
    assert {(row.status, row.notes[-1].code) for row in rows} == {("needs a person", "two-people")}


def test_a_spreadsheet_does_not_compute_what_a_report_quotes(
    run: Run, course: Path, inbox: Path
) -> None:
    folder = people.exercise(inbox / "s1" / MODULE, course, MODULE, None)
    (folder / "answers.json").write_bytes(people.saved({"q1": "b"}, "-cmd"))
    people.exercise(inbox / "=cmd()" / MODULE, course, MODULE, {"q1": "b"})
    grade(run, Order([inbox]))
    text = run.place("reports", "rows.csv").read_text()
    assert "cmd()" not in text
    assert ",-cmd" not in text
