"""Resolve points: fill in what an expression leaves out, then take the days, then the side that is meant."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from timeline import edtf
from timeline.model import TimexType
from timeline.times import days as near
from timeline.times import lunar, months, periods, years
from timeline.times.context import (
    DAY,
    Days,
    Missing,
    Resolved,
    unresolved,
)
from timeline.times.finding import Found
from timeline.times.readings import Point, Shift

if TYPE_CHECKING:
    from timeline.times.standing import Standing

Day = datetime.date
Placed = tuple[Days, str, str]  # first and last day, EDTF value, anchor

# 春节国庆这种大假期: not those of one year.
_ANY_YEAR = re.compile(
    r"(?:[、和与及]?(?:元旦|春节|清明|五一|端午|中秋|国庆|十一|双十一|双11|618|圣诞)节?){0,4}(?:这种|这样|这类|这些|等(?:节|假|长|大|重|传统|电商|购物))"
)


_OF_REPORT = ("near-fiscal-year", "year", "quarter", "bare-quarter")
OF_MONTH = ("上旬", "中旬", "下旬", "上中旬", "中下旬", "上半月", "下半月", "月初", "月底")
NO_DAY = (None, None, None, None, 0, "", "", None)  # a point's fields above its clock


def resolve_point(walk: Standing, found: Found, point: Point) -> Resolved:
    if (
        point.holiday
        and point.year is None
        and (
            0 <= found.start - walk.recurring < 24
            or walk.before(found, 2).endswith(("逢", "每到"))
            or _ANY_YEAR.match(walk.after(found, 20))
        )
    ):
        return _recurring_holiday(point)
    kind: TimexType = "TIME" if point.clock else "DATE"
    try:
        days, value, anchor = place(walk, found, point)
    except Missing as missing:
        return unresolved(kind, str(missing), near.partial(found.text) or _partial(point))
    except (ValueError, OverflowError):
        return unresolved(kind, "no such day", _partial(point))
    resolved = _sided(walk, point, kind, days, value, anchor)
    return _doubted(resolved) if _is_doubtful(walk, point, anchor) else resolved


def _is_doubtful(walk: Standing, point: Point, anchor: str) -> bool:
    """上个月, 昨天, 上季度 of a document whose date is inferred: no more certain than that."""
    if not (walk.reference and walk.reference.doubt and anchor == walk.document()):
        return False
    return (
        point.weekday > 0
        or "季" in point.part
        or any(isinstance(level, Shift) for level in (point.month, point.day, point.week))
    )


def _doubted(resolved: Resolved) -> Resolved:
    """With EDTF's ? on each end that has no mark yet."""
    ends = (end + "?" if end[-1:].isdigit() else end for end in resolved.value.split("/"))
    return resolved._replace(value="/".join(ends))


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


def place(walk: Standing, found: Found, point: Point) -> Placed:
    """(days, EDTF value, anchor) of a point without its side."""
    year, month, day, week, weekday, part, holiday, nth, clock, *_ = point
    if isinstance(day, Shift):
        if isinstance(year, Shift):
            return near.same_day_of_year(walk, found, year)
        return near.near_day(walk, found, point, day)
    if week is not None or (weekday and nth is None and month is None and day is None):
        return near.in_week(walk, found, point)
    if clock and point[:8] == NO_DAY:
        return near.time_of_day(walk, found, point)
    if part and (placed := _near_part(walk, found, point)):
        return placed
    year, anchor = years.find_year(walk, found, point)
    if part == "同期":
        back = point.year.by if isinstance(point.year, Shift) and point.year.origin == "text" else 0
        return months.same_period(walk, found, year, anchor, back)
    if point.lunar:
        return _lunar(point, year, anchor)
    if holiday:
        return _holiday(walk, found, point, year, anchor)
    if nth is not None:
        return near.nth_of(walk, found, point, nth, year, anchor)
    if day is not None or month is not None or part in OF_MONTH or found.rule == "part-of-month":
        return months.in_month(walk, found, point, year, anchor)
    if anchor and found.rule in _OF_REPORT and (told := periods.of_report(walk, found, point)):
        return told
    if point.fiscal or (found.rule == "english-bare-quarter" and not anchor.startswith("text")):
        return periods.in_fiscal_year(walk, point, year, anchor, not isinstance(point.year, int))
    return months.in_year(walk, point, year, anchor)


