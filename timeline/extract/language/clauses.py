"""Sentences read into clauses of tagged words, each with its time expressions and its main verb."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from timeline.extract.language.predicates import action_of, is_attributive, main_verb
from timeline.extract.language.words import Word, cut
from timeline.extract.who.entities import Cast
from timeline.lexicon.actions import ACTIONS, Action
from timeline.lexicon.grammar import CONNECTIVES, SUBORDINATE, TIME_BEFORE, wordset
from timeline.lexicon.naming import DATELINE
from timeline.model import Timex

_CLOSED = re.compile(
    r"“[^“”]*”|【[^【】]*】|《[^《》]*》|「[^「」]*」|『[^『』]*』|（[^（）]*）|\([^()]*\)|\"[^\"]{1,80}\"|并(?=[于在](?:\d|[同次当][年月日]|[一二三四五六七八九十〇零]+[年月日])|将其|把其)|(?<=[\d%％元人台辆倍])并(?![购入列存排])|[，,：:；;。！？!?…]+|——+"
)
_TEMPORAL_ENDS = (
    "的时候", "时候", "时", "之后", "以后", "后", "之前", "之际", "期间", "以来", "之时", "当中", "前夕",
    "不久",
)  # fmt: skip
_ALWAYS_SUBORDINATE = wordset(
    "为了 因为 由于 随着 尽管 虽然 如果 假如 若 要是 倘若 一旦 只要 只有 除非 无论 不管 即使 就算 哪怕 既然 比如 例如 除了 当 连同 包括 再加上 加上 加之 受困于 受制于 苦于 迫于 鉴于 出于 有感于"
)
_MEANS = wordset("凭借 凭 凭着 依托 借助 依靠 靠 靠着 得益于 受益于 仰仗")


_DATELINE = re.compile(rf"\W{{0,3}}{DATELINE}")
WHOLE_QUOTE = 24  # characters of a quotation that is read as clauses, where it is the whole sentence


@dataclass(frozen=True, slots=True)
class Placed:
    """A time expression and where it stands in the view."""

    start: int
    end: int
    timex: Timex


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between commas.

    `verb` is its main verb's index in `words` (-1: none); `action` the step that it names;
    `subordinate` if it only prepares another clause, `temporal` if it says when (X之后),
    `colon` if what it announces follows.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    times: tuple[Placed, ...]
    verb: int
    action: Action | None
    subordinate: bool = False
    temporal: bool = False
    colon: bool = False
    plain: tuple[Word, ...] | None = field(default=None, init=False, compare=False)  # kept by undated.undated

    @property
    def main(self) -> Word | None:
        return self.words[self.verb] if self.verb >= 0 else None


def within(placed: Sequence[Placed], start: int, end: int, starts: Sequence[int]) -> tuple[Placed, ...]:
    """The times that begin in [start, end); `starts` are the beginnings of `placed`."""
    return tuple(placed[bisect_left(starts, start) : bisect_left(starts, end)])


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(start, end) of the clauses of a sentence: no cut inside quotation marks, brackets, numbers."""
    position = start
    for match in _CLOSED.finditer(text, start, end):
        mark = match.group()
        if mark[0] in "“「" and match.start() == start and end - match.end() < 2 and len(mark) > WHOLE_QUOTE:
            yield from spans(text, start + 1, match.end() - 1)  # the whole sentence is quoted
            return
        if mark[0] in '“《「『（("':
            continue
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 3]
        if mark in ",:" and before.isdigit() and after[:1].isdigit() and (mark == ":" or after.isdigit()):
            continue
        if match.start() > position:
            yield position, match.start()
        position = match.end()
    if position < end:
        yield position, end


def read(text: str, start: int, end: int, placed: Sequence[Placed], cast: Cast) -> Clause:
    """The clause text[start:end] as words."""
    placed = [time for time in placed if not _is_quoted(text, start, time)]
    fixed = [(time.start, time.end, "T") for time in placed]
    if put_out := _DATELINE.match(text, start, end):
        fixed = sorted([*fixed, *_beside(fixed, start, put_out.end())])
    words = tuple(cut(text, start, end, fixed, cast.names))
    words = _as_a_step(words)
    verb = main_verb(words)
    stripped = text[start:end].rstrip("，,。 ")
    timed_end = any(time.end == start + len(stripped) for time in placed)
    temporal = stripped.endswith(_TEMPORAL_ENDS) and not timed_end
    colon = text[end : end + 1] in ("：", ":")
    return Clause(
        start, end, words, tuple(placed), verb, action_of(words, verb), _prepares(words, verb), temporal,
        colon,
    )  # fmt: skip


def _beside(fixed: Sequence[tuple[int, int, str]], start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """What a story's dateline has beside its date, as words in brackets: nobody acts there."""
    for first, last, _ in [*fixed, (end, end, "")]:
        if start < min(first, end):
            yield start, min(first, end), "B"
        start = max(start, last)


def _is_quoted(text: str, start: int, time: Placed) -> bool:
    """Whether a time stands in a quotation within the clause: 获得了“可突破当时制度”的机会."""
    opened = text.rfind("“", start, time.start)
    return opened > start + 1 and text.find("”", opened, time.start) < 0


def _as_a_step(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """“远禾”插秧机的|试制成功 → “远禾”插秧机|试制成功: a step told as a noun, where there is no verb."""
    if len(words) < 3 or words[-2].text != "的" or any(word.tag == "V" for word in words):
        return words
    action = ACTIONS.get(words[-1].text)
    if action is None or action.weight < 2 or words[-3].tag not in "NQ":
        return words
    return (*words[:-2], words[-1]._replace(tag="V"))


def _is_named(words: Sequence[Word], index: int) -> bool:
    """Whether a verb is one of the nouns of a row, or the last word: 凭借低成本|制造|和技术创新."""
    return index + 1 == len(words) or words[index + 1].text in ("和", "与", "及", "、", "以及")


def _prepares(words: Sequence[Word], verb: int) -> bool:
    """Whether the clause begins as one that prepares another (为了…, 随着…), or continues one (让…)."""
    if verb >= 0 and any(word.text in ("虽然", "尽管", "虽", "虽说") for word in words[:verb]):
        return True
    for index, word in enumerate(words):
        if word.tag in "TXB":
            continue
        if word.text in ("让", "使", "以便", "以期", "从而", "以免"):
            return True
        if word.text in SUBORDINATE:
            if word.text in _ALWAYS_SUBORDINATE:
                return True
            if words[index + 1 : index + 2] and words[index + 1].tag == "T":
                return False
            means = word.text in _MEANS
            return verb < 0 or not any(
                w.tag == "V" and not is_attributive(words, i) and not (means and _is_named(words, i))
                for i, w in enumerate(words)
                if i > index
            )
        if word.text not in CONNECTIVES and word.tag not in "DC" and word.text not in TIME_BEFORE:
            return False
    return False
