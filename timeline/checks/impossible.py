"""Days that do not exist, and weekdays that do not fit their date."""

import calendar
import datetime
import re
from collections.abc import Iterator, Sequence

from timeline.checks.messages import make
from timeline.checks.reading import Reading, count
from timeline.lexicon.findings import WEEKDAYS
from timeline.model import Check, Event

_N = r"[\d〇零一二三四五六七八九十]{1,4}"
_CHINESE = re.compile(
    r"(?<![\d.])(?:(?P<year>(?:\d{4}|\d{2}|[〇零一二三四五六七八九]{4}))年)?"
    r"(?P<month>(?<![\d.])\d{1,2}|(?<![\d一二三四五六七八九十])[一二三四五六七八九十]{1,3})月"
    r"(?:(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?"
)
_NUMERIC = re.compile(
    r"(?<![\w./-])(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?![\w/-]|\.\d)"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ENGLISH = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTHS})"
    rf"|(?P<month2>{_MONTHS})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)(?:,?\s+(?P<year>(?:19|20)\d\d))?\b"
)
_QUARTER = re.compile(r"(?:(?:19|20)\d\d年?(?:的)?)(?:第?([五六七八九]|[5-9])季度|[Qq]([5-9])(?!\d))")
_LUNAR = re.compile(r"[农阴夏旧]历[^，。；]{0,8}$")
_DENIED = re.compile(r"不存在|没有|并无|哪来|写成|误作|误写|笔误|印成|应为|does not exist|no such|typo")
_WEEKDAY = re.compile(
    r"\s*[（(，, ]?\s*(?:(?:周|星期|礼拜)(?P<zh>[一二三四五六日天])|(?P<en>Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)(?:[a-z]*day)?\b)[）)]?"
)
_BEFORE = re.compile(r"\b(?P<en>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+$")
_SIGNS = "一二三四五六日"
_ABBREVIATED = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# A year may open the text of the sentence, and a day of it follow: 2021年……3月30日（周三）.


def find(readings: Sequence[Reading], events: Sequence[Event] = ()) -> Iterator[Check]:
    """Checks of kind impossible_date."""
    for reading in readings:
        for match in _dates(reading.text):
            yield from _check(reading, match)
        for match in _QUARTER.finditer(reading.text):
            if not _denied(reading, match):
                yield make("no-such-quarter", reading.locate(*match.span()), text=match[0])


def _dates(text: str) -> Iterator[re.Match[str]]:
    yield from _CHINESE.finditer(text)
    yield from _NUMERIC.finditer(text)
    yield from _ENGLISH.finditer(text)


def _parts(match: re.Match[str]) -> tuple[int | None, int | None, int | None]:
    """(year, month, day) of a date as written; None for what it does not say."""
    groups = match.groupdict()
    month = groups["month"] or groups.get("month2") or ""
    day = groups["day"] or groups.get("day2") or ""
    number = list(calendar.month_name).index(month) if month.isascii() and month.isalpha() else count(month)
    return _year(groups["year"]), int(number or 0), int(count(day) or 0) if day else None


def _year(text: str | None) -> int | None:
    if not text:
        return None
    if text.isdigit():
        return int(text) if len(text) == 4 else 2000 + int(text)
    return int("".join(str("零一二三四五六七八九".index(sign.replace("〇", "零"))) for sign in text))


def _check(reading: Reading, match: re.Match[str]) -> Iterator[Check]:
    year, month, day = _parts(match)
    if month is None or _LUNAR.search(reading.text[max(0, match.start() - 12) : match.start()]):
        return
    if not 1 <= month <= 12:
        # 13月 alone is too often something else (the end of another number); with a year or a day it is a date.
        if (year or day) and not _denied(reading, match):
            yield make("no-such-month", reading.locate(*match.span()), text=match[0])
        return
    if day is None:
        return
    longest = calendar.monthrange(year or 2024, month)[1]
    if not 1 <= day <= longest:
        if not _denied(reading, match):
            yield make("no-such-day", reading.locate(*match.span()), text=match[0], days=longest)
        return
    yield from _wrong_weekday(reading, match, year, month, day)


def _denied(reading: Reading, match: re.Match[str]) -> bool:
    """The text itself says that there is no such day."""
    start, end = reading.sentence(match.start())
    return bool(_DENIED.search(reading.text, max(start, match.start() - 15), min(end, match.end() + 15)))


def _wrong_weekday(
    reading: Reading, match: re.Match[str], year: int | None, month: int, day: int
) -> Iterator[Check]:
    stated, start, end = _stated_weekday(reading.text, match)
    if stated is None:
        return
    code = "wrong-weekday"
    if year is None:
        year, code = _resolved_year(reading, match), "wrong-weekday-in-year"
    if year is None or ((month, day) == (2, 29) and not calendar.isleap(year)):
        return
    actual = datetime.date(year, month, day).weekday()
    if actual != stated:
        span = reading.locate(start, end)
        yield make(code, span, text=reading.text[start:end], weekday=WEEKDAYS[actual], year=year)


def _stated_weekday(text: str, match: re.Match[str]) -> tuple[int | None, int, int]:
    """(0 for Monday …, start, end) of a date with the weekday beside it."""
    after = _WEEKDAY.match(text, match.end())
    if after and not text.startswith(("至", "到", "-", "—", "~"), after.end()):
        sign = after["zh"]
        number = (
            _SIGNS.index(sign.replace("天", "日")) if sign else _ABBREVIATED.index(after["en"][:3].lower())
        )
        return number, match.start(), after.end()
    before = _BEFORE.search(text, max(0, match.start() - 12), match.start())
    if before:
        return _ABBREVIATED.index(before["en"][:3].lower()), before.start(), match.end()
    return None, 0, 0


def _resolved_year(reading: Reading, match: re.Match[str]) -> int | None:
    """The year that a date without one was resolved to."""
    for placed in reading.times_in(match.start() - 12, match.end()):
        timex = placed.timex
        if placed.end >= match.end() and timex.earliest and timex.earliest == timex.latest:
            return timex.earliest.year
    return None
