"""Sentences read into clauses of tagged words, each with its time expressions and its main verb."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.extract.entities import Cast
from timeline.extract.words import Word, cut
from timeline.lexicon.actions import ACTIONS, Action
from timeline.lexicon.grammar import CONNECTIVES, SUBORDINATE, TIME_AFTER, TIME_BEFORE, wordset
from timeline.model import Timex
from timeline.text import View

_CLOSED = re.compile(
    r"“[^“”]*”|《[^《》]*》|「[^「」]*」|（[^（）]*）|\([^()]*\)|\"[^\"]{1,80}\"|[，,：:；;。！？!?…]+|——+"
)
_TEMPORAL_ENDS = (
    "的时候",
    "时候",
    "时",
    "之后",
    "以后",
    "后",
    "之前",
    "之际",
    "期间",
    "以来",
    "之时",
    "当中",
)
_EXISTENCE = wordset("有 是 为 成为 需要 具有 拥有 包括 属于 在 没有 来自 作为 位于 存在")


@dataclass(frozen=True, slots=True)
class Placed:
    """A time expression and where it stands in the view."""

    start: int
    end: int
    timex: Timex


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between commas. `verb` is its main verb's index in `words`, -1 without one."""

    start: int
    end: int
    words: tuple[Word, ...]
    times: tuple[Placed, ...]
    verb: int
    action: Action | None
    subordinate: bool
    temporal: bool

    @property
    def main(self) -> Word | None:
        return self.words[self.verb] if self.verb >= 0 else None


def place(view: View, times: Sequence[Timex]) -> list[Placed]:
    """The view's offsets of the times (those found in the raw text)."""
    sources = [start + shift for start, shift in zip(view.starts, view.shifts, strict=True)]

    def find(position: int) -> int:
        index = max(bisect_right(sources, position) - 1, 0)
        following = view.starts[index + 1] if index + 1 < len(view.starts) else len(view.text)
        return min(position - view.shifts[index], following)

    return [Placed(find(time.start), find(time.end - 1) + 1, time) for time in times if time.end > time.start]


def within(placed: Sequence[Placed], starts: Sequence[int], start: int, end: int) -> tuple[Placed, ...]:
    return tuple(placed[bisect_left(starts, start) : bisect_left(starts, end)])


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(start, end) of the clauses of a sentence: no cut inside quotation marks or brackets."""
    position = start
    for match in _CLOSED.finditer(text, start, end):
        if match.group()[0] in '“《「（("':
            continue
        if (
            match.group()[0] == ","
            and text[match.start() - 1 : match.start()].isdigit()
            and text[match.end() : match.end() + 3].isdigit()
        ):
            continue
        if match.start() > position:
            yield position, match.start()
        position = match.end()
    if position < end:
        yield position, end


def read(text: str, start: int, end: int, placed: Sequence[Placed], cast: Cast) -> Clause:
    """The clause text[start:end] as words."""
    fixed = [(time.start, time.end, "T") for time in placed]
    words = tuple(cut(text, start, end, fixed, cast.names))
    verb = main_verb(words)
    first = next((word for word in words if word.tag not in "TXB"), None)
    lead = next(
        (
            word
            for word in words
            if word.tag not in "TXBDC" and word.text not in CONNECTIVES and word.text not in TIME_BEFORE
        ),
        None,
    )
    stripped = text[start:end].rstrip("，,。 ")
    temporal = stripped.endswith(_TEMPORAL_ENDS) and not any(
        time.end == start + len(stripped) for time in placed
    )
    subordinate = bool(first and first.text in SUBORDINATE and not _times_after(words, first)) or bool(
        lead and lead.text in ("让", "使", "以便", "以")
    )
    return Clause(start, end, words, tuple(placed), verb, _action(words, verb), subordinate, temporal)


def _times_after(words: Sequence[Word], word: Word) -> bool:
    """Whether a preposition merely introduces the clause's date: 在2019年…, 从2015年…."""
    index = words.index(word)
    return index + 1 < len(words) and words[index + 1].tag == "T"


def _action(words: Sequence[Word], verb: int) -> Action | None:
    return ACTIONS.get(words[verb].text) if verb >= 0 else None


def main_verb(words: Sequence[Word]) -> int:
    """Index of the verb that says what happened: the weightiest that is not inside X的."""
    best, best_score = -1, -1.0
    for index, word in enumerate(words):
        if word.tag != "V":
            continue
        action = ACTIONS.get(word.text)
        score = 1.0 if action is None else 1.5 + action.weight
        if word.text in _EXISTENCE:
            score = 0.5
        if index + 1 < len(words) and words[index + 1].text in ("了", "过"):
            score += 1.5
        if is_attributive(words, index):
            score -= 3.0
        if _in_phrase(words, index):
            score -= 1.5
        score -= 0.01 * index
        if best < 0 or score > best_score:
            best, best_score = index, score
    return best


def is_attributive(words: Sequence[Word], index: int) -> bool:
    """Whether the verb belongs to a phrase before 的 + noun (发布的手机, 提交给董事会的方案)."""
    for position in range(index + 1, min(index + 6, len(words))):
        word = words[position]
        if word.tag in "X" and word.text != "、":
            return False
        if word.text in ("了", "一") or word.tag == "M":
            return False
        if word.text == "的":
            following = words[position + 1] if position + 1 < len(words) else None
            return following is not None and following.tag in "NQMAV" and position == index + 1
    return False


def _in_phrase(words: Sequence[Word], index: int) -> bool:
    """Whether the verb stands in a phrase that ends in 时, 后, 中 … within the clause."""
    for word in words[index + 1 : index + 8]:
        if (
            word.text in TIME_AFTER
            and word.tag in "FNU"
            and word.text in ("时", "后", "之后", "的时候", "时候", "之时", "以后", "过程")
        ):
            return True
        if word.tag == "X":
            return False
    return False
