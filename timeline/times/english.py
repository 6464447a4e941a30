"""Rules for English dates inside the same records: March 30, 2021; Q3 2023; three years later."""

from __future__ import annotations

from timeline.times.english_lengths import read_count
from timeline.times.english_surroundings import (
    after_preposition,
    bare_year,
    in_news,
    no_newspaper,
    no_number,
    no_person,
    not_of,
    of_a_year,
    of_accounts,
    whole_word,
)
from timeline.times.readings import Anaphor, Fixed, Point, Range, Shift
from timeline.times.rule import Matched, Rule

_MONTHS = {
    name: i
    for i, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_WEEKDAYS = {name: i for i, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 1)}
_DAYS = {
    "yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0, "this morning": 0, "last night": -1,
    "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "1": 1, "2": 2, "3": 3, "4": 4}  # fmt: skip
_NEAR = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}  # fmt: skip
_STAGES = {"early": "初", "mid": "中", "middle": "中", "late": "底", "end": "底", "beginning": "初", "start": "初"}  # fmt: skip

MONTH = "(?P<month>[Jj]an(?:uary|\\.)?|[Ff]eb(?:ruary|\\.)?|[Mm]ar(?:ch|\\.)?|[Aa]pr(?:il|\\.)?|May|[Jj]une?|[Jj]uly?|[Aa]ug(?:ust|\\.)?|[Ss]ept?(?:ember|\\.)?|[Oo]ct(?:ober|\\.)?|[Nn]ov(?:ember|\\.)?|[Dd]ec(?:ember|\\.)?)"
FULL_MONTH = (
    "(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
)
YEAR = "(?P<year>(?:1[789]|20)[0-9]{2})"
RECENT_YEAR = "(?P<year>(?:19|20)[0-9]{2})"
OLD_YEAR = "(?P<year>1[78][0-9]{2})"
DAY = "(?P<day>[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?"


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
        part = _STAGES[g["stage"].lower().strip("-")]
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
        else Shift("text", -1 if g.get("before") else 0)
        if g.get("that") or g.get("before")
        else None
    )
    return Point(
        year,
        _month(g["month"]) if g.get("month") else None,
        int(g["day"]) if g.get("day") else None,
        part=part,
        side="since" if g.get("since") else "",
    )


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


def _day_range(m: Matched) -> Range:
    """May 2-4, 2019."""
    first = _point(m)
    return Range(first, first._replace(day=int(m["last"])))


def _told_part(m: Matched) -> Point:
    """Earlier this year, later this month, year to date."""
    word, unit = (m["part"] or "earlier").lower(), (m["unit"] or "year").lower()
    side = "later" if word == "later" or m["rest"] else "earlier"
    now = Shift("document", 0)
    if unit == "week":
        return Point(week=now, side=side)
    return (
        Point(month=now, side=side) if unit == "month" else Point(year=now, side=side, fiscal="al " in m.text)
    )


def _day(m: Matched) -> Point:
    return Point(day=Shift("document", _DAYS[m.text.lower()]))


def _first_months(m: Matched) -> Point:
    which = 1 if m["which"].lower() == "first" else -1
    year = int(m["year"]) if m["year"] else Shift("document", _NEAR[m["near"]] if m["near"] else 0)
    count = int(read_count(m["count"])[0])
    return Point(year, nth=(which, "month", count * 3 if m["unit"] == "quarters" else count))


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
    if unit == "week":
        return Point(week=Shift("text", by))
    return Point(year=Shift("text", by)) if unit == "year" else Point(day=Shift("text", by))


def _same_period(m: Matched) -> Point:
    """the same quarter of 2017, the year-ago period."""
    point = _point(m)._replace(part="同期")
    return point._replace(year=Shift("text", -1)) if m["back"] else point


def _years(m: Matched) -> Range | None:
    first, last = int(m["first"]), int(m["last"])
    if len(m["last"]) == 2:
        last += first // 100 * 100  # 1918-19
    return Range(Point(year=first), Point(year=last)) if first < last else None


_ORDINAL = "[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th"
_NEAR_WORD = "(?P<near>[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious)"
_SAME = "(?:same|corresponding|comparable) (?:period|quarter|time)"
_STAGE = "(?:[Tt]he )?(?P<stage>[Ee]arly|[Mm]id(?:dle|-)?|[Ll]ate|[Ee]nd|[Bb]eginning|[Ss]tart)(?: of|-)? ?"

