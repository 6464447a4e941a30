"""Resolve points and ranges: fill in what an expression leaves out, then take the days."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from timeline import edtf
from timeline.times import lunar
from timeline.times.context import (
    DAY,
    Antecedent,
    Days,
    Missing,
    Reference,
    Resolved,
    days_of,
    shift_months,
    unresolved,
)
from timeline.times.finding import Found
from timeline.times.readings import Deictic, Point, Range, Shift

if TYPE_CHECKING:
    from timeline.times.anchoring import Anchoring

Day = datetime.date

_DECADES = {
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 0),
    "初": (1, 10),
    "中": (11, 20),
    "底": (21, 0),
    "上半月": (1, 15),
    "下半月": (16, 0),
    "上半": (1, 15),
    "下半": (16, 0),
}
_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_YEAR_PARTS = {"初": (1, 3, "33"), "底": (10, 12, "36")}
_FUTURE = ("将", "预计", "计划", "拟", "有望", "即将", "明年", "未来")


# 春节国庆这种大假期: not those of one year.
_ANY_YEAR = re.compile(
    r"(?:[、和与及]?(?:元旦|春节|清明|五一|端午|中秋|国庆|十一|双十一|双11|618|圣诞)节?){0,4}(?:这种|这样|这类|这些|等(?:节|假|长|大|重|传统|电商|购物))"
)


_NO_DAY = (None, None, None, None, 0, "", "", None)  # a point's fields above its clock


def resolve_point(walk: Anchoring, found: Found, point: Point) -> Resolved:
    if (
        point.holiday
        and point.year is None
        and (0 <= found.start - walk.recurring < 24 or _ANY_YEAR.match(walk.after(found, 20)))
    ):
        return _recurring_holiday(point)
    kind = "TIME" if point.clock else "DATE"
    try:
        days, value, anchor = _place(walk, found, point)
    except Missing as missing:
        return unresolved(kind, str(missing), _partial(point))
    except (ValueError, OverflowError):
        return unresolved(kind, "no such day", _partial(point))
    return _sided(walk, point, kind, days, value, anchor)


def resolve_range(walk: Anchoring, found: Found, reading: Range) -> Resolved:
    """Both ends; each takes what it lacks (the year, the month) from the other."""
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
    kind = "TIME" if first.clock and last.clock else "DATE"
    # Either value may be a range itself (3月上旬).
    low, high = values[0].rstrip("~").split("/")[0], values[1].rstrip("~").split("/")[-1]
    return Resolved(kind, values[0] if values[0] == values[1] else f"{low}/{high}", *days, anchor)


def _ends(walk: Anchoring, found: Found, first: Point, last: Point) -> tuple[Days, tuple[str, str], str]:
    """First and last day, both values and the anchor."""
    if (
        first.year is None
        and isinstance(last.year, int)
        and first.week is None
        and not isinstance(first.day, Shift)
    ):
        first = first._replace(year=last.year)
    if "T12" <= first.clock < "T24" and ":" in last.clock and last.clock < "T12" and last[:8] == _NO_DAY:
        last = last._replace(clock=f"T{int(last.clock[1:3]) + 12}{last.clock[3:]}")  # 下午五点到六点
    days1, value1, anchor = _place(walk, found, first)
    days2, value2, _ = _place(walk, found, _completed(first, last, days1[0]))
    if days2[1] < days1[0] and last.year is None and last.month is not None:
        days2, value2, _ = _place(walk, found, last._replace(year=days1[0].year + 1))
    end = days2[1]
    if last.side == "before":  # 2018年之前 ends with 2017
        end = days2[0] - DAY
        value2 = edtf.from_bounds(end, end)
    return (days1[0], end), (value1, value2), anchor


def _until_now(walk: Anchoring, found: Found, first: Point) -> Resolved:
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
    """`last` with the year and month that only `first` states."""
    if isinstance(last.day, Shift) or last.week is not None or last.year is not None:
        return last
    if last.month is None and not last.part and not last.holiday and not last.weekday and last.nth is None:
        day = last.day if last.day is not None else start.day
        return last._replace(year=start.year, month=start.month, day=day)
    return last._replace(year=start.year)


def _partial(point: Point) -> str:
    """What is known of an unresolved point, in the shape of a date: XXXX-12-02."""
    if isinstance(point.year, int):
        return ""
    month = f"{point.month:02d}" if isinstance(point.month, int) else "XX"
    if isinstance(point.day, int):
        return f"XXXX-{month}-{point.day:02d}"
    if isinstance(point.month, int):
        return f"XXXX-{month}"
    return point.clock if ":" in point.clock else ""


def _place(walk: Anchoring, found: Found, point: Point) -> tuple[Days, str, str]:
    """(days, EDTF value, anchor) of a point without its side."""
    if isinstance(point.day, Shift):
        if isinstance(point.year, Shift):
            return _same_day_of_year(walk, found, point.year)
        return _near_day(walk, found, point, point.day)
    if point.week is not None or (
        point.weekday and point.nth is None and point.month is None and point.day is None
    ):
        return _week(walk, found, point)
    if point.part in ("上半周", "下半周"):
        day, anchor = _base_day(walk, found)
        monday = day - DAY * day.weekday()
        days = (monday, monday + 2 * DAY) if point.part[0] == "上" else (monday + 3 * DAY, monday + 6 * DAY)
        return days, edtf.from_bounds(*days), anchor
    if point.clock and point[:8] == _NO_DAY:
        return _time_of_day(walk, found, point)
    if point.part.endswith("季度"):
        return _near_quarter(walk, point)
    year, anchor = _year(walk, found, point)
    if point.part == "同期":
        return _same_period(walk, found, year, anchor)
    if point.lunar:
        return _lunar(point, year, anchor)
    if point.holiday:
        return _holiday(walk, found, point, year, anchor)
    if point.nth is not None:
        return _nth(walk, found, point, point.nth, year, anchor)
    if (
        point.day is not None
        or point.month is not None
        or point.part in ("上旬", "中旬", "下旬", "上半月", "下半月", "月初", "月底")
        or _of_month(found, point)
    ):
        return _in_month(walk, found, point, year, anchor)
    return _in_year(walk, point, year, anchor)


def _of_month(found: Found, point: Point) -> bool:
    return found.rule == "part-of-month" and point.month is None


# ── the year ────────────────────────────────────────────────────────────────


def _year(walk: Anchoring, found: Found, point: Point) -> tuple[int, str]:
    if isinstance(point.year, int):
        return point.year, ""
    if isinstance(point.year, Shift):
        return _shifted_year(walk, found, point.year)
    if isinstance(point.month, Shift):
        return 0, ""  # the month says it
    if (told := _told_year(walk, found)) is not None:
        return told.earliest.year, walk.said(told)
    if walk.reference is None:
        raise Missing("no year before it, and the document has no date")
    return _nearest_year(walk, walk.reference, found, point), walk.document()


def _told_year(walk: Anchoring, found: Found) -> Antecedent | None:
    """The running year of the narrative, if the text has kept to it."""
    told = walk.near(found, walk.year, 300)
    if told is None or told.earliest.year != told.latest.year or told.present:
        return None
    return told


def _shifted_year(walk: Anchoring, found: Found, by: Shift) -> tuple[int, str]:
    if by.origin == "text":
        antecedent = walk.near(found, walk.last, 600)
        if antecedent:
            year = antecedent.latest.year if by.by > 0 else antecedent.earliest.year
            return year + by.by, walk.said(antecedent)
        if by.by != -1:
            raise Missing("no year before it")
    if walk.reference is None:
        raise Missing("the document has no date")
    return walk.reference.earliest.year + by.by, walk.document()


def _nearest_year(walk: Anchoring, reference: Reference, found: Found, point: Point) -> int:
    """The document's year, or last year's for a late month told early in the year."""
    year, month = reference.earliest.year, _month_number(point)
    if reference.grain == "year" or month is None:
        return year
    ahead = month - reference.earliest.month
    if ahead >= 7 and not any(word in walk.before(found) for word in _FUTURE):
        return year - 1
    if ahead <= -8 and any(word in walk.before(found) for word in _FUTURE):
        return year + 1
    return year


def _month_number(point: Point) -> int | None:
    if isinstance(point.month, int):
        return point.month
    if point.holiday:
        row = lunar.holiday_table()[point.holiday]
        return int(row["month"]) + (row["calendar"] == "lunar") if row["day"] != "-1" else 1
    return {"Q1": 2, "Q2": 5, "Q3": 8, "Q4": 11, "H1": 3, "H2": 9, "春": 4, "夏": 7, "秋": 10, "冬": 12}.get(
        point.part
    )


# ── within the year ─────────────────────────────────────────────────────────


def _in_year(walk: Anchoring, point: Point, year: int, anchor: str) -> tuple[Days, str, str]:
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


def _clipped(walk: Anchoring, days: Days) -> Days:
    """A vague part of a year ends with the document, if it was written in it."""
    reference = walk.reference
    if reference and days[0] <= reference.latest < days[1]:
        return days[0], reference.latest
    return days


def _same_period(walk: Anchoring, found: Found, year: int, anchor: str) -> tuple[Days, str, str]:
    """去年同期: the period that has just been told, in another year."""
    told = walk.near(found, walk.last, 300)
    if told and told.earliest.year == told.latest.year != year and told.earliest < told.latest:
        months = 12 * (year - told.latest.year)
        first, last = shift_months(told.earliest, months), shift_months(told.latest, months)
        if (told.latest + DAY).day == 1:
            last = edtf.last_day(last.year, last.month)
        return (first, last), edtf.from_bounds(first, last), walk.said(told)
    value = f"{year:04d}"
    return days_of(value), value, anchor


def _in_month(walk: Anchoring, found: Found, point: Point, year: int, anchor: str) -> tuple[Days, str, str]:
    month = point.month
    if isinstance(month, Shift):
        year, month, anchor = _near_month(walk, found, month)
    elif month is None:
        if isinstance(point.year, int | Shift):
            raise Missing("no month")
        year, month, anchor = _running_month(walk, found)
    first, last = Day(year, month, 1), edtf.last_day(year, month)
    if isinstance(point.day, int):
        if (month, point.day) == (2, 29) and point.year is None:
            year -= year % 4 if year % 100 else 0  # the last leap year
        day = Day(year, month, point.day)
        return (day, day), _with_clock(day, point.clock), anchor
    value = f"{year:04d}-{month:02d}"
    if point.part:
        start, end = _DECADES[point.part.replace("月", "") if point.part not in _DECADES else point.part]
        days = Day(year, month, start), Day(year, month, end) if end else last
        days = _clipped(walk, days) if point.part in ("初", "中", "底", "月初", "月底") else days
        return days, f"{value}~" if point.part in ("初", "中", "底") else edtf.from_bounds(*days), anchor
    return (first, last), value, anchor


def _running_month(walk: Anchoring, found: Found) -> tuple[int, int, str]:
    """The month that the text is in, else the document's."""
    if told := walk.near(found, walk.month, 300):
        return told.earliest.year, told.earliest.month, walk.said(told)
    reference = walk.reference
    if reference is None or reference.grain == "year":
        raise Missing("no month before it")
    return reference.earliest.year, reference.earliest.month, walk.document()


