"""Rules across permits: the same answer in whatever order the permits are given."""

import datetime as dt
import random

import pytest

from borderlab.documents import changed, verify
from unit.borderlab.documents.papers import amended, ivory, reexport, wood

D = dt.date
FIRST, SECOND, THIRD = D(2024, 4, 10), D(2024, 4, 20), D(2024, 5, 1)
LEDGER = {"R014", "R022", "R023", "R064", "R124", "R138", "R139"}


def seen(day, **values):
    """A permit presented on a day, under its own waybill."""
    return wood(**{"event_date": day, "waybill": f"AWB {day}", **values})


def two_lines(one, other, **values):
    """The permit with a second line like the first."""
    return changed(one, lines=(*one.lines, amended(other, **values).lines[0]))


def trophy(n, day, used, qty=20.0, **values):
    """Leopard trophies under the quota of 40 of the Central African Republic."""
    return wood(**{"taxon": "Panthera pardus", "term": "TRO", "appendix": "I", "unit": "NAR",
                   "purpose": "H", "issuer": "CF", "number": f"CF-{n}", "event_date": day,
                   "qty": qty, "quota_used": used, "quota_total": 40.0, **values})  # fmt: skip


def logged(n, day, issued, used, qty=10.0, **values):
    """Wood under a national quota that only box 11a tells of."""
    return wood(**{"number": f"CM-{n}", "event_date": day, "issue_date": issued,
                   "quota_used": used, "quota_total": 500.0, "qty": qty, **values})  # fmt: skip


def back(n, day, qty, **values):
    """A re-export of part of 100 cubic metres."""
    return reexport(**{"number": f"CH-{n}", "event_date": day, "qty": qty, "origin_qty": 100.0,
                       **values})  # fmt: skip


BARK = {"taxon": "Prunus africana", "term": "BAR"}
CASES = {
    "a second look within one clearance": (
        [seen(FIRST), seen(FIRST)], ["", ""]),
    "the same permit at three ports": (
        [seen(FIRST), seen(SECOND), seen(THIRD)], ["", "R022 R064", "R022 R064"]),
    "the same number of another State": (
        [seen(FIRST), seen(SECOND, issuer="GA")], ["", ""]),
    "a musician on two journeys": (
        [ivory(doc_type="MUSICAL", event_date=day, number="M") for day in (FIRST, SECOND)],
        ["", ""]),
    "a clone": (
        [seen(FIRST), seen(SECOND, qty=99.0)], ["", "R022 R023 R064"]),
    "a clone with quantities exchanged between its lines": (
        [two_lines(seen(FIRST), wood(), term="LOG", qty=3.0),
         two_lines(seen(SECOND, qty=3.0), wood(), term="LOG")], ["", "R022 R023 R064"]),
    "lines in another order": (
        [two_lines(seen(FIRST), wood(), term="LOG"),
         two_lines(seen(FIRST, term="LOG"), wood())], ["", ""]),
    "the importer noted only once": (
        [seen(FIRST), seen(FIRST, importer_name=None)], ["", ""]),
    "the quantity noted only once": (
        [seen(FIRST), seen(FIRST, qty=None)], ["", ""]),
    "issuers that nobody knows": (
        [seen(FIRST, issuer=None), seen(SECOND, issuer="QQ"), seen(THIRD)], ["", "", ""]),
    "no issuer anywhere": (
        [seen(FIRST, issuer=None), seen(SECOND, issuer=None)], ["", "R022 R064"]),
    "one stamp on two documents": (
        [seen(FIRST, stamp_affixed_no="S1", number="CM-1"),
         seen(SECOND, stamp_affixed_no=" s1", number="CM-2")], ["", "R014"]),
    "a stamp on a document whose number was not noted": (
        [seen(FIRST, stamp_affixed_no="S1", number=None),
         seen(SECOND, stamp_affixed_no="S1", number="CM-2")], ["", ""]),
    "a quota that is full": (
        [trophy(1, FIRST, 20.0), trophy(2, SECOND, 40.0)], ["", ""]),
    "one quota for trophies and skins": (
        [trophy(1, FIRST, 20.0), trophy(2, SECOND, 40.0, term="SKI"),
         trophy(3, THIRD, 60.0, term="SKI")], ["", "", "R139"]),
    "the quota of the next year": (
        [trophy(1, FIRST, 40.0, 40.0),
         trophy(2, D(2025, 4, 1), 40.0, 40.0, issue_date=D(2025, 3, 5))], ["", ""]),
    "a quota in pieces and goods in kg": (
        [trophy(1, FIRST, None, 90.0, unit="KGM", term="SKI"),
         trophy(2, SECOND, 40.0, 40.0)], ["", ""]),
    "parallel permits under a quota of box 11a alone": (
        [logged(1, FIRST, D(2024, 3, 5), 10.0), logged(2, SECOND, D(2024, 3, 6), 10.0)],
        ["", "R138"]),
    "totals that grow": (
        [logged(1, FIRST, D(2024, 3, 5), 10.0), logged(2, SECOND, D(2024, 3, 6), 20.0)],
        ["", ""]),
    "totals in kg and in g": (
        [logged(1, FIRST, D(2024, 3, 5), 1.0, 1.0, **BARK, unit="KGM"),
         logged(2, SECOND, D(2024, 3, 6), 1500.0, 500.0, **BARK, unit="GRM")], ["", ""]),
    "another source under its own quota": (
        [logged(1, FIRST, D(2024, 3, 5), 10.0),
         logged(2, SECOND, D(2024, 3, 6), 10.0, source="A")], ["", ""]),
    "re-exports of no more than came in": (
        [back(1, FIRST, 60.0), back(2, SECOND, 40.0)], ["", ""]),
    "re-exports of more than came in": (
        [back(1, FIRST, 60.0), back(2, SECOND, 41.0)], ["", "R124"]),
    "one of them does not say what came in": (
        [back(1, FIRST, 60.0, origin_qty=None), back(2, SECOND, 41.0)], ["", "R124"]),
    "one certificate seen twice": (
        [back(1, FIRST, 60.0), back(1, FIRST, 60.0)], ["", ""]),
    "re-exports in kg and in g": (
        [back(1, FIRST, 60.0, **BARK, unit="KGM"),
         back(2, SECOND, 41_000.0, **BARK, unit="GRM", origin_unit="KGM")], ["", "R124"]),
}  # fmt: skip


@pytest.mark.parametrize("case", list(CASES))
def test_ledger(real, case):
    permits, expected = CASES[case]
    order = list(range(len(permits)))
    for seed in range(4):
        found = verify([permits[at] for at in order], real)
        for place, at in enumerate(order):
            rules = {one.rule.rule_id for one in found.for_permit(place)} & LEDGER
            assert rules == set(expected[at].split()), (seed, at)
        random.Random(seed).shuffle(order)  # noqa: S311  (no secret)
