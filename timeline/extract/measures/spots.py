"""Where numbers stand: their place in the view, and the clauses around them."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline.extract.measures.changes import Span
from timeline.model import Block, Document, Quantity, Timex
from timeline.text import View

NEAR = 150  # characters around a number, that are looked at
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d\b")
_DAY_LAST = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2},$")


class Spot(NamedTuple):
    """A quantity and where it stands in the view."""

    start: int
    end: int
    quantity: Quantity


def with_dates(text: str, parts: Iterable[Span]) -> Iterator[Span]:
    """Clauses, but for the comma inside an English date: ended September 30,| 2018 was."""
    last: Span | None = None
    for part in parts:
        if (
            last
            and _YEAR_FIRST.match(text, part[0])
            and _DAY_LAST.search(text, max(last[0], last[1] - 16), last[1])
        ):
            last = last[0], part[1]
            continue
        if last:
            yield last
        last = part
    if last:
        yield last


def clipped(span: Span, spot: Spot) -> Span:
    """The part of a clause or sentence that is near a number: no clause is too long to be read."""
    return max(span[0], min(spot.start - NEAR, span[1])), min(span[1], max(spot.end + NEAR, span[0]))


def view_span(view: View, found: Timex | Quantity) -> Span:
    return view.find(found.start), view.find(max(found.end - 1, found.start)) + 1


def is_dated_row(block: Block) -> bool:
    return block.kind == "row" and bool(block.date)


def floors_of(document: Document, view: View) -> list[int]:
    """Where headings and dated rows stand: a number below one does not take its date from above it."""
    floors = (block.start for block in document.blocks if block.kind == "heading" or is_dated_row(block))
    return [0, *sorted(map(view.find, floors))]
