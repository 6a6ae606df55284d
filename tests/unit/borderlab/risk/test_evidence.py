"""Evidence is three-valued, sees only the past, and never the truth."""

import numpy as np
import pandas as pd
import pytest

from borderlab.risk.indicator_table import computable
from borderlab.risk.matrix import ABSENT, MISSING, PRESENT, Evidence, evidence


def test_every_state_is_one_of_three(found, small_world):
    assert found.states.shape == (len(computable()) - 1, small_world.n)
    assert found.states.dtype == np.int8
    assert set(np.unique(found.states)) == {ABSENT, PRESENT, MISSING}


def test_it_is_computed_once_for_a_world(found, small_world):
    assert evidence(small_world) is found


def test_the_future_does_not_change_the_evidence(frames, found):
    """Cut the tables at a day: what came before keeps its evidence, inspections included."""
    ships = frames["shipments"]
    for share in (0.3, 0.7):
        day = ships["presentation_date"].iloc[int(share * len(ships))]
        early = ships[ships["presentation_date"] < day]
        cut = {**frames, "shipments": early}
        for name in ("permits", "permit_lines"):
            cut[name] = frames[name][frames[name]["permit_no"].isin(early["permit_no"])]
        seen = frames["inspections"]["shipment_id"].isin(early["shipment_id"])
        cut["inspections"] = frames["inspections"][seen]
        np.testing.assert_array_equal(
            evidence(cut).states, found.states[:, : len(early)], err_msg="the future leaks"
        )


def test_results_of_the_same_day_are_not_used(frames, found):
    """Swap every label of the last day: no evidence may change."""
    ships, seen = frames["shipments"], frames["inspections"].copy()
    last = ships.loc[ships["presentation_date"] == ships["presentation_date"].max(), "shipment_id"]
    rows = seen["shipment_id"].isin(last)
    assert rows.any()
    seen.loc[rows, "label"] = 1 - seen.loc[rows, "label"]
    changed = evidence({**frames, "inspections": seen})
    np.testing.assert_array_equal(changed.states, found.states)


def test_truth_is_not_asked_for(frames, found):
    assert "truth" not in frames
    np.testing.assert_array_equal(evidence(frames).states, found.states)


def test_files_of_the_kit_give_the_same_kind_of_evidence():
    from borderlab.world import load

    names = ("shipments", "permits", "permit_lines", "traders", "inspections")
    got = evidence({name: load(name) for name in names})
    assert got.n == 5_000
    assert got.decisive.mean() < 0.1


def test_missing_papers_are_missing_and_not_absent(frames, found):
    none = (frames["shipments"]["document_type"] == "none_presented").to_numpy()
    assert none.any()
    for one in ("IND-001", "IND-003", "IND-005", "IND-006", "IND-007", "IND-013", "IND-017"):
        assert np.all(found.row(one)[none] == MISSING), one


def test_no_answer_is_not_a_no(frames, found):
    status = frames["shipments"]["eperm_status"].astype(object)
    row = found.row("IND-013")
    assert np.all(row[status.isin(["NO_ANSWER", "NOT_CONNECTED"]).to_numpy()] == MISSING)
    assert np.all(row[(status == "MATCH").to_numpy()] == ABSENT)
    assert np.all(row[status.isin(["MISMATCH", "NOT_FOUND"]).to_numpy()] == PRESENT)


def one_line(**changes):
    """A shipments table of two rows, the second changed."""
    from borderlab.world import load

    names = ("shipments", "permits", "permit_lines", "traders", "inspections")
    tables = {name: load(name) for name in names}
    plain = tables["shipments"]
    clean = plain[(plain["document_type"] == "export_permit") & (plain["mode"] == "air")]
    two = pd.concat([clean.iloc[[0]], clean.iloc[[0]]], ignore_index=True)
    two["shipment_id"] = ["A", "B"]
    two["permit_no"] = ["P1", "P2"]
    two = two.astype(
        {name: object for name in two.columns if isinstance(two[name].dtype, pd.CategoricalDtype)}
    )
    for name, value in changes.items():
        two.loc[1, name] = value
    return {**tables, "shipments": two, "inspections": tables["inspections"].head(0)}