def _near_month(walk: Anchoring, found: Found, by: Shift) -> tuple[int, int, str]:
    if by.origin == "text":
        antecedent = walk.near(found, walk.month, 400)
        if antecedent is None:
            raise Missing("no month before it")
        base, anchor = antecedent.earliest, walk.said(antecedent)
    else:
        if walk.reference is None or walk.reference.grain == "year":
            raise Missing("the document's month is not known")
        base, anchor = walk.reference.earliest, walk.document()
    day = shift_months(base.replace(day=1), by.by)
    return day.year, day.month, anchor


def _near_quarter(walk: Anchoring, point: Point) -> tuple[Days, str, str]:
    if walk.reference is None or walk.reference.grain == "year":
        raise Missing("the document's quarter is not known")
    base = shift_months(walk.reference.earliest.replace(day=1), {"上": -3, "下": 3}.get(point.part[0], 0))
    value = f"{base.year:04d}-{33 + (base.month - 1) // 3}"
    return days_of(value), value, walk.document()


def _with_clock(day: Day, clock: str) -> str:
    if ":" not in clock:
        return day.isoformat()
    return f"{day.isoformat()}{clock}"


# ── days and weeks near the writing ─────────────────────────────────────────


def _base_day(walk: Anchoring, found: Found, clock: bool = False) -> tuple[Day, str]:
    if clock and (told := walk.near(found, walk.day, 300)):
        return told.earliest, walk.said(told)
    reference = walk.reference
    if reference is None or reference.grain != "day":
        raise Missing("the document's day is not known")
    return reference.earliest, walk.document()


