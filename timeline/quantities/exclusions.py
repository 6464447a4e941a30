"""What looks like a number and is no quantity: times, names, versions, articles, single characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.lexicon.numerals import DIGITS, FORMAL, HAN, LARGE, SMALL
from timeline.numbers import read_number
from timeline.quantities import units

if TYPE_CHECKING:
    from timeline.quantities.amounts import Amount

# A lone Chinese digit is a number only between these: 答案是四不是五.
BOUNDED_LEFT = r"(?:(?<![^\s，。、；：,（(\"“是为于和与或加减乘除])|(?<=等于))"
BOUNDED_RIGHT = r"(?=$|[\s，。、；：,）)\"”是不的和与或加减乘除这])"

# What makes the number before it part of a time, after an optional 多/余/几/个.
TIME = re.compile(
    r"[多余几来]?(?:个?(?:多|半)?(?:年(?!会)|月|季度|星期|礼拜|小时|钟头|世纪|工作日|交易日|昼夜)"
    r"|日(?!元|圆|币|本|均)|天(?!猫|使|津|然)|周(?!边|围|转|全|密|大)|岁|秒|分钟|号(?!称|召|码|线|文|机|令)|[点时]钟"
    r"|[点时](?=[\d零一二三四五六半一前后左，。])|刻钟|旬|载(?=[，。的])|年代|周年|季(?!后)|时许?(?=[，。、到至—]|许)"
    r"|点(?=半|多|前|后|左右|到|至|整|，|。|、)|(?:st|nd|rd|th)\b"
    r"|[ -]?(?:years?|months?|weeks?|days?|hours?|minutes?|mins?|seconds?|quarters?|decades?|centur(?:y|ies))\b)"
)
_CALENDAR = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)(?:T[\d:.+Z-]*)?|\d{1,2}:\d{2}(?::\d{2})?|\d{4}/\d{1,2}(?![\d/])"
    r"|\d{1,2}/\d{1,2}/\d{2,4}|(?:19|20)\d{2}-(?:0\d|1[0-2])(?!\d)|(?:19|20)\d\ds"
)
_SPAN = r"(?:年|月|日(?!元|圆|币)|个月|天|周|小时|分钟|号(?!线)|岁|世纪|季度| ?years| ?months| ?days| ?hours)"
_TIME_RANGE = re.compile(rf"\d{{1,4}}\s*[-—–~～至到、和及]{{1,2}}\s*\d{{1,4}}{_SPAN}")
_HAN_TIME_RANGE = re.compile(rf"[{HAN}]{{1,3}}[到至—~][{HAN}]{{1,3}}个?{_SPAN}")
# What makes the number before it a name or a pattern: 500强, 10系列, 7×24, 12.5.1, 3.0版.
_NAMED = re.compile(
    r"强(?!者|度|化)|系列?(?!统)|代(?!表|理)|号|版(?!权|面|本费)|型(?!号数)|路(?!公里)|线城|线(?!上|下)|世(?!界|代)|维|星级"
    r"|[×xX*]\s?\d|-\d{3,}|年级|军|连冠|连胜|角大楼|会(?=$|[，。])|制(?!造)|折叠|开(?=[本，。])|族"
)
# Versions, addresses, telephone numbers.
_CODE = re.compile(
    r"0[-—~到至]100 ?(?:km/h|公里(?:/小时|每小时)?|千米)? ?(?=加速|提速)|\d{1,3}+(?:\.\d{1,3}+){2,}+(?!\d)|(?:\d{1,3}-)?\d{3,4}-\d{3,4}-\d{3,4}(?!\d)|0\d{2,3}-\d{7,8}(?!\d)|1[3-9]\d{9}(?!\d)"
)
_TITLED = re.compile(r"(?:[A-Z]{2,}|(?<![A-Za-z.] )\b[A-Z][A-Za-z]+) $")  # ISO 9001, Windows 11
_TIMES_SIGN = re.compile(r"[×xX*]\s?$")
_MONTHS = (
    r"January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_MONTH_BEFORE = re.compile(rf"(?:{_MONTHS})\.? $")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LISTED_COUNT = re.compile(
    r"(?:[、和及与]|以及)\s?\d[\d,.]*(?:[、和及与]\s?\d[\d,.]*)*[万亿]?(?:家|名|个|台|辆|人|间|座|套|件|元)"
)
_SCORE = re.compile(r"评分|得分|打分|满分|评为|获得?|高分|口碑|豆瓣|NPS|推荐值|分数|scor|rat")
_RUN = re.compile(r"[0-9A-Za-z.,_%-]+")
_SERIES = re.compile(r"[零〇○一二三四五六七八九]{3,}")
_LEFT, _RIGHT = re.compile(BOUNDED_LEFT), re.compile(BOUNDED_RIGHT)
_FORMAL_NEXT = FORMAL | LARGE.keys() | SMALL.keys() | {"点", "分", "折", "打", "又"}
_IDIOM = re.compile(r"[一二两三四五六七八九百千][一-鿿][一二两三四五六七八九百千]")
_ARTICLES = frozenset({"persons", "units", "degree", "points", "households", "B", "nit", "characters"})


def past(text: str, start: int) -> int:
    """Where to go on after something that is no quantity."""
    if not text[start].isascii():
        series = _SERIES.match(text, start)
        return series.end() if series else start + 1
    match = _RUN.match(text, start)
    if not match:
        return start + 1
    end = match.end()
    while end > start + 1 and text[end - 1] in ".,-_":
        end -= 1
    return end


def no_quantity(text: str, start: int) -> int:
    """Where the time or name at `start` ends; 0 if a quantity may stand there."""
    for pattern in (_CALENDAR, _CODE, _TIME_RANGE, _HAN_TIME_RANGE):
        match = pattern.match(text, start)
        if match:
            return match.end()
    first = text[start]
    if not start:
        return start + 1 if _is_formal_word(text, start) else 0
    before = text[start - 1]
    if first.isascii() and before.isascii():
        if (before.isalnum() or before == "_") and not units.symbol_before(text, start):
            return past(text, start)  # X7, M2
        if before in "-/" and text[start - 2 : start - 1].isascii() and text[start - 2 : start - 1].isalpha():
            return past(text, start)  # GPT-4
        if before in "*xX" and text[start - 2 : start - 1].isdigit():
            return past(text, start)
    if before == "×" and text[start - 2 : start - 1].isdigit():
        return past(text, start)
    if first in DIGITS and before in "周拜初唯统逐单之":
        return start + 1
    if before == "双":  # 双十一
        return past(text, start) + (first == "十")
    return start + 1 if _is_formal_word(text, start) else 0


def _is_formal_word(text: str, start: int) -> bool:
    """陆军, 拾起, 肆意: a formal digit by itself is a word."""
    if text[start] not in FORMAL or text[start + 1 : start + 2] in _FORMAL_NEXT:
        return False
    return not _stands_alone(text, start, start + 1) and text[start - 1 : start] not in _FORMAL_NEXT


def _stands_alone(text: str, start: int, end: int) -> bool:
    if text[end : end + 1] in ("、", "）", ")") and text[start - 1 : start] in ("", "\n", "（", "(", "第"):
        return False  # 一、…, （二）: the ordinals of a list
    return bool(_LEFT.match(text, start)) and bool(_RIGHT.match(text, end))


def is_quantity(text: str, amount: Amount) -> bool:
    """Whether an amount is one: no article (一个), no word (百万富翁), no name, no bare year."""
    number = amount.number
    numeral = read_number(text, number.start) if number.value is not None else None
    core = text[number.start : numeral.end] if numeral else text[number.start : number.end]
    if amount.rule == "word" or core == "万一":
        return False
    if amount.counts and len(core) == 1 and _IDIOM.match(text, max(0, number.start - 2)):
        return False  # 三番五次, 五花八门
    if core == "两" and amount.unit == "liang":  # 两两, 一两两 are words
        return False
    if core == "零" and amount.counts:  # 零件, 零部件
        return False
    if core == "一" and amount.rule != "dozen" and (amount.counts or amount.unit in _ARTICLES):
        return False
    if (
        core
        and core[0] in "百千万亿"
        and amount.rule != "per-hundred"
        and not any(char in DIGITS for char in core)
    ):
        bounded = text[amount.start - 1 : amount.start] in tuple("上近超逾过约破")
        if not bounded and (len(core) == 1 or amount.rule == "bare"):
            return False
    if amount.unit in ("points", "degree") and core in ("十", "百", "千"):
        return False
    if (
        amount.unit == "points"
        and "." not in core
        and not _SCORE.search(text, max(0, amount.start - 10), amount.start)
    ):
        return False
    return amount.rule not in ("bare", "noun") or _is_number(text, amount, core)


def _is_number(text: str, amount: Amount, core: str) -> bool:
    """Whether a number without a unit is more than a word or a part of a name."""
    end = amount.number.end
    following = text[end : end + 1]
    spoken = not core[:1].isascii()
    if not spoken and amount.rule == "bare" and _TITLED.search(text, max(0, amount.start - 12), amount.start):
        return False
    if text.startswith("分之", end):
        return True
    if spoken and following and following in HAN + "几数" and (len(core) == 1 or following not in SMALL):
        return False
    if _NAMED.match(text, end) or _TIMES_SIGN.search(text, max(0, amount.start - 3), amount.start):
        return False
    if following.isascii() and (following.isalpha() or following == "_"):
        return False
    if amount.rule == "noun":
        return True
    if spoken and (
        len(core) == 1 or not any(char in SMALL or char in LARGE or char in "点廿卅" for char in core)
    ):
        return (len(core) > 2 and core[0] in DIGITS) or (
            len(core) == 1 and _stands_alone(text, amount.start, end)
        )
    year = _YEAR.fullmatch(core) and not (
        text[amount.start - 1 : amount.start] == "、" and _LISTED_COUNT.match(text, end)
    )
    return not year and not _MONTH_BEFORE.search(text, max(0, amount.start - 12), amount.start)
