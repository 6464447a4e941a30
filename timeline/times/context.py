"""What resolving works with: the reference, the antecedents, the result, and days counted in units."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import NamedTuple

from timeline import edtf
from timeline.model import TimexType

Day = datetime.date
DAY = datetime.timedelta(days=1)
Days = tuple[Day, Day]


class Resolved(NamedTuple):
    """What a Timex takes over."""

    type: TimexType
    value: str
    earliest: Day | None = None
    latest: Day | None = None
    anchor: str = ""


def whole_year(year: int, anchor: str = "") -> Resolved:
    return Resolved("DATE", f"{year:04d}", Day(year, 1, 1), Day(year, 12, 31), anchor)


class Antecedent:
    """A date that the text has given: its days, its value, its place in the (clean) text."""

    __slots__ = ("deictic", "earliest", "end", "grain", "latest", "present", "start", "value")

    def __init__(
        self,
        earliest: Day,
        latest: Day,
        value: str,
        start: int,
        end: int,
        grain: str,  # year, quarter, month, day, range …
        present: bool = False,
        deictic: bool = False,  # a day counted from the document's: 昨天, on Monday
    ) -> None:
        self.earliest, self.latest, self.value = earliest, latest, value
        self.start, self.end, self.grain = start, end, grain
        self.present, self.deictic = present, deictic

    def told_at(self, start: int, end: int) -> Antecedent:
        """The same, at another place."""
        return Antecedent(
            self.earliest, self.latest, self.value, start, end, self.grain, self.present, self.deictic
        )

    def begun_on(self, day: Day) -> Antecedent:
        """The same, with another first day."""
        return Antecedent(
            day, self.latest, self.value, self.start, self.end, self.grain, self.present, self.deictic
        )


class Reference(NamedTuple):
    """The moment of writing, as precisely as it is known."""

    value: str
    earliest: Day
    latest: Day
    doubt: str = ""  # "?": inferred; the text was written then or later

    @property
    def grain(self) -> str:
        if self.earliest == self.latest:
            return "day"
        return (
            "month"
            if (self.earliest.year, self.earliest.month) == (self.latest.year, self.latest.month)
            else "year"
        )


@lru_cache(maxsize=256)
def read_reference(value: Day | str | None) -> Reference | None:
    """A date, or an EDTF string (an interval too). ValueError if it is neither."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, Day):
        return Reference(value.isoformat(), value, value)
    earliest, latest = edtf.bounds(value)
    if earliest is None or latest is None:
        raise ValueError(f"a reference needs both ends: {value!r}")
    plain = value.rstrip("~?%")
    doubt = "?" if value.endswith("?") else ""
    return Reference(plain[:10] if "T" in plain and "/" not in plain else plain, earliest, latest, doubt)


@lru_cache(maxsize=8192)
def unresolved(kind: TimexType, reason: str, value: str = "") -> Resolved:
    return Resolved(kind, value, None, None, f"unresolved: {reason}")


class Missing(Exception):
    """Something that neither the text nor the document says; the message is the reason."""


def days_of(value: str) -> Days:
    """First and last day of an EDTF value that is closed on both sides."""
    earliest, latest = edtf.bounds(value)
    if earliest is None or latest is None:
        raise Missing("open on one side")
    return earliest, latest


def shift_months(day: Day, months: int) -> Day:
    """The day `months` later, at the latest the month's last."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return Day(years, month + 1, min(day.day, edtf.last_day(years, month + 1).day))


def shift(day: Day, number: float, unit: str) -> Day:
    """`number` units from `day`. OverflowError or ValueError beyond the calendar."""
    if unit == "year":
        return shift_months(day, round(number * 12))
    if unit == "century":
        return shift_months(day, round(number * 1200))
    if unit == "quarter":
        return shift_months(day, round(number * 3))
    if unit == "month":
        whole = shift_months(day, int(number))
        return whole + DAY * round((number - int(number)) * 30)
    if unit == "week":
        return day + DAY * round(number * 7)
    if unit == "day":
        return day + DAY * round(number)
    if unit == "workday":
        step, left = (DAY if number > 0 else -DAY), abs(round(number))
        while left:
            day += step
            left -= day.weekday() < 5
        return day
    return day  # hours and minutes stay on the day
