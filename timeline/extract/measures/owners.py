"""Whose number it is: the owner named before the measure, else the clause's subject, else the last one.

Vocabulary: an *owner* is the noun phrase right before the measure (电商的|获客成本); the *company* is
what 我们, 公司, 集团 stand for.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from timeline.extract.language.name_shapes import without_kind
from timeline.extract.language.words import Word, cut
from timeline.extract.measures.measure_words import is_measure
from timeline.extract.measures.nouns import PLACES, WIDE, is_name, named
from timeline.extract.measures.ownable import FUNCTION, clear, with_odd_name
from timeline.extract.who.entities import Cast
from timeline.lexicon.grammar import CONNECTIVES, FILLERS, SUBORDINATE, TIME_BEFORE, wordset
from timeline.lexicon.owning import EMPTY, MODIFIERS, NO_OWNER_AFTER, OTHERS, SUMS
from timeline.model import Document

Span = tuple[int, int]

# What is said of a product rather than of its maker.
OF_PRODUCTS = wordset(
    "price average_price price_cut range_km screen_size battery_capacity weight top_speed power memory"
)


def whose(
    text: str, clauses: Sequence[Span], at: Span, anchor: int, times: Sequence[Span], cast: Cast,
    document: Document,
) -> str:  # fmt: skip
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
    if not first or first in owner or first in PLACES | WIDE | OTHERS or is_measure(first):
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
    return named(phrase, cast, document)


def _subject(words: Sequence[Word], cast: Cast, document: Document) -> str:
    """The first noun phrase of a clause, before its verb; not what stands after 在, 从, 对 …"""
    phrase: list[Word] = []
    skipping = False
    if described := _described(words, cast):
        return described
    for index, word in enumerate(words):
        if word.text in SUMS and not phrase:
            return ""  # 总计|投资云岫7轮
        if (
            not phrase
            and word.text in PLACES | WIDE
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
    return named(phrase, cast, document)


def _described(words: Sequence[Word], cast: Cast) -> str:
    """The name that a clause begins with all that is said of it before: 长期占据首位的|云帆|则…; "" for none."""
    for before, word in pairwise(words):
        if cast.names and cast.names.fullmatch(word.text):
            return word.text if before.text == "的" else ""
        if word.text in _DONE or word.tag in "RTP" or is_name(before.text, cast):
            return ""  # 去年收购了知名的|远江, 云帆是领先的|远江
    return ""


_DONE = frozenset("了过着是为系")
_RANKED = re.compile(r"(?:规模|销量)?(?:最[大多高强佳早快]|第[一二三四五六七八九十]|领先)")
_ENDINGS = frozenset({"控股", "投资", "股份", "动力", "教育", "传媒"})
