"""An agency's or a company's head, as it opens a line: the place and the day, 5月20日电, 今(18)日.

And what every search for a document's own date goes by: its lines, and the dates that are complete in them.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import islice

from timeline import edtf
from timeline.model import Timex
from timeline.times import find_times
from timeline.times.newest import plain

Day = datetime.date

_LINE = 120  # characters; a longer line is no dateline
_FINE = ("day", "month", "season")
_WIRE_LINES, _WIRE_HEAD = 8, 110  # an agency's head opens one of the first lines
# 【2024年5月20日，苏州】, 苏州，2024年5月20日 —, SHENZHEN, China, May 20, 2024 /PRNewswire/ --
PLACE_BEFORE = re.compile(
    r"[【（(\[]?\s*(?:(?:[A-Z][\w.'’-]*(?: (?=[A-Z]))?)+(?:, ?(?:[A-Z][\w.]*(?: (?=[A-Z]))?)+){0,2}|[\u4e00-\u9fff·]{2,12})?[\s,，/|·—–-]*"
)
# A mark stands before the place: （1994年9月5日上市） is no place.
_BRACKET_AFTER = re.compile(r"(?:[\s,，/|·]+(?:[\u4e00-\u9fff·]{2,10}|[A-Z][A-Za-z ,]{2,30}))?\s*[】）)\]]")
_AGENCY_AFTER = re.compile(
    r"\s*(?:[,，]\s*[\u4e00-\u9fff]{2,8}\s*)?(?:/[A-Z][\w ,.-]{2,40}/|\(?(?:BUSINESS WIRE|GLOBE NEWSWIRE|PRNewswire|ACCESSWIRE|Reuters|Xinhua|AP|AFP)\)?|[—–]|--?(?:\s|$))"
)
_PLACE_AFTER = re.compile(r"\s*[，,]\s*[\u4e00-\u9fff]{2,8}\s*[—–]")
_WIRE_DAY = re.compile(
    r"(?:(?P<month>1[0-2]|[1-9])月)?(?P<day>[12]\d|3[01]|[1-9])日\s*(?:(?:专|外)?[电電讯訊]|消息|报道|報道)"
    r"|今[天日]?[(（](?P<today>[12]\d|3[01]|[1-9])日?[)）]"
)
_ON_PAGE = datetime.timedelta(days=14)  # an agency's news is shown on a page by then


def agency_day(text: str, start: int) -> str:
    """A place and a day that open a line of prose, as agencies and companies begin a release.

    Where several lines begin so, they are the entries of a chronicle.
    """
    found = [
        day for line in islice(lines_of(text, start, start + 4000), _WIRE_LINES) if (day := _opening(line))
    ]
    return found[0] if len(set(found)) == 1 else ""


def _opening(line: str) -> str:
    head = line[:_WIRE_HEAD]
    for time in own_dates(head)[:1]:
        before, after = head[: time.start], head[time.end :]
        if not PLACE_BEFORE.fullmatch(before):
            continue
        bracket = before[:1] in tuple("【（([") and _BRACKET_AFTER.match(after)
        place = not before and _PLACE_AFTER.match(after)
        if bracket or place or (before.strip("【（([ ") and _AGENCY_AFTER.match(after)):
            return plain(time.value)
    return ""


def wire_day(text: str, start: int, told: str) -> str | None:
    """5月20日电, 18日電, 今(18)日: the first such day after what the text tells as past; None if no year is near."""
    for line in islice(lines_of(text, start, start + 4000), _WIRE_LINES):
        if (match := _WIRE_DAY.search(line[:_WIRE_HEAD])) is None:
            continue
        if not told or edtf.precision(told) not in ("day", "month", "quarter", "half"):
            return None  # of a year that the text does not tell
        # What is told of a quarter or a half is told after it, and so are the figures of a month.
        whole = edtf.precision(told) not in ("day", "month") or _is_reported(text, told)
        first = edtf.bounds(told)[1 if whole else 0]
        assert first is not None
        months = [int(match["month"])] if match["month"] else sorted((first.month, first.month % 12 + 1))
        days = (
            day_of(year, month, int(match["day"] or match["today"]))
            for year in (first.year - 1, first.year, first.year + 1)
            for month in months
        )
        days = [day for day in days if day]
        if edtf.precision(told) == "day" and any(_is_just_before(day, first) for day in days):
            return told  # the page's own date, a few days on
        return next((day for day in days if day >= first.isoformat()), "")
    return ""


_FIGURES = "(?:合并|自结|单月|当月|全月)?(?:营收|营业|收入|业绩|销[量售]|产量|出口|进口|财报|统计|数据)"


def _is_reported(text: str, told: str) -> bool:
    """10月营收: figures of the month that was told last."""
    month = edtf.precision(told) == "month" and int(told[5:7])
    return bool(month and re.search(f"(?<![0-9]){month}月份?{_FIGURES}", text))


def _is_just_before(day: str, last: Day) -> bool:
    return datetime.timedelta() <= last - Day.fromisoformat(day) <= _ON_PAGE


def day_of(year: int, month: int, day: int) -> str:
    """2024-05-20; "" for no such day."""
    try:
        return Day(year, month, day).isoformat()
    except ValueError:
        return ""


def own_dates(line: str) -> list[Timex]:
    """The dates of a line that are complete in themselves, at least as fine as a season."""
    if len(line) > _LINE or not any(char.isdigit() or char in "一二三四五六七八九" for char in line):
        return []
    return [
        time
        for time in find_times(line)
        if time.type in ("DATE", "TIME")
        and time.rule != "holiday"
        and time.anchored
        and not time.anchor
        and _is_fine(time.value)
    ]


def _is_fine(value: str) -> bool:
    return "/" not in value and edtf.precision(value) in _FINE and not edtf.is_approximate(value)


def lines_of(text: str, start: int, end: int) -> Iterator[str]:
    for line in text[start:end].split("\n"):
        if line.strip():
            yield line.strip()
