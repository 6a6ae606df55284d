"""A wrong call gets one sentence in the reader's language, and no traceback in a notebook."""

from __future__ import annotations

import inspect
from typing import Any

import numpy as np
import pytest
from IPython.core.interactiveshell import InteractiveShell
from traitlets import TraitError

import borderlab as kit
from borderlab.i18n import in_language
from borderlab.widgets import front
from borderlab.widgets.ranges import SettingError

WRONG = (None, -1, "x", 3.7, [1], {}, object(), float("nan"), 10**12, True)
# Any text is a search, any day a date; a position is brought into its range.
TAKES_MUCH = {"after", "step", "search", "name", "date"}
AGAIN = "Change the line and run the cell again."
SETTINGS = (
    "Its settings: boxes, illegal, placing, efficacy, level, confidence, sample, step, after, seed."
)
WIDGETS = sorted(
    name
    for name in dir(kit)
    if name != "answer"
    and callable(getattr(kit, name))
    and "StaticView" in str(inspect.signature(getattr(kit, name)).return_annotation)
)


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BORDERLAB_HEADLESS", "1")


def shown(error: BaseException) -> str:
    """What a notebook shows for an exception."""
    (text,) = error._render_traceback_()
    return str(text)


def said(call: str, language: str = "en") -> str:
    """What a notebook shows for a line of code that fails."""
    with in_language(language):
        with pytest.raises(Exception) as caught:  # noqa: PT011  (any)
            eval(call, {"kit": kit})  # noqa: S307  (the test's own line)
        return shown(caught.value)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (
            "kit.box_opener(illegal='x')",
            "kit.box_opener: “illegal” must be a whole number, not 'x'.",
        ),
        (
            "kit.box_opener(ilegal=3)",
            f"kit.box_opener has no setting “ilegal”. {SETTINGS}",
        ),
        (
            "kit.box_opener(3)",
            f"kit.box_opener was called with too few or too many values. {SETTINGS}",
        ),
        (
            "kit.policy_lab(expiry='never')",
            "kit.policy_lab: “expiry” must be a whole number or None, not 'never'.",
        ),
        (
            "kit.cascade_builder(stages='dog')",
            "kit.cascade_builder: “stages” must be a list of texts in square brackets, not 'dog'.",
        ),
        (
            "kit.profile_history(groups='colours')",
            "groups is one of routes, traders, not 'colours'.",
        ),
        (
            "kit.lane_sorter(seed=-1)",
            "kit.lane_sorter: “seed” must be a whole number of at least 0, not -1.",
        ),
    ],
)
def test_a_wrong_call_is_one_sentence(call: str, sentence: str) -> None:
    assert said(call) == f"{sentence} {AGAIN}"


def test_a_name_that_does_not_exist_is_one_sentence() -> None:
    expected = "The course has no “kit.boxopener”. Do you mean “kit.box_opener”?"
    assert said("kit.boxopener()") == expected
    assert said("kit.zzz()") == "The course has no “kit.zzz”."


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ("kit.generate(1, -3)", "n doit être un nombre entier de 1 à 50"),
        ("kit.generate(1, 10, 'x')", "Il n’y a pas de scénario"),
        ("kit.load('x')", "Il n’existe pas de table"),
        ("kit.load('shipments', language='xx')", "Le kit n’a pas de langue"),
        ("kit.map_svg('xx')", "Le kit n’a pas de langue"),
        ("kit.mark_defects(defects=['DF99'])", "defects est une valeur parmi"),
        ("kit.policy_paper('lab')", "kit.policy_paper\N{NO-BREAK SPACE}: «\N{NO-BREAK SPACE}lab"),
    ],
)
def test_data_and_pictures_say_it_too(call: str, sentence: str) -> None:
    assert said(call, "fr").startswith(sentence)


def test_the_sentence_is_in_the_language_of_the_reader() -> None:
    call = "kit.box_opener(illegal='x')"
    assert said(call, "fr").endswith("Modifiez la ligne et exécutez de nouveau la cellule.")
    assert said(call, "es").endswith("Cambie la línea y vuelva a ejecutar la celda.")


def outcome(function: Any, setting: str, value: object) -> Exception | None:
    """What a function raises for a value of one setting."""
    try:
        function(**{setting: value})
    except Exception as error:  # noqa: BLE001  (whatever it is)
        return error
    return None


@pytest.mark.parametrize("name", WIDGETS)
def test_no_value_gets_past_the_sentences(name: str) -> None:
    """Whatever is set to whatever: it works, or a sentence of the kit says what is wrong."""
    function = getattr(kit, name)
    for setting in set(inspect.signature(function).parameters) - TAKES_MUCH:
        for value in WRONG:
            error = outcome(function, setting, value)
            assert error is None or shown(error).startswith(str(error)), (setting, value)


def test_a_setting_of_a_widget_that_is_there_says_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BORDERLAB_HEADLESS")
    lab = kit.stream_plan()
    with pytest.raises(TraitError) as caught:
        lab.fraction = 5
    assert shown(caught.value).endswith(f"not 5. {AGAIN}")


def test_programs_get_the_exception_that_the_function_promises() -> None:
    with pytest.raises(ValueError, match="goes from 0 to 60"):
        kit.box_opener(illegal=61)
    with pytest.raises(AttributeError, match="has no attribute 'zzz'"):
        kit.zzz  # noqa: B018  (reading it is the test)
    assert not hasattr(kit, "zzz")


def test_numbers_of_numpy_are_numbers() -> None:
    assert kit.box_opener(illegal=np.int64(4), efficacy=np.float64(0.5)).text


def test_a_fault_of_the_course_is_not_the_reader_s() -> None:
    def broken(number: int) -> float:
        return number / 0

    with pytest.raises(ZeroDivisionError) as caught:
        front.guarded(broken, "broken")(3)
    text = shown(caught.value)
    assert "it is not your mistake, and your answers are kept" in text
    assert "ZeroDivisionError: division by zero (test_front.py:" in text


def test_a_notebook_shows_the_sentence_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    shell: Any = InteractiveShell()
    result = shell.run_cell("import borderlab as kit\nkit.box_opener(illegal='x')")
    assert isinstance(result.error_in_exec, SettingError)
    assert capsys.readouterr().out.strip() == (
        f"kit.box_opener: “illegal” must be a whole number, not 'x'. {AGAIN}"
    )
