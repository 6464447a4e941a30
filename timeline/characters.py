"""A text as an array of code points, for what is done to every character of it.

A loop over characters takes Python a hundred times as long as a table takes numpy. So a text becomes
an array of code points (`codes_of`), a table over all characters says what each of them is or
becomes, and only the few places that matter are looked at one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]
_ENCODING = "utf-32-le"
ALL = 0x110000  # code points there are
PIECE = 100_000  # characters: what is done to so many at a time needs little room
DIGITS = "".join(filter(str.isdigit, map(chr, range(0x20000))))
SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))


def codes_of(text: str) -> Codes:
    """The code points of a text (read only)."""
    return np.frombuffer(text.encode(_ENCODING, "surrogatepass"), np.uint32)


def text_of(codes: Codes) -> str:
    return str(np.ascontiguousarray(codes).data, _ENCODING, "surrogatepass") if len(codes) else ""


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """A long text by pieces that end with a line."""
    start = 0
    while 0 < (end := text.find("\n", start + PIECE) + 1) < len(text):
        yield start, end
        start = end
    yield start, len(text)


def taken(table: NDArray[Any], text: str) -> NDArray[Any]:
    """What the table holds for each character of a text."""
    if len(text) < 2 * PIECE:
        return table.take(codes_of(text))
    return np.concatenate([table.take(codes_of(text[start:end])) for start, end in pieces(text)])


def kinds(**sets: Iterable[str]) -> tuple[NDArray[Any], dict[str, int]]:
    """A table of what each character is, and the bit of each name (of 32 at most) in it."""
    table, bits = np.zeros(ALL, np.uint16 if len(sets) <= 16 else np.uint32), {}
    for place, (name, characters) in enumerate(sets.items()):
        bits[name] = 1 << place
        table[[ord(character) for character in characters]] |= table.dtype.type(1 << place)
    return table, bits


def places_of(flags: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Where the flags are set."""
    return flags.nonzero()[0]
