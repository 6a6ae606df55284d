"""Task ``quota_overruns``: under which published quotas did the permits issued go over it?

The answer is a list of exporter and taxon, such as ``"XR Ursus americanus"``. Credit is the
harmonic mean of precision and recall.

A solution::

    f = kit.permit_file()
    f = f[~f.permit_no.isin(f.replaces)].drop_duplicates(["permit_no", "line"])
    f = f[(f.term == f.quota_term) & (f.source == f.quota_source)]
    f = f[f.issued.dt.year == f.quota_year]
    f["used"] = f.quantity.where(f.unit == f.quota_unit, f.quantity / 1000)
    sums = f.groupby(["issuer", "taxon"]).agg({"used": "sum", "quota": "first"})
    kit.answer("q8", sums[sums.used > sums.quota].index)
"""

from __future__ import annotations

import re
from typing import Any

from borderlab.i18n import gettext as _
from borderlab.i18n import joined, number
from borderlab.tasks import Judgement, Settings, takes_no_settings
from borderlab.tasks.casework_book import YEAR, Book, Quota, Row, book, published
from borderlab.tasks.casework_lists import (
    LONGEST,
    basis,
    bullets,
    compare,
    paragraphs,
    read,
    saved,
    score_line,
)

INPUT = "code"
_CODE = re.compile(r"(?<![A-Za-z])[A-Z]{2}(?![A-Za-z])")
_TERM = re.compile(r"(?<![A-Za-z])(?:[A-Z]{3}|[A-Z])(?![A-Za-z])")
"""A term or a source: what a quota is grouped by besides exporter and taxon."""


check_settings = takes_no_settings


def _name(entry: Any) -> str:
    """Exporter and taxon in the one form; "" if the entry is none."""
    if isinstance(entry, list | tuple):
        entry = " ".join(part for part in entry[:4] if isinstance(part, str))
    if not isinstance(entry, str) or len(entry) > LONGEST:
        return ""
    state = _CODE.search(entry)
    if state is None:
        return ""
    rest = _TERM.sub(" ", entry[: state.start()] + " " + entry[state.end() :])
    words = re.findall(r"[A-Za-z.]+", rest)
    return f"{state[0]} {' '.join(words).capitalize()}" if words else ""


def check_value(settings: Settings, seed: int, raw: Any) -> list[str] | None:
    """Exporter and taxon in one form, sorted."""
    del settings, seed
    return read(raw, _name, ("issuer", "taxon"))


def _key(pair: tuple[str, str]) -> str:
    return f"{pair[0]} {pair[1]}"


def _truth(drawn: Book) -> dict[str, tuple[str, str]]:
    return {_key(pair): pair for pair in drawn.over}


def judge(settings: Settings, secret: Settings, seed: int, value: Any) -> Judgement:
    """Credit by precision and recall; parts hold both."""
    del settings, secret
    hits = compare(saved(value, _name), _truth(book(seed)))
    parts = (("precision", hits.precision), ("recall", hits.recall))
    return Judgement(hits.credit, parts)


def solution(settings: Settings, secret: Settings, seed: int) -> list[str]:
    """Exporter and taxon of the quotas that were overrun."""
    del settings, secret
    return sorted(_truth(book(seed)))


def outline(settings: Settings, seed: int) -> str:
    """What is asked for and what the columns mean."""
    del settings, seed
    example = sorted(_key((quota.issuer, quota.taxon)) for quota in published())[:2]
    task = _(
        "In the register `kit.permit_file()`, the columns `quota`, `quota_unit`, `quota_term`, "
        "`quota_source` and `quota_year` hold the export quota that the issuing State published "
        "for this taxon (empty where there is none). Find the quotas of {year} that were "
        "**overrun by the permits issued**, and give the list of exporter and taxon, such as "
        "`{example}`."
    )
    rules = (
        _("a quota counts its own term and source only, in its own unit;"),
        _("it belongs to a year: what counts is the year in which the permit was issued;"),
        _("a permit counts once, however often it was presented;"),
        _("a permit that was replaced (`replaces` of another row) was cancelled and does not "
          "count;"),
        _("a quota that is met exactly is not overrun."),
    )  # fmt: skip
    return paragraphs(
        task.format(year=YEAR, example=str(example)), "\n".join(f"- {line}" for line in rules)
    )


def counts(drawn: Book, quota: Quota) -> list[Row]:
    """The lines that count under a quota, each permit once."""
    gone = {row.replaces for row in drawn.rows if row.replaces}
    found: dict[tuple[str, str], Row] = {}
    for row in drawn.rows:
        mine = (row.issuer, row.taxon, row.term, row.source) == (
            quota.issuer, quota.taxon, quota.term, "W",
        )  # fmt: skip
        if mine and row.issued.year == YEAR and row.permit_no not in gone:
            found.setdefault((row.permit_no, row.line), row)
    return list(found.values())


def amount(rows: list[Row], quota: Quota) -> float:
    """Their quantity in the unit of the quota."""
    return sum(row.quantity if row.unit == quota.unit else row.quantity / 1000 for row in rows)


def explain(settings: Settings, secret: Settings, seed: int, value: Any) -> str:
    """The sums under each quota, and what a wrong entry was taken in by."""
    del settings, secret
    drawn = book(seed)
    truth = _truth(drawn)
    hits = compare(saved(value, _name), truth)
    return paragraphs(
        score_line(hits) if value is not None else "",
        bullets(_("Overrun, and found"), [_sum(drawn, truth[key]) for key in hits.found]),
        bullets(_("Overrun, but not on your list"), [_sum(drawn, truth[k]) for k in hits.missed]),
        bullets(_("On your list, but not overrun"), [_wrong(drawn, key) for key in hits.wrong]),
        basis("R139"),
        _("A sum above the quota is a question to the exporting Management Authority: a permit may "
          "have been returned unused, or the quota revised."),
    )  # fmt: skip


def _sum(drawn: Book, pair: tuple[str, str]) -> str:
    quota = drawn.quotas[pair]
    text = _("{key} ({term}): {sum} of {quota} {unit}")
    return text.format(
        key=_key(pair),
        term=quota.term,
        sum=number(amount(counts(drawn, quota), quota)),
        quota=number(quota.amount),
        unit=quota.unit,
    )


def _wrong(drawn: Book, key: str) -> str:
    pair = next((pair for pair in drawn.cases if _key(pair) == key), None)
    if pair is None:
        return _("{key}: there is no quota for it in the register").format(key=key)
    return (
        joined((_sum(drawn, pair), _why(drawn.cases[pair])))
        if _why(drawn.cases[pair])
        else _sum(drawn, pair)
    )


def _why(case: str) -> str:
    return {
        "exact": _("met exactly, which is allowed"),
        "other_source": _("permits for captive-bred specimens (source C) do not use the quota for "
                          "wild ones"),
        "other_term": _("permits for another term do not use this quota"),
        "seen_twice": _("one permit was presented twice: a matter of reuse, but its quantity was "
                        "authorised once"),
        "replaced": _("one permit was cancelled and replaced, and counts once"),
        "last_year": _("two permits were issued in December of the year before and used its quota"),
        "grams": _("one permit is in grams, the quota in kilograms"),
    }.get(case, "")  # fmt: skip
