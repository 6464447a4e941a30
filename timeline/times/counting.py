"""Resolve lengths: what a number of years, months or days is counted from, and in which direction."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from timeline.times import offsets, pointing, stretches, windows
from timeline.times.ages import goes_on_now, grown_old, up_to
from timeline.times.context import DAY, Antecedent, Resolved, shift, shift_months, unresolved, whole_year
from timeline.times.cues import APART, AWAY, FAR, PASSED, PLACES, TELLING
from timeline.times.finding import Found
from timeline.times.readings import Length
from timeline.times.surroundings import short_year
from timeline.times.windows import SMALL, counts_from, nearly, placed, until, without_place

if TYPE_CHECKING:
    from timeline.times.standing import Standing

Day = datetime.date

_COUNTED = (
    "经过", "历时", "历经", "用了", "用时", "花了", "耗时", "持续", "持续了", "长达", "只用", "仅用", "经", "整整", "花费",
)  # fmt: skip
_WENT_THROUGH = tuple(
    word + on for word in ("经历", "历经", "经过", "度过", "熬过", "走过") for on in ("", "了")
)
# The last characters of all these words.
_ON = frozenset(word[-1] for word in (*_COUNTED, *_WENT_THROUGH, *PASSED, "连续", "接连", "连着"))
_LEFT = ("还剩", "还剩下", "剩余", "只剩", "仅剩", "还剩 ")
_ONWARD = re.compile(r"(?:此后|其后|随后|之后|接下来|后来)[^，。；]{0,3}$")
_PASSING = ("又过了", "再过了", "再过", "又过", "，过了", "。过了")
ENDED = (" ended ", " ending ", " that ended ", " to ")
_PASSED = (*PASSED, *ENDED)
SHORT_YEAR = re.compile("[5-9][0-9]年")
_AT = tuple("于至到从")
NEXT = 10  # characters: how close after a date a length may be its own


_GO_ON = ("duration", "within", "during")  # roles of a length that goes on from a date
_APART_LAST = frozenset(word[-1] for word in APART)


def resolve_length(walk: Standing, found: Found, length: Length) -> Resolved:
    try:
        if found.rule == "english-period-ended" and not walk.text.startswith(ENDED, found.end):
            return pointing.resolve_unit(walk, found, length.unit)
        if walk.text[found.start - 1 : found.start] in _APART_LAST and walk.before(found, 2) in APART:
            return _apart(walk, found, length)
        resolved = _from_then(walk, found, length) or _ROLES[length.role](walk, found, length)
        kind, value, earliest, latest, _ = resolved
        if kind == "DURATION" and earliest and latest and length.low == length.high:
            walk.lengths[length.iso] = Antecedent(earliest, latest, value, found.start, found.end, "range")
        return resolved
    except (ValueError, OverflowError):
        return unresolved("DURATION", "beyond the calendar", length.iso)


_SINCE = re.compile("(?:开始|起)的?(?:连续)?|的?连续|的?")


def _from_then(walk: Standing, found: Found, length: Length) -> Resolved | None:
    """自2021年起三年内, 从2010年开始的三年里: from the first day of the date right before."""
    began = walk.start
    if began is None or not 0 <= found.start - began.end <= 5 or length.role not in _GO_ON:
        return None
    between = walk.text[began.end : found.start]
    opened = walk.text[began.end - 1] == "起" or between.startswith(("开始的", "起"))
    if not opened or not _SINCE.fullmatch(between) or length.unit in SMALL:
        return None
    last = shift(began.earliest, length.high, length.unit) - DAY
    return placed(length, began.earliest, last, walk.said(began))


def _duration(walk: Standing, found: Found, length: Length) -> Resolved:
    """A length alone: placed where the words around it say from when or until when."""
    two_digits = len(found.text) == 3 and walk.era_year is None and SHORT_YEAR.fullmatch(found.text)
    if two_digits and short_year(walk.text, found.start, found.end):
        return _of_century(length)
    reference = walk.reference
    if walk.text.endswith(_LEFT, 0, found.start) and reference and reference.grain == "day":
        return placed(
            length, reference.earliest, shift(reference.latest, length.high, length.unit), walk.document()
        )
    if length.unit in SMALL or not _is_told(walk, found):
        return without_place(length)
    for place in (_beside, _spanned, _counted_on, grown_old):
        if told := place(walk, found, length):
            return told
    return without_place(length)


def _is_told(walk: Standing, found: Found) -> bool:
    """Can anything around a length place it? Most lengths stand alone; this is quick to see."""
    text, start, last, era = walk.text, found.start, walk.last, walk.era_year
    if (last is not None and start - last.end <= NEXT) or (era is not None and start - era.end <= 60):
        return True
    if walk.beside & PLACES and (text[start - 1 : start] in TELLING or text.startswith(_PASSED, found.end)):
        return True
    before = walk.before(found, FAR) if walk.beside & AWAY else ""
    return "距" in before or "离" in before


def _beside(walk: Standing, found: Found, length: Length) -> Resolved | None:
    """Right after the date that says which: 2020-2022年三年, 截至6月30日止六个月, 1月一个月."""
    start, end, text, last = found.start, found.end, walk.text, walk.last
    before = text[start - 1 : start]
    if last and last.end == start and last.grain == "range":
        return placed(length, last.earliest, last.latest, walk.said(last))
    following = walk.next_found
    if following and text.startswith(ENDED, end) and following.start - end <= 13:
        told = walk.resolve_ahead(following)
        if told and told.latest:
            return placed(
                length, shift(told.latest + DAY, -length.low, length.unit), told.latest, told.anchor
            )
    if before == "止" and (ante := walk.near(found, last, 2)):
        return placed(
            length, shift(ante.latest + DAY, -length.low, length.unit), ante.latest, walk.said(ante)
        )
    era = walk.near(found, walk.era_year, 60)
    at_a_date = before in _AT or not "\u4e00" <= before <= "\u9fff"
    if era and at_a_date and length.unit == "year" and length.low == length.high:
        return _of_era(length, walk.said(era))
    if last is None or start - last.end > 12 or not (ante := walk.same_sentence(found, last)):
        return None
    if ante.grain == "range" and length.unit == "year" and length.low == length.high:
        years = ante.latest.year - ante.earliest.year + 1
        if years == length.low:  # 2012年到2014年是最难的三年
            return placed(length, ante.earliest, ante.latest, walk.said(ante))
    if length.low == length.high == 1 and ante.grain == length.unit and start - ante.end <= NEXT:
        return placed(length, ante.earliest, ante.latest, walk.said(ante))
    return None


def _spanned(walk: Standing, found: Found, length: Length) -> Resolved | None:
    """从1957年建厂到2009年改制，仅仅52年: the sum says that both ends are told."""
    start, last = walk.start, walk.last
    if length.unit != "year" or start is None or last is None or last.start <= start.end:
        return None
    if abs(last.latest.year - start.earliest.year - length.low) > 1 or not walk.same_sentence(found, start):
        return None
    return placed(length, start.earliest, last.latest, walk.said(start))


def _counted_on(walk: Standing, found: Found, length: Length) -> Resolved | None:
    """Counted from a date: 又过了一年, 连续五个月, 经过75天, 距发布21个月, 进行了近一个月."""
    if walk.text[found.start - 1 : found.start] not in _ON and not walk.beside & AWAY:
        return None
    before = walk.before(found)
    if before.endswith(_PASSING) and walk.near(found, walk.last, 150):
        return offsets.later(walk, found, length)
    if before.endswith(("连续", "接连", "连着")) and length.low == length.high:
        return _streak(walk, found, length)
    if is_counted(walk, found) and (counted := _counted(walk, found, length)):
        return counted
    if counts_from(walk, found) and (ante := walk.same_sentence(found, walk.last)):
        return until(walk, length, ante)
    if before.endswith(_WENT_THROUGH) and goes_on_now(walk, found):
        return up_to(walk, found, length)
    if before.endswith("了") and length.mod == "less":
        return nearly(walk, found, length)
    return None


def is_counted(walk: Standing, found: Found) -> bool:
    """历时三年, 花了三年; not 已经三年."""
    text, start = walk.text, found.start
    return text.endswith(_COUNTED, 0, start) and not text.endswith("已经", 0, start)


def _apart(walk: Standing, found: Found, length: Length) -> Resolved:
    """2006年退市，时隔17年后重返 counts on to 2023; 2023年7月，时隔17年，重返 looks back from it."""
    ante = walk.near(found, walk.last, 150)
    if ante is None:
        return without_place(length)
    later, reference = offsets.later(walk, found, length), walk.reference
    beside = walk.text[ante.end : found.start - 2].strip("，, ") == ""
    told = later.earliest is not None and not (reference and later.earliest > reference.latest)
    if told and not beside:
        return later if length.role == "later" else without_place(length)
    if walk.same_sentence(found, ante) is None:
        return without_place(length)
    return until(walk, length, ante)


def _of_century(length: Length) -> Resolved:
    """98年出生, 在95年开业."""
    return whole_year(1900 + int(length.low))


def _of_era(length: Length, anchor: str) -> Resolved:
    """民国八十七年成立，九十一年上市: the era goes on."""
    return whole_year(1911 + int(length.low), anchor)


def _streak(walk: Standing, found: Found, length: Length) -> Resolved:
    """连续五个月: so many whole units before the month that is told."""
    if length.unit not in ("month", "quarter", "year"):
        return without_place(length)
    if _ONWARD.search(walk.before(found)):
        start = walk.near(found, walk.last)
        if start:  # 此后连续六个季度: from the next one on
            first = start.latest + DAY
            return placed(length, first, shift(first, length.low, length.unit) - DAY, walk.said(start))
    if told := _in_year(walk, found, length):
        return told
    ante = walk.same_sentence(found, walk.month)
    if ante is None and walk.reference and walk.reference.grain == "year" and length.unit != "year":
        return without_place(length, "the document's date is not known well enough")
    from_day = ante or walk.reference
    if from_day is None:
        return without_place(length)
    base = from_day.earliest
    step = {"month": 1, "quarter": 3, "year": 12}[length.unit]
    begun = base.replace(day=1, month=(base.month - 1) // step * step + 1)
    return placed(
        length,
        shift_months(begun, -int(length.low) * step),
        begun - DAY,
        walk.said(ante) if ante else walk.document(),
    )


_OVER = re.compile(r"[^，。；,]{0,8}(?:之后|以后|后)")
_RANKS = re.compile(r"[^，。；]{0,12}(?:入选|位居|蝉联|上榜|登上|荣登|获|冠军|第一|领先|保持)")


def _in_year(walk: Standing, found: Found, length: Length) -> Resolved | None:
    """2020年连续13年第一 counts that year; 2020年，连续三年亏损后退市 those before it; 2020年连续三个季度 lies in it."""
    told, reference = walk.same_sentence(found, walk.last), walk.reference
    if told is None or told.earliest.year != told.latest.year:
        return None
    if length.unit != "year":
        past = told.grain == "year" and not (reference and reference.latest.year == told.latest.year)
        past = past and found.start - told.end <= 12
        return placed(length, told.earliest, told.latest, walk.said(told)) if past else None
    counted = told.grain == "year" or _RANKS.match(walk.text, found.end)
    last = told.latest.year - (not counted or bool(_OVER.match(walk.text, found.end)))
    return placed(length, Day(last - int(length.low) + 1, 1, 1), Day(last, 12, 31), walk.said(told))


def _counted(walk: Standing, found: Found, length: Length) -> Resolved | None:
    """从X开始，经过75天; 从X到Y，用了20个月."""
    start = walk.near(found, walk.start, 100)
    if start is None or (walk.before(found).endswith("整整") and not walk.same_sentence(found, start)):
        return None
    last = walk.last
    if (
        last
        and last.start > start.end
        and walk.same_sentence(found, last)
        and re.search(r"(?:到|至)$", walk.text[max(0, last.start - 2) : last.start])
    ):
        return placed(length, start.earliest, last.latest, walk.said(start))
    if last and last.start > start.start and not walk.same_sentence(found, start):
        return None  # another date is told by now
    if length.unit in ("day", "week"):
        return placed(
            length, start.earliest, shift(start.latest, length.high, length.unit) - DAY, walk.said(start)
        )
    return placed(length, start.earliest, shift(start.latest, length.high, length.unit), walk.said(start))


_ROLES = {
    "duration": _duration, "ago": offsets.ago, "later": offsets.later, "nth": offsets.nth, "earlier": offsets.earlier, "past": stretches.before, "recent": windows.past,
    "next": windows.coming, "this": windows.this, "since": windows.since, "during": stretches.during, "within": windows.within,
    "first": stretches.at_first, "new": stretches.new, "ordinal": stretches.ordinal, "last": stretches.last,
}  # fmt: skip
