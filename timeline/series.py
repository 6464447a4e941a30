"""Observations of one thing over time: what the metrics charts, tables and slides show. Pure.

A series is one property of one subject in one unit, whatever names its documents give the subject;
its points keep what their writers stated: a value, a range, a bound, an "about", a plan. Nothing is
averaged or interpolated.
"""

import datetime
import math
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from timeline import edtf, labels
from timeline.lexicon.goods import TEAMS
from timeline.lexicon.holding_kinds import SUMMED
from timeline.plans import WORDS, Plans
from timeline.subjects import Subjects
from timeline.tables import Filters, Timeline, select

Day = datetime.date
_PEOPLE = frozenset({"headcount", "rd_headcount"})
_TEAMS = tuple(TEAMS.split())
# What a sum is called by its period, but for a year's; (fewest days, most days).
_SPANS = {
    "month": (28, 31), "quarter": (89, 93), "half": (181, 185), "nine months": (272, 276), "year": (365, 366),
}  # fmt: skip
_SPAN_WORDS = {
    "zh": {"month": "单月", "quarter": "单季", "half": "半年", "nine months": "前三季度"},
    "en": {"month": "monthly", "quarter": "quarterly", "half": "half-year", "nine months": "nine months"},
}
_PLAIN = re.compile(r"(\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?")

_READ = (
    "observation_id", "event_id", "doc_id", "text", "about", "property", "value", "low", "high", "unit",
    "unit_text", "comparator", "change", "date", "earliest", "latest", "start", "end",
)  # fmt: skip


class Point(NamedTuple):
    """One stated value at one time, with every place that states it."""

    observation_ids: tuple[str, ...]
    doc_ids: tuple[str, ...]
    event_id: str
    value: float | None
    low: float | None
    high: float | None
    comparator: str
    unit: str
    unit_text: str
    date: str
    earliest: Day
    latest: Day
    text: str
    ahead: bool = False  # a goal, a plan or a forecast: drawn hollow, never compared

    def words(self, lang: str = "zh") -> str:
        """> 1 万人, ≈ 3600 万台, 30–40 元."""
        return labels.amount(
            self.value, self.low, self.high, self.unit, self.comparator, lang, self.unit_text
        )

    def aside(self, lang: str = "zh") -> str:
        """What must be said beside the number, "" for what was reached: 计划或预期 / planned or expected."""
        return WORDS[lang] if self.ahead else ""

    def when(self, lang: str = "zh") -> str:
        """2022年, 2023年预期, 2023E."""
        date = edtf.label(self.date, lang)
        return date if not self.ahead else f"{date}预期" if lang == "zh" else f"{date}E"

    def briefly(self, lang: str = "zh") -> str:
        """2022, 2022.4, 22.4.30, 2023E: where there is room for figures only."""
        match = _PLAIN.fullmatch(self.date)
        if not match:
            return self.when(lang)
        year, month, day = match.groups()
        parts = [year[2:] if day else year, *(str(int(part)) for part in (month, day) if part)]
        return ".".join(parts) + "E" * self.ahead

    @property
    def days(self) -> tuple[Day, Day]:
        return self.earliest, self.latest

    @property
    def middle(self) -> float:
        """The middle of its days, as an ordinal."""
        return (self.earliest.toordinal() + self.latest.toordinal() + 1) / 2

    @property
    def at(self) -> float:
        """The number to compare by: the value, a range's middle, a bound's one end."""
        if self.value is not None:
            return self.value
        if self.low is not None and self.high is not None:
            return (self.low + self.high) / 2
        return self.low if self.low is not None else self.high or 0.0

    @property
    def ends(self) -> tuple[float, float]:
        """Lowest and highest number that must be seen on a chart."""
        known = [v for v in (self.value, self.low, self.high) if v is not None]
        return (min(known), max(known)) if self.is_range else (self.at, self.at)

    @property
    def is_range(self) -> bool:
        return self.value is None and self.low is not None and self.high is not None and self.low != self.high


def titled(measure: str, about: str, lang: str = "zh", gap: str = labels.GAP) -> str:
    """What is measured, and of whom unless the measure says so; a team is its people: 临江手机研发团队."""
    name = labels.measure(measure, lang)
    if not about or about in name:
        return name
    if measure in _PEOPLE and lang == "zh" and about.endswith(_TEAMS):
        return about
    return f"{about}{gap}{name}" if lang == "zh" else f"{name}, {about}"


