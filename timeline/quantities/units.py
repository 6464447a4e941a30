"""Reading units: from the words after a number (or the symbol before it) to a unit's code.

Vocabulary: a *unit* means something by itself (公里, 美元, %), a *measure word* only counts (个, 次);
what it counts is the nearest noun (研发中心, 会议). All look-ups are dictionaries by first character.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from timeline.lexicon.counted import COUNTED, DEFAULTS
from timeline.lexicon.currencies import CURRENCIES
from timeline.lexicon.units import MEASURE_WORDS, NOT_FOLLOWED, UNITS


class UnitWord(NamedTuple):
    """A word that stands after a number."""

    end: int
    code: str
    kind: str
    counts: bool = False  # a measure word: the noun decides what is counted


KINDS = {unit.code: unit.kind for unit in UNITS} | {currency.code: "money" for currency in CURRENCIES}
KINDS |= {counted.unit: "count" for counted in COUNTED}


def kind_of(unit: str) -> str:
    """The kind of a unit's code: money for CNY_per_person, share for percent."""
    return KINDS.get(unit.split("_per_")[0], "")


Words = dict[str, list[tuple[str, str, bool]]]
_NOT_FOLLOWED = {word: frozenset(chars) for word, chars in NOT_FOLLOWED.items()}


def _indexed(rows: list[tuple[str, str, bool]]) -> Words:
    """Words by first character, longest first; the first row that names a word keeps it."""
    table: Words = {}
    seen: set[str] = set()
    for word, code, counts in rows:
        if word not in seen:
            seen.add(word)
            table.setdefault(word[0], []).append((word, code, counts))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def _words(text: str) -> list[str]:
    return [word.replace("_", " ") for word in text.split()]


_AFTER = _indexed(
    [(word, currency.code, False) for currency in CURRENCIES for word in _words(currency.words)]
    + [(word, unit.code, False) for unit in UNITS for word in _words(unit.words)]
    + [(word, DEFAULTS.get(word, "items"), True) for word in MEASURE_WORDS.split()]
)
_FRACTIONS = {currency.code: dict(currency.fractions) for currency in CURRENCIES if currency.fractions}
_SMALL_MONEY: dict[str, list[tuple[str, str, str]]] = {}
for _code, _parts in _FRACTIONS.items():
    for _word, _share in _parts.items():
        if len(_word) > 1:
            _SMALL_MONEY.setdefault(_word[0], []).append((_word, _code, _share))
for _small in _SMALL_MONEY.values():
    _small.sort(key=lambda entry: -len(entry[0]))
_SYMBOLS = {
    symbol.replace("_", " "): currency.code
    for currency in reversed(CURRENCIES)
    for symbol in currency.symbols.split()
}
FIRST = "".join(sorted(char for char in _AFTER if not char.isascii()))
_PER = {
    "人": "person", "名": "person", "位": "person", "台": "unit", "辆": "unit", "部": "unit", "件": "item",
    "个": "item", "次": "time", "天": "day", "日": "day", "月": "month", "年": "year", "季": "quarter", "季度": "quarter",
    "周": "week", "小时": "hour", "时": "hour", "分钟": "minute", "秒": "second", "平方米": "m2", "平米": "m2", "平": "m2",
    "㎡": "m2", "亩": "mu", "吨": "t", "公斤": "kg", "千克": "kg", "斤": "jin", "克": "g", "桶": "barrel", "升": "L",
    "度": "kWh", "度电": "kWh", "千瓦时": "kWh", "kWh": "kWh", "KWh": "kWh", "Wh": "Wh", "瓦": "W", "公里": "km",
    "千米": "km", "百公里": "100km", "股": "share", "单": "order", "盎司": "ounce", "磅": "pound", "立方米": "m3",
    "GB": "GB", "间": "room", "间夜": "room_night", "户": "household", "页": "page", "字": "word", "share": "share",
    "year": "year", "month": "month", "day": "day", "person": "person", "unit": "unit", "tonne": "t", "ton": "t",
    "kg": "kg", "km": "km", "h": "hour", "hour": "hour", "barrel": "barrel", "瓶": "bottle", "张": "item",
    "W": "W", "片": "item", "条": "item", "篇": "item", "百万": "million", "百万token": "million_tokens",
}  # fmt: skip
_PER_WORD = re.compile(
    r"[/／每](?:"
    + "|".join(re.escape(word) for word in sorted(_PER, key=lambda w: (-len(w), w)))
    + r")(?![A-Za-z])"
)
# A letter for pence or cents, where shares and what they earn are spoken of: 7.65p, 59.8c per share.
_COIN = re.compile(r"(?<![24]80)(?<!360)(?<!720)(?<!080)(?<!440)(?<!160)[pc](?=$|[\s,.;:)）])(?!\.\w)")
_OF_SHARES = re.compile(r"\bshares?\b|\bEPS\b|[Dd]ividend|\bpayout\b")
_COIN_REACH = 60  # characters around a letter in which they are, and
_LOOK_BACK = 2000  # before it, in which its currency is
_DOLLARS = re.compile(r"(?:A|NZ|C|S|US|HK)?\$|€")
_SUBUNIT = re.compile(r"又?([0-9零一二两三四五六七八九十]{1,3})")
_SYMBOL_ENDS = frozenset([symbol[-1] for symbol in _SYMBOLS] + [" "])
_NUMERAL_ENDS = tuple("十百千万亿多余")
_PREFIXED = frozenset("千兆")  # 六千字节: the multiplier belongs to the unit


