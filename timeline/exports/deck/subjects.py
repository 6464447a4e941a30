"""Whose numbers they are: one firm under all the names that its documents give it.

`沧海`, `沧海储能`, `公司` in the firm's own report and `Canghai Energy (沧海储能)` are one subject of a
chart; 沧海汽车 is another. Names that may be a subsidiary's are kept apart (see `same_firm`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property

from timeline.exports.printable import one_line
from timeline.exports.selection import Selection
from timeline.extract.firm_names import may_be_firm, same_firm
from timeline.tables import LIST_SEPARATOR
from timeline.text import to_simplified

_SELF = {"公司", "本公司", "集团", "本集团", "我们", "企业", "the company", "company", "the group", "group"}
_CJK = r"[\u3400-\u9fff]{2,12}"
_LATIN = r"[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*"
_GLOSSES = (re.compile(rf"({_LATIN}) ?[（(]({_CJK})[)）]"), re.compile(rf"({_CJK}) ?[（(]({_LATIN})[)）]"))
_GLOSSED_WITHIN = 3000  # characters: a firm's second name is given where it is first named


class Subjects:
    """What the numbers of a selection are about."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._told = _told(selection)
        telling = dict.fromkeys((*self._told, *selection.whole.observations["doc_id"]))
        self._names = {doc_id: self._own(doc_id) for doc_id in sorted(telling)}

    def _own(self, doc_id: str) -> frozenset[str]:
        """The names of the firm that a document is about: what its mentions name most, other forms too."""
        told, title = self._told.get(doc_id, Counter()), one_line(self._selection.whole.name)
        head = self._selection.whole.text(doc_id)[:_GLOSSED_WITHIN]
        if title and title in to_simplified(head):
            main = title
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
        for own in self._names.values():
            names, count, rest = set(own), 1, []
            for known, number in groups:
                if names and any(same_firm(a, b) for a in names for b in known):
                    names, count = names | known, count + number
                else:
                    rest.append((known, number))
            groups = [*rest, (names, count)] if names else groups
        return frozenset(max(groups, key=lambda g: (g[1], len(g[0]), sorted(g[0])), default=(set(), 0))[0])

    def of(self, row: dict) -> str:
        """The subject of a number: the collection's firm by its one name, else the words of its document."""
        about = one_line(row["about"])
        if about.lower() in _SELF:
            return self.name if self._names[row["doc_id"]] & self.firm else ""
        return self.name if any(_alike(about, name) for name in self.firm) else about

    @cached_property
    def name(self) -> str:
        """What the firm is called: as the collection is, if that is one of its names; else the commonest one."""
        ours = self.firm
        title = one_line(self._selection.whole.name)
        if any(same_firm(title, name) for name in ours):
            return title
        told: Counter[str] = Counter()
        for counts in self._told.values():
            told.update({name: count for name, count in counts.items() if name in ours})
        return min(ours, key=lambda name: (-told[name], name.isascii(), len(name), name), default="")


def _alike(left: str, right: str) -> bool:
    """One firm's name in full and in short, in either script."""
    short, long = sorted((left, right), key=len)
    return same_firm(left, right) or (short.isascii() and long.startswith(f"{short} "))


def _told(selection: Selection) -> dict[str, Counter[str]]:
    """doc_id → how often its mentions name whom, of those who may be firms."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    mentions = selection.whole.mentions
    for doc_id, entities in zip(mentions["doc_id"], mentions["entities"], strict=True):
        told[doc_id].update(
            name for name in str(entities).split(LIST_SEPARATOR) if name and may_be_firm(name)
        )
    return told
