"""Fact, plan, forecast, hypothetical or denied: how a clause means what it says."""

import re
from collections.abc import Sequence
from itertools import pairwise

from timeline.extract.language.words import Word
from timeline.lexicon.grammar import DENIED, FORECASTS, HYPOTHETICAL, NEGATIONS, PLANS, RUMOURS, wordset
from timeline.model import Modality

_AHEAD = re.compile(r"^未来|^今后|内$|^接下来|年后$|明年|后年|下个?月")
# Words that, told of the past, are steps themselves: 2018年承诺….
_PROMISES = wordset("承诺 目标 规划 决心 筹备 准备")
_PREPARES = frozenset({"准备", "打算"})  # 正准备上市的时候: not yet listed
# 超过预期: what came is measured by what was expected.
_MEASURED = wordset(
    "超 超过 超出 超越 远超 大超 好于 优于 高于 低于 差于 不及 低过 符合 达到 达 逊于 弱于 强于 不如 超乎"
)
_EXPECTED = frozenset({"预期", "预估", "预计", "预料", "预测"})
_DONE = frozenset({"了", "已", "已经"})
# Steps that are somebody's own doing: what is expected of them is a plan, not a forecast.
_OWN_DOING = wordset("投入 投资 建成 投产 推出 发布 交付 上市 开业 量产 启动 进军 开设 建设 新增 招聘 完成")


def read_modality(
    words: Sequence[Word], verb: Word | None, time: str = "", kind: str = "", **told: bool
) -> Modality:
    """The modality of a clause with this main verb and time expression (of this TIMEX3 type).

    `told`: planned (a goal was announced before), supposed
    (an if-clause came before), foretold (somebody predicted it), past and ahead
    (the date lies before or after the document's), ours (the subject is the document's own company).
    """
    plain = [word for word in words if word.tag not in "QB"]
    texts = {word.text for word in plain}
    before = _before(plain, verb)
    done = bool(texts & _DONE)
    if texts & DENIED:
        return "denied"
    if told.get("supposed") or any(text in HYPOTHETICAL for text in before) or texts & RUMOURS:
        return "hypothetical"
    if not done and any(text in FORECASTS for text in before):
        return "plan" if texts & _OWN_DOING else "forecast"
    if not done and _plans(plain, before, past=told.get("past", False)):
        return "forecast" if told.get("foretold") else "plan"
    if verb and _is_negated(plain, verb, before):
        return "denied"
    if told.get("planned") or (not done and kind == "DURATION" and _AHEAD.search(time)):
        return "plan"
    if told.get("ahead"):
        return "plan" if told.get("ours") else "forecast"
    return "fact"


def _before(words: Sequence[Word], verb: Word | None) -> list[str]:
    """What is said up to the verb, and a forecast right behind it; not 超过|预期, by which what came is measured."""
    found = [
        word.text
        for word in words
        if (verb is None or word.start <= verb.start)
        and not _disposes(words, word)
        and not _joins(words, word)
    ]
    found += [
        after.text for word, after in pairwise(words) if word == verb and after.text in FORECASTS - {"或"}
    ]
    if any(word.text in _MEASURED and after.text in _EXPECTED for word, after in pairwise(words)):
        found = [text for text in found if text not in _EXPECTED]
    return found


def _plans(words: Sequence[Word], before: Sequence[str], *, past: bool) -> bool:
    """Whether something is planned; what was promised in the past was a step of its own."""
    planning = {text for text in before if text in PLANS}
    if not planning:
        return False
    prepares = any(word.text in _PREPARES and after.tag == "V" for word, after in pairwise(words))
    return not past or prepares or not planning <= _PROMISES


def _is_negated(words: Sequence[Word], verb: Word, before: Sequence[str]) -> bool:
    return any(
        word.text in NEGATIONS and (after.tag == "V" or word.text in before[-3:])
        for word, after in pairwise(words)
        if word.start <= verb.start
    )


def _joins(words: Sequence[Word], word: Word) -> bool:
    """Whether 或 means or: 接近或超过."""
    index = words.index(word) if word.text == "或" else 0
    return index > 0 and words[index - 1].tag in "VM"


def _disposes(words: Sequence[Word], word: Word) -> bool:
    """Whether 将 means 把 there: 将公司列入清单."""
    if word.text != "将":
        return False
    index = words.index(word)
    return index + 1 < len(words) and words[index + 1].tag in "NQRM"
