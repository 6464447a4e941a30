"""Offsets: 12年前, 三个月后: the year, month or day that lies so many units off."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from timeline import edtf
from timeline.times.context import DAY, Antecedent, Resolved, shift, shift_months, unresolved, whole_year
from timeline.times.finding import Found
from timeline.times.foundings import year_beside
from timeline.times.milestones import apposed, step_before, told_of
from timeline.times.readings import Length
from timeline.times.windows import SMALL

if TYPE_CHECKING:
    from timeline.times.standing import Standing

Day = datetime.date

_FOUNDED = ("成立", "创立", "创办", "创建", "创业", "诞生")


def _offset(
    walk: Standing, found: Found, length: Length, sign: int, base: tuple[Day, Day, str, str]
) -> Resolved:
    """The year (month, day) that lies so many units off."""
    earliest, latest, grain, anchor = base
    low, high = (length.low, length.high) if sign > 0 else (-length.high, -length.low)
    unit = length.unit
    if length.mod == "more" and unit == "month" and low == high:  # 7个多月后
        low, high = (low, high + 1) if sign > 0 else (low - 1, high)
    if unit in SMALL:
        return Resolved(
            "TIME",
            earliest.isoformat() if earliest == latest else edtf.from_bounds(earliest, latest),
            earliest,
            latest,
            anchor,
        )
    if unit == "month" and low != int(low) and grain != "year":  # 半个月后: by days
        first, last = shift(earliest, low, unit), shift(latest, high, unit)
        return Resolved("DATE", edtf.from_bounds(first, last) + "~" * (first == last), first, last, anchor)
    if unit in ("year", "century") and low == int(low):
        scale = 1 if unit == "year" else 100
        first, last = (
            Day(earliest.year + int(low) * scale, 1, 1),
            Day(latest.year + int(high) * scale, 12, 31),
        )
    elif unit in ("day", "week", "workday"):
        if grain == "year":
            return unresolved("DATE", "the day it is counted from is not known")
        first, last = shift(earliest, low, unit), shift(latest, high, unit)
    else:
        if grain == "year" and unit != "year":
            return unresolved("DATE", "the month it is counted from is not known")
        first, last = (
            shift(earliest.replace(day=1), low, unit).replace(day=1),
            shift(latest.replace(day=1), high, unit),
        )
        last = edtf.last_day(last.year, last.month)
    return Resolved("DATE", edtf.from_bounds(first, last), first, last, anchor)


def _reference_base(walk: Standing) -> tuple[Day, Day, str, str] | None:
    reference = walk.reference
    return (reference.earliest, reference.latest, reference.grain, walk.document()) if reference else None


_HOPE = re.compile(r"希望|想要|想|会|将|要|计划|打算|争取|一定")


def _is_hoped(walk: Standing, found: Found, ante: Antecedent) -> bool:
    """“20年后，我希望店还在”: what a speaker hopes for is counted from the day of speaking."""
    opened = walk.text.rfind("“", max(0, found.start - 60), found.start)
    if opened < ante.end or walk.text.find("”", opened, found.start) >= 0:
        return False
    clause = re.split("[。！？；”]", walk.after(found, 24))[0]
    return bool(_HOPE.search(clause)) and "了" not in clause


def _antecedent_base(walk: Standing, ante: Antecedent) -> tuple[Day, Day, str, str]:
    days = (ante.latest - ante.earliest).days
    return (
        ante.earliest,
        ante.latest,
        "day" if days == 0 else "month" if days <= 92 else "year",
        walk.said(ante),
    )


_SENTENCE_ENDS = re.compile(r"\w{3}[.!?] ")  # not after No. 4


def _told_base(walk: Standing, found: Found) -> tuple[Day, Day, str, str] | None:
    """On May 1, 1984, the mill, built four years ago, …: of the sentence's date, where the document's is guessed."""
    last = walk.near(found, walk.last, 200)
    if not (found.text[0].isascii() and walk.reference and walk.reference.doubt and last):
        return None
    return None if _SENTENCE_ENDS.search(walk.text, last.end, found.start) else _antecedent_base(walk, last)


def ago(walk: Standing, found: Found, length: Length) -> Resolved:
    if found.text[0].isascii() and (same := _same_months(walk, found, length)):
        return same
    base = _told_base(walk, found) or _reference_base(walk)
    return _offset(walk, found, length, -1, base) if base else unresolved("DATE", "the document has no date")


# 2011年，即公司成立的第13年; 2011年（成立第13年）; 2011年，成立第13年，…
_IS_YEAR = re.compile(
    r"(?P<told>[，,]?(?:也就是|亦即|也即|即是|即|就是|也是|正是|正值|正好是|恰好是|刚好是|恰是|恰逢|适逢|时值|是|为)在?[^，。；、：（）()\n]{0,10}"
    r"|[（(][^，。；、：（）()\n]{0,10})|[，,]在?[^，。；、：（）()\n]{0,8}"
)
_NAMES_YEAR = re.compile(r"[，,]?(?:也就是|亦即|也即|即|就是|正是|恰是)在?|[（(]|的")  # 成立第4年的2014年


def _same_year(walk: Standing, found: Found, length: Length) -> Resolved | None:
    """An nth year beside a year that is told: it is that year."""
    following = walk.next_found
    if following and _NAMES_YEAR.fullmatch(walk.text, found.end, following.start):
        told = walk.resolve_ahead(following)
        if told and told.earliest and told.latest and told.earliest.year == told.latest.year:
            return whole_year(told.earliest.year, told.anchor)
    last = walk.last
    if last is None or last.earliest.year != last.latest.year:
        return None
    beside = _IS_YEAR.fullmatch(walk.text, last.end, found.start)
    if beside is None or not (length.index or beside["told"]):
        return None
    year = last.earliest.year
    begun = year_beside(last, year - int(length.low))
    walk.series = begun, found.start
    if found.text.startswith(_FOUNDED) and walk.founding is None:
        walk.foundings.tell(begun, found)
    return whole_year(year, walk.said(last))


_ENTERS = ("迈向", "迈入", "进入", "步入", "踏入")


def nth(walk: Standing, found: Found, length: Length) -> Resolved:
    """第三年, 成立后第五年: of a row of years, from the date it began with."""
    if same := _same_year(walk, found, length):
        return same
    series, last = walk.series, walk.near(found, walk.last, 200)
    goes_on = series and last and series[1] >= last.start
    base = series[0] if series and goes_on else last
    if length.index:
        base = walk.near(found, walk.founding, 2000, 20) if found.text[:2] in _FOUNDED else last
        base = base or last or walk.founding
    entered = walk.same_sentence(found, walk.last) if walk.before(found, 2) in _ENTERS else None
    if entered and found.start - entered.end <= 12:  # 今年迈入第30年: of something else
        return unresolved("DATE", "counted from something that is not dated")
    if base is None or (length.low == 0 and not length.index):
        return unresolved("DATE", "nothing before it says from when")
    walk.series = base, found.start
    year = base.earliest.year + int(length.low)
    return whole_year(year, walk.said(base))


# up from $5 million a year earlier, than a year ago: the same quarter or months, of the year before
_FIGURE_BEFORE = re.compile(
    r"(?:\b(?:from|than|with|to|versus|vs\.?|against|over|on|million|billion|trillion|cents?|share|percent|points?|units|vehicles|yuan|dollars|loss|profit)|[0-9](?:%|[mbk]n?)?)\)?,? $"
)


def _same_months(walk: Standing, found: Found, length: Length) -> Resolved | None:
    """A year earlier, beside figures of a quarter: that quarter of the year before."""
    if length.unit != "year" or length.low != 1 or not _FIGURE_BEFORE.search(walk.before(found, 16)):
        return None
    day = next((one for one in reversed(walk.history[-8:]) if not one.deictic), None)
    if day is None:
        return None
    # the three months ended Nov. 30: the months rather than the day
    ended = (one for one in walk.lengths.values() if 0 < day.start - one.end <= 14)
    told = walk.near(found, next(ended, day), 300)
    if told is None or not 27 <= (told.latest - told.earliest).days <= 280:
        return None
    first, last = shift_months(told.earliest, -12), shift_months(told.latest, -12)
    if (told.latest + DAY).day == 1:
        last = edtf.last_day(last.year, last.month)
    return Resolved("DATE", edtf.from_bounds(first, last), first, last, walk.said(told))


def earlier(walk: Standing, found: Found, length: Length) -> Resolved:
    """Four years earlier: before what the text is at."""
    if same := _same_months(walk, found, length):
        return same
    ante = walk.near(found, walk.last, 150)
    base = _antecedent_base(walk, ante) if ante else _reference_base(walk)
    return _offset(walk, found, length, -1, base) if base else unresolved("DATE", "nothing says from when")


_LASTED = re.compile(r"(?:打拼|工作|奋斗|经营|任职|学习|摸索|打工|创业|干|做|等|熬|闯荡|研发|筹备|准备)了?$")


def later(walk: Standing, found: Found, length: Length) -> Resolved:
    ante = walk.near(found, walk.last, 150)
    ante = ante and walk.outside(found, ante)
    if step := step_before(walk, found):
        if same := apposed(walk, found):
            return Resolved("DATE", same.value, same.earliest, same.latest, walk.said(same))
        ante = told_of(walk, found, step) or ante
        if ante is None:
            return unresolved("DATE", "counted from something that is not dated")
    same = walk.same_sentence(found, ante)
    if same and _LASTED.search(walk.before(found)) and found.start - same.end <= 16:
        # 2008年，在城里打拼三年后，他买了房: it is told when that was
        return Resolved("DATE", same.value, same.earliest, same.latest, walk.said(same))
    if ante and _is_hoped(walk, found, ante):
        ante = None
    if ante and ante.deictic and length.unit in ("year", "month"):
        # “…”, he said on Monday. “Three years later …”: counted from what he told, not from Monday.
        ante = walk.told(found, 150)
    if ante and walk.offset and walk.same_sentence(found, walk.offset[3]):
        base, low, unit, _ = walk.offset
        if base.end < ante.start and unit == length.unit and low < length.low:
            ante = base  # 一年后…，两年后…: both from the same date
    if ante:
        here = ante.told_at(found.start, found.end)
        walk.offset = ante, length.low, length.unit, here
    if ante and ante.grain == "range" and (ante.latest - ante.earliest).days > 366:
        ante = ante.begun_on(Day(ante.latest.year, 1, 1))  # 2010年至2012年…，两年后: from its end on
    based = _antecedent_base(walk, ante) if ante else _reference_base(walk)
    return (
        _offset(walk, found, length, 1, based)
        if based
        else unresolved("DATE", "nothing before it says from when")
    )