DAY = pd.Timedelta(days=1)
CASES = {
    "IND-001": {"permit_no": "P1", "presentation_date": pd.Timestamp("2027-01-05")},
    "IND-002": {"issuer": "QV-XX"},
    "IND-003": {"valid_until": pd.Timestamp("2023-01-01")},
    "IND-004": {"departure_date": pd.Timestamp("2020-01-01")},
    "IND-005": {"missing_boxes": 2},
    "IND-006": {"qty_presented": 1e9},
    "IND-007": {"signature_match": "no"},
    "IND-008": {"stamp_present": "no"},
    "IND-012": {"species": "Python bivittatus", "taxon_rank": "genus"},
    "IND-013": {"eperm_status": "NOT_FOUND"},
    "IND-014": {"species": "Loxodonta africana", "origin": "QT", "source": "W"},
    "IND-015": {"purpose": "Z", "consignee_type": "hotel_or_villa"},
    "IND-016": {"species": "Psittacus erithacus", "origin": "QN"},
    "IND-017": {"quota": 100.0, "quota_used": 101.0},
    "IND-023": {"species": "Acinonyx jubatus", "appendix": "I", "purpose": "T", "term": "LIV",
                "source": "W"},
    "IND-024": {"term": "CAV"},
    "IND-026": {"species": "Loxodonta africana", "source": "X"},
    "IND-032": {"species": "Dalbergia spp.", "term": "SAW"},
    "IND-033": {"hs6": "970529"},
    "IND-035": {"gross_kg": 100.0, "measured_kg": 106.0},
    "IND-036": {"unit": "NAR", "pieces": 1, "net_kg": 1e6},
    "IND-037": {"value": 10.0, "freight": 4.0},
    "IND-038": {"value": 10.0, "insured_value": 20.0},
    "IND-047": {"legs": 2, "distance_ratio": 2.0},
    "IND-048": {"amendments": 1},
    "IND-049": {"amendments": 2},
    "IND-050": {"origin_port": None},
    "IND-051": {"transit": "QW", "storage_days": 20},
    "IND-052": {"transit": "QW", "document_type": "none_presented", "permit_no": None},
    "IND-056": {"freezone_flag": True, "amendments": 1},
    "IND-058": {"designated_port": False, "mode": "land"},
    "IND-059": {"arrival_ts": pd.Timestamp("2026-01-03 12:00")},
    "IND-060": {"designated_port": False},
    "IND-063": {"company_age": 1.0, "address_type": "hotel"},
    "IND-064": {"address_type": "PO_box"},
    "IND-071": {"agent_changed": True},
    "IND-075": {"payment_mode": "cash"},
    "IND-076": {"payment_mode": "third_party"},
    "IND-079": {"species": "Python bivittatus", "term": "LIV", "importer_sector": "timber",
                "payment_mode": "cash"},
    "IND-082": {"mode": "post", "exporter_id": "ZZ-000000"},
    "IND-083": {"mode": "post", "source": None},
    "IND-085": {"mode": "air", "value": 5.0, "freight": 2.0},
    "IND-092": {"term": "LIV", "unit": "NAR", "qty_endorsed": 100.0, "qty_presented": 80.0},
}  # fmt: skip


@pytest.mark.parametrize("one", CASES)
def test_each_rule_fires_on_its_case(one):
    got = evidence(one_line(**CASES[one]), [one])
    assert got.states[0, 1] == PRESENT


@pytest.mark.parametrize("one", sorted(set(CASES) - {"IND-024", "IND-033", "IND-059", "IND-047"}))
def test_each_rule_is_silent_on_a_clean_consignment(one):
    assert evidence(one_line(), [one]).states[0, 0] != PRESENT


def test_scan_is_not_used_for_choosing_but_can_be_asked_for(small_world, found):
    assert "IND-046" not in found.ids
    with_scan = evidence(small_world, scanned=True)
    row = with_scan.row("IND-046")
    assert (row == PRESENT).any()
    assert (row == MISSING).mean() > 0.5


def test_a_profile_that_stops_finding_raises_the_drift_alarm(frames):
    """Blank all finds of the second half: the alarm must ring there, and hardly before."""
    from borderlab import world

    made = world.generate(5, 12_000)
    tables = {name: made.frame(name) for name in frames}
    seen = tables["inspections"]
    cut = tables["shipments"]["shipment_id"].iloc[6_000]
    seen.loc[seen["shipment_id"] >= cut, "label"] = 0
    row = evidence(tables, ["IND-093"]).states[0]
    assert (row[11_000:] == PRESENT).all()
    assert (row[:6_000] == PRESENT).mean() < 0.3


def test_cards_and_parts(found):
    card = found.of(3)
    assert sum(map(len, card.values())) == len(found.ids)
    less = found.without(["IND-003"]).take(np.arange(10))
    assert less.states.shape == (len(found.ids) - 1, 10)
    with pytest.raises(ValueError, match="IND-003"):
        less.row("IND-003")


def test_clear_sentences(frames):
    with pytest.raises(ValueError, match="cannot decide IND-045"):
        evidence(frames, ["IND-045"])
    with pytest.raises(ValueError, match="traders"):
        evidence({name: frame for name, frame in frames.items() if name != "traders"})
    bare = {**frames, "shipments": frames["shipments"].drop(columns="legs")}
    with pytest.raises(ValueError, match="no column legs"):
        evidence(bare, ["IND-047"])
    with pytest.raises(ValueError, match="one row"):
        Evidence(np.zeros((2, 3), np.int8), ("IND-001",))


def test_no_consignment_at_all(frames):
    empty = {name: frame.head(0) for name, frame in frames.items()}
    assert evidence(empty).states.shape[1] == 0
