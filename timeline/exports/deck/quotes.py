"""The sentence round a piece of evidence, on one line, with the evidence's place in it."""

import re
from typing import NamedTuple

from timeline import labels
from timeline.exports.deck.measure import breaks
from timeline.exports.printable import printable
from timeline.exports.selection import Selection

_ENDS = re.compile(r"[。！？!?；]|\n\s*\n|\.[\"”’)]?\s+(?=[\"“‘(]?[A-Z]|$)")
# A short line of its own above its paragraph.
_HEADING = re.compile(r"(?:^|\n\s*\n)[^\n。！？!?，,；;]{1,24}\n")
_CLAUSE = re.compile(r"[，；：、]\s*|[,;:]\s+")
_WRAP = re.compile(
    r"(?<=[^\x00-\x7f])\s*\n\s*(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])\s*\n\s*|\s*\n\s*(?=[^\x00-\x7f])|\s+"
)
_KEY = re.compile(r"\s*[\w-]+:\s+[\"']?")  # of a line of front matter
_APART = {"heading", "front matter", "mail"}
_AROUND = 160  # characters looked at on either side


class Quoted(NamedTuple):
    """`text` is one line; `marks` are the evidence's spans in it."""

    text: str
    marks: tuple[tuple[int, int], ...]


def around(selection: Selection, doc_id: str, start: int, end: int, longest: int = 90) -> Quoted:
    """The sentence that holds text[start:end], cut to about `longest` characters round the evidence."""
    text = selection.whole.text(doc_id)
    first, last = _paragraph(selection, doc_id, start, end)
    before, after = text[first:start], text[end:last]
    ends = [m.end() for m in _ENDS.finditer(before)] + [m.end() for m in _HEADING.finditer(before)]
    whole = bool(ends) or first == 0 or start - first < _AROUND
    before = before[max(ends, default=0) :].lstrip()
    stop = _ENDS.search(after)
    ended = bool(stop) or last == len(text) or last - end < _AROUND
    after = after[: stop.start() + (stop.group()[0] in "。！？!?.")] if stop else after
    room = max(longest - (end - start), 16)
    kept = _from_phrase(before, room * 2 // 3)
    lead = "" if whole and kept == before else "…"
    shown = _to_phrase(after, max(room - len(kept), 8))
    trail = "" if ended and shown == after else "…"
    return flatten(
        [(lead + kept, False), (text[start:end][: longest * 2], True), (shown.rstrip() + trail, False)]
    )


def _paragraph(selection: Selection, doc_id: str, start: int, end: int) -> tuple[int, int]:
    """The stretch to look at: some characters on either side, not into a heading or a file's front matter."""
    first, last = max(0, start - _AROUND), min(len(selection.whole.text(doc_id)), end + _AROUND)
    text = selection.whole.text(doc_id)
    for block in selection.whole.blocks(doc_id):
        if block.kind == "front matter" and block.start <= start < block.end:
            line_end, begin = text.find("\n", end), text.rfind("\n", 0, start) + 1
            key = _KEY.match(text, begin, start)
            return max(first, key.end() if key else begin), min(last, line_end if line_end >= 0 else last)
        if block.kind in _APART:
            first = max(first, block.end) if block.end <= start else first
            last = min(last, block.start) if block.start >= end else last
    return first, last


def _from_phrase(text: str, most: int) -> str:
    """The last `most` characters or fewer, from the beginning of a clause, else of a phrase or word."""
    if len(text) <= most:
        return text
    begin = len(text) - most
    if clause := _CLAUSE.search(text, begin, len(text) - most // 2):
        return text[clause.end() :]
    return text[next((place for place in breaks(text) if place >= begin), len(text)) :]


def _to_phrase(text: str, most: int) -> str:
    """The first `most` characters or fewer, to the end of a clause, else of a phrase or word."""
    if len(text) <= most:
        return text
    if clauses := [m.start() for m in _CLAUSE.finditer(text, most // 2, most)]:
        return text[: clauses[-1]]
    return text[: max((place for place in breaks(text) if place <= most), default=0)]


def flatten(pieces: list[tuple[str, bool]]) -> Quoted:
    """Pieces (words, marked) as one line: line breaks that only wrap vanish, marks keep their place."""
    begin = next((n for n, (words, _) in enumerate(pieces) if words), 0)
    pieces = [
        (labels.unlisted(words) if n == begin else words, mark) for n, (words, mark) in enumerate(pieces)
    ]
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
