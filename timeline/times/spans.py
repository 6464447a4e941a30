"""Resolve ranges: both ends; each takes what it lacks (the year, the month, the day) from the other."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from timeline import edtf
from timeline.model import TimexType
from timeline.times import months, years
from timeline.times.context import DAY, Days, Missing, Resolved, shift_months, unresolved
from timeline.times.finding import Found
from timeline.times.points import NO_DAY, OF_MONTH, place, resolve_point
from timeline.times.readings import Deictic, Point, Range, Shift

if TYPE_CHECKING:
    from timeline.times.standing import Standing

Day = datetime.date


def resolve_range(walk: Standing, found: Found, reading: Range) -> Resolved:
    first, last = reading
    if isinstance(last, Deictic):
        return _until_now(walk, found, first)
    try:
        days, values, anchor = _ends(walk, found, first, last)
    except Missing as missing:
        return unresolved("DATE", str(missing))
    except (ValueError, OverflowError):
        return unresolved("DATE", "no such day")
    if days[1] < days[0]:
        return unresolved("DATE", "the end comes before the beginning")
    kind: TimexType = "TIME" if first.clock and last.clock else "DATE"
    # Either value may be a range itself (3月上旬).
    low, high = values[0].rstrip("~").split("/")[0], values[1].rstrip("~").split("/")[-1]
    return Resolved(kind, values[0] if values[0] == values[1] else f"{low}/{high}", *days, anchor)


def _ends(walk: Standing, found: Found, first: Point, last: Point) -> tuple[Days, tuple[str, str], str]:
    """First and last day, both values and the anchor."""
    first, last = _shared(first, last)
    if found.rule in ("month-range", "first-months") and (
        told := years.year_to_date(walk, found, first, last)
    ):
        first = first._replace(year=told[0])
    else:
        told = None
    days1, value1, anchor = place(walk, found, first)
    if overnight := _overnight(first, last):
        day = days1[1] + DAY * overnight  # 22:00至次日6:00
        days2, value2 = (day, day), months.with_clock(day, last.clock)
    else:
        days2, value2, _ = place(walk, found, _completed(first, last, days1[0]))
    if days2[1] < days1[0] and last.year is None and (last.month is not None or last.holiday or last.part):
        days2, value2, _ = place(walk, found, last._replace(year=days1[0].year + 1))
    end = days2[1]
    if first.day == Shift("document", 0):
        end = edtf.bounds(value2)[1] or end  # 今天到月底: not cut off with the document
    if last.side == "before":  # 2018年之前 ends with 2017
        end = days2[0] - DAY
        value2 = edtf.from_bounds(end, end)
    return (days1[0], end), (value1, value2), told[1] if told else anchor


def _shared(first: Point, last: Point) -> tuple[Point, Point]:
    """The year that only the last states, and the half of the day that only the first does."""
    counted = first.week is not None or isinstance(first.day, Shift)
    if first.year is None and isinstance(last.year, int) and not counted:
        first = first._replace(year=last.year)
    if "T12" <= first.clock < "T24" and ":" in last.clock and last.clock < "T12" and last[:8] == NO_DAY:
        evening = f"T{int(last.clock[1:3]) + 12}{last.clock[3:]}"
        if evening > first.clock:
            last = last._replace(clock=evening)  # 下午五点到六点
    return first, last


def _overnight(first: Point, last: Point) -> int:
    """Days from the first to the last of clock times: 22:00至次日6:00, 晚上十点到凌晨两点."""
    if isinstance(last.day, Shift) and last.day.origin == "text":
        return last.day.by
    clocks = ":" in first.clock and ":" in last.clock and last[:8] == NO_DAY
    return int(clocks and last.clock < first.clock)


def _until_now(walk: Standing, found: Found, first: Point) -> Resolved:
    """2002年5月至今."""
    started = resolve_point(walk, found, first)
    if (
        first.year is None
        and started.earliest
        and walk.reference
        and walk.reference.latest < started.earliest
    ):
        started = resolve_point(walk, found, first._replace(year=started.earliest.year - 1))
    if started.earliest is None or walk.reference is None or walk.reference.latest < started.earliest:
        return started._replace(value=f"{started.value}/.." if started.value else "", latest=None)
    return Resolved(
        "DATE",
        f"{started.value}/..",
        started.earliest,
        walk.reference.latest,
        started.anchor or walk.document(),
    )


def _completed(first: Point, last: Point, start: Day) -> Point:
    """`last` with what only `first` states, or counted from it: 8月到次年2月, 25日至次月24日, 上周一到周三."""
    if isinstance(last.year, Shift) and last.year.origin == "text":
        return last._replace(year=start.year + last.year.by)
    if isinstance(last.month, Shift) and last.month.origin == "text" and isinstance(last.day, int):
        month = shift_months(start.replace(day=1), last.month.by)
        return last._replace(year=month.year, month=month.month)
    if first.week and last.weekday and last.week is None:
        later = int(last.weekday < first.weekday)
        return last._replace(week=first.week._replace(by=first.week.by + later))
    if isinstance(last.day, Shift) or last.week is not None or last.year is not None:
        return last
    if last.part in OF_MONTH:
        return last._replace(year=start.year, month=start.month)
    if last.month is None and not last.part and not last.holiday and not last.weekday and last.nth is None:
        day = last.day if last.day is not None else start.day
        return last._replace(year=start.year, month=start.month, day=day)
    return last._replace(year=start.year)
