"""Scan: where the patterns of all rules match, in one pass of one automaton with leftmost-longest matching.

An automaton goes by bytes, and UTF-8 has three of them for a Chinese character. Expressions are made
of some 650 characters, so a text is scanned with one byte for each character: ASCII as it is, what
stands in most patterns with a byte of its own, the rest of theirs with one that a few share, and all
others alike. What matches so is what the patterns match and now and then a word more, so each
stretch is held against the patterns themselves, once: who reads the stretches remembers that (`true_size`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Protocol, TypeVar

import numpy as np
import re2
from numpy.typing import NDArray

from timeline.characters import ALL, PIECE, codes_of, pieces

_ANCHOR = re2._re2.RE2.Anchor
_FREE = (*range(1, 32), *range(127, 256))  # bytes that are no printed ASCII
_ALONE = 80  # characters with a byte of their own


class Says(Protocol):
    """What a stretch says: the scanner asks only how many of its characters are a match, from its first one on."""

    @property
    def size(self) -> int: ...


Known = TypeVar("Known", bound=Says)


class Scanner:
    """All patterns at once. They must not say what a character is not ([^年], a dot), nor have ranges beyond ASCII."""

    def __init__(self, patterns: tuple[str, ...]) -> None:
        union = "|".join(f"(?:{pattern})" for pattern in patterns)
        self._true = re2.compile(union, options())._regexp
        bytes_of = self._bytes_of(Counter(char for char in union if not char.isascii()))
        self._table: NDArray[np.uint8] = np.zeros(ALL, np.uint8)
        self._table[32:127] = range(32, 127)
        self._table[list(bytes_of)] = list(bytes_of.values())
        coarse = union.translate(bytes_of).encode("latin-1")
        self._coarse = re2.compile(coarse, options(re2.Options.Encoding.LATIN1))._regexp

    def scan(self, text: str, known_of: Mapping[str, Known]) -> Iterator[tuple[int, str, Known]]:
        """Where each match begins, what it is and what is known of that: in order, not overlapping. Linear time."""
        match, anywhere = self._coarse.Match, _ANCHOR.UNANCHORED
        for begin, stop in pieces(text) if len(text) > PIECE else ((0, len(text)),):
            piece = text[begin:stop]
            coarse = self._table.take(codes_of(piece)).tobytes()
            end, size = 0, len(coarse)
            while True:
                start, end = match(anywhere, coarse, end, size)[0]
                if start < 0:
                    break
                stretch = piece[start:end]
                known = known_of[stretch]
                if (true := known.size) < end - start:
                    end = start + (true or 1)
                    if not true:
                        continue
                    stretch = stretch[:true]
                    known = known_of[stretch]
                yield begin + start, stretch, known

    def true_size(self, stretch: str) -> int:
        """How many characters at its beginning are a match, not by their bytes alone."""
        encoded = stretch.encode("utf-8", "replace")
        end = self._true.Match(_ANCHOR.ANCHOR_START, encoded, 0, len(encoded))[0][1]
        return len(encoded[: max(end, 0)].decode())

    def _bytes_of(self, counts: Counter[str]) -> dict[int, int]:
        """A byte for each character: its own for one that is a match alone, and for those that stand in most patterns."""
        order = sorted(counts, key=lambda char: (not self.true_size(char), -counts[char]))
        shared = len(_FREE) - _ALONE
        return {
            ord(char): _FREE[rank if rank < _ALONE else _ALONE + rank % shared]
            for rank, char in enumerate(order)
        }


def options(encoding: re2.Options.Encoding = re2.Options.Encoding.UTF8) -> re2.Options:
    """Of several matches at a place the longest counts."""
    chosen = re2.Options()
    chosen.longest_match = True
    chosen.max_mem = 1 << 28
    chosen.encoding = encoding
    return chosen
