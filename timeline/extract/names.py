"""Headlines: a clause as an editor would print it, in at most 24 characters.

The clause loses its date, its connectives and fillers; its pronoun becomes the name it stands for;
and where it is still too long it loses, in this order, prepositional phrases, attributes, what is
coordinated, and its tail. `timeline.extract.shortening` does the last part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline.extract.clauses import Clause, is_attributive
from timeline.extract.entities import Cast
from timeline.extract.shortening import ENDINGS, LIMIT, joined, shortened
from timeline.extract.words import Word
from timeline.lexicon.grammar import (
    CAUSATIVES,
    CONNECTIVES,
    FILLERS,
    FIRST_PERSON,
    FIRST_PERSON_PLURAL,
    KEPT_ADVERBS,
    SUBORDINATE,
    THIRD_PERSON,
    TIME_AFTER,
    TIME_BEFORE,
    wordset,
)

_ARTICLES = re.compile(r"^一[个款家场位次项支条系列种件部份名篇座只番股道则间幢]$|^一系列$")
_ANNIVERSARY = re.compile(r"周年|年华诞|岁生日")
_CHORES = frozenset({"事", "事情", "工作", "任务", "动作", "做法", "目标", "决定", "选择"})
# Steps that, with nobody named, are not the company's own.
_NOBODYS = wordset("spread suffer tell rank fall")
_OPENERS = wordset("距 距离 里面 其一 其二 其三 一是 二是 一个 一款 一位 一名 一家 一项")
_SAYING = frozenset({"tell", "propose"})
MEASURED = wordset(
    "销量 营收 营业收入 收入 净利润 利润 毛利率 产能 市值 股价 估值 用户 用户数 销售额 员工 资产 资产总额 净亏损 归母净利润 营业额 年营业额 年营收 注册用户 首日市值 会员 门店 出货量 交付量 市占率 市场份额 订单 募集资金 产量 营业额"
)


class Told(NamedTuple):
    """Who a clause may leave unsaid: the subject carried over, the last person, the last company."""

    subject: str = ""
    person: str = ""
    company: str = ""
    named: bool = False  # whether the clause names its subject itself


def headline(
    clause: Clause, cast: Cast, told: Told, following: Clause | None = None, topic: Clause | None = None
) -> str:
    """The headline of a clause.

    `following` is what it announces after a colon or a comma; `topic` the nouns of a clause before
    it that are its subject (几句寒暄，被做成了视频).
    """
    words = _told(clause, cast, told)
    if topic:
        words = [*_last_noun(_told(topic, cast, told)), *words]
    elif words and (owner := _owner(words, clause, cast, told)):
        words = [Word(-1, -1, owner, "N"), *words]
    if following:
        words = _announcing(words, clause) + _told(following, cast, told)
    return joined(shortened(words, clause.main))


def _owner(words: Sequence[Word], clause: Clause, cast: Cast, told: Told) -> str:
    """The subject to put before words that lack one; "" if they don't, or nobody knows."""
    if told.named and not told.subject:
        return cast.company if _is_measure(words) else ""
    if told.subject:
        lacks = _headless(words) or _is_measure(words)
        return told.subject if (lacks or told.named) and not words[0].text.startswith(told.subject) else ""
    ours = clause.action is None or clause.action.act not in _NOBODYS
    return cast.company if (ours and _headless(words)) or _is_measure(words) else ""


def supplemented(name: str, clause: Clause, cast: Cast, told: Told) -> str:
    """The headline with a figure from the next clause, where both fit; else as it was."""
    words = [word for word in _told(clause, cast, told) if word.text not in ("是", "为")]
    addition = joined(words)
    together = f"{name}，{addition}"
    plain = re.search(r"\d", addition) and len(addition) >= 5 and not re.search(r"[“”《》：:？！]", addition)
    return together if plain and len(together) <= LIMIT and not starts_badly(addition) else name


def _told(clause: Clause, cast: Cast, told: Told) -> list[Word]:
    """The clause's words, lean and with its pronouns resolved."""
    words = _turned(_chored(_without_lead(_pivot(undated(clause)), clause)), clause)
    return _lean(_resolved(words, cast, told), clause.main)


def _pivot(words: list[Word]) -> list[Word]:
    """正是这些考问指引我们确立… → 我们确立…: whoever was led to act is the subject."""
    for index, word in enumerate(words[:8]):
        following = words[index + 1] if index + 1 < len(words) else None
        if (
            word.text in CAUSATIVES
            and following
            and following.tag in "RN"
            and (following.text in FIRST_PERSON_PLURAL or following.text in FIRST_PERSON)
        ):
            return words[index + 1 :]
    return words


