"""Whose numbers they are: one firm under all the names that its documents give it. Pure.

`沧海`, `沧海储能`, `公司` in the firm's own report and `Canghai Energy (沧海储能)` are one subject of a
chart; 沧海汽车 is another. Names that may be a subsidiary's are kept apart (see `same_firm`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

from timeline.extract.who.firm_names import may_be_firm, same_firm
from timeline.tables import LIST_SEPARATOR, Timeline
from timeline.text import to_simplified
from timeline.things import find_things

_SELF = {"公司", "本公司", "集团", "本集团", "我们", "企业", "the company", "company", "the group", "group"}
_CJK = r"[\u3400-\u9fff]{2,12}"
_LATIN = r"[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*"
_GLOSSES = (re.compile(rf"({_LATIN}) ?[（(]({_CJK})[)）]"), re.compile(rf"({_CJK}) ?[（(]({_LATIN})[)）]"))
_GLOSSED_WITHIN = 3000  # characters: a firm's second name is given where it is first named


class Subjects:
    """What the numbers of a whole collection are about."""

    def __init__(self, whole: Timeline) -> None:
        self._whole = whole
        self._title = " ".join(whole.name.split())
        self._told = _told(whole)
        telling = {*self._told, *whole.observations["doc_id"].tolist()}
        # In the order of the documents, in which texts are read fastest.
        places = {doc_id: place for place, doc_id in enumerate(whole.documents["doc_id"].tolist())}
        telling = sorted(telling, key=lambda doc_id: (places.get(doc_id, len(places)), doc_id))
        self._names = {doc_id: self._own(doc_id) for doc_id in telling}
        self._subject: dict[str, str] = {}

    def _own(self, doc_id: str) -> frozenset[str]:
        """The names of the firm that a document is about: what its mentions name most, other forms too."""
        told = self._told.get(doc_id, Counter())
        head = self._whole.text(doc_id)[:_GLOSSED_WITHIN]
        if self._title and self._title in to_simplified(head):
            main = self._title
        elif told:
            main = min(told, key=lambda name: (-told[name], name))
        else:
            return frozenset()
        own = {name for name in told if same_firm(name, main)} | {main}
        pairs = [match.groups() for pattern in _GLOSSES for match in pattern.finditer(head)]
        return frozenset(
            own | {name for pair in pairs if any(_alike(a, b) for a in own for b in pair) for name in pair}
        )

    @cached_property
    def firm(self) -> frozenset[str]:
        """All names of the firm that the collection is about: the one that most documents are about."""
        groups: list[tuple[set[str], int]] = []
        for names, count in Counter(own for own in self._names.values() if own).items():
            joined, number, rest = set(names), count, []
            for known, others in groups:
                if any(same_firm(a, b) for a in joined for b in known):
                    joined, number = joined | known, number + others
                else:
                    rest.append((known, others))
            groups = [*rest, (joined, number)]
        return frozenset(max(groups, key=lambda g: (g[1], len(g[0]), sorted(g[0])), default=(set(), 0))[0])

    @cached_property
    def name(self) -> str:
        """What the firm is called: as the collection is, if that is one of its names; else the commonest one."""
        if any(same_firm(self._title, name) for name in self.firm):
            return self._title
        told: Counter[str] = Counter()
        for counts in self._told.values():
            told.update({name: count for name, count in counts.items() if name in self.firm})
        return min(self.firm, key=lambda name: (-told[name], name.isascii(), len(name), name), default="")

    @cached_property
    def _others(self) -> dict[str, str]:
        """Name → the name that stands for it, of the firms that numbers are told of besides."""
        told = Counter(" ".join(about.split()) for about in self._whole.observations["about"].tolist())
        return _joined(told)

    @cached_property
    def _things(self) -> dict[str, str]:
        return find_things(self._whole, self.of, self.name)

    def part(self, row: dict) -> str:
        """What page, table, slides and exports call it: `whose`, with what is counted where that is several goods: 临江手机."""
        subject = self.whose(row)
        thing = self._things.get(row["observation_id"], "")
        return subject if thing in subject else f"{subject}{thing}"

    def whose(self, row: dict) -> str:
        """The subject of a number, or the words of its document where they stand for nobody that is known."""
        return self.of(row) or row["about"]

    def of(self, row: dict) -> str:
        """The subject of a number: a firm by its one name, else the words of its document."""
        about = " ".join(row["about"].split())
        if about.lower() in _SELF:
            return self._itself(row["doc_id"])
        if about not in self._subject:
            ours = any(_alike(about, name) for name in self.firm)
            self._subject[about] = self.name if ours else self._others.get(about, about)
        return self._subject[about]

    def _itself(self, doc_id: str) -> str:
        """Whom 公司 stands for in a document: the firm that it is about, whichever that is; "" where it names none."""
        names = self._names.get(doc_id, frozenset())
        if names & self.firm or not names:
            return self.name if names else ""
        own = _commonest(names, self._told.get(doc_id, Counter()))
        return self._others.get(own, own)


def _alike(left: str, right: str) -> bool:
    """One firm's name in full and in short, in either script."""
    short, long = sorted((left, right), key=len)
    return same_firm(left, right) or (short.isascii() and long.startswith(f"{short} "))


def _joined(told: Counter[str]) -> dict[str, str]:
    """Name → the commonest name of the same firm; only where there is another than itself.

    A full name begins with its short one, so that in order the short ones stand before it.
    """
    groups: dict[str, list[str]] = {}
    before: list[str] = []
    for name in sorted(name for name in told if name and may_be_firm(name)):
        while before and not name.startswith(before[-1]):
            before.pop()
        short = next((known for known in before if same_firm(known, name)), name)
        groups.setdefault(short, []).append(name)
        before.append(name)
    return {name: _commonest(names, told) for names in groups.values() if len(names) > 1 for name in names}


def _commonest(names: Iterable[str], told: Counter[str]) -> str:
    return min(names, key=lambda name: (-told[name], len(name), name))


def _told(whole: Timeline) -> dict[str, Counter[str]]:
    """doc_id → how often its mentions name whom, of those who may be firms."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    mentions = whole.mentions
    for doc_id, entities in zip(mentions["doc_id"].tolist(), mentions["entities"].tolist(), strict=True):
        counts = told[doc_id]
        for name in str(entities).split(LIST_SEPARATOR) if entities else ():
            counts[name] += 1
    return {
        doc_id: Counter({n: c for n, c in names.items() if may_be_firm(n)}) for doc_id, names in told.items()
    }
