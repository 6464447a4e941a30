"""The latest date that a text tells as past: it was written after that.

A planned date (到2030年, 未来10年, to open in 2028) says nothing about when a plan was written down.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from timeline import edtf
from timeline.model import Document, Timex
from timeline.text import View, sentences
from timeline.times import find_in

Day = datetime.date
Dated = tuple[str, Day, Day]  # an EDTF value with its bounds

# Rules that count years on from a date of the text: 次年, 三年后.
_COUNTED = frozenset(
    [
        "year",
        "year-part",
        "year-quarter",
        "year-half",
        "year-season",
        "year-month",
        "later",
        "nth-year",
        "anniversary",
        "english-length-ago",
        "english-text-year",
    ]
)
_BRIEF = 124  # days; a range no longer than a season stays a range
# Words that make a date a plan: anywhere in its clause; just before it; soon after it.
_COMING = re.compile(
    r"将(?!军|领|帅|校|士|才|近|信|其|它|他|这)|即将|预计|预期|预测|力争|争取|有望|拟(?!人|态|合)|展望|届时|未来|明年|后年|今后|有效期|到期|届满|任期|建设期|募投项目|远景|蓝图|前完成|前实现"
    r"|\b(?:will|would|plan(?:s|ned)? to|planned|expect(?:s|ed)?|targets?|aims? to|intends? to|anticipate[sd]?|projected|forecasts?|scheduled|slated|due|matur(?:es?|ing|ity)|expir(?:es?|ing|ation)|outlook|guidance)\b",
    re.I,
)
# 计划到2028年…, 公司计划，2028年…
_PLANNED = re.compile(
    r"(?:计划|规划|目标|愿景|打算|准备|希望|期望|定于|要)[^，。；]{0,6}$|(?:计划|规划|目标|愿景|打算|希望|期望|下一步)[，,：:]$|\bby\s*$",
    re.I,
)
_INTENDED = re.compile(
    r"\s*(?:年?[^，。；]{0,10}(?:规划|战略目标|发展目标|路线图|业绩指引|目标[：:])|[^，。；的]{0,8}?(?:计划(?!的|书|中|[，。；])|打算|准备|希望|要|会(?:在|于|是|推出|发布|上市|达到|有)))"
)
# What a sentence opens with, all of it: 按照规划，2025年建成二厂; 三步走：2025年扭亏，2027年上市
_FRAME = re.compile(
    "(?:按照?|根据|依照)[^，。；]{0,10}(?:规划|计划|安排|蓝图|路线图|时间表)|(?:规划|目标|愿景|路线图|时间表|三步走)[^，。；：:年]{0,6}[：:]"
)
_MONTH_DAY = re.compile(r"(XXXX|\d{4})-(\d\d)-(\d\d)")
_BORN = re.compile(r"(?:出生[于在]?|生[于在]|\bborn (?:in|on))\s*$")
_IS_BORN = re.compile(r"[，,]?\s*(?:出生|生人|生[，。；、）)]|born)")
_UNTIL = re.compile(r"(?:到|至|直到|直至|迄)\s*$")
# 7月10日，公司发布2020年6月营收: what is told of a time is told after it.
_REPORTS = re.compile(
    r"[^。！？；]{0,20}(?:发布|公布|披露|公告|发表|刊发|交出|晒出|报告了?)[^。！？；]{0,20}"
)
_DONE = re.compile(r"了(?!解)|已|过(?!程|渡|硬|去)|曾|截至|截止|当时|当年|同比|达成|累计")


def plain(value: str) -> str:
    """A value without its clock."""
    return value.split("T")[0]


def is_coming(words: str) -> bool:
    """Do the words speak of what is still to come?"""
    return bool(_COMING.search(words))


def latest_past(document: Document, view: View) -> str:
    """EDTF of the latest date told as past, with its precision; "" if there is none."""
    times = find_in(replace(document, date_published="", date_basis=""), view)
    told = [time for time in times if time.type in ("DATE", "TIME")]
    kinds = _kinds(told, view)
    past = [dated for time in told if kinds[time.start] == "past" and (dated := _dated(time))]
    open_ended = [dated for time in told if kinds[time.start] == "until" and (dated := _dated(time))]
    if not past:
        return ""
    past += _reporting(told, kinds, view)
    newest = max(day for _, day, _ in past)
    if _is_open(told, kinds, newest):
        return ""  # 2012年至今 says that the text is later, not how much
    # A date after 到 is past if the text has reached that time elsewhere, or nearly so.
    past += [dated for dated in open_ended if dated[1] <= newest + datetime.timedelta(days=366)]
    value, earliest, latest = max(past, key=lambda dated: (dated[1], -dated[2].toordinal()))
    after = [
        day for time in told if kinds[time.start] != "future" for day in _partial(time, earliest, latest)
    ]
    if after and (latest - earliest).days > 0:
        first = max(after)
        last = latest if edtf.precision(value) == "month" else edtf.last_day(first.year, first.month)
        return edtf.from_bounds(first, last)
    return value


def _is_open(told: list[Timex], kinds: dict[int, str], newest: Day) -> bool:
    """Is the newest time told only as where something began that still lasts?"""
    ends = [time for time in told if kinds[time.start] == "past" and (d := _dated(time)) and d[1] == newest]
    return bool(ends) and all(time.value.endswith("/..") and "至今" in time.text for time in ends)


def _dated(time: Timex) -> Dated | None:
    """A time that is complete in itself, with its bounds; a long range counts with its end."""
    if time.earliest is None or (time.anchor and not (time.rule in _COUNTED and "text " in time.anchor)):
        return None
    value = plain(time.value)
    brief = time.latest is not None and (time.latest - time.earliest).days <= _BRIEF
    if "/" in value and not brief:
        first, last = value.split("/", 1)
        value = first if last in ("", "..") else last
    value = value.rstrip("~?%")
    try:
        earliest, latest = edtf.bounds(value)
    except ValueError:
        return None
    if earliest is None or latest is None or edtf.precision(value) in ("decade", "century"):
        return None
    return value, earliest, latest


def _partial(time: Timex, earliest: Day, latest: Day) -> list[Day]:
    """The day of a date without a year (12月2日), read in the latest date's year, if inside that date."""
    match = _MONTH_DAY.fullmatch(time.value)
    if not match or not time.anchor or match[1] not in ("XXXX", str(latest.year)):
        return []
    day = _day(latest.year, match)
    return [day] if day and earliest < day <= latest else []


