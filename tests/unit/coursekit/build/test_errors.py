"""Every fault of a source is told with its file and line, what is wrong, and what to do."""

from __future__ import annotations

import pytest

from coursekit.build.problems import BuildError
from golden.tiny import CHOICE, LESSON, MODULE, TinyCourse

NUMBER = """\
# %% [raw] question="q1"
# kind = "number"
# prompt = "How many?"
# answer = 5
# tolerance = 1
"""
TEXT = '# %% [raw] question="q2"\n# kind = "text"\n# prompt = "Why?"\n'
CODE = """\
# %% [raw] question="q3"
# kind = "code"
# prompt = "Compute."
# value_type = "number"
# answer = 4
# tolerance = 0
"""
CHECK = '# %% check="q1" points=1\n'

LANES = """\
# %% [raw] question="q1"
# kind = "lanes"
# prompt = "x"
# [[lanes]]
# id = "a"
# text = "A"
# [[items]]
# id = "i"
# text = "I"
"""
ORDER = """\
# %% [raw] question="q1"
# kind = "order"
# prompt = "x"
# [[items]]
# id = "i1"
# text = "A"
# [[items]]
# id = "i2"
# text = "B"
"""
# name: (part, source, the problems as "line: beginning of the message")
CASES: dict[str, tuple[str, str, list[str]]] = {
    "unknown key": ("lesson", '# %% [markdown] kye="x"\n# # A\n', ["1: unknown key 'kye'"]),
    "bare word as key": ("lesson", "# %% [markdown] start\n# # A\n", ["1: unknown key 'title'"]),
    "raw without question": ("lesson", "# %% [raw]\n# x\n", ["1: this cell needs exactly one"]),
    "bad id": ("lesson", '# %% [markdown] key="A b"\n# # A\n', ["1: key='A b' is no usable name"]),
    "text before cells": ("lesson", "# hello\n# %% [markdown]\n# x\n", ["1: text before the fir"]),
    "no cell": ("lesson", "\n", ["1: there is no cell in this file"]),
    "points missing": ("exercise", NUMBER + '# %% check="q1"\n', ["6: points are missing"]),
    "points zero": ("exercise", NUMBER + '# %% check="q1" points=0\n', ["6: points are missing"]),
    "points text": ("exercise", NUMBER + '# %% check="q1" points="2"\n', ["6: points are missing"]),
    "bad TOML": (
        "lesson",
        '# %% [raw] question="q1"\n# kind = "text"\n# prompt = "open\n# max_chars = 3\n',
        ["3: this is not valid TOML"],
    ),
    "TOML key twice": (
        "lesson",
        '# %% [raw] question="q1"\n# kind = "text"\n# kind = "text"\n# prompt = "x"\n',
        ["3: this is not valid TOML: Cannot overwrite a value"],
    ),
    "no kind": ("lesson", '# %% [raw] question="q1"\n# prompt = "x"\n', ["1: question 'q1' has"]),
    "unknown kind": (
        "lesson",
        '# %% [raw] question="q1"\n# prompt = "x"\n# kind = "quiz"\n',
        ["3: question 'q1' has no known kind"],
    ),
    "field in the wrong table": (
        "lesson",
        CHOICE + '# read_again = "x"\n',
        ["11: unknown field 'read_again'"],
    ),
    "lane without items to accept": (
        "exercise",
        LANES + CHECK,
        ["7: no lane accepts this item"],
    ),
    "unknown field": ("lesson", NUMBER + "# colour = 3\n", ["6: unknown field 'colour'"]),
    "wrong type": ("lesson", NUMBER + '# max = "9"\n', ["6: max is not what it should be"]),
    "no prompt": ("lesson", '# %% [raw] question="q1"\n# kind = "text"\n', ["1: question 'q1' (t"]),
    "number without tolerance": (
        "lesson",
        NUMBER.replace("# tolerance = 1\n", ""),
        ["1: question 'q1' (number) has no tolerance"],
    ),
    "no correct option": (
        "lesson",
        CHOICE.replace("# correct = true\n", ""),
        ["4: no option is correct"],
    ),
    "option id twice": ("lesson", CHOICE.replace('"b"', '"a"'), ["9: id 'a' is used twice"]),
    "option without text": ("lesson", CHOICE.replace('# text = "That"\n', ""), ["8: no text here"]),
    "unknown misconception": (
        "lesson",
        CHOICE + '# misconception = "K99"\n',
        ["11: unknown misconception 'K99'"],
    ),
    "answer out of range": ("lesson", NUMBER + "# max = 4\n", ["4: the answer is outside"]),
    "unknown lane": (
        "lesson",
        LANES + '# accept = ["b"]\n',
        ["10: unknown lane 'b'"],
    ),
    "question twice in a part": ("lesson", CHOICE + CHOICE, ["11: question 'q1' exists already"]),
    "check for unknown question": (
        "exercise",
        '# %% check="q9" points=1\n',
        ["1: check for the unknown question 'q9'"],
    ),
    "check before its question": (
        "exercise",
        CHECK + NUMBER,
        ["1: check for the unknown question 'q1'"],
    ),
    "two checks": ("exercise", NUMBER + CHECK + CHECK, ["7: a second check for question 'q1'"]),
    "question without check": ("exercise", NUMBER, ["1: question 'q1' has no check"]),
    "text without rubric cell": ("exercise", TEXT, ["1: question 'q2' has no written"]),
    "text with check": (
        "exercise",
        TEXT + '# %% check="q2" points=1\n',
        ["4: a text question is marked by written", "4: question 'q2' has no key"],
    ),
    "empty rubric": (
        "exercise",
        TEXT + '# %% [markdown] written="q2" points=1\n',
        ["4: question 'q2' has no rubric"],
    ),
    "check in a lesson": ("lesson", NUMBER + CHECK, ["6: check outside the exercise"]),
    "answer without check": (
        "exercise",
        CODE + '# %% answer="q3"\nkit.answer("q3", ...)\n',
        ["1: question 'q3' has no check"],
    ),
    "code without answer cell": ("lesson", CODE, ["1: code question 'q3' has no answer cell"]),
    "answer that hands in nothing": (
        "lesson",
        CODE + '# %% answer="q3"\nx = 4\n',
        ["7: an untouched answer cell does not hand in"],
    ),
    "answer that fails untouched": (
        "lesson",
        CODE + '# %% answer="q3"\n### BEGIN SOLUTION\nx = 4\n### END SOLUTION\n'
        'kit.answer("q3", x)\n',
        ["11: 'x' has no value when this cell is run untouched"],
    ),
    "list answer that is a number": (
        "lesson",
        CODE.replace('"number"', '"list"') + '# %% answer="q3"\nkit.answer("q3", ...)\n',
        ["5: the answer is no list"],
    ),
    "table answer with a short row": (
        "lesson",
        CODE.replace('"number"', '"table"').replace("# answer = 4\n", "")
        + '# [answer]\n# columns = ["a", "b"]\n# rows = [[1]]\n'
        + '# %% answer="q3"\nkit.answer("q3", ...)\n',
        ["6: the answer is no table"],
    ),
    "unclosed solution": (
        "lesson",
        CODE + '# %% answer="q3"\nkit.answer("q3", ...)\n### BEGIN SOLUTION\n',
        ["9: this region is not closed"],
    ),
    "nested regions": (
        "lesson",
        CODE + '# %% answer="q3"\nkit.answer("q3", ...)\n### BEGIN SOLUTION\n'
        "### BEGIN SOLUTION\n### END SOLUTION\n",
        ["10: a region begins inside another"],
    ),
    "misspelt marker": (
        "lesson",
        "# %%\n# BEGIN SOLUTION\nkit.home()\n",
        ["2: nbgrader takes these words for a marker"],
    ),
    "solution in a widget cell": (
        "lesson",
        "# %%\n### BEGIN SOLUTION\nx = 1\n### END SOLUTION\n",
        ["2: solution in a widget cell"],
    ),
    "own check without hidden tests": (
        "exercise",
        NUMBER + CHECK + "1.0\n",
        ["6: an own check holds exactly one region"],
    ),
    "own check without points": (
        "exercise",
        NUMBER + CHECK + "### BEGIN HIDDEN TESTS\nx = 1.0\n### END HIDDEN TESTS\n",
        ["8: an own check does not end in the points"],
    ),
    "prose in a string": (
        "lesson",
        '# %%\nkit.home("Press the green button now")\n',
        ["2: prose inside a code cell"],
    ),
    "prose in a comment": ("lesson", "# %%\nkit.home()  # This opens it\n", ["2: prose inside a"]),
    "unknown kit name": ("lesson", "# %%\nkit.hoem()\n", ["2: the kit has no 'hoem'"]),
    "syntax error": ("lesson", "# %%\nkit.home()\nkit.home(\n", ["3: this is not valid Python"]),
    "picture without alt": (
        "lesson",
        "# %% [markdown]\n# Look.\n#\n# ![](files/a.png)\n",
        ["4: picture 'files/a.png' has no alternative text", "4: there is no file 'files/a.png'"],
    ),
    "html picture without alt": (
        "lesson",
        '# %% [markdown]\n# <img src="https://example.org/a.png">\n',
        [
            "2: picture 'https://example.org/a.png' has no alternative text",
            "2: picture 'https://example.org/a.png' is not shipped",
        ],
    ),
    "key on a cell without heading": (
        "lesson",
        '# %% [markdown] key="a"\n# text\n',
        ["1: key 'a' names a cell that begins with no heading"],
    ),
    "heading key twice": (
        "lesson",
        '# %% [markdown] key="start"\n# # A\n',
        ["7: heading key 'start' exists already"],
    ),
    "order given away by ids": (
        "exercise",
        ORDER + CHECK,
        ["4: the ids of the items are in the right order"],
    ),
}
# Cases whose fault lies in how they follow the usual lesson.
AFTER_LESSON = {"heading key twice"}


