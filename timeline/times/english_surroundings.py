"""What stands around an English expression or a bare year: whether it can be a time there at all.

Each function sees (text, start, end) of a place.
"""

from __future__ import annotations

import re


def whole_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not any(
        c and c.isascii() and (c.isalnum() or c == "_") for c in (before, after)
    ) and before not in ("-", "/")


def no_age(text: str, start: int, end: int) -> bool:
    """A 100-year-old oak."""
    return whole_word(text, start, end) and not text.startswith("-old", end)


_PAPER = re.compile(r"(?<![.!?:;] )\b[A-Z][\w’']+ $")


def of_habit(text: str, start: int, end: int) -> bool:
    """Daily sales, reported weekly; but the Oldtown Daily, Farmers' Weekly, the Daily Mail."""
    if not whole_word(text, start, end) or text[start] not in "DWM" or " " in text[start:end]:
        return whole_word(text, start, end)
    named = _PAPER.search(text, max(0, start - 24), start) or re.match(" [A-Z][a-z]", text[end : end + 3])
    return named is None


_NAMED_BEFORE = re.compile("USA $|[\u4e00-\u9fff] ?$")
_TITLED = re.compile(r" (?:Show|Inc|Ltd|Group|Media|Network)\b| ?[\u4e00-\u9fff]")


def no_newspaper(text: str, start: int, end: int) -> bool:
    """Today; but USA Today, the Today Show, and a shop of that name in a Chinese text."""
    named = _TITLED.match(text, end) or _NAMED_BEFORE.search(text, max(0, start - 4), start)
    return whole_word(text, start, end) and not named


_NAMED_SO = re.compile(
    r" (?!(?:Quarter|Sales|Results|Revenue|Deliver|Earnings|Figures|Report|Production|Shipments|Profit|Year|Half|Meeting|Launch|Opening|Deadline|Event|Update|Data|Orders|Exports|Traffic|Issue|Edition|Holiday))[A-Z][a-z’']+"
)
_WHEN = re.compile(
    r"(?:^|\b(?:in|since|by|until|from|of|during|last|next|this|late|early|mid|to|and|through|before|after|for|on|end)[ -]|[,.;:\n“\"(–—0-9-] ?)$",
    re.I,
)


_LIST_ENTRY = re.compile(r"(?:^|\n)\s*[0-9]{1,2}\. $")  # 1. August Weaver & Sons


def no_person(text: str, start: int, end: int) -> bool:
    """Opens in June; but June Chan, April Lee."""
    if not whole_word(text, start, end):
        return False
    if text[start] in "Ss":  # since June
        return True
    if not _NAMED_SO.match(text, end):
        return True
    before = max(0, start - 9)
    return bool(_WHEN.search(text, before, start)) and not _LIST_ENTRY.search(text, before, start)


_NEWS = re.compile(r"(?:[a-z]{2,}|[0-9%]|\b(?:At|By|After|Before|Until|From|In))[,)]? $")
_WEEKLY = re.compile(r"\b(?:every|each|on|last|next|this|black|cyber|super|ruby|good|ash|easter) $", re.I)


def in_news(text: str, start: int, end: int) -> bool:
    """Shares fell 10% Wednesday; no day of every week, no Wednesday Addams, no Ruby Tuesday."""
    if not whole_word(text, start, end) or not _NEWS.search(text, max(0, start - 12), start):
        return False
    after = text[end : end + 2]
    named = after[:1] == " " and after[1:].isupper()
    return not named and not _WEEKLY.search(text, max(0, start - 12), start)


_YEARLY = re.compile(
    r"\s*(?:[.,;:)!?–—]|$|(?:[A-Z][\w-]+ ){1,3}(?:IPO|listing|offering|merger|acquisition|deal|crisis)\b|(?:fiscal|full|adjusted|revenues?|sales|earnings|profits?|guidance|forecasts?|expenditures?|spending|capex|capacity|deliver(?:y|ies)|shipments|production|output|costs|expenses|dividends?|income|loss(?:es)?|net|operating|gross|financial|economic|global|crisis|downturn|recession|crash|pandemic|outlook|targets?|results|budget|annual|season|edition|IPO|merger|acquisition|deal|report|election|and|to|from|as|was|were|had|has|the|on|by|with|at|its|but|after|which|when|while|because|than|over|against|compared)\b)"
)


def of_a_year(text: str, start: int, end: int) -> bool:
    """Its 2012 revenue, the forecast for 2020; but its 2000 stores."""
    return whole_word(text, start, end) and bool(_YEARLY.match(text, end))


def not_of(text: str, start: int, end: int) -> bool:
    """At the time; but at the time of its listing says itself when."""
    return whole_word(text, start, end) and not text.startswith((" of ", " that ", " when "), end)


