"""Finding quantities: numbers with their units, ranges, bounds, shares, multiples and ranks.

Vocabulary: an *amount* is one number with its unit; a *range* joins two amounts; *attached* words
(约, 超过, 以上) belong to the text of a quantity. Times, names and ordinals of lists are not
quantities: 2021年, 5G, 第三方, 500强. One pass over a clean view; offsets are given in the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from timeline import units
from timeline.bounds import bound_after, bound_before
from timeline.model import Comparator, Document, Quantity, Timex
from timeline.numbers import DIGITS, FORMAL, HAN, LARGE, SMALL, Number, read_number
from timeline.text import View, view

_FOLLOWS = re.escape(HAN + units.FIRST + "点分半多余几又成折以来年月日天号岁周季时秒世大番")
_BOUNDED_LEFT = r"(?:(?<![^\s，。、；：,（(\"“是为于和与或加减乘除])|(?<=等于))"
_BOUNDED_RIGHT = r"(?=$|[\s，。、；：,）)\"”是不的和与或加减乘除这])"
_START = re.compile(
    rf"\d|(?<![\dA-Za-z])\.(?=\d)|[{HAN}](?=[{_FOLLOWS}])|{_BOUNDED_LEFT}[{HAN}]{_BOUNDED_RIGHT}"
    rf"|(?<=[{''.join(SMALL)}{''.join(LARGE)}余近约超过上每])[{HAN}]"
    r"|[几数][十百千万亿]|数以[十百千万亿]+计|[一过]半|半数|翻了?[一两二三几]?番|翻倍"
)
# A number that is part of a time, after an optional 多/余/几/个.
_TIME = re.compile(
    r"[多余几来]?(?:个?(?:多|半)?(?:年|月|季度|星期|礼拜|小时|钟头|世纪|工作日|交易日|昼夜)|日(?!元|圆|币|本|均)|天(?!猫|使|津|然)|周(?!边|围|转|全|密|大)|岁|秒|分钟|号(?!称|召|码|线|文|机|令)|[点时]钟|[点时](?=[\d零一二三四五六半一前后左，。])|"
    r"刻钟|旬|载(?=[，。的])|年代|周年|季(?!后)|时许?(?=[，。、到至—]|许)|点(?=半|多|前|后|左右|到|至|整|，|。|、)|(?:st|nd|rd|th)\b|\s?(?:years?|months?|weeks?|days?|hours?|minutes?|mins?|seconds?|quarters?|decades?|centur(?:y|ies))\b|-(?:year|month|week|day|hour|minute))"
)
_CALENDAR = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T[\d:.+Z-]*)?|\d{1,2}:\d{2}(?::\d{2})?|\d{4}/\d{1,2}(?!\d)|\d{1,2}/\d{1,2}/\d{2,4}|(?:19|20)\d{2}-(?:0\d|1[0-2])(?!\d)|(?:19|20)\d\ds"
)
_YEAR_RANGE = re.compile(
    r"\d{1,4}\s*[-—–~～至到、和及]{1,2}\s*\d{1,4}\s?(?:年|月|日(?!元|圆|币)|个月|天|周|小时|分钟|号|岁|世纪|季度|years|months|days|hours)"
)
_HAN_YEAR_RANGE = re.compile(
    rf"[{HAN}]{{1,3}}[到至—~][{HAN}]{{1,3}}个?(?:年|月|日(?!元|圆|币)|天|周|小时|分钟|岁|世纪|季度)"
)
# What makes a number a name, a rank in a list of names, a pattern: 500强, 10系列, 7×24, 12.5.1, 3.0版.
_NAMED = re.compile(
    r"强(?!者|度|化)|系列?(?!统)|代(?!表|理)|号|版(?!权|面|本费)|型(?!号数)|路(?!公里)|线城|线(?!上|下)|世(?!界|代)|维|星级|[×xX*]\s?\d|(?:\.\d+){2}|-\d{3,}|年级|军|连冠|连胜|角大楼|会(?=$|[，。])|制(?!造)|折叠|开(?=[本，。])|英里|族"
)
_TIMESIGN = re.compile(r"[×xX*]\s?$")
_RANGE = re.compile(r"\s?(?:[-—–~～〜]{1,2}|至|到|to|或)\s?")
_FRACTION = re.compile(r"\s?分\s*之\s*")
_MIXED = re.compile(r"\s?又\s?")
_SLASH = re.compile(r"(?:(\d{1,4}) )?(\d{1,4})/(\d{1,4})(?![\d/])")
_DISCOUNT = re.compile(
    r"([0-9零一二两三四五六七八九])\s?([0-9零一二三四五六七八九])?\s?折(?![扣合叠腾算旧返射中磨断线纸现])"
)
_TENTHS = re.compile(
    r"成(?![为功立员本果长绩熟品都人交分效型年就堆了群套名了语章天不因片都份])([半一二三四五六七八九])?"
)
_HALF = re.compile(r"(?P<over>过半(?![个年天月日小])|半数|一半)(?P<more>以上|左右|以下)?")
_REST = re.compile(r"翻(?:了)?(?P<count>[一两二三四])?(?:番|倍)(?:还多|多|有余)?")
_MYRIADS = re.compile(r"数以([十百千万亿]+)计")
_ORDINAL_AFTER = re.compile(
    r"[名位]?(?=$|[，。；：、！？,.;!）)”\s]|的(?!是|一|事)|后(?![来面])|大(?:的|手机|智能|汽车|经济体|公司|企业|厂商|品牌|市场|供应商|股东|[一-鿿]{2,4}(?:商|国|厂|体|企|行|场|牌)))"
)
_ORDINAL_BEFORE = re.compile(
    r"(?:世界|全球|全国|国内|中国|亚洲|欧洲|行业|业内|业界|市场|份额|销量|销售|出货量?|排名|排行|位居|位列|跃居|稳居|高居|居|排在?|排到|升至|升到|跌至|跌到|降至|榜单?|名列|列|并列|连续|蝉联|市占率|总量|规模|位次|全省|全市|占有率|交付量|排位)"
    r"(?:[^，。；、！？\n]{0,5})$"
)
_LEADING = re.compile(r"前$")
_LEADING_AFTER = re.compile(
    r"[名位](?!年)|大(?=[一-鿿]{0,4}(?:[商厂企牌国]|公司|股东|客户|供应商))|强?(?=[，。；、的）)]|行列|品牌|车企|厂商|公司|企业|$)"
)
_NOT_BEFORE_LEADING = frozenset("目此之以提当年天日月空超先眼跟午事生史从往面于间")
_SINGLE = frozenset([*DIGITS, *SMALL, *LARGE])
_ENGLISH_SCALE = re.compile(r"[ -]?(thousand|million|billion|trillion|bn|mn|mln|tn)\b")
_MONEY_SCALE = re.compile(r" ?(m|k|b|K|M|B|T|MM)\b")
_SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "bn": 10**9, "mn": 10**6,
    "mln": 10**6, "tn": 10**12, "m": 10**6, "k": 10**3, "b": 10**9, "K": 10**3, "M": 10**6, "B": 10**9,
    "T": 10**12, "MM": 10**6,
}  # fmt: skip
_NEGATIVE = re.compile(r"(?:负|零下|(?<![\w%)\-−－])[-−])\s?$")
_YEAR_WORD = re.compile(
    r"(?:\b(?:in|since|by|of|until|till|from|during|to|and|after|before|fiscal|FY|year|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|\d{1,2},) $"
)
_MONTH_DAY = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? $"
)


class _Amount(NamedTuple):
    """A number with its unit, in view offsets."""

    start: int
    end: int
    number: Number
    unit: str
    unit_text: str
    rule: str
    counts: bool = False


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity in `text`, sorted, none overlapping; bare numbers have unit "". Linear time."""
    return [quantity for quantity in _located(view(text), "")]


