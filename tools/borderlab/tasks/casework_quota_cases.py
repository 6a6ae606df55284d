"""What happens under published quotas in the register: overruns, and what only looks like one."""

from __future__ import annotations

import datetime as dt
import random

from borderlab.tasks.casework_book import OVER, QUOTA_CASES, YEAR, Book, Quota, Row, published

Line = tuple[str, str, str, float, str]


def add_quotas(book: Book) -> None:
    """Draw one quota per case and the permits under it."""
    cases = [case for case, n in QUOTA_CASES for _ in range(n)]
    weighed = [quota for quota in published() if quota.unit == "KGM"]
    counted = [quota for quota in published() if quota.unit == "NAR" and quota.term != "TRO"]
    picked = book.rng.sample(counted, len(cases) - 1)
    for case in cases:
        quota = book.rng.choice(weighed) if case == "grams" else picked.pop()
        pair = quota.issuer, quota.taxon
        book.quotas[pair], book.cases[pair] = quota, case
        _fill(book, quota, case)


def _share(case: str, rng: random.Random) -> float:
    """Share of the quota that the permits which count take up."""
    if case == "over":
        return rng.uniform(1.06, 1.5)
    return {"over_close": 1.004, "exact": 1.0}.get(case, rng.uniform(0.72, 0.94))


def _parts(total: int, n: int, rng: random.Random) -> list[int]:
    """A whole number in n parts, none of them tiny."""
    weights = [rng.uniform(0.5, 1.5) for _ in range(n)]
    parts = [max(1, int(total * weight / sum(weights))) for weight in weights]
    parts[-1] += total - sum(parts)
    return parts


def _fill(book: Book, quota: Quota, case: str) -> None:
    rng = book.rng
    total = round(quota.amount * _share(case, rng))
    if case == "over_close":
        total = max(total, int(quota.amount) + 1)
    count = rng.randint(5, 8)
    until = 240 if case == "seen_twice" else 340
    made = [
        book.permit([_line(quota, part)], quota.issuer, until=until)
        for part in _parts(total, count, rng)
    ]
    rest = quota.amount - total
    if case not in (*OVER, "exact", "below"):
        _CASES[case](book, quota, made, rest)


def _line(quota: Quota, amount: float, **values: str) -> Line:
    """One line under a quota, or near it."""
    return (quota.taxon, values.get("term", quota.term), values.get("source", "W"),
            float(amount), values.get("unit", quota.unit))  # fmt: skip


def _beyond(rest: float, rng: random.Random) -> int:
    """An amount that brings the sum clearly above the quota, if it is wrongly counted."""
    return int(rest * rng.uniform(1.3, 2.4)) + 5


def _other_source(book: Book, quota: Quota, _made: list[list[Row]], rest: float) -> None:
    for part in _parts(_beyond(rest, book.rng), 2, book.rng):
        book.permit([_line(quota, part, source="C")], quota.issuer)


def _other_term(book: Book, quota: Quota, _made: list[list[Row]], rest: float) -> None:
    term = "LPS" if quota.term == "SKI" else "SPE"
    for part in _parts(_beyond(rest, book.rng), 2, book.rng):
        book.permit([_line(quota, part, term=term)], quota.issuer)


def _seen_twice(book: Book, _quota: Quota, made: list[list[Row]], rest: float) -> None:
    """A reused permit: bad enough, but its quantity was authorised once."""
    row = max((rows[0] for rows in made), key=lambda one: one.quantity)
    if row.quantity <= rest:
        row = _enlarge(book, row, _beyond(rest, book.rng))
    shown = book.later(row.presented, 9, 70)
    book.again([row], presented=shown, waybill=book.bill())
    book.reused[row.permit_no] = "seen_twice"


def _enlarge(book: Book, row: Row, amount: int) -> Row:
    """Move quantity from the other permits of the quota to this one, so that the sum stays."""
    mates = [r for r in book.rows if (r.issuer, r.taxon) == (row.issuer, row.taxon) and r != row]
    need = amount - row.quantity
    for mate in mates:
        take = min(need, max(0.0, mate.quantity - 1))
        book.rows[book.rows.index(mate)] = mate._replace(quantity=mate.quantity - take)
        need -= take
    bigger = row._replace(quantity=amount - need)
    book.rows[book.rows.index(row)] = bigger
    return bigger


def _replaced(book: Book, quota: Quota, _made: list[list[Row]], rest: float) -> None:
    """A cancelled permit that was recorded before its replacement came."""
    amount = int(rest * book.rng.uniform(0.75, 0.95))
    old = book.permit([_line(quota, amount)], quota.issuer, until=200)[0]
    number = book.number(quota.issuer, YEAR)
    issued = book.later(old.presented, 3, 12)
    book.again([old], permit_no=number, replaces=old.permit_no, issued=issued,
               presented=book.later(issued, 5, 30))  # fmt: skip
    book.innocent[number] = "replacement"


def _last_year(book: Book, quota: Quota, _made: list[list[Row]], rest: float) -> None:
    """Issued in December, presented in spring: it used the quota of the year before."""
    for part in _parts(_beyond(rest, book.rng), 2, book.rng):
        row = book.permit([_line(quota, part)], quota.issuer, until=60)[0]
        issued = dt.date(YEAR - 1, 12, book.rng.randint(1, 22))
        number = book.number(quota.issuer, YEAR - 1)
        book.numbers.discard(row.permit_no)
        book.rows[-1] = row._replace(issued=issued, permit_no=number)


def _grams(book: Book, quota: Quota, _made: list[list[Row]], rest: float) -> None:
    """One permit states its kilograms in grams."""
    amount = max(1, int(rest * 0.6))
    book.permit([_line(quota, amount * 1000, unit="GRM")], quota.issuer)


_CASES = {
    "other_source": _other_source,
    "other_term": _other_term,
    "seen_twice": _seen_twice,
    "replaced": _replaced,
    "last_year": _last_year,
    "grams": _grams,
}
