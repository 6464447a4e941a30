"""The times of a text as numbers see them: which are periods, which only compare, which the story goes on in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from timeline import edtf
from timeline.model import Day, Timex

_COMPARING = re.compile(
    r"(?:[较比同]|相较|相比|相对于|对比|不及|[优高低多少逊弱好]于|\b(?:than|versus|vs\.?|compared (?:with|to)|against))\s?(?:于)?$"
)
_SAME_AS = re.compile(
    r"(?:from|over|versus|than|compared (?:to|with)) (?:that (?:of|in) )?the (?:same|corresponding|comparable|prior[- ]year) (?:period|quarter|month|half)s?(?: (?:of|in))?(?: \d{4}| last year)?$"
)
_SINCE_THEN = re.compile(
    r"(?:%|percent|points?|cents?)\s(?:from|over|on|above|below)\s(?:the\s)?$"
)  # up 2.2 percent from|2010
_COMPARED = re.compile(r"的?(?:同期|相比|同比|水平)|相较|earlier")
_AND = re.compile(r"\s?(?:[和与及、]|以及|and)\s?(?:the\s)?")
_ENDING = re.compile(r"\s(?:ended|ending)\s(?:on\s)?")
_LENGTHS = {"three": 3, "six": 6, "nine": 9, "twelve": 12, "3": 3, "6": 6, "9": 9, "12": 12}
_MONTHS_ENDED = re.compile(
    r"(?P<n>three|six|nine|twelve|3|6|9|12)[- ]months?(?: period)? (?:end(?:ed|ing)|to) (?:on )?",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"P(3|6|9|12)M")
_CLOSING = re.compile(r"(?:\bend(?:ed|ing)(?: on)?|截至|截止|截止到|截至到|as (?:of|at)|at the end of)\s?$")
# A time that a number before it is compared with: compared with $559 million in|the first quarter of 2012.
_BESIDE = re.compile(r"\b(?:from|than|compared (?:with|to)|versus|against)\b(?:[^.;]|\.(?=\d)){0,60}$")
# 前9个月, said without a year: those of the year that is told.
_FIRST_MONTHS = re.compile(r"[前首](?P<months>\d{1,2}|[一二两三四五六七八九十]{1,2})个?月")
_OTHER_MONTHS = re.compile(r"[此之以日目从]$")
_QUARTER = re.compile(r"(?:本|该|这一|这个)季度?|季内|(?:the|this) quarter", re.IGNORECASE)
_HAN_NUMBERS = {numeral: n for n, numeral in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "十一": 11}
_REPORTING = re.compile(
    r"业绩|回顾|营业额|溢利|营业收入|净利|财报|年报|季报|报告|公告|results|report|announce|statements",
    re.IGNORECASE,
)
_RESULTS_FOR = re.compile(r"(?:results|figures|accounts)\s+(?:for|of|in)\s(?:the\s)?$", re.IGNORECASE)
_ITS_RESULTS = re.compile(
    r"(?:的|未经审计的?|之|\s)?(?:财报|业绩|财务报告|财务业绩|季报|半年报|年报|(?:financial )?results)"
)
_IN_BRACKET = re.compile(r"[（(][^（()）]{0,24}$")
# 截至2024年9月止半年度: words that are no time of their own.
_STOPPED = re.compile(r"底?止之?的?(?:(?P<half>半年度?|中期)|(?P<year>(?:财政|财务|会计)?年度|全年)|季度)")
_FROM = re.compile(r"[从由与和跟较比]\s?$")
_ITS_NUMBER = re.compile(r"的?\s?[约近超]?\d")
_STARTED = re.compile(r"(?:[由从自较比]|起于)\s?$")
_NUMBER_NEXT = re.compile(r"[末底]?的?\s?[约近超]?(?:人民币|港币|[A-Z]{0,3}\$)?\d")
_WITH = re.compile(r"[与和跟同较比]\s?$")
_SET_BESIDE = re.compile(r"\d[^，。；]{0,8}相[比较]")
_BETWEEN = re.compile(r"\b(?:from|than|compared (?:with|to)|versus)\b[^.;]*\d")
_TODAY = re.compile(r"today|今[日天]", re.IGNORECASE)
NEAR = 80  # characters between a list of times and its numbers
_OPENING = 1500  # characters in which a report says which months it is on


class Placed(NamedTuple):
    """A time expression and where it stands in the view."""

    start: int
    end: int
    timex: Timex


def with_periods(text: str, placed: Sequence[Placed]) -> list[Placed]:
    """截至6月30日止六个月, six months ended 30 June: the stretch is the time, its closing day is none of its own."""
    kept: list[Placed] = []
    closing = False  # the next date only closes the stretch before it
    for time, following in zip_longest(placed, placed[1:]):
        if following and (month := _MONTHS_ENDED.fullmatch(text, time.start, following.start)):
            kept.append(_up_to(time, _LENGTHS[month["n"].lower()], following))
            closing = True
            continue
        stopped = _STOPPED.match(text, time.end) if time.timex.type == "DATE" else None
        if stopped:
            time = _up_to(time, 6 if stopped["half"] else 12 if stopped["year"] else 3, time)
        timex = time.timex
        if closing and timex.type == "DATE":
            closing = False
            continue
        stretch = timex.type == "DURATION" and timex.anchored
        after = stretch and kept and text[kept[-1].end : time.start] in ("止", "止的")
        whole = timex.earliest and timex.latest and (timex.latest - timex.earliest).days > 27
        closing = bool((stretch or whole) and _ENDING.match(text, time.end))
        if after:
            kept.pop()
        elif kept and (months := _months_to(text, kept[-1], time)):
            time = _up_to(time, months, kept.pop())
        if stretch and (after or closing):
            value = edtf.from_bounds(timex.earliest, timex.latest)
            time = time._replace(timex=timex._replace(type="DATE", value=value))
        kept.append(_first_months(text, time, kept))
    return kept


def _months_to(text: str, closing: Placed, time: Placed) -> int:
    """截至2015年6月30日|6个月之中期业绩: how many months end on the day right before them; 0 for none."""
    length = _LENGTH.fullmatch(time.timex.value) if not time.timex.anchored else None
    if not length or text[closing.end : time.start].strip() not in ("", "的", "止"):
        return 0
    return int(length[1]) if _CLOSING.search(text, max(0, closing.start - 12), closing.start) else 0


def _up_to(time: Placed, months: int, closing: Placed) -> Placed:
    """the twelve-month period ended 30 September: October to September."""
    last = closing.timex.latest
    if not last or closing.timex.type != "DATE":
        return time
    first, after = divmod(last.year * 12 + last.month - months, 12)
    earliest = Day(first, after + 1, 1)
    value = edtf.from_bounds(earliest, last)
    return time._replace(timex=time.timex._replace(type="DATE", value=value, earliest=earliest, latest=last))


def _first_months(text: str, time: Placed, before: Sequence[Placed]) -> Placed:
    """前9个月 after a time of 2025 is January to September of 2025, not the nine months up to today."""
    match = _FIRST_MONTHS.fullmatch(text, time.start, time.end)
    if (
        not match
        or time.timex.type not in ("DURATION", "DATE")
        or _OTHER_MONTHS.search(text[: time.start][-1:])
    ):
        return time
    months = int(match["months"]) if match["months"].isdigit() else _HAN_NUMBERS.get(match["months"], 0)
    told = (one for one in reversed(before) if one.timex.type == "DATE" and not _compares(text, one))
    last = next((one.timex.latest for one in told if one.timex.latest), time.timex.latest)
    if not last or not 1 < months < 12:
        return time
    value = f"{last.year:04d}-01/{last.year:04d}-{months:02d}"
    earliest, latest = edtf.bounds(value)
    return time._replace(
        timex=time.timex._replace(type="DATE", value=value, earliest=earliest, latest=latest)
    )


def of_report(text: str, placed: Sequence[Placed], period: str) -> list[Placed]:
    """本季度 in the report on a quarter is that quarter, whenever the report came out."""
    if not re.fullmatch(r"\d{4}-3[3-6]", period):
        return list(placed)
    earliest, latest = edtf.bounds(period)
    return [
        time._replace(timex=time.timex._replace(value=period, earliest=earliest, latest=latest))
        if _QUARTER.fullmatch(text, time.start, time.end)
        else time
        for time in placed
    ]


def period_told(text: str, placed: Sequence[Placed]) -> str:
    """The months that a report's opening says it is on: results for the six months ended 30 June; "" for none."""
    for time in placed:
        if time.start > _OPENING:
            break
        first, last = time.timex.earliest, time.timex.latest
        if time.timex.type != "DATE" or not first or not last or first.day != 1 or (last - first).days < 80:
            continue
        ended = "ended" in text[time.end : time.end + 8] or "止" in text[time.start - 1 : time.end + 2]
        around = text[max(0, time.start - 100) : time.end + 100]
        named = _RESULTS_FOR.search(text, max(0, time.start - 30), time.start) or _ITS_RESULTS.match(
            text, time.end
        )
        if named or (ended and _REPORTING.search(around)):
            value = time.timex.value
            return value if edtf.is_edtf(value) else edtf.from_bounds(first, last)
    return ""


