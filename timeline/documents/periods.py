"""What a report's headings and its title report on: `Full Year 2023 Highlights`, `2023年第四季度业绩摘要` → EDTF.

A line is such a heading when it opens with a period, says in a noun what it is (results, highlights,
业绩, 摘要 …) and is no sentence. A fiscal period is left alone: which months it has, its line does not say.
"""

import datetime
import re
from typing import NamedTuple

from timeline import edtf

Day = datetime.date
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_HAN_YEAR = "(?P<year>(?:19|20)[0-9]{2}|[一二][〇○零一二三四五六七八九]{3})"
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_HAN_MONTHS = {
    name: n
    for n, name in enumerate(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], 1)
}
_ENGLISH = re.compile(
    r"[ \t#*]*(?:"
    rf"(?P<ordinal>First|Second|Third|Fourth)[- ](?P<unit>Quarter|Half)(?: of)?(?: the year)? {_YEAR}"
    rf"|[QH](?P<digit>[1-4])[, ]+(?P<year2>(?:19|20)\d\d)|(?P<half>[12])H ?(?P<year3>(?:19|20)\d\d)"
    r"|(?:Full[- ]Year|Annual)(?: of)? (?P<year4>(?:19|20)\d\d)"
    r"|(?P<year5>(?:19|20)\d\d) (?:Full[- ]Year|Annual)"
    r")\b(?![^\n]*\bfiscal\b)(?:[^\n.;!?。]|\.(?=\d))*"
    r"\b(?:Highlights|Results|Summary|Review|Overview|Performance|Figures|Update|Statistics)\b[^\n.;!?。]{0,30}$",
    re.I,
)
_CHINESE = re.compile(
    rf"[ \t\u3000#*【\[（(一二三四五六七八九十、]*{_YEAR}\s?年度?(?:第?(?P<quarter>[一二三四1-4])季度?|(?P<half>上|下)半年|全年)?"
    r"[^\n。；！？!?，,]{0,24}(?:摘要|概要|要点|要點|亮点|亮點|业绩|業績|回顾|回顧|概览|概覽|概况|概況|表现|表現)[^\n。；！？!?，,]{0,8}$"
)
# 截至2023年6月30日止六个月, 截至二零二五年六月三十日止六個月
_UNTIL = (
    rf"(?:截至|截止){_HAN_YEAR}\s?年\s?(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?月\s?[0-9一二三十]{{1,3}}\s?日止?的?"
    r"(?:第?[一二三四]季度?)?(?:(?P<months>[三六九369]|十二|12)[个個]月|(?:财政|財政|财务|会计|會計)?年度)"
)
_ENDED = re.compile(
    rf"[ \t\u3000#*【\[（(]*{_UNTIL}[^\n。；！？!?，,]{{0,24}}(?:公告|公布|公佈|报告|報告|摘要|业绩|業績|回顾|回顧)[^\n。；！？!?，,]{{0,8}}$"
)
_ENDED_ANYWHERE = re.compile(_UNTIL)
_LENGTHS = {"三": 3, "六": 6, "九": 9, "3": 3, "6": 6, "9": 9}
_TITLE = re.compile(
    rf"{_HAN_YEAR}年?(?:年度|度)?(?:(?P<part>半年度?|中期|第?[一三1-4]季度?)|(?:年度|度)?)[\u4e00-\u9fff]{{0,10}}(?:报告|報告|年报|年報|业绩(?:公告|公布|报告)|業績(?:公告|公佈|報告))"
)
_ORDINALS = ("first", "second", "third", "fourth")
_QUARTERS = {**{str(n): n for n in range(1, 5)}, "一": 1, "二": 2, "三": 3, "四": 4}


def find_period(line: str) -> str:
    """The period that a report's heading names, as EDTF (2023, 2023-36, 2023-40); "" for any other line."""
    if match := _ENGLISH.match(line):
        year = match["year"] or match["year2"] or match["year3"] or match["year4"] or match["year5"]
        if match["ordinal"]:
            number = _ORDINALS.index(match["ordinal"].lower()) + 1
            return _part(year, number, match["unit"].lower() == "half")
        if match["digit"]:
            return _part(year, int(match["digit"]), match[0].lstrip(" \t#*")[0] in "Hh")
        return _part(year, int(match["half"]), True) if match["half"] else year
    if match := _CHINESE.match(line):
        if match["quarter"]:
            return _part(match["year"], _QUARTERS[match["quarter"]], False)
        return _part(match["year"], "上下".index(match["half"]) + 1, True) if match["half"] else match["year"]
    if match := _ENDED.match(line):
        return edtf.from_bounds(*_months_until(match))
    return ""


class Reported(NamedTuple):
    """What a document reports on: the days, or the year and its part (Q1 … Q4, H1), and where it says so."""

    start: int
    end: int
    days: tuple[Day, Day] | None = None
    year: int = 0
    part: str = ""


def find_reported(head: str) -> Reported | None:
    """What the title of a report says, anywhere in the first lines of its text; None if it is no report."""
    if match := _ENDED_ANYWHERE.search(head):
        return Reported(*match.span(), _months_until(match))
    if match := _TITLE.search(head):
        kind = match["part"] or ""
        quarter = next((n for n, c in enumerate("一二三四", 1) if c in kind or str(n) in kind), 0)
        part = f"Q{quarter}" if quarter else "H1" if kind else ""
        return Reported(*match.span(), None, int(match["year"].translate(_HAN_DIGITS)), part)
    return None


def _months_until(match: re.Match[str]) -> tuple[Day, Day]:
    """The days of so many months, or of the year, that end with the month told."""
    year, word = int(match["year"].translate(_HAN_DIGITS)), match["month"]
    month = _HAN_MONTHS.get(word) or int(word)
    first, after = divmod(year * 12 + month - _LENGTHS.get(match["months"] or "", 12), 12)
    return Day(first, after + 1, 1), edtf.last_day(year, month)


def _part(year: str, number: int, half: bool) -> str:
    """A quarter is 33 to 36, a half 40 or 41 (ISO 8601-2)."""
    if half:
        return f"{year}-{39 + number}" if number <= 2 else ""
    return f"{year}-{32 + number}"
