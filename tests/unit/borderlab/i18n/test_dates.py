import datetime as dt

import pytest

from borderlab.i18n import date, moment, time

DAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("code", "written"),
    [("en", "21 November 2026"), ("fr", "21 novembre 2026"), ("es", "21 de noviembre de 2026")],
)
def test_days(code: str, written: str) -> None:
    assert date(DAY, code) == written


@pytest.mark.parametrize(
    ("code", "written"), [("fr", "1er août 2026"), ("es", "1 de agosto de 2026")]
)
def test_first_day_of_a_month(code: str, written: str) -> None:
    assert date("2026-08-01", code) == written


def test_time_is_on_the_24_hour_clock() -> None:
    assert time(dt.time(14, 2), "en") == "14:02"
    assert moment(dt.datetime(2026, 11, 21, 9, 5), "fr") == "21 novembre 2026 à 09:05"  # noqa: DTZ001


def test_a_moment_with_a_zone_is_shown_on_the_readers_clock() -> None:
    there = dt.datetime(2026, 11, 21, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=5)))
    here = there.astimezone()
    assert time(there, "en") == f"{here:%H:%M}"
    assert time("2026-11-21T18:30:00Z", "en") == f"{here:%H:%M}"
