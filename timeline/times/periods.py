"""The periods that a document sets for itself: where its fiscal year ends, and what it reports on.

Both are read off the text once, when an expression asks for them (报告期内, 2022财年, fiscal 2021).
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline import edtf
from timeline.documents.periods import find_reported
from timeline.times.context import (
    DAY,
    Antecedent,
    Days,
    Missing,
    Resolved,
    shift_months,
    unresolved,
    whole_year,
)
from timeline.times.cues import Cues
from timeline.times.finding import Found, find
from timeline.times.numerals import read_number
from timeline.times.readings import Anaphor, Point

if TYPE_CHECKING:
    from timeline.times.standing import Standing

Day = datetime.date
_HEAD = 3000  # characters in which a report says what it reports on

_MONTH = "(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月"
_DAY = "(?:[0-9]{1,2}|[一二三]?十?[一二三四五六七八九]?)日"
_ENGLISH_MONTHS = [month.lower() for month in calendar.month_name[1:]]
# Each of these is looked for only around a word that it cannot do without.
_FISCAL_ENDS = (
    (
        "ended",
        re.compile("止"),
        re.compile(rf"{_MONTH}{_DAY}止的?(?:(?:12|十二)个月|(?:财政|财务|会计)?年度|财年)"),
    ),
    (
        "fiscal",
        re.compile("财年|财政年度|会计年度"),
        re.compile(
            rf"(?:财年|财政年度|会计年度)[^。；\n]{{0,8}}(?:截至|截止|止于|结束于|终于)[^。；\n]{{0,4}}?{_MONTH}"
        ),
    ),
    (
        "year",
        re.compile("years? (?:is )?end", re.I),
        re.compile(
            r"(?:fiscal |financial )?years? (?:is )?end(?:ed|ing|s)?,? (?:on )?(?:the )?(?:\w+ )?(?:\w+ (?:of|in) )?"
            rf"({'|'.join(_ENGLISH_MONTHS)})",
            re.I,
        ),
    ),
)
_DEFINED = re.compile(
    r"(?:^|[。；;\n：:，,])([^。；;\n]{4,80}?)[（(][^（()）\n]{0,10}[“\"「『]报告期(?:内|各期)?[”\"」』][^（()）\n]{0,8}[）)]|报告(?:期|时间)(?:内|间|范围)?(?:是?指|为|：|:)([^。；;\n]{4,60})"
)
_DEFINING = re.compile('报告(?:期|时间)(?:内|各期|间|范围)?(?:[”"」』]|是?指|为|：|:)')
_AROUND = 100  # characters: how far such a sentence goes from that word


class Periods:
    """What a text says of its own periods; each is looked for once."""

    def __init__(self, cues: Cues) -> None:
        self.text, self.cues = cues.text, cues
        self._fiscal: Antecedent | None = None
        self._reported: Antecedent | None = None
        self._asked: set[str] = set()

    @property
    def fiscal_end(self) -> Antecedent | None:
        """The month in which the fiscal year ends, as a place in the text; its days are of no year."""
        if "fiscal" not in self._asked:
            self._asked.add("fiscal")
            if match := self._fiscal_end():
                word = next(group for group in match.groups() if group)
                known = word.lower() in _ENGLISH_MONTHS
                month = _ENGLISH_MONTHS.index(word.lower()) + 1 if known else read_number(word)
                last = edtf.last_day(2001, month)
                self._fiscal = Antecedent(last, last, f"XXXX-{month:02d}", *match.span(), "month")
        return self._fiscal

    def _fiscal_end(self) -> re.Match[str] | None:
        ends = (next(_around(*cue, self.cues), None) for cue in _FISCAL_ENDS)
        return min((end for end in ends if end), key=lambda end: end.start(), default=None)

    def reported(self, walk: Standing) -> Antecedent | None:
        """The period that the document reports on: as it defines it, else as its title says."""
        if "reported" not in self._asked:
            self._asked.add("reported")
            self._reported = self._defined(walk) or self._titled(walk)
        return self._reported

    def _defined(self, walk: Standing) -> Antecedent | None:
        for match in _around("report", _DEFINING, _DEFINED, self.cues):
            words = match[1] or match[2]
            blank = type(walk)(words, walk.reference)
            days = [told for one in find(words) if (told := blank.resolve(one)).earliest and told.latest]
            if days:
                first = min(told.earliest for told in days if told.earliest)
                last = max(told.latest for told in days if told.latest)
                return Antecedent(first, last, edtf.from_bounds(first, last), *match.span(), "range")
        return None

    def _titled(self, walk: Standing) -> Antecedent | None:
        told = find_reported(self.text[:_HEAD])
        if told is None:
            return None
        if told.days:
            return Antecedent(*told.days, edtf.from_bounds(*told.days), told.start, told.end, "range")
        try:
            first, last = fiscal_days(walk, Point(told.year, part=told.part), told.year)
        except Missing:
            return None
        return Antecedent(first, last, edtf.from_bounds(first, last), told.start, told.end, "range")


def _around(
    name: str, word: re.Pattern[str], pattern: re.Pattern[str], cues: Cues
) -> Iterator[re.Match[str]]:
    """The matches of a pattern that hold such a word; `name` is that of its cue."""
    text, done = cues.text, 0
    for place in cues.places(name):
        if place < done or not word.match(text, place):
            continue
        if match := pattern.search(text, max(done, place - _AROUND), place + _AROUND):
            done = match.end()
            yield match


def fiscal_days(walk: Standing, point: Point, year: int) -> Days:
    """A fiscal year, or its part (Q1, H2), that ends in the calendar year of its number."""
    end = walk.periods.fiscal_end
    month = end.earliest.month if end else 12
    first = Day(year, 1, 1) if month == 12 else Day(year - 1, month + 1, 1)
    length, part = 12, point.part
    if part and part[0] in "QH":
        length = 3 if part[0] == "Q" else 6
        first = shift_months(first, length * (int(part[1]) - 1))
    elif part in ("初", "底"):
        length, first = 3, first if part == "初" else shift_months(first, 9)
    elif part:
        raise Missing("no part of a fiscal year")
    return first, shift_months(first, length) - DAY


def in_fiscal_year(walk: Standing, point: Point, year: int, anchor: str, near: bool) -> tuple[Days, str, str]:
    """Days, EDTF value and anchor of a fiscal year; `near`: counted from the document's own date."""
    end = walk.periods.fiscal_end
    if near and end and walk.reference and walk.reference.earliest.month > end.earliest.month:
        year += 1
    days = fiscal_days(walk, point, year)
    if end is None or end.earliest.month == 12:
        value = f"{year:04d}"
        if point.part in ("初", "底"):
            value += "-33~" if point.part == "初" else "-36~"
        elif point.part:
            value += f"-{(32 if point.part[0] == 'Q' else 39) + int(point.part[1])}"
        return days, value, anchor
    return days, edtf.from_bounds(*days), walk.said(end)


