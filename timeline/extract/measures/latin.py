"""Whose number it is in English text: capitalised names, without determiners, months and places."""

import calendar
import re
from functools import lru_cache

from timeline.extract.english.name_words import NOT_NAMES
from timeline.extract.measures.measure_words import is_measure_word
from timeline.lexicon.grammar import wordset
from timeline.quantities import units

_NAME = re.compile(
    r"(?<![\w.])(?![A-Z]\.)[A-Z][\w&'’-]*(?: (?:[A-Z][\w&'’-]*|\d{1,3}\b(?! [a-z])|of(?= [A-Z])))*"
)
# No subject stands after a preposition: in Hong Kong, by the investor Ann Lee, to the NYSE.
_PLACED = re.compile(
    r"\b(?:(?:in|at|to|across|near|on|since|until|than|into|under|against|including|like)\s(?:the\s|an?\s)?"
    r"|(?:by|with|of|from)\s(?:(?!which|whom|that|what)[a-z-]+\s){0,3})$"
)
# Ann Lee, chairman of Harbor: who speaks owns nothing.
_PERSON = re.compile(
    r",\s(?:the\s|its\s|an?\s)?(?:[\w-]+\s){0,2}?(?:chair(?:man|woman)?|chief|CEO|CFO|president|(?:co-?)?founder|director|analyst|manager)\b"
)
# It, the company: who acts is told, though not by name.
_PRONOUN = re.compile(
    r"(?<![\w-])(?:[Ii]t|[Tt]hey|[Ww]e|[Tt]he (?:company|group|firm|bank|carmaker|startup))\s(?=[a-z])(?!(?:also )?(?:is|was) [a-z]+ that\b)"
)
_MONEY = re.compile(r"(?:RMB|CNY|USD|US|HKD|HK|NTD|NT|EUR)\d")
# 18 million|in North America, a decline of 18%|in the International segment; European|revenue.
_OF_PART = re.compile(
    r" in (?:the |our )?(?P<name>[A-Z][A-Za-z&-]+(?: [A-Z][A-Za-z&-]+){0,2})(?= segment| division| business| market|[,.;]| and\b)"
)
_OF_PART_BEFORE = re.compile(
    r"(?:^|[.;,:] |\b(?:and|while|The|the) )(?P<name>(?:North |South |Latin |East |West )?(?:America|Europe|Asia|China|Japan|India|Africa|International|Domestic|Overseas)n?)\s$"
)
# advisory|revenue, In asset management,|net revenue, the banking division, where|revenue: a part by its trade.
_OF_TRADE = re.compile(
    r"(?<![\w'’])(?P<name>(?:(?!(?:total|net|gross|its|their|our|the|this|that|and|in|of|for|from|by|an?|quarterly|annual|company|group|overall|other|all)\b)[a-z]+ ){0,2}"
    r"(?:advisory|advertising|subscriptions?|services?|licen[cs]ing|licen[cs]e|wholesale|retail|online|digital|cloud|rental|management|banking"
    r"|markets|brokerage|insurance|hardware|software|wireless|broadband))(?: (?:segment|division|unit|business))?,?(?: where)?(?: (?:total|net|gross))* $"
)
# Olvane agreed to buy|it for $13.
_BOUGHT = re.compile(
    r"\b(?:buy|acquire|purchase|take over)s? (?:it|the (?:company|group|firm|business)|(?P<name>[A-Z][\w&-]+(?: [A-Z][\w&-]+){0,2})) (?:for|at) (?:about |around |nearly |some |roughly )?$"
)
# Toronto, June 17 : …, NEW YORK (AP) — …: where a report was written.
_DATELINE = re.compile(
    r"\s*[A-Z][A-Za-z .'’-]{2,30}(?:,\s?[A-Z][\w. ]{2,16})?\s*(?:\([A-Z][\w ]{1,12}\))?\s*(?:--+|[–—]|:)\s"
)
_DESCRIBES = re.compile(
    r" (?:maker|giant|rival|owner|parent|operator|retailer|carrier|builder|producer|chief|boss|chairman|founder|analysts?|CEO|CFO|reports?|data|surveys?|estimates?|figures)\b"
)
# Securing|the No. 2 spot, Helping|its sales: a verb that opens a sentence.
_OPENS = re.compile(r"[A-Z][a-z]+(?:(?:ing|ed) (?:the|an?|its|their|off|by)|ed (?:in|as|on))\b")
_LOOSE = (NOT_NAMES - wordset("World Internet Business War Series")) | wordset(
    """
    Due Interest Foreign Strong Weak Higher Lower Pro-forma Excluding Overall Of Gross Headcount About All Q1 Q2 Q3 Q4
    H1 H2 Fiscal FY USD RMB CNY HKD EUR CEO CFO Version Operating Annual Quarterly Cash Average Next First Second
    Third Fourth Underlying Adjusted Reported Statutory Basic Diluted Organic Interim Final Full Half Consolidated
    Core Free Active Monthly Daily Comparable GAAP Non-GAAP EPS EBITDA EBIT IFRS Like Year Trailing Twelve Selling
    General Administrative Research Results Highlights Subscription Service Product Products Services Advertising
    Membership Segment Customers Customer Orders Stores Dividend Capital First-quarter Second-quarter Third-quarter
    Fourth-quarter Full-year Half-year Comparable-store Same-store Merchandise SG&A R&D EBITDAR EBITA IPO News
    Separately Analysts Investors Shareholders Street Wall Income Deliveries Shipments Users Employees Growth
    Investment Market Range Price Shanghai Hong Kong
    """
)
_MONTHS = frozenset(calendar.month_name[1:])


