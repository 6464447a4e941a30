"""What does not add up in a collection of documents, and what was left open.

Each finder reads all documents (as `Reading`s) and the unified events, and yields `Check`s with
both sides' places and what would settle them. A finder stays silent where a careful reader would
shrug: rounded against exact, a month against a year, a plan against its result.
"""

from collections.abc import Sequence

from timeline.checks import (
    ages,
    amounts,
    anachronisms,
    anniversaries,
    dates,
    durations,
    gaps,
    growth,
    impossible,
    retold,
    sums,
    values,
    wordings,
)
from timeline.checks.messages import describe, settle
from timeline.checks.reading import open_all
from timeline.model import Check, Event, Extraction
from timeline.progress import Tell, each, quiet, stage

CHECKS = {
    "date": dates.find,
    "value": values.find,
    "amount": amounts.find,
    "growth": growth.find,
    "sum": sums.find,
    "duration": durations.find,
    "anniversary": anniversaries.find,
    "age": ages.find,
    "retold": retold.find,
    "impossible_date": impossible.find,
    "anachronism": anachronisms.find,
    "wording": wordings.find,
    "unresolved": gaps.find_unresolved,
    "unreadable": gaps.find_unreadable,
}

# These look at one document at a time: all of them do before it is put away.
ALONE = ("duration", "impossible_date", "anachronism", "unresolved", "unreadable")

__all__ = ["CHECKS", "describe", "find_checks", "settle"]

_SEVERITIES = {"error": 0, "warning": 1, "note": 2}


def find_checks(
    extractions: Sequence[Extraction], events: Sequence[Event], tell: Tell = quiet
) -> list[Check]:
    """All checks of a collection, worst first, then by document and place; the input's order is of no account."""
    readings = open_all(extractions)
    events = sorted(events, key=lambda e: (e.earliest, e.latest, e.event_id))
    place = {reading.doc_id: index for index, reading in enumerate(readings)}
    alone: dict[str, list[Check]] = {kind: [] for kind in ALONE}
    for reading in each(readings, stage(tell, 0, 0.4)):
        for kind in ALONE:
            alone[kind] += CHECKS[kind]((reading,), events)
    found: dict[tuple, Check] = {}
    for kind, find in each(list(CHECKS.items()), stage(tell, 0.4, 1)):
        for check in alone[kind] if kind in ALONE else find(readings, events):
            found.setdefault((check.kind, check.span, check.other), check)
    return sorted(
        found.values(),
        key=lambda c: (
            _SEVERITIES[c.severity],
            place[c.span.doc_id],
            c.span,
            c.other or c.span,
            c.kind,
            c.message,
        ),
    )
