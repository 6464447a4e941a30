"""Which firm a document is about, and when two names are one firm's."""

from __future__ import annotations

import re
from collections import Counter

from timeline.checks.reading import Reading

# 青禾 and 青禾种业 are one firm; 青禾 and 青禾汽车 may be a group and its subsidiary, and are kept apart.
_TRADE = re.compile(
    r"(?:股份|有限|责任|集团|控股|公司|实业|科技|技术|电器|电子|种业|储能|生物|药业|医药|制药|食品|重工|机械|精密|仪器|材料|化工"
    r"|单车|茶业|茶事|酒业|乳业|纺织|服饰|家居|家具|光电|软件|通信|工业|制造|钢铁|环保|农业|玩具|文具|陶瓷|印刷|包装)+"
)
_MODEL = re.compile(r"^[\x00-\x7f]*\d|^.$")  # a product (M1), a single letter
_GLOSSED = re.compile(r"([A-Z]\w+(?: [A-Z]\w+)*) ?[（(]([\u4e00-\u9fff]{2,12})[)）]")  # a firm's two names


def own_names(reading: Reading) -> frozenset[str]:
    """The names of the firm that a document is about: what its mentions name most, longer and shorter forms too."""
    glossed = _GLOSSED.search(reading.text) if reading.document.script == "Latn" else None
    if glossed:
        return frozenset(glossed.groups())
    told = Counter(
        name for mention in reading.mentions for name in mention.entities if not _MODEL.search(name)
    )
    if not told:
        return frozenset()
    main = min(told, key=lambda name: (-told[name], -reading.text.count(name), name))
    return frozenset(name for name in told if same_firm(name, main))


def share_a_firm(left: Reading, right: Reading, names: dict[str, frozenset[str]]) -> bool:
    """Are two documents about one firm, or is one's firm named in the other? `names` by doc_id."""
    if left is right:
        return True
    return any(name in right.text for name in names[left.document.doc_id]) or any(
        name in left.text for name in names[right.document.doc_id]
    )


def same_firm(left: str, right: str) -> bool:
    """Equal, or one is the other with a word for its trade or its legal form."""
    short, long = sorted((left, right), key=len)
    return short == long or (long.startswith(short) and bool(_TRADE.fullmatch(long[len(short) :])))


def one_firm(left: frozenset[str], right: frozenset[str]) -> bool:
    return any(same_firm(a, b) for a in left for b in right)
