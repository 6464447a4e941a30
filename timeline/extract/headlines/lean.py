"""A clause without what a headline needs not: openers, fillers, articles, particles."""

import re
from collections.abc import Sequence

from timeline.extract.headlines.wellformed import ENDINGS
from timeline.extract.language.clauses import Clause
from timeline.extract.language.words import Word
from timeline.lexicon.grammar import (
    CONNECTIVES,
    FILLERS,
    KEPT_ADVERBS,
    NEGATIONS,
    wordset,
)

_ARTICLES = re.compile(
    r"^一[个款家场位次项支条系列种件部份名篇座只番股道则间幢]$|^一系列$|^[那这][个款家台项座位]$"
)
_SOME = wordset("一些 一种 这一 一系列 一句话")
_COUNTS = wordset("最后 每 这 第 首 唯 又 再")  # before 一个 they count, or point
_OPENERS = wordset("距 距离 里面 会上 席间 其间 其一 其二 其三 一是 二是 一个 一款 一位 一名 一家 一项")


def without_lead(words: list[Word], clause: Clause) -> list[Word]:
    start = 0
    while start < len(words) and _leads(words, start, clause):
        start += 1
    words = words[start:]
    while words and (words[-1].tag == "X" or words[-1].text in ENDINGS):
        if words[-1].text == "了" and (len(words) <= 3 or len(words[-2].text) == 1):
            break  # 谈好的融资黄了
        words = words[:-1]
    return words


def _leads(words: Sequence[Word], index: int, clause: Clause) -> bool:
    """Whether a headline does without this first word: a connective, 当, 距, 里面是, 一款."""
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else None
    if _begins_a_name(word, following):
        return False
    if (
        word.tag in "XU"
        or word.text in CONNECTIVES
        or (word.text in FILLERS and word.text not in KEPT_ADVERBS)
    ):
        return True
    if following is None:
        return False
    if (word.text == "后" and following.tag == "V") or (
        word.tag == "M" and following.text == "、" and word.text.isdigit()
    ):
        return True  # 后|更名为…, 11|、12月
    if word.text in ("当", "正当", "正值", "恰逢", "适逢", "直到", "等到", "待", "自从") and (
        clause.temporal or clause.subordinate
    ):
        return True
    if word.text in ("那", "这") and following.text == "是":
        return True
    if word.text in ("是", "就是", "而是", "便是"):
        return following.tag in "VNR"
    return word.text in _OPENERS


def lean(words: list[Word], verb: Word | None) -> list[Word]:
    """Without fillers, aspect particles and the article 一个."""
    kept: list[Word] = []
    skip = False
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else None
        if skip:
            skip = False
            continue
        if word.text in ("自己", "自身") and following and following.text == "的":
            skip = True
            if kept and kept[-1].text == "属于":
                kept.pop()  # 创办一个属于自己的企业
            continue
        if word.text == "在" and following and following.text in ("那里", "这里", "那儿", "当地", "此"):
            skip = True
            continue
        if _is_padding(word, kept, following, verb, len(words)):
            continue
        kept.append(word)
    return kept


def _begins_a_name(word: Word, following: Word | None) -> bool:
    """Whether a one-character adverb is part of a name that no dictionary has: 正|岫, 亦|禾."""
    joined_to = following is not None and following.tag == "N" and following.start == word.end
    return joined_to and word.tag == "D" and len(word.text) == 1 and len(following.text) == 1


def _is_padding(
    word: Word, kept: Sequence[Word], following: Word | None, verb: Word | None, length: int
) -> bool:
    """Whether a headline does without a word that follows `kept`, in a clause of so many words."""
    before = kept[-1] if kept else None
    if word == verb or _begins_a_name(word, following):
        return False
    if word.text == "在" and before and before.tag in "ND" and following is not None and following == verb:
        return True
    if (
        word.text in ("并", "并且")
        and following
        and following.tag in "VD"
        and any(w.tag == "V" for w in kept)
    ):
        return False  # 正式成立并召开股东大会
    if before and before.text in NEGATIONS:
        return False  # 没|能上市
    if word.text in ("了", "着"):
        if following is not None:
            return following.tag != "T"
        return length > 3 and not (before and before.tag == "V" and len(before.text) == 1)
    if word.tag == "M":
        return word.text in _SOME or _is_article(word, before, following)
    return word.text in FILLERS and word.text not in KEPT_ADVERBS and word.tag in "DCRUPAVN"


def _is_article(word: Word, before: Word | None, following: Word | None) -> bool:
    """Whether 一个, 这款 … only leads to a noun: 推出|一款|手机; not 第|一个|…."""
    if before is None or before.tag not in "VNPD" or before.text in _COUNTS:
        return False
    return following is not None and following.tag in "NAVQPDF" and _ARTICLES.search(word.text) is not None
