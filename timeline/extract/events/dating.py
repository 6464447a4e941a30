"""What a clause's time means for its event: the day it names, a span that it opens, a start it implies."""

import datetime
import re

from timeline import edtf
from timeline.extract.language.clauses import Clause, Placed
from timeline.model import Document

Dated = tuple[str, datetime.date, datetime.date, str]  # EDTF, earliest, latest, how
_FROM = re.compile(r"(?:从|自从|自|始自)\s*$")
_OPENED = re.compile(r"^\s*年?\s*(?:开始|起)|^[^，。；]{0,14}?(?:以来|至今|迄今)")
_GOING_ON = re.compile(r"开始|一直|持续|不断|至今|每[天年月]|全力|一面|逐步|坚持|始终")
_STARTS = frozenset({"sale", "unveil", "list", "deliver", "rolloff", "open", "online", "produce"})
_SINCE_THEN = re.compile(r"^[^，。；]{1,14}?(?:以来|至今|迄今)")
_ONCE = frozenset({"found", "list", "delist", "appoint", "resign", "enter", "acquire", "open", "rename"})
_INEXACT = re.compile(r"不到|不足|超过|多|近|余|约|几|数")
_SINCE = re.compile(r"距离?[^，]{2,}$")
_AFTER = re.compile(r"终于|最终|最后|于是")
_PASSED = re.compile(r"经过\s*$|历时\s*$|耗时\s*$")


def date_of(
    clause: Clause, placed: Placed, text: str, document: Document, *, inherited: bool = False
) -> Dated | None:
    """The date of the event; None if the time does not date it after all."""
    timex = placed.timex
    if timex.earliest is None or timex.latest is None:
        return None
    date = timex.value if edtf.is_edtf(timex.value) and None not in edtf.bounds(timex.value) else ""
    date = date or edtf.from_bounds(timex.earliest, timex.latest)
    if inherited:
        return date, timex.earliest, timex.latest, "inherited"
    if timex.type == "DURATION":
        return _of_duration(clause, placed, text, date)
    if _opens_a_span(clause, placed, text):
        last = last_day(document)
        if last and last > timex.latest:
            return (
                edtf.from_bounds(timex.earliest, last),
                timex.earliest,
                last,
                "from then to the document's date",
            )
    return date, timex.earliest, timex.latest, "direct"


def _of_duration(clause: Clause, placed: Placed, text: str, date: str) -> Dated:
    """上市六个月 dates the launch; 创办12年 and 经过75天，终于 date their end."""
    timex = placed.timex
    earliest, latest = timex.earliest, timex.latest
    assert earliest is not None
    assert latest is not None
    act = clause.action.act if clause.action else ""
    adjoining = clause.main is not None and 0 <= placed.start - clause.main.end <= 2
    if (
        _SINCE.search(text[clause.start : placed.start])
        and clause.main is not None
        and clause.main.end <= placed.start
    ):
        return _month(earliest, "start of the stated duration")
    if adjoining and act in _STARTS and not _INEXACT.search(timex.text):
        return _month(earliest, "start of the stated duration")
    if adjoining and act == "found":
        return _end(latest, earliest)
    if (
        clause.start > placed.end
        and _PASSED.search(text[max(0, placed.start - 4) : placed.start])
        and _AFTER.search(text[clause.start : clause.start + 8])
    ):
        return latest.isoformat(), latest, latest, "end of the stated duration"
    return date, earliest, latest, "direct"


def _month(day: datetime.date, how: str) -> Dated:
    value = f"{day.year:04d}-{day.month:02d}"
    earliest, latest = edtf.bounds(value)
    assert earliest is not None
    assert latest is not None
    return value + "~", earliest, latest, how


def _end(latest: datetime.date, earliest: datetime.date) -> Dated:
    """The year in which a company is so many years old."""
    first = max(earliest, latest.replace(month=1, day=1))
    return edtf.from_bounds(first, latest), first, latest, "end of the stated duration"


def _opens_a_span(clause: Clause, placed: Placed, text: str) -> bool:
    if not _FROM.search(text[max(0, placed.start - 3) : placed.start]):
        return False
    after = text[placed.end : max(clause.end, placed.end) + 12]
    if clause.action and clause.action.act in _ONCE and _SINCE_THEN.match(after):
        return False  # 从1993年成立以来, 自1992年上任以来: the step was taken then
    return bool(_OPENED.match(after) or _GOING_ON.search(text[clause.start : clause.end]))


def last_day(document: Document) -> datetime.date | None:
    """The last day on which the document can have been published; None if unknown."""
    if not document.date_published:
        return None
    try:
        return edtf.bounds(document.date_published)[1]
    except ValueError:
        return None
