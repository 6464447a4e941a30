"""What a text has established so far: its running year, the last date of each granularity, what was founded when.

Vocabulary: the *reference* is the document's own date (or a quoted mail's); an *antecedent* is a
date that the text has given before.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline import edtf
from timeline.times.context import Antecedent, Reference, Resolved
from timeline.times.cues import ASK, Cues
from timeline.times.finding import Found
from timeline.times.foundings import Founded, Foundings
from timeline.times.periods import Periods

_BRACKET = re.compile("[()（）]")
_ASIDE = 80  # characters of a bracket before a date in it
_STOP = re.compile("[。！？!?；;]")
_OF_NOUN = re.compile(
    "[^，。；！？、\n]{0,10}的(?![时那这一某今春夏秋冬]|[0-9一二三四五六七八九十]{1,2}月)[\u4e00-\u9fff]"
)
_AHEAD = re.compile("后来的|日后|才会")
_NEAR = 200  # characters: how far back an antecedent still leads


class Standing:
    """Where the text stands: `Anchoring` keeps it, and what resolves an expression asks it."""

    def __init__(
        self,
        text: str,
        reference: Reference | None = None,
        locate: Callable[[int, int], tuple[int, int]] | None = None,
        elsewhere: Founded | None = None,
    ) -> None:
        self.text = text
        self.locate = locate
        self.history: list[Antecedent] = []
        self.said_of: Antecedent | None = None  # the last antecedent that was pointed to
        self.said_words = ""
        self.era_year: Antecedent | None = None  # the last year told in the years of the Republic
        self.era_until = -1  # how far the years of the Republic may go on
        self.cues = Cues(text)
        self.foundings = Foundings(self.cues, elsewhere)
        # The last 一年后: base, length, place.
        self.offset: tuple[Antecedent, float, str, Antecedent] | None = None
        self.recurring = -1000  # where 每年 was last said
        self.years: set[int] = set()
        self.next_found: Found | None = None
        self.beside = ASK  # what stands beside the expression that is resolved
        self.post: Antecedent | None = None  # the stamp that the text is under
        self._periods: Periods | None = None
        self.enter(reference)

    def enter(self, reference: Reference | None) -> None:
        """Go on at another moment of writing: what was said before no longer leads."""
        self.reference = reference
        self.last: Antecedent | None = None
        self.year: Antecedent | None = None
        self.month: Antecedent | None = None
        self.day: Antecedent | None = None
        self.start: Antecedent | None = None  # the last date after 从 or 自
        self.window: Antecedent | None = None  # the year up to the document, if it was told last
        # What 第二年, 第三年 count from, and the last of them.
        self.series: tuple[Antecedent, int] | None = None
        self.lengths: dict[str, Antecedent] = {}  # where a length of time was last placed

    def tell(self, value: str, start: int) -> None:
        """A heading or a column says the date for what stands at `start`."""
        earliest, latest = edtf.bounds(value)
        if earliest and latest:
            self.last = self.year = Antecedent(earliest, latest, value, start, start, edtf.precision(value))

    def near(
        self, found: Found, antecedent: Antecedent | None, distance: int = _NEAR, paragraphs: int = 1
    ) -> Antecedent | None:
        """The antecedent, if it is close: in this paragraph or so many before it."""
        if antecedent is None:
            return None
        start, end = found.start, antecedent.end
        if start - end > distance:
            return None
        if self.text.find("\n", end, start) < 0:
            return antecedent
        between = self.text[end:start]
        heads = between.startswith("\n")  # at a line's end it leads what stands under it, and one more
        return antecedent if between.replace("\n\n", "\n").count("\n") <= paragraphs + heads else None

    def outside(self, found: Found, told: Antecedent) -> Antecedent:
        """（其中2019年投产…）: a bracket that has closed told an aside, and what led before it leads again.

        A bracket around the date alone is its label. A sentence that looks ahead is an aside too (日后的名厂，2017年…).
        """
        if self._is_by_the_way(found, told):
            before = (one for one in reversed(self.history[-8:]) if not self._is_by_the_way(found, one))
            return self.near(found, next(before, None), 300, 2) or told
        closed = _BRACKET.search(self.text, told.end, found.start)
        if closed is None or closed[0] in "(（":
            return told
        opened = max(self.text.rfind(mark, max(0, told.start - _ASIDE), told.start) for mark in "(（")
        if opened < 0 or (opened == told.start - 1 and closed.start() == told.end):
            return told
        before = (one for one in reversed(self.history[-8:]) if one.end <= opened)
        return self.near(found, next(before, None), 300) or told

    def _is_by_the_way(self, found: Found, told: Antecedent) -> bool:
        return self._describes(told) or self._looks_ahead(found, told)

    def _describes(self, told: Antecedent) -> bool:
        """1999年，他买下1958年成立的纱厂: older than what was told before it, and only says which."""
        within = _OF_NOUN.match(self.text, told.end) and "\u4e00" <= self.text[told.start - 1] <= "\u9fff"
        if not within or (self.text[told.end] == "的" and self.text[told.start - 1] not in "于是为"):
            return False  # 1996年的风 may open what is told; 建于1935年的老楼 does not
        before = next((one for one in reversed(self.history[-8:]) if one.end <= told.start), None)
        return before is not None and told.latest < before.earliest and told.start - before.end <= _NEAR

    def _looks_ahead(self, found: Found, told: Antecedent) -> bool:
        """Is it in a sentence, closed by now, that tells what became of things later?"""
        stop = _STOP.search(self.text, told.end, found.start)
        if stop is None:
            return False
        begins = max(self.text.rfind(mark, max(0, told.start - _ASIDE), told.start) for mark in "。！？\n")
        return bool(_AHEAD.search(self.text, begins + 1, min(stop.start(), told.end + 24)))

    def told(self, found: Found, distance: int = _NEAR, paragraphs: int = 1) -> Antecedent | None:
        """The last date, if it is close; before the day of speaking (on Monday) the one that is spoken of."""
        last = self.near(found, self.last, distance, paragraphs)
        if last is None or not last.deictic:
            return last
        before = next((one for one in reversed(self.history[-4:]) if not one.deictic), None)
        return self.near(found, before, distance, paragraphs) or last

    def same_sentence(self, found: Found, antecedent: Antecedent | None) -> Antecedent | None:
        near = self.near(found, antecedent)
        return near if near and not _STOP.search(self.text, near.end, found.start) else None

    def before(self, found: Found | Antecedent, length: int = 14) -> str:
        return self.text[max(0, found.start - length) : found.start]

    def after(self, found: Found | Antecedent, length: int = 14) -> str:
        return self.text[found.end : found.end + length]

    def document(self) -> str:
        """The document's date, with ? where it is only inferred."""
        return f"document {self.reference.value}{self.reference.doubt}" if self.reference else ""

    def said(self, antecedent: Antecedent) -> str:
        """The antecedent's value and place, in offsets of the stored text."""
        if antecedent is self.said_of:
            return self.said_words
        start, end = antecedent.start, antecedent.end
        if self.locate:
            start, end = self.locate(start, end)
        self.said_of, self.said_words = antecedent, f"text {antecedent.value} [{start}:{end}]"
        return self.said_words

    def resolve(self, found: Found) -> Resolved:
        raise NotImplementedError

    def resolve_ahead(self, found: Found) -> Resolved | None:
        raise NotImplementedError

    @property
    def periods(self) -> Periods:
        if self._periods is None:
            self._periods = Periods(self.cues)
        return self._periods

    @property
    def founding(self) -> Antecedent | None:
        """The first founding that the text tells."""
        return self.foundings.first
