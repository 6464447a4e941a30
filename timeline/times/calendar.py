"""Rules for places on the calendar: years, months, days, quarters, weeks, clock times."""

from __future__ import annotations

import re
from typing import Any

from timeline.times import fragments as f
from timeline.times.numerals import read_number
from timeline.times.readings import Fixed, Point, Shift
from timeline.times.rule import Matched, Rule
from timeline.times.tables import ERAS

DOCUMENT, TEXT = "document", "text"

_NEAR_YEARS = {
    "今年": (DOCUMENT, 0), "本年": (DOCUMENT, 0), "本年度": (DOCUMENT, 0), "今岁": (DOCUMENT, 0), "现年度": (DOCUMENT, 0),
    "去年": (DOCUMENT, -1), "上年": (TEXT, -1), "上年度": (TEXT, -1), "上一年": (TEXT, -1), "上一年度": (TEXT, -1),
    "上个年度": (TEXT, -1), "前年": (DOCUMENT, -2), "大前年": (DOCUMENT, -3), "明年": (DOCUMENT, 1), "来年": (DOCUMENT, 1),
    "下年": (DOCUMENT, 1), "下年度": (DOCUMENT, 1), "下一年": (DOCUMENT, 1), "下一年度": (DOCUMENT, 1), "下个年度": (DOCUMENT, 1),
    "后年": (DOCUMENT, 2), "大后年": (DOCUMENT, 3),
    "同年": (TEXT, 0), "那年": (TEXT, 0), "那一年": (TEXT, 0), "该年": (TEXT, 0), "该年度": (TEXT, 0), "这一年": (TEXT, 0),
    "当年度": (TEXT, 0), "当年": (TEXT, 0), "次年": (TEXT, 1), "翌年": (TEXT, 1), "第二年": (TEXT, 1), "隔年": (TEXT, 1), "转年": (TEXT, 1),
    "后一年": (TEXT, 1), "前一年": (TEXT, -1), "是年": (TEXT, 0),
}  # fmt: skip
_WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日", 1)} | {"天": 7, "末": 8}
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "首": 1, "头": 1, "末": 4}
_PARTS = {
    "年初": "初", "岁初": "初", "开年": "初", "年头": "初", "年中": "中", "中期": "中", "年底": "底", "年末": "底", "年终": "底",
    "岁末": "底", "年关": "底", "年尾": "底", "末": "底", "月初": "初", "月中": "中", "月底": "底", "月末": "底",
}  # fmt: skip
_DAY_PARTS = {
    "凌晨": 2, "清晨": 6, "清早": 6, "一早": 6, "大清早": 6, "早上": 8, "早晨": 7, "早间": 8, "上午": 10, "早": 8, "晨": 6,
    "中午": 12, "正午": 12, "午间": 12, "零点": 0,
}  # fmt: skip


def read_year(m: Matched) -> int | Shift | None:
    """The year of a match with the groups of `fragments.YEAR`."""
    groups = m
    if text := groups.get("same") or groups.get("year"):
        return read_number(text)
    if text := groups.get("short"):
        number = read_number(text.lstrip("'’‘"))
        return number + (1911 if number >= 100 else 2000 if number < 50 else 1900)
    if text := groups.get("near"):
        origin, by = _NEAR_YEARS[text]
        return Shift(origin, by)
    if text := groups.get("era"):
        reign = groups["reign"]
        return ERAS[text] + (0 if reign == "元" else read_number(reign) - 1)
    return None


def _near_step(text: str) -> Shift:
    """The shift that 上, 下, 本, 次 … say, whatever the unit."""
    if text.startswith(("上上", "大前")):
        return Shift(DOCUMENT, -2)
    if text.startswith("下下"):
        return Shift(DOCUMENT, 2)
    if text[0] == "上":
        return Shift(DOCUMENT, -1)
    if text[0] == "下":
        return Shift(DOCUMENT, 1)
    if text[0] in "次翌后" or text.startswith("第二"):
        return Shift(TEXT, 1)
    if text[0] == "前":
        return Shift(TEXT, -1)
    return Shift(TEXT if text[0] in "当同该那" else DOCUMENT, 0)