def _time_of_day(walk: Anchoring, found: Found, point: Point) -> tuple[Days, str, str]:
    """8点, 晚上: on the day that the text is at; a part of a day needs one."""
    told = walk.same_sentence(found, walk.last)
    if ":" in point.clock or (told and told.earliest == told.latest):
        day, anchor = _base_day(walk, found, clock=True)
        return (day, day), _with_clock(day, point.clock), anchor
    if told and (told.latest - told.earliest).days <= 31:
        return (told.earliest, told.latest), told.value, walk.said(told)
    raise Missing("no day before it")


def _near_day(walk: Anchoring, found: Found, point: Point, by: Shift) -> tuple[Days, str, str]:
    if by.origin == "text":
        return _same_day(walk, found, point, by)
    reference = walk.reference
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
    return (day, day), _with_clock(day, point.clock), walk.document()


def _same_day_of_year(walk: Anchoring, found: Found, by: Shift) -> tuple[Days, str, str]:
    """去年的今天."""
    base, anchor = _base_day(walk, found)
    year, _ = _shifted_year(walk, found, by)
    day = shift_months(base, 12 * (year - base.year))
    return (day, day), day.isoformat(), anchor


def _same_day(walk: Anchoring, found: Found, point: Point, by: Shift) -> tuple[Days, str, str]:
    """当天, 次日: the day that the text has just named, or the days in which it must lie."""
    before = walk.before(found, 1)
    if by.by == 0 and "\u4e00" <= before <= "\u9fff" and before not in "在于从到至，而但且的是和与不":
        raise Missing("the day of something that has no date")
    antecedent = walk.near(found, walk.last, 500)
    if antecedent is None:
        raise Missing("no day before it")
    if antecedent.earliest == antecedent.latest:
        day = antecedent.earliest + DAY * by.by
        return (day, day), _with_clock(day, point.clock), walk.said(antecedent)
    if (
        antecedent.grain in ("month", "range")
        and by.by == 0
        and (antecedent.latest - antecedent.earliest).days <= 31
    ):
        return (antecedent.earliest, antecedent.latest), antecedent.value, walk.said(antecedent)
    raise Missing("no day before it")


