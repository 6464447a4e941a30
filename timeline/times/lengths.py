"""Rules for lengths of time and what they are counted from: 12年后, 过去十年, 三年内, 第二个10年."""

from __future__ import annotations

import re

from timeline.times import fragments as f
from timeline.times.numerals import read_amount, read_number
from timeline.times.readings import Length, Recurring, Vague
from timeline.times.rule import Matched, Rule, compile_pattern

_UNITS = (
    ("年头", "year"), ("财年", "year"), ("财季", "quarter"), ("季度", "quarter"), ("世纪", "century"), ("小时", "hour"),
    ("钟头", "hour"), ("分钟", "minute"), ("分", "minute"), ("刻钟", "quarter-hour"), ("星期", "week"), ("礼拜", "week"), ("周", "week"),
    ("工作日", "workday"), ("交易日", "workday"), ("昼夜", "day"), ("天", "day"), ("日", "day"), ("秒", "second"),
    ("月", "month"), ("年", "year"), ("载", "year"), ("春秋", "year"),
)  # fmt: skip
_ISO = {
    "year": ("P", "Y"), "quarter": ("P", "Q"), "month": ("P", "M"), "week": ("P", "W"), "day": ("P", "D"), "workday": ("P", "D"),
    "hour": ("PT", "H"), "minute": ("PT", "M"), "second": ("PT", "S"), "century": ("P", "C"),
}  # fmt: skip
_LESS = ("不到", "不足", "近", "将近", "接近", "未满", "不满", "少于", "不超过")
_MORE = ("至少", "最少", "超过", "超", "逾", "多达", "长达")


def iso_duration(low: float, high: float, unit: str) -> str:
    """P12Y, P18M, PT2H; PXY where the number is vague."""
    if unit == "quarter-hour":
        low, high, unit = low * 15, high * 15, "minute"
    if unit == "quarter":
        low, high, unit = low * 3, high * 3, "month"
    if unit == "century":
        low, high, unit = low * 100, high * 100, "year"
    head, tail = _ISO[unit]
    if (low, high) == (2, 9):
        return f"{head}X{tail}"
    if low != int(low) and unit == "year" and float(low * 12).is_integer():
        return f"P{int(low * 12)}M"
    return f"{head}{low:g}{tail}"


def _unit(text: str) -> str:
    return next(unit for word, unit in _UNITS if word in text)


def read_length(m: Matched, role: str = "duration") -> Length | None:
    """Length of the groups amount, unit, half, mod and above; None for 3月, which is March."""
    g = m
    unit_text = g["unit"]
    low, high = read_amount(g["amount"])
    unit = _unit(unit_text)
    if "、" in g["amount"] and high != low + 1:
        return None  # 3、8年 are two
    if low > high or (unit == "year" and (low, high) == (2, 9) and g.get("mod") == "近"):
        return None  # 近几年 is a word of its own
    if g.get("half") or "半" in unit_text:
        low, high = low + 0.5, high + 0.5
    if unit == "year" and low >= 1000 and low % 100:
        return None  # 2010年 is a year
    mod = g.get("mod") or ""
    modifier = (
        "less"
        if mod in _LESS
        else "more"
        if mod in _MORE or "以上" in (g.get("above") or "")
        else "about"
        if mod or g.get("above")
        else ""
    )
    if not modifier and (g.get("more") or "多" in unit_text):
        modifier = "more"
        if role not in ("ago", "later"):
            high += low == high  # 两年多 is two to three
    return Length(low, high, unit, role, modifier, iso_duration(low, high, unit))


def _window(m: Matched, role: str) -> Length | None:
    """A window of a stated length; 近几年 is a word of its own."""
    length = read_length(m, role)
    return (
        None
        if length and length.unit == "year" and (length.low, length.high) == (2, 9) and "若干" not in m.text
        else length
    )


def _length(role: str):
    return lambda m: read_length(m, role)


def _compound(m: Matched) -> Length | None:
    """1年3个月, 8天20小时: every unit once; the first says how it is counted. 三年五年 is three to five."""
    parts = []
    for part in _PART.finditer(m.text):
        unit = _unit(part["unit"] if part["unit"] != "时" else "小时")
        parts.append((*read_amount(part["amount"]), unit))
    units = [unit for _, _, unit in parts]
    low, high, first = parts[0]
    if units == [first] * 2:
        return Length(low, parts[1][1], first, "duration", "about", iso_duration(low, parts[1][1], first))
    if len(set(units)) < len(units) or "quarter-hour" in units:
        return None
    pieces = {_ISO[unit]: f"{amount:g}{_ISO[unit][1]}" for amount, _, unit in parts}
    date = "".join(pieces[key] for key in (("P", "Y"), ("P", "M"), ("P", "W"), ("P", "D")) if key in pieces)
    time = "".join(pieces[key] for key in (("PT", "H"), ("PT", "M"), ("PT", "S")) if key in pieces)
    return Length(low, high, first, "duration", "", f"P{date}" + (f"T{time}" if time else ""))


