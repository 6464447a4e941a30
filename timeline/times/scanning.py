"""Scan: where the patterns of all rules match, by one automaton with leftmost-longest matching.

Most of a text is no time, and most times were met before. So the automaton sees little of a long text.
Two characters side by side tell whether both can be within one match, begin one or end one (`pairs`),
so a few passes over the text leave *regions*: stretches that hold every match whole, and little else.
A region that was met before is known (`finding` remembers), only what is new is matched.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import re2
from numpy.typing import NDArray

from timeline.characters import ALL, PIECE, Codes, codes_of, pieces, places_of
from timeline.editing import Positions
from timeline.times.pairs import BEGINS, ENDS, WHOLE, WITHIN, Pairs

_UNANCHORED = re2._re2.RE2.Anchor.UNANCHORED


class Scanner:
    """All patterns at once. What they must not say is told in `pairs`."""

    def __init__(self, patterns: tuple[str, ...]) -> None:
        union = "|".join(f"(?:{pattern})" for pattern in patterns)
        self._automaton = re2.compile(union, options())._regexp
        pairs = Pairs(union)
        self._pairs, self._size = pairs.table.ravel(), len(pairs.table)
        self._numbers: NDArray[np.uint16] = np.zeros(ALL, np.uint16)
        self._numbers[list(map(ord, pairs.characters))] = range(1, self._size)

    def matches(self, text: str) -> list[tuple[int, str]]:
        """Where each match begins, and what it is: in order, not overlapping. Linear time."""
        match, encoded = self._automaton.Match, text.encode("utf-8", "surrogatepass")
        found, place, end, size = [], 0, 0, len(encoded)
        while True:
            start, end = match(_UNANCHORED, encoded, end, size)[0]
            if start < 0:
                return found
            stretch = encoded[start:end].decode()
            place = text.index(
                stretch, place
            )  # what matches, matches wherever it stands: this is the first place
            found.append((place, stretch))
            place += len(stretch)

    def regions(self, text: str) -> Iterator[tuple[list[int], list[int]]]:
        """Where stretches begin and end that every match lies within one of: in order, apart. Linear time."""
        for start, end in pieces(text) if len(text) > PIECE else ((0, len(text)),):
            begins, ends = self._regions(text[start:end])
            yield (begins + start).tolist(), (ends + start).tolist()

    def _regions(self, text: str) -> tuple[Positions, Positions]:
        codes = codes_of(text)
        latin = np.count_nonzero((codes | 32) - ord("a") < 26)
        if 2 * latin > len(text):  # of English words most could be within a match
            return np.zeros(1, np.int64), np.full(1, len(text))
        pairs = self._pairs_of(codes)
        within, useful = pairs & WITHIN, pairs & WHOLE  # a pair alone, or with a neighbour
        joined = within[1:] & within[:-1]
        useful[1:] |= joined
        useful[:-1] |= joined
        places = places_of(useful > 0)
        if not len(places):
            return places, places
        there = pairs[places]
        runs = places_of(np.diff(places, prepend=-2) > 1)
        first = np.minimum.reduceat(np.where(there & BEGINS > 0, places, len(text)), runs)
        last = np.maximum.reduceat(np.where(there & ENDS > 0, places, -1), runs)
        kept = (first < last) | ((first <= last + 1) & (pairs[first] & WHOLE > 0))
        return first[kept] - 1, last[kept] + 1

    def _pairs_of(self, codes: Codes) -> NDArray[np.uint8]:
        """What each two characters can be of a match; before the first one and after the last one stands another."""
        numbers = np.zeros(len(codes) + 2, np.uint16)
        self._numbers.take(codes, out=numbers[1:-1], mode="clip")
        index = numbers[:-1].astype(np.uint32)
        index *= self._size
        index += numbers[1:]
        return self._pairs.take(index)


def options() -> re2.Options:
    """Of several matches at a place the longest counts."""
    chosen = re2.Options()
    chosen.longest_match = True
    chosen.max_mem = 1 << 28
    return chosen
