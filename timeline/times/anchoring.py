"""Resolve: from what an expression says to the days it means, and why.

`Anchoring` walks a text once, from front to back, and keeps what the text has established
(`standing`); each reading is resolved against that, then against the reference (`resolvers`),
never against today.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline import edtf
from timeline.times import counting, months, years
from timeline.times.context import Antecedent, Days, Reference, Resolved, days_of, read_reference
from timeline.times.counting import NEXT
from timeline.times.cues import (
    ASK,
    BEGAN,
    BEGINS,
    CLOSES,
    COMPARED,
    ENGLISH,
    FOUNDED,
    FROM,
    INSIDE,
    LOOKS_BACK,
    PREPOSED,
    QUOTED,
)
from timeline.times.finding import Found
from timeline.times.posts import Post
from timeline.times.readings import Length, Point
from timeline.times.resolvers import resolve_reading
from timeline.times.settled import (
    AGAIN,
    ALONE,
    ASKED,
    LENGTH,
    LOST,
    NOTHING,
    NOW,
    PLAIN,
    SET,
    Settled,
    Told,
    complete,
    known_in,
    level_of,
    settle,
)
from timeline.times.standing import Standing

# he had taken over in mid-2021; compared with a loss of 5 in the third quarter of 2020
_LOOKED_BACK = re.compile(
    r"\b(?:had(?: \w+)? [a-z]+(?:ed|en|wn|nt|ght|de|ld|un|st|ut|ft|me)|compared (?:to|with)|versus|vs\.?|up from|down from|against|what (?:it|they) (?:was|were)|(?<![Mm]ore )(?<![Ll]ess )(?<![Ff]ewer )than)"
    r"(?: [\w$€£¥.,%]+){0,12}(?: in| on| by| since| for| of)(?: the)? $"
)
_SPOKEN = re.compile(r"\b(?:said|says|added|told(?: [A-Z]\w+| the \w+)?)(?: on| in)? $")
_SIGNED = re.compile(r"[\n”」]\s?(?:[—－―]{1,2}|--)\s?[^，。；：！？\n—－―]{1,20}[，,、 　（(]?(?:写?于)?$")
_ASIDE, _BEGINNING = LOOKS_BACK | QUOTED, BEGINS | FOUNDED
_SIGN_ENDS = ("）\n", ")\n", "）", ")")


def _past_year(found: Found, length: Length, days: Days) -> Antecedent | None:
    """过去一年: months that follow lie in it."""
    if length.role not in ("past", "recent") or not 360 <= (days[1] - days[0]).days <= 370:
        return None
    return Antecedent(*days, edtf.from_bounds(*days), found.start, found.end, "range")


class Anchoring(Standing):
    """One walk through a text. `resolve` must see the expressions in their order."""

    def enter(self, reference: Reference | None) -> None:
        super().enter(reference)
        self.known = known_in(reference)

    def resolve(self, found: Found, following: Found | None = None, beside: int = ASK) -> Resolved:
        """One expression; `following` is the next one, `beside` tells what stands beside it."""
        return self.resolve_all((found,), (following,), (beside,))[0]

    def resolve_all(
        self, found: Sequence[Found], following: Sequence[Found | None], flags: Sequence[int]
    ) -> list[Resolved]:
        """Expressions in their order; most are plain dates, and these take the short way."""
        resolved: list[Resolved] = []
        known_of, tell, add_year = self.known, self.history.append, self.years.add
        for one, then, beside in zip(found, following, flags, strict=True):
            known = known_of[one.text]
            if known.does != PLAIN or beside & known.asks or one.start <= self.era_until:
                resolved.append(self._resolve_beside(one, then, beside, known))
                continue
            earliest, latest, value, grain, present, deictic = known.told
            made = Antecedent(earliest, latest, value, one.start, one.end, grain, present, deictic)
            self.last = self.year = made
            tell(made)
            add_year(earliest.year)
            if level := known.level:
                self.month = made
                if level == 2:
                    self.day = made
            if beside & _BEGINNING:
                self._remember_beginnings(one, made, beside)
            resolved.append(known.resolved)
        return resolved

    def _resolve_beside(self, found: Found, following: Found | None, beside: int, known: Settled) -> Resolved:
        """One expression that the words around it may say more of."""
        self.beside = beside
        of_era = found.start <= self.era_until and years.in_republic(self, found)
        if known.does == ASKED or of_era or (known.does == ALONE and not self._stands_alone(found, known)):
            self.next_found = following
            resolved = resolve_reading(self, found)
            if found.reading.__class__ is Length:
                self._remember_length(found, found.reading, resolved)
                return resolved
            self._remember(found, resolved, *settle(found, resolved, self.reference))
            return resolved
        if known.does <= NOTHING:
            self._remember(found, known.resolved, known.does, known.level, known.told)
        return known.resolved

    def _stands_alone(self, found: Found, known: Settled) -> bool:
        """No date stands right before a length, and no word beside it says when it was."""
        last = self.last
        apart = last is None or found.start - last.end > NEXT
        return apart and found.rule == LENGTH and not self.beside & known.asks

    def resolve_ahead(self, found: Found) -> Resolved | None:
        """An expression that comes later, if it needs nothing of what comes before it."""
        if known := complete(found.text):
            return known.resolved
        partial = isinstance(found.reading, Point) and found.reading.year is None
        return resolve_reading(Anchoring(self.text, self.reference), found) if partial else None

    def begin_post(self, found: Found, post: Post) -> Resolved:
        """A stamp: from here on the text is told on its day."""
        self.beside = ASK
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

    def _remember(self, found: Found, resolved: Resolved, does: int, level: int, told: Told) -> None:
        """Keep a date as what later expressions may point back to."""
        if does <= AGAIN:
            if self.beside & _ASIDE and self._is_aside(found, resolved):
                return
            earliest, latest, value, grain, present, deictic = told
            made = Antecedent(earliest, latest, value, found.start, found.end, grain, present, deictic)
            self._lead(found, made, level)
            if does != AGAIN:
                self.years.add(earliest.year)
                if self.beside & _BEGINNING:
                    self._remember_beginnings(found, made, self.beside)
        elif does == NOW:
            self._go_back(None)
        elif does == NOTHING:
            if resolved.earliest and resolved.value.endswith("/.."):  # 自2015年起
                value = resolved.value[:-3]
                self.start = Antecedent(*days_of(value), value, found.start, found.end, edtf.precision(value))
        elif does == SET:
            self.recurring = found.end
        elif does == LOST and not self._compares(found):
            self.last = self.year = self.month = self.day = None

    def _remember_length(self, found: Found, length: Length, resolved: Resolved) -> None:
        """Windows give no date that a story goes on from; what is counted from the text does."""
        _, _, earliest, latest, anchor = resolved
        if earliest is None or latest is None or (length.role == "ago" and anchor.startswith("text")):
            return  # a look back from a date: the story does not go on from there
        days = earliest, latest
        if length.role not in ("ago", "later", "duration"):
            if anchor.startswith("document"):
                self._go_back(_past_year(found, length, days))
        elif not self._is_aside(found, resolved) and (made := self._counted(found, length, resolved, days)):
            self._lead(found, made, level_of(made.earliest, made.latest))
            self.years.add(made.earliest.year)  # 十年前…, 十年里…

    def _go_back(self, window: Antecedent | None) -> None:
        """The text is back at its own time."""
        self.year = self.month = None
        self.window = window

    def _is_aside(self, found: Found, resolved: Resolved) -> bool:
        """Looked back at, or said by somebody: the story does not go on from there."""
        beside = self.beside
        return bool(beside & LOOKS_BACK and self._compares(found)) or bool(
            beside & QUOTED and resolved.anchor and self._is_quoted(found, resolved)
        )

    def _lead(self, found: Found, made: Antecedent, level: int) -> None:
        """From here on, `made` is what the text is at."""
        if level == 2 and self.beside & CLOSES and self._is_signed(found):
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
            self.era_year, self.era_until = made, made.end + years.ERA

    def _counted(self, found: Found, length: Length, resolved: Resolved, days: Days) -> Antecedent | None:
        """What a length leads to; what was counted goes on from its end."""
        place = found.start, found.end
        if resolved.type != "DURATION":
            grain = edtf.precision(resolved.value) if resolved.type == "DATE" else "day"
            value = edtf.from_bounds(*days) if grain == "range" else resolved.value
            deictic = grain == "day" and resolved.anchor.startswith("document")
            return Antecedent(*days, value, *place, grain, False, deictic)
        ended = self.text.startswith(counting.ENDED, found.end)  # six months ended 30 June
        if ended or self.text[found.start - 1 : found.start] == "止":  # 截至6月30日止六个月
            return Antecedent(*days, edtf.from_bounds(*days), *place, "range")
        if not counting.is_counted(self, found):
            return None
        grain = "day" if length.unit == "day" else "range"
        return Antecedent(days[1], days[1], days[1].isoformat(), *place, grain)

    def _remember_beginnings(self, found: Found, made: Antecedent, beside: int) -> None:
        """A date from which the text counts on, or at which something was founded."""
        start, end = found.start, found.end
        if beside & BEGINS and (self.text.endswith(FROM, 0, start) or self.text.startswith(BEGAN, end)):
            self.start = made
        if beside & FOUNDED:
            self.foundings.remember(made, start, end)

    def _is_signed(self, found: Found) -> bool:
        """——某某，2007年8月9日 ends its line: whose words they are, and when they were said."""
        end = found.end
        ends = self.text[end : end + 1] in ("\n", "") or self.text[end : end + 2] in _SIGN_ENDS
        return ends and bool(_SIGNED.search(self.before(found, 30)))

    def _is_quoted(self, found: Found, resolved: Resolved) -> bool:
        """“明天起…”: told by the speaker's own day."""
        if not resolved.anchor.startswith("document"):
            return False
        opened = self.text.rfind("“", max(0, found.start - INSIDE), found.start)
        return opened >= 0 and self.text.find("”", opened, found.start) < 0

    def _compares(self, found: Found) -> bool:
        """较去年同期, 早在1981年: a year that is only looked back at does not become the running one."""
        start = found.start
        if self.text.endswith(PREPOSED, 0, start) and found.text[0].isascii():
            before = self.before(found, 90)
            for word in ENGLISH:  # most often none: quicker than the pattern, and than any()
                if word in before:
                    return bool(_LOOKED_BACK.search(before))
            return False
        return self.text.endswith(COMPARED, max(0, start - 3), start) and self.text[
            found.end : found.end + 1
        ] not in ("，", "。")
