"""A gathering that two documents tell with different dates: the same odd number of guests, the same quoted name."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.checks.reading import Reading
from timeline.checks.sides import Rivalry, Side, of_observation

AROUND = 200  # characters around a number in which its occasion is named
FARTHEST = 1100  # days: what lies farther apart is another year's
_QUOTED = re.compile(r"[“「『]([\u4e00-\u9fff]{2,8})[”」』]")


class _Guests(NamedTuple):
    reading: Reading
    side: Side
    around: str


def rivals(readings: Sequence[Reading]) -> Iterator[Rivalry]:
    """Pairs of tellings whose dates exclude each other."""
    told: dict[tuple[float, str], list[_Guests]] = defaultdict(list)
    for reading in readings:
        for observation in reading.observations:
            value = observation.quantity.value
            if observation.quantity.unit == "persons" and value and 2 < value < 1000 and value % 10:
                side = of_observation(reading, observation)
                place = reading.place(observation.quantity.end - 1) + 1
                if side:
                    around = reading.text[max(0, place - AROUND) : place + AROUND]
                    told[value, reading.text[place : place + 2]].append(_Guests(reading, side, around))
    for key in sorted(told):
        yield from _apart(told[key])


def _apart(guests: Sequence[_Guests]) -> Iterator[Rivalry]:
    for index, right in enumerate(guests[:12]):
        for left in guests[:index]:
            gap = abs((left.side.earliest - right.side.earliest).days)
            name = _occasion(left, right)
            if (
                left.reading is not right.reading
                and name
                and left.side.excludes(right.side)
                and gap <= FARTHEST
            ):
                yield Rivalry(left.side, right.side, name, "warning")  # it may be held every year
                return


def _occasion(left: _Guests, right: _Guests) -> str:
    """A name that one quotes beside its number and the other has beside its own."""
    quoted = {
        name
        for a, b in ((left, right), (right, left))
        for name in _QUOTED.findall(a.around)
        if name in b.around
    }
    return min(quoted, key=lambda name: (-len(name), name), default="")
