"""Sentences read into clauses of tagged words, each with its time expressions and its main verb."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.extract.entities import Cast
from timeline.extract.words import Word, cut
from timeline.lexicon.actions import ACTIONS, LIGHT, Action
from timeline.lexicon.grammar import CONNECTIVES, SUBORDINATE, TIME_AFTER, TIME_BEFORE, wordset
from timeline.model import Timex

_CLOSED = re.compile(
    r"“[^“”]*”|【[^【】]*】|《[^《》]*》|「[^「」]*」|『[^『』]*』|（[^（）]*）|\([^()]*\)|\"[^\"]{1,80}\"|并(?=[于在](?:\d|[同次当][年月日]|[一二三四五六七八九十〇零]+[年月日])|将其|把其)|(?<=[\d%％元人台辆倍])并(?![购入列存排])|[，,：:；;。！？!?…]+|——+"
)
_TEMPORAL_ENDS = (
    "的时候",
    "时候",
    "时",
    "之后",
    "以后",
    "后",
    "之前",
    "之际",
    "期间",
    "以来",
    "之时",
    "当中",
    "前夕",
    "不久",
)
_ALWAYS_SUBORDINATE = wordset(
    "为了 因为 由于 随着 尽管 虽然 如果 假如 若 要是 倘若 一旦 只要 只有 除非 无论 不管 即使 就算 哪怕 既然 比如 例如 除了 当 连同 包括 再加上 加上 加之 受困于 受制于 苦于 迫于 鉴于 出于 有感于"
)
_STATES = wordset(
    "有 是 为 成为 需要 具有 拥有 包括 属于 在 没有 来自 作为 位于 存在 就是 正是 即 像 如 等于"
)
_PHRASE_ENDS = wordset(
    "时 后 之后 的时候 时候 之时 以后 过程 之际 基础 情况 期间 背景 前 之前 那天 当天 那年 当年 当日"
)
# What goes on sale when it 上市; anything else is listed on an exchange.
_SOLD = re.compile(
    r"车$|手机|产品|新品|药$|新药|机$|电视|系列|款$|型$|^[A-Z]+[a-z]*\d+|饮料|芯片$|食品|作物|水果"
)
_EXCHANGE = re.compile(
    r"交易所|[港上深北]交所|证交所|科创板|创业板|主板|中小板|纳斯达克|纽交所|[AHB]股|资本市场|新三板"
)
_SHOP = re.compile(
    r"[店馆厂铺院所坊校网]$|公司|超市|分行|支行|门市|餐厅|卖场|小卖部|工厂|网点|酒楼|酒店|商场|工作室|航线|中心"
)
_ROUND = re.compile(r"(?:Pre-?)?[A-H]\d?\+*|天使|种子")
_GOT = wordset("通过 获得 获 获准 经 经过 得到 接受 受到")  # 通过批准的 is one attribute
_WON = wordset("冠军 销冠 榜首 销量冠军 桂冠 头名")
_CHAMPION = Action("rank", "market", 2)
_ON_SALE = Action("sale", "product", 3)


@dataclass(frozen=True, slots=True)
class Placed:
    """A time expression and where it stands in the view."""

    start: int
    end: int
    timex: Timex


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between commas.

    `verb` is its main verb's index in `words` (-1: none); `action` the step that it names;
    `subordinate` if it only prepares another clause, `temporal` if it says when (X之后),
    `colon` if what it announces follows.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    times: tuple[Placed, ...]
    verb: int
    action: Action | None
    subordinate: bool = False
    temporal: bool = False
    colon: bool = False

    @property
    def main(self) -> Word | None:
        return self.words[self.verb] if self.verb >= 0 else None


def within(placed: Sequence[Placed], start: int, end: int, starts: Sequence[int]) -> tuple[Placed, ...]:
    """The times that begin in [start, end); `starts` are the beginnings of `placed`."""
    return tuple(placed[bisect_left(starts, start) : bisect_left(starts, end)])


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(start, end) of the clauses of a sentence: no cut inside quotation marks, brackets, numbers."""
    position = start
    for match in _CLOSED.finditer(text, start, end):
        mark = match.group()
        if mark[0] in '“《「『（("':
            continue
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 3]
        if mark in ",:" and before.isdigit() and after[:1].isdigit() and (mark == ":" or after.isdigit()):
            continue
        if match.start() > position:
            yield position, match.start()
        position = match.end()
    if position < end:
        yield position, end


