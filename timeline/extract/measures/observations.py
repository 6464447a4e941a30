"""Observations: what a quantity measures, of whom, and when it holds.

Vocabulary: the *measure* is the word that says what a number means (营收, 售价); the *subject* is
whose number it is; the *narrative's* time is the last one told before, when the sentence has none.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline import edtf
from timeline.extract.language.name_shapes import without_kind
from timeline.extract.measures.attributing import REMEMBERED, Attribution
from timeline.extract.measures.beside import Observed, Telling, told_outside
from timeline.extract.measures.changes import Span
from timeline.extract.measures.frames import is_its_year
from timeline.extract.measures.holding import ABOVE, NEVER, Held, Narrative
from timeline.extract.measures.measure_words import kind_of, measures_in
from timeline.extract.measures.measuring import read_measure
from timeline.extract.measures.properties import Measured, measured_as
from timeline.extract.measures.rows import read_rows
from timeline.extract.measures.series import (
    Heads,
    Listed,
    dated,
    dated_alike,
    dealt,
    heads_before,
    marker_of,
    paired,
    runs,
    times_dealt,
    years_said,
)
from timeline.extract.measures.spots import Spot, clipped, floors_of, view_span, with_dates
from timeline.extract.measures.telling import is_telling
from timeline.extract.measures.told_names import told_names
from timeline.extract.measures.unnamed import name_after, name_before
from timeline.extract.who.entities import Cast, find_cast, pattern_of
from timeline.extract.who.reporter import company_of, period_of, year_of
from timeline.lexicon.holding_kinds import FLOWS, STATES
from timeline.model import Document, Observation, Quantity, Timex
from timeline.progress import Tell, each, quiet
from timeline.text import View, clauses, sentences

_THIS_NUMBER = re.compile(
    r"[这该此][个一]?(?:数字|数据|数值|指标|比例|金额|规模)|^其中[^，。；\d]{0,12}$|\b(?:This|That|which) (?:is|was|represent(?:s|ed|ing)|mark(?:s|ed)) (?:an? |about )?$|\b(?:expect(?:ing|ed)|forecasts?|looking for|estimates? (?:of|for)|consensus of)\s$"
)
_SAME_YEARS = re.compile(r"报告期内?|各期|同期|上述期间")
_FIRST_YEARS = re.compile(r"前([两二三四])个?(?:财政?)?年")  # of those of the list before
_FIRST = {"两": 2, "二": 2, "三": 3, "四": 4}
QUARTER = 80  # days that a part of a report's period lasts at least
GAP = 6  # characters between numbers and a 分别 that deals others to what they were told of
NEIGHBOURS = 12  # clauses of a sentence that are looked at around a number


class _Reader:
    """Reads a document sentence by sentence; remembers what the last numbers were about."""

    def __init__(
        self, document: Document, view: View, times: Sequence[Timex], quantities: Sequence[Quantity]
    ) -> None:
        self.document, self.view, self.text = document, view, view.text
        cast = find_cast(document, view.text)
        told = told_names(_sentences_of_numbers(view, quantities)) if document.script != "Latn" else set()
        known = frozenset(without_kind(name) for name in cast.known | told)
        cast = replace(cast, known=known, names=pattern_of(known))
        self.cast: Cast = replace(cast, company=company_of(document, cast, view.text))
        self.company = self.cast.company
        self.narrative = Narrative(document, view, times, period_of(document))
        self.period, self.year = self.narrative.period, year_of(document)
        self.told: dict[tuple[float | None, float | None, str], str] = {}  # (value, low, unit) → property
        self.attribution = Attribution(document, view.text, self.cast, self.company, self.narrative)
        self.floors = floors_of(document, view)
        self.said: Measured | None = None  # the last reading
        self.made: dict[str, tuple[Measured, int]] = {}  # what each measure word counted last, its end
        self.listed: list[Observation] = []  # the last list whose numbers had a time each,
        self.listed_at = -REMEMBERED  # and its end

    def read(self, sentence: Span, spots: Sequence[Spot]) -> Iterator[Observation]:
        every = list(with_dates(self.text, clauses(self.text, *sentence)))
        starts = [part[0] for part in every]
        read: list[Observed] = []
        last: Observed | None = None
        unit = ""  # of the last amount of the sentence
        whole = sentence
        for spot in spots:
            index = max(bisect_right(starts, spot.start) - 1, 0)
            parts = [clipped(part, spot) for part in every[max(0, index - NEIGHBOURS) : index + NEIGHBOURS]]
            clause = clipped(every[index], spot)
            sentence = clipped((max(whole[0], parts[0][0]), min(whole[1], parts[-1][1])), spot)
            before = told_outside(self.text, read, spot)
            measured = read_measure(
                self.text, sentence, clause, (spot.start, spot.end), spot.quantity, before, unit
            )
            self.attribution.unit = unit
            if kind_of(measured.quantity) not in ("share", "multiple", "rank"):
                unit = measured.quantity.unit
            measured = self._remembered(_alike(measured, before))
            measured = self._said_before(measured, clause, spot)
            if not is_telling(self.text, (spot.start, spot.end), measured):
                continue
            measured = self._named(measured, clause, spot)
            last = self._observation(Telling(sentence, parts, clause, spot, measured, last))
            read.append(last)
            self.said = measured
        yield from self._dealt(whole, read)

    def _said_before(self, measured: Measured, clause: Span, spot: Spot) -> Measured:
        """What a number without a measure has from one before: 这个数字, 预计为, or 辆 told of what was sold."""
        if measured.rule != "by the unit":
            if measured.change == "none":
                self.made[measured.quantity.unit_text] = measured, spot.end
            return measured
        said, rule = self.said, "the number told before"
        if not (said and _THIS_NUMBER.search(self.text[clause[0] : spot.start])):
            said, end = self.made.get(measured.quantity.unit_text, (None, 0))
            loose = measured.quantity.unit in ("units", "companies") and measured.change == "none"
            if not said or not loose or spot.start - end > 2 * REMEMBERED:
                return measured
            rule = "what was counted before"
            measured = measured._replace(quantity=measured.quantity._replace(unit=said.quantity.unit))
        if said.rule == "by the unit":
            return measured
        return measured_as(said.base, measured.change, measured.quantity, rule)

    def _dealt(self, sentence: Span, read: Sequence[Observed]) -> Iterator[Observation]:
        """The observations of a sentence; those of a list after 分别 get a measure, an owner, a time each."""
        listed = [Listed(one.observation, one.measured, one.spot.start, one.spot.end) for one in read]
        instead: dict[int, Observation] = {}
        known: dict[int, Heads] = {}  # by length, for 同比分别增长3%和2% further on
        for run in runs(self.text, listed):
            marker = marker_of(self.text, sentence, run)
            if marker is None:
                marker = run[0].start
                start = max(begin for begin, _ in clauses(self.text, *sentence) if begin <= marker)
                heads = heads_before(self.text, start, marker, len(run), whole=True)
            else:
                heads = self._heads(sentence, read, run, marker, known.get(len(run), Heads()))
            known[len(run)] = heads
            times = [
                time
                for time in self.narrative.anchored_before(times_dealt(self.text, marker, run))
                if time.end > self.view.locate(sentence[0], sentence[0] + 1)[0]
            ]
            years = years_said(self.text, sentence[0], marker)
            shared = self._times_of_last_list(
                sentence, run, dealt(run, heads, times, years, self.document.text)
            )
            for one, found in zip(run, shared, strict=True):
                instead[one.start] = found
        told = [instead.get(one.spot.start, one.observation) for one in read]
        spots = [one.spot for one in read]
        return iter(
            paired(told, spots, self.text, lambda end: self.narrative.compared_in((sentence[0], end)))
        )

    def _times_of_last_list(
        self, sentence: Span, run: Sequence[Listed], found: list[Observation]
    ) -> list[Observation]:
        """A list as long as the one shortly before it, and without times of its own, has those of that one.

        2021年至2023年营收分别为…。净利润率分别为21.4%、22.8%、20.2%。
        """
        shortly = max(0, run[0].start - REMEMBERED // 2), run[0].start
        near = run[0].start - self.listed_at <= REMEMBERED or _SAME_YEARS.search(self.text, *shortly)
        first = _FIRST_YEARS.search(self.text, *shortly) if len(self.listed) > len(found) else None
        if first and _FIRST[first[1]] == len(found):
            return [dated(a, b.date, b.timex) for a, b in zip(found, self.listed, strict=False)]
        told = ("clause", "each", "sentence" if self.listed_at < sentence[0] else "each")
        own = any(word in one.rule for one in found for word in told)
        if near and len(self.listed) == len(found) and not own:
            found = [
                dated(one, other.date, other.timex) for one, other in zip(found, self.listed, strict=True)
            ]
        if len({one.date for one in found if one.date}) == len(found):
            self.listed, self.listed_at = found, run[-1].end
        return found

    def _heads(
        self, sentence: Span, read: Sequence[Observed], run: Sequence[Listed], marker: int, before: Heads
    ) -> Heads:
        """What a list's numbers are told of; what the list before told, if this one says nothing itself."""
        others = [one for one in read if one.spot.start < run[0].start][-len(run) :]
        same = len(others) == len(run) and len({one.observation.quantity.unit for one in others}) == 1
        dealt_on = Heads()  # up 3 percent and 2 percent, respectively: of the two numbers before
        if same and (marker >= run[-1].end or self._goes_on(others[-1].spot.end, marker, run[0].start)):
            bases, names = zip(*((one.measured.base, one.observation.about) for one in others), strict=True)
            dealt_on = Heads(bases, names)
        if marker >= run[-1].end:
            return dealt_on if same else before
        starts = [start for start, _ in clauses(self.text, *sentence) if start <= marker] or [sentence[0]]
        start = starts[-2] if marker - starts[-1] < 2 and len(starts) > 1 else starts[-1]
        heads = heads_before(self.text, start, marker, len(run))
        return next((one for one in (heads, before, dealt_on) if one.measures or one.names), before)

    def _goes_on(self, end: int, marker: int, start: int) -> bool:
        """Whether a list goes on from the numbers ending there: 甲收入9亿元，乙收入2亿元，|分别增长|5%和21%."""
        own = (one for one in measures_in(self.text, end, start) if one.property != "growth")
        return marker - end <= GAP and not any(one.end - one.start > 1 for one in own)

    def _named(self, measured: Measured, clause: Span, spot: Spot) -> Measured:
        """A name from the text where the lexicon has none."""
        if measured.rule != "by the unit" or self.document.script == "Latn":
            return measured
        loose = measured.property in ("items", "occasions") and bool(measured.quantity.unit_text)
        name = name_after(self.text, spot.end) if loose else ""
        name = name or name_before(self.text, clause[0], spot.start, counted=loose)
        return measured._replace(property=name, rule="named in the text") if name else measured

    def _remembered(self, measured: Measured) -> Measured:
        """The same number told again measures the same: 50万台交付 … 50万台的背后."""
        quantity = measured.quantity
        key = (quantity.value, quantity.low, quantity.unit)
        if measured.rule != "by the unit":
            self.told.setdefault(key, measured.property)
        elif key in self.told and (quantity.value or quantity.low or 0) >= 100:
            name = self.told[key]
            return measured._replace(property=name, base=name, rule="same number told before")
        return measured

    def _observation(self, told: Telling) -> Observed:
        _, parts, clause, spot, measured, _ = told
        about = self.attribution.about(told)
        floor = self.floors[bisect_right(self.floors, spot.start) - 1]
        held = self.narrative.when(parts, clause, spot.start, floor)
        if self._is_of_report(held) and measured.base in FLOWS:
            held = Held(None, self.period, *edtf.bounds(self.period), "the report's period")
        if held is NEVER and self.year and measured.base in FLOWS:
            held = Held(None, self.year, *edtf.bounds(self.year), "the title's year")
        if held is NEVER and measured.base in STATES and (closed := self.narrative.closed()):
            held = closed
        rule = "; ".join(filter(None, (measured.rule, held.rule)))
        observation = Observation(
            self.document.doc_id, about, measured.property, measured.quantity, held.timex, held.date,
            held.earliest, held.latest, measured.change, rule,
        )  # fmt: skip
        return Observed(observation, measured, clause, spot)

    def _is_of_report(self, held: Held) -> bool:
        """Whether a flow is of the report's period: no time is told, or one above that is no part of the period."""
        if not self.period or (held is not NEVER and held.rule != ABOVE):
            return False
        first, last = edtf.bounds(self.period)
        if not (first and last and held.earliest and held.latest):
            return True
        part = first <= held.earliest and held.latest <= last
        if held.timex and is_its_year(held.timex.text) and held.earliest <= first and last <= held.latest:
            return False  # the year that a report on its last quarter goes on to
        return not part or (held.latest - held.earliest).days < QUARTER


