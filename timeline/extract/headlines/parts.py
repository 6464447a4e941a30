"""What a headline that is too long can do without: stretches of its words, each with what its loss costs."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.extract.language.predicates import is_attributive
from timeline.extract.language.words import Word, tag_of
from timeline.lexicon.actions import ACTIONS, LIGHT
from timeline.lexicon.grammar import KEPT_ADVERBS, PLANS, wordset


class Part(NamedTuple):
    """words[start:end], in whose place `instead` may stand; `cost` is what a reader misses, 0 for nothing."""

    start: int
    end: int
    cost: float
    instead: str = ""


PROPER = ("nr", "nz", "nt", "nrt")
# What each preposition's phrase is worth before the verb: why and how go first, with whom and by whom last.
_PHRASES = (
    dict.fromkeys(wordset("因 因为 由于 为 为了 以 通过 按 按照 根据 依 依据 凭 凭借 经 据 随 随着"), 1.5)
    | dict.fromkeys(wordset("与 和 同 跟 由"), 5.0)
    | dict.fromkeys(wordset("被 把 将 给"), 0.0)
)
_PLACE = 2.0
_KINDS = ("公司", "企业", "平台", "厂商", "品牌", "机构", "服务商", "供应商", "制造商", "巨头", "龙头")
_FORMS = wordset("有限公司 有限责任公司 股份有限公司 控股有限公司 股份公司")
_RENAMES = wordset("更名 更名为 改名 改名为 变更为 改制为 整体变更 名为 分割 改组为")
_JOINTS = wordset("、 和 及 以及 与 并 而 并且 或 或者")
_THIS = wordset("这个 那个 这家 那家 这款 那款 这种 该 这 那 此 这一 那一 这座 这位 这项")
_STATES = wordset("为 拥有 成为 是 有")
_ABOUT = wordset("超过 超 近 约 逾 为 达")
_WITH = wordset("与 和 同 跟")
_PLACES = wordset("在 于 从 自 对 关于")
# Nouns that say nothing without what is said of them, and words that are only true with it: 第一家|…的|公司.
_VAGUE = wordset(
    "目标 协议 规定 决定 公司 企业 项目 建议 计划 任务 工作 活动 核心 问题 产品 提案 议案 合同 机会 时代 时期 人 者 之一 判决 贡献 荣誉"
)
_ONLY = ("第一", "首", "唯一", "最", "第二", "第三")


def parts_of(words: Sequence[Word], verb: Word | None) -> list[Part]:
    """All that may go, none with the main verb in it; they may lie within one another."""
    place = next((i for i, word in enumerate(words) if word == verb), len(words))
    readers = (_lists, _forms, _kinds, _phrases, _attributes, _adverbs)
    found = (part for reader in readers for part in reader(words, place))
    return [part for part in found if not part.start <= place < part.end]


def first_step(words: list[Word], verb: Word | None) -> list[Word]:
    """委派林岫担任董事|并选派其为董事长: one step is one headline."""
    for index, word in enumerate(words[:-1]):
        following = words[index + 1]
        acted = any(before.tag == "V" for before in words[:index])
        again = verb is not None and verb in words[:index] and following.text == verb.text
        if index > 3 and acted and word.text in ("并", "并且", "而且") and following.tag in "VD":
            return words[:index]
        if acted and word.text in ("及", "以及", "、") and again:
            return words[:index]  # 收购甲70%股份|及收购乙的选择权
        of = any(later.text == "的" for later in words[index:])
        if acted and word.text == "、" and words[index - 1].tag == "M" and following.tag != "M" and not of:
            return words[:index]  # 跃升至11.54亿元|、门店数扩张至465家
    return words


def _lists(words: Sequence[Word], place: int) -> Iterator[Part]:
    """华北|、华东、华南|等地; 甲公司|和乙公司|设立… → 甲公司等设立…; 有5070家|、6352家|加盟店."""
    index = 1
    while index < len(words) - 1:
        if words[index].text not in _JOINTS or words[index - 1].tag not in "NQAM" or words[index].tag == "P":
            index += 1
            continue
        start = index
        while index < len(words) and words[index].text in _JOINTS:
            index = _end_of_item(words, index + 1, words[start - 1].tag == "M", place)
        many = words[start].text == "、"
        bare = words[start - 1].tag == "M" and words[start - 1].text[-1].isdigit()
        following = words[index].text if index < len(words) else ""
        if index == start + 1 or bare or following == "的":
            continue  # 827、2098、1628家
        instead = "等" if following and following != "等" and words[start - 1].tag in "NQA" else ""
        yield Part(start, index, 1.0 if following == "等" else 1.5 if many else 3.0, instead)


def _end_of_item(words: Sequence[Word], start: int, counted: bool, place: int) -> int:
    """Where a member of a row ends: nouns, or one number where numbers are in a row."""
    if counted and words[start : start + 1] and words[start].tag == "M":
        return start + 1
    end = start
    while end < len(words) and end != place and (words[end].tag in "NQAMF" or _named(words, end)):
        end += 1
    return end


def _named(words: Sequence[Word], index: int) -> bool:
    """Whether a verb is only a part of a member of a row: 油|浸|变压器, 、刑拘、入狱|等."""
    after = words[index + 1].text if index + 1 < len(words) else ""
    inner = len(words[index].text) == 1 and words[index].text not in ACTIONS
    return words[index].tag == "V" and (
        after in _JOINTS or after == "等" or inner or is_attributive(words, index)
    )


def _forms(words: Sequence[Word], place: int) -> Iterator[Part]:
    """临海动力|股份有限公司|51%的股权; where something is renamed or changes its form, the form is the news."""
    if any(word.text in _RENAMES for word in words):
        return
    for index, word in enumerate(words[:-1]):
        start = index - (words[index - 1].text == "股份")
        if index and word.text in _FORMS and words[start - 1].tag == "N":
            yield Part(start, index + 1, 0.4)


def _kinds(words: Sequence[Word], place: int) -> Iterator[Part]:
    """领投|医疗互联网公司|禾岫: a name needs no kind."""
    for index, word in enumerate(words[:-1]):
        following = words[index + 1]
        named = following.tag == "N" and (
            len(following.text) == 1 or following.text.isascii() or tag_of(following.text) in ("", *PROPER)
        )
        if not named or not word.text.endswith(_KINDS):
            continue
        start = index
        while start and words[start - 1].tag in "NA" and start - 1 != place:
            start -= 1
        if start < index and (not start or start - 1 == place or words[start - 1].tag in "PVCX"):
            yield Part(start, index + 1, 0.8)


def _phrases(words: Sequence[Word], place: int) -> Iterator[Part]:
    """Prepositional phrases before the main verb: 在临海, 因…而, 与…."""
    for start, word in enumerate(words[:place]):
        cost = _PHRASES.get(word.text, _PLACE)
        end = _end_of_phrase(words, start, place) if word.tag == "P" and cost else 0
        if start + 1 < end <= place < len(words):
            yield Part(start, end, cost)


def _end_of_phrase(words: Sequence[Word], start: int, place: int) -> int:
    """Where what a preposition leads to ends: 在杂志评选的榜单|中, 因业务萎缩|而."""
    if words[start].text in ("因", "因为", "由于", "为", "为了"):
        so = next((i for i in range(start, place) if words[i].text == "而"), -1)
        return so + 1 if so > 0 else place
    if words[start].text == "在":
        ends = [i for i in range(start + 1, place) if words[i].tag == "F" and words[i].text in "中里上内后下"]
        if ends:
            return ends[0] + 1
    end = start + 1
    while end < place and (words[end].tag != "P" or (words[end].text == "与" and words[end - 1].tag == "N")):
        joins = words[end + 1].text in ("和", "及", "与") if end + 1 < len(words) else False
        named = end + 2 == place < len(words) and words[end + 1].tag == "N"
        if words[end].tag == "V" and not (is_attributive(words, end) or joins or named):
            break
        if words[end].tag == "D" and end > start + 1:
            break
        end += 1
    return end


def _attributes(words: Sequence[Word], place: int) -> Iterator[Part]:
    """What stands before a noun with 的; a number of shares alone, where it is told of whom they are."""
    for stop, word in enumerate(words[1:-1], 1):
        if word.text != "的":
            continue
        held = words[stop + 1].text
        if words[stop - 1].tag == "M" and held in ("股份", "股权", "股票"):
            yield Part(stop - 1, stop + 1, 2.0)
            continue
        start = _start_of_attribute(words, stop, place)
        if start < stop:
            yield Part(start, stop + 1, 2.5 + _needed(words, start, stop))
        if words[stop - 1].tag in "NQA" and words[stop + 1].tag in "NQA":
            yield Part(stop, stop + 1, 2.2)  # the particle alone
        if start and words[start - 1].text in ("成为", "是") and words[stop - 1].tag in "NM":
            yield Part(stop, len(words), 2.0)  # 成为打入海外市场第一人|的制造商


def _needed(words: Sequence[Word], start: int, stop: int) -> float:
    """What an attribute costs more: 第一家|…的|公司 is another thing without it, 的|目标 nothing."""
    end = next((i for i in range(stop + 1, len(words)) if words[i].tag not in "NQAM"), len(words))
    only = any(word.text.startswith(_ONLY) for word in words[max(0, start - 1) : end])
    return 7.0 if only or (end == stop + 2 and words[stop + 1].text in _VAGUE) else 0.0


def _start_of_attribute(words: Sequence[Word], stop: int, place: int) -> int:
    """Where the attribute that ends in the 的 at `stop` begins."""
    this = next(
        (i for i in range(stop - 1, 0, -1) if words[i].text in _THIS and (i > place or stop < place)), 0
    )
    if this:
        return this  # 关注|这家靠修船起家的|企业
    start, acts = stop, False
    while start > 0 and start - 1 != place:
        word, after = words[start - 1], words[start]
        of_number = word.text in _ABOUT and after.tag == "M"
        if word.text in _STATES and not of_number:
            break
        led = start > 1 and words[start - 2].tag == "P"  # 靠|修理|拖拉机起家的
        within = of_number or led or _named(words, start - 1)
        if word.tag == "V" and (not within or (start > 1 and _takes_a_verb(words[start - 2]))):
            break  # 开始|主持|某课题的|研究
        if word.tag == "P" and not (acts or of_number or (start > place and word.text in _PLACES)):
            break  # 与|禾川旗下的|厂: it leads to the noun
        if word.text == "的" or (word.tag in "XUB" and word.text not in ("、", "等", "所")):
            break
        acts = acts or word.tag == "V"
        start -= 1
        if word.text == "经" or (word.tag == "P" and not of_number and word.text not in _WITH):
            break
    return start


def _takes_a_verb(word: Word) -> bool:
    """Whether what follows a verb may be another: 开始|主持…, 宣布|收购…, 计划|投资…."""
    action = ACTIONS.get(word.text)
    return word.tag == "D" or (word.tag == "V" and action is not None and action.act in LIGHT)


def _adverbs(words: Sequence[Word], place: int) -> Iterator[Part]:
    """How the step was taken: 迟迟, 接连, 突然; not whether."""
    for index, word in enumerate(words[: min(place, len(words) - 1)]):
        told = word.text in KEPT_ADVERBS | PLANS or word.text in ACTIONS or word.text[0] in "被不未没无难险"
        if index and word.tag == "D" and len(word.text) > 1 and words[index + 1].tag in "VD" and not told:
            yield Part(index, index + 1, 1.0)
