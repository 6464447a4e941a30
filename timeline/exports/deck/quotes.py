"""The sentence round a piece of evidence, on one line, with the evidence's place in it."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.exports.printable import printable
from timeline.exports.selection import Selection

_ENDS = re.compile(r"[。！？!?；]|\n\s*\n")
_WRAP = re.compile(
    r"(?<=[^\x00-\x7f])\s*\n\s*(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])\s*\n\s*|\s*\n\s*(?=[^\x00-\x7f])|\s+"
)
_AROUND = 120  # characters looked at on either side


class Quoted(NamedTuple):
    """`text` is one line; `marks` are the evidence's spans in it."""

    text: str
    marks: tuple[tuple[int, int], ...]


def around(selection: Selection, doc_id: str, start: int, end: int, longest: int = 90) -> Quoted:
    """The sentence that holds text[start:end], cut to about `longest` characters round the evidence."""
    text = selection.whole.text(doc_id)
    first = max(0, start - _AROUND)
    before = text[first:start]
    last = min(len(text), end + _AROUND)
    after = text[end:last]
    ends = list(_ENDS.finditer(before))
    head = ends[-1].end() if ends else 0
    stop = _ENDS.search(after)
    tail = stop.start() + (stop.group() in "。！？!?") if stop else len(after)
    before, after = before[head:], after[:tail]
    room = max(longest - (end - start), 16)
    lead = "" if ends or first == 0 else "…"
    if len(before) > room * 2 // 3:
        before, lead = before[-(room * 2 // 3) :], "…"
    trail = "" if stop or last == len(text) else "…"
    if len(after) > room - len(before):
        after, trail = after[: max(room - len(before), 8)], "…"
    return flatten(
        [
            (lead + before.lstrip(), False),
            (text[start:end][: longest * 2], True),
            (after.rstrip() + trail, False),
        ]
    )


def flatten(pieces: list[tuple[str, bool]]) -> Quoted:
    """Pieces (words, marked) as one line: line breaks that only wrap vanish, marks keep their place."""
    raw = "".join(words for words, _ in pieces)
    spans, position = [], 0
    for words, marked in pieces:
        if marked and words:
            spans.append((position, position + len(words)))
        position += len(words)
    kept: list[str] = []
    places: list[int] = []  # of every kept character, its place in `raw`
    position = 0
    for match in _WRAP.finditer(raw):
        kept += raw[position : match.start()]
        places += range(position, match.start())
        if "\n" not in match.group() or (match.group().isspace() and _latin(raw, match)):
            kept.append(" ")
            places.append(match.start())
        position = match.end()
    kept += raw[position:]
    places += range(position, len(raw))
    marks = []
    for a, b in spans:
        inside = [n for n, place in enumerate(places) if a <= place < b]
        if inside:
            marks.append((inside[0], inside[-1] + 1))
    return Quoted(printable("".join(kept)).replace("\n", " "), tuple(marks))


def _latin(raw: str, match: re.Match[str]) -> bool:
    """Whether both neighbours are Latin, so that the break stands for a space."""
    left, right = raw[match.start() - 1 : match.start()], raw[match.end() : match.end() + 1]
    return bool(left) and bool(right) and left.isascii() and right.isascii()
