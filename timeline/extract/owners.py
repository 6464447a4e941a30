"""Whose number it is: the owner named before the measure, else the clause's subject, else the last one.

Vocabulary: an *owner* is the noun phrase right before the measure (电商的|获客成本); the *company* is
what 我们, 公司, 集团 stand for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.extract.entities import Cast
from timeline.extract.words import Word, cut
from timeline.lexicon.grammar import CONNECTIVES, FILLERS, SUBORDINATE, TIME_BEFORE, wordset
from timeline.model import Document

Span = tuple[int, int]
LONGEST = 12  # characters of a name made from the text

_OWN = re.compile(r"我们|咱们|本公司|我司|本集团|公司|集团|自己|本企业")
_AUTHOR = wordset("我 笔者")
_OTHERS = wordset("他 她 它 他们 她们 它们 其 该公司 这 那 这个 那个 前者 后者 对方 人们 大家 谁")
PLACES = wordset(
    "中国 美国 日本 韩国 印度 德国 法国 英国 俄罗斯 意大利 西班牙 巴西 墨西哥 加拿大 澳大利亚 印尼 越南 泰国 欧洲 亚洲 非洲 东南亚 "
    "台湾 香港 澳门 新加坡 欧盟 China India Europe Japan Germany"
)
_WIDE = wordset("全球 世界 国内 海外 全国 我国 国外 行业 业内 当地 市场")
# Nouns that own nothing: what is left of a measure, of a time, of an argument.
_EMPTY = wordset(
    "平均 年 月 日 季度 数据 规模 总额 总量 总数 数字 结果 目标 情况 方面 时候 同时 业绩 累计 单 额 量 率 数 价 比例 比重 总体 整体 "
    "综合 核心 首期 期间 最终 第一 一共 共 总共 其中 财报 报告 年报 公告 统计 资料 消息 部分 全部 全年 当年 去年 今年 上半年 下半年 "
    "季 度 年度 同比 环比 期内 期末 当天 当日 最高 最低 最远 最大 最多 价格 原来 现在 事实 上 里 中 下 内 外 前 后 人均 每年 每天 每月 "
    "时间 任何 所有 现场 时 人 者 什么 本身 程度 水平 意义 原因 历史 记录 纪录 年底 年初 机会 基础 下降空间 空间 今天 目前 未来 过去"
)


def whose(
    text: str,
    clauses: Sequence[Span],
    at: Span,
    anchor: int,
    times: Sequence[Span],
    cast: Cast,
    document: Document,
) -> tuple[str, bool]:
    """(whom the number at `anchor` in clause `at` is about, whether its own clause says so)."""
    owner = _owner(_words(text, at[0], anchor, times, cast), cast, document)
    if owner:
        return owner, True
    for clause in [at, *reversed([span for span in clauses if span[0] < at[0]])]:
        end = anchor if clause == at else clause[1]
        subject = _subject(_words(text, clause[0], end, times, cast), cast, document)
        if subject:
            return subject, clause == at
    return "", False


def _words(text: str, start: int, end: int, times: Sequence[Span], cast: Cast) -> list[Word]:
    fixed = [(a, b, "T") for a, b in times if start <= a and b <= end]
    return [word for word in cut(text, start, end, fixed, cast.names) if word.tag != "X" or word.text.strip()]


def _owner(words: Sequence[Word], cast: Cast, document: Document) -> str:
    """The noun phrase that ends right before the measure: 电商 in 电商的|获客成本."""
    phrase: list[Word] = []
    for word in reversed(words):
        if (
            word.text == "的"
            or (word.tag in "NR" and word.text not in _EMPTY)
            or (word.tag == "A" and len(word.text) > 1)
        ):
            phrase.insert(0, word)
        elif word.tag in "BQ" or word.text in _EMPTY:
            continue
        else:
            break
    return _named(phrase, cast, document)


def _subject(words: Sequence[Word], cast: Cast, document: Document) -> str:
    """The first noun phrase of a clause, before its verb; not what stands after 在, 从, 对 …"""
    phrase: list[Word] = []
    skipping = False
    for word in words:
        if word.tag == "V" and not skipping:
            break
        if word.tag == "P" or word.text in SUBORDINATE or word.text in TIME_BEFORE:
            skipping = True
        elif word.tag in "TFX" or word.text in CONNECTIVES or word.text in FILLERS:
            skipping = skipping and word.tag not in "FX"
            if phrase:
                break
        elif not skipping and (word.tag in "NR" or word.text == "的") and word.text not in _EMPTY:
            phrase.append(word)
        elif phrase:
            break
    return _named(phrase, cast, document)


def _named(phrase: Sequence[Word], cast: Cast, document: Document) -> str:
    """The name that a noun phrase stands for, "" for none: a known name, 我们, or its own words."""
    parts: list[list[Word]] = [[]]
    for word in phrase:
        if word.text == "的":
            parts.append([])
        else:
            parts[-1].append(word)
    for part in parts:
        name = _part_name(part, cast, document)
        if name:
            return name
    return ""


def _part_name(part: Sequence[Word], cast: Cast, document: Document) -> str:
    texts = [word.text for word in part if word.text not in _EMPTY]
    joined = "".join(texts)
    if not joined or joined in _OTHERS or (len(joined) == 1 and joined not in _AUTHOR):
        return ""
    if texts[0] in _AUTHOR and len(texts) == 1:
        return document.author or cast.author or cast.company
    own = _OWN.match(joined)
    if own and cast.company:
        rest = joined[own.end() :]
        return cast.company + rest if rest and len(rest) <= 6 else cast.company
    if all(text in _WIDE for text in texts):
        return ""
    for index, text in enumerate(texts):
        if (cast.names and cast.names.fullmatch(text)) or text in PLACES:
            whole = "".join(texts[index:])
            return whole if len(whole) <= LONGEST else text
    return joined if len(joined) <= LONGEST else "".join(texts[-2:])
