"""docs/times.md, made from `RULES`: what is recognised, an example, the value and the days.

python -m timeline.times > docs/times.md
"""

from __future__ import annotations

from timeline.model import Timex
from timeline.times import calendar, english, english_lengths, find_times, holidays, lengths, ranges, words
from timeline.times.rule import Rule
from timeline.times.rules import RULES

REFERENCE = "2022-06-15"
# Said before an example that needs something to point back to.
CONTEXT = "公司成立于2010年3月2日。"

_FAMILIES = (
    ("Places on the calendar", calendar.RULES),
    ("Holidays, the lunar calendar, plan periods", holidays.RULES),
    ("Ranges", ranges.RULES),
    ("Lengths of time, and sets", lengths.RULES),
    ("Words", words.RULES),
    ("English", (*english.RULES, *english_lengths.RULES)),
)

_INTRODUCTION = f"""# Times

What `timeline.find_times` recognises, and what it makes of it. This page is generated from `RULES`
(`python -m timeline.times > docs/times.md`); a test keeps it current. Each example was read on
{REFERENCE}; where an example needs something to point back to, it followed the words “{CONTEXT}”.

Values are EDTF (ISO 8601-2), lengths ISO 8601 durations, sets recurring patterns. *Days* are the first
and the last day that a reasonable reader would accept; “..” is an open end, “–” is a time that no
calendar holds. Rules are tried on the longest stretch that any of them matches; the first that
reads the whole of it gives the reading.
"""

_CONVENTIONS = """## Conventions

- **Find, then resolve.** Finding is one linear pass. Resolving uses, in this order: what the expression
  states itself; what the text has established (the running year, the last date of the same
  granularity, a founding date, the date after 从, a table's column, a quoted mail's own date); the
  document's date. Never today's. `anchor` says which of them it was and where it stands.
- **The document's date** may be a day, a month, a year or any EDTF interval. 现在, 目前, 如今 are the whole of it.
- **Dated posts:** where several lines hold a day and hardly anything else (a clock, a weekday, 来自 …, a version), what
  stands under each is told on its day, and the document is as of the last of them.
- **Fiscal years** (2022财年, fiscal 2021, Q1 FY2024) end where the document says that its own do (截至3月31日止年度, fiscal year
  ended March 31), else in December; they have the number of the year in which they end. 报告期内 is what the document
  defines, else what its title reports on.
- **Rows of years:** 第二年, 第三年 after 头两年 count from where the row began; 成立第五年 is the fifth year, 成立后第五年 five years on.
- **Asides:** 较去年同期, 前一年 and 早在1981年 are looked back at; what follows goes on from where the text was.
- **The date of writing, read off the text,** is a dateline or a signature, else the latest date told as past. A planned
  year, an open end (2012年至今) or an agency's day without a year gives none: better none than a wrong one.
- **Vague parts of a year:** 年初 is the first quarter (`2021-33~`), 年底 the last (`2021-36~`), 年中 June and July; 月初
  and 月底 are the days 1 to 10 and 21 to the last. They end with the document if it was written within them.
- **Windows:** 近三年 and 过去十年 run from so many units before the document up to it, as precisely as its date is
  known; 近年 begins three calendar years before; 最近 and 近期 are the document's month and the two before it.
- **Offsets:** 12年前 is the whole year, 三个月后 the whole month, 三天后 the day. 后 counts from the last date that the
  text told close by, 前 from the document.
- **Before and after:** 2015年前 ends with 2014, 2018年后 begins with 2019, both open on the other side; 春节前 and 春节后 are
  the 30 days on that side; 2018年以来 ends with the document.
- **A month or day without a year** takes the running year of the text, else the document's own year, but the year
  before where it would lie seven months ahead of the document.
- **Numbers:** 几 and 数 are 2 to 9; 10多 is 10 to 19; 三四 is 3 to 4.
- **Anniversaries and 前N年, 新N年, 第二个N年** count from the founding that the text tells.
- **Ages:** 31岁时 counts from the birth that the text told last; where it tells none, it stays unresolved.
- **春节假期** has the days off that were decreed, up to 2026; the years after it are taken as eight days from the Eve.
- **Parts told so far:** 今年早些时候, earlier this year and year to date end with the document; later this year begins with it.
- **Quarters** without a year: 第三季 is one where accounts are told around it, else a season of something. In English news
  a quarter that has not begun is last year's, unless it is expected.
- **What a whole text goes by:** in filings of Taiwan 98年5月20日 and 96/10/02 are of 2009 and 2007. 07/01/2009 is read day first, unless
  another date of the text has months first, it would lie ahead of the document, or the text is American.
- **今(24)日** is the 24th, also where it was printed a day later; in a text without a date it is `XXXX-XX-24`.
- **A date of writing that is only inferred** anchors with a question mark (`document 2024-11-30?`): the text was written then or later.
- **A story told by days** rolls on: 2月12日 after 2024年11月30日 is of 2025, unless the words between look back. 当时 passes over dates to
  come and over the day on which somebody only remembered.
- **Unresolved is an answer:** value empty (or a pattern such as `XXXX-12-02`), no days, and the reason in `anchor`.
"""


