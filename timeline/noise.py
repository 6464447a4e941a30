"""What no reader sees, and what markup and typesetting leave in a text: patterns, each with its edits."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import chain

import numpy as np

from timeline.characters import ALL, DIGITS, PIECE, Codes, codes_of, kinds, pieces, places_of
from timeline.editing import Edit, Positions
from timeline.folding import fold

_HAN = "\u3400-\u4dbf\u4e00-\u9fff〇○"
_RANGES = (  # of characters that nobody sees
    (0x00, 0x08), (0x0E, 0x1F), (0x7F, 0x7F), (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x115F), (0x180B, 0x180E),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xE0100, 0xE01EF),
)  # fmt: skip
_INVISIBLE = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in _RANGES)

# ── noise: looked for first ──────────────────────────────────────────────────────────────────────
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
    rf"(?P<url>{_URL})"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    rf"|[{_INVISIBLE}]+"
    rf"|(?P<tag>{_TAG})"
    rf"|!\[[^\[\]]{{0,300}}\]\([^()\n]{{0,3000}}\)"  # a Markdown picture
    rf"|\[(?=[^\[\]]{{1,300}}\]{_TARGET})|\]{_TARGET}"  # a Markdown link around its words
    r"|(?<!\*)\*{2,3}(?!\*)|^\#{1,6}[ ]"  # Markdown emphasis and headings
    r"|\[\^?\d{1,3}\]",  # a note's mark
    re.M,
)
# Characters that a match begins with, but for the h of https.
NOISE_BEGINS = "<&!*#[]" + "".join(chr(code) for first, last in _RANGES for code in range(first, last + 1))
_BEGINS_NOISE = np.zeros(ALL, bool)
_BEGINS_NOISE[[ord(char) for char in NOISE_BEGINS]] = True
_IS_INVISIBLE = re.compile(f"[{_INVISIBLE}]")
_NOISY = re.compile(rf"[{_INVISIBLE}<&!*#\[\]]|http")
_SHORT = 200  # characters: below, one search is faster than an array

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
# What stands beside them: most brackets and blanks are passed over by that alone.
_BESIDE, _BIT = kinds(
    han=f"{''.join(map(chr, (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))))}〇○", digit=DIGITS, after=" %",
    pinyin=f"abcdefghijklmnopqrstuvwxyz{_TONED}",
)  # fmt: skip
_SPACED = re.compile(
    rf" (?<=[{_HAN}\d] )(?<!\w[{_HAN}\d] )[{_HAN}\d](?: [{_HAN}\d])+(?!\w)"
)  # 发 布 会, 2 0 1 2 年


def find_noise(text: str, begins: list[int] | None = None) -> Iterator[Edit]:
    """Edits of a folded text, in order, none inside another. `begins`: where `NOISE_BEGINS` stand, if that is known."""
    if len(text) < _SHORT and not _NOISY.search(text):
        return
    begins = _places(text, _BEGINS_NOISE) if begins is None else begins
    for match in _matches(_NOISE, text, [*begins, *_links(text)]):
        start, end = match.span()
        if match["url"]:
            yield start, end, " "
        elif match["entity"]:
            char = fold(html.unescape(match["entity"]))
            if len(char) == 1:
                yield start, end, "" if _IS_INVISIBLE.match(char) else char
        elif match["tag"]:
            yield start, end, "\n" if match["block"] else ""
        else:
            yield start, end, ""


def find_gaps(text: str) -> list[tuple[int, int]]:
    """Glosses, and blanks that Chinese does not write: stretches to drop."""
    if " " not in text and "(" not in text and "（" not in text:
        return []
    if len(text) < _SHORT:
        glosses, blanks, spaced = (pattern.finditer(text) for pattern in (_GLOSS, _GAP, _SPACED))
    else:
        brackets, between = _places_between(text)
        glosses = _matches(_GLOSS, text, brackets)
        blanks, spaced = (_matches(pattern, text, between) for pattern in (_GAP, _SPACED))
    gaps = [match.span() for match in chain(glosses, blanks)]
    for match in spaced:
        start, end = match.start() - 1, match.end()
        if not text[start:end].replace(" ", "").isascii():
            gaps += [(at, at + 1) for at in range(start + 1, end, 2)]
    return gaps


def _places_between(text: str) -> tuple[list[int], list[int]]:
    """Brackets and blanks that a gloss or a gap can begin with, by the characters beside them."""
    codes = codes_of(text)
    blanks, brackets = places_of(codes == ord(" ")), places_of((codes == ord("(")) | (codes == ord("（")))
    return (
        _between(codes, brackets, "han", "pinyin").tolist(),
        _between(codes, blanks, "han digit", "han digit after").tolist(),
    )


def _between(codes: Codes, places: Positions, before: str, after: str) -> Positions:
    """Which of the places stand between characters of these kinds."""
    for step, names in ((-1, before), (1, after)):
        kinds_there = _BESIDE.take(codes.take(places + step, mode="clip"))
        places = places[kinds_there & sum(_BIT[name] for name in names.split()) > 0]
    return places


def _places(text: str, begins: np.ndarray) -> list[int]:
    """Where characters stand that a match begins with."""
    if len(text) <= PIECE:
        return places_of(begins.take(codes_of(text))).tolist()
    flags = ((begin, begins.take(codes_of(text[begin:end]))) for begin, end in pieces(text))
    return [place for begin, some in flags for place in (places_of(some) + begin).tolist()]


def _links(text: str) -> Iterator[int]:
    at = text.find("http")
    while at >= 0:
        yield at
        at = text.find("http", at + 4)


def _matches(pattern: re.Pattern[str], text: str, places: list[int]) -> Iterator[re.Match[str]]:
    """What `finditer` finds, for a pattern that can match at these places alone."""
    done = 0
    for place in sorted(places):
        if place >= done and (match := pattern.match(text, place)):
            yield match
            done = match.end()
