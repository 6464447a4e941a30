"""Clauses that are no sentence as they stand, made into one: clefts, definitions, passives, pictures."""

from collections.abc import Sequence

from timeline.extract.language.clauses import Clause
from timeline.extract.language.predicates import is_attributive
from timeline.extract.language.words import Word, joined, tag_of
from timeline.lexicon.actions import ACTIONS
from timeline.lexicon.grammar import wordset

_MEETINGS = wordset("见面 会面 讨论 谈话 争论 会谈 交谈 合作 冲突 对话 争执 接触")


def turned(words: list[Word], clause: Clause) -> list[Word]:
    """Clauses that are no sentence as they stand, made into one.

    推送的系统 → 推送系统; 距首款车发布21个月 → 首款车发布; 8万台是去年卖的 → 卖8万台.
    """
    if [word.tag for word in words] == ["V", "U", "N"] and words[1].text == "的":
        return [words[2], words[0]]  # 1940年出生的苏遥
    if inner := _told_of(clause) or _defined(clause):
        return inner
    words = _without_manner(_had(words, clause.main), clause.main)
    if (cleft := _place_of_cleft(words)) >= 0:
        words = words[:cleft] + words[cleft + 1 :]
        counted = len(words) == 2 and words[0].tag == "M" and words[1].tag == "V"
        return words[::-1] if counted else words
    words = _without_opening(words, clause.main)
    place = next((index for index, word in enumerate(words) if word == clause.main), -1)
    if place < 0:
        return words
    if any(word.text in ("距", "距离") for word in clause.words[: clause.verb]):
        return words[: place + 1]
    rest = words[place + 2 :]
    taken = rest and words[place + 1].text == "的" and words[-1].tag != "M"
    return words[: place + 1] + rest if taken and not any(word.tag == "V" for word in rest) else words


def _without_opening(words: list[Word], verb: Word | None) -> list[Word]:
    """选出的9位用户被选为代表 → 9位用户被选为代表: without what the clause says of its subject before it."""
    place = next((index for index, word in enumerate(words) if word == verb), -1)
    head = next((index for index, word in enumerate(words) if word.text == "的"), -1) + 1
    if not 1 < head < place or words[0].tag != "V" or not is_attributive(words, 0):
        return words
    return words[head:] if len(joined(words[head:])) >= 8 else words


def _had(words: list[Word], verb: Word | None) -> list[Word]:
    """与苏遥有一次见面 → 与苏遥见面: what was had is what was done."""
    place = next((i for i, word in enumerate(words) if word == verb and word.text == "有"), -1)
    if place < 0 or words[-1].text not in _MEETINGS:
        return words
    rest = [word for word in words[place + 1 :] if word.tag != "M" and word.text not in ("过", "了", "的")]
    return [*words[:place], *rest]


def _without_manner(words: list[Word], verb: Word | None) -> list[Word]:
    """采用定价配售方式发行股票 → 发行股票."""
    start = next((i for i, word in enumerate(words) if word.text in ("采用", "采取", "以")), -1)
    end = next((i for i, word in enumerate(words) if i > start >= 0 and word.text.endswith("方式")), -1)
    if start < 0 or end < 0 or verb is None or words[end].start > verb.start or end + 1 == len(words):
        return words
    rest = words[end + 1 :]
    return words[:start] + (rest[1:] if rest[0].text == "的" else rest)


def _place_of_cleft(words: Sequence[Word]) -> int:
    """Where the 是 of a cleft stands (许岚是2014年创办华岳的), which a headline does without; else -1."""
    for index, word in enumerate(words[:-1]):
        if word.text not in ("是", "系") or not index:
            continue
        place = index + 1
        while place + 1 < len(words) and words[place].text in ("才", "就", "便"):
            place += 1
        described = words[place].tag == "V" and is_attributive(words, place)
        if words[place].tag in "VP" and not described:
            return index
    return -1


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
        or clause.main.text not in ("是", "就是", "为", "系")
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


_BY_ITSELF = frozenset({"found", "produce", "list", "open", "build", "online", "sale", "rolloff"})
_STANDS = frozenset({"迈入", "步入", "出生", "位于", "毕业", "诞生", "崛起", "是", "原本是", "曾是"})


def of_its_name(words: list[Word], clause: Clause) -> list[Word]:
    """今年|完工投产的|禾岫 → 禾岫完工投产: a name with all that its date says of it is a sentence turned round."""
    place = max((i for i, word in enumerate(words) if word.text == "的"), default=0)
    run = words[place + 1 :]
    if not place or not run or clause.words[0].tag != "T" or any(word.tag not in "NQ" for word in run):
        return words
    named = (
        run[0].tag == "Q"
        or any(len(word.text) == 1 for word in run)
        or tag_of(run[0].text)[:2] in ("", "nr", "nz", "nt")
    )
    act = ACTIONS.get(words[0].text)
    itself = words[0].text in _STANDS or (act is not None and act.act in _BY_ITSELF)
    return [*run, *words[:place]] if named and itself and words[0].tag == "V" else words
