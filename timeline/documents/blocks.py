"""Blocks of plain text and Markdown: headings, list items, table rows, quoted mail."""

from __future__ import annotations

import re

from timeline.model import Block

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+\S")
_LIST = re.compile(r"[ \t]*(?:[-*+•·●◆■▪]|\d{1,3}[.)]|[(（]\d{1,2}[)）])[ \t]+\S")
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*")


def find_blocks(text: str, start: int = 0) -> tuple[Block, ...]:
    """The blocks of `text` from `start` on, in order."""
    blocks = []
    for match in _LINE.finditer(text, start):
        line = match[0]
        if not line.strip():
            continue
        if heading := _HEADING.match(line):
            blocks.append(Block(match.start(), match.end(), "heading", len(heading[1])))
        elif _LIST.match(line):
            blocks.append(Block(match.start(), match.end(), "list"))
        elif _ROW.match(line):
            blocks.append(Block(match.start(), match.end(), "row"))
    return tuple(blocks)
