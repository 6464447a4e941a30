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

from timeline.characters import ALL, PIECE, codes_of, kinds, pieces, places_of, text_of

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
_ODD = re.compile(
    f"[{''.join(re.escape(chr(code)) for code in _TABLE if code < 0x10000)}\U00010000-\U0010ffff]"
)
# Characters that become something else within words than alone (乾隆, 不瞭解, 沈默), or that such words
# cannot do without; and common ones, which do so before certain others only (於潛, 么麼).
_BY_WORD = "哩坏沈甦瞭藉衹覆乾剋劄吒噁彷徵扞昇氾濛畫祕脩蒐薹袷谿逕釐鉅鍊鍾陞麽篤幺傢貲樊"
_BY_NEXT, _NEXT = "於麼么", "麼期菟倫其則勇呼單坦崇忠惟戲敖梨清潛世成乎仲琳穆竹邑陵些"
_DECIDED = re.compile(f"[{_BY_WORD}\uf900-\ufaff\U00010000-\U0010ffff]|[{_BY_NEXT}][{_NEXT}]")
_ABOVE, _CODE = 24, np.uint32(0x1FFFFF)
_KIND, _BIT = kinds(
    next=_NEXT, by_next=_BY_NEXT, word=_BY_WORD
)  # what is seldom asked about has the higher bits
_KIND[0x10000:] = _KIND[0xF900:0xFB00] = _BIT["word"]  # rare ones are not asked about


@lru_cache(maxsize=1)
def _converter():  # opencc objects cannot be pickled: one a process
    import opencc

    return opencc.OpenCC("t2s")


@lru_cache(maxsize=1)
def _simple() -> dict[int, str]:
    """The characters that OpenCC changes, and what each becomes alone."""
    asked = [chr(code) for code in (*range(0x2E80, 0xA000), *range(0xF900, 0xFB00))]
    converted = _converter().convert("\n".join(asked)).split("\n")
    pairs = zip(asked, converted, strict=True)
    return {ord(before): after for before, after in pairs if before != after and len(after) == 1}


@lru_cache(maxsize=1)
def _changing() -> re.Pattern[str]:
    """What a text has a character of that OpenCC may change."""
    return re.compile(f"[{''.join(map(chr, _simple()))}{_BY_WORD}\U00010000-\U0010ffff]")


@lru_cache(maxsize=1)
def _foldable() -> re.Pattern[str]:
    """What a text has a character of that folding may change: one search for both of its steps."""
    return re.compile(f"{_ODD.pattern}|{_changing().pattern}".replace("]|[", ""))


@lru_cache(maxsize=2)
def _table(folding: bool) -> NDArray[np.uint32]:
    """What each character becomes, and above that its kind: one look-up tells both."""
    table = np.arange(ALL, dtype=np.uint32)
    simple = {before: ord(after) for before, after in _simple().items()}
    table[list(simple)] = list(simple.values())
    table |= _KIND.astype(np.uint32) << _ABOVE
    if folding:
        table[list(_TABLE)] = table[[ord(char) for char in _TABLE.values()]]
    return table


def fold(text: str) -> str:
    """The folded text; its length is that of `text`."""
    if text.isascii() and "\r" not in text and "\x0b" not in text:
        return text
    if "\r" in text:
        text = text.replace("\r\n", " \n")
    if "．" in text:
        text = _with_stops(text)
    if len(text) > 2 * PIECE:
        return "".join([_by_table(text[start:end], True) for start, end in pieces(text)])
    if len(text) > _SHORT:
        return _by_table(text, True)
    return to_simplified(_without_odd(text)) if _foldable().search(text) else text


def _without_odd(text: str) -> str:
    """Folded, but in its own script."""
    return _ODD.sub(lambda match: match[0].translate(_TABLE), text)


def _with_stops(text: str) -> str:
    """A full-width full stop is a decimal point between digits, else the end of a sentence."""
    parts = text.split("．")
    for index, (before, after) in enumerate(pairwise(parts)):
        between = before[-1:].isdigit() and after[:1].isdigit()
        parts[index] += "." if between else "。"
    return "".join(parts)


def to_simplified(text: str) -> str:
    """Simplified characters for Traditional ones, character by character (same length)."""
    if len(text) > _SHORT:
        return _by_table(text, False)
    if not _changing().search(text):
        return text
    return _converted(text) if _DECIDED.search(text) else text.translate(_simple())


def _by_table(text: str, folding: bool) -> str:
    codes = _table(folding).take(codes_of(text))
    places = places_of(codes >= _BIT["by_next"] << _ABOVE)
    following = codes.take(places + 1, mode="clip") >> _ABOVE
    kind = codes[places] >> _ABOVE
    places = places[(kind & _BIT["word"] | following & _BIT["next"]) > 0].tolist()
    codes &= _CODE
    simple = text_of(codes)
    return _with_words_converted(text, simple, places, folding) if places else simple


def _converted(text: str) -> str:
    try:
        converted = _converter().convert(text)
    except (UnicodeError, ValueError):  # lone surrogates
        return text
    return converted if len(converted) == len(text) else text


def _with_words_converted(text: str, simple: str, places: list[int], folding: bool) -> str:
    """`simple`, but with the lines in which the places lie as OpenCC has them: no word goes over a line."""
    spans: list[tuple[int, int]] = []
    end = -1
    for place in places:
        if place > end:
            end = simple.find("\n", place)
            end = len(simple) if end < 0 else end
            spans.append((simple.rfind("\n", 0, place) + 1, end))
    asked = "\n".join([text[start:end] for start, end in spans])
    lines = _converted(_without_odd(asked) if folding else asked).split("\n")
    pieces, position = [], 0
    for (start, end), line in zip(spans, lines, strict=True):
        pieces += [simple[position:start], line]
        position = end
    return "".join([*pieces, simple[position:]])
