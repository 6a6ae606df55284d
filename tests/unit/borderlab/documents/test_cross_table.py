"""The full cross table: every injected defect against the rules that must, and must not, fire."""

import re

import numpy as np
import pytest

from borderlab.documents import all_defects, clean_permits, verify
from borderlab.documents.defects import RECIPES, inject

SEEDS = (1, 20, 300)
# Rules that defects.csv expects, and why the injected permit cannot show them.
NOT_SHOWN = {
    "DF04": {"R145": "a digit added to box 11 makes it larger than box 14, not smaller"},
}
# Benign look-alikes: the finding that remains, as a note, and why it does.
REMAINS = {
    "BN01": {"R129": "the rule is itself a note"},
    "BN02": {"R146": "the exporting authority has confirmed, so the question becomes a note"},
    "BN03": {"R149": "the rule is itself a note"},
    "BN05": {"R071": "the rule is itself a note"},
    "BN06": {"R096": "the authority has confirmed the nursery"},
    "BN09": {"R042": "31 August can be a weekend: a note"},
    "BN11": {"R042": "the day of issue can be a weekend: a note"},
    "BN12": {"R077": "the authority has confirmed the introduced population"},
    "BN13": {"R079": "the rule is itself a note"},
    "BN21": {"R008": "the authority has confirmed the signatory"},
}
DEFECTS = [defect for defect in RECIPES if defect.startswith("DF")]
BENIGN = [defect for defect in RECIPES if defect.startswith("BN")]


def found_by(injected, reference):
    """Findings on the last permit of those presented together."""
    findings = verify(list(injected.permits), reference)
    return findings, findings.for_permit(len(injected.permits) - 1)


def test_every_row_of_the_table_has_a_recipe():
    assert set(RECIPES) == set(all_defects())
    assert len(DEFECTS) == 60
    assert len(BENIGN) == 22


@pytest.mark.parametrize("defect", DEFECTS)
def test_recipe_expects_what_the_table_expects(defect):
    wanted = set(re.findall(r"R\d{3}", all_defects()[defect].expected))
    assert set(RECIPES[defect].rules) == wanted - set(NOT_SHOWN.get(defect, {}))


@pytest.mark.parametrize("defect", DEFECTS)
def test_defect_is_found(defect, invented):
    """Recall 1.0: all expected rules fire, on every seed."""
    for seed in SEEDS:
        injected = inject(defect, seed)
        _, found = found_by(injected, invented)
        assert set(injected.rules) <= {one.rule.rule_id for one in found}, (defect, seed)


@pytest.mark.parametrize("defect", RECIPES)
def test_permit_is_clean_before_the_injection(defect, invented):
    for seed in SEEDS:
        assert verify([inject(defect, seed).clean], invented).worst.tolist() == [0]


@pytest.mark.parametrize("defect", BENIGN)
def test_benign_look_alike_is_at_most_a_note(defect, invented):
    for seed in SEEDS:
        injected = inject(defect, seed)
        findings, found = found_by(injected, invented)
        assert findings.worst.max(initial=0) <= 1, (defect, seed, found)
        assert {one.rule.rule_id for one in found} <= set(REMAINS.get(defect, {}))
        assert set(injected.rules) <= {one.rule.rule_id for one in found}


@pytest.mark.parametrize(("defect", "rule"), [("BN02", "R146"), ("BN06", "R096"), ("BN21", "R008")])
def test_without_confirmation_a_look_alike_is_a_question_and_never_a_refusal(
    defect, rule, invented
):
    from borderlab.documents import changed

    permit = changed(inject(defect, 4).permit, confirmed=None)
    found = {one.rule.rule_id: one.severity for one in verify(permit, invented).for_permit(0)}
    assert found == {rule: "consult"}


def test_no_rejecting_rule_on_ten_thousand_clean_permits(invented):
    findings = verify(clean_permits(seed=20260305, n=10_000), invented)
    assert np.bincount(findings.worst, minlength=4).tolist() == [10_000, 0, 0, 0]


def test_injection_changes_nothing_else_and_repeats():
    first, again = inject("DF28", 9), inject("DF28", 9)
    assert first == again
    line, before = first.permit.lines[0], first.clean.lines[0]
    assert line.acquisition_date != before.acquisition_date
    assert line.taxon == before.taxon


def test_injection_into_an_unsuitable_permit_is_refused():
    with pytest.raises(ValueError, match="reexport"):
        inject("DF17", 1, clean_permits(1, 1, ["wild"])[0])


@pytest.mark.parametrize("defect", RECIPES)
def test_one_permit_on_a_click_gives_the_same_as_a_batch(defect, invented):
    """The fast path of single values and the arrays agree on every rule within one permit."""
    permit = inject(defect, 7).permit
    alone = [
        (f.rule.rule_id, f.part, f.severity, f.lines)
        for f in verify(permit, invented).for_permit(0)
    ]
    batch = [
        (f.rule.rule_id, f.part, f.severity, f.lines)
        for f in verify([permit], invented).for_permit(0)
    ]
    assert alone == batch
