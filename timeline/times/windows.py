"""Windows of time: 过去十年, 未来三年, 12年来, 三年内, 前5年: where they begin and end."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline import edtf
from timeline.times.context import DAY, Antecedent, Days, Reference, Resolved, shift, unresolved
from timeline.times.cues import AWAY, FAR
from timeline.times.finding import Found
from timeline.times.readings import Length

if TYPE_CHECKING:
    from timeline.times.standing import Standing

Day = datetime.date

_FEW = ("day", "week", "month")
SMALL = ("hour", "minute", "second", "quarter-hour")
_WINDOW_FROM = re.compile(r"(?:距离|距(?!今)|离)[^。！？；]{0,25}$")
# said today of what lies ahead
_FROM_NOW = (
    "未来", "今后", "the next", "The next", "next", "the coming", "coming",
)  # fmt: skip
_GOING = re.compile(
    r"\b(?:will|plans?|expects?|aims?|intends?|is|are|Co) (?:[^.]|\.(?=\d))*$"
)  # will spend in the next five years
_TOLD = 1500  # characters: how far back 这21个月 still is the 21个月 of which the text told
_PREPARED = re.compile(r"(?:准备|筹备|筹划|策划|酝酿|谋划|筹办|备战)了$")  # ends at what was prepared
_RECORD = re.compile(r"(?:以?来)?(?:的|同期)?(?:最|新高|新低|首次|之最|单[日月季]|峰值)")  # 创下近五年新高
_OWN_START = re.compile(r"(?:[后起]的?|期满|满)$")  # 自上市之日起36个月内, 届满后的6个月内
_OWN_END = re.compile(
    r"(?:完结|结束|终了|届满|期满|完成|上市|交割|生效|签署|发行|投产|竣工|验收|交付|退休|离职|毕业)$"
)
_PLAN = re.compile(r"将|预计|计划|目标|力争|拟|争取|有望|要|承诺|投入|投资")


def without_place(length: Length, reason: str = "a length that nothing places") -> Resolved:
    return unresolved("DURATION", reason, length.iso)


def placed(length: Length, earliest: Day, latest: Day, anchor: str) -> Resolved:
    if latest < earliest:
        return without_place(length, "its end would come before its beginning")
    return Resolved("DURATION", length.iso, earliest, latest, anchor)


def up_to_document(walk: Standing, length: Length) -> Days | None:
    """From so many units before the document up to it, in units as fine as its date is known."""
    return _up_to(walk.reference, length)


@lru_cache(maxsize=8192)
def _up_to(reference: Reference | None, length: Length) -> Days | None:
    few = (length.low, length.high) == (2, 9) and length.unit in _FEW  # 最近几天, but 几年 may be ten
    if reference is None or length.high - length.low > 8 or ((length.low, length.high) == (2, 9) and not few):
        return None  # 几十年来 is anybody's guess
    if length.unit in SMALL:
        return _by_the_clock(reference, length)
    if reference.grain == "day":
        return shift(reference.earliest, -length.high, length.unit), reference.latest
    if reference.grain == "month" and length.unit not in ("week", "day", "workday"):
        return shift(reference.earliest.replace(day=1), -length.high, length.unit), reference.latest
    if length.unit in ("year", "century"):
        return shift(Day(reference.earliest.year, 1, 1), -length.high, length.unit).replace(
            month=1
        ), reference.latest
    return None


def _by_the_clock(reference: Reference, length: Length) -> Days | None:
    """过去24小时 began the day before; 过去五分钟 on the day itself."""
    if reference.grain != "day":
        return None
    days = int(length.high // 24) if length.unit == "hour" else 0
    return reference.earliest - DAY * days, reference.latest


def counts_from(walk: Standing, found: Found) -> bool:
    """距离开业还有三年: the words before it say from when or until when."""
    return bool(walk.beside & AWAY) and bool(_WINDOW_FROM.search(walk.before(found, FAR)))


def past(walk: Standing, found: Found, length: Length) -> Resolved:
    if (
        length.role == "recent"
        and found.text.startswith("近")
        and not _RECORD.match(walk.after(found))
        and _told_in_past(walk, found)
    ):
        return nearly(walk, found, length)
    if counts_from(walk, found) and (ante := walk.same_sentence(found, walk.last)):
        return until(walk, length, ante)
    if found.text.startswith(("此前", "之前")) and (ante := walk.near(found, walk.last)):
        return placed(
            length, shift(ante.earliest, -length.high, length.unit), ante.earliest - DAY, walk.said(ante)
        )
    days = _year_to_date(walk, found, length) or up_to_document(walk, length)
    return (
        placed(length, *days, walk.document())
        if days
        else without_place(length, "the document's date is not known well enough")
    )


def _year_to_date(walk: Standing, found: Found, length: Length) -> Days | None:
    """前9个月, written in October: of the year so far, as statistics are told."""
    reference = walk.reference
    if (
        not found.text.startswith("前")
        or length.unit != "month"
        or length.low != length.high
        or not reference
    ):
        return None
    if reference.grain == "year" or not 1 <= reference.earliest.month - length.low <= 2 or length.low < 2:
        return None
    return Day(reference.earliest.year, 1, 1), edtf.last_day(reference.earliest.year, int(length.low))


def _told_in_past(walk: Standing, found: Found) -> bool:
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


def until(walk: Standing, length: Length, ante: Antecedent) -> Resolved:
    base = ante.latest if ante.grain == "range" else ante.earliest  # some day of 2020年春节前
    first = shift(base.replace(day=1) if length.unit == "month" else base, -length.high, length.unit)
    return placed(
        length,
        Day(first.year, 1, 1) if length.unit == "year" and ante.grain == "year" else first,
        ante.latest,
        walk.said(ante),
    )


def nearly(walk: Standing, found: Found, length: Length) -> Resolved:
    """进行了近一个月: it begins somewhere in the antecedent and lasts that long."""
    ante = walk.near(found, walk.last)
    if ante is None or length.unit in SMALL:
        return without_place(length)
    if _PREPARED.search(walk.before(found)):
        return until(walk, length, ante)
    return placed(length, ante.earliest, shift(ante.latest, length.high, length.unit), walk.said(ante))


def coming(walk: Standing, found: Found, length: Length) -> Resolved:
    if length.unit in SMALL:
        return without_place(length)
    reference = walk.reference
    ante = walk.same_sentence(found, walk.last)
    if ante is None and found.text[0] == "后" and _OWN_END.search(walk.before(found)):
        return without_place(length, "counted from an event of its own")
    ahead = ante and reference and ante.latest >= reference.earliest
    if found.text[0].isascii() and reference and _GOING.search(walk.before(found, 80)):
        ahead = True
    if ante and not (found.text.startswith(_FROM_NOW) and ahead):
        return placed(length, ante.earliest, shift(ante.latest, length.high, length.unit), walk.said(ante))
    if found.text[0] in "此其之随" or found.text.startswith("后"):
        ante = walk.near(found, walk.last)
        if ante is None and found.text[0] != "后":
            return without_place(length, "nothing before it says from when")
        if ante is not None:
            return placed(length, ante.latest, shift(ante.latest, length.high, length.unit), walk.said(ante))
    if reference is None or (reference.grain == "year" and length.unit not in ("year", "century")):
        return without_place(length, "the document's date is not known well enough")
    return placed(
        length, reference.earliest, shift(reference.latest, length.high, length.unit), walk.document()
    )


def this(walk: Standing, found: Found, length: Length) -> Resolved:
    if found.text.startswith("那"):
        return without_place(length, "nothing says which")
    span = walk.same_sentence(found, walk.last)
    if span and length.unit == "year" and span.latest.year - span.earliest.year == length.low:
        return placed(length, span.earliest, span.latest, walk.said(span))  # 1992年到今天，这26年里
    told = walk.lengths.get(length.iso)
    if told and length.low == length.high and found.start - told.end < _TOLD:
        return placed(length, told.earliest, told.latest, walk.said(told))  # the same as told before
    return past(walk, found, length)


def since(walk: Standing, found: Found, length: Length) -> Resolved:
    if (start := walk.same_sentence(found, walk.start)) and length.unit not in SMALL and walk.reference:
        return placed(length, start.earliest, walk.reference.latest, walk.said(start))
    return past(walk, found, length)


def within(walk: Standing, found: Found, length: Length) -> Resolved:
    if length.unit in SMALL or length.unit == "workday":
        return without_place(length)
    if walk.before(found, 1) == "止" and (ended := walk.near(found, walk.last, 2)):
        first = shift(ended.latest + DAY, -length.low, length.unit)
        return placed(length, first, ended.latest, walk.said(ended))
    if _OWN_START.search(walk.before(found)) and not walk.same_sentence(found, walk.last):
        return without_place(length, "counted from an event of its own")
    planned, reference = _PLAN.search(walk.before(found, 12)), walk.reference
    ante = walk.near(found, walk.last) if planned else walk.same_sentence(found, walk.last)
    if length.low >= 20 and length.unit == "year" and not planned:
        return without_place(length)
    if ante and reference and ante.earliest > reference.latest:
        ante = None  # 明年…，后年…，五年内: a plan's own steps do not move its horizon
    if ante and length.unit != "day":
        return placed(length, ante.earliest, shift(ante.latest, length.high, length.unit), walk.said(ante))
    if (
        reference is None
        or length.mod == "less"  # 在不到一年的时间内，公司受罚11次
        or length.unit in ("day", "week")
        or (reference.grain == "year" and length.unit != "year")
    ):
        return without_place(length)
    return placed(
        length, reference.earliest, shift(reference.latest, length.high, length.unit), walk.document()
    )
