"""A document with every extracted span marked; each mark leads to its fact, each fact to its mark.

The text is shown as it is, character for character; only lines that were wrapped by hand run on.
Spans overlap (a sentence that tells an event holds times and numbers), so the text is cut at every
border and each piece wears the marks of all spans that cover it; a click opens the innermost.
"""

from __future__ import annotations

import bisect
import re
from typing import NamedTuple

from timeline.tables import Timeline
from timeline.ui import facts
from timeline.ui.markup import Markup, go, join, span, tag

PART = 6000  # characters of a long document shown at once
KINDS = ("time", "number", "event", "check")

_PARAGRAPH = re.compile(
    r"(?<=[。！？!?…”」』）)：:;；])[ \t]*\r?\n|\r?\n[ \t\u3000]*\r?\n\s*|\r?\n(?=[ \t]{2,}|\u3000)|(?<=^---)\r?\n",
    re.M,
)


class Mark(NamedTuple):
    """A span of one document: what it is, and the fact that it opens."""

    start: int
    end: int
    kind: str
    fact: str
    note: str  # what the pointer shows: how it was read


def find_marks(timeline: Timeline, doc_id: str, kinds: tuple[str, ...] = ()) -> list[Mark]:
    """All marks of a document, by place, the longer before the shorter."""
    marks: list[Mark] = []
    wanted = set(kinds or KINDS)
    for kind, table, fact, note in (
        ("time", timeline.times, None, "value"),
        ("number", timeline.observations, "observation_id", "property"),
        ("event", timeline.mentions, "event_id", "name"),
        ("check", timeline.checks, "check_id", "message"),
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


def paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """(start, end) of the paragraphs of text[start:end]; their breaks are left out."""
    found, position = [], start
    for match in _PARAGRAPH.finditer(text, start, end):
        found.append((position, match.start()))
        position = match.end()
    found.append((position, end))
    return [(a, b) for a, b in found if text[a:b].strip()]


def draw(
    text: str, marks: list[Mark], start: int, end: int, link, shown: tuple[int, int] | None, chosen: str
) -> Markup:
    """The part text[start:end]; `link(mark)` gives addresses; `shown` is the passage to highlight."""
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    anchored = False
    drawn = []
    for first, last in paragraphs(text, start, end):
        inside = [mark for mark in here if mark.start < last and mark.end > first]
        pieces = []
        for left, right in _borders(first, last, inside, shown):
            covering = [mark for mark in inside if mark.start <= left and mark.end >= right]
            lit = shown is not None and shown[0] <= left and right <= max(shown[1], shown[0] + 1)
            anchor = lit and not anchored
            anchored = anchored or anchor
            pieces.append(_piece(text[left:right], covering, lit, anchor, link, chosen))
        drawn.append(tag("p", *pieces, data_start=first))
    return tag("div", *drawn, class_="bn-text", lang="zh")


def _borders(
    first: int, last: int, marks: list[Mark], shown: tuple[int, int] | None
) -> list[tuple[int, int]]:
    cuts = {first, last}
    for left, right, *_ in [*marks, *([shown] if shown else [])]:
        cuts |= {place for place in (left, right) if first < place < last}
    ordered = sorted(cuts)
    return list(zip(ordered[:-1], ordered[1:], strict=True))


def _piece(words: str, covering: list[Mark], lit: bool, anchor: bool, link, chosen: str) -> Markup:
    flowing = facts.flow(words)
    names = [f"bn-m-{kind}" for kind in dict.fromkeys(mark.kind for mark in covering)]
    names += ["bn-lit"] if lit else []
    place = "bn-here" if anchor else None
    if not covering:
        return span(" ".join(names), flowing, id=place) if names else join(flowing)
    inner = min(covering, key=lambda mark: (mark.end - mark.start, KINDS.index(mark.kind)))
    key = f"{inner.kind}{inner.start}"
    return go(
        link(inner), flowing, class_=" ".join(["bn-m", *names]), title=inner.note, data_key=key, id=place,
        aria_current="true" if chosen and inner.fact == chosen else None,
    )  # fmt: skip


def neighbours(marks: list[Mark], position: int) -> tuple[Mark | None, Mark | None]:
    """The mark before and the mark after a place, for jumping."""
    starts = [mark.start for mark in marks]
    before = bisect.bisect_left(starts, position) - 1
    after = bisect.bisect_right(starts, position)
    return (marks[before] if before >= 0 else None, marks[after] if after < len(marks) else None)
