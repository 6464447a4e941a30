"""Lengths of time as written (20个月, 不到两年, 十多年, 75天, three years), and how long it is between two days."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.checks.reading import count
from timeline.lexicon.numerals import ENGLISH_NUMBERS
from timeline.model import Day
from timeline.numbers import read_number

DAYS = {"年": 365.2425, "个月": 30.436875, "周": 7.0, "天": 1.0}
_SLACK = 0.6  # of a unit: people round, and count both ends in
_INFINITE = float("inf")
_HAN = "一二两三四五六七八九十百"
_ENGLISH_UNITS = {"year": "年", "month": "个月", "week": "周", "day": "天"}
_ENGLISH_NUMBERS = ENGLISH_NUMBERS | {"a": 1}
_BOUND = "不到|不足|未满|不满|近|将近|接近|约|大约|大概|差不多|前后|超过|超|逾|至少|整整|足足|满|短短|仅|只"
LENGTH = re.compile(
    rf"(?:(?P<bound>{_BOUND})(?:了|有)?)?(?P<n>(?<![\d.,])\d{{1,3}}(?:\.\d)?|(?<![{_HAN}几数])[{_HAN}]{{1,4}})"
    rf"(?P<to>(?:[-~～—至到])(?:\d{{1,3}}|[{_HAN}]{{1,3}}))?(?P<many>多|余|来)?"
    r"(?:(?P<half>个半月|年半)|(?P<unit>个月|年(?!代|度|报|级|轮|糕|味|初|底|末|春|夏|秋|冬)|周(?![一二三四五六日末年])|个?星期(?![一二三四五六日天])|天|日(?=之?[后内]))"
    rf"(?P<after>多|有余|零(?:\d{{1,2}}|[{_HAN}]{{1,2}})个月)?)"
)
_ENGLISH = re.compile(
    rf"\b(?P<bound>less than |under |about |nearly |almost |over |more than |only |just )?(?P<n>\d{{1,3}}|{'|'.join(_ENGLISH_NUMBERS)})[ -](?P<unit>year|month|week|day)s?\b",
    re.IGNORECASE,
)


class Length(NamedTuple):
    """A length of time as written: at least `low`, at most `high` of its unit (年, 个月, 周, 天)."""

    start: int
    end: int
    low: float
    high: float
    unit: str

    @property
    def days(self) -> tuple[float, float]:
        return self.low * DAYS[self.unit], self.high * DAYS[self.unit]

    def fits(self, low: float, high: float) -> bool:
        """Can something between `low` and `high` days be called this?"""
        slack = _SLACK * DAYS[self.unit] if self.unit != "天" else 1.0
        first, last = self.days
        return first - slack <= high and low <= last + slack


def find_lengths(text: str, start: int, end: int) -> Iterator[Length]:
    """Lengths of time in text[start:end]."""
    for match in LENGTH.finditer(text, start, end):
        length = _chinese(match)
        if length:
            yield length
    if any(text.find(unit, start, end) >= 0 for unit in _ENGLISH_UNITS):
        for match in _ENGLISH.finditer(text, start, end):
            yield _english(match)


def _chinese(match: re.Match[str]) -> Length | None:
    number = read_number(match["n"], 0)
    if number is None or number.end < len(match["n"]):
        return None
    first, last = (number.low, number.high) if number.value is None else (number.value, number.value)
    if not first or not last or (match["unit"] == "年" and first > 150):
        return None
    low, high = _range(match, float(first), float(last))
    unit = {"个半月": "个月", "年半": "年", "日": "天", "星期": "周", "个星期": "周"}.get(
        match["half"] or match["unit"], match["unit"] or ""
    )
    after = match["after"] or ""
    if match["half"]:
        low, high = low + 0.5, high + 0.5
    elif after.startswith("零"):
        months = count(after[1:-2]) or 0
        low, high = low + months / 12, high + months / 12
    elif after:
        high = high + 1
    low, high = _bounded(match["bound"] or "", low, high)
    return Length(match.start(), match.end(), low, high, unit)


def _range(match: re.Match[str], first: float, last: float) -> tuple[float, float]:
    if match["to"]:
        other = count(match["to"][1:]) or last
        return min(first, other), max(first, other)
    if match["many"] == "来":
        return first * 0.9, first * 1.2
    if match["many"]:
        step = 10 if first % 10 == 0 else 1
        return first, first + (step if first < 100 else 100)
    return first, last


def _bounded(bound: str, low: float, high: float) -> tuple[float, float]:
    if bound in ("不到", "不足", "未满", "不满", "less than ", "under "):
        return high * 0.5 if high > 2 else 0.0, high
    if bound in ("近", "将近", "接近", "nearly ", "almost "):
        return low * 0.8, high
    if bound in ("约", "大约", "大概", "差不多", "前后", "about "):
        return low * 0.85, high * 1.15
    if bound in ("超过", "超", "逾", "至少", "over ", "more than "):
        return low, _INFINITE
    return low, high


def _english(match: re.Match[str]) -> Length:
    words = match["n"].lower()
    number = float(words) if words.isdigit() else float(_ENGLISH_NUMBERS[words])
    low, high = _bounded((match["bound"] or "").lower(), number, number)
    return Length(match.start(), match.end(), low, high, _ENGLISH_UNITS[match["unit"].lower()])


def apart(earliest: tuple[Day, Day], latest: tuple[Day, Day]) -> tuple[float, float]:
    """Fewest and most days from one date (first day, last day) to another, both ends counted at most."""
    return float((latest[0] - earliest[1]).days), float((latest[1] - earliest[0]).days + 1)


def say(first: Day, last: Day, unit: str) -> str:
    """How long it is from one day to another, in whole `unit`s, by the calendar: 22个月, 9年, 74天."""
    if unit == "年":
        return f"{last.year - first.year}年"
    if unit == "个月":
        return f"{(last.year - first.year) * 12 + last.month - first.month}个月"
    days = (last - first).days
    return f"{days // 7}周" if unit == "周" else f"{days}天"


def gap(low: float) -> str:
    """A distance of so many days in the words people use: 3天, 约5个月, 约2年."""
    if low < 31:
        return f"{round(low)}天"
    if low < 350:
        return f"约{round(low / DAYS['个月'])}个月"
    return f"约{round(low / DAYS['年'])}年"