def subject_before(text: str, start: int, anchor: int, *, last: bool = False) -> str:
    """The name that a number at `anchor` is about: the first in text[start:anchor], or the last one."""
    dateline = _DATELINE.match(text, start, anchor)
    start = dateline.end() if dateline else start
    named = [
        (at, name) for at, name in _names(text, start, anchor) if name and not _only_opens(text, name, anchor)
    ]
    told = _PRONOUN.search(text, start, anchor)
    if not named or (told and not last and told.start() < named[0][0]):
        return ""
    return named[-1 if last else 0][1]


def part_beside(text: str, start: int, anchor: int, end: int) -> str:
    """The part of a firm that is named right after the number, or right before the measure; "" for none."""
    trade = _OF_TRADE.search(text, max(start, anchor - 60), anchor)
    if trade:
        return trade["name"]
    part = _OF_PART.match(text, end) or _OF_PART_BEFORE.search(text, max(start, anchor - 40), anchor)
    return part["name"] if part and is_owner(part["name"]) else ""


def is_title(line: str) -> bool:
    """Whether a line is nothing but a name."""
    return bool(_NAME.fullmatch(line)) and _without_determiner(line) == line


def bought(text: str, start: int, anchor: int) -> str | None:
    """Who is bought for the amount at `anchor`, whoever buys: "" for it, None where nobody is."""
    match = _BOUGHT.search(text, start, anchor)
    return (match["name"] or "") if match else None


def is_owner(name: str) -> bool:
    """Whether capitalised words name somebody: no month, no word that every report has."""
    return bool(_without_determiner(name))


def _only_opens(text: str, name: str, anchor: int) -> bool:
    """Whether a single word has its capital from a sentence's start: Active buyers …, Organically, revenue …"""
    inside, small = _words_of(text)
    if " " in name or name.isupper() or name in inside:
        return False
    beside = text[max(0, anchor - len(name) - 1) : anchor].strip() == name
    return beside or name.endswith(("ly", "ing")) or name.lower() in small


@lru_cache(maxsize=64)
def _words_of(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """(words with a capital inside a sentence, words without a capital) of a text."""
    part = text[:100_000]
    inside = re.findall(r"(?<=[a-z,;(] )[A-Z][\w’'-]*|(?<=\()[A-Z][\w’'-]*", part)
    return frozenset(inside), frozenset(re.findall(r"\b[a-z]+\b", part))


def _names(text: str, start: int, end: int) -> list[tuple[int, str]]:
    return [
        (match.start(), _without_determiner(match[0]))
        for match in _NAME.finditer(text, start, end)
        if not _PLACED.search(text, max(start, match.start() - 48), match.start())
        and not _DESCRIBES.match(text, match.end())
        and not _PERSON.match(text, match.end())
        and not _OPENS.match(text, match.start())
    ]


def _without_determiner(name: str) -> str:
    words = [re.sub(r"['’]s?$", "", word) for word in re.split(r"['’]s? ", name)[0].split()]  # Halden's March
    while words and (
        words[0] == "of"  # Shares|of Halden
        or _MONEY.match(words[0])
        or words[0] in _LOOSE
        or (words[0].endswith(("ese", "ish")) and len(words) == 1)  # with|Japanese
        or words[0].split("-")[0] in _MONTHS  # January-March
        or words[0].isdigit()
        or words[0].endswith(("-based", "-listed", "-owned", "-backed"))
        or is_measure_word(words[0])
        or units.read_unit(words[0], 0)
    ):
        words.pop(0)
    return re.sub(r"['’]s?$", "", " ".join(words))