def _alike(measured: Measured, before: Measured | None) -> Measured:
    """A bare measure word counts what the number before it counted: 13000多条微博，平均每天3|条."""
    quantity = measured.quantity
    if before is None or measured.rule != "by the unit" or quantity.unit not in ("items", "occasions"):
        return measured
    if not quantity.unit_text or before.quantity.unit_text != quantity.unit_text:
        return measured
    quantity = quantity._replace(unit=before.quantity.unit)
    return measured._replace(
        property=before.property, base=before.base, quantity=quantity, rule="counted before"
    )


def _sentences_of_numbers(view: View, quantities: Sequence[Quantity]) -> list[str]:
    places = sorted(view.find(quantity.start) for quantity in quantities)
    spans = sentences(view.text)
    return [view.text[a:b] for a, b in spans if bisect_right(places, a - 1) < bisect_right(places, b - 1)]


def find_observations(
    document: Document, view: View, times: Sequence[Timex], quantities: Sequence[Quantity], tell: Tell = quiet
) -> list[Observation]:
    """The observations of a document, in order of their numbers. Linear time."""
    reader = _Reader(document, view, times, quantities)
    found, in_rows = read_rows(document, times, quantities, reader.company)
    spots = [
        Spot(*view_span(view, quantity), quantity) for quantity in quantities if quantity.start not in in_rows
    ]
    index = 0
    for start, end in each(list(sentences(view.text)), tell):
        first = index
        while index < len(spots) and spots[index].start < end:
            index += 1
        if index > first:
            found += reader.read((start, end), spots[first:index])
    return dated_alike(sorted(found, key=lambda observation: observation.quantity.start))
