"""Quantities without a numeral of their own: 半数, 过半, 翻番, 数以千万计, 六五折."""

import re
from decimal import Decimal

from timeline.lexicon.numerals import DIGITS, LARGE, SMALL
from timeline.model import Comparator, Quantity
from timeline.quantities import units
from timeline.quantities.bounds import bound_before

_DISCOUNT = re.compile(
    r"([0-9零一二两三四五六七八九])\s?([0-9零一二三四五六七八九])\s?折(?![扣合叠腾算旧返射中磨断线纸现戟])"
)
_HALF = re.compile(
    r"(?P<half>过半(?![个年天月日小路])|半数|一半(?![径天年个月小路夜生]))(?P<more>以上|左右|以下)?"
)
_DOUBLING = re.compile(r"翻了?(?P<count>[一两二三四])?番(?:还多|多|有余)?|翻倍(?:还多|多)?")
_MYRIADS = re.compile(r"数以([十百千万亿]+)计")
_ENGLISH = {"d": 2.0, "t": 3.0, "q": 4.0}
_MORE: dict[str, Comparator] = {"以上": "≥", "以下": "≤", "左右": "≈"}


def read_wording(text: str, start: int, floor: int = 0) -> Quantity | None:
    """The quantity in words at `start`, or None; nothing before `floor` belongs to it."""
    first = text[start]
    if first in "DdTtQq":
        word = text[start : text.index("ed", start) + 2]
        return Quantity(
            start, start + len(word), word, _ENGLISH[word[0].lower()], unit="times", unit_text=word,
            rule="doubling",
        )  # fmt: skip
    if first == "翻":
        return _doubling(text, start)
    if first in "半一过" and (half := _HALF.match(text, start)):
        return _half(text, half, floor)
    if first == "数":
        return _myriads(text, start)
    discount = _DISCOUNT.match(text, start)
    if discount and text[start - 1 : start] not in (".", "点") and not text[start - 1 : start].isdigit():
        value = float("".join(str(DIGITS.get(char, char)) for char in discount.groups()))
        return Quantity(
            start, discount.end(), discount[0], value, None, None, "percent", "折", "=", "discount"
        )
    return None


def _doubling(text: str, start: int) -> Quantity | None:
    """翻两番 is four times as much."""
    match = _DOUBLING.match(text, start)
    if not match:
        return None
    value = float(2 ** DIGITS.get(match["count"] or "一", 1))
    more = match[0].endswith(("多", "有余"))
    low, comparator = (value, ">") if more else (None, "=")
    return Quantity(start, match.end(), match[0], value, low, None, "times", match[0], comparator, "doubling")


def _half(text: str, match: re.Match[str], floor: int) -> Quantity:
    start, comparator = bound_before(text, match.start())
    start = start if start >= floor else match.start()
    if match["more"]:
        comparator = _MORE[match["more"]]
    if match["half"] == "过半":
        comparator = ">"
    low = 50.0 if comparator in (">", "≥") else None
    high = 50.0 if comparator in ("<", "≤") else None
    words = text[start : match.end()]
    return Quantity(start, match.end(), words, 50.0, low, high, "percent", match["half"], comparator, "half")


def _myriads(text: str, start: int) -> Quantity | None:
    match = _MYRIADS.match(text, start)
    if not match:
        return None
    low = Decimal(1)
    for char in match[1]:
        low *= SMALL.get(char) or LARGE[char]
    unit = units.counted_after(text, match.end(), "")
    return Quantity(
        start, match.end(), match[0], None, float(low), float(9 * low), unit, "", "≈", "order-of-magnitude"
    )