def _near_day(text: str) -> Shift:
    fixed = {
        "大前": -3,
        "大后": 3,
        "今": 0,
        "昨": -1,
        "前天": -2,
        "前日": -2,
        "明": 1,
        "后天": 2,
        "即": 0,
        "本": 0,
    }
    for head, by in fixed.items():
        if text.startswith(head):
            return Shift(DOCUMENT, by)
    return Shift(TEXT, 1 if text[0] in "次翌隔第转后" else -1 if text[0] == "前" else 0)


def read_clock(m: Matched) -> str:
    """T18:00 of 晚上六点, TEV of 晚上, "" of nothing. Groups of `fragments.TIME_OF_DAY`."""
    groups = m
    part, hour = groups.get("daypart") or "", groups.get("hour")
    if hour is None:
        if not part:
            return ""
        return (
            "TMO"
            if _DAY_PARTS.get(part, 99) < 12
            else "TMI"
            if part in _DAY_PARTS
            else "TAF"
            if part in ("下午", "午后")
            else "TEV"
        )
    h = read_number(hour)
    text = m.text.lower()
    if (
        (part and part not in _DAY_PARTS and h < 12)
        or (re.search(r"p\.?m", text) and h < 12)
        or (part == "中午" and h < 3)
    ):
        h += 12
    minutes = {"半": 30, "一刻": 15, "三刻": 45}.get(groups.get("quarter") or "")
    if minutes is None:
        minutes = read_number((groups.get("minutes") or "").lstrip("零") or groups.get("minute") or "0")
    second = groups.get("seconds") or groups.get("second")
    return f"T{h:02d}:{minutes:02d}" + (f":{read_number(second):02d}" if second else "")


def read_point(m: Matched) -> Point | None:
    """A point from whatever of the usual groups a rule's pattern has."""
    g = m
    values: dict = {"year": read_year(m), "clock": read_clock(m)}
    if g.get("month"):
        values["month"] = read_number(g["month"])
    if g.get("nearmonth"):
        values["month"] = _near_step(g["nearmonth"])
    if g.get("day"):
        values["day"] = read_number(g["day"].replace("廿", "二十"))
        if not 1 <= values["day"] <= 31:
            return None
    if g.get("nearday"):
        values["day"] = _near_day(g["nearday"])
    if g.get("weekday"):
        values["weekday"] = _WEEKDAYS[g["weekday"]]
    if g.get("nearweek"):
        values["week"] = _near_step(g["nearweek"])
    if part := g.get("part"):
        values["part"] = _PARTS.get(part, part)
    if part := g.get("quarterly"):
        digit = next(c for c in part if c in "1234一二三四首头末")
        values["part"] = f"Q{_QUARTERS.get(digit) or int(digit)}"
    if part := g.get("half"):
        values["part"] = "H1" if part[0] in "上前半" or "1" in part else "H2"
    if part := g.get("season"):
        values["part"] = next(c for c in part if c in "春夏秋冬")
    if part := g.get("within"):
        values["part"] = values.get("part", "") + _PARTS.get(part, part)
    values["side"] = _side(g.get("side") or "")
    if g.get("about"):
        values["about"] = True
    return Point(**values)


def _side(text: str) -> str:
    if not text:
        return ""
    if "以来" in text or text == "来":
        return "since"
    if text in ("前后", "左右", "上下", "许"):
        return "around"
    if "前" in text:
        return "until" if text[0] in "或及和" else "before"
    if "后" in text or "起" in text:
        return "from" if text[0] in "或及和起" else "after"
    return ""  # 期间, 间, 内, 中: nothing new


SIDE = "(?P<side>以来|起|(?:或|及|和)?(?:其)?(?:之|以)?[前后]|期间|前后|前夕|左右|间|之间|内|之内)"
_SIDE = f"{SIDE}?"
_ABOUT = "(?P<about>约|大约|大概|约在|左右)?"


def read_numeric(m: Matched) -> Point | None:
    """2021-03-30, 2021/3/30, 30/3/2021 (day first, but for 3/30/2021), 13.5.2015."""
    g = m
    year, month, day = int(g["year"]), int(g["month"]), int(g["day"]) if g.get("day") else None
    if len(g["year"]) == 2:
        year += 2000 if year < 50 else 1900
    if month > 12 and day and day <= 12:
        month, day = day, month
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    return Point(year, month, day, clock=read_clock(m), side=_side(g.get("side") or ""))


