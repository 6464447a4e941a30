"""A clause as tagged words, names and quotations kept whole.

Tags: T time expression, Q quotation, B bracket, N noun or name, V verb, A adjective, D adverb,
P preposition, C conjunction, R pronoun, M number with its measure, U particle, F direction word,
X punctuation.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline.extract.language.dictionary import plain_words, tag_of
from timeline.lexicon.actions import ACTIONS, NOUN_TAILS
from timeline.lexicon.grammar import (
    CONNECTIVES,
    FORECASTS,
    NOUNS,
    PLANS,
    SUBORDINATE,
    wordset,
)
from timeline.lexicon.naming import TITLES

__all__ = ["Word", "cut", "joined", "length", "plain_words", "tag_of"]


class Word(NamedTuple):
    """`text` stands at [start, end) of the view."""

    start: int
    end: int
    text: str
    tag: str


_MEASURES = (
    "台辆个家款位名人次元场项支条种件部份座篇只张套批颗枚间所户架艘公里万亿千百十%％年月日天岁倍层级吨"
)
_PIECE = re.compile(
    r"(?P<Q>“[^“”]{0,200}”|《[^《》]{0,60}》|「[^「」]{0,200}」|『[^『』]{0,200}』|\"[^\"]{1,80}\")"
    r"|(?P<B>【[^【】]{0,60}】|（[^（）]{0,120}）|\([^()]{0,120}\)|[\[〔]\d{4}[\]〕]第?\d{1,5}号文?)"
    r"|(?P<L>\d{1,2}[GDKV](?![A-Za-z0-9]))"
    r"|(?P<M>(?:约|(?<![接逼附临])近|第(?=\d))?\d[\d.,]*(?:[~—-]\d[\d.,]*)?[多余]?[万亿千百十兆]*[多余]?(?:美元|港元|欧元|日元|平方米|公里|元人民币|人民币|["
    + _MEASURES
    + r"])?"
    r"|第?[一二两三四五六七八九十几数][十百千万亿多余]*[" + _MEASURES + r"](?![一-鿿]?体|般))"
    r"|(?P<N>[A-Za-z][A-Za-z0-9_.&+'’-]*(?:\s(?=[A-Z0-9])[A-Za-z0-9_.+-]+)*)"
    r"|(?P<X>[^\w一-鿿])"
)
_GROUPS = {"Q": "Q", "B": "B", "L": "N", "M": "M", "N": "N", "X": "X"}
_TAGS = {
    "n": "N", "v": "V", "a": "A", "d": "D", "p": "P", "c": "C", "r": "R", "m": "M", "q": "M", "u": "U",
    "f": "F", "x": "X", "t": "N", "s": "N", "j": "N", "l": "N", "i": "N", "b": "A", "z": "A", "y": "U",
    "e": "U", "o": "N", "g": "N", "k": "N", "h": "N",
}  # fmt: skip
# 研发团队, 生产基地, 上市公司: what an action word before them only describes.
_COMPOUNDED = wordset(
    "团队 人员 中心 部门 费用 能力 体系 资金 基地 工厂 园区 项目 流程 成本 效率 模式 企业 公司 平台 机构 人才 工程师 支出 强度 规模 渠道 网络 方案 计划 额 速度 空间"
)
# 经营成套设备 is what a firm does, 经营状况 how it fares.
_RUNS = frozenset({"经营", "运营", "管理"})
_OF_RUNNING = wordset(
    "利润 收入 业绩 成本 状况 困难 范围 模式 理念 活动 现金流 情况 层 团队 能力 体系 效率 压力 亏损 数据 规模 权 策略 目标 额"
)
_NEED_NUMBERS = frozenset({"投", "卖", "翻", "达", "逾", "开"})  # 达美航与…: a part of a name
_OFFICE = re.compile(TITLES)
# What the names of firms and authorities have before their form: 东岭|投资|有限公司, 监督|管理|总局.
_TRADES = wordset(
    "投资 建设 生产 管理 监督 监督管理 贸易 开发 研究 设计 制造 服务 控股 发展 检测 运营 买卖 经营 销售 监管 咨询 交易 租赁 运输 施工 加工 推广 促进 合作"
)
_FORMS = wordset("有限公司 有限责任公司 股份有限公司 总公司 总局 委员会 集团 集团公司 交易所")
_MOST = wordset("最大 最高 最快 首个 首例 首宗 第二大 第三大")
_STATEMENTS = wordset("营收 收入 报表 财报 利润 净利 净利润 毛利 营业额 财务报表 溢利 业绩 口径")
# What stands between a noun and its verb.
_BETWEEN = wordset("即将 将 已 已经 正 正在 也 都 仅 首次 正式 再次 同比")
_PARTICLES = (
    dict.fromkeys(("的", "了", "着", "过", "地", "得"), "U")
    | dict.fromkeys(("把", "被", "当", "到了", "自从", "从"), "P")
    | {"是": "V", "将": "D", "自主": "D", "前身": "N", "厂": "N"}
)


def _tag(tag: str) -> str:
    return "V" if tag in ("vd", "vi") else _TAGS.get(tag[:1], "N")


def cut(
    text: str,
    start: int,
    end: int,
    fixed: Sequence[tuple[int, int, str]] = (),
    names: re.Pattern[str] | None = None,
) -> list[Word]:
    """The words of text[start:end]; `fixed` stretches (sorted, apart) are words of their own."""
    words: list[Word] = []
    position = start
    for fixed_start, fixed_end, tag in fixed:
        if fixed_start < position or fixed_end > end:
            continue
        _add(words, text, position, fixed_start, names)
        words.append(Word(fixed_start, fixed_end, text[fixed_start:fixed_end], tag))
        position = fixed_end
    _add(words, text, position, end, names)
    return _retagged(_with_foreign_names(words))


def _with_foreign_names(words: list[Word]) -> list[Word]:
    """艾伦|·|韦斯特 → 艾伦·韦斯特."""
    if not any(word.text == "·" for word in words):
        return words
    result: list[Word] = []
    for word in words:
        joint = len(result) > 1 and result[-1].text == "·" and word.tag == "N" and result[-2].tag == "N"
        if joint and result[-1].end == word.start and result[-2].end == result[-1].start:
            first = result[-2]
            result[-2:] = [Word(first.start, word.end, f"{first.text}·{word.text}", "N")]
        else:
            result.append(word)
    return result


def _add(words: list[Word], text: str, start: int, end: int, names: re.Pattern[str] | None) -> None:
    position = start
    for match in _PIECE.finditer(text, start, end):
        until, stop = match.span()
        if until > position:
            _add_named(words, text, position, until, names)
        if not match[0].isspace():
            words.append(Word(until, stop, match[0], _GROUPS[match.lastgroup or "X"]))
        position = stop
    if end > position:
        _add_named(words, text, position, end, names)


def _add_named(words: list[Word], text: str, start: int, end: int, names: re.Pattern[str] | None) -> None:
    position = start
    for match in names.finditer(text, start, end) if names else ():
        first, last = match.span()
        _add_plain(words, text, position, first)
        words.append(Word(first, last, match[0], "N"))
        position = last
    _add_plain(words, text, position, end)


def _add_plain(words: list[Word], text: str, start: int, end: int) -> None:
    for word, tag in _tagged(text[start:end]) if start < end else ():
        stop = start + len(word)
        words.append(Word(start, stop, word, tag))
        start = stop


@lru_cache(maxsize=32768)
def _tagged(text: str) -> tuple[tuple[str, str], ...]:
    """The dictionary's words of a piece of Chinese, with our tags (texts repeat their pieces)."""
    return tuple(tagged for word in plain_words(text) for tagged in _tagged_word(word))