_MODEL = re.compile(r"[一-鿿A-Za-z](?<![达为约超近至到是有了的]) ?\d{1,3}$")
_ADJECTIVE = re.compile(
    r" (?:new|more|additional|total|active|electric|paying|full-time|part-time|registered|daily|monthly|smart|mobile|retail"
    r"|passenger|commercial|used|physical|offline|own|different|authorised|authorized|qualified|employed)\b"
)


def read_unit(text: str, position: int) -> UnitWord | None:
    """The unit or measure word at text[position:]; a blank and an adjective may stand before a Latin word."""
    described = _ADJECTIVE.match(text, position)
    if described:
        unit = read_unit(text, described.end())
        return unit if unit and unit.kind == "count" else None
    if text[position : position + 1] == " " and text[position + 1 : position + 2].isascii():
        position += 1
    elif text[position : position + 1] == " ":  # 四百 欧元: a blank parts a measure word from its number
        unit = read_unit(text, position + 1)
        return unit if unit and not unit.counts and unit.end > position + 2 else None
    for word, code, counts in _AFTER.get(text[position : position + 1], ()):
        if text.startswith(word, position) and _bounded(text, position, word):
            if word == "X" and _MODEL.search(text, max(0, position - 8), position):
                return None  # 某某9X, a model
            return UnitWord(position + len(word), code, KINDS.get(code, "count"), counts)
    return None


def _bounded(text: str, position: int, word: str) -> bool:
    following = text[position + len(word) : position + len(word) + 1]
    if word[-1].isascii() and word[-1].isalpha():
        return not (following.isascii() and (following.isalnum() or following == "_"))
    return following not in _NOT_FOLLOWED.get(word, ())


def prefixed_unit(text: str, position: int) -> UnitWord | None:
    """A unit that begins with the numeral's last character: 六千|字节 is six 千字节."""
    if position > 1 and text[position - 1] in _PREFIXED:
        unit = read_unit(text, position - 1)
        if unit and not unit.counts and unit.end > position:
            return unit
    return None


def read_per(text: str, position: int) -> tuple[int, str]:
    """(end, suffix of the unit's code) of a rate: 元|/人 is CNY_per_person."""
    match = _PER_WORD.match(text, position)
    if not match:
        return position, ""
    return match.end(), f"_per_{_PER[match[0][1:]]}"


def read_fraction(text: str, position: int, code: str) -> tuple[int, str, str] | None:
    """(end, digits, share) of the small money after the large: 五元|三毛, 两美元|又三美分."""
    fractions = _FRACTIONS.get(code)
    match = _SUBUNIT.match(text, position) if fractions else None
    if not match or not fractions:
        return None
    for word, share in fractions.items():
        if text.startswith(word, match.end()):
            return match.end() + len(word), match[1], share
    return None


