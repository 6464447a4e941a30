"""Which line breaks are only wraps: the end of the paper, not of a sentence, a heading or an item.

Vocabulary: a line is *open* when it does not end a sentence. A *width* at which lines were wrapped
shows as a peak among the open lines' lengths, measured in columns (a Chinese character takes two)
or in characters (text cut by a program). A line is *full* at a width when the next line's first
word would not have fitted. *Pieces* are parts of one printed line that text extraction put on
lines of their own, around quotation marks mostly. *Page marks* are page numbers and running heads
that stand between the halves of a sentence.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

MAX_WIDTH = 400  # columns; longer lines were never wrapped
MAX_SAMPLE = 20_000  # pairs of lines that are enough to find the widths
_BLANK = " \t\f"
_CLOSERS = "”’」』）)》〉】〕]\"'"
_STOPS = "。！？!?."
# No line of Chinese text starts with these, and none ends with those.
_STRAY = ("：", ":", "；")  # marks that text extraction left on a line of their own
_NEVER_FIRST = frozenset("，。、；：！？）”’」』》〉】〕％%‰…,;!?)]}·")
_NEVER_LAST = frozenset("（“‘「『《〈【〔([{，、,$￥¥€£")
_PIECE_START = frozenset("“‘「『《〈（(一")
_PIECE_END = frozenset("”’」』》〉）)，、")
_LINKING_END = frozenset("的和与及或并")
_DATE = r"(?:1[89]|20)\d\d(?:年|[./-]\d{1,2})|\d{1,2}月\d{0,2}日?"
_ITEM = re.compile(
    r"[-*+][ \t]|[•●○◆◇■□▪►▶➤✓§#|>]|\d{1,3}[.、)）](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[)）]|[①-⑳]"
    r"|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百\d]{1,4}[章节条篇部回](?:[\s：:]|$)|[QA问答][：:]"
    r"|[A-Za-z_][\w-]{0,40}:(?: |$)|```|---|==="
)
_INNER_MARK = re.compile(r"[，。、；！？：“”（）,;]")
_LABELLED = re.compile(r"[\u4e00-\u9fff]{1,6}[：:|/丨｜]")  # 作者：, 文|
_DATED = re.compile(_DATE)
_UNIT = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,%'@_/-]*")
_PAGE_NUMBER = re.compile(
    r"[-—–·•~\s]*(?:第\s*)?(\d{1,4})(?:\s*页)?(?:\s*[/|]\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–·•~\s]*"
)
_PAGE_DRESS = re.compile(r"第\s*\d|\d\s*页|[-—–·•~]")
# A date or a number cut in two, whatever the widths say.
_CUT_YEAR = re.compile(r"(?<!\d)(\d{1,3})\n(\d{1,3})年")
_CUT_BEFORE_UNIT = re.compile(
    r"\d\n(?:[年月日号%‰]|[万亿千百](?:[亿万元美港人台辆部个件户家吨平名次倍余多]|欧元|英镑))"
)
_CUT_DATE = re.compile(r"\d年\n\d{1,2}月|\d月\n\d{1,2}[日号]|\d\.\n\d|[一二三四]\n季度|第\n[一二三四]季度")
_NUMBERING = re.compile(r"\d{1,3}\.")
_YEAR_ALONE = re.compile(r"(?:1[89]|20)\d\d年?")


class Pair(NamedTuple):
    """An open line and the one after it, as evidence for a width."""

    length: int
    following: int
    piece: bool  # cut by text extraction, at a quotation mark
    running: bool  # with punctuation inside: a sentence, not a heading or a byline


class Break(NamedTuple):
    """text[start:end] is a wrap: it stands for `instead` ("" in Chinese, " " between Latin words)."""

    start: int
    end: int
    instead: str


class _Lines:
    """The lines that are not blank: where their content is, how deep and how long they are."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts, self.ends = array("q"), array("q")
        self.columns, self.indents, self.numbers = array("q"), array("q"), array("q")
        position = 0
        for number, raw in enumerate(text.split("\n")):
            content = raw.strip(_BLANK)
            if content:
                start = position + len(raw) - len(raw.lstrip(_BLANK))
                if content[0] == ">":
                    content, start = _unquoted(content, start)
                self._add(number, start, content, start - position)
            position += len(raw) + 1

    def _add(self, number: int, start: int, content: str, indent: int) -> None:
        self.starts.append(start)
        self.ends.append(start + len(content))
        self.indents.append(min(indent, MAX_WIDTH))
        self.numbers.append(number)
        # One column for ASCII, two for Chinese, without looking at each character.
        size = len(content)
        columns = (size + len(content.encode("utf-8", "surrogatepass"))) // 2 if size <= MAX_WIDTH else size
        self.columns.append(columns)

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]

    def lengths(self, measure: str) -> Sequence[int]:
        if measure == "columns":
            return self.columns
        return array("q", (end - start for start, end in zip(self.starts, self.ends, strict=True)))

    def adjoin(self, index: int) -> bool:
        """No blank line between this line and the next."""
        return self.numbers[index + 1] == self.numbers[index] + 1


