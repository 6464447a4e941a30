"""What the pieces are that a firm counts: cars and phones sold by one firm are two series. Pure.

Only where the numbers of one measure and one owner are told of two goods or more are they parted; a
firm that sells nothing but cars may count them as it likes (50万台, 12万辆).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

from timeline.lexicon.goods import BY_MEASURE, GOODS
from timeline.tables import Timeline

_NAMES = {word: good.name for good in GOODS for word in good.words.split()}
_WORDS = re.compile(
    "|".join(
        rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word)
        for word in sorted(_NAMES, key=lambda word: (-len(word), word))
    )
)
_COUNTED = frozenset({"units", "items"})
_CLAUSE = re.compile(r"[，。；！？\n,;]")
_AFTER = 8  # characters after a number in which what it counts is named: 30万台智能|手机

_READ = ("observation_id", "about", "property", "unit", "unit_text", "prefix", "suffix")


def find_things(whole: Timeline, subject_of: Callable[[dict], str]) -> dict[str, str]:
    """observation_id → the good that it counts, of those whose series must be parted by it."""
    groups: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    cells = (whole.observations[name].tolist() for name in (*_READ, "doc_id"))
    for values in zip(*cells, strict=True):
        row = dict(zip((*_READ, "doc_id"), values, strict=True))
        if row["unit"] in _COUNTED:
            groups[row["property"], subject_of(row)][row["observation_id"]] = _thing(row)
    return {
        told: thing
        for things in groups.values()
        if len({thing for thing in things.values() if thing}) > 1
        for told, thing in things.items()
        if thing
    }


def _thing(row: dict) -> str:
    """What the words of a number say that it counts; "" where they do not."""
    after = _CLAUSE.split(row["suffix"], maxsplit=1)[0][:_AFTER]
    clause = _CLAUSE.split(row["prefix"])[-1]
    named = (
        _WORDS.search(after)
        or next(iter([*_WORDS.finditer(clause)][-1:]), None)
        or _WORDS.search(row["about"])
    )
    return _NAMES[named[0]] if named else BY_MEASURE.get(row["unit_text"], "")
