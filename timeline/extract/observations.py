"""Observations: what a quantity measures, of whom, and when it holds.

Vocabulary: the *measure* is the word that says what a number means (营收, 售价); the *subject* is
whose number it is; the *narrative's* time is the last one told before, when the sentence has none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.extract.entities import Cast, find_cast
from timeline.extract.holding import NEVER, Narrative
from timeline.extract.latin import main_name, subject_before
from timeline.extract.measuring import Measured, Span, read_measure
from timeline.extract.owners import OF_PRODUCTS, PLACES, is_name, owner_after, product_before, whose
from timeline.extract.rows import read_rows
from timeline.extract.series import RESPECTIVELY, dated_alike, dealt
from timeline.extract.telling import is_telling
from timeline.extract.unnamed import name_after, name_before
from timeline.lexicon.grammar import wordset
from timeline.model import Document, Observation, Quantity, Timex
from timeline.text import View, clauses, sentences

# What holds until something changes it: told without a time, it holds when the document is written.
STATES = wordset(
    "headcount rd_headcount centres factories stores countries cities users members range_km market_cap charging_stations "
    "production_lines subsidiaries capacity assets battery_capacity"
)
_THIS_NUMBER = re.compile(r"[这该此][个一]?(?:数字|数据|数值|指标|比例|金额|规模)")
NEIGHBOURS = 12  # clauses of a sentence, and
NEAR = 150  # characters around a number, that are looked at
REMEMBERED = 120  # characters that a subject stays in mind


class Spot(NamedTuple):
    """A quantity and where it stands in the view."""

    start: int
    end: int
    quantity: Quantity


class Observed(NamedTuple):
    """An observation with how it was read, and its clause."""

    observation: Observation
    measured: Measured
    clause: Span


class _Reader:
    """Reads a document sentence by sentence; remembers what the last numbers were about."""

    def __init__(self, document: Document, view: View, times: Sequence[Timex]) -> None:
        self.document, self.view, self.text = document, view, view.text
        self.cast: Cast = find_cast(document, view.text)
        self.narrative = Narrative(document, view, times)
        self.subject = ("", -REMEMBERED)  # a name, and where it was last told of
        self.told: dict[tuple[float | None, float | None, str], str] = {}  # (value, low, unit) → property
        self.floors = _floors(document, view)
        self.said: Measured | None = None  # the last reading

    def read(self, sentence: Span, spots: Sequence[Spot]) -> Iterator[Observation]:
        every = list(clauses(self.text, *sentence))
        starts = [part[0] for part in every]
        read: list[Observed] = []
        last: Observed | None = None
        whole = sentence
        for spot in spots:
            index = max(bisect_right(starts, spot.start) - 1, 0)
            parts = [_clipped(part, spot) for part in every[max(0, index - NEIGHBOURS) : index + NEIGHBOURS]]
            clause = _clipped(every[index], spot)
            sentence = _clipped((max(whole[0], parts[0][0]), min(whole[1], parts[-1][1])), spot)
            before = last.measured if last else None
            measured = read_measure(
                self.text, sentence, clause, (spot.start, spot.end), spot.quantity, before
            )
            measured = self._remembered(_alike(measured, before))
            if (
                measured.rule == "by the unit"
                and self.said
                and _THIS_NUMBER.search(self.text, clause[0], spot.start)
            ):
                measured = measured._replace(
                    property=self.said.property, base=self.said.base, rule="the number told before"
                )
            if not is_telling(self.text, (spot.start, spot.end), measured):
                continue
            measured = self._named(measured, clause, spot)
            last = self._observation(sentence, parts, clause, spot, measured, last)
            read.append(last)
            self.said = measured
        yield from self._dealt(read)

    def _dealt(self, read: Sequence[Observed]) -> Iterator[Observation]:
        """The observations of a sentence; those of a list after 分别 get a time each."""
        run: list[Observed] = []
        for one in [*read, None]:
            if run and (
                one is None
                or one.observation.property != run[0].observation.property
                or one.clause != run[0].clause
            ):
                yield from self._dealt_run(run)
                run = []
            if one:
                run.append(one)

    def _dealt_run(self, run: Sequence[Observed]) -> Iterator[Observation]:
        observations = [one.observation for one in run]
        start, end = run[0].clause[0], self.view.find(observations[0].quantity.start)
        if len(run) < 2 or not RESPECTIVELY.search(self.text, start, end):
            return iter(observations)
        return iter(dealt(observations, self.narrative.anchored_before(end)))

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

    def _observation(
        self,
        sentence: Span,
        parts: Sequence[Span],
        clause: Span,
        spot: Spot,
        measured: Measured,
        last: Observed | None,
    ) -> Observed:
        about = self._about(sentence, parts, clause, spot, measured, last)
        floor = self.floors[bisect_right(self.floors, spot.start) - 1]
        held = self.narrative.when(parts, clause, spot.start, floor)
        if held is NEVER and measured.base in STATES and self.narrative.published:
            held = self.narrative.published._replace(rule="a state: date of publication")
        rule = "; ".join(filter(None, (measured.rule, held.rule)))
        observation = Observation(
            self.document.doc_id, about, measured.property, measured.quantity, held.timex, held.date,
            held.earliest, held.latest, measured.change, rule,
        )  # fmt: skip
        return Observed(observation, measured, clause)

    def _about(
        self,
        sentence: Span,
        parts: Sequence[Span],
        clause: Span,
        spot: Spot,
        measured: Measured,
        last: Observed | None,
    ) -> str:
        """Whose number it is; the last one's in this sentence, or the company's, if nothing says so."""
        text, cast, word = self.text, self.cast, measured.word
        if measured.thing:
            return measured.thing
        if word and word.start >= spot.end and (owner := owner_after(text, spot.end, word.start, cast)):
            return owner
        anchor = word.start if word and word.start < spot.start else spot.start
        if self.document.script == "Latn":
            ours = measured.base in OF_PRODUCTS
            main = cast.company or main_name(text)
            name = subject_before(text, sentence[0], anchor, last=ours)
            return main if not name or main.startswith(f"{name} ") else name
        if measured.base in OF_PRODUCTS and (product := product_before(text, sentence[0], anchor, cast)):
            return product
        times = self.narrative.spans_in(sentence)
        since = last.clause[0] if last else sentence[0]
        near = [part for part in parts if since < part[0] <= clause[0] or part == clause]
        about = whose(text, near, clause, anchor, times, cast, self.document)
        if not about and last:
            earlier = [part for part in parts if part[0] < clause[0]]
            name = whose(text, earlier, clause, clause[0], times, cast, self.document)
            known = cast.names.match(name) if cast.names else None
            about = known.group() if known and not last.observation.about.startswith(known.group()) else ""
        if not about and measured.base in OF_PRODUCTS:
            about = product_before(text, max(0, sentence[0] - REMEMBERED), anchor, cast)
        if not about:
            recent = spot.start - self.subject[1] <= REMEMBERED
            about = last.observation.about if last else self.subject[0] if recent else cast.company
        if is_name(about, cast) and about not in cast.products and about not in PLACES:
            self.subject = about, spot.end
        return about


def _clipped(span: Span, spot: Spot) -> Span:
    """The part of a clause or sentence that is near a number: no clause is too long to be read."""
    return max(span[0], min(spot.start - NEAR, span[1])), min(span[1], max(spot.end + NEAR, span[0]))


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


def find_observations(
    document: Document, view: View, times: Sequence[Timex], quantities: Sequence[Quantity]
) -> list[Observation]:
    """The observations of a document, in order of their numbers. Linear time."""
    reader = _Reader(document, view, times)
    found, in_rows = read_rows(document, times, quantities, reader.cast)
    spots = [
        Spot(*_view_span(view, quantity), quantity)
        for quantity in quantities
        if quantity.start not in in_rows
    ]
    index = 0
    for start, end in sentences(view.text):
        first = index
        while index < len(spots) and spots[index].start < end:
            index += 1
        if index > first:
            found += reader.read((start, end), spots[first:index])
    return dated_alike(sorted(found, key=lambda observation: observation.quantity.start))


def _view_span(view: View, found: Timex | Quantity) -> Span:
    return view.find(found.start), view.find(max(found.end - 1, found.start)) + 1


def _floors(document: Document, view: View) -> list[int]:
    """Where headings stand: a number below one does not take its date from above it."""
    return [0, *sorted(view.find(block.start) for block in document.blocks if block.kind == "heading")]