def _ordinal(m: Matched) -> Length | None:
    length = read_length(m, "ordinal")
    return length and length._replace(index=read_number(m["index"]))


def _nth_year(m: Matched) -> Length:
    """`low` years after the first one."""
    head = m["head"] or ""
    number = read_number(m["index"]) - (0 if "后" in head else 1)
    return Length(number, number, "year", "nth", "", "", 1 if head else 0)


def _is_nth_year(text: str, start: int, end: int) -> bool:
    """第三年 goes on from a date; 连续第三年 and 第三年级 do not."""
    return text[end : end + 1] not in tuple("级度期生薪轮租末底") and text[max(0, start - 2) : start] not in (
        "连续",
        "接连",
        "连着",
    )


_BEGINNING = "(?:成立|创立|创办|创建|创业|开业|开店|上市|投产|建厂|建校|运营|入职|接手|上任|毕业|诞生)"
_AMOUNT = rf"(?P<amount>{f.AMOUNT})"
_HALF = "(?P<half>半)?(?P<more>多|余|有余)?"
_YEARS = rf"{_AMOUNT}(?P<unit>{f.UNIT}|个半(?:月|小时|钟头|星期|世纪)){_HALF}"
_MOD = (
    "(?P<mod>近|约|大约|大概|将近|接近|不到|不足|至少|最少|最多|超过|超|逾|长达|多达|未满|不满|少于|不超过)?"
)
_ABOVE = "(?P<above>以上|以下|左右|上下|之久)?"
_ONE = rf"(?P<amount>{f.ARABIC}|{f.HAN_NUMBER}|半)(?P<unit>年|个?多?个月|个?星期|个?礼拜|周|天|个?小时|个?钟头|分钟?|秒钟?|时|日)"
_PART = re.compile(_ONE)
_AND = "(?:零|又|余|多|加|和)?"
_ANY_PART = f.unnamed(_ONE)
_UNTIL = f"(?:(?:至|到|~|-|—|–){f.unnamed(f.TIME_OF_DAY)})?"


def _whole(m: Matched) -> Length | None:
    """一整年, 整整一年."""
    unit = _unit(m["unit"])
    return Length(1, 1, unit, "duration", "", iso_duration(1, 1, unit)) if "一" in m.text else None


def _few(m: Matched) -> Length:
    """数月, 数日后: without 个, which only these need not."""
    unit, tail = _unit(m["unit"]), m.get("tail") or ""
    role = "later" if "后" in tail else "ago" if "前" in tail else "within" if "内" in tail else "duration"
    if m.get("head"):
        role = "past"
    low, high = read_amount(m["amount"])
    return Length(low, high, unit, role, "", iso_duration(low, high, unit))


def _blocked_year_unit(text: str, start: int, end: int) -> bool:
    """3年期, 5年级: the unit belongs to a noun."""
    if text.endswith("半年", start, end) and text.startswith("度", end):
        return False  # 半年度业绩
    return text[end : end + 1] not in "期级龄轮薪均报" or end == len(text)


_CLOCK = compile_pattern(f.TIME_OF_DAY)

