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


_SOMEBODY = frozenset({"他", "她", "我", "我们"})
# Verbs after which 公司 is a kind of firm.
_KINDS_OF_FIRM = wordset(
    "上市 合资 控股 发行 投资 制造 运营 经营 管理 贸易 设计 开发 生产 创业 销售 保险 服务 咨询 代工"
)


def stands_alone(words: Sequence[Word], index: int) -> bool:
    """Whether 公司 is a pronoun there, not a part of 半导体公司 or 这家公司."""
    if words[index].text not in ("公司", "集团"):
        return True
    if any(word.tag == "M" and word.text.endswith(("家", "间")) for word in words[max(0, index - 3) : index]):
        return False  # 注册了一家快递公司
    before = words[index - 1] if index else None
    following = words[index + 1] if index + 1 < len(words) else None
    if following is not None and following.text in (
        "法",
        "章程",
        "们",
        "史",
        "制",
        "治理",
        "债",
        "债券",
        "名称",
    ):
        return False
    if before is not None and before.text in (
        "不少",
        "许多",
        "很多",
        "部分",
        "一些",
        "各",
        "多家",
        "有的",
        "暂无",
        "没有",
        "共有",
        "无",
        "有",
    ):
        return False
    return (
        before is None
        or before.tag in "PCXDF"
        or before.text in ("该", "了")
        or (
            before.tag == "V"
            and (len(before.text) > 1 or before.text in "让使给令带")
            and before.text not in _KINDS_OF_FIRM
        )
    )


def _points_ahead(words: Sequence[Word], index: int) -> bool:
    """Whether 这家 only opens the description of what comes after 的: 这家靠修船起家的企业."""
    after = words[index + 1 : index + 10]
    if (
        words[index].text not in ("这家", "那家", "这款", "那款", "该")
        or not after
        or after[0].tag not in "PV"
    ):
        return False
    place = next((i for i, word in enumerate(after) if word.text == "的"), len(after))
    return place + 1 < len(after) and after[place + 1].tag in "NA"


def _means_the_firm(word: Word, following: Word | None) -> bool:
    """Whether 企业, where a clause begins, is the firm that is told of: 企业|年产值突破…; not 企业|更名."""
    figures = ("产值", "收入", "利润", "销售额")
    return word.text == "企业" and following is not None and following.text.endswith(figures)


def resolved(words: list[Word], cast: Cast, told: Told) -> list[Word]:
    """Pronouns become the names they stand for, or go."""
    result: list[Word] = []
    skip = -1
    for index, word in enumerate(words):
        if index <= skip:
            continue
        following = words[index + 1] if index + 1 < len(words) else None
        if not result and _means_the_firm(word, following) and told.company:
            word = word._replace(text="公司")
        pronoun = stands_alone(words, index) and not _points_ahead(words, index)
        name = _stands_for(word.text, cast, told) if pronoun else None
        if name and word.text in ("他", "她") and any(later.text == name for later in words[index + 1 :]):
            name = ""  # 他就是远道而来的苏遥
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
        his = possessive and word.text in ("他", "她") and bool(result) and result[-1].tag == "V"
        led = (
            bool(result)
            and result[-1].tag == "V"
            and not possessive
            and following is not None
            and following.tag in "VD"
        )
        if not name and (
            (not possessive and not result and word.text in ("他", "她"))
            or (led and word.text in _SOMEBODY)
            or his
        ):
            result.append(word._replace(tag="N"))  # 他当过工人, 邀请我担任董事: whoever that is
            continue
        described = (
            bool(result) and result[-1].text == "的" and name and word.text in ("他", "她", *FIRST_PERSON)
        )
        if described and all(before.tag in "MNAUVD" for before in result):
            result.clear()  # 25岁的他
        if possessive and (result or not name):
            skip = max(skip, index) + 1  # 启动了我们的计划 → 启动计划
        if name and (
            not result
            or (
                (
                    result[-1].tag in "PCV"
                    or (result[-1].text in ("了", "过") and word.text in FIRST_PERSON_PLURAL)
                )
                and not possessive
                and name not in "".join(w.text for w in result)
            )
        ):
            result.append(word._replace(text=name, tag="N"))
        elif (
            not name
            and result
            and (result[-1].tag in "PC" or result[-1].text in ("对", "向", "给", "与", "为"))
            and not possessive
        ):
            result.pop()
            skip = index + 1 if following and following.text == "来" else skip
    return result


def _person_told(told: Told, cast: Cast) -> str:
    """The subject carried over, if it may be a person's name."""
    name = told.subject.rpartition("的")[2]  # 年过70的苏遥
    firm = cast.is_company(name) or name in cast.others or name.endswith(("公司", "集团", "厂", "店", "行"))
    return name if 2 <= len(name) <= 4 and not firm and tag_of(name)[:2] in ("", "nr") else ""


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
    if text in THIRD_PERSON:
        return told.company
    return None
