"""The clean view of a damaged text, with a true way back to the stored characters.

Vocabulary: a *view* is what patterns are matched on. It is folded (one character for one), and
*edits* drop or shorten what stands in the way: line breaks inside a sentence, zero-width
characters, pinyin glosses, tags and entities, spaces between Chinese characters and digits. Line
breaks that mean something stay. Offsets into a view are mapped to the stored text by `locate`.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.characters import places_of
from timeline.editing import NONE, Edits, apply, edits_of, merged, parted
from timeline.folding import fold, to_simplified
from timeline.model import Quote
from timeline.noise import find_gaps, find_noise
from timeline.wraps import lines_of, wraps_of

__all__ = [
    "View", "clauses", "find_quote", "fold", "line_number", "overlapping", "quote", "sentences",
    "tidy", "to_simplified", "view",
]  # fmt: skip

# Nothing to edit: one line without blanks, brackets or markup, as most clauses and titles are.
_PLAIN = re.compile("[\u4e00-\u9fff0-9，。、：；！？“”《》%]*")
_UNTURNED = array("q", (0,))  # of a view that is as long as its source
CONTEXT = 32  # characters of a quote's prefix and suffix


@dataclass(frozen=True, slots=True)
class View:
    """A clean `text` and the way back: from `starts[i]` on, the source is `shifts[i]` further."""

    text: str
    source: str
    starts: array[int]
    shifts: array[int]

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that view[start:end] was made from (dropped edges excluded)."""
        starts, shifts, last = self.starts, self.shifts, end - 1
        turn = bisect_right(starts, start)
        first = start + shifts[turn - 1]
        if last < start:
            return first, first
        if turn < len(starts) and starts[turn] <= last:
            turn = bisect_right(starts, last, turn)
        last += shifts[turn - 1]
        if self.source.startswith("&", last):
            return first, self._end(end - 1, last)
        return first, last + 1

    def locate_all(self, spans: Sequence[tuple[int, int]] | NDArray[np.int64]) -> list[tuple[int, int]]:
        """`locate` of many stretches, none of them empty."""
        return list(zip(*self.place_all(spans).T.tolist(), strict=True))

    def place_all(self, spans: Sequence[tuple[int, int]] | NDArray[np.int64]) -> NDArray[np.int64]:
        """The same as an array, a row a stretch."""
        places = np.array(spans, np.int64).reshape(-1, 2)
        if len(self.starts) == 1 and not self.shifts[0]:
            return places
        places -= (0, 1)
        turns = np.searchsorted(np.frombuffer(self.starts, np.int64), places, side="right") - 1
        places += np.frombuffer(self.shifts, np.int64)[turns] + (0, 1)
        if ampersands := [match.end() for match in re.finditer("&", self.source)]:
            for index in places_of(np.isin(places[:, 1], ampersands)).tolist():
                places[index, 1] = self._end(int(spans[index][1]) - 1, int(places[index, 1]) - 1)
        return places

    def find(self, position: int) -> int:
        """The view offset of a source offset (of the next kept character, if it was dropped)."""
        starts, shifts = self.starts, self.shifts
        index = max(bisect_right(range(len(starts)), position, key=lambda i: starts[i] + shifts[i]) - 1, 0)
        following = starts[index + 1] if index + 1 < len(starts) else len(self.text)
        return min(max(position - shifts[index], starts[index]), following)

    def _end(self, last: int, position: int) -> int:
        """Where the character view[last] ends in the source: it begins there with &, as entities do."""
        return position + 1 if self.text[last] == "&" else self.source.index(";", position) + 1


def view(text: str) -> View:
    """The clean view of `text`. Linear time."""
    folded = fold(text)
    if _PLAIN.fullmatch(text):
        return View(folded, text, _UNTURNED, _UNTURNED)
    lines = lines_of(folded)
    noise = find_noise(folded, lines.contents.noise.tolist() if lines else None)
    edits = merged(edits_of(noise), wraps_of(lines) if lines else NONE)
    parts = list(parted(folded, edits))
    if len(parts) == 1:
        return _cleaned(folded, text, edits)
    return _joined((_cleaned(folded[start:end], text[start:end], some) for start, end, some in parts), text)


def _cleaned(folded: str, source: str, edits: Edits) -> View:
    """The view of whole lines; blanks and glosses are seen once the edits are made."""
    clean = _edited(folded, source, edits)
    if gaps := find_gaps(clean.text):
        dropped = np.column_stack((clean.place_all(gaps), np.zeros(len(gaps), np.int64)))
        clean = _edited(folded, source, merged(dropped, edits))
    return clean


