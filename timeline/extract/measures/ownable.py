"""What may own a number: a known name, or a noun phrase that neither does something nor is a measure itself.

Vocabulary: an *odd* name is a run of single characters that are no words of the dictionary; texts
name firms so that the segmenter has never seen (云|岫, 五|岳).
"""

import re
from collections.abc import Sequence

from timeline.extract.language.words import Word, cut, tag_of
from timeline.extract.measures.measure_words import is_measure, is_measure_word
from timeline.extract.who.entities import Cast
from timeline.lexicon.grammar import FIRST_PERSON_PLURAL
from timeline.lexicon.naming import NAME_EDGES
from timeline.lexicon.owning import EMPTY, NO_HEADS, OTHERS

# 浮盈, 税额, 涨幅: what is measured, whatever stands before it.
_MEASURED = re.compile(
    r"(?:[一-鿿]+[额量率幅费税息]|[一-鿿]*(?:[市股售单总均票房]价|价值|[净面市]值|浮[盈亏]))"
)
# Characters that stand for no part of a name.
FUNCTION = NAME_EDGES | frozenset(
    "净总单各全新老大小原现仅共约近已又也均再则且而因故未无多少首次第比较含计占超达由据经"
)
_GIVING = frozenset("给对向把被由与跟自于")
_HOLLOW = frozenset(word for word in EMPTY if len(word) > 1) | frozenset("由从对在经因按据以与和及给向而但其")
_SAYING = frozenset("仅亦也均则为是占的")
_GROWN = re.compile(r"[同环][比增减]|按[年季]")
# 至于|远江超商, 台企|远江电子: what stands before a name and is none of it.
_BEFORE_NAMES = re.compile(r"(?:至于|对于|关于|随着|根据|[台港国央民外日美韩德车药房]企(?=[一-鿿]{3}))+")
_EACH = re.compile(r"平?均?每")  # 平均每宗, 每家: what a mean is told of
_NUMERALS = frozenset("一二三四五六七八九十百千万两半零")
_COUNTED = frozenset("店厂人家城市县地省区校院馆站部车房队组户楼岁街村条项款者位名种类轮")
_APPOSED = re.compile(
    r"(?:方|商|者|机构|公司|企业|品牌|平台|巨头|龙头|大厂|集团|股东|银行|应用|软件|网站)(?P<name>[一-鿿]{2,4}|[A-Z][A-Za-z]+)$"
)


def clear(name: str, cast: Cast) -> str:
    """The owner in what was read as one: 云帆 in 云帆减资 and 云帆浮盈; "" where nothing in it can own a number."""
    name = _BEFORE_NAMES.sub("", name) if _BEFORE_NAMES.match(name) else name
    if name in OTHERS or _EACH.match(name) or _GROWN.match(name):
        return ""
    if not name or _is_known(name, cast):
        return name
    words = [word for word in cut(name, 0, len(name), (), cast.names) if word.text.strip()]
    if name.isascii() or not words:
        return "" if is_measure_word(words[0].text if words else name) else name
    while words and (words[0].text in _HOLLOW or words[0].text in FIRST_PERSON_PLURAL):
        words = words[1:]
    kept = _before_verb(_up_to_what_is_said(words), cast)
    while kept and (_owns_nothing(kept[-1].text) or _owns_nothing("".join(w.text for w in kept[-2:]))):
        kept = kept[: -1 if _owns_nothing(kept[-1].text) else -2]
    cleared = name[kept[0].start : kept[-1].end] if kept else ""
    return cleared if len(cleared) > 1 and "等" not in cleared[1:] else ""


def _up_to_what_is_said(words: Sequence[Word]) -> list[Word]:
    """The words before an adverb or a measure: 云帆 of 云帆的出货量仅为, 中国市场 of 中国市场亦."""
    said = (
        index
        for index, word in enumerate(words)
        if word.text in _SAYING
        or (len(word.text) > 1 and (word.tag == "D" or word.text[-1] in "量额") and index)
    )
    return list(words[: next(said, len(words))])