RULES: tuple[Rule, ...] = (
    Rule("english-date", rf"(?P<since>[Ss]ince )?{MONTH} {DAY},? {YEAR}", _point, "March 30, 2021", whole_word),
    Rule("english-day-first", rf"{DAY}(?: of)? {MONTH},? {YEAR}", _point, "30 March 2021", whole_word),
    Rule("english-month-day", rf"(?:{FULL_MONTH}|(?P<month>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)) {DAY}", _point, "March 30", whole_word),
    Rule("english-month", rf"(?P<since>[Ss]ince )?{MONTH},?(?: of)? {YEAR}", _point, "March 2021", whole_word),
    Rule("english-day-range", rf"{MONTH} {DAY}[-–—](?P<last>[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?(?:,? {YEAR})?", _day_range, "May 2-4, 2019", whole_word),
    Rule("english-part-told", r"(?P<part>[Ee]arlier|[Ll]ater|[Ss]o far) this (?:fiscal |financial )?(?P<unit>year|month|week)|[Yy]ear[- ]to[- ]date|(?:[Tt]he )?(?P<rest>rest|remainder|balance) of (?:the|this) (?P<unit>year|month|week)", _told_part, "earlier this year", whole_word),
    Rule("english-clock", r"(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9]) (?:GMT|UTC|EST|EDT|ET|CET|BST|HKT|SGT)", lambda m: Point(clock=f"T{m['hour']}:{m['minute']}"), "0942 GMT", whole_word),
    Rule("english-then", r"[Aa]t (?:the|that) time|[Bb]y then|[Bb]ack then", lambda m: Anaphor("any"), "at that time", not_of),
    Rule("english-the-decade", r"(?:the )?(?:end|close) of (?:the|that) decade|(?:[Tt]hroughout|[Dd]uring|[Oo]ver|[Ll]ater in) (?P<core>th(?:e|at) decade)|[Tt]hat decade", lambda m: Anaphor("decade"), "by the end of the decade", whole_word),
    Rule("english-year-end", r"(?:the )?[Yy]ear-end|(?:the )?year['’]s end|(?:the )?end of the year", lambda m: Point(part="底"), "by year-end", whole_word),
    Rule("english-day-month", rf"{DAY} (?:of )?{FULL_MONTH}", _point, "30 June", whole_word),
    Rule("english-month-near", rf"{FULL_MONTH},? (?:(?:of )?{_NEAR_WORD}|of (?P<that>that|the same)) year", _point, "March this year", whole_word),
    Rule("english-near-month", rf"(?:[Ll]ast|[Tt]his|[Nn]ext) {FULL_MONTH}", _point, "last October", whole_word),
    Rule("english-bare-month", r"(?P<since>[Ss]ince )?(?P<month>January|February|April|June|July|August|September|October|November|December)", _point, "October", no_person),
    Rule("english-may", r"(?P<month>May|March)", _point, "in May", after_preposition),
    Rule("english-first-months", rf"(?:[Tt]he )?(?P<which>first|last) (?P<count>two|three|four|six|eight|nine|ten|eleven|[2-9]|1[01]) (?P<unit>months|quarters) of (?:{YEAR}|(?P<near>this|last|next) year|the (?:current )?year)", _first_months, "the first nine months of 2023", whole_word),
    Rule("english-century", r"(?:[Tt]he )?(?P<century>1[0-9]|2[01])(?:st|th) century", lambda m: Fixed(f"{int(m['century']) - 1:02d}XX"), "the 21st century", whole_word),
    Rule("english-fiscal-year", rf"(?:the )?(?:(?:(?P<quarter>{_ORDINAL})[ -][Qq]uarter|Q(?P<quarter>[1-4])|(?P<half>[Ff]irst|[Ss]econd) half|H(?P<half>[12]))(?: of)?,? )?(?:[Ff]iscal(?:[ -][Yy]ear)?|[Ff]inancial [Yy]ear|FY) ?['’]?(?P<fiscal>20[0-9]{{2}}|[0-9]{{2}})", _point, "fiscal 2021", whole_word),
    Rule("english-quarter", rf"Q(?P<quarter>[1-4])(?: of)?,? ?{YEAR}", _point, "Q3 2023", whole_word),
    Rule("english-quarter-words", rf"(?:[Tt]he )?(?P<quarter>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)[ -][Qq]uarter(?: of| in)?,? (?:{YEAR}|{_NEAR_WORD} year|(?P<that>that year))", _point, "the third quarter of 2023", whole_word),
    Rule("english-same-period", rf"(?:[Tt]he )?{_SAME}(?: of| in)? (?:{YEAR}|{_NEAR_WORD} year)|(?:[Tt]he )?{_SAME} (?P<back>(?:a|one) year (?:ago|earlier|before)|(?:(?:of|in) )?the (?:previous|prior|preceding) year)|(?:[Tt]he )?(?P<back>year-ago|year-earlier|year-prior|prior-year|previous-year) (?:period|half|(?:(?:{_ORDINAL})[ -])?quarter)", _same_period, "the same period of 2020", whole_word),
    Rule("english-near-season", r"(?P<near>[Ll]ast|[Tt]his|[Nn]ext) (?P<season>spring|summer|autumn|fall|winter)", _point, "last summer", whole_word),
    Rule("english-part-of-year", rf"(?:[Tt]he )?(?:(?P<quarter>{_ORDINAL})[ -][Qq]uarter|(?P<half>[Ff]irst|[Ss]econd)[ -][Hh]alf) (?:of|in) the (?:current |calendar )?year", _point, "the second half of the year", whole_word),
    Rule("english-bare-quarter", rf"(?:[Tt]he )?(?P<quarter>{_ORDINAL})[ -][Qq]uarter|the (?P<half>[Ff]irst|[Ss]econd) half|(?P<half>[Ff]irst|[Ss]econd)-[Hh]alf|(?:[Aa]|[Ii]ts|[Oo]ur|[Tt]heir|[a-z]{{2,8}}er|[a-z]{{2,8}}est|strong|weak)(?: [a-z]{{3,12}})? (?P<core>(?P<half>[Ff]irst|[Ss]econd) half)", _point, "the third quarter", of_accounts),
    Rule("english-bare-half", r"(?:[Ii]n|[Ff]or|[Dd]uring|[Oo]f|[Tt]han) (?P<core>H(?P<half>[12]))", _point, "in H1", of_accounts),
    Rule("english-current-quarter", r"(?:[Tt]he )?[Cc]urrent[ -]quarter", lambda m: Point(part="本季度"), "the current quarter", whole_word),
    Rule("english-half", rf"(?:[Tt]he )?(?P<half>[Ff]irst|[Ss]econd)[ -][Hh]alf(?: of)? (?:{YEAR}|{_NEAR_WORD} year)", _point, "the first half of 2024", whole_word),
    Rule("english-half-short", rf"(?:H(?P<half>[12])|(?P<half>[12])H)(?: of)?,? ?{YEAR}", _point, "H1 2024", whole_word),
    Rule("english-stage", rf"{_STAGE}(?:{YEAR}|{_NEAR_WORD} year|(?P<that>that year))|[Yy]ear-(?P<stage>end) {YEAR}|the (?P<stage>start|beginning) of the year|(?P<stage>end) of (?P<near>this|last|next) year|(?P<stage>end) of the (?P<before>previous|prior|preceding) (?:financial |fiscal )?year", _point, "early 2019", whole_word),
    Rule("english-text-year", r"(?:[Tt]he )(?P<by>[Ff]ollowing|[Nn]ext|[Ss]ame|[Pp]revious|[Pp]receding|[Pp]rior) (?P<unit>year|month|day|week)|(?P<by>[Tt]hat)(?: (?:same|very))? (?P<unit>year|month|day|date|week)|[Tt]he (?P<unit>year|day|night|evening|morning) (?P<tail>after|before)", _text_near, "the following year", whole_word),
    Rule("bare-year", rf"{YEAR}(?P<since>起|以来)?", _point, "2003 – 成立", bare_year),
    Rule("english-holiday", rf"(?P<holiday>{'|'.join(_HOLIDAYS)}),? {YEAR}", lambda m: Point(int(m["year"]), holiday=_HOLIDAYS[m["holiday"]]), "Christmas Day 2015", whole_word),
    Rule("english-season", rf"(?:[Tt]he )?(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?: of)? {YEAR}", _point, "summer 2020", whole_word),
    Rule("english-year", rf"(?:[Ii]n|[Ff]rom|[Bb]y|[Uu]ntil|[Dd]uring|[Oo]f|[Aa]fter|[Bb]efore|early as|late as|back to|[Ff]ull[ -][Yy]ear|[Cc]alendar(?: year)?|[Tt]he year|[Ee]st\.|[Ee]stablished|[Ff]ounded) (?P<core>{RECENT_YEAR})|(?P<since>[Ss]ince) {RECENT_YEAR}", _point, "Since 2010", whole_word),
    Rule("english-year-of", rf"(?:[Ff]or|[Ii]ts|[Tt]heir|[Oo]ur|[Ii]nto|[Tt]o|[Gg]iven|[Dd]espite|enter|entering|[Tt]hrough|[Tt]hroughout|than|[Tt]he|[Aa]|began|started|ended|entered|finished|closed) (?P<core>{RECENT_YEAR})", _point, "its 2012 forecast", of_a_year),
    Rule("english-short-year", r"(?:[Ff]or|[Ii]n|[Bb]y|[Oo]f|[Ff]rom|[Ss]ince|[Dd]uring|[Tt]han) (?P<core>['’‘](?P<short>[0-9]{2}))", lambda m: Point(int(m["short"]) + (1900 if int(m["short"]) >= 50 else 2000)), "for '04", whole_word),
    Rule("english-old-year", rf"(?:[Ii]n|[Ff]rom|[Bb]y|[Uu]ntil|[Dd]uring|[Aa]fter|[Bb]efore|[Tt]he year|[Ee]st\.|[Ee]stablished|[Ff]ounded|[Cc]irca) (?P<core>{OLD_YEAR})|(?P<since>[Ss]ince) {OLD_YEAR}", _point, "in 1878", no_number),
    Rule("english-ancient-year", r"(?:[Ff]ounded|[Ee]stablished|[Bb]uilt|[Bb]orn|[Dd]ating back|[Dd]ates back) (?:in|to) (?P<core>(?P<year>[5-9][0-9]{2}|1[0-6][0-9]{2}))", _point, "founded in 1578", no_number),
    Rule("english-year-span", r"(?:[Ii]n|[Ff]rom|[Dd]uring|[Oo]f|[Aa]round|[Cc]irca) (?P<core>(?P<first>(?:1[789]|20)[0-9]{2})[-–—](?P<last>(?:(?:1[789]|20)[0-9]{2})|[0-9]{2}))", _years, "in 2010-2012", no_number),
    Rule("english-years", r"(?:[Ff]rom |[Bb]etween )(?P<core>(?P<first>(?:1[789]|20)[0-9]{2}) (?:to|and|until|through) (?P<last>(?:1[789]|20)[0-9]{2}))|(?P<first>(?:19|20)[0-9]{2}) to (?P<last>(?:19|20)[0-9]{2})", _years, "2010 to 2020", no_number),
    Rule("english-near", rf"(?:{_NEAR_WORD}|[Tt]he (?P<near>(?:up)?coming|current)) (?P<unit>(?:fiscal |financial )?year|month|quarter|week|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)", _near, "last year", whole_word),
    Rule("english-weekday", r"[Oo]n (?P<core>(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))", lambda m: Point(weekday=_WEEKDAYS[m["weekday"][:3].lower()]), "on Monday", whole_word),
    Rule("english-news-day", r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?: (?:morning|afternoon|evening|night))?", lambda m: Point(weekday=_WEEKDAYS[m["weekday"][:3].lower()]), "fell 10% Wednesday", in_news),
    Rule("english-month-stage", rf"(?P<since>[Ss]ince )?(?:[Tt]he )?(?:(?P<stage>[Ee]arly|[Mm]id|[Ll]ate|[Ee]nd)(?: of|-)? ?|(?P<stage>[Bb]eginning|[Ss]tart) of )(?:{MONTH},? {YEAR}|{FULL_MONTH})", _point, "early March 2024", whole_word),
    Rule("english-day", r"[Tt]he day (?:before yesterday|after tomorrow)|[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Tt]his morning|[Ll]ast night", _day, "yesterday", no_newspaper),
)  # fmt: skip