def _week(walk: Anchoring, found: Found, point: Point) -> tuple[Days, str, str]:
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
        return days, _with_clock(days[0], point.clock), anchor
    else:
        days = monday, monday + 6 * DAY
    return days, edtf.from_bounds(*days), anchor


def _told_weekday(walk: Anchoring, found: Found, day: Day) -> Day:
    """The weekday of this week; 前天，也就是周六 is the day just told, 周六…了 one that is over."""
    told = walk.same_sentence(found, walk.day)
    if told and told.earliest.weekday() == day.weekday() and found.start - told.end <= 6:
        return told.earliest
    if walk.reference and day > walk.reference.latest:
        clause = re.split("[，。；！？]", walk.after(found, 24))[0]
        if "了" in clause and not any(word in walk.before(found) + clause for word in _FUTURE):
            return day - 7 * DAY
    return day


def _nth(
    walk: Anchoring, found: Found, point: Point, nth: tuple[int, str, int], year: int, anchor: str
) -> tuple[Days, str, str]:
    """The second week of 2021, the first ten days, the last four months, the last Monday of April."""
    which, unit, count = nth
    month = point.month if isinstance(point.month, int) else None
    if isinstance(point.month, Shift):
        year, month, anchor = _near_month(walk, found, point.month)
    first, last = (
        (Day(year, month, 1), edtf.last_day(year, month)) if month else (Day(year, 1, 1), Day(year, 12, 31))
    )
    if unit == "weekday":
        step = DAY * ((point.weekday - 1 - first.weekday()) % 7)
        days = [d for d in (first + step + 7 * k * DAY for k in range(5)) if d <= last]
        day = days[which - 1 if which > 0 else -1]
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


