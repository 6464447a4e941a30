"""One document as the checks read it: its clean view, sentences, and times in view offsets.

Vocabulary: everything in a `Reading` counts characters of the clean view (`text`); `locate` leads
back to the document's own characters.
"""

import os
import pickle
import re
import tempfile
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import IO, NamedTuple

from timeline import edtf
from timeline.model import Day, Document, Extraction, Mention, Observation, Span, Timex
from timeline.numbers import read_number
from timeline.text import View, sentences, view

ROOM = 5_000_000  # characters of documents that lie open at a time
_CLAUSE_END = re.compile(r"[，,。！？!?；;：:\n…]|——")


class Placed(NamedTuple):
    """A time expression and its place in the view."""

    start: int
    end: int
    timex: Timex


class Contents(NamedTuple):
    """One document's harvest beside its clean view."""

    document: Document
    view: View
    times: tuple[Placed, ...]
    sentences: tuple[tuple[int, int], ...]
    mentions: tuple[Mention, ...]
    observations: tuple[Observation, ...]


class Reading:
    """One document as it is read: `look` gives its contents, which may have been put away since."""

    __slots__ = ("_look", "doc_id")

    def __init__(self, doc_id: str, look: Callable[[], Contents]) -> None:
        self.doc_id, self._look = doc_id, look

    @property
    def document(self) -> Document:
        return self._look().document

    @property
    def view(self) -> View:
        return self._look().view

    @property
    def times(self) -> tuple[Placed, ...]:
        return self._look().times

    @property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        return self._look().sentences

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return self._look().mentions

    @property
    def observations(self) -> tuple[Observation, ...]:
        return self._look().observations

    @property
    def text(self) -> str:
        return self._look().view.text

    @property
    def published(self) -> tuple[Day | None, Day | None]:
        """First and last day on which the document may have been published."""
        value = self.document.date_published
        return edtf.bounds(value) if value and edtf.is_edtf(value) else (None, None)

    def locate(self, start: int, end: int) -> Span:
        return Span(self.doc_id, *self.view.locate(start, end))

    def place(self, position: int) -> int:
        """The view offset of an offset into the document's text."""
        sources = _sources(self.view)
        return _place(self.view, sources, position)

    def sentence(self, position: int) -> tuple[int, int]:
        """The sentence that holds a view offset."""
        index = bisect_right(self.sentences, (position, len(self.text) + 1)) - 1
        if index >= 0 and position < self.sentences[index][1]:
            return self.sentences[index]
        return position, position

    def clause(self, position: int) -> tuple[int, int]:
        """The clause (between commas) that holds a view offset, blanks stripped."""
        start, end = self.sentence(position)
        for mark in _CLAUSE_END.finditer(self.text, start, end):
            if mark.end() <= position:
                start = mark.end()
            elif mark.start() >= position:
                end = mark.start()
                break
        return start, end

    def timeless(self, start: int, end: int) -> str:
        """text[start:end] without its time expressions."""
        words = self.text[start:end]
        for placed in reversed(self.times_in(start, end)):
            words = words[: placed.start - start] + " " + words[placed.end - start :]
        return words

    def times_in(self, start: int, end: int) -> tuple[Placed, ...]:
        """Time expressions that start in text[start:end]."""
        return self.times[bisect_left(self.times, (start,)) : bisect_left(self.times, (end,))]


class _Desk:
    """The contents looked at last, of ROOM characters together: so many documents lie open at a time.

    The others are put away in a file: to read them from there takes a fifth of opening them anew.
    """

    def __init__(self, extractions: Sequence[Extraction]) -> None:
        self._extractions = extractions
        self._open: OrderedDict[int, Contents] = OrderedDict()
        self._room = ROOM
        self._places: dict[int, int] = {}

    def look(self, index: int) -> Contents:
        if index in self._open:
            return self._open[index]
        contents = self._fetch(index) if index in self._places else read(self._extractions[index])
        self._open[index] = contents
        self._room -= len(contents.document.text)
        while self._room < 0 and len(self._open) > 1:
            self._put_away(*self._open.popitem(last=False))
        return contents

    @cached_property
    def _drawer(self) -> IO[bytes]:
        return tempfile.TemporaryFile(prefix="biannian-")

    def _put_away(self, index: int, contents: Contents) -> None:
        self._room += len(contents.document.text)
        if index not in self._places:
            self._places[index] = self._drawer.seek(0, os.SEEK_END)
            pickle.dump(contents, self._drawer, pickle.HIGHEST_PROTOCOL)

    def _fetch(self, index: int) -> Contents:
        self._drawer.seek(self._places[index])
        return pickle.load(self._drawer)  # written by ourselves, in a file without a name


def open_all(extractions: Sequence[Extraction]) -> tuple[Reading, ...]:
    """All documents, by path; each is read when it is looked at."""
    known = ((e.document.path, e.document.doc_id, index) for index, e in enumerate(extractions))
    desk = _Desk(extractions)
    return tuple(Reading(doc_id, partial(desk.look, index)) for _, doc_id, index in sorted(known))


def read(extraction: Extraction) -> Contents:
    """One document as the checks read it. Linear time."""
    clean = view(extraction.document.text)
    sources = _sources(clean)
    placed = tuple(
        Placed(_place(clean, sources, t.start), _place(clean, sources, t.end - 1) + 1, t)
        for t in sorted(extraction.times, key=lambda t: (t.start, t.end))
        if t.end > t.start
    )
    return Contents(
        extraction.document, clean, placed, tuple(sentences(clean.text)),
        extraction.mentions, extraction.observations,
    )  # fmt: skip


def _sources(clean: View) -> list[int]:
    return [start + shift for start, shift in zip(clean.starts, clean.shifts, strict=True)]


def _place(clean: View, sources: list[int], position: int) -> int:
    index = max(bisect_right(sources, position) - 1, 0)
    following = clean.starts[index + 1] if index + 1 < len(clean.starts) else len(clean.text)
    return min(position - clean.shifts[index], following)


def count(numeral: str) -> float | None:
    """A whole number in digits or Chinese numerals: 12, 3.5, 十二, 两, 三十; None for ranges and anything else."""
    number = read_number(numeral, 0)
    whole = number is not None and number.end == len(numeral) and number.value is not None
    return float(number.value) if whole else None
