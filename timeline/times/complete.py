"""What needs nothing but itself (2021年3月), and what needs the document alone (去年): read once, kept."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from timeline import edtf
from timeline.times.context import Resolved
from timeline.times.readings import Deictic, Fixed, Point, Reading, Shift

Day = datetime.date


class Complete(NamedTuple):
    """A resolved time that needs nothing but itself, with what an antecedent takes from it."""

    resolved: Resolved
    value: str = ""
    grain: str = ""  # "" where nothing can point back to it; set, now
    days: tuple[Day, Day] | None = None
    deictic: bool = False  # a day counted from the document's
    level: int = 0  # `level_of` its days


_VAGUE_PARTS = ("初", "中", "底", "年中", "月初", "月底", "同期")


def is_whole(point: Point) -> bool:
    """A year is stated, and nothing is counted from the text or the document."""
    return isinstance(point.year, int) and is_part(point)


def is_part(point: Point) -> bool:
    """Nothing is counted from elsewhere; a vague part of a year would end with the document."""
    if isinstance(point.year, Shift) or isinstance(point.month, Shift) or isinstance(point.day, Shift):
        return False
    alone = point.weekday and point.nth is None
    return not (
        point.week
        or point.fiscal
        or point.side in ("since", "earlier", "later")
        or point.part in _VAGUE_PARTS
        or alone
    )


def completed(reading: Reading, resolved: Resolved) -> Complete:
    """A resolved time with its value and grain as an antecedent."""
    if resolved.earliest is None or resolved.latest is None:
        return Complete(resolved, "", "")
    if isinstance(reading, Deictic):
        return Complete(resolved, "", "now")
    grain = edtf.precision(resolved.value) if resolved.type == "DATE" else "day"
    value = edtf.from_bounds(resolved.earliest, resolved.latest) if grain == "range" else resolved.value
    days = resolved.earliest, resolved.latest
    deictic = grain == "day" and resolved.anchor.startswith("document")
    return Complete(resolved, value, grain, days, deictic, level_of(*days))


def level_of(first: Day, last: Day) -> int:
    """2 for one day, 1 for days of one month, else 0."""
    if first == last:
        return 2
    return int(first.month == last.month and first.year == last.year)


def is_by_document(reading: Reading) -> bool:
    """Does only the document's date have a say? 去年, 上周五, 今年一季度, 目前."""
    if isinstance(reading, Deictic):
        return True
    if not isinstance(reading, Point) or reading.part == "同期" or reading.day == Shift("document", 0):
        return False
    levels = [
        level
        for level in (reading.year, reading.month, reading.day, reading.week)
        if isinstance(level, Shift)
    ]
    # A day of this week may be told otherwise by the words around it.
    told = reading.weekday and reading.week is None
    return bool(levels) and all(level.origin == "document" for level in levels) and not told


def latest_of(reading: Fixed) -> int:
    """The last year of a fixed time."""
    latest = edtf.bounds(reading.value)[1]
    return latest.year if latest else 0