def find_in(document: Document, clean: View, times: Sequence[Timex]) -> list[Quantity]:
    """The quantities of a document, without those that are part of a time expression."""
    ends = [timex.end for timex in times]
    kept = []
    for quantity in _located(clean, document.doc_id):
        index = bisect_left(ends, quantity.start + 1)
        if index < len(times) and times[index].start < quantity.end:
            continue
        kept.append(quantity)
    return kept


def _located(clean: View, doc_id: str) -> Iterator[Quantity]:
    for found in _scan(clean):
        start, end = clean.locate(found.start, found.end)
        yield found._replace(start=start, end=end, text=clean.source[start:end], doc_id=doc_id)


def _scan(clean: View) -> Iterator[Quantity]:
    text, position = clean.text, 0
    while match := _START.search(text, position):
        quantity, position = _read(text, match.start(), position, clean)
        if quantity:
            yield quantity


def _read(text: str, start: int, floor: int, clean: View) -> tuple[Quantity | None, int]:
    """(the quantity that begins at `start` or None, where to go on); it begins at `floor` or later."""
    special = _special(text, start)
    if special:
        return special, special.end
    skip = _no_quantity(text, start)
    if skip:
        return None, skip
    amount = _amount(text, start, clean)
    if amount is None:
        return None, _past(text, start)
    if amount.rule == "skip":
        return None, amount.end
    ordinal = _ordinal(text, amount)
    if ordinal is not None:
        return ordinal if ordinal.text else None, ordinal.end
    ranged = _range(text, amount, clean)
    return _finish(text, ranged or (amount, amount.number), floor)


