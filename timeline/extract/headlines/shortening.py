"""Words → a headline of 24 characters, what matters least dropped first; of some more rather than cut in two."""

import re
from collections.abc import Sequence
from itertools import takewhile

from timeline.extract.language.phrases import LIMIT, without_agent, without_partner, without_phrases
from timeline.extract.language.words import Word, length, tag_of
from timeline.lexicon.actions import ACTIONS, LIGHT
from timeline.lexicon.grammar import wordset

WIDEST = 30  # characters of a headline that would be cut in two at LIMIT
SHORT = 14  # characters of a headline to which a figure may be added
LONGEST_TITLE = 14  # characters of a work's title in a headline that is too long
_LEGAL_FORM = re.compile(r"(?:股份)?有限(?:责任)?公司(?=[”」』])")
_NO_CENTS = re.compile(r"\.0+(?!\d)")
_KINDS = ("公司", "企业", "平台", "厂商", "品牌", "机构", "服务商", "供应商", "制造商")
PROPER = ("nr", "nz", "nt", "nrt")
_FORMS = wordset("有限公司 有限责任公司 股份有限公司 控股有限公司")
_JOINTS = wordset("、 和 及 以及 与 并 而 并且 或")
_THIS = wordset("这个 那个 这家 那家 这款 那款 这种 该 这 那 此 这一 那一 这座 这位 这项")


def shortened(words: list[Word], verb: Word | None) -> list[Word]:
    """LIMIT characters, or WIDEST where only a cut would do; the main verb and what stands next to it stay longest."""
    if length(words) > LIMIT:
        words = [_in_short(word) for word in words]
    for shorten in (
        _without_second_step,
        _without_listed,
        _without_legal_form,
        _without_kind,
        _without_holding,
        without_phrases,
        _without_attributes,
        _without_coordination,
        without_partner,
        without_agent,
    ):
        if length(words) <= LIMIT:
            break
        words = shorten(words, verb)
    if length(words) > WIDEST:
        words = _without_lead_of_subject(words, verb)
    return words if length(words) <= WIDEST else _cut(words)


def _cut(words: list[Word]) -> list[Word]:
    """The words up to LIMIT; a quotation that they end in is shortened, not lost: 合并到“云岫省专卖…”."""
    while words and length(words) > LIMIT:
        last, room = words[-1], WIDEST - length(words[:-1]) - 3
        if last.tag == "Q" and last.text[0] == "“" and room >= 4:
            return [*words[:-1], last._replace(text=f"{last.text[: room + 1]}…”")]
        words = words[:-1]
    return words


def _without_second_step(words: list[Word], verb: Word | None) -> list[Word]:
    """委派林岫担任董事|并选派其为董事长 → 委派林岫担任董事: one step is one headline."""
    for index, word in enumerate(words[:-1]):
        acted = any(before.tag == "V" for before in words[:index])
        following = words[index + 1]
        if index > 3 and acted and word.text in ("并", "并且", "而且") and following.tag in "VD":
            return words[:index]
        if acted and word.text in ("及", "以及") and verb is not None and following.text == verb.text:
            return words[:index]  # 收购甲70%股份|及收购乙的选择权
    return words


def _without_legal_form(words: list[Word], verb: Word | None) -> list[Word]:
    """购买临海动力|股份|有限公司|51%的股权 → 购买临海动力51%的股权; what is renamed keeps it."""
    if any(word.text in ("更名", "更名为", "改名", "改名为", "变更为", "改制为", "名为") for word in words):
        return words
    kept: list[Word] = []
    for index, word in enumerate(words):
        form = word.text in _FORMS or (
            word.text == "股份" and [w.text for w in words[index + 1 : index + 2]] in (["有限公司"], ["公司"])
        )
        taken = verb is not None and word.start > verb.start  # of what is bought, not of who buys
        if not (form and taken and kept[-1].tag == "N" and index + 1 < len(words)):
            kept.append(word)
    return kept


def _without_kind(words: list[Word], verb: Word | None) -> list[Word]:
    """领投|医疗|互联网|公司|禾岫 → 领投禾岫: what is bought by its name alone."""
    for index, word in enumerate(words[:-1]):
        if verb is None or word.start <= verb.start or not word.text.endswith(_KINDS):
            continue
        named = words[index + 1].tag == "N" and (
            len(words[index + 1].text) == 1 or tag_of(words[index + 1].text) in ("", *PROPER)
        )
        start = index
        while start and words[start - 1].tag in "NA" and words[start - 1].start > verb.start:
            start -= 1
        if named and start < index:
            return words[:start] + words[index + 1 :]
    return words


def _without_holding(words: list[Word], verb: Word | None) -> list[Word]:
    """收购|合计持有的|临海动力51%的股权 → 收购临海动力51%的股权."""
    place = next((i for i, w in enumerate(words[:-1]) if w.text == "持有" and words[i + 1].text == "的"), 0)
    if not place or words[place] == verb:
        return words
    start = place
    while start and words[start - 1].text in ("其", "所", "合计", "共同", "分别", "直接", "间接", "共"):
        start -= 1
    whose = start and words[start - 1].tag == "N"
    return words if whose else words[:start] + words[place + 2 :]