def _chored(words: list[Word]) -> list[Word]:
    """我花时间最多的事就是准备… → 我准备…; 上任第一件事就是砍掉… → 砍掉…."""
    for index, word in enumerate(words):
        if (
            word.text in ("就是", "便是", "是")
            and 0 < index < len(words) - 1
            and words[index - 1].text in _CHORES
        ):
            subject = (
                words[:1]
                if words[0].text in FIRST_PERSON | FIRST_PERSON_PLURAL | THIRD_PERSON
                or (words[0].tag == "N" and index > 4)
                else []
            )
            return [*subject, *words[index + 1 :]]
    return words


def _turned(words: list[Word], clause: Clause) -> list[Word]:
    """Clauses that are no sentence as they stand, made into one.

    推送的系统 → 推送系统; 距首款车发布21个月 → 首款车发布; 经过85场拜访、… → 进行85场拜访;
    华岳最困难的时候 → 华岳最困难时期.
    """
    verb = clause.main
    if inner := _told_of(clause):
        return inner
    if (inner := _defined(clause)) or (inner := _passive(words, clause)):
        return inner
    if (cleft := _place_of_cleft(words)) >= 0:
        return words[:cleft] + words[cleft + 1 :]
    if described := _described(words, clause):
        return described
    then = next(
        (index for index, word in enumerate(words) if word.text in ("那天", "当天", "那年", "当年", "当日")),
        -1,
    )
    if 0 <= then < len(words) - 2 and verb in words[then:]:
        words = words[then + 1 :]
    place = next((index for index, word in enumerate(words) if word == verb), -1)
    head = next((index for index, word in enumerate(words) if word.text == "的"), -1) + 1
    if (
        words
        and words[0].tag == "V"
        and is_attributive(words, 0)
        and 1 < head < place
        and len(joined(words[head:])) >= 8
    ):
        words, place = words[head:], place - head
    first = next((word for word in clause.words if word.tag not in "TXDR"), None)
    if first and first.text in ("经过", "历经") and words and words[0].tag in "PMC":
        stop = next((index for index, word in enumerate(words) if word.text == "、"), len(words))
        words = [word for word in words[:stop] if word.text not in ("经过", "历经")]
        return [Word(clause.start, clause.start, "进行", "V"), *words]
    if place >= 0 and any(word.text in ("距", "距离") for word in clause.words[: clause.verb]):
        return words[: place + 1]
    if (
        0 <= place < len(words) - 2
        and words[place + 1].text == "的"
        and not any(w.tag == "V" for w in words[place + 2 :])
    ):
        return words[: place + 1] + words[place + 2 :]
    if clause.temporal and words and words[-1].text in ("困难", "艰难", "危急", "辉煌"):
        return [*words, Word(words[-1].end, words[-1].end, "时期", "N")]
    return words


def _place_of_cleft(words: Sequence[Word]) -> int:
    """Where the 是 of a cleft stands (许岚是2014年创办华岳的), which a headline does without; else -1."""
    for index, word in enumerate(words[:-1]):
        if word.text == "是" and index and words[index + 1].tag in "VP":
            return index
    return -1


def _described(words: list[Word], clause: Clause) -> list[Word]:
    """2011年启用的二厂是转型的关键 → 二厂启用: the dated step is in the attribute."""
    if clause.main is None or clause.main.text not in ("是", "就是", "成为", "成了") or len(words) < 4:
        return []
    first = next((index for index, word in enumerate(clause.words) if word.tag == "T"), len(clause.words))
    if (
        words[0].tag != "V"
        or words[1].text != "的"
        or words[0].start < clause.words[min(first, len(clause.words) - 1)].start
    ):
        return []
    stop = next((index for index, word in enumerate(words) if word == clause.main), len(words))
    return [*words[2:stop], words[0]] if stop > 2 else []


def _told_of(clause: Clause) -> list[Word]:
    """是对过去一年车主分享的写照 → 车主分享: what the noun before which 的 stands is a picture of."""
    words = clause.words
    place = next((index for index, word in enumerate(words) if word.tag == "T"), -1)
    last = max((index for index, word in enumerate(words) if word.text == "的"), default=-1)
    if (
        place < 1
        or words[place - 1].text not in ("对", "是对")
        or not place + 2 < last < len(words) - 1
        or clause.verb > last
    ):
        return []
    return list(words[place + 1 : last])