@dataclass(frozen=True)
class Series:
    """`key` is stable across builds; `category` is that of the first point's event ("" if it has none).

    `aside` holds the observation_ids of other documents that say otherwise of the same times.
    """

    key: str
    property: str
    about: str
    unit: str
    points: tuple[Point, ...]
    category: str = ""
    aside: tuple[str, ...] = ()
    span: str = ""  # of sums over less than a year: month, quarter, half, nine months
    whose: str = ""  # `about` without the thing that parts it: 临江 of 临江手机

    def title(self, lang: str = "zh", gap: str = labels.GAP) -> str:
        """What is measured, of whom: 星辰科技 年营收 / annual revenue, 星辰科技; in a sentence without the gap."""
        name = titled(self.property, self.about, lang, gap)
        if not self.span:
            return name
        span = _SPAN_WORDS[lang][self.span]
        return f"{name}（{span}）" if lang == "zh" else f"{name} ({span})"

    def unit_words(self, lang: str = "zh") -> str:
        return labels.unit(self.unit, lang, self.points[0].unit_text if self.points else "")

    @property
    def facts(self) -> tuple[Point, ...]:
        """The points told as having come about."""
        return tuple(point for point in self.points if not point.ahead)

    @property
    def observation_ids(self) -> list[str]:
        return [told for point in self.points for told in point.observation_ids]

    @property
    def n_dates(self) -> int:
        return len({point.date for point in self.points})

    @property
    def n_moments(self) -> int:
        """How many days apart from each other have values apart from each other: what a chart can show of it."""
        values: set[float] = set()
        moments, end = 0, Day.min
        for point in sorted(self.points, key=lambda p: (p.latest, p.earliest)):
            values.add(point.at)
            if point.earliest > end:
                moments, end = moments + 1, point.latest
        return min(moments, len(values))

    @property
    def n_days(self) -> float:
        """The days from the middle of its first point to that of its last."""
        middles = [point.middle for point in self.points]
        return max(middles) - min(middles)


def find_series(
    timeline: Timeline,
    filters: Filters | None = None,
    *,
    subjects: Subjects | None = None,
    plans: Plans | None = None,
) -> tuple[Series, ...]:
    """All dated series: those told at the most moments with other values first, then the longest, then the best told.

    Where `timeline` is a part of a collection, `subjects` and `plans` are those of the whole.
    """
    subjects, plans = subjects or Subjects(timeline), plans or Plans(timeline)
    shown = select(timeline, filters) if filters else timeline
    groups: dict[tuple[str, str, str, str], list[dict]] = defaultdict(list)
    cells = (shown.observations[name].tolist() for name in _READ)
    for values in zip(*cells, strict=True):
        row = dict(zip(_READ, values, strict=True))
        if row["earliest"] and row["latest"] and row["change"] == "none" and _stated(row):
            row["ahead"] = plans.ahead(row)
            groups[row["property"], subjects.part(row), row["unit"], _span(row)].append(row)
    categories = dict(zip(timeline.events["event_id"], timeline.events["category"], strict=True))
    made = [
        Series(
            "|".join(key).removesuffix("|"), *key[:3], _points(rows), categories.get(rows[0]["event_id"], ""),
            span=key[3], whose=subjects.whose(rows[0]),
        )
        for key, rows in groups.items()
    ]  # fmt: skip
    return tuple(sorted(made, key=_order))


def _span(row: dict) -> str:
    """The period that a sum runs over, where it is shorter than a year."""
    span = span_of(Day.fromisoformat(row["earliest"]), Day.fromisoformat(row["latest"]))
    return span if row["property"] in SUMMED and span != "year" else ""


def span_of(first: Day, last: Day) -> str:
    """The kind of period from one day to another: month, quarter, half, nine months, year; "" for others."""
    days = (last - first).days + 1
    return next((name for name, (fewest, most) in _SPANS.items() if fewest <= days <= most), "")


def _order(one: Series) -> tuple:
    told = {doc_id for point in one.points for doc_id in point.doc_ids}
    return -one.n_moments, -one.n_days, -len(told), -len(one.points), one.key


def _number(cell) -> float | None:
    try:
        number = float(cell)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None


def _stated(row: dict) -> bool:
    return any(_number(row[name]) is not None for name in ("value", "low", "high"))


def _points(rows: list[dict]) -> tuple[Point, ...]:
    """Rows that state the same at the same time, as reached or as planned, are one point with several places."""
    same: dict[tuple, list[dict]] = defaultdict(list)
    for row in rows:
        numbers = tuple(_number(row[name]) for name in ("value", "low", "high"))
        key = (*numbers, row["comparator"] or "=", row["earliest"], row["latest"], row["ahead"])
        same[key].append(row)
    points = [
        Point(
            tuple(row["observation_id"] for row in told), tuple(row["doc_id"] for row in told),
            told[0]["event_id"], value, low, high, comparator, told[0]["unit"], told[0]["unit_text"],
            told[0]["date"], Day.fromisoformat(earliest), Day.fromisoformat(latest), told[0]["text"], ahead,
        )
        for (value, low, high, comparator, earliest, latest, ahead), told in same.items()
    ]  # fmt: skip
    # Of equals the plan comes first: what was reached is drawn over it.
    return tuple(sorted(points, key=lambda p: (p.earliest, p.latest, p.at, not p.ahead, p.observation_ids)))