def _in_short(word: Word) -> Word:
    """「远景电子股份有限公司」 → 「远景电子」; 1,000.00万元 → 1,000万元."""
    if word.tag == "Q" and word.text[0] == "“" and len(word.text) > LONGEST_TITLE + 6:
        return word._replace(text=f"{word.text[: LONGEST_TITLE - 2]}…”")
    if word.tag == "Q":
        text = _LEGAL_FORM.sub("", word.text)
        long = text[0] == "《" and len(text) > LONGEST_TITLE
        return word._replace(text=f"{text[: LONGEST_TITLE - 2]}…》" if long else text)
    plain = _NO_CENTS.sub("", word.text).replace("元人民币", "元")
    return word._replace(text=plain) if word.tag == "M" else word


def _without_listed(words: list[Word], verb: Word | None) -> list[Word]:
    """华北、华东、华南等地 → 华北等地, while too long; a list at the end is cut later."""
    while length(words) > LIMIT:
        last = max((i for i, word in enumerate(words) if word.text == "、"), default=-1)
        end = last + 1
        while 0 < end < len(words) and words[end].tag in "NQA":
            end += 1
        if last < 1 or end == last + 1 or end == len(words) or words[end].text in ("和", "及", "与"):
            break
        if words[last - 1].tag == "M" and words[end].tag in "VD":
            break  # 跃升至11.54亿元、|门店数|扩张至465家: another step
        words = words[:last] + words[end:]
    return words


def _without_attributes(words: list[Word], verb: Word | None) -> list[Word]:
    """Without X的 before a noun, the last first, while too long."""
    while length(words) > LIMIT:
        position = next((i for i in range(len(words) - 1, 0, -1) if words[i].text == "的"), None)
        if position is None:
            break
        held = [word.text for word in words[position + 1 : position + 2]]
        if words[position - 1].tag == "M" and held in (["股份"], ["股权"], ["股票"]):
            words = words[: position - 1] + words[position + 1 :]  # of whom, not how much
            continue
        start = position
        while start > 0 and _may_go(words[start - 1], verb):
            start -= 1
            if words[start].text in _THIS:
                break  # 关注|这个靠修船起家的|企业
        figures = start > 2 and words[start - 1].text in ("为", "达") and words[start - 2].tag == "N"
        if figures and verb is not None and words[start - 2].start > verb.start:
            start -= 2  # 筹建|规模为30亿元的|基金
        if 0 < start < position - 1 and words[start].tag == "V" and _takes_a_verb(words[start - 1]):
            start += 1  # 开始主持|某课题的|研究
        if 0 < start < position and words[start - 1].text in ("超过", "超", "近", "约", "逾"):
            start -= 1
        if 0 < start < position and (words[start - 1].tag == "P" or words[start - 1].text == "经"):
            start -= 1
        if (
            0 < start < position
            and words[start - 1].text in ("成为", "是")
            and words[position - 1].tag in "NM"
        ):
            return words[:position]  # 成为打入海外市场第一人|的制造商: what is said of it is the news
        if start in (0, position):
            words = words[:position] + words[position + 1 :]
        else:
            words = words[:start] + words[position + 1 :]
    return words


def _takes_a_verb(word: Word) -> bool:
    """Whether what follows a verb may be another: 开始|主持…, 宣布|收购…, 计划|投资…."""
    action = ACTIONS.get(word.text)
    return word.tag in "VD" and (word.tag == "D" or (action is not None and action.act in LIGHT))


def _may_go(word: Word, verb: Word | None) -> bool:
    """Whether a word can belong to the attribute that ends in 的."""
    if word == verb or word.text in ("的", "为", "拥有", "成为", "是", "有"):
        return False
    return word.tag in "NAMFQDRVT" or word.text in ("、", "等", "和", "与", "及", "而", "且", "并")


def _without_coordination(words: list[Word], verb: Word | None) -> list[Word]:
    """Only the first of coordinated parts after the verb."""
    for index, word in enumerate(words):
        after = verb is None or word.start > verb.start
        moved = any(w.text in ("将", "把") for w in words[:index]) and any(
            w.tag == "V" for w in words[index:]
        )
        if index > 2 and after and moved and word.text in ("和", "与", "及"):
            return words[: index - 1] + words[index + 1 :]
        if index > 2 and after and (word.text in _JOINTS or (word.tag == "X" and word.text != "：")):
            return words[:index] + _counted_by(words, index)
    return words


def _counted_by(words: Sequence[Word], index: int) -> list[Word]:
    """What a row of numbers counts: 有5070家、6352家|加盟店 → 有5070家|加盟店."""
    end = index
    while (
        end + 1 < len(words)
        and (words[end].text in _JOINTS or words[end].tag == "X")
        and words[end + 1].tag == "M"
    ):
        end += 2
    counts = words[index - 1].tag == "M" and words[end - 1].tag == "M" and end > index
    return list(takewhile(lambda word: word.tag in "NA", words[end:])) if counts else []


def _without_lead_of_subject(words: list[Word], verb: Word | None) -> list[Word]:
    """A long subject keeps its last nouns, so that the verb is not cut off."""
    position = next((i for i, word in enumerate(words) if word == verb), None)
    if position is None:
        return words
    while (
        position > 1
        and length(words) > LIMIT
        and length(words[:position]) > 8
        and words[1].tag != "P"
        and any(word.tag in "NQ" for word in words[1:position])
    ):
        words, position = words[1:], position - 1
    return words
