"""Which line breaks are only wraps: the end of the paper, not of a sentence, a heading or an item.

`lines` knows what a line tells by itself, `widths` how wide the text was set; here both decide,
break by break. A wrap is dropped from the clean view, and so are the page marks that stand
between the halves of a sentence.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

import numpy as np

from timeline.characters import places_of
from timeline.contents import NEVER_FIRST, Counts, Flags
from timeline.editing import NONE, Edits
from timeline.lines import HEADING, NUMBER, Lines, page_marks, starts_anew
from timeline.widths import find_width

# A date or a number cut in two, whatever the widths say.
_CUT_YEAR = re.compile(r"(?<!\d)(\d{1,3})\n(\d{1,3})年")
_CUT_BEFORE_UNIT = re.compile(
    r"\d\n(?:[年月日号%‰]|[万亿千百](?:[亿万元美港人台辆部个件户家吨平名次倍余多]|欧元|英镑))"
)
_CUT_DATE = re.compile(
    r"\d年\n\d{1,2}月|\d月\n\d{1,2}[日号]|\d\.\n\d|\d\n\.\d|[一二三四]\n季度|第\n[一二三四]季度"
)
_CUT_NUMBER = re.compile(r"\d(?<![:/-]\d\d)\n\d{1,9}(?:\.\d+)?[年月日号%‰万亿千百元台辆人家个]")
_NUMBERING = re.compile(r"\d{1,3}\.")
_YEAR_ALONE = re.compile(r"(?:1[89]|20)\d\d年?")
_LATIN_END = frozenset(",.;:!?)%'\"")  # marks that Latin text writes a blank after
_NUMERIC = frozenset("0123456789.")
_MANY, _SHORT = 100_000, 5  # lines, and characters a line
_MAX_PIECES = 12  # of one printed line
_INSIDE = 80  # characters: how far back a bracket opens


class Break(NamedTuple):
    """text[start:end] is a wrap: it stands for `instead` ("" in Chinese, " " between Latin words)."""

    start: int
    end: int
    instead: str


def find_wraps(text: str) -> list[Break]:
    """The line breaks of a folded text that are wraps, in order. Linear time."""
    lines = lines_of(text)
    edits = wraps_of(lines).tolist() if lines else ()
    return [Break(start, end, chr(code) if code else "") for start, end, code in edits]


def lines_of(text: str) -> Lines | None:
    """The lines of a folded text that may be wrapped: not of a single line, nor of a column of words."""
    count = text.count("\n")
    return None if not count or (count > _MANY and len(text) < _SHORT * count) else Lines(text)


def wraps_of(lines: Lines) -> Edits:
    """The wraps as edits of the text."""
    return _Breaks(lines).dropped() if _may_wrap(lines) else NONE


def _may_wrap(lines: Lines) -> bool:
    """Does a page end anywhere, or a line follow at once that its sentence may go on in?"""
    goes_on = lines.open[:-1] | lines.stops("cuttable")[:-1] | lines.begins("never_first")[1:]
    return bool((goes_on & lines.joined[1:]).any()) or len(lines.contents.feeds) > 0


class _Breaks:
    """The breaks between a text's lines. Arrays hold one entry a break, `before` and `after` its two lines."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.width = find_width(lines)
        self.widest = max(self.width.peaks, default=0) * self.width.scale
        self.longest = self.widest + self.widest // 20
        wrapped = bool(self.width.peaks) or "\f" in lines.text
        kept = np.ones(len(lines), bool)
        kept[page_marks(lines, self.widest) if wrapped else []] = False
        kept = places_of(kept)
        self.before, self.after = kept[:-1], kept[1:]
        self.marked = self.after > self.before + 1  # page marks stand in between
        self.across = self.marked | ~lines.joined[self.after]  # so do they, or a blank line

    def dropped(self) -> Edits:
        """What the wraps, and the page marks in between, stand for."""
        lines, wraps = self.lines, self.wraps
        chosen = places_of(wraps | self.marked)
        before, after = self.before[chosen], self.after[chosen]
        insteads = np.where(wraps[chosen], 0, ord("\n"))
        last, first = lines.contents.last_codes[before], lines.contents.first_codes[after]
        latin = wraps[chosen] & (last < 128) & (first < 128)
        for index in places_of(latin).tolist():
            if self._is_blank(int(before[index]), int(after[index])):
                insteads[index] = ord(" ")
        return np.column_stack((lines.ends[before], lines.starts[after], insteads))

    @cached_property
    def wraps(self) -> Flags:
        """Which breaks are wraps."""
        lines, before, after = self.lines, self.before, self.after
        goes_on = self.marked | lines.joined[after] | lines.paged[after]
        held = ~self.across & lines.begins("never_first")[after] & ~self._pictures()
        open_ = lines.open[before]
        full, strictly = self.width.full(before, after)
        full = np.where(open_, full, strictly & ~self.across)
        new, cell = self._marked(goes_on & ~held & (open_ | full | lines.stops("cuttable")[before]))
        cut = self._cut(places_of(goes_on & ~held & ~new))
        hanging = lines.stops("never_last")[before] & (~self.across | (self.widest > 0))
        linked = self._linked() & ~self.across
        wraps = goes_on & (held | (~new & (cut | (~cell & (full | (open_ & (hanging | linked)))))))
        asked = places_of(goes_on & ~self.across & ~wraps & ~new & ~cell & open_)
        wraps |= self._inside(asked)
        if self.widest:
            wraps |= self._pieces(asked[~wraps[asked]], wraps)
        return wraps

    def _marked(self, asked: Flags) -> tuple[Flags, Flags]:
        """Where a line begins anew, and where cells of a table stand each on a line of its own; True if not asked."""
        new, cell, lines = ~asked, ~asked, self.lines
        before, after = self.before[asked], self.after[asked]
        this = lines.marks(before)
        new[asked] = starts_anew(lines, before, after) | (this & HEADING > 0)
        cell[asked] = (this | lines.marks(after)) & NUMBER > 0
        return new, cell

    def _pictures(self) -> Flags:
        """Before which lines that begin with ![ : a picture, not the end of a sentence."""
        lines, flags = self.lines, np.zeros(len(self.after), bool)
        for index in places_of(lines.contents.first_codes[self.after] == ord("!")).tolist():
            flags[index] = lines.head(self.after[index], 2) == "!["
        return flags

    def _linked(self) -> Flags:
        """The line ends with a word that leads on, and the next one is no longer than the text is wide."""
        return self.lines.stops("linking")[self.before] & (self.lines.columns[self.after] <= self.widest)

    def _cut(self, asked: Counts) -> Flags:
        """Where a date or a number is cut in two."""
        flags = np.zeros(len(self.before), bool)
        asked = asked[self.lines.stops("cuttable")[self.before[asked]]]
        before, after = self.before[asked], self.after[asked]
        cell = self.lines.marks(before) & NUMBER > 0
        triples = zip(before.tolist(), after.tolist(), cell.tolist(), strict=True)
        flags[asked] = [_is_cut(self.lines, *triple) for triple in triples]
        return flags

    def _inside(self, asked: Counts) -> Flags:
        """Where the break is inside brackets or a title."""
        flags = np.zeros(len(self.before), bool)
        asked = asked[self.lines.bracketed(self.before[asked], _INSIDE)]
        pairs = zip(self.before[asked].tolist(), self.after[asked].tolist(), strict=True)
        flags[asked] = [_ends_inside(self.lines, before, after) for before, after in pairs]
        return flags

    # ── printed lines that text extraction cut to pieces ────────────────────────

    def _pieces(self, asked: Counts, wraps: Flags) -> Flags:
        """Where a printed line made of pieces ends, or a piece with more to come."""
        flags, printed = np.zeros(len(self.before), bool), self._printed(wraps)
        flags[list(printed)] = True
        asked = asked[(flags | self.more[self.before])[asked]]
        flags[:] = False
        pairs = zip(asked.tolist(), self.before[asked].tolist(), strict=True)
        flags[asked] = [self._is_piece(line, printed.get(index, 0)) for index, line in pairs]
        return flags

    @cached_property
    def more(self) -> Flags:
        """After which lines the printed line may go on with another piece."""
        return np.append(self.lines.pieces & self.lines.joined[1:], False)

    def _is_piece(self, index: int, printed: int) -> bool:
        """`printed`: columns of the printed line up to here, or 0 if it begins with this line."""
        columns, longest, shortest = self.lines.columns, self.longest, self.widest - self.widest // 8 - 2
        if printed >= shortest:
            return True
        so_far = printed or int(columns[index])
        for following in range(index + 1, min(index + _MAX_PIECES, len(columns))):
            if not self.more[following - 1]:
                return False
            so_far += int(columns[following])
            if so_far >= shortest:
                return so_far <= longest
        return False

    def _printed(self, wraps: Flags) -> dict[int, int]:
        """For breaks after a line that goes on a printed line: the columns of that up to there."""
        columns, longest, printed = self.lines.columns[self.before], self.longest, {}
        goes_on = np.append(False, self.more[:-1])[self.before][1:]
        ended = self.marked & ~wraps
        goes_on &= ~ended[:-1] & (columns[1:] + columns[:-1] <= longest)
        for index in places_of(goes_on).tolist():
            so_far = (printed.get(index) or int(columns[index])) + int(columns[index + 1])
            if so_far <= longest:
                printed[index + 1] = so_far
        return printed

    def _is_blank(self, index: int, following: int) -> bool:
        """Does the break stand for a blank, between Latin words that were not cut?"""
        lines = self.lines
        before, after = lines.text[lines.ends[index] - 1], lines.text[lines.starts[following]]
        if after in NEVER_FIRST:
            return False
        if self.width.exact:  # cut by a program: the text's own blanks were left at the lines' ends
            return lines.text[lines.ends[index] : lines.starts[following]] != "\n"
        if {before, after} <= _NUMERIC or not (after.isalnum() or after in "($"):
            return False
        return before.isalnum() or before in _LATIN_END


def _is_cut(lines: Lines, index: int, following: int, cell: bool) -> bool:
    """A date or a number is cut in two here, whatever the widths say; not one that is a cell of a table."""
    start = lines.starts[following]
    joint = f"{lines.tail(index, 6)}\n{lines.text[start : start + 6]}"
    if match := _CUT_YEAR.search(joint):
        year = match[1] + match[2]
        return len(year) == 4 and year[:2] in ("18", "19", "20")
    if _CUT_BEFORE_UNIT.search(joint):
        return True
    if _CUT_NUMBER.search(joint) and not cell:
        return True
    if _NUMBERING.fullmatch(lines.head(index, 6)):
        return False
    return bool(_CUT_DATE.search(joint)) and not _YEAR_ALONE.fullmatch(lines.head(index, 6))


def _ends_inside(lines: Lines, index: int, following: int) -> bool:
    """Does the line end inside brackets or a title that the next line closes?"""
    line, after = lines.tail(index, _INSIDE), lines.head(following, _INSIDE)
    for opening, closing in ("（）", "()", "《》"):
        if line.rfind(opening) > line.rfind(closing):
            close, again = after.find(closing), after.find(opening)
            if close >= 0 and (again < 0 or close < again):
                return True
    return False