_RUN = re.compile(rf"[0-9A-Za-z.,_%-]+|[{HAN}]+")


def _past(text: str, start: int) -> int:
    """Where to go on after something that is no quantity: past its first character at least."""
    match = _RUN.match(text, start)
    if match and text[start].isascii():
        end = match.end()
        while end > start + 1 and text[end - 1] in ".,-_":
            end -= 1
        return end
    return start + 1


def _special(text: str, start: int) -> Quantity | None:
    """Quantities without a numeral of their own: 半数, 翻番, 数以千万计, 六五折."""
    first = text[start]
    if first == "翻":
        match = _REST.match(text, start)
        if match:
            power = DIGITS.get(match["count"] or "一", 1)
            value = float(power if match[0][1] == "倍" and match["count"] else 2**power)
            more = match[0].endswith(("多", "有余"))
            return Quantity(
                start,
                match.end(),
                match[0],
                value,
                value if more else None,
                None,
                "times",
                match[0],
                ">" if more else "=",
                "doubling",
            )
    if first in "半一过":
        match = _HALF.match(text, start)
        if match and text[match.end() : match.end() + 1] not in (
            "径",
            "天",
            "年",
            "个",
            "月",
            "小",
            "路",
            "夜",
            "生",
        ):
            return _half(text, match)
    if first == "数":
        match = _MYRIADS.match(text, start)
        if match:
            unit = Decimal(1)
            for char in match[1]:
                unit *= SMALL.get(char) or LARGE[char]
            code = units.counted_after(text, match.end(), "")
            return Quantity(
                start,
                match.end(),
                match[0],
                None,
                float(unit),
                float(9 * unit),
                code,
                "",
                "≈",
                "order-of-magnitude",
            )
    match = _DISCOUNT.match(text, start)
    if match and not (start and (text[start - 1].isdigit() or text[start - 1] in ".点")):
        digits = "".join(str(DIGITS.get(char, char)) for char in match.groups(""))
        value = float(Decimal(digits) * (1 if match[2] else 10))
        return Quantity(start, match.end(), match[0], value, None, None, "percent", "折", "=", "discount")
    return None


def _half(text: str, match: re.Match[str]) -> Quantity:
    start, comparator = bound_before(text, match.start())
    if match["more"]:
        comparator = {"以上": "≥", "以下": "≤"}.get(match["more"], "≈")
    if match["over"] == "过半":
        comparator = ">"
    low, high = _ends(Decimal(50), comparator)
    return Quantity(
        start,
        match.end(),
        text[start : match.end()],
        50.0,
        low,
        high,
        "percent",
        match["over"][-1],
        comparator,
        "half",
    )


