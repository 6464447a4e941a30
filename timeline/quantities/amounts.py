"""Amounts: one number with what stands right before and after it.

A unit may be a word after the number (元, 公里), a symbol before it ($, 人民币), a noun that it
counts (5亿用户), or a fraction's own (百分之三, 三成). English scales (million) belong to the number.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from timeline.lexicon.numerals import DIGITS, LARGE, SMALL
from timeline.numbers import Number, read_number
from timeline.quantities import units
from timeline.quantities.exclusions import TIME
from timeline.quantities.fractions import read_fraction
from timeline.text import View


class Amount(NamedTuple):
    """A number with its unit, in view offsets; `counts` if a measure word gave the unit."""

    start: int
    end: int
    number: Number
    unit: str
    unit_text: str
    rule: str
    counts: bool = False


_SLASH = re.compile(r"(?:(\d{1,4}) )?(\d{1,4})/(\d{1,4})(?![\d/])")
_TENTHS = re.compile(
    r"成(?![为功立员本果长绩熟品都人交分效型年就堆了群套名语章天不因片份新])([半一二三四五六七八九])?(?![一二三四五六七八九]?年)"
)
_TENTHS_OFF = re.compile(r"折(?![扣合叠腾算旧返射中磨断线纸现戟])")
_DOZEN = re.compile(
    r"打(?![就着过起死仗架赌量探扫磨动听针气眼岔搅住门字坐捞招诨发折造破开败出下电击算印包工响通理好赢假法磨动断卡车扮])"
)
_ENGLISH_SCALE = re.compile(r"[ -]?(thousand|million|billion|trillion|bn|mn|mln|tn|crore|lakh)\b")
_MONEY_SCALE = re.compile(r" ?(m|k|b|K|M|B|T|MM)\b")
_COUNT_SCALE = re.compile(r"([mkbMKB]) (?=[a-z])")  # 3.2m customers
_SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "bn": 10**9, "mn": 10**6,
    "mln": 10**6, "tn": 10**12, "m": 10**6, "k": 10**3, "b": 10**9, "K": 10**3, "M": 10**6, "B": 10**9,
    "T": 10**12, "MM": 10**6, "crore": 10**7, "lakh": 10**5,
}  # fmt: skip
_NEGATIVE = re.compile(
    r"(?:负|零下)\s?$|(?:^|(?<=[\s为是至到达了于约由从自/：:（(、，,;；|比率额润损利增减变]))[-−]$"
)
_BELOW_ZERO = re.compile(r"(?:\bnegative |\bminus |(?<![\w)])[-−])$")  # negative $5.7 million
_SIGNS = frozenset("负下-− ")
_AFTER_MONEY = (*tuple("，。；！？、）多左 的\n"), "")
# 三块五, 12块8毛: what follows is tenths.
_JIAO = re.compile(
    r"([一二三四五六七八九1-9])(?:[毛角]|(?=$|[，。；、！？\s)）一-鿿])(?![多百千万亿十个块元年月日号点分%]))"
)


def read_amount(text: str, start: int, floor: int, clean: View) -> Amount | None:
    """The number at `start` with its unit; rule "time" if it is part of a time; None for no number.

    Nothing before `floor` belongs to it.
    """
    slash = _SLASH.match(text, start) if text[start].isascii() else None
    if slash and int(slash[3]) and text[start - 1 : start] not in ("/", "."):
        value = Decimal(int(slash[2])) / int(slash[3]) + int(slash[1] or 0)
        return Amount(start, slash.end(), Number(start, slash.end(), value), "", "", "fraction")
    number = read_number(text, start)
    if number is None:
        return None
    number = _without_list(text, number, clean)
    signed = text[start - 1 : start] in _SIGNS and start > 0
    negative = _NEGATIVE.search(text, max(floor, start - 3), start) if signed else None
    begin = negative.start() if negative else start
    fraction = read_fraction(text, number)
    if fraction:
        number, unit = fraction
        amount = Amount(begin, number.end, number, unit, "", "per-hundred" if unit else "fraction")
    else:
        amount = with_unit(text, begin, number, floor)
        weak = not amount.unit or amount.counts or amount.unit in ("points", "degree", "g", "m")
        time = TIME.match(text, number.end) if weak else None
        if time:
            return Amount(start, time.end(), number, "", "", "time")
    if negative and amount.number.value is not None and not _is_bullet(negative, amount):
        amount = amount._replace(number=amount.number._replace(value=-amount.number.value))
    return amount


def _is_bullet(sign: re.Match[str], amount: Amount) -> bool:
    """A dash before a count (-300家) marks a list's item."""
    return sign[0] == "-" and units.KINDS.get(amount.unit, "") not in (
        "",
        "share",
        "money",
        "temperature",
        "angle",
    )