def _owns_nothing(word: str) -> bool:
    return len(word) > 1 and (
        word in NO_HEADS or word in EMPTY or is_measure(word) or bool(_MEASURED.fullmatch(word))
    )


def _before_verb(words: Sequence[Word], cast: Cast) -> list[Word]:
    """The words up to what the owner does: 云岫 in 云岫|投给|远江; a name keeps what it is made of (云帆|投资)."""
    for index, word in enumerate(words):
        if not index:
            continue
        given = word.text in _GIVING
        told = (tag_of(word.text) in ("v", "vd") and len(word.text) > 1) or (given and word.tag == "P")
        named = _is_known("".join(one.text for one in words[:index]), cast) or _is_odd(words[:index])
        if (told and named) or (named and tag_of(word.text) == "vn" and index == len(words) - 1):
            last = words[index - 1]
            doing = given and len(last.text) == 1 and tag_of(last.text)[:1] == "v" and index > 1
            return list(words[: index - doing])
    return list(words)


def _is_known(name: str, cast: Cast) -> bool:
    return bool(cast.names and cast.names.fullmatch(name)) or (
        len(name) > 1 and cast.company.startswith(name)
    )


def _is_odd(words: Sequence[Word]) -> bool:
    """Whether words are a run of characters that is no phrase of the dictionary: 全国|电."""
    odd = any(len(word.text) == 1 and word.text not in FUNCTION for word in words)
    return odd and sum(len(word.text) for word in words) > 1 and all(word.tag in "NAM" for word in words)


def is_odd_name(name: str) -> bool:
    """Whether a name is nothing but characters that are no words together: 五岫, 高岫."""
    words = cut(name, 0, len(name))
    return 1 < len(words) <= 4 and all(
        len(word.text) == 1 and word.tag in "NMA" and word.text not in FUNCTION and "一" <= word.text <= "鿿"
        for word in words
    )


def with_odd_name(words: list[Word]) -> list[Word]:
    """The clause's words, the odd name at its beginning as one: 五岫|共|投资, 波|伦|投|给|…."""
    first = next((index for index, word in enumerate(words) if word.tag not in "TX"), len(words))
    last = first
    while (
        last < len(words)
        and len(words[last].text) == 1
        and "一" <= words[last].text <= "鿿"
        and words[last].tag in "NMA"
        and words[last].text not in FUNCTION
        and words[last].text not in EMPTY
    ):
        last += 1
    following = words[last] if last < len(words) else None
    if (
        following
        and following.text in _GIVING
        and last - first > 2
        and tag_of(words[last - 1].text)[:1] == "v"
    ):
        last -= 1
        following = words[last]._replace(tag="V")
    run = words[first:last]
    if not 2 <= len(run) <= 4 or (following and following.tag not in "VDPTX"):
        return words
    if run[0].text in _NUMERALS and run[1].text in (_COUNTED | _NUMERALS):
        return words
    name = Word(run[0].start, run[-1].end, "".join(word.text for word in run), "N")
    rest = words[last:]
    if following and rest and rest[0].start == following.start:
        rest = [following, *rest[1:]]
    return [*words[:first], name, *rest]


def apposed(part: Sequence[Word], cast: Cast) -> str:
    """The name that a phrase ends in: 另一领投方|高岳."""
    match = _APPOSED.search("".join(word.text for word in part))
    starts = {sum(len(word.text) for word in part[:index]) for index in range(1, len(part))}
    if not match or match.start("name") not in starts:
        return ""  # 高岫商|贸
    name = match["name"]
    words = [word.text for word in cut(name, 0, len(name), (), cast.names)]
    odd = any(len(word) == 1 or not tag_of(word) or tag_of(word) in ("nt", "nr", "nrt") for word in words)
    return name if (_is_known(name, cast) or odd) and not is_measure(name) else ""
