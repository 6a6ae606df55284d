"""What a policy may see and return, and what each reference policy does."""

import gc

import numpy as np
import pytest

from borderlab.inspection import policies as p
from borderlab.inspection.invented import invented
from borderlab.inspection.memory import Learning
from borderlab.inspection.policy import Lane, Reason, Selection, nothing
from borderlab.inspection.post import Post
from borderlab.inspection.simulation import simulate

YEAR = invented(8, 2_600, rate=0.04)
QUIET = Post(follow_alerts=False)


def play(policy, year=YEAR, post=QUIET, **more):
    return simulate(year, policy, seed=2, post=post, score=year.seen["score"], **more)


def views(**more):
    """Every view of a year, as the policy received it."""
    seen = []

    def keep(view):
        seen.append(view)
        view.record  # noqa: B018  (looked up now, as a policy would)
        return p.FixedPercent(0.2)(view)

    play(keep, **more)
    return seen


def reachable(root, depth=12):
    """Everything that can be reached from an object by its own references, modules left out."""
    found, todo = {}, [(root, 0)]
    while todo:
        thing, level = todo.pop()
        if id(thing) in found or level > depth or isinstance(thing, type):
            continue
        found[id(thing)] = thing
        if isinstance(thing, np.ndarray):
            todo.append((thing.base, level + 1))
            continue
        if hasattr(thing, "__globals__"):
            todo += [(cell.cell_contents, level + 1) for cell in thing.__closure__ or ()]
            continue
        if type(thing).__name__ != "module":
            todo += [(other, level + 1) for other in gc.get_referents(thing)]
    return found.values()


def test_the_truth_cannot_be_reached_from_a_view():
    hidden = {id(YEAR.truth), id(YEAR.truth.kind), id(YEAR.truth.bad_boxes), id(YEAR)}
    for view in views()[:3]:
        things = reachable(view)
        assert not hidden & {id(thing) for thing in things}
        for thing in things:
            if isinstance(thing, np.ndarray):
                assert not np.shares_memory(thing, YEAR.truth.kind)
                assert not np.shares_memory(thing, YEAR.truth.bad_boxes)


def test_the_search_for_the_truth_would_find_it():
    held = YEAR.truth
    assert id(held.kind) in {id(thing) for thing in reachable(lambda: held)}


def test_a_policy_sees_only_its_own_period_and_can_change_nothing():
    for view in views()[:5]:
        assert set(view.columns) == {"time", "trader", "live", "boxes", "route", "score", "small"}
        for name in view.columns:
            column = view.columns[name]
            assert column.shape == (view.n,)
            assert column.base is None
            with pytest.raises(ValueError, match="read-only"):
                column[0] = 0
        with pytest.raises(KeyError, match="officers see no column 'kind'"):
            view.columns["kind"]
        assert view.columns["time"].min() >= view.period * 7 * 1440


def test_the_record_holds_only_what_was_inspected_before():
    result = play(p.FixedPercent(0.2))
    chosen, found = result.events.chosen, result.events.found
    for view in views():
        before = YEAR.time < view.period * 7 * 1440
        for row in range(0, view.n, 9):
            mine = before & (YEAR.trader == view.columns["trader"][row])
            assert view.record.inspected[row] == np.sum(chosen & mine)
            assert view.record.found[row] == np.sum(found & mine)
            results = found[chosen & mine].tolist()
            clean = results[::-1].index(True) if True in results else len(results)
            assert view.record.clean[row] == clean


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda s: Selection(s.lane[:-1], s.chance, s.reason), "one lane for each"),
        (lambda s: Selection(s.lane, s.chance + 2, s.reason), "from 0 to 1"),
        (lambda s: Selection(s.lane, s.chance * np.nan, s.reason), "from 0 to 1"),
        (lambda s: Selection(s.lane + np.int8(3), s.chance, s.reason), "one of Lane"),
        (lambda s: Selection(s.lane + np.int8(1), s.chance, s.reason), "chance is 0"),
        (lambda s: Selection(s.lane, s.chance + 1, s.reason), "released whose"),
    ],
)
def test_impossible_selections_are_refused_with_a_sentence(change, sentence):
    with pytest.raises(ValueError, match=sentence):
        play(lambda view: change(nothing(view.n)))


def test_share_of_capacity_holds_over_the_year_even_in_small_periods():
    """A few consignments a day: shares that round to nothing each day must not vanish."""
    result = play(p.ScoreAndRandom(0.04, 0.25), period_days=1.0)
    assert result.chosen == pytest.approx(0.04 * YEAR.size, abs=4 * np.sqrt(0.04 * YEAR.size))
    random = np.sum(result.events.reason == Reason.RANDOM)
    assert random == pytest.approx(0.01 * YEAR.size, abs=4 * np.sqrt(0.01 * YEAR.size))


