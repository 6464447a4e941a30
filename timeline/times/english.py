"""Rules for English dates inside the same records: March 30, 2021; Q3 2023; three years later."""

from __future__ import annotations

from timeline.numbers import ENGLISH_NUMBERS
from timeline.times.lengths import iso_duration
from timeline.times.readings import Deictic, Fixed, Length, Point, Recurring, Shift
from timeline.times.rule import Matched, Rule
from timeline.times.surroundings import (
    after_preposition,
    bare_year,
    no_age,
    no_number,
    not_reporting,
    period_ended,
    whole_word,
)

_MONTHS = {
    name: i
    for i, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_WORDS = ENGLISH_NUMBERS | {"a": 1, "an": 1, "several": 2, "a few": 2, "few": 2}
_WEEKDAYS = {name: i for i, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 1)}
_QUARTERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
}
_NEAR = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}

MONTH = "(?P<month>[Jj]an(?:uary|\\.)?|[Ff]eb(?:ruary|\\.)?|[Mm]ar(?:ch|\\.)?|[Aa]pr(?:il|\\.)?|May|[Jj]une?|[Jj]uly?|[Aa]ug(?:ust|\\.)?|[Ss]ept?(?:ember|\\.)?|[Oo]ct(?:ober|\\.)?|[Nn]ov(?:ember|\\.)?|[Dd]ec(?:ember|\\.)?)"
FULL_MONTH = (
    "(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
)
YEAR = "(?P<year>(?:1[789]|20)[0-9]{2})"
RECENT_YEAR = "(?P<year>(?:19|20)[0-9]{2})"
OLD_YEAR = "(?P<year>1[78][0-9]{2})"
DAY = "(?P<day>[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?"
NUMBER = "(?P<number>[0-9]{1,4}(?:\\.[0-9])?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Aa]n?|[Ss]everal|[Aa] few)"
UNIT = "(?P<unit>years?|months?|weeks?|days?|hours?|minutes?|quarters?|decades?)"


_HOLIDAYS = {
    "Christmas": "圣诞节", "Christmas Day": "圣诞节", "Christmas Eve": "平安夜", "New Year's Day": "元旦", "New Year’s Day": "元旦", "Chinese New Year": "春节",
    "Lunar New Year": "春节", "Thanksgiving": "感恩节", "Singles' Day": "双十一", "Singles’ Day": "双十一",
}  # fmt: skip


def _month(text: str) -> int:
    return _MONTHS[text.lower()[:3]]


def _point(m: Matched) -> Point:
    g = m
    part = ""
    if g.get("quarter"):
        part = f"Q{_QUARTERS[g['quarter'].lower()]}"
    elif g.get("half"):
        part = f"H{_QUARTERS[g['half'].lower()]}"
    elif g.get("stage"):
        part = {"early": "初", "mid": "中", "late": "底", "end": "底", "beginning": "初", "start": "初"}[
            g["stage"].lower().strip("-")
        ]
    elif g.get("season"):
        part = {"spring": "春", "summer": "夏", "autumn": "秋", "fall": "秋", "winter": "冬"}[
            g["season"].lower()
        ]
    if g.get("fiscal"):
        number = int(g["fiscal"])
        return Point(number + (2000 if number < 100 else 0), part=part, fiscal=True)
    year = (
        int(g["year"])
        if g.get("year")
        else Shift("document", _NEAR[g["near"].lower()])
        if g.get("near")
        else Shift("text", 0)
        if g.get("that")
        else None
    )
    return Point(
        year,
        _month(g["month"]) if g.get("month") else None,
        int(g["day"]) if g.get("day") else None,
        part=part,
        side="since" if g.get("since") else "",
    )


def _number(text: str) -> tuple[float, float]:
    word = text.lower()
    if word in ("several", "a few", "few"):
        return 2, 9
    return (float(word), float(word)) if word[0].isdigit() else (_WORDS[word], _WORDS[word])


def _length(m: Matched) -> Length:
    low, high = _number(m["number"] or "one")
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


def _near(m: Matched) -> Point:
    by = _NEAR[m["near"].lower()]
    unit = m["unit"].lower()
    if unit in ("fiscal year", "financial year"):
        return Point(year=Shift("document", by), fiscal=True)
    if unit == "year":
        return Point(year=Shift("document", by))
    if unit == "month":
        return Point(month=Shift("document", by))
    if unit == "quarter":
        return Point(part={-1: "上个季度", 0: "本季度", 1: "下个季度"}[by])
    if unit == "week":
        return Point(week=Shift("document", by))
    return Point(week=Shift("document", by), weekday=_WEEKDAYS[unit[:3]])


