"""Resolve the parts of a known year: months, quarters, early, late, the near month, the same period."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from timeline import edtf
from timeline.times.context import DAY, Antecedent, Days, Missing, days_of, shift_months
from timeline.times.finding import Found
from timeline.times.readings import Point, Shift

if TYPE_CHECKING:
    from timeline.times.standing import Standing

Day = datetime.date
Placed = tuple[Days, str, str]  # first and last day, EDTF value, anchor

_DECADES = {
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 0),
    "上中旬": (1, 20),
    "中下旬": (11, 0),
    "初": (1, 10),
    "中": (11, 20),
    "底": (21, 0),
    "上半月": (1, 15),
    "下半月": (16, 0),
    "上半": (1, 15),
    "下半": (16, 0),
}
_VAGUE = ("初", "中", "底", "月初", "月底")
_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_YEAR_PARTS = {"初": (1, 3, "33"), "底": (10, 12, "36")}


def in_year(walk: Standing, point: Point, year: int, anchor: str) -> Placed:
    part = point.part
    tail = part[-1] if part and part[-1] in "初中底" and part[0] in "QH" else ""
    part = part[:-1] if tail else part
    if not part:
        value = f"{year:04d}"
    elif part[0] in "QH":
        value = f"{year:04d}-{(32 if part[0] == 'Q' else 39) + int(part[1])}"
    elif part in _SEASONS:
        value = f"{year:04d}-{_SEASONS[part]}"
    elif part in _YEAR_PARTS:
        first, last, code = _YEAR_PARTS[part]
        days = Day(year, first, 1), edtf.last_day(year, last)
        return _clipped(walk, days), f"{year:04d}-{code}~", anchor
    elif part in ("中", "年中"):
        return _clipped(walk, (Day(year, 6, 1), Day(year, 7, 31))), f"{year:04d}-06/{year:04d}-07", anchor
    else:
        raise Missing("no month before it")
    earliest, latest = days_of(value)
    if tail:
        length = (latest.month - earliest.month) // 3
        earliest, latest = (
            (earliest, edtf.last_day(year, earliest.month + length))
            if tail == "初"
            else (Day(year, latest.month - length, 1), latest)
        )
        value = edtf.from_bounds(earliest, latest)
    return (earliest, latest), value, anchor


def _clipped(walk: Standing, days: Days) -> Days:
    """A vague part of a year ends with the document, if it was written in it."""
    reference = walk.reference
    if reference and days[0] <= reference.latest < days[1]:
        return days[0], reference.latest
    return days


def same_period(walk: Standing, found: Found, year: int, anchor: str, back: int = 0) -> Placed:
    """去年同期: the period that has just been told, in another year."""
    if found.text.endswith(("同日", "同一天")) and (day := walk.near(found, walk.day, 300)):
        first = shift_months(day.earliest, 12 * (year - day.earliest.year))
        return (first, first), first.isoformat(), walk.said(day)
    told = _last_period(walk, found) or _year_to_day(walk, found) or walk.periods.reported(walk)
    if told and told.earliest < told.latest and (told.latest - told.earliest).days <= 366:
        # 2024年…，较去年同期: never the period itself, whenever it is told.
        over = back if told.earliest.year < told.latest.year else 0  # fiscal: November to January
        months = 12 * (over or year - told.latest.year) or -12
        first, last = shift_months(told.earliest, months), shift_months(told.latest, months)
        if (told.latest + DAY).day == 1:
            last = edtf.last_day(last.year, last.month)
        return (first, last), edtf.from_bounds(first, last), walk.said(told)
    value = f"{year:04d}"
    if found.text.endswith("同月") and walk.reference and walk.reference.grain != "year":
        value += f"-{walk.reference.earliest.month:02d}"
    return days_of(value), value, anchor


def _year_to_day(walk: Standing, found: Found) -> Antecedent | None:
    """截至2月10日…，超过去年同期: of the year up to that day."""
    day = walk.near(found, walk.day, 120)
    if day is None or not walk.before(day, 3).endswith(("截至", "截止", "截止到")):
        return None
    return day.begun_on(Day(day.latest.year, 1, 1))


_QUARTERLY = ("季", "季度", "quarter")
_LOOK_BACK = 8  # dates: how far back in the text a period is looked for


def _last_period(walk: Standing, found: Found) -> Antecedent | None:
    """The period that the text is at: a quarter where one is asked for; a day told since is no period."""
    quarterly = found.text.endswith(_QUARTERLY) or "quarter" in found.text
    for told in reversed(walk.history[-_LOOK_BACK:]):
        if walk.near(found, told, 500, 3) is None or told is walk.post or walk.last is None:
            return None  # beyond it the text was told at another moment
        days = (told.latest - told.earliest).days
        if 88 <= days <= 92 if quarterly else days > 0:
            return told
    return None


def in_month(walk: Standing, found: Found, point: Point, year: int, anchor: str) -> Placed:
    month = point.month
    if isinstance(month, Shift):
        year, month, anchor = near_month(walk, found, month)
    elif month is None:
        if isinstance(point.year, int | Shift):
            raise Missing("no month")
        year, month, anchor = _running_month(walk, found)
    first, last = Day(year, month, 1), edtf.last_day(year, month)
    if isinstance(point.day, int):
        if (month, point.day) == (2, 29) and point.year is None:
            year -= year % 4 if year % 100 else 0  # the last leap year
        day = Day(year, month, point.day)
        return (day, day), with_clock(day, point.clock), anchor
    value = f"{year:04d}-{month:02d}"
    if point.part:
        start, end = _DECADES[point.part.replace("月", "") if point.part not in _DECADES else point.part]
        days = Day(year, month, start), Day(year, month, end) if end else last
        days = _clipped(walk, days) if point.part in _VAGUE else days
        return days, f"{value}~" if point.part in _VAGUE else edtf.from_bounds(*days), anchor
    return (first, last), value, anchor


def _running_month(walk: Standing, found: Found) -> tuple[int, int, str]:
    """The month that the text is in, else the document's."""
    if told := walk.near(found, walk.month, 300):
        return told.earliest.year, told.earliest.month, walk.said(told)
    reference = walk.reference
    if reference is None or reference.grain == "year":
        raise Missing("no month before it")
    return reference.earliest.year, reference.earliest.month, walk.document()


