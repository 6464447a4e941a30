"""Two dates of one thing, side by side."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from timeline import edtf
from timeline.checks.lengths import DAYS, gap, say
from timeline.checks.messages import make
from timeline.checks.reading import Reading
from timeline.model import Check, Day, Mention, Observation, Severity, Span, Timex


class Side(NamedTuple):
    """Where a date is told, the words for it, and what it is read as."""

    span: Span
    words: str
    date: str
    earliest: Day
    latest: Day

    def excludes(self, other: "Side") -> bool:
        return self.latest < other.earliest or other.latest < self.earliest


class Rivalry(NamedTuple):
    """Two sides that cannot both be right about what `name` calls."""

    left: Side
    right: Side
    name: str
    severity: Severity | None = None


def of_mention(reading: Reading, mention: Mention) -> Side:
    words = _as_told(reading, mention.timex, mention.date)
    return Side(mention.span, words, mention.date, mention.earliest, mention.latest)


def of_observation(reading: Reading, observation: Observation) -> Side | None:
    """A side of a dated observation, told where its date stands; None for an undated one."""
    o = observation
    if not o.timex or not o.earliest or not o.latest:
        return None
    return Side(o.timex.span, _as_told(reading, o.timex, o.date), o.date, o.earliest, o.latest)


def _as_told(reading: Reading, timex: Timex, date: str) -> str:
    """The time as written, or as read where the words alone do not tell the year."""
    words = reading.document.text[timex.start : timex.end]
    if re.search(r"\d{4}", words):
        return words
    return edtf.label(date) if edtf.is_edtf(date) else words


def two_dates(rivalry: Rivalry, event_ids: Iterable[str] = ()) -> Check:
    """The check of two sides, in order of their places."""
    low, high = sorted(
        (rivalry.left, rivalry.right), key=lambda side: (side.earliest, side.latest, side.span)
    )
    return make(
        "two-dates", rivalry.left.span, rivalry.right.span, event_ids=tuple(sorted(event_ids)),
        severity=rivalry.severity, name=rivalry.name, text=rivalry.left.words, other=rivalry.right.words,
        gap=_apart(low, high),
    )  # fmt: skip


def _apart(low: Side, high: Side) -> str:
    """How far apart two dates are: exactly where both are as precise, else at least."""
    precision = {edtf.precision(low.date), edtf.precision(high.date)}
    if precision == {"year"}:
        return say(low.earliest, high.earliest, "年")
    if precision == {"month"}:
        return say(low.earliest, high.earliest, "个月")
    if len(precision) == 1:
        return gap((high.earliest - low.earliest).days)
    return "至少" + _whole((high.earliest - low.latest).days)


def _whole(days: int) -> str:
    """Whole days, months or years that fit into so many days: what is at least true is rounded down."""
    months = int((days + 1) / DAYS["个月"])
    if days < 31:
        return f"{days}天"
    return f"{months}个月" if months < 24 and months != 12 else f"{months // 12}年"
