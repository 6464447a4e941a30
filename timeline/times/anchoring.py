"""Resolve: from what an expression says to the days it means, and why.

`Anchoring` walks a text once, from front to back, and keeps what the text has established
(`standing`); each reading is resolved against that, then against the reference (`resolvers`),
never against today.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from timeline import edtf
from timeline.times import counting, months, years
from timeline.times.beside import BEGAN, COMPARED, FOUNDED, FROM, QUOTED, WORDS
from timeline.times.complete import (
    Complete,
    completed,
    is_by_document,
    is_part,
    is_whole,
    latest_of,
    level_of,
)
from timeline.times.context import Antecedent, Resolved, read_reference
from timeline.times.finding import Found
from timeline.times.posts import Post
from timeline.times.readings import (
    Deictic,
    Fixed,
    Length,
    Point,
    Range,
    Recurring,
    Shift,
    Vague,
)  # fmt: skip
from timeline.times.resolvers import resolve_reading, resolve_vague
from timeline.times.rules import read_text
from timeline.times.standing import Standing

Day = datetime.date


# he had taken over in mid-2021; compared with a loss of 5 in the third quarter of 2020
_LOOKED_BACK = re.compile(
    r"\b(?:had(?: \w+)? [a-z]+(?:ed|en|wn|nt|ght|de|ld|un|st|ut|ft|me)|compared (?:to|with)|versus|vs\.?|up from|down from|against|(?<![Mm]ore )(?<![Ll]ess )(?<![Ff]ewer )than)"
    r"(?: [\w$€£¥.,%]+){0,12}(?: in| on| by| since| for| of)(?: the)? $"
)
_CALENDAR = ("month-day", "month-bare-day", "english-month-day", "english-day-month")  # named, not counted
_SPOKEN = re.compile(r"\b(?:said|says|added|told(?: [A-Z]\w+| the \w+)?)(?: on| in)? $")
_SIGNED = re.compile(r"[\n”」]\s?(?:[—－―]{1,2}|--)\s?[^，。；：！？\n—－―]{1,20}[，,、 　（(]?(?:写?于)?$")
_SIGN_ENDS = ("）\n", ")\n", "）", ")")
_TODAY = Shift("document", 0)


def _is_aside(point: Point) -> bool:
    """去年同期, the previous year: looked back at, while the text stays where it is."""
    return point.part == "同期" or (
        isinstance(point.year, Shift) and point.year.origin == "text" and point.year.by < 0
    )


@lru_cache(maxsize=65536)
def _complete(text: str) -> Complete | None:
    """None where the text or the document has to be asked."""
    read = read_text(text)
    if read is None:
        return None
    rule, reading = read
    if isinstance(reading, Recurring):
        return Complete(Resolved("SET", reading.value), "", "set")
    if isinstance(reading, Vague):
        return Complete(resolve_vague(reading), "", "")
    if isinstance(reading, Range):
        if not (is_whole(reading.first) and isinstance(reading.last, Point) and is_part(reading.last)):
            return None
    elif isinstance(reading, Point):
        if not is_whole(reading):
            return None
    elif not isinstance(reading, Fixed) or latest_of(reading) < 1940:
        return None
    blank = Anchoring(text)
    resolved = resolve_reading(blank, Found(0, len(text), text, rule.name, reading))
    return completed(reading, resolved)


@lru_cache(maxsize=65536)
def _is_by_document(text: str) -> bool:
    read = read_text(text)
    return read is not None and is_by_document(read[1])


class Anchoring(Standing):
    """One walk through a text. `resolve` must see the expressions in their order."""

    def resolve(self, found: Found, following: Found | None = None) -> Resolved:
        complete = _complete(found.text) or self.by_document.get(found.text)
        era = self.era_year
        if complete is not None and (
            era is None or found.start > era.end + years.ERA or not years.in_republic(self, found)
        ):
            self._keep(found, complete)
            return complete.resolved
        self.next_found = following
        resolved = resolve_reading(self, found)
        if resolved.type == "SET":
            self.recurring = found.end
        elif resolved.earliest is not None and resolved.latest is not None:
            self._remember(found, resolved)
            if _is_by_document(found.text):
                self.by_document[found.text] = completed(found.reading, resolved)
        elif self._is_lost(found, resolved):
            self.last = self.year = self.month = self.day = None
        return resolved

    def _is_lost(self, found: Found, resolved: Resolved) -> bool:
        """上个月, in a text whose date is not known: no older date says when what follows was."""
        unknown = resolved.earliest is None and isinstance(found.reading, Point)
        return unknown and _is_by_document(found.text) and not self._compares(found)

    def resolve_ahead(self, found: Found) -> Resolved | None:
        """An expression that comes later, if it needs nothing of what comes before it."""
        if complete := _complete(found.text):
            return complete.resolved
        partial = isinstance(found.reading, Point) and found.reading.year is None
        return resolve_reading(Anchoring(self.text, self.reference), found) if partial else None

    def begin_post(self, found: Found, post: Post) -> Resolved:
        """A stamp: from here on the text is told on its day."""
        if post.told_year:
            resolved = self.resolve(found)
        else:
            day, told = post.day, self.post or self.reference
            clock = found.reading.clock if isinstance(found.reading, Point) else ""
            anchor = self.said(told) if isinstance(told, Antecedent) else self.document()
            value = months.with_clock(day, clock)
            resolved = Resolved("TIME" if clock else "DATE", value, day, day, anchor)
        self.enter(read_reference(post.day))
        made = Antecedent(post.day, post.day, post.day.isoformat(), found.start, found.end, "day")
        self.post = made
        self._lead(found, made, 2)
        return resolved

    def _keep(self, found: Found, complete: Complete) -> None:
        """Keep a date that is complete in itself as what later expressions may point back to."""
        resolved, value, grain, days, deictic, level = complete
        if days is not None:
            if self.beside and (self._compares(found) or self._is_quoted(found, resolved)):
                return
            made = tuple.__new__(
                Antecedent, (days[0], days[1], value, found[0], found[1], grain, False, deictic)
            )
            self._lead(found, made, level)
            self._remember_beginnings(found, made)
        elif grain == "set":
            self.recurring = found.end
        elif grain == "now":
            self.year = self.month = None  # the text is back at its own time

    def _remember(self, found: Found, resolved: Resolved) -> None:
        """Keep a date as what later expressions may point back to."""
        reading = found.reading
        if self._looks_from_now(found, reading):
            if resolved.anchor.startswith("document"):
                self.year = self.month = None  # the text is back at its own time
                self.window = self._past_year(found, resolved)
            return
        if self._compares(found) or (isinstance(reading, Point) and _is_aside(reading)):
            return
        if self._is_quoted(found, resolved):
            return
        if made := self._antecedent(found, resolved):
            self._lead(found, made, level_of(made.earliest, made.latest))
            if isinstance(reading, Point | Range | Fixed):
                self._remember_beginnings(found, made)
            elif reading.__class__ is Length:
                self.years.add(made.earliest.year)  # 十年前…，十年里…

    def _lead(self, found: Found, made: Antecedent, level: int) -> None:
        """From here on, `made` is what the text is at."""
        if level == 2 and self._is_signed(found, made):
            return
        self.last = made
        self.history.append(made)
        if made.deictic and found.text[0].isascii() and _SPOKEN.search(self.before(found, 24)):
            self.day = made  # he said on Monday: the story stays in its year
            return
        self.year = made
        if level:
            self.month = made
            if level == 2:
                self.day = made
        if found.text.startswith("民国"):
            self.era_year = made

    def _past_year(self, found: Found, resolved: Resolved) -> Antecedent | None:
        """过去一年: months that follow lie in it."""
        first, last = resolved.earliest, resolved.latest
        past = isinstance(found.reading, Length) and found.reading.role in ("past", "recent")
        if not past or first is None or last is None or not 360 <= (last - first).days <= 370:
            return None
        return Antecedent(first, last, edtf.from_bounds(first, last), found.start, found.end, "range")

    def _looks_from_now(self, found: Found, reading: object) -> bool:
        """Windows and words of the present: they give no date that a story goes on from."""
        if isinstance(reading, Length):
            return reading.role not in ("ago", "later", "duration")
        if isinstance(reading, Point) and reading.day == _TODAY:
            return self.reference is not None and self.reference.grain != "day"
        return isinstance(reading, Deictic)

    def _antecedent(self, found: Found, resolved: Resolved) -> Antecedent | None:
        earliest, latest, value = resolved.earliest, resolved.latest, resolved.value
        if earliest is None or latest is None:
            return None
        if isinstance(found.reading, Length) and resolved.type == "DURATION":
            ended = self.text.startswith(counting.ENDED, found.end)  # six months ended 30 June
            if ended or self.text[found.start - 1 : found.start] == "止":  # 截至6月30日止六个月
                value = edtf.from_bounds(earliest, latest)
                return Antecedent(earliest, latest, value, found.start, found.end, "range")
            if not counting.COUNTED.search(self.before(found)):
                return None
            # What follows goes on from the end of the time that was counted.
            grain = "day" if found.reading.unit == "day" else "range"
            return Antecedent(latest, latest, latest.isoformat(), found.start, found.end, grain)
        grain = edtf.precision(value) if resolved.type == "DATE" else "day"
        if grain == "range":
            value = edtf.from_bounds(earliest, latest)
        present = isinstance(found.reading, Point) and found.reading.day == _TODAY
        deictic = grain == "day" and resolved.anchor.startswith("document") and found.rule not in _CALENDAR
        return Antecedent(earliest, latest, value, found.start, found.end, grain, present, deictic)

    def _remember_beginnings(self, found: Found, made: Antecedent) -> None:
        """A date from which the text counts on, or at which something was founded."""
        self.years.add(made.earliest.year)
        if self.beside & WORDS and (
            self.before(found, 2).endswith(FROM) or self.text.startswith(BEGAN, found.end)
        ):
            self.start = made
        if self.beside & FOUNDED:
            self.foundings.remember(made, found.start, found.end)

    def _is_signed(self, found: Found, made: Antecedent) -> bool:
        """——某某，2007年8月9日 ends its line: whose words they are, and when they were said."""
        end = found.end
        ends = self.text[end : end + 1] in ("\n", "") or self.text[end : end + 2] in _SIGN_ENDS
        return ends and made.earliest == made.latest and bool(_SIGNED.search(self.before(found, 30)))

    def _is_quoted(self, found: Found, resolved: Resolved) -> bool:
        """“明天起…”: told by the speaker's own day, the story does not go on from there."""
        if not self.beside & QUOTED or not resolved.anchor.startswith("document"):
            return False
        opened = self.text.rfind("“", max(0, found.start - 120), found.start)
        return opened >= 0 and self.text.find("”", opened, found.start) < 0

    def _compares(self, found: Found) -> bool:
        """较去年同期, 早在1981年: a year that is only looked back at does not become the running one."""
        if not self.beside & WORDS:
            return False
        if found.text[0].isascii() and _LOOKED_BACK.search(self.before(found, 90)):
            return True
        return self.before(found, 3).endswith(COMPARED) and not self.after(found, 1).startswith(("，", "。"))
