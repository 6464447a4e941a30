"""The period told last, of another year: a year earlier, in the prior-year quarter, 2018年同期."""

import re
from typing import NamedTuple

from timeline import edtf
from timeline.extract.measures.placed import Placed
from timeline.model import Day, Timex

_SAME_PERIOD = re.compile(r"(?:[去上]年度?|(?P<year>\d{4})年度?)同期")
# $52 million a year earlier; from $52 million in|the prior-year quarter: the period told last, of the year before.
_YEAR_EARLIER = re.compile(
    r"(?:a|one|the) year (?:earlier|ago|before)|(?:the )?(?:year-ago|year-earlier|(?:prior|previous|preceding|last)[- ]year)(?:[’']s)?(?: (?:period|quarter|half))?|(?:the )?(?:same|corresponding|comparable) [a-z]+ (?:(?:of |in )?(?:last|the (?:previous|prior|preceding)) year|a year (?:earlier|ago))",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(r"(\d{4})年?")
_COLON = re.compile(r"[:：]\s?")
_A_YEAR = re.compile(r"(?:the )?(?:last|previous|prior|preceding) year", re.IGNORECASE)
_SET_AGAINST = re.compile(r"\b(?:from|than|to|with|versus|against)\s(?:[a-z][a-z -]{0,40} of )?$")


class Held(NamedTuple):
    """When a number holds, and how that was read."""

    timex: Timex | None
    date: str
    earliest: Day | None
    latest: Day | None
    rule: str


def year_earlier(text: str, time: Placed, position: int, last: str) -> Held | None:
    """Of $52 million a year earlier: the period told `last` (EDTF), of the year before it; None for other times.

    `position` is where the number stands: "last year" is only meant so where it is set against another.
    """
    told = _YEAR_EARLIER.fullmatch(text, time.start, time.end)
    if not told or (
        _A_YEAR.fullmatch(told[0]) and not _SET_AGAINST.search(text, max(0, position - 48), position)
    ):
        return None
    date = in_year(last, int(last.split("/")[-1][:4]) - 1) if last[:4].isdigit() else ""
    if not re.fullmatch(r"\d{4}(?:-\d\d)?(?:/\d{4}(?:-\d\d)?)?", date):
        return None
    return Held(time.timex, date, *edtf.bounds(date), "a year before the period told last")


def of_that_year(text: str, time: Placed, last: str) -> Held | None:
    """Of 去年同期, 2018年同期: the months told `last` (EDTF), of that year; None for other times."""
    same = _SAME_PERIOD.fullmatch(text, time.start, time.end)
    value = time.timex.value
    if not same or not value[:4].isdigit():
        return None
    date = in_year(last, int(same["year"] or value[:4]))
    if date and not (value.isdigit() or "/" in value) and days_of(date) // 28 != days_of(value) // 28:
        return None  # a quarter, a half: only another of its kind is told
    return Held(time.timex, date, *edtf.bounds(date), "the same period of that year") if date else None


def in_bracket(text: str, time: Placed, position: int, last: str) -> Held | None:
    """Of £41 million (2023:|£38 million): the months told `last` (EDTF), of that year; None for other times."""
    lone = text[time.start - 1 : time.start] in ("(", "（") and _BARE_YEAR.fullmatch(
        text, time.start, time.end
    )
    date = in_year(last, int(lone[1])) if lone and _COLON.fullmatch(text, time.end, position) else ""
    return Held(time.timex, date, *edtf.bounds(date), "the same period of that year") if date else None


def days_of(date: str) -> int:
    """The days from the first to the last of an EDTF date; 0 where an end is open."""
    first, last = edtf.bounds(date)
    return (last - first).days if first and last else 0


def in_year(date: str, year: int) -> str:
    """The same months of another year: 2024-01/2024-06 for 2025-01/2025-06; "" where there are none."""
    ends = date.split("/")
    if not all(re.match(r"\d{4}(?!\d)", end) for end in ends):
        return ""
    moved = year - int(ends[-1][:4])
    told = "/".join(f"{int(end[:4]) + moved:04d}{end[4:]}" for end in ends)
    return told if edtf.is_edtf(told) else ""
