"""The part of a firm or of a market that stands right before a measure: 增值服务|收入, 海外|收入, 东部地区钢材|产量.

What stands between the last time, name or mark and the measure is such a part if it is a noun phrase
that ends in a word for parts (业务, 板块 …), is such a word by itself (海外), or begins with a region.
"""

import re
from collections.abc import Sequence

from timeline.extract.language.words import cut, tag_of
from timeline.extract.measures.nouns import WIDE
from timeline.extract.who.entities import Cast
from timeline.lexicon.grammar import wordset
from timeline.lexicon.holding_kinds import FLOWS
from timeline.lexicon.owning import OTHERS

Span = tuple[int, int]
LONGEST = 12  # characters
_HEADS = ("业务", "服务", "板块", "分部", "事业部", "事业群", "业态", "渠道", "产品", "品类", "部门", "赛道")
_ALONE = wordset(
    "海外 境外 国内 境内 国际 线上 线下 外销 内销 自营 直营 加盟 电商 中国区 大中华区 中国大陆 海外市场 国内市场 国际市场 海外地区"
)
_LEADS = re.compile(
    r"^(?:[-•·●▪■*]\s*|其中|来自于?|而|且|但|其|该?公司|本?集团|我们|本公司|该行|本行|的|、|，|,|：|:)+"
)
_TAILS = re.compile(r"(?:的|之|所|总|净|实现|贡献|录得|产生|分别|累计|整体|全年|单季|合计|年|月)+$")
_BOUNDARY = re.compile(r"[，。；：！？、,;:!?“”\"（）()\n]|(?<=[一-鿿])(?:和|与|及)(?=[一-鿿]{2})|是|由于|为")
_MAIN = re.compile(r"主营|主要|其他|其它|新增|上述|各类|各项|全部|相关|部分|现有|核心业务$")
_DOING = wordset(
    "提供 开展 发展 加强 拓展 推动 依托 受益 进行 推出 开发 扩大 布局 聚焦 剥离 出售 收购 通过 实现 获得 购买 采购 销售"
)
_NO_MARKET = _DOING | OTHERS
LONGEST_MARKET = 16
_OF_MARKETS = re.compile(r"^(?:我国|整个|预计|预测|估计|按)+|(?:市场|行业|产业|的|潜在|整体)+$")
_MARKET = re.compile(r"(?:^|[年国球\W])(?P<name>(?![年国球])[一-鿿]{2,8}?)(?:行业|产业|市场)(?!部|化)")
_REGIONS = frozenset({"f", "s", "ns"})
# What a part of a firm has of its own.
OF_PARTS = FLOWS | wordset("share_of_total exports imports capacity")


def segment_before(text: str, start: int, anchor: int, times: Sequence[Span], cast: Cast) -> str:
    """The part named in text[start:anchor] right before the measure at `anchor`; "" for none."""
    name = _phrase_before(text, start, anchor, times, cast)
    return name if is_part(name, cast) else ""


def market_before(text: str, start: int, anchor: int, times: Sequence[Span], cast: Cast) -> str:
    """The market of whose size text[start:anchor] tells: 我国冷链物流|市场规模; "" for none."""
    name = _OF_MARKETS.sub("", _phrase_before(text, start, anchor, times, cast))
    words = [word for word in cut(name, 0, len(name), (), cast.names) if word.text.strip()]
    good = all(word.tag in "NAFMV" and word.text not in _NO_MARKET for word in words) and name[:1] != "第"
    wide = all(word.text in WIDE for word in words)
    return name if good and not wide and len(name) <= LONGEST_MARKET else ""


def market_of(title: str) -> str:
    """The market that a report's title is on: 冷链物流 of 2024年冷链物流行业报告; "" for none."""
    named = _MARKET.search(title)
    return named["name"] if named else ""


def _phrase_before(text: str, start: int, anchor: int, times: Sequence[Span], cast: Cast) -> str:
    """What stands between the last time, firm or mark and the measure at `anchor`."""
    start = max([start, anchor - 40, *(end for _, end in times if start < end <= anchor)])
    for match in cast.names.finditer(text, start, anchor) if cast.names else ():
        if cast.is_company(match.group()):
            start = match.end()
    for match in _BOUNDARY.finditer(text, start, anchor):
        start = match.end()
    return _TAILS.sub("", _LEADS.sub("", text[start:anchor].strip()))


def is_part(name: str, cast: Cast, *, label: bool = False) -> bool:
    """Whether a noun phrase names a part of a firm or of a market; a `label` that opens an item tells what is left over too."""
    if name in _ALONE or len(name) < 3:
        return name in _ALONE
    if not label and (len(name) > LONGEST or _MAIN.search(name)):
        return False
    words = [word for word in cut(name, 0, len(name), (), cast.names) if word.text.strip()]
    if label and name.endswith("业"):
        return True  # 餐饮业：营收3亿元
    if len(words) < 2 or any(word.text in _DOING for word in words):
        return False
    before, last = words[:-1], words[-1]
    if last.text.endswith(_HEADS):
        return label or all(word.tag in "NAFV" for word in before)
    nouns = all(word.tag in "NAF" for word in words)
    return (
        nouns and tag_of(words[0].text) in _REGIONS and words[0].text not in ("全国", "国内", "全球", "国外")
    )
