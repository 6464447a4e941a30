"""The times of a text as numbers see them: which are periods, which only compare, which the story goes on in."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline.model import Day, Timex

_COMPARING = re.compile(
    r"(?:[较比同]|相较|相比|相对于|对比|不及|[优高低多少逊弱好]于|\b(?:than|versus|vs\.?|compared (?:with|to)|against)(?: in)?)\s?(?:于)?$"
)
_SAME_AS = re.compile(
    r"(?:from|over|versus|than|compared (?:to|with)) (?:that (?:of|in) )?the (?:same|corresponding|comparable|prior[- ]year) (?:period|quarter|month|half)s?(?: (?:of|in))?(?: \d{4}| last year)?$"
)
_SINCE_THEN = re.compile(
    r"(?:%|percent|points?|cents?)\s(?:from|over|on|above|below)\s(?:the\s)?$"
)  # up 2.2 percent from|2010
_TO_YEAR = re.compile(r" to (?!\$|[\d.]+ )")
_COMPARED = re.compile(r"的?(?:同期|相比|同比|水平)|相较|earlier")
_AND = re.compile(r"\s?(?:[和与及、]|以及|and)\s?(?:the\s)?")
CLOSING = re.compile(r"(?:\bend(?:ed|ing)(?: on)?|截至|截止|截止到|截至到|as (?:of|at)|at the end of)\s?$")
# A time that a number before it is compared with: compared with $559 million in|the first quarter of 2012.
_BESIDE = re.compile(r"\b(?:from|than|compared (?:with|to)|versus|against)\b(?:[^.;]|\.(?=\d)){0,60}$")
REPORTING = re.compile(
    r"业绩|回顾|营业额|溢利|盈利|公布|营业收入|净利|财报|年报|季报|报告|公告|results|report|announce|statements|earnings|posted",
    re.IGNORECASE,
)
_IN_BRACKET = re.compile(r"[（(][^（()）]{0,24}$")
_SET_FROM = re.compile(r"(?:[由从自较比与和跟](?:截至)?|起于)\s?$")
_NUMBER_NEXT = re.compile(r"[末底]?的?\s?[约近超]?(?:人民币|港币|[A-Z]{0,3}\$)?\s?\d")
_WITH = re.compile(r"[与和跟同较比]\s?$")
_SET_BESIDE = re.compile(r"\d[^，。；]{0,8}相[比较]")
_BETWEEN = re.compile(r"\b(?:from|than|compared (?:with|to)|versus)\b[^.;]*\d")
_TODAY = re.compile(r"today|今[日天]", re.IGNORECASE)
NEAR = 80  # characters between a list of times and its numbers
# The year before the one that a report is on: the narrative does not go on in it.
YEAR_BEFORE = re.compile(r"上一?(?:财政|财务|会计|财)?年度?")


class Placed(NamedTuple):
    """A time expression and where it stands in the view."""

    start: int
    end: int
    timex: Timex


def without_compared(text: str, placed: Sequence[Placed]) -> list[Placed]:
    """The times that are more than what a number is compared with; 较上季度|和上年同期 are both."""
    kept: list[Placed] = []
    last: Placed | None = None  # the last that compares
    for time in placed:
        if compares(text, time) or (last and _AND.fullmatch(text, last.end, time.start)):
            last = time
        else:
            kept.append(time)
    return kept


def compares(text: str, time: Placed) -> bool:
    if _SAME_AS.search(text, max(0, time.start - 40), time.end):
        return True
    before = text[max(0, time.start - 16) : time.start]
    since = _SINCE_THEN.search(before) and not _TO_YEAR.match(text, time.end)
    comparing = _COMPARING.search(before) and not before.endswith(("其中", "以及"))
    return bool(since or comparing or _COMPARED.match(text, time.end))


def is_carried(text: str, time: Placed, published: Day | None) -> bool:
    """Whether the narrative goes on in this time: a date, no closing date, no remark, nothing to come.

    Nor the day of the report itself: reported results for the first half of 2016|today.
    """
    timex = time.timex
    if timex.earliest is None or timex.latest is None or timex.type not in ("DATE", "TIME"):
        return False
    looked_back = text.endswith("同期", time.start, time.end) or timex.rule == "english-same-period"
    if looked_back or YEAR_BEFORE.fullmatch(text, time.start, time.end):
        return False
    if (timex.latest - timex.earliest).days > 366 or (published and timex.earliest > published):
        return False
    if _IN_BRACKET.search(text, max(0, time.start - 26), time.start):
        return False  # （2023年：12亿元）
    if timex.earliest == timex.latest == published and _TODAY.fullmatch(text, time.start, time.end):
        return not REPORTING.search(text, max(0, time.start - 80), time.end + 40)
    if _is_base(text, time):
        return False
    stretch = "止" in text[time.start : time.end]  # 截至|6月30日止六个月
    return not (
        (CLOSING.search(text, max(0, time.start - 12), time.start) and not stretch)
        or _BESIDE.search(text, max(0, time.start - 70), time.start)
    )


def _is_base(text: str, time: Placed) -> bool:
    """Whether a time is only told with the number that another is set against: 从去年同期的|24.6%降至24.5%."""
    set_from = _SET_FROM.search(text, max(0, time.start - 3), time.start)
    return set_from is not None and _NUMBER_NEXT.match(text, time.end) is not None


def is_aside(text: str, time: Placed, position: int) -> bool:
    """Whether a time belongs to another number of the clause: 7%左右（近年在12%左右）, 由2023年的1亿元增至."""
    if time.end < position and text[time.start - 1 : time.start] != "和" and _is_base(text, time):
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