_PAST_NOW = re.compile(r"[(（]$|\b(?:[Uu]ntil|till|from|[Bb]y|just|even|was|were|had|[Ee]very|[Uu]p to) $")


def is_now(text: str, start: int, end: int) -> bool:
    """Now the largest; but by now, was now, now that, Olvane (now Olvane Motors)."""
    told = text[end - 3 : end].lower() == "now" and (
        _PAST_NOW.search(text, max(0, start - 8), start) or text.startswith((" that", "-"), end)
    )
    return whole_word(text, start, end) and not told


_OF_ELSE = (" of", " century", " decade", "-century", " gas", " fuel", " production")


def of_accounts(text: str, start: int, end: int) -> bool:
    """The first half; but the first half of its life, its first half century."""
    return whole_word(text, start, end) and not text.startswith(_OF_ELSE, end)


_SPANS = re.compile(r"\b(?:for|in|within|after|over|about|nearly|almost|than|least|of) $", re.I)
_APART = (" ago", " later", " earlier", " from ", " before", " after")


def after_span_word(text: str, start: int, end: int) -> bool:
    """For a year, continued for decades; but a year earlier, and years of experience."""
    spans = bool(_SPANS.search(text, max(0, start - 8), start))
    return spans and whole_word(text, start, end) and not text.startswith((*_APART, "-", " of "), end)


_TOLD_UNIT = re.compile(
    r"\b(?:[Tt]he quarter|(?:[Ff]or|[Oo]ver|[Dd]uring) the (?:fiscal |financial )?year|[Ff]ull[- ](?:fiscal |financial )?year)$"
)
_TO_SUM = re.compile(" to [$€£¥0-9]")  # fell in the quarter to $1.6 billion
_ELSE = (" ended", " ending", " that ended", " of ", " to ", " before", " after", "-", " ago")


def period_ended(text: str, start: int, end: int) -> bool:
    """The year ended March 31; the quarter, for the year: the one that is told."""
    if not whole_word(text, start, end):
        return False
    if text.startswith((" ended ", " ending ", " that ended "), end):
        return True
    told = bool(_TOLD_UNIT.search(text, max(0, start - 16), end))
    named = text[end + 1 : end + 2].isdigit()  # full year 2008
    return told and not named and (bool(_TO_SUM.match(text, end)) or not text.startswith(_ELSE, end))


_OLD = ("17", "18")  # centuries whose years are as likely numbers
# What goes on after a year; after a number stands what it counts.
_GOES_ON = re.compile(
    r"\s*(?:$|[.,;:!?()\n–—]|(?:as|and|or|the|a|an|by|to|with|when|where|after|before|at|on|in|for|from|under|until|through|but|he|she|it|they|we|his|her|its|their|was|were|is|had|has|did|that|this|who|which|while)\b|[A-Z][a-z])"
)


def no_number(text: str, start: int, end: int) -> bool:
    """In 1878 as a mill, since 1886, from 2010 to 2020. But not in 1750 units, from 1800 to 1850 rpm."""
    old = text[end - 4 : end - 2] in _OLD
    return whole_word(text, start, end) and (not old or bool(_GOES_ON.match(text, end)))


_PREPOSITION = re.compile(
    r"\b(?:in|since|last|this|next|until|by|during|from|of|early|late|mid|through) ?-?$", re.I
)


_MONTHLY = re.compile(
    r" (?:sales|deliveries|figures|results|data|revenue|shipments|orders|exports|output|production|quarter|earnings|was|were|saw|helped|marked|brought|proved|[a-z]+(?<!e)ed)\b"
)
_BESIDE_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July)(?:,| and| or| to| through|,? but) $"
)


def after_preposition(text: str, start: int, end: int) -> bool:
    """In May, April and May, March sales; but May we march on."""
    if not whole_word(text, start, end):
        return False
    return bool(
        _PREPOSITION.search(text, max(0, start - 8), start)
        or _BESIDE_MONTH.search(text, max(0, start - 18), start)
        or _MONTHLY.match(text, end)
    )


_LINE_MARK = re.compile(r"[\])】）]?[ \t]*(?:[–—:：|]|-(?=[ \t]))|[\]】]?[ \t]*(?:\n|$)")

_AFTER_YEAR = re.compile(r"(?:19|20)[0-9]{2},? and $")  # December 31, 2019 and 2020

# IPO date: 2004, Year of founding: 2001, 开业时间：2004
_LABELLED = re.compile(
    r"(?:\b(?:Founded|Established|Incorporated|Opened|Closed|Built|Listed|Launched|Started|Since|IPO|(?:Date|Year)(?: of \w+| \w+)?)|(?:成立|创立|上市)于?|年份|时间|日期)\s?[:：]\s{0,2}$",
    re.I,
)
_LONGEST_LABEL = 28  # characters

