"""Which line breaks are only wraps: the end of the paper, not of a sentence, a heading or an item.

`lines` knows what a line tells by itself, `widths` how wide the text was set; here both decide,
break by break. A wrap is dropped from the clean view, and so are the page marks that stand
between the halves of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.lines import (
    HEADING,
    NEVER_FIRST,
    NEVER_LAST,
    NUMBER,
    Lines,
    is_piece_end,
    open_lines,
    page_marks,
    starts_anew,
    word_length,
)
from timeline.widths import find_width

_LINKING_END = frozenset("的和与及或并—")
# A date or a number cut in two, whatever the widths say.
_CUT_YEAR = re.compile(r"(?<!\d)(\d{1,3})\n(\d{1,3})年")
_CUT_BEFORE_UNIT = re.compile(
    r"\d\n(?:[年月日号%‰]|[万亿千百](?:[亿万元美港人台辆部个件户家吨平名次倍余多]|欧元|英镑))"
)
_CUT_DATE = re.compile(
    r"\d年\n\d{1,2}月|\d月\n\d{1,2}[日号]|\d\.\n\d|\d\n\.\d|[一二三四]\n季度|第\n[一二三四]季度"
)
_CUT_NUMBER = re.compile(r"\d\n\d{1,9}(?:\.\d+)?[年月日号%‰万亿千百元台辆人家个]")
_NUMBERING = re.compile(r"\d{1,3}\.")
_YEAR_ALONE = re.compile(r"(?:1[89]|20)\d\d年?")
_LATIN_END = frozenset(",.;:!?)%'\"")  # marks that Latin text writes a blank after
_NUMERIC = frozenset("0123456789.")
_MANY, _SHORT = 100_000, 5  # lines, and characters a line
_MAX_PIECES = 12  # of one printed line
_HELD = NEVER_FIRST - {"!"}  # first characters that join a line to the one before; ![ begins a picture
_WRAP, _END = 1, 2  # how a line ends


class Break(NamedTuple):
    """text[start:end] is a wrap: it stands for `instead` ("" in Chinese, " " between Latin words)."""

    start: int
    end: int
    instead: str


def find_wraps(text: str) -> list[Break]:
    """The line breaks of a folded text that are wraps, in order. Linear time."""
    count = text.count("\n")
    if not count or (count > _MANY and len(text) < _SHORT * count):  # a column of words, not a text
        return []
    lines = Lines(text)
    return list(_Walk(lines).breaks()) if len(lines) > 1 else []


class _Walk:
    """One walk down the lines. `printed` is the length of the printed line so far, over its pieces."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.open_lines = open_lines(lines)
        self.width = find_width(lines, self.open_lines)
        self.widest = max(self.width.peaks, default=0) * self.width.scale
        self.reaches = list(self.width.reaches())
        self.longest = self.widest + self.widest // 20
        wrapped = bool(self.width.peaks) or "\f" in lines.text
        self.marks = page_marks(lines, self.widest) if wrapped else set()
        self.printed = 0

    def breaks(self) -> Iterator[Break]:
        lines, index, verdicts = self.lines, 0, self._plain()
        starts, ends, last = lines.starts, lines.ends, len(lines) - 1
        while index in self.marks:
            index += 1
        while index < last:
            self._print(index)
            following = index + 1
            if verdict := verdicts[index]:
                if verdict == _WRAP:
                    yield Break(ends[index], starts[following], "")
                index = following
                continue
            while following in self.marks:
                following += 1
            if following > last:
                return
            marked = following > index + 1
            if self._may_go_on(index, following) and self._is_wrap(index, following):
                yield Break(ends[index], starts[following], self._instead(index, following))
            elif marked:
                yield Break(ends[index], starts[following], "\n")
                self.printed = 0
            index = following

    def _plain(self) -> bytearray:
        """What is plain about most lines, seen at once: _WRAP, _END, or 0 where `_is_wrap` is asked.

        A full open line goes on with a line of Chinese without marks; a closed line that is not
        full, and any line before a blank one, ends there.
        """
        lines = self.lines
        tails = {tail for tail in set(lines.lasts) if not _may_be_cut(tail)}
        heads = {head for head in set(lines.firsts) if not head.isascii()} - NEVER_FIRST
        verdicts, paged = bytearray(len(lines)), "\f" in lines.text
        rows = zip(
            lines.joined[1:], lines.lasts, lines.firsts[1:], lines.marks, lines.marks[1:], lines.indents, lines.indents[1:],
            self.reaches, self.width.hung[1:], self.open_lines, strict=False,
        )  # fmt: skip
        for index, (joined, tail, head, mark, next_mark, indent, deeper, reach, after, goes_on) in enumerate(
            rows
        ):
            if not joined:
                verdicts[index] = 0 if paged else _END
            elif head in _HELD:
                verdicts[index] = _WRAP
            elif (
                (after <= reach) == goes_on
                and not (mark or next_mark)
                and deeper < indent + 2
                and tail in tails
                and head in heads
            ):
                verdicts[index] = _WRAP if goes_on else _END
        for index in self.marks:
            verdicts[max(index - 1, 0)] = 0
        return verdicts

    def _print(self, index: int) -> None:
        """Add a line to the printed line if it is a piece of it, else begin a new one."""
        columns = self.lines.columns[index]
        if (
            0 < self.printed <= self.longest - columns
            and self.lines.joined[index]
            and is_piece_end(self.lines, index - 1)
        ):
            columns += self.printed
        self.printed = columns

    def _may_go_on(self, index: int, following: int) -> bool:
        """A sentence does not go on over a blank line, unless a page ends there."""
        if following > index + 1 or self.lines.adjoin(index):
            return True
        return "\f" in self.lines.text[self.lines.ends[index] : self.lines.starts[following]]

    def _is_wrap(self, index: int, following: int) -> bool:
        lines = self.lines
        head, tail = lines.firsts[following], lines.lasts[index]
        across = following > index + 1 or not lines.adjoin(index)  # a page ends in between
        if head in NEVER_FIRST and not across and lines.head(following)[:2] != "![":
            return True
        if starts_anew(lines, index, following) or lines.marks[index] & HEADING:
            return False
        if _is_cut(lines, index, following):
            return True
        if (lines.marks[index] | lines.marks[following]) & NUMBER:
            return False  # cells of a table, each on a line of its own
        if not self.open_lines[index]:
            return not across and self._is_full(index, following, strictly=True)
        if self._is_full(index, following):
            return True
        if across:
            return tail in NEVER_LAST and bool(self.widest)
        if tail in NEVER_LAST or _ends_inside(lines, index, following):
            return True
        if tail in _LINKING_END and lines.columns[following] <= self.widest:
            return True
        return bool(self.widest) and self._is_piece(index)

    def _is_full(self, index: int, following: int, *, strictly: bool = False) -> bool:
        if not self.lines.firsts[following].isascii():
            full = self.width.hung[following] <= self.reaches[index]
            if not (full and strictly):
                return full
        return self.width.is_full(index, following, word_length(self.lines, following), strictly=strictly)

    def _is_piece(self, index: int) -> bool:
        """Is this the end of a printed line made of pieces, or a piece with more to come?"""
        lines, printed = self.lines, self.printed
        shortest = self.widest - self.widest // 8 - 2
        if printed > lines.columns[index] and printed >= shortest:
            return True
        for following in range(index + 1, min(index + _MAX_PIECES, len(lines))):
            if not (is_piece_end(lines, following - 1) and lines.adjoin(following - 1)):
                return False
            printed += lines.columns[following]
            if printed >= shortest:
                return printed <= self.longest
        return False

    def _instead(self, index: int, following: int) -> str:
        """What the break stands for: a space between Latin words that were not cut, else nothing."""
        lines = self.lines
        before, after = lines.lasts[index], lines.firsts[following]
        if not (before.isascii() and after.isascii()) or after in NEVER_FIRST:
            return ""
        if self.width.exact:  # cut by a program: the text's own blanks were left at the lines' ends
            return " " if lines.text[lines.ends[index] : lines.starts[following]] != "\n" else ""
        if {before, after} <= _NUMERIC or not (after.isalnum() or after in "($"):
            return ""
        return " " if before.isalnum() or before in _LATIN_END else ""


