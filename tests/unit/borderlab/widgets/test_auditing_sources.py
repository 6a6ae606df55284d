"""The source board: rankings kept by question, compared with a note that says what it rests on."""

from __future__ import annotations

from itertools import permutations

import pytest
from scipy import stats
from traitlets import TraitError

import borderlab as kit
from borderlab.i18n import set_language
from borderlab.widgets import auditing_source_notes as notes
from borderlab.widgets.display import StaticView

ORDER = ["seizures", "permits", "trade", "alerts", "cargo", "offers"]


def test_every_source_has_a_note_on_every_criterion_and_every_ranking_is_complete():
    for criterion in notes.CRITERIA:
        assert set(notes.notes_on(criterion)) == set(notes.SOURCES)
    assert len(notes.NOTES) == len(notes.SOURCES) * len(notes.CRITERIA)
    for question in notes.QUESTIONS:
        for criterion in notes.CRITERIA:
            assert sorted(notes.RANKING[question][criterion]) == sorted(notes.SOURCES)


def test_a_note_has_a_source_or_says_that_it_is_a_judgement():
    for note in notes.NOTES:
        assert bool(note.origin) == (note.confidence != notes.JUDGED), note


def test_agreement_is_kendalls_tau_in_pairs():
    right = notes.RANKING["tomorrow"]["bias"]
    for order in list(permutations(right))[::37]:
        same, pairs = notes.agreement(order, right)
        tau = stats.kendalltau([right.index(name) for name in order], range(6)).statistic
        assert pairs == 15
        assert 2 * same / pairs - 1 == pytest.approx(tau)


def test_nothing_is_told_before_the_learner_compares():
    board = kit.source_board()
    board.rankings = {"bias": ORDER}
    assert board.told == {}
    assert "pairs" not in board.summary
    board.compared = ["bias"]
    assert board.told["bias"]["order"] == list(notes.RANKING["tomorrow"]["bias"])
    assert "7 of 15 pairs" in board.summary
    tags = {note["tag"] for note in board.told["bias"]["notes"].values()}
    assert tags == {"verified", "judgement of the authors"}


def test_each_question_keeps_its_own_rankings():
    board = kit.source_board()
    board.rankings = {"coverage": ORDER}
    board.question = "profile"
    assert board.rankings == {}
    board.question = "tomorrow"
    assert board.rankings == {"coverage": ORDER}


def test_what_is_no_ranking_is_left_out():
    board = kit.source_board()
    board.rankings = {"coverage": ORDER[:3], "bias": 3, "taste": ORDER, "timeliness": ORDER}
    assert board.rankings == {"timeliness": ORDER}
    board.compared = ["timeliness", "timeliness", "taste"]
    assert board.compared == ["timeliness"]
    with pytest.raises(TraitError, match="question"):
        kit.source_board(question="never")
    with pytest.raises(TraitError, match="criterion"):
        board.criterion = "taste"


def test_without_a_reader_all_notes_are_on_the_page(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("BORDERLAB_HEADLESS", "1")
    set_language("es")
    view = kit.source_board()
    assert isinstance(view, StaticView)
    assert view.html.count("<tr>") == 1 + len(notes.SOURCES)
    assert "criterio de los autores" in view.html
    assert "WCO" not in view.html
