"""Numerals inside time expressions: 12, 十二, 二〇一八, 两千零四, 三四 (three or four), 几, 十几, 20多.

`read_number` gives one whole number; `read_amount` gives (low, high), the same twice when exact.
"""

from __future__ import annotations

import re
from functools import lru_cache

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "元": 1, "正": 1}
_TENS = {"十": 10, "百": 100, "千": 1000}
_SHORT_TENS = {"廿": 2, "卅": 3}
_PAIR = re.compile(r"([一二两三四五六七八九])([一二两三四五六七八九])(?=$|[十百千])")
_RANGE = re.compile(r"[~\-—–至到、]+")

Amount = tuple[float, float]


@lru_cache(maxsize=4096)
def read_number(text: str) -> int:
    """The whole number that `text` writes, digit by digit or with tens. ValueError if it is none."""
    if text.isdigit():
        return int(text)
    if not any(c in "十百千廿卅" for c in text):
        return int("".join(str(DIGITS[c]) if c in DIGITS else c for c in text))
    total = digit = 0
    for c in text:
        if c in _SHORT_TENS:
            total += _SHORT_TENS[c] * 10
        elif c in _TENS:
            total += (digit or 1) * _TENS[c]
            digit = 0
        else:
            digit = DIGITS[c] if c in DIGITS else int(c)
    return total + digit


@lru_cache(maxsize=4096)
def read_amount(text: str) -> Amount:
    """(low, high) of an amount: 12 → 12, 12; 10多 → 10, 19; 几 → 2, 9; 三四 → 3, 4; 半 → .5, .5."""
    if text in ("几", "数", "好几", "若干", "多", "好多", "两三", "三两"):
        return (2, 3) if "两" in text else (2, 9)
    if text in ("四分之一", "四分之三"):
        return (0.25, 0.25) if text[-1] == "一" else (0.75, 0.75)
    if text in ("半", "大半", "小半"):
        return 0.5, 0.5
    if len(parts := [p for p in _RANGE.split(text) if p]) == 2:
        return read_amount(parts[0])[0], read_amount(parts[1])[1]
    if text[-1] in "多余来几" and len(text) > 1:
        low = read_amount(text[:-1])[0]
        step = 100 if low and low % 100 == 0 else 10 if low % 10 == 0 else 1
        return low, low + step - 1 if step > 1 else low
    if text[0] in "几数" and len(text) > 1:
        scale = read_number(text[1:])
        return 2 * scale, 9 * scale + scale - 1
    if pair := _PAIR.search(text):
        first, last = (text[: pair.start()] + pair[k] + text[pair.end() :] for k in (1, 2))
        return read_amount(first)[0], read_amount(last)[1]
    if text.replace(".", "", 1).isdigit():
        return float(text), float(text)
    number = read_number(text)
    return number, number
