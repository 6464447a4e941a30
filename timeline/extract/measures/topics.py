"""What an item of a list is about: the label before its colon, and the paragraph that introduces the list.

(三)海外业务：收入5亿元 tells of 海外业务 to the line's end; items under 2023年业绩如下： hold in 2023.
"""

import re
from bisect import bisect_right

from timeline.extract.measures.changes import Span

_MARK = re.compile(
    r"[ \t　]*(?:[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．](?!\d)|[①-⑳]|[-•·●▪◆■*](?=\s))"
)
_LABEL = re.compile(r"[\s　【“「]*(?P<name>[^，,。；;：:！？!?\n\d【】“”「」]{2,14}?)[\s】”」]*[：:]")
_INTRODUCES = re.compile(r"[：:]\s*$")
_TOLD = re.compile(r"[，。；：！？,;:!?\d|]|\.\s*$")
LONGEST_HEADING = 40  # characters
LONGEST_INTRODUCTION = 400  # characters before the colon that are looked at


class Topics:
    """The lines of a text, with what introduces and labels them. Linear in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self.introductions: dict[int, Span] = {}  # start of an item's line → the paragraph that introduces it
        self.headings: list[tuple[int, str]] = [(0, "")]  # lines that tell nothing, and their words
        introduction: Span | None = None
        for start, end in zip(self.lines, [*self.lines[1:], len(text)], strict=True):
            if not text[start:end].strip():
                continue
            mark = _MARK.match(text, start, end)
            opens = mark.end() if mark else start
            if end - start <= LONGEST_HEADING and not _TOLD.search(text, opens, end):
                self.headings.append((start, text[opens:end].strip(" \t\n#*")))
            if mark:
                if introduction:
                    self.introductions[start] = introduction
            else:
                opens = _INTRODUCES.search(text, max(start, end - 8), end)
                introduction = (max(start, end - LONGEST_INTRODUCTION), end) if opens else None

    def line(self, position: int) -> int:
        """Where the line of `position` begins."""
        return self.lines[bisect_right(self.lines, position) - 1]

    def heading(self, position: int) -> tuple[str, int]:
        """The last line before `position` that is no sentence, and where it begins."""
        start, line = self.headings[bisect_right(self.headings, position, key=lambda one: one[0]) - 1]
        return line, start

    def introduction(self, position: int) -> Span | None:
        """The paragraph that introduces the list in which `position` stands; None outside of lists."""
        return self.introductions.get(self.line(position))

    def label(self, position: int) -> Span | None:
        """Where the label before the colon stands that opens the line of `position`; None for none."""
        start = self.line(position)
        mark = _MARK.match(self.text, start, position)
        label = _LABEL.match(self.text, mark.end() if mark else start, position)
        return label.span("name") if label else None
