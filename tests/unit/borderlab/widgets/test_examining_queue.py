"""The queue view: played days against a plain event loop, formulas against long runs."""

import math
import re
from dataclasses import replace

import numpy as np
import pytest
from traitlets import TraitError

import borderlab as kit
from borderlab.figures import examining_day as model
from borderlab.i18n import set_language
from borderlab.inspection.queues import priority_waits

POST = model.Post(
    arrivals=12, inspectors=4, minutes=18, released=0.0, live=0.2, first=False, hours=10, seed=1
)


def serve(time, service, rank, servers):
    """A day at the counter, minute by minute event: who is free takes the first in line."""
    free, waiting, wait = [0.0] * servers, [], np.zeros(time.size)
    order = list(range(time.size))
    now = 0.0
    while order or waiting:
        now = max(now, min(free))
        if not waiting and order:
            now = max(now, time[order[0]])
        while order and time[order[0]] <= now:
            waiting.append(order.pop(0))
        who = min(waiting, key=lambda i: (rank[i], i))
        waiting.remove(who)
        wait[who] = now - time[who]
        free[free.index(min(free))] = now + service[who]
    return wait


@pytest.mark.parametrize("first", [False, True])
@pytest.mark.parametrize("servers", [1, 3])
def test_a_played_day_agrees_with_serving_one_by_one(first, servers):
    post = replace(POST, inspectors=servers, first=first, arrivals=8)
    played = model.play(post, 4)
    for day in range(4):
        chosen = played.day == day
        rank = np.where(played.live[chosen], 0, 1) if first else np.zeros(chosen.sum())
        wait = serve(played.time[chosen], played.service[chosen], rank, servers)
        assert played.wait[chosen] == pytest.approx(wait, abs=1e-5)


@pytest.mark.parametrize("first", [False, True])
def test_long_days_agree_with_the_formula(first):
    post = replace(POST, first=first, hours=4_000)
    played = model.play(post, 1)
    live, other = model.long_run_classes(post)
    # 48,000 correlated waits at 90 % load: batch means give the error.
    for part, formula in ((played.part(live=True), live), (played.part(live=False), other)):
        batches = np.array([b.mean() for b in np.array_split(part, 20)])
        assert abs(part.mean() - formula) < 4 * batches.std(ddof=1) / math.sqrt(20)


def test_one_inspector_is_the_case_of_cobham():
    post = replace(POST, inspectors=1, arrivals=3, first=True)
    rates = [post.live_rate / 60, post.other_rate / 60]
    wanted = priority_waits(rates, [18, 18], [2 * 18**2] * 2)
    assert model.long_run_classes(post) == pytest.approx(tuple(wanted))


def test_the_worked_example_of_the_notes():
    """7 an hour, 20 minutes, 3 inspectors: wait 0.3057 h, used 77.8 %."""
    wait = model.long_run(replace(POST, arrivals=7, inspectors=3, minutes=20))
    assert wait.utilisation == pytest.approx(0.7778, abs=5e-5)
    assert wait.mean / 60 == pytest.approx(0.3057, abs=5e-5)


def test_an_overloaded_post_says_so_and_live_animals_still_get_their_turn():
    view = kit.queue_view(arrivals=30, inspectors=3, released=0.0, step=1)
    assert "the queue grows for as long as consignments come" in view.summary
    post = replace(POST, arrivals=30, first=True, live=0.1)
    live, other = model.long_run_classes(post)
    assert math.isfinite(live)
    assert other == math.inf
    long = model.play(replace(post, hours=400), 1).part(live=True)
    assert long[100:].mean() == pytest.approx(live, rel=0.15)


def test_priority_shortens_the_wait_of_live_animals_and_lengthens_the_others():
    view = kit.queue_view(arrivals=12, inspectors=4, minutes=25, live=0.2, released=0.2)
    before = view.post
    view.priority = True
    plain, first = model.play(before), model.play(view.post)
    assert first.part(live=True).mean() < plain.part(live=True).mean()
    assert first.part(live=False).mean() > plain.part(live=False).mean()
    assert np.array_equal(plain.time, first.time), "the same consignments come"


def test_releasing_low_risk_frees_the_minutes_it_says():
    post = replace(POST, live=0.1, released=0.5)
    assert post.freed == pytest.approx(12 * 0.9 * 0.5 * 18 * 10)
    assert post.live_rate == pytest.approx(1.2), "live animals are never released"
    means = model.by_release(post, [0.0, 0.3, 0.6, 1.0])
    assert means == sorted(means, reverse=True)


def test_waiting_numbers_return_to_zero():
    played = model.play(POST)
    changes = model.waiting_over_day(played, 0, live=False)
    assert changes[-1, 1] == 0
    assert changes[:, 1].min() >= 0


def test_a_day_without_live_animals_says_so():
    assert "Live animals: none came." in kit.queue_view(live=0.0).summary


@pytest.mark.parametrize("values", [{"arrivals": 0}, {"inspectors": 0}, {"released": 1.0}])
def test_a_value_out_of_range_is_refused(values):
    with pytest.raises(TraitError, match=next(iter(values))):
        kit.queue_view(**values)


def test_another_day_is_another_seed():
    view = kit.queue_view()
    said = view.summary
    view._handle_custom_msg({"do": "another"}, [])
    assert view.seed == 2
    assert view.summary != said


@pytest.mark.parametrize("step", range(3))
@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("arrivals", [1, 12, 40])
def test_a_page_without_a_browser_is_complete(step, language, arrivals):
    set_language(language)
    page = kit.queue_view(step=step, arrivals=arrivals, live=0.5).static_html()
    assert ("<svg" in page) == (step != 1)
    assert not re.search(r"\bnan\b|\binf\b", page)
    assert "{" not in page.replace("style=", "")
