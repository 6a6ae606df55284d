"""Numbers that come up twice in the register: reused permits, and those that look like it."""

from __future__ import annotations

from borderlab.tasks.casework_book import LOOK_ALIKES, REUSE_CASES, YEAR, Book, Row, goods


def add_reuse(book: Book) -> None:
    """Draw the reused permits."""
    for case, n in REUSE_CASES:
        for _ in range(n):
            _reused(book, case)


def _reused(book: Book, case: str) -> None:
    state, lines = goods(book, book.rng.choice((1, 1, 1, 2)))
    rows = book.permit(lines, state, until=250)
    number = rows[0].permit_no
    values: dict[str, object] = {
        "presented": book.later(rows[0].presented, 4, 85),
        "waybill": book.bill(),
    }
    if case == "written":
        values["permit_no"] = _written(number, len(book.reused) % 3)
    if case == "clone":
        taxon, term, source, quantity, unit = goods(book)[1][0]
        rows = rows[:1]
        values |= {"taxon": taxon, "term": term, "source": source, "quantity": quantity,
                   "unit": unit}  # fmt: skip
    book.again(rows, **values)
    book.reused[number] = case


def _written(number: str, way: int) -> str:
    """The same number as another clerk types it."""
    return (number.lower(), number.replace("-", " "), number.replace("-", ""))[way]


def add_look_alikes(book: Book) -> None:
    """Draw what is lawful though a number, or the goods, come up again."""
    for case, n in LOOK_ALIKES:
        for at in range(n):
            _look_alike(book, case, at)


def _look_alike(book: Book, case: str, at: int) -> None:
    if case == "crossings":
        _crossings(book, "MUSICAL" if at % 2 else "TRAVEL_EXHIB")
        return
    state, lines = goods(book)
    rows = book.permit(lines, state, until=330)
    number = rows[0].permit_no
    if case == "parcels":
        book.again(rows)
    elif case == "second_look":
        book.again(rows, presented=book.later(rows[0].presented, 1, 4))
    else:
        number = _replacement(book, rows)
    book.innocent[number] = case


def _crossings(book: Book, document: str) -> None:
    """A certificate made for many crossings."""
    state, lines = goods(book)
    taxon, term, _, _, _ = lines[0]
    source = "O" if document == "MUSICAL" else "C"
    line = (taxon, "CAR" if document == "MUSICAL" else term, source, 1.0, "NAR")
    rows = book.permit([line], state, document=document, until=220)
    for _ in range(book.rng.randint(1, 3)):
        shown = book.later(rows[0].presented, 12, 110)
        rows = book.again(rows[:1], presented=shown, waybill=book.bill())
    book.innocent[rows[0].permit_no] = "crossings"


def _replacement(book: Book, rows: list[Row]) -> str:
    """A new permit with a new number for the same goods; the old one was never used."""
    old = rows[0]
    number = book.number(old.issuer, YEAR)
    issued = book.later(old.presented, 2, 9)
    book.again(rows, permit_no=number, replaces=old.permit_no, issued=issued,
               presented=book.later(issued, 2, 20), waybill=book.bill())  # fmt: skip
    return number
