"""Sums that their parts do not make: 首季3亿元，第二季4亿元，合计8亿元; 其中 parts larger than the whole."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.checks.messages import make
from timeline.checks.reading import Reading
from timeline.checks.values import allowed, written_like
from timeline.model import Check, Event, Observation, Span

_TOTAL = re.compile(r"(?:合计|共计|总计|总共|一共|加起来|in total|totall?ing)[^，。；,;\d]{0,10}$")
_OF_WHICH = re.compile(r"其中|of which|including")
# Divisions whose parts share nothing with each other: 直营600家，加盟457家.
_WAYS = tuple(
    re.compile(words)
    for words in (
        "直营|自营|加盟|特许",
        "国内|海外|境内|境外|国外|内地|内销|外销|出口",
        "线上|线下",
        "男性?|女性?",
    )
)
_LONGEST = 160  # characters from the first part to the sum
_WHOLE = 101  # percent, and what rounding adds
_SLACK = 0.005  # of the sum: parts are rounded


def find(readings: Sequence[Reading], events: Sequence[Event] = ()) -> Iterator[Check]:
    """Checks of kind value: sums against their parts, inside one sentence."""
    for reading in readings:
        for told in _sentences(reading):
            yield from _totalled(reading, told)
            yield from _parted(reading, told)
            yield from _over_hundred(reading, told)


def _sentences(reading: Reading) -> Iterator[list[Observation]]:
    """The exact values of each sentence that has three or more."""
    told: list[Observation] = []
    last = None
    for o in sorted(reading.observations, key=lambda o: o.quantity.start):
        sentence = reading.sentence(reading.place(o.quantity.start))
        if sentence != last:
            if len(told) > 2:
                yield told
            told, last = [], sentence
        if o.change == "none" and o.quantity.value is not None and o.rule != "table":
            told.append(o)
    if len(told) > 2:
        yield told


def _totalled(reading: Reading, told: Sequence[Observation]) -> Iterator[Check]:
    """A number after 合计 is the sum of those of its measure right before it."""
    for index, total in enumerate(told):
        here = reading.place(total.quantity.start)
        if index < 2 or not _TOTAL.search(reading.text, max(0, here - 16), here):
            continue
        parts: list[Observation] = []
        for o in reversed(told[:index]):
            if not _same(o, total) or total.quantity.start - o.quantity.start > _LONGEST:
                break
            parts.insert(0, o)
        if len(parts) > 1 and not _adds_up(parts, total, least=True):
            yield _check(reading, total, parts)


def _parted(reading: Reading, told: Sequence[Observation]) -> Iterator[Check]:
    """The parts after 其中 are not larger together than the whole before it."""
    for index, total in enumerate(told[:-2]):
        following = told[index + 1]
        between = reading.document.text[total.quantity.end : following.quantity.start]
        if len(between) > 30 or not _OF_WHICH.search(between):
            continue
        parts: list[Observation] = []
        ways: list[tuple[int, str]] = []  # each part's division, and the word for it
        for o in _following(told[index + 1 :], total):
            words = reading.document.text[(parts[-1] if parts else total).quantity.end : o.quantity.start]
            way = _way(words)
            if o.about == total.about and not way[0]:
                break
            parts.append(o)
            ways.append(way)
        owners = {o.about for o in parts}
        divisions = {way for way, _ in ways}
        names = owners if divisions == {0} else {*ways}
        apart = len(divisions) == 1 and len(names) == len(parts)
        if len(parts) > 1 and apart and not _adds_up(parts, total, least=False):
            yield _check(reading, total, parts)


def _over_hundred(reading: Reading, told: Sequence[Observation]) -> Iterator[Check]:
    """国内收入占比60%，海外收入占比55%: the shares of all parts of a division are not more than the whole."""
    text = reading.document.text
    shares = [
        o for o in told if o.quantity.unit == "percent" and o.property.endswith(("_share", "share_of_total"))
    ]
    for first, second in pairwise(shares):
        if first.property != second.property or first.date != second.date:
            continue
        start = max((o.quantity.end for o in told if o.quantity.end <= first.quantity.start), default=0)
        ways = [
            _way(text[max(start, first.quantity.start - 12) : first.quantity.start]),
            _way(text[first.quantity.end : second.quantity.start]),
        ]
        apart = ways[0][0] == ways[1][0] != 0 and ways[0][1] != ways[1][1]
        if apart and allowed(first.quantity)[0] + allowed(second.quantity)[0] > _WHOLE:
            total = (first.quantity.value or 0) + (second.quantity.value or 0)
            yield make(
                "shares", first.quantity.span, second.quantity.span, sum=f"{total:g}%",
                other=f"{first.quantity.text}、{second.quantity.text}",
            )  # fmt: skip


def _following(told: Sequence[Observation], total: Observation) -> Iterator[Observation]:
    """The numbers after a sum that may be its parts; their shares (线上30亿元，占60%) stand between."""
    for o in told:
        if o.quantity.unit == "percent" and total.quantity.unit != "percent":
            continue
        if not _same(o, total) or o.quantity.start - total.quantity.end > _LONGEST:
            return
        yield o


def _way(words: str) -> tuple[int, str]:
    """By which division a part is one, from 1, and the word for it; 0 for none that is known."""
    found = ((n, match[0]) for n, way in enumerate(_WAYS, 1) if (match := way.search(words)))
    return next(found, (0, ""))


def _same(o: Observation, total: Observation) -> bool:
    alike = o.quantity.unit == total.quantity.unit and o.property == total.property
    return alike and o.quantity.comparator == "=" == total.quantity.comparator and (o.quantity.value or 0) > 0


def _adds_up(parts: Sequence[Observation], total: Observation, *, least: bool) -> bool:
    """Whether the parts make the whole (`least`), or at most the whole, within what rounding allows."""
    low = sum(allowed(o.quantity)[0] for o in parts)
    high = sum(allowed(o.quantity)[1] for o in parts)
    first, last = allowed(total.quantity)
    slack = _SLACK * abs(total.quantity.value or 0)
    return low <= last + slack and (not least or first - slack <= high)


def _check(reading: Reading, total: Observation, parts: Sequence[Observation]) -> Check:
    text = reading.document.text
    made = sum(o.quantity.value or 0 for o in parts)
    return make(
        "sum", Span(total.doc_id, total.quantity.start, total.quantity.end),
        Span(total.doc_id, parts[0].quantity.start, parts[-1].quantity.end),
        text=total.quantity.text, other="、".join(text[o.quantity.start : o.quantity.end] for o in parts),
        sum=written_like(total.quantity, made),
    )  # fmt: skip
