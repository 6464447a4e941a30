"""Rules for holidays, solar terms, lunar dates, plan periods and anniversaries of the nation."""

from __future__ import annotations

from timeline.times import fragments as f
from timeline.times.dates import read_clock, read_year
from timeline.times.lunar import holiday_table
from timeline.times.neighbours import no_name
from timeline.times.numerals import read_number
from timeline.times.readings import Fixed, Point, Vague
from timeline.times.rule import Matched, Rule
from timeline.times.tables import NATIONAL, PLANS, any_of

_SIDES = {"前": "before", "前夕": "before", "之前": "before", "以前": "before", "后": "after", "之后": "after", "以后": "after",
          "过后": "after", "以来": "since", "前后": "around"}  # fmt: skip
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}
# Ordinary words and numbers that are holidays only in company.
_PLAIN = (
    "315",
    "520",
    "618",
    "七一",
    "八一",
    "六一",
    "五一",
    "新年",
    "跨年",
    "小年",
    "小满",
    "大雪",
    "小雪",
    "雨水",
    "清明",
    "新春",
    "圣诞",
    "白露",
    "大寒",
    "小寒",
    "大暑",
    "小暑",
    "谷雨",
    "霜降",
    "重阳",
    "六一八",
)


def _whole(name: str, tail: str) -> str:
    """The whole holiday, where 期间 or 假期 says that more than its day is meant."""
    if "期间" in tail or "假" in tail:
        for longer in (f"{name}假期", f"{name.removesuffix('节')}假期"):
            if longer in holiday_table():
                return longer
    return name


def read_holiday(m: Matched) -> Point:
    return Point(
        year=read_year(m),
        holiday=_whole(m["holiday"], m.get("tail") or ""),
        side=_SIDES.get(m.get("side") or "", ""),
        clock=read_clock(m),
    )


def _beside(m: Matched) -> Point | None:
    """国庆节前一天 is its eve; 春节后第一周 and 节后三天 begin on the day after it."""
    number, unit = read_number(m["number"]), m["unit"]
    if unit not in ("天", "日") or (number > 1 and "第" not in m.text):
        return read_holiday(m)._replace(side="before" if m["beside"] == "前" else "after")
    return Point(
        year=read_year(m),
        holiday=_whole(m["holiday"], m["tail"] or ""),
        nth=(-number if m["beside"] == "前" else number, "beside", 1),
    )


def _inside(m: Matched) -> Point | None:
    """春节的前三天, 春节假期第三天 count from its first day; 国庆最后两天 up to the last of the days off."""
    number, kind = read_number(m["number"] or "1"), m["kind"]
    ends = kind in ("最后", "后")
    name = _whole(m["holiday"], "假" if ends or m["tail"] else "")
    if ends and "假" not in name:
        return None
    nth = (-number if ends else number if kind == "第" else 1, "inside", 1 if kind == "第" else number)
    return Point(year=read_year(m), holiday=name, nth=nth)


def _lunar(m: Matched) -> Point | None:
    month, day = m["lunarmonth"], m["lunarday"] or ""
    number = _LUNAR_MONTHS.get(month) or read_number(month)
    if not day:
        return Point(year=read_year(m), month=number, lunar=True)
    return Point(
        year=read_year(m),
        month=number,
        day=read_number(day.replace("初", "").replace("廿", "二十")),
        lunar=True,
    )


def _plan(m: Matched) -> Fixed:
    first, last = PLANS[m["plan"]]
    tail = m["tail"] or ""
    if "初" in tail or "开局" in tail:
        last = first
    elif "末" in tail or "收官" in tail:
        first = last
    return Fixed(f"{first}/{last}" if first != last else f"{first}", "since" if tail == "以来" else "")


def _numbered_plan(m: Matched) -> Fixed | None:
    digits = ("", *"一二三四五六七八九")
    number = read_number(m["number"])
    m["plan"] = ("十" if number >= 10 else "") + digits[number % 10] + "五"
    return _plan(m) if m["plan"] in PLANS else None


def _anniversary(m: Matched) -> Fixed:
    date = NATIONAL[m["nation"]]
    return Fixed(f"{int(date[:4]) + read_number(m['number'])}{date[4:]}")


