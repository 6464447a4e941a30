"""Pairs: which two characters can stand side by side in what patterns match, and which two are a match.

Read off the patterns themselves (Glushkov's construction): what a part of a pattern can begin and end with
tells what stands beside what where two parts meet. All of it is told of characters, not of their places in
a pattern, so it is true of every match and now and then of something else as well.

Patterns are made of characters, sets ([0-9年]), groups (?:…), alternatives and repetitions. They must not say
what a character is not ([^年], a dot), nor have ranges beyond ASCII.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

WITHIN, WHOLE = 1, 2  # what a pair can be of a match; WHOLE: all of it, or a match and what stands after it
_TOKEN = re.compile(r"\(\?:|\[(?:\\.|[^\\\]])+\]|\{(\d+)(?:,\d*)?\}|\\.|.", re.S)
_BRACKET = re.compile(r"[()]|\[(?:\\.|[^\\\]])+\]|\\.", re.S)
_ASCII = "".join(map(chr, range(32, 127)))


class _Part(NamedTuple):
    """What a part of a pattern matches. Sets of characters are numbers, with a bit for each character."""

    empty: bool  # can it match nothing?
    first: int  # what it can begin with
    last: int
    alone: int  # what it can match alone
    both: tuple[tuple[int, int], ...] = ()  # first and second character, where it can match just two


_NOTHING, _EMPTY = _Part(False, 0, 0, 0), _Part(True, 0, 0, 0)


class Pairs:
    """The characters of patterns, numbered from 1 (0 is any other), and `table[one, next]`: what the two can be."""

    def __init__(self, pattern: str) -> None:
        self.characters = "".join(sorted({*pattern, *_ASCII}))
        self._beside: set[tuple[int, int]] = set()
        self._group, self._members = cache(self._read), cache(self._set)
        whole = self._read(pattern)
        within, both = self._square(self._beside), self._square(set(whole.both))
        self.table: NDArray[np.uint8] = np.where(within, np.uint8(WITHIN), np.uint8(0))
        self.table[both | self._rows([whole.alone]).T] = WHOLE

    def _read(self, pattern: str) -> _Part:
        """What alternatives match."""
        done, before, piece, place = (
            _NOTHING,
            _EMPTY,
            _EMPTY,
            0,
        )  # `before`: the alternative that is being read
        while match := _TOKEN.match(pattern, place):
            token, place = match[0], match.end()
            if token[0] in "?*+{":
                piece = self._repeated(piece, token, match[1])
                continue
            before, piece = self._joined(before, piece), _EMPTY
            if token == "|":
                done, before = _either(done, before), _EMPTY
            elif token == "(?:":
                inside = pattern[place : _closing(pattern, place)]
                piece, place = self._group(inside), place + len(inside) + 1
            else:
                piece = self._members(token)
        return _either(done, self._joined(before, piece))

    def _set(self, token: str) -> _Part:
        """A character or a set."""
        single = len(token) == 1 or (token[0] == "\\" and not token[1].isalnum())
        characters = token[-1] if single else re.findall(token, self.characters)
        bits = sum(1 << self.characters.index(character) + 1 for character in characters)
        return _Part(False, bits, bits, bits)

    def _joined(self, one: _Part, other: _Part) -> _Part:
        """One after the other."""
        self._beside.add((one.last, other.first))
        both = ((one.alone, other.alone),) if one.alone and other.alone else ()
        return _Part(
            one.empty and other.empty,
            one.first | other.first if one.empty else one.first,
            one.last | other.last if other.empty else other.last,
            (one.alone if other.empty else 0) | (other.alone if one.empty else 0),
            both + (one.both if other.empty else ()) + (other.both if one.empty else ()),
        )

    def _repeated(self, part: _Part, sign: str, least: str | None) -> _Part:
        times = int(least) if least else sign == "+"
        if sign == "?":
            return part._replace(empty=True)
        self._beside.add((part.last, part.first))
        both = (*part.both, (part.alone, part.alone)) if times < 3 else ()
        return _Part(part.empty or not times, part.first, part.last, part.alone if times < 2 else 0, both)

    def _square(self, pairs: set[tuple[int, int]]) -> NDArray[np.bool_]:
        """Of which two characters one is in the first set of a pair, and one in the second."""
        following = [0] * (len(self.characters) + 1)
        for first, second in pairs:
            for place in _places(first):
                following[place] |= second
        return self._rows(following)

    def _rows(self, sets: list[int]) -> NDArray[np.bool_]:
        width = len(self.characters) + 1
        size = width // 8 + 1
        rows = np.frombuffer(b"".join(bits.to_bytes(size, "little") for bits in sets), np.uint8)
        return np.unpackbits(rows.reshape(len(sets), size), axis=1, count=width, bitorder="little").view(bool)


def _closing(pattern: str, place: int) -> int:
    """Where the group ends that is open at a place."""
    depth = 1
    for match in _BRACKET.finditer(pattern, place):
        depth += (match[0] == "(") - (match[0] == ")")
        if not depth:
            return match.start()
    raise ValueError(pattern)


def _either(one: _Part, other: _Part) -> _Part:
    return _Part(
        one.empty or other.empty,
        one.first | other.first,
        one.last | other.last,
        one.alone | other.alone,
        one.both + other.both,
    )


def _places(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
