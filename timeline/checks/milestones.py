"""Two tellings of what can happen only once, with dates that cannot both be right.

Vocabulary: a *key* says what sort of once it is: the Nth piece (第一百万辆……下线), a first
(首次出口……), a listing on one exchange, a step of one named thing (“云山2号”投产).
Tellings with one key are compared by their other words and by the firm that they are about.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.checks.firms import own_names, share_a_firm
from timeline.checks.reading import Reading
from timeline.checks.sides import Rivalry, of_mention
from timeline.lexicon.exchanges import exchanges_in
from timeline.lexicon.grammar import wordset
from timeline.model import Mention
from timeline.numbers import read_number

Key = tuple[str, ...]

_STEPS = {
    "下线": "roll off", "生产": "roll off", "量产": "volume", "交付": "deliver", "投产": "open", "落成": "open", "竣工": "open",
    "启用": "open", "建成": "open", "开业": "open shop", "开张": "open shop", "出口": "export", "审定": "approve", "获批": "approve",
    "收购": "acquire", "并购": "acquire", "起诉": "sue", "胜诉": "win", "发布": "launch", "推出": "launch", "亮相": "launch",
    "融资": "raise", "投资": "raise", "盈利": "profit", "签约": "sign", "签下": "sign", "开工": "begin", "动工": "begin", "奠基": "begin",
    "发射": "fly", "首飞": "fly", "通车": "open", "投运": "open", "运行": "open",
}  # fmt: skip
_STEP = re.compile("|".join(_STEPS))
_NTH = re.compile(r"第(?=[\d一二三四五六七八九十百千万])")
_REACHED = re.compile(r"(?:达成|完成|迎来|实现)[^，。；]{0,6}?(?=\d)")
_FIRST = re.compile(
    r"第一(?!次性|位|名|时间|线|章|步|阶段|季)[\u4e00-\u9fff]|首(?=[次款台辆家座批个套笔条艘架只部版期])|首度|头一"
)
# 在香港上市的X and a Hong Kong-listed X say what X is, not when it was listed.
_LISTED = re.compile(
    r"上市(?!公司|企业|的|平台|主体|地位)|挂牌(?!公司|企业|的)|登陆|敲钟|\b(?:was|were|got|been|being) listed\b|\blist(?:s|ed) (?:its )?(?:shares|stock)\b"
    r"|(?<!company )(?<!firm )(?<!unit )(?<!group )\blisted (?:on|in)\b|\bIPO\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"[“「『《]([^“”「」『』《》]{1,16})[”」』》]"
    r"|([一二三四五六七八九十\d]{1,3}[号期](?:工厂|车间|基地|产线|生产线|项目|工程|机组|航站楼|高炉|仓库|数据中心|大桥|楼|井)|[A-Za-z][A-Za-z-]*\d+[A-Za-z]*|[A-Z][A-Za-z]{2,})"
)
_COMMON_NAMES = wordset("GDP CEO IPO App APP AI CPU GPU SUV A B C D Q ESG KPI")
_NO_STEP = re.compile(
    r"周年|的第|年头|之[前后时]|上市[时后前]|截至|截止|计划|预计|拟|将于|没有|未能|推迟|取消|再次|第二次|重新|重返|二次|申请|筹备|准备|递交|纪念|庆"
)
_NOISE = re.compile(r"[\W\d_a-zA-Z]|[了的在于与和从将就也都才又已经是由对向为]|正式|公司|我们|第一|首次")
LOOSE, CLOSE = 0.5, 0.6  # of the smaller one's pieces that two tellings must share
MANY = 40  # tellings of one key: more are no once


class Telling(NamedTuple):
    reading: Reading
    mention: Mention
    pieces: frozenset[str]
    names: frozenset[str]  # quoted or Latin: what the step is taken with
    sentence: tuple[int, int]


def rivals(readings: Sequence[Reading]) -> Iterator[Rivalry]:
    """Pairs of tellings of one milestone with dates apart, each milestone once for each further date."""
    tellings: dict[Key, list[Telling]] = defaultdict(list)
    names = {reading.doc_id: own_names(reading) for reading in readings}
    for reading in readings:
        for mention in reading.mentions:
            if mention.modality == "fact":
                for key, telling in _tellings(reading, mention, names[mention.doc_id]):
                    tellings[key].append(telling)
    for key in sorted(tellings):
        for pair in _apart(tellings[key], key, names):
            left, right = sorted(pair, key=lambda telling: telling.mention.span)
            name = min((left.mention.name, right.mention.name), key=lambda n: (n.isascii(), len(n), n))
            yield Rivalry(
                of_mention(left.reading, left.mention), of_mention(right.reading, right.mention), name
            )


def _tellings(reading: Reading, mention: Mention, own: frozenset[str]) -> Iterator[tuple[Key, Telling]]:
    start, end = reading.place(mention.start), reading.place(mention.end - 1) + 1
    words = reading.timeless(start, end)
    if _NO_STEP.search(words):
        return
    plain = words
    for name in sorted((*own, *mention.entities), key=len, reverse=True):
        plain = plain.replace(name, "")
    plain = _NOISE.sub("", plain)
    pieces = frozenset(plain[at : at + 2] for at in range(len(plain) - 1))
    telling = Telling(
        reading, mention, pieces, frozenset(_names(words)) | _numbered(words), reading.sentence(start)
    )
    for key in _keys(words):
        yield key, telling


def _keys(words: str) -> Iterator[Key]:
    step = _STEP.search(words)
    family = _STEPS[step[0]] if step else ""
    if family:
        names = _names(words)
        yield from (("nth", family, str(number)) for number in _ordinals(words))
        if _FIRST.search(words):
            yield "first", family
            yield from (("first named", family, name) for name in names)
        yield from (("named", family, name) for name in names)
    if _LISTED.search(words) and "融资" not in words:
        yield from (("listing", place) for place in sorted(exchanges_in(words)))


def _names(words: str) -> list[str]:
    names = [match[1] or match[2] for match in _NAMED.finditer(words)]
    return [name for name in names if len(name) > 1 and name not in _COMMON_NAMES]


def _numbered(words: str) -> frozenset[str]:
    """The numbers of three digits and more: the first 286 and the first 386 are two firsts."""
    return frozenset(re.findall(r"\d{3,}", words))


def _ordinals(words: str) -> Iterator[float]:
    """The N of an Nth piece, of a hundred or more: less is often a place in a list."""
    for match in itertools.chain(_NTH.finditer(words), _REACHED.finditer(words)):
        number = read_number(words, match.end())
        if number and number.value and number.value >= 100 and number.comparator == "=":
            yield float(number.value)


def _apart(
    tellings: Sequence[Telling], key: Key, names: dict[str, frozenset[str]]
) -> Iterator[tuple[Telling, Telling]]:
    """Pairs whose dates exclude each other, sharpest first; who agrees with a sharper telling is not asked again."""
    ordered = sorted(
        tellings,
        key=lambda t: ((t.mention.latest - t.mention.earliest).days, t.mention.earliest, t.mention.span),
    )
    for index, right in enumerate(ordered[:MANY]):
        for left in ordered[:index]:
            if _alike(left, right, key) and share_a_firm(left.reading, right.reading, names):
                a, b = left.mention, right.mention
                if a.latest < b.earliest or b.latest < a.earliest:
                    yield left, right
                break


def _alike(left: Telling, right: Telling, key: Key) -> bool:
    if left.reading is right.reading and left.sentence == right.sentence:
        return False
    if key[0] in ("nth", "first named", "listing"):
        return True
    if left.names and right.names and not left.names & right.names:
        return False
    shared, least = len(left.pieces & right.pieces), min(len(left.pieces), len(right.pieces))
    return shared >= 2 and shared >= (LOOSE if key[0] == "named" else CLOSE) * least
