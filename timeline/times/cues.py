"""Where words stand that few texts hold and few expressions ask for: seen once for a whole text.

To look for each such word takes longer than to look at every character once: its kind says where
one of the words may begin. Most expressions stand alone: no word beside them compares, begins or
founds anything, and no quotation opens before them. Flags say so of all of them in a moment; the
words are read only where these are set. A place or a flag may be there for nothing, but none is missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from timeline.characters import kinds, places_of, taken

if TYPE_CHECKING:
    from timeline.times.finding import Found

Places = NDArray[np.int64]
Flags = NDArray[np.bool_]
# What may stand beside an expression: a word that looks back; one that begins; a quotation that it is in;
# a founding; what says from when or until when a length of time goes; how far it is from something;
# what closes a signature; what makes it the date of a line of its own.
LOOKS_BACK, BEGINS, QUOTED, FOUNDED, PLACES, AWAY, CLOSES, OWN_LINE = (1 << bit for bit in range(8))
ASK = LOOKS_BACK | BEGINS | QUOTED | FOUNDED | PLACES | AWAY | CLOSES | OWN_LINE
COMPARED = ("较", "比", "相比", "对比", "高于", "低于", "好于", "优于", "相较于", "相较", "同比", "早在")
FROM = ("从", "自", "自从", "始于", "起于")
BEGAN = ("开始", "起", "以来", "启动")
# These look back, before a preposition.
ENGLISH = ("had ", "compared ", "versus ", "vs", " from ", "against ", "than ", "what ")
PREPOSED = ("in ", "on ", "by ", "since ", "for ", "of ", "the ")
# What a founding is told with, beside its date.
VERBS = (
    "诞生", "成立", "创立", "创办", "创建", "始建", "组建", "创业", "注册", "起步", "founded", "established",
)  # fmt: skip
# The last characters of the words before a length that say from when or until when, and those after it.
TELLING = frozenset(
    "过时历了用续达经整费花连着接立办建生市业行布营出线厂校世产职来今在到天才仅已刚满只有也都还止剩余下国组近约拼斗荡耕守根职"
)
# Before 了 they say so after a word for what was done all the while: 做了三年, 经营了, 走过了, 用了.
SPENT = TELLING | set("走做干等持展索磨伴去累待力拼作务耘习住,，")
PASSED = ("过", "了")
APART = ("时隔", "相隔", "事隔", "阔别", "暌违", "睽违")
INSIDE = 120  # characters: how far back a quotation may have begun
FAR = 40  # characters: how far back 距离 may stand before a length
LINE = 40, 60  # characters of a stamp's line on either side of its date
_BACK, _ON = 10, 24  # characters around a date in which a founding may be told


def _ends(words: tuple[str, ...]) -> tuple[set[str], set[str], set[str]]:
    """Words of one character; the last two characters of the others."""
    alone = {word for word in words if len(word) == 1}
    longer = [word for word in words if word[-1] not in alone]
    return alone, {word[-1] for word in longer}, {word[-2] for word in longer}


_COMPARED, _FROM = _ends(COMPARED), _ends(FROM)
_KIND, _BIT = kinds(
    ended="止", report="报", report_2="告", fiscal="财会", fiscal_2="年政计", year="yY", year_2="eE",
    unit="成组设创", unit_2="立建", unit_3="了一", filed="股公柜金证民", filed_2="东开台管期国",
    compared=_COMPARED[0], compared_last=_COMPARED[1], compared_second=_COMPARED[2],
    begun=_FROM[0], begun_last=_FROM[1], begun_second=_FROM[2], after=(word[0] for word in BEGAN),
    blank=" ", preposed=(word[-2] for word in PREPOSED), opens="“", closes="”", line="\n",
    verb=(word[0] for word in VERBS), verb_2=(word[1] for word in VERBS), signed="\n）)",
    telling=(TELLING | {word[-1] for word in APART}) - {"了"}, spent=SPENT, passed=PASSED, far="距离",
)  # fmt: skip
_LOOKED_FOR = ("ended", "report", "fiscal", "year", "unit", "filed", "verb", "line", "far", "opens", "closes")


def _flags_of(asks: dict[int, tuple[str, ...]]) -> dict[str, int]:
    """What each character sets that is of such kinds."""
    bits = {flag: sum(_BIT[name] for name in names) for flag, names in asks.items()}
    return {
        chr(place): sum(flag for flag, bit in bits.items() if _KIND[place] & bit)
        for place in places_of(_KIND & sum(_BIT.values()) > 0).tolist()
    }


_BEFORE = _flags_of({
    LOOKS_BACK: ("compared", "compared_last", "blank"), BEGINS: ("begun", "begun_last"),
    PLACES: ("telling", "passed", "blank"),
})  # fmt: skip
_AFTER = {"": CLOSES} | _flags_of({BEGINS: ("after",), PLACES: ("passed", "blank"), CLOSES: ("signed",)})


class Cues:
    """The places of such words in a text, by their names, and what stands beside its expressions."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._kinds: NDArray[Any] | None = None
        self._seen: tuple[Places, NDArray[Any]] | None = None

    @property
    def _kind(self) -> NDArray[Any]:
        if self._kinds is None:
            self._kinds = taken(_KIND, self.text)
        return self._kinds

    @property
    def _marks(self) -> tuple[Places, NDArray[Any]]:
        """Where any of the words may begin, and of which kind that character is."""
        if self._seen is None:
            marks = places_of(_has(self._kind, *_LOOKED_FOR))
            self._seen = marks, self._kind.take(marks)
        return self._seen

    def places(self, name: str) -> list[int]:
        """Where the first characters of a word are those of that name."""
        return self._begins(name).tolist()

    def _begins(self, name: str) -> Places:
        marks, of = self._marks
        begins = marks[_has(of, name)]
        for on in (2, 3):
            if bit := _BIT.get(f"{name}_{on}"):
                begins = begins[self._kind.take(begins + on - 1, mode="clip") & bit > 0]
        return begins

    def beside_few(self, found: Iterable[Found]) -> list[int]:
        """The flags of expressions that are so few that each is looked at by itself."""
        text = self.text
        whole = FOUNDED | OWN_LINE | QUOTED * ("“" in text) | AWAY * ("距" in text or "离" in text)
        before, after = _BEFORE.get, _AFTER.get
        return [
            whole | before(text[one.start - 1 : one.start], 0) | after(text[one.end : one.end + 1], 0)
            for one in found
        ]

    def beside(self, starts: Places, ends: Places) -> list[int]:
        """The flags of each expression."""
        kind, size = self._kind, len(self.text)
        last, second = (kind.take(starts - back, mode="wrap") for back in (1, 2))
        on = kind.take(ends, mode="clip")
        looks_back = _has(last, "compared") | (_has(last, "compared_last") & _has(second, "compared_second"))
        if any(word in self.text for word in ENGLISH):  # he had taken over in 2021
            looks_back |= _has(last, "blank") & _has(second, "preposed")
        begins = _has(last, "begun") | (_has(last, "begun_last") & _has(second, "begun_second"))
        verbs, lines, far, opens, closes = map(self._begins, ("verb", "line", "far", "opens", "closes"))
        own_line = _between(lines, starts - LINE[0], starts) | (starts <= LINE[0])
        own_line &= _between(lines, ends, ends + LINE[1]) | (ends + LINE[1] >= size)
        flags = LOOKS_BACK * looks_back + BEGINS * (begins | _has(on, "after"))
        flags += QUOTED * _inside(opens, closes, starts)
        flags += FOUNDED * _between(verbs, starts - _BACK, ends + _ON)
        places = _has(last, "telling") | (_has(last, "passed") & _has(second, "spent"))
        places |= _has(last, "blank") & _has(second, "telling", "passed")
        flags += PLACES * (places | _has(on, "passed", "blank")) + AWAY * _between(far, starts - FAR, starts)
        flags += CLOSES * (_has(on, "signed") | (ends >= size)) + OWN_LINE * own_line
        return flags.tolist()


def _has(some: NDArray[Any], *names: str) -> Flags:
    return some & sum(_BIT[name] for name in names) > 0


def _between(places: Places, first: Places, last: Places) -> Flags:
    """Is one of the places between a first and a last?"""
    return np.searchsorted(places, first) < np.searchsorted(places, last)


def _inside(opens: Places, closes: Places, starts: Places) -> Flags:
    """Has a quotation opened not far before a place, and not closed again?"""
    if not len(opens):
        return np.zeros(len(starts), np.bool_)
    opened = opens[np.maximum(np.searchsorted(opens, starts) - 1, 0)]
    return (opened < starts) & (opened >= starts - INSIDE) & ~_between(closes, opened, starts)