def _joined(parts: Iterable[View], source: str) -> View:
    """The view of a text that was cleaned piece by piece."""
    texts, starts, shifts = [], array("q"), array("q")
    position = read = 0
    for part in parts:
        again = int(read > 0 and not part.shifts[0])  # goes on as the piece before it ended
        starts.frombytes((np.frombuffer(part.starts, np.int64)[again:] + position).tobytes())
        shifts.frombytes((np.frombuffer(part.shifts, np.int64)[again:] + (read - position)).tobytes())
        texts.append(part.text)
        position += len(part.text)
        read += len(part.source)
    return View("".join(texts), source, starts, shifts)


def tidy(text: str) -> str:
    """A short text as its view shows it, but in its own characters: for titles and names."""
    folded, shown = fold(text), view(text)
    pieces: list[str] = []
    for start, end, shift in zip(
        shown.starts, [*shown.starts[1:], len(shown.text)], shown.shifts, strict=True
    ):
        kept, first = shown.text[start:end], start + shift
        if folded.startswith(kept, first):
            pieces.append(text[first : end + shift])
        else:
            last = first + len(kept)
            own = zip(kept, folded[first:last], text[first:last], strict=True)
            pieces += [its if char == plain else char for char, plain, its in own]
    return "".join(pieces)


def _edited(folded: str, source: str, edits: Edits) -> View:
    if not len(edits):
        return View(folded, source, _UNTURNED, _UNTURNED)
    text, starts, shifts = apply(folded, edits)
    return View(text, source, starts, shifts)


# ── sentences and clauses ────────────────────────────────────────────────────────────────────────
_CLOSERS = r"[”’」』）)》】\"]"
# A quotation that the sentence goes on after (“……吗？”他问) does not end it.
_SPOKEN_ON = r"(?![，、,；]|的|[他她我们]{0,2}(?:说|问|道|答|称|喊|写))"
# Oho! Inc. bought it, Oho! said: a mark that belongs to a name.
_NAME_GOES_ON = r",? (?:(?:Inc|Corp|Co|Ltd|PLC|plc)\b|[a-z])"
# What a pattern can begin with is said first: most characters are passed over by that alone.
_SENTENCE_END = re.compile(
    r"(?=[。！？!?；;…\n.])(?:"
    rf"[。！？!?；;]++(?!{_NAME_GOES_ON})(?:{_CLOSERS}+{_SPOKEN_ON}|(?!{_CLOSERS}))"
    rf"|…+(?:{_CLOSERS}+{_SPOKEN_ON}|(?![，、,。！？；…]|{_CLOSERS}))"
    r"|\n+"
    r"|(?<=[a-z\d)%])\.(?=[ ]+[A-Z\"“]))"
)
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Inc|Ltd|Co|Corp|No|vs|St|Jr|Sr|Fig|approx|est|ca)$")
_CLAUSE_END = re.compile(r"(?=[，：,:—])(?:[，：]|(?<!\d)[,:]|[,:](?!\d)|——)")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence of a (clean) text, end punctuation included, blanks stripped."""
    yield from _split(text, 0, len(text), _SENTENCE_END)


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(start, end) of the clauses of text[start:end]: between commas, colons and dashes.

    The comma of 1,999 and the colon of 12:30 part nothing; nor does 、, which lists words.
    """
    yield from _split(text, start, end, _CLAUSE_END)


def _split(text: str, start: int, end: int, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    position = start
    for match in separator.finditer(text, start, end):
        if match[0] == "." and _ABBREVIATION.search(text, max(start, match.start() - 8), match.start()):
            continue
        stop = match.end()
        if span := _stripped(text, position, stop):
            yield span
        position = stop
    if span := _stripped(text, position, end):
        yield span


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def quote(text: str, start: int, end: int) -> Quote:
    """The W3C TextQuoteSelector of text[start:end]."""
    return Quote(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def find_quote(text: str, wanted: Quote, near: int = 0) -> tuple[int, int] | None:
    """Where a quotation stands after the text around it moved: the place whose context fits best."""
    places: list[int] = []
    position = text.find(wanted.exact)
    while position >= 0 and len(places) < 1000:
        places.append(position)
        position = text.find(wanted.exact, position + 1)
    if not places or not wanted.exact:
        return None

    def fit(start: int) -> tuple[int, int]:
        end = start + len(wanted.exact)
        before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        same = _common(before[::-1], wanted.prefix[::-1]) + _common(after, wanted.suffix)
        return same, -abs(start - near)

    best = max(places, key=fit)
    return best, best + len(wanted.exact)


def _common(left: str, right: str) -> int:
    count = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        count += 1
    return count


def line_number(text: str, position: int) -> int:
    """1-based line of a character offset."""
    return text.count("\n", 0, position) + 1


def overlapping(starts: list[int], start: int, end: int) -> range:
    """Indices of sorted `starts` that fall in [start, end)."""
    return range(bisect_left(starts, start), bisect_left(starts, end))
