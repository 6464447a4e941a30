"""One length of time told twice, differently: until one end (21个月, 20个月), of one life (创业30年), of one lead.

Vocabulary: a *milestone* is a round amount and a deed (50万台交付) that a length of time leads up to.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from timeline.checks.durations import TOOK
from timeline.checks.lengths import Length, find_lengths
from timeline.checks.messages import make
from timeline.checks.reading import Reading
from timeline.model import Check, Event


def find(readings: Sequence[Reading], events: Sequence[Event] = ()) -> Iterator[Check]:
    """Checks of kind duration and, for leads, value."""
    yield from _two_lengths(readings)
    for reading in readings:
        yield from _two_ages(reading)
        yield from _two_gaps(reading)


# ── one end, two lengths ─────────────────────────────────────────────────────────────────────────

_AMOUNT = re.compile(
    r"(?<![\d.])(\d+(?:\.\d+)?)\s*([万亿]?)\s*(多|余)?(台|辆|架|艘|部|套|件|家|座|只|支|株|头|亩|公顷|平方米|千瓦|兆瓦|吉瓦|个?用户|户|店|人|元|公里|吨|个)?"
)
_GOAL = re.compile(
    r"交付|下线|销量|售出|卖出|出货|发货|产量|生产|制造|建成|铺设|用户|会员|粉丝|下载|营收|收入|订单|签约|开业|门店|开店|装机|装车|通车|融资"
    r"|推广|种植|面积|产能|里程|覆盖|服务|专利|捐"
)


def _two_lengths(readings: Sequence[Reading]) -> Iterator[Check]:
    """50万台交付 after 21 months in one document, after 20 in another."""
    told: dict[tuple[str, str], list[tuple[Reading, Length]]] = defaultdict(list)
    for reading in readings:
        for length in find_lengths(reading.text, 0, len(reading.text)):
            if not TOOK.search(reading.text, max(0, length.start - 10), length.start):
                continue
            if (end := _milestone(reading, length)) is not None:
                told[end].append((reading, length))
    for (amount, deed), lengths in sorted(told.items()):
        seen: list[tuple[Reading, Length]] = []
        for reading, length in lengths:
            if all(not _agree(length, other) for _, other in seen) and seen:
                (before, other) = seen[0]
                yield make(
                    "two-lengths", before.locate(other.start, other.end), reading.locate(length.start, length.end),
                    word=f"{amount}{deed}", text=before.text[other.start : other.end],
                    other=reading.text[length.start : length.end],
                )  # fmt: skip
            seen.append((reading, length))


def _milestone(reading: Reading, length: Length) -> tuple[str, str] | None:
    """What was reached when the length was over: a round amount and a deed in the same sentence."""
    start, end = reading.sentence(length.start)
    for match in _AMOUNT.finditer(reading.text, start, end):
        if length.start <= match.start() < length.end or not (match[2] or match[4]):
            continue
        deed = _GOAL.search(reading.text, max(start, match.start() - 10), min(end, match.end() + 6))
        if deed and not re.match(r"个?月|年|天", reading.text[match.end() - 1 : match.end() + 1]):
            return f"{match[1]}{match[2]}{match[4] or ''}", deed[0]
    return None


def _agree(a: Length, b: Length) -> bool:
    low, high = b.days
    first, last = a.days
    slack = 0.5 * min(30.4, (high - low) + 15)
    return first <= high + slack and low <= last + slack


_LIFE = re.compile(
    r"(创业|从业|入行|从教|从医|行医|经商|办厂|打拼|深耕|扎根|合作|相识|结婚)(?:了|已|已经|近|才|都|有|至今|这)?$"
)


def _two_ages(reading: Reading) -> Iterator[Check]:
    """我创业30年 and 创业二十多年 in one document."""
    told: dict[str, list[Length]] = defaultdict(list)
    for length in find_lengths(reading.text, 0, len(reading.text)):
        match = _LIFE.search(reading.text, max(0, length.start - 6), length.start)
        if match and length.unit == "年" and length.low >= 3:
            told[match[1]].append(length)
    for word, lengths in sorted(told.items()):
        first = lengths[0]
        for length in lengths[1:]:
            if length.low > first.high + 1 or first.low > length.high + 1:  # 30多年 is 30年 as well
                yield make(
                    "two-ages", reading.locate(first.start, first.end), reading.locate(length.start, length.end),
                    word=word, text=reading.text[first.start : first.end], other=reading.text[length.start : length.end],
                )  # fmt: skip
                break


# ── how far ahead or behind ──────────────────────────────────────────────────────────────────────

_N = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})(?:[-~—至到](?:\d{1,2}|[一二两三四五六七八九十]{1,2}))?多?年"
_GAP = re.compile(
    rf"(?:比我们|领先我们|比(?:它|他们|同行|对手))[^，。；\n]{{0,8}}?(?P<ahead>(?:至少|约|大约|近|超过)?{_N})"
    rf"|我们[^，。；\n]{{0,4}}?(?:晚了|落后了?|慢了|迟了)(?P<behind>(?:至少|约|大约|近|超过)?{_N})"
)


def _two_gaps(reading: Reading) -> Iterator[Check]:
    """我们晚了五六年 beside 比我们早出发至少6年: nearly the same, not quite."""
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