def _no_quantity(text: str, start: int) -> int:
    """Where a time, a name or a word that only looks like a number ends; 0 if it may be a quantity."""
    calendar = (
        _CALENDAR.match(text, start) or _YEAR_RANGE.match(text, start) or _HAN_YEAR_RANGE.match(text, start)
    )
    if calendar:
        return calendar.end()
    before = text[start - 1] if start else ""
    if (
        before
        and before.isascii()
        and (before.isalnum() or before == "_")
        and not units.symbol_before(text, start)
    ):
        return _past(text, start)  # SU7, M2, H100
    if before and before in "-/" and start > 1 and text[start - 2].isascii() and text[start - 2].isalpha():
        return _past(text, start)  # GPT-4
    if before and before in "×*xX" and start > 1 and text[start - 2].isdigit():
        return _past(text, start)
    if before and before in "周拜初唯统逐单之" and text[start] in DIGITS and not text[start].isdigit():
        return start + 1
    if (
        text[start] in FORMAL
        and text[start + 1 : start + 2] not in FORMAL | LARGE.keys() | SMALL.keys() | {"点", "分", "折", "打"}
        and not _stands_alone(text, start)
    ):
        return start + 1
    return 0


_ALONE_LEFT = re.compile(_BOUNDED_LEFT)
_ALONE_RIGHT = re.compile(_BOUNDED_RIGHT)


def _stands_alone(text: str, start: int, end: int = 0) -> bool:
    return bool(_ALONE_LEFT.match(text, start)) and bool(_ALONE_RIGHT.match(text, end or start + 1))


def _amount(text: str, start: int, clean: View) -> _Amount | None:
    """The number at `start` with what stands right after it."""
    slash = _SLASH.match(text, start)
    if slash and int(slash[3]) and text[start - 1 : start] not in ("/", "."):
        value = Decimal(int(slash[2])) / int(slash[3]) + int(slash[1] or 0)
        return _Amount(start, slash.end(), Number(start, slash.end(), value), "", "", "fraction")
    number = read_number(text, start)
    if number is None:
        return None
    number = _without_list(text, number, clean)
    negative = _NEGATIVE.search(text, max(0, start - 3), start)
    begin = negative.start() if negative else start
    fraction = _fraction(text, number)
    if fraction:
        number, rule = fraction
        unit = "percent" if rule == "per-hundred" else ""
        amount = _Amount(begin, number.end, number, unit, "", rule)
    else:
        time = _TIME.match(text, number.end)
        amount = _with_unit(text, begin, number)
        if (
            time
            and (not amount.unit or amount.counts or amount.unit in ("points", "degree"))
            and not amount.rule == "tenths"
        ):
            return _Amount(start, time.end(), number, "", "", "skip")
    if negative and amount.number.value is not None:
        amount = amount._replace(number=amount.number._replace(value=-amount.number.value))
    return amount


def _without_list(text: str, number: Number, clean: View) -> Number:
    """A full-width comma groups digits only where the digits are full width as well (１１１，１１１)."""
    comma = text.find("，", number.start, number.end)
    if comma < 0:
        return number
    source, _ = clean.locate(comma - 1, comma)
    if "０" <= clean.source[source] <= "９":
        return number
    return read_number(text[:comma], number.start) or number


def _fraction(text: str, number: Number) -> tuple[Number, str] | None:
    """N分之M, N又M分之K; 百分之M counts in percent, 一百分之M does not."""
    mixed = _MIXED.match(text, number.end)
    if mixed and number.value is not None:
        lower = read_number(text, mixed.end())
        inner = _fraction(text, lower) if lower else None
        if inner and inner[0].value is not None and inner[1] == "fraction":
            return Number(number.start, inner[0].end, number.value + inner[0].value), "fraction"
        return None
    link = _FRACTION.match(text, number.end)
    if not link or not number.value:
        return None
    position = link.end()
    minus = text[position : position + 1] in ("负", "-")
    upper = read_number(text, position + minus)
    if upper is None:
        return None
    hundred = text[number.start] in SMALL or text[number.start] in LARGE
    share = (100 if hundred else 1) / number.value
    if minus and upper.value is not None:
        upper = upper._replace(value=-upper.value)
        if text[number.start - 1 : number.start] in ("负", "-"):
            pass
    scaled = [None if part is None else part * share for part in (upper.value, upper.low, upper.high)]
    end = upper.end
    return Number(
        number.start, end, *scaled, comparator=upper.comparator
    ), "per-hundred" if hundred else "fraction"