def read_timestamp(m: Matched) -> Fixed | None:
    text = m.text
    return (
        Fixed(text[:10] + "T" + text[11:])
        if 1 <= int(text[5:7]) <= 12 and 1 <= int(text[8:10]) <= 31
        else None
    )


def _decade(m: Matched) -> Fixed:
    """80年代 is 198X: the century that is named, else the one that makes it a living memory."""
    decade = read_number(m["decade"])
    if century := m["century"]:
        number = (
            20
            if century.startswith("上")
            else 21
            if century.startswith("本")
            else read_number(century.replace("世纪", ""))
        )
        first = (number - 1) * 100 + decade
    else:
        first = decade if decade >= 1000 else decade + (2000 if decade < 30 else 1900)
    value = f"{first // 10:03d}X"
    tail = m["tail"] or ""
    if not tail:
        return Fixed(value)
    if tail.startswith("中后"):
        return Fixed(f"{first + 5:04d}/{first + 9:04d}")
    low, high = {"初": (0, 3), "早": (0, 3), "前": (0, 4), "中": (4, 6), "后": (5, 9)}.get(tail[0], (7, 9))
    return Fixed(f"{first + low:04d}/{first + high:04d}")


def _republic_decade(m: Matched) -> Fixed:
    first, tail = 1911 + read_number(m["decade"]), m["tail"] or ""
    low, high = {"初": (0, 3), "末": (7, 9)}.get(tail[:1], (0, 9))
    return Fixed(f"{first + low:04d}/{first + high:04d}")


def _decades(m: Matched) -> Fixed | None:
    """七八十年代 is from 1970 to 1989."""
    number, last = read_number(m["first"]), read_number(m["last"])
    first = number if number >= 10 else number * 10
    if last - first != 10:
        return None
    century = m["century"] or "上"
    start = (
        20 if century[0] == "上" else 21 if century[0] == "本" else read_number(century[:-2])
    ) * 100 - 100
    return Fixed(f"{start + first:04d}/{start + last + 9:04d}")


def _century(m: Matched) -> Fixed:
    text = m["century"]
    number = (
        20
        if text.startswith("上")
        else 21
        if text.startswith("本")
        else read_number(text.replace("世纪", ""))
    )
    first, tail = (number - 1) * 100, m["tail"] or ""
    if not tail:
        return Fixed(f"{number - 1:02d}XX")
    low, high = {
        "初": (0, 9),
        "前": (0, 49),
        "上": (0, 49),
        "后": (50, 99),
        "下": (50, 99),
        "中": (40, 69),
    }.get(tail[0], (90, 99))
    return Fixed(f"{first + low:04d}/{first + high:04d}")


def _changed(m: Matched, **fields: Any) -> Point | None:
    point = read_point(m)
    return point and point._replace(**fields)


def _ordinal(m: Matched) -> Point | None:
    """2021年的第二周, 10月的第一周, 去年的前10天, 2021年的最后4个月."""
    g = m
    unit = next(
        u
        for key, u in (("周", "week"), ("星期", "week"), ("月", "month"), ("天", "day"), ("日", "day"))
        if key in g["unit"]
    )
    count = read_number(g["count"]) if g.get("count") else 1
    kind = g["kind"]
    if not count:
        return None
    which = -1 if kind.startswith(("最后", "末", "后")) else 1
    if g["unit"] == "周末":
        unit, m["weekday"] = "weekday", "六"
    nth = (count, unit, 1) if kind == "第" else (which, unit, count)
    return _changed(m, nth=nth)


def _last_weekday(m: Matched) -> Point | None:
    which = -1 if m["kind"] == "最后" else read_number(m["count"])
    return _changed(m, nth=(which, "weekday", 1))


def _bare_clock(m: Matched) -> Point | None:
    clock = read_clock(m)
    return Point(clock=clock) if clock else None


