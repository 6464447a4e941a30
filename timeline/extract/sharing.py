"""Two dated steps in one clause: 2006年在伦敦、2016年在纽约上市 is two listings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.extract.clauses import Clause, Placed, action_of, is_attributive, main_verb, read
from timeline.extract.entities import Cast
from timeline.extract.words import Word

_AND = "、和及与并且而"
_BEFORE_DATE = "于在至"
_WHERE = frozenset({"在", "于", "向", "与", "从"})


def read_steps(text: str, start: int, end: int, placed: Sequence[Placed], cast: Cast) -> list[Clause]:
    """The clause text[start:end], or one clause for each of its dates that has a step or a place of its own."""
    whole = read(text, start, end, placed, cast)
    cuts = [place for time in placed[1:] if (place := _cut(text, placed[0].end, time.start))]
    if not cuts or any(time.timex.type != "DATE" for time in placed):
        return [whole]
    edges = [start, *cuts, end]
    parts = []
    for a, b in pairwise(edges):
        inside = [time for time in placed if a <= time.start < b]
        parts.append(read(text, a, b, inside, cast))
    last = parts[-1]
    if last.main is None or is_attributive(last.words, last.verb) or not _is_after_date(last):
        return [whole]
    tail = last.words[last.verb :]
    steps = [part if _has_step(part) else _sharing(part, tail, end) for part in parts[:-1]]
    return [*(step for step in steps if step), last] if all(steps) else [whole]


def _cut(text: str, first: int, start: int) -> int:
    """Where the part with a date that begins at `start` begins: after 、 or 和; 0 if none does."""
    place = start - 1 if text[start - 1] in _BEFORE_DATE else start
    return place if place - 1 > first and text[place - 1] in _AND else 0


def _is_after_date(part: Clause) -> bool:
    return part.main is not None and bool(part.times) and part.times[0].end <= part.main.start


def _has_step(part: Clause) -> bool:
    return part.action is not None and part.action.weight > 0 and _is_after_date(part)


def _sharing(part: Clause, tail: tuple[Word, ...], end: int) -> Clause | None:
    """The part with the verb that it shares; None if it has no place of its own after its date."""
    words = [word for word in part.words if word.start < part.times[-1].end] if part.times else []
    rest = part.words[len(words) :]
    while rest and (rest[-1].tag in "XC" or rest[-1].text in _AND):
        rest = rest[:-1]
    if not words or len(rest) < 2 or rest[0].text not in _WHERE or any(word.tag == "V" for word in rest):
        return None
    shared = (*words, *rest, *tail)
    verb = main_verb(shared)
    return replace(part, end=end, words=shared, verb=verb, action=action_of(shared, verb))
