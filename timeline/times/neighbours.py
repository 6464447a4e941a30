"""Names, habits and comparisons that hold a time word: whether it can be a time there at all.

Each function sees (text, start, end) of a place.
"""

from __future__ import annotations

import re

_NAMED = re.compile(
    "新村|路(?![演透况径由])|街(?!头)|大道|镇(?!政|定|长|委)|面馆|酒店|酒楼|餐厅|咖啡|牌(?!照)|先生|女士|小姐|同学|大厦|广场|小区|公园|商圈|中学|小学|大桥"
    "|水库|农场|公社|支行|文化宫|书店|影[院业城]|[东西南北中一二三四]{1,2}[路街巷]|支路|[0-9]{1,4}号[院楼店馆仓库厂]?"
)


def no_name(text: str, start: int, end: int) -> bool:
    """秋天牌羽绒服, 周五面馆, 元旦新村, 五一商圈, 七一东路 are named after a time."""
    return not _NAMED.match(text, end) and not opens_title(text, start, end)


def opens_title(text: str, start: int, end: int) -> bool:
    """《四月物语》, 《夏天的风》 are named so; a report 《5月销售数据》 is of that month."""
    return text[start - 1 : start] == "《" and not text[start].isdigit() and text[end : end + 1] != "份"


def of_a_season(text: str, start: int, end: int) -> bool:
    """夏天, 今春, 去冬; but 失去春天 and what is named so."""
    if text[start] in "今去":
        return text[start - 1 : start] not in tuple("失过逝离老如当至") and text[end : end + 1] != "天"
    return no_name(text, start, end)


_COMPARED = re.compile(r"[早晚]一点")
_HABIT = re.compile(r"(?:如果|倘若|假如|要是|只要|凡是|每逢|不论|无论)[^，。；！？\n]{0,10}$")


def o_clock(text: str, start: int, end: int) -> bool:
    """晚上9:30; but 早一点来 is sooner, and 如果上午10点前来 is of no day."""
    if _COMPARED.fullmatch(text, start, end) and text[start - 1 : start] not in tuple("今明昨当每日号"):
        return False
    return not _HABIT.search(text, max(0, start - 14), start)


_SCHOOL_YEAR = re.compile(r"(?:[大高初][一二三四]|年级)$")


def no_school_year(text: str, start: int, end: int) -> bool:
    """大四上半年 is of somebody's studies."""
    return not _SCHOOL_YEAR.search(text, max(0, start - 2), start)


_ANY_WEEKEND = re.compile(r"[长双单大小]$|每[^，。！？\n]{0,10}个$")


def that_weekday(text: str, start: int, end: int) -> bool:
    """周三, 周末; but 休一个长周末, 每两周才过一个周末 are of no week, and 周五面馆 is a name."""
    if text.startswith("周末", start) and _ANY_WEEKEND.search(text, max(0, start - 14), start):
        return False
    return no_name(text, start, end)


_AFTER_MIDDLE = re.compile(
    "[，,。、；：）)\n]|开[始工业]|[前后起]|左右|以来|完[工成]|[量投试]产|上市|推出|启用|发布|举行|[将已就的至到时达]|$"
)


def of_the_middle(text: str, start: int, end: int) -> bool:
    """去年中量产, 从2015年中开始; but 2015年中标 and 2015年中信证券 only begin so."""
    return text[end - 1] != "中" or bool(_AFTER_MIDDLE.match(text, end))


_MONTHLY = re.compile("每个?月[^。；！？\n]{0,24}$")


def of_no_rule(text: str, start: int, end: int) -> bool:
    """每月前三日公告截至上月末的进展 is every month's."""
    return not (text.startswith("上", start) and _MONTHLY.search(text, max(0, start - 28), start))


def no_rule_of_law(text: str, start: int, end: int) -> bool:
    """应于上一会计年度结束后的六个月内 is any year's."""
    return not ("会计" in text[start:end] and text.startswith(("结束后", "终了", "完结后", "终结后"), end))


_RATE = re.compile("[几数0-9一二两三四五六七八九十百千万]{1,6}[多余来]?[元块]")


def no_rate(text: str, start: int, end: int) -> bool:
    """一月三十元 are thirty yuan a month, 七月书店 is named so."""
    if text[start].isdigit():
        return True
    return no_name(text, start, end) and (text[start:end] != "一月" or not _RATE.match(text, end))


_COUNTED = frozenset("元块个名家台万亿人件只分多余辆吨米点%％场次款位项天部篇轮0123456789.")


def no_count(text: str, start: int, end: int) -> bool:
    """本周4 is a day; 本周4家 are shops of a week."""
    return text[end : end + 1] not in _COUNTED


_DAILY = re.compile("每个?(?:营业|工作|交易|开放)?[日天]$")


def of_one_day(text: str, start: int, end: int) -> bool:
    """每个营业日上午九时至下午三时 is of no day."""
    return not _DAILY.search(text, max(0, start - 6), start)


def compared(text: str, start: int, end: int) -> bool:
    """较前月增长; but 目前月活 and 三年前月薪."""
    return text[start - 1 : start] in ("较", "比", "与", "跟", "和", "自", "至")
