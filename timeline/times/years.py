"""Resolve the year that an expression leaves out: the running year, the document's, one counted from a birth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.times import english_years, lunar, milestones, onward
from timeline.times.context import Antecedent, Missing, Reference
from timeline.times.finding import Found
from timeline.times.numerals import read_number
from timeline.times.readings import Point, Shift

if TYPE_CHECKING:
    from timeline.times.standing import Standing

FUTURE = re.compile("将|预计|计划|拟|有望|即将|明年|未来")
_ONWARD = re.compile("将于|将在|拟于|定于|预计|展望|预期|预估|预料|expect|scheduled|will |ended ")


_SOME_YEAR = re.compile(r"(?:^|[，。；：！？“\n]|[有某])一?年的?$|某一年的?$")  # 有一年冬天, 某年5月


def find_year(walk: Standing, found: Found, point: Point) -> tuple[int, str]:
    if isinstance(point.year, int):
        if walk.era_year and (year := in_republic(walk, found)):
            return year, walk.said(walk.era_year)
        return point.year, ""
    if isinstance(point.year, Shift):
        return shifted_year(walk, found, point.year)
    if isinstance(point.month, Shift):
        return 0, ""  # the month says it
    if found.rule == "english-near-month":
        return english_years.of_near_month(walk.reference, found, point), walk.document()
    if _SOME_YEAR.search(walk.before(found, 5)):
        raise Missing("some year")
    if (told := _running(walk, found, point)) is not None:
        if onward.rolls_on(walk, found, point, told):
            return told.latest.year + 1, walk.said(told)
        month = _month_number(point)
        same = month is None or month >= told.earliest.month
        return (told.earliest if same else told.latest).year, walk.said(told)
    if walk.reference is None:
        raise Missing("no year before it, and the document has no date")
    if (window := walk.near(found, walk.window, 120)) and (month := _month_number(point)):
        # 过去一年…，8月…: the August in that year.
        year = window.latest.year - (month > window.latest.month)
        return year, walk.said(window)
    return _nearest_year(walk, walk.reference, found, point), walk.document()


def _running(walk: Standing, found: Found, point: Point) -> Antecedent | None:
    """The running year, unless the words around the expression say that it is of another."""
    told, reference = _told_year(walk, found), walk.reference
    if told is None or reference is None:
        return told
    if found.rule.startswith("english") and (
        (
            (
                point.part.startswith("Q")
                or english_years.is_far(walk, reference, found, _month_number(point) or 0)
            )
            and english_years.is_accounted(walk, reference, found, told)
        )
        or english_years.was_aside(walk, reference, found, told)
    ):
        return None
    if onward.is_news(walk, reference, found, point, told) or _lies_ahead(walk, found, told):
        return None
    if told.earliest <= reference.latest:
        return told
    return None if found.rule == "english-year-end" or _was(walk, found, point) else told


_HAS_BEEN = re.compile("[^，。；！？\n]{0,16}(?:已(?!经?计划)|了)")


def _was(walk: Standing, found: Found, point: Point) -> bool:
    """明年…，第三季毛利率已落底: no longer in the year to come."""
    return point.part[:1] in ("Q", "H") and bool(_HAS_BEEN.match(walk.text, found.end))


_FRESH = 4  # months: how long after its end a report on the year to date is written

_SCHEDULE = re.compile(r"(?:时间|时段|期限|日期|周期|档期)[为是：:]?$")


def year_to_date(walk: Standing, found: Found, first: Point, last: Point) -> tuple[int, str] | None:
    """The year of 1-6月, which reports on months that are over; None where the running year leads.

    After 2024年底 told in another sentence it is of 2025, if the document was written after its end.
    """
    reference, month = walk.reference, last.month
    if first.year is not None or first.month != 1 or reference is None or not isinstance(month, int):
        return None
    if FUTURE.search(walk.before(found)) or FUTURE.search(walk.after(found, 6)):
        return None
    if _SCHEDULE.search(walk.before(found, 6)):
        return None
    year = reference.latest.year
    ahead = month - reference.latest.month
    if (told := _told_year(walk, found)) is None:
        return (year - 1, walk.document()) if ahead > 0 and walk.window is None else None
    if told.latest.year == year and ahead > 0 and told.grain != "year":
        return year - 1, walk.document()
    if told.latest.year != year - 1 or ahead >= 0 or walk.same_sentence(found, told):
        return None
    is_back = told.earliest.month > month  # the text has gone past these months of the year before
    fresh = reference.grain != "year" and ahead >= -_FRESH
    return (year, walk.document()) if is_back or fresh else None


ERA = 400  # characters: how far the years of the Republic go on
_SHORT_YEAR = re.compile(r"([0-9]{2}|[一二三四五六七八九]?十[一二三四五六七八九]?)年")


def in_republic(walk: Standing, found: Found) -> int | None:
    """民国85年成立，93年底上市: the era goes on."""
    match = _SHORT_YEAR.match(found.text)
    if match is None or walk.near(found, walk.era_year, ERA, 4) is None:
        return None
    return 1911 + read_number(match[1])


def _lies_ahead(walk: Standing, found: Found, told: Antecedent) -> bool:
    """将于9月13日召开, six months ended 30 June: no longer in the past year that was told."""
    if walk.reference is None or told.latest >= walk.reference.earliest:
        return False
    if found.text[0].isascii() and english_years.GOING.search(walk.before(found, 60)):
        return True
    return bool(_ONWARD.search(walk.before(found, 16)))


def _told_year(walk: Standing, found: Found) -> Antecedent | None:
    """The running year of the narrative, if the text has kept to it."""
    told = walk.near(found, walk.year, 300)
    told = told and walk.outside(found, told)
    if (
        told is None
        or told.present
        or _is_left(walk, found, told)
        or (told.latest - told.earliest).days > 366
    ):
        return None
    if told.earliest.year != told.latest.year and told.grain != "range":
        return None
    return told


_ASIDE = ("去年", "前年", "明年", "后年", "上年")


def _is_left(walk: Standing, found: Found, told: Antecedent) -> bool:
    """去年营收…。 closes with its paragraph: the next one tells of the document's year again."""
    return walk.text.startswith(_ASIDE, told.start) and "\n" in walk.text[told.end : found.start]


