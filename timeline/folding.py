"""Folding: one character for one character, so that offsets stay as they are.

Full width becomes half width, Traditional becomes Simplified, look-alikes that text extraction
leaves behind (Kangxi radicals, compatibility ideographs, odd dashes and spaces) become the usual
character, every kind of line end becomes "\\n". NFKC would change the length, so it is never used
on a whole text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from timeline.characters import ALL, codes_of, places_of, text_of

# Chinese punctuation that has a meaning of its own stays full width: sentence splitting reads it.
_KEPT_WIDE = "，：；！？（）．"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_ONE_FOR_ONE = {
    "﹐": "，", "﹑": "、", "﹒": ".", "﹔": "；", "﹕": "：", "﹖": "？", "﹗": "！", "﹙": "（", "﹚": "）",
    "﹣": "-", "‐": "-", "‑": "-", "−": "-", "﹪": "%", "﹩": "$", "￥": "¥", "￡": "£", "￠": "¢",
    "｡": "。", "､": "、", "｢": "「", "｣": "」", "〜": "~", "∼": "~", "⁓": "~", "⾔": "言",
    "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\r": "\n",
    # Radicals that PDF fonts map common characters to, and that Unicode does not decompose.
    "⺠": "民", "⻄": "西", "⻅": "见", "⻆": "角", "⻉": "贝", "⻋": "车", "⻓": "长", "⻔": "门", "⻘": "青",
    "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食", "⻢": "马", "⻣": "骨", "⻤": "鬼", "⻥": "鱼", "⻦": "鸟",
    "⻨": "麦", "⻩": "黄", "⻬": "齐", "⻮": "齿", "⻰": "龙", "⻳": "龟", "⺟": "母", "⻁": "虎",
}  # fmt: skip


def _look_alikes() -> dict[int, str]:
    """Kangxi radicals and compatibility ideographs, each for the one character it stands for."""
    codes = [*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAFF), *range(0x2F800, 0x2FA1E)]
    pairs = ((code, unicodedata.normalize("NFKC", chr(code))) for code in codes)
    return {code: char for code, char in pairs if len(char) == 1 and ord(char) != code}


_TABLE: dict[int, str] = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _KEPT_WIDE},
    **{ord(space): " " for space in _SPACES},
    **_look_alikes(),
    **{ord(odd): usual for odd, usual in _ONE_FOR_ONE.items()},
}
_SHORT = 200  # characters: below, a dictionary is as fast as an array
_FOLDED = np.arange(ALL, dtype=np.uint32)
_FOLDED[list(_TABLE)] = [ord(char) for char in _TABLE.values()]

_ODD = re.compile(
    f"[{''.join(re.escape(chr(code)) for code in _TABLE if code < 0x10000)}\U00010000-\U0010ffff]"
)
_WITHIN_WORDS = "哩坏沈甦瞭藉衹覆"  # changed only within words: 不瞭解, 沈默


@lru_cache(maxsize=1)
def _converter():  # opencc objects cannot be pickled: one a process
    import opencc

    return opencc.OpenCC("t2s")


@lru_cache(maxsize=1)
def _changing() -> tuple[NDArray[np.bool_], re.Pattern[str]]:
    """Which characters OpenCC may change: a text without any of them, or a line, needs no OpenCC."""
    asked = [chr(code) for code in (*range(0x2E80, 0xA000), *range(0xF900, 0xFB00))]
    converted = _converter().convert("\n".join(asked)).split("\n")
    changed = [before for before, after in zip(asked, converted, strict=True) if before != after]
    table = np.zeros(ALL, bool)
    table[[ord(char) for char in (*changed, *_WITHIN_WORDS)]] = True
    table[0x10000:] = True  # rare ones are not asked about
    return table, re.compile(f"[{''.join(changed)}{_WITHIN_WORDS}\U00010000-\U0010ffff]")


def fold(text: str) -> str:
    """The folded text; its length is that of `text`."""
    if text.isascii() and "\r" not in text and "\x0b" not in text:
        return text
    if "\r\n" in text:
        text = text.replace("\r\n", " \n")
    if len(text) > _SHORT:
        text = text_of(_FOLDED.take(codes_of(text)))
    elif _ODD.search(text):
        text = text.translate(_TABLE)
    return to_simplified(_with_stops(text) if "．" in text else text)


def _with_stops(text: str) -> str:
    """A full-width full stop is a decimal point between digits, else the end of a sentence."""
    parts = text.split("．")
    for index, (before, after) in enumerate(pairwise(parts)):
        between = before[-1:].isdigit() and after[:1].isdigit()
        parts[index] += "." if between else "。"
    return "".join(parts)


def to_simplified(text: str) -> str:
    """Simplified characters for Traditional ones, character by character (same length)."""
    table, pattern = _changing()
    if len(text) <= _SHORT:
        return _converted(text) if pattern.search(text) else text
    places = places_of(table.take(codes_of(text)))
    return _with_lines_converted(text, places.tolist()) if len(places) else text


def _converted(text: str) -> str:
    try:
        converted = _converter().convert(text)
    except (UnicodeError, ValueError):  # lone surrogates
        return text
    return converted if len(converted) == len(text) else text


def _with_lines_converted(text: str, places: list[int]) -> str:
    """The text with the lines converted in which one of the places lies: no word goes over a line."""
    spans: list[tuple[int, int]] = []
    end = -1
    for place in places:
        if place > end:
            end = text.find("\n", place)
            end = len(text) if end < 0 else end
            spans.append((text.rfind("\n", 0, place) + 1, end))
    lines = _converted("\n".join([text[start:end] for start, end in spans])).split("\n")
    pieces, position = [], 0
    for (start, end), line in zip(spans, lines, strict=True):
        pieces += [text[position:start], line]
        position = end
    return "".join([*pieces, text[position:]])