@lru_cache(maxsize=32768)
def _tagged_word(word: str) -> tuple[tuple[str, str], ...]:
    return tuple((part, _tag_of_word(part, tag_of(part) or "n")) for part in _parts(word))


def _parts(word: str) -> tuple[str, ...]:
    """公司员工 → 公司, 员工: a pronoun and its noun; 陷入绝境 → 陷入, 绝境: a step and its object."""
    if word in ACTIONS:
        return (word,)
    if word[0] == "被" and word[1:] in ACTIONS:
        return ("被", word[1:])  # 被选为 is in the dictionary, as a noun
    if len(word) != 4:
        return (word,)
    phrase = word[:2] in ACTIONS and tag_of(word)[:1] in ("v", "l") and word[2:] not in _COMPOUNDED
    phrase = phrase or (word[2:] in ACTIONS and tag_of(word[:2])[:1] == "d")  # 相继|问世
    return (word[:2], word[2:]) if phrase or word.startswith("公司") else (word,)


def _tag_of_word(word: str, told: str) -> str:
    """Our tag for a word that the dictionary tags `told`."""
    tag = _PARTICLES.get(word) or _tag(told)
    if word in PLANS or word in FORECASTS:
        return "D"
    if tag in "VN" and (word in SUBORDINATE or word in CONNECTIVES) and word not in ACTIONS:
        return "C"
    return "N" if tag == "V" and told == "vn" and word not in ACTIONS else tag


def _retagged(words: list[Word]) -> list[Word]:
    """Action words are verbs, unless what stands around them makes nouns of them."""
    result = [_with_aspect(before, word) for before, word in zip([None, *words], words, strict=False)]
    for index, word in enumerate(words):
        if word.tag not in "TQBMX" and (tag := _tag_among(words, index)):
            result[index] = word._replace(tag=tag)
    return result


