"""A document with every extracted span marked; each mark leads to its fact, each fact to its mark.

The text is shown as it is, character for character; only lines that were wrapped by hand run on.
Spans overlap (a sentence that tells an event holds times and numbers), so the text is cut at every
border and each piece wears the marks of all spans that cover it; a click opens the innermost.
"""

import bisect
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline.plans import modalities
from timeline.tables import Timeline
from timeline.ui.facts import language
from timeline.ui.markup import Markup, div, go, join, span, tag
from timeline.wraps import Break, find_wraps

PART = 6000  # characters of a long document shown at once
NOTES = 24  # events named beside one paragraph
KINDS = ("time", "number", "event", "check")
__all__ = ["KINDS", "NOTES", "PART", "Mark", "Page", "draw", "find_marks", "modalities", "part_of", "parts"]


class Mark(NamedTuple):
    """A span of one document: what it is, and the fact that it opens."""

    start: int
    end: int
    kind: str
    fact: str
    note: str  # how it was read: a value, a measure, a headline, a kind of check


def find_marks(timeline: Timeline, doc_id: str, kinds: tuple[str, ...] = ()) -> list[Mark]:
    """All marks of a document, by place, the longer before the shorter."""
    marks: list[Mark] = []
    wanted = set(kinds or KINDS)
    for kind, table, fact, note in (
        ("time", timeline.times, None, "value"),
        ("number", timeline.observations, "observation_id", "property"),
        ("event", timeline.mentions, "event_id", "name"),
        ("check", timeline.checks, "check_id", "kind"),
    ):
        if kind not in wanted:
            continue
        rows = table[table["doc_id"] == doc_id]
        ids = rows[fact] if fact else doc_id + ":" + rows["start"].astype(str)
        marks += [
            Mark(int(start), int(end), kind, fact_id, note)
            for start, end, fact_id, note in zip(rows["start"], rows["end"], ids, rows[note], strict=True)
        ]
    return sorted(marks, key=lambda mark: (mark.start, -mark.end, KINDS.index(mark.kind)))


