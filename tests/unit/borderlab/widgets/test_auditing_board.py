"""The audit board: figures recomputed by hand, settings in code, the record in three languages."""

from __future__ import annotations

from html.parser import HTMLParser

import numpy as np
import pytest
from scipy import stats
from traitlets import TraitError

import borderlab as kit
from borderlab import risk
from borderlab.i18n import set_language
from borderlab.widgets import auditing_case
from borderlab.widgets.auditing_board import AuditBoard
from borderlab.widgets.auditing_board_texts import group_names
from borderlab.widgets.display import StaticView


@pytest.fixture(scope="module")
def made():
    """The case that all tests share; drawing it is the slow part."""
    return auditing_case.case(5)


@pytest.fixture
def board(made):
    return kit.audit_board()


def test_burden_and_hit_rate_by_hand(board, made):
    selection = risk.select(made.full, auditing_case.BUDGET, auditing_case.RANDOM_SHARE, made.seed)
    name = group_names("origin")[0]
    here = made.member["origin"]
    lawful = here & (made.bad == 0)
    inspected = selection.inspected
    one = board.result.audit[name]
    assert one.burden.value == pytest.approx((lawful & inspected).sum() / lawful.sum())
    assert one.hits.count == (here & inspected & (made.bad == 1)).sum()
    assert one.hits.of == (here & inspected).sum()
    got = stats.binomtest(int((lawful & inspected).sum()), int(lawful.sum()))
    interval = got.proportion_ci(method="wilson")
    assert (one.burden.low, one.burden.high) == pytest.approx(tuple(interval), abs=1e-9)
    assert board.result.finds == (inspected & (made.bad == 1)).sum()


def test_the_habit_shows_and_leaving_origin_out_lowers_the_burden(board):
    names = group_names("origin")
    before = [board.result.audit[name].burden.value for name in names]
    assert before[0] > 2 * before[1]
    assert "larger than chance" in board.summary
    board.without_origin = True
    after = [board.result.audit[name].burden.value for name in names]
    assert after[0] < 0.7 * before[0]
    assert "instead of" in board.summary


def test_the_threshold_of_a_group_moves_its_inspections(board):
    name = group_names("origin")[0]
    counts = []
    for shift in (-2.0, 0.0, 2.0):
        board.shift = shift
        counts.append(board.result.audit[name].inspected.count)
        assert board.result.inspected == auditing_case.BUDGET
    assert counts[0] > counts[1] > counts[2]
    # The stated probability does not change with the threshold.
    assert len({round(board.result.audit[name].stated, 12)}) == 1


def test_ablation_is_that_of_the_two_scores(made):
    order = np.argsort(-made.bare, kind="stable")[: auditing_case.BUDGET]
    assert made.ablation.found_without == pytest.approx(made.bad[order].sum(), abs=1.0)
    assert made.ablation.low < made.ablation.high


def test_in_an_office_the_warnings_say_so(board):
    assert "Past hits show where one looked" not in board.summary
    board.truth_known = False
    assert "Past hits show where one looked" in board.summary
    one = board.result.audit[group_names("origin")[0]]
    assert one.burden is not None, "the random share makes an estimate possible"


def test_warnings_and_lawful_explanations_are_always_there(board):
    assert any("neither fairness nor bias" in text for text in board.shown["warnings"])
    assert any("teaching values" in text for text in board.shown["warnings"])
    for grouping in ("origin", "size", "age"):
        board.grouping = grouping
        assert board.shown["proxies"]
        assert all("Lawful explanation" in text for text in board.shown["proxies"][1:])


def test_the_record_is_a_page_in_three_languages(board):
    board.decision, board.reviewer, board.on = "change", "Head of risk <analysis>", "2026-03-05"
    board.reasons = "Origin adds nothing.\nBurden falls."
    pages = {code: board.record(code) for code in ("en", "fr", "es")}
    assert len(set(pages.values())) == 3
    for code, words in (("en", "5 March 2026"), ("fr", "Décision"), ("es", "Decisión")):
        assert f'<html lang="{code}">' in pages[code]
        assert words in pages[code]
        assert "<analysis>" not in pages[code]
        assert "Origin adds nothing." in pages[code]
        HTMLParser().feed(pages[code])
    text = board.record("en", html=False)
    assert "Change the profile, as set above" in text
    assert "- Burden falls." in text
    with pytest.raises(ValueError, match="code is one of en, fr, es"):
        board.record("de")


def test_an_empty_record_shows_what_is_missing(board):
    assert board.record("en", html=False).count("- …") == 4


def test_the_browser_gets_the_record_it_asks_for(board, monkeypatch: pytest.MonkeyPatch):
    sent = []
    monkeypatch.setattr(board, "send", sent.append)
    board._handle_custom_msg({"type": "record", "language": "fr", "html": True}, [])
    board._handle_custom_msg({"type": "record", "language": {"x": 1}, "html": 0}, [])
    board._handle_custom_msg({"type": "other"}, [])
    board._handle_custom_msg("nonsense", [])
    assert [message["name"] for message in sent] == ["audit_fr.html", "audit_en.html"]
    assert [message["html"] for message in sent] == [True, False]


@pytest.mark.parametrize(
    ("name", "value"), [("grouping", "colour"), ("shift", 3.5), ("decision", "burn")]
)
def test_a_wrong_setting_is_refused(board, name, value):
    before = getattr(board, name)
    with pytest.raises(TraitError, match=name):
        setattr(board, name, value)
    assert getattr(board, name) == before


def test_a_day_that_is_none_is_left_empty(board):
    board.on = "tomorrow"
    assert board.on == ""


def test_without_a_reader_everything_is_on_the_page(made, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("BORDERLAB_HEADLESS", "1")
    set_language("fr")
    view = kit.audit_board(grouping="size")
    assert isinstance(view, StaticView)
    assert "<table" in view.html
    assert "Petits opérateurs" in view.html
    assert "À lire avec prudence" in view.html


def test_board_is_drawn_before_its_consignments_exist() -> None:
    """Until then it says so, takes settings and computes nothing."""
    board = AuditBoard(5)
    board.without_origin = True
    assert not board.ready
    assert board.shown == {}
    assert "One moment" in board.summary
    assert "One moment" in board.static_html()
    board.prepare()
    assert board.ready
    assert board.shown["reading"]


def test_what_an_office_cannot_count_says_where_it_comes_from(board):
    source = "an office would have to estimate it from random inspections"
    assert source not in board.summary
    board.truth_known = False
    assert source in board.summary