def _tag_among(words: list[Word], index: int) -> str:
    """The tag that the words beside it give a word; "" if they leave it as it is."""
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else None
    aspect = following is not None and following.text in ("了", "过")
    if _in_a_name(words, index) or _is_a_plan(words, index):
        return "N"
    if _acts_here(words, index, aspect):
        return "V"
    if following and following.text == "了" and word.tag == "N" and tag_of(word.text)[:1] in ("l", "i"):
        return "V"  # 彻底改变|了
    if word.text in NOUNS:
        runs = word.text in _RUNS and not index and following is not None and following.tag in "NA"
        trade = runs and following is not None and following.text not in _OF_RUNNING
        return "V" if aspect or trade else "N"
    if word.text in ACTIONS:
        return "V" if aspect or not _is_nominal(words, index) else "N"
    return ""


def _is_a_plan(words: list[Word], index: int) -> bool:
    """Whether a word for what is to come is the noun: 公司的|计划, 计划|，."""
    word = words[index]
    if word.tag != "D" or not (word.text in PLANS or word.text in FORECASTS):
        return False
    if index + 1 == len(words) or words[index + 1].tag in "XUF":
        return True
    return index > 0 and words[index - 1].text == "的"


def _acts_here(words: list[Word], index: int, aspect: bool) -> bool:
    """Whether a word that mostly leads to others is the verb: 在…之中, 前身为, 给了, 产值首次|过|亿元."""
    word, before = words[index], words[index - 1] if index else None
    if word.text == "在":
        return words[-1].text in ("之中", "之列", "当中")
    if word.text == "给":
        return aspect
    if before is None:
        return False
    if word.text == "过":
        return before.tag in "NM" and any(w.tag == "M" for w in words[index + 1 : index + 2 + aspect])
    return word.text in ("为", "系") and before.text.endswith("前身")


def _in_a_name(words: list[Word], index: int) -> bool:
    """Whether a trade is a part of a name, before its form: 临海|建设|投资|有限公司."""
    if not index or words[index].text not in _TRADES or words[index - 1].tag not in "NAV":
        return False
    following = next(
        (word for word in words[index + 1 :] if word.text not in _TRADES and word.text != "股份"), None
    )
    return following is not None and following.text in _FORMS


def _with_aspect(before: Word | None, word: Word) -> Word:
    """手里拿|著, 意味著, as they are written in Taiwan: 着."""
    if word.text == "著" and before and before.tag == "V":
        return word._replace(text="着", tag="U")
    simplified = f"{word.text[:-1]}着"
    if len(word.text) > 2 and word.text[-1] == "著" and tag_of(simplified):
        return word._replace(text=simplified, tag=_tag_of_word(simplified, tag_of(simplified)))
    return word


def _is_nominal(words: list[Word], index: int) -> bool:
    """交付量, 用户的增长, 收购已完成: an action word that names a thing."""
    following = words[index + 1] if index + 1 < len(words) else None
    if index and words[index - 1].text == "的":
        return True
    if index and words[index - 1].text in _MOST and words[index].text.isascii():
        return True  # 成为今年最大IPO
    if words[index].text in ("合并", "综合") and following is not None and following.text in _STATEMENTS:
        return True
    if words[index].text in _NEED_NUMBERS:
        return not any(word.tag in "MU" for word in words[index + 1 : index + 3])
    if words[index].text == "任" and (following is None or not _OFFICE.match(following.text)):
        return True
    if following is None:
        return False
    if following.text in NOUN_TAILS:
        return True
    if words[index].text == "控股" and index and (following.tag in "VDP" or following.text in ACTIONS):
        return True  # 云帆控股|公告: the end of a name
    action = ACTIONS[words[index].text]
    if following.text in _COMPOUNDED and action.act in ("develop", "produce", "sell", "list", "grow"):
        return True
    carries = action.act in ("announce", "decide", "tell", "propose", "start")
    return (
        following.text in _BETWEEN
        and not carries
        and any(word.tag == "V" for word in words[index + 2 : index + 5])
    )


def joined(words: Sequence[Word]) -> str:
    """The words as one string: a space only between Latin words."""
    parts: list[str] = []
    for index, word in enumerate(words):
        latin = (
            parts
            and parts[-1][-1:].isascii()
            and parts[-1][-1:].isalnum()
            and word.text[:1].isascii()
            and word.text[:1].isalpha()
            and not (parts[-1][-1:].isdigit() and 0 <= word.start == words[index - 1].end)  # 50GWh
        )
        if latin:
            parts.append(" ")
        parts.append(word.text.strip())
    return "".join(parts).strip("，,、：:。；; *—-的")


def length(words: Sequence[Word]) -> int:
    """The characters that words come to."""
    return len(joined(words))
