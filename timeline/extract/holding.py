"""When a number holds: the time of its clause, else of its sentence, else the narrative's."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from timeline import edtf
from timeline.model import Day, Timex

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
    sentence: tuple[int, int],
    clause: tuple[int, int],
    position: int,
    floor: int,
) -> Held:
    """The time that holds for the number at `position`; the narrative reaches back to `floor`."""
    own = _anchored(placed, starts, clause)
    dates = [time for time in own if time.timex.type != "DURATION"]
    earlier = [time for time in dates if time.start <= position]
    if earlier:
        return _held(earlier[-1].timex, "time of the clause")
    if dates:
        return _held(dates[0].timex, "time of the clause")
    if own:
        return _held(own[0].timex, "span of the clause")
    before = _anchored(placed, starts, (sentence[0], clause[0]))
    if before:
        solid = [time for time in before if time.timex.type != "DURATION"]
        return _held((solid or before)[-1].timex, "time of the sentence")
    index = bisect_right(starts, sentence[0]) - 1
    while index >= 0 and placed[index].start >= max(floor, sentence[0] - INHERIT_WITHIN):
        timex = placed[index].timex
        if timex.anchored and timex.type in ("DATE", "TIME"):
            return _held(timex, "time told before")
        index -= 1
    return NEVER


def _anchored(placed: Sequence[Placed], starts: Sequence[int], span: tuple[int, int]) -> list[Placed]:
    inside = placed[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
    return [time for time in inside if time.timex.anchored and time.timex.type != "SET"]


def _held(timex: Timex, rule: str) -> Held:
    date = timex.value if edtf.is_edtf(timex.value) else edtf.from_bounds(timex.earliest, timex.latest)
    return Held(timex, date, timex.earliest, timex.latest, rule)
