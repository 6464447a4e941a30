"""What stands beside the expressions of a text, seen for all of them at once.

Most dates stand alone: no word beside them compares, begins or founds anything, and no quotation
mark opens before them. Arrays say so of a whole text in a moment; the words are read only where
these flags are set. They may be set for nothing, but are never missing.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from timeline.characters import kinds, places_of, taken
from timeline.times.foundings import VERBS

Places = NDArray[np.int64]
# Flags: a word beside it that looks back or begins; a quotation mark that opens before it; a founding near it.
WORDS, QUOTED, FOUNDED = 1, 2, 4
ASK = WORDS | QUOTED | FOUNDED
COMPARED = ("较", "比", "相比", "对比", "高于", "低于", "好于", "优于", "相较于", "相较", "同比", "早在")
FROM = ("从", "自", "自从", "始于", "起于")
BEGAN = ("开始", "起", "以来", "启动")
_LOOKS_BACK = ("had ", "compared ", "versus ", " from ", "against ", "than ")
_BACK, _ON = 10, 24  # characters around a date in which a founding may be told
_INSIDE = 120  # characters: how far back a quotation may have begun
_LONG = [*COMPARED, *FROM]
_ALONE = {word for word in _LONG if len(word) == 1}
_KIND, _BIT = kinds(
    alone=_ALONE, last=(word[-1] for word in _LONG), last_second=(word[-2:-1] or word for word in _LONG), blank=" ",
    after=(word[0] for word in BEGAN), quote="“", verb=(word[0] for word in VERBS), verb_second=(word[1] for word in VERBS),
)  # fmt: skip


_KIND = _KIND.astype(np.uint8)


def look_beside(text: str, starts: Places, ends: Places) -> list[int]:
    """The flags of each expression of a clean text."""
    kind = taken(_KIND, text)
    # he had taken over in 2021: looked back at, after a blank
    alone = _BIT["alone"] | (_BIT["blank"] if any(word in text for word in _LOOKS_BACK) else 0)
    last, second = (kind.take(starts - back, mode="wrap") for back in (1, 2))
    pair = (last & _BIT["last"] > 0) & (second & _BIT["last_second"] > 0)
    asks = (last & alone) | (kind.take(ends, mode="clip") & _BIT["after"]) | pair
    verbs = places_of(kind & _BIT["verb"] > 0)
    verbs = verbs[kind.take(verbs + 1, mode="clip") & _BIT["verb_second"] > 0]
    founds = np.searchsorted(verbs, starts - _BACK) < np.searchsorted(verbs, ends + _ON)
    quotes = places_of(kind & _BIT["quote"] > 0)
    quoted = np.searchsorted(quotes, starts - _INSIDE) < np.searchsorted(quotes, starts)
    return (WORDS * (asks > 0) + QUOTED * quoted + FOUNDED * founds).tolist()
