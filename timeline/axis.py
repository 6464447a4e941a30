"""A true-to-scale time axis: days to positions, and the ticks that fit.

Positions are in the caller's unit (px on a screen, points on a slide) from the left of the plot.
A `Scale` covers whole days, its end excluded; a dense year never gets more width than an empty one.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline.edtf import MONTHS

Day = datetime.date
Measure = Callable[[str, float, bool], float]  # (text, size, bold) → width in the caller's unit

ZOOMED_YEARS = 12  # up to here a window is "zoomed": four-digit years, quarter ticks, small labels
_GAP = 6  # from a line to its text, and on to the next line
_STEPS = (5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Scale:
    """First day, day after the last, and the width between them."""

    first: int  # ordinal days
    last: int
    width: float

    @property
    def per_day(self) -> float:
        return self.width / (self.last - self.first)

    @property
    def years(self) -> float:
        return (self.last - self.first) / 365.25

    def x(self, ordinal: float) -> float:
        """Where a day begins, clipped to the plot."""
        return min(max((ordinal - self.first) * self.per_day, 0.0), self.width)

    def day(self, x: float) -> Day:
        """The day at a position."""
        ordinal = self.first + int(x / self.per_day)
        return Day.fromordinal(min(max(ordinal, self.first), self.last - 1))


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis. `text` may be empty; it stands just right of `x`.

    `kind` is year, quarter, month or day; `major` lines are stronger and their texts bold. Zoomed to
    months or days the texts stand in two rows: `row` 0 above (2021年), 1 below (3月).
    """

    x: float
    text: str
    kind: str
    major: bool
    row: int = 0


def scale(years: tuple[int, int] | tuple[Day, Day], width: float) -> Scale:
    """The scale over whole years (2005, 2026), or over days, both ends included."""
    first, last = years
    start = first if isinstance(first, Day) else Day(first, 1, 1)
    end = last if isinstance(last, Day) else Day(last, 12, 31)
    if end < start:
        start, end = end, start
    return Scale(start.toordinal(), end.toordinal() + 1, float(width))


def width_of(text: str, size: float, bold: bool = False) -> float:
    """An estimate that errs on the wide side: Chinese 1 em, Latin by the letter's kind."""
    return sum(map(_ems, text), 0.0) * size * (1.04 if bold else 1.0)


@lru_cache(maxsize=4096)
def _ems(char: str) -> float:
    if char >= "\u2e80":
        return 1.0
    if char in " \u00a0.,:;'|!ijlI()[]":
        return 0.32
    if char in "mwMW@%&—…×":
        return 0.95
    if char.isupper():
        return 0.68
    return 1.0 if char > "\u2000" else 0.57


def ticks(over: Scale, lang: str = "zh", size: float = 12.0, measure: Measure = width_of) -> tuple[Tick, ...]:
    """Years, then quarters, months and days as the window narrows; texts never touch."""
    if over.years > ZOOMED_YEARS:
        made = _year_ticks(over, size, measure)
    elif over.years > 3:
        made = _quarter_ticks(over, size, measure)
    elif over.last - over.first > 62:
        made = _month_ticks(over, lang, size, measure)
    else:
        made = _day_ticks(over, lang, size, measure)
    return _without_collisions(made, over, size, measure)


def _year_ticks(over: Scale, size: float, measure: Measure) -> list[Tick]:
    """Every year's line where there is room; every fifth with four digits, the others with two: all or none."""
    per_year = 365.25 * over.per_day
    long = measure("0000", size, True) + _GAP
    strong = next((s for s in _STEPS if s * per_year >= long), _STEPS[-1])
    # Lines may stand closer than texts; two digits name a year only next to four-digit neighbours.
    step = 1 if per_year >= 6 or strong == 5 else strong // 5
    named = strong == 5 and per_year >= long
    made = []
    for year in range(Day.fromordinal(over.first).year, Day.fromordinal(over.last - 1).year + 1):
        major = year % strong == 0
        if major or year % step == 0:
            text = f"{year}" if major else f"{year % 100:02d}" if named else ""
            made.append(Tick(over.x(Day(year, 1, 1).toordinal()), text, "year", major))
    if made and not any(tick.major for tick in made):
        made[0] = Tick(made[0].x, f"{Day.fromordinal(over.first).year}", "year", True)
    return made