RULES: tuple[Rule, ...] = (
    Rule("days-a-week", r"(?:一|每)周[一二三四五六七1-7]天", lambda m: Recurring("P1W"), "一周六天"),
    Rule("recent-length", rf"(?:近|最近|晚近)的?(?:这)?{_YEARS}(?:的?时间)?(?:之?[内间]|以?来|里|中|期间)?", lambda m: _window(m, "recent"), "近三年"),
    Rule("duration", rf"{_MOD}{_YEARS}(?:的?时间|光景)?{_ABOVE}", _length("duration"), "75天", _blocked_year_unit),
    Rule("long-duration", r"(?P<amount>[1-9][0-9]{3,4})[多余]?(?P<unit>天|个月|个?小时|分钟|秒)", _length("duration"), "1825天"),
    Rule("compound-duration", rf"{_ANY_PART}(?:{_AND}{_ANY_PART}){{1,5}}", _compound, "1年3个月", _blocked_year_unit),
    Rule("whole-length", r"(?:整整|一整|整)(?P<amount>一)?个?(?P<unit>年|月|周|星期|天|季度|世纪)", lambda m: _whole(m), "一整年"),
    Rule("few-months", r"(?P<amount>数)(?P<unit>月|日)(?P<tail>之?[内间]|[之以]?后|[之以]?前|来)?|(?P<head>近|过去)(?:(?P<amount>数)(?P<unit>月)|(?P<amount>[数几两三四五六七八九十]|[1-9][0-9]?)(?P<unit>日))", lambda m: _few(m), "数月后"),
    Rule("ago", rf"{_MOD}{_YEARS}(?:的?时间)?(?:之|以)?前", _length("ago"), "12年前"),
    Rule("later", rf"{_MOD}{_YEARS}(?:的?时间)?(?:之|以)?后", _length("later"), "11年后"),
    Rule("days-later", r"(?P<amount>[0-9]{1,3}|[一二三四五六七八九十百]{1,4})(?P<unit>个?(?:工作日|自然日|交易日)|日)(?:之|以)?后", _length("later"), "30个自然日后"),
    Rule("past-length", rf"(?:过[去往]|此前|之前|以往|前|上|上一?个|刚刚过去)的?{_MOD}{_YEARS}(?:的?时间)?(?:之?[内间]|以?来|里|中|期间)?", lambda m: _window(m, "past"), "过去10年间"),
    Rule("next-length", rf"(?:未来|今后|接下来|往后|下一?个|下|后|此后|其后|之后|随后|日后)的?{_MOD}{_YEARS}(?:的?时间)?(?:之?[内间]|里|中|期间)?", _length("next"), "未来三年"),
    Rule("this-length", rf"(?:这|那)(?:短短|整整|漫长)?的?{_YEARS}(?:的?时间)?(?:之?间|以?来|里|中|内|期间)?", lambda m: _window(m, "this"), "这12年来"),
    Rule("length-since", rf"{_MOD}{_YEARS}(?:的?时间)?(?:以来|来)", _length("since"), "12年来"),
    Rule("length-during", rf"{_MOD}{_YEARS}(?:的?时间)?(?:之?间|中|里)", _length("during"), "12年中"),
    Rule("length-within", rf"{_MOD}{_YEARS}(?:的?时间)?(?:之?内|以内)", _length("within"), "三年内"),
    Rule("days-within", r"(?P<amount>[0-9]{1,3}|[一二三四五六七八九十百]{1,4})(?:个?)(?P<unit>日|工作日|自然日|交易日)(?:之|以)?内", _length("within"), "30日内"),
    Rule("first-length", rf"(?:头|首|最初的?|最早的?){_YEARS}(?:的?时间)?(?:之?[内间]|里|中)?", _length("first"), "头三年"),
    Rule("nth-year", rf"(?P<head>{_BEGINNING}(?:之?后|以来|之初)?的?)第(?P<index>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:年|个年头)|第(?P<index>[3-9]|[1-4][0-9]|[三四五六七八九]|[二三四]?十[一二三四五六七八九]?)年", _nth_year, "成立后第五年", _is_nth_year),
    Rule("year-ended", "止的?(?P<core>(?:财政|财务|会计)?年度)", lambda m: Length(1, 1, "year", "duration", "", "P1Y"), "2021年3月31日止年度"),
    Rule("last-length", rf"(?:最后的?){_YEARS}(?:的?时间)?(?:之?[内间]|里|中)?", _length("last"), "最后三天"),
    Rule("new-length", rf"新的?{_YEARS}", _length("new"), "新10年"),
    Rule("ordinal-length", rf"第(?P<index>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})个(?P<amount>{f.ARABIC}|十|五|百|三|二十)(?P<unit>年|月|天)", _ordinal, "第二个10年"),
    Rule("years-end", rf"{_YEARS}(?:前后)", _length("duration"), "三年前后"),
    Rule("set", r"每(?:隔)?(?:一|个|一个)?(?P<amount>[0-9]{1,3}|[一两二三四五六七八九十]{1,3}|半)?个?(?P<unit>年度?|季度?|月份?|周|星期|礼拜|天|日|小时|分钟|秒钟?)", lambda m: _set(m), "每三年"),
    Rule("set-of", rf"(?:每逢|每到|每|逢)(?:个|一)?(?P<unit>年|季度|月|周|星期|天|日)的?(?:春节|元旦|国庆节?|五一|中秋节?|{f.unnamed(f.PART_OF_YEAR)}|{f.unnamed(f.MONTH)}(?:{f.unnamed(f.DAY)})?|{f.unnamed(f.QUARTER)}|{f.HALF}|{f.unnamed(f.SEASON)}|{f.unnamed(f.DAY)}|{f.unnamed(f.TIME_OF_DAY)}{_UNTIL})|(?:每逢|每到|每|逢)个?(?P<unit>周|星期|礼拜)(?:[一二三四五六日天](?:(?:[、和及与]|[、和及与](?:周|星期|礼拜))?[一二三四五六日天]){{0,6}}|末)(?:{f.unnamed(f.TIME_OF_DAY)}{_UNTIL})?", lambda m: _set_of(m), "每年年底"),
    Rule("set-nth", r"(?:每个?|每一个?|逢)(?P<unit>年|季度|月|周|星期)的?(?:最后|第|前|头)[一二两三四五1-5]?个?(?:天|日|工作日|交易日|周末|周|星期|月|季度)[一二三四五六日]?", lambda m: _set(m), "每个月的最后一天"),
    Rule("weekdays", rf"(?:每个?)?(?:周|星期|礼拜)(?P<first>[一二三四五六])(?:至|到|~|-|—|–)(?:周|星期|礼拜)?(?P<last>[二三四五六日天])(?:{f.unnamed(f.TIME_OF_DAY)}(?:至|到|~|-|—|–){f.unnamed(f.TIME_OF_DAY)})?", lambda m: _weekdays(m), "周一至周五"),
    Rule("set-word", r"天天|年年|月月|日日|周周|周更|日更|月更|每个?工作日|每个?交易日|逐年|逐月|逐日|逐季|每晚|每早|每逢周末|每周末|隔天|隔周|每(?:年|月)?除夕|每年(?:春节|国庆节?|元旦|中秋节?|双十一|双11)|每[年月周](?:的?这个?时候|此时)|一年一度", lambda m: _set_word(m), "天天"),
    Rule("round-the-clock", r"(?:7|七)[x×X*✕](?:24|二十四)(?:小时)?|全天候|365天", lambda m: Recurring("P1D"), "7×24小时"),
    Rule("vague-length", r"(?:很|相当|较|好|挺)?长(?:一段)?时间(?:以来|之?内|里)?|长期以来|(?:一|这|那|某|每)?段(?:很长的?|不短的?)?时间(?:以来|之?内|里|来)?|(?:很|极|较)?短(?:的)?时间(?:之?内|里)?|一阵子", lambda m: Vague("a vague length", "PX"), "一段时间内"),
    Rule("many-years", r"(?:好?多|许多|很多|若干|数)(?P<unit>年)(?:以?来|以?前|之前|以?后|之后|之?间)?", lambda m: Vague("a vague number of years", "PXY"), "多年来"),
)  # fmt: skip