def _defined(clause: Clause) -> list[Word]:
    """前身是1985年建成投产的啤酒厂 → 啤酒厂建成投产; 这是2019年公司推出的首款车 → 公司推出首款车."""
    words = clause.words
    if (
        clause.main is None
        or clause.main.text not in ("是", "就是", "为")
        or clause.verb + 1 >= len(words)
        or words[clause.verb + 1].tag != "T"
    ):
        return []
    last = max((index for index, word in enumerate(words) if word.text == "的"), default=-1)
    middle, tail = (
        list(words[clause.verb + 2 : last]),
        [word for word in words[last + 1 :] if word.tag != "X"],
    )
    if last < 0 or not tail or not any(word.tag == "V" for word in middle):
        return []
    return [*tail, *middle] if middle[0].tag == "V" else [*middle, *tail]


def _passive(words: list[Word], clause: Clause) -> list[Word]:
    """监管局因贷款…对本行罚款320万元 → 本行被罚款320万元."""
    if not clause.action or clause.action.act != "sanction" or clause.main is None:
        return []
    target = next(
        (
            index
            for index, word in enumerate(words)
            if word.text in FIRST_PERSON_PLURAL and index and words[index - 1].text == "对"
        ),
        -1,
    )
    if target < 0 or words[target].start > clause.main.start:
        return []
    rest = [word for word in words[target + 1 :] if word.tag != "P"]
    return [words[target], Word(-1, -1, "被", "P"), *rest] if rest else []


def _announcing(words: list[Word], clause: Clause) -> list[Word]:
    """宣布：…, 说了一句话：…, 迎来最重大的决定：… → up to the verb, which 决定 may replace."""
    verb = clause.main
    if words and words[-1].text in ("决定", "决策"):
        first = next((index for index, word in enumerate(words) if word.tag == "V"), 0)
        subject = words[:first]
        return [*subject, words[-1]._replace(text="决定", tag="V")]
    kept = [word for word in words if verb is None or word.start <= verb.start]
    if clause.colon and clause.action and clause.action.act in _SAYING and verb:
        kept.append(Word(verb.end, verb.end, "：", "X"))
    return kept


def _last_noun(words: list[Word]) -> list[Word]:
    """The head of a noun phrase: what follows its last 的, without a count."""
    start = max((index + 1 for index, word in enumerate(words) if word.text == "的"), default=0)
    return [word for word in words[start:] if word.tag in "NQAV"]


def undated(clause: Clause) -> list[Word]:
    """The words without the dates, what belongs to them, and brackets; durations told of stay."""
    kept: list[Word] = []
    after_time = opened = False
    for index, word in enumerate(clause.words):
        if word.tag == "B":
            continue
        if word.tag == "T" and not _is_told(clause, index):
            opened = bool(kept) and kept[-1].text in ("从", "自", "自从", "始自")
            while kept and (kept[-1].text in TIME_BEFORE or kept[-1].text == "的"):
                kept.pop()
            if len(kept) > 1 and kept[-1].text in ("初创", "创业", "创办", "开局"):
                kept.pop()
            if kept and kept[-1].text in ("将在", "将于", "拟在", "拟于", "定于"):
                kept[-1] = kept[-1]._replace(text=kept[-1].text[0] if kept[-1].text != "定于" else "将")
            after_time = True
            continue
        if after_time and word.text == "度":
            continue
        if after_time and (
            (word.text in TIME_AFTER and (opened or word.text != "开始")) or word.text in "的，,、"
        ):
            continue
        after_time = False
        kept.append(word._replace(text=re.sub(r"\s+", "", word.text)) if word.tag == "T" else word)
    return kept


def _is_told(clause: Clause, index: int) -> bool:
    """Whether a time word is what the clause is about: 走了两年, 成立十周年, 连续五个月."""
    word = clause.words[index]
    before = clause.words[index - 1].text if index else ""
    if _ANNIVERSARY.search(word.text) or before in ("连续", "跟", "与", "和", "比", "较"):
        return True
    if clause.action and clause.action.act in ("sale", "unveil", "list", "deliver", "rolloff"):
        return False
    if clause.verb < 0 or index <= clause.verb:
        return False
    return any(time.start == word.start and time.timex.type == "DURATION" for time in clause.times)


def _without_lead(words: list[Word], clause: Clause) -> list[Word]:
    start = 0
    while start < len(words) and _leads(words, start, clause):
        start += 1
    words = words[start:]
    while words and (words[-1].tag == "X" or words[-1].text in ENDINGS):
        if words[-1].text == "了" and len(words) <= 3:
            break
        words = words[:-1]
    return words


def _leads(words: Sequence[Word], index: int, clause: Clause) -> bool:
    """Whether a headline does without this first word: a connective, 当, 距, 里面是, 一款."""
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else None
    if (
        word.tag in "XU"
        or word.text in CONNECTIVES
        or (word.text in FILLERS and word.text not in KEPT_ADVERBS)
    ):
        return True
    if following is None:
        return False
    if word.text in ("当", "直到", "等到", "待", "自从") and (clause.temporal or clause.subordinate):
        return True
    if word.text in ("那", "这") and following.text == "是":
        return True
    if word.text in ("是", "就是", "而是", "便是"):
        return following.tag in "VNR"
    return word.text in _OPENERS


