"""The name that a noun phrase stands for: a known one, 我们, or its own words; "" for people at large and loose words."""

import re
from collections.abc import Sequence

from timeline.extract.language.name_shapes import may_be_a_name
from timeline.extract.language.words import Word, cut, tag_of
from timeline.extract.measures.measure_words import KINDS, is_measure, measures_in
from timeline.extract.measures.ownable import FUNCTION, apposed
from timeline.extract.who.entities import Cast
from timeline.lexicon.grammar import wordset
from timeline.lexicon.naming import COMPANY_ENDINGS
from timeline.lexicon.owning import CROWD, EMPTY, LOOSE, MODIFIERS, NO_HEADS, OTHERS
from timeline.model import Document

LONGEST = 12  # characters of a name made from the text
_OWN = re.compile(r"我们|咱们|本公司|全?公司|我司|[本全该]集团|集团|自己|本企业|发行人")
_AUTHOR = wordset("我 笔者")
PLACES = wordset(
    "中国 美国 日本 韩国 印度 德国 法国 英国 俄罗斯 意大利 西班牙 巴西 墨西哥 加拿大 澳大利亚 印尼 越南 泰国 欧洲 亚洲 非洲 东南亚 "
    "台湾 香港 澳门 新加坡 欧盟 China India Europe Japan Germany"
)
WIDE = wordset("全球 世界 国内 海外 全国 我国 国外 行业 业内 当地 市场")
_ROUND = re.compile(r"(?:Pre-)?[A-Z]\d?\+*轮?")  # A轮: no owner
_COMPANY_END = re.compile(rf".(?:{COMPANY_ENDINGS})$")
_ATTRIBUTES = frozenset({"a", "b", "an", "vn", "f", "s", "ad"})
_PROPER = frozenset({"nz", "nt", "nr", "nrt", "nrfg"})
_THINGS = frozenset({"n", "nz", "nt", "ns", "nr", "nrt", "nrfg", "", "j"})


def is_name(about: str, cast: Cast) -> bool:
    """Whether `about` is a known name or a place."""
    return bool(about) and (about in PLACES or bool(cast.names and cast.names.match(about)))


def is_proper(name: str, cast: Cast) -> bool:
    """Whether a word is somebody's name: known, or no phrase of common words (东航物流, 某某汽车)."""
    if is_name(name, cast):
        return True
    words = [word.text for word in cut(name, 0, len(name), (), None)]
    return bool(_COMPANY_END.search(name)) or any(tag_of(word) in _PROPER or len(word) == 1 for word in words)


def is_told(name: str, cast: Cast) -> bool:
    """Whether words that a text puts where a name stands are one: known, or proper without a loose word."""
    if is_name(name, cast):
        return True
    loose = LOOSE | EMPTY | NO_HEADS | CROWD | OTHERS
    words = [word.text for word in cut(name, 0, len(name), (), None)]
    odd = any(tag_of(word) in _PROPER or len(word) == 1 for word in words)
    odd = odd or bool(_COMPANY_END.search(name) and _is_proper_word(words[0]))
    return odd and may_be_a_name(name) and not any(word in loose for word in words)


def named(phrase: Sequence[Word], cast: Cast, document: Document) -> str:
    """The name that a noun phrase stands for, "" for none: a known name, 我们, or its own words."""
    parts: list[list[Word]] = [[]]
    for word in phrase:
        if word.text == "的":
            parts.append([])
        else:
            parts[-1].append(word)
    if name := apposed(parts[-1], cast):
        return name
    for part in parts:
        name = _part_name(part, cast, document)
        if name and not is_name(name, cast) and not cast.company.startswith(name):
            name = _without_measure(name)
        if name and name not in EMPTY:
            return name
    return ""


def _without_measure(name: str) -> str:
    """The owner in 海川银行|净利息收入, which the segmenter took for one thing."""
    found = [one for one in measures_in(name, 0, len(name)) if KINDS[one.property] & {"money", "share"}]
    if not found or found[-1].end < len(name):
        return name
    return name[: found[-1].start] if found[-1].start > 1 else ""


def _part_name(part: Sequence[Word], cast: Cast, document: Document) -> str:
    texts = [
        word.text
        for word in part
        if word.text not in EMPTY and not is_measure(word.text) and not _ROUND.fullmatch(word.text)
    ]
    while texts and texts[-1] in WIDE:
        texts.pop()
    joined = "".join(texts)
    if not joined or joined in OTHERS or is_measure(joined):
        return ""
    if not cast.company and _OWN.fullmatch(joined):
        return ""
    if texts[0] in _AUTHOR and len(texts) == 1:
        return document.author or cast.author or cast.company
    if cast.company and (_OWN.match(joined) or texts[0] in _AUTHOR):
        return cast.company
    if all(text in WIDE for text in texts):
        return ""
    for index, text in enumerate(texts):
        if (cast.names and cast.names.fullmatch(text)) or text in PLACES:
            rest = [
                word
                for word in texts[index + 1 :]
                if tag_of(word) in _THINGS and word not in CROWD and word not in WIDE
            ]
            whole = "".join([text, *rest])
            return whole if len(whole) <= 8 else text
    return _thing(texts)


def _is_proper_word(word: str) -> bool:
    """Whether a word may begin a name: no word of the dictionary, or a name or place in it."""
    tag = tag_of(word)
    return not tag or tag in _PROPER or tag == "ns"


def _may_be_part(word: str) -> bool:
    """Whether a word may be a part of an odd name: a character, or itself a name."""
    return word not in FUNCTION and (len(word) == 1 or tag_of(word) in _PROPER or tag_of(word) == "ns")


def _thing(texts: Sequence[str]) -> str:
    """A noun phrase of the text that can own a number; "" for people at large and loose words."""
    nouns: list[str] = []
    joined = "".join(texts)
    if 3 < len(joined) <= 8 and _COMPANY_END.search(joined) and _is_proper_word(texts[0]):
        return joined  # 远江重工
    if len(joined) <= 6 and len(texts) > 1 and all(map(_may_be_part, texts)):
        return joined  # 鸿川: no phrase of the dictionary
    for text in reversed(texts):
        tag = tag_of(text)
        if (
            (text in LOOSE and not (nouns and text in MODIFIERS))
            or not (tag in _THINGS or ((tag in _ATTRIBUTES or text in MODIFIERS) and nouns))
            or (not tag and text.isascii())
        ):
            break
        nouns.insert(0, text)
    while nouns and nouns[-1] in WIDE:
        nouns.pop()
    while nouns and (nouns[0] in WIDE or (tag_of(nouns[0]) in _ATTRIBUTES and len(nouns) == 1)):
        nouns.pop(0)
    joined = "".join(nouns)
    if len(joined) > LONGEST:
        joined = nouns[-1]
    return joined if len(joined) > 1 and joined not in OTHERS else ""
