"""Ranks: 世界第二, 排名前五. Ordinals of lists and steps (第一，…；第三方) are no quantities."""

import re

from timeline.model import Quantity
from timeline.numbers import read_number
from timeline.quantities.amounts import Amount

_AFTER = re.compile(
    r"[名位]?(?=$|[，。；：、！？,.;!）)”\s]|的(?!是|一|事)|后(?![来面])"
    r"|大(?:的|经济体|公司|企业|厂商|品牌|市场|供应商|股东|[一-鿿]{2,6}?(?:商|国|厂|体|企|行|市场|品牌|公司|企业)))"
)
_BEFORE = re.compile(
    r"(?:世界|全球|全国|国内|中国|亚洲|欧洲|行业|业内|业界|市场|份额|销量|销售|出货量?|排名|排行|位居|位列|跃居|稳居|高居|居"
    r"|排在?|排到|升至|升到|跌至|跌到|降至|榜单?|名列|列|并列|连续|蝉联|市占率|总量|规模|位次|全省|全市|占有率|交付量|排位)"
    r"(?:[^，。；、！？\n]{0,5})$"
)
_LEADING_AFTER = re.compile(
    r"[名位](?!年)|强?(?=[，。；、的）)]|行列|品牌|车企|厂商|公司|企业|$)|大(?=[一-鿿]{0,4}(?:[商厂企牌国]|公司|股东|客户|供应商))"
)
# 目前, 之前, 提前 …: 前 is the end of another word.
_OTHER_WORD = frozenset("目此之以提当年天日月空超先眼跟午事生史从往面于间")


# ranked No.|5 on the list, the No.|2 spot
_NUMBERED = re.compile(
    r"(?:\brank(?:s|ed|ing)?(?: at| as)?|\b(?:[Tt]he|at|as|is|was|became|to)|['’]s) (?P<no>(?:No\. ?|#))$"
)
_NUMBERED_AFTER = re.compile(
    r" (?:[a-z-]+ )?(?:spot|position|place|rank|player|brand|maker|producer|seller|retailer|company|bank|in|on|by|among|worldwide|globally)\b|[,.;)]|$"
)
_SPAN_OF_RANKS = re.compile(r"\s?[-—–~～至到]\s?[\d一二三四五六七八九十]+[名位]?")


def read_rank(text: str, amount: Amount) -> Quantity | None:
    """The rank that the number belongs to; with empty text an ordinal to pass over; None for neither."""
    before = text[amount.start - 1 : amount.start]
    if before in (" ", ".", "#") and (rank := _numbered(text, amount)):
        return rank
    if amount.number.value is None or before not in ("第", "前") or not amount.start:
        return None
    if before == "前" and text[amount.start - 2 : amount.start - 1] in _OTHER_WORD:
        return None
    plain = read_number(text, amount.number.start)
    if plain is None or plain.value is None:
        return None
    start, end, value = amount.start - 1, plain.end, float(plain.value)
    if before == "第" and (several := _SPAN_OF_RANKS.match(text, end)):
        return Quantity(start, several.end(), "", None)  # 分列第1-3位: whose each is, others say
    if before == "第":
        after = _AFTER.match(text, end)
        if not after or not _BEFORE.search(text, max(0, start - 12), start):
            return Quantity(start, end, "", None)
        end = after.end() if after[0] in ("名", "位") else end
        return Quantity(start, end, text[start:end], value, None, None, "rank", "第", "=", "rank")
    after = _LEADING_AFTER.match(text, end)
    if not after or value > 1000:
        return Quantity(start, max(amount.end, end), "", None)
    end = after.end() if after[0] in ("名", "位") else end
    return Quantity(start, end, text[start:end], value, None, value, "rank", "前", "≤", "rank")


def _numbered(text: str, amount: Amount) -> Quantity | None:
    """The rank in ranked No. 5; None for the number of a plant, a note, a flight."""
    told = _NUMBERED.search(text, max(0, amount.start - 24), amount.start)
    number = amount.number
    if not told or number.value is None or not _NUMBERED_AFTER.match(text, number.end):
        return None
    start, end = told.start("no"), number.end
    return Quantity(start, end, text[start:end], float(number.value), None, None, "rank", "No.", "=", "rank")
