"""The periods that a report is on: what its words for them stand for, and which of them the text tells.

A *frame* is the period that a report is on; 期内, the quarter and year-to-date are of the frame, whatever was
told last. Fiscal periods that end on a day near a month's end are told in whole months.
"""

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import zip_longest

from timeline import edtf
from timeline.extract.measures.earlier_years import days_of, in_year
from timeline.extract.measures.placed import CLOSING, REPORTING, YEAR_BEFORE, Placed, compares
from timeline.model import Day, Document
from timeline.text import View

_ENDING = re.compile(r"\s(?:ended|ending)\s(?:on\s)?")
_LENGTHS = {
    "three": 3, "six": 6, "nine": 9, "twelve": 12, "3": 3, "6": 6, "9": 9, "12": 12, "quarters": 3,
    "years": 12,
}  # fmt: skip
_MONTHS_ENDED = re.compile(
    r"(?P<n>three|six|nine|twelve|3|6|9|12)[- ]months?(?: period)? (?:end(?:ed|ing)|to) (?:on )?",
    re.IGNORECASE,
)
# for the years ended|December 31, 2023 and 2022
_ALL_ENDED = re.compile(r"\b(?P<n>years|quarters) ended (?:on )?$")
# results for its fourth quarter|and fiscal year ended January 31
_AND_YEAR = re.compile(r" and (?:the )?(?:full )?(?:fiscal |financial )?year (?:that )?ended")
_LENGTH = re.compile(r"P(3|6|9|12)M")
# 前9个月, said without a year: those of the year that is told.
_FIRST_MONTHS = re.compile(r"[前首](?P<months>\d{1,2}|[一二两三四五六七八九十]{1,2})个?月")
_OTHER_MONTHS = re.compile(r"[此之以日目从]$")
_HAN_NUMBERS = {numeral: n for n, numeral in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "十一": 11}
# What a frame of so many months is called in its own report.
_OWN = {
    3: re.compile(r"(?:本|该|这一|这个)季度?|季内|(?:(?:the|this) )?quarter", re.IGNORECASE),
    6: re.compile(r"期内|(?:本|该)期间?|回顾期内?"),
    12: re.compile(r"[年期]内|本年度?|年度内|回顾年度|全年|(?:fiscal |financial )?year", re.IGNORECASE),
}
_QUARTER_BEFORE = re.compile(r"上一?个?季度?|上季|前一个?季度?")
_FOURTH = re.compile(r"fourth|Q4|第?四季", re.IGNORECASE)
_TO_DATE = re.compile(r"year[- ]to[- ]date", re.IGNORECASE)
_HALVES = {"上半年": 1, "上半年度": 1, "下半年": 2, "下半年度": 2, "first half": 1, "second half": 2}
_RESULTS_FOR = re.compile(r"(?:results|figures|accounts)\s+(?:for|of|in)\s(?:the\s)?$", re.IGNORECASE)
_ITS_RESULTS = re.compile(
    r"(?:的|未经审计的?|之|\s)?(?:财报|业绩|财务报告|财务业绩|季报|半年报|年报|(?:financial )?results)"
)
# 截至2024年9月止半年度: words that are no time of their own.
_STOPPED = re.compile(
    r"底?止之?的?[,，]?(?:(?P<half>半年度?|中期)|(?P<year>(?:财政|财务|会计)?年度|全年)|季度)|底?[,，](?P<mid>中期)"
)
_OPENING = 1500  # characters in which a report says which months it is on
_UP_TO_A_DAY = frozenset({"english-bare-quarter", "english-period-ended", "english-same-period"})
_NEAR = timedelta(days=7)  # from a month's border
DAY = timedelta(days=1)


def with_periods(text: str, placed: Sequence[Placed]) -> list[Placed]:
    """截至6月30日止六个月, six months ended 30 June: the stretch is the time, its closing day is none of its own."""
    kept: list[Placed] = []
    closing = False  # the next date only closes the stretch before it
    for time, following in zip_longest(placed, placed[1:]):
        if following and (month := _MONTHS_ENDED.fullmatch(text, time.start, following.start)):
            kept.append(_up_to(time, _LENGTHS[month["n"].lower()], following))
            closing = True
            continue
        if kept and (both := _AND_YEAR.match(text, kept[-1].end)) and time.start < both.end():
            closing = True
            continue
        if together := _ALL_ENDED.search(text, max(0, time.start - 20), time.start):
            time = _up_to(time, _LENGTHS[together["n"]], time)
        stopped = _STOPPED.match(text, time.end) if time.timex.type == "DATE" else None
        if stopped:
            time = _up_to(
                time, 6 if stopped["half"] or stopped["mid"] else 12 if stopped["year"] else 3, time
            )
        timex = time.timex
        if closing and timex.type == "DATE":
            closing = False
            continue
        stretch = timex.type == "DURATION" and timex.anchored
        after = stretch and kept and text[kept[-1].end : time.start] in ("止", "止的")
        whole = timex.earliest and timex.latest and (timex.latest - timex.earliest).days > 27
        closing = bool((stretch or whole) and _ENDING.match(text, time.end))
        if after:
            time = time._replace(start=kept.pop().start)
        elif kept and (months := _months_to(text, kept[-1], time)):
            time = _up_to(time._replace(start=kept[-1].start), months, kept.pop())
        if stretch and (after or closing):
            time = _between(time, timex.earliest, timex.latest)
        kept.append(_in_whole_months(_first_months(text, time, kept)))
    return kept