def _with_unit(text: str, begin: int, number: Number) -> _Amount:
    """The number with the unit after it (or the currency before it)."""
    symbol = units.symbol_before(text, begin)
    number = _english_scale(text, number, money=symbol is not None)
    end = number.end
    plus = text[end : end + 1] == "+"
    tenths = _TENTHS.match(text, end)
    if tenths and number.value is not None and abs(number.value) <= 10 and number.scale == 1:
        more = Decimal(5 if tenths[1] == "半" else DIGITS[tenths[1]]) if tenths[1] else Decimal(0)
        number = number._replace(value=number.value * 10 + more, end=tenths.end())
        return _Amount(begin, tenths.end(), number, "percent", tenths[0], "tenths")
    if (
        text.startswith("折", end)
        and number.value is not None
        and number.value <= 10
        and not text.startswith(("折扣", "折合", "折叠", "折算"), end)
    ):
        return _Amount(begin, end + 1, number._replace(value=number.value * 10), "percent", "折", "discount")
    prefixed = units.prefixed_unit(text, end)
    if prefixed and number.value is not None:
        scale = SMALL.get(text[end - 1]) or LARGE[text[end - 1]]
        number = number._replace(value=number.value / scale, end=end - 1)
        return _Amount(begin, prefixed.end, number, prefixed.code, text[end - 1 : prefixed.end], "unit")
    unit = units.read_unit(text, end + plus)
    if symbol:
        return _money(text, begin, number, symbol, unit)
    if text.startswith("打", end) and not re.match(
        "打[折造破开败出下电击算印包工击响通理好赢假法磨动断卡车扮]", text[end : end + 2]
    ):
        number = number._replace(value=None if number.value is None else number.value * 12)
        return _Amount(begin, end + 1, number, "items", "打", "dozen")
    if unit is None:
        return _counted(text, begin, number, plus)
    return _united(text, begin, number, unit)


def _english_scale(text: str, number: Number, *, money: bool) -> Number:
    match = _ENGLISH_SCALE.match(text, number.end) or (
        _MONEY_SCALE.match(text, number.end) if money else None
    )
    if not match or number.value is None:
        return number
    scale = Decimal(_SCALES[match[1]])
    return number._replace(value=number.value * scale, end=match.end(), step=scale, scale=scale)


def _money(
    text: str, begin: int, number: Number, symbol: tuple[int, str], unit: units.UnitWord | None
) -> _Amount:
    start, code = symbol
    end = number.end
    if unit and (unit.code == code or (unit.kind == "money" and unit.code == "CNY")):
        end = unit.end
    end, per = units.read_per(text, end)
    words = f"{text[start:begin].strip()} {text[number.end : end]}".strip()
    return _Amount(start, end, number._replace(end=end), code + per, words, "money")


def _united(text: str, begin: int, number: Number, unit: units.UnitWord) -> _Amount:
    end, code = unit.end, unit.code
    if unit.counts:
        measure = text[unit.end - 1] if unit.end - number.end > 1 else text[number.end : unit.end].strip()
        code = units.counted_after(text, end, measure) or units.counted_before(text, begin, measure) or code
    if unit.kind == "money":
        small = units.read_fraction(text, end, code)
        if small and number.value is not None:
            part = read_number(small[1], 0)
            if part and part.value is not None:
                number = number._replace(value=number.value + part.value * Decimal(small[2]))
                end = small[0]
    half = (
        text[end : end + 1] == "半" and not unit.counts and number.value is not None and unit.kind != "share"
    )
    if half and number.value is not None:
        number, end = number._replace(value=number.value + Decimal("0.5")), end + 1
    end, per = units.read_per(text, end)
    words = text[number.end : end].strip()
    return _Amount(
        begin,
        end,
        number._replace(end=end),
        code + per,
        words,
        "count" if unit.counts else "unit",
        unit.counts,
    )


