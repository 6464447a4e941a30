"""Firsts that were not: what is told as the first time was told as done, or weighed, before.

Vocabulary: a *claim* says 第一次, 首次; a *rival* tells the same of an earlier date.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline import edtf
from timeline.checks.messages import make
from timeline.checks.reading import Reading
from timeline.model import Check, Day, Mention, Span

GRAM = 2
COMMON = 60  # clauses that share a piece: beyond that it says nothing
LEAST = 5  # pieces that a claim and its rival must share
ALIKE = 0.7  # of the smaller one's pieces

_FIRST = re.compile(r"第一次|首次|首度|头一次|头一回|首批|第一批")
_TAKES_UP = re.compile(
    r"(?P<topic>[\u4e00-\u9fffA-Za-z]{2,8}?)(?:这件事|问题)?(?:才|便|就)?(?:第一次|首次|首度)(?:正式)?"
    r"(?:成为|被|进入|列入|提上|摆上|纳入|提到|走进)[^，。；]{0,24}?(?:话题|议题|议程|日程|讨论|选项|视野|计划|会议)"
)
_WEIGHED = re.compile(r"决定|决策|抉择|讨论|考虑|立项|论证|表决|拍板")
_DENIED = re.compile(r"不|没|未|无|之前|以前")
_NOISE = re.compile(
    r"[\W_了的在于与和从将就也都才又已经正式公司我们]|第一次|首次|首度|头一次|头一回|首批|第一批"
)


class _Clause(NamedTuple):
    mention: Mention
    words: str
    pieces: frozenset[str]


class _Time(NamedTuple):
    start: int
    value: str
    earliest: Day
    latest: Day


def find(readings: Sequence[Reading], homes: Mapping[Span, set[str]]) -> Iterator[Check]:
    """Checks of claims against rivals. `homes` gives the events at a place."""
    clauses = [_clause(reading, m) for reading in readings for m in reading.mentions if m.modality == "fact"]
    yield from _done_before(clauses, homes)
    for reading in readings:
        yield from _weighed_before(reading)


def _clause(reading: Reading, mention: Mention) -> _Clause:
    start, end = reading.place(mention.start), reading.place(mention.end - 1) + 1
    plain = _NOISE.sub("", reading.timeless(start, end))
    pieces = frozenset(plain[at : at + GRAM] for at in range(len(plain) - GRAM + 1))
    return _Clause(mention, reading.text[start:end], pieces)


def _done_before(clauses: Sequence[_Clause], homes: Mapping[Span, set[str]]) -> Iterator[Check]:
    """首次出口 in 2016; another clause tells the same of 2014."""
    claims = [clause for clause in clauses if _FIRST.search(clause.words) and len(clause.pieces) >= LEAST]
    sharing: dict[str, list[_Clause]] = defaultdict(list)
    for clause in clauses if claims else ():
        for piece in clause.pieces:
            sharing[piece].append(clause)
    for claim in claims:
        near = {c.mention.span: c for p in claim.pieces if len(sharing[p]) <= COMMON for c in sharing[p]}
        earlier = [rival for rival in near.values() if _is_rival(rival, claim)]
        for rival in sorted(earlier, key=lambda r: (r.mention.earliest, r.mention.span)):
            events = homes[claim.mention.span], homes[rival.mention.span]
            if not events[0] & events[1]:
                yield make(
                    "not-the-first", claim.mention.span, rival.mention.span,
                    event_ids=tuple(sorted(events[0] | events[1])),
                    text=_heart(claim.words, _FIRST), other=rival.words,
                    later=edtf.label(claim.mention.date), earlier=edtf.label(rival.mention.date),
                )  # fmt: skip
                break


def _is_rival(rival: _Clause, claim: _Clause) -> bool:
    if rival.mention.latest >= claim.mention.earliest or _DENIED.search(rival.words):
        return False
    shared = len(rival.pieces & claim.pieces)
    return shared >= LEAST and shared >= ALIKE * min(len(claim.pieces), len(rival.pieces))


def _heart(words: str, wanted: re.Pattern[str]) -> str:
    """The part between commas that holds what is wanted, else all of it."""
    parts = [part.strip() for part in re.split(r"[，,；;。]", words)]
    return next((part for part in parts if wanted.search(part)), words)


def _weighed_before(reading: Reading) -> Iterator[Check]:
    """A question taken up for the first time in one year had to be decided in the year before."""
    text = reading.text
    for claim in _TAKES_UP.finditer(text):
        later = _time_of(reading, claim.start())
        topic = claim["topic"][-GRAM:]
        for match in re.finditer(re.escape(topic), text) if later else ():
            start, end = reading.clause(match.start())
            earlier = _time_of(reading, match.start())
            told = _WEIGHED.search(text, start, end) and not _DENIED.search(text, start, end)
            if later and earlier and told and earlier.latest < later.earliest:
                yield make(
                    "not-the-first", reading.locate(later.start, claim.end()), reading.locate(earlier.start, end),
                    text=claim[0], other=text[start:end],
                    later=edtf.label(later.value), earlier=edtf.label(earlier.value),
                )  # fmt: skip
                break


def _time_of(reading: Reading, position: int) -> _Time | None:
    """The last date before a place, in its sentence, that is no vaguer than a year."""
    for placed in reversed(reading.times_in(reading.sentence(position)[0], position)):
        earliest, latest = placed.timex.earliest, placed.timex.latest
        if placed.timex.type == "DATE" and earliest and latest and (latest - earliest).days <= 366:
            return _Time(placed.start, placed.timex.value, earliest, latest)
    return None