def _months_to(text: str, closing: Placed, time: Placed) -> int:
    """截至2015年6月30日|6个月之中期业绩: how many months end on the day right before them; 0 for none."""
    length = _LENGTH.fullmatch(time.timex.value) if not time.timex.anchored else None
    if not length or text[closing.end : time.start].strip() not in ("", "的", "止"):
        return 0
    return int(length[1]) if CLOSING.search(text, max(0, closing.start - 12), closing.start) else 0


def _up_to(time: Placed, months: int, closing: Placed) -> Placed:
    """the twelve-month period ended 30 September: October to September."""
    last = closing.timex.latest
    if not last or closing.timex.type != "DATE":
        return time
    return _between(time, _first_of(last, months), last)


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
    told = (one for one in reversed(before) if one.timex.type == "DATE" and not compares(text, one))
    last = next((one.timex.latest for one in told if one.timex.latest), time.timex.latest)
    if not last or not 1 < months < 12:
        return time
    return _between(time, Day(last.year, 1, 1), edtf.last_day(last.year, months))


def of_report(text: str, placed: Sequence[Placed], period: str) -> list[Placed]:
    """本季度, 期内, year-to-date in the report on a period are of that period, whatever was told before them."""
    first, last = edtf.bounds(period) if period else (None, None)
    if not first or not last:
        return list(placed)
    closing = any(time.timex.latest == last and _FOURTH.search(text, time.start, time.end) for time in placed)
    return [_framed(time, text[time.start : time.end], first, last, closing) for time in placed]


def _framed(time: Placed, words: str, first: Day, last: Day, closing: bool) -> Placed:
    """`closing`: the frame is the last quarter of a year."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months in _OWN and _OWN[months].fullmatch(words):
        return _between(time, first, last)
    if months == 3 and _QUARTER_BEFORE.fullmatch(words):
        return _between(time, _first_of(first - DAY, 3), first - DAY)
    if closing and _OWN[12].fullmatch(words):
        return _between(time, _first_of(last, 12), last)
    if _TO_DATE.fullmatch(words) and last.month % 3 == 0:
        return _between(time, Day(last.year, 1, 1), last)
    if months != 12 or first.month == 1:
        return time
    half = _HALVES.get(words.lower().removeprefix("the "))  # of a fiscal year
    if half:
        return _between(
            time, *((first, _first_of(last, 6) - DAY) if half == 1 else (_first_of(last, 6), last))
        )
    return (
        _between(time, *edtf.bounds(in_year(edtf.from_bounds(first, last), last.year - 1)))
        if YEAR_BEFORE.fullmatch(words)
        else time
    )


def is_its_year(words: str) -> bool:
    """Whether words are those that a report has for the year that it is on."""
    return bool(_OWN[12].fullmatch(words))


def _between(time: Placed, earliest: Day | None, latest: Day | None) -> Placed:
    value = edtf.from_bounds(earliest, latest)
    return time._replace(
        timex=time.timex._replace(type="DATE", value=value, earliest=earliest, latest=latest)
    )


def _first_of(last: Day, months: int) -> Day:
    """The first day of the months that end with the month of `last`."""
    year, before = divmod(last.year * 12 + last.month - months, 12)
    return Day(year, before + 1, 1)


def _in_whole_months(time: Placed) -> Placed:
    """the quarter ended January 28: November to January, though a week of its three months is another's."""
    first, last = time.timex.earliest, time.timex.latest
    if time.timex.rule not in _UP_TO_A_DAY or not first or not last or (last - first).days < 80:
        return time
    first, last = (first + _NEAR).replace(day=1), (last + DAY - _NEAR)
    return _between(time, first, edtf.last_day(last.year, last.month))


def period_told(text: str, placed: Sequence[Placed]) -> str:
    """The months that a report's opening says it is on: results for the six months ended 30 June; "" for none.

    Its last day, where one is told, knows better than a year's name: 全年业绩 … 截至3月31日止年度.
    """
    name = ""
    for time in placed:
        first, last = time.timex.earliest, time.timex.latest
        if time.start > _OPENING:
            break
        if time.timex.type != "DATE" or not first or not last or first.day != 1 or (last - first).days < 80:
            continue
        value = time.timex.value if edtf.is_edtf(time.timex.value) else edtf.from_bounds(first, last)
        ended = _ENDING.match(text, time.end) or _AND_YEAR.match(text, time.end)
        if ended or "止" in text[time.start - 1 : time.end + 2]:
            around = text[max(0, time.start - 100) : time.end + 100]
            if REPORTING.search(around) and fits(value, name):
                return value
        of_results = _RESULTS_FOR.search(text, max(0, time.start - 30), time.start)
        name = name or (value if of_results or _ITS_RESULTS.match(text, time.end) else "")
    return name


def fits(told: str, period: str) -> bool:
    """Whether the period that a text tells in days is the one that its title names, or a part of it."""
    return not period or days_of(told) // 30 <= days_of(period) // 30


def period_named(document: Document, view: View, placed: Sequence[Placed]) -> str:
    """The quarter or half (EDTF) that a title names without its year: sales decline in Q3; "" for none."""
    start = document.text.find(document.title) if document.title else -1
    if start < 0:
        return ""
    first, last = view.find(start), view.find(start + len(document.title) - 1)
    named = (time.timex.value for time in placed if first <= time.start <= last)
    return next((value for value in named if edtf.is_edtf(value) and 80 < days_of(value) < 190), "")
