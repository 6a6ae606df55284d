# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""Step 12: the historic inspection policy - biased, imperfect, and the only source of labels.

Month by month: a random stratum with a known probability, then the highest scores until the
month's capacity is used. What is found raises the score of the traders concerned from the next
month on, so past attention feeds future attention.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from borderlab.world.clock import month_of_day
from borderlab.world.codes import DEFECTS, EPERMIT, FINDINGS, MECHANISMS, TOOLS
from borderlab.world.columns import Columns
from borderlab.world.places import atlas
from borderlab.world.register import Register
from borderlab.world.scenarios import Scenario
from borderlab.world.streams import Bits, Draws, bits

Ints = NDArray[np.int64]
_BIAS = ("QN", "QQ", "QT", "QW")  # origins the old policy looks at, whatever the goods
_NOISE = 24
_TOP = 160
# What each tool costs in officer minutes (teaching assumption; facts.md 5.8: nothing recent found).
_MINUTES = (12, 15, 10, 75)
_PAPER = frozenset(
    {
        "late_arrival",
        "blank_box",
        "higher_taxon",
        "new_signatory",
        "stamp_missing",
        "undesignated_port",
        "address_change",
        "retrospective_permit",
        "document_to_follow",
    }
)


@dataclass
class _Memory:
    """What the office knows of each trader at the start of a month."""

    shipments: NDArray[np.int32]
    hits: NDArray[np.int32]


def inspect(
    shipments: Columns, truth: Columns, net: Register, plan: Scenario, draws: Draws
) -> Columns:
    """Fill `prior_shipments` and `prior_hits` of the shipments and return the inspections."""
    n = shipments["presentation_day"].size
    memory = _Memory(np.zeros(net.state.size, np.int32), np.zeros(net.state.size, np.int32))
    month = month_of_day()[shipments["presentation_day"]]
    edges = np.searchsorted(month, np.arange(month_of_day()[-1] + 2))
    select, tool = draws.take("selection", n), draws.take("inspection", n)
    standing = _standing(shipments, net, plan)
    found: list[Columns] = []
    for first, last in itertools.pairwise(edges):
        if first == last:
            continue
        part = slice(int(first), int(last))
        who, seller = shipments["importer_id"][part], shipments["exporter_id"][part]
        before = memory.shipments[who]
        hits = memory.hits[who] + memory.hits[seller]
        shipments["prior_shipments"][part] = np.minimum(before, 30000)
        shipments["prior_hits"][part] = np.minimum(hits, 250)
        score = (
            standing[part]
            + plan.policy["hits"] * np.minimum(hits, 3)
            + plan.policy["new_trader"] * (before < 3)
        )
        chosen, reason, chance = _choose(score, hits, select[part], plan)
        rows = chosen + part.start
        result = _examine((shipments, truth), (rows, reason, chance), tool[rows], plan)
        found.append(result)
        memory.shipments += np.bincount(who, minlength=memory.shipments.size).astype(np.int32)
        guilty = result["shipment"][result["label"] == 1]
        for role in ("importer_id", "exporter_id"):
            memory.hits += np.bincount(shipments[role][guilty], minlength=memory.hits.size).astype(
                np.int32
            )
    return {name: np.concatenate([part[name] for part in found]) for name in found[0]}


def _standing(shipments: Columns, net: Register, plan: Scenario) -> Ints:
    """Points that do not change from month to month."""
    weight, codes = plan.policy, atlas().codes
    biased = np.array([code in _BIAS for code in codes])
    small = (net.age_months < 24).astype(np.int8)
    paper = (
        (shipments["valid_until"] < shipments["presentation_day"])
        | (shipments["document"] == 2)
        | (shipments["missing_boxes"] > 0)
        | (shipments["eperm"] == EPERMIT.index("MISMATCH"))
    )
    points = (
        weight["origin"] * biased[shipments["exporter"]].astype(np.int16)
        + weight["live"] * shipments["kind_live"]
        + weight["small_firm"] * small[shipments["importer_id"]]
        + weight["air"] * (shipments["mode"] == 0)
        + weight["paper"] * paper
    )
    return np.asarray(points, dtype=np.int16)