def _counted(text: str, begin: int, number: Number, plus: bool) -> _Amount:
    """A number without a unit: of the noun next to it (5亿用户, 用户达11.74亿), else bare."""
    code = ""
    small = units.fraction_unit(text, number.end)
    if small and number.value is not None:
        value = number.value * Decimal(small[2])
        return _Amount(
            begin,
            small[0],
            number._replace(value=value, end=small[0]),
            small[1],
            text[number.end : small[0]],
            "money",
        )
    if _is_large(text, number):
        code = units.counted_after(text[: number.end + 9], number.end + plus, "") or units.counted_before(
            text, begin, ""
        )
    return _Amount(begin, number.end, number, code, "", "noun" if code else "bare")


def _is_large(text: str, number: Number) -> bool:
    low = number.low if number.value is None else number.value
    said = any(char in LARGE or char in SMALL for char in text[number.start : number.end])
    return low is not None and (low >= 10**4 or (said and low >= 100))


def _ordinal(text: str, amount: _Amount) -> Quantity | None:
    """第二, 前5: a rank, or (with empty text) an ordinal that is no quantity; None for neither."""
    before = text[amount.start - 1 : amount.start]
    number = amount.number
    if before == "第" and number.value is not None:
        plain = read_number(text, amount.start)
        end = plain.end if plain else number.end
        after = _ORDINAL_AFTER.match(text, end)
        start = amount.start - 1
        if not after or not _ORDINAL_BEFORE.search(text, max(0, start - 12), start):
            return Quantity(start, max(end, amount.start + 1), "", None)
        value = float(plain.value) if plain and plain.value is not None else None
        return Quantity(
            start,
            after.end(),
            text[start : after.end()],
            value,
            None,
            None,
            "rank",
            after[0] if after.end() > end else "第",
            "=",
            "rank",
        )
    if (
        before == "前"
        and number.value is not None
        and text[amount.start - 2 : amount.start - 1] not in _NOT_BEFORE_LEADING
    ):
        plain = read_number(text, amount.start)
        end = plain.end if plain else number.end
        after = _LEADING_AFTER.match(text, end)
        start = amount.start - 1
        if not after or number.value > 1000:
            return Quantity(start, max(end, amount.start + 1), "", None)
        end = after.end() if text[end : end + 1] in "名位" else end
        value = float(plain.value) if plain and plain.value is not None else None
        return Quantity(start, end, text[start:end], value, None, value, "rank", "前", "≤", "rank")
    return None


def _range(text: str, first: _Amount, clean: View) -> tuple[_Amount, Number] | None:
    """30~40元, 215,900–299,900元, 两到三个, 15万至20万: two amounts that share a unit."""
    link = _RANGE.match(text, first.end)
    number = first.number
    if not link or number.value is None:
        return None
    position = link.end()
    if text[position : position + 1] in "¥$€￥":
        position += 1
    second = read_number(text, position)
    if (
        second is None
        or second.value is None
        or text[position : position + 1].isalpha() != (text[first.number.start].isalpha())
    ):
        return None
    if link[0].strip() == "或" and not first.counts and first.unit:
        return None
    if _TIME.match(text, second.end) or _fraction(text, second):
        return None
    other = _with_unit(text, position, second)
    change = (
        first.unit
        and link[0].strip() in ("到", "至", "to")
        and re.search(r"[从由自][^，。；]{0,12}$", text[max(0, first.start - 14) : first.start])
    )
    if not other.unit and not first.unit.split("_")[0].isupper():
        return None
    if change or (first.unit and first.unit != other.unit and not (first.rule == "money" and not other.unit)):
        return None
    low, high = number.value, other.number.value
    if high is None:
        return None
    large = text[second.end - 1] in LARGE and text[number.end - 1 : number.end] not in LARGE
    if large and not first.unit and low < second.value / second.scale:
        low *= second.scale
    if first.rule == "tenths" or low >= high:
        return None
    unit, words = (other.unit or first.unit), (other.unit_text or first.unit_text)
    whole = _Amount(first.start, other.end, number, unit, words, "range", other.counts)
    return whole, Number(first.start, other.end, None, low, high)


