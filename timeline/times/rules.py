"""All rules in one table, and the reading of a text that one of them matches."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import re2

from timeline.times import calendar, english, english_lengths, fragments, holidays, lengths, ranges, words
from timeline.times.readings import NoTime, Point, Reading
from timeline.times.rule import Matched, Rule, compile_pattern
from timeline.times.scanning import options

_SINGLE = (
    *calendar.RULES,
    *holidays.RULES,
    *ranges.RULES,
    *lengths.RULES,
    *words.RULES,
    *english.RULES,
    *english_lengths.RULES,
)
# What can stand at either end of a range.
POINTS = (
    "year-month-day", "numeric-date", "day-first-date", "year-month", "year-month-part", "month-day", "month-part", "month", "near-month", "near-month-day",
    "year", "year-part", "year-quarter", "year-half", "quarter", "near-day", "near-weekday", "weekday", "clock", "nth-weekday", "day-of-month",
    "part-of-year", "part-of-month", "today-part",
)  # fmt: skip
ENGLISH_POINTS = (
    "english-date", "english-day-first", "english-month", "english-month-day", "english-day-month", "english-bare-month", "english-may", "english-stage",
)  # fmt: skip
_BARE = (
    rf"(?:{fragments.unnamed(fragments.YEAR)}的?)?(?:元旦|春节|清明|五一|端午|中秋|国庆|十一|双十一|双11|圣诞|除夕|元宵)节?(?:假期)?[前后]?",
    r"(?:[12][0-9]|3[01]|0?[1-9])[日号]",
    r"(?:19|20)[0-9]{2}",
    fragments.unnamed(fragments.CLOCK),
    "|".join(ranges.NOW),
)


def union_of(names: tuple[str, ...], bare: tuple[str, ...] = _BARE) -> str:
    patterns = {rule.name: rule.pattern for rule in _SINGLE}
    return "|".join([fragments.unnamed(patterns[name]) for name in names] + list(bare))


def _read_bare_year(text: str) -> Reading | None:
    return Point(year=int(text)) if re.fullmatch(r"(?:19|20)\d\d", text) else None


@lru_cache(maxsize=65536)
def read_text(text: str) -> tuple[Rule, Reading] | None:
    """The first rule that reads the whole of `text`, and its reading."""
    for index in sorted(_MATCHING.Match(text.encode("utf-8", "replace")) or ()):
        rule = _IN_ORDER[index]
        match = compiled(rule).fullmatch(text)
        if match and (reading := rule.read(Matched(text, match.groupdict()))) is not None:
            return rule, reading
    return None


@cache
def compiled(rule: Rule) -> re.Pattern[str]:
    """A rule's pattern for reading; most are never needed in a run."""
    return compile_pattern(rule.pattern)


def _read_part(text: str) -> Reading | None:
    found = read_text(text.strip())
    return found[1] if found else _read_bare_year(text.strip())


_RANGE = ranges.range_rule(_read_part, union_of(POINTS))
_BETWEEN = ranges.between_rule(
    _read_part, union_of(("year-month-day", "numeric-date", "year-month", "year", "month-day", "month"))
)
_ENGLISH_RANGE = ranges.english_range_rule(_read_part, union_of(ENGLISH_POINTS, ()))
_NOT_TIME = Rule(
    "not-a-time",
    "|".join((*map(re.escape, words.NOT_TIMES), words.FILE_NUMBER)),
    lambda m: NoTime(),
    words.NOT_TIMES[0],
)
RULES: tuple[Rule, ...] = (*_SINGLE, _RANGE, _BETWEEN, _ENGLISH_RANGE)
_IN_ORDER = (_NOT_TIME, *RULES)


def _matching(patterns: tuple[str, ...]) -> re2.Set:
    """An automaton that says which of the patterns match the whole of a text."""
    each = re2.Set.FullMatchSet(options())
    for pattern in patterns:
        each.Add(pattern)
    each.Compile()
    return each


ANY_RULE = tuple(fragments.unnamed(rule.pattern) for rule in _IN_ORDER)
_MATCHING = _matching(ANY_RULE)
