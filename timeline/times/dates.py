"""Read dates: from the groups of a match to a point, a decade, a clock time."""

from __future__ import annotations

import re
from typing import Any

from timeline.times.numerals import read_number
from timeline.times.readings import Fixed, Point, Shift
from timeline.times.rule import Matched
from timeline.times.tables import ERAS

DOCUMENT, TEXT = "document", "text"

_NEAR_YEARS = {
    "今年": (DOCUMENT, 0), "本年": (DOCUMENT, 0), "本年度": (DOCUMENT, 0), "今岁": (DOCUMENT, 0), "现年度": (DOCUMENT, 0),
    "去年": (DOCUMENT, -1), "上年": (TEXT, -1), "上年度": (TEXT, -1), "上一年": (TEXT, -1), "上一年度": (TEXT, -1),
    "上个年度": (TEXT, -1), "前年": (DOCUMENT, -2), "大前年": (DOCUMENT, -3), "明年": (DOCUMENT, 1), "来年": (DOCUMENT, 1),
    "下年": (DOCUMENT, 1), "下年度": (DOCUMENT, 1), "下一年": (DOCUMENT, 1), "下一年度": (DOCUMENT, 1), "下个年度": (DOCUMENT, 1),
    "后年": (DOCUMENT, 2), "大后年": (DOCUMENT, 3),
    "同年": (TEXT, 0), "同一年": (TEXT, 0), "那年": (TEXT, 0), "那一年": (TEXT, 0), "该年": (TEXT, 0), "该年度": (TEXT, 0), "这一年": (TEXT, 0),
    "当年度": (TEXT, 0), "当年": (TEXT, 0), "次年": (TEXT, 1), "翌年": (TEXT, 1), "第二年": (TEXT, 1), "隔年": (TEXT, 1), "转年": (TEXT, 1),
    "后一年": (TEXT, 1), "前一年": (TEXT, -1), "是年": (TEXT, 0),
}  # fmt: skip

WEEKDAYS = {c: i for s in ("一二三四五六日", "123456") for i, c in enumerate(s, 1)} | {"天": 7, "末": 8}

_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "首": 1, "头": 1, "末": 4}

_PARTS = {
    "年初": "初", "岁初": "初", "开年": "初", "年头": "初", "年中": "中", "中期": "中", "年底": "底", "年末": "底", "年终": "底",
    "岁末": "底", "年关": "底", "年尾": "底", "末": "底", "月初": "初", "月中": "中", "月底": "底", "月末": "底",
}  # fmt: skip

_MONTH_ENDS = {"月初": "月初", "月底": "月底", "月末": "月底"}  # of a month that is not named

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


def _part_of_day(part: str) -> str:
    if part in _DAY_PARTS:
        return "TMO" if _DAY_PARTS[part] < 12 else "TMI"
    return "TAF" if part in ("下午", "午后") else "TEV"


def read_clock(m: Matched) -> str:
    """T18:00 of 晚上六点, TEV of 晚上, "" of nothing. Groups of `fragments.TIME_OF_DAY`."""
    groups = m
    part, hour = groups.get("daypart") or "", groups.get("hour")
    if hour is None:
        return _part_of_day(part) if part else ""
    h = read_number(hour)
    text = m.text.lower()
    if (
        (part and part not in _DAY_PARTS and h < 12)
        or (re.search(r"p\.?m", text) and h < 12)
        or (part == "中午" and h < 3)
    ):
        h += 12
    if part in ("半夜", "深夜", "午夜", "夜里", "夜间") and h in (12, 13, 14, 15, 16, 17):
        h -= 12  # 深夜1点 is after midnight
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
        values["weekday"] = WEEKDAYS[g["weekday"]]
    if g.get("nearweek"):
        values["week"] = _near_step(g["nearweek"])
    if part := g.get("part"):
        alone = "month" not in values and part in _MONTH_ENDS
        values["part"] = _MONTH_ENDS[part] if alone else _PARTS.get(part, part)
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
    if text.lstrip("的")[0] in "早晚稍":
        return "later" if "晚" in text[:3] else "earlier"
    if "以来" in text or text == "来":
        return "since"
    if text in ("前后", "左右", "上下", "许"):
        return "around"
    if "前" in text:
        return "until" if text[0] in "或及和" else "before"
    if "后" in text or "起" in text:
        return "from" if text[0] in "或及和起" else "after"
    return ""  # 期间, 间, 内, 中: nothing new


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


def read_fiscal_quarter(m: Matched) -> Point | None:
    year = int(m["fiscal2"]) if m["fiscal2"] else None
    return changed(m, year=year, fiscal=True)


def read_split_year(m: Matched) -> Point | None:
    """2016/17财年 ends in 2017."""
    first, last = int(m["first"]), int(m["last"]) % 100
    return Point(first + 1, fiscal=True) if (first + 1) % 100 == last else None


def read_timestamp(m: Matched) -> Fixed | None:
    text = m.text
    return (
        Fixed(text[:10] + "T" + text[11:])
        if 1 <= int(text[5:7]) <= 12 and 1 <= int(text[8:10]) <= 31
        else None
    )


def changed(m: Matched, **fields: Any) -> Point | None:
    point = read_point(m)
    return point and point._replace(**fields)


def read_ordinal(m: Matched) -> Point | None:
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
    return changed(m, nth=nth)


def read_last_weekday(m: Matched) -> Point | None:
    which = -1 if m["kind"] == "最后" else read_number(m["count"])
    return changed(m, nth=(which, "weekday", 1))


def read_bare_clock(m: Matched) -> Point | None:
    clock = read_clock(m) if m.text != "一时" else ""  # for a while
    return Point(clock=clock) if clock else None


def read_slashed(m: Matched) -> Point | None:
    """12/1, 9/18."""
    return Point(month=int(m["month"]), day=int(m["day"]), side=_side(m["side"] or ""))


def read_dated(m: Matched) -> Point | None:
    point = read_point(m)
    if point is None:
        return None
    if m.get("bareday"):
        point = point._replace(day=read_number(m["bareday"]))
    return point


def read_near_season(m: Matched) -> Point | None:
    """夏天, 今春, 去冬."""
    return changed(m, year=Shift(DOCUMENT, -(m["now"] == "去"))) if m["now"] else read_point(m)


def read_fiscal(m: Matched) -> int:
    text = m["fiscal"] or m["fiscal2"]
    return read_number(text) + (2000 if len(text) == 2 else 0)
