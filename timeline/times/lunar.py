"""The Chinese calendar: lunar dates, solar terms and the holidays that hang on them, as days.

Lunar years come from a table (`lexicon/lunar_years.csv`, 1900 to 2100); solar terms are computed
from the sun's apparent longitude (Meeus, low precision: good to a few minutes), China time.
"""

from __future__ import annotations

import datetime
import math
from functools import lru_cache

from timeline.times.tables import read_table

Day = datetime.date
DAY = datetime.timedelta(days=1)


@lru_cache(maxsize=1)
def _lunar_years() -> dict[int, dict[str, str]]:
    return {int(row["year"]): row for row in read_table("lunar_years.csv")}


@lru_cache(maxsize=4096)
def lunar_day(year: int, month: int, day: int) -> Day | None:
    """The day of a lunar date (day -1 is the month's last); None outside the table or the month."""
    row = _lunar_years().get(year)
    if row is None:
        return None
    lengths = [int(n) for n in row["month_days"].split()]
    index = month - 1 + (1 if row["leap_month"] and int(row["leap_month"]) < month else 0)
    if month == 12 and day == -1:
        index = len(lengths) - 1
    if day == -1 or (day == 30 and lengths[index] == 29):
        day = lengths[index]
    if not 1 <= day <= lengths[index]:
        return None
    return Day.fromisoformat(row["first_day"]) + DAY * (sum(lengths[:index]) + day - 1)


def lunar_month(year: int, month: int) -> tuple[Day, Day] | None:
    """First and last day of a lunar month."""
    first, last = lunar_day(year, month, 1), lunar_day(year, month, -1)
    return (first, last) if first and last else None


def _sun_longitude(jd: float) -> float:
    """Apparent longitude of the sun in degrees."""
    t = (jd - 2451545.0) / 36525
    mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t
    anomaly = math.radians(357.52911 + 35999.05029 * t - 0.0001537 * t * t)
    centre = (
        (1.914602 - 0.004817 * t) * math.sin(anomaly)
        + 0.019993 * math.sin(2 * anomaly)
        + 0.000289 * math.sin(3 * anomaly)
    )
    node = math.radians(125.04 - 1934.136 * t)
    return (mean + centre - 0.00569 - 0.00478 * math.sin(node)) % 360


@lru_cache(maxsize=4096)
def solar_term(year: int, longitude: int, month: int) -> Day:
    """The day on which the sun reaches `longitude`, in China."""
    jd = Day(year, month, 15).toordinal() + 1721424.5
    for _ in range(6):
        gap = (longitude - _sun_longitude(jd) + 180) % 360 - 180
        jd += gap * 365.2422 / 360
    seconds = 64 + 0.6 * (year - 2000)  # ephemeris time runs ahead of the clock
    return Day.fromordinal(math.floor(jd - seconds / 86400 + 8 / 24 - 1721424.5))


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> Day:
    first = Day(year, month, 1)
    return first + DAY * ((weekday - 1 - first.weekday()) % 7 + 7 * (nth - 1))


@lru_cache(maxsize=1)
def holiday_table() -> dict[str, dict[str, str]]:
    return {row["name"]: row for row in read_table("holidays.csv")}


@lru_cache(maxsize=1)
def _spring_breaks() -> dict[int, tuple[int, int]]:
    return {
        int(row["since"]): (int(row["begins"]), int(row["days"])) for row in read_table("spring_breaks.csv")
    }


def _spring_break(year: int, new_year: Day) -> tuple[Day, Day]:
    """The days off around the Chinese New Year, as they were decreed (until 2026): from the Eve, or from the day itself.

    The last row is none of a decree: eight days from the Eve are what an ordinary year has had since the Eve is off.
    """
    breaks = _spring_breaks()
    begins, days = breaks[max((since for since in breaks if since <= year), default=min(breaks))]
    first = new_year + DAY * begins
    return first, first + DAY * (days - 1)


@lru_cache(maxsize=8192)
def holiday(name: str, year: int) -> tuple[Day, Day] | None:
    """First and last day of a holiday in a year; None where the tables end."""
    row = holiday_table()[name]
    month = int(row["month"])
    if row["calendar"] == "solar":
        first: Day | None = Day(year, month, int(row["day"]))
    elif row["calendar"] == "lunar":
        # New Year's Eve is asked for by the year that it opens, as people say it (2022年除夕).
        first = lunar_day(
            year - 1 if row["day"] == "-1" or name.startswith(("腊", "小年")) else year,
            month,
            int(row["day"]),
        )
    elif row["calendar"] == "term":
        first = solar_term(year, int(row["day"]), month)
    else:
        nth, weekday = (int(n) for n in row["day"].split("-"))
        # The Friday and Monday after a Thursday count from the Thursday.
        first = (
            _nth_weekday(year, month, nth, 4) + DAY * (weekday - 4)
            if weekday in (5, 8)
            else _nth_weekday(year, month, nth, weekday)
        )
    if first is None:
        return None
    if name.startswith("春节") and row["days"] != "1":
        return _spring_break(year, first)
    days = int(row["days"])
    if (month, days) == (10, 7) and year >= 2008:
        # A Mid-Autumn that falls into the week of the National Day makes it a day longer.
        moon = lunar_day(year, 8, 15)
        days += moon is not None and first <= moon < first + DAY * days
    return first, first + DAY * (days - 1)
