"""Which strings of Chinese may be names: of firms, of products, of places."""

import re

from timeline.extract.language.words import plain_words, tag_of
from timeline.lexicon.naming import COMPANY_ENDINGS, GENERIC_NOUNS, NAME_EDGES

HAN = r"[一-鿿]"
PROPER = frozenset({"nz", "nt", "nrt", "nr"})  # the dictionary's tags of names
_HAN_END = re.compile(rf"{HAN}*$")
_ENDING_ALONE = re.compile(COMPANY_ENDINGS)
_SO_MANY = re.compile(r"[前后第一二两三四五六七八九十几数各大]+家?")
# What is compared or summed up is no name: 较上年同期, 占全国总量.
_COMPARED = re.compile(
    r"^[万亿千百]*[美欧日港]元|市值|营收|股价|销量|利润|同期|同比|环比|上年|去年|本年|上季|[总增数]量|总额|全国|[顺逆]差|网际网路|业绩|[率额]$|(?:方面|产品|业务|市场|风味|口味|品类|赛道)$|^[较占按据累]|^[首上本今去前]季|板上市$|来自|来源于|报告期"
)
# What a firm is called before its name: 晶圆代工厂|联川, 电商平台|云岫, 手机巨头|远江.
_KIND_BEFORE = re.compile(
    rf"{HAN}{{2,8}}?(?:公司|平台|品牌|企业|机构|服务商|制造商|供应商|运营商|厂商|[^电券厂]商|大厂|[^大药]厂|巨头|龙头|航司|车企|药企|创企|独角兽)(?=({HAN}{{2,}}))"
)
_KIND = ("b", "m", "f")  # tags of words that say of what kind something is


def han_before(text: str, end: int, most: int) -> str:
    """The Chinese characters that end at `end`, `most` at most."""
    run = _HAN_END.search(text, max(0, end - most), end)
    return run[0] if run else ""


def followed(name: str, text: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """What the pattern finds right after a name, where the text has it: first place first.

    The pattern is compiled once; one with the name in it would be compiled anew for every name.
    """
    place = text.find(name)
    while place >= 0:
        if found := pattern.match(text, place + len(name)):
            return found
        place = text.find(name, place + 1)
    return None


def led_up_to(name: str, text: str, pattern: re.Pattern[str], most: int) -> bool:
    """Whether a name stands after what the pattern (which ends in $) finds in `most` characters before it."""
    place = text.find(name)
    while place >= 0:
        if pattern.search(text, max(0, place - most), place):
            return True
        place = text.find(name, place + 1)
    return False


def may_be_a_name(gram: str) -> bool:
    if gram in GENERIC_NOUNS or _COMPARED.search(gram):
        return False
    if (gram[-1] in NAME_EDGES or _begins_amid(gram)) and tag_of(gram) not in PROPER:
        return False
    if any(word in gram for word in ("公司", "集团", "我们", "企业", "有限")) or _ENDING_ALONE.fullmatch(
        gram
    ):
        return False
    if any(char in "的了是被最" for char in gram) and tag_of(gram) not in PROPER:
        return False
    return tag_of(gram)[:1] in ("", "n", "j") and not _is_of_a_kind(gram)


def _begins_amid(gram: str) -> bool:
    """Whether a string begins with a word that no name begins with: 上市…, 年产…; but 上海|云岫, 中航|云岫."""
    if gram[0] not in NAME_EDGES:
        return False
    first = plain_words(gram)[0]
    return first == gram or len(first) == 1 or tag_of(first)[:2] not in ("ns", "j")


def _is_of_a_kind(gram: str) -> bool:
    """八大|航空, 民营|银行, 自主|研发, 机械厂: words that say what kind, no name."""
    if tag_of(gram) == "n" and gram[-1] in "厂店馆社行坊":
        return True
    ending = re.search(rf"(?:{COMPANY_ENDINGS})$", gram)
    stem = gram[: ending.start()] if ending else ""
    if stem and (
        stem in GENERIC_NOUNS
        or _SO_MANY.fullmatch(stem)
        or stem in "大小各该首外全"
        or tag_of(stem)[:1] in _KIND
    ):
        return True
    words = plain_words(gram)
    acts = len(words) > 1 and len(words[-1]) > 1 and tag_of(words[-1]).startswith("v")
    return acts and not (
        _ENDING_ALONE.fullmatch(words[-1]) and tag_of(words[0])[:2] in ("", "ns", "nz", "nr")
    )


def without_kind(name: str) -> str:
    """The name after what kind of firm it is of: 联川 in 晶圆代工厂联川; the name itself where no name follows."""
    for match in _KIND_BEFORE.finditer(name):
        rest = match[1]
        if plain_words(name)[-1] != name and may_be_a_name(rest[:2]) and not tag_of(rest[:2]).startswith("v"):
            return rest
    return name


def is_odd(gram: str, longest: int = 1) -> bool:
    """Whether the dictionary can only read `gram` character by character (or nearly)."""
    words = plain_words(gram)
    barred = ("p", "d", "v", "r", "c", "m") if len(words[-1]) == 1 else ("p", "d", "v", "r", "c", "m", "a")
    if len(words) == 2 and len(words[0]) == 1 and tag_of(words[0])[:1] in barred:
        return False
    return max(map(len, words)) <= longest and min(map(len, words)) == 1
