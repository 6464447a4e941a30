"""Dates as metadata write them: ISO 8601, RFC 5322, HTTP, Chinese, other languages → EDTF.

The day is the local day of the stated offset: 2021-02-08T03:08:19+00:00 is 2021-02-08.
"""

import datetime
import re
from email.utils import parsedate_to_datetime

from timeline.edtf import is_edtf

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?=$|[T\s,;])")
_COMPACT = re.compile(r"(?:D:)?((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{2,6}.*)?$")
_CHINESE = re.compile(r"(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号號])?)?")
_DIGITS = {ord(han): str(digit) for digit, han in enumerate("〇一二三四五六七八九")} | {
    ord("○"): "0",
    ord("零"): "0",
}
_FIRST, _LAST = 1000, 2199


def to_edtf(text: object) -> str:
    """The date that `text` (a string, a date, a datetime, a year) tells, as EDTF; "" for none."""
    if isinstance(text, datetime.datetime):
        return text.date().isoformat()
    if isinstance(text, datetime.date):
        return text.isoformat()
    if isinstance(text, int) and not isinstance(text, bool):
        return f"{text:04d}" if _FIRST <= text <= _LAST else ""
    if not isinstance(text, str) or not (text := text.strip()[:200]):
        return ""
    return _edtf(text) or _numeric(text) or _mail(text) or _english(text) or _foreign(text)


def _edtf(text: str) -> str:
    return text if re.match(r"[\d.]", text) and "T" not in text and is_edtf(text) else ""


def _numeric(text: str) -> str:
    for pattern in (_ISO, _COMPACT):
        if match := pattern.match(text):
            return _joined(*match.groups())
    if match := _CHINESE.match(text.translate(_DIGITS)):
        return _joined(*match.groups())
    return ""


def _joined(year: str, month: str | None, day: str | None) -> str:
    value = "-".join([year, *(part.zfill(2) for part in (month, day) if part)])
    if not _FIRST <= int(year) <= _LAST or (month and not 1 <= int(month) <= 12):
        return ""
    return value if is_edtf(value) else ""


def _mail(text: str) -> str:
    """RFC 5322 (`Mon, 8 Feb 2021 03:08:19 +0800`): the sender's own day."""
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return ""


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = re.compile(
    r"(?:[A-Z][a-z]{2,8},?\s+)?(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?\s+)?(?P<month>[A-Z][a-z]{2,8})\.?,?\s+"
    r"(?:(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year>(?:19|20)\d\d)\b"
)
_LANGUAGES = ["fr", "de", "es", "pt", "it", "nl", "ru", "ja", "ko", "vi", "id"]


def _english(text: str) -> str:
    """`February 8, 2021`, `8 Feb 2021`, `Feb 2021`."""
    match = _ENGLISH.match(text)
    if not match or match["month"][:3].lower() not in _MONTHS:
        return ""
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    return _joined(match["year"], str(month), match["d1"] or match["d2"])


def _foreign(text: str) -> str:
    """`8 février 2021`: only where a year and a word that is not Chinese are there."""
    if len(text) > 60 or not re.search(r"(?:19|20)\d\d", text) or re.search(r"[\u4e00-\u9fff]{3}", text):
        return ""
    if not re.search(r"[^\W\d_\u4e00-\u9fff]{3}|\d[년年]", text):
        return ""
    import dateparser

    settings = {
        "RELATIVE_BASE": datetime.datetime(1900, 1, 1),
        "REQUIRE_PARTS": ["year", "month"],
        "PREFER_DAY_OF_MONTH": "first",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    try:
        found = dateparser.parse(text, languages=_LANGUAGES, settings=settings)
    except Exception:  # a leaf for metadata: whatever it stumbles over is no date
        return ""
    if not found or not _FIRST <= found.year <= _LAST:
        return ""
    has_day = re.search(rf"(?<!\d)0?{found.day}(?!\d)", text.replace(str(found.year), "", 1))
    return found.date().isoformat() if has_day else f"{found.year:04d}-{found.month:02d}"


_INSIDE = re.compile(
    r"(?:19|20)\d\d\s?(?:[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}|年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号號])?)?)"
    r"|[一二][〇○零一二三四五六七八九]{3}年"
    r"|(?:[A-Z][a-z]{2,8},?\s)?\d{1,2}\.?\s[A-Za-zé]{3,9}\.?,?\s(?:19|20)\d\d"
    r"|[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d"
    r"|\d{1,2}/\d{1,2}/(?:19|20)\d\d"
)


def find_date(text: str) -> str:
    """The first date in a line such as a mail's introduction, as EDTF; "" for none."""
    for match in _INSIDE.finditer(text[:300]):
        if value := to_edtf(re.sub(r"\s(?=[-/.年月日])|(?<=[-/.年月])\s", "", match[0])):
            return value
    return ""