def _may_be_cut(last: str) -> bool:
    """Can a date or a number be cut in two after this character?"""
    return last.isdigit() or last in "年月.第一二三四"


def _is_cut(lines: Lines, index: int, following: int) -> bool:
    """A date or a number is cut in two here, whatever the widths say."""
    if not _may_be_cut(lines.lasts[index]):
        return False
    tail = lines.text[max(lines.starts[index], lines.ends[index] - 6) : lines.ends[index]]
    head = lines.text[lines.starts[following] : lines.starts[following] + 6]
    joint = f"{tail}\n{head}"
    if match := _CUT_YEAR.search(joint):
        year = match[1] + match[2]
        return len(year) == 4 and year[:2] in ("18", "19", "20")
    if _CUT_BEFORE_UNIT.search(joint):
        return True
    if _CUT_NUMBER.search(joint) and not lines.marks[index] & NUMBER:
        return True
    if _NUMBERING.fullmatch(lines.head(index)[:6]):
        return False
    return bool(_CUT_DATE.search(joint)) and not _YEAR_ALONE.fullmatch(lines.head(index)[:6])


def _ends_inside(lines: Lines, index: int, following: int) -> bool:
    """Does the line end inside brackets or a title that the next line closes?"""
    line = lines.text[max(lines.starts[index], lines.ends[index] - 80) : lines.ends[index]]
    after = lines.text[lines.starts[following] : min(lines.ends[following], lines.starts[following] + 80)]
    for opening, closing in ("（）", "()", "《》"):
        if line.rfind(opening) > line.rfind(closing):
            close, again = after.find(closing), after.find(opening)
            if close >= 0 and (again < 0 or close < again):
                return True
    return False
