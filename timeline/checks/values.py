"""One measure of one thing at one date, with two values that cannot both be right.

Two numbers are held against each other only where everything else agrees: whose number, what it
measures, the unit, the period, the basis (a month or all so far, plan or result, fiscal or calendar
year). Rounded numbers stand for all that round to them, bounds (超, 约, 不到) for what they allow.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline import edtf
from timeline.checks.messages import make
from timeline.checks.reading import Reading
from timeline.model import Check, Event, Observation, Quantity, Span

_BASES = (
    ("so far", re.compile(r"累计|累積|总计|历史|至今|迄今|cumulative|in total|to date")),
    ("month", re.compile(r"单月|当月|每月|月均|月产|月销|\d月|monthly")),
    ("day", re.compile(r"单日|当天|当日|每天|每日|日均|首日|首周|daily")),
    ("quarter", re.compile(r"季度|单季|[Qq][1-4]|quarter")),
    ("half", re.compile(r"上半年|下半年|半年|first half|second half")),
    ("fiscal", re.compile(r"财年|财政年度|fiscal|FY\d")),
    ("plan", re.compile(r"计划|预计|目标|将|拟|预期|有望|争取|力争|不超过|规划|指引|设计|plan|expect|target|forecast|up to")),
    ("capacity", re.compile(r"产能|capacity")),
    ("first part", re.compile(r"首期|一期|二期|其中|分别|同比|环比|增长|增加|增幅|下降|减少|平均|人均|单价|均价")),
    ("abroad", re.compile(r"海外|国内|境外|境内|外销|内销|出口|国际|中国区|线上|线下|自营|直营|加盟|overseas|domestic|export")),
)  # fmt: skip
_BEFORE = 24  # characters before a number in which its basis is told
_AFTER = 4
_STOCK_GAP = 400  # days: a figure of a year and one of its last day may be the same


class _Figure(NamedTuple):
    observation: Observation
    basis: frozenset[str]
    day: str
    low: float
    high: float


def find(readings: Sequence[Reading], events: Sequence[Event] = ()) -> Iterator[Check]:
    """Checks of kind value."""
    groups: dict[tuple[str, str, str, str], list[_Figure]] = defaultdict(list)
    texts = {reading.document.doc_id: reading.document.text for reading in readings}
    for reading in readings:
        for observation in reading.observations:
            figure = _figure(reading, observation)
            if figure:
                o = observation
                groups[o.about, o.property, o.quantity.unit or o.quantity.unit_text, figure.day].append(
                    figure
                )
    for key in sorted(groups):
        yield from _disagreeing(groups[key], texts)
    for reading in readings:
        yield from _two_gaps(reading)


def _figure(reading: Reading, observation: Observation) -> _Figure | None:
    o, quantity = observation, observation.quantity
    if not o.about or not o.property or o.change != "none" or not o.date or not o.earliest or not o.latest:
        return None
    if edtf.is_approximate(o.date) or "/" in o.date:
        return None
    start, end = reading.place(quantity.start), reading.place(quantity.end - 1) + 1
    first, last = reading.sentence(start)
    around = reading.text[max(first, start - _BEFORE) : start] + reading.text[end : min(last, end + _AFTER)]
    basis = frozenset(name for name, pattern in _BASES if pattern.search(around))
    low, high = allowed(quantity)
    return _Figure(o, basis, o.date, low, high)


def allowed(quantity: Quantity) -> tuple[float, float]:
    """The least and most that a number as written stands for: 12.6亿 is 12.55 to 12.65亿."""
    if quantity.value is None:
        low = quantity.low if quantity.low is not None else float("-inf")
        high = quantity.high if quantity.high is not None else float("inf")
        return low, high
    value, step = quantity.value, _step(quantity)
    if quantity.comparator in (">", "≥"):
        # “超50万” is said of a number not much above.
        return value - step / 2, value + max(abs(value) * 0.2, step)
    if quantity.comparator in ("<", "≤"):
        return value - max(abs(value) * 0.2, step), value + step / 2
    if quantity.comparator == "≈":
        return value - max(abs(value) * 0.1, step), value + max(abs(value) * 0.1, step)
    return value - step / 2, value + step / 2


def _step(quantity: Quantity) -> float:
    """The value of the last digit as written: 12.6亿 → 0.1亿, 86万 → 1万, 300万 → 10万."""
    match = re.search(r"\d[\d,]*(?:\.(\d+))?", quantity.text)
    if not match or not quantity.value:
        return abs(quantity.value or 0) * 0.1
    digits = match[0].replace(",", "")
    written = float(digits)
    scale = abs(quantity.value) / written if written else 1.0
    if match[1]:
        return scale * 10 ** -len(match[1])
    zeros = len(digits) - len(digits.rstrip("0"))
    return scale * 10 ** min(zeros, max(len(digits) - 2, 0))


def _disagreeing(figures: Sequence[_Figure], texts: dict[str, str]) -> Iterator[Check]:
    """One check for each value that the first told one excludes."""
    kinds: dict[frozenset[str], list[_Figure]] = defaultdict(list)
    for figure in figures:
        kinds[figure.basis].append(figure)
    for basis in sorted(kinds, key=sorted):
        group = kinds[basis]
        if basis & {"first part", "plan"} or len(group) > 8:
            continue  # shares, changes and parts are too often of different things
        first, shown = group[0], set()
        for figure in group[1:]:
            apart = figure.low > first.high or first.low > figure.high
            value = (figure.low, figure.high)
            if apart and value not in shown and not _corrected(first, figure, texts):
                shown.add(value)
                yield _check(first, figure, texts)


def _corrected(first: _Figure, second: _Figure, texts: dict[str, str]) -> bool:
    """Two numbers side by side in one sentence (从300人到1万人) are told as different ones."""
    a, b = first.observation.quantity, second.observation.quantity
    if first.observation.doc_id != second.observation.doc_id:
        return False
    text = texts[first.observation.doc_id]
    low, high = sorted((a.start, b.start))
    return not re.search(r"[。！？\n]", text[low:high])


def _check(first: _Figure, second: _Figure, texts: dict[str, str]) -> Check:
    a, b = first.observation, second.observation
    spans = [Span(o.doc_id, o.quantity.start, o.quantity.end) for o in (a, b)]
    return make(
        "two-values", *spans, about=a.about, date=edtf.label(a.date),
        text=texts[a.doc_id][spans[0].start : spans[0].end], other=texts[b.doc_id][spans[1].start : spans[1].end],
        severity="error" if "=" == a.quantity.comparator == b.quantity.comparator else "warning",
    )  # fmt: skip


# ── how far ahead or behind ──────────────────────────────────────────────────────────────────────

_N = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})(?:[-~—至到](?:\d{1,2}|[一二两三四五六七八九十]{1,2}))?多?年"
_GAP = re.compile(
    rf"(?:比我们|领先我们|比(?:它|他们|同行|对手))[^，。；\n]{{0,8}}?(?P<ahead>(?:至少|约|大约|近|超过)?{_N})"
    rf"|我们[^，。；\n]{{0,4}}?(?:晚了|落后了?|慢了|迟了)(?P<behind>(?:至少|约|大约|近|超过)?{_N})"
)


def _two_gaps(reading: Reading) -> Iterator[Check]:
    """我们晚了五六年 beside 比我们早出发至少6年: nearly the same, not quite."""
    from timeline.checks.lengths import find_lengths

    gaps = []
    for match in _GAP.finditer(reading.text):
        group = match.lastgroup or "ahead"
        start, end = match.span(group)
        length = next(find_lengths(reading.text, start, end), None)
        if length:
            # 至少6年 is said of six years or a little more, not of sixty.
            gaps.append((start, end, length.low, min(length.high, length.low + 2)))
    for index, (start, end, low, high) in enumerate(gaps):
        for other_start, other_end, other_low, other_high in gaps[index + 1 :]:
            near = low <= other_high and other_low <= high
            if near and (low, high) != (other_low, other_high):
                yield make(
                    "two-gaps", reading.locate(start, end), reading.locate(other_start, other_end),
                    text=reading.text[start:end], other=reading.text[other_start:other_end],
                )  # fmt: skip
                return
