"""Ages of people that do not fit the year of their birth: 陈一舟1985年出生 … 2010年，陈一舟创业，年仅28岁.

A *birth* is a fact about one person with a year. An age is held against it where its sentence begins
with that person, or names them right after it (28岁的陈一舟). Both ways of counting hold: full years,
and the traditional one, which is a year ahead.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from timeline.checks.messages import make
from timeline.checks.reading import Placed, Reading, count
from timeline.checks.sides import Side, of_mention
from timeline.model import Check, Event

_BORN = re.compile(r"出生|生于|\bborn\b")
_AGED = re.compile(
    r"(?:(?<=[，,；;（(\s])|\b)(?:当时|那时|那年|时年|年仅|年方|仅|才|刚满?|已经?|只有)*"
    r"(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})岁(?:的(?P<who>[^，,。；]{1,8})|(?=时|那年|[，,。；;）)]|$))"
    r"|\b(?:at the age of|aged) (?P<age>\d{1,2})\b"
)
_YEAR = 366  # days


def find(readings: Sequence[Reading], events: Sequence[Event] = ()) -> Iterator[Check]:
    """Checks of kind duration: ages of people against their births."""
    births = _births(readings)
    for reading in readings if births else ():
        for match in _AGED.finditer(reading.text):
            years = count(match["n"] or match["age"])
            date = _date(reading, match.start())
            who = _who(reading, match, births)
            birth = births.get(who) if who else None
            if not (years and date and birth and date.timex.earliest and date.timex.latest):
                continue
            if birth.span.doc_id == reading.doc_id and birth.span.start <= date.timex.start < birth.span.end:
                continue  # 1985年出生，28岁…: the only date is that of the birth
            low, high = (
                date.timex.earliest.year - birth.latest.year - 1,
                date.timex.latest.year - birth.earliest.year + 1,
            )
            if low <= years <= high:
                continue
            yield make(
                "anniversary", birth.span, reading.locate(min(date.start, match.start()), max(date.end, match.end())),
                severity="warning", first=birth.words, last=reading.text[date.start : date.end],
                text=match[0].split("的")[0], length=f"{high - 1}年",
            )  # fmt: skip


def _births(readings: Sequence[Reading]) -> dict[str, Side]:
    """When each person was born, where all that tell it are of one year."""
    told: dict[str, list[Side]] = defaultdict(list)
    for reading in readings:
        for mention in reading.mentions:
            words = reading.document.text[mention.start : mention.end]
            named = [name for name in mention.entities if name in words]
            if mention.modality == "fact" and len(named) == 1 and _BORN.search(words):
                told[named[0]].append(of_mention(reading, mention))
    return {
        name: sides[0]
        for name, sides in told.items()
        if not any(sides[0].excludes(side) for side in sides)
        and (sides[0].latest - sides[0].earliest).days <= _YEAR
    }


def _date(reading: Reading, position: int) -> Placed | None:
    """The only date of the sentence up to an age; None for none, for several, and for one that an age gave."""
    start, _ = reading.sentence(position)
    dates = [
        placed
        for placed in reading.times_in(start, position)
        if placed.timex.type == "DATE" and placed.timex.earliest and placed.timex.latest
    ]
    if len(dates) != 1 or "岁" in dates[0].timex.text or dates[0].timex.anchor:
        return None
    days = dates[0].timex
    return dates[0] if days.latest and days.earliest and (days.latest - days.earliest).days <= _YEAR else None


def _who(reading: Reading, match: re.Match[str], births: dict[str, Side]) -> str:
    """Whose age it is: the name right after it, else whom its sentence names first."""
    if match["who"]:
        return next((name for name in births if match["who"].startswith(name)), "")
    start, _ = reading.sentence(match.start())
    before = reading.text[start : match.start()]
    named = {name for mention in reading.mentions for name in mention.entities if name in before}
    return min(named, key=lambda name: (before.index(name), -len(name)), default="")
