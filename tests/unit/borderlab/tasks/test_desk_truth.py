"""The wording of a rule's next step decides what earns credit: these rules and no others."""

from __future__ import annotations

import pytest

from borderlab.documents.catalogue import SEVERITIES, all_rules
from borderlab.documents.findings import Finding
from borderlab.tasks.desk_truth import action_credit, issue

ASKS_FIRST = """
    R002 R003 R008 R010 R013 R016 R017 R018 R020 R024 R034 R035 R038 R057 R065 R072 R075 R076 R077
    R078 R090 R091 R094 R096 R097 R098 R100 R101 R102 R106 R107 R108 R109 R110 R111 R112 R114 R120
    R121 R122 R123 R124 R125 R126 R127 R135 R136 R137 R138 R139 R142 R144 R147 R150 R153 R154 R162
    R172 R173 R180 R181 R183
"""
"""Rules that say to ask before anything else: asking is as good as refusing."""
LOOKS_FIRST = "R005 R006 R075 R111 R113 R151 R156 R162"
"""Rules that say to look at the goods or at samples: holding for inspection is right."""
EARNS = {
    "reject": {"refuse": 1.0, "consult": 0.6, "inspect": 0.4, "note": 0.0, "accept": 0.0},
    "consult": {"consult": 1.0, "inspect": 0.6, "refuse": 0.4, "note": 0.2, "accept": 0.0},
    "note": {"note": 1.0, "consult": 0.7, "inspect": 0.4, "accept": 0.3, "refuse": 0.1},
}


@pytest.mark.parametrize("severity", SEVERITIES)
def test_credit_of_each_action_for_each_rule(severity: str) -> None:
    for rule_id, rule in all_rules().items():
        found = Finding(0, rule, "", severity)
        wanted = dict(EARNS[severity])
        if rule_id in ASKS_FIRST:
            wanted["consult"] = 1.0
        if rule_id in LOOKS_FIRST:
            wanted["inspect"] = 1.0
        one = issue([found], required=True)
        assert action_credit([one], [found], harmless=False) == wanted, rule_id
