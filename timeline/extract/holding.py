"""When a number holds: the time of its clause, else of its sentence, else the narrative's."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from timeline import edtf
from timeline.model import Day, Timex

Span = tuple[int, int]
INHERIT_WITHIN = 250  # characters between a sentence and the narrative's last date


class Placed(NamedTuple):
    """A time expression and where it stands in the view."""

    start: int
    end: int
    timex: Timex


class Held(NamedTuple):
    """When a number holds, and how that was read."""

    timex: Timex | None
    date: str
    earliest: Day | None
    latest: Day | None
    rule: str


NEVER = Held(None, "", None, None, "")


def when(
    placed: Sequence[Placed],
    starts: Sequence[int],
    clauses: Sequence[Span],
    clause: Span,
    position: int,
    floor: int,
) -> Held:
    """The time that holds for the number at `position`; the narrative reaches back to `floor`.

    `clauses` are those of the sentence. A clause that is all time (11年后，) belongs to the next one.
    """
    own = _anchored(placed, starts, clause)
    dates = [time for time in own if time.timex.type != "DURATION"]
    earlier = [time for time in dates if time.start <= position]
    if own:
        chosen = earlier[-1] if earlier else (dates or own)[0]
        return _held(chosen.timex, "time of the clause" if dates else "span of the clause")
    opening = _anchored(placed, starts, (_opening(placed, starts, clauses, clause), clause[0]))
    if opening:
        return _held(opening[-1].timex, "time of the clause")
    if _is_vague(placed, starts, clause):
        return NEVER
    sentence = clauses[0][0] if clauses else clause[0]
    before = _anchored(placed, starts, (sentence, clause[0]))
    if before:
        solid = [time for time in before if time.timex.type != "DURATION"]
        return _held((solid or before)[-1].timex, "time of the sentence")
    return _told_before(placed, starts, sentence, max(floor, sentence - INHERIT_WITHIN))


def _told_before(placed: Sequence[Placed], starts: Sequence[int], sentence: int, floor: int) -> Held:
    index = bisect_right(starts, sentence) - 1
    while index >= 0 and placed[index].start >= floor:
        timex = placed[index].timex
        if timex.anchored and timex.type in ("DATE", "TIME"):
            return _held(timex, "time told before")
        index -= 1
    return NEVER


def _opening(placed: Sequence[Placed], starts: Sequence[int], clauses: Sequence[Span], clause: Span) -> int:
    """Where the clause begins, with the clauses before it that say nothing but a time."""
    opening = clause[0]
    for start, end in reversed([span for span in clauses if span[1] <= clause[0]]):
        inside = placed[bisect_left(starts, start) : bisect_left(starts, end)]
        if not inside or end - start > 2 + sum(time.end - time.start for time in inside):
            break
        opening = start
    return opening


def _is_vague(placed: Sequence[Placed], starts: Sequence[int], clause: Span) -> bool:
    """Whether the clause has a time of its own that no calendar can place (未来, 以前)."""
    inside = placed[bisect_left(starts, clause[0]) : bisect_left(starts, clause[1])]
    return any(time.timex.type == "DATE" and not time.timex.anchored for time in inside)


def _anchored(placed: Sequence[Placed], starts: Sequence[int], span: Span) -> list[Placed]:
    inside = placed[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
    return [time for time in inside if time.timex.anchored and time.timex.type != "SET"]


def _held(timex: Timex, rule: str) -> Held:
    date = timex.value if edtf.is_edtf(timex.value) else edtf.from_bounds(timex.earliest, timex.latest)
    return Held(timex, date, timex.earliest, timex.latest, rule)
