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
# What may stand beside it: a word that looks back; one that begins; a quotation mark that opens before
# it; a founding; what says from when or until when a length of time goes.
LOOKS_BACK, BEGINS, QUOTED, FOUNDED, PLACES = 1, 2, 4, 8, 16
ASK = LOOKS_BACK | BEGINS | QUOTED | FOUNDED | PLACES
COMPARED = ("较", "比", "相比", "对比", "高于", "低于", "好于", "优于", "相较于", "相较", "同比", "早在")
FROM = ("从", "自", "自从", "始于", "起于")
BEGAN = ("开始", "起", "以来", "启动")
ENGLISH = ("had ", "compared ", "versus ", " from ", "against ", "than ")  # look back, before a preposition
PREPOSED = ("in ", "on ", "by ", "since ", "for ", "of ", "the ")
# The last characters of the words before a length that say from when or until when, and those after it.
TELLING = frozenset(
    "过时历了用续达经整费花连着接立办建生市业行布营出线厂校世产职来今在到天才仅已刚满只有也都还止剩余下国组近约拼斗荡耕守根职"
)
PASSED = ("过", "了")
_BACK, _ON = 10, 24  # characters around a date in which a founding may be told
_INSIDE = 120  # characters: how far back a quotation may have begun
FAR = 40  # characters: how far back 距离 may stand before a length


def _ends(words: tuple[str, ...]) -> tuple[set[str], set[str], set[str]]:
    """Words of one character; the last two characters of the others."""
    alone = {word for word in words if len(word) == 1}
    longer = [word for word in words if word[-1] not in alone]
    return alone, {word[-1] for word in longer}, {word[-2] for word in longer}


_COMPARED, _FROM = _ends(COMPARED), _ends(FROM)
_KIND, _BIT = kinds(
    compared=_COMPARED[0], compared_last=_COMPARED[1], compared_second=_COMPARED[2],
    begun=_FROM[0], begun_last=_FROM[1], begun_second=_FROM[2], after=(word[0] for word in BEGAN),
    blank=" ", preposed=(word[-2] for word in PREPOSED), quote="“",
    verb=(word[0] for word in VERBS), verb_second=(word[1] for word in VERBS),
    telling=TELLING, passed=PASSED, far="距离",
)  # fmt: skip


def look_beside(text: str, starts: Places, ends: Places) -> list[int]:
    """The flags of each expression of a clean text."""
    kind = taken(_KIND, text)
    (last, second), on = (
        (kind.take(starts - back, mode="wrap") for back in (1, 2)),
        kind.take(ends, mode="clip"),
    )

    def has(some: Places, *names: str) -> NDArray[np.bool_]:
        return some & sum(_BIT[name] for name in names) > 0

    looks_back = has(last, "compared") | (has(last, "compared_last") & has(second, "compared_second"))
    if any(word in text for word in ENGLISH):  # he had taken over in 2021
        looks_back |= has(last, "blank") & has(second, "preposed")
    begins = has(last, "begun") | (has(last, "begun_last") & has(second, "begun_second")) | has(on, "after")
    verbs = places_of(has(kind, "verb"))
    verbs = verbs[has(kind.take(verbs + 1, mode="clip"), "verb_second")]
    quotes, far = places_of(has(kind, "quote")), places_of(has(kind, "far"))
    founded = _between(verbs, starts - _BACK, ends + _ON)
    quoted = _between(quotes, starts - _INSIDE, starts)
    places = has(last, "telling") | has(on, "passed", "blank") | _between(far, starts - FAR, starts)
    flags = LOOKS_BACK * looks_back + BEGINS * begins + QUOTED * quoted + FOUNDED * founded + PLACES * places
    return flags.tolist()


def _between(places: Places, first: Places, last: Places) -> NDArray[np.bool_]:
    """Is one of the places between a first and a last?"""
    return np.searchsorted(places, first) < np.searchsorted(places, last)
