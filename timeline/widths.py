"""The widths at which a text was wrapped, read off the lengths of its lines.

A width shows as a peak among the open lines' lengths, measured in columns (a Chinese character
takes two) or in characters (text cut by a program). A line is *full* at a width when the next
line's first word would not have fitted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from timeline.characters import places_of
from timeline.contents import Counts, Flags
from timeline.lines import LONGEST_WORD, MAX_WIDTH, Lines, starts_anew

MAX_SAMPLE = 4_000  # pairs of lines that are enough to find the widths
_INNER_MARK = re.compile(r"[，。、；！？：“”（）,;]")
_LABELLED = re.compile(r"[\u4e00-\u9fff]{1,6}[：:|/丨｜]")  # 作者：, 文|


@dataclass(frozen=True, slots=True)
class Pairs:
    """Open lines, each with the one after it, as evidence for a width: arrays of one entry a pair."""

    index: Counts  # of the open line
    length: Counts
    following: Counts
    piece: Flags  # cut by text extraction, at a quotation mark

    def where(self, kept: Flags) -> Pairs:
        return Pairs(self.index[kept], self.length[kept], self.following[kept], self.piece[kept])


class Width:
    """The widths at which this text was wrapped, by one measure, and which lines are full."""

    def __init__(self, lines: Lines, measure: str, index: Counts) -> None:
        self.lines, self.measure = lines, measure
        self.lengths = lines.columns if measure == "columns" else lines.sizes
        self.scale = 1 if measure == "columns" else 2  # columns in one unit of this measure
        self._pairs = self._pairs_of(index)
        self._first = self._best(self._pairs, 0)
        self.exact = self._is_exact(self._pairs, self._first)

    def slack(self, width: Any) -> Any:
        """How far a full line may fall short: an indent that was lost, punctuation set narrow."""
        return width // 10 * (width >= 30) * (self.scale == 1)

    def over(self, width: Any) -> Any:
        """How far a full line may jut out: punctuation hung into the margin, wide quotes."""
        return width // 20 * (self.scale == 1)

    def _is_exact(self, pairs: Pairs, peak: int) -> bool:
        """Were the lines cut by a program, all after the same number of characters?"""
        if not peak:
            return False
        near = pairs.length[(peak // 2 <= pairs.length) & (pairs.following <= peak)]
        return self.scale == 2 and int(np.count_nonzero(near == peak)) >= max(2, 0.9 * len(near))

    @cached_property
    def peaks(self) -> list[int]:
        """The widths, the most convincing one first."""
        peaks: list[int] = []
        peak, pairs, first = self._first, self._pairs, 0
        while peak:
            peaks.append(peak)
            lowest, highest = peak - self.slack(peak) - 2, peak + self.over(peak)
            full = (lowest <= pairs.length) & (pairs.length <= highest) & (pairs.following <= highest)
            first, pairs = first or int(np.count_nonzero(full)), pairs.where(~full)
            peak = self._best(pairs, first) if len(peaks) < 4 else 0
        return peaks

    def _pairs_of(self, index: Counts) -> Pairs:
        lengths = self.lengths
        index = index[lengths[index] <= MAX_WIDTH]
        return Pairs(index, lengths[index], lengths[index + 1], self.lines.pieces[index])

    def _best(self, pairs: Pairs, first: int) -> int:
        """The width with the most full lines that few lines speak against; 0 for none.

        `first` is the number of lines that were full at the first width found: a text that was
        wrapped at several widths has many lines of each.
        """
        near = pairs.following <= pairs.length + self.over(pairs.length) + 2
        votes = np.bincount(pairs.length[near])
        if not len(votes):
            return 0
        for width in self._commonest(votes):
            needed = max(self._needed(width), first // 20)
            if needed <= len(pairs.length) and self._holds(width, pairs, needed, 2 if first else 1):
                return width
        return 0

    def _commonest(self, votes: Counts) -> list[int]:
        """Widths with the most votes about them, the wider one of two first, each at the top of its peak."""
        widths, until = places_of(votes > 0), np.append(0, np.cumsum(votes))
        last = np.minimum(widths + self.over(widths) + 1, len(votes))
        near = until[last] - until[np.maximum(widths - self.slack(widths) - 1, 0)]
        widths = widths[np.lexsort((-widths, -near))[:12]].tolist()
        return list(dict.fromkeys(self._sharpen(width, votes) for width in widths))

    def _sharpen(self, width: int, votes: Counts) -> int:
        """The top of the peak that `width` belongs to: the commonest length at its upper end."""
        reach = votes[width : width + self.over(width) + 1].tolist()
        most = max(reach)
        return width + len(reach) - 1 - reach[::-1].index(most) if most * 3 >= reach[0] else width

    def _holds(self, width: int, pairs: Pairs, needed: int, weight: int) -> bool:
        """Are so many pairs full at a width, and few (each of this weight) end early though they need not?"""
        high = width + self.over(width)
        below, long = pairs.following <= high, pairs.length >= width - self.slack(width) - 1
        full = below & long & (pairs.length <= high)
        count = int(np.count_nonzero(full))
        if count < needed:
            return False
        early = below & ~long & (pairs.length >= width // 2) & ~pairs.piece
        if count < weight * int(np.count_nonzero(early)):
            return False
        # A heading or two above a byline are no sign of a width.
        return count > 2 or any(_is_running(self.lines, index) for index in pairs.index[full].tolist())

    def _needed(self, width: int) -> int:
        """How many full lines convince: one long line, a few short ones, many very short ones."""
        columns = width * self.scale
        if columns >= 30:
            return self.scale if columns <= 260 else 3
        return 2 if columns >= 16 else 3 if columns >= 10 else 12

    def full(self, before: Counts, after: Counts) -> tuple[Flags, Flags]:
        """Would the first word of the line `after` not have fitted on the line `before`? Of each pair.

        Punctuation may hang in the margin. The second answer is strict: no slack is given.
        """
        lines, lengths = self.lines, self.lengths
        full, strictly = np.zeros(len(before), bool), np.zeros(len(before), bool)
        if not self.peaks:
            return full, strictly
        word = np.ones(len(before), np.int64)
        if self.scale == 1:  # of lines whose length alone says that they are not full no word is read
            narrowest = min(width - self.slack(width) for width in self.peaks)
            asked = lengths[before] + LONGEST_WORD > narrowest
            word[asked] = lines.words(after[asked])
        hanging = lines.stops("never_first")
        reached = lengths[before] + word
        longer = np.maximum(lengths[before] - word * hanging[before], lengths[after] - word * hanging[after])
        for width in self.peaks:
            inside = longer <= width + self.over(width)
            full |= inside & (reached > width - self.slack(width))
            strictly |= inside & (reached > width)
        return full, strictly


def _is_running(lines: Lines, index: int) -> bool:
    """Is it a sentence, with punctuation inside and no label before it, not a heading or a byline?"""
    line = lines[index]
    return bool(_INNER_MARK.search(line, 0, len(line) - 1)) and not _LABELLED.match(line)


def find_width(lines: Lines) -> Width:
    """The widths by the measure that fits: characters where all lines are cut alike, else columns."""
    index = _open_lines(lines)
    characters = Width(lines, "characters", index)
    if characters.exact:
        return characters
    columns = Width(lines, "columns", index)
    return columns if columns.peaks else characters


def _open_lines(lines: Lines) -> Counts:
    """Open lines followed by no new item: all, or of a long text enough of them."""
    index = places_of(lines.open[:-1] & lines.joined[1:] & (lines.sizes[:-1] <= MAX_WIDTH))
    index = index[:: max(1, -(-len(index) // MAX_SAMPLE))]
    return index[~starts_anew(lines, index, index + 1)]
