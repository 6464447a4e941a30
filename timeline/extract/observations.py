"""Observations: what a quantity measures, of whom, and when it holds.

Vocabulary: the *measure* is the word that says what a number means (营收, 售价); the *subject* is
whose number it is; the *narrative's* time is the last one told before, when the sentence has none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.extract.entities import Cast, find_cast
from timeline.extract.holding import Placed, when
from timeline.extract.measuring import Measured, Span, read_measure
from timeline.extract.owners import whose
from timeline.extract.rows import read_rows
from timeline.extract.telling import is_telling
from timeline.model import Document, Observation, Quantity, Timex
from timeline.text import View, clauses, sentences


class Spot(NamedTuple):
    """A quantity and where it stands in the view."""

    start: int
    end: int
    quantity: Quantity


class _Reader:
    """Reads a document sentence by sentence; remembers what the last numbers were about."""

    def __init__(self, document: Document, view: View, times: Sequence[Timex]) -> None:
        self.document, self.text = document, view.text
        self.cast: Cast = find_cast(document, view.text)
        self.placed = [Placed(*_view_span(view, time), time) for time in times]
        self.starts = [time.start for time in self.placed]
        self.subject = ""
        self.told: dict[tuple[float | None, float | None, str], str] = {}  # (value, low, unit) → property
        self.floors = _floors(document, view)

    def read(self, sentence: Span, spots: Sequence[Spot]) -> Iterator[Observation]:
        parts = list(clauses(self.text, *sentence))
        before: Measured | None = None
        for spot in spots:
            clause = next((part for part in parts if part[0] <= spot.start < part[1]), sentence)
            measured = read_measure(
                self.text, sentence, clause, (spot.start, spot.end), spot.quantity, before
            )
            measured = self._remembered(measured)
            if not is_telling(self.text, (spot.start, spot.end), measured):
                continue
            yield self._observation(sentence, parts, clause, spot, measured, before)
            before = measured

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
        before: Measured | None,
    ) -> Observation:
        word = measured.word
        anchor = word.start if word and word.start < spot.start else spot.start
        times = [(time.start, time.end) for time in self._near(sentence)]
        about, own = whose(self.text, parts, clause, anchor, times, self.cast, self.document)
        if before and not own and self.subject:
            about = self.subject
        about = about or self.subject or self.cast.company
        self.subject = about
        floor = self.floors[bisect_right(self.floors, spot.start) - 1] if self.floors else 0
        held = when(self.placed, self.starts, sentence, clause, spot.start, floor)
        return Observation(
            self.document.doc_id, about, measured.property, measured.quantity, held.timex, held.date,
            held.earliest, held.latest, measured.change, "; ".join(filter(None, (measured.rule, held.rule))),
        )  # fmt: skip

    def _near(self, sentence: Span) -> Sequence[Placed]:
        first = bisect_right(self.starts, sentence[0] - 1)
        return self.placed[first : bisect_right(self.starts, sentence[1])]


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
    return sorted(found, key=lambda observation: observation.quantity.start)


def _view_span(view: View, found: Timex | Quantity) -> Span:
    return view.find(found.start), view.find(max(found.end - 1, found.start)) + 1


def _floors(document: Document, view: View) -> list[int]:
    """Where headings stand: a number below one does not take its date from above it."""
    return [0, *sorted(view.find(block.start) for block in document.blocks if block.kind == "heading")]
