"""Resolve lengths: what a number of years, months or days is counted from, and in which direction."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from timeline import edtf
from timeline.times.context import DAY, Antecedent, Resolved, shift, shift_months, unresolved
from timeline.times.finding import Found
from timeline.times.readings import Length, Point, Range

if TYPE_CHECKING:
    from timeline.times.anchoring import Anchoring

Day = datetime.date

_SMALL = ("hour", "minute", "second", "quarter-hour")
_AGE = re.compile(
    r"(?:成立|创立|创办|创建|诞生|上市|创业|入行|发布|开业|运营|推出|上线|建厂|建校|组建|从业|问世|投产|入职)(?:以?来|至今|到现在|到今天)?(?:才|仅仅?|不过|已经?|了|刚刚?|刚满|满|只有|也|都|有|还|,|，)*$"
)
_PASSED = re.compile(r"(?:走|过|做|干|坚持|经营|深耕|发展|探索|运营|等|打磨|陪伴|走过|过去|积累)了$")
COUNTED = re.compile(r"(?:经过|历时|历经|用了|用时|花了|耗时|持续了?|长达|只用|仅用|经|整整|花费)$")
_WINDOW_FROM = re.compile(r"(?:距|距离|距今|离)[^。！？；]{0,25}$")
_TAKEN = re.compile(r"(?:用|用了|花了|花|只花|耗时|历时)$")
_LEFT = ("还剩", "还剩下", "剩余", "只剩", "仅剩", "还剩 ")
_ONWARD = re.compile(r"(?:此后|其后|随后|之后|接下来|后来)[^，。；]{0,3}$")
# Last characters of the words before a length that say from when or until when.
_TELLING = frozenset(
    "过时历了用续达经整费花连着接立办建生市业行布营出线厂校世产职来今在到天才仅已刚满只有也都还止剩余下国组近约"
)
_PREPARED = re.compile(r"(?:准备|筹备|筹划|策划|酝酿|谋划|筹办|备战)了$")  # ends at what was prepared
_TO_DATE = re.compile(r"(?:至今|迄今|距今)(?:已|经|有|满|整整|，|近|将)*$")
_OWN_START = re.compile(r"(?:后|之日起|日起|期满|满)$")  # 自上市之日起36个月内
_PASSING = ("又过了", "再过了", "再过", "又过", "，过了", "。过了")
_AT = tuple("于至到从")
_PLAN = re.compile(r"将|预计|计划|目标|力争|拟|争取|有望|要|承诺|投入|投资")


def resolve_length(walk: Anchoring, found: Found, length: Length) -> Resolved:
    try:
        return _ROLES[length.role](walk, found, length)
    except (ValueError, OverflowError):
        return unresolved("DURATION", "beyond the calendar", length.iso)


def _open(length: Length, reason: str = "a length that nothing places") -> Resolved:
    return unresolved("DURATION", reason, length.iso)


def _placed(length: Length, earliest: Day, latest: Day, anchor: str) -> Resolved:
    if latest < earliest:
        return _open(length, "its end would come before its beginning")
    return Resolved("DURATION", length.iso, earliest, latest, anchor)


def _back(walk: Anchoring, length: Length) -> tuple[Day, Day] | None:
    """From so many units before the document up to it, in units as fine as its date is known."""
    reference = walk.reference
    if (
        reference is None
        or length.unit in _SMALL
        or length.high - length.low > 8
        or (length.low, length.high) == (2, 9)
    ):
        return None  # 几十年来 is anybody's guess
    if reference.grain == "day":
        return shift(reference.earliest, -length.high, length.unit), reference.latest
    if reference.grain == "month" and length.unit not in ("week", "day", "workday"):
        return shift(reference.earliest.replace(day=1), -length.high, length.unit), reference.latest
    if length.unit in ("year", "century"):
        return shift(Day(reference.earliest.year, 1, 1), -length.high, length.unit).replace(
            month=1
        ), reference.latest
    return None


def _past(walk: Anchoring, found: Found, length: Length) -> Resolved:
    if found.text.startswith("前") and length.unit == "year" and walk.founding:
        return _first(walk, found, length)
    if length.role == "recent" and found.text.startswith("近") and _told_in_past(walk, found):
        return _nearly(walk, found, length)
    if _WINDOW_FROM.search(walk.before(found, 40)) and (ante := walk.same_sentence(found, walk.last)):
        return _until(walk, length, ante)
    if found.text.startswith(("此前", "之前")) and (ante := walk.near(found, walk.last)):
        return _placed(
            length, shift(ante.earliest, -length.high, length.unit), ante.earliest - DAY, walk.said(ante)
        )
    days = _back(walk, length)
    return (
        _placed(length, *days, walk.document())
        if days
        else _open(length, "the document's date is not known well enough")
    )


def _told_in_past(walk: Anchoring, found: Found) -> bool:
    """封闭生产近两个月: 近 is "nearly" after a verb, in a sentence about the past."""
    before = walk.before(found, 1)
    if before in ("了", "用", "时"):
        return True
    ante, reference = walk.same_sentence(found, walk.last), walk.reference
    return (
        "\u4e00" <= before <= "\u9fff"
        and ante is not None
        and (reference is None or ante.latest < reference.earliest)
    )


def _until(walk: Anchoring, length: Length, ante: Antecedent) -> Resolved:
    first = shift(
        ante.earliest.replace(day=1) if length.unit == "month" else ante.earliest, -length.high, length.unit
    )
    return _placed(
        length,
        Day(first.year, 1, 1) if length.unit == "year" and ante.grain == "year" else first,
        ante.latest,
        walk.said(ante),
    )


def _nearly(walk: Anchoring, found: Found, length: Length) -> Resolved:
    """进行了近一个月: it begins somewhere in the antecedent and lasts that long."""
    ante = walk.near(found, walk.last)
    if ante is None or length.unit in _SMALL:
        return _open(length)
    if _PREPARED.search(walk.before(found)):
        return _until(walk, length, ante)
    return _placed(length, ante.earliest, shift(ante.latest, length.high, length.unit), walk.said(ante))


def _next(walk: Anchoring, found: Found, length: Length) -> Resolved:
    if length.unit in _SMALL:
        return _open(length)
    if ante := walk.same_sentence(found, walk.last):
        return _placed(length, ante.earliest, shift(ante.latest, length.high, length.unit), walk.said(ante))
    if found.text[0] in "此其之随" or found.text.startswith("后"):
        ante = walk.near(found, walk.last)
        if ante is None and found.text[0] != "后":
            return _open(length, "nothing before it says from when")
        if ante is not None:
            return _placed(length, ante.latest, shift(ante.latest, length.high, length.unit), walk.said(ante))
    reference = walk.reference
    if reference is None or (reference.grain == "year" and length.unit not in ("year", "century")):
        return _open(length, "the document's date is not known well enough")
    return _placed(
        length, reference.earliest, shift(reference.latest, length.high, length.unit), walk.document()
    )


def _this(walk: Anchoring, found: Found, length: Length) -> Resolved:
    if found.text.startswith("那"):
        return _open(length, "nothing says which")
    return _past(walk, found, length)


def _during(walk: Anchoring, found: Found, length: Length) -> Resolved:
    """12年中, 十几年间: from where the sentence starts counting, else up to the document if the sum is right."""
    if length.unit in _SMALL:
        return _open(length)
    if walk.last and walk.last.end == found.start and walk.last.grain == "range":
        return _placed(length, walk.last.earliest, walk.last.latest, walk.said(walk.last))
    if start := walk.near(found, walk.start, 60):
        last = shift(start.latest, length.high, length.unit)
        if walk.reference and walk.reference.latest < last:
            last = walk.reference.latest
        last = _before_next(walk, found, start.earliest, last)
        return _placed(length, start.earliest, last, walk.said(start))
    reference = walk.reference
    if (
        reference
        and length.unit == "year"
        and length.low == length.high
        and reference.earliest.year - int(length.low) in walk.years
    ):
        days = _back(walk, length)
        return _placed(length, *days, walk.document()) if days else _open(length)
    return _open(length)


def _before_next(walk: Anchoring, found: Found, first: Day, last: Day) -> Day:
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


def _since(walk: Anchoring, found: Found, length: Length) -> Resolved:
    if (start := walk.same_sentence(found, walk.start)) and length.unit not in _SMALL and walk.reference:
        return _placed(length, start.earliest, walk.reference.latest, walk.said(start))
    return _past(walk, found, length)


def _within(walk: Anchoring, found: Found, length: Length) -> Resolved:
    if length.unit in _SMALL or length.unit == "workday":
        return _open(length)
    if _OWN_START.search(walk.before(found)) and not walk.same_sentence(found, walk.last):
        return _open(length, "counted from an event of its own")
    if length.low >= 20 and length.unit == "year" and not _PLAN.search(walk.before(found, 12)):
        return _open(length)
    if (ante := walk.near(found, walk.last)) and length.unit != "day":
        return _placed(length, ante.earliest, shift(ante.latest, length.high, length.unit), walk.said(ante))
    reference = walk.reference
    if (
        reference is None
        or length.unit in ("day", "week")
        or (reference.grain == "year" and length.unit != "year")
    ):
        return _open(length)
    return _placed(
        length, reference.earliest, shift(reference.latest, length.high, length.unit), walk.document()
    )


def _first(walk: Anchoring, found: Found, length: Length) -> Resolved:
    if walk.founding is None or length.unit not in ("year", "month"):
        return _open(length, "nothing says from when")
    return _placed(
        length,
        walk.founding.earliest,
        shift(walk.founding.latest, length.high, length.unit),
        walk.said(walk.founding),
    )


def _period(walk: Anchoring, founding: Antecedent, length: Length, index: int) -> Resolved:
    """The index-th stretch of that length since the founding."""
    first = shift(founding.earliest, length.low * (index - 1), length.unit)
    return _placed(
        length, first, shift(founding.latest, length.low * index, length.unit), walk.said(founding)
    )


def _new(walk: Anchoring, found: Found, length: Length) -> Resolved:
    if walk.founding is None or length.unit != "year" or walk.reference is None:
        return _open(length, "nothing says from when")
    age = walk.reference.earliest.year - walk.founding.earliest.year
    return _period(walk, walk.founding, length, max(1, int(age // length.low) + 1))


def _ordinal(walk: Anchoring, found: Found, length: Length) -> Resolved:
    if walk.founding is None or length.unit != "year":
        return _open(length, "nothing says from when")
    return _period(walk, walk.founding, length, length.index)


def _last(walk: Anchoring, found: Found, length: Length) -> Resolved:
    return _open(length, "nothing says of what")


def _duration(walk: Anchoring, found: Found, length: Length) -> Resolved:
    """A length alone: placed where the words around it say from when or until when."""
    before, reference = walk.before(found), walk.reference
    if before.endswith(_LEFT) and reference and reference.grain == "day":
        return _placed(
            length, reference.earliest, shift(reference.latest, length.high, length.unit), walk.document()
        )
    if length.unit in _SMALL or not _is_told(walk, found):
        return _open(length)
    for place in (_beside, _counted_on, _grown_old):
        if placed := place(walk, found, length):
            return placed
    return _open(length)


def _is_told(walk: Anchoring, found: Found) -> bool:
    """Can anything around a length place it? Most lengths stand alone; this is quick to see."""
    text, start = walk.text, found.start
    if text[start - 1 : start] in _TELLING or text[found.end : found.end + 1] in ("过", "了"):
        return True
    last = walk.last
    if last is not None and start - last.end <= 10:
        return True
    if text.startswith(" end", found.end):
        return True
    if walk.era_year is not None and start - walk.era_year.end <= 60:
        return True
    before = text[max(0, start - 40) : start]
    return "距" in before or "离" in before


def _beside(walk: Anchoring, found: Found, length: Length) -> Resolved | None:
    """Right after the date that says which: 2020-2022年三年, 截至6月30日止六个月, 1月一个月."""
    before, last = walk.before(found), walk.last
    if last and last.end == found.start and last.grain == "range":
        return _placed(length, last.earliest, last.latest, walk.said(last))
    following = walk.next_found
    if (
        following
        and walk.after(found, 10).startswith((" ended ", " ending "))
        and following.start - found.end < 12
    ):
        told = walk.resolve_ahead(following)
        if told and told.latest:
            return _placed(
                length, shift(told.latest + DAY, -length.low, length.unit), told.latest, told.anchor
            )
    if before.endswith("止") and (ante := walk.near(found, last, 2)):
        return _placed(
            length, shift(ante.latest + DAY, -length.low, length.unit), ante.latest, walk.said(ante)
        )
    era = walk.near(found, walk.era_year, 60)
    at_a_date = before[-1:] in _AT or not "\u4e00" <= before[-1:] <= "\u9fff"
    if era and at_a_date and length.unit == "year" and length.low == length.high:
        return _of_era(length, walk.said(era))
    ante = walk.same_sentence(found, last)
    if ante and length.low == length.high == 1 and ante.grain == length.unit and found.start - ante.end <= 10:
        return _placed(length, ante.earliest, ante.latest, walk.said(ante))
    return None


def _counted_on(walk: Anchoring, found: Found, length: Length) -> Resolved | None:
    """Counted from a date: 又过了一年, 连续五个月, 经过75天, 距发布21个月, 进行了近一个月."""
    before = walk.before(found)
    if before.endswith(_PASSING) and walk.near(found, walk.last, 150):
        return _later(walk, found, length)
    if before.endswith(("连续", "接连", "连着")) and length.low == length.high:
        return _streak(walk, found, length)
    if COUNTED.search(before) and (placed := _counted(walk, found, length)):
        return placed
    if _WINDOW_FROM.search(walk.before(found, 40)) and (ante := walk.same_sentence(found, walk.last)):
        return _until(walk, length, ante)
    if before.endswith("了") and length.mod == "less":
        return _nearly(walk, found, length)
    return None


def _grown_old(walk: Anchoring, found: Found, length: Length) -> Resolved | None:
    """Up to now: 创办12年, 走了两年, 4年过去了, 用两年做到."""
    if length.low != length.high:
        return None
    before, after = walk.before(found), walk.after(found, 3)
    if _AGE.search(before) or (_PASSED.search(before) and not after.startswith(("前", "后"))):
        return _up_to(walk, found, length)
    if _TO_DATE.search(before) and walk.reference and (ante := walk.near(found, walk.last)):
        return _placed(length, ante.earliest, walk.reference.latest, walk.said(ante))
    if after.startswith(("过去了", "了")) and length.low >= 1:
        return _up_to(walk, found, length)
    if (
        length.unit in ("year", "month")
        and _TAKEN.search(before)
        and not walk.same_sentence(found, walk.last)
    ):
        return _up_to(walk, found, length)
    return None


def _of_era(length: Length, anchor: str) -> Resolved:
    """民国八十七年成立，九十一年上市: the era goes on."""
    year = 1911 + int(length.low)
    return Resolved("DATE", f"{year:04d}", Day(year, 1, 1), Day(year, 12, 31), anchor)


def _up_to(walk: Anchoring, found: Found, length: Length) -> Resolved:
    """An age: up to the date that the clause is told at, else up to the document."""
    if (ante := walk.same_sentence(found, walk.last)) and _told_at(walk, found, ante):
        return _until(walk, length, ante)
    days = _back(walk, length)
    return (
        _placed(length, *days, walk.document())
        if days
        else _open(length, "the document's date is not known well enough")
    )


def _told_at(walk: Anchoring, found: Found, ante: Antecedent) -> bool:
    """2019年，公司成立三年: the clause itself is told at the date."""
    reference, between = walk.reference, walk.text[ante.end : found.start]
    if (
        ante is walk.founding
        or any(c in between[1:] for c in "，,")
        or walk.text[max(0, ante.start - 1) : ante.start] in ("从", "自", "于")
    ):
        return False
    return reference is None or ante.latest < reference.earliest


def _streak(walk: Anchoring, found: Found, length: Length) -> Resolved:
    """连续五个月: so many whole units before the month that is told."""
    if length.unit not in ("month", "quarter", "year"):
        return _open(length)
    if _ONWARD.search(walk.before(found)):
        start = walk.near(found, walk.last)
        if start:  # 此后连续六个季度: from the next one on
            first = start.latest + DAY
            return _placed(length, first, shift(first, length.low, length.unit) - DAY, walk.said(start))
    ante = walk.same_sentence(found, walk.month)
    if ante is None and walk.reference and walk.reference.grain == "year" and length.unit != "year":
        return _open(length, "the document's date is not known well enough")
    told = ante or walk.reference
    if told is None:
        return _open(length)
    base = told.earliest
    step = {"month": 1, "quarter": 3, "year": 12}[length.unit]
    start = base.replace(day=1, month=(base.month - 1) // step * step + 1)
    return _placed(
        length,
        shift_months(start, -int(length.low) * step),
        start - DAY,
        walk.said(ante) if ante else walk.document(),
    )


def _counted(walk: Anchoring, found: Found, length: Length) -> Resolved | None:
    """从X开始，经过75天; 从X到Y，用了20个月."""
    start = walk.near(found, walk.start, 100)
    if start is None:
        return None
    last = walk.last
    if (
        last
        and last.start > start.end
        and walk.same_sentence(found, last)
        and re.search(r"(?:到|至)$", walk.text[max(0, last.start - 2) : last.start])
    ):
        return _placed(length, start.earliest, last.latest, walk.said(start))
    if length.unit in ("day", "week"):
        return _placed(
            length, start.earliest, shift(start.latest, length.high, length.unit) - DAY, walk.said(start)
        )
    return _placed(length, start.earliest, shift(start.latest, length.high, length.unit), walk.said(start))


def _offset(
    walk: Anchoring, found: Found, length: Length, sign: int, base: tuple[Day, Day, str, str]
) -> Resolved:
    """The year (month, day) that lies so many units off."""
    earliest, latest, grain, anchor = base
    low, high = (length.low, length.high) if sign > 0 else (-length.high, -length.low)
    unit = length.unit
    if unit in _SMALL:
        return Resolved(
            "TIME",
            earliest.isoformat() if earliest == latest else edtf.from_bounds(earliest, latest),
            earliest,
            latest,
            anchor,
        )
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


def _reference_base(walk: Anchoring) -> tuple[Day, Day, str, str] | None:
    reference = walk.reference
    return (reference.earliest, reference.latest, reference.grain, walk.document()) if reference else None


def _antecedent_base(walk: Anchoring, ante: Antecedent) -> tuple[Day, Day, str, str]:
    days = (ante.latest - ante.earliest).days
    return (
        ante.earliest,
        ante.latest,
        "day" if days == 0 else "month" if days <= 92 else "year",
        walk.said(ante),
    )


def _ago(walk: Anchoring, found: Found, length: Length) -> Resolved:
    base = _reference_base(walk)
    return _offset(walk, found, length, -1, base) if base else unresolved("DATE", "the document has no date")


def _later(walk: Anchoring, found: Found, length: Length) -> Resolved:
    ante = walk.near(found, walk.last, 150)
    if ante and ante.deictic and length.unit in ("year", "month"):
        # “…”, he said on Monday. “Three years later …”: counted from what he told, not from Monday.
        told = next((one for one in reversed(walk.history[-4:]) if not one.deictic), None)
        ante = walk.near(found, told, 150) or ante
    if ante and walk.offset and walk.same_sentence(found, ante):
        base, low, unit = walk.offset
        if base.end < ante.start and unit == length.unit and low < length.low:
            ante = base  # 一年后…，两年后…: both from the same date
    if ante:
        walk.offset = ante, length.low, length.unit
    based = _antecedent_base(walk, ante) if ante else _reference_base(walk)
    return (
        _offset(walk, found, length, 1, based)
        if based
        else unresolved("DATE", "nothing before it says from when")
    )


_ROLES = {
    "duration": _duration, "ago": _ago, "later": _later, "past": _past, "recent": _past, "next": _next, "this": _this, "since": _since,
    "during": _during, "within": _within, "first": _first, "new": _new, "ordinal": _ordinal, "last": _last,
}  # fmt: skip

__all__ = ["Range", "resolve_length"]
