"""Scan: where the patterns of all rules match, by one automaton with leftmost-longest matching.

Most of a text is no time, and most times were met before. So the automaton sees little of a long text.
Two characters side by side tell whether both can be within one match, or are one (`pairs`), so a few
passes over the text leave *regions*: stretches that hold every match whole, and little else.
A region that was met before is known (`finding` remembers), only what is new is matched. A short text is one region.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import re2
from numpy.typing import NDArray

from timeline.characters import ALL, PIECE, Codes, codes_of, pieces, places_of
from timeline.times.pairs import WHOLE, WITHIN, Pairs

_SHORT = 600  # characters: of a shorter text the passes take longer than matching
_OTHERS = "\n\n"  # no characters of a pattern
_UNANCHORED = re2._re2.RE2.Anchor.UNANCHORED


class Scanner:
    """All patterns at once. What they must not say is told in `pairs`."""

    def __init__(self, patterns: tuple[str, ...]) -> None:
        union = "|".join(f"(?:{pattern})" for pattern in patterns)
        self._automaton = re2.compile(union, options())._regexp
        pairs = Pairs(union)
        self._pairs, self._size = pairs.table.ravel(), len(pairs.table)
        self._numbers: NDArray[np.uint32] = np.zeros(ALL, np.uint32)
        self._numbers[list(map(ord, pairs.characters))] = range(1, self._size)
        self._letters = np.array([False, *(char.isascii() and char.isalpha() for char in pairs.characters)])

    def matches(self, text: str) -> list[tuple[int, str]]:
        """Where each match begins, and what it is: in order, not overlapping. Linear time."""
        match, encoded = self._automaton.Match, text.encode("utf-8", "surrogatepass")
        found, place, end, size = [], 0, 0, len(encoded)
        while end < size:
            start, end = match(_UNANCHORED, encoded, end, size)[0]
            if start < 0:
                break
            stretch = encoded[start:end].decode()
            place = text.index(stretch, place)  # it would match at its first place
            found.append((place, stretch))
            place += len(stretch)
        return found

    def regions(self, text: str) -> Iterator[list[int]]:
        """Stretches that every match lies within one of: in order, apart. Linear time.

        Piece by piece a list of where one begins, where it ends, where the next one begins …
        """
        if len(text) < _SHORT:
            yield [0, len(text)]
            return
        for start, end in pieces(text) if len(text) > PIECE else ((0, len(text)),):
            yield self._edges(text[start:end], start)

    def _edges(self, text: str, place: int) -> list[int]:
        """Where regions begin and end, in turns, the text being at a place of a longer one."""
        numbers = self._numbers.take(codes_of(f"{_OTHERS}{text}{_OTHERS}"), mode="clip")
        index = numbers[:-1] * self._size
        index += numbers[1:]
        pairs = self._pairs.take(index, mode="clip")
        within, useful = pairs >= WITHIN, pairs >= WHOLE  # a pair alone is of use if it is a match
        joined = within[1:] & within[:-1]
        useful[1:] |= joined
        useful[:-1] |= joined
        if 2 * np.count_nonzero(useful) > len(text) and self._is_latin(numbers):
            return [place, place + len(text)]
        edges = places_of(useful[1:] != useful[:-1])
        edges[::2] += place - 1
        edges[1::2] += place
        return edges.tolist()

    def _is_latin(self, numbers: Codes) -> bool:
        """Of English words most could be within a match."""
        return bool(2 * np.count_nonzero(self._letters.take(numbers)) > len(numbers))


def options() -> re2.Options:
    """Of several matches at a place the longest counts."""
    chosen = re2.Options()
    chosen.longest_match = True
    chosen.max_mem = 1 << 28
    return chosen
