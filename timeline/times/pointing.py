"""Resolve words that point: 现在, 近年 at the document's date, 当时, 全年, 当季 at what the text has told."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from timeline import edtf
from timeline.times import periods, years
from timeline.times.context import Antecedent, Missing, Resolved, shift_months, unresolved, whole_year
from timeline.times.finding import Found
from timeline.times.readings import Anaphor, Deictic, Point

if TYPE_CHECKING:
    from timeline.times.standing import Standing

Day = datetime.date
_PARAGRAPH = 600  # characters: how far back 当时 still leads
_NOTHING = "nothing before it says when"


def _ends_whole(day: Day, digits: int) -> bool:
    """Whether `day` ends the month (7 digits) or the year (4)."""
    return (day + datetime.timedelta(days=1)).day == 1 and (digits == 7 or day.month == 12)


def resolve_deictic(walk: Standing, found: Found, reading: Deictic) -> Resolved:
    if walk.reference is None:
        return unresolved("DATE", "the document has no date")
    value, earliest, latest, _ = walk.reference
    if reading.kind == "present":
        return Resolved("DATE", value, earliest, latest, walk.document())
    first = (
        shift_months(earliest.replace(day=1), -2)
        if reading.kind == "recent"
        else Day(earliest.year - 3, 1, 1)
    )
    digits = 7 if reading.kind == "recent" else 4
    span = (
        f"{first.isoformat()[:digits]}/{latest.isoformat()[:digits]}"
        if _ends_whole(latest, digits)
        else f"{first.isoformat()[:digits]}/{latest.isoformat()}"
    )
    return Resolved("DATE", span, first, latest, walk.document())


def resolve_unit(walk: Standing, found: Found, unit: str) -> Resolved:
    """The quarter: the one told last. For the year: the running one."""
    if unit == "year":
        try:
            year, anchor = years.find_year(walk, found, Point())
        except Missing as missing:
            return unresolved("DATE", str(missing))
        return whole_year(year, anchor)
    now = walk.reference
    for told in reversed(walk.history[-8:]):
        if now and told.latest >= now.latest:
            continue  # expected: accounts are of what is over
        if walk.near(found, told, 800, 4) and 88 <= (told.latest - told.earliest).days <= 92:
            return Resolved("DATE", told.value, told.earliest, told.latest, walk.said(told))
    return unresolved("DATE", "no quarter is named before it")


def _of_another(walk: Standing, found: Found, told: Antecedent) -> bool:
    """昨天，记者来到店里。…那时候，我只有一块钱: not the day of the report. 早在上大学期间，那时…: its own clause says when."""
    if told.deictic and walk.same_sentence(found, told) is None:
        return True
    clause = walk.text[max(told.end, found.start - 30) : found.start]
    return "早在" in clause and "。" not in clause[clause.index("早在") :]


_REMEMBERS = re.compile(
    "回忆|回想|忆起|想起|说起|谈[起到及]|提[起到及]|回首|接受[^，。]{0,12}(?:采访|专访)|坦言|透露"
)


def _may_be_then(walk: Standing, found: Found, told: Antecedent) -> bool:
    """Today …; back then …: a day that is over, on which nobody only looked back."""
    if told.present or (walk.reference and told.earliest > walk.reference.latest):
        return False
    asked = walk.same_sentence(found, told)
    return asked is None or not _REMEMBERS.search(walk.text, told.end, found.start)


def resolve_anaphor(walk: Standing, found: Found, reading: Anaphor) -> Resolved:
    if "-" in reading.unit or reading.unit == "period":
        return periods.resolve_period(walk, found, reading)
    antecedent = walk.near(found, walk.last, 60 if found.rule == "at-that-moment" else _PARAGRAPH)
    antecedent = antecedent and walk.outside(found, antecedent)
    if antecedent and reading.unit == "any" and not _may_be_then(walk, found, antecedent):
        earlier = (told for told in reversed(walk.history[-8:]) if _may_be_then(walk, found, told))
        antecedent = walk.near(found, next(earlier, None), _PARAGRAPH)
    if antecedent is None or (reading.unit == "any" and _of_another(walk, found, antecedent)):
        return unresolved("DATE", _NOTHING)
    if reading.unit == "decade":
        first = antecedent.earliest.year // 10 * 10
        value = f"{first + 7}/{first + 9}" if found.text.endswith("of the decade") else f"{first // 10}X"
        return Resolved("DATE", value, *edtf.bounds(value), walk.said(antecedent))
    if reading.unit == "year":
        year = antecedent.earliest.year
        if 360 <= (antecedent.latest - antecedent.earliest).days <= 370:  # a year of accounts
            days = antecedent.earliest, antecedent.latest
            return Resolved("DATE", edtf.from_bounds(*days), *days, walk.said(antecedent))
        if antecedent.latest.year != year:
            return unresolved("DATE", "no single year is named before it")
        return whole_year(year, walk.said(antecedent))
    if reading.unit == "quarter":
        quarter = (antecedent.earliest.month - 1) // 3
        begun = Day(antecedent.earliest.year, quarter * 3 + 1, 1)
        last = edtf.last_day(begun.year, begun.month + 2)
        if antecedent.latest > last:
            return unresolved("DATE", "no quarter is named before it")
        return Resolved("DATE", f"{begun.year:04d}-{33 + quarter}", begun, last, walk.said(antecedent))
    return Resolved("DATE", antecedent.value, antecedent.earliest, antecedent.latest, walk.said(antecedent))
