"""Which numbers belong in one chart: the same measure of the same thing, told for different times.

Strict on purpose: a chart says "compare these". Two values for one time that do not agree mean that
the words were about different things, and no chart is drawn. Nothing is averaged or filled in.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from timeline import edtf, labels
from timeline.exports.printable import one_line
from timeline.exports.selection import Selection

MOST_POINTS = 12
_FARTHEST = 1000  # times: what differs more was never the same measure
# What a single thing costs, weighs or took: numbers of many things under one word, no series.
_OF_THINGS = {
    "amount", "items", "price", "price_cut", "cost", "investment", "voucher", "bonus", "donation", "fine",
    "distance", "length", "width", "height", "thickness", "depth", "weight", "area", "volume", "temperature",
    "pressure", "participants", "experts", "delegates", "volunteers", "visits", "meetings", "page_length",
    "screen_size", "memory", "power", "persons", "percent", "units", "number", "count", "share_of_total", "growth",
    "discount", "occurrences", "multiple", "rank", "range_km", "shares_issued", "acquisition_value", "tax",
}  # fmt: skip
_SUFFIXES = ("_growth", "_decline", "_multiple", "_change", "_rank")


@dataclass(frozen=True)
class Point:
    """One bar: when, how much, how sure, and every row that says so."""

    date: str
    value: float
    comparator: str
    rows: tuple[dict, ...]

    @property
    def days(self) -> tuple[datetime.date, datetime.date]:
        """First and last day; only dates with both ends become points."""
        first, last = edtf.bounds(self.date)
        return first or datetime.date.min, last or datetime.date.max

    @property
    def row(self) -> dict:
        return self.rows[0]

    def words(self, lang: str) -> str:
        row = self.row
        return labels.amount(self.value, None, None, row["unit"], self.comparator, lang, row["unit_text"])


@dataclass(frozen=True)
class Series:
    """The points of one chart, by date."""

    property: str
    about: str
    unit: str
    points: tuple[Point, ...]

    def name(self, lang: str) -> str:
        """中国智能手机出货量: whose, then what; not twice where the one holds the other."""
        measure = labels.measure(self.property, lang)
        if not self.about or self.about in measure:
            return measure
        return f"{self.about}{measure}" if lang == "zh" else f"{measure}, {self.about}"

    @property
    def rows(self) -> list[dict]:
        return [row for point in self.points for row in point.rows]


def find_series(selection: Selection) -> list[Series]:
    """The series worth a slide, the best told first."""
    groups: dict[tuple[str, str, str], list[dict]] = defaultdict(list)
    for row in selection.rows("observations"):
        if _usable(row):
            groups[row["property"], one_line(row["about"]), row["unit"]].append(row)
    weight = _weights(selection)
    made = []
    for (measure, about, unit), rows in groups.items():
        points = _points(rows)
        series = Series(measure, about, unit, points)
        if points and len({p.value for p in points}) > 1 and _comparable(series):
            made.append(series)
    return sorted(made, key=lambda s: _order(s, weight))


def _comparable(series: Series) -> bool:
    """Whether the two ends allow a sentence, and one that can be about the same thing."""
    change = compare(series)
    if change is None:
        return False
    return change.ratio is None or 1 / _FARTHEST <= change.ratio <= _FARTHEST


def _usable(row: dict) -> bool:
    date, prop = row["date"], row["property"]
    return (
        row["change"] in ("none", "")
        and edtf.is_edtf(date)
        and all(edtf.bounds(date))
        and _value(row) is not None
        and bool(row["unit"])
        and prop not in _OF_THINGS
        and not prop.endswith(_SUFFIXES)
    )


def _value(row: dict) -> float | None:
    """The number to draw: the value, or the one end that a bound states; None for a range."""
    if row["value"] is not None:
        return row["value"]
    ends = [row[end] for end in ("low", "high") if row[end] is not None]
    return ends[0] if len(ends) == 1 else None


def _comparator(row: dict) -> str:
    if row["comparator"] != "=" or row["value"] is not None:
        return row["comparator"] or "="
    return "≥" if row["low"] is not None else "≤"


def _points(rows: Sequence[dict]) -> tuple[Point, ...]:
    """One point a date; () where values for one time differ, or fewer than two times are told."""
    by_date: dict[str, list[dict]] = defaultdict(list)
    for row in rows:
        by_date[row["date"]].append(row)
    points = []
    for date, told in by_date.items():
        if len({_value(row) for row in told}) > 1:
            return ()
        exact = sorted(told, key=lambda row: (_comparator(row) != "=", row["doc_id"], row["start"]))
        points.append(Point(date, float(_value(exact[0]) or 0.0), _comparator(exact[0]), tuple(exact)))
    points.sort(key=lambda p: (p.days, p.date))
    return _apart(points)


def _apart(points: list[Point]) -> tuple[Point, ...]:
    """Without wider dates that only repeat a sharper one; () where overlapping times disagree."""
    kept: list[Point] = []
    for point in sorted(points, key=lambda p: (p.days[1] - p.days[0], p.days)):
        meets = [k for k in kept if k.days[0] <= point.days[1] and point.days[0] <= k.days[1]]
        if not meets:
            kept.append(point)
        elif any(k.value != point.value for k in meets):
            return ()
    kept.sort(key=lambda p: p.days)
    return tuple(kept[-MOST_POINTS:]) if len(kept) > 1 else ()


def _weights(selection: Selection) -> dict[str, int]:
    events = selection.timeline.events
    return dict(zip(events["event_id"], events["importance"].astype(int), strict=True))


def _order(series: Series, weight: dict[str, int]) -> tuple:
    best = max((weight.get(row["event_id"], 0) for row in series.rows), default=0)
    documents = len({row["doc_id"] for row in series.rows})
    span = (series.points[-1].days[0] - series.points[0].days[0]).days
    exact = sum(p.comparator == "=" for p in series.points)
    return (-best, -len(series.points), -exact, -documents, -span, series.property, series.about, series.unit)


# ── comparing the two ends ───────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Change:
    """From the first point to the last: how many times, how much, how sure; a yearly rate where it makes sense."""

    sign: str  # "" (exact), ≈, > or <
    ratio: float | None
    difference: float
    yearly: float | None  # compound annual growth, as a fraction
    years: float


def compare(series: Series) -> Change | None:
    """The two ends compared; None where their bounds allow no honest comparison."""
    first, last = series.points[0], series.points[-1]
    sign = _sign(first.comparator, last.comparator)
    grew = last.value > first.value
    if sign is None or (sign == ">" and not grew) or (sign == "<" and last.value >= first.value):
        return None  # "at most 5 to about 1" may be a fall or a rise
    years = ((last.days[0] - first.days[0]).days + (last.days[1] - first.days[1]).days) / 2 / 365.2425
    plain = series.unit not in ("percent", "percentage_points", "permille", "degC", "rank")
    ratio = last.value / first.value if plain and first.value > 0 and last.value > 0 else None
    yearly = ratio ** (1 / years) - 1 if ratio and years >= 1.9 and sign in ("", "≈") else None
    return Change(sign, ratio, last.value - first.value, yearly, years)


def _sign(first: str, last: str) -> str | None:
    """How sure last ÷ first is, from how sure the two are: > over < is more than, > over > is unknown."""
    up, down = {">", "≥"}, {"<", "≤"}
    if (first in up and last in up) or (first in down and last in down):
        return None
    if last in up or first in down:
        return None if last in down or first in up else ">"
    if last in down or first in up:
        return "<"
    return "≈" if "≈" in (first, last) else ""