def stands_alone(words: Sequence[Word], index: int) -> bool:
    """Whether 公司 is a pronoun there, not a part of 半导体公司 or 这家公司."""
    if words[index].text not in ("公司", "集团"):
        return True
    before = words[index - 1] if index else None
    following = words[index + 1] if index + 1 < len(words) else None
    if following is not None and following.text in ("法", "章程", "们"):
        return False
    return (
        before is None
        or before.tag in "PCXDF"
        or (before.tag == "V" and before.text not in ("上市", "合资", "控股"))
    )


def _resolved(words: list[Word], cast: Cast, told: Told) -> list[Word]:
    """Pronouns become the names they stand for, or go."""
    result: list[Word] = []
    skip = -1
    for index, word in enumerate(words):
        if index <= skip:
            continue
        following = words[index + 1] if index + 1 < len(words) else None
        name = _stands_for(word.text, cast, told) if stands_alone(words, index) else None
        if name is None:
            result.append(word)
            continue
        if word.text in ("这", "那", "这一", "那一", "此", "该"):
            skip = index + 1 if following and following.tag == "M" and len(following.text) == 1 else skip
            continue
        if following and following.text in ("自己", "本人", "自身"):
            skip = index + 1
            following = words[index + 2] if index + 2 < len(words) else None
        possessive = following is not None and following.text == "的"
        if possessive and (result or not name):
            skip = max(skip, index) + 1  # 启动了我们的计划 → 启动计划
        if name and (
            not result
            or (result[-1].tag in "PCV" and not possessive and name not in "".join(w.text for w in result))
        ):
            result.append(word._replace(text=name, tag="N"))
        elif (
            not name
            and result
            and (result[-1].tag in "PC" or result[-1].text in ("对", "向", "给", "与", "为"))
            and not possessive
        ):
            result.pop()
    return result


def _stands_for(text: str, cast: Cast, told: Told) -> str | None:
    """The name behind a pronoun; "" if unknown; None if the word is no pronoun."""
    if text in ("公司", "集团"):
        return told.company or cast.company
    if text in FIRST_PERSON_PLURAL:
        return cast.company
    if text in FIRST_PERSON:
        return cast.author
    if text in ("他", "她"):
        return told.person
    if text in THIRD_PERSON:
        return told.company
    return None


def _lean(words: list[Word], verb: Word | None) -> list[Word]:
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
            continue
        if _is_padding(word, kept, following, verb, len(words)):
            continue
        kept.append(word)
    return kept


def _is_padding(
    word: Word, kept: Sequence[Word], following: Word | None, verb: Word | None, length: int
) -> bool:
    if word == verb:
        return False
    if word.text == "在" and following is not None and following == verb and kept and kept[-1].tag in "ND":
        return True
    if word.text in ("了", "着"):
        return not (following is not None and following.tag == "T") and not (
            following is None and length <= 3
        )
    if word.tag == "M":
        article = (
            _ARTICLES.search(word.text)
            and kept
            and kept[-1].tag in "VNPD"
            and kept[-1].text not in ("最后", "每", "这", "第", "首", "唯", "又", "再")
        )
        return bool(article and following is not None and following.tag in "NAVQPDF") or word.text in (
            "一些",
            "一种",
            "这一",
            "一系列",
            "一句话",
        )
    return word.text in FILLERS and word.text not in KEPT_ADVERBS and word.tag in "DCRUPAVN"


def _headless(words: Sequence[Word]) -> bool:
    """Whether the subject is missing: the words begin with what a subject would do."""
    if words[0].tag == "V" and is_attributive(words, 0):
        return False
    return words[0].tag in "VPD" or words[0].text in KEPT_ADVERBS


def _is_measure(words: Sequence[Word]) -> bool:
    """Whether a headline begins with what is measured, and does not say of whom."""
    return bool(words) and "".join(word.text for word in words[:2]).startswith(tuple(MEASURED))


def starts_badly(name: str) -> bool:
    """Whether a headline begins with what no headline begins with."""
    if (
        not name
        or name[0] in "我他她它这那其是，、）”"
        or not re.search(r"[一-鿿A-Za-z]{2}", re.sub(r"[万亿千百十台辆个家元人名倍]", "", name))
    ):
        return True
    return any(
        name.startswith(word)
        for word in ("当时", "因为", "咱们", "本人", *SUBORDINATE)
        if len(word) > 1 and not name.startswith("得益于")
    )
