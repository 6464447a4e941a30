"""The widths at which a text was wrapped, read off the lengths of its lines.

A width shows as a peak among the open lines' lengths, measured in columns (a Chinese character
takes two) or in characters (text cut by a program). A line is *full* at a width when the next
line's first word would not have fitted.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

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
        pairs = self._pairs(index)
        self.peaks = self._find_peaks(pairs)
        self.exact = self._is_exact(pairs)

    def slack(self, width: int) -> int:
        """How far a full line may fall short: an indent that was lost, punctuation set narrow."""
        return width // 10 if self.scale == 1 and width >= 30 else 0

    def over(self, width: int) -> int:
        """How far a full line may jut out: punctuation hung into the margin, wide quotes."""
        return width // 20 if self.scale == 1 else 0

    def _is_exact(self, pairs: Pairs) -> bool:
        """Were the lines cut by a program, all after the same number of characters?"""
        if not self.peaks:
            return False
        peak = self.peaks[0]
        near = pairs.length[(peak // 2 <= pairs.length) & (pairs.following <= peak)]
        return self.scale == 2 and int(np.count_nonzero(near == peak)) >= max(2, 0.9 * len(near))

    def _find_peaks(self, pairs: Pairs) -> list[int]:
        peaks: list[int] = []
        first = 0
        for _ in range(4):
            peak = self._best(pairs, first)
            if not peak:
                break
            peaks.append(peak)
            lowest, highest = peak - self.slack(peak) - 2, peak + self.over(peak)
            full = (lowest <= pairs.length) & (pairs.length <= highest) & (pairs.following <= highest)
            first, pairs = first or int(np.count_nonzero(full)), pairs.where(~full)
        return peaks

    def _pairs(self, index: Counts) -> Pairs:
        lengths = self.lengths
        index = index[lengths[index] <= MAX_WIDTH]
        return Pairs(index, lengths[index], lengths[index + 1], self.lines.pieces[index])

    def _best(self, pairs: Pairs, first: int) -> int:
        """The width with the most full lines that few lines speak against; 0 for none.

        `first` is the number of lines that were full at the first width found: a text that was
        wrapped at several widths has many lines of each.
        """
        over = pairs.length // 20 if self.scale == 1 else 0
        votes = Counter(pairs.length[pairs.following <= pairs.length + 2 + over].tolist())
        if not votes:
            return 0
        near = {
            width: sum(
                votes[length] for length in range(width - self.slack(width) - 1, width + self.over(width) + 1)
            )
            for width in votes
        }
        widths = [
            self._sharpen(width, votes)
            for width in sorted(near, key=lambda width: (-near[width], -width))[:12]
        ]
        for width, full, against in zip(widths, *self._judge(widths, pairs), strict=True):
            if full >= against * (2 if first else 1) and full >= max(self._needed(width), first // 20):
                return width
        return 0

    def _sharpen(self, width: int, votes: Counter[int]) -> int:
        """The top of the peak that `width` belongs to: the commonest length at its upper end."""
        reach = range(width, width + self.over(width) + 1)
        top = max(reach, key=lambda length: (votes[length], length))
        return top if votes[top] * 3 >= votes[width] else width

    def _judge(self, widths: list[int], pairs: Pairs) -> tuple[list[int], list[int]]:
        """For each width how many pairs are full at it, and how many end early though they need not."""
        width = np.array(widths)[:, np.newaxis]
        low = width - [[self.slack(one) + 1] for one in widths]
        high = width + [[self.over(one)] for one in widths]
        below = pairs.following <= high
        full = below & (low <= pairs.length) & (pairs.length <= high)
        early = below & (width // 2 <= pairs.length) & (pairs.length < low) & ~pairs.piece
        found = full.sum(axis=1).tolist()
        for row, count in enumerate(found):  # a heading or two above a byline are no sign of a width
            if count < 3 and not any(_is_running(self.lines, index) for index in pairs.index[full[row]]):
                found[row] = 0
        return found, early.sum(axis=1).tolist()

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