def _without_list(text: str, number: Number, clean: View) -> Number:
    """A full-width comma groups digits only where they are full width as well (１１１，１１１), or it is small (42﹐600)."""
    comma = text.find("，", number.start, number.end)
    if comma < 0:
        return number
    source, _ = clean.locate(comma - 1, comma)
    if "０" <= clean.source[source] <= "９" or clean.source[source + 1] == "﹐":
        return number
    first = read_number(text[number.start : comma], 0)
    return first._replace(start=number.start, end=number.start + first.end) if first else number


def with_unit(text: str, begin: int, number: Number, floor: int) -> Amount:
    """The number with the unit after it, or the currency before it; the amount begins at `begin`."""
    tenths = _tenths(text, begin, number)
    if tenths:
        return tenths
    symbol = units.symbol_before(text, begin, floor)
    number = _english_scale(text, number, money=symbol is not None)
    end = number.end
    prefixed = units.prefixed_unit(text, end)
    if prefixed and number.value is not None:
        scale = SMALL.get(text[end - 1]) or LARGE[text[end - 1]]
        number = number._replace(value=number.value / scale, end=end - 1)
        return Amount(begin, prefixed.end, number, prefixed.code, text[end - 1 : prefixed.end], "unit")
    plus = text[end : end + 1] == "+"
    unit = units.read_unit(text, end + plus)
    if symbol:
        return _money(text, begin, number, symbol, unit)
    small = units.fraction_unit(text, end)
    if small and number.value is not None and (unit is None or small[0] > unit.end):
        return _of_coins(text, begin, number, small)
    if unit is None:
        return _counted(text, begin, number, plus)
    return _united(text, begin, number, unit)


def _tenths(text: str, begin: int, number: Number) -> Amount | None:
    """三成, 七成六, 6.5成 and 八折 are percent; a 打 is twelve."""
    value, end = number.value, number.end
    if value is None or number.scale != 1 or text[end : end + 1] not in ("成", "折", "打"):
        return None
    tenths = _TENTHS.match(text, end)
    if tenths and abs(value) <= 10:
        more = Decimal(5 if tenths[1] == "半" else DIGITS[tenths[1]]) if tenths[1] else Decimal(0)
        number = number._replace(value=value * 10 + more, end=tenths.end())
        return Amount(begin, tenths.end(), number, "percent", tenths[0], "tenths")
    off = _TENTHS_OFF.match(text, end)
    if off and value <= 10:
        return Amount(begin, off.end(), number._replace(value=value * 10), "percent", "折", "discount")
    dozen = _DOZEN.match(text, end)
    if dozen:
        return Amount(begin, dozen.end(), number._replace(value=value * 12), "items", "打", "dozen", True)
    return None


def _english_scale(text: str, number: Number, *, money: bool) -> Number:
    if not text[number.end : number.end + 1].isascii():
        return number
    match = (
        _ENGLISH_SCALE.match(text, number.end)
        or (_MONEY_SCALE.match(text, number.end) if money else None)
        or _count_scale(text, number.end)
    )
    if not match or number.value is None:
        return number
    scale = Decimal(_SCALES[match[1]])
    return number._replace(value=number.value * scale, end=match.end(), step=scale, scale=scale)


def _count_scale(text: str, end: int) -> re.Match[str] | None:
    """The m of 3.2m customers, before a thing that is counted; 12.5m high is no scale."""
    match = _COUNT_SCALE.match(text, end)
    unit = units.read_unit(text, match.end() - 1) if match else None
    return match if unit and unit.kind == "count" else None


