"""Where shares are listed: a place, and the words that name its exchanges and boards."""

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


# 在上海上市, 赴港上市: the city that stands for its exchange.
_CITIES = {
    "上海": "Shanghai", "沪": "Shanghai", "深圳": "Shenzhen", "深": "Shenzhen", "北京": "Beijing",
    "香港": "Hong Kong", "港": "Hong Kong", "纽约": "New York", "新加坡": "Singapore", "伦敦": "London",
}  # fmt: skip
_IN_A_CITY = re.compile(rf"[在于赴到]({'|'.join(_CITIES)})(?:成功|正式|挂牌|公开)*(?:上市|挂牌|敲钟)")


def exchanges_in(text: str) -> frozenset[str]:
    """The places whose exchanges a (clean) text names."""
    cities = {_CITIES[match[1]] for match in _IN_A_CITY.finditer(text)}
    return frozenset(place for place, words in EXCHANGES if words.search(text)) | cities