def _year_of(walk: Standing, told: Antecedent, by: int) -> int:
    """The year that a date is of: the one it states (2006年春节前, 1998年冬天), else its last, or first for what came before."""
    stated = walk.text[told.start : told.start + 4]
    if (
        stated.isdigit()
        and int(stated) in (told.earliest.year, told.latest.year)
        and (told.latest - told.earliest).days <= 92
    ):
        return int(stated)
    brief = (told.latest - told.earliest).days <= 92  # a winter is of its first year
    return told.latest.year if by >= 0 and not brief else told.earliest.year


# 当年那对夫妇, 当年我在校的时候: not the year just told
_BACK_THEN = re.compile(r"那[个些位对家台辆件本]|[^，。；！？\n]{1,14}的时候")


_BY_NOW = re.compile(
    "[今昨明][天日晚早]|前天|后天|[上下本这]个?[月周]|如今|目前|现在"
)  # 下个月退市。当年，他…


def _is_by_now(walk: Standing, found: Found, told: Antecedent) -> bool:
    """下个月退市。当年，他…: not the year of that; nor does 那年 ever mean this year."""
    if found.text in ("那年", "那一年") and walk.text.startswith("今年", told.start):
        return True
    return found.text in ("当年", "那年", "那一年") and bool(_BY_NOW.match(walk.text, told.start))


