"""Ranges: two amounts that share a unit (30~40元, 两到三个, 15万至20万)."""

import re
from decimal import Decimal

from timeline.lexicon.numerals import LARGE
from timeline.numbers import Number, read_number
from timeline.quantities.amounts import Amount, with_unit
from timeline.quantities.exclusions import TIME
from timeline.quantities.fractions import read_fraction
from timeline.quantities.units import kind_of
from timeline.text import View

_LINK = re.compile(r"\s?(?:[-—–~～〜]{1,2}|至|到|to|或)\s?")
_FROM = re.compile(r"(?:[从由自]|from)[^，。；]{0,12}$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SPREAD = re.compile(r"不等|之间|区间|的?范围")


def read_range(text: str, first: Amount, clean: View) -> Amount | None:
    """The range that begins with `first`, or None. 从10%到20% is a change, not a range."""
    link = _LINK.match(text, first.end)
    number = first.number
    if not link or number.value is None or first.rule in ("tenths", "fraction"):
        return None
    joint, position = link[0].strip(), link.end()
    position += text[position : position + 1] in ("¥", "$", "€", "￥")
    second = read_number(text, position)
    if second is None or second.value is None or text[position].isdigit() != text[number.start].isdigit():
        return None
    if TIME.match(text, second.end):
        return None
    if fraction := read_fraction(text, second):
        return _of_hundred(first, *fraction)
    other = with_unit(text, position, second, first.end)
    year = first.rule == "bare" and _YEAR.fullmatch(text, first.start, first.end)
    if year and kind_of(other.unit) == "money":
        return None  # for the year ended March 31, 2013| to $94.7 million, in 2007| to 13 billion yuan
    if first.rule == "per-hundred" and not other.unit:
        other = other._replace(unit="percent")
    if not _agree(first, other, joint) or (joint in ("到", "至", "to") and _is_change(text, first, other)):
        return None
    low, high = _low(text, first, second), other.number.value
    if other.rule in ("tenths", "discount", "dozen") and not first.unit:
        low *= 12 if other.rule == "dozen" else 10  # 三至五成: both are tenths
    if high is None or low >= high:
        return None
    unit, words = (other.unit or first.unit), (other.unit_text or first.unit_text)
    whole = Number(first.start, other.end, None, low, high)
    return Amount(first.start, other.end, whole, unit, words, "range", other.counts)


def _of_hundred(first: Amount, second: Number, unit: str) -> Amount | None:
    """百分之五十九至百分之六十一."""
    low, high = first.number.value, second.value
    if first.rule != "per-hundred" or unit != first.unit or low is None or high is None or low >= high:
        return None
    return Amount(
        first.start, second.end, Number(first.start, second.end, None, low, high), unit, "", "range"
    )


def _agree(first: Amount, other: Amount, joint: str) -> bool:
    if first.rule == "money":
        return other.unit in ("", first.unit) or other.rule == "unit"
    if joint == "或" and first.unit and not first.counts:
        return False
    return bool(other.unit) and (first.unit in ("", other.unit) or first.rule == "bare")


def _is_change(text: str, first: Amount, other: Amount) -> bool:
    """从900万到4亿: both ends carry a unit or a scale, and a word for "from" stands before."""
    if not first.unit or _SPREAD.match(text, other.end):
        return False
    return bool(_FROM.search(text, max(0, first.start - 14), first.start))


def _low(text: str, first: Amount, second: Number) -> Decimal:
    """30~40万 begins at 300,000: the scale said last holds for both, if that keeps them in order."""
    low, high = first.number.value or Decimal(0), second.value or Decimal(0)
    unscaled = text[first.number.end - 1] not in LARGE and text[second.end - 1] in LARGE
    if unscaled and not first.unit and low < high / second.scale:
        return low * second.scale
    return low
