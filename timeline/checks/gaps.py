"""What was left open: times that could not be dated though they should be, and text that could not be read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from timeline.checks.messages import make
from timeline.checks.reading import Reading
from timeline.lexicon.findings import TERMS
from timeline.model import Check, Event, Problem, Timex

# What a reader can date as soon as the document has a date: a year, month or day told from "now".
_FROM_NOW = re.compile(
    r"(?:今|去|前|明|昨|后)(?:年|天|日|晚|晨)|(?:上|这|本|下)(?:个)?(?:周|星期|月|季度)|本月|昨|今晚|\d+[月日号]"
    r"|[一二三四五六七八九十]+月|今年|(?:\d+|[一二两三四五六七八九十]+)(?:多|余)?(?:年|个月|天|周)(?:之|以)?[前后]"
    r"|last (?:year|month|week)|yesterday|(?:years?|months?) ago",
    re.IGNORECASE,
)
_NO_DATE, _UNKNOWN = "the document has no date", "no reason known"
# Impossible days and reversed ranges have checks of their own.
_TOLD_ELSEWHERE = {"no such day", "the end comes before the beginning", "beyond the calendar"}
_REASONS = {english: chinese for chinese, english in TERMS.items()}


def find_unresolved(readings: Sequence[Reading], events: Sequence[Event] = ()) -> Iterator[Check]:
    """Checks of kind unresolved: one a document for want of its date, and one for all other reasons."""
    for reading in readings:
        reasons: dict[str, list[Timex]] = defaultdict(list)
        for timex in (placed.timex for placed in reading.times):
            if _should_be_dated(timex) and (reason := _reason(timex)) not in _TOLD_ELSEWHERE:
                reasons[reason].append(timex)
        if not reading.document.date_published and _NO_DATE in reasons:
            # Once the document has a date, most of the others can be counted from it too.
            first, number = reasons[_NO_DATE][0], sum(map(len, reasons.values()))
            yield make("no-document-date", first.span, text=first.text, count=number)
        elif reasons:
            most = max(reasons, key=lambda reason: (len(reasons[reason]), -reasons[reason][0].start))
            first, number = reasons[most][0], sum(map(len, reasons.values()))
            yield make(
                "not-dated", first.span, text=first.text, count=number, reason=_REASONS.get(most, most)
            )


def _should_be_dated(timex: Timex) -> bool:
    unresolved = (
        timex.type in ("DATE", "TIME") and not timex.anchored and timex.anchor.startswith("unresolved")
    )
    return unresolved and bool(_FROM_NOW.search(timex.text))


def _reason(timex: Timex) -> str:
    return timex.anchor.partition(":")[2].strip() or _UNKNOWN


def find_unreadable(readings: Sequence[Reading], events: Sequence[Event] = ()) -> Iterator[Check]:
    """Checks of kind unreadable: one for each reason in a document, at the first place."""
    for reading in readings:
        reasons: dict[str, list[Problem]] = defaultdict(list)
        for problem in reading.document.problems:
            reasons[problem.reason].append(problem)
        for reason, problems in reasons.items():
            start, end = problems[0].start, problems[0].end
            span = reading.locate(0, 0)._replace(start=start, end=end)
            yield make("unreadable", span, count=len(problems), reason=reason)