# ── lunar dates and holidays ────────────────────────────────────────────────


def _lunar(point: Point, year: int, anchor: str) -> tuple[Days, str, str]:
    if not isinstance(point.month, int):
        raise Missing("no lunar month")
    if isinstance(point.day, int):
        day = lunar.lunar_day(year, point.month, point.day)
        days = (day, day) if day else None
    else:
        days = lunar.lunar_month(year, point.month)
    if days is None:
        raise Missing("the lunar calendar is known from 1900 to 2100")
    return days, edtf.from_bounds(*days), anchor


def _holiday(walk: Anchoring, found: Found, point: Point, year: int, anchor: str) -> tuple[Days, str, str]:
    days = lunar.holiday(point.holiday, year)
    if days is None:
        raise Missing("the lunar calendar is known from 1900 to 2100")
    value = edtf.from_bounds(*days)
    return days, _with_clock(days[0], point.clock) if days[0] == days[1] else value, anchor


def _recurring_holiday(point: Point) -> Resolved:
    """每年的双十一: every year's."""
    row = lunar.holiday_table()[point.holiday]
    return Resolved(
        "SET", f"XXXX-{int(row['month']):02d}-{int(row['day']):02d}" if row["calendar"] == "solar" else "P1Y"
    )


# ── sides ───────────────────────────────────────────────────────────────────


def _sided(walk: Anchoring, point: Point, kind: str, days: Days, value: str, anchor: str) -> Resolved:
    """before, after, since: the days on that side, as far as they are known."""
    earliest, latest = days
    side = point.side
    if not side or (point.clock and side in ("after", "before")):
        return Resolved(kind, value, earliest, latest, anchor)
    if point.holiday and side == "around":
        days = earliest - 30 * DAY, latest + 30 * DAY
        return Resolved(kind, value + "~" if "/" not in value else value, *days, anchor)
    if side == "around":
        return Resolved(kind, value if "/" in value else value.rstrip("~") + "~", earliest, latest, anchor)
    if point.holiday and side in ("before", "after"):
        days = (earliest - 30 * DAY, earliest - DAY) if side == "before" else (earliest, earliest + 29 * DAY)
        return Resolved(kind, edtf.from_bounds(*days), *days, anchor)
    plain = value.rstrip("~").split("/")
    if side in ("before", "until"):
        if point.part in ("底", "月底"):  # 年底前: before it is over
            side, latest = "until", edtf.bounds(plain[-1])[1]
        end = latest if side == "until" else earliest - DAY
        return Resolved(
            kind, f"../{plain[-1] if side == 'until' else edtf.from_bounds(end, end)}", None, end, anchor
        )
    if side == "after" and earliest < latest:
        return Resolved(kind, f"{(latest + DAY).isoformat()}/..", latest + DAY, None, anchor)
    reference = walk.reference
    end = reference.latest if side == "since" and reference and reference.latest >= earliest else None
    return Resolved(kind, f"{plain[0]}/..", earliest, end, anchor or (walk.document() if end else ""))
