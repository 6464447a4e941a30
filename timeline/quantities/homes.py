"""What 元 is where a text does not say: New Taiwan dollars in Taiwan's texts, Hong Kong's where accounts are told in them.

Read from what the text calls its money, from words that only Taiwan's pages use, and from its
script: a text in Simplified characters that names no other money counts in yuan.
"""

import re

from timeline.lexicon.currencies import FINANCE_OF_TAIWAN, PLACES_OF_TAIWAN
from timeline.text import View

_READ = 20_000  # characters in which a text shows where it is from
_TWD = re.compile(r"新台币|台币|NT\$")
_HKD = re.compile(r"港元|港币|港纸|HK\$")
_CNY = re.compile(r"人民币|RMB|CNY")
_HAN = re.compile(r"[一-鿿]")
_ISLAND = re.compile("|".join(map(re.escape, PLACES_OF_TAIWAN.split())) + r"|\d万?兆(?:[\d,]{1,12}亿)?元")
_FINANCE = re.compile(
    "|".join(map(re.escape, FINANCE_OF_TAIWAN.split())) + r"|[年季月](?:增|减)率?(?=\d|约|近|超|\s)"
)
_HONG_KONG = re.compile(r"本港|港交所|联交所|香港")
_ACCOUNTS = r"(?:营业额|营业收入|营收|收入|收益|销售额|溢利|盈利|亏损|利润|净利|股息|派息|资产总?值|经营开支)"
_TOLD_IN_HKD = re.compile(
    rf"{_ACCOUNTS}[^。；;\n]{{0,16}}(?:港币|HK\$|\d[\d.,]{{0,20}}[十百千万亿]{{0,4}}港元)|以(?:港元|港币)(?:计|列|为单位|呈列)|单位[:：]?\s?[十百千万亿]{{0,4}}港元"
)


def home_currency(clean: View) -> str:
    """The ISO code of a bare 元 in the text: CNY, TWD or HKD."""
    text = clean.text
    head, traditional = text[:_READ], _is_traditional(clean)
    island, mainland = len(_TWD.findall(text)), len(_CNY.findall(text))
    hong_kong = bool(_HKD.search(text))
    if not hong_kong and island > mainland:
        return "TWD"
    if hong_kong:
        told = (traditional or _HONG_KONG.search(head)) and not island and not mainland
        return "HKD" if told and _TOLD_IN_HKD.search(text) else "CNY"
    of_taiwan = _ISLAND.search(head) or len({match[0] for match in _FINANCE.finditer(head)}) > 1
    own = island or not mainland  # 人民币 is what a text of Taiwan calls others' money
    return "TWD" if traditional and own and of_taiwan else "CNY"


def _is_traditional(clean: View) -> bool:
    """Whether the source has characters that the view, which is Simplified, has not."""
    return len(set(_HAN.findall(clean.source[:_READ])) - set(clean.text[:_READ])) > 2
