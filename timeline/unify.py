"""Mentions of all documents → events: one real-world milestone, once, with all its tellings.

Vocabulary: a mention's *marks* are what its headline says, reduced to comparable parts: the act
(what kind of step), the numbers, the names, the other words. Two mentions are compared only if
they share a *block* (an act or none, and one mark), sorted by date, so that work stays near-linear.
They are joined when act, numbers and names agree and the dates can both be true, or when the
milestone is one that happens only once (the 500,000th delivery) and the dates disagree: then the
event is conflicting, and both dates stay with their mentions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline import ids
from timeline.lexicon.actions import ACTIONS
from timeline.lexicon.grammar import wordset
from timeline.model import Document, Event, Mention

WINDOW = 12  # neighbours by date that a mention is compared with inside one block
_CONCEPTS = {
    "造车": "汽车", "电动汽车": "汽车", "智能汽车": "汽车", "新能源汽车": "汽车", "电动车": "汽车", "轿车": "汽车",
    "销量": "销", "销冠": "销", "市场": "", "行业": "", "正式": "", "首次": "首", "第一": "首", "首款": "首", "首台": "首",
    "公司": "", "集团": "", "业务": "", "智能": "",
}  # fmt: skip
_FAMILIES = {
    "decide": "commit",
    "announce": "commit",
    "enter": "commit",
    "propose": "commit",
    "sale": "sale",
    "deliver": "deliver",
    "reach": "",
    "tell": "",
    "grow": "",
    "sell": "sell",
}
_ONCE = wordset("found list delist rolloff deliver unveil sale acquire")
_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*([万亿千百]*)")
_SCALE = {"万": 10_000, "亿": 100_000_000, "千": 1_000, "百": 100}
_STOP = wordset(
    "的 了 和 与 在 为 是 把 被 对 向 从 将 等 及 以 其 中 上 下 年 月 日 个 台 元 做 有 到 永不 宣布 正式"
)


@dataclass(frozen=True, slots=True)
class _Marks:
    act: str
    numbers: frozenset[float]
    names: frozenset[str]
    words: frozenset[str]


def unify(mentions: Sequence[Mention], documents: Sequence[Document]) -> list[Event]:
    """The events, in order of date: every mention belongs to exactly one. Near-linear time."""
    ordered = sorted(mentions, key=ids.mention_id)
    marks = [_marks(mention.name, mention.entities) for mention in ordered]
    joined = _Groups(len(ordered))
    reasons: dict[int, list[str]] = defaultdict(list)
    for left, right in sorted(set(_candidates(ordered, marks))):
        reason = _same(ordered[left], ordered[right], marks[left], marks[right])
        if reason:
            joined.join(left, right)
            reasons[left].append(reason)
    members: dict[int, list[int]] = defaultdict(list)
    for index in range(len(ordered)):
        members[joined.find(index)].append(index)
    events = [
        _event([ordered[i] for i in group], tuple(dict.fromkeys(r for i in group for r in reasons[i])))
        for group in members.values()
    ]
    return sorted(events, key=lambda event: (event.earliest, event.latest, event.name, event.event_id))


class _Groups:
    """Union-find: the smaller index leads, so that the order of joins does not show."""

    def __init__(self, size: int) -> None:
        self._leader = list(range(size))

    def find(self, index: int) -> int:
        while self._leader[index] != index:
            self._leader[index] = self._leader[self._leader[index]]
            index = self._leader[index]
        return index

    def join(self, left: int, right: int) -> None:
        a, b = sorted((self.find(left), self.find(right)))
        self._leader[b] = a


def _candidates(mentions: Sequence[Mention], marks: Sequence[_Marks]) -> Iterator[tuple[int, int]]:
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, mark in enumerate(marks):
        for part in (*mark.names, *mark.words, *(f"#{number:g}" for number in mark.numbers)):
            blocks[mark.act, part].append(index)
    for block in blocks.values():
        block.sort(key=lambda index: (mentions[index].earliest, mentions[index].latest, index))
        for place, left in enumerate(block):
            for right in block[place + 1 : place + 1 + WINDOW]:
                yield min(left, right), max(left, right)


def _same(left: Mention, right: Mention, a: _Marks, b: _Marks) -> str:
    """Why the two tell one event, in words; "" if they do not."""
    if a.act != b.act or (a.numbers and b.numbers and not a.numbers & b.numbers):
        return ""
    if left.modality != right.modality and {left.modality, right.modality} & {"denied", "hypothetical"}:
        return ""
    overlap = left.earliest <= right.latest and right.earliest <= left.latest
    shared = a.words & b.words
    names = a.names & b.names
    smaller = min(len(a.words | a.names), len(b.words | b.names)) or 1
    alike = len(shared | names) / smaller
    if left.name == right.name and overlap:
        return f"same headline: {left.name}"
    if not overlap:
        far = max(abs((left.earliest - right.latest).days), abs((right.earliest - left.latest).days)) > 800
        if (
            a.act in _ONCE
            and a.numbers & b.numbers
            and max(a.numbers & b.numbers) >= 100
            and names
            and not far
        ):
            return f"one milestone, two dates: {a.act}, {max(a.numbers & b.numbers):g}, {' '.join(sorted(names))}"
        return ""
    if a.numbers & b.numbers and max(a.numbers & b.numbers) >= 3 and a.act and (names or shared):
        return f"same step and figure: {a.act}, {max(a.numbers & b.numbers):g}"
    if a.act and shared and alike >= 0.6:
        return f"same step: {a.act}, {' '.join(sorted(shared))}"
    if len(shared) >= 2 and alike >= 0.75:
        return f"same words: {' '.join(sorted(shared))}"
    return ""


@lru_cache(maxsize=65536)
def _marks(name: str, entities: tuple[str, ...]) -> _Marks:
    from timeline.extract.words import cut

    numbers = frozenset(float(m[1].replace(",", "")) * _scale(m[2]) for m in _NUMBER.finditer(name))
    names = frozenset(entity for entity in entities if entity in name)
    rest = name
    for entity in sorted(names, key=len, reverse=True):
        rest = rest.replace(entity, " ")
    words = cut(rest, 0, len(rest))
    acts = sorted((-ACTIONS[w.text].weight, w.start, ACTIONS[w.text].act) for w in words if w.text in ACTIONS)
    act = next((family for _, _, act in acts if (family := _FAMILIES.get(act, act))), "")
    content: set[str] = set()
    for word in words:
        for part in _CONCEPTS.get(word.text, word.text).split():
            if word.tag in "NVAQ" and part not in _STOP and ACTIONS.get(part, None) is None:
                content.add(part)
    return _Marks(act, numbers, names, frozenset(content))


def _scale(text: str) -> int:
    scale = 1
    for character in text:
        scale *= _SCALE.get(character, 1)
    return scale


def _event(mentions: list[Mention], reasons: tuple[str, ...]) -> Event:
    """The event that these mentions tell: the best headline, the sharpest date they support."""
    mentions = sorted(mentions, key=lambda m: (m.doc_id, m.start, m.end, m.timex.start))
    earliest, latest = max(m.earliest for m in mentions), min(m.latest for m in mentions)
    documents = {mention.doc_id for mention in mentions}
    best = min(
        mentions,
        key=lambda m: (
            m.modality != "fact",
            -m.importance,
            (m.latest - m.earliest).days,
            -len(m.name),
            ids.mention_id(m),
        ),
    )
    sharpest = min(mentions, key=lambda m: ((m.latest - m.earliest).days, m.earliest, ids.mention_id(m)))
    conflicting = earliest > latest
    status = "conflicting" if conflicting else "agreed" if len(documents) > 1 else "single"
    return Event(
        ids.event_id(tuple(mentions)), best.name, sharpest.date, sharpest.earliest, sharpest.latest, best.category,
        tuple(dict.fromkeys(entity for mention in mentions for entity in mention.entities)),
        max(m.importance for m in mentions), status, tuple(mentions), reasons,
    )  # fmt: skip


__all__ = ["unify"]
