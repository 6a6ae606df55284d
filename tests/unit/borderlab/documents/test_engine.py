"""Columns, facets, findings and the catalogue."""

import dataclasses

import numpy as np
import pytest

from borderlab.documents import (
    UNDECIDED,
    all_rules,
    clean_permits,
    explain,
    frame_columns,
    real_reference,
    to_columns,
    verify,
)
from borderlab.documents import engine as engine_module
from borderlab.documents.defects import RECIPES, inject
from borderlab.documents.registry import CHECKS


def test_every_rule_is_decided_or_says_why_not():
    decided = {check.rule for check in CHECKS.values()}
    assert decided | set(UNDECIDED) == set(all_rules())
    assert not decided & set(UNDECIDED)
    assert len(decided) >= 110


def test_severity_of_a_part_never_exceeds_that_of_its_rule():
    for check in CHECKS.values():
        if check.severity:
            assert (check.severity, all_rules()[check.rule].severity) in {
                ("consult", "reject"),
                ("consult", "consult"),
            }


@pytest.fixture(scope="module")
def mixed():
    """Clean permits with every defect that needs no second permit among them."""
    permits = clean_permits(77, 300)
    return [*permits, *(inject(defect, 5).permit for defect in RECIPES)]


def test_combinations_give_the_same_as_row_by_row(mixed, invented, monkeypatch):
    rows = verify(mixed, invented)
    monkeypatch.setattr(engine_module, "SMALL", 1)
    packed = verify(mixed, invented)
    assert rows.matrix()[0] == packed.matrix()[0]
    np.testing.assert_array_equal(rows.matrix()[1], packed.matrix()[1])
    np.testing.assert_array_equal(rows.worst, packed.worst)
    for at in range(len(mixed)):
        assert [(f.rule.rule_id, f.lines) for f in rows.for_permit(at)] == [
            (f.rule.rule_id, f.lines) for f in packed.for_permit(at)
        ]


def test_table_holds_every_finding_once(mixed, invented):
    findings = verify(mixed, invented)
    table = findings.table()
    assert len(table["permit"]) == sum(len(findings.for_permit(at)) for at in range(len(mixed)))
    assert set(table["severity"]) <= {"note", "consult", "reject"}
    assert {"permit", "rule", "severity", "boxes", "basis", "confidence", "action", "trap"} <= set(
        table
    )


def test_only_runs_the_rules_asked_for(mixed, invented):
    findings = verify(mixed, invented, only=["R030"])
    assert findings.rules == ("R030",)
    np.testing.assert_array_equal(findings.mask("R030"), verify(mixed, invented).mask("R030"))


def test_unknown_rule_is_refused(invented):
    with pytest.raises(ValueError, match="R999"):
        verify([], invented, only=["R999"])


def test_no_permits_no_findings(invented):
    assert verify([], invented).worst.size == 0
    assert verify([], invented).table()["permit"].size == 0


def test_order_of_permits_does_not_change_their_findings(mixed, invented):
    there = verify(mixed, invented)
    order = np.random.default_rng(3).permutation(len(mixed))
    back = verify([mixed[at] for at in order], invented)
    ties = {"R014", "R022", "R023", "R064", "R138", "R139", "R124"}
    for rule in set(there.rules) - ties:
        np.testing.assert_array_equal(there.mask(rule)[order], back.mask(rule), err_msg=rule)


def test_permits_survive_the_way_into_columns(invented):
    permits = clean_permits(4, 50)
    c = to_columns(permits, invented)
    assert c.n == 50
    assert c.n_lines == sum(len(p.lines) for p in permits)
    states = [invented.states.values[code] for code in c.permit["issuer"]]
    assert states == [p.issuer for p in permits]
    days = c.permit["issue_date"].astype("datetime64[D]").tolist()
    assert days == [p.issue_date for p in permits]


def test_permits_are_frozen():
    with pytest.raises(dataclasses.FrozenInstanceError):
        clean_permits(1, 1)[0].number = "x"


def test_generated_shipments_plug_in(invented):
    """The tables of the world run through the same rules; known fraud on paper is found."""
    from borderlab import world

    made = world.generate(5, 4000)
    findings = verify(frame_columns(made.frame("shipments"), invented), invented)
    mechanism = made.frame("truth")["mechanism"].astype("object").to_numpy()
    for name, rule in (("reused_permit", "R022"), ("expired_permit", "R030")):
        there = mechanism == name
        if there.any():
            assert findings.mask(rule)[there].mean() > 0.9, name


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_rule_can_be_explained_in_every_language(language, mixed, invented):
    english = {}
    for finding in verify(mixed, invented):
        said = explain(finding, language)
        assert said.title
        assert said.rule
        assert "{" not in str(said)
        english.setdefault(finding.rule.rule_id, (said.title, explain(finding, "en").title))
    if language != "en":
        assert all(there != here for there, here in english.values())


def test_rules_below_verified_are_marked(invented):
    finding = verify(inject("DF02", 1).permit, invented, only=["R031", "R033"]).for_permit(0)[0]
    assert explain(finding, "en").mark == ("to be confirmed" if finding.rule.to_confirm else "")


def test_texts_marked_for_translation_are_those_of_the_table():
    from borderlab.documents import (
        rule_texts_action,
        rule_texts_logic,
        rule_texts_name,
        rule_texts_trap,
    )

    for part, module in (("name", rule_texts_name), ("logic", rule_texts_logic),
                         ("action", rule_texts_action), ("trap", rule_texts_trap)):  # fmt: skip
        assert set(module.TEXTS) == {getattr(rule, part) for rule in all_rules().values()} - {""}


@pytest.fixture
def two_permits():
    import pandas as pd

    return pd.DataFrame(
        {
            "permit_no": ["A1", "A2"],
            "issuer": ["CM", "CM"],
            "issue_date": pd.to_datetime(["2025-01-02", "2025-01-03"]),
            "valid_until": pd.to_datetime(["2025-06-02", "2025-09-30"]),
            "qty": [2.0, 3.0],
        }
    )


def test_one_rule_is_named_without_a_list(two_permits):
    found = verify(two_permits, real_reference(), only="R031")
    assert [(one.permit, one.rule.rule_id) for one in found] == [(1, "R031")]


@pytest.mark.filterwarnings("error")
def test_moments_with_a_time_zone_are_days(two_permits):
    zoned = two_permits.assign(issue_date=two_permits["issue_date"].dt.tz_localize("UTC"))
    for frame in (two_permits, zoned):
        found = verify(frame, real_reference(), only="R031")
        assert [one.permit for one in found] == [1]


@pytest.mark.parametrize(
    ("column", "cells", "said"),
    [
        ("issue_date", ["02/01/2025", "03/01/2025"], "'issue_date' .* must hold dates"),
        ("qty", ["2,5", "3"], "'qty' .* must hold numbers"),
        ("seal", ["yes", "no"], "'seal' .* must hold true, false or nothing"),
    ],
)
def test_a_column_that_cannot_be_read_is_named(two_permits, column, cells, said):
    with pytest.raises(ValueError, match=said):
        verify(two_permits.assign(**{column: cells}), real_reference())
