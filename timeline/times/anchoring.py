"""Resolve: from what an expression says to the days it means, and why.

Vocabulary: the *reference* is the document's own date (or a quoted mail's); an *antecedent* is a
date that the text has given before. `Anchoring` walks a text once, from front to back, and keeps
what the text has established; each reading is resolved against that, then against the
reference, never against today.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from functools import lru_cache

from timeline import edtf
from timeline.times import counting, foundings, months, pointing, points, spans, years
from timeline.times.beside import ASK, BEGAN, COMPARED, FOUNDED, FROM, QUOTED, WORDS
from timeline.times.complete import (
    Complete,
    completed,
    is_by_document,
    is_part,
    is_whole,
    latest_of,
    level_of,
)
from timeline.times.context import Antecedent, Reference, Resolved, read_reference, unresolved
from timeline.times.finding import Found
from timeline.times.foundings import Founded, Foundings
from timeline.times.periods import Periods
from timeline.times.posts import Post
from timeline.times.readings import (
    Anaphor,
    Deictic,
    Fixed,
    Founding,
    Length,
    Point,
    Range,
    Recurring,
    Shift,
    Vague,
)  # fmt: skip
from timeline.times.rules import read_text

Day = datetime.date
_NEAR = 200  # characters: how far back an antecedent still leads


_MODERN = re.compile(
    r"互联网|手机|智能|电商|软件|芯片|人工智能|AI|App|5G|4G|数字化|新能源|短视频|直播|社交媒体|云计算|大数据"
)
_PAST_PERFECT = re.compile(
    r"\bhad (?:\w+ ){1,5}(?:in|on|by|since) (?:the )?$"
)  # he had taken over in mid-2021
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
        return Complete(Anchoring(text)._vague(Found(0, 0, text, "", reading), reading), "", "")
    if isinstance(reading, Range):
        if not (is_whole(reading.first) and isinstance(reading.last, Point) and is_part(reading.last)):
            return None
    elif isinstance(reading, Point):
        if not is_whole(reading):
            return None
    elif not isinstance(reading, Fixed) or latest_of(reading) < 1940:
        return None
    blank = Anchoring(text)
    resolved = _resolve(blank, Found(0, len(text), text, rule.name, reading))
    return completed(reading, resolved)


@lru_cache(maxsize=65536)
def _is_by_document(text: str) -> bool:
    read = read_text(text)
    return read is not None and is_by_document(read[1])


class Anchoring:
    """One walk through a text. `resolve` must see the expressions in their order."""

    def __init__(
        self,
        text: str,
        reference: Reference | None = None,
        locate: Callable[[int, int], tuple[int, int]] | None = None,
        elsewhere: Founded | None = None,
    ) -> None:
        self.text = text
        self.locate = locate
        self.reference = reference
        self.last: Antecedent | None = None
        self.year: Antecedent | None = None
        self.month: Antecedent | None = None
        self.day: Antecedent | None = None
        self.start: Antecedent | None = None  # the last date after 从 or 自
        self.era_year: Antecedent | None = None  # the last year told in the years of the Republic
        self.said_of, self.said_words = self.last, ""  # the last antecedent that was pointed to
        self.history: list[Antecedent] = []
        self.foundings = Foundings(text, elsewhere)
        self.by_document: dict[str, Complete] = {}  # what depends on the document's date alone
        self.offset: tuple[Antecedent, float, str, Antecedent] | None = (
            None  # the last 一年后: base, length, place
        )
        self.recurring = -1000  # where 每年 was last said
        self.years: set[int] = set()
        self.periods = Periods(text)
        self.window: Antecedent | None = None  # the year up to the document, if it was told last
        self.series: tuple[Antecedent, int] | None = (
            None  # what 第二年, 第三年 count from, and the last of them
        )
        self.lengths: dict[str, Antecedent] = {}  # where a length of time was last placed
        self.next_found: Found | None = None
        self.beside = ASK  # what stands beside the expression that is resolved
        self.post: Antecedent | None = None  # the stamp that the text is under

    # ── the walk ────────────────────────────────────────────────────────────

    def resolve(self, found: Found, following: Found | None = None) -> Resolved:
        complete = _complete(found.text) or self.by_document.get(found.text)
        era = self.era_year
        if complete is not None and (
            era is None or found.start > era.end + years.ERA or not years.in_republic(self, found)
        ):
            self._keep(found, complete)
            return complete.resolved
        self.next_found = following
        resolved = _resolve(self, found)
        if resolved.type == "SET":
            self.recurring = found.end
        elif resolved.earliest is not None and resolved.latest is not None:
            self._remember(found, resolved)
            if _is_by_document(found.text):
                self.by_document[found.text] = completed(found.reading, resolved)
        return resolved

    def resolve_ahead(self, found: Found) -> Resolved | None:
        """An expression that comes later, if it needs nothing of what comes before it."""
        if complete := _complete(found.text):
            return complete.resolved
        partial = isinstance(found.reading, Point) and found.reading.year is None
        return _resolve(Anchoring(self.text, self.reference), found) if partial else None

    def enter(self, reference: Reference | None) -> None:
        """Go on at another moment of writing: what was said before no longer leads."""
        self.reference = reference
        self.by_document = {}
        self.last = self.year = self.month = self.day = self.start = None
        self.window = self.series = None
        self.lengths = {}

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

    def tell(self, value: str, start: int) -> None:
        """A heading or a column says the date for what stands at `start`."""
        earliest, latest = edtf.bounds(value)
        if earliest and latest:
            self.last = self.year = Antecedent(earliest, latest, value, start, start, edtf.precision(value))

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
        self.last = self.year = made
        self.history.append(made)
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
        deictic = grain == "day" and resolved.anchor.startswith("document") and found.rule != "month-day"
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
        if found.text[0].isascii() and _PAST_PERFECT.search(self.before(found, 50)):
            return True
        return self.before(found, 3).endswith(COMPARED) and not self.after(found, 1).startswith(("，", "。"))

    # ── what the text has established ───────────────────────────────────────

    def near(
        self, found: Found, antecedent: Antecedent | None, distance: int = _NEAR, paragraphs: int = 1
    ) -> Antecedent | None:
        """The antecedent, if it is close: in this paragraph or so many before it."""
        if antecedent is None or found.start - antecedent.end > distance:
            return None
        between = self.text[antecedent.end : found.start]
        if "\n" not in between:
            return antecedent
        return antecedent if between.replace("\n\n", "\n").count("\n") <= paragraphs else None

    def same_sentence(self, found: Found, antecedent: Antecedent | None) -> Antecedent | None:
        if (near := self.near(found, antecedent)) is None:
            return None
        between = self.text[near.end : found.start]
        return None if any(c in between for c in "。！？!?；;") else near

    def before(self, found: Found | Antecedent, length: int = 14) -> str:
        return self.text[max(0, found.start - length) : found.start]

    def after(self, found: Found | Antecedent, length: int = 14) -> str:
        return self.text[found.end : found.end + length]

    def document(self) -> str:
        return f"document {self.reference.value}" if self.reference else ""

    def said(self, antecedent: Antecedent) -> str:
        """The antecedent's value and place, in offsets of the stored text."""
        if antecedent is self.said_of:
            return self.said_words
        start, end = antecedent.start, antecedent.end
        if self.locate:
            start, end = self.locate(start, end)
        self.said_of, self.said_words = antecedent, f"text {antecedent.value} [{start}:{end}]"
        return self.said_words

    @property
    def founding(self) -> Antecedent | None:
        """The first founding that the text tells."""
        return self.foundings.first

    # ── one resolver a kind of reading ──────────────────────────────────────

    def _fixed(self, found: Found, reading: Fixed) -> Resolved:
        earliest, latest = edtf.bounds(reading.value)
        if found.rule == "decade" and self._slipped(found, latest):
            # 20世纪20年代的互联网: the century of the number is said for the century of the time.
            value = f"{int(reading.value[:2]) + 1}{reading.value[2:4]}?"
            return Resolved(
                "DATE", value, *edtf.bounds(value), "text: what it names did not exist a century earlier"
            )
        return Resolved("TIME" if "T" in reading.value else "DATE", reading.value, earliest, latest)

    def _slipped(self, found: Found, latest: Day | None) -> bool:
        return latest is not None and latest.year < 1940 and bool(_MODERN.search(self.after(found, 16)))

    def _deictic(self, found: Found, reading: Deictic) -> Resolved:
        return pointing.resolve_deictic(self, found, reading)

    def _vague(self, found: Found, reading: Vague) -> Resolved:
        return unresolved("DURATION" if reading.value else "DATE", reading.reason, reading.value)

    def _recurring(self, found: Found, reading: Recurring) -> Resolved:
        return Resolved("SET", reading.value)

    def _anaphor(self, found: Found, reading: Anaphor) -> Resolved:
        return pointing.resolve_anaphor(self, found, reading)

    def _founding(self, found: Found, reading: Founding) -> Resolved:
        return foundings.resolve_founding(self, found, reading)

    def _point(self, found: Found, reading: Point) -> Resolved:
        return points.resolve_point(self, found, reading)

    def _range(self, found: Found, reading: Range) -> Resolved:
        return spans.resolve_range(self, found, reading)

    def _length(self, found: Found, reading: Length) -> Resolved:
        return counting.resolve_length(self, found, reading)


_RESOLVERS: dict[type, Callable[..., Resolved]] = {
    Fixed: Anchoring._fixed, Deictic: Anchoring._deictic, Vague: Anchoring._vague, Recurring: Anchoring._recurring,
    Anaphor: Anchoring._anaphor, Founding: Anchoring._founding, Point: Anchoring._point, Range: Anchoring._range,
    Length: Anchoring._length,
}  # fmt: skip


def _resolve(walk: Anchoring, found: Found) -> Resolved:
    """By the kind of reading; a day before year 1 or after 9999 is beyond any calendar here."""
    try:
        return _RESOLVERS[type(found.reading)](walk, found, found.reading)
    except (ValueError, OverflowError):
        kind = "DURATION" if isinstance(found.reading, Length) else "DATE"
        return unresolved(kind, "beyond the calendar")