def read(text: str, start: int, end: int, placed: Sequence[Placed], cast: Cast) -> Clause:
    """The clause text[start:end] as words."""
    placed = [time for time in placed if not _is_quoted(text, start, time)]
    words = tuple(cut(text, start, end, [(time.start, time.end, "T") for time in placed], cast.names))
    words = _as_a_step(_of_the_day(words))
    verb = main_verb(words)
    stripped = text[start:end].rstrip("，,。 ")
    timed_end = any(time.end == start + len(stripped) for time in placed)
    temporal = stripped.endswith(_TEMPORAL_ENDS) and not timed_end
    colon = text[end : end + 1] in ("：", ":")
    return Clause(
        start,
        end,
        words,
        tuple(placed),
        verb,
        action_of(words, verb),
        _prepares(words, verb),
        temporal,
        colon,
    )


def _is_quoted(text: str, start: int, time: Placed) -> bool:
    """Whether a time stands in a quotation within the clause: 获得了“可突破当时制度”的机会."""
    opened = text.rfind("“", start, time.start)
    return opened > start + 1 and text.find("”", opened, time.start) < 0


def _of_the_day(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """X发动攻势的日期是T → X发动攻势 T: the step, not the calendar, is told."""
    for index in range(1, len(words) - 3):
        if (
            words[index].text == "的"
            and words[index + 1].text in ("日期", "时间", "日子")
            and words[index + 2].text in ("是", "为", "在")
            and words[index + 3].tag == "T"
        ):
            return words[:index] + words[index + 3 :]
    return words


def _as_a_step(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """“远禾”插秧机的|试制成功 → “远禾”插秧机|试制成功: a step told as a noun, where there is no verb."""
    if len(words) < 3 or words[-2].text != "的" or any(word.tag == "V" for word in words):
        return words
    action = ACTIONS.get(words[-1].text)
    if action is None or action.weight < 2 or words[-3].tag not in "NQ":
        return words
    return (*words[:-2], words[-1]._replace(tag="V"))


def _prepares(words: Sequence[Word], verb: int) -> bool:
    """Whether the clause begins as one that prepares another (为了…, 随着…), or continues one (让…)."""
    if verb >= 0 and any(word.text in ("虽然", "尽管", "虽", "虽说") for word in words[:verb]):
        return True
    for index, word in enumerate(words):
        if word.tag in "TXB":
            continue
        if word.text in ("让", "使", "以便", "以期", "从而", "以免"):
            return True
        if word.text in SUBORDINATE:
            if word.text in _ALWAYS_SUBORDINATE:
                return True
            if words[index + 1 : index + 2] and words[index + 1].tag == "T":
                return False
            return verb < 0 or not any(
                w.tag == "V" and not is_attributive(words, i) for i, w in enumerate(words) if i > index
            )
        if word.text not in CONNECTIVES and word.tag not in "DC" and word.text not in TIME_BEFORE:
            return False
    return False


def action_of(words: Sequence[Word], verb: int) -> Action | None:
    """The step a main verb names; a light verb (完成, 宣布, 实现) hands over to what it carries."""
    if verb < 0:
        return None
    action = ACTIONS.get(words[verb].text)
    last = next((word.text for word in reversed(words) if word.tag in "NV"), "")
    if words[verb].text == "注册" and last.endswith(("公司", "企业", "商号")):
        return ACTIONS["成立"]
    if last in ("决定", "决策") and words[verb].text in ("迎来", "作出", "做出", "做"):
        return ACTIONS["决定"]
    if words[verb].text in ("开", "开出", "办起") and not any(
        _SHOP.search(word.text) for word in words[verb + 1 :]
    ):
        return None
    if words[verb].text in ("登陆", "登录") and not _EXCHANGE.search("".join(word.text for word in words)):
        return ACTIONS["进入"]
    if action is None and any(word.text in _WON for word in words):
        return _CHAMPION
    if (
        action
        and action.act == "list"
        and any(_SOLD.search(word.text) for word in words[:verb] if word.tag in "NMQ")
    ):
        return _ON_SALE
    if (action is None or action.act in LIGHT or action.act == "rank") and _is_round(words[verb + 1 :]):
        return ACTIONS["融资"]
    if action is None or action.act in LIGHT:
        carried = _carried(words, verb)
        if carried and (action is None or carried.weight >= action.weight):
            return carried
    if action is None:
        named = (
            ACTIONS[word.text]
            for word in words
            if word.text in ACTIONS and word.tag in "NV" and word.text != "通过"
        )
        weak = next((named for named in named if named.weight), None)
        return weak._replace(weight=max(1, weak.weight - 1)) if weak else None
    return action


def _is_round(words: Sequence[Word]) -> bool:
    """Whether a round of financing was got: 拿到|B|轮, 敲定|天使|轮."""
    return any(word.text == "轮" and _ROUND.fullmatch(before.text) for before, word in pairwise(words))


def _carried(words: Sequence[Word], verb: int) -> Action | None:
    """The step that a light verb carries as its object: 宣布收购, 完成交付."""
    for word in words[verb + 1 : verb + 9]:
        if word.tag == "X":
            return None
        carried = ACTIONS.get(word.text)
        if (
            carried
            and carried.weight >= 2
            and carried.act not in LIGHT
            and (word.tag == "V" or word is words[-1])
        ):
            return carried
    return None


def main_verb(words: Sequence[Word]) -> int:
    """Index of the verb that says what happened: the weightiest that is not inside a phrase or X的."""
    best, best_score, because = -1, 0.0, False
    for index, word in enumerate(words):
        if word.tag in "PX":
            because = word.text in ("因", "因为", "由于")
        because = because and word.text != "而"
        if word.tag != "V":
            continue
        action = ACTIONS.get(word.text)
        score = 1.0 if action is None else 1.6 + 0.6 * action.weight
        if word.text in _STATES:
            score = 0.6
        following = words[index + 1] if index + 1 < len(words) else None
        if following and following.text in ("了", "过"):
            score += 1.5
        if is_attributive(words, index):
            score -= 3.0
        if _in_phrase(words, index):
            score -= 3.0 if words[index + 1].text in ("之前", "之后", "以前", "以后") else 1.5
        if because or (index and words[index - 1].tag == "P"):
            score -= 1.5 if because else 1.0
        if word.text == "通过" and _by_means_of(words, index):
            score -= 2.0
        if following and following.text in ("和", "及", "、") and _in_a_row(words, index):
            score -= 1.0  # 与市|规划|和|国土局签订…
        score -= 0.05 * index
        if best < 0 or score > best_score:
            best, best_score = index, score
    return best


def _in_a_row(words: Sequence[Word], index: int) -> bool:
    """Whether a verb is one of the nouns of a row before the real verb, after 与 or 向."""
    led = any(word.text in ("与", "和", "向", "同", "由", "被") for word in words[:index])
    return (
        led
        and words[index + 2 : index + 3] != ()
        and words[index + 2].tag == "N"
        and any(w.tag == "V" for w in words[index + 3 :])
    )


def _by_means_of(words: Sequence[Word], index: int) -> bool:
    """Whether 通过 says by what means: 通过直播向用户公开; not 通过了决议, 通过董事会审核."""
    after = words[index + 1 : index + 9]
    if not after or after[0].text in ("了", "过"):
        return False
    led = next((i for i, word in enumerate(after) if word.tag == "P" or word.text == "来"), None)
    return led is not None and any(word.tag == "V" for word in after[led + 1 :])


def is_attributive(words: Sequence[Word], index: int) -> bool:
    """Whether the verb belongs to a phrase before 的 + noun (发布的手机, 提交给董事会的方案)."""
    seen_noun = False
    for position in range(index + 1, min(index + 7, len(words))):
        word = words[position]
        if word.text == "的":
            following = words[position + 1] if position + 1 < len(words) else None
            return (
                following is not None
                and following.tag in "NQMAVT"
                and not (seen_noun and _opens(words, index) and not _follows_copula(words, index))
            )
        if word.tag == "V" and not (
            words[index].text in _GOT
            and position == index + 1
            and words[position + 1 : position + 2]
            and words[position + 1].text == "的"
        ):
            return False
        if (word.tag == "X" and word.text != "、") or word.text in ("了", "过") or word.tag == "M":
            return False
        seen_noun = seen_noun or word.tag in "NQ"
    return False


def _follows_copula(words: Sequence[Word], index: int) -> bool:
    """成为国内首家获得认证的企业: what follows a copula describes."""
    return any(word.text in ("成为", "是", "为", "系") and word.tag == "V" for word in words[:index])


def _opens(words: Sequence[Word], index: int) -> bool:
    """Whether no other verb follows the 的-phrase: then this one is the predicate (推动X的转型)."""
    return not any(word.tag == "V" for word in words[index + 1 :])


def _in_phrase(words: Sequence[Word], index: int) -> bool:
    """Whether the verb stands in a phrase within the clause that ends in 时, 后, 过程 ….."""
    if words[index + 1 : index + 2] and words[index + 1].text in ("了", "过"):
        return False
    for position in range(index + 1, min(index + 9, len(words))):
        word = words[position]
        if word.tag == "X" and word.text != "、":
            return False
        if word.text in _PHRASE_ENDS and word.text not in TIME_AFTER - _PHRASE_ENDS:
            return position + 1 < len(words)
    return False