def _near_part(walk: Standing, found: Found, point: Point) -> Placed | None:
    """上一季度, 上半周: near the document; fiscal Q2 ended April 30: up to that day."""
    part = point.part
    if part in ("上半周", "下半周"):
        return near.half_week(walk, found, point)
    if "季" in part:
        return months.near_quarter(walk, found, point)
    return periods.up_to_its_end(walk, found, point) if part[0] in "QH" else None


# ── lunar dates and holidays ────────────────────────────────────────────────


def _lunar(point: Point, year: int, anchor: str) -> Placed:
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


def _holiday(walk: Standing, found: Found, point: Point, year: int, anchor: str) -> Placed:
    days = lunar.holiday(point.holiday, year)
    if days is None:
        raise Missing("the lunar calendar is known from 1900 to 2100")
    if point.nth and point.nth[1] == "inside":
        number, _, count = point.nth
        first = days[0] + DAY * (number - 1) if number > 0 else days[1] + DAY * (number + 1)
        days = first, first + DAY * (count - 1)
    elif point.nth:  # the day before, the second day after
        day = days[0] + DAY * point.nth[0] if point.nth[0] < 0 else days[1] + DAY * point.nth[0]
        days = day, day
    value = edtf.from_bounds(*days)
    return days, months.with_clock(days[0], point.clock) if days[0] == days[1] else value, anchor


def _recurring_holiday(point: Point) -> Resolved:
    """每年的双十一: every year's."""
    row = lunar.holiday_table()[point.holiday]
    return Resolved(
        "SET", f"XXXX-{int(row['month']):02d}-{int(row['day']):02d}" if row["calendar"] == "solar" else "P1Y"
    )


# ── sides ───────────────────────────────────────────────────────────────────


def _sided(walk: Standing, point: Point, kind: TimexType, days: Days, value: str, anchor: str) -> Resolved:
    """before, after, since: the days on that side, as far as they are known."""
    earliest, latest = days
    side = point.side
    if not side or (point.clock and (side == "after" or (side == "before" and ":" not in point.clock))):
        return Resolved(kind, value, earliest, latest, anchor)
    if point.clock and side == "before":
        return Resolved(kind, f"../{value}", None, latest, anchor)
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
            side, latest = "until", edtf.bounds(plain[-1])[1] or latest
        end = latest if side == "until" else earliest - DAY
        return Resolved(
            kind, f"../{plain[-1] if side == 'until' else edtf.from_bounds(end, end)}", None, end, anchor
        )
    if side in ("earlier", "later"):
        return _within(walk, kind, value, days, anchor, side)
    if side == "after" and earliest < latest:
        return Resolved(kind, f"{(latest + DAY).isoformat()}/..", latest + DAY, None, anchor)
    reference = walk.reference
    closes = reference.latest if side == "since" and reference and reference.latest >= earliest else None
    return Resolved(kind, f"{plain[0]}/..", earliest, closes, anchor or (walk.document() if closes else ""))


def _within(walk: Standing, kind: TimexType, value: str, days: Days, anchor: str, side: str) -> Resolved:
    """今年早些时候, earlier this year: up to the document; later this year: from it on."""
    reference, (earliest, latest) = walk.reference, days
    if reference and earliest <= reference.latest <= latest:
        if side == "earlier":
            latest = reference.latest
        else:
            earliest = max(earliest, reference.earliest)
    return Resolved(kind, value, earliest, latest, anchor)
