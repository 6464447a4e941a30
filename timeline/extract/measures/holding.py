"""When a number holds: the time of its clause, else of its sentence, else the narrative's.

A time that only compares (较上年, 比2020年同期) is not when a number holds. A closing date (截至…) and a
day to come hold for their own sentence: the narrative goes on without them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from timeline import edtf
from timeline.extract.measures.earlier_years import Held, in_bracket, of_that_year, year_earlier
from timeline.extract.measures.frames import fits, of_report, period_named, period_told, with_periods
from timeline.extract.measures.placed import NEAR, Placed, compares, is_aside, is_carried, without_compared
from timeline.extract.measures.spots import is_dated_row
from timeline.extract.measures.topics import Topics
from timeline.model import Document, Timex
from timeline.text import View

Span = tuple[int, int]
INHERIT_WITHIN = 250  # characters between a sentence and the narrative's last date

_TO_NUMBER = re.compile(r"[末底]?(?:之|的|[：:])\s?(?:约|近|超|超过|逾|约为)?\s?$")  # 较2019年底|的|10.56亿元
_PRESENT = re.compile(r"现有|现已|现共有|现拥有|现存|在职|至今")
_PERFECT = re.compile(r"已(?:经)?(?:超|达|有|突破|逾|近|拥有|累计)")
# $5.2 billion|last year, 300 stores in|2009, $47 million, or 44 cents a share,|a year earlier: told right after its number.
_RIGHT_AFTER = re.compile(
    r"[^\s,;]+(?: (?:[mbtr]{1,2}illion|thousand|percent|per cent))?(?: (?:[a-z]{3,12}s|yuan|yen|won|people))?(?: (?:a|per)(?: [a-z]+)? share,?)?(?:,? or [^\s,;]+(?: (?!in |for )[^\d,;]{1,30})?,?)?"
    r"(?: (?:in|for|during|as of|at the end of))? (?:the )?(?:full[- ])?"
)
_SINCE = re.compile(r"[从自]$")
_ONWARD = re.compile(r"\s?(?:开始|起|以来|至今|到现在)")
_SUM = re.compile(r"一共|总共|累计|共计|合计|平均|[年月日]均|共(?!同|享|有|识|建)")


ABOVE = "time told before, above"  # in the paragraph before
NEVER = Held(None, "", None, None, "")


class Narrative:
    """The times of a document that numbers may hold for, and the period that it reports on (EDTF, or "")."""

    def __init__(self, document: Document, view: View, times: Sequence[Timex], period: str = "") -> None:
        self.text = text = view.text
        self.topics = Topics(text)
        placed = [Placed(view.find(time.start), view.find(time.end - 1) + 1, time) for time in times]
        placed = with_periods(text, placed)
        told = period_told(text, placed)
        self.period = (
            told if told and fits(told, period) else period or told or period_named(document, view, placed)
        )
        placed = of_report(text, placed, self.period)
        self.spans = [(time.start, time.end) for time in placed]
        self.placed = without_compared(text, placed)
        self.starts = [time.start for time in self.placed]
        self.every = placed
        self.every_starts = [time.start for time in placed]
        self.published = _published(document)
        known = edtf.bounds(document.date_published)[1] if document.date_published else None
        self.carried = [time for time in self.placed if is_carried(text, time, known)]
        self.carried_starts = [time.start for time in self.carried]
        self.carried_at = frozenset(self.carried_starts)
        self.dated = _dated_places(document, view)

    def closed(self) -> Held | None:
        """When a state holds that is told without a time: at the end of the report's period, else when it is written."""
        last = edtf.bounds(self.period)[1] if self.period else None
        if last:
            return Held(None, last.isoformat(), last, last, "a state: end of the report's period")
        return self.published._replace(rule="a state: date of publication") if self.published else None

    def spans_in(self, span: Span) -> Sequence[Span]:
        """The time expressions inside a stretch of the view."""
        return self.spans[bisect_left(self.spans, (span[0], 0)) : bisect_left(self.spans, (span[1], 0))]

    def compared_in(self, span: Span) -> Held | None:
        """The last time in `span` that a number is only compared with: 比2023年同期|增长."""
        inside = self.every[bisect_left(self.every_starts, span[0]) : bisect_left(self.every_starts, span[1])]
        told = [time for time in inside if time.timex.anchored and compares(self.text, time)]
        if not told:
            return None
        return of_that_year(self.text, told[-1], self._last_told(told[-1].start)) or _held(told[-1].timex, "")

    def anchored_before(self, position: int) -> list[Timex]:
        """The anchored times shortly before `position`, in order."""
        inside = self._inside((position - NEAR, position))
        return [time.timex for time in inside if time.timex.anchored]

    def when(self, clauses: Sequence[Span], clause: Span, position: int, floor: int) -> Held:
        """The time that holds for the number at `position`; the narrative reaches back to `floor`.

        `clauses` are those of the sentence. One that is all time (11年后，) belongs to the next.
        """
        if told := self._attached(clause, position):
            return told
        own = [time for time in self._anchored(clause) if not is_aside(self.text, time, position)]
        near = self._anchored((position, min(position + NEAR, (clauses or [clause])[-1][1])))
        after = [time for time in near if _RIGHT_AFTER.fullmatch(self.text, position, time.start)]
        if own or after:
            dates = [time for time in own if time.timex.type != "DURATION"]
            earlier = [time for time in dates if time.start <= position]
            chosen = (after[:1] or earlier[-1:] or dates or own)[0]
            last = self._last_told(min(position, chosen.start))
            if told := year_earlier(self.text, chosen, position, last) or of_that_year(
                self.text, chosen, last
            ):
                return told
            rule = "time of the clause" if dates else "span of the clause"
            return self._summed(chosen, clause, position) or _held(chosen.timex, rule)
        opening = self._anchored((self._opening(clauses, clause), clause[0]))
        if opening:
            summed = self._summed(opening[-1], clause, position)
            return summed or _held(opening[-1].timex, "time of the clause")
        if self._is_vague(clause):
            return NEVER
        if self.published and _PRESENT.search(self.text, clause[0], position):
            return self.published
        sentence = clauses[0][0] if clauses else clause[0]
        since = max(floor, self._before_semicolons(sentence))
        before = [
            time for time in self._anchored((since, clause[0])) if not is_aside(self.text, time, position)
        ]
        if before:
            solid = [time for time in before if time.timex.type != "DURATION"]
            last = (solid or before)[-1]
            return self._summed(last, clause, position) or _held(last.timex, "time of the sentence")
        told = self._told_before(sentence, floor)
        if told is NEVER and self.published and _PERFECT.search(self.text, clause[0], position + 2):
            return self.published
        return told

    def _attached(self, clause: Span, position: int) -> Held | None:
        """The time that a number is told with, though it compares: 较2019年底的|10.56亿元."""
        index = bisect_left(self.every_starts, position) - 1
        if index < 0 or not self.every[index].timex.anchored:
            return None
        time = self.every[index]
        last = self._last_told(time.start)
        if told := in_bracket(self.text, time, position, last):
            return told
        if time.start < clause[0]:
            return None
        same = of_that_year(self.text, time, last)
        if time.timex.type == "DURATION" or not (
            _TO_NUMBER.fullmatch(self.text, time.end, position) or (same and time.end == position)
        ):
            return None
        return same or _held(time.timex, "time told with the number")

    def _last_told(self, position: int) -> str:
        """The date (EDTF) that the text told last, shortly before `position`; else the report's period, or ""."""
        near = self._anchored((max(0, position - INHERIT_WITHIN), position))
        dates = [one for one in near if one.timex.type == "DATE" and one.start in self.carried_at]
        dates = [one for one in dates if _days(one.timex) >= 28]
        return _held(dates[-1].timex, "").date if dates else self.period

    def _summed(self, time: Placed, clause: Span, position: int) -> Held | None:
        """从2011年开始，一共发了…: a sum runs from then to the document's date."""
        timex, known = time.timex, self.published
        if known is None or known.latest is None or timex.earliest is None or known.latest <= timex.earliest:
            return None
        if not (
            _SINCE.search(self.text[max(0, time.start - 2) : time.start])
            and _ONWARD.match(self.text, time.end)
        ):
            return None
        if not _SUM.search(self.text, clause[0], position):
            return None
        date = edtf.from_bounds(timex.earliest, known.latest)
        return Held(timex, date, timex.earliest, known.latest, "a sum from then to the document's date")

    def _told_before(self, sentence: int, heading: int) -> Held:
        introduction = self.topics.introduction(sentence)
        floor = max(heading, sentence - INHERIT_WITHIN)
        if introduction and introduction[0] >= heading:
            own = self._carried_last((max(floor, self.topics.line(sentence)), sentence + 1))
            if held := own or self._carried_last(introduction):
                return _held(held.timex, "time told before")
        index = bisect_right(self.carried_starts, sentence) - 1
        paragraph = max(self.text.rfind("\n", floor, sentence), floor)
        above = len(self.text[floor:paragraph].rstrip()) + floor  # blank lines part no paragraphs
        earlier = self.text.rfind("\n", floor, max(above, floor))
        while index >= 0 and self.carried[index].start >= max(floor, earlier):
            time = self.carried[index]
            if time.start >= paragraph or _days(time.timex) >= 28 or "holiday" not in time.timex.rule:
                near = time.start >= max(paragraph, floor) or time.start <= heading + 2
                return _held(time.timex, "time told before" if near else ABOVE)
            index -= 1
        index = bisect_right(self.dated, sentence, key=lambda place: place[0]) - 1
        return self.dated[index][1] if index >= 0 else NEVER

    def _carried_last(self, span: Span) -> Placed | None:
        index = bisect_left(self.carried_starts, span[1]) - 1
        return self.carried[index] if index >= 0 and self.carried_starts[index] >= span[0] else None

    def _before_semicolons(self, sentence: int) -> int:
        """Where the sentence begins of which this is a part: 截至年底有员工3000人；|门店500家."""
        if self.text[sentence - 1 : sentence] not in ("；", ";"):
            return sentence
        floor = max(0, sentence - INHERIT_WITHIN)
        return max(floor, *(self.text.rfind(mark, floor, sentence) + 1 for mark in "。！？\n"))

    def _opening(self, clauses: Sequence[Span], clause: Span) -> int:
        """Where the clause begins, with the clauses before it that say nothing but a time."""
        opening = clause[0]
        for start, end in reversed([span for span in clauses if span[1] <= clause[0]]):
            inside = self._inside((start, end))
            if not inside or end - start > 2 + sum(time.end - time.start for time in inside):
                break
            opening = start
        return opening

    def _inside(self, span: Span) -> Sequence[Placed]:
        return self.placed[bisect_left(self.starts, span[0]) : bisect_left(self.starts, span[1])]

    def _anchored(self, span: Span) -> list[Placed]:
        return [time for time in self._inside(span) if time.timex.anchored and time.timex.type != "SET"]

    def _is_vague(self, clause: Span) -> bool:
        """Whether the clause has a time of its own that no calendar can place (未来, 以前)."""
        return any(time.timex.type == "DATE" and not time.timex.anchored for time in self._inside(clause))


