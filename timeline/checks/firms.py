"""Which firm a document is about."""

import re
from collections import Counter

from timeline.checks.reading import Reading
from timeline.extract.who.firm_names import may_be_firm, same_firm

_LATIN, _HAN = r"([A-Z]\w+(?: [A-Z]\w+)*)", r"([\u4e00-\u9fff]{2,12})"
_GLOSSED = re.compile(rf"{_LATIN} ?[（(]{_HAN}[)）]|{_HAN}[（(]{_LATIN}[)）]")  # a firm's two names


def own_names(reading: Reading) -> frozenset[str]:
    """The names of the firm that a document is about: what its mentions name most, longer and shorter forms too."""
    glossed = [frozenset(filter(None, found.groups())) for found in _GLOSSED.finditer(reading.text)]
    if glossed and reading.document.script == "Latn":
        return glossed[0]
    told = Counter(name for mention in reading.mentions for name in mention.entities if may_be_firm(name))
    if not told:  # a short text that names its firm beside its numbers only
        told = Counter(o.about for o in reading.observations if o.about and may_be_firm(o.about))
    if not told:
        return frozenset()
    main = min(told, key=lambda name: (-told[name], -reading.text.count(name), name))
    other = next((names for names in glossed if main in names), frozenset())
    return other | {name for name in told if same_firm(name, main)}


def share_a_firm(left: Reading, right: Reading, names: dict[str, frozenset[str]]) -> bool:
    """Are two documents about one firm, or is one's firm named in the other? `names` by doc_id."""
    if left is right:
        return True
    return any(name in right.text for name in names[left.doc_id]) or any(
        name in left.text for name in names[right.doc_id]
    )


def one_firm(left: frozenset[str], right: frozenset[str]) -> bool:
    return any(same_firm(a, b) for a in left for b in right)
