"""Rules for ranges: two points and what joins them, as one expression (2019年3月至2021年6月)."""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.times import fragments as f
from timeline.times.neighbours import of_one_day
from timeline.times.numerals import read_number
from timeline.times.readings import Deictic, Point, Range, Reading, Shift
from timeline.times.rule import Matched, Rule
from timeline.times.surroundings import in_brackets, no_number_of_list, no_show, slashed_span

JOIN = "(?: ?(?:-{1,2}|–|—{1,2}|~|～|至|到|直至) ?)"
_AND = "(?: ?(?:和|与|及) ?)"
_DASH = "(?: ?(?:-{1,2}|–|—{1,2}|~|～|至|到) ?)"
NOW: tuple[str, ...] = ("今", "现在", "目前", "今天", "今日", "如今", "当前")
_OLD = 120  # years
_LIVED = "(?: ?(?:-{1,2}|–|—{1,2}|－|~|～) ?)"
_CLOSE = "(?:之?间|期间|之内|年度)?"
_WORD_JOIN = re.compile(r" ?(?:-{1,2}|–|—{1,2}|~|～|直至|至|到|和|与|及) ?")


def _years(m: Matched) -> Range | None:
    first = read_number(m["first"])
    text = m["last"]
    last = read_number(text)
    if len(text) == 2 and text.isdigit():
        last += first // 100 * 100
    if not first < last <= first + 400:
        return None
    return Range(Point(year=first), Point(year=last))


def _life(m: Matched) -> Range | None:
    """A life, at the longest."""
    return _years(m) if int(m["last"]) - int(m["first"]) <= _OLD and int(m["first"]) >= 1500 else None


def _is_list(m: Matched, first: int, last: int) -> bool:
    """二、三季度 and 6、7日 are neighbours; 一、三季度 are no span."""
    return "、" in m.text and last != first + m.text.count("、")


def _months(m: Matched) -> Range | None:
    from timeline.times.dates import read_year

    if _is_list(m, read_number(m["first"]), read_number(m["last"])):
        return None

    year = read_year(m)
    return Range(
        Point(year=year, month=read_number(m["first"])), Point(year=year, month=read_number(m["last"]))
    )


def _month_days(m: Matched) -> Range | None:
    from timeline.times.dates import read_year

    if _is_list(m, read_number(m["first"]), read_number(m["last"])):
        return None

    year, month = read_year(m), read_number(m["month"]) if m["month"] else None
    return Range(
        Point(year=year, month=month, day=read_number(m["first"])),
        Point(year=year, month=month, day=read_number(m["last"])),
    )


def _quarters(m: Matched) -> Range | None:
    from timeline.times.dates import read_year

    year = read_year(m)
    numbers = {"一": 1, "二": 2, "三": 3, "四": 4}
    first, last = (numbers.get(m[g]) or int(m[g]) for g in ("first", "last"))
    if _is_list(m, first, last):
        return None
    return Range(Point(year=year, part=f"Q{first}"), Point(year=year, part=f"Q{last}"))


def _first_quarters(m: Matched) -> Range:
    from timeline.times.dates import read_year

    year = read_year(m)
    return Range(Point(year=year, part="Q1"), Point(year=year, part=f"Q{read_number(m['last'])}"))


def _first_months(m: Matched) -> Range:
    """首九个月: from January on."""
    from timeline.times.dates import read_year

    year = read_year(m)
    return Range(Point(year=year, month=1), Point(year=year, month=read_number(m["last"])))


def _near_years(m: Matched) -> Range | None:
    """今明两年, 明后年."""
    first = {"去今": -1, "今明": 0, "明后": 1}.get(m["near"])
    if first is None:
        return None
    return Range(Point(year=Shift("document", first)), Point(year=Shift("document", first + 1)))


def _read_ends(
    read_text: Callable[[str], Reading | None], join: re.Pattern[str]
) -> Callable[[Matched], Range | None]:
    """Reads each half of a text; the second takes what it lacks from the first."""

    def read(m: Matched) -> Range | None:
        text = m.get("core") or m.text
        for match in join.finditer(text):
            if match.start() == 0:
                continue
            rest = text[match.end() :]
            first, last = read_text(text[: match.start()]), read_text(re.sub(r"(?:之间|期间|间)$", "", rest))
            if isinstance(first, Point) and rest in NOW:
                return Range(first, Deictic("present"))
            if isinstance(first, Point) and isinstance(last, Point):
                return Range(first, last)
        return None

    return read


def _slashed(m: Matched) -> Range | None:
    """7/1至7/15, 2024/5/16-18."""
    year, month = m["year"] and int(m["year"]), int(m["month"])
    last = int(m["lastmonth"] or month), int(m["last"])
    if (month, int(m["first"])) == last or last[0] > 12:
        return None
    return Range(
        Point(year=year or None, month=month, day=int(m["first"])),
        Point(year=year or None, month=last[0], day=last[1]),
    )


def range_rule(read_text: Callable[[str], Reading | None], points: str) -> Rule:
    return Rule(
        "range",
        rf"(?:{points})(?:{JOIN}(?:{points})(?:之间|期间|间)?|{_AND}(?:{points})(?:之间|间))",
        _read_ends(read_text, _WORD_JOIN),
        "2019年3月至2021年6月",
        of_one_day,
    )


