"""Permit, papers and goods: what is drawn, what is revealed, and what each difference rests on."""

from __future__ import annotations

import pytest
from traitlets import TraitError

import borderlab as kit
from borderlab.documents import all_rules
from borderlab.i18n import set_language
from borderlab.widgets import casework_compare_model as model


@pytest.fixture(autouse=True)
def _english():
    set_language("en")
    yield
    set_language("en")


@pytest.mark.parametrize("seed", range(12))
def test_differences_of_both_kinds_are_drawn_and_rest_on_rules(seed: int) -> None:
    drawn = model.consignment(seed, 2, 3)
    verdicts = [one.verdict for one in drawn.entries]
    assert verdicts.count("matters") == 2
    assert verdicts.count("ordinary") >= 2
    for one in drawn.entries:
        texts = {text for text in (one.permit, one.papers, one.goods) if text}
        if one.verdict == "same":
            assert one.rule == one.why == ""
        else:
            assert one.rule in all_rules()
            assert len(texts) > 1, "there is a difference to see"
            assert one.why


def test_every_change_is_drawn_on_some_seed() -> None:
    whys = {e.why for seed in range(60) for e in model.consignment(seed, 3, 3).entries if e.why}
    assert len(whys) == len(model.MATTERS) + len(model.ORDINARY)


def test_the_same_seed_gives_the_same_consignment() -> None:
    first = model.consignment(4, 2, 2)
    assert first == model.consignment(4, 2, 2)
    assert first.entries != model.consignment(5, 2, 2).entries


def test_nothing_of_the_answer_travels_before_it_is_asked_for() -> None:
    papers = kit.compare_papers(seed=3)
    assert papers.answer == {}
    assert all(set(one) == {"id", "name", "permit", "papers", "goods"} for one in papers.entries)
    assert "matters" not in papers.summary
    papers.revealed = True
    assert set(papers.answer["entries"]) == {one["id"] for one in papers.entries}
    assert "matters" in papers.summary
    papers.revealed = False
    assert papers.answer == {}


def test_choices_are_counted_and_odd_ones_left_out() -> None:
    papers = kit.compare_papers(seed=3)
    papers.choices = {one.id: one.verdict for one in papers.drawn.entries}
    papers.revealed = True
    n = len(papers.drawn.entries)
    assert papers.right == n
    assert papers.answer["said"] == f"You judged {n} of {n} entries rightly."
    papers.choices = {"species": "nonsense", "other": "same", "quantity": "same"}
    assert papers.choices == {"quantity": "same"}


def test_the_reveal_names_rule_basis_and_confidence() -> None:
    papers = kit.compare_papers(seed=3)
    papers.revealed = True
    for one in papers.drawn.entries:
        told = papers.answer["entries"][one.id]
        if one.rule:
            assert told["basis"].startswith(f"{one.rule}: ")
            confirm = all_rules()[one.rule].confidence != "verified"
            assert ("to be confirmed" in told["basis"]) is confirm


@pytest.mark.parametrize("values", [{"matters": 5}, {"ordinary": -1}])
def test_bad_arguments_are_refused(values: dict[str, int]) -> None:
    with pytest.raises(TraitError, match="goes from 0 to 4"):
        kit.compare_papers(**values)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_without_a_browser_it_is_a_table(language: str, monkeypatch) -> None:
    set_language(language)
    monkeypatch.setenv("BORDERLAB_HEADLESS", "1")
    still = kit.compare_papers(seed=2)
    assert "<table>" in still.html
    assert still.text.count("\n") >= 8
    assert "{" not in still.text
