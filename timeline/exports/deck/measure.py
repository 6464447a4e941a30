"""How wide words are, and where they break: real font widths, phrases instead of characters.

Widths are those of Noto Sans CJK SC and Noto Serif CJK SC (lexicon/widths.csv, thousandths of an
em; whatever is not listed is a full em). Sizes and widths are in px of a 1280 px wide slide. A
line breaks between phrases, never inside a number and its unit, never before closing punctuation.
"""

import csv
import re
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

import budoux

from timeline import labels

SPARE = 1.02  # other fonts than the measured ones may be this much wider
AUTO_SPACE = 280  # thousandths of an em that LibreOffice adds between Chinese and Latin; PowerPoint none
_STYLES = {(False, False): 0, (False, True): 1, (True, False): 2, (True, True): 3}
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
# Glued together: numbers and Latin words whole, a number with its unit, 个月, our own frequent words.
_WHOLE = re.compile(
    r"[≈<>≥≤]?\s?[\d.,:/~%—–-]*\d[\d.,:/~%]*[\s\u00a0]?[十百千万亿]*(?:个月|个百分点|[\u4e00-\u9fff%])?"
    r"|[A-Za-z0-9À-ɏ'’.&/_-]+|里程碑|互相矛盾|时间线|[\u4e00-\u9fff]{1,2}年间"
)
_NOT_FIRST = set("，。、；：？！」』）】》”’…—·%‰℃,.;:?!)]}~～")
_NOT_LAST = set("「『（【《“‘([{")


class Words(NamedTuple):
    """How a run of text is set: size in px, bold, serif."""

    size: float
    bold: bool = False
    serif: bool = False


@lru_cache(maxsize=1)
def _widths() -> dict[str, tuple[int, ...]]:
    file = resources.files("timeline.lexicon").joinpath("widths.csv")
    with file.open(encoding="utf-8") as lines:
        rows = csv.reader(lines)
        next(rows)
        return {chr(int(code, 16)): tuple(map(int, rest)) for code, *rest in rows}


@lru_cache(maxsize=1)
def _parser():
    return budoux.load_default_simplified_chinese_parser()


def width(text: str, words: Words) -> float:
    """Width of one line, in px."""
    table, style = _widths(), _STYLES[words.serif, words.bold]
    ems = sum(table[c][style] if c in table else 1000 for c in text) + AUTO_SPACE * _seams(text)
    return ems * words.size / 1000 * SPARE


_SEAM = re.compile(r"(?<=[\u2e80-\uffef])(?=[ -~\u00a0-\u024f])|(?<=[ -~\u00a0-\u024f])(?=[\u2e80-\uffef])")
_GAP = re.compile(
    r"(?<=[\u2e80-\uffef])[ \u00a0](?=[0-9A-Za-z≈<>≥≤+−])|(?<=[0-9A-Za-z%+])[ \u00a0](?=[\u2e80-\uffef])"
)


def _seams(text: str) -> int:
    return 0 if text.isascii() else sum(1 for _ in _SEAM.finditer(text))


def tight(text: str) -> str:
    """Our own words without the gap between Chinese and Latin: office programs set one of their own."""
    return _GAP.sub("", text).replace("\u00a0", " ")


def measure(text: str, size: float, bold: bool = False) -> float:
    """The same for the sans, as the layout of the timeline asks for it."""
    return width(text, Words(size, bold))


def cut(text: str, room: float, words: Words) -> str:
    """The text, or as much of it as fits, ending in …."""
    if width(text, words) <= room:
        return text
    low, high = 0, min(len(text), int(room / words.size * 5) + 2)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].rstrip() + "…", words) <= room:
            low = middle
        else:
            high = middle - 1
    return labels.shortened(text, low) if low else ""


def breaks(text: str) -> list[int]:
    """Positions before which a line may break, in order; no phrase, number or Latin word is torn."""
    allowed: list[int] = []
    if _WIDE.search(text):
        position = 0
        for phrase in _parser().parse(text[:4000]):
            position += len(phrase)
            allowed.append(position)
    spaces = {match.end() for match in re.finditer(r" +", text)}
    torn = {i for match in _WHOLE.finditer(text) for i in range(match.start() + 1, match.end())}
    return sorted(
        i
        for i in {*allowed, *spaces}
        if 0 < i < len(text)
        and (i in spaces or i not in torn)
        and text[i] not in _NOT_FIRST
        and text[i] != " "
        and text[i - 1] not in _NOT_LAST
    )


def wrap(text: str, room: float, words: Words) -> list[tuple[int, int]]:
    """Lines as (start, end) in `text`, each at most `room` wide. A phrase wider than a line is torn."""
    lines: list[tuple[int, int]] = []
    start, end = 0, 0
    for stop in [*breaks(text), len(text)]:
        if end > start and width(text[start:stop].rstrip(), words) > room:
            lines.append((start, end))
            start = end
        while width(text[start:stop].rstrip(), words) > room and stop - start > 1:
            torn = _tear(text, start, stop, room, words)
            lines.append((start, torn))
            start = torn
        end = stop
    if end > start or not lines:
        lines.append((start, end))
    return [(a, a + len(text[a:b].rstrip())) for a, b in lines]


def _tear(text: str, start: int, stop: int, room: float, words: Words) -> int:
    """Where to break a phrase that is wider than a line."""
    position = start + 1
    while position < stop and width(text[start : position + 1], words) <= room:
        position += 1
    best = max(position, start + 1)
    while best > start + 1 and (text[best : best + 1] in _NOT_FIRST or text[best - 1] in _NOT_LAST):
        best -= 1
    return best if best > start + 1 else max(position, start + 1)


def fit(
    text: str, room: float, sizes: Sequence[float], bold: bool = False, serif: bool = False
) -> tuple[str, float]:
    """The text in the largest size at which it is one line; cut with … at the smallest."""
    for size in sizes:
        if width(text, Words(size, bold, serif)) <= room:
            return text, size
    return cut(text, room, Words(sizes[-1], bold, serif)), sizes[-1]
