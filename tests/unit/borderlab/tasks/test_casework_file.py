"""The analysts' register: 500 permits, a truth that six lines of pandas find, slips that show."""

from __future__ import annotations

import contextlib
import hashlib
import subprocess
import sys

import pandas as pd
import pytest

from borderlab.i18n import set_language
from borderlab.tasks import TaskError, casework_file, casework_quota, casework_reuse
from borderlab.tasks.casework_book import PERMITS, YEAR, book
from borderlab.world import atlas

SEEDS = (0, 1, 17, 2**31 - 1)
TASKS = (casework_reuse, casework_quota)
HOSTILE = [
    None, "", [], {}, 3, float("nan"), True, "x" * 100_000, ["x" * 100_000] * 50, [[[[[]]]]],
    [None, 1, {}, float("inf")], {"permit_no": 1}, [{"a": 1}] * 5000, ["QM"] * 5000,
]  # fmt: skip


def reused(f: pd.DataFrame) -> pd.Index:
    """The solution in the docstring of the task."""
    f["no"] = f.permit_no.str.upper().str.replace(r"\W", "", regex=True)
    f = f[~f.document.isin(["TRAVEL_EXHIB", "MUSICAL"])]
    bills = f.groupby("no").waybill.nunique()
    return bills[bills > 1].index


def overrun(f: pd.DataFrame) -> pd.Index:
    """The solution in the docstring of the task."""
    f = f[~f.permit_no.isin(f.replaces)].drop_duplicates(["permit_no", "line"])
    f = f[(f.term == f.quota_term) & (f.source == f.quota_source)]
    f = f[f.issued.dt.year == f.quota_year]
    f = f.assign(used=f.quantity.where(f.unit == f.quota_unit, f.quantity / 1000))
    sums = f.groupby(["issuer", "taxon"]).agg({"used": "sum", "quota": "first"})
    return sums[sums.used > sums.quota].index


@pytest.mark.parametrize("seed", SEEDS)
def test_a_few_lines_of_pandas_find_the_truth(seed: int) -> None:
    numbers = casework_reuse.check_value({}, seed, reused(casework_file.table(seed)))
    assert casework_reuse.judge({}, {}, seed, numbers).credit == 1.0
    quotas = casework_quota.check_value({}, seed, overrun(casework_file.table(seed)))
    assert casework_quota.judge({}, {}, seed, quotas).credit == 1.0


@pytest.mark.parametrize("seed", SEEDS)
def test_the_register_holds_500_permits_of_known_states(seed: int) -> None:
    table = casework_file.table(seed)
    numbers = table.permit_no.str.upper().str.replace(r"\W", "", regex=True)
    assert numbers.nunique() == PERMITS
    assert set(table.issuer) <= set(atlas().codes)
    assert (table.quantity > 0).all()
    assert table.presented.dt.year.eq(YEAR).all()
    assert (table.presented > table.issued).all()
    assert table.presented.is_monotonic_increasing
    assert list(table.columns) == list(casework_file.COLUMNS)


def test_the_truth_does_not_depend_on_the_process() -> None:
    said = "from borderlab.tasks.casework_book import book; print(sorted(book(5).reused))"
    out = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == str(sorted(book(5).reused))
    rows = hashlib.sha256(repr(book(5).rows).encode()).hexdigest()
    book.cache_clear()
    assert hashlib.sha256(repr(book(5).rows).encode()).hexdigest() == rows


def test_two_hundred_solutions_earn_everything_and_lazy_lists_little() -> None:
    for seed in range(200):
        for task in TASKS:
            assert task.judge({}, {}, seed, task.solution({}, {}, seed)).credit == 1.0
            assert task.judge({}, {}, seed, None).credit == 0.0
        every = sorted({row.permit_no for row in book(seed).rows})
        assert casework_reuse.judge({}, {}, seed, every).credit < 0.2
        pairs = [f"{state} {taxon}" for state, taxon in book(seed).quotas]
        assert casework_quota.judge({}, {}, seed, pairs).credit < 0.45


@pytest.mark.parametrize("seed", SEEDS)
def test_naive_ways_fail_and_are_recognised(seed: int) -> None:
    set_language("en")
    f = casework_file.table(seed)
    naive = casework_reuse.check_value({}, seed, f.permit_no[f.permit_no.duplicated()])
    assert casework_reuse.judge({}, {}, seed, naive).credit < 0.3
    assert "`duplicated()`" in casework_reuse.explain({}, {}, seed, naive)
    sums = f.groupby(["issuer", "taxon"]).agg({"quantity": "sum", "quota": "first"})
    over = casework_quota.check_value({}, seed, sums[sums.quantity > sums.quota].index)
    assert 0.4 < casework_quota.judge({}, {}, seed, over).credit < 0.75
    said = casework_quota.explain({}, {}, seed, over)
    assert "captive-bred" in said
    assert "grams" in said


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_earn_nothing(task, value) -> None:
    assert task.judge({}, {}, 1, value).credit == 0.0
    with contextlib.suppress(TaskError):
        task.check_value({}, 1, value)


def test_numbers_are_read_however_they_are_typed() -> None:
    number = casework_reuse.solution({}, {}, 3)[0]
    forms = [number.lower(), number.replace("-", " "), f" {number} "]
    for form in (*forms, [[number]], pd.Series([number]), {number}, f"{number}, {number}"):
        raw = [form] if isinstance(form, str) and "," not in form else form
        assert casework_reuse.check_value({}, 3, raw) == [number]
    frame = pd.DataFrame({"permit_no": [number, number], "x": [1, 2]})
    assert casework_reuse.check_value({}, 3, frame) == [number]


def test_exporter_and_taxon_are_read_in_any_order() -> None:
    set_language("en")
    wanted = ["XR Ursus americanus"]
    for form in ("XR Ursus americanus", "Ursus americanus (XR)", ("XR", "Ursus americanus"),
                 ("XR", "Ursus americanus", "TRO"), ["Ursus americanus", "XR"],
                 ("XR", "Ursus americanus", "TRO", "W"), ["XR", "Ursus americanus", "TRO", "W", 25],
                 "XR Ursus americanus TRO W 2025"):  # fmt: skip
        assert casework_quota.check_value({}, 1, [form]) == wanted
    frame = {"issuer": ["XR"], "taxon": ["Ursus americanus"]}
    assert casework_quota.check_value({}, 1, frame) == wanted
    with pytest.raises(TaskError, match="12"):
        casework_quota.check_value({}, 1, [12.0])


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_explanation_speaks_each_language_and_the_outline_tells_nothing(language: str) -> None:
    set_language(language)
    try:
        for task in TASKS:
            outline = task.outline({}, 7)
            assert outline == task.outline({}, 8), "nothing of the draw"
            said = task.explain({}, {}, 7, task.solution({}, {}, 7)[:2])
            assert len(said) > 300
    finally:
        set_language("en")


def test_a_wrong_setting_is_an_error_of_the_author() -> None:
    for task in TASKS:
        task.check_settings({}, {})
        with pytest.raises(ValueError, match="no settings"):
            task.check_settings({"count": 3}, {})
