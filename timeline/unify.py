"""Mentions of all documents → events: one real-world milestone, once, with all its tellings.

Vocabulary: a mention's *marks* are what it says, reduced to comparable parts: its acts (which steps
are taken), figures, names, other words, and the phrases of its evidence. Two mentions are compared
only if they share a *block* (an act and one mark, a phrase, a headline), and there only with their
neighbours by date: the work stays near-linear. They are joined when their marks agree and the dates
can both be true; or when the milestone is one that happens once (the 500,000th delivery, a founding)
and the dates disagree: then the event is conflicting, and both dates stay with their mentions.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from timeline import ids
from timeline.extract.events.figures import contradicting
from timeline.extract.events.lifetimes import NO_LIFE, Life, life_pairs, names_one_firm, read_life, same_step
from timeline.extract.events.marks import Marks, read_marks
from timeline.extract.events.sameness import BOUGHT, reach, same_event
from timeline.extract.who.firm_names import of_two_firms, own_firms
from timeline.model import Day, Document, Event, Mention, Status

WINDOW = 8  # neighbours by date that a mention is compared with inside one block


def unify(mentions: Sequence[Mention], documents: Iterable[Document]) -> list[Event]:
    """The events, in order of date: every mention belongs to exactly one. Near-linear time.

    The documents are gone through once: none is kept.
    """
    keyed = sorted(((ids.mention_id(mention), mention) for mention in mentions), key=lambda pair: pair[0])
    ordered = [mention for _, mention in keyed]
    marks, lives = _read(ordered, documents)
    own = own_firms(ordered)
    edges = []
    for left, right in _candidates(ordered, marks):
        strength, reason = same_event(ordered[left], ordered[right], marks[left], marks[right])
        bought = strength == BOUGHT  # whoever the documents are about
        if strength and (bought or not of_two_firms(ordered[left], ordered[right], own)):
            edges.append((-strength, left, right, reason))
    for left, right in life_pairs(ordered, lives):
        strength, reason = same_step(ordered[left], ordered[right], lives[left], lives[right])
        told = names_one_firm(lives[left], lives[right])  # whatever firms the documents are about
        if strength and (told or not of_two_firms(ordered[left], ordered[right], own)):
            edges.append((-strength, left, right, reason))
    groups = _Groups(marks)
    for _, left, right, reason in sorted(edges):
        groups.join(left, right, reason)
    events = [_event([keyed[index] for index in members], reasons) for members, reasons in groups.results()]
    return sorted(events, key=lambda event: (event.earliest, event.latest, event.name, event.event_id))


def _read(mentions: Sequence[Mention], documents: Iterable[Document]) -> tuple[list[Marks], list[Life]]:
    """The marks and the life of each mention, read off its document."""
    told: dict[str, list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        told[mention.doc_id].append(index)
    found: dict[int, tuple[Marks, Life]] = {}
    known = _known_names(mentions)
    for document in documents:
        for index in told.pop(document.doc_id, ()):
            mention = mentions[index]
            evidence = document.text[mention.start : mention.end]
            marks = read_marks(mention, evidence, known(mention.name))
            found[index] = marks, read_life(mention, marks, document)
    for index in (index for alone in told.values() for index in alone):
        found[index] = read_marks(mentions[index], "", known(mentions[index].name)), NO_LIFE
    pairs = [found[index] for index in range(len(mentions))]
    return [marks for marks, _ in pairs], [life for _, life in pairs]


def _known_names(mentions: Sequence[Mention]) -> Callable[[str], list[str]]:
    """The names in a headline that any document tells as a name. Linear time."""
    names = {entity for mention in mentions for entity in mention.entities if len(entity) > 1}
    lengths: dict[str, set[int]] = defaultdict(set)  # by the first two characters
    for name in names:
        lengths[name[:2]].add(len(name))

    def known(headline: str) -> list[str]:
        places = ((place, headline[place : place + 2]) for place in range(len(headline) - 1))
        runs = (headline[place : place + n] for place, pair in places for n in lengths.get(pair, ()))
        return [run for run in runs if run in names]

    return known


class _Groups:
    """Union-find that refuses to join groups whose figures or products contradict each other.

    Edges come strongest first and are tied by ids, so that the order of the input does not show.
    """

    def __init__(self, marks: Sequence[Marks]) -> None:
        self._leader = list(range(len(marks)))
        self._figures = [set(mark.figures) for mark in marks]
        self._products = [set(mark.products) for mark in marks]
        self._reasons: list[list[str]] = [[] for _ in marks]

    def find(self, index: int) -> int:
        while self._leader[index] != index:
            self._leader[index] = self._leader[self._leader[index]]
            index = self._leader[index]
        return index

    def join(self, left: int, right: int, reason: str) -> None:
        a, b = sorted((self.find(left), self.find(right)))
        if (
            a == b
            or contradicting(self._figures[a], self._figures[b])
            or _differ(self._products[a], self._products[b])
        ):
            return
        self._leader[b] = a
        self._figures[a] |= self._figures[b]
        self._products[a] |= self._products[b]
        self._reasons[a] += [*self._reasons[b], reason]

    def results(self) -> list[tuple[list[int], tuple[str, ...]]]:
        members: dict[int, list[int]] = defaultdict(list)
        for index in range(len(self._leader)):
            members[self.find(index)].append(index)
        return [(group, tuple(sorted(set(self._reasons[leader])))) for leader, group in members.items()]


def _differ(left: set, right: set) -> bool:
    return bool(left) and bool(right) and not left & right


def _candidates(mentions: Sequence[Mention], marks: Sequence[Marks]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing, each once: neighbours by date in each block, WINDOW at most, and within its reach."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in sorted(range(len(marks)), key=lambda i: (mentions[i].earliest, mentions[i].latest, i)):
        for key in marks[index].blocks:
            blocks[key].append(index)
    first = [mention.earliest.toordinal() for mention in mentions]
    near: list[set[int]] = [set() for _ in marks]
    for (act, mark), block in blocks.items():
        for place, left in enumerate(block[:-1], 1):
            until = mentions[left].latest.toordinal() + reach(act, mark, marks[left])
            near[left].update(right for right in block[place : place + WINDOW] if first[right] <= until)
    for left, found in enumerate(near):
        yield from ((min(left, right), max(left, right)) for right in found)


def _event(keyed: list[tuple[str, Mention]], reasons: tuple[str, ...]) -> Event:
    """The event that these mentions (with their ids) tell: the best headline, the sharpest date they support."""
    keyed = sorted(keyed, key=lambda pair: _place(pair[1]))
    mentions = [mention for _, mention in keyed]
    documents = {mention.doc_id for mention in mentions}
    conflicting = max(m.earliest for m in mentions) > min(m.latest for m in mentions)
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
