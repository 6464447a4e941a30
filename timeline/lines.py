"""The lines of a text, and what a single line, or two neighbours, tell by themselves.

Vocabulary: a line is *open* when it does not end a sentence. *Pieces* are parts of one printed
line that text extraction put on lines of their own, around quotation marks mostly. *Page marks*
are page numbers and running heads.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from itertools import accumulate, pairwise

MAX_WIDTH = 400  # columns; longer lines were never wrapped
_BLANK = " \t\f"
_CLOSERS = "”’」』）)》〉】〕]\"'"
_STOPS = frozenset("。！？!?.")
_STRAY = ("：", ":", "；")  # marks that text extraction left on a line of their own
# No line of Chinese text starts with these, and none ends with those.
NEVER_FIRST = frozenset("，。、；：！？）”’」』》〉】〕％%‰,;!?)]}")
NEVER_LAST = frozenset("（“‘「『《〈【〔([{，、,$￥¥€£")
_PIECE_START = frozenset("“‘「『《〈（(一")
_PIECE_END = frozenset("”’」』》〉）)，、")
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
# First characters, beyond ASCII and digits, that an item can begin with.
_ITEM_FIRST = frozenset(
    "•●○◆◇■□▪►▶➤✓§·（①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳一二三四五六七八九十第问答单注来资数图作编责记时日地电网邮表"
)
_LOOKED_BEHIND = frozenset(_CLOSERS).union(_STRAY)
ITEM, TABBED, DATED, HEADING, NUMBER = 1, 2, 4, 8, 16  # what `Lines.marks` holds of a line


class Lines:
    """The lines that are not blank: where their content is, how deep and how long they are."""

    def __init__(self, text: str) -> None:
        self.text = text
        raws = text.split("\n")
        contents = [raw.strip(_BLANK) for raw in raws]
        kept = [number for number, content in enumerate(contents) if content]
        lengths = list(map(len, raws))
        begins = [0, *accumulate([length + 1 for length in lengths])]
        encoded = list(map(len, text.encode("utf-8", "surrogatepass").split(b"\n")))
        contents = [contents[n] for n in kept]
        # What is stripped off a line is ASCII, one byte a character.
        sizes = list(map(len, contents))
        columns = [
            (2 * size + encoded[n] - lengths[n]) // 2 if size <= MAX_WIDTH else size
            for n, size in zip(kept, sizes, strict=True)
        ]
        starts = [
            begins[n] + _indent(raws[n]) if size < lengths[n] else begins[n]
            for n, size in zip(kept, sizes, strict=True)
        ]
        self.joined = bytearray([False, *(after == n + 1 for n, after in pairwise(kept))][: len(kept)])
        self.firsts = "".join([content[0] for content in contents])
        if ">" in self.firsts:
            _unquote(contents, starts, columns)
            self.firsts = "".join([content[0] for content in contents])
        self.lasts = "".join([content[-1] for content in contents])
        self.starts, self.columns = array("I", starts), array("I", columns)
        self.ends = array(
            "I", [start + len(content) for start, content in zip(starts, contents, strict=True)]
        )
        depths = [start - begins[n] for start, n in zip(starts, kept, strict=True)]
        self.indents = array("I", [min(depth, MAX_WIDTH) if depth else 0 for depth in depths])
        self.marks = _marks(contents, self.firsts, tabbed="\t" in text)
        self.count = len(kept)

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]

    def head(self, index: int) -> str:
        """The first characters of a line."""
        start = self.starts[index]
        return self.text[start : min(self.ends[index], start + 40)]

    def lengths(self, measure: str) -> Sequence[int]:
        if measure == "columns":
            return self.columns
        return array("I", (end - start for start, end in zip(self.starts, self.ends, strict=True)))

    def adjoin(self, index: int) -> bool:
        """No blank line between this line and the next."""
        return bool(self.joined[index + 1])


def _indent(raw: str) -> int:
    return len(raw) - len(raw.lstrip(_BLANK))


def _unquote(contents: list[str], starts: list[int], columns: list[int]) -> None:
    """Lines of quoted mail without their marks; a mark alone stays what it is."""
    for index, content in enumerate(contents):
        if content[0] == ">" and (rest := content.lstrip("> \t")):
            contents[index] = rest
            starts[index] += len(content) - len(rest)
            size = len(rest)
            wide = size <= MAX_WIDTH
            columns[index] = (size + len(rest.encode("utf-8", "surrogatepass"))) // 2 if wide else size


def _marks(contents: list[str], firsts: str, *, tabbed: bool) -> bytearray:
    """What the first characters of each line say; most lines begin with a character that says nothing."""
    marks = bytearray(len(contents))
    telling = {first for first in set(firsts) if first.isascii() or first in _ITEM_FIRST or first.isdigit()}
    for index, first in enumerate(firsts):
        if first in telling:
            marks[index] = _mark(contents[index][:40])
    if tabbed:
        for index, content in enumerate(contents):
            marks[index] |= TABBED if "\t" in content[:40] else 0
    return marks


def _mark(head: str) -> int:
    first, marks = head[0], 0
    if _ITEM.match(head):
        marks |= ITEM
    if first.isdigit() and _DATED.match(head):
        marks |= DATED
    if first == "#" and _MARKED_HEADING.match(head):
        marks |= HEADING
    if (first.isdigit() or first in "-+(.,%") and _NUMBER_ALONE.fullmatch(head):
        marks |= NUMBER
    return marks


def open_lines(lines: Lines) -> bytearray:
    """Which lines end in the middle of a sentence, as far as their last characters tell."""
    flags = bytearray(last not in _STOPS for last in lines.lasts)
    if not _LOOKED_BEHIND.isdisjoint(lines.lasts):
        for index, last in enumerate(lines.lasts):
            if last in _LOOKED_BEHIND:
                flags[index] = _is_open(lines, index)
    return flags


def _is_open(lines: Lines, index: int) -> bool:
    """For a line that ends with a quotation mark, a bracket or a stray mark."""
    tail = lines.text[max(lines.starts[index], lines.ends[index] - 4) : lines.ends[index]]
    if tail in _STRAY:
        return False
    return tail.rstrip(_CLOSERS)[-1:] not in tuple(_STOPS)


def starts_anew(lines: Lines, index: int, after: int) -> bool:
    """Is the line `after` an item, a dated entry after a dated entry, an indented paragraph?"""
    this, following = lines.marks[index], lines.marks[after]
    if (this | following) & TABBED or following & ITEM or this & following & DATED:
        return True
    deeper = lines.indents[after] >= lines.indents[index] + 2
    return deeper and not this & ITEM


def is_piece_end(lines: Lines, index: int) -> bool:
    """Was the printed line cut here, at a quotation mark, by text extraction?"""
    head, tail = lines.firsts[index + 1], lines.lasts[index]
    return head in _PIECE_START or head in NEVER_FIRST or tail in _PIECE_END


def word_length(lines: Lines, index: int) -> int:
    """Columns of the first word of a line, that could not be broken."""
    first = lines.firsts[index]
    if not (first.isascii() and first.isalnum()):
        return 2
    match = _WORD.match(lines.text, lines.starts[index], lines.ends[index])
    return min(match.end() - match.start(), 20) if match else 2


def page_marks(lines: Lines, widest: int) -> set[int]:
    """Lines that are page numbers, or running heads said before. `widest`: the text's width, or 0."""
    numbers = _page_numbers(lines)
    return numbers | _running_heads(lines, numbers, widest * 3 // 4 or 60)


def _page_numbers(lines: Lines) -> set[int]:
    """Lines with a number alone that grows down the text, far apart, or that is dressed as one."""
    found: list[tuple[int, int]] = []
    marks: set[int] = set()
    for index in range(len(lines)):
        if lines.columns[index] > 24 or not (match := _PAGE_NUMBER.fullmatch(lines[index])):
            continue
        found.append((index, int(match[1])))
        before = lines.text[lines.ends[index - 1] : lines.starts[index]] if index else "\f"
        after = lines.text[lines.ends[index] : lines.ends[index] + 4]
        if _PAGE_DRESS.search(lines[index]) or "\f" in before + after:
            marks.add(index)
    for (index, number), (following, after) in pairwise(found):
        if following - index >= 5 and 0 < after - number <= 3:
            marks |= {index, following}
    return marks


def _running_heads(lines: Lines, numbers: set[int], longest: int) -> set[int]:
    """Short open lines said again and again, each time beside a page number or a page's end."""
    places: dict[str, list[int]] = {}
    for index in range(len(lines)):
        if (
            lines.columns[index] <= longest
            and index not in numbers
            and _beside_page_end(lines, index, numbers)
        ):
            places.setdefault(re.sub(r"\d+", "#", lines[index]), []).append(index)
    return {index for found in places.values() if len(found) >= 3 for index in found[1:]}


def _beside_page_end(lines: Lines, index: int, numbers: set[int]) -> bool:
    if index - 1 in numbers or index + 1 in numbers:
        return True
    before = lines.text[lines.ends[index - 1] : lines.starts[index]] if index else "\f"
    after = lines.text[lines.ends[index] : lines.starts[index + 1]] if index + 1 < len(lines) else "\f"
    return "\f" in before or "\f" in after