def _money(
    text: str, begin: int, number: Number, symbol: tuple[int, str], unit: units.UnitWord | None
) -> Amount:
    """¥300, 人民币50元, HK$5亿, 港币50元: the word before names the currency."""
    start, code = symbol
    end = number.end
    small = units.fraction_unit(text, end)
    if unit and unit.code in (code, "CNY"):
        end = unit.end
    elif text[end : end + 1] == "仙" and code in ("HKD", "USD", "SGD", "MYR") and number.value is not None:
        end, number = end + 1, number._replace(value=number.value / 100)  # 港币10.0仙
    elif small and number.value is not None and text[small[0] - 1] in "sc¢":  # US$3.5 cents
        end, number = small[0], number._replace(value=number.value * Decimal(small[2]))
    end, per = units.read_per(text, end)
    words = f"{text[start:begin].strip()} {text[number.end : end]}".strip()
    negative = _BELOW_ZERO.search(text, max(0, start - 9), start)
    if negative and number.value is not None:
        start, number = negative.start(), number._replace(value=-number.value)
    return Amount(start, end, number._replace(end=end), code + per, words, "money")


def _of_coins(text: str, begin: int, number: Number, small: tuple[int, str, str]) -> Amount:
    """50美分, 7.65p: money told in hundredths."""
    end, code, share = small
    value = (number.value or Decimal(0)) * Decimal(share)
    return Amount(
        begin, end, number._replace(value=value, end=end), code, text[number.end : end].strip(), "money"
    )


def _united(text: str, begin: int, number: Number, unit: units.UnitWord) -> Amount:
    end, code = unit.end, unit.code
    if code == "pound" and number.scale >= 10**6:
        code = "GBP"  # 97.0 million pounds
    if unit.counts:
        measure = text[unit.end - 1]
        counted = units.counted_after(text, end, measure)
        if measure == "大" and not counted:  # 三大铁律, 四大名著
            return Amount(begin, end, number, "", "", "word")
        if (
            measure == "块"
            and not counted
            and text[end : end + 1] in _AFTER_MONEY
            and (number.value or number.high or 0) >= 10
        ):
            return Amount(begin, end, number._replace(end=end), "CNY", "块", "unit")
        if measure == "块" and (jiao := _JIAO.match(text, end)) and number.value is not None:
            value = number.value + Decimal(DIGITS.get(jiao[1]) or jiao[1]) / 10
            end = jiao.end()
            return Amount(
                begin, end, number._replace(value=value, end=end), "CNY", text[unit.end - 1 : end], "unit"
            )
        code = counted or units.counted_before(text, begin, measure) or code
    small = units.read_fraction(text, end, code) if unit.kind == "money" else None
    if small and number.value is not None:
        part = read_number(small[1], 0)
        if part and part.value is not None:
            number = number._replace(value=number.value + part.value * Decimal(small[2]))
            end = small[0]
    if text[end : end + 1] == "半" and not unit.counts and number.value is not None and unit.kind != "share":
        number, end = number._replace(value=number.value + Decimal("0.5")), end + 1
    words = text[number.end : end].strip()
    end, per = units.read_per(text, end)
    rule = "count" if unit.counts else "unit"
    return Amount(begin, end, number._replace(end=end), code + per, words, rule, unit.counts)


def _counted(text: str, begin: int, number: Number, plus: bool) -> Amount:
    """A number without a unit: of the noun next to it (5亿用户, 用户达11.74亿), else bare."""
    code = ""
    if _is_large(text, number):
        code = units.counted_after(text, number.end + plus, "", reach=9)
        if not code:
            before = units.counted_before(text, begin, "")
            code = before if before == "persons" else units.numbered_before(text, begin)
    return Amount(begin, number.end, number, code, "", "noun" if code else "bare")


def _is_large(text: str, number: Number) -> bool:
    low = number.low if number.value is None else number.value
    said = any(char in LARGE or char in SMALL for char in text[number.start : number.end])
    return low is not None and (low >= 10**4 or (said and low >= 100))
