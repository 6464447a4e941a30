"""A chart's numbers: points in order, and what comparing the two ends of them allows to say."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from timeline import edtf, labels
from timeline.series import ratio_sign

_SIGNS = {"=": "", "≥": ">", "≤": "<"}
_PLAIN = re.compile(r"(\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?")


@dataclass(frozen=True)
class Point:
    """One bar: when, how much, how sure, and every row that says so."""

    date: str
    value: float
    comparator: str
    rows: tuple[dict, ...]
    ahead: bool = False  # a goal, a plan or a forecast: drawn hollow, never compared

    @property
    def days(self) -> tuple[datetime.date, datetime.date]:
        """First and last day; only dates with both ends become points."""
        first, last = edtf.bounds(self.date)
        return first or datetime.date.min, last or datetime.date.max

    @property
    def row(self) -> dict:
        return self.rows[0]

    def when(self, lang: str) -> str:
        """2022年, 2023年预期, 2023E."""
        date = edtf.label(self.date, lang)
        return date if not self.ahead else f"{date}预期" if lang == "zh" else f"{date}E"

    def briefly(self, lang: str) -> str:
        """2022, 2022.4, 22.4.30, 2023E: under a narrow bar."""
        match = _PLAIN.fullmatch(self.date)
        if not match:
            return self.when(lang)
        year, month, day = match.groups()
        parts = [year[2:] if day else year, *(str(int(part)) for part in (month, day) if part)]
        return ".".join(parts) + "E" * self.ahead

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
    aside: tuple[dict, ...] = ()  # rows of other documents that say otherwise of the same times

    def name(self, lang: str) -> str:
        """中国智能手机出货量: whose, then what; not twice where the one holds the other."""
        measure = labels.measure(self.property, lang)
        if not self.about or self.about in measure:
            return measure
        return f"{self.about}{measure}" if lang == "zh" else f"{measure}, {self.about}"

    @property
    def rows(self) -> list[dict]:
        return [row for point in self.points for row in point.rows]

    @property
    def facts(self) -> tuple[Point, ...]:
        """The points told as having come about; they stand first."""
        return tuple(point for point in self.points if not point.ahead)


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
    first, last = series.facts[0], series.facts[-1]
    known = ratio_sign(first.comparator, last.comparator)
    sign = _SIGNS.get(known, known)
    grew = last.value > first.value
    if sign is None or (sign == ">" and not grew) or (sign == "<" and last.value >= first.value):
        return None  # "at most 5 to about 1" may be a fall or a rise
    years = ((last.days[0] - first.days[0]).days + (last.days[1] - first.days[1]).days) / 2 / 365.2425
    plain = series.unit not in ("percent", "percentage_points", "permille", "degC", "rank")
    ratio = last.value / first.value if plain and first.value > 0 and last.value > 0 else None
    yearly = ratio ** (1 / years) - 1 if ratio and years >= 1.9 and sign in ("", "≈") else None
    return Change(sign, ratio, last.value - first.value, yearly, years)
