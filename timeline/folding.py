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
_WIDE_STOP = re.compile(r"．")
# What is looked for first: a search through one set of characters is ten times as fast as a
# translation of all of them, and most texts hold two or three odd characters, often.
_ODD = re.compile("[" + "".join(re.escape(chr(code)) for code in _TABLE if code < 0x10000) + "]")
_RARE = re.compile("[\U00010000-\U0010ffff]")
_MAX_REPLACED = 24


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
    """The folded text; its length is that of `text`."""
    if text.isascii() and "\r" not in text and "\x0b" not in text:
        return text
    if "\r\n" in text:
        text = text.replace("\r\n", " \n")
    text = _usual(text)
    if "．" in text:
        text = _WIDE_STOP.sub(_stop, text)
    return to_simplified(text)


def _usual(text: str) -> str:
    """`text.translate(_TABLE)`, one odd character after the other."""
    if _RARE.search(text):
        return text.translate(_TABLE)
    position = 0
    for _ in range(_MAX_REPLACED):
        match = _ODD.search(text, position)
        if match is None:
            return text
        text, position = text.replace(match[0], _TABLE[ord(match[0])]), match.start()
    return text.translate(_TABLE)


def _stop(match: re.Match[str]) -> str:
    """A full-width full stop: a decimal point between digits, else the end of a sentence."""
    text, at = match.string, match.start()
    between = text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
    return "." if between else "。"
