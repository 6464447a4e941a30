"""Where a document's sentences begin and end: headings, fields, cells and list items stand alone.

A view joins lines that were broken inside a sentence. What the lines still tell is where a heading
stands: a short line that ends no sentence, after one that did.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.extract.events.anchors import can_date
from timeline.extract.language.clauses import Placed, within
from timeline.model import Document
from timeline.text import View, sentences

_LINE = re.compile(r"[^\r\n]+")
_ENDED = ("。", "！", "？", "!", "?", "；", ";", "…", "：", ":", "”", "」", "）", ")", ".", "》", ">", "|")
_FIELD = re.compile(r"\s*[A-Za-z_][\w-]{0,40}:\s*|\s*[-*]\s+")
_NUMBERED = re.compile(
    r"\s*(?:\d{1,2}[.、]|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）]|第[一二三四五六七八九十\d]+[章节部分篇])"
)
# A line of a chronicle or of a profile: 2004年 上市, Mar 2004: listed, Founded: 1999.
_DATED = re.compile(
    r"\d{4}\s*[年./:：–—-]|\d{1,2}月|[一二三四五六七八九十]+月|(?:[-*•]\s*)?(?:[A-Z][a-z]{2,8}\.?\s(?:\d{1,2},?\s)?)?(?:19|20)\d\d\s"
    r"|[^:：|]{2,20}[:：|]\s*[^:：|]{0,12}(?:19|20)\d\d.{0,8}$"
)
# 一、起步：从作坊到工厂（1995–2002）: a heading that names its years.
_ERA = re.compile(
    r"[^。；，,！？]{2,30}[（(]\s*\d{4}\s*年?\s*(?:[–—~～-]+|至|到)\s*(?:\d{4}\s*年?|至?今|现在|present)\s*[)）]",
    re.I,
)
LONGEST = 1000  # characters of a sentence
_WIDEST = 40  # characters: a longer line is no heading, however wide the others are


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the view; `kind` is that of the block it stands in ("" for running text)."""

    start: int
    end: int
    kind: str = ""


def find_sentences(document: Document, view: View) -> Iterator[Sentence]:
    """The sentences of a document, in order. Linear time."""
    position = 0
    for start, end, kind in _pieces(document, view):
        if start > position:
            yield from (Sentence(a, b) for a, b in _inside(view.text, position, start))
        yield from (Sentence(a, b, kind) for a, b in _inside(view.text, start, end))
        position = max(position, end)
    yield from (Sentence(a, b) for a, b in _inside(view.text, position, len(view.text)))


def _inside(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if start < end:
        for a, b in sentences(text[start:end]):
            yield from _cut(text, a + start, b + start)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence in stretches of LONGEST characters at most: what is longer is no prose."""
    while end - start > LONGEST:
        comma = max(text.rfind(mark, start, start + LONGEST) for mark in "，,、；")
        stop = comma + 1 if comma > start else start + LONGEST
        yield start, stop
        start = stop
    yield start, end


def _pieces(document: Document, view: View) -> list[tuple[int, int, str]]:
    """Stretches of the view that stand alone, sorted and apart."""
    found: list[tuple[int, int, str]] = []
    for block in document.blocks:
        if block.kind == "front matter":
            for line in _LINE.finditer(document.text, block.start, block.end):
                field = _FIELD.match(line[0])
                found.append((line.start() + (field.end() if field else 0), line.end(), "field"))
        elif block.kind in ("heading", "list", "row"):
            found.append((block.start, block.end, block.kind))
    found += [(start, end, "heading") for start, end in headings(document.text)]
    sources = ViewFinder(view)
    result: list[tuple[int, int, str]] = []
    for start, end, kind in sorted(found):
        if start < end:
            a, b = sources.find(start), sources.find(end)
            if a < b and (not result or a >= result[-1][1]):
                result.append((a, b, kind))
    return result


def headings(text: str) -> list[tuple[int, int]]:
    """Lines of plain text that are headings: short, unended, after a line that ended."""
    lines = [(line.start(), line.end(), line[0].strip()) for line in _LINE.finditer(text) if line[0].strip()]
    if len(lines) < 3:
        return []
    lengths = sorted(len(line) for _, _, line in lines)
    width = min(lengths[len(lengths) * 9 // 10], _WIDEST)
    found: list[tuple[int, int]] = []
    ended = True
    for (start, end, line), (_, _, following) in zip(lines, [*lines[1:], (0, 0, "")], strict=True):
        closed = line.endswith(_ENDED) or line.endswith(("，", ",", "、"))
        quoted = line.endswith("”") and line.count("“") == line.count("”") and line[0] not in "“，。"
        short = len(line) < 0.75 * width and following
        whole = (
            line[0] not in "，。、；：）”“一"
            and following[:1] not in "，。、；：）”"
            and line.count("“") == line.count("”")
        )
        heading = ended and short and whole and (not closed or quoted) and not line.endswith("——")
        heading = heading and _DATED.match(line) is None
        era = _NUMBERED.match(line) and _ERA.fullmatch(line)
        if heading or era or (short and _NUMBERED.fullmatch(line)):
            found.append((start, end))
        ended = heading or line.endswith(_ENDED)
    return found


def find_leading(
    text: str, sentences: Sequence[Sentence], placed: Sequence[Placed], starts: Sequence[int]
) -> dict[int, Placed]:
    """The dates that stand alone in a line or a heading, by where it begins; none if there is but one.

    2004年 above 云帆在香港上市。 dates it, as chronicles do; a single one is the day of publication.
    """
    found = {}
    for sentence in sentences:
        inside = (
            within(placed, sentence.start, sentence.end, starts) if sentence.end - sentence.start < 30 else ()
        )
        if len(inside) == 1 and can_date(inside[0]):
            rest = text[sentence.start : inside[0].start] + text[inside[0].end : sentence.end]
            if not re.search(r"\w|[。！？]", rest.replace("年", "")):
                found[sentence.start] = inside[0]
    return found if len({time.timex.value for time in found.values()}) > 1 else {}


class ViewFinder:
    """View offsets of source offsets, by bisection."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._sources = [start + shift for start, shift in zip(view.starts, view.shifts, strict=True)]

    def find(self, position: int) -> int:
        from bisect import bisect_right

        view = self._view
        index = max(bisect_right(self._sources, position) - 1, 0)
        following = view.starts[index + 1] if index + 1 < len(view.starts) else len(view.text)
        return max(0, min(position - view.shifts[index], following))
