"""The Chinese calendar: lunar dates, solar terms, and the holidays that hang on them, as days."""

import itertools

import pytest

from timeline.times.lunar import holiday, holiday_table, lunar_day, solar_term


@pytest.mark.parametrize(
    ("year", "new_year", "mid_autumn", "dragon_boat"),
    [
        (1949, "1949-01-29", "1949-10-06", "1949-06-01"),
        (2010, "2010-02-14", "2010-09-22", "2010-06-16"),
        (2020, "2020-01-25", "2020-10-01", "2020-06-25"),
        (2023, "2023-01-22", "2023-09-29", "2023-06-22"),
        (2025, "2025-01-29", "2025-10-06", "2025-05-31"),
        (2033, "2033-01-31", "2033-09-08", "2033-06-01"),
    ],
)
def test_lunar_holidays(year, new_year, mid_autumn, dragon_boat):
    asked = [lunar_day(year, 1, 1), lunar_day(year, 8, 15), lunar_day(year, 5, 5)]
    assert [str(day) for day in asked] == [new_year, mid_autumn, dragon_boat]


@pytest.mark.parametrize(
    ("year", "name", "day"),
    [
        (2008, "清明", "2008-04-04"),
        (2019, "清明", "2019-04-05"),
        (2024, "清明", "2024-04-04"),
        (2021, "冬至", "2021-12-21"),
        (2023, "冬至", "2023-12-22"),
        (2022, "立春", "2022-02-04"),
        (2021, "立春", "2021-02-03"),
        (2024, "感恩节", "2024-11-28"),
        (2022, "父亲节", "2022-06-19"),
        (2022, "除夕", "2022-01-31"),
    ],
)
def test_solar_terms_and_weekday_holidays(year, name, day):
    assert str(holiday(name, year)[0]) == day


def test_solar_terms_follow_each_other():
    rows = [row for row in holiday_table().values() if row["calendar"] == "term" and row["days"] == "1"]
    terms = sorted({solar_term(2026, int(row["day"]), int(row["month"])) for row in rows})
    assert len(terms) == 24
    assert {(later - earlier).days for earlier, later in itertools.pairwise(terms)} <= {14, 15, 16}
