"""Fractions in words: 五分之三 is a plain number, 百分之三 a percentage."""

import re

from timeline.numbers import Number, read_number

_FRACTION = re.compile(r"分之")
_MIXED = re.compile(r"又")
_HUNDREDS = frozenset("百千万亿佰仟")


def read_fraction(text: str, number: Number) -> tuple[Number, str] | None:
    """(N分之M or N又M分之K, its unit): 百分之M is percent, 一百分之M and 五分之M are plain."""
    following = text[number.end : number.end + 1]
    if following not in ("又", "分"):
        return None
    mixed = _MIXED.match(text, number.end)
    if mixed and number.value is not None:
        lower = read_number(text, mixed.end())
        inner = read_fraction(text, lower) if lower else None
        if inner and inner[0].value is not None and not inner[1]:
            return Number(number.start, inner[0].end, number.value + inner[0].value), ""
        return None
    link = _FRACTION.match(text, number.end)
    if not link or not number.value:
        return None
    minus = text[link.end() : link.end() + 1] in ("负", "-")
    upper = read_number(text, link.end() + minus)
    if upper is None:
        return None
    hundred = text[number.start] in _HUNDREDS
    share = (100 if hundred else 1) / number.value * (-1 if minus else 1)
    value, low, high = (
        None if part is None else part * share for part in (upper.value, upper.low, upper.high)
    )
    read = Number(number.start, upper.end, value, low, high, comparator=upper.comparator)
    return read, "percent" if hundred else ""
