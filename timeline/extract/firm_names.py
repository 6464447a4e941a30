"""When a name can be a firm's, and when two names are one firm's."""

from __future__ import annotations

import re

from timeline.lexicon.naming import GENERIC_NOUNS

# 青禾 and 青禾种业 are one firm; 青禾 and 青禾汽车 may be a group and its subsidiary, and are kept apart.
_TRADE = re.compile(
    r"(?:股份|有限|责任|集团|控股|公司|实业|科技|技术|电器|电子|种业|储能|生物|药业|医药|制药|食品|重工|机械|精密|仪器|材料|化工"
    r"|单车|茶业|茶事|酒业|乳业|纺织|服饰|家居|家具|光电|软件|通信|工业|制造|钢铁|环保|农业|玩具|文具|陶瓷|印刷|包装)+"
)
_MODEL = re.compile(r"^[\x00-\x7f]*\d|^.$")  # a product (M1), a single letter
_BOARD = re.compile(r"上市|挂牌|交易所|主板|创业板|科创板|新三板")


def may_be_firm(name: str) -> bool:
    """Neither a product's nor a word for a trade (储能), a board (科创板) or a kind of thing."""
    return not (_MODEL.search(name) or _TRADE.fullmatch(name) or _BOARD.search(name) or name in GENERIC_NOUNS)


def same_firm(left: str, right: str) -> bool:
    """Equal, or one is the other with a word for its trade or its legal form."""
    short, long = sorted((left, right), key=len)
    return short == long or (long.startswith(short) and bool(_TRADE.fullmatch(long[len(short) :])))
