"""Words around a number that make it a bound or an estimate: 约, 超过, 不到, 以上, 左右.

*Attached* words are part of the quantity's text (超过18%), verbs are not (突破|50万台) but say the same.
"""

import re

from timeline.model import Comparator

# Attached words before a number, one row each: comparator, words, what must not stand before them.
_BEFORE: tuple[tuple[Comparator, str, str], ...] = (
    ("≈", "约 大约 大概 约莫 差不多 将近 接近", "签节预违条履契婉制特集合简缩公隐大"),
    ("≈", "近", "最附接靠临邻将贴亲新迫逼"),
    (">", "超过 超过了 超出 逾 多于 高于 大于 远超 远超过 超越", ""),
    (">", "超", "高"),
    ("≥", "至少 不少于 不低于 最少 不下 不下于 起码 不小于 大于等于 ≥", ""),
    ("<", "不到 不足 少于 低于 小于 未满 不满 不及 <", "达得看找想等做受听见"),
    ("≤", "不超过 不高于 至多 最多 不多于 不大于 小于等于 ≤", ""),
    (">", ">", ""),
    ("≈", "about around approximately roughly nearly almost some circa ~ ≈", ""),
    (">", "over exceeding above more_than greater_than", ""),
    ("≥", "at_least no_less_than no_fewer_than", ""),
    ("<", "under below less_than fewer_than", ""),
    ("≤", "at_most up_to no_more_than not_more_than", ""),
)
# Verbs before a number: they bound it and stay outside its text.
_VERBS = re.compile(
    r"(?:(?P<more>突破了?|破了?|跨过|迈过|跨越|站上|冲破|首破|超越了?|exceeded|exceeds|surpassed|topped)"
    r"|(?P<least>至少(?:还)?(?:要|有|需|需要|达到|是|为)|必须达到|不(?:得)?(?:低|少)于|达到?了?至少)"
    r"|(?P<most>最多(?:只)?(?:能|有|可|达|为)|不(?:得|能|会)?(?:超过|高于))"
    r"|(?P<about>(?:大约|大概|约|差不多)(?:是|有|为|在|占|合|等于)|估计(?:为|有|在)?))\s*$"
)
_VERB_COMPARATOR: dict[str, Comparator] = {"more": ">", "least": "≥", "most": "≤", "about": "≈"}

_AFTER: dict[str, Comparator] = {
    "以上": "≥", "及以上": "≥", "或以上": "≥", "之上": ">", "以下": "≤", "及以下": "≤", "以内": "≤", "之内": "≤", "之下": "<",
    "左右": "≈", "上下": "≈", "开外": ">", "出头": ">", "有余": ">", "余": ">", "多": ">", "+": "≥", "还多": ">",
    "or more": "≥", "or less": "≤", "or so": "≈", "不到": "<", "量级": "≈", "数量级": "≈", "级别": "≈", "价位": "≈",
}  # fmt: skip
_NO_SUFFIX = {"多": "元样少数半么年月天个种次家", "余": "额下地热生", "级别": "", "不到": "位达"}
_UNSPANNED = frozenset({"价位", "级别"})

_BEFORE_BY_LAST: dict[str, list[tuple[str, Comparator, frozenset[str]]]] = {}
for _comparator, _words, _forbidden in _BEFORE:
    for _word in _words.split():
        _word = _word.replace("_", " ")
        _BEFORE_BY_LAST.setdefault(_word[-1], []).append((_word, _comparator, frozenset(_forbidden)))
for _rows in _BEFORE_BY_LAST.values():
    _rows.sort(key=lambda row: -len(row[0]))
_AFTER_BY_FIRST: dict[str, list[str]] = {}
for _word in sorted(_AFTER, key=lambda word: (-len(word), word)):
    _AFTER_BY_FIRST.setdefault(_word[0], []).append(_word)


def bound_before(text: str, start: int) -> tuple[int, Comparator]:
    """(start of the quantity with its attached words, comparator) for a number at `start`."""
    end = start - 1 if text[start - 1 : start] == " " else start
    for word, comparator, forbidden in _BEFORE_BY_LAST.get(text[end - 1 : end], ()):
        begin = end - len(word)
        before = text[begin - 1 : begin] if begin > 0 else ""
        if not text.startswith(word, begin) or begin < 0 or (before and before in forbidden):
            continue
        if word[0].isascii() and word[0].isalpha() and before.isalnum():
            continue
        return begin, comparator
    verb = _VERBS.search(text, max(0, start - 8), start)
    if verb:
        return start, _VERB_COMPARATOR[verb.lastgroup or "about"]
    return start, "="


def bound_after(text: str, end: int) -> tuple[int, Comparator]:
    """(end of the quantity with its attached words, comparator) for a number that ends at `end`."""
    position = end + 1 if text[end : end + 1] == " " and text[end + 1 : end + 3] == "or" else end
    for word in _AFTER_BY_FIRST.get(text[position : position + 1], ()):
        if not text.startswith(word, position):
            continue
        following = text[position + len(word) : position + len(word) + 1]
        if following and following in _NO_SUFFIX.get(word, ""):
            continue
        return (end if word in _UNSPANNED else position + len(word)), _AFTER[word]
    return end, "="
