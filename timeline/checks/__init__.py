"""What does not add up in a collection of documents, and what was left open.

Each finder reads all documents (as `Reading`s) and the unified events, and yields `Check`s with
both sides' places and what would settle them. A finder stays silent where a careful reader would
shrug: rounded against exact, a month against a year, a plan against its result.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.checks import (
    anachronisms,
    anniversaries,
    dates,
    durations,
    gaps,
    impossible,
    retold,
    values,
    wordings,
)
from timeline.checks.messages import describe, settle
from timeline.checks.reading import read
from timeline.model import Check, Event, Extraction

CHECKS = {
    "date": dates.find,
    "value": values.find,
    "duration": durations.find,
    "anniversary": anniversaries.find,
    "retold": retold.find,
    "impossible_date": impossible.find,
    "anachronism": anachronisms.find,
    "wording": wordings.find,
    "unresolved": gaps.find_unresolved,
    "unreadable": gaps.find_unreadable,
}

__all__ = ["CHECKS", "describe", "find_checks", "settle"]

_SEVERITIES = {"error": 0, "warning": 1, "note": 2}


def find_checks(extractions: Sequence[Extraction], events: Sequence[Event]) -> list[Check]:
    """All checks of a collection, worst first, then by document and place; the input's order is of no account."""
    ordered = sorted(extractions, key=lambda e: (e.document.path, e.document.doc_id))
    readings = tuple(read(extraction) for extraction in ordered)
    events = sorted(events, key=lambda e: (e.earliest, e.latest, e.event_id))
    place = {reading.document.doc_id: index for index, reading in enumerate(readings)}
    found: dict[tuple, Check] = {}
    for find in CHECKS.values():
        for check in find(readings, events):
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
