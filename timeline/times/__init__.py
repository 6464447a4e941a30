"""Times: find every time expression of a text and say which days it means, and why.

`find_times` takes a text, `find_in` a document with its clean view. Finding (`finding`, one
linear pass by the rows of `RULES`) and resolving (`anchoring`) are apart.
"""

from __future__ import annotations

import datetime

from timeline.model import Document, Timex
from timeline.text import View, view
from timeline.times.anchoring import Anchoring
from timeline.times.context import Reference, read_reference
from timeline.times.finding import RULES, find

Day = datetime.date


def find_times(text: str, reference: Day | str | None = None) -> list[Timex]:
    """Time expressions of `text`, in order. `reference` is the day of writing: a date or EDTF (2022, 2026-01)."""
    return _find(view(text), read_reference(reference), "")


def find_in(document: Document, clean: View) -> list[Timex]:
    """Time expressions of a document, against its own date and those of quoted mails in it."""
    return _find(clean, read_reference(document.date_published), document.doc_id)


def _find(clean: View, reference: Reference | None, doc_id: str) -> list[Timex]:
    walk = Anchoring(clean.text, reference, clean.locate)
    found = list(find(clean.text))
    times = []
    for index, one in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        start, end = clean.locate(one.start, one.end)
        resolved = walk.resolve(one, following)
        if resolved.earliest is None and one.text == "此时":
            continue  # a turn of phrase, unless something before it says when
        times.append(Timex(start, end, clean.source[start:end], *resolved, one.rule, doc_id))
    return times


__all__ = ["RULES", "find_in", "find_times"]
