"""The widths at which a text was wrapped, read off the lengths of its lines.

A width shows as a peak among the open lines' lengths, measured in columns (a Chinese character
takes two) or in characters (text cut by a program). A line is *full* at a width when the next
line's first word would not have fitted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from timeline.lines import MAX_WIDTH, NEVER_FIRST, Lines, is_piece_end, starts_anew

MAX_SAMPLE = 4_000  # pairs of lines that are enough to find the widths
_INNER_MARK = re.compile(r"[，。、；！？：“”（）,;]")
_LABELLED = re.compile(r"[\u4e00-\u9fff]{1,6}[：:|/丨｜]")  # 作者：, 文|


class Pair(NamedTuple):
    """An open line and the one after it, as evidence for a width."""

    length: int
    following: int
    piece: bool  # cut by text extraction, at a quotation mark
    running: bool  # with punctuation inside: a sentence, not a heading or a byline


class Width:
    """The widths at which this text was wrapped, by one measure, and which lines are full."""

    def __init__(self, lines: Lines, measure: str, open_lines: bytearray) -> None:
        self.lines, self.measure = lines, measure
        self.lengths = lines.lengths(measure)
        self.scale = 1 if measure == "columns" else 2  # columns in one unit of this measure
        pairs = self._pairs(open_lines)
        self.peaks = self._find_peaks(pairs)
        self.exact = self._is_exact(pairs)

    def slack(self, width: int) -> int:
        """How far a full line may fall short: an indent that was lost, punctuation set narrow."""
        return width // 10 if self.scale == 1 and width >= 30 else 0

    def over(self, width: int) -> int:
        """How far a full line may jut out: punctuation hung into the margin, wide quotes."""
        return width // 20 if self.scale == 1 else 0

    def _is_exact(self, pairs: list[Pair]) -> bool:
        """Were the lines cut by a program, all after the same number of characters?"""
        if not self.peaks:
            return False
        peak = self.peaks[0]
        near = [pair.length == peak for pair in pairs if peak // 2 <= pair.length and pair.following <= peak]
        return sum(near) >= max(2, 0.9 * len(near)) and self.scale == 2

    def _find_peaks(self, pairs: list[Pair]) -> list[int]:
        peaks: list[int] = []
        first = 0
        for _ in range(4):
            peak = self._best(pairs, first)
            if not peak:
                break
            peaks.append(peak)
            lowest, highest = peak - self.slack(peak) - 2, peak + self.over(peak)
            rest = [
                pair for pair in pairs if not (lowest <= pair.length <= highest and pair.following <= highest)
            ]
            first, pairs = first or len(pairs) - len(rest), rest
        return peaks

    def _pairs(self, open_lines: bytearray) -> list[Pair]:
        """Open lines followed by no new item: all, or of a long text enough of them."""
        lines, lengths = self.lines, self.lengths
        rows = zip(open_lines, lengths, lines.joined[1:], strict=False)
        indices = [
            index
            for index, (open_, length, joined) in enumerate(rows)
            if open_ and joined and length <= MAX_WIDTH
        ]
        indices = indices[:: max(1, -(-len(indices) // MAX_SAMPLE))]
        return [
            Pair(lengths[index], lengths[index + 1], is_piece_end(lines, index), _is_running(lines, index))
            for index in indices
            if not starts_anew(lines, index, index + 1)
        ]

    def _best(self, pairs: list[Pair], first: int) -> int:
        """The width with the most full lines that few lines speak against; 0 for none.

        `first` is the number of lines that were full at the first width found: a text that was
        wrapped at several widths has many lines of each.
        """
        votes = Counter(
            pair.length for pair in pairs if pair.following <= pair.length + 2 + self.over(pair.length)
        )
        if not votes:
            return 0
        near = {
            width: sum(
                votes[length] for length in range(width - self.slack(width) - 1, width + self.over(width) + 1)
            )
            for width in votes
        }
        for width in sorted(near, key=lambda width: (-near[width], -width))[:12]:
            width = self._sharpen(width, votes)
            full, against = self._judge(width, pairs)
            if full >= against * (2 if first else 1) and full >= max(self._needed(width), first // 20):
                return width
        return 0

    def _sharpen(self, width: int, votes: Counter[int]) -> int:
        """The top of the peak that `width` belongs to: the commonest length at its upper end."""
        reach = range(width, width + self.over(width) + 1)
        top = max(reach, key=lambda length: (votes[length], length))
        return top if votes[top] * 3 >= votes[width] else width

    def _judge(self, width: int, pairs: list[Pair]) -> tuple[int, int]:
        """How many pairs are full at a width, and how many end early though they need not."""
        low, high = width - self.slack(width) - 1, width + self.over(width)
        below = [pair for pair in pairs if pair.following <= high]
        full = [pair for pair in below if low <= pair.length <= high]
        against = sum(width // 2 <= pair.length < low and not pair.piece for pair in below)
        if len(full) < 3 and not any(pair.running for pair in full):
            return 0, against
        return len(full), against

    def _needed(self, width: int) -> int:
        """How many full lines convince: one long line, a few short ones, many very short ones."""
        columns = width * self.scale
        if columns >= 30:
            return self.scale if columns <= 260 else 3
        return 2 if columns >= 16 else 3 if columns >= 10 else 12

    def is_full(self, index: int, following: int, unit: int, *, strictly: bool = False) -> bool:
        """Would the first word of the line `following` not have fitted on this line?

        Punctuation may hang in the margin. `strictly`: no slack is given.
        """
        columns = unit if self.scale == 1 else 1
        end = self.lengths[index] + columns
        hung, after = self._hung_by(index, columns), self._hung_by(following, columns)
        for width in self.peaks:
            high = width + self.over(width)
            fits = end <= width - (0 if strictly else self.slack(width))
            if hung <= high and after <= high and not fits:
                return True
        return False

    def _hung_by(self, index: int, columns: int) -> int:
        """The length of a line without the mark in the margin."""
        return self.lengths[index] - columns * (self.lines.lasts[index] in NEVER_FIRST)

    @cached_property
    def hung(self) -> list[int]:
        """The lengths of all lines without a Chinese mark in the margin."""
        mark = 2 // self.scale
        return [
            length - mark if last in NEVER_FIRST else length
            for length, last in zip(self.lengths, self.lines.lasts, strict=True)
        ]

    def reaches(self) -> Iterator[int]:
        """For each line the greatest length of the next one (of Chinese) that makes it a full line, or -1."""
        one = 2 // self.scale
        plain, hanging = {}, {}  # length of a line → how long the next one may be
        for width in self.peaks:
            high, low = width + self.over(width), width - self.slack(width) - one + 1
            plain |= {length: max(high, plain.get(length, -1)) for length in range(low, high + 1)}
            hanging |= {length: max(high, hanging.get(length, -1)) for length in range(low, high + one + 1)}
        for length, last in zip(self.lengths, self.lines.lasts, strict=True):
            yield (hanging if last in NEVER_FIRST else plain).get(length, -1)


def _is_running(lines: Lines, index: int) -> bool:
    """Does the line have punctuation inside, and no label before it?"""
    text, start, end = lines.text, lines.starts[index], lines.ends[index]
    return bool(_INNER_MARK.search(text, start, end - 1)) and not _LABELLED.match(text, start, end)


def find_width(lines: Lines, open_lines: bytearray) -> Width:
    """The widths by the measure that fits: characters where all lines are cut alike, else columns."""
    characters = Width(lines, "characters", open_lines)
    if characters.exact:
        return characters
    columns = Width(lines, "columns", open_lines)
    return columns if columns.peaks else characters
