"""Observations: what a quantity measures, of whom, and when it holds.

Vocabulary: the *measure* is the word that says what a number means (营收, 售价); the *subject* is
whose number it is; the *narrative's* time is the last one told before, when the clause has none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from timeline.extract.entities import Cast, find_cast
from timeline.extract.measuring import Measured, is_telling, read_measure
from timeline.model import Document, Observation, Quantity, Timex
from timeline.text import View, clauses, sentences

INHERIT_WITHIN = 400  # characters between a number and the narrative's last date
_COUNTRY = re.compile(r"中国|美国|日本|韩国|印度|德国|法国|英国|俄罗斯|欧洲|全球|世界|海外|东南亚|国内")
_OWN = re.compile(r"我们|本公司|我司|公司|集团")


def find_observations(
    document: Document, view: View, times: Sequence[Timex], quantities: Sequence[Quantity]
) -> list[Observation]:
    """The observations of a document, in order of their numbers. Linear time."""
    text = view.text
    spots = _placed(view, [(time.start, time.end) for time in times])
    placed = [Placed(start, end, time) for (start, end), time in zip(spots, times, strict=True)]
    starts = [time.start for time in placed]
    cast = find_cast(document, text)
    spots = _placed(view, [(quantity.start, quantity.end) for quantity in quantities])
    located = [(start, end, quantity) for (start, end), quantity in zip(spots, quantities, strict=True)]
    index = 0
    found: list[Observation] = []
    for start, end in sentences(text):
        inside = []
        while index < len(located) and located[index][0] < end:
            inside.append(located[index])
            index += 1
        if inside:
            found += _read_sentence(document, text, (start, end), inside, placed, starts, cast)
    return found


class Placed(NamedTuple):
    """A time expression and where it stands in the view."""

    start: int
    end: int
    timex: Timex


def _placed(view: View, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """View offsets of stretches of the source."""
    sources = [start + shift for start, shift in zip(view.starts, view.shifts, strict=True)]
    last = len(view.text)

    def find(position: int) -> int:
        index = max(bisect_right(sources, position) - 1, 0)
        following = view.starts[index + 1] if index + 1 < len(view.starts) else last
        return min(position - view.shifts[index], following)

    return [(find(start), find(max(end - 1, start)) + 1) for start, end in spans]


def _read_sentence(
    document: Document,
    text: str,
    sentence: tuple[int, int],
    located: list[tuple[int, int, Quantity]],
    placed: Sequence[Placed],
    starts: Sequence[int],
    cast: Cast,
) -> list[Observation]:
    parts = list(clauses(text, *sentence))
    found: list[Observation] = []
    before: Measured | None = None
    for start, end, quantity in located:
        clause = next(((a, b) for a, b in parts if a <= start < b), sentence)
        measured = read_measure(text, sentence, clause, (start, end), quantity, before)
        if not is_telling(text, clause, (start, end), quantity, measured):
            continue
        before = measured
        time = _time(text, sentence, clause, start, placed, starts)
        about = _about(text, sentence, start, cast)
        found.append(
            Observation(
                document.doc_id,
                about,
                measured.property,
                measured.quantity,
                time,
                time.value if time and time.earliest else "",
                time.earliest if time else None,
                time.latest if time else None,
                measured.change,
                measured.rule,
            )
        )
    return found


def _time(
    text: str,
    sentence: tuple[int, int],
    clause: tuple[int, int],
    position: int,
    placed: Sequence[Placed],
    starts: Sequence[int],
) -> Timex | None:
    """The anchored time of the clause, else of the sentence, else the last one told before."""
    first, last = bisect_left(starts, clause[0]), bisect_left(starts, clause[1])
    own = [time for time in placed[first:last] if time.timex.anchored and time.timex.type != "SET"]
    if own:
        earlier = [time for time in own if time.start <= position]
        return (earlier[-1] if earlier else own[0]).timex
    index = bisect_right(starts, position) - 1
    while index >= 0 and sentence[0] - placed[index].end <= INHERIT_WITHIN:
        time = placed[index].timex
        if time.anchored and time.type != "SET":
            return time
        index -= 1
    return None


def _about(text: str, sentence: tuple[int, int], position: int, cast: Cast) -> str:
    head = text[sentence[0] : position]
    names = [(match.start(), match[0]) for match in _COUNTRY.finditer(head)]
    if cast.names:
        names += [(match.start(), match[0]) for match in cast.names.finditer(head)]
    names += [(match.start(), cast.company) for match in _OWN.finditer(head) if cast.company]
    return max(names)[1] if names else cast.company