def _day(m: Matched) -> Point:
    return Point(day=Shift("document", {"yesterday": -1, "today": 0, "tomorrow": 1}[m.text.lower()]))


def _decade(m: Matched) -> Fixed:
    digits = m["decade"]
    year = int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) >= 30 else 2000)
    if stage := m["stage"]:
        low, high = {"e": (0, 3), "m": (4, 6), "l": (7, 9)}[stage[0].lower()]
        return Fixed(f"{year + low:04d}/{year + high:04d}")
    return Fixed(f"{year // 10:03d}X")


def _first_months(m: Matched) -> Point:
    which = 1 if m["which"].lower() == "first" else -1
    return Point(int(m["year"]), nth=(which, "month", int(_number(m["count"])[0])))


def _text_near(m: Matched) -> Point:
    """the following year, that year, the same month: counted from what the text is at."""
    word = (m["by"] or m["tail"]).lower()
    by = (
        1
        if word in ("following", "next", "after", "later")
        else -1
        if word in ("previous", "preceding", "prior", "before")
        else 0
    )
    unit = m["unit"].lower()
    if unit == "month":
        return Point(month=Shift("text", by))
    return Point(day=Shift("text", by)) if unit == "day" else Point(year=Shift("text", by))


def _same_period(m: Matched) -> Point:
    """the same quarter of 2017, the year-ago period."""
    point = _point(m)._replace(part="同期")
    return point._replace(year=Shift("text", -1)) if m["back"] else point


def _years(m: Matched):
    from timeline.times.readings import Range

    first, last = int(m["first"]), int(m["last"])
    return Range(Point(year=first), Point(year=last)) if first < last else None


_TAILS = {
    "ago": "ago",
    "earlier": "earlier",
    "before": "earlier",
    "before that": "earlier",
    "later": "later",
    "after that": "later",
    "from now": "later",
}
_ORDINAL = "[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th"
_NEAR_WORD = "(?P<near>[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious)"
_SAME = "(?:same|corresponding|comparable) (?:period|quarter|time)"
_STAGE = "(?:[Tt]he )?(?P<stage>[Ee]arly|[Mm]id-?|[Ll]ate|[Ee]nd|[Bb]eginning|[Ss]tart)(?: of|-)? ?"

