"""Where shares are listed: a place, and the words that name its exchanges and boards."""

from __future__ import annotations

import re

_ROWS = """
Hong Kong|港交所|联交所|联合交易所|香港|港股|Hong Kong|HKEX
Shanghai|上交所|上海证券交易所|上证|科创板|沪市|STAR Market|Shanghai
Shenzhen|深交所|深圳证券交易所|创业板|中小板|深市|ChiNext|Shenzhen
Beijing|北交所|北京证券交易所|新三板
New York|纽交所|纽约证券交易所|纽约|NYSE|New York
Nasdaq|纳斯达克|Nasdaq|NASDAQ
Taiwan|台湾证券交易所|台交所|柜买中心|台股
Singapore|新交所|新加坡交易所
London|伦敦证券交易所|伦交所
"""

EXCHANGES = tuple(
    (place, re.compile("|".join(map(re.escape, words))))
    for place, *words in (row.split("|") for row in _ROWS.strip().splitlines())
)


def exchanges_in(text: str) -> frozenset[str]:
    """The places whose exchanges a (clean) text names."""
    return frozenset(place for place, words in EXCHANGES if words.search(text))
