"""The queue of permits: time passes by what is done, errors of both kinds, two colleagues."""

from __future__ import annotations

import json
from typing import Any

import pytest
from traitlets import TraitError

import borderlab as kit
from borderlab.i18n import set_language
from borderlab.widgets import casework_queue_model as model
from borderlab.widgets import casework_queue_score as score
from borderlab.widgets.casework_queue_texts import hours, minutes


@pytest.fixture(autouse=True)
def _english():
    set_language("en")
    yield
    set_language("en")


def heard(queue: Any, kind: str, **more: Any) -> None:
    queue._heard(queue, {"type": kind, **more}, [])


def test_it_can_be_worked_in_code() -> None:
    queue = kit.permit_queue(permits=5, seed=2)
    assert queue.state["phase"] == "ready"
    queue.take("q1")
    assert queue.sheet["name"] == "q1"
    queue.look()
    queue.decide("consult")
    assert queue.shift.decisions["q1"].action == "consult"
    worked = model.COST["open"] + model.COST["look"] + model.COST["consult"]
    assert queue.results["you"].minutes == pytest.approx(worked)
    queue.finish()
    assert queue.results["you"].waiting == 4
    assert "Left waiting until tomorrow: You 4" in queue.summary


def test_it_can_be_worked_in_the_browser_with_and_without_a_clock() -> None:
    queue = kit.permit_queue(permits=4, minutes=10, seed=3)
    heard(queue, "wait")
    assert queue.state["phase"] == "open"
    heard(queue, "open", name="q1", read=60)
    # A minute of reading: half of the shift of 60 office minutes passes in 10 minutes.
    assert queue.shift.now == pytest.approx(3 + model.COST["open"])
    heard(queue, "look", read=0)
    assert queue.state["current"]["looked"]
    heard(queue, "decide", action="accept")
    assert queue.state["decided"] == 1
    heard(queue, "close")
    assert queue.state["phase"] == "done"
    assert len(queue.state["result"]["items"]) == 4
    heard(queue, "restart")
    assert queue.state["phase"] == "ready"
    assert queue.shift.decisions == {}


def test_the_counter_closes_when_time_is_over() -> None:
    queue = kit.permit_queue(permits=3, minutes=1, seed=5)
    heard(queue, "open", name="q1")
    heard(queue, "decide", action="refuse", read=3000)
    assert queue.state["phase"] == "done"
    assert "q1" not in queue.shift.decisions, "the decision came after closing"


@pytest.mark.parametrize(
    "message",
    [
        "x", None, 3, {"type": "open"}, {"type": "open", "name": "q99"}, {"type": "decide"},
        {"type": "open", "name": ["q1"], "read": "long"}, {"type": "look", "read": float("nan")},
        {"type": "decide", "action": "burn", "read": -50}, {"type": "none"},
    ],
)  # fmt: skip
def test_odd_messages_end_in_a_sentence_at_most(message: Any) -> None:
    queue = kit.permit_queue(permits=3, seed=5)
    heard(queue, "wait")
    queue._heard(queue, message, [])
    assert queue.shift.now == 0
    assert queue.shift.decisions == {}
    assert queue.problem == "" or queue.problem.endswith(".") or "Choose one of" in queue.problem


def test_bad_arguments_are_refused() -> None:
    for wrong in ({"permits": 2}, {"permits": 21}, {"minutes": 0}):
        with pytest.raises(TraitError, match=r"3 to 20|1 to 120"):
            kit.permit_queue(**wrong)
    queue = kit.permit_queue(permits=3)
    with pytest.raises(TraitError, match="No permit"):
        queue.take("q77")
    with pytest.raises(TraitError, match="Choose one of"):
        queue.decide("burn")


@pytest.mark.parametrize("seed", range(8))
def test_the_two_colleagues_make_opposite_errors(seed: int) -> None:
    items = model.queue(10, seed)
    strict, lenient = score.worked(items, score.strict), score.worked(items, score.lenient)
    assert strict.missed == 0
    assert lenient.held == 0
    assert lenient.missed > 0
    assert strict.waiting > 0
    assert lenient.waiting == 0
    assert strict.minutes > lenient.minutes
    for found in (strict, lenient):
        parts = found.stopped + found.missed + found.passed + found.held
        assert parts == found.decided
        assert found.decided + found.waiting == 10


def test_the_queue_mixes_lawful_and_unlawful_and_always_holds_live_animals() -> None:
    for seed in range(8):
        items = model.queue(10, seed)
        assert 5 <= sum(item.case.harmless for item in items) <= 7
        assert sum(item.live for item in items) >= 3
        assert len({item.case.permit.number for item in items}) == 10
        assert [item.arrives for item in items] == sorted(item.arrives for item in items)
        assert sum(item.arrives == 0 for item in items) == 3


def test_delays_count_waiting_answers_and_the_night() -> None:
    items = model.queue(4, 1)
    shift = model.Shift(items)
    lawful = next(item for item in items if item.case.harmless)
    shift.now = lawful.arrives + 57
    shift.decide(lawful, "consult")
    found = score.score(shift)
    mean = found.live_hours if lawful.live else found.other_hours
    same = [item for item in items if item.case.harmless and item.live == lawful.live]
    night = [(shift.length - one.arrives) / 60 + 16 for one in same if one is not lawful]
    assert mean == pytest.approx(((57 + 6) / 60 + lawful.answer_hours + sum(night)) / len(same))


def test_time_is_said_in_the_language() -> None:
    assert (minutes(5), minutes(65), hours(None)) == ("5 min", "1 h 05 min", "–")
    set_language("fr")
    assert hours(60.0) == "2,5 jours"


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_nothing_tells_the_truth_before_the_end(language: str, monkeypatch) -> None:
    set_language(language)
    queue = kit.permit_queue(permits=6, seed=1)
    queue.take("q1")
    said = json.dumps([queue.state, queue.sheet["boxes"]])
    assert queue.state["result"] == {}
    assert queue.state["current"]["found"] == []
    assert len(json.dumps(queue.sheet)) < 200_000
    assert not any(f'"{defect}"' in said for one in queue.items for defect in one.case.defects)
    monkeypatch.setenv("BORDERLAB_HEADLESS", "1")
    assert "<ul>" in kit.permit_queue(permits=6, seed=1).html
