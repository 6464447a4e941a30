"""Finding quantities in one pass over a clean view.

Vocabulary: an *amount* is one number with its unit; a *range* joins two amounts; *attached* words
(约, 超过, 以上) belong to a quantity's text. Times, names and the ordinals of lists are not
quantities: 2021年, 5G, 第三方, 500强. Offsets are given in the source.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from timeline.lexicon.counted import DEFAULTS
from timeline.lexicon.numerals import HAN, LARGE, SMALL
from timeline.lexicon.units import MEASURE_WORDS
from timeline.model import Comparator, Document, Quantity, Timex
from timeline.numbers import Number
from timeline.quantities import units
from timeline.quantities.amounts import Amount, read_amount
from timeline.quantities.bounds import bound_after, bound_before
from timeline.quantities.exclusions import BOUNDED_LEFT, BOUNDED_RIGHT, is_quantity, no_quantity, past
from timeline.quantities.homes import home_currency
from timeline.quantities.ranges import read_range
from timeline.quantities.ranks import read_rank
from timeline.quantities.wordings import read_wording
from timeline.text import View, view

# What may stand after a Chinese digit that begins a quantity. A digit before a time word (三年) is
# none; 一 before a measure word is an article.
_FOLLOWS = re.escape("".join(dict.fromkeys(HAN + units.FIRST + "点分毛角半多余几又成折打来大番")))
_COUNTING = re.escape(
    "".join(
        dict.fromkeys(word[0] for word in [*MEASURE_WORDS.split(), *"名位人台辆部户"] if word not in "层米")
    )
)
_START = re.compile(
    rf"(?=[\d.{HAN}几数半过翻DdTtQq])(?:\d(?!\d{{0,3}}(?:年|月|日(?![元圆币本])))|(?<![\dA-Za-z])\.(?=\d)|(?!一[{_COUNTING}](?!百分|基点|半))[{HAN}](?=[{_FOLLOWS}])|{BOUNDED_LEFT}[{HAN}]{BOUNDED_RIGHT}"
    rf"|(?<=负)[{HAN}]{BOUNDED_RIGHT}"
    rf"|(?<![{HAN}周期第拜])[{HAN}](?=[到至][{HAN}])"  # 两到三个
    rf"|(?<=[{''.join(SMALL)}{''.join(LARGE)}余近约超过上每第前])[{HAN}]"
    r"|\b(?:[Dd]oubled|[Tt]ripled|[Qq]uadrupled)\b|[几数][十百千万亿]|数以[十百千万亿]+计|[一过]半|半数|翻了?[一两二三几]?番|翻倍)"
)

_HAN_SCRIPT = re.compile(r"[一-鿿]")


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity in `text`, sorted, none overlapping; bare numbers have unit "". Linear time."""
    return list(_located(view(text), ""))


def find_in(document: Document, clean: View, times: Sequence[Timex]) -> list[Quantity]:
    """The quantities of a document, without those that are part of a time expression."""
    ends = [timex.end for timex in times]
    kept = []
    for quantity in _located(clean, document.doc_id):
        index = bisect_left(ends, quantity.start + 1)
        if index == len(times) or times[index].start >= quantity.end:
            kept.append(quantity)
    return kept


_JOINT = re.compile(r"\s?(?:[、/／]|和|及|与|以及|and|,)\s?")


def _listed(found: Sequence[Quantity], text: str) -> list[Quantity]:
    """Bare numbers of a list take the unit told after its last: 0.92、1.11、1.20个百分点."""
    listed = list(found)
    for index in range(len(listed) - 2, -1, -1):
        one, after = listed[index], listed[index + 1]
        if one.rule == "count" == after.rule and one.unit_text == after.unit_text and one.unit != after.unit:
            loose = one.unit == DEFAULTS.get(one.unit_text, "items")
            if loose and _JOINT.fullmatch(text[one.end : after.start]):
                listed[index] = one._replace(unit=after.unit)  # 5070家、6352家和7795家加盟店
            continue
        if one.rule != "bare" or one.unit or not after.unit or after.rule not in ("unit", "count", "listed"):
            continue
        gap = text[one.end : after.start]
        if _JOINT.fullmatch(gap) and after.unit_text and text[one.end - 1] not in "年月日":
            listed[index] = one._replace(unit=after.unit, unit_text=after.unit_text, rule="listed")
    return listed


def _located(clean: View, doc_id: str) -> Iterator[Quantity]:
    home = home_currency(clean)
    latin = not _HAN_SCRIPT.search(clean.text, 0, 5_000)
    for found in _listed(list(_scan(clean)), clean.text):
        start, end = clean.locate(found.start, found.end)
        if latin and found.unit_text == "pct":
            found = found._replace(unit="percent")  # 5 pct in an English text, 个百分点 in a Chinese one
        if home != "CNY" and found.unit.startswith("CNY") and found.unit_text in ("元", "圆", "块钱", "块"):
            found = found._replace(unit=home + found.unit[3:], rule=f"{found.rule}, 元 of the text's place")
        yield found._replace(start=start, end=end, text=clean.source[start:end], doc_id=doc_id)


def _scan(clean: View) -> Iterator[Quantity]:
    text, position = clean.text, 0
    while match := _START.search(text, position):
        quantity, position = _read(text, match.start(), position, clean)
        if quantity:
            yield quantity


def _read(text: str, start: int, floor: int, clean: View) -> tuple[Quantity | None, int]:
    """(the quantity whose number begins at `start`, or None; where to go on)."""
    wording = read_wording(text, start, floor)
    if wording:
        return wording, wording.end
    skip = no_quantity(text, start)
    if skip:
        return None, skip
    amount = read_amount(text, start, floor, clean)
    if amount is None:
        return None, past(text, start)
    if amount.rule == "time":
        return None, amount.end
    rank = read_rank(text, amount)
    if rank is not None:
        return (rank if rank.text else None), rank.end
    amount = read_range(text, amount, clean) or amount
    if not is_quantity(text, amount):
        return None, max(amount.end, start + 1)
    quantity = _attached(text, amount, floor)
    return quantity, quantity.end


def _attached(text: str, amount: Amount, floor: int) -> Quantity:
    """The quantity with the words attached to it; it begins at `floor` or later."""
    number = amount.number
    start, before = bound_before(text, amount.start)
    if (
        before == "="
        and text[amount.start] in "百千万亿"
        and text[amount.start - 1 : amount.start] in ("上", "过", "破")
    ):
        start, before = amount.start - 1, "≥" if text[amount.start - 1] == "上" else ">"
    end, after = bound_after(text, amount.end)
    if after == "≥" and text[end - 1] == "+":
        end, _ = bound_after(text, end)
    comparator = _stronger(after, before, number.comparator)
    value, low, high = _values(number, comparator)
    if text[end - 2 : end] == "量级" and text[amount.start] in "百千万亿" and number.value is not None:
        value, low, high = None, float(number.value), 9 * float(number.value)
    start = start if start >= floor else amount.start
    return Quantity(
        start, end, text[start:end], value, low, high, amount.unit, amount.unit_text, comparator, amount.rule
    )


def _stronger(after: Comparator, before: Comparator, own: Comparator) -> Comparator:
    for comparator in (after, before):
        if comparator != "=":
            return comparator
    return own


def _values(number: Number, comparator: str) -> tuple[float | None, float | None, float | None]:
    """(value, low, high): a bound fills the one end that it states."""
    if number.value is None or number.low is not None:
        return _float(number.value), _float(number.low), _float(number.high)
    value = float(number.value)
    return value, value if comparator in (">", "≥") else None, value if comparator in ("<", "≤") else None


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