def fraction_unit(text: str, position: int) -> tuple[int, str, str] | None:
    """(end, code, share) of money that is all small: 三毛钱, 50美分, 3.5 pence, 59.8c per share."""
    if text[position : position + 1] == " ":
        position += 1
    for word, code, share in _SMALL_MONEY.get(text[position : position + 1], ()):
        if text.startswith(word, position) and _bounded(text, position, word):
            return position + len(word), code, share
    coin = _COIN.match(text, position)
    if coin and _OF_SHARES.search(text, max(0, position - _COIN_REACH), position + _COIN_REACH):
        return coin.end(), "GBP" if coin[0] == "p" else _dollars_before(text, position), "0.01"
    return None


def _dollars_before(text: str, position: int) -> str:
    """The currency whose hundredth a bare c is: the last named shortly before, else the US dollar."""
    told = _DOLLARS.findall(text, max(0, position - _LOOK_BACK), position)
    return _SYMBOLS[told[-1]] if told else "USD"


def symbol_before(text: str, position: int, floor: int = 0) -> tuple[int, str] | None:
    """(start, code) of the currency written right before text[position:], at `floor` or later; blanks may stand between."""
    if text[position - 1 : position] not in _SYMBOL_ENDS:
        return None
    end = position
    while end and text[end - 1] == " " and position - end < 3:
        end -= 1
    for length in range(min(4, end - floor), 0, -1):
        start = end - length
        code = _SYMBOLS.get(text[start:end])
        before = text[start - 1 : start]
        if code and not (
            text[start].isascii() and text[start].isalpha() and before.isascii() and before.isalpha()
        ):
            counted = before.isdigit() or before in _NUMERAL_ENDS
            return None if counted and not text[start].isascii() else (start, code)
    return None


# What is counted -----------------------------------------------------------------------------

_NOUNS: dict[str, list[tuple[str, str, frozenset[str]]]] = {}
for _row in COUNTED:
    for _noun in _row.nouns.split():
        _measures = frozenset(_row.measures.split(" "))
        _NOUNS.setdefault(_noun[0], []).append((_noun, _row.unit, _measures))
for _entries in _NOUNS.values():
    _entries.sort(key=lambda entry: -len(entry[0]))
_CLAUSE_END = re.compile(r"[，。；：！？,;!?（()）\n、]")
WINDOW = 14  # characters between a number and the noun it counts


@lru_cache(maxsize=65536)
def _nouns_in(window: str) -> tuple[tuple[int, int, str, frozenset[str]], ...]:
    """(start, end, unit, measure words) of every countable noun, longest at each place."""
    found: list[tuple[int, int, str, frozenset[str]]] = []
    position = 0
    while position < len(window):
        for noun, unit, measures in _NOUNS.get(window[position], ()):
            if window.startswith(noun, position):
                found.append((position, position + len(noun), unit, measures))
                position += len(noun) - 1
                break
        position += 1
    return tuple(found)


def counted_after(text: str, position: int, measure: str, reach: int = WINDOW) -> str:
    """The unit of the first noun after a number that goes with its measure word ("" if none)."""
    window = text[position : position + reach]
    stop = _CLAUSE_END.search(window)
    for _, _, unit, measures in _nouns_in(window[: stop.start()] if stop else window):
        if measure in measures:
            return unit
    return ""


_NUMBERED = re.compile(r"(?:数量|总数|数)(?:[已达破为超增至到是有约近逾共仅]|达到|突破|超过|合计|高达){0,4}$")


def numbered_before(text: str, position: int) -> str:
    """What is counted by a number after X数 or X数量 (门店数量已破|两万)."""
    found = _NUMBERED.search(text, max(0, position - WINDOW), position)
    if not found:
        return ""
    start = max(0, found.start() - 8)
    nouns = [noun for noun in _nouns_in(text[start : found.start()]) if start + noun[1] == found.start()]
    return nouns[-1][2] if nouns else ""


def counted_before(text: str, position: int, measure: str) -> str:
    """The unit of the last noun before a number, inside its clause, that goes with its measure word."""
    window = text[max(0, position - WINDOW) : position]
    stops = [match.end() for match in _CLAUSE_END.finditer(window)]
    for _, _, unit, measures in reversed(_nouns_in(window[stops[-1] if stops else 0 :])):
        if measure in measures:
            return unit
    return ""
