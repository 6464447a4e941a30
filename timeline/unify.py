"""Mentions of all documents → events: one real-world milestone, once, with all its tellings.

Vocabulary: a mention's *marks* are what it says, reduced to comparable parts. Two mentions are compared
only if they share a *key* (a step and a rare piece, a figure, a round of money, a name), and there only
with their neighbours by date: the work stays near-linear. They are joined when the weighing of all that
they say tells so (`sameness`). Where dates or sums disagree and all else agrees, the event is one that its
sources tell differently: both stay with their mentions.
"""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from timeline import ids
from timeline.extract.events.marks import QUOTED, Marks, read_marks
from timeline.extract.events.sameness import FARTHEST, gap_of, score_of, vetoed
from timeline.extract.who.firm_names import of_two_firms, own_firms, same_firm
from timeline.model import Day, Document, Event, Mention, Status

WINDOW = 8  # neighbours by date that a mention is compared with under one key
PHRASES = 3  # longest phrases that a mention is looked up by
KEYS = 6  # pieces that a mention is looked up by: the rarest
LEAST = 3  # mentions that name a firm, for the document to be about it
AROUND = 80  # characters of the sentence after a mention that belong to its context
_SENTENCE_END = re.compile(r"[。！？!?；;\n]|\.\s")


def unify(mentions: Sequence[Mention], documents: Iterable[Document]) -> list[Event]:
    """The events, in order of date: every mention belongs to exactly one. Near-linear time.

    The documents are gone through once: none is kept.
    """
    keyed = sorted(((ids.mention_id(mention), mention) for mention in mentions), key=lambda pair: pair[0])
    ordered = [mention for _, mention in keyed]
    own = own_firms(ordered)
    marks = _read(ordered, documents, own)
    rarity = _rarity(marks)
    edges = []
    for left, right in _candidates(ordered, marks, rarity):
        score, reason = score_of(ordered[left], ordered[right], marks[left], marks[right], rarity)
        if score > 0 and not of_two_firms(ordered[left], ordered[right], own):
            edges.append((-score, left, right, reason))
    groups = _Groups(ordered, marks)
    for _, left, right, reason in sorted(edges):
        groups.join(left, right, reason)
    events = [_event([keyed[index] for index in members], reasons) for members, reasons in groups.results()]
    return sorted(events, key=lambda event: (event.earliest, event.latest, event.name, event.event_id))


