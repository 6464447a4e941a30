"""What an expression says, before anything is known about where it stands.

A rule reads a matched text into one of these records; `anchoring` turns a record into days.
A `Shift` counts whole units from something else: from the document (去年 is `Shift("document", -1)`)
or from what the text has established (次年 is `Shift("text", 1)`).
"""

from __future__ import annotations

from typing import NamedTuple


class Shift(NamedTuple):
    """`by` units from the document's date or from the text's last antecedent."""

    origin: str  # document, text
    by: int


Level = int | Shift | None


class Point(NamedTuple):
    """A place on the calendar, finest level last; what is None is inferred or absent."""

    year: Level = None
    month: Level = None
    day: Level = None
    week: Shift | None = None
    weekday: int = 0  # 1 Monday … 7 Sunday, 8 the weekend
    part: str = ""  # a word: 初, 中, 底, 上旬, Q1, H2, spring …
    holiday: str = ""
    nth: tuple[int, str, int] | None = None  # (which, unit, how many): the last 4 months is (-1, "month", 4)
    clock: str = ""  # T18:00, or a part of the day: TMO, TAF, TEV, TNI
    side: str = ""  # since, after, before, until, around
    about: bool = False
    lunar: bool = False
    fiscal: bool = False  # the year of the document's own accounts


class Fixed(NamedTuple):
    """Complete in itself: an EDTF value; `side`: since, or nothing."""

    value: str
    side: str = ""


class Deictic(NamedTuple):
    """present, recent, years (近年), past, future: relative to the moment of writing."""

    kind: str


class Range(NamedTuple):
    """From one reading to another, both included."""

    first: Point
    last: Point | Deictic


class Length(NamedTuple):
    """A number of units and the part it plays in the sentence.

    `role`: duration, ago, later, earlier (four years earlier), nth (第三年), past (过去十年), recent (近三年), next (未来三年), this (这12年来),
    since (12年来), during (12年中), within (三年内), first (前5年), new (新10年), ordinal (第二个10年),
    last (最后三天), streak (连续五个月). `mod` as in TIMEX3: "", less, more, about.
    """

    low: float
    high: float
    unit: str  # year, quarter, month, week, day, hour, minute, second, century, decade
    role: str = "duration"
    mod: str = ""
    iso: str = ""
    index: int = 0  # type: ignore[assignment]


class Anaphor(NamedTuple):
    """The text's last antecedent of a granularity: 当时 (any), 当季 (quarter), 全年 (year).

    period, period-end, period-start: what the document reports on (报告期内); year-inside: 年内.
    """

    unit: str


class Founding(NamedTuple):
    """Counted from the subject's founding: early (创业初期) or the n-th anniversary."""

    kind: str
    number: int = 0


class Vague(NamedTuple):
    """A time that no calendar holds: 早期, 一段时间内. `value` is its ISO duration, or empty."""

    reason: str
    value: str = ""


class Recurring(NamedTuple):
    """每年 is P1Y, 每周一 XXXX-WXX-1."""

    value: str


class NoTime(NamedTuple):
    """Words that only hold a time word: 体现在, 十年如一日."""


Reading = Point | Fixed | Range | Length | Deictic | Anaphor | Founding | Vague | Recurring | NoTime