_LISTED = re.compile(
    r"(?:[、/]| ?[和及与] ?)(?:(?:19|20)[0-9]{2}(?:[、/]| ?[和及与] ?)){0,6}(?:19|20)[0-9]{2}年"
)

_NUMBER_LINE = re.compile(r"\s*[0-9.,%¥$-]+[ \t]*(?:\n|$)")

_LINE_WORD = re.compile(r" +(?:[A-Z][a-z]|[\u4e00-\u9fff])|[\u4e00-\u9fff]")

_LINE_YEAR = re.compile(
    r"[ \t#*|【\[(（•·-]*(?:(?:Early|Mid|Late)?[ -]?|(?:[A-Z][a-z]{2,8} )?)(?:1[789]|20)[0-9]{2}[^0-9.,%]"
)

_OLD_WORD = re.compile(" +[A-Z][a-z]")
_OLD_LINE = re.compile(r"[\])】）]?[ \t]*(?:[–—:：|]|-(?=[ \t]))[ \t]*\n?(?:[A-Z]|[\u4e00-\u9fff])")


_TOLD_IN = frozenset("在于自从")
_THEN = re.compile(
    "正式|才|就|已|被|获|成[立为]|创[立办]|开[业始设办]|上市|推出|发[布行]|收购|建[成立]|设立|加入|回[国到]|迁"
)


# 成立于1957。 Established in Oldtown 1844.
_BEGAN = re.compile(
    r"(?:成立|创[立办建始]|[始组]建|设立|诞生|出生|[生建]|上市|投产|开业|开[设办]|推出|发布)[于在]$"
    r"|\b(?:[Ee]stablished|[Ff]ounded) in [A-Z][a-z]{1,20}(?:,? [A-Z][a-z.]{1,20}){0,2},? $"
)
_CLOSED = re.compile(r"\s*(?:[，。,.;；、）)（(]|$)")
# While 2008 was hard
_IS = re.compile(r" (?:was|is|will be|has been|had been|saw|brought|marked|proved|looks)\b")
_NO_NOUN = re.compile(
    r"(?:^|[.!?,;:\n“\"] ?|\b(?:[Ww]hile|though|that|because|since|if|and|but|so|as|year) )$", re.I
)
_ENTRY = re.compile(" [-–—] [A-Za-z\u4e00-\u9fff]")  # opened a shop; 1896 - sold wine


def bare_year(text: str, start: int, end: int) -> bool:
    """A bare year before others (2015、2016年), in brackets, after 成立：, 于2005收购, as a subject, or opening an entry of a chronicle."""
    if not whole_word(text, start, end):
        return False
    if (
        _LISTED.match(text, end)
        or _AFTER_YEAR.search(text, max(0, start - 10), start)
        or _LABELLED.search(text, max(0, start - _LONGEST_LABEL), start)
        or (text[start - 1 : start] in _TOLD_IN and _THEN.match(text, end))
        or (_BEGAN.search(text, max(0, start - 48), start) and _CLOSED.match(text, end))
        or (_IS.match(text, end) and _NO_NOUN.search(text, max(0, start - 9), start))
        or (_ENTRY.match(text, end) and text[max(0, start - 2) : start].strip() in (";", "；", "•"))
    ):
        return True
    if text.endswith(("起", "来"), start, end):
        return text[start - 1 : start] in tuple("自从由")
    if (
        text[start - 1 : start] == "(" and text[end : end + 1] == ")" and text[start : start + 2] not in _OLD
    ):  # but not (2021)沪01民终
        return start > 1 and text[start - 2].isascii() and not "\u4e00" <= text[end + 1 : end + 2] <= "\u9fff"
    return _opens_line(text, start, end)


def _opens_line(text: str, start: int, end: int) -> bool:
    """A dash or colon follows it, or years open the lines around."""
    first = text.rfind("\n", max(0, start - 10), start) + 1
    if (not first and start > 9) or text[first:start].strip(" \t#*|【[(（-•·"):
        return False
    last = text.find("\n", end, end + 400)
    following = text[last + 1 : last + 40] if last >= 0 else ""
    before = text[text.rfind("\n", 0, first - 1) + 1 : first][:40] if first else ""
    old = text[start : start + 2] in _OLD
    if mark := _LINE_MARK.match(text, end):
        if old:
            return bool(_OLD_LINE.match(text, end))
        # alone on its line: a heading, if in no column of numbers
        return bool(mark[0].strip()) or not any(map(_NUMBER_LINE.match, (before, following)))
    beside = _LINE_YEAR.match(following) or _LINE_YEAR.match(before)
    return bool(beside and (_OLD_WORD if old else _LINE_WORD).match(text, end))