def _dated_places(document: Document, view: View) -> list[tuple[int, Held]]:
    """Where headings and dated rows stand, and the date that each gives to what is under or in it: its own, else
    that of the heading above; and again that one where such a row ends.
    """
    above: list[tuple[int, Held]] = []
    found = []
    for block in document.blocks:
        start, own = view.find(block.start), NEVER
        if block.date:
            own = Held(None, block.date, *edtf.bounds(block.date), f"date of the {block.kind}")
        if block.kind == "heading":
            while above and above[-1][0] >= block.level:
                above.pop()
            above.append((block.level, own if block.date or not above else above[-1][1]))
            found.append((start, above[-1][1]))
        elif is_dated_row(block):
            found += [(start, own), (view.find(block.end), above[-1][1] if above else NEVER)]
    return found


def _published(document: Document) -> Held | None:
    if not document.date_published:
        return None
    earliest, latest = edtf.bounds(document.date_published)
    return Held(None, document.date_published, earliest, latest, "present tense: date of publication")


def _days(timex: Timex) -> int:
    if timex.earliest is None or timex.latest is None:
        return 0
    return (timex.latest - timex.earliest).days + 1


def _held(timex: Timex, rule: str) -> Held:
    date = timex.value if edtf.is_edtf(timex.value) else edtf.from_bounds(timex.earliest, timex.latest)
    return Held(timex, date, timex.earliest, timex.latest, rule)