def _is_holiday(text: str, start: int, end: int) -> bool:
    """A word that also means something else is a holiday next to a word that says so."""
    word = text[start:end]
    if not no_name(text, start, end) or text.endswith(("往年", "历年", "往年的"), max(0, start - 3), start):
        return False
    if not word.startswith(_PLAIN) or word not in _PLAIN:
        return True
    before, after = text[max(0, start - 4) : start], text[end : end + 4]
    if not after and not before:
        return not word.isdigit()
    if word.isdigit():
        if before[-1:].isalnum() and not ("\u4e00" <= before[-1] <= "\u9fff"):
            return False
        return after.startswith(
            (
                "大促",
                "期间",
                "购物",
                "年中",
                "活动",
                "狂欢",
                "、双",
                "和双",
                "与双",
                "晚会",
                "当天",
                "前",
                "后",
                "电商",
                "促销",
                "节",
                "这",
                "预售",
                "战报",
            )
        ) or before.endswith(("京东", "天猫", "电商", "双11", "每年", "年", "淘宝", "今年的", "“"))
    if word in ("五一", "六一"):
        return not after.startswith(("个", "分", "点", "年", "月", "%", "比", "路", "广场"))
    if word in ("七一", "八一"):
        return after.startswith(("前", "后", "期间", "讲话", "之际", "到来", "来临"))
    if word in ("新年", "跨年", "新春", "圣诞", "清明", "重阳", "小年"):
        return after[:1] in tuple("前后期假里，。、") or before.endswith(("年", "今年", "去年", "明年", "在"))
    return before.endswith(("年", "日", "月", "至", "到", "近", "过")) or after[:1] in tuple(
        "前后，节当时至到"
    )


_HOLIDAY = f"(?P<holiday>{any_of(holiday_table())})"
_WHEN = "(?P<side>前夕|前后|过后|以来|[之以]?[前后])?(?P<tail>期间|当天|当日|之际|(?:小长|小|长|大)?假[期日]?(?:之?[中内间里])?|之夜)?"
_TIME = f"的?{f.TIME_OF_DAY}"
_BREAK = "(?P<tail>小?长?假[期日]?)?"
_INSIDE = "(?:的(?P<kind>第|前|后|头|首|最后)|(?P<kind>第|头|首|最后))(?P<number>[一二两三四五六七八九十]|[1-9])?个?(?:天|日)"
_BESIDE = "[之以]?(?P<beside>前|后)的?第?(?P<number>[一二两三四五六七八九十]{1,2}|[1-9][0-9]?)个?(?P<unit>天|日|周|工作日|交易日)"

RULES: tuple[Rule, ...] = (
    Rule("holiday", rf"(?:{f.YEAR}的?|(?P<year>20[0-9]{{2}}))?{_HOLIDAY}{_WHEN}(?:{_TIME})?", read_holiday, "2022年春节后", _is_holiday),
    Rule("beside-holiday", rf"(?:{f.YEAR}的?)?{_HOLIDAY}{_BREAK}{_BESIDE}", _beside, "国庆节前一天", no_name),
    Rule("days-of-holiday", rf"(?:{f.YEAR}的?)?{_HOLIDAY}{_BREAK}{_INSIDE}", _inside, "国庆假期最后两天", no_name),
    Rule("lunar-date", rf"(?:{f.YEAR}的?)?(?:农历|阴历|旧历|夏历)?(?P<lunarmonth>正|冬|腊|十?[一二三四五六七八九]|十)月(?P<lunarday>初[一二三四五六七八九十]|廿[一二三四五六七八九]|三十)", _lunar, "正月初一"),
    Rule("lunar-calendar-date", rf"(?:{f.YEAR}的?)?(?:农历|阴历|旧历|夏历)(?P<lunarmonth>正|冬|腊|十?[一二三四五六七八九]|十)月(?P<lunarday>{f.LUNAR_DAY})?", _lunar, "农历八月十五"),
    Rule("lunar-calendar-year", rf"(?:农历|阴历|旧历|夏历){f.YEAR}(?P<lunarmonth>正|冬|腊|十?[一二三四五六七八九]|十)月(?P<lunarday>{f.LUNAR_DAY})?", _lunar, "农历2019年八月十五"),
    Rule("before-common-era", r"公元前[0-9一二三四五六七八九十百千零]{1,6}(?:年|世纪)", lambda m: Vague("before the common era"), "公元前221年"),
    Rule("lunar-month", rf"(?:{f.YEAR}的?)?(?P<lunarmonth>正|腊)月(?P<lunarday>二十[一二三四五六七八九]|十[一二三四五六七八九]|二?十)?", _lunar, "腊月"),
    Rule("plan-period", rf"[“\"]?(?P<plan>{any_of(p for p in PLANS if len(p) > 2)}|(?:九|八|七|六)五)[”\"]?(?:规划)?(?P<tail>时期|期间|初期|末期?|开局之年|收官之年|以来)", _plan, "十四五期间"),
    Rule("numbered-plan", r"第(?P<number>[一二三四五六七八九十]{1,3}|[1-9]|1[0-9])个五年(?:规划|计划)(?P<tail>时期|期间|初期|末期?)?", _numbered_plan, "第十四个五年规划"),
    Rule("plan", rf"[“\"]?(?P<plan>{any_of(p for p in PLANS if len(p) > 2)})[”\"]?(?P<tail>)", _plan, "十四五"),
    Rule("national-anniversary", rf"(?P<nation>{any_of(NATIONAL)})(?P<number>[0-9]{{1,3}}|[一二三四五六七八九十百]{{1,5}})周年(?:纪念日|庆典)?", _anniversary, "国庆70周年"),
)  # fmt: skip
