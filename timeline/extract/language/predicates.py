"""Which verb of a clause says what happened, and which step it names."""

import re
from collections.abc import Sequence
from itertools import pairwise

from timeline.extract.language.words import Word
from timeline.lexicon.actions import ACTIONS, LIGHT, Action
from timeline.lexicon.grammar import TIME_AFTER, wordset

_STATES = wordset(
    "有 是 为 成为 需要 具有 拥有 包括 属于 在 没有 来自 作为 位于 存在 就是 正是 即 像 如 等于"
)
_PHRASE_ENDS = wordset(
    "时 后 之后 的时候 时候 之时 以后 过程 之际 基础 情况 期间 背景 前 之前 那天 当天 那年 当年 当日"
)
# What goes on sale when it 上市; anything else is listed on an exchange.
_SOLD = re.compile(
    r"车$|手机|产品|新品|(?<!制)药$|新药|机$|电视|系列|款$|型$|^[A-Z]+[a-z]*\d+|饮料|芯片$|食品|作物|水果"
)
_EXCHANGE = re.compile(
    r"交易所|[港上深北]交所|证交所|科创板|创业板|主板|中小板|纳斯达克|纽交所|[AHB]股|资本市场|新三板"
)
_PHASE = re.compile(
    r"尾声|片刻|阶段|时代|状态|时期|轨道|正轨|倒计时|高峰|周期|梯队|深水区"
)  # 进入新阶段: no new field
_SHOP = re.compile(
    r"[店馆厂铺院所坊校网]$|公司|超市|分行|支行|门市|餐厅|卖场|小卖部|工厂|网点|酒楼|酒店|商场|工作室|航线|中心"
)
_ROUND = re.compile(r"(?:Pre-?)?[A-H]\d?\+*|天使|种子")
_GOT = wordset("通过 获得 获 获准 经 经过 得到 接受 受到")  # 通过批准的 is one attribute
_HOLDS = frozenset({"举行", "举办"})
_CEREMONY = re.compile(r"(?:仪式|典礼)$")
_COMPLEMENTS = wordset("来 到 出 下 起 回 成 完 好")
_WON = wordset("冠军 销冠 榜首 销量冠军 桂冠 头名")
_CHAMPION = Action("rank", "market", 2)
_ON_SALE = Action("sale", "product", 3)


def action_of(words: Sequence[Word], verb: int) -> Action | None:
    """The step a main verb names; a light verb (完成, 宣布, 实现) hands over to what it carries."""
    if verb < 0:
        return None
    action = ACTIONS.get(words[verb].text)
    if words[verb].text in ("开", "开出", "办起") and not any(
        _SHOP.search(w.text) for w in words[verb + 1 :]
    ):
        return None
    if other := _turned_by_object(words, verb, action):
        return other
    light = action is None or action.act in LIGHT
    if (light or action.act == "rank") and _is_round(words[verb + 1 :]):
        return ACTIONS["融资"]
    if light or words[verb].text in _HOLDS:
        carried = _carried(words, verb)
        if carried and (action is None or carried.weight >= action.weight):
            return carried
    return action or _weakly_named(words)


def _turned_by_object(words: Sequence[Word], verb: int, action: Action | None) -> Action | None:
    """Another step than the verb's own, because of the words beside it: 注册|公司, 进入|新阶段, 新车|上市."""
    text = words[verb].text
    last = next((word.text for word in reversed(words) if word.tag in "NV"), "")
    if text == "注册" and last.endswith(("公司", "企业", "商号")):
        return ACTIONS["成立"]
    if last in ("决定", "决策") and text in ("迎来", "作出", "做出", "做"):
        return ACTIONS["决定"]
    if action and action.act == "enter" and _PHASE.search(last):
        return ACTIONS["变为"]
    if text in ("登陆", "登录") and not _EXCHANGE.search("".join(word.text for word in words)):
        return ACTIONS["进入"]
    if action is None:
        return _CHAMPION if any(word.text in _WON for word in words) else None
    sold = action.act == "list" and any(_SOLD.search(w.text) for w in words[:verb] if w.tag in "NMQ")
    return _ON_SALE if sold else None


def _weakly_named(words: Sequence[Word]) -> Action | None:
    """The step that another word than the verb names, which tells less."""
    for index, word in enumerate(words):
        action = ACTIONS.get(word.text)
        if action is None or not action.weight or word.tag not in "NV" or word.text == "通过":
            continue
        if not _beside(words, word) and not (word.tag == "V" and is_attributive(words, index)):
            return action._replace(weight=max(1, action.weight - 1))
    return None