def parts(text: str) -> list[tuple[int, int]]:
    """Where a long text is cut into parts: at the paragraph nearest to every PART characters."""
    cuts, position = [0], 0
    while len(text) - position > PART * 1.5:
        found = text.rfind("\n", position + PART // 2, position + PART + 1)
        position = found + 1 if found > 0 else position + PART
        cuts.append(position)
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def part_of(cuts: list[tuple[int, int]], position: int) -> int:
    """The 1-based part that holds a character."""
    return max(1, bisect.bisect_right([start for start, _ in cuts], position))


def paragraphs(text: str, start: int, end: int, wraps: Sequence[Break]) -> list[tuple[int, int]]:
    """(start, end) of the paragraphs of text[start:end]: lines that run on belong together."""
    inside = {position for wrap in wraps for position in range(wrap.start, wrap.end)}
    found, position = [], start
    for place in range(start, end):
        if text[place] == "\n" and place not in inside:
            found.append((position, place))
            position = place + 1
    found.append((position, end))
    return [_stripped(text, a, b) for a, b in found if text[a:b].strip()]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


Link = Callable[[Mark], str]


class Page(NamedTuple):
    """What is drawn of a document: the part, its marks, the passage to light up, the chosen fact."""

    text: str
    start: int
    end: int
    marks: list[Mark]
    shown: tuple[int, int] | None = None
    chosen: str = ""


def _note(mark: Mark) -> str:
    return mark.note


def draw(page: Page, link: Link, note: Callable[[str], str | Markup], title: Link = _note) -> Markup:
    """The part with its marks, and in the margin the events that each paragraph tells.

    `link(mark)` gives addresses, `title(mark)` what the pointer shows, `note(event_id)` what stands
    before an event's headline.
    """
    wraps = [
        Break(wrap.start + page.start, wrap.end + page.start, wrap.instead)
        for wrap in find_wraps(page.text[page.start : page.end])
    ]
    anchor = _anchor(page)
    drawn = []
    for first, last in paragraphs(page.text, page.start, page.end, wraps):
        inside = [mark for mark in page.marks if mark.start < last and mark.end > first]
        pieces = [
            _piece(page, left, right, inside, wraps, link, title, anchor)
            for left, right in _borders(first, last, inside, page.shown)
        ]
        begun = [mark for mark in inside if mark.kind == "event" and mark.start >= first]
        drawn.append(
            div(
                "bn-para",
                tag("p", *pieces, lang=language(page.text[first:last])),
                _margin(page, begun, link, note),
            )
        )
    return div("bn-text", *drawn)


def _anchor(page: Page) -> int:
    """Where the page scrolls to: the first visible character of the passage."""
    if page.shown is None:
        return -1
    start, end = page.shown[0], max(page.shown[1], page.shown[0] + 1)
    return next((at for at in range(start, min(end, page.end)) if not page.text[at].isspace()), start)


def _margin(page: Page, marks: list[Mark], link: Link, note: Callable[[str], str | Markup]) -> Markup | None:
    """Side notes: each event once, in the order in which the paragraph tells them."""
    once = {mark.fact: mark for mark in reversed(marks)}
    ordered = sorted(once.values(), key=lambda mark: mark.start)
    notes = [
        tag(
            "li",
            go(
                link(mark), span("bn-when", note(mark.fact)), " ", mark.note, title=mark.note,
                data_key=f"note{mark.fact}", aria_current="true" if mark.fact == page.chosen else None,
            ),
        )
        for mark in ordered[:NOTES]
    ]  # fmt: skip
    rest = [tag("li", f"+ {len(ordered) - NOTES}")] if len(ordered) > NOTES else []
    return tag("ul", *notes, *rest, class_="bn-margin") if notes else None


def _borders(
    first: int, last: int, marks: list[Mark], shown: tuple[int, int] | None
) -> list[tuple[int, int]]:
    cuts = {first, last}
    for left, right, *_ in [*marks, *([shown] if shown else [])]:
        cuts |= {place for place in (left, right) if first < place < last}
    return list(pairwise(sorted(cuts)))


def _piece(
    page: Page, left: int, right: int, marks: list[Mark], wraps: Sequence[Break], link: Link, title: Link,
    anchor: int,
) -> Markup | None:  # fmt: skip
    words = _flowing(page.text, left, right, wraps)
    if not words:
        return None
    covering = [mark for mark in marks if mark.start <= left and mark.end >= right]
    lit = page.shown is not None and page.shown[0] <= left and right <= max(page.shown[1], page.shown[0] + 1)
    names = [f"bn-m-{kind}" for kind in dict.fromkeys(mark.kind for mark in covering)]
    names += ["bn-lit"] if lit else []
    place = "bn-here" if left <= anchor < right else None
    if not covering:
        return span(" ".join(names), words, id=place) if names or place else join(words)
    inner = min(covering, key=lambda mark: (mark.end - mark.start, KINDS.index(mark.kind)))
    return go(
        link(inner), words, class_=" ".join(["bn-m", *names]), title=title(inner),
        data_key=f"{inner.kind}{inner.start}-{left}", id=place,
        aria_current="true" if page.chosen and inner.fact == page.chosen else None,
    )  # fmt: skip


def _flowing(text: str, left: int, right: int, wraps: Sequence[Break]) -> str:
    """text[left:right] with its wrapped lines running on."""
    pieces, position = [], left
    first = bisect.bisect_left([wrap.end for wrap in wraps], left + 1)
    for wrap in wraps[first:]:
        if wrap.start >= right:
            break
        pieces += [text[position : max(position, wrap.start)], wrap.instead if wrap.start >= left else ""]
        position = min(max(position, wrap.end), right)
    pieces.append(text[position:right])
    return "".join(pieces)


def neighbours(marks: list[Mark], position: int) -> tuple[Mark | None, Mark | None]:
    """The mark before and the mark after a place, for jumping."""
    starts = [mark.start for mark in marks]
    before = bisect.bisect_left(starts, position) - 1
    after = bisect.bisect_right(starts, position)
    return (marks[before] if before >= 0 else None, marks[after] if after < len(marks) else None)
