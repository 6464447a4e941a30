"""What the words around it have no say in: resolved once for a document's date, and remembered.

2021年3月 needs nothing but itself; 去年, 今天, 2016年底 and 2002年5月至今 need the document's date as well.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import lru_cache

from timeline import edtf
from timeline.model import TimexType
from timeline.times.context import Reference, Resolved, unresolved
from timeline.times.counting import SHORT_YEAR
from timeline.times.cues import AWAY, CLOSES, LOOKS_BACK, PLACES, QUOTED
from timeline.times.finding import Found
from timeline.times.periods import NEXT_YEAR, OWN_YEAR
from timeline.times.readings import (
    Anaphor,
    Deictic,
    Fixed,
    Founding,
    Length,
    Point,
    Range,
    Reading,
    Recurring,
    Shift,
    Vague,
)
from timeline.times.resolvers import resolve_reading
from timeline.times.rule import Rule
from timeline.times.rules import read_text
from timeline.times.standing import Standing
from timeline.times.windows import without_place

Day = datetime.date
LENGTH = "duration"  # the rule, and the role, of a length that may stand alone
_TODAY = Shift("document", 0)
_CALENDAR = ("month-day", "month-bare-day", "english-month-day", "english-day-month")  # named, not counted
_NUMBERED = (")日", "）日")  # 今(5)日: of a month that the text may tell
_FROM_NOW = ("english-near-month",)  # last May: said from today; a bare March 12 after it is not of its year
_TOLD_AGAIN = (Anaphor, Founding)  # 当时, 创业初期
# What a time does to the text that goes on after it: it is a date that the text is at (plainly, or told in
# its own way, or told again), brings it back to its own time, or to a time that nobody knows; it recurs;
# nothing; nothing, as long as nothing beside it says more; what the text around it has to be asked.
PLAIN, DATE, AGAIN, NOW, LOST, SET, NOTHING, ALONE, ASKED = range(9)
_MOST = 4096  # texts that are kept of a document's date


# What an antecedent has but for its place: days, EDTF value, grain, present, deictic.
Told = tuple[Day, Day, str, str, bool, bool]
_NEVER: Told = (Day.min, Day.max, "", "", False, False)


@dataclass(slots=True, eq=False)
class Settled:
    """A resolved time with what it does, and what an antecedent takes from it."""

    resolved: Resolved
    does: int = NOTHING
    level: int = 0  # 2 for one day, 1 for days of one month, else 0
    told: Told = _NEVER
    asks: int = 0  # what may not stand beside it, to be plain or alone


_ASKED = Settled(unresolved("DATE", "the text is asked"), ASKED)


class Known(dict[str, Settled]):
    """What texts say in a document of that date, or that the text around them has to be asked."""

    def __init__(self, reference: Reference | None) -> None:
        self.reference = reference

    def __missing__(self, text: str) -> Settled:
        if len(self) >= _MOST:
            self.clear()
        self[text] = known = complete(text) or by_document(text, self.reference) or _alone(text) or _ASKED
        return known


known_in = lru_cache(maxsize=256)(Known)


@lru_cache(maxsize=65536)
def complete(text: str) -> Settled | None:
    """What a text says by itself; None where the document has to be asked, or the text around it."""
    read = read_text(text)
    return _settle(text, *read) if read and _is_complete(read[1]) else None


def by_document(text: str, reference: Reference | None) -> Settled | None:
    """What a text says in a document of that date; None where the text around it has to be asked."""
    read = read_text(text)
    if read is None or not _is_by_document(read[1]):
        return None
    asks_text = (isinstance(read[1], Point) and read[1].fiscal) or text in OWN_YEAR or text in NEXT_YEAR
    if (asks_text and reference) or (
        text.endswith(_NUMBERED) and (not reference or reference.grain == "year")
    ):
        return None
    return _settle(text, *read, reference)


@lru_cache(maxsize=4096)
def _alone(text: str) -> Settled | None:
    """三年, 10分钟: a length that stands alone is of no date."""
    rule, reading = read_text(text) or (None, None)
    if rule is None or rule.name != LENGTH or not isinstance(reading, Length) or SHORT_YEAR.fullmatch(text):
        return None
    if reading.role != LENGTH or reading.mod == "less":  # 等了不到三年
        return None
    return Settled(without_place(reading), ALONE, asks=PLACES | AWAY)


def _settle(text: str, rule: Rule, reading: Reading, reference: Reference | None = None) -> Settled:
    """With what may stand beside it while it still is a plain date."""
    found = Found(0, len(text), text, rule.name, reading)
    resolved = resolve_reading(Standing(text, reference), found)
    known = Settled(resolved, *settle(found, resolved, reference))
    deictic = known.told[-1]
    if known.does == DATE and not text.startswith("民国") and not (deictic and text[0].isascii()):
        known.does = PLAIN
        known.asks = LOOKS_BACK | QUOTED * bool(known.resolved.anchor) | CLOSES * (known.level == 2)
    return known


def settle(found: Found, resolved: Resolved, reference: Reference | None) -> tuple[int, int, Told]:
    """What a resolved time does to the text, its level and what it tells; lengths are seen by where they stand."""
    kind, value, earliest, latest, anchor = resolved
    if kind == "SET":
        return SET, 0, _NEVER
    reading, rule = found.reading, found.rule
    point = reading if isinstance(reading, Point) else None
    if earliest is None or latest is None:
        lost = point and earliest is None and point.day != _TODAY and _counts_from_document(point)
        return LOST if lost else NOTHING, 0, _NEVER
    today = point is not None and point.day == _TODAY and not anchor.startswith("text")
    if reading.__class__ is Deictic or (today and reference is not None and reference.grain != "day"):
        return NOW, 0, _NEVER
    if point and (_is_aside(point) or rule in _FROM_NOW):
        return NOTHING, 0, _NEVER
    value, grain, level = graded(kind, value, earliest, latest)
    deictic = grain == "day" and anchor.startswith("document") and rule not in _CALENDAR
    does = AGAIN if isinstance(reading, _TOLD_AGAIN) else DATE
    return does, level, (earliest, latest, value, grain, today, deictic)


@lru_cache(maxsize=8192)
def graded(kind: TimexType, value: str, earliest: Day, latest: Day) -> tuple[str, str, int]:
    """The EDTF value, the grain and the level of an antecedent's days."""
    grain = edtf.precision(value) if kind == "DATE" else "day"
    if grain == "range":
        value = edtf.from_bounds(earliest, latest)
    return value, grain, level_of(earliest, latest)


