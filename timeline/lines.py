"""The lines of a text, and what a single line, or two neighbours, tell by themselves.

Vocabulary: a line is *open* when it does not end a sentence. *Pieces* are parts of one printed
line that text extraction put on lines of their own, around quotation marks mostly. *Page marks*
are page numbers and running heads.

What is known of the lines (`contents`) is kept in arrays, one entry a line: a book has a hundred thousand.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from timeline.characters import places_of
from timeline.contents import BIT, EDGE, Counts, Flags, read_contents

LONGEST_WORD = 20  # columns
MAX_WIDTH = 400  # columns; longer lines were never wrapped
_ITEM = re.compile(
    r"[-*+][ \t]|!\[|[•●○◆◇■□▪►▶➤✓§#|>]|·\s|\d{1,3}[.、)）](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[)）]|[①-⑳]"
    r"|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百\d]{1,4}[章节条篇部回](?:[\s：:]|$)|[QA问答][：:]"
    r"|[A-Za-z_][\w-]{0,40}:(?: |$)|```|---|==="
    r"|(?:单位|注|来源|资料来源|数据来源|图片来源|作者|编辑|责编|责任编辑|记者|时间|日期|地点|电话|地址|网址|邮箱)[：:]|[图表]\s?\d{1,3}(?:[-.]\d+)?[：: ]"
)
_DATED = re.compile(r"(?:1[89]|20)\d\d(?:年|[./-]\d{1,2})|\d{1,2}月\d{0,2}日?")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,%'@_/-]*")
_PAGE_NUMBER = re.compile(
    r"[-—–·•~\s]*(?:第\s*)?(\d{1,4})(?:\s*页)?(?:\s*[/|]\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–·•~\s]*"
)
_PAGE_DRESS = re.compile(r"第\s*\d|\d\s*页|[-—–·•~]")
_MARKED_HEADING = re.compile(r"#{1,6}[ \t]")
_NUMBER_ALONE = re.compile(r"[-+(]?[\d.,%\s]+\)?")
_FEW = 256  # lines: so many are read at once
ITEM, TABBED, DATED, HEADING, NUMBER = 1, 2, 4, 8, 16  # what `Lines.marks` says of a line


class Lines:
    """The lines that are not blank: where their content is, how deep and how long they are."""

    def __init__(self, text: str) -> None:
        contents = read_contents(text)
        self.text, self.contents = text, contents
        self.starts, self.ends, self.joined, self.open = (
            contents.starts,
            contents.ends,
            contents.joined,
            contents.open,
        )
        self.sizes = self.ends - self.starts
        self.indents = np.minimum(self.starts - contents.begins, MAX_WIDTH)
        self.first_kinds, self.last_kinds = EDGE.take(contents.first_codes), EDGE.take(contents.last_codes)
        self._marks, self._read = np.zeros(len(self), np.uint8), np.zeros(len(self), bool)

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]

    def head(self, index: int, size: int = 40) -> str:
        """The first characters of a line."""
        start = self.starts[index]
        return self.text[start : min(self.ends[index], start + size)]

    def tail(self, index: int, size: int) -> str:
        """The last characters of a line."""
        end = self.ends[index]
        return self.text[max(self.starts[index], end - size) : end]

    @cached_property
    def columns(self) -> Counts:
        """How wide each line is: two columns a Chinese character."""
        return np.where(self.sizes <= MAX_WIDTH, (self.sizes + self.contents.sizes) // 2, self.sizes)

    def marks(self, index: Counts) -> NDArray[np.uint8]:
        """What the first characters of some lines say: each line is read once, when it is first asked about."""
        asked = index[~self._read[index]]
        if len(asked):
            self._mark(np.arange(len(self)) if len(self) <= _FEW else asked)
        return self._marks[index]

    def _mark(self, asked: Counts) -> None:
        self._read[asked] = True
        kinds, starts = self.first_kinds[asked], self.starts[asked]
        ends = np.minimum(self.ends[asked], starts + 40)
        for mark, kind, match in (
            (ITEM, "telling", _ITEM.match),
            (DATED, "digit", _DATED.match),
            (HEADING, "heading", _MARKED_HEADING.match),
            (NUMBER, "numeric", _NUMBER_ALONE.fullmatch),
        ):  # most lines begin with a character that says nothing
            telling = places_of(kinds & BIT[kind] > 0)
            if len(telling):
                spans = zip(starts[telling].tolist(), ends[telling].tolist(), strict=True)
                marked = [match(self.text, *span) is not None for span in spans]
                self._marks[asked[telling[marked]]] |= mark
        if len(tabs := self.contents.tabs):
            self._marks[asked[np.searchsorted(tabs, starts) < np.searchsorted(tabs, ends)]] |= TABBED

    @cached_property
    def pieces(self) -> Flags:
        """After which lines the printed line was cut, at a quotation mark, by text extraction."""
        head, tail = self.first_kinds[1:], self.last_kinds[:-1]
        return (head & (BIT["piece_start"] | BIT["never_first"]) > 0) | (tail & BIT["piece_end"] > 0)

    def words(self, index: Counts) -> Counts:
        """Columns of the first word of some lines, that could not be broken."""
        columns = np.full(len(index), 2)
        latin = places_of(self.first_kinds[index] & BIT["latin"] > 0)
        words = (_WORD.match(self.text, *span) for span in self._spans(index[latin], LONGEST_WORD))
        columns[latin] = [len(word[0]) for word in words if word]
        return columns

    @cached_property
    def paged(self) -> Flags:
        """Before which lines a page ends with a form feed."""
        feeds = self.contents.feeds
        if not len(feeds):
            return np.zeros(len(self), bool)
        before = np.append(0, self.ends[:-1])
        return np.searchsorted(feeds, before) < np.searchsorted(feeds, self.starts)

    def begins(self, kind: str) -> Flags:
        """Which lines begin with a character of a kind."""
        return self.first_kinds & BIT[kind] > 0

    def stops(self, kind: str) -> Flags:
        """Which lines end with a character of a kind."""
        return self.last_kinds & BIT[kind] > 0

    def _spans(self, index: Counts, size: int) -> Iterator[tuple[int, int]]:
        """The first characters of some of the lines."""
        starts = self.starts[index]
        ends = np.minimum(self.ends[index], starts + size)
        return zip(starts.tolist(), ends.tolist(), strict=True)

    def bracketed(self, index: Counts, size: int) -> Flags:
        """In the last `size` characters of which of these lines a bracket opens."""
        openers, ends = self.contents.openers, self.ends[index]
        low = np.maximum(self.starts[index], ends - size)
        return np.searchsorted(openers, low) < np.searchsorted(openers, ends)


def starts_anew(lines: Lines, before: Counts, after: Counts) -> Flags:
    """Is the line `after` an item, a dated entry after a dated entry, an indented paragraph? Of each pair."""
    this, following = lines.marks(before), lines.marks(after)
    new = ((this | following) & TABBED | following & ITEM | this & following & DATED) > 0
    deeper = lines.indents[after] >= lines.indents[before] + 2
    return new | (deeper & (this & ITEM == 0))


# ── page marks ───────────────────────────────────────────────────────────────────────────────────


def page_marks(lines: Lines, widest: int) -> list[int]:
    """Lines that are page numbers, or running heads said before. `widest`: the text's width, or 0."""
    numbers = _page_numbers(lines)
    return sorted(numbers | _running_heads(lines, numbers, widest * 3 // 4 or 60))


def _page_numbers(lines: Lines) -> set[int]:
    """Lines with a number alone that grows down the text, far apart, or that is dressed as one."""
    found: list[tuple[int, int]] = []
    marks: set[int] = set()
    for index in places_of(lines.begins("numbering") & (lines.columns <= 24)).tolist():
        if not (match := _PAGE_NUMBER.fullmatch(lines[index])):
            continue
        found.append((index, int(match[1])))
        if _PAGE_DRESS.search(lines[index]) or _at_page_end(lines, index):
            marks.add(index)
    for (index, number), (following, after) in pairwise(found):
        if following - index >= 5 and 0 < after - number <= 3:
            marks |= {index, following}
    return marks


def _at_page_end(lines: Lines, index: int) -> bool:
    """A page ends before or after the line; a form feed is looked for in the four characters after it."""
    after = lines.text[lines.ends[index] : lines.ends[index] + 4]
    return index == 0 or bool(lines.paged[index]) or "\f" in after


def _running_heads(lines: Lines, numbers: Collection[int], longest: int) -> set[int]:
    """Short open lines said again and again, each time beside a page number or a page's end."""
    beside = {beside for index in numbers for beside in (index - 1, index + 1)}
    feeds = places_of(lines.paged).tolist()
    beside |= {0, len(lines) - 1, *feeds, *(index - 1 for index in feeds)}
    places: dict[str, list[int]] = {}
    for index in sorted(beside.difference(numbers)):
        if 0 <= index < len(lines) and lines.columns[index] <= longest:
            places.setdefault(re.sub(r"\d+", "#", lines[index]), []).append(index)
    return {index for found in places.values() if len(found) >= 3 for index in found[1:]}
