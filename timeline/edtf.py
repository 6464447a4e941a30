"""EDTF (ISO 8601-2) level 1 dates: their bounds in days, their precision, their label.

Beyond level 1: quarters 33–36 and half-years 40–41 (level 2 sub-year groupings) and clock times
(`2021-02-07T20`), of which only the day counts here. Everything else is a ValueError.
"""

import calendar
import datetime
import re
from functools import lru_cache

Day = datetime.date
Bounds = tuple[Day | None, Day | None]

_POINT = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX)(?:-(?P<sub>\d\d)(?:-(?P<day>\d\d))?)?(?:T[\d:.+Z-]+)?(?P<about>[~?%]?)"
)
# Sub-year groupings: first and last month. Seasons are those of the northern hemisphere; winter
# ends in February of the next year.
_GROUPS = {
    "21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 14),
    "33": (1, 3), "34": (4, 6), "35": (7, 9), "36": (10, 12),
    "40": (1, 6), "41": (7, 12),
}  # fmt: skip
_PRECISION = {"2": "season", "3": "quarter", "4": "half"}


@lru_cache(maxsize=8192)
def last_day(year: int, month: int) -> Day:
    return Day(year, month, calendar.monthrange(year, month)[1])


def _point(text: str) -> re.Match[str]:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(f"not an EDTF date: {text!r}")
    return match


@lru_cache(maxsize=8192)
def bounds(value: str) -> Bounds:
    """First and last day that `value` allows; None for an open end. ValueError if it is no EDTF."""
    if "/" in value:
        first, last = value.split("/", 1)
        earliest = None if first in ("", "..") else bounds(first)[0]
        latest = None if last in ("", "..") else bounds(last)[1]
        return earliest, latest
    match = _point(value)
    year, sub, day = match["year"], match["sub"], match["day"]
    if year.endswith("X"):
        return Day(int(year.replace("X", "0")), 1, 1), Day(int(year.replace("X", "9")), 12, 31)
    y = int(year)
    if sub is None:
        return Day(y, 1, 1), Day(y, 12, 31)
    if sub in _GROUPS:
        first_month, last_month = _GROUPS[sub]
        overflow, month = divmod(last_month - 1, 12)
        return Day(y, first_month, 1), last_day(y + overflow, month + 1)
    if day is None:
        return Day(y, int(sub), 1), last_day(y, int(sub))
    return (one := Day(y, int(sub), int(day))), one


def is_edtf(value: str) -> bool:
    try:
        bounds(value)
    except ValueError:
        return False
    return True


def is_approximate(value: str) -> bool:
    return value.endswith(("~", "?", "%"))


@lru_cache(maxsize=8192)
def precision(value: str) -> str:
    """day, month, season, quarter, half, year, decade, century or range, read off the string."""
    if not value:
        return ""
    if "/" in value:
        return "range"
    match = _point(value)
    if match["year"].endswith("XX"):
        return "century"
    if match["year"].endswith("X"):
        return "decade"
    if match["sub"] is None:
        return "year"
    if match["day"]:
        return "day"
    return _PRECISION.get(match["sub"][0], "month") if match["sub"] in _GROUPS else "month"


@lru_cache(maxsize=8192)
def from_bounds(earliest: Day | None, latest: Day | None) -> str:
    """The shortest EDTF string whose bounds are these days ("" when both are None)."""
    if earliest is None:
        return f"../{_whole(latest, last=True)}" if latest else ""
    if latest is None:
        return f"{_whole(earliest, last=False)}/.."
    if earliest == latest:
        return earliest.isoformat()
    if earliest.day == 1 and latest == last_day(latest.year, latest.month):
        months = (latest.year - earliest.year) * 12 + latest.month - earliest.month + 1
        if months == 1:
            return f"{earliest.year:04d}-{earliest.month:02d}"
        if earliest.month == 1 and months == 12:
            return f"{earliest.year:04d}"
        if earliest.month == 1 and months == 120 and earliest.year % 10 == 0:
            return f"{earliest.year // 10:03d}X"
        for code, group in _GROUPS.items():
            if code >= "33" and group == (earliest.month, earliest.month + months - 1):
                return f"{earliest.year:04d}-{code}"
        if earliest.month == 1 and latest.month == 12:
            return f"{earliest.year:04d}/{latest.year:04d}"
        return f"{earliest.isoformat()[:7]}/{latest.isoformat()[:7]}"
    return f"{earliest.isoformat()}/{latest.isoformat()}"


