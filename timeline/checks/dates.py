"""One milestone with two dates: told so by the unified events, or claimed to be a first that it was not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline import edtf
from timeline.checks.lengths import gap
from timeline.checks.messages import make
from timeline.checks.milestones import rivals
from timeline.checks.reading import Reading
from timeline.model import Check, Event, Mention, Span

NEAR = 80  # characters
GRAM = 2
COMMON = 60  # clauses that share a piece: beyond that it says nothing


def find(readings: Sequence[Reading], events: Sequence[Event] = ()) -> Iterator[Check]:
    """Checks of kind date."""
    texts = {reading.document.doc_id: reading.document.text for reading in readings}
    told = [
        check for event in events if event.status == "conflicting" for check in _conflicting(event, texts)
    ]
    homes = _homes(events)
    for left, right in rivals(readings, events):
        sides = sorted((left.mention, right.mention), key=lambda m: (m.doc_id, m.start))
        if not homes[sides[0].span] & homes[sides[1].span]:
            check = _two_dates(*sides, _shorter(sides), homes[sides[0].span] | homes[sides[1].span], texts)
            told += [check] if not any(_beside(check, other) for other in told) else []
    yield from told
    for check in _not_the_first(readings, events):
        if not any(_beside(check, other) for other in told):
            yield check


def _beside(check: Check, other: Check) -> bool:
    """Do two checks hold the same places against each other (within a sentence's length)?"""
    sides, others = (
        sorted(filter(None, (check.span, check.other))),
        sorted(filter(None, (other.span, other.other))),
    )
    return len(sides) == len(others) and all(
        a.doc_id == b.doc_id and abs(a.start - b.start) < NEAR for a, b in zip(sides, others, strict=True)
    )


# ── events whose mentions disagree ───────────────────────────────────────────────────────────────


def _conflicting(event: Event, texts: dict[str, str]) -> Iterator[Check]:
    """One check for each further date that an event is told with, beside the best supported one."""
    camps = _camps([mention for mention in event.mentions if mention.modality in ("fact", "plan")])
    for camp in camps[1:]:
        yield _two_dates(_sharpest(camps[0]), _sharpest(camp), event.name, {event.event_id}, texts)


def _two_dates(left: Mention, right: Mention, name: str, event_ids: set[str], texts: dict[str, str]) -> Check:
    low, high = sorted((left, right), key=lambda m: (m.earliest, m.latest, m.span))
    alike = edtf.precision(low.date) == edtf.precision(high.date)
    days = (high.earliest - (low.earliest if alike else low.latest)).days
    return make(
        "two-dates", left.span, right.span, event_ids=tuple(sorted(event_ids)),
        name=name, text=_when(left, texts), other=_when(right, texts), gap=gap(days),
    )  # fmt: skip


def _shorter(mentions: Sequence[Mention]) -> str:
    return min((mention.name for mention in mentions), key=lambda name: (name.isascii(), len(name), name))


def _homes(events: Sequence[Event]) -> dict[Span, set[str]]:
    """The events to which the evidence at a place belongs."""
    homes: dict[Span, set[str]] = defaultdict(set)
    for event in events:
        for mention in event.mentions:
            homes[mention.span].add(event.event_id)
    return homes


def _camps(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions whose dates can be true together, most documents first. A vague date joins every camp it fits."""
    camps: list[list[Mention]] = []
    for mention in sorted(mentions, key=lambda m: ((m.latest - m.earliest).days, m.earliest, m.span)):
        home = next(
            (
                camp
                for camp in camps
                if all(m.earliest <= mention.latest and mention.earliest <= m.latest for m in camp)
            ),
            None,
        )
        if home is None:
            camps.append([mention])
        else:
            home.append(mention)
    return sorted(camps, key=lambda camp: (-len({m.doc_id for m in camp}), -len(camp), camp[0].earliest))


def _sharpest(camp: Sequence[Mention]) -> Mention:
    return min(camp, key=lambda m: ((m.latest - m.earliest).days, m.span))


def _when(mention: Mention, texts: dict[str, str]) -> str:
    """The time as written, or as read where the words alone do not tell the year."""
    timex = mention.timex
    words = texts[timex.doc_id or mention.doc_id][timex.start : timex.end]
    if re.search(r"\d{4}", words) and timex.end > timex.start:
        return words
    return edtf.label(mention.date) if edtf.is_edtf(mention.date) else words


# ── firsts that were not ─────────────────────────────────────────────────────────────────────────

_FIRST = re.compile(r"第一次|首次|首度|头一次|头一回|首批|第一批")
_TAKES_UP = re.compile(
    r"(?P<topic>[\u4e00-\u9fffA-Za-z]{2,8}?)(?:这件事|问题)?(?:才|便|就)?(?:第一次|首次|首度)(?:正式)?"
    r"(?:成为|被|进入|列入|提上|摆上|纳入|提到|走进)[^，。；]{0,24}?(?:话题|议题|议程|日程|讨论|选项|视野|计划|会议)"
)
_WEIGHED = re.compile(r"决定|决策|抉择|讨论|考虑|立项|论证|表决|拍板")
_DENIED = re.compile(r"不|没|未|无|从未|之前|以前")
_NOISE = re.compile(
    r"[\W_了的在于与和从将就也都才又已经正式公司我们]|第一次|首次|首度|头一次|头一回|首批|第一批"
)
_CONTENT_LEAST = 5  # pieces of content that a claim must have


class _Clause(NamedTuple):
    mention: Mention
    words: str
    pieces: frozenset[str]
    event_ids: frozenset[str]


def _not_the_first(readings: Sequence[Reading], events: Sequence[Event]) -> Iterator[Check]:
    """X happened for the first time in 2016; another clause tells it in 2014."""
    homes = _homes(events)
    clauses = [
        _clause(reading, mention, frozenset(homes[mention.span]))
        for reading in readings
        for mention in reading.mentions
        if mention.modality == "fact"
    ]
    yield from _repeated_firsts(clauses)
    yield from _taken_up_before(clauses)


def _clause(reading: Reading, mention: Mention, event_ids: frozenset[str]) -> _Clause:
    start, end = reading.place(mention.start), reading.place(mention.end - 1) + 1
    words = timeless = reading.text[start:end]
    for placed in reversed(reading.times_in(start, end)):
        timeless = timeless[: placed.start - start] + " " + timeless[placed.end - start :]
    plain = _NOISE.sub("", timeless)
    return _Clause(mention, words, frozenset(plain[i : i + GRAM] for i in range(len(plain) - 1)), event_ids)


def _repeated_firsts(clauses: Sequence[_Clause]) -> Iterator[Check]:
    claims = [
        clause for clause in clauses if _FIRST.search(clause.words) and len(clause.pieces) >= _CONTENT_LEAST
    ]
    homes: dict[str, list[_Clause]] = defaultdict(list)
    if claims:
        for clause in clauses:
            for piece in clause.pieces:
                homes[piece].append(clause)
    for claim in claims:
        rivals = {
            rival.mention.span: rival
            for piece in claim.pieces
            if len(homes[piece]) <= COMMON
            for rival in homes[piece]
            if rival.mention.latest < claim.mention.earliest and not rival.event_ids & claim.event_ids
        }
        for rival in sorted(rivals.values(), key=lambda r: (r.mention.earliest, r.mention.span)):
            shared = len(rival.pieces & claim.pieces)
            if (
                shared >= 0.7 * min(len(claim.pieces), len(rival.pieces))
                and shared >= _CONTENT_LEAST
                and not _DENIED.search(rival.words)
            ):
                yield _first_check(claim, rival)
                break


def _taken_up_before(clauses: Sequence[_Clause]) -> Iterator[Check]:
    """A question taken up for the first time in one year had to be decided in the year before."""
    weighed: dict[str, list[_Clause]] = defaultdict(list)
    for clause in clauses:
        if _WEIGHED.search(clause.words) and not _DENIED.search(clause.words):
            weighed[clause.mention.doc_id].append(clause)
    for claim in clauses:
        match = _TAKES_UP.search(claim.words)
        for rival in weighed[claim.mention.doc_id] if match else ():
            earlier = rival.mention.latest < claim.mention.earliest and not rival.event_ids & claim.event_ids
            if earlier and match and match["topic"][-2:] in rival.words:
                yield _first_check(claim, rival)
                break


def _first_check(claim: _Clause, rival: _Clause) -> Check:
    return make(
        "not-the-first", claim.mention.span, rival.mention.span,
        event_ids=tuple(sorted(claim.event_ids | rival.event_ids)),
        text=_heart(claim.words, _FIRST), other=_heart(rival.words, _WEIGHED),
        later=edtf.label(claim.mention.date), earlier=edtf.label(rival.mention.date),
    )  # fmt: skip


def _heart(words: str, wanted: re.Pattern[str]) -> str:
    """The part between commas that holds what is wanted, else all of it."""
    parts = [part.strip() for part in re.split(r"[，,；;。]", words)]
    return next((part for part in parts if wanted.search(part)), "，".join(filter(None, parts)))
