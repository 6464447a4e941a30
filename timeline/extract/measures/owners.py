"""Whose number it is: the owner named before the measure, else the clause's subject, else the last one.

Vocabulary: an *owner* is the noun phrase right before the measure (电商的|获客成本); the *company* is
what 我们, 公司, 集团 stand for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.extract.language.name_shapes import may_be_a_name, without_kind
from timeline.extract.language.words import Word, cut, tag_of
from timeline.extract.measures.measure_words import KINDS, is_measure, measures_in
from timeline.extract.measures.ownable import FUNCTION, apposed, clear, with_odd_name
from timeline.extract.who.entities import Cast
from timeline.lexicon.grammar import CONNECTIVES, FILLERS, SUBORDINATE, TIME_BEFORE, wordset
from timeline.lexicon.naming import COMPANY_ENDINGS
from timeline.lexicon.owning import CROWD, EMPTY, LOOSE, MODIFIERS, NO_HEADS, NO_OWNER_AFTER, OTHERS, SUMS
from timeline.model import Document

Span = tuple[int, int]
LONGEST = 12  # characters of a name made from the text

# What is said of a product rather than of its maker.
OF_PRODUCTS = wordset(
    "price average_price price_cut range_km screen_size battery_capacity weight top_speed power memory"
)

_OWN = re.compile(r"我们|咱们|本公司|全?公司|我司|[本全该]集团|集团|自己|本企业")
_AUTHOR = wordset("我 笔者")
PLACES = wordset(
    "中国 美国 日本 韩国 印度 德国 法国 英国 俄罗斯 意大利 西班牙 巴西 墨西哥 加拿大 澳大利亚 印尼 越南 泰国 欧洲 亚洲 非洲 东南亚 "
    "台湾 香港 澳门 新加坡 欧盟 China India Europe Japan Germany"
)
_WIDE = wordset("全球 世界 国内 海外 全国 我国 国外 行业 业内 当地 市场")


def whose(
    text: str,
    clauses: Sequence[Span],
    at: Span,
    anchor: int,
    times: Sequence[Span],
    cast: Cast,
    document: Document,
) -> str:
    """Whom the number at `anchor`, in the last of the `clauses`, is about; "" if they do not say."""
    words = _words(text, at[0], anchor, times, cast)
    owner = clear(without_kind(_odd_name(words)) or _owner(words, cast, document), cast)
    if owner and not is_name(owner, cast):
        owner = _firm_before(words, owner, cast) or owner
    if owner:
        return owner
    for clause in reversed(clauses):
        end = anchor if clause == at else clause[1]
        subject = clear(_subject(_words(text, clause[0], end, times, cast), cast, document), cast)
        if subject:
            return subject
    return ""


def _firm_before(words: Sequence[Word], owner: str, cast: Cast) -> str:
    """The firm whose things they are: 远江 of 远江首季智能手机|出货量; "" where none begins the clause."""
    told = [word for word in words if word.tag not in "XCDM" and word.text not in EMPTY]
    first = next((word.text for word in told if word.tag not in "TB"), "")
    if not first or first in owner or first in PLACES | _WIDE | OTHERS or is_measure(first):
        return ""
    if first in cast.products or any(word.text == "的" or word.tag in "VP" for word in told):
        return ""
    parted = [word.tag for word in told[1:3]]  # 远江|(Yuanjiang)|首季|手机
    return first if first in cast.known or (told[0].tag == "N" and ("T" in parted or "B" in parted)) else ""


def _odd_name(words: Sequence[Word]) -> str:
    """A short run at the clause's start that is no words of the dictionary: 领|克|品牌 before 11月销量."""
    run: list[str] = []
    for index, word in enumerate(words):
        if word.tag == "T":
            if run:
                words = words[index:]
                break
            continue
        if not word.text.isalnum() or word.text in EMPTY or is_measure(word.text):
            words = words[index:]
            break
        if run and word.tag == "P":
            return ""  # 云岫|给
        if word.tag in "VPC" and len(word.text) > 1 and len(set(word.text)) > 1:
            if word.tag != "V" or len(run) < 2:
                return ""  # but 探探, 看看 may be names
            words = ()  # 全岭电|减资后资本额
            break
        run.append(word.text)
    else:
        words = ()
    rest = [
        word for word in words if word.tag != "T" and word.text not in EMPTY and not is_measure(word.text)
    ]
    name = "".join(run)
    odd = [text for text in run if len(text) == 1] or [
        text for text in run if len(text) == 2 and text[0] == text[1]
    ]
    if not odd or rest or not 2 <= len(name) <= 8 or any(text in FUNCTION for text in odd):
        return ""
    return name if re.fullmatch(r"[一-鿿]+", name) else ""


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
    odd = odd or bool(_COMPANY_END.search(name) and is_proper_word(words[0]))
    return odd and may_be_a_name(name) and not any(word in loose for word in words)


def owner_after(text: str, start: int, end: int, cast: Cast) -> str:
    """The name between a number and what it counts: 20多款|某某|产品."""
    names = list(cast.names.finditer(text, start, end)) if cast.names else []
    return names[0].group() if names else ""