def _finish(text: str, found: tuple[_Amount, Number], floor: int) -> tuple[Quantity | None, int]:
    """The quantity with its attached words, or None where it is a name or a bare word."""
    amount, number = found
    if not _is_quantity(text, amount):
        return None, max(amount.end, amount.start + 1)
    start, before = bound_before(text, amount.start)
    if (
        before == "="
        and text[amount.start - 1 : amount.start] in ("上", "过", "破")
        and text[amount.start] in "百千万亿"
    ):
        start, before = amount.start - 1, "≥" if text[amount.start - 1] == "上" else ">"
    if start < floor:
        start = amount.start
    end, after = bound_after(text, amount.end)
    comparator: Comparator = after if after != "=" else before if before != "=" else number.comparator  # type: ignore[assignment]
    end, again = bound_after(text, end) if after == "≥" and text[end - 1] == "+" else (end, "=")
    value = None if number.value is None else float(number.value)
    if number.value is None or number.low is not None:
        low = None if number.low is None else float(number.low)
        high = None if number.high is None else float(number.high)
    else:
        low, high = _ends(number.value, comparator)
    if (
        comparator == "≈"
        and text[end - 2 : end] in ("量级", "级别")
        and number.value is not None
        and text[amount.start] in "百千万亿"
    ):
        value, low, high = None, float(number.value), 9 * float(number.value)
    quantity = Quantity(
        start, end, text[start:end], value, low, high, amount.unit, amount.unit_text, comparator, amount.rule
    )
    return quantity, end


def _ends(value: Decimal, comparator: str) -> tuple[float | None, float | None]:
    """(low, high) of a bound: the one end that it states."""
    low = float(value) if comparator in (">", "≥") else None
    high = float(value) if comparator in ("<", "≤") else None
    return low, high


def _is_quantity(text: str, amount: _Amount) -> bool:
    """Names, versions, articles and words that only look like numbers are not quantities."""
    number = amount.number
    said = text[number.start : number.end] if amount.rule in ("bare", "noun") else ""
    numeral = read_number(text, number.start)
    core = text[number.start : numeral.end] if numeral else text[amount.start : amount.end]
    one_han = len(core) == 1 and core in _SINGLE
    if (
        core == "一"
        and amount.counts
        or (
            core == "一"
            and amount.unit in ("persons", "units", "times", "degree", "points", "households", "B", "nit")
        )
    ):
        return False
    if (
        core
        and core[0] in "百千万亿"
        and not any(char in DIGITS for char in core)
        and amount.rule != "per-hundred"
    ):
        bounded = text[amount.start - 1 : amount.start] in "上近超逾过约破" and amount.start > 0
        if not bounded and (len(core) == 1 or amount.rule == "bare"):
            return False
    if core in ("十", "百", "千") and amount.unit in ("points", "degree"):
        return False
    if (
        amount.unit == "points"
        and not re.search(
            r"评分|得分|打分|满分|评为|获得?|高分|口碑|豆瓣|分数|scor|rat",
            text[max(0, amount.start - 10) : amount.start],
        )
        and "." not in core
    ):
        return False
    if amount.rule not in ("bare", "noun"):
        return True
    following = text[number.end : number.end + 1]
    if following and (following in HAN or following in "几数") and not following.isascii():
        return False
    if _NAMED.match(text, number.end) or _TIMESIGN.search(text, max(0, amount.start - 3), amount.start):
        return False
    if following.isascii() and (following.isalpha() or following == "_"):
        return False
    if amount.rule == "noun":
        return True
    if not core[:1].isascii():
        if one_han or not any(char in SMALL or char in LARGE or char == "点" for char in core):
            return (
                _stands_alone(text, number.start, number.end)
                and len(core) < 2
                or (len(core) > 2 and core[0] in DIGITS)
            )
        return True
    if re.fullmatch(r"(?:19|20)\d\d", said) and _YEAR_WORD.search(
        text, max(0, amount.start - 12), amount.start
    ):
        return False
    return not _MONTH_DAY.search(text, max(0, amount.start - 12), amount.start)