def without_compared(text: str, placed: Sequence[Placed]) -> list[Placed]:
    """The times that are more than what a number is compared with; 较上季度|和上年同期 are both."""
    kept: list[Placed] = []
    last: Placed | None = None  # the last that compares
    for time in placed:
        if _compares(text, time) or (last and _AND.fullmatch(text, last.end, time.start)):
            last = time
        else:
            kept.append(time)
    return kept


def _compares(text: str, time: Placed) -> bool:
    if _SAME_AS.search(text, max(0, time.start - 40), time.end):
        return True
    before = text[max(0, time.start - 16) : time.start]
    since = _SINCE_THEN.search(before) and not text.startswith(" to ", time.end)
    comparing = _COMPARING.search(before) and not before.endswith(("其中", "以及"))
    return bool(since or comparing or _COMPARED.match(text, time.end))


def is_carried(text: str, time: Placed, published: Day | None) -> bool:
    """Whether the narrative goes on in this time: a date, no closing date, no remark, nothing to come.

    Nor the day of the report itself: reported results for the first half of 2016|today.
    """
    timex = time.timex
    if timex.earliest is None or timex.latest is None or timex.type not in ("DATE", "TIME"):
        return False
    if text.endswith("同期", time.start, time.end):
        return False
    if (timex.latest - timex.earliest).days > 366 or (published and timex.earliest > published):
        return False
    if _IN_BRACKET.search(text, max(0, time.start - 26), time.start):
        return False  # （2023年：12亿元）
    if timex.earliest == timex.latest == published and _TODAY.fullmatch(text, time.start, time.end):
        return not _REPORTING.search(text, max(0, time.start - 80), time.end + 40)
    if _FROM.search(text, max(0, time.start - 2), time.start) and _ITS_NUMBER.match(text, time.end):
        return False  # 从去年同期的|24.6%降至24.5%
    return not (
        _CLOSING.search(text, max(0, time.start - 12), time.start)
        or _BESIDE.search(text, max(0, time.start - 70), time.start)
    )