def english_range_rule(read_text: Callable[[str], Reading | None], points: str) -> Rule:
    join = " (?:to|through|until) | ?[-–—] ?"
    return Rule(
        "english-range",
        rf"(?:{points})(?:{join})(?:{points})|[Bb]etween (?P<core>(?:{points}) and (?:{points}))",
        _read_ends(read_text, re.compile(f"{join}| and ")),
        "March 2019 to June 2021",
    )


def _between(read_text: Callable[[str], Reading | None]) -> Callable[[Matched], Range | None]:
    def read(m: Matched) -> Range | None:
        first, last = read_text(m["first"]), read_text(m["last"])
        if isinstance(first, Point) and isinstance(last, Point):
            return Range(first, last._replace(side="before"))
        return None

    return read


def between_rule(read_text: Callable[[str], Reading | None], points: str) -> Rule:
    return Rule(
        "after-and-before",
        rf"(?P<first>{points})(?:之后|以后|后)[，,]?(?P<last>{points})(?:之前|以前|前)",
        _between(read_text),
        "2010年之后2018年之前",
    )


_Y = f.FULL_YEAR
_M, _D = "(?:1[0-2]|0?[1-9])", "(?:[12][0-9]|3[01]|0?[1-9])"
RULES: tuple[Rule, ...] = (
    Rule("year-range", rf"(?P<first>{_Y})年?{_DASH}(?P<last>{_Y}|[0-9]{{2}})(?:年|财年){_CLOSE}", _years, "2010—2020年"),
    Rule("bare-year-range", r"(?P<first>(?:19|20)[0-9]{2})(?: ?(?:-|–|—|至|到|~) ?)(?P<last>(?:19|20)[0-9]{2})", _years, "2016到2018",
         lambda text, start, end: text[end : end + 1] not in tuple("-/.元万亿%个件台人米+") or end == len(text)),
    Rule("lifetime", rf"(?P<first>1[0-9]{{3}}|20[0-9]{{2}})年?{_LIVED}(?P<last>1[0-9]{{3}}|20[0-9]{{2}})年?", _life, "某人（1844—1916）", in_brackets),
    Rule("month-range", rf"(?:{f.YEAR}的?)?(?P<first>{f.MONTH_NAME})(?:月份?)?{_DASH}(?P<last>{f.MONTH_NAME})月份?{_CLOSE}", _months, "3—5月"),
    Rule("month-list", rf"(?:{f.YEAR}的?)?(?P<first>{f.MONTH_NAME})(?:、{f.MONTH_NAME}){{0,4}}、(?P<last>{f.MONTH_NAME})月份?", _months, "7、8月", no_number_of_list),
    Rule("day-range", rf"(?:(?:{f.YEAR}的?)?(?P<month>{f.MONTH_NAME})月)(?P<first>{f.DAY_NAME})[日号]?{_DASH}(?P<last>{f.DAY_NAME})[日号]{_CLOSE}", _month_days, "3月6日至8日"),
    Rule("day-list", rf"(?:(?:{f.YEAR}的?)?(?P<month>{f.MONTH_NAME})月)(?P<first>{f.DAY_NAME})(?:、{f.DAY_NAME}){{0,5}}、(?P<last>{f.DAY_NAME})[日号]", _month_days, "3月6、7日"),
    Rule("slashed-range", rf"(?P<month>{_M})/(?P<first>{_D}){_DASH}(?P<lastmonth>{_M})/(?P<last>{_D})|(?P<year>20[0-9]{{2}})[/.](?P<month>{_M})[/.](?P<first>{_D}){_DASH}(?:(?P<lastmonth>{_M})[/.])?(?P<last>{_D})", _slashed, "7/1至7/15", slashed_span),
    Rule("quarter-range", rf"(?:{f.YEAR}的?)?第?(?P<first>[一二三1-3])(?:季度)?{_DASH}第?(?P<last>[二三四2-4])季度?", _quarters, "一至三季度"),
    Rule("quarter-list", rf"(?:{f.YEAR}的?)?第?(?P<first>[一二三1-3])(?:、[二三23])?、第?(?P<last>[二三四2-4])季度?", _quarters, "第二、三季度", no_number_of_list),
    Rule("near-years", r"(?P<near>今明|明后|去今)两?年", lambda m: _near_years(m), "今明两年"),
    Rule("first-quarters", rf"(?:{f.YEAR}的?|(?P<year>20[0-9]{{2}}))[前首头](?P<last>[二两三23])个?季度?|[前首头](?P<last>[二两三23])个?季度", _first_quarters, "2023年前三季度"),
    Rule("first-months", rf"首(?P<last>[二两三四五六七八九十]|十一|[2-9]|1[01])个月|(?:{f.YEAR}的?)?前(?P<last>{f.MONTH_NAME})月份?", _first_months, "首九个月"),
    Rule("bare-first-quarters", r"[前首](?P<last>[二两三23])季", _first_quarters, "前三季营收", no_show),
)  # fmt: skip