def _months(over: Scale) -> list[tuple[int, int, int]]:
    """(year, month, first day) of every month of the window; the first day is inside it."""
    first, last = Day.fromordinal(over.first), Day.fromordinal(over.last - 1)
    made = []
    for index in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        year, month = divmod(index, 12)
        made.append((year, month + 1, max(Day(year, month + 1, 1).toordinal(), over.first)))
    return made


def _quarter_ticks(over: Scale, size: float, measure: Measure) -> list[Tick]:
    """Years in full, a line every quarter; where they fit, the quarters by name below: all or none."""
    named = 91 * over.per_day - 8 >= measure("Q4", size, False)
    made = []
    for year, month, start in _months(over):
        if month == 1 or not made:
            made.append(Tick(over.x(start), f"{year}", "year", month == 1 or _no_january(over)))
        if month % 3 == 1 and (named or month > 1):
            made.append(
                Tick(over.x(start), f"Q{month // 3 + 1}" if named else "", "quarter", False, int(named))
            )
    return made


def _no_january(over: Scale) -> bool:
    return all(month != 1 for _, month, _ in _months(over))


def _month_ticks(over: Scale, lang: str, size: float, measure: Measure) -> list[Tick]:
    """Years above; months below by name, in Chinese also by number, or every second or third: never some of them."""
    room = 30.4 * over.per_day - 8
    zh = lang == "zh"
    names = [f"{month}月" if zh else MONTHS[month - 1] for month in range(1, 13)]
    widest = max(measure(name, size, False) for name in names)
    every = 1
    if widest > room and zh and measure("12", size, False) <= room:
        names = [str(month) for month in range(1, 13)]
    elif widest > room:  # 3 for March says nothing in English
        every = 2 if not zh and widest <= 2 * room else 3
    made = []
    for year, month, start in _months(over):
        if month == 1 or not made:
            word = f"{year}年" if zh else f"{year}"
            made.append(Tick(over.x(start), word, "year", month == 1 or _no_january(over)))
        text = names[month - 1] if (month - 1) % every == 0 else ""
        if start == Day(year, month, 1).toordinal():
            made.append(Tick(over.x(start), text, "month", False, 1))
    return made


def _day_ticks(over: Scale, lang: str, size: float, measure: Measure) -> list[Tick]:
    """Months above; every day's line below, each with its number, or every fifth."""
    every = 1 if over.per_day - 8 >= measure("30", size, False) else 5
    made = []
    for ordinal in range(over.first, over.last):
        day = Day.fromordinal(ordinal)
        if day.day == 1 or not made:
            month = f"{day.month}月" if lang == "zh" else MONTHS[day.month - 1]
            word = f"{day.year}年{month}" if lang == "zh" else f"{month} {day.year}"
            made.append(Tick(over.x(ordinal), word, "month", True))
        text = str(day.day) if every == 1 or day.day == 1 or (day.day % every == 0 and day.day < 30) else ""
        made.append(Tick(over.x(ordinal), text, "day", False, 1))
    return made


def _without_collisions(made: list[Tick], over: Scale, size: float, measure: Measure) -> tuple[Tick, ...]:
    """Blank the texts that would touch another in their row; strong ones are kept first."""
    taken: list[tuple[int, float, float]] = []
    keep: set[int] = set()
    for index, tick in sorted(enumerate(made), key=lambda pair: (not pair[1].major, pair[0])):
        if not tick.text:
            continue
        x0, x1 = tick.x, tick.x + _GAP + measure(tick.text, size, tick.major)
        inside = x1 - _GAP / 2 <= over.width + size  # the last text may lean out a little, never be cut
        if inside and all(tick.row != row or x1 <= a or x0 >= b for row, a, b in taken):
            taken.append((tick.row, x0, x1))
            keep.add(index)
    return tuple(
        tick if index in keep or not tick.text else replace(tick, text="") for index, tick in enumerate(made)
    )