def test_logged_chances_are_the_frequencies_of_selection():
    year = invented(3, 600, days=91)
    total, expected = np.zeros(year.size), np.zeros(year.size)
    runs = 150
    for seed in range(runs):
        policy = p.ScoreAndRandom(0.1, 0.4)
        events = simulate(year, policy, seed=seed, post=QUIET, score=year.seen["score"]).events
        total += events.chosen
        expected += events.chance
    error = 4.5 * np.sqrt(0.25 / runs)
    assert total / runs == pytest.approx(expected / runs, abs=error)
    assert total.mean() / runs == pytest.approx(expected.mean() / runs, rel=0.02)


def test_score_only_takes_the_highest_of_each_week_and_can_estimate_nothing():
    result = play(p.ScoreAndRandom(0.1, 0.0))
    score, chosen = YEAR.seen["score"], result.events.chosen
    assert score[chosen].mean() > score[~chosen].mean() + 1
    assert result.estimate.covered == pytest.approx(0.1, abs=0.01)
    assert result.estimate.sample == 0


def test_screening_takes_the_lowest_of_the_chosen_scores():
    events = play(p.ScoreAndRandom(0.2, 0.0, screen_share=0.5)).events
    score = YEAR.seen["score"]
    assert np.sum(events.lane == Lane.SCREEN) > 200
    assert score[events.lane == Lane.SCREEN].mean() < score[events.lane == Lane.RED].mean()


def test_expired_score_leaves_everything_to_chance():
    events = play(p.ScoreAndRandom(0.2, 0.1, expiry=26)).events
    late = YEAR.time >= 26 * 7 * 1440
    assert not np.any(events.reason[late] == Reason.SCORE)
    assert np.any(events.reason[~late] == Reason.SCORE)
    assert np.mean(events.chosen[late]) == pytest.approx(0.2, abs=0.03)


def test_stream_plan_earns_and_loses_sampling():
    year = invented(9, 30_000, rate=0.0)
    clean = play(p.StreamPlan(5, 0.1), year)
    regulars = np.bincount(year.trader)[year.trader] > 200
    last = year.time > 180 * 1440
    assert clean.events.chance[regulars & last] == pytest.approx(0.1)
    found = play(p.StreamPlan(5, 0.1), invented(9, 30_000, rate=0.3))
    assert found.chosen > 2 * clean.chosen
    forgetful = play(p.StreamPlan(5, 0.1, memory_days=3.0), year)
    assert forgetful.chosen > clean.chosen


def test_schedule_covers_by_value():
    events = play(p.SecuritySchedule(resources=1.0)).events
    route = YEAR.seen["route"]
    cover = [events.chance[route == r][0] for r in range(6)]
    assert sum(cover) == pytest.approx(1.0)
    assert cover[0] > cover[1] == cover[2]
    with pytest.raises(ValueError, match="losses must name"):
        play(p.SecuritySchedule(losses=(1.0, 1.0)))


def test_learning_turns_towards_the_worst_group():
    year = invented(10, 40_000, rate=0.08)
    result = play(p.LearnedAndRandom(0.2, 0.2), year, learning=Learning("route", 0.08, 20.0, 90.0))
    rate = [np.mean(year.truth.kind[year.seen["route"] == r] > 0) for r in range(6)]
    late = year.time > 100 * 1440
    chosen = np.bincount(year.seen["route"][late & result.events.chosen], minlength=6)
    assert np.argmax(chosen) == np.argmax(rate)
    with pytest.raises(ValueError, match="give simulate a Learning"):
        play(p.LearnedAndRandom())


def test_policies_explain_their_parameters():
    import dataclasses

    for policy in (p.FixedPercent, p.ScoreAndRandom, p.StreamPlan, p.SecuritySchedule):
        for field in dataclasses.fields(policy):
            assert field.metadata["meaning"]
    assert all(row["meaning"] and row["source"] for row in Post().parameters())


def test_impossible_parameters_are_refused():
    for call in (
        lambda: p.FixedPercent(1.5),
        lambda: p.ScoreAndRandom(rate=-0.1),
        lambda: p.StreamPlan(0),
        lambda: Post(opens=900, closes=800),
        lambda: Post(screen=("laboratory",)),
        lambda: Post(staff=-1),
        lambda: Post(minutes_per_box=-1.0),
        lambda: Post(sensitivity=((0.5,),)),
        lambda: Learning("route", prior=0.0),
    ):
        with pytest.raises(ValueError, match=r"must|needs|opens before|unknown"):
            call()
    with pytest.raises(TypeError, match="function of the view"):
        p.RulesOnly()
