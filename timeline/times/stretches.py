"""Stretches of a history: 前5年, 新10年, 第二个10年, 12年中: counted from the founding or from where a row of years began."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from timeline.times.context import DAY, Antecedent, Resolved, shift
from timeline.times.finding import Found
from timeline.times.readings import Length, Point
from timeline.times.windows import SMALL, past, placed, up_to_document, without_place

if TYPE_CHECKING:
    from timeline.times.standing import Standing

Day = datetime.date


def before(walk: Standing, found: Found, length: Length) -> Resolved:
    """前5年 of a company whose founding is told; 前两年 and 过去两年 otherwise."""
    if found.text.startswith("前") and length.unit == "year" and walk.founding:
        return at_first(walk, found, length)
    return past(walk, found, length)


def at_first(walk: Standing, found: Found, length: Length) -> Resolved:
    if length.unit not in ("year", "month"):
        return without_place(length, "nothing says from when")
    if (founding := walk.founding) is None:
        if (ante := walk.near(found, walk.last, 200)) is None:
            return without_place(length, "nothing says from when")
        walk.series = ante, ante.start
        return placed(length, ante.earliest, shift(ante.latest, length.high, length.unit), walk.said(ante))
    last = shift(founding.latest, length.high, length.unit)
    return placed(length, founding.earliest, last, walk.said(founding))


def _period(walk: Standing, founding: Antecedent, length: Length, index: int) -> Resolved:
    """The index-th stretch of that length since the founding."""
    first = shift(founding.earliest, length.low * (index - 1), length.unit)
    return placed(length, first, shift(founding.latest, length.low * index, length.unit), walk.said(founding))


def new(walk: Standing, found: Found, length: Length) -> Resolved:
    founding, reference = walk.founding, walk.reference
    if founding is None or length.unit != "year" or reference is None:
        return without_place(length, "nothing says from when")
    age = reference.earliest.year - founding.earliest.year
    return _period(walk, founding, length, max(1, int(age // length.low) + 1))


def ordinal(walk: Standing, found: Found, length: Length) -> Resolved:
    founding = walk.founding
    if founding is None or length.unit != "year":
        return without_place(length, "nothing says from when")
    return _period(walk, founding, length, length.index)


def last(walk: Standing, found: Found, length: Length) -> Resolved:
    return without_place(length, "nothing says of what")


def during(walk: Standing, found: Found, length: Length) -> Resolved:
    """12年中, 十几年间: from where the sentence starts counting, else up to the document if the sum is right."""
    if length.unit in SMALL:
        return without_place(length)
    if walk.last and walk.last.end == found.start and walk.last.grain == "range":
        return placed(length, walk.last.earliest, walk.last.latest, walk.said(walk.last))
    if start := walk.near(found, walk.start, 60):
        last = shift(start.latest, length.high, length.unit)
        if walk.reference and walk.reference.latest < last:
            last = walk.reference.latest
        last = _before_next(walk, found, start.earliest, last)
        return placed(length, start.earliest, last, walk.said(start))
    reference = walk.reference
    if (
        reference
        and length.unit == "year"
        and length.low == length.high
        and reference.earliest.year - int(length.low) in walk.years
    ):
        days = up_to_document(walk, length)
        return placed(length, *days, walk.document()) if days else without_place(length)
    return without_place(length)


def _before_next(walk: Standing, found: Found, first: Day, last: Day) -> Day:
    """Not beyond the next date that the sentence goes on to."""
    following = walk.next_found
    if (
        following
        and following.start - found.end < 80
        and isinstance(following.reading, Point)
        and isinstance(following.reading.year, int)
    ):
        edge = Day(
            following.reading.year,
            following.reading.month if isinstance(following.reading.month, int) else 1,
            1,
        )
        if first < edge <= last:
            return edge - DAY
    return last