RULES = (
    Rule("english-date", rf"(?P<since>[Ss]ince )?{MONTH} {DAY},? {YEAR}", _point, "March 30, 2021", whole_word),
    Rule("english-day-first", rf"{DAY}(?: of)? {MONTH},? {YEAR}", _point, "30 March 2021", whole_word),
    Rule("english-month-day", rf"(?:{FULL_MONTH}|(?P<month>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)) {DAY}", _point, "March 30", whole_word),
    Rule("english-month", rf"(?P<since>[Ss]ince )?{MONTH},? {YEAR}", _point, "March 2021", whole_word),
    Rule("english-day-month", rf"{DAY} (?:of )?{FULL_MONTH}", _point, "30 June", whole_word),
    Rule("english-month-near", rf"{FULL_MONTH},? (?:of )?{_NEAR_WORD} year", _point, "March this year", whole_word),
    Rule("english-bare-month", r"(?P<since>[Ss]ince )?(?P<month>January|February|April|June|July|August|September|October|November|December)", _point, "October", whole_word),
    Rule("english-may", r"(?P<month>May|March)", _point, "in May", after_preposition),
    Rule("english-first-months", rf"(?:[Tt]he )?(?P<which>first|last) (?P<count>two|three|four|six|eight|nine|ten|eleven|[2-9]|1[01]) months of {YEAR}", _first_months, "the first nine months of 2023", whole_word),
    Rule("english-century", r"(?:[Tt]he )?(?P<century>1[0-9]|2[01])(?:st|th) century", lambda m: Fixed(f"{int(m['century']) - 1:02d}XX"), "the 21st century", whole_word),
    Rule("english-fiscal-year", rf"(?:the )?(?:(?:(?P<quarter>{_ORDINAL})[ -][Qq]uarter|Q(?P<quarter>[1-4])|(?P<half>[Ff]irst|[Ss]econd) half|H(?P<half>[12]))(?: of)?,? )?(?:[Ff]iscal(?: [Yy]ear)?|[Ff]inancial [Yy]ear|FY) ?['’]?(?P<fiscal>20[0-9]{{2}}|[0-9]{{2}})", _point, "fiscal 2021", whole_word),
    Rule("english-quarter", rf"Q(?P<quarter>[1-4])(?: of)?,? ?{YEAR}", _point, "Q3 2023", whole_word),
    Rule("english-quarter-words", rf"(?:[Tt]he )?(?P<quarter>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)[ -][Qq]uarter(?: of| in)?,? (?:{YEAR}|{_NEAR_WORD} year|(?P<that>that year))", _point, "the third quarter of 2023", whole_word),
    Rule("english-same-period", rf"(?:[Tt]he )?{_SAME}(?: of| in)? (?:{YEAR}|{_NEAR_WORD} year)|(?:[Tt]he )?{_SAME} (?P<back>(?:a|one) year (?:ago|earlier|before)|(?:of|in) the (?:previous|prior|preceding) year)|[Tt]he (?P<back>year-ago|year-earlier|prior-year|previous-year) (?:period|quarter)", _same_period, "the same period of 2020", whole_word),
    Rule("english-near-season", r"(?P<near>[Ll]ast|[Tt]his|[Nn]ext) (?P<season>spring|summer|autumn|fall|winter)", _point, "last summer", whole_word),
    Rule("english-bare-quarter", rf"the (?P<quarter>{_ORDINAL})[ -][Qq]uarter|(?P<quarter>{_ORDINAL})-quarter|the (?P<half>[Ff]irst|[Ss]econd) half", _point, "the third quarter", lambda text, start, end: whole_word(text, start, end) and not text.startswith(" of", end)),
    Rule("english-half", rf"(?:[Tt]he )?(?P<half>[Ff]irst|[Ss]econd)[ -][Hh]alf(?: of)? (?:{YEAR}|{_NEAR_WORD} year)", _point, "the first half of 2024", whole_word),
    Rule("english-half-short", rf"(?:H(?P<half>[12])|(?P<half>[12])H)(?: of)?,? ?{YEAR}", _point, "H1 2024", whole_word),
    Rule("english-stage", rf"{_STAGE}(?:{YEAR}|{_NEAR_WORD} year|(?P<that>that year))|[Yy]ear-(?P<stage>end) {YEAR}|the (?P<stage>end|start|beginning) of the year|(?P<stage>end) of (?P<near>this|last|next) year", _point, "early 2019", whole_word),
    Rule("english-text-year", r"(?:[Tt]he )(?P<by>[Ff]ollowing|[Nn]ext|[Ss]ame|[Pp]revious|[Pp]receding|[Pp]rior) (?P<unit>year|month|day)|(?P<by>[Tt]hat)(?: same)? (?P<unit>year)|[Tt]he (?P<unit>year|day) (?P<tail>after|before)", _text_near, "the following year", whole_word),
    Rule("bare-year", YEAR, _point, "2003 – 成立", bare_year),
    Rule("english-holiday", rf"(?P<holiday>{'|'.join(_HOLIDAYS)}),? {YEAR}", lambda m: Point(int(m["year"]), holiday=_HOLIDAYS[m["holiday"]]), "Christmas Day 2015", whole_word),
    Rule("english-season", rf"(?:[Tt]he )?(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?: of)? {YEAR}", _point, "summer 2020", whole_word),
    Rule("english-year", rf"(?:[Ii]n|[Ff]rom|[Bb]y|[Uu]ntil|[Dd]uring|[Oo]f|[Aa]fter|[Bb]efore|[Ff]ull[ -][Yy]ear|[Tt]he year|[Ee]st\.|[Ee]stablished|[Ff]ounded) (?P<core>{RECENT_YEAR})|(?P<since>[Ss]ince) {RECENT_YEAR}", _point, "Since 2010", whole_word),
    Rule("english-old-year", rf"(?:[Ii]n|[Ff]rom|[Bb]y|[Uu]ntil|[Dd]uring|[Aa]fter|[Bb]efore|[Tt]he year|[Ee]st\.|[Ee]stablished|[Ff]ounded|[Cc]irca) (?P<core>{OLD_YEAR})|(?P<since>[Ss]ince) {OLD_YEAR}", _point, "in 1878", no_number),
    Rule("english-year-span", r"(?:[Ii]n|[Ff]rom|[Dd]uring|[Oo]f) (?P<core>(?P<first>(?:1[789]|20)[0-9]{2})[-–—](?P<last>(?:1[789]|20)[0-9]{2}))", _years, "in 2010-2012", no_number),
    Rule("english-years", r"(?:[Ff]rom |[Bb]etween )(?P<core>(?P<first>(?:1[789]|20)[0-9]{2}) (?:to|and|until|through) (?P<last>(?:1[789]|20)[0-9]{2}))|(?P<first>(?:19|20)[0-9]{2}) to (?P<last>(?:19|20)[0-9]{2})", _years, "2010 to 2020", no_number),
    Rule("english-near", rf"{_NEAR_WORD} (?P<unit>(?:fiscal |financial )?year|month|quarter|week|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)", _near, "last year", whole_word),
    Rule("english-weekday", r"[Oo]n (?P<core>(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))", lambda m: Point(weekday=_WEEKDAYS[m["weekday"][:3].lower()]), "on Monday", not_reporting),
    Rule("english-month-stage", rf"(?:[Tt]he )?(?P<stage>[Ee]arly|[Mm]id|[Ll]ate|[Ee]nd|[Bb]eginning)(?: of|-)? ?(?:{MONTH},? {YEAR}|{FULL_MONTH})", _point, "early March 2024", whole_word),
    Rule("english-day", r"[Yy]esterday|[Tt]oday|[Tt]omorrow", _day, "yesterday", whole_word),
    Rule("english-length-ago", rf"{NUMBER} {UNIT} (?P<tail>ago|later|earlier|before that|after that|from now)", _length, "three years later", whole_word),
    Rule("english-window", rf"(?:[Tt]he )?(?P<head>[Pp]ast|[Ll]ast|[Nn]ext|[Cc]oming|[Pp]revious|[Ww]ithin) {NUMBER} {UNIT}|(?:[Tt]he )?(?P<head>[Pp]ast|[Ll]ast|[Nn]ext|[Cc]oming) (?P<unit>decade)|(?:[Tt]he )(?P<head>[Pp]ast) (?P<unit>year|month|week|quarter)", _length, "the past five years", whole_word),
    Rule("english-duration", r"(?P<number>[0-9]{1,4}(?:\.[0-9])?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]everal)[ -](?P<unit>years?|months?|weeks?|days?|hours?|minutes?|quarters?|decades?)", _length, "12 years", no_age),
    Rule("english-decade", r"(?:[Tt]he )?(?:(?P<stage>[Ee]arly|[Mm]id|[Ll]ate)[- ])?'?(?P<decade>(?:19|20)?[0-9]0)s|[Tt]he (?:(?P<stage>[Ee]arly|[Mm]id|[Ll]ate)[- ])?(?P<decade>(?:1[789]|20)[0-9]0)['’]?s", _decade, "the 1990s", whole_word),
    Rule("english-period-ended", r"(?P<unit>(?:fiscal |financial )?year|quarter)", lambda m: _length(Matched("", {"number": "one", "unit": m["unit"].split()[-1], "tail": None, "head": None})), "year ended 2021年3月31日", period_ended),
    Rule("english-set", r"[Ee]very (?:year|month|week|day|quarter|hour)|[Ee]ach (?:year|month|week|day|quarter)|[Aa]nnually|[Mm]onthly|[Ww]eekly|[Dd]aily", lambda m: Recurring({"y": "P1Y", "a": "P1Y", "mo": "P1M", "w": "P1W", "d": "P1D", "q": "P3M", "h": "PT1H"}.get(_set_key(m.text), "P1Y")), "every year", whole_word),
    Rule("english-now", r"[Cc]urrently|[Nn]owadays|at present|to date|[Pp]resently", lambda m: Deictic("present"), "currently", whole_word),
    Rule("english-recently", r"[Rr]ecently|[Ll]ately", lambda m: Deictic("recent"), "recently", whole_word),
    Rule("english-recent-years", r"recent years", lambda m: Deictic("years"), "recent years", whole_word),
)  # fmt: skip


def _set_key(text: str) -> str:
    word = text.lower().split()[-1]
    return "mo" if word.startswith("mo") else word[0]
