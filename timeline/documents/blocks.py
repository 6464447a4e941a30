"""Blocks of plain text and Markdown: headings, list items, tables, quoted mail.

Plain paragraphs are not noted: they are what lies between. A quoted mail reaches from the line
that introduces it to the end of the quotation, and carries its own date.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.documents.dates import find_date
from timeline.documents.grids import Cell, grid_blocks
from timeline.documents.periods import find_period
from timeline.model import Block

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
# A line that a block may begin with: by its first character.
_MARKED = re.compile(
    r"(?:^|(?<=[\r\u2028\u2029\x0b\x0c]))[ \t\u3000]*[-*+•·●◆■▪►✓#|(（【\[①-⑳\d第一二三四五六七八九十截FSTQHA][^\r\n\x0b\x0c\x85\u2028\u2029]*",
    re.M,
)
_MAIL = re.compile(
    r"(?:写道|寫道|编写|wrote|schrieb|a écrit|说|說)\s?[：:]\s*$|^[> \t*]*(?:From|发件人|寄件者|寄件人|發件人)\**\s?[：:]",
    re.M,
)
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+\S")
_CHAPTER = re.compile(
    r"[ \t\u3000]*第[一二三四五六七八九十百零〇\d]{1,5}([章节節编編篇部])(?:[\s：:、]\s*\S|$)"
)
_CHAPTER_LEVELS = {"编": 1, "編": 1, "篇": 1, "部": 1, "章": 1, "节": 2, "節": 2}
_YEAR_ALONE = re.compile(
    r"[ \t\u3000#*【\[（(]*((?:19|20)\d{2}|[一二][〇○零一二三四五六七八九]{3})[ \t]*年?度?[】\])）:：*]*[ \t]*$"
)
_LIST = re.compile(
    r"[ \t\u3000]*(?:[-*+][ \t]|[•·●◆■▪►✓]|\d{1,3}[.)、](?!\d)|[(（][一二三四五六七八九十\d]{1,3}[)）]|[①-⑳])[ \t]*\S"
)
_RULE = re.compile(r"[\s|:+-]+")
_LONG = 60  # characters; a longer line is no heading
# How mail programs introduce what they quote: the whole line, with a date in it.
_WROTE = re.compile(
    r"(?:[> \t]*)(?:On\b.{6,160}\bwrote|Am\b.{6,160}\bschrieb.{0,80}|Le\b.{6,160}\ba écrit|在?.{4,160}(?:写道|寫道|编写|說|说))\s?[：:]\s*$",
    re.I,
)
_SENDER = re.compile(r"[> \t*]*(?:From|发件人|寄件者|寄件人|發件人)\**\s?[：:]\**\s*\S", re.I)
_SENT = re.compile(
    r"[> \t*]*(?:Sent|Date|发送时间|發送時間|发送日期|傳送時間|日期|时间|時間|寄件日期)\**\s?[：:]\**\s*(\S.{3,80})",
    re.I,
)
_MARKS = re.compile(r"[ \t]*((?:>[ \t]?)+)")
_HEADER_LINES = 6


class _Line(NamedTuple):
    start: int
    end: int
    text: str


def find_blocks(text: str, start: int = 0) -> tuple[Block, ...]:
    """The blocks of `text` from `start` on, in order."""
    blocks: list[Block] = []
    table: list[_Line] = []
    for match in _MARKED.finditer(text, start):
        line = _Line(match.start(), match.end(), match[0])
        if "|" in line.text and line.text.lstrip().startswith("|"):
            if table and text[table[-1].end : line.start].strip("\r\n"):
                blocks += _table(table)
                table = []
            table.append(line)
        elif block := _block(line):
            blocks.append(block)
    blocks += _table(table)
    if _MAIL.search(text, start):
        lines = [_Line(*match.span(), match[0]) for match in _LINE.finditer(text, start)]
        blocks += _mails(lines, len(text))
    return tuple(sorted(blocks, key=lambda block: (block.start, -block.end)))


def _block(line: _Line) -> Block | None:
    short = line.text[: _LONG + 1]
    if heading := _HEADING.match(short):
        return Block(line.start, line.end, "heading", len(heading[1]))
    if len(short) <= _LONG:
        if chapter := _CHAPTER.match(short):
            return Block(line.start, line.end, "heading", _CHAPTER_LEVELS[chapter[1]])
        if year := _YEAR_ALONE.match(short):
            return Block(line.start, line.end, "heading", 3, find_date(year[1] + "年"))
        if period := find_period(short):
            return Block(line.start, line.end, "heading", 3, period)
    return Block(line.start, line.end, "list") if _LIST.match(short) else None


def _table(lines: list[_Line]) -> list[Block]:
    """A Markdown table; its rule line is no row."""
    grid = [list(_cells(line)) for line in lines if not _RULE.fullmatch(line.text)]
    grid = [row for row in grid if row]
    return list(grid_blocks(grid))


def _cells(line: _Line) -> Iterator[Cell]:
    for match in re.finditer(r"[^|]+", line.text):
        words = match[0].strip()
        if words:
            start = line.start + match.start() + len(match[0]) - len(match[0].lstrip())
            yield Cell(start, start + len(words), words)


def _mails(lines: list[_Line], end: int) -> list[Block]:
    """Quoted mails: those marked by > as far as their marks go, others up to the next one."""
    heads = list(_mail_heads(lines))
    blocks = []
    for number, (index, date, body) in enumerate(heads):
        depth = _depth(lines[body].text) if body < len(lines) else 0
        if depth:
            last = body
            while last + 1 < len(lines) and _depth(lines[last + 1].text) >= depth:
                last += 1
            stop = lines[last].end
        else:
            stop = lines[heads[number + 1][0]].start if number + 1 < len(heads) else end
        blocks.append(Block(lines[index].start, stop, "mail", depth or number + 1, date))
    return blocks


def _mail_heads(lines: list[_Line]) -> Iterator[tuple[int, str, int]]:
    """(line, date, first line of the body) of each introduction of a quoted mail."""
    index = 0
    while index < len(lines):
        text = lines[index].text[:240]
        if _WROTE.match(text) and (date := find_date(text)):
            yield index, date, index + 1
        elif _SENDER.match(text):
            for below in range(index + 1, min(index + _HEADER_LINES, len(lines))):
                if (sent := _SENT.match(lines[below].text[:240])) and (date := find_date(sent[1])):
                    yield index, date, below + 1
                    index = below
                    break
        index += 1


def _depth(text: str) -> int:
    match = _MARKS.match(text[:100])
    return match[1].count(">") if match else 0
