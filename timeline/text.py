"""The clean view of a damaged text, with a true way back to the stored characters.

Vocabulary: a *view* is what patterns are matched on. It is folded (one character for one), and
*edits* drop or shorten what stands in the way: line breaks inside a sentence, zero-width
characters, pinyin glosses, tags and entities, spaces between Chinese characters and digits. Line
breaks that mean something stay. Offsets into a view are mapped to the stored text by `locate`.
"""

from __future__ import annotations

import html
import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from timeline.folding import fold, to_simplified
from timeline.model import Quote
from timeline.wraps import find_wraps

__all__ = [
    "View", "clauses", "find_quote", "fold", "line_number", "overlapping", "quote", "sentences",
    "tidy", "to_simplified", "view",
]  # fmt: skip

CONTEXT = 32  # characters of a quote's prefix and suffix
Edit = tuple[int, int, str]  # start, end, and what stands there instead: "" or one character
_START = itemgetter(0, 1)

_HAN = "\u3400-\u4dbf\u4e00-\u9fff〇○"
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f\u00ad\u034f\u061c\u115f\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0100-\U000e01ef"
)

# ── noise: what no reader sees, and what markup leaves in the text ───────────────────────────────
_INLINE_TAG = (
    "a|abbr|b|big|cite|code|del|em|figcaption|font|i|img|ins|kbd|label|mark|s|small|span|strong|sub|sup|u"
)
_BLOCK_TAG = (
    "article|aside|blockquote|br|center|dd|div|dl|dt|figure|footer|h[1-6]|header|hr|iframe|li|ol|p|pre|script|section"
    "|style|table|tbody|td|tfoot|th|thead|tr|ul|video"
)
_TAG = rf"</?(?:(?P<block>{_BLOCK_TAG})|{_INLINE_TAG})(?:[\s/][^<>]{{0,3000}})?>|<!--[^<>]{{0,3000}}-->"
_URL = r"https?://[A-Za-z0-9._~:/?#@!$&*+=%;-]+"
_TARGET = r"\((?:https?:|/|#|\.|mailto:|data:)[^()\s]{0,3000}(?:\s\"[^\"\n]{0,300}\")?\)"
_NOISE = re.compile(
    rf"(?=[{_INVISIBLE}<&h!\[\]*#])(?:"
    rf"(?P<url>{_URL})"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    rf"|[{_INVISIBLE}]+"
    rf"|(?P<tag>{_TAG})"
    rf"|!\[[^\[\]]{{0,300}}\]\([^()\n]{{0,3000}}\)"  # a Markdown picture
    rf"|\[(?=[^\[\]]{{1,300}}\]{_TARGET})|\]{_TARGET}"  # a Markdown link around its words
    r"|(?<!\*)\*{2,3}(?!\*)|^\#{1,6}[ ]"  # Markdown emphasis and headings
    r"|\[\^?\d{1,3}\])",  # a note's mark
    re.M,
)

# ── glosses and gaps: looked for once lines are joined ───────────────────────────────────────────
_PINYIN = "a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ"
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
# A gloss is one pinyin syllable in brackets after a Chinese character: it carries a tone mark, or
# it is the toneless reading of that character. `通信(ICT)` and `某某(Moumou)` are neither.
_TONELESS = {
    "们": "men", "么": "me", "吗": "ma", "呢": "ne", "吧": "ba", "了": "le", "着": "zhe", "的": "de", "地": "de",
    "得": "de", "个": "ge", "里": "li", "头": "tou", "过": "guo", "来": "lai", "儿": "er", "啊": "a", "嘛": "ma",
}  # fmt: skip
_GLOSS = re.compile(
    "[(（](?:"
    + "|".join(
        [
            rf"(?<=[{_HAN}].)(?=[^()（）]{{0,5}}[{_TONED}])[{_PINYIN}]{{1,6}}",
            *(rf"(?<={han}.){pinyin}" for han, pinyin in _TONELESS.items()),
        ]
    )
    + ")[)）]"
)
_NUMERAL = "零〇一二两三四五六七八九十百千万亿兆壹贰叁肆伍陆柒捌玖拾佰仟几余多点分之又个成折负"  # 三 分 之 一, 二十 亿
# The blank comes first: a search for one character is fast. What stands before it is looked at after.
_GAP = re.compile(
    rf" (?:(?<=[{_HAN}] )(?=\d)|(?<=\d )(?=[{_HAN}%])|(?<=\d )[ ]{{1,3}}(?=[年月日个分])"
    rf"|(?<=[{_NUMERAL}] )[ ]{{0,3}}(?=[{_NUMERAL}])|(?<=[之又] )[ ]{{0,3}}(?=\d))"
)
_SPACED = re.compile(
    rf" (?<=[{_HAN}\d] )(?<!\w[{_HAN}\d] )[{_HAN}\d](?: [{_HAN}\d])+(?!\w)"
)  # 发 布 会, 2 0 1 2 年


