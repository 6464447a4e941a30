"""What is known of the stretches and regions that were met: expressions come again and again.

A stretch is what a pattern matches; it is read once. A region may hold several, or none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from timeline.times.borders import STEALS, TAKEN
from timeline.times.readings import NoTime, Reading
from timeline.times.rule import Rule
from timeline.times.rules import ANY_RULE, POINTS, compiled, read_text, union_of
from timeline.times.scanning import Scanner

T = TypeVar("T")
# Digits and letters that are glued to more of the same are numbers, models and addresses.
_BLOCKS = (
    r"[A-Za-z_]{1,40}[0-9][0-9A-Za-z_.\-]{0,40}", r"[0-9]{5,40}", r"[0-9]{1,9}[.,][0-9]{1,9}", r"[0-9]{1,3}(?:\.[0-9]{1,3}){2,4}",
    r"[0-9]{2,4}(?:-[0-9]{3,4}){1,3}", r"https?://[!-~]{1,400}", "第[0-9一二三四五六七八九十百]{1,4}(?:[年天周月日季]|个(?:工作日|交易日|月|季度|星期|小时|年头))", "[0-9]{1,4}号[楼院店线馆门文令决议仓机房厅台库厂段]",
    "[0-9]{1,2}日(?:元|均|报|游|活|销|产)", "[0-9]{1,2}(?:点[0-9]{1,3}[%亿万])",
    # A year after letters is still a year.
    rf"[A-Za-z]{{1,30}}(?:{union_of(POINTS)})",
)  # fmt: skip
SCANNER = Scanner((*ANY_RULE, *_BLOCKS))


class Known(NamedTuple):
    """What a stretch says by itself, and what asks for a closer look: characters beside it, its rule's guard."""

    closely: bool = True  # it always takes a closer look, if it has no reading
    text: str = ""  # of the expression in it
    rule: str = ""
    reading: Reading | None = None
    before: str = ""
    after: str = ""
    guard: Callable[[str, int, int], bool] | None = None
    core: int = 0  # where the expression begins in it


_NO_TIME = Known(False)
_DIGITS, _LETTERS = "0123456789", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_COUNTS = "0123456789一二两三四五六七八九十百"
_REMEMBERED = 1 << 16  # stretches, and regions
_LONG = 64  # characters: a longer region hardly comes again
# 3.2018年: the number of an entry, and its date.
NUMBERED = re.compile(r"[0-9]{1,2}[.．](?=(?:19|20)[0-9]{2}$)")


class _Remembered(dict[str, T]):
    """What is known of each stretch that was met; all is forgotten when it is too much."""

    def __init__(self, know: Callable[[str], T]) -> None:
        super().__init__()
        self._know = know

    def __missing__(self, stretch: str) -> T:
        known = self._know(stretch)
        if len(stretch) <= _LONG:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[stretch] = known
        return known


def _know(stretch: str) -> Known:
    read = read_text(stretch)
    if read is None:
        return _NO_TIME if stretch.isascii() and not NUMBERED.match(stretch) else Known()
    rule, reading = read
    if isinstance(reading, NoTime):
        return _NO_TIME
    if stretch.startswith("当年") or "、" in stretch:
        return Known()
    before = "".join(sorted(TAKEN.get("过去" if stretch.startswith("过去") else stretch[0], ())))
    after = STEALS.get(stretch[-1], "")
    if stretch[0].isdigit():
        before += _DIGITS + ".,/-"
    if stretch.isascii():
        before += _LETTERS
    if stretch[-1].isascii():
        after += _DIGITS + _LETTERS
    if stretch[-1] == "前":
        after += _COUNTS
    core = core_of(rule, stretch, 0, len(stretch))
    return Known(False, stretch[core:], rule.name, reading, before, after, rule.guard, core)


def known_in(text: str) -> list[tuple[int, int, Known]]:
    """Where something matches, and what is known of that."""
    return [(start, start + len(match), KNOWLEDGE[match]) for start, match in SCANNER.matches(text)]


KNOWLEDGE, REGIONS = _Remembered(_know), _Remembered(known_in)


def core_of(rule: Rule, text: str, start: int, end: int) -> int:
    """Where the expression begins, if its pattern takes in a word before it (in 2010)."""
    if "(?P<core>" not in rule.pattern:
        return start
    match = compiled(rule).fullmatch(text[start:end])
    return start + match.start("core") if match and match["core"] else start
