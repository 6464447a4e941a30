"""When a name can be a firm's, when two names are one firm's, and whose firm a mention is about."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from timeline.extract.language.name_shapes import may_be_a_name
from timeline.lexicon.naming import COMPANY_ENDINGS, GENERIC_NOUNS, SURNAMES
from timeline.model import Mention

# 青禾 and 青禾种业 are one firm; 青禾 and 青禾汽车 may be a group and its subsidiary, and are kept apart.
_TRADE = re.compile(
    r"(?:股份|有限|责任|集团|控股|公司|实业|科技|技术|电器|电子|种业|储能|生物|药业|医药|制药|食品|重工|机械|精密|仪器|材料|化工"
    r"|单车|茶业|茶事|酒业|乳业|纺织|服饰|家居|家具|光电|软件|通信|工业|制造|钢铁|环保|农业|玩具|文具|陶瓷|印刷|包装)+"
)
_KIND = re.compile(r"公司|集团|企业|厂|商行|工作室|事务所|银行|书店|出版社")
_NAMED = re.compile(
    rf"(?:{COMPANY_ENDINGS}|实业|(?<!工)厂|商行|洋行|商号|酒坊|[书药鞋饭]店|酱园|出版社|研究所)$"
)
_MODEL = re.compile(r"^[\x00-\x7f]*\d|^.$")  # a product (M1), a single letter
_BOARD = re.compile(r"上市|挂牌|交易所|主板|创业板|科创板|新三板")


def may_be_firm(name: str) -> bool:
    """Neither a product's nor a word for a trade (储能), a board (科创板) or a kind of thing."""
    return not (_MODEL.search(name) or _TRADE.fullmatch(name) or _BOARD.search(name) or name in GENERIC_NOUNS)


def is_kind_of_firm(words: str) -> bool:
    """Whether words say that something is a firm: 一家贸易公司, 村里的酒厂."""
    return bool(_KIND.search(words))


def is_named_firm(words: str) -> bool:
    """Whether words are a name and the kind of firm it is of: 云岫酒厂; not 两家公司, 该厂, 共同制酒厂."""
    ending = _NAMED.search(words)
    stem = words[: ending.start()] if ending else ""
    return 2 <= len(stem) <= 8 and may_be_a_name(stem)


def same_firm(left: str, right: str) -> bool:
    """Equal, or one is the other with a word for its trade or its legal form."""
    short, long = sorted((left, right), key=len)
    return short == long or (long.startswith(short) and bool(_TRADE.fullmatch(long[len(short) :])))


_PERSON = re.compile(
    rf"(?=[\u4e00-\u9fff]{{3}}$)(?:{SURNAMES})[\u4e00-\u9fff]{{1,2}}"
)  # as persons are called


def own_firms(mentions: Sequence[Mention]) -> dict[str, str]:
    """The firm that each document is about, by doc_id: the one that a third of its mentions name, or more."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    total = Counter(mention.doc_id for mention in mentions)
    for mention in mentions:
        told[mention.doc_id].update(
            name for name in mention.entities if may_be_firm(name) and not _PERSON.fullmatch(name)
        )
    main = {
        doc_id: min(names, key=lambda name: (-names[name], name)) for doc_id, names in told.items() if names
    }
    return {doc_id: name for doc_id, name in main.items() if 3 * told[doc_id][name] >= total[doc_id]}


def of_two_firms(left: Mention, right: Mention, own: Mapping[str, str]) -> bool:
    """Whether two mentions that name no firm in common are of documents about two different firms.

    What happens in the world outside is of no firm; across scripts, names cannot be compared.
    """
    one, other = own.get(left.doc_id, ""), own.get(right.doc_id, "")
    if not one or not other or one == other or "external" in (left.category, right.category):
        return False
    if one in other or other in one or one.isascii() != other.isascii():
        return False
    names = {*left.entities} & {*right.entities}
    return not names and one not in right.entities and other not in left.entities