@dataclass(frozen=True, slots=True)
class View:
    """A clean `text` and the way back: from `starts[i]` on, the source is `shifts[i]` further."""

    text: str
    source: str
    starts: Sequence[int]
    shifts: Sequence[int]

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that view[start:end] was made from (dropped edges excluded)."""
        if end <= start:
            position = self._source(start)
            return position, position
        return self._source(start), self._end(end - 1)

    def find(self, position: int) -> int:
        """The view offset of a source offset (of the next kept character, if it was dropped)."""
        starts, shifts = self.starts, self.shifts
        index = max(bisect_right(range(len(starts)), position, key=lambda i: starts[i] + shifts[i]) - 1, 0)
        following = starts[index + 1] if index + 1 < len(starts) else len(self.text)
        return min(max(position - shifts[index], starts[index]), following)

    def _source(self, position: int) -> int:
        return position + self.shifts[bisect_right(self.starts, position) - 1]

    def _end(self, last: int) -> int:
        """Where the character view[last] ends in the source; an entity is longer than one."""
        position = self._source(last)
        if self.source[position : position + 1] == "&" and self.text[last] != "&":
            return self.source.index(";", position) + 1
        return position + 1


def view(text: str) -> View:
    """The clean view of `text`. Linear time."""
    folded = fold(text)
    edits = _merged([*_noise(folded), *find_wraps(folded)])
    clean = _edited(folded, text, edits)
    if closing := _closing_up(clean.text):
        located = ((*clean.locate(start, end), instead) for start, end, instead in closing)
        clean = _edited(folded, text, _merged([*located, *edits]))
    return clean


def tidy(text: str) -> str:
    """A short text as its view shows it, but in its own characters: for titles and names."""
    folded, shown = fold(text), view(text)
    pieces: list[str] = []
    for start, end, shift in zip(
        shown.starts, [*shown.starts[1:], len(shown.text)], shown.shifts, strict=True
    ):
        kept, first = shown.text[start:end], start + shift
        if folded.startswith(kept, first):
            pieces.append(text[first : end + shift])
        else:
            last = first + len(kept)
            own = zip(kept, folded[first:last], text[first:last], strict=True)
            pieces += [its if char == plain else char for char, plain, its in own]
    return "".join(pieces)


def _noise(text: str) -> Iterator[Edit]:
    for match in _NOISE.finditer(text):
        start, end = match.span()
        if match["url"]:
            yield start, end, " "
        elif match["entity"]:
            char = fold(html.unescape(match["entity"]))
            if len(char) == 1:
                yield start, end, "" if re.match(f"[{_INVISIBLE}]", char) else char
        elif match["tag"]:
            yield start, end, "\n" if match["block"] else ""
        else:
            yield start, end, ""


def _closing_up(text: str) -> list[Edit]:
    """Glosses, and blanks that Chinese does not write."""
    edits: list[Edit] = [(*match.span(), "") for match in _GLOSS.finditer(text)]
    if " " in text:
        edits += [(*match.span(), "") for match in _GAP.finditer(text)]
        for match in _SPACED.finditer(text):
            start, end = match.start() - 1, match.end()
            if not text[start:end].replace(" ", "").isascii():
                edits += [(at, at + 1, "") for at in range(start + 1, end, 2)]
    return edits


def _merged(edits: list[Edit]) -> list[Edit]:
    """Sorted, and none inside another: the one that starts first wins, the longer one of two."""
    merged: list[Edit] = []
    add, done = merged.append, 0
    edits.sort(key=_START)
    for edit in edits:
        start, end, instead = edit
        if start >= done:
            add(edit)
            done = end
        elif end > done:
            first = merged[-1]
            # Of two that begin together the longer one counts alone.
            merged[-1] = edit if first[0] == start else (first[0], end, first[2] or instead)
            done = end
    return merged


def _edited(folded: str, source: str, edits: list[Edit]) -> View:
    pieces: list[str] = []
    starts, shifts = [0], [0]
    position = length = 0
    for start, end, instead in edits:
        if start > position:
            pieces.append(folded[position:start])
            length += start - position
        if instead:
            _turn(starts, shifts, length, start - length)
            pieces.append(instead)
            length += 1
        position = end
        if starts[-1] == length:
            shifts[-1] = end - length
        else:
            starts.append(length)
            shifts.append(end - length)
    pieces.append(folded[position:])
    return View("".join(pieces), source, array("q", starts), array("q", shifts))


def _turn(starts: list[int], shifts: list[int], at: int, shift: int) -> None:
    """From view[at] on, the source is `shift` further."""
    if starts[-1] == at:
        shifts[-1] = shift
    else:
        starts.append(at)
        shifts.append(shift)


# ── sentences and clauses ────────────────────────────────────────────────────────────────────────
_CLOSERS = r"[”’」』）)》】\"]"
# A quotation that the sentence goes on after (“……吗？”他问) does not end it.
_SPOKEN_ON = r"(?![，、,；]|的|[他她我们]{0,2}(?:说|问|道|答|称|喊|写))"
_SENTENCE_END = re.compile(
    rf"[。！？!?；;]+(?:{_CLOSERS}+{_SPOKEN_ON}|(?!{_CLOSERS}))"
    rf"|…+(?:{_CLOSERS}+{_SPOKEN_ON}|(?![，、,。！？；…]|{_CLOSERS}))"
    r"|\n+"
    r"|(?<=[a-z\d)%])\.(?=[ ]+[A-Z\"“])"
)
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Inc|Ltd|Co|Corp|No|vs|St|Jr|Sr|Fig|approx|est|ca)$")
_CLAUSE_END = re.compile(r"[，：]|(?<!\d)[,:]|[,:](?!\d)|——")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence of a (clean) text, end punctuation included, blanks stripped."""
    yield from _split(text, 0, len(text), _SENTENCE_END)


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(start, end) of the clauses of text[start:end]: between commas, colons and dashes.

    The comma of 1,999 and the colon of 12:30 part nothing; nor does 、, which lists words.
    """
    yield from _split(text, start, end, _CLAUSE_END)


def _split(text: str, start: int, end: int, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    position = start
    for match in separator.finditer(text, start, end):
        if match[0] == "." and _ABBREVIATION.search(text, max(start, match.start() - 8), match.start()):
            continue
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
