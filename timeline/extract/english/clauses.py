"""The clauses of an English sentence, and the time of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline import edtf
from timeline.extract.english.headlines import DATELINE
from timeline.extract.english.steps import DOES, WORD, find_action, words_of
from timeline.extract.language.clauses import Placed
from timeline.lexicon.english import IRREGULAR_PAST, PREPOSITIONS

_GOES_ON = "|".join(
    sorted({*IRREGULAR_PAST, "plans", "expects", "intends", "aims", "will", "was", r"[a-z]{2,}ed"})
)
_BREAK = re.compile(
    r";\s|(?<=[A-Za-z]{3})\.\s(?=[A-Z])"
    rf"|(?<!ed)\sand\s(?=(?:(?:the company|it|they)\s)?(?:later\s|then\s|also\s)?(?:{_GOES_ON})\b)"
    r"|,\s(?=(?:its|but|while|which|who|making|replacing|raising|up|down)\b|and\b(?!\s[\w-]+(?:\s[\w-]+){0,2}[.;]?\s*$))"
    r"|,\s(?=when\s(?:it|he|she|they|the company)\s)|\s[—–-]\s|(?<=\w)—(?=\w)|:\s"
)
_THAN = re.compile(r"\b(?:than|versus|compared (?:with|to)(?:[^,.;]|[.,](?=\d)){0,60}?)(?: in| for| at)?\s$")
_COMPARED = re.compile(rf"(?:\b(?:from|over|since)\s$|{_THAN.pattern})")
_SAID = re.compile(r"\b(?:said|told|announced|reported)(?: [a-z]+)?(?: on)?\s$")
# When Ms Lee founded Harbor in 1998, it sold tea: the clause that only says when, and the main one.
_WHEN = re.compile(
    r"^(?:after|when|before|as(?!\s\w+ed\b)|once|while|because|since)\s(?P<when>[^,]{6,160}),\s(?P<main>.{8,})$",
    re.I | re.S,
)
_BARE = PREPOSITIONS | {""}  # before a date that leads: In 1993, while working at the mill, she …
MARKS = " \t\n-–—*•·|"


def find_clauses(
    text: str, start: int, end: int, times: Sequence[Placed]
) -> Iterator[tuple[int, int, Placed, bool]]:
    """(start, end, time, whether a date alone leads it) of the clauses that have a time, or an action after one."""
    if len(times) > 1 and (put_out := DATELINE.match(text, start, end)):
        times = [time for time in times if time.start >= put_out.end()] or times
    times = [time for time in times if not in_brackets(text, start, time.start)] or times
    if not times:
        return
    current, taken, led = times[0], False, False
    position = start
    breaks = [
        match.span()
        for match in _BREAK.finditer(text, start, end)
        if not in_brackets(text, start, match.start())
    ]
    for stop, following in [*breaks, (end, end)]:
        own = [time for time in times if position <= time.start < stop]
        firm = [
            time for time in own if not _COMPARED.search(text, max(position, time.start - 64), time.start)
        ]
        # up 12% from 2021, revenue reached … in 2022; but a loss, compared to … in 2022, is not of 2022
        own = firm or [
            time for time in own if not _THAN.search(text, max(position, time.start - 64), time.start)
        ]
        # said on Monday that it will open … by 2027: the day of the saying is not that of the step
        own = [
            time for time in own if not _SAID.search(text, max(position, time.start - 24), time.start)
        ] or own
        current = own[0] if own else current
        if (
            len(own) == 1
            and not WORD.search(text, own[-1].end, stop)
            and text[position : own[0].start].strip(MARKS).lower() in _BARE
        ):
            position, taken, led = following, True, True  # 2003 – Founded in …: the date leads
            continue
        clause = text[position:stop]
        if clause.startswith("when "):  # since 2010, when it acquired …: in that year
            position, current = position + 5, _beginning(current)
        words = words_of(clause)
        further = taken and (led or find_action(words) is not None)
        if own or (further and (led or _subject_first(text[position:stop]) or DOES.match(clause.lstrip()))):
            yield position, stop, current, led
            taken, led = True, False
        position = following


def _beginning(time: Placed) -> Placed:
    """The time, or the day or year with which it begins."""
    value = time.timex.value.split("/")[0]
    if "/" not in time.timex.value or not edtf.is_edtf(value):
        return time
    earliest, latest = edtf.bounds(value)
    return replace(time, timex=time.timex._replace(value=value, earliest=earliest, latest=latest))


def in_brackets(text: str, start: int, place: int) -> bool:
    """Whether a place stands in round brackets: (Nasdaq: HRBR)."""
    return text.count("(", start, place) > text.count(")", start, place)


def _subject_first(clause: str) -> bool:
    return re.match(r"\s*(?:and|but|while)?\s*(?:the company|it|[A-Z])", clause) is not None


def main_clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The weightier part of a sentence that begins with when or after: what it says, or when."""
    lead = len(text[start:end]) - len(text[start:end].lstrip())
    match = _WHEN.match(text[start + lead : end])
    if not match:
        return start, end
    when, main = find_action(words_of(match["when"])), find_action(words_of(match["main"]))
    part = "when" if when and (main is None or when.weight > main.weight) else "main"
    return start + lead + match.start(part), start + lead + match.end(part)