_SET_UNITS = {"年": "P{}Y", "季": "P{}Q", "月": "P{}M", "周": "P{}W", "星": "P{}W", "礼": "P{}W", "天": "P{}D", "日": "P{}D",
              "小": "PT{}H", "分": "PT{}M", "秒": "PT{}S"}  # fmt: skip
_SET_WORDS = {
    "天": "P1D",
    "日": "P1D",
    "年": "P1Y",
    "月": "P1M",
    "周": "P1W",
    "季": "P3M",
    "晚": "P1D",
    "早": "P1D",
}


def _set(m: Matched) -> Recurring:
    amount = read_amount(m["amount"])[0] if m.get("amount") else 1
    value = _SET_UNITS[m["unit"][0]]
    if value == "P{}Q":
        value, amount = "P{}M", amount * 3
    return Recurring(value.format(f"{amount:g}") if amount >= 1 else "P6M")


def _set_word(m: Matched) -> Recurring:
    return Recurring(next(v for c, v in _SET_WORDS.items() if c in m.text))


def _weekdays(m: Matched) -> Recurring:
    number = {c: i for i, c in enumerate("一二三四五六日", 1)} | {"天": 7}
    return Recurring(f"XXXX-WXX-{number[m['first']]}/XXXX-WXX-{number[m['last']]}")


def _set_of(m: Matched) -> Recurring:
    from timeline.times.dates import WEEKDAYS, read_clock

    text = m.text
    clock = _CLOCK.search(text, 2)
    time = read_clock(Matched(clock[0], clock.groupdict())).removesuffix(":00") if clock else ""
    if m["unit"] in ("周", "星期"):
        day = next(c for c in text[1 + len(m["unit"]) :] if c in WEEKDAYS)
        number = WEEKDAYS[day]
        return Recurring(f"XXXX-WXX-{'WE' if number == 8 else number}{time}")
    if m["unit"] in ("天", "日"):
        return Recurring(f"XXXX-XX-XX{time}")
    month, named = re.search(f.MONTH, text), re.search(f.DAY, text)
    head = "XXXX" if not month else f"XXXX-{read_number(month['month']):02d}"
    if named:
        return Recurring(f"{head if month else 'XXXX-XX'}-{read_number(named['day']):02d}")
    return Recurring(
        head if month else "P1Y" if m["unit"] == "年" else "P3M" if m["unit"] == "季度" else "P1M"
    )
