"""Growth that does not fit the two values it lies between, and sums that their parts do not make.

营收由80亿元增长35%至120亿元: that is 50%. The value before is looked for in the growth's own
sentence, else among all documents' values of the same measure, owner and unit, one period earlier.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline import edtf
from timeline.checks.firms import own_names
from timeline.checks.messages import make
from timeline.checks.reading import Reading
from timeline.checks.values import Figure, alike, allowed, figure_of, firms_of, label_of, written_like
from timeline.lexicon.holding_kinds import SINGLE
from timeline.model import Check, Event, Observation, Span

# Growth that compares something else than the two values told: like for like, a mean of years, other money.
_OTHERWISE = re.compile(
    r"同店|可比|同口径|剔除|扣除|不计|汇率|有机|内生|复合|年均|平均|累计增|CAGR|constant|organic|like-for-like|compound|预期|预计|环比|季增|月增|QoQ|quarter-on-quarter|sequential"
)
_FROM = re.compile(
    r"(?:[从由较]|(?<![同环])比(?=[上去前同年此之其\d])|from|than|compared (?:with|to)|against|versus)(?:(?!\bto\b)[^，。；,;至到]){0,16}$"
)
_NEAR = 8  # numbers before and after a growth among which its values are looked for
_MANY = 12  # values of one measure and date: more is a table, whose rows differ in ways not read here
_SLACK = 1.0  # percentage points, and
_RELATIVE = 0.03  # of the growth: values are rounded, and restated afterwards


class Grown(NamedTuple):
    """A growth in percent (a fall is below zero), the value it led to, and the one it began at if its sentence tells."""

    reading: Reading
    rate: Observation
    level: Observation
    before: Observation | None
    low: float
    high: float


def find(readings: Sequence[Reading], events: Sequence[Event] = ()) -> Iterator[Check]:
    """Checks of kind value: growth against values."""
    levels: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    grown: list[tuple[Grown, frozenset[str]]] = []
    for reading in readings:
        own = own_names(reading)
        for o in reading.observations:
            if o.property in SINGLE and o.change == "none" and o.quantity.value is not None and o.date:
                levels[o.property, o.quantity.unit, o.date].append(figure_of(reading, o, own))
        grown += [(one, own) for one in _growths(reading)]
    for one, own in grown:
        if one.before is not None:
            yield from _check(one, one.reading, one.before, firms_of(one.level, own))
        elif one.level.property in SINGLE and one.rate.quantity.unit == "percent":
            key = (one.level.property, one.level.quantity.unit, _year_before(one.level.date))
            now = figure_of(one.reading, one.level, own)
            then = [
                figure
                for figure in levels.get(key, ())[:_MANY]
                if _same_column(figure, now) or alike(figure, now)
            ]
            if then:
                yield from _check(one, then[0].reading, then[0].observation, now.firms)


def _growths(reading: Reading) -> Iterator[Grown]:
    """The growths of a document, each with the nearest value of the same measure in its sentence or row."""
    told = sorted(reading.observations, key=lambda o: o.quantity.start)
    for index, o in enumerate(told):
        base = re.sub(r"_(?:growth|decline)$", "", o.property)
        share = o.quantity.unit == "percent"
        if o.change not in ("increase", "decrease") or share == (base == o.property):
            continue
        here = reading.place(o.quantity.start)
        sentence = reading.sentence(here)
        if _OTHERWISE.search(reading.text, max(sentence[0], here - 24), min(sentence[1], here + 12)):
            continue
        near = [
            n for n in told[max(0, index - _NEAR) : index + _NEAR]
            if n.property == base and n.change == "none" and n.quantity.value is not None
        ]  # fmt: skip
        level = _level(reading, o, near, sentence)
        if level and (share or o.quantity.unit == level.quantity.unit):
            low, high = allowed(o.quantity)
            if o.change == "decrease" and (o.quantity.value or 0) > 0:
                low, high = -high, -low
            yield Grown(reading, o, level, _before(reading, level, near, sentence), low, high)


def _level(
    reading: Reading, rate: Observation, near: Sequence[Observation], sentence: tuple[int, int]
) -> Observation | None:
    """The value that a growth led to: 增长35%至|120亿元, else the last one before with its owner and date."""
    for o in near:
        between = reading.document.text[rate.quantity.end : o.quantity.start]
        if 0 < len(between) <= 6 and re.search(r"[至到]|\bto\b", between):
            return o
    for o in reversed(near):
        place = reading.place(o.quantity.start)
        if (
            o.quantity.start > rate.quantity.start
            or o.about != rate.about
            or o.date != rate.date
            or not o.date
        ):
            continue
        inside = rate.rule == "table" or sentence[0] <= place
        if inside and not _FROM.search(reading.text, max(sentence[0], place - 20), place):
            return o
    return None


def _before(
    reading: Reading, level: Observation, near: Sequence[Observation], sentence: tuple[int, int]
) -> Observation | None:
    """The value that the growth began at, where its sentence tells it: 由|80亿元|增长35%至120亿元."""
    for o in near:
        place = reading.place(o.quantity.start)
        alike_told = o.about == level.about and o.quantity.unit == level.quantity.unit
        if o is level or not alike_told or not sentence[0] <= place < sentence[1]:
            continue
        if _FROM.search(reading.text, max(sentence[0], place - 20), place):
            return o
    return None


def _year_before(date: str) -> str:
    """The same period of the year before: 2022 for 2023, 2022-35 for 2023-35; "" for anything else."""
    if not re.fullmatch(r"\d{4}(?:-\d\d)?", date):
        return ""
    value = f"{int(date[:4]) - 1:04d}{date[4:]}"
    return value if edtf.is_edtf(value) else ""


def _same_column(then: Figure, now: Figure) -> bool:
    """Two cells of a table's row."""
    a, b = then.observation, now.observation
    return a.rule == b.rule == "table" and then.reading is now.reading and a.about == b.about


def _check(one: Grown, source: Reading, before: Observation, firms: frozenset[str]) -> Iterator[Check]:
    now, then = one.level.quantity, before.quantity
    lowest, highest, actual = _range(one, before)
    slack = _SLACK + _RELATIVE * max(abs(one.low), abs(one.high))
    if one.rate.quantity.unit != "percent":
        slack = 0.02 * abs(one.rate.quantity.value or 0)
    if lowest - slack <= one.high and one.low <= highest + slack:
        return
    spans = [Span(o.doc_id, o.quantity.start, o.quantity.end) for o in (one.rate, before)]
    yield make(
        "growth", *spans, about=max(firms, key=lambda name: (not name.isascii(), len(name), name), default=""),
        measure=label_of(one.level.property), first=then.text, last=now.text, actual=actual,
        text=one.rate.quantity.text,
    )  # fmt: skip


def _range(one: Grown, before: Observation) -> tuple[float, float, str]:
    """(least, most, in words) of the growth that the two values as written allow; all of it where they allow none."""
    now, then = one.level.quantity, before.quantity
    low, high = allowed(then)
    least, most = allowed(now)
    exact = then.comparator == now.comparator == "="
    if not exact or low <= 0 or least <= 0:
        return float("-inf"), float("inf"), ""
    value, old = now.value or 0.0, then.value or 1.0
    if one.rate.quantity.unit == "percent":
        return (least / high - 1) * 100, (most / low - 1) * 100, f"{(value / old - 1) * 100:+.1f}%"
    return least - high, most - low, written_like(one.rate.quantity, abs(value - old))