# ── what is asked ───────────────────────────────────────────────────────────


_VAGUE_PARTS = ("初", "中", "底", "年中", "月初", "月底")


def _is_complete(reading: Reading) -> bool:
    """Does nothing but itself have a say?"""
    if isinstance(reading, Range):
        return _is_whole(reading.first) and isinstance(reading.last, Point) and _is_exact(reading.last)
    if isinstance(reading, Fixed):
        latest = edtf.bounds(reading.value)[1]
        return latest is not None and latest.year >= 1940 and not reading.side
    return isinstance(reading, Recurring | Vague) or (isinstance(reading, Point) and _is_whole(reading))


def _is_by_document(reading: Reading) -> bool:
    """Does nothing but itself and the document's date have a say?"""
    if isinstance(reading, Range):
        return _is_stated(reading.first) and (isinstance(reading.last, Deictic) or _is_part(reading.last))
    return isinstance(reading, Deictic) or (
        isinstance(reading, Point) and (_is_stated(reading) or _counts_from_document(reading))
    )


def _is_whole(point: Point) -> bool:
    return isinstance(point.year, int) and _is_exact(point)


def _is_exact(point: Point) -> bool:
    """A vague part of a year, and what is open, would end with the document."""
    vague = point.side in ("since", "earlier", "later") or point.part in _VAGUE_PARTS
    return not vague and _is_part(point)


def _is_stated(point: Point) -> bool:
    return isinstance(point.year, int) and _is_part(point)


def _is_part(point: Point) -> bool:
    """Nothing is counted from elsewhere."""
    counted = any(isinstance(level, Shift) for level in (point.year, point.month, point.day))
    alone = point.weekday and point.nth is None
    return not (counted or point.week or point.fiscal or alone or point.part == "同期")


def _counts_from_document(point: Point) -> bool:
    """去年, 上周五, 今年一季度, 今天."""
    levels = (point.year, point.month, point.day, point.week)
    origins = {level.origin for level in levels if isinstance(level, Shift)}
    # A day of this week may be told otherwise by the words around it.
    told = point.weekday and point.week is None
    return origins == {"document"} and not told and point.part != "同期"


def _is_aside(point: Point) -> bool:
    """去年同期, the previous year: looked back at, while the text stays where it is."""
    return point.part == "同期" or (
        isinstance(point.year, Shift) and point.year.origin == "text" and point.year.by < 0
    )


def level_of(first: Day, last: Day) -> int:
    """2 for one day, 1 for days of one month, else 0."""
    if first == last:
        return 2
    return int(first.month == last.month and first.year == last.year)