_TOLD = (
    "电",
    "讯",
    "公布",
    "宣布",
    "表示",
    "透露",
    "披露",
    "发布",
    "公告",
    "报道",
    "召开",
    "举行",
    "晚间",
    "上午",
    "下午",
    "凌晨",
    "称，",
    "说，",
)
_TIMED = re.compile("分|[日号].")
_BEFORE_ALONE = frozenset('，。、；：:,. \n（(“"在于到至从自是与和及约了今晚日午天电讯月截')
_AFTER_ALONE = frozenset("本的在到至起前后我你他她整开正召举发公上下晚早中凌将有是就才以已和与会许左")


def _alone(text: str, start: int, end: int) -> bool:
    """A bare 8点 or 29日 is a time only where nothing is glued to it; 8点30分 and 29日晚 are times anywhere."""
    if _TIMED.search(text[start:end]):
        return True
    if text.startswith("本", end) and not text.startswith(("本公司", "本报", "本次", "本刊", "本行"), end):
        return False  # 12日本…
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if (not before or before == "\n") and ":" in text[start:end]:
        return True  # 09:32 opens a line of a ticker
    if text[end - 1] == "日" and text.startswith(_TOLD, end):
        return True  # 台中18日电, 某公司12日公布
    if text[start:end].lower().replace(".", "").endswith(("am", "pm")):
        return True
    return (not before or before in _BEFORE_ALONE) and (
        not after or not "\u4e00" <= after <= "\u9fff" or after in _AFTER_ALONE
    )


_ACCOUNTS = re.compile(
    r"营收|EPS|每股|获利|净利|毛利|税[前后]|业绩|财报|合并|出货|订单|稼动|产能|淡季|旺季|可望|将[比较达]|季增|年增|底|初|末|与|及|和第|至第"
)


def _of_accounts(text: str, start: int, end: int) -> bool:
    """第三季营收 is a quarter, 第三季开播 a season of a show."""
    return bool(_ACCOUNTS.match(text, end)) or (
        text[end : end + 1] in ("，", ",", "、")
        and text[max(0, start - 2) : start] in ("展望", "预估", "预期", "进入")
    )


_VERSION = re.compile(r"(?:[Vv]ersion|[Rr]elease|[Bb]uild|[Vv]er\.|版本号?) ?$")
_NAMED = (
    "新村",
    "路",
    "街",
    "大道",
    "镇",
    "面馆",
    "酒店",
    "酒楼",
    "餐厅",
    "咖啡",
    "牌",
    "先生",
    "女士",
    "小姐",
    "同学",
    "大厦",
    "广场",
    "小区",
    "公园",
)


def no_name(text: str, start: int, end: int) -> bool:
    """秋天牌羽绒服, 周五面馆, 元旦新村 are named after a time."""
    return not text.startswith(_NAMED, end)


def _clause_start(text: str, start: int, end: int) -> bool:
    """是年冬天 opens a clause; 都是年轻人 and 这是年度最佳 do not."""
    before = text[start - 1 : start] if start else ""
    return not "\u4e00" <= before <= "\u9fff" and text[end : end + 1] not in tuple("轻度薪夜终会级报味货")


