"""What a whole text goes by: years of the Republic with two digits (98年5月20日), months before days (07/31/2009).

Both are seen in the text at large; the expressions concerned are read again before anything is resolved.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import compress, count
from operator import attrgetter

from timeline.times.context import Reference
from timeline.times.cues import Cues
from timeline.times.finding import Found
from timeline.times.readings import Point, Range
from timeline.times.rules import read_text
from timeline.times.surroundings import short_year

# Words of filings in Taiwan; 民国 itself only with a year of our time.
_FILED = ("股东常会", "公开资讯观测站", "柜台买卖中心", "金管证", "金管会证", "证期局")
_IN_FORCE = re.compile("民国(?:1[0-4][0-9]|[89][0-9]|一百|一[〇○零一二])")
_SHORT = re.compile("(?<![0-9'’‘/])([5-9][0-9])(?=[年/])")
_ALONE = re.compile("(?:[5-9][0-9]|1[0-4][0-9])年")
_RECENT = re.compile("[0125-9][0-9]年")
_HUNDREDS = re.compile("1[01][0-9]年")
_REPUBLIC = re.compile("1[01][0-9]年(?:度|[0-9一二三四五六七八九十第上下底初]|Q)")
_IN_TAIWAN = ("台湾", "新台币", "民国", "台股", "台北", "台中", "高雄")
_LATELY = 3  # years
# A count: 历经110年, 110年历史.
_COUNTING = frozenset("立近逾超约第历共经满达过有了长到整用庆足")
_COUNTED_ON = re.compile("[的之]?(?:历史|间|来|前|后|以|内|多|余|老|长|岁|庆|风雨|沧桑|传承|基业|如一)")
_BEGAN = re.compile(
    "就?(?:开始|开启|创业|创办|创立|成立|上市|开业|筹备|毕业|入学|考上|考入|入职|入行|离职|辞职|裸辞|离开|加入|来到|回到|回国|结婚|出生|进入|进厂|下岗|调[来到入]|参加工作|参军|当兵|从[^，。；\n]{1,12}[来到出]|下海|转行|疫情)|[初底末](?!创|层|部|端)|[上下]半年|[春夏秋冬]天|的时候"
)
_AHEAD = 30  # years: bonds fall due
_TEXT = attrgetter("text")

_SLASHED = re.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{2,4})")
_HEAD = 2000  # characters that show the language
_WORDS = re.compile("[A-Za-z]{2,} [A-Za-z]{2,}")
_DAY_FIRST = re.compile(
    r"£|€|HK\$|S\$|A\$|\b(?:plc|PLC|Ltd|Limited|LIMITED|Hong Kong|London|Singapore|Sydney|Mumbai)\b"
)


def by_convention(cues: Cues, found: list[Found], reference: Reference | None) -> list[Found]:
    """The expressions, those read again that the text means otherwise than they look."""
    if places := list(compress(count(), map(_is_concerned, map(_TEXT, found)))):
        again = _read_again(cues, [found[place] for place in places], reference)
        for place, one in zip(places, again, strict=True):
            found[place] = one
    return found


@lru_cache(maxsize=65536)
def _is_concerned(words: str) -> bool:
    """Most dates have a year of four digits, and no strokes."""
    whole = _ALONE.fullmatch(words) or _RECENT.fullmatch(words) or _SLASHED.fullmatch(words)
    return bool(whole or _SHORT.search(words))


def _read_again(cues: Cues, found: list[Found], reference: Reference | None) -> list[Found]:
    text = cues.text
    if any(text.startswith(_FILED, place) or _IN_FORCE.match(text, place) for place in cues.places("filed")):
        found = [_of_republic(text, one, reference) for one in found]
    hundreds = {one for one in found if one.rule == "duration" and _HUNDREDS.fullmatch(one.text)}
    if hundreds and (
        _REPUBLIC.search(text)
        or any(place in text for place in _IN_TAIWAN)
        or any(_opens(text, one, reference) for one in hundreds)
    ):
        found = [_in_hundreds(text, one) if one in hundreds else one for one in found]
    found = [_of_its_century(text, one, reference) if one.rule == "duration" else one for one in found]
    slashed = [one for one in found if one.rule == "day-first-date"]
    if slashed and _months_first(text, slashed, reference):
        found = [_turned(one) if one.rule == "day-first-date" else one for one in found]
    return found


def _of_republic(text: str, one: Found, reference: Reference | None) -> Found:
    """98年5月20日 is of 2009, and so is 98年 after 於; 30年 stays a length."""
    if one.rule == "duration" and _ALONE.fullmatch(one.text):
        if not short_year(text, one.start, one.end):
            return one
        told = f"{int(one.text[:-1]) + 1911}年"
    elif isinstance(one.reading, Point | Range) and _SHORT.search(one.text):
        told = _SHORT.sub(lambda year: str(int(year[1]) + 1911), one.text)
    else:
        return one
    last = max(int(year) for year in re.findall("[12][0-9]{3}", told))
    return one if reference and last > reference.latest.year + _AHEAD else _told(one, told)


def _opens(text: str, one: Found, reference: Reference | None) -> bool:
    """111年在… opens a sentence, and is of the last few years."""
    recent = reference and 0 <= reference.latest.year - 1911 - int(one.text[:-1]) <= _LATELY
    return bool(recent) and text[one.start - 1 : one.start] in ("", "\n", "。")


def _in_hundreds(text: str, one: Found) -> Found:
    """111年 in a text of Taiwan, where nothing counts."""
    if text[one.start - 1 : one.start] in _COUNTING or _COUNTED_ON.match(text, one.end):
        return one
    return _told(one, f"{int(one.text[:-1]) + 1911}年")


def _told(one: Found, words: str) -> Found:
    """The expression, read as if it said so."""
    read = read_text(words)
    return Found(one.start, one.end, words, read[0].name, read[1]) if read else one


def _of_its_century(text: str, one: Found, reference: Reference | None) -> Found:
    """19年毕业, 18年就筹备上市, 76年进厂; but 10年磨一剑, 15年来."""
    if len(one.text) != 3 or not _RECENT.fullmatch(one.text) or not _BEGAN.match(text, one.end):
        return one
    before = text[one.start - 1 : one.start]
    number = int(one.text[:2])
    year = number + (2000 if number < 50 else 1900)
    if (number < 50 and (reference is None or year > reference.latest.year)) or (
        before not in "\n，,。；、（(”」 是在于从自我他她它们" and not before.isspace()
    ):
        return one
    return _told(one, f"{year}年")


def _months_first(text: str, slashed: list[Found], reference: Reference | None) -> bool:
    """07/31/2009 elsewhere says so, else that 31/07/2009 is nowhere and the text is American."""
    parts = [tuple(map(int, match.groups())) for one in slashed if (match := _SLASHED.fullmatch(one.text))]
    if any(first > 12 for first, _, _ in parts) or not parts:
        return False
    if any(second > 12 for _, second, _ in parts):
        return True
    if reference and reference.grain == "day":
        ahead = [(year, second, first) for first, second, year in parts if year == reference.latest.year]
        if any(one > (reference.latest.year, reference.latest.month, reference.latest.day) for one in ahead):
            return True  # read day first, it would not have been yet
    head = text[:_HEAD]
    english = sum("\u4e00" <= char <= "\u9fff" for char in head) * 20 < len(head)
    return english and bool(_WORDS.search(head)) and not _DAY_FIRST.search(head)


def _turned(one: Found) -> Found:
    match = _SLASHED.fullmatch(one.text)
    if match is None or not isinstance(one.reading, Point) or int(match[2]) > 12:
        return one
    return _told(one, f"{match[2]}/{match[1]}/{match[3]}")