def _choose(
    score: Ints, hits: Ints, draw: NDArray[np.uint64], plan: Scenario
) -> tuple[Ints, Ints, NDArray[np.float32]]:
    """Rows inspected in a month, why, and the logged probability of the random stratum."""
    per = plan.inspected_share * plan.random_share
    drawn = bits(draw, 0, 16) < round(65536 * per)
    value = np.minimum(4 * score + (bits(draw, 16, 16) * _NOISE >> 16), _TOP - 1)
    counts = np.bincount(value[~drawn], minlength=_TOP)
    capacity = round(score.size * (plan.inspected_share - per))
    above = np.cumsum(counts[::-1])[::-1]
    edge = int(np.argmax(above <= capacity))
    room = capacity - int(above[edge])
    share = min(max(65536 * room // max(int(counts[edge - 1]), 1), 0), 65536) if edge else 0
    partly = (value == edge - 1) & (bits(draw, 32, 16) < share)
    profile = ~drawn & ((value >= edge) | partly)
    rows = np.nonzero(drawn | profile)[0]
    reason = np.where(drawn[rows], 0, np.where(hits[rows] > 0, 2, 1))
    chance = np.where(drawn[rows], np.float32(round(65536 * per) / 65536), np.float32(np.nan))
    return rows, reason, chance.astype(np.float32)


def _examine(
    tables: tuple[Columns, Columns],
    choice: tuple[Ints, Ints, NDArray[np.float32]],
    draw: Bits,
    plan: Scenario,
) -> Columns:
    """Tools used, what they show, and the label that results."""
    (shipments, truth), (rows, reason, chance) = tables, choice
    random = reason == 0
    use = np.stack(
        [
            np.ones(rows.size, dtype=np.bool_),
            (bits(draw, 0, 8) < 128) & (shipments["mode"][rows] < 2),
            bits(draw, 8, 8) < 36,
            bits(draw, 16, 8) < np.where(random, 205, 125),
        ]
    )
    chances = np.array(
        [[round(256 * c) for c in plan.detection.get(name, (0, 0, 0, 0))] for name in MECHANISMS]
    )
    alarms = np.array([round(4096 * value) for value in plan.false_alarm])
    mechanism = truth["mechanism"][rows]
    seen = np.stack(
        [
            use[t] & (bits(draw, 24 + 8 * (t % 4), 8) < chances[mechanism, t])
            for t in range(len(TOOLS))
        ]
    )
    false = np.stack([use[t] & (bits(draw, 4 + 12 * t, 12) < alarms[t]) for t in range(len(TOOLS))])
    hit = seen.any(axis=0) & (mechanism > 0)
    defect = truth["defect"][rows]
    on_paper = np.array([name in _PAPER for name in DEFECTS])[defect]
    count = (defect > 0) & ~on_paper & use[3]
    error = ~hit & (on_paper & (bits(draw, 56, 8) < 180) | count)
    alarm = ~hit & ~error & (mechanism == 0) & (false[1] | false[2]) & ~use[3]
    finding = np.where(hit, mechanism, 0)
    finding = np.where(
        error,
        np.where(on_paper, FINDINGS.index("paper error"), FINDINGS.index("count differs")),
        finding,
    )
    finding = np.where(alarm, FINDINGS.index("false alarm"), finding)
    scan = np.where(
        seen[1],
        60 + bits(draw, 32, 5),
        np.where(false[1], 50 + bits(draw, 32, 5), bits(draw, 32, 6) * 55 // 63),
    )
    cost = np.array(_MINUTES)
    return {
        "shipment": rows.astype(np.int32),
        "reason": reason.astype(np.int8),
        "selection_probability": chance,
        **{f"used_{name}": use[t] for t, name in enumerate(TOOLS)},
        "scan_score": np.where(use[1], scan, -1).astype(np.int8),
        "dog_alert": np.where(use[2], (seen[2] | false[2]).astype(np.int8), np.int8(-1)).astype(
            np.int8
        ),
        "minutes": (cost[:, None] * use).sum(axis=0).astype(np.int16),
        "result": np.where(hit, 2, np.where(error | alarm, 1, 0)).astype(np.int8),
        "finding": finding.astype(np.int8),
        "label": hit.astype(np.int8),
    }