def _slashed(m: Matched) -> Point | None:
    """12/1, but not 1/2 or 3/15, which are as likely fractions."""
    month, day = int(m["month"]), int(m["day"])
    return Point(month=month, day=day) if month >= day or len(m["month"] + m["day"]) == 4 else None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """No more letters, digits or marks of a number on either side."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not any(c and c.isascii() and (c.isalnum() or c in "-_/.:#") for c in (before, after))


def _between_marks(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return (not before or before in " \n，。；（(、：:") and (not after or after in " \n，。；）)、：:")


_YMD = rf"{f.YEAR}的?{f.MONTH}(?:的)?(?:{f.DAY}|(?P<bareday>{f.HAN_DAY}))"
_TAIL = rf"(?:{f.TIME_AFTER_DATE})?"
_DATE_SIDE = (
    "(?P<side>以来|起|起|(?:或|及|和)?(?:其)?(?:之|以)[前后]|[前后]|前夕|期间|前后|左右|及其?以[前后])?"
)


def _dated(m: Matched) -> Point | None:
    point = read_point(m)
    if point is None:
        return None
    if m.get("bareday"):
        point = point._replace(day=read_number(m["bareday"]))
    return point


RULES = (
    Rule("timestamp", r"[12][0-9]{3}-[01][0-9]-[0-3][0-9][T ][0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?(?:Z|[+-][0-2][0-9]:?[0-5][0-9])?",
         read_timestamp, "2021-02-08T03:08:19+00:00"),
    Rule("year-month-day", rf"{_YMD}{_TAIL}{_DATE_SIDE}", _dated, "2021年3月30日"),
    Rule("numeric-date", rf"(?P<year>[12][0-9]{{3}})(?:[-–/.年](?P<month>0?[1-9]|1[0-2])[-–/.月](?P<day>[12][0-9]|3[01]|0?[1-9])日?){_TAIL}{_DATE_SIDE}",
         read_numeric, "2021-03-30"),
    Rule("day-first-date", r"(?P<day>[12][0-9]|3[01]|0?[1-9])[-/.](?P<month>1[0-2]|0?[1-9]|[12][0-9]|3[01])[-/.](?P<year>[12][0-9]{3}|[0-9]{2})",
         read_numeric, "13.5.2015"),
    Rule("compact-date", r"(?P<year>19[0-9]{2}|20[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])", read_numeric, "20210912", _stands_alone),
    Rule("this-day-in-year", rf"(?P<near>{f.NEAR_YEAR})的?(?:今天|今日|此时|这个时候|这一天)", lambda m: Point(year=read_year(m), month=Shift(DOCUMENT, 0), day=Shift(DOCUMENT, 0)), "去年的今天"),
    Rule("this-day-years-ago", r"(?P<number>[1-9][0-9]?|[一二两三四五六七八九十]{1,3})年前的?(?:今天|今日|这一天|这个时候)", lambda m: Point(year=Shift(DOCUMENT, -read_number(m["number"])), month=Shift(DOCUMENT, 0), day=Shift(DOCUMENT, 0)), "五年前的今天"),
    Rule("month-slash-day", r"(?P<month>1[0-2]|0?[1-9])/(?P<day>[12][0-9]|3[01]|0?[1-9])", _slashed, "12/1", _between_marks),
    Rule("near-hour", r"(?P<nearhour>上一?个|下一?个|这一?个|本)(?:小时|钟头|分钟)", lambda m: Point(day=Shift(DOCUMENT, 0), clock="TXX"), "上个小时"),
    Rule("numeric-month", r"(?P<year>19[0-9]{2}|20[0-9]{2})[/.](?P<month>0[1-9]|1[0-2]|[1-9])", read_numeric, "2021/03",
         lambda text, start, end: (text[end : end + 1] not in "./-%" or end == len(text)) and not _VERSION.search(text, max(0, start - 9), start)),
    Rule("year-month", rf"{f.YEAR}的?{f.MONTH}{_SIDE}", read_point, "2021年3月"),
    Rule("year-month-part", rf"{f.YEAR}的?{f.MONTH}的?(?P<part>{f.PART_OF_MONTH}){_SIDE}", read_point, "2021年3月底"),
    Rule("month-day", rf"{f.MONTH}(?:{f.DAY}|(?P<bareday>{f.HAN_DAY})){_TAIL}{_DATE_SIDE}", _dated, "12月2日"),
    Rule("month-part", rf"(?:[春夏秋冬][季天]的?)?{f.MONTH}的?(?P<part>{f.PART_OF_MONTH}){_SIDE}", read_point, "3月底"),
    Rule("month", rf"{f.MONTH}{_SIDE}", read_point, "10月"),
    Rule("near-month", rf"(?P<nearmonth>{f.NEAR_MONTH})(?:的?(?P<part>{f.PART_OF_MONTH}|上半|下半))?{_SIDE}", read_point, "上个月底"),
    Rule("near-month-day", rf"(?P<nearmonth>{f.NEAR_MONTH})的?{f.DAY}{_TAIL}{_DATE_SIDE}", read_point, "上月12日"),
    Rule("day-of-month", rf"{f.DAY}{_TAIL}{_DATE_SIDE}", read_point, "29日", _alone),
    Rule("year", rf"{f.CLEAR_YEAR}{_SIDE}", read_point, "2010年"),
    Rule("same-period", rf"{f.YEAR}的?(?:同期|同季度?|同月|同日|同一天|同一时期|同一季度)", lambda m: Point(year=read_year(m), part="同期"), "去年同期"),
    Rule("that-very-year", rf"(?P<near>是年)(?:的?(?:(?P<season>{f.SEASON})|(?P<part>年?底|年?初|岁末)|{f.MONTH}(?:{f.DAY})?))?", read_point, "是年冬天", _clause_start),
    Rule("whole-year", rf"{f.YEAR}的?(?:全年|整年|一整年)", read_point, "2021年全年"),
    Rule("year-part", rf"{f.YEAR}的?(?P<part>{f.PART_OF_YEAR}){_SIDE}", read_point, "2021年年初"),
    Rule("year-quarter", rf"(?:{f.YEAR})的?[,， ]?(?P<quarterly>{f.QUARTER})(?:的?(?P<within>初|中|末|底))?{_SIDE}", read_point, "2023年第三季度"),
    Rule("short-quarter", r"(?P<year>20[0-9]{2})[ ./-]?(?:(?P<quarterly>[Qq][1-4])|(?P<half>[Hh][12]))|(?P<short>[0-9]{2})(?:(?P<quarterly>[Qq][1-4])|(?P<half>[Hh][12]))|(?:(?P<quarterly>[1-4][Qq])|(?P<half>[12][Hh]))(?:(?P<year>20[0-9]{2})|(?P<short>[0-9]{2}))", read_point, "2023Q3"),
    Rule("year-half", rf"(?:{f.YEAR})的?(?P<half>{f.HALF}|半年度)(?:的?(?P<within>初|末|底))?{_SIDE}", read_point, "2023年上半年"),
    Rule("year-season", rf"(?:{f.YEAR})的?(?P<season>{f.SEASON}){_SIDE}", read_point, "2023年夏天"),
    Rule("half", rf"(?P<half>上半年|下半年|上个半年|下个半年)(?:的?(?P<within>初|末|底))?{_SIDE}", read_point, "上半年"),
    Rule("quarter", rf"(?P<quarterly>第?[一二三四1-4]季度|[Qq][1-4]|首季度?)(?:的?(?P<within>初|中|末|底))?{_SIDE}", read_point, "三季度"),
    Rule("bare-quarter", r"第(?P<quarterly>[一二三四])季", read_point, "第三季营收", _of_accounts),
    Rule("near-quarter", rf"(?P<part>上一?个?季度|下一?个?季度|本季度?|这个?季度){_SIDE}", read_point, "上个季度"),
    Rule("season", r"(?P<season>春季|夏季|秋季|冬季|春天|夏天|秋天|冬天)", read_point, "夏天", no_name),
    Rule("part-of-year", rf"(?P<part>年初|年中|年底|年末|年终|岁末|年关){_SIDE}", read_point, "年底"),
    Rule("part-of-month", rf"(?P<part>上旬|中旬|下旬|上中旬|中下旬|月初|月底|月末|上半月|下半月){_SIDE}", read_point, "下旬"),
    Rule("near-day", rf"(?P<nearday>{f.NEAR_DAY})(?:[(（]{f.unnamed(f.DAY)}[)）])?{_TAIL}", read_point, "昨天晚上"),
    Rule("dated-near-day", rf"(?P<nearday>[今昨前明])(?:天|日)? ?[(（]{f.unnamed(f.DAY_NAME)}[日号]?[)）] ?(?:日|天)?{_TAIL}", read_point, "昨（12）日"),
    Rule("today-part", rf"(?P<nearday>[今昨明当])(?P<daypart>晚|早|晨|夜|天)(?:{f.CLOCK})?", read_point, "昨晚8点"),
    Rule("near-weekday", rf"(?P<nearweek>{f.NEAR_WEEK})(?:星期|礼拜|周)(?P<weekday>{f.WEEKDAY}){_TAIL}", read_point, "上周五"),
    Rule("near-week-weekday", rf"(?P<nearweek>{f.NEAR_WEEK})(?:星期|礼拜|周)的(?:星期|礼拜|周)(?P<weekday>{f.WEEKDAY}){_TAIL}", read_point, "上周的星期三"),
    Rule("near-week", rf"(?P<nearweek>上上个?|下下个?|上个?|下个?|本|这个?|当|同|次)(?:星期|礼拜|周){_SIDE}", read_point, "上周"),
    Rule("weekday", rf"(?:星期|礼拜|周)(?P<weekday>{f.WEEKDAY}){_TAIL}", read_point, "周三", no_name),
    Rule("half-week", r"(?P<part>上半周|下半周)", read_point, "下半周"),
    Rule("ordinal-in-year", rf"(?:{f.YEAR})的?(?P<kind>第|前|首|头|最后|最後|后)(?P<count>[0-9]{{1,3}}|[一二两三四五六七八九十百]{{1,4}})个?(?P<unit>周末|周|星期|月|天|日)", _ordinal, "2021年的第二周"),
    Rule("ordinal-in-month", rf"(?:(?:{f.YEAR}的?)?{f.MONTH}|(?P<nearmonth>{f.NEAR_MONTH}))的?(?P<kind>第|前|首|头|最后|后)(?P<count>[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,3}})?个?(?P<unit>周末|周|星期|天|日)", _ordinal, "十月的第一周"),
    Rule("nth-weekday", rf"(?:{f.YEAR}的?)?{f.MONTH}的?(?P<kind>第|最后)(?P<count>[一二三四五1-5])?一?个?(?:星期|礼拜|周)(?P<weekday>[一二三四五六日天])", _last_weekday, "四月的最后一个星期一"),
    Rule("week-number", r"第(?P<count>[0-9]{1,2}|[一二三四五]?十[一二三四五六七八九]?)周(?P<unit>)(?P<kind>)", lambda m: Point(nth=(read_number(m["count"]), "week", 1)), "第12周"),
    Rule("decade", r"(?P<century>(?:[12][0-9]|二?十[一二三四五六七八九]?|上个?|本)世纪)?的?(?P<decade>(?:1[0-9]|20)?[0-9]0|[一二三四五六七八九]十)年代(?P<tail>初期?|早期|前期|中期?|中后期|后期|末期?|晚期|以来)?", _decade, "20世纪90年代"),
    Rule("republic-decade", r"民国(?P<decade>[二三四五六七八九]?十|[1-9]0)年代(?P<tail>初期?|末期?)?", _republic_decade, "民国六十年代"),
    Rule("decades", r"(?P<century>(?:[12][0-9]|二?十[一二三四五六七八九]?|上个?|本)世纪)?的?(?P<first>[二三四五六七八1-9]|[二三四五六七八]十|[2-8]0)(?:年代)?[、到至—和]?(?P<last>[三四五六七八九]十|[3-9]0)年代", _decades, "上世纪七八十年代"),
    Rule("century", r"(?P<century>(?:[1-9]|[12][0-9]|二?十[一二三四五六七八九]?|上个?|本)世纪)(?P<tail>初期?|前半叶|上半叶|前期|中叶|中期|下半叶|后半叶|后期|末期?)?", _century, "21世纪初"),
    Rule("fiscal-year", rf"(?:FY ?(?P<fiscal>20[0-9]{{2}}|[0-9]{{2}})|(?P<fiscal2>20[0-9]{{2}})(?:财政?年度?|会计年度))(?:[ 的]?(?P<quarterly>{f.QUARTER})|(?P<half>{f.HALF}))?", lambda m: _changed(m, year=_fy(m), fiscal=True), "FY2024"),
    Rule("near-fiscal-year", rf"(?P<by>本|上|下|上一?个?|下一?个?|前一)财年(?:的?(?P<quarterly>{f.QUARTER})|(?P<half>{f.HALF}))?", lambda m: _changed(m, year=Shift(DOCUMENT, {"本": 0, "上": -1, "前": -1, "下": 1}[m["by"][0]]), fiscal=True), "上一财年"),
    Rule("clock", rf"(?P<daypart>{f.DAY_PART})的?{f.CLOCK}", _bare_clock, "晚上9:30"),
    Rule("day-part", r"(?P<daypart>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|深夜|午夜)", _bare_clock, "下午"),
    Rule("bare-clock", rf"{f.CLOCK}(?P<side>之?前|之?后|以[前后])?", _bare_clock, "15时20分", _alone),
)  # fmt: skip


def _fy(m: Matched) -> int:
    text = m["fiscal"] or m["fiscal2"]
    return int(text) + (2000 if len(text) == 2 else 0)
