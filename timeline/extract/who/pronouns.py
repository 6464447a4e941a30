"""Pronouns of a headline: the names they stand for, or nothing."""

from collections.abc import Sequence
from typing import NamedTuple

from timeline.extract.language.words import Word, tag_of
from timeline.extract.who.entities import Cast
from timeline.lexicon.grammar import FIRST_PERSON, FIRST_PERSON_PLURAL, THIRD_PERSON, wordset


class Told(NamedTuple):
    """Who a clause may leave unsaid: the subject carried over, the last person, the last company.

    `topic` is the last subject that has a name: whom a sentence without a subject goes on about
    where the sentence before it was about something else.
    """

    subject: str = ""
    person: str = ""
    company: str = ""
    named: bool = False  # whether the clause names its subject itself
    topic: str = ""
    pair: tuple[str, str] = ("", "")  # the two last named: 前者, 后者
    both: str = ""  # the two that last did something together: 双方


_SOMEBODY = frozenset({"他", "她", "我", "我们"})
_POINTERS = frozenset({"这", "那", "这一", "那一", "此", "该"})
# Verbs after which 公司 is a kind of firm.
_KINDS_OF_FIRM = wordset(
    "上市 合资 控股 发行 投资 制造 运营 经营 管理 贸易 设计 开发 生产 创业 销售 保险 服务 咨询 代工"
)
_OF_ANY_FIRM = wordset("法 章程 们 史 制 治理 债 债券 名称")  # 公司法, 公司章程
_SOME = wordset("不少 许多 很多 部分 一些 各 多家 有的 暂无 没有 共有 无 有")
_OPENING = frozenset({"这家", "那家", "这款", "那款", "该"})
_FIGURES = ("产值", "收入", "利润", "销售额")


def _at(words: Sequence[Word], index: int) -> Word | None:
    return words[index] if index < len(words) else None


def stands_alone(words: Sequence[Word], index: int) -> bool:
    """Whether 公司 is a pronoun there, not a part of 半导体公司 or 这家公司."""
    if words[index].text not in ("公司", "集团"):
        return True
    following = _at(words, index + 1)
    if following and following.text in _OF_ANY_FIRM:
        return False
    if any(word.tag == "M" and word.text.endswith(("家", "间")) for word in words[max(0, index - 3) : index]):
        return False  # 注册了一家快递公司
    if not index:
        return True
    before = words[index - 1]
    if before.text in _SOME:
        return False
    does = before.tag == "V" and (len(before.text) > 1 or before.text in "让使给令带")
    return (
        (does and before.text not in _KINDS_OF_FIRM) or before.tag in "PCXDF" or before.text in ("该", "了")
    )


def _points_ahead(words: Sequence[Word], index: int) -> bool:
    """Whether 这家 only opens the description of what comes after 的: 这家靠修船起家的企业."""
    after = words[index + 1 : index + 10]
    if words[index].text not in _OPENING or not after or after[0].tag not in "PV":
        return False
    place = next((i for i, word in enumerate(after) if word.text == "的"), len(after))
    return place + 1 < len(after) and after[place + 1].tag in "NA"


def resolved(words: list[Word], cast: Cast, told: Told) -> list[Word]:
    """Pronouns become the names they stand for, or go."""
    result: list[Word] = []
    last = -1
    for index, word in enumerate(words):
        if index <= last:
            continue
        following = _at(words, index + 1)
        if word.text == "企业" and not result and told.company and following:
            # 企业|年产值突破…, but not 企业|更名
            word = word._replace(text="公司" if following.text.endswith(_FIGURES) else word.text)
        pronoun = stands_alone(words, index) and not _points_ahead(words, index)
        name = _stands_for(word.text, cast, told) if pronoun else None
        if name and word.text in ("他", "她") and any(later.text == name for later in words[index + 1 :]):
            name = ""  # 他就是远道而来的苏遥
        if name is None:
            result.append(word)
        else:
            last = _replace(result, words, index, name)
    return result


def _replace(result: list[Word], words: Sequence[Word], index: int, name: str) -> int:
    """Puts a pronoun's name after the words so far, or nothing; the last index that it takes."""
    word, following, last = words[index], _at(words, index + 1), index
    if word.text in _POINTERS:
        return index + 1 if following and following.tag == "M" and len(following.text) == 1 else index
    if following and following.text in ("自己", "本人", "自身"):
        last, following = index + 1, _at(words, index + 2)
    possessive = following is not None and following.text == "的"
    if not name and _is_somebody(result, word, following):
        result.append(word._replace(tag="N"))  # 他当过工人, 邀请我担任董事: whoever that is
        return last
    described = name and word.text in ("他", "她", *FIRST_PERSON) and result and result[-1].text == "的"
    if described and all(before.tag in "MNAUVD" for before in result):
        result.clear()  # 25岁的他
    before = result[-1] if result else None
    his = before is not None and before.text == "对" and word.text in ("他", "她")
    if possessive and (result or not name) and not (his and name):
        last += 1  # 启动了我们的计划 → 启动计划; but 宣布对|苏遥的判决
    if his and possessive:
        result[-1:] = [result[-1], word._replace(text=name, tag="N")] if name else []
    elif name:
        done = before is not None and before.text in ("了", "过") and word.text in FIRST_PERSON_PLURAL
        governed = before is not None and (before.tag in "PCV" or done) and not possessive
        if not before or (governed and name not in "".join(w.text for w in result)):
            result.append(word._replace(text=name, tag="N"))
    elif before and not possessive and (before.tag in "PC" or before.text in ("对", "向", "给", "与", "为")):
        if before.text in ("把", "将", "被"):
            return last  # 把|他经营的工厂卖掉, 被|他收购
        result.pop()
        return index + 1 if following and following.text == "来" else last
    return last


def _is_somebody(result: Sequence[Word], word: Word, following: Word | None) -> bool:
    """Whether a pronoun without a name acts, or owns what is acted on, so that the title needs it."""
    possessive = following is not None and following.text == "的"
    person = word.text in ("他", "她")
    if not result:
        return person and not possessive
    if possessive:
        return person and result[-1].tag == "V"
    leads = following is not None and following.tag in "VD"
    return result[-1].tag == "V" and leads and word.text in _SOMEBODY


def _person_told(told: Told, cast: Cast) -> str:
    """The subject carried over, if it may be a person's name."""
    name = told.subject.rpartition("的")[2]  # 年过70的苏遥
    firm = cast.is_company(name) or name in cast.others or name.endswith(("公司", "集团", "厂", "店", "行"))
    return name if 2 <= len(name) <= 4 and not firm and tag_of(name)[:2] in ("", "nr") else ""


def of_the_two(text: str, told: Told) -> str | None:
    """The name behind 前者, 后者 or 双方; None if that is unknown, or the word none of them."""
    names = {"前者": told.pair[0], "后者": told.pair[1], "双方": told.both}
    return names.get(text) or None


def _stands_for(text: str, cast: Cast, told: Told) -> str | None:
    """The name behind a pronoun; "" if unknown; None if the word is no pronoun."""
    if text in ("公司", "集团"):
        other = told.subject.endswith(("公司", "集团")) and not cast.is_company(told.subject)
        return told.subject if other else told.company or cast.company or text
    if text in FIRST_PERSON_PLURAL:
        return cast.we
    if text in FIRST_PERSON:
        return cast.author
    if text in ("他", "她"):
        return told.person or _person_told(told, cast)
    if text in ("前者", "后者", "双方"):
        return of_the_two(text, told)
    if text in THIRD_PERSON:
        return told.company
    return None
