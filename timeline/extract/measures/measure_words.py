"""The words that say what a number measures: where they stand, and what they may be said of.

Vocabulary: a measure is *native* to a quantity if it is told in units of that kind (营收 in money);
a share, a multiple or a rank may *scale* another measure (营收增长35%, 销量第一).
"""

import re
from typing import NamedTuple

from timeline.lexicon.measures import MEASURES
from timeline.lexicon.unsaid import FUSED, PRICED
from timeline.model import Quantity
from timeline.quantities import units


class Found(NamedTuple):
    """A measure word in the view; `others` are further measures that the same word may mean."""

    start: int
    end: int
    property: str
    others: tuple[str, ...] = ()


_SMALL = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
KINDS = {measure.property: frozenset(measure.kinds.split()) for measure in MEASURES}
_MEANINGS: dict[str, list[str]] = {}
for _measure in MEASURES:
    for _word in _measure.words.split():
        _MEANINGS.setdefault(_word.replace("_", " ").lower(), []).append(_measure.property)
_MEANINGS |= {word: list(names) for word, names in FUSED.items()}
_WORDS: dict[str, list[str]] = {}
for _word in sorted(_MEANINGS, key=lambda word: (-len(word), word)):
    _WORDS.setdefault(_word[0], []).append(_word)
_THINGS = frozenset(PRICED.split())
_SCALED = frozenset({"money", "count", "share", "rank", "mass", "energy"})
# 归属于上市公司股东的|净利润, 扣除非经常性损益后的|净利润: whose part of the profit it is, and without what.
_PROFITS = frozenset({"net_profit", "profit", "loss", "equity", "eps"})
_ATTRIBUTED = re.compile(
    r"(?:归属?于?[^，。；、,;\d]{0,14}?(?:股东|所有者|持有人|拥有人|母公司)(?:应占)?的?|(?:本?公司|母公司|集团)?(?:普通股|权益)?(?:股东|持有人|拥有人|所有者)应[占分]担?|(?P<without>扣除?非(?:经常性?损益)?[后之]?的?|剔除非经常性?损益[后之]?的?))+$"
)
_LONGEST_ATTRIBUTION = 40  # characters


def measures_in(text: str, start: int, end: int) -> list[Found]:
    """Every measure word in text[start:end], longest at each place; Latin words in any case."""
    found = []
    part = text[start:end].translate(_SMALL)
    position = 0
    while position < len(part):
        for word in _WORDS.get(part[position], ()):
            if part.startswith(word, position) and _whole(part, position, word):
                name, *others = _MEANINGS[word]
                one = Found(start + position, start + position + len(word), name, tuple(others))
                found.append(_attributed(text, start, one) if name in _PROFITS else one)
                position += len(word) - 1
                break
        position += 1
    return found


def _attributed(text: str, start: int, found: Found) -> Found:
    """The measure with the words before it that say whose part it is; without the one-off items it is adjusted."""
    before = _ATTRIBUTED.search(text, max(start, found.start - _LONGEST_ATTRIBUTION), found.start)
    if not before:
        return found
    name = found.property
    if name in ("net_profit", "profit"):
        name = "adjusted_net_profit" if before["without"] else "net_profit"
    return found._replace(start=before.start(), property=name)


def fitting(found: Found, quantity: Quantity) -> Found:
    """The measure that the word means beside this quantity: 订单 is orders in units, a value in money."""
    if not found.others or is_native(found.property, quantity):
        return found
    name = next((name for name in found.others if is_native(name, quantity)), found.property)
    return found._replace(property=name)


def unit_measure(quantity: Quantity) -> str:
    """The measure that the unit's own word names: 180,000|employees, 1.2 million|users; "" for none."""
    word = quantity.unit_text.lower()
    names = _MEANINGS.get(word, ()) if word.isascii() and len(word) > 3 else ()
    return next((name for name in names if is_native(name, quantity)), "")


def is_measure(word: str) -> bool:
    """Whether a word only says what is measured (营收), and so is nobody's name (车主, 电视)."""
    names = _MEANINGS.get(word.translate(_SMALL), ())
    if names and word[-1] in "量额数率":
        return True
    return bool(names) and word not in _THINGS and not any(kind[0] == "=" for kind in KINDS[names[0]])


def is_measure_word(word: str) -> bool:
    """Whether a word says what is measured, be it of things or of people: DAUs, revenue."""
    return word.translate(_SMALL) in _MEANINGS


def _whole(text: str, position: int, word: str) -> bool:
    if not word[0].isascii():
        return not (word[0] in "年月" and text[position - 1 : position].isdigit())  # 2020年|营收
    before, after = text[position - 1 : position], text[position + len(word) : position + len(word) + 1]
    return not (before.isascii() and before.isalnum()) and not (after.isascii() and after.isalnum())


def kind_of(quantity: Quantity) -> str:
    """The kind of the quantity's unit: money, share, count, length …"""
    return units.kind_of(quantity.unit)


def code_of(quantity: Quantity) -> str:
    """The quantity's unit without what it is told per: CNY of CNY_per_person."""
    return quantity.unit.split("_per_")[0]


def is_native(name: str, quantity: Quantity) -> bool:
    """Whether the measure is told in units of the quantity's kind."""
    code = code_of(quantity)
    return f"={code}" in KINDS[name] or (units.KINDS.get(code, "") in KINDS[name] and code != "characters")


def may_scale(name: str) -> bool:
    """Whether a share, multiple or rank can be said of this measure."""
    counted = any(kind[0] == "=" for kind in KINDS[name])
    return (counted or bool(KINDS[name] & _SCALED)) and name not in ("discount", "growth")
