"""Edits of a text: stretches that are dropped, or that one character stands for.

A long text has tens of thousands of them, so they are kept in one array, a row an edit: where it
starts, where it ends, and the code of the character that stands there instead, or 0.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from timeline.characters import PIECE, places_of

Edits = NDArray[np.int64]
Edit = tuple[int, int, str]  # start, end, and what stands there instead: "" or one character
Positions = NDArray[np.int64]
_FEW = 16  # edits: below, one after another is faster than by arrays
_ON = PIECE // 16  # characters: so far on, the next line end is asked about
NONE: Edits = np.empty((0, 3), np.int64)


def edits_of(edits: Iterable[Edit]) -> Edits:
    rows = [(start, end, ord(instead) if instead else 0) for start, end, instead in edits]
    return np.array(rows, np.int64) if rows else NONE


def merged(*parts: Edits) -> Edits:
    """Sorted, and none inside another: the one that starts first wins, the longer one of two."""
    parts = tuple(part for part in parts if len(part))
    if not parts:
        return NONE
    if len(parts) == len(parts[0]) == 1:
        return parts[0]
    edits = np.concatenate(parts)
    edits = edits[np.lexsort((edits[:, 1], edits[:, 0]))]
    reached = np.maximum.accumulate(edits[:, 1])
    apart = np.append(True, edits[1:, 0] >= reached[:-1])[: len(edits)]
    if apart.all():
        return edits
    alone = apart & np.append(apart[1:], True)
    edits = np.concatenate((edits[alone], np.array(_laid(edits[~alone].tolist()), np.int64)))
    return edits[np.argsort(edits[:, 0], kind="stable")]


def _laid(edits: list[list[int]]) -> list[list[int]]:
    """Edits of which some overlap, joined where they do."""
    joined: list[list[int]] = []
    done = -1
    for edit in edits:
        start, end, instead = edit
        if start >= done:
            joined.append(edit)
            done = end
        elif end > done:
            first = joined[-1]
            # Of two that begin together the longer one counts alone.
            joined[-1] = edit if first[0] == start else [first[0], end, first[2] or instead]
            done = end
    return joined


def parted(text: str, edits: Edits) -> Iterator[tuple[int, int, Edits]]:
    """A long text by pieces that end with a line end which stays, each with its edits."""
    if len(text) <= 2 * PIECE:
        yield 0, len(text), edits
        return
    begins, start, first, position = np.ascontiguousarray(edits[:, 0]), 0, 0, PIECE
    while len(text) - start > 2 * PIECE and (end := text.find("\n", position) + 1):
        after = int(np.searchsorted(begins, end))
        if after and edits[after - 1, 1] >= end:
            position = end + _ON
            continue
        yield start, end, edits[first:after] - (start, start, 0)
        start, first, position = end, after, end + PIECE
    yield start, len(text), edits[first:] - (start, start, 0)


def apply(text: str, edits: Edits) -> tuple[str, array[int], array[int]]:
    """The edited text and its turns: from `places[i]` on, the text before was `shifts[i]` further."""
    if len(edits) < _FEW:
        return _apply_few(text, edits.tolist())
    begin, end, instead = edits.T
    cuts = [0, *edits[:, :2].ravel().tolist(), len(text)]
    parts = list(map(text.__getitem__, map(slice, cuts[::2], cuts[1::2])))
    for index in places_of(instead > 0).tolist():
        parts[index] += chr(instead[index])
    begin = begin + (instead > 0)  # what is dropped, after the character that stays in its place
    begin, end = begin[begin < end], end[begin < end]
    shifts = np.cumsum(end - begin)
    places = end - shifts
    turns = np.append(places[1:] != places[:-1], True)[: len(places)]  # of several at one place the last
    places, shifts = places[turns], shifts[turns]
    if not len(places) or places[0] > 0:
        places, shifts = np.append(0, places), np.append(0, shifts)
    return "".join(parts), array("q", places.tobytes()), array("q", shifts.tobytes())


def _apply_few(text: str, edits: list[list[int]]) -> tuple[str, array[int], array[int]]:
    """The same, edit by edit."""
    parts, turns, position, shift = [], {0: 0}, 0, 0  # of several turns at one place the last
    for begin, end, instead in edits:
        parts.append(text[position:begin])
        if instead:
            parts.append(chr(instead))
        if dropped := end - begin - (instead > 0):
            shift += dropped
            turns[end - shift] = shift
        position = end
    parts.append(text[position:])
    return "".join(parts), array("q", turns), array("q", turns.values())