def example(rule: Rule) -> Timex | None:
    """The rule's example as `find_times` reads it, alone or after the context."""
    for text in (rule.example, CONTEXT + rule.example):
        for time in find_times(text, REFERENCE):
            if time.rule == rule.name and (
                time.earliest or time.latest or text != rule.example or time.type == "SET"
            ):
                return time
    return next((time for time in find_times(rule.example, REFERENCE) if time.rule == rule.name), None)


def _days(time: Timex) -> str:
    if time.earliest is None and time.latest is None:
        return "–"
    if time.earliest == time.latest:
        return f"{time.earliest}"
    return f"{time.earliest or '..'} to {time.latest or '..'}"


def to_markdown() -> str:
    parts = [_INTRODUCTION, _CONVENTIONS, f"## Rules\n\n{len(RULES)} rules.\n"]
    listed = {rule.name for _, rules in _FAMILIES for rule in rules}
    for title, rules in _FAMILIES:
        if title == "Ranges":
            rules = (*rules, *(rule for rule in RULES if rule.name not in listed))
        parts.append(
            f"### {title}\n\n| recognises | example | type | value | days |\n|---|---|---|---|---|\n"
            + "".join(map(_row, rules))
        )
    return "\n".join(parts) + "\n" + EXCEPTIONS


def _row(rule: Rule) -> str:
    time = example(rule)
    if time is None:
        raise ValueError(f"the example of {rule.name} is not read by it: {rule.example}")
    cells = (
        rule.name.replace("-", " "),
        time.text,
        time.type,
        f"`{time.value}`" if time.value else "",
        _days(time),
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


EXCEPTIONS = """## Cases of Recognizers-Text that we hold to be wrong

`python -m benchmarks.recognizers FOLDER` scores these rules against the Chinese date-time specs of Recognizers-Text.
The following expectations there are not met, on purpose.

| expression | expected there | why not |
|---|---|---|
| 大年初一, 正月三十, 三月初一, 大年三十 | 1 January, 30 January, 1 March, 30 January | lunar dates are not the Gregorian dates of the same number |
| 中秋, 中秋节, 端午节, 除夕 | 15 August, 5 May, 31 December | lunar holidays move: 中秋 2017 was on 4 October |
| 神龙二年正月初一, 雍正四年大年三十 | 0706-01-01, 1726-01-30 | as above, and beyond the table of lunar years: left unresolved |
| 截止到2018年 | the time before 2018 | 截止到2018年 includes 2018 for most readers; the span here is 2018年, 截止 is a verb |
| 2018年开始, 从2015年2月1日开始 | open to the right | 开始 is a verb and no part of the expression; the range belongs to the clause |
| 1月15号4点和2月3号9点之间 in November | the next year | nothing says so; without a cue for the future it is the document's year |
| 2014年6月14日起到2014年9月14日之前 | two expressions | it is one range |
"""