_ENDED = re.compile(r",? (?:(?:that|which) )?end(?:ed|ing|s) (?:on )?")
_AS_QUARTER = re.compile(r", (?:the end of )?(?:its|the|our|their) (?:fiscal|financial) ")


def up_to_its_end(walk: Standing, found: Found, point: Point) -> tuple[Days, str, str] | None:
    """Fiscal second quarter ended April 30; April 30, its fiscal second quarter: the months up to that day."""
    last, following, anchor = None, walk.next_found, ""
    if following and _ENDED.fullmatch(walk.text, found.end, following.start):
        told = walk.resolve_ahead(following)
        if told and told.earliest == told.latest:
            last, anchor = told.latest, told.anchor
    elif walk.last and _AS_QUARTER.fullmatch(walk.text, walk.last.end, found.start):
        last, anchor = walk.last.latest, walk.said(walk.last)
    if last is None:
        return None
    days = shift_months(last + DAY, -3 if point.part[0] == "Q" else -6), last
    return days, edtf.from_bounds(*days), anchor


OWN_YEAR = ("本年", "本年度", "本财年", "本财政年度", "本财务年度", "本会计年度")

NEXT_YEAR = ("下年度", "下一年度")


def of_report(walk: Standing, found: Found, point: Point) -> tuple[Days, str, str] | None:
    """本年度 in an annual report is the year it reports on, 下年度 the one after; 第四季 is a quarter of its accounts."""
    if (
        found.text in NEXT_YEAR
        and (told := walk.periods.reported(walk))
        and (told.latest - told.earliest).days >= 330
    ):
        first, last = (shift_months(day + DAY, 12) - DAY for day in (told.earliest, told.latest))
        return (first, last), edtf.from_bounds(first, last), walk.said(told)
    if found.text not in OWN_YEAR and not found.rule.endswith("quarter"):
        return None
    told, end = walk.periods.reported(walk), walk.periods.fiscal_end
    if told is None or (told.latest - told.earliest).days < 330:
        return None
    if not point.part:
        return (told.earliest, told.latest), told.value, walk.said(told)
    if end is None or end.earliest.month == 12:
        return None
    days = fiscal_days(walk, point, told.latest.year)
    return days, edtf.from_bounds(*days), walk.said(told)


def resolve_period(walk: Standing, found: Found, reading: Anaphor) -> Resolved:
    """报告期内, 报告期末, 年内."""
    told = walk.periods.reported(walk)
    if reading.unit == "year-inside":
        year = walk.near(found, walk.year, 120)
        if told is None and year and year.earliest.year == year.latest.year:
            told = year
        if told is None and walk.reference:
            return whole_year(walk.reference.earliest.year, walk.document())
        return (
            whole_year(told.latest.year, walk.said(told)) if told else unresolved("DATE", "no year is told")
        )
    if told is None and found.text == "期内":
        told = _told_period(walk, found)
    if told is None:
        return unresolved("DATE", "the document does not say what it reports on")
    first, last = told.earliest, told.latest
    if reading.unit == "period-end":
        first = last
    elif reading.unit == "period-start":
        last = first
    return Resolved("DATE", edtf.from_bounds(first, last), first, last, walk.said(told))


def _told_period(walk: Standing, found: Found) -> Antecedent | None:
    """2024年一季度营收…；期内利润…: the period of the figures just told."""
    told = walk.near(found, walk.last, 120)
    return told if told and (told.latest - told.earliest).days >= 27 else None
