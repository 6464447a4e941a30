"""The clean view of a damaged text, with a true way back to the stored characters.

Vocabulary: a *view* is what patterns are matched on. It is folded (same length: full width to
half width, Traditional to Simplified) and has pieces dropped (line breaks inside a sentence,
zero-width characters, pinyin glosses, spaces between Chinese characters and digits). Offsets
into a view are mapped to offsets into the stored text by `View.locate`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from timeline.model import Quote

CONTEXT = 32  # characters of a quote's prefix and suffix

# Full-width ASCII and the ideographic space. Chinese punctuation that has a meaning of its own
# (，。：；！？（）) stays as it is: sentence splitting reads it.
_HALF_WIDTH = {
    code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，：；！？（）．"
} | {0x3000: 0x20, 0x00A0: 0x20, 0xFF0E: 0x2E}

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇○"
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_PINYIN = "a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
# A gloss is one pinyin syllable in brackets after a Chinese character, and it carries a tone mark
# or sits inside a word; `通信(ICT)` and `特斯拉(Tesla)` are neither.
_GLOSS = rf"(?<=[{_HAN}])[(（](?=[^()（）]{{0,5}}[{_TONED}])[{_PINYIN}]{{1,6}}[)）]"
_BREAK = rf"(?<=[{_HAN}0-9A-Za-z，、（“‘—~～%/])[ \t]*\r?\n[ \t]*(?=[{_HAN}0-9A-Za-z，、。；：！？）”’%])"
_GAP = rf"(?<=[{_HAN}])[ \t]+(?=\d)|(?<=\d)[ \t]+(?=[{_HAN}%])"
_DROPPED = re.compile(rf"[{_INVISIBLE}]+|{_GLOSS}|{_BREAK}|{_GAP}")

_SENTENCE_END = re.compile(r"[。！？!?；;…]+[”’」』）)》\"]*|\n\s*\n|\n|(?<=[a-z\d)])\.(?=\s+[A-Z\"“])")
_CLAUSE_END = re.compile(r"[，,、：:]|——")


@lru_cache(maxsize=1)
def _converter():  # opencc objects cannot be pickled: one a process
    import opencc

    return opencc.OpenCC("t2s")


def to_simplified(text: str) -> str:
    """Simplified characters for Traditional ones, character by character (same length)."""
    try:
        folded = _converter().convert(text)
    except (UnicodeError, ValueError):  # lone surrogates
        return text
    return folded if len(folded) == len(text) else text


def fold(text: str) -> str:
    """Full width to half width and Traditional to Simplified; the length stays."""
    return to_simplified(text.translate(_HALF_WIDTH))


@dataclass(frozen=True, slots=True)
class View:
    """A clean `text` and the way back: `starts[i]` (in the view) is shifted by `shifts[i]`."""

    text: str
    source: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that view[start:end] was made from (dropped edges excluded)."""
        if end <= start:
            position = self._source(start)
            return position, position
        return self._source(start), self._source(end - 1) + 1

    def find(self, position: int) -> int:
        """The view offset of a source offset (of the next kept character, if it was dropped)."""
        sources = [start + shift for start, shift in zip(self.starts, self.shifts, strict=True)]
        index = max(bisect_right(sources, position) - 1, 0)
        view = position - self.shifts[index]
        following = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return min(view, following)

    def _source(self, position: int) -> int:
        return position + self.shifts[bisect_right(self.starts, position) - 1]


def view(text: str) -> View:
    """The clean view of `text`. Linear time."""
    folded = fold(text)
    pieces: list[str] = []
    starts, shifts = [0], [0]
    position = length = 0
    for match in _DROPPED.finditer(folded):
        kept = folded[position : match.start()]
        pieces.append(kept)
        length += len(kept)
        position = match.end()
        if starts[-1] == length:
            shifts[-1] = position - length
        else:
            starts.append(length)
            shifts.append(position - length)
    pieces.append(folded[position:])
    return View("".join(pieces), text, tuple(starts), tuple(shifts))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence of a (clean) text, end punctuation included, blanks stripped."""
    yield from _split(text, 0, len(text), _SENTENCE_END)


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(start, end) of the clauses between commas of text[start:end]."""
    yield from _split(text, start, end, _CLAUSE_END)


def _split(text: str, start: int, end: int, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    position = start
    for match in separator.finditer(text, start, end):
        yield from _stripped(text, position, match.end())
        position = match.end()
    yield from _stripped(text, position, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def quote(text: str, start: int, end: int) -> Quote:
    """The W3C TextQuoteSelector of text[start:end]."""
    return Quote(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def find_quote(text: str, wanted: Quote, near: int = 0) -> tuple[int, int] | None:
    """Where a quotation stands after the text around it moved: the place whose context fits best."""
    places: list[int] = []
    position = text.find(wanted.exact)
    while position >= 0 and len(places) < 1000:
        places.append(position)
        position = text.find(wanted.exact, position + 1)
    if not places or not wanted.exact:
        return None

    def fit(start: int) -> tuple[int, int]:
        end = start + len(wanted.exact)
        before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        same = _common(before[::-1], wanted.prefix[::-1]) + _common(after, wanted.suffix)
        return same, -abs(start - near)

    best = max(places, key=fit)
    return best, best + len(wanted.exact)


def _common(left: str, right: str) -> int:
    count = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        count += 1
    return count


def line_number(text: str, position: int) -> int:
    """1-based line of a character offset."""
    return text.count("\n", 0, position) + 1


def overlapping(starts: list[int], start: int, end: int) -> range:
    """Indices of sorted `starts` that fall in [start, end)."""
    return range(bisect_left(starts, start), bisect_left(starts, end))
