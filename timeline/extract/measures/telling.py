"""Whether a quantity measures something, or is an article, a list's structure, a turn of phrase."""

import re

from timeline.extract.measures.changes import Span
from timeline.extract.measures.measure_words import kind_of
from timeline.extract.measures.properties import Measured
from timeline.lexicon.grammar import wordset
from timeline.model import Quantity

# 三个层面, 四项指标, 八个字: the parts of a text or an argument, not of the world.
_STRUCTURE = re.compile(
    r"的?[一-鿿]{0,4}?(?:问题|方面|原因|层面|阶段|步骤|环节|大坑|铁律|策略|要素|指标|维度|特点|特征|关键|核心|理由|方向|时代|层次|重点|难点"
    r"|目标|规则|选择|条件|因素|基本点|例子|故事|观点|建议|角度|部分|动作|版块|板块|疑问|考验|难关|路径|事实|终局|支撑|要求|认知|变化|优势|挑战"
    r"|陷阱|台阶|梦想|梦|结论|启示|误区|信号|趋势|共识|教训|经验|话题|概念|字|词|句话|目的|办法|方法|途径|人生|声音|阵营|圈)"
)
# 前五|大客户: who they are, no place in a ranking.
_GROUP = re.compile(r"大(?:客户|供应商|股东|[一-鿿]{1,4}(?:合计|占|份额|市场份额|的))")
_PLACES = frozenset({"meetings", "centres", "stores", "factories", "production_lines", "patents"})
_LOOSE = wordset("items occasions companies regions projects tasks articles videos deals seats countries")
# 全球最大|500家|公司排行榜: how long the list is.
_LIST_OF = re.compile(r"(?:最[大佳强优]|最具[一-鿿]{1,4}|顶尖|顶级|领先)的?前?$")
_LISTED = re.compile(r"[^，。；]{0,12}?(?:排行榜|榜单|排名|名单|名录|榜(?![样首]))")
# 只有|两到三个供应商: how many there are at most or at least is told, not some few.
_LIMIT = re.compile(
    r"(?:[只仅](?:有|能|给|提供|卖|做|选|用)|最多|至多|至少|最少|不超过|不多于|控制在)[一-鿿]{0,3}$"
)
_FROM = re.compile(r"[从由]$")
_ONWARD = re.compile(r"[^，。；]{0,6}[到至]")
_HALF_WORD = re.compile(r"是|在|时间|功劳|靠|的(?:时间|功劳|精力)")


def is_telling(text: str, span: Span, measured: Measured) -> bool:
    """Whether the quantity at text[span] is worth a row in the table of observations."""
    quantity = measured.quantity
    size = quantity.low if quantity.value is None else quantity.value
    if not quantity.unit or size is None:
        return False
    kind = kind_of(quantity)
    spoken = not any(char.isdigit() for char in quantity.text)
    if kind == "count":
        return _counts(text, span, quantity, size, spoken)
    if kind == "money":
        return not (spoken and size < 5)
    if kind == "share":
        return _is_share(text, span, measured)
    if kind == "rank":
        return not (quantity.comparator == "≤" and _GROUP.match(text, span[1]))
    if kind == "multiple":
        return True
    if kind in ("angle", "score"):
        return measured.rule != "by the unit"
    return not (spoken and size <= 2)


def _is_share(text: str, span: Span, measured: Measured) -> bool:
    quantity = measured.quantity
    if quantity.value == 100 and measured.word is None:
        return False
    return not (quantity.rule == "half" and quantity.comparator == "=" and _HALF_WORD.match(text, span[1]))


def _counts(text: str, span: Span, quantity: Quantity, size: float, spoken: bool) -> bool:
    """Counts of two and less are incidental, small spoken counts of loose things are structure."""
    if quantity.unit == "characters" or (quantity.unit == "shares" and text[span[0] - 1 : span[0]] == "每"):
        return False  # 每|10股派2元
    if quantity.value is None and spoken and _LIMIT.search(text, max(0, span[0] - 6), span[0]):
        return True
    if quantity.rule in ("count", "range") and quantity.unit in _LOOSE and _STRUCTURE.match(text, span[1]):
        return False
    ranked = quantity.unit in _LOOSE and _LISTED.match(text, span[1])
    if ranked or (quantity.unit == "companies" and _LIST_OF.search(text, max(0, span[0] - 8), span[0])):
        return False
    if (
        size >= 1
        and not spoken
        and _FROM.search(text, max(0, span[0] - 2), span[0])
        and _ONWARD.match(text, span[1])
    ):
        return True  # 从1家增长到260家
    if quantity.unit in _PLACES:
        return size >= 2
    if quantity.unit in _LOOSE and spoken:
        return size > 10
    return size >= 3
