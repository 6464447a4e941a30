"""Times: find every time expression of a text and say which days it means, and why.

`find_times` takes a text, `find_in` a document with its clean view. Finding (`finding`, one
linear pass by the rows of `RULES`) and resolving (`anchoring`) are apart.
"""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterator, Sequence
from operator import itemgetter

import numpy as np

from timeline import edtf
from timeline.model import Block, Document, Timex
from timeline.text import View, view
from timeline.times.anchoring import Anchoring
from timeline.times.beside import ASK, look_beside
from timeline.times.context import Reference, read_reference
from timeline.times.finding import Found, find
from timeline.times.foundings import Founded
from timeline.times.posts import find_posts
from timeline.times.rules import RULES

Day = datetime.date
_FEW = 16  # expressions: below, looking at each is as fast
_COUNTED = ("later", "ago")
_TOLD_ONLY = ("at-that-moment", "reporting-period", "nth-year")


def find_times(text: str, reference: Day | str | None = None) -> list[Timex]:
    """Time expressions of `text`, in order. `reference` is the day of writing: a date or EDTF (2022, 2026-01)."""
    return _find(view(text), read_reference(reference))


def find_in(document: Document, clean: View, founded: Founded | None = None) -> list[Timex]:
    """Time expressions of a document, against its own date and those of quoted mails in it.

    `founded` tells when companies were founded, as other documents say, for anniversaries of theirs.
    """
    reference = read_reference(document.date_published)
    dated = [block for block in document.blocks if block.date]
    times = _find(clean, reference, document.doc_id, dated, founded)
    return [_closed(time, reference) for time in times]


def _closed(time: Timex, reference: Reference | None) -> Timex:
    """An open end (自2019年起) closes with the document, or with its own unit where that comes later."""
    if time.earliest is None or time.latest is not None:
        return time
    if reference and reference.latest >= time.earliest:
        return time._replace(latest=reference.latest)
    first = time.value.split("/")[0]
    return time._replace(latest=edtf.bounds(first)[1] if first else time.earliest)


def _find(
    clean: View,
    reference: Reference | None,
    doc_id: str = "",
    dated: Sequence[Block] = (),
    founded: Founded | None = None,
) -> list[Timex]:
    # Many small records without cycles: looking for garbage among them takes longer than making them.
    collecting = gc.isenabled()
    gc.disable()
    try:
        if not (found := find(clean.text)):
            return []
        times = list(_resolved(clean, found, reference, doc_id, dated, founded))
        return _joined(times, clean.source) if times else times
    finally:
        if collecting:
            gc.enable()


def _joined(times: list[Timex], source: str) -> list[Timex]:
    """8年后的6月18日 is one date: a count of years and the day in that year, side by side."""
    kept = times[:1]
    for time in times[1:]:
        last = kept[-1]
        if (
            last.rule in _COUNTED
            and time.start - last.end <= 1
            and source[last.end : time.start] in ("", "的")
            and time.anchor.endswith(f"[{last.start}:{last.end}]")
            and time.type in ("DATE", "TIME")
        ):
            whole = source[last.start : time.end]
            kept[-1] = time._replace(start=last.start, text=whole, anchor=last.anchor)
        else:
            kept.append(time)
    return kept


def _resolved(
    clean: View,
    found: list[Found],
    reference: Reference | None,
    doc_id: str,
    dated: Sequence[Block],
    founded: Founded | None,
) -> Iterator[Timex]:
    walk = Anchoring(clean.text, reference, clean.locate, founded)
    waiting, inside = list(reversed(dated)), []
    posts = {post.start: post for post in find_posts(clean.text, found, reference)}
    home = reference  # the day of the post that the text is in, or the document's own date
    places, flags = _look_over(clean, found)
    make, source = tuple.__new__, clean.source
    for one, following, (start, end), beside in zip(found, [*found[1:], None], places, flags, strict=True):
        if dated:
            inside = [*(block for block in inside if block.end > start), *_begun(waiting, start)]
            _enter_block(walk, home, inside, one.start)
        if posts and (post := posts.get(one.start)):
            resolved, home = walk.begin_post(one, post), read_reference(post.day)
        else:
            resolved = walk.resolve(one, following, beside)
        if resolved.earliest is None and one.rule in _TOLD_ONLY:
            continue  # a turn of phrase, unless something before it says when
        yield make(Timex, (start, end, source[start:end], *resolved, one.rule, doc_id))


def _look_over(clean: View, found: list[Found]) -> tuple[list[tuple[int, int]], list[int]]:
    """Where each expression stands in the source, and what stands beside it."""
    if len(found) < _FEW:
        return [clean.locate(one.start, one.end) for one in found], [ASK] * len(found)
    starts, ends = (np.fromiter(map(itemgetter(edge), found), np.int64, len(found)) for edge in (0, 1))
    return clean.locate_all(np.column_stack((starts, ends))), look_beside(clean.text, starts, ends)


def _begun(waiting: list[Block], position: int) -> list[Block]:
    """The blocks around a place that have begun since the last one; `waiting` has the first one last."""
    begun = []
    while waiting and waiting[-1].start <= position:
        block = waiting.pop()
        if block.end > position:
            begun.append(block)
    return begun


def _enter_block(
    walk: Anchoring, reference: Reference | None, inside: Sequence[Block], clean_start: int
) -> None:
    """A quoted mail is told at its own date; a table's cell under its column's year."""
    mails = [block for block in inside if block.kind == "mail"]
    told_at = read_reference(mails[-1].date) if mails else reference
    if told_at != walk.reference:
        walk.enter(told_at)
    if inside and inside[-1].kind != "mail":
        walk.tell(inside[-1].date, clean_start)


__all__ = ["RULES", "find_in", "find_times"]
