"""Resolve days and weeks: near the writing, near the last day told, the n-th of a month or year."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from timeline import edtf
from timeline.times import months, years
from timeline.times.context import DAY, Days, Missing, Reference, shift_months
from timeline.times.finding import Found
from timeline.times.readings import Point, Shift

if TYPE_CHECKING:
    from timeline.times.standing import Standing

Day = datetime.date
Placed = tuple[Days, str, str]  # first and last day, EDTF value, anchor


_AHEAD = re.compile(
    r".*\b(?:will|to be|scheduled|expected|expects|plans?|due|slated|planned|poised|set to|next|upcoming|shall)\b[^.]*$",
    re.S,
)


_IN_BRACKETS = re.compile(r"[(（]([12][0-9]|3[01]|0?[1-9])[日号]?[)）]")


def _base_day(walk: Standing, found: Found, clock: bool = False) -> tuple[Day, str]:
    told = walk.near(found, walk.day, 300)
    if told and told.deictic and walk.text[found.start - 1 : found.start] == "\n":
        told = walk.post  # 13:05 opens the next line of a ticker
    if clock and told:
        return told.earliest, walk.said(told)
    reference = walk.reference
    if reference is None or reference.grain != "day":
        raise Missing("the document's day is not known")
    return reference.earliest, walk.document()


def time_of_day(walk: Standing, found: Found, point: Point) -> Placed:
    """8点, 晚上: on the day that the text is at; a part of a day needs one."""
    told = walk.same_sentence(found, walk.last)
    if ":" in point.clock or (told and told.earliest == told.latest):
        day, anchor = _base_day(walk, found, clock=True)
        return (day, day), months.with_clock(day, point.clock), anchor
    if told and (told.latest - told.earliest).days <= 31:
        return (told.earliest, told.latest), told.value, walk.said(told)
    raise Missing("no day before it")


def near_day(walk: Standing, found: Found, point: Point, by: Shift) -> Placed:
    if by.origin == "text":
        return _same_day(walk, found, point, by)
    reference = walk.reference
    if told := _IN_BRACKETS.search(found.text):
        return _numbered_day(walk, found, by.by, int(told[1]), point.clock)
    if reference is None:
        raise Missing("the document has no date")
    if reference.grain != "day":
        if by.by == 0:
            return (reference.earliest, reference.latest), reference.value, walk.document()
        if reference.grain == "month":
            days = reference.earliest + DAY * by.by, reference.latest + DAY * by.by
            return days, edtf.from_bounds(*days), walk.document()
        raise Missing("the document's day is not known")
    day = reference.earliest + DAY * by.by
    return (day, day), months.with_clock(day, point.clock), walk.document()


def partial(words: str) -> str:
    """今(24)日, where nothing says of which month; "" for other words."""
    told = _IN_BRACKETS.search(words) if words[0] in "今昨前明" else None
    return f"XXXX-XX-{int(told[1]):02d}" if told else ""


def _numbered_day(walk: Standing, found: Found, by: int, number: int, clock: str) -> Placed:
    """今(24)日: the 24th, also where it was published a day later; 昨(31)日 may be of the month before.

    Where the document's month is not known, it is near the day or month that the text told last.
    """
    reference, anchor = walk.reference, walk.document()
    if reference is None or reference.grain == "year":
        last = walk.near(found, walk.day, 300) or walk.near(found, walk.month, 300)
        if last is None:
            raise Missing("the document's month is not known")
        reference, anchor = Reference(last.value, last.earliest, last.latest), walk.said(last)
    middle = reference.latest + DAY * by
    near = (shift_months(middle.replace(day=1), step) for step in (0, -1, 1))
    days = [first + DAY * (number - 1) for first in near if (first + DAY * (number - 1)).month == first.month]
    if not days:
        raise Missing("no such day")
    day = days[0] if reference.grain == "month" else min(days, key=lambda one: abs(one - middle))
    return (day, day), months.with_clock(day, clock), anchor


def same_day_of_year(walk: Standing, found: Found, by: Shift) -> Placed:
    """去年的今天."""
    base, anchor = _base_day(walk, found)
    year, _ = years.shifted_year(walk, found, by)
    day = shift_months(base, 12 * (year - base.year))
    return (day, day), day.isoformat(), anchor


def _same_day(walk: Standing, found: Found, point: Point, by: Shift) -> Placed:
    """当天, 次日: the day that the text has just named, or the days in which it must lie."""
    before = walk.before(found, 1)
    if by.by == 0 and "\u4e00" <= before <= "\u9fff" and before not in "在于从到至，而但且的是和与不":
        raise Missing("the day of something that has no date")
    last = walk.same_sentence(found, walk.last) if before == "的" and by.by > 0 else walk.last
    if by.by > 0 and before == "的" and (last is None or "\n" in walk.text[last.end : found.start]):
        raise Missing("the day of something that has no date")  # 事实发生的次日
    antecedent = walk.near(found, walk.last, 500, 2)
    if antecedent and walk.reference and antecedent.earliest > walk.reference.latest:
        antecedent = walk.told(found, 500, 2)  # 他说明天不用来。隔天…
    if antecedent is None:
        raise Missing("no day before it")
    if antecedent.earliest == antecedent.latest:
        day = antecedent.earliest + DAY * by.by
        return (day, day), months.with_clock(day, point.clock), walk.said(antecedent)
    if (
        antecedent.grain in ("month", "range")
        and by.by == 0
        and (antecedent.latest - antecedent.earliest).days <= 31
    ):
        return (antecedent.earliest, antecedent.latest), antecedent.value, walk.said(antecedent)
    raise Missing("no day before it")


def in_week(walk: Standing, found: Found, point: Point) -> Placed:
    by = point.week or Shift("document", 0)
    base, anchor = _base_day(walk, found)
    if by.origin == "text":
        antecedent = walk.near(found, walk.day, 400)
        if antecedent is None:
            raise Missing("no day before it")
        base, anchor = antecedent.earliest, walk.said(antecedent)
    monday = base - DAY * base.weekday() + 7 * by.by * DAY
    if point.weekday == 8:
        days = monday + 5 * DAY, monday + 6 * DAY
    elif point.weekday:
        day = monday + DAY * (point.weekday - 1)
        if point.week is None:
            day = _told_weekday(walk, found, day)
        days = day, day
        return days, months.with_clock(days[0], point.clock), anchor
    else:
        days = monday, monday + 6 * DAY
    return days, edtf.from_bounds(*days), anchor


def half_week(walk: Standing, found: Found, point: Point) -> Placed:
    """上半周 is Monday to Wednesday, 下半周 the rest."""
    day, anchor = _base_day(walk, found)
    monday = day - DAY * day.weekday()
    days = (monday, monday + 2 * DAY) if point.part[0] == "上" else (monday + 3 * DAY, monday + 6 * DAY)
    return days, edtf.from_bounds(*days), anchor


def _told_weekday(walk: Standing, found: Found, day: Day) -> Day:
    """The weekday of this week; 前天，也就是周六 is the day just told, 周六…了 one that is over."""
    told = walk.same_sentence(found, walk.day)
    if told and told.earliest.weekday() == day.weekday() and found.start - told.end <= 6:
        return told.earliest
    if walk.reference and day > walk.reference.latest and found.rule.startswith("english"):
        ahead = _AHEAD.search(walk.before(found, 60)) or _AHEAD.match(walk.after(found, 20))
        return day if ahead else day - 7 * DAY  # news tell of the days gone by
    if walk.reference and day > walk.reference.latest:
        clause = re.split("[，。；！？]", walk.after(found, 24))[0]
        if "了" in clause and not years.FUTURE.search(walk.before(found) + clause):
            return day - 7 * DAY
    return day


def nth_of(
    walk: Standing, found: Found, point: Point, nth: tuple[int, str, int], year: int, anchor: str
) -> Placed:
    """The second week of 2021, the first ten days, the last four months, the last Monday of April."""
    which, unit, count = nth
    month = point.month if isinstance(point.month, int) else None
    if isinstance(point.month, Shift):
        year, month, anchor = months.near_month(walk, found, point.month)
    first, last = (
        (Day(year, month, 1), edtf.last_day(year, month)) if month else (Day(year, 1, 1), Day(year, 12, 31))
    )
    if unit == "weekday":
        step = DAY * ((point.weekday - 1 - first.weekday()) % 7)
        those = [d for d in (first + step + 7 * k * DAY for k in range(5)) if d <= last]
        day = those[which - 1 if which > 0 else -1]
        return (day, day), day.isoformat(), anchor
    if unit == "week":
        # Weeks begin on Monday; the first is the first that lies within (ISO 8601 for a year).
        monday = first + DAY * (-first.weekday() % 7) if month else Day.fromisocalendar(year, 1, 1)
        if which == -1:
            end = last - DAY * ((last.weekday() + 1) % 7)
            days = end - DAY * (7 * count - 1), end
        else:
            start = monday + 7 * (which - 1) * DAY
            days = start, start + DAY * (7 * count - 1)
        return days, edtf.from_bounds(*days), anchor
    if unit == "month":
        start = shift_months(first, which - 1) if which > 0 else shift_months(Day(year, 12, 1), 1 - count)
        end = shift_months(start, count) - DAY
        return (start, end), edtf.from_bounds(start, end), anchor
    start = first + DAY * (which - 1) if which > 0 else last - DAY * (count - 1)
    days = start, start + DAY * (count - 1)
    return days, edtf.from_bounds(*days), anchor