def _read(mentions: Sequence[Mention], documents: Iterable[Document], own: Mapping[str, str]) -> list[Marks]:
    """The marks of each mention, read off its document."""
    told: dict[str, list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        told[mention.doc_id].append(index)
    found: dict[int, Marks] = {}
    known = _known_names(mentions)
    named = Counter((mention.doc_id, name) for mention in mentions for name in mention.entities)
    trusted = frozenset(name for doc_id, name in own.items() if named[doc_id, name] >= LEAST)

    def read(indices: Sequence[int], text: str) -> None:
        told_here = [mentions[index] for index in indices]
        names = _own_names(told_here, own, trusted)
        starts = sorted({mention.start for mention in told_here})
        for index in indices:
            mention = mentions[index]
            here = known(mention.name)
            firms = names or sorted(trusted.intersection(here))
            found[index] = read_marks(mention, _context(mention, text, starts), firms, here)

    for document in documents:
        read(told.pop(document.doc_id, ()), document.text)
    for alone in told.values():
        read(alone, "")
    return [found[index] for index in range(len(mentions))]


def _own_names(mentions: Sequence[Mention], own: Mapping[str, str], trusted: frozenset[str]) -> list[str]:
    """What a document's mentions call the firm it is about, longest first."""
    firm = own.get(mentions[0].doc_id, "") if mentions else ""
    told = {name for mention in mentions for name in mention.entities} if firm in trusted else set()
    names = {name for name in told if same_firm(name, firm) or name in firm or firm in name}
    return sorted(names, key=lambda name: (-len(name), name))


def _context(mention: Mention, text: str, starts: Sequence[int]) -> str:
    """The evidence, and what its sentence goes on to say before another mention begins."""
    evidence = text[mention.start : mention.end]
    if not evidence or _SENTENCE_END.search(evidence[-1] + " "):
        return evidence
    after = bisect_left(starts, mention.end)
    until = min(mention.end + AROUND, starts[after] if after < len(starts) else len(text))
    end = _SENTENCE_END.search(text, mention.end, until)
    return text[mention.start : end.start() if end else until]


def _rarity(marks: Sequence[Marks]) -> dict[str, int]:
    """How much a piece of a headline says, in percent: 100 for one that a single mention tells."""
    told = Counter(piece for mark in marks for piece in mark.name)
    most = math.log(1 + len(marks))
    return {
        piece: round(100 * math.log(1 + len(marks) / count) / most)
        for piece, count in told.items()
        if count > 1
    }


def _known_names(mentions: Sequence[Mention]) -> Callable[[str], list[str]]:
    """The names in a headline that any document tells as a name, or quotes. Linear time."""
    names = {
        entity
        for mention in mentions
        for entity in (*mention.entities, *QUOTED.findall(mention.name))
        if len(entity) > 1
    }
    lengths: dict[str, set[int]] = defaultdict(set)  # by the first two characters
    for name in names:
        lengths[name[:2]].add(len(name))

    def known(headline: str) -> list[str]:
        places = ((place, headline[place : place + 2]) for place in range(len(headline) - 1))
        runs = (headline[place : place + n] for place, pair in places for n in lengths.get(pair, ()))
        return [run for run in runs if run in names]

    return known


class _Groups:
    """Union-find that refuses to join groups of which two members name two things, or exclude each other's dates.

    Edges come strongest first and are tied by ids, so that the order of the input does not show.
    """

    def __init__(self, mentions: Sequence[Mention], marks: Sequence[Marks]) -> None:
        self._leader = list(range(len(marks)))
        self._members = [[index] for index in self._leader]
        self._mentions, self._marks = mentions, marks
        self._reasons: list[list[str]] = [[] for _ in marks]

    def find(self, index: int) -> int:
        while self._leader[index] != index:
            self._leader[index] = self._leader[self._leader[index]]
            index = self._leader[index]
        return index

    def join(self, left: int, right: int, reason: str) -> None:
        a, b = sorted((self.find(left), self.find(right)))
        if a == b or self._apart(left, right, a, b):
            return
        self._leader[b] = a
        self._members[a] += self._members[b]
        self._reasons[a] += [*self._reasons[b], reason]

    def _apart(self, left: int, right: int, a: int, b: int) -> bool:
        """Whether what joins the two does not hold for some that were joined to them before."""
        agree = gap_of(self._mentions[left], self._mentions[right]) <= 0
        return any(
            vetoed(self._marks[one], self._marks[other])
            or (agree and gap_of(self._mentions[one], self._mentions[other]) > 0)
            for one in self._members[a][:WINDOW]
            for other in self._members[b][:WINDOW]
        )

    def results(self) -> list[tuple[list[int], tuple[str, ...]]]:
        members: dict[int, list[int]] = defaultdict(list)
        for index in range(len(self._leader)):
            members[self.find(index)].append(index)
        return [(group, tuple(sorted(set(self._reasons[leader])))) for leader, group in members.items()]


def _keys(marks: Marks, mention: Mention, rarity: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """What a mention is looked up by."""
    rarest = sorted(marks.name, key=lambda piece: (-rarity.get(piece, 100), piece))[:KEYS]
    yield "=", mention.name
    yield from (("word", piece) for piece in rarest)
    yield from (("step", step) for step in marks.steps)
    yield from (("figure", f"{value:.1e}{unit}") for value, unit in marks.counted)
    yield from (("number", f"{number:g}") for number, _ in marks.ordinals)
    longest = sorted(marks.phrases, key=lambda phrase: (-len(phrase), phrase))[:PHRASES]
    yield from (("said", phrase) for phrase in longest)
    yield from (("round", one) for one in marks.rounds)
    yield from (("name", one) for one in marks.tags | marks.models)


def _candidates(
    mentions: Sequence[Mention], marks: Sequence[Marks], rarity: Mapping[str, int]
) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing, each once: neighbours by date under each key, WINDOW at most."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in sorted(range(len(marks)), key=lambda i: (mentions[i].earliest, mentions[i].latest, i)):
        for key in _keys(marks[index], mentions[index], rarity):
            blocks[key].append(index)
    first, last = ([getattr(m, end).toordinal() for m in mentions] for end in ("earliest", "latest"))
    near: list[set[int]] = [set() for _ in marks]
    for block in blocks.values():
        for place, left in enumerate(block[:-1], 1):
            until = last[left] + FARTHEST
            near[left].update(right for right in block[place : place + WINDOW] if first[right] <= until)
    for left, found in enumerate(near):
        yield from ((min(left, right), max(left, right)) for right in sorted(found))


def _event(keyed: list[tuple[str, Mention]], reasons: tuple[str, ...]) -> Event:
    """The event that these mentions (with their ids) tell: the best headline, the sharpest date they support."""
    keyed = sorted(keyed, key=lambda pair: _place(pair[1]))
    mentions = [mention for _, mention in keyed]
    documents = {mention.doc_id for mention in mentions}
    last, first = max(mentions, key=lambda m: m.earliest), min(mentions, key=lambda m: m.latest)
    conflicting = gap_of(last, first) > 0
    status: Status = "conflicting" if conflicting else "agreed" if len(documents) > 1 else "single"
    best = min(keyed, key=_headline_rank)[1]
    dated = _dated(keyed)
    weights = Counter[str]()
    for mention in mentions:
        weights[mention.category] += mention.importance
    category = min(weights, key=lambda code: (-weights[code], code != best.category, code))
    importance = min(3, max(m.importance for m in mentions) + (1 if len(documents) >= 3 else 0))
    return Event(
        ids.event_id(key for key, _ in keyed), best.name, dated.date, dated.earliest, dated.latest, category,
        tuple(dict.fromkeys(entity for mention in mentions for entity in mention.entities)),
        importance, status, tuple(mentions), reasons,
    )  # fmt: skip


def _place(mention: Mention) -> tuple[str, int, int, int, str]:
    return mention.doc_id, mention.start, mention.end, mention.timex.start, mention.date


def _dated(keyed: Sequence[tuple[str, Mention]]) -> Mention:
    """The mention with the sharpest date, among those that most documents can agree to."""
    told: dict[tuple[Day, Day], set[str]] = defaultdict(set)
    for _, mention in keyed:
        told[mention.earliest, mention.latest].add(mention.doc_id)
    support = {
        one: len(set().union(*(told[other] for other in told if one[0] <= other[1] and other[0] <= one[1])))
        for one in told
    }
    return min(keyed, key=lambda pair: (*_sharpness(pair[1], support), pair[0]))[1]


def _sharpness(mention: Mention, support: dict[tuple[Day, Day], int]) -> tuple[int, int, Day]:
    return (
        -support[mention.earliest, mention.latest],
        (mention.latest - mention.earliest).days,
        mention.earliest,
    )


def _headline_rank(keyed: tuple[str, Mention]) -> tuple[object, ...]:
    """The headline to print: of a fact, important, Chinese, neither terse nor cut at the limit."""
    key, mention = keyed
    latin = all(character < "一" for character in mention.name)
    return (
        mention.modality != "fact",
        -mention.importance,
        latin,
        abs(len(mention.name) - 13),
        mention.name,
        key,
    )
