"""Find: one linear pass over a clean text.

The patterns of all rules are scanned for together, and the leftmost-longest match counts, so a longer
word always wins over the time inside it (十年如一日 over 十年), the order of the rules does not matter
for what is found, and no input makes it slow. What is found is read once: `read_text` remembers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.times import words
from timeline.times.borders import STEPS, TAKEN, trim
from timeline.times.known import KNOWLEDGE, NUMBERED, REGIONS, SCANNER, core_of, known_in
from timeline.times.readings import Length, NoTime, Reading
from timeline.times.rule import Rule
from timeline.times.rules import RULES, read_text


class Found:
    """A time expression in a text: where, by which rule, and what it says."""

    __slots__ = ("end", "reading", "rule", "start", "text")

    def __init__(self, start: int, end: int, text: str, rule: str, reading: Reading) -> None:
        self.start, self.end, self.text, self.rule, self.reading = start, end, text, rule, reading


# Rules whose match may be a number and a time side by side.
_HALVES = ("month-list", "quarter-list", "month-bare-day", "near-weekday-number", "mid-year")
_ORDINAL = re.compile(
    "第[0-9一二三四五六七八九十百]{1,4}(?:[年天周月日季]|个(?:工作日|交易日|月|季度|星期|小时|年头))"
)


def _read_at(text: str, start: int, end: int) -> tuple[int, tuple[Rule, Reading]] | None:
    """The longest readable expression at a place."""
    last = trim(text, start, end)
    for stop in range(last, start, -1):
        if found := read_text(text[start:stop]):
            return stop, found
    if last < end and text[end - 1] in "天晚早夜分点号日周多" and (found := read_text(text[start:end])):
        return end, found
    return None


def _glued(text: str, start: int, end: int) -> bool:
    """v2019.3, Q235: letters and digits go on beyond it (2010年 after a letter is still a year)."""
    after = text[end : end + 1]
    if text[end - 1].isascii() and after.isascii() and after.isalnum():
        return True
    before = text[start - 1] if start else " "
    return before.isascii() and before.isalpha() and text[start:end].isascii()


def _unfit(rule: Rule, text: str, start: int, end: int) -> bool:
    """What stands around it says that it is no time."""
    if text[start].isascii() and _glued(text, start, end):
        return True
    if rule.guard and not rule.guard(text, start, end):
        return True
    return text.startswith("当年", start) and not words.points_back(text, start, end)


def find(text: str) -> list[Found]:
    """Time expressions of a clean text, in order, not overlapping. Linear time."""
    found: list[Found] = []
    add, done, size = found.append, 0, len(text)
    for edges in SCANNER.regions(text):
        for begin, stop in zip(edges[::2], edges[1::2], strict=True):
            for start, end, known in known_in(text) if stop - begin == size else REGIONS[text[begin:stop]]:
                start += begin
                end += begin
                if start < done:  # the last expression went on beyond its own stretch
                    start = done
                    if start >= end:
                        continue
                    known = KNOWLEDGE[text[start:end]]
                closely, stretch, rule, reading, before, after, guard, core = known
                if reading is not None:
                    if not (before and start and text[start - 1] in before) and not (
                        after and end < size and text[end] in after
                    ):
                        if guard is None or guard(text, start, end):
                            add(Found(start + core, end, stretch, rule, reading))
                            continue
                        if not core and rule not in _HALVES:
                            continue
                elif not closely:
                    continue
                for one in _read_span(text, start, end):
                    add(one)
                    done = one.end
    return found


def _scan(text: str) -> list[tuple[int, int]]:
    """Where something matches in a few characters."""
    return [(start, start + len(stretch)) for start, stretch in SCANNER.matches(text)]


def _read_span(text: str, start: int, end: int) -> Iterator[Found]:
    """What a matched stretch says; what is left over of it is scanned again."""
    if start and text[start].isdigit() and _is_part_of_number(text, start) and not _is_entry(text, start):
        return
    if text.startswith("过去年", start) and text[start + 3 : start + 4] not in tuple("代份月间头度"):
        first, last = next(iter(_scan(text[start + 1 : start + 16])), (1, 0))
        if first == 0:  # 超过|去年同期
            yield from _read_span(text, start + 1, start + 1 + last)
            return
    begin, end = _without_taken(text, start, end)
    if begin >= end:
        return
    read = _read_at(text, begin, end)
    if read is None:
        if text[begin:end].isascii():
            if (entry := NUMBERED.match(text, begin, end)) and _is_entry(text, entry.end()):
                begin = entry.end()
                first, last = next(iter(_scan(text[begin : end + 40])), (1, 0))
                if first == 0:  # what comes after it is scanned in its turn
                    yield from _read_span(text, begin, begin + last)
            return  # a number, a model, an address
        if ordinal := _ORDINAL.match(text, begin, end):
            yield from _rescan(text, ordinal.end(), end)
            return
        while begin < end - 1 and text[begin].isascii() and text[begin].isalpha():
            begin += 1
        yield from _rescan(text, begin + (begin == start), end)
        return
    stop, (rule, reading) = read
    if (rule.name in _HALVES and _unfit(rule, text, begin, stop)) or (
        isinstance(reading, Length) and "、" in text[begin:stop] and text[begin - 1 : begin] in ("", "\n")
    ):  # 2、3年前 opens a line: the number of an entry
        yield from _half(text, begin, stop)
        return
    if not isinstance(reading, NoTime):
        first = core_of(rule, text, begin, stop)
        if not _unfit(rule, text, begin, stop):
            yield Found(first, stop, text[first:stop], rule.name, reading)
        elif first > begin and begin and text[begin - 1].isalpha():
            yield from _rescan(text, first, stop)  # sessi|on Wednesday
    if end - stop > 1:
        yield from _rescan(text, stop, end)


def _half(text: str, start: int, end: int) -> Iterator[Found]:
    """1、2月15日开业 is the number of an entry and its date; 8月15家 and 本周4家 a time and a number."""
    if "、" in text[start:end]:
        rest = text.rindex("、", start, end) + 1
    else:
        rest = text.find("月", start, end) + 1 or end - 1
        yield from _read_span(text, start, rest)
    first, last = next(iter(_scan(text[rest : end + 12])), (1, 0))
    if first == 0 or text[rest - 1] == "、":
        yield from _read_span(text, rest, rest + last if first == 0 else end)


def _without_taken(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without a first character that belongs to the word before it."""
    word = "过去" if text.startswith("过去", start) else text[start]
    if text.startswith(STEPS, start):
        return start, end
    if word not in TAKEN or not start or text[start - 1] not in TAKEN[word]:
        return start, end
    begin = start + len(word)
    first, last = next(iter(_scan(text[begin : end + 12])), (1, 0))
    return begin, begin + last if first == 0 else max(end, begin)


def _rescan(text: str, start: int, end: int) -> Iterator[Found]:
    for first, last in _scan(text[start:end]):
        yield from _read_span(text, start + first, start + last)


_ENTRY = re.compile(r"(?<![0-9.,])[0-9]{1,2}[.．]$")


def _is_entry(text: str, start: int) -> bool:
    """3.2018年: the number of an entry stands before the year."""
    return text[start + 4 : start + 5] == "年" and bool(_ENTRY.search(text, max(0, start - 4), start))


def _is_part_of_number(text: str, start: int) -> bool:
    before = text[start - 1]
    return before.isdigit() or (before in ".,/-" and text[start - 2 : start - 1].isdigit())


__all__ = ["RULES", "Found", "find", "read_text"]
