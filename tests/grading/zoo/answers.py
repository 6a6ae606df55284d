"""Files of answers that are forged, damaged or too much, and answers that are no answers."""

from __future__ import annotations

import json

from grading import people
from grading.tiny_course import MODULE
from grading.zoo.scene import GOOD, Scene, kind

SCRIPT = "</pre><script>zoo()</script><img src=x onerror=zoo()> [a](javascript:zoo()) $\\href{x}$"


def saved(scene: Scene) -> bytes:
    """The content of a good file of answers."""
    return (scene.folder() / "answers.json").read_bytes()


def forged(scene: Scene, old: bytes, new: bytes) -> None:
    """A good file of answers in which a piece was replaced."""
    data = saved(scene)
    assert old in data
    scene.raw(data.replace(old, new, 1), "answers.json")


@kind("answers that are no JSON", "refused: bad-answers", None)
def broken_answers(scene: Scene) -> None:
    scene.raw(b"{", "answers.json")


@kind("answers in UTF-16", "refused: bad-answers", None)
def answers_utf_16(scene: Scene) -> None:
    scene.raw(saved(scene).decode().encode("utf-16"), "answers.json")


@kind("a byte order mark before the answers", "graded")
def answers_bom(scene: Scene) -> None:
    scene.raw(b"\xef\xbb\xbf" + saved(scene), "answers.json")


@kind("answers of 300 kB", "refused: too-big", None)
def oversized_answers(scene: Scene) -> None:
    scene.raw(saved(scene) + b" " * 300_000, "answers.json")


@kind("answers nested five thousand levels deep", "refused: bad-answers", None)
def nested_answers(scene: Scene) -> None:
    scene.raw(b'{"a": ' * 5000 + b"1" + b"}" * 5000, "answers.json")


@kind("an answer that is not a number (NaN)", "refused: bad-answers", None)
def nan(scene: Scene) -> None:
    forged(scene, b'"value": 10', b'"value": NaN')


@kind("an infinite answer", "refused: bad-answers", None)
def infinite(scene: Scene) -> None:
    forged(scene, b'"value": 10', b'"value": 1e999')


@kind("an answer given twice in one file", "refused: bad-answers", None)
def key_twice(scene: Scene) -> None:
    forged(scene, b'"q2": {', b'"q1": {"value": "b"},\n"q2": {')


@kind("a record with invented fields (score: 100)", "refused: bad-answers", None)
def forged_score(scene: Scene) -> None:
    forged(scene, b'"rev": 1', b'"rev": 1, "score": 100')


@kind("answers to questions that do not exist", "graded after repair: unknown-answers")
def unknown_questions(scene: Scene) -> None:
    scene.folder(GOOD | {"q77": "b", "q78": "c"})


@kind("lists and tables in place of answers", "graded", 0.0)
def wrong_typed(scene: Scene) -> None:
    scene.folder({q: [["b"], {"x": [7]}] for q in ("q1", "q2", "q4")} | {"q3": GOOD["q3"]})


@kind("true in place of every answer", "graded", 0.0)
def truth_values(scene: Scene) -> None:
    scene.folder(dict.fromkeys(("q1", "q2", "q4"), True) | {"q3": GOOD["q3"]})


@kind("an answer that makes a trainer's check fail", "needs a person: check-failed", 5.0)
def failing_check(scene: Scene) -> None:
    scene.folder(GOOD | {"q5": 12})


@kind("a text of twenty thousand letters", "graded")
def long_text(scene: Scene) -> None:
    scene.folder(GOOD | {"q3": "x" * 20_000})


@kind("script and markup in a written answer", "graded", gives_feedback=True)
def script_in_text(scene: Scene) -> None:
    scene.folder(GOOD | {"q3": f"{SCRIPT}\n```\n{SCRIPT}\n~~~\n<style>*{{display:none}}</style>"})


@kind("script in the answers to widgets", "graded", 2.0, gives_feedback=True)
def script_in_widgets(scene: Scene) -> None:
    scene.folder({"q1": SCRIPT, "q2": SCRIPT, "q3": "x", "q4": [SCRIPT], "q5": "<b"})


@kind("script in a code answer", "graded", gives_feedback=True)
def script_in_code(scene: Scene) -> None:
    people.fill(scene.folder() / f"{MODULE}.ipynb", "q4-code", f'kit.answer("q4", 7)  # {SCRIPT}')


@kind(
    "script in Markdown cells and outputs",
    "graded after repair: cells-changed",
    gives_feedback=True,
)
def script_in_cells(scene: Scene) -> None:
    def change(notebook: dict) -> None:
        notebook["cells"][1]["source"] = SCRIPT
        html = {"output_type": "display_data", "data": {"text/html": SCRIPT}, "metadata": {}}
        notebook["cells"][2]["outputs"] = [html]

    scene.edited(change)


@kind("control and direction signs in a text", "graded")
def control_signs(scene: Scene) -> None:
    scene.folder(GOOD | {"q3": "safe \u202e\u0007\u0000 text"})


@kind("half a character in a text", "refused: bad-answers", None)
def half_character(scene: Scene) -> None:
    forged(scene, json.dumps(scene.words).encode(), b'"\\ud800"')


@kind("a formula for the trainer's spreadsheet", "graded")
def formula(scene: Scene) -> None:
    scene.folder(GOOD | {"q3": '=HYPERLINK("http://x")'})


@kind("a language code that is a formula", "refused: bad-answers", None)
def formula_in_head(scene: Scene) -> None:
    forged(scene, b'"language": "en"', b'"language": "=1+1"')
