"""Times: find every time expression of a text and say which days it means, and why.

`find_times` takes a text, `find_in` a document with its clean view. Finding (`finding`, one
linear pass by the rows of `RULES`) and resolving (`anchoring`) are apart.
"""

from __future__ import annotations

import datetime
import gc
from collections.abc import Sequence
from itertools import compress
from operator import attrgetter

import numpy as np

from timeline import edtf
from timeline.model import Block, Document, Timex
from timeline.text import View, view
from timeline.times.anchoring import Anchoring
from timeline.times.context import Reference, read_reference
from timeline.times.conventions import by_convention
from timeline.times.cues import OWN_LINE, Cues
from timeline.times.finding import Found, find
from timeline.times.foundings import Founded
from timeline.times.passages import Passages
from timeline.times.posts import find_posts
from timeline.times.records import joined, made
from timeline.times.rules import RULES

Day = datetime.date
_FEW = 40  # expressions: below, looking at each is as fast


def find_times(text: str, reference: Day | str | None = None) -> list[Timex]:
    """Time expressions of `text`, in order. `reference` is the day of writing: a date or EDTF (2022, 2026-01)."""
    return _find(view(text), read_reference(reference))


def find_in(document: Document, clean: View, founded: Founded | None = None) -> list[Timex]:
    """Time expressions of a document, against its own date and those of quoted mails in it.

    `founded` tells when companies were founded, as other documents say, for anniversaries of theirs.
    """
    doubt = "?" if document.date_published and document.date_basis == "inferred" else ""
    reference = read_reference(document.date_published + doubt)
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
        walk = Anchoring(clean.text, reference, clean.locate, founded)
        found = by_convention(walk.cues, found, reference)
        places, flags = _look_over(clean, walk.cues, found)
        lines = list(compress(found, map(OWN_LINE.__and__, flags)))
        following: list[Found | None] = [*found[1:], None]
        posts = find_posts(clean.text, lines, reference)
        if dated or posts:
            resolved = Passages(walk, dated, posts).resolve(found, following, flags, places)
        else:
            resolved = walk.resolve_all(found, following, flags)
        return joined(made(clean.source, found, places, resolved, doc_id), clean.source)
    finally:
        if collecting:
            gc.enable()


def _look_over(clean: View, cues: Cues, found: list[Found]) -> tuple[list[tuple[int, int]], list[int]]:
    """Where each expression stands in the source, and what stands beside it."""
    if len(found) < _FEW:
        return [clean.locate(one.start, one.end) for one in found], cues.beside_few(found)
    starts, ends = (
        np.fromiter(map(attrgetter(edge), found), np.int64, len(found)) for edge in ("start", "end")
    )
    return clean.locate_all(np.column_stack((starts, ends))), cues.beside(starts, ends)


__all__ = ["RULES", "find_in", "find_times"]