def near_month(walk: Standing, found: Found, by: Shift) -> tuple[int, int, str]:
    if by.origin == "text":
        antecedent = walk.near(found, walk.month, 400)
        if (last := walk.near(found, walk.last, 400)) and last is not antecedent:
            # 1992年年关…，次月: what was told last, if it is about as short as a month.
            antecedent = last if (last.latest - last.earliest).days <= 92 else antecedent
        if antecedent is None:
            raise Missing("no month before it")
        base = antecedent.latest if by.by > 0 else antecedent.earliest
        anchor = walk.said(antecedent)
    else:
        if walk.reference is None or walk.reference.grain == "year":
            raise Missing("the document's month is not known")
        base, anchor = walk.reference.earliest, walk.document()
    day = shift_months(base.replace(day=1), by.by)
    return day.year, day.month, anchor


def near_quarter(walk: Standing, found: Found, point: Point) -> Placed:
    if walk.reference is None or walk.reference.grain == "year":
        raise Missing("the document's quarter is not known")
    counted_on = found.rule == "next-to-quarter" or point.part.startswith("上一")
    told = walk.near(found, walk.last, 200) if counted_on else None
    start = walk.reference.earliest
    if told and 88 <= (told.latest - told.earliest).days <= 92:  # 二季度…，上一季度…
        start = told.earliest
    base = shift_months(start.replace(day=1), {"上": -3, "前": -3, "下": 3, "次": 3}.get(point.part[0], 0))
    part = f"Q{(base.month - 1) // 3 + 1}" + (point.part[-1] if point.part[-1] in _VAGUE else "")
    return in_year(walk, point._replace(part=part), base.year, walk.document())


def with_clock(day: Day, clock: str) -> str:
    if ":" not in clock:
        return day.isoformat()
    return f"{day.isoformat()}{clock}"
