"""Dated posts: a line that is nothing but a day begins what was written on that day.

A *stamp* is such a line (2023年5月3日 10:20 来自 …, ## 3.1.0 - 2023-11-02, 周三 晴); a *post* is what stands
under it, up to the next one. In posts, diaries, news tickers and lists of changes, 今天 and 上周 are
told from the post's own day, and a stamp without a year goes on from the stamp before it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.times.context import Reference
from timeline.times.finding import Found
from timeline.times.readings import Fixed, Point, Shift

Day = datetime.date
_BEFORE, _AFTER = 40, 60  # characters of a stamp's line on either side of its date
_BODY = 8  # characters; less under a stamp is a line of its own data (来源, 作者)
_SMALL = 10  # a post that is so many times shorter than the longest is a comment or a link
_LABEL = (
    r"(?:(?:发布|发表|记录|撰写|推送|回复|提交|发帖|发博|直播)(?:时间|日期)?(?:于|在)?|写于|记于|摄于|时间|日期|[Pp]osted|[Pp]ublished|[Dd]ate|[Oo]n)"
    r"(?: on)?[\s:：]*"
)
_VERSION = r"(?:版本|[Vv]ersion|[Rr]elease)?\s*[\[【(（]?[Vv]?\d{1,4}(?:\.\d{1,5}){1,3}[\w.-]{0,12}[\])】）]?\s*[—–:：(（-]*\s*"
_LEAD = re.compile(rf"[\s#>*•·●◆■▪+【\[(（《—–-]*(?P<told>{_LABEL}|{_VERSION})?[【\[(（]?")
_NAME = re.compile(
    r"[\s#>*•·●◆■▪【\[-]*@?[^\s，。、；：:!?！？|]{1,16}[\s:：]*(?:[^\s，。、；：:!?！？|]{1,16}[\s:：]*){0,2}"
)
_TAIL = re.compile(
    r"[\s\])】）》,，]*(?P<told>"
    r"(?:(?:星期|礼拜|周)[一二三四五六日天])?[\s)）]*"
    r"(?:天气[:：]?\s*)?(?:[晴阴雨雪云雾霾]|[多大小中雷阵暴]{1,2}[云雨雪雾风到])[晴阴雨雪云雾霾风大小中雷暴阵转间到多有时\s~～℃°C\d-]{0,16}"
    r"|(?:星期|礼拜|周)[一二三四五六日天]"
    r"|(?:来自|发布于|发自|发表于|via|from|IP属地|已编辑|by)[^，。！？]{0,24}"
    r"|(?:\#\d+|\d+楼|[Mm]on|[Tt]ue|[Ww]ed|[Tt]hu|[Ff]ri|[Ss]at|[Ss]un)\w*"
    r")?[\s:：)）\]】》·—–*-]*$"
)
_NEAR = re.compile(
    r"今[天日早晚晨]|昨[天日晚夜]|明[天日早晚]|前天|后天|[上下本这]周|[上下]个?月|刚刚|\b(?:today|yesterday|tomorrow|tonight)\b",
    re.I,
)


class Post(NamedTuple):
    """Where the date of a stamp stands, where its text ends, and the day."""

    start: int
    end: int
    day: Day
    told_year: bool


class _Stamp(NamedTuple):
    found: Found
    line_end: int
    line_start: int
    marked: bool  # a clock, a weekday, a source: words that only a stamp has beside its date


def find_posts(text: str, found: Sequence[Found], reference: Reference | None = None) -> list[Post]:
    """The posts of a clean text, in order; none where it is no collection of posts."""
    stamps = list(_stamps(text, found)) if len(found) > 1 else []
    if len(stamps) < 2:
        return []
    stamps = [stamp for stamp, size in zip(stamps, _sizes(text, stamps), strict=True) if size >= _BODY]
    if len({stamp.found.text for stamp in stamps}) < 2:
        return []
    begun = stamps[0].line_end
    if sum(stamp.marked for stamp in stamps) < 2 and not _NEAR.search(text, begun):
        return []
    ends = [stamp.line_start for stamp in stamps[1:]] + [len(text)]
    days = _days([stamp.found for stamp in stamps], reference)
    return [
        Post(stamp.found.start, end, day, _year(stamp.found) is not None)
        for stamp, end, day in zip(stamps, ends, days, strict=True)
        if day is not None
    ]


def last_post(posts: Sequence[Post]) -> Day | None:
    """The day of the latest post; comments and links under a long one do not count."""
    if not posts:
        return None
    longest = max(post.end - post.start for post in posts)
    return max(post.day for post in posts if (post.end - post.start) * _SMALL >= longest)


def _stamps(text: str, found: Sequence[Found]) -> Iterator[_Stamp]:
    for one in filter(_is_day, found):
        line_start = text.rfind("\n", max(0, one.start - _BEFORE), one.start) + 1
        line_end = text.find("\n", one.end, one.end + _AFTER)
        if (not line_start and one.start > _BEFORE) or (line_end < 0 and len(text) > one.end + _AFTER):
            continue
        line_end = len(text) if line_end < 0 else line_end
        tail = _TAIL.match(text, one.end, line_end)
        if tail is None:
            continue
        clock = _has_clock(one)
        if lead := _LEAD.fullmatch(text, line_start, one.start):
            yield _Stamp(one, line_end, line_start, bool(clock or lead["told"] or tail["told"]))
        elif clock and _NAME.fullmatch(text, line_start, one.start):
            yield _Stamp(one, line_end, line_start, True)


def _sizes(text: str, stamps: Sequence[_Stamp]) -> list[int]:
    """How many characters stand under each stamp."""
    ends = [stamp.line_start for stamp in stamps[1:]] + [len(text)]
    return [
        len(text[stamp.line_end : min(end, stamp.line_end + 200)].strip())
        for stamp, end in zip(stamps, ends, strict=True)
    ]


def _is_day(one: Found) -> bool:
    reading = one.reading
    if reading.__class__ is Point:
        return (
            reading.day.__class__ is int
            and isinstance(reading.month, int)
            and not isinstance(reading.year, Shift)
            and not (reading.side or reading.lunar or reading.holiday)
        )
    return isinstance(reading, Fixed) and one.rule == "timestamp"


def _has_clock(one: Found) -> bool:
    return not isinstance(one.reading, Point) or ":" in one.reading.clock


def _year(one: Found) -> int | None:
    reading = one.reading
    if isinstance(reading, Point):
        return reading.year if isinstance(reading.year, int) else None
    return int(one.text[:4])


def _day_in(one: Found, year: int) -> Day | None:
    reading = one.reading
    try:
        if isinstance(reading, Point):
            assert isinstance(reading.month, int)
            assert isinstance(reading.day, int)
            return Day(year, reading.month, reading.day)
        return Day.fromisoformat(one.text[:10])
    except ValueError:
        return None


def _days(stamps: Sequence[Found], reference: Reference | None) -> list[Day | None]:
    """The day of each stamp; one without a year lies next to the one before it."""
    days: list[Day | None] = [_day_in(one, year) if (year := _year(one)) else None for one in stamps]
    known = next((index for index, day in enumerate(days) if day), None)
    if known is None:
        if reference is None:
            return days
        day = _day_in(stamps[0], reference.latest.year)
        days[0] = _day_in(stamps[0], reference.latest.year - 1) if day and day > reference.latest else day
        known = 0
    for index in (*range(known + 1, len(days)), *range(known - 1, -1, -1)):
        if days[index] is None and _year(stamps[index]) is None:
            days[index] = _nearest(stamps[index], days[index - 1 if index > known else index + 1])
    return days


def _nearest(one: Found, beside: Day | None) -> Day | None:
    if beside is None:
        return None
    days = [day for step in (0, -1, 1) if (day := _day_in(one, beside.year + step))]
    return min(days, key=lambda day: abs(day - beside), default=None)