def product_before(text: str, start: int, end: int, cast: Cast) -> str:
    """The last product named in text[start:end]: a price, a range, a size is a product's."""
    found = ""
    for match in cast.names.finditer(text, start, end) if cast.names else ():
        if match.group() in cast.products:
            found = match.group()
    return found


def _words(text: str, start: int, end: int, times: Sequence[Span], cast: Cast) -> list[Word]:
    fixed = [(a, b, "T") for a, b in times if start <= a and b <= end]
    words = [
        word for word in cut(text, start, end, fixed, cast.names) if word.tag != "X" or word.text.strip()
    ]
    words = [word._replace(text="的", tag="U") if word.text == "之" else word for word in words]
    for index, word in enumerate(words[1:], 1):
        if word.tag == "V" and word.text in _ENDINGS and words[index - 1].tag in "NR":
            words[index] = word._replace(tag="N")  # 海航|控股
    words = [word._replace(tag="A") if word.text in MODIFIERS else word for word in words]
    words = [_unquoted(word, cast) for word in words]
    return with_odd_name(words)


def _unquoted(word: Word, cast: Cast) -> Word:
    """“小北鹿”|以43亿元…: a quotation that is a known name."""
    inner = word.text[1:-1]
    known = word.tag == "Q" and inner and cast.names and cast.names.fullmatch(inner)
    return word._replace(text=inner, tag="N") if known else word


def _owner(words: Sequence[Word], cast: Cast, document: Document) -> str:
    """The noun phrase that ends right before the measure: 电商 in 电商的|获客成本."""
    phrase: list[Word] = []
    for word in reversed(words):
        if word.text == "的" or (word.tag in "NRA" and word.text not in EMPTY):
            phrase.insert(0, word)
        elif word.tag in "BQ" or word.text in EMPTY or (word.tag == "T" and not phrase):
            continue
        else:
            if word.text in NO_OWNER_AFTER:  # 占|全球经济|比重, 在|北京|的售价
                return ""
            break
    return _named(phrase, cast, document)


def _subject(words: Sequence[Word], cast: Cast, document: Document) -> str:
    """The first noun phrase of a clause, before its verb; not what stands after 在, 从, 对 …"""
    phrase: list[Word] = []
    skipping = False
    for index, word in enumerate(words):
        if word.text in SUMS and not phrase:
            return ""  # 总计|投资云岫7轮
        if (
            not phrase
            and word.text in PLACES | _WIDE
            and _RANKED.match("".join(w.text for w in words[index + 1 : index + 3]))
        ):
            break  # 亚洲|最大的光伏企业: what somebody is
        if word.tag == "V":
            if skipping:
                skipping = False
                continue
            break
        if word.tag == "P" or word.text in SUBORDINATE or word.text in TIME_BEFORE:
            skipping = True
        elif word.tag in "TFX" or word.text in CONNECTIVES or word.text in FILLERS:
            if phrase:
                break
        elif not skipping and (word.tag in "NRA" or word.text == "的") and word.text not in EMPTY:
            phrase.append(word)
        elif phrase and word.text != "一":  # 另|一|领投方
            break
    return _named(phrase, cast, document)


def _named(phrase: Sequence[Word], cast: Cast, document: Document) -> str:
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
    while texts and texts[-1] in _WIDE:
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
    if all(text in _WIDE for text in texts):
        return ""
    for index, text in enumerate(texts):
        if (cast.names and cast.names.fullmatch(text)) or text in PLACES:
            rest = [
                word
                for word in texts[index + 1 :]
                if tag_of(word) in _THINGS and word not in CROWD and word not in _WIDE
            ]
            whole = "".join([text, *rest])
            return whole if len(whole) <= 8 else text
    return _thing(texts)


def is_proper_word(word: str) -> bool:
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
    if 3 < len(joined) <= 8 and _COMPANY_END.search(joined) and is_proper_word(texts[0]):
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
    while nouns and nouns[-1] in _WIDE:
        nouns.pop()
    while nouns and (nouns[0] in _WIDE or (tag_of(nouns[0]) in _ATTRIBUTES and len(nouns) == 1)):
        nouns.pop(0)
    joined = "".join(nouns)
    if len(joined) > LONGEST:
        joined = nouns[-1]
    return joined if len(joined) > 1 and joined not in OTHERS else ""


_RANKED = re.compile(r"(?:规模|销量)?(?:最[大多高强佳早快]|第[一二三四五六七八九十]|领先)")
_ROUND = re.compile(r"(?:Pre-)?[A-Z]\d?\+*轮?")  # A轮: no owner
_COMPANY_END = re.compile(rf".(?:{COMPANY_ENDINGS})$")
_ENDINGS = frozenset({"控股", "投资", "股份", "动力", "教育", "传媒"})
_ATTRIBUTES = frozenset({"a", "b", "an", "vn", "f", "s", "ad"})
_PROPER = frozenset({"nz", "nt", "nr", "nrt", "nrfg"})
_THINGS = frozenset({"n", "nz", "nt", "ns", "nr", "nrt", "nrfg", "", "j"})
