"""Words set alike, and quotations broken into lines of them with their evidence highlighted."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline import look
from timeline.exports.deck.measure import Words, breaks, cut, wrap

P = look.LIGHT


class Run(NamedTuple):
    """Words set alike. `role` is a palette colour, `highlight` a highlighter's colour or ""."""

    text: str
    size: float = 19
    bold: bool = False
    serif: bool = False
    role: str = P.ink
    highlight: str = ""

    @property
    def words(self) -> Words:
        return Words(self.size, self.bold, self.serif)


def quoted(
    text: str, room: float, words: Words, highlights: Sequence[tuple[int, int]], most: int,
    marks: str = "「」",
) -> list[list[Run]]:  # fmt: skip
    """A quotation in its `marks` as lines of runs, its `highlights` (spans of `text`) marked; at most `most` lines.

    Cut between two phrases with … where it is longer; a highlight beyond the cut is cut as well.
    """
    framed = f"{marks[0]}{text}{marks[1]}"
    spans = wrap(framed, room, words)
    if len(spans) > most:
        first = spans[most - 1][0]
        end = first + len(cut(framed[first:] + "…", room - words.size * 2, words).rstrip(f"…{marks[1]}"))
        end = max((place for place in breaks(framed) if first < place <= end), default=end)
        framed = framed[:end].rstrip(" ，、；：,;:…") + f"……{marks[1]}"
        spans = [*spans[: most - 1], (first, len(framed))]
    marked = [(start + 1, min(end + 1, len(framed) - 1)) for start, end in highlights]
    return [_marked_line(framed, a, b, marked, words) for a, b in spans]


def _marked_line(
    text: str, start: int, end: int, marked: Sequence[tuple[int, int]], words: Words
) -> list[Run]:
    edges = sorted({start, end, *(e for span in marked for e in span if start < e < end)})
    return [
        Run(text[a:b], words.size, words.bold, words.serif, P.ink,
            P.highlighter if any(x <= a and b <= y for x, y in marked) else "")
        for a, b in pairwise(edges)
    ]  # fmt: skip
