"""What was left open: times that could not be dated though they should be, and text that could not be read."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from timeline.checks.messages import make
from timeline.checks.reading import Reading
from timeline.lexicon.findings import CAUSES, UNKNOWN_CAUSE, UNKNOWN_UNREADABLE, UNREADABLE
from timeline.model import Check, Event, Problem, Timex

# What a reader can date as soon as the document has a date: a year, month or day told from "now".
_FROM_NOW = re.compile(
    r"(?:今|去|前|明|昨|后)(?:年|天|日|晚|晨)|(?:上|这|本|下)(?:个)?(?:周|星期|月|季度)|本月|昨|今晚|\d+[月日号]"
    r"|[一二三四五六七八九十]+月|今年|(?:\d+|[一二两三四五六七八九十]+)(?:多|余)?(?:年|个月|天|周)(?:之|以)?[前后]"
    r"|last (?:year|month|week)|yesterday|(?:years?|months?) ago",
    re.IGNORECASE,
)
# Impossible days and reversed ranges have checks of their own.
_TOLD_ELSEWHERE = ("no such day", "the end comes before the beginning", "beyond the calendar")
_NO_DATE = CAUSES[0][1]


def find_unresolved(readings: Sequence[Reading], events: Sequence[Event] = ()) -> Iterator[Check]:
    """Checks of kind unresolved: one for each document that has times without a date, with the commonest cause."""
    for reading in readings:
        causes: dict[str, list[Timex]] = defaultdict(list)
        for placed in reading.times:
            if _should_be_dated(placed.timex):
                causes[_cause(placed.timex)].append(placed.timex)
        if not causes:
            continue
        number = sum(map(len, causes.values()))
        if not reading.document.date_published and _NO_DATE in causes:
            # Once the document has a date, most of the others can be counted from it too.
            first = causes[_NO_DATE][0]
            yield make("no-document-date", first.span, text=first.text, count=number)
        else:
            cause = max(causes, key=lambda cause: (len(causes[cause]), -causes[cause][0].start))
            first = causes[cause][0]
            yield make("not-dated", first.span, text=first.text, count=number, reason=cause)


def _should_be_dated(timex: Timex) -> bool:
    unresolved = (
        timex.type in ("DATE", "TIME") and not timex.anchored and timex.anchor.startswith("unresolved")
    )
    return unresolved and bool(_FROM_NOW.search(timex.text)) and not timex.anchor.endswith(_TOLD_ELSEWHERE)


def _cause(timex: Timex) -> str:
    return next((words for piece, words in CAUSES if piece in timex.anchor), UNKNOWN_CAUSE)


def find_unreadable(readings: Sequence[Reading], events: Sequence[Event] = ()) -> Iterator[Check]:
    """Checks of kind unreadable: one for each reason in a document, at the first place."""
    for reading in readings:
        reasons: dict[str, list[Problem]] = defaultdict(list)
        for problem in reading.document.problems:
            reasons[problem.reason].append(problem)
        for reason, problems in reasons.items():
            start, end = problems[0].start, problems[0].end
            span = reading.locate(0, 0)._replace(start=start, end=end)
            code, page = _unreadable(reason)
            yield make(code, span, count=len(problems), page=page)


def _unreadable(reason: str) -> tuple[str, str]:
    """The finding for what a reader says, and the page in it."""
    matches = ((code, re.fullmatch(pattern, reason)) for pattern, code in UNREADABLE.items())
    return next(
        ((code, "".join(match.groups())) for code, match in matches if match), (UNKNOWN_UNREADABLE, "")
    )