def _whole(day: Day, *, last: bool) -> str:
    if (day.month, day.day) == ((12, 31) if last else (1, 1)):
        return f"{day.year:04d}"
    if day == (last_day(day.year, day.month) if last else day.replace(day=1)):
        return day.isoformat()[:7]
    return day.isoformat()


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ZH_GROUPS = {
    "21": "年春", "22": "年夏", "23": "年秋", "24": "年冬",
    "33": "年一季度", "34": "年二季度", "35": "年三季度", "36": "年四季度",
    "40": "年上半年", "41": "年下半年",
}  # fmt: skip
_EN_GROUPS = {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter",
    "33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4", "40": "H1", "41": "H2",
}  # fmt: skip
# 年初 and 年底 are read as "about the first (last) quarter", and said so again.
_ZH_ABOUT = {"33": "年年初", "36": "年年底"}
_EN_ABOUT = {"33": "early", "36": "late"}


@lru_cache(maxsize=8192)
def label(value: str, lang: str = "zh") -> str:
    """How people read `value`: 2021年3月30日 / 30 Mar 2021, 2024年上半年 / H1 2024, since 2024."""
    if not value:
        return ""
    zh = lang == "zh"
    if "/" in value:
        first, last = value.split("/", 1)
        if last in ("", ".."):
            return f"{label(first, lang)}以来" if zh else f"since {label(first, lang)}"
        if first in ("", ".."):
            return f"到{label(last, lang)}" if zh else f"until {label(last, lang)}"
        if zh and precision(first) == precision(last) == "year":
            return f"{label(first, lang)[:-1]}—{label(last, lang)}"
        return _range_label(first, last, lang)
    match = _point(value)
    year, sub, day, about = match["year"], match["sub"], match["day"], match["about"]
    if sub and about == "~" and sub in _ZH_ABOUT:
        return f"{year}{_ZH_ABOUT[sub]}" if zh else f"{_EN_ABOUT[sub]} {year}"
    vague = ("约" if zh else "c. ") if about else ""
    if year.endswith("XX"):
        century = int(year[:2]) + 1
        return f"{vague}{century}世纪" if zh else f"{vague}{_ordinal(century)} century"
    if year.endswith("X"):
        decade = year.replace("X", "0")
        return f"{vague}{decade}年代" if zh else f"{vague}{decade}s"
    if sub is None:
        return f"{vague}{year}年" if zh else f"{vague}{year}"
    if sub in _GROUPS:
        return f"{vague}{year}{_ZH_GROUPS[sub]}" if zh else f"{vague}{_EN_GROUPS[sub]} {year}"
    if zh:
        return f"{vague}{year}年{int(sub)}月" + (f"{int(day)}日" if day else "")
    return vague + (f"{int(day)} " if day else "") + f"{MONTHS[int(sub) - 1]} {year}"


def _range_label(first: str, last: str, lang: str) -> str:
    """2025年12月2日—31日 / 2–31 Dec 2025: what both ends share is said once."""
    start, end = label(first, lang), label(last, lang)
    plain = all(precision(x) in ("day", "month") and x[-1].isdigit() and "T" not in x for x in (first, last))
    shared = plain and first[:4] == last[:4]
    month = shared and first[:7] == last[:7] and precision(first) == precision(last) == "day"
    if lang == "zh":
        cut = end.index("月") + 1 if month else end.index("年") + 1 if shared else 0
        return f"{start}—{end[cut:]}"
    cut = start.index(" ") if month else len(start) - 5 if shared else len(start)
    return f"{start[:cut]}–{end}"


def _ordinal(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
