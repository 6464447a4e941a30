"""Foundings: when companies and their parts began, and what is counted from there (创业初期, 十周年)."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from timeline import edtf
from timeline.times import years
from timeline.times.context import Antecedent, Missing, Resolved, unresolved, whole_year
from timeline.times.cues import Cues
from timeline.times.finding import Found
from timeline.times.readings import Founding

if TYPE_CHECKING:
    from timeline.times.standing import Standing

Day = datetime.date
# Name of a company → (year of its founding, the place where another document says so).
Founded = Mapping[str, tuple[str, str]]
_MANY = 40  # foundings that are looked through for a subject
_BEFORE = re.compile(r"(?:诞生|成立|创立|创办|创建|始建|组建|创业|注册|起步|founded in|established in)于?$")
_AFTER = re.compile(
    r"^[，,]?(?:[^，。；,;!?]{0,14})(?:创立|创办|创建|诞生|正式成立|注册成立|成立)(?!之初|后|以来|以后|之后|[第0-9一二三四五六七八九十百]+[周个]?年|纪念|仪式|的)"
)
_SUBJECT = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{2,8}$")
_UNIT = re.compile(
    r"(?:成立|组建|设立|创立)(?:了|一家|一个)[^，。；\n]{2,24}?(?:公司|事业部|研究院|实验室|基金|集团|部门)"
)


def _units(cues: Cues) -> Iterator[tuple[int, str]]:
    """Where the founding of a part of a company is told, and its words."""
    done = 0
    for start in cues.places("unit"):
        if start >= done and (match := _UNIT.match(cues.text, start)):
            done = match.end()
            yield start, match[0]


class Foundings:
    """The foundings that a text tells, in its order, and those that other documents tell."""

    def __init__(self, cues: Cues, elsewhere: Founded | None = None) -> None:
        self.text, self.cues = cues.text, cues
        self.elsewhere: Founded = elsewhere or {}
        self._told: list[tuple[Antecedent, str]] = []  # with the words around each
        self._beside: list[tuple[Antecedent, int, int]] = []  # dates near such a verb, not read yet
        self._units: list[tuple[int, str]] | None = None  # where the founding of parts of it is told

    @property
    def first(self) -> Antecedent | None:
        told = self.told
        return told[0][0] if told else None

    @property
    def told(self) -> list[tuple[Antecedent, str]]:
        """The dates at which something was founded; what stands beside them is read when somebody asks."""
        if self._beside:
            self._read_beside()
        return self._told

    def _read_beside(self) -> None:
        text = self.text
        for made, start, end in self._beside:
            before, after = text[max(0, start - 10) : start], text[end : end + 24]
            if _BEFORE.search(before) or _AFTER.match(after):
                self._told.append((made, text[max(0, start - 20) : end + 30]))
        self._beside.clear()

    def remember(self, made: Antecedent, start: int, end: int) -> None:
        """Keep a date at which something may have been founded."""
        self._beside.append((made, start, end))

    def tell(self, begun: Antecedent, found: Found) -> None:
        """Keep the year that a count beside a date says: 2014年，公司成立16周年."""
        self.told.append((begun, self.text[max(0, found.start - 20) : found.end]))

    def told_elsewhere(self, walk: Standing, found: Found) -> tuple[str, tuple[str, str]] | None:
        """The subject beside an expression, where another document says when it was founded."""
        beside = walk.before(found, 16) + "\n" + walk.after(found, 10)
        names = [name for name in self.elsewhere if name in beside]
        return max(
            ((name, self.elsewhere[name]) for name in names), key=lambda told: len(told[0]), default=None
        )

    def of_subject(self, walk: Standing, found: Found) -> Antecedent | None:
        """The founding of what stands before the expression: of the car company, not of its parent."""
        subject, told = _SUBJECT.search(walk.before(found, 8)), self.told
        key = subject[0][-2:] if subject else ""
        if len(key) < 2 or (told and key in told[0][1]):
            return self.first
        named = (made for made, words in told[1:_MANY] if key in words)
        return next(named, None) or self._founded_unit(walk.history, found.start, key) or self.first

    def _founded_unit(self, history: list[Antecedent], end: int, name: str) -> Antecedent | None:
        """The date told last before the founding of a part of a company, of that name."""
        if self._units is None:
            self._units = list(_units(self.cues))
        until = bisect_left(self._units, (end, ""))
        for start, words in self._units[max(0, until - _MANY) : until]:
            if name in words and (index := bisect_left(history, start, key=lambda a: a.start)):
                return history[index - 1]
        return None


def year_beside(beside: Antecedent, year: int) -> Antecedent:
    """A year that is counted back from a date, at the place of that date."""
    return Antecedent(Day(year, 1, 1), Day(year, 12, 31), f"{year:04d}", beside.start, beside.end, "year")


def resolve_founding(walk: Standing, found: Found, reading: Founding) -> Resolved:
    if reading.kind == "anniversary":
        return _anniversary(walk, found, reading)
    if reading.kind == "age":
        return _at_age(walk, found, reading.number)
    if founding := walk.foundings.of_subject(walk, found):
        return _first_years(walk, founding.earliest.year, founding.latest.year, walk.said(founding))
    if told := walk.foundings.told_elsewhere(walk, found):
        name, (founded, place) = told
        return _first_years(walk, int(founded[:4]), int(founded[:4]), f"{name} {founded} {place}")
    return unresolved("DATE", "no founding date before it")


def _at_age(walk: Standing, found: Found, age: int) -> Resolved:
    try:
        return whole_year(*years.at_age(walk, found, age))
    except Missing as missing:
        return unresolved("DATE", str(missing))


def _anniversary(walk: Standing, found: Found, reading: Founding) -> Resolved:
    same, foundings = walk.same_sentence(found, walk.last), walk.foundings
    whole = same and same.earliest.year == same.latest.year
    if same and (same.grain == "year" or (whole and foundings.first is None)):
        if foundings.first is None:
            foundings.tell(year_beside(same, same.earliest.year - reading.number), found)
        return whole_year(same.earliest.year, walk.said(same))
    of_other = _OF_OTHERS.search(walk.before(found, 6))
    if (first := foundings.first) and not of_other and _fits(walk, first.earliest.year + reading.number):
        return whole_year(first.earliest.year + reading.number, walk.said(first))
    if told := foundings.told_elsewhere(walk, found):
        name, (founded, place) = told
        return whole_year(int(founded[:4]) + reading.number, f"{name} {founded} {place}")
    kept = _KEPT.search(walk.before(found, 16)) or _FEAST.match(walk.after(found, 2))
    if walk.reference and kept:
        return whole_year(walk.reference.earliest.year, walk.document())
    return unresolved("DATE", "no founding date before it")


_OF_OTHERS = re.compile(
    "(?:诞辰|逝世|牺牲|建交|回归|胜利|结婚|建[校国党军市省县州]|解放|签署|开放|开埠|实施|颁布|入世)$"
)
_AHEAD = 5  # years after the document in which an anniversary may be looked forward to


def _fits(walk: Standing, year: int) -> bool:
    """An anniversary that is far ahead is of something older than what the text tells of."""
    return walk.reference is None or year <= walk.reference.latest.year + _AHEAD


_KEPT = re.compile(
    r"欢庆|庆祝|喜迎|迎来|正值|适逢|恰逢|欣逢|值此|热烈祝贺"
)  # an anniversary that is being kept
_FEAST = re.compile("庆祝|纪念|盛典|庆典|局庆|社庆|校庆|店庆|厂庆|司庆")


def _first_years(walk: Standing, first_year: int, last_year: int, anchor: str) -> Resolved:
    """The year of a founding and the two after it, as far as the document goes."""
    first, last = Day(first_year, 1, 1), Day(last_year + 2, 12, 31)
    if walk.reference and walk.reference.latest < last:
        last = max(first, walk.reference.latest)
    return Resolved("DATE", edtf.from_bounds(first, last), first, last, anchor)