def _pointed_to(walk: Standing, found: Found) -> Antecedent | None:
    """The date that 当年, 次年, the following year point to: of the step before them (上市次年), else the last."""
    last = walk.told(found, 600, paragraphs=4)
    last = last and walk.outside(found, last)
    step = milestones.step_before(walk, found)
    if not step or milestones.apposed(walk, found):
        return last
    if told := milestones.told_of(walk, found, step):
        return told
    if found.text[0] == "那" and walk.same_sentence(found, last) is None:
        raise Missing("the year of something that has no date")  # 出狱那年
    return last


def shifted_year(walk: Standing, found: Found, by: Shift) -> tuple[int, str]:
    if found.text == "当年" and _BACK_THEN.match(walk.text, found.end):
        raise Missing("long ago, of no year")
    if by.origin == "text":
        antecedent = _pointed_to(walk, found)
        if antecedent and _is_by_now(walk, found, antecedent):
            raise Missing("long ago, of no year")
        if antecedent and antecedent.grain in ("decade", "century"):
            raise Missing("no single year before it")
        if antecedent:
            year = _year_of(walk, antecedent, by.by)
            if found.text.startswith("第二年"):
                walk.series = antecedent, found.start
            return year + by.by, walk.said(antecedent)
        if by.by != -1:
            raise Missing("no year before it")
    if walk.reference is None:
        raise Missing("the document has no date")
    year = walk.reference.earliest.year + by.by
    if found.rule == "english-near-season" and by.by == -1 and _is_over(walk.reference, found.text):
        year += 1  # last summer, said in autumn
    return year, walk.document()


_BORN = re.compile(
    r"[，,]?[^，。；,;\n]{0,5}(?:出生|生于|生在|生人)|生[，。；（）()]|\s*[-–—－]|\s*born", re.I
)
_BORN_IN = ("生于", "出生在", "born in ", "born on ", "诞生于")
_LIVES = 60  # dates: how far back a birth still is somebody's of whom the text tells


def at_age(walk: Standing, found: Found, age: int) -> tuple[int, str]:
    """31岁那年: counted from the birth told last; a year told just before it is that year."""
    for told in reversed(walk.history[-_LIVES:]):
        if walk.before(told, 10).lower().endswith(_BORN_IN) or _BORN.match(walk.after(told, 10)):
            return told.earliest.year + age, walk.said(told)
    if (same := walk.same_sentence(found, walk.last)) and found.start - same.end <= 12:
        return same.earliest.year, walk.said(same)
    raise Missing("no birth is told")


def _is_over(reference: Reference, words: str) -> bool:
    """Has the season of the document's own year ended by then?"""
    last = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}.get(words.split()[-1], 12)
    return reference.earliest.month > last


def _nearest_year(walk: Standing, reference: Reference, found: Found, point: Point) -> int:
    """The document's year, or last year's for a late month told early in the year."""
    year, month = reference.earliest.year, _month_number(point)
    if reference.grain == "year" or month is None:
        return year
    ahead = month - reference.earliest.month
    if found.rule.startswith("english") and point.part.startswith("Q") and ahead > 1:
        expected = ahead < 7 and english_years.is_expected(walk, found)
        return year if expected else year - 1  # results are of quarters gone by
    if ahead > 1 and found.rule.startswith("english") and english_years.went(walk, found):
        return year - 1  # closed in late July, said in January
    if ahead >= 7 and not FUTURE.search(walk.before(found)):
        return year - 1
    if ahead <= -8 and FUTURE.search(walk.before(found)):
        return year + 1
    return year


def _month_number(point: Point) -> int | None:
    if isinstance(point.month, int):
        return point.month
    if point.holiday:
        row = lunar.holiday_table()[point.holiday]
        return int(row["month"]) + (row["calendar"] == "lunar") if row["day"] != "-1" else 1
    return {"Q1": 2, "Q2": 5, "Q3": 8, "Q4": 11, "H1": 3, "H2": 9, "春": 4, "夏": 7, "秋": 10, "冬": 12}.get(
        point.part
    )