@pytest.mark.parametrize("name", CASES)
def test_a_faulty_source_is_refused_at_its_line(name: str, course: TinyCourse) -> None:
    part, source, wanted = CASES[name]
    text = LESSON + source if name in AFTER_LESSON else source
    course.write(**{part: text})
    found = [p.removeprefix(f"{part}.py:") for p in course.problems()]
    assert len(found) == len(wanted), found
    for one, other in zip(sorted(found), sorted(wanted), strict=True):
        assert one.startswith(other)
    assert not (course.root / "modules" / "en").exists()


def test_read_again_must_name_a_heading_of_the_lesson(course: TinyCourse) -> None:
    question = CHOICE.replace("# [[options]]", '# read_again = "nowhere"\n# [[options]]', 1)
    course.write(lesson=LESSON + question)
    assert course.problems() == ["lesson.py:10: the lesson has no heading with key 'nowhere'"]


def test_an_id_may_be_used_once_in_lesson_and_exercise_together(course: TinyCourse) -> None:
    course.write(lesson=LESSON + CHOICE, exercise=CHOICE + CHECK)
    assert course.problems() == ["exercise.py:1: question 'q1' exists already in this module"]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ('title = "Title"\n', "", "module.toml:1: no title here"),
        ("minutes = 5", 'minutes = "5"', "module.toml:5: minutes is not what it should be"),
        ('id = "m01_x"', 'id = "m02_y"', "module.toml:1: id and folder differ"),
        ("needs = []", "need = []", "module.toml:6: unknown field 'need'"),
        ("order = 1", "order = ", "module.toml:2: this is not valid TOML"),
    ],
)
def test_a_faulty_module_file_is_refused(
    old: str, new: str, wanted: str, course: TinyCourse
) -> None:
    course.write(module=MODULE.replace(old, new))
    assert any(problem.startswith(wanted) for problem in course.problems())


def test_all_problems_are_told_together_with_the_line_and_what_to_do(course: TinyCourse) -> None:
    course.write(lesson="# %%\nkit.hoem()\n", exercise=NUMBER)
    with pytest.raises(BuildError) as caught:
        course.build()
    text = str(caught.value)
    assert "2 problems, nothing was written." in text
    assert "modules/source/m01_x/lesson.py:2: the kit has no 'hoem'\n    | kit.hoem()" in text
    assert "exercise.py:1" in text
    assert '-> write `# %% check="q1" points=2` below it' in text


def test_a_file_that_nobody_mentions_is_a_problem(course: TinyCourse) -> None:
    (course.folder / "files").mkdir()
    (course.folder / "files" / "a.png").write_bytes(b"x")
    assert course.problems() == ["lesson.py:1: files/a.png is shipped but no cell mentions it"]


def test_the_home_page_asks_no_questions(course: TinyCourse) -> None:
    home = course.folder.with_name("home")
    home.mkdir()
    (home / "home.py").write_text(CHOICE, encoding="utf-8")
    assert course.problems() == ["home.py:1: a question on the home page"]
