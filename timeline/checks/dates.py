"""One thing with two dates: events whose tellings disagree, and rivals that were not joined to one event."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from timeline.checks import anniversaries, firsts, gatherings, milestones, orders
from timeline.checks.reading import Reading
from timeline.checks.sides import Rivalry, Side, of_mention, two_dates
from timeline.extract.events.sameness import gap_of
from timeline.model import Check, Event, Mention, Span

NEAR = 80  # characters: closer places tell the same
_FINDERS = (milestones.rivals, anniversaries.rivals, gatherings.rivals)


def find(readings: Sequence[Reading], events: Sequence[Event] = ()) -> Iterator[Check]:
    """Checks of kind date; no two that hold the same places against each other."""
    by_id = {reading.doc_id: reading for reading in readings}
    homes = _homes(events)
    told = _Told()
    conflicts = {event.event_id: event for event in events if event.status == "conflicting"}
    for event in conflicts.values():
        for rivalry in _camps_apart(event, by_id):
            told.add(two_dates(rivalry, {event.event_id}))
    for rivals in _FINDERS:
        for rivalry in rivals(readings):
            ends = homes[rivalry.left.span], homes[rivalry.right.span]
            check = two_dates(rivalry, ends[0] | ends[1])
            known = ends[0] & ends[1] or _told_by(rivalry, ends[0] | ends[1], conflicts)
            if not known and check not in told:
                told.add(check)
    yield from told.checks
    yield from (check for check in firsts.find(readings, homes) if check not in told)
    yield from (check for check in orders.find(readings) if check not in told)


def _homes(events: Sequence[Event]) -> dict[Span, set[str]]:
    """The events to which the evidence at a place belongs."""
    homes: dict[Span, set[str]] = defaultdict(set)
    for event in events:
        for mention in event.mentions:
            homes[mention.span].add(event.event_id)
    return homes


def _told_by(rivalry: Rivalry, event_ids: set[str], conflicts: dict[str, Event]) -> bool:
    """Does an event that one side belongs to tell both dates already?"""
    return any(
        all(any(_overlap(mention, side) for mention in conflicts[event_id].mentions) for side in rivalry[:2])
        for event_id in event_ids & conflicts.keys()
    )


class _Told:
    """Checks, of which each place is held against another only once (within a sentence's length)."""

    def __init__(self) -> None:
        self.checks: list[Check] = []
        self._sides: dict[tuple[str, ...], list[list[Span]]] = defaultdict(list)  # by their documents

    def add(self, check: Check) -> None:
        self.checks.append(check)
        documents, sides = _sides(check)
        self._sides[documents].append(sides)

    def __contains__(self, check: Check) -> bool:
        documents, sides = _sides(check)
        return any(
            all(abs(a.start - b.start) < NEAR for a, b in zip(sides, others, strict=True))
            for others in self._sides[documents]
        )


def _sides(check: Check) -> tuple[tuple[str, ...], list[Span]]:
    """The documents of a check's places, and the places."""
    sides = sorted(side for side in (check.span, check.other) if side)
    return tuple(side.doc_id for side in sides), sides


def _camps_apart(event: Event, readings: dict[str, Reading]) -> Iterator[Rivalry]:
    """Each further date that an event is told with, beside the best supported one."""
    camps = _camps([mention for mention in event.mentions if mention.modality in ("fact", "plan")])
    sides = [of_mention(readings[m.doc_id], m) for m in map(_sharpest, camps)]
    yield from (Rivalry(sides[0], side, event.name) for side in sides[1:])


def _camps(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions whose dates can be true together, most documents first. A vague date joins the first camp it fits."""
    camps: list[list[Mention]] = []
    for mention in sorted(mentions, key=lambda m: ((m.latest - m.earliest).days, m.earliest, m.span)):
        fitting = (camp for camp in camps if all(gap_of(mention, other) <= 0 for other in camp))
        home = next(fitting, None)
        if home is None:
            camps.append([mention])
        else:
            home.append(mention)
    return sorted(camps, key=lambda camp: (-len({m.doc_id for m in camp}), -len(camp), camp[0].earliest))


def _overlap(left: Mention, right: Mention | Side) -> bool:
    return left.earliest <= right.latest and right.earliest <= left.latest


def _sharpest(camp: Sequence[Mention]) -> Mention:
    return min(camp, key=lambda m: ((m.latest - m.earliest).days, m.span))