def _unquoted(content: str, start: int) -> tuple[str, int]:
    """A line of quoted mail without its marks; the mark alone stays what it is."""
    rest = content.lstrip("> \t")
    return (rest, start + len(content) - len(rest)) if rest else (content, start)


def find_wraps(text: str) -> list[Break]:
    """The line breaks of a folded text that are wraps, in order. Linear time."""
    if "\n" not in text:
        return []
    lines = _Lines(text)
    if len(lines) < 2:
        return []
    open_lines = bytearray(_is_open(lines, index) for index in range(len(lines)))
    widths = [_Width(lines, measure, open_lines) for measure in ("columns", "characters")]
    marks = _page_marks(lines, widths)
    return list(_breaks(lines, open_lines, widths, marks))


def _is_open(lines: _Lines, index: int) -> bool:
    """Does the line end in the middle of a sentence, as far as its last character tells?"""
    tail = lines.text[max(lines.starts[index], lines.ends[index] - 4) : lines.ends[index]]
    if tail in _STRAY:
        return False
    return tail.rstrip(_CLOSERS)[-1:] not in tuple(_STOPS)


class _Width:
    """The widths at which this text was wrapped, by one measure, and which lines are full."""

    def __init__(self, lines: _Lines, measure: str, open_lines: bytearray) -> None:
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
        same = sum(pair.length == self.peaks[0] for pair in pairs)
        return same >= max(3, 0.9 * len(pairs))

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
        indices = [
            index
            for index in range(len(lines) - 1)
            if open_lines[index] and lengths[index] <= MAX_WIDTH and lines.adjoin(index)
        ]
        indices = indices[:: max(1, -(-len(indices) // MAX_SAMPLE))]
        return [
            Pair(
                lengths[index],
                lengths[index + 1],
                _is_piece_end(lines, index),
                bool(_INNER_MARK.search(lines[index][:-1])) and not _LABELLED.match(lines[index]),
            )
            for index in indices
            if not _starts_anew(lines, index)
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
            return self.scale if columns <= 160 else 3
        return 2 if columns >= 16 else 3 if columns >= 10 else 12

    def is_full(self, index: int, following: int, unit: int, *, strictly: bool = False) -> bool:
        """Would the first word of the line `following` not have fitted on this line?

        Punctuation may hang in the margin. `strictly`: no slack is given.
        """
        lines = self.lines
        columns = unit if self.scale == 1 else 1
        length, after = self.lengths[index], self.lengths[following]
        length_hung = length - _hangs(lines, index) * columns
        after_hung = after - _hangs(lines, following) * columns
        for width in self.peaks:
            high = width + self.over(width)
            fits = length + columns <= width - (0 if strictly else self.slack(width))
            if length_hung <= high and after_hung <= high and not fits:
                return True
        return False


def _hangs(lines: _Lines, index: int) -> bool:
    return lines.text[lines.ends[index] - 1] in _NEVER_FIRST


def _starts_anew(lines: _Lines, index: int) -> bool:
    """Is the next line an item, a dated entry after a dated entry, an indented paragraph?"""
    this, following = lines[index][:40], lines[index + 1][:40]
    if _ITEM.match(following) or "\t" in this or "\t" in following:
        return True
    if _DATED.match(this) and _DATED.match(following):
        return True
    deeper = lines.indents[index + 1] >= lines.indents[index] + 2
    return deeper and not _ITEM.match(this)


def _is_piece_end(lines: _Lines, index: int) -> bool:
    """Was the printed line cut here, at a quotation mark, by text extraction?"""
    head, tail = lines.text[lines.starts[index + 1]], lines.text[lines.ends[index] - 1]
    return head in _PIECE_START or head in _NEVER_FIRST or tail in _PIECE_END


def _unit(lines: _Lines, index: int) -> int:
    """Columns of the first word of a line, that could not be broken."""
    match = _UNIT.match(lines.text, lines.starts[index], lines.ends[index])
    return min(match.end() - match.start(), 20) if match else 2


def _is_full(
    lines: _Lines, widths: list[_Width], index: int, following: int, *, strictly: bool = False
) -> bool:
    unit = _unit(lines, following)
    return any(width.is_full(index, following, unit, strictly=strictly) for width in widths)


def _breaks(lines: _Lines, open_lines: bytearray, widths: list[_Width], marks: set[int]) -> Iterator[Break]:
    widest = max((peak for peak in widths[0].peaks), default=0)
    cut = widths[1].exact
    printed = 0  # columns of the printed line so far, over its pieces
    index = 0
    while index < len(lines) - 1:
        if index in marks:
            index += 1
            continue
        printed = _printed(lines, index, printed, widest)
        following = _following(lines, index, marks)
        if following is None:
            printed, index = 0, index + 1
            continue
        if _is_wrap(lines, open_lines, widths, index, following, printed, widest):
            instead = _instead(lines, index, following, cut)
            yield Break(lines.ends[index], lines.starts[following], instead)
        if following > index + 1:
            printed = 0
        index = following


def _printed(lines: _Lines, index: int, before: int, widest: int) -> int:
    """Columns of the printed line that ends with this line: its pieces belong together."""
    columns = lines.columns[index]
    if before and index and before + columns <= widest + widest // 20 and _is_piece_end(lines, index - 1):
        return before + columns
    return columns


def _following(lines: _Lines, index: int, marks: set[int]) -> int | None:
    """The line that may go on with this one's sentence: the next, or the one after a page mark."""
    following = index + 1
    while following in marks:
        following += 1
    if following >= len(lines):
        return None
    if following > index + 1 or lines.adjoin(index):
        return following
    between = lines.text[lines.ends[index] : lines.starts[following]]
    return following if "\f" in between else None


def _is_wrap(
    lines: _Lines,
    open_lines: bytearray,
    widths: list[_Width],
    index: int,
    following: int,
    printed: int,
    widest: int,
) -> bool:
    text = lines.text
    head, tail = text[lines.starts[following]], text[lines.ends[index] - 1]
    across = following > index + 1 or not lines.adjoin(index)  # a page ends in between
    if head in _NEVER_FIRST and not across:
        return True
    if following == index + 1 and _starts_anew(lines, index):
        return False
    if _is_cut(lines, index, following):
        return True
    if not open_lines[index]:
        return not across and _is_full(lines, widths, index, following, strictly=True)
    full = _is_full(lines, widths, index, following)
    if across:
        return full or (tail in _NEVER_LAST and bool(widest))
    if full or tail in _NEVER_LAST:
        return True
    if _ends_inside(lines, index, following):
        return True
    if not widest:
        return False
    if tail in _LINKING_END and lines.columns[following] <= widest:
        return True
    return _goes_on(lines, index, printed, widest)


def _goes_on(lines: _Lines, index: int, printed: int, widest: int) -> bool:
    """Is this the end of a printed line made of pieces, or a piece with more to come?"""
    shortest = widest - widest // 8 - 2
    if printed > lines.columns[index] and printed > shortest:
        return True
    while index + 1 < len(lines) and _is_piece_end(lines, index) and lines.adjoin(index):
        index += 1
        printed += lines.columns[index]
        if printed > widest + widest // 20:
            return False
        if printed > shortest:
            return True
    return False


def _is_cut(lines: _Lines, index: int, following: int) -> bool:
    """A date or a number is cut in two here, whatever the widths say."""
    tail = lines.text[max(lines.starts[index], lines.ends[index] - 6) : lines.ends[index]]
    head = lines.text[lines.starts[following] : lines.starts[following] + 6]
    if not (tail[-1:].isdigit() or tail[-1:] in "年月.第一二三四"):
        return False
    joint = f"{tail}\n{head}"
    if match := _CUT_YEAR.search(joint):
        year = match[1] + match[2]
        return len(year) == 4 and year[:2] in ("18", "19", "20")
    if _CUT_BEFORE_UNIT.search(joint):
        return True
    if _NUMBERING.fullmatch(lines[index][:6]):
        return False
    return bool(_CUT_DATE.search(joint)) and not _YEAR_ALONE.fullmatch(lines[index][:6])


def _ends_inside(lines: _Lines, index: int, following: int) -> bool:
    """Does the line end inside brackets or a title that the next line closes?"""
    line = lines.text[max(lines.starts[index], lines.ends[index] - 80) : lines.ends[index]]
    after = lines.text[lines.starts[following] : min(lines.ends[following], lines.starts[following] + 80)]
    for opening, closing in ("（）", "()", "《》"):
        if line.rfind(opening) > line.rfind(closing):
            close, again = after.find(closing), after.find(opening)
            if close >= 0 and (again < 0 or close < again):
                return True
    return False


def _instead(lines: _Lines, index: int, following: int, cut: bool) -> str:
    """What the break stands for: a space between Latin words that were not cut, else nothing."""
    before, after = lines.text[lines.ends[index] - 1], lines.text[lines.starts[following]]
    if not (before.isascii() and after.isascii()) or after in _NEVER_FIRST:
        return ""
    if cut:  # the text's own blanks were left at the ends of the lines
        gap = lines.text[lines.ends[index] : lines.starts[following]]
        return " " if gap != "\n" else ""
    return "" if before.isdigit() and after.isdigit() else " "


def _page_marks(lines: _Lines, widths: list[_Width]) -> set[int]:
    """Lines that are page numbers or running heads. Only a wrapped text has them inside sentences."""
    if not any(width.peaks for width in widths) and "\f" not in lines.text:
        return set()
    numbers = _page_numbers(lines)
    return numbers | _running_heads(lines, numbers)


def _page_numbers(lines: _Lines) -> set[int]:
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


def _running_heads(lines: _Lines, numbers: set[int]) -> set[int]:
    """Short open lines said again and again, each time beside a page number or a page's end."""
    places: dict[str, list[int]] = {}
    for index in range(len(lines)):
        if lines.columns[index] <= 60 and index not in numbers and _beside_page_end(lines, index, numbers):
            places.setdefault(re.sub(r"\d+", "#", lines[index]), []).append(index)
    return {index for found in places.values() if len(found) >= 3 for index in found}


def _beside_page_end(lines: _Lines, index: int, numbers: set[int]) -> bool:
    if index - 1 in numbers or index + 1 in numbers:
        return True
    before = lines.text[lines.ends[index - 1] : lines.starts[index]] if index else "\f"
    after = lines.text[lines.ends[index] : lines.starts[index + 1]] if index + 1 < len(lines) else "\f"
    return "\f" in before or "\f" in after