def _day(year: int, match: re.Match[str]) -> Day | None:
    """A `_MONTH_DAY` in a year that has it."""
    try:
        return Day(year, int(match[2]), int(match[3]))
    except ValueError:
        return None


def _reporting(times: list[Timex], kinds: dict[int, str], view: View) -> list[Dated]:
    """The days without a year on which the figures of a month, a quarter, a year were published."""
    found = []
    for index, time in enumerate(times):
        match = _MONTH_DAY.fullmatch(plain(time.value))
        if not match or not time.anchor or kinds[time.start] == "future":
            continue
        for following in times[index + 1 : index + 4]:
            between = view.text[view.find(time.end) : view.find(following.start)]
            if not following.anchor and (dated := _dated(following)) and _REPORTS.fullmatch(between):
                days = (_day(dated[2].year + on, match) for on in (0, 1))
                found += [(day.isoformat(), day, day) for day in days if day and day > dated[2]][:1]
    return found


def _kinds(times: list[Timex], view: View) -> dict[int, str]:
    """For each time, by its start: told as past, as future, or as an end that may be either."""
    kinds: dict[int, str] = {}
    waiting = iter(times)
    time = next(waiting, None)
    planned = None
    for start, end in sentences(view.text):
        planned = planned if view.text.endswith(("；", ";"), 0, start) else None
        while time is not None and view.find(time.start) < end:
            kind = _kind(view.text, start, end, view.find(time.start), view.find(time.end))
            if planned and time.earliest and time.earliest > planned:
                kind = "future"  # 计划在2015年成为第一，在2025年销量突破1000万辆
            kinds[time.start] = kind
            planned = time.latest if kind == "future" else planned
            time = next(waiting, None)
        if time is None:
            break
    return {**{time.start: "past" for time in times}, **kinds}


def _kind(text: str, start: int, end: int, first: int, last: int) -> str:
    if _BORN.search(text, max(0, first - 8), first) or _IS_BORN.match(text, last):
        return "born"  # a life tells nothing of when it was told
    before = text[max(start, first - (160 if text[first - 2 : first].isascii() else 40)) : first]
    after = text[last : min(end, last + 40)]
    clause = re.split(r"[，,：:。；;]", before)[-1] + "|" + re.split(r"[，,。；;]", after)[0]
    if _DONE.search(clause) and not re.search(r"即将|将于|预计|计划", clause):
        return "past"
    if (
        _FRAME.search(before)
        or _COMING.search(clause)
        or _COMING.search(before)
        or _PLANNED.search(before)
        or _INTENDED.match(after)
    ):
        return "future"
    return "until" if _UNTIL.search(before) and not _DONE.search(after) else "past"
