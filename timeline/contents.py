"""Where the content of each line of a text is, and what its first and last characters are.

A text is read piece by piece: what is known of every character takes room for one piece only,
what is known of every line is kept in arrays, one entry a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from timeline.characters import DIGITS, PIECE, SPACES, Codes, codes_of, kinds, places_of
from timeline.noise import NOISE_BEGINS

Flags = NDArray[np.bool_]
Counts = NDArray[np.int64]

_BLANK = " \t\f"
_CLOSERS = "”’」』）)》〉】〕]\"'"
_STOPS = "。！？!?."
_STRAY = "：:；"  # marks that text extraction left on a line of their own
# No line of Chinese text starts with these, and none ends with those.
NEVER_FIRST = "，。、；：！？）”’」』》〉】〕％%‰,;!?)]}"
NEVER_LAST = "（“‘「『《〈【〔([{，、,$￥¥€£"
LINKING_END = "的和与及或并—"  # what leads on
_PIECE_START = "“‘「『《〈（(一"
_PIECE_END = "”’」』》〉）)，、"
# First characters, beyond ASCII and digits, that an item can begin with.
_ITEM_FIRST = (
    "•●○◆◇■□▪►▶➤✓§·（①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳一二三四五六七八九十第问答单注来资数图作编责记时日地电网邮表"
)
_ASCII = "".join(map(chr, range(128)))

# What each character of a text is asked: bits of `_KIND[code]`, and above these how many bytes of UTF-8 follow its first.
_KIND, _BIT = kinds(
    gap=f"{_BLANK}\n", stop=_STOPS, closer=_CLOSERS, stray=_STRAY, opener="（(《", noise=NOISE_BEGINS
)
_MORE = len(_BIT)
for _first in (0x80, 0x800, 0x10000):
    _KIND[_first:] += 1 << _MORE
_KIND = _KIND.astype(np.uint8)
# What the first and the last character of each line are asked.
EDGE, BIT = kinds(
    never_first=NEVER_FIRST, never_last=NEVER_LAST, piece_start=_PIECE_START, piece_end=_PIECE_END,
    linking=LINKING_END, cuttable=f"年月.第一二三四{DIGITS}", telling=_ASCII + _ITEM_FIRST + DIGITS, heading="#", digit=DIGITS,
    numeric=f"-+(.,%{DIGITS}", latin=filter(str.isalnum, _ASCII), numbering=f"-—–·•~第{DIGITS}{SPACES}",
)  # fmt: skip
_LINE_END = re.compile(rf"\n(?=[^{_BLANK}\n])")  # a line with content follows


@dataclass(slots=True)
class Contents:
    """The lines that are not blank, an entry a line; and where what matters between them stands."""

    starts: Counts
    ends: Counts
    begins: Counts  # where the line begins, blanks included
    joined: Flags  # follows the line before at once
    sizes: Counts  # in bytes of UTF-8
    open: Flags  # ends in the middle of a sentence, as far as the last characters tell
    first_codes: Codes
    last_codes: Codes
    noise: Counts  # places of characters that noise begins with
    openers: Counts  # and of opening brackets
    tabs: Counts
    feeds: Counts


def read_contents(text: str) -> Contents:
    """The contents of all lines. Linear time."""
    parts: list[Contents] = []
    joined = False
    for begin, end in _pieces(text):
        part, follows = _Piece(text[begin:end]).contents(begin)
        part.joined[:1] = joined and bool(parts)
        joined = follows
        if len(part.starts):
            parts.append(part)
    if len(parts) <= 1:
        return parts[0] if parts else part
    names = [field.name for field in fields(Contents)]
    return Contents(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Pieces that end with a line; all but the first one begin with content."""
    start = 0
    while len(text) - start > 2 * PIECE and (match := _LINE_END.search(text, start + PIECE)):
        yield start, match.end()
        start = match.end()
    yield start, len(text)


class _Piece:
    """Some of the lines of a text."""

    def __init__(self, text: str) -> None:
        self.text, self.codes = text, codes_of(text)
        self.kinds = _KIND.take(self.codes)
        self.gaps = self._places("gap")
        self.starts, self.ends, self.joined, self.begins = self._lines()
        if ">" in text:
            self._unquote()

    def contents(self, place: int) -> tuple[Contents, bool]:
        """Its contents, the piece being at a place of the text; does what comes after follow at once?"""
        starts, ends = self.starts, self.ends
        last = ends - 1
        first_codes, last_codes = self.codes[starts], self.codes[last]
        contents = Contents(
            starts + place, ends + place, self.begins + place, self.joined[:-1], self._sizes(), self._open(),
            first_codes, last_codes, self._places("noise") + place, self._places("opener") + place, self._gaps("\t") + place, self._gaps("\f") + place,
        )  # fmt: skip
        return contents, bool(self.joined[-1])

    def _places(self, kind: str) -> Counts:
        return places_of(self.kinds & _BIT[kind] > 0)

    def _gaps(self, char: str) -> Counts:
        """Where this blank stands."""
        return self.gaps[self.codes[self.gaps] == ord(char)]

    def _lines(self) -> tuple[Counts, Counts, Flags, Counts]:
        """Start and end of each line's content, whether it follows the one before at once, where its line begins.

        Lines are what stands between *gaps*, runs of blanks and line ends with at least one line end in them.
        Whether a line follows at once is also told of the line after the last one.
        """
        found = self.gaps
        # A line ends before the first character, and after the last one.
        gaps = np.concatenate(([-1], found, [len(self.codes)]))
        breaks = np.concatenate(([True], self.codes[found] == ord("\n"), [True]))
        runs = places_of(np.diff(gaps, prepend=-3) != 1)
        broken = np.add.reduceat(breaks, runs, dtype=np.int64)
        last_break = np.maximum.reduceat(np.where(breaks, gaps, -1), runs)
        begin, end = gaps[runs], gaps[np.append(runs[1:] - 1, -1)] + 1
        kept = broken > 0
        broken[-1] -= 1  # the end of a piece is no line end
        begin, end, joined = begin[kept], end[kept], broken[kept] == 1
        return end[:-1], begin[1:], joined, last_break[kept][:-1] + 1

    def _unquote(self) -> None:
        """Lines of quoted mail without their marks; a mark alone stays what it is."""
        for index in places_of(self.codes[self.starts] == ord(">")).tolist():
            if rest := self.text[self.starts[index] : self.ends[index]].lstrip("> \t"):
                self.starts[index] = self.ends[index] - len(rest)

    def _sizes(self) -> Counts:
        if not len(self.starts):
            return self.starts
        bounds = np.column_stack((self.starts, self.ends)).ravel()
        if bounds[-1] == len(self.codes):
            bounds = bounds[:-1]
        return np.add.reduceat(self.kinds >> _MORE, bounds, dtype=np.int64)[::2] + (self.ends - self.starts)

    def _open(self) -> Flags:
        at, starts, ends = self.ends - 1, self.starts, self.ends
        last = last_kinds = self.kinds[at]
        for _ in range(4):  # closing brackets and quotation marks are looked behind
            closed = (last & _BIT["closer"] > 0) & (at >= starts)
            if not closed.any():
                break
            at = at - closed
            last = np.where(closed, self.kinds[at], last)
        stray = (ends - starts == 1) & (last_kinds & _BIT["stray"] > 0)
        return ((last & _BIT["stop"] == 0) | (at < np.maximum(starts, ends - 4))) & ~stray