def is_aside(text: str, time: Placed, position: int) -> bool:
    """Whether a time belongs to another number of the clause: 7%左右（近年在12%左右）, 由2023年的1亿元增至."""
    started = _STARTED.search(text, max(0, time.start - 3), time.start)
    if started and time.end < position and _NUMBER_NEXT.match(text, time.end):
        return True  # 由2023年的1.22亿元增加5.7%至|1.29亿元
    if _WITH.search(text, max(0, time.start - 2), time.start) and _SET_BESIDE.search(
        text, time.end, position
    ):
        return True  # 与去年第一季度的3.4亿部相比下降了|2.9%
    if time.start > position and _BETWEEN.search(text, position, time.start):
        return True  # up 35% from 80 million in 2022
    if time.start < position and _IN_BRACKET.search(text, max(0, time.start - 26), time.start):
        closed = re.search(r"\d[^（()）]{0,24}[）)]", text[time.end : position])
        return closed is not None  # 跌24.9%（2018年为增长21.4%）及跌|15.7%
    opened = re.search(r"[（(][^（()）]*$", text[position : time.start]) if time.start > position else None
    if opened is None:
        return False
    closed = re.search(r"[）)]", text[time.end : time.end + NEAR])
    rest = text[time.end : time.end + (closed.start() if closed else 0)]
    return re.search(r"\d", text[position + opened.start() : time.start] + rest) is not None
