"""English rules for lengths and what they are counted from: three years later, the past decade, the 1990s, every year."""

from __future__ import annotations

from timeline.lexicon.numerals import ENGLISH_NUMBERS
from timeline.times.english_surroundings import (
    after_span_word,
    is_now,
    no_age,
    of_habit,
    period_ended,
    whole_word,
)
from timeline.times.lengths import iso_duration
from timeline.times.readings import Deictic, Fixed, Length, Recurring, Vague
from timeline.times.rule import Matched, Rule

_WORDS = ENGLISH_NUMBERS | {"a": 1, "an": 1, "several": 2, "a few": 2, "few": 2}
NUMBER = "(?P<number>[0-9]{1,4}(?:\\.[0-9])?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Aa]n?|[Ss]everal|[Aa] few)"
UNIT = "(?P<unit>years?|months?|weeks?|days?|hours?|minutes?|quarters?|decades?)"
_TAILS = {
    "ago": "ago",
    "earlier": "earlier",
    "before": "earlier",
    "before that": "earlier",
    "later": "later",
    "after that": "later",
    "from now": "later",
}
_WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")


def read_count(text: str) -> tuple[float, float]:
    word = text.lower()
    if word in ("several", "a few", "few"):
        return 2, 9
    return (float(word), float(word)) if word[0].isdigit() else (_WORDS[word], _WORDS[word])


def _length(m: Matched) -> Length:
    low, high = read_count(m["number"] or "one")
    unit = m["unit"].rstrip("s")
    if unit == "decade":
        low, high, unit = low * 10, high * 10, "year"
    tail = (m.get("tail") or "").lower()
    head = (m.get("head") or "").lower()
    role = _TAILS.get(tail, "duration")
    if head:
        role = (
            "past"
            if head.split()[-1] in ("past", "last", "previous")
            else "next"
            if head.split()[-1] in ("next", "coming")
            else "within"
        )
    return Length(low, high, unit, role, "", iso_duration(low, high, unit))


def _one(m: Matched) -> Length | Vague:
    """For a year; for decades."""
    if many := m["many"]:
        return Vague("a vague length", f"PX{many[0].upper()}" if many != "decades" else "PXY")
    return _length(Matched("", {"number": "one", "unit": m["unit"], "tail": None, "head": None}))


def _decade(m: Matched) -> Fixed:
    digits = m["decade"]
    year = int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) >= 30 else 2000)
    century = year % 100 == 0 and year < 1900  # the 1800s
    if stage := m["stage"]:
        low, high = {"e": (0, 3), "m": (4, 6), "l": (7, 9)}[stage[0].lower()]
        if century:
            low, high = low * 10, high * 10 + 9
        return Fixed(f"{year + low:04d}/{year + high:04d}")
    return Fixed(f"{year // 100}XX" if century else f"{year // 10:03d}X")


RULES: tuple[Rule, ...] = (
    Rule("english-length-ago", rf"{NUMBER} {UNIT} (?P<tail>ago|later|earlier|before that|after that|from now)", _length, "three years later", whole_word),
    Rule("english-window", rf"(?:[Tt]he )?(?P<head>[Pp]ast|[Ll]ast|[Nn]ext|[Cc]oming|[Pp]revious|[Ww]ithin) {NUMBER} {UNIT}|(?:[Tt]he )?(?P<head>[Pp]ast|[Ll]ast|[Nn]ext|[Cc]oming) (?P<unit>decade)|(?:[Tt]he )(?P<head>[Pp]ast) (?P<unit>year|month|week|quarter)|(?:[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin) (?P<core>the (?P<head>last) (?P<unit>year|month|week))", _length, "the past five years", whole_word),
    Rule("english-duration", r"(?P<number>[0-9]{1,4}(?:\.[0-9])?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]everal)[ -](?P<unit>years?|months?|weeks?|days?|hours?|minutes?|quarters?|decades?)", _length, "12 years", no_age),
    Rule("english-one-length", r"[Aa] (?P<unit>year|month|week|decade|quarter)|(?P<many>decades|years|months|weeks)", _one, "for a year", after_span_word),
    Rule("english-decade", r"(?:[Tt]he )?(?:(?P<stage>[Ee]arly|[Mm]id|[Ll]ate)[- ])?'?(?P<decade>(?:19|20)?[0-9]0)s|[Tt]he (?:(?P<stage>[Ee]arly|[Mm]id|[Ll]ate)[- ])?(?P<decade>(?:1[0-9]|20)[0-9]0)['’]?s", _decade, "the 1990s", whole_word),
    Rule("english-period-ended", r"(?P<unit>(?:fiscal |financial )?year|quarter)", lambda m: _length(Matched("", {"number": "one", "unit": m["unit"].split()[-1], "tail": None, "head": None})), "year ended 2021年3月31日", period_ended),
    Rule("english-weekly", r"[Ee]very (?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", lambda m: Recurring(f"XXXX-WXX-{_WEEKDAYS.index(m['weekday']) + 1}"), "every Wednesday", whole_word),
    Rule("english-set", r"[Ee]very (?:year|month|week|day|quarter|hour)|[Ee]ach (?:year|month|week|day|quarter)|[Aa]nnually|[Mm]onthly|[Ww]eekly|[Dd]aily", lambda m: Recurring({"y": "P1Y", "a": "P1Y", "mo": "P1M", "w": "P1W", "d": "P1D", "q": "P3M", "h": "PT1H"}.get(_set_key(m.text), "P1Y")), "every year", of_habit),
    Rule("english-now", r"[Cc]urrently|[Nn]owadays|at present|to date|[Pp]resently|(?:[Rr]ight )?[Nn]ow", lambda m: Deictic("present"), "currently", is_now),
    Rule("english-recently", r"[Rr]ecently|[Ll]ately", lambda m: Deictic("recent"), "recently", whole_word),
    Rule("english-recent-years", r"recent years", lambda m: Deictic("years"), "recent years", whole_word),
)  # fmt: skip


def _set_key(text: str) -> str:
    word = text.lower().split()[-1]
    return "mo" if word.startswith("mo") else word[0]