def _beside(words: Sequence[Word], word: Word) -> bool:
    """Whether a word only says of which time or thing something is: 上市|时的纪录片, 发布|后的第一周."""
    index = words.index(word)
    return [after.text in _PHRASE_ENDS or after.text == "的" for after in words[index + 1 : index + 3]] == [
        True,
        True,
    ]


def _is_round(words: Sequence[Word]) -> bool:
    """Whether a round of financing was got: 拿到|B|轮, 敲定|天使|轮."""
    return any(word.text == "轮" and _ROUND.fullmatch(before.text) for before, word in pairwise(words))


def _carried(words: Sequence[Word], verb: int) -> Action | None:
    """The step that a light verb carries as its object: 宣布收购, 完成交付, 完成对X的收购|后, 举行|奠基仪式."""
    last = next((word for word in reversed(words) if word.tag not in "XF"), None)
    for place, word in enumerate(words[verb + 1 : verb + 9], verb + 1):
        if word.tag == "X":
            return None
        carried = ACTIONS.get(_CEREMONY.sub("", word.text))
        if (
            carried
            and carried.weight >= 2
            and carried.act not in LIGHT
            and ((word.tag == "V" and not _describes(words, place)) or word is last)
            and not _beside(words, word)
        ):
            return carried
    return None


def _describes(words: Sequence[Word], index: int) -> bool:
    """Whether a verb only describes an object: 摸清销售的窍门; not 成为首家获得认证的企业."""
    return is_attributive(words, index) and not _follows_copula(words, index)


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
        if _in_a_place(words, index):
            score -= 2.0
        if following and following.text in ("和", "及", "、") and _in_a_row(words, index):
            score -= 1.0  # 与市|规划|和|国土局签订…
        score -= 0.05 * index
        if best < 0 or score > best_score:
            best, best_score = index, score
    return best


def _in_a_place(words: Sequence[Word], index: int) -> bool:
    """Whether a verb stands between 在 and 中, before the real verb: 在杂志评选的榜单中|名列…."""
    led = next((i for i in range(index - 1, -1, -1) if words[i].tag in "PV"), -1)
    end = next((i for i in range(index + 1, len(words)) if words[i].tag in "VF" or words[i].text == "了"), -1)
    if led < 0 or words[led].text != "在" or end < 0 or words[end].text not in ("中", "里", "上"):
        return False
    return words[end - 1].tag == "N" and any(word.tag == "V" for word in words[end + 1 :])


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
    if len(words[index].text) > 2 and words[index].text.endswith("为"):
        return False  # 升级为单独的供应商
    if _follows_copula(words, index) and _within_of(words, index):
        return True
    for position in range(index + 1, min(index + 7, len(words))):
        word = words[position]
        if word.text == "的":
            following = words[position + 1] if position + 1 < len(words) else None
            return (
                following is not None
                and following.tag in "NQMAVT"
                and not (seen_noun and _opens(words, index) and not _follows_copula(words, index))
            )
        if word.text in _COMPLEMENTS and [w.text for w in words[index + 2 : index + 3]] == ["的"]:
            continue  # 租来的厂房, 借到的钱
        if word.tag == "V" and not (
            words[index].text in _GOT
            and position == index + 1
            and words[position + 1 : position + 2]
            and words[position + 1].text == "的"
        ):
            return False
        if word.text in _PHRASE_ENDS and [w.text for w in words[position + 1 : position + 2]] == ["的"]:
            return True  # 上市时的纪录片
        counted = word.tag == "M" and words[index].text not in ("拥有", "有", "具有")
        counted = counted and not (index and words[index - 1].text in ("成为", "是"))
        if (word.tag == "X" and word.text != "、") or word.text in ("了", "过") or counted:
            return False
        seen_noun = seen_noun or word.tag in "NQ"
    return False


def _within_of(words: Sequence[Word], index: int) -> bool:
    """Whether a noun with 的 before it ends the clause: 成为与新|成立|航空公司达成的最大订单."""
    last = max((i for i, word in enumerate(words) if word.text == "的"), default=-1)
    return last > index and all(word.tag in "NQAM" for word in words[last + 1 :])


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
