"""What a mention says, reduced to parts that two mentions can be compared by.

Vocabulary: *pieces* are pairs of neighbouring characters (words, in English) of what is said beside the
step, the time, the numbers and the firm's own name; `steps` are the acts told, a round of money, a place of
listing; an *ordinal* is a number in a row and what is counted: (2, 分厂); a *tag* names one thing: A轮, H7.
The mention's *context* is its evidence with what the sentence goes on to say before another mention begins.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from timeline.extract.who.firm_names import same_firm
from timeline.lexicon.actions import ACTIONS, CONCEPTS, FAMILIES, LIGHT, NOUN_TAILS
from timeline.lexicon.english import ENGLISH_ACTIONS, ENGLISH_PHRASES, STOPWORDS
from timeline.lexicon.exchanges import exchanges_in
from timeline.lexicon.naming import TITLES
from timeline.model import Mention
from timeline.numbers import read_number
from timeline.quantities import find_quantities
from timeline.text import view

Figure = tuple[float, str]  # value in base units, unit

BRANCH = re.compile(
    r"子公司|分公司|研究院|研究所|基金|事业部|部门|团队|小组|工厂|基地|俱乐部|委员会|实验室|中心|合资|协会|联盟|学院|办事处|品牌|社区|平台"
)
_WORDS = {word: action for word, action in ACTIONS.items() if len(word) > 1}
_LENGTHS: dict[str, list[int]] = defaultdict(list)  # longest first, by the first two characters
for _word in sorted(_WORDS, key=len, reverse=True):
    _LENGTHS[_word[:2]].append(len(_word))
_HEAD = re.compile(f"[{''.join(sorted({word[0] for word in _WORDS}))}]")
_OFFICE = re.compile(rf"(?<![一-鿿]主)[任当做](?=(?:{TITLES}))")
# Who comes to own a firm, as it is told of him and of the firm: 入主X, X的控股股东变更为Y.
_CONTROL = re.compile(r"控股权|控制权|(?:控股|第一大|单一大)股东|实际控制人|实控人")
# A step that dates something else is not told: 成立的第三年, 上市之后, 成立十周年.
_ASIDE = re.compile(r"的|[^，。；]{0,10}?(?:的第|年头|周年)|之?[后前时初](?![一-鿿]?[景沿卫])|以来|至今")
# What a year brought is told as a step of its own.
_MEASURED = (
    ("deliver", re.compile(r"交付量|销量|出货量|销售量")),
    ("revenue", re.compile(r"营业?收(?:入)?|销售收入|营业额|\brevenue|\bsales of")),
    ("profit", re.compile(r"净?利润|净利|\b(?:net )?profit")),
)
_SAME_STEP = {"produce": "open", "online": "unveil", "invest": "fund", "buy": "acquire", "sell": "deliver"}
_ANNIVERSARY = re.compile(r"周年|anniversary")
_OBJECT = re.compile(r"(?:了|起)?(?![于在后的以之至])([一-鿿A-Za-z]{2,16})")
_HOW = frozenset({"win", "tell", "reach", "suffer"})  # how a step was taken
_SHARES = re.compile(r"挂牌|敲[了响]?[钟锣]|发行价|股票|每股|证券|IPO|股份")
_TIME = re.compile(
    r"[\d一二三四五六七八九〇零]{2,4}年(?:代)?(?:[\d一二三四五六七八九十]{1,3}月(?:份)?)?(?:[\d一二三四五六七八九十]{1,3}[日号])?"
    r"|[\d一二三四五六七八九十]{1,3}月(?:份)?(?:[\d一二三四五六七八九十]{1,3}[日号])?|[去今当同次翌前这]一?年|[年月][初底末]|[春夏秋冬][天季]|(?:上|下)半年"
)
_HAN, _LATIN = re.compile("[一-鿿]{2,}"), re.compile("[A-Za-z][A-Za-z-]+")
_PLAIN = re.compile(
    r"正式|公司|集团|企业|我们|成为|股份|有限|累计|最终|成功|首次|宣布|完成|实现|达到|开始|随后|其中|由此|因此|当时|全年|总计|同比|一度|业务"
    r"|[的了和与及在于为是把被对向从将等以其中上下年月日做有到个新大更又也都才就已再仅由并而之该此各每约超多近元]"
)
_ORDINAL = re.compile(
    r"第(?=[\d一二两三四五六七八九十百千万])|(?<=[一-鿿])(?=[一二三四五六七八九十\d]{1,3}(?:期|分?厂|号线))|首(?=[家座台辆架艘款条个批次届间艘枚颗支例套])"
)
_NUMERAL = re.compile(r"[\d一二两三四五六七八九十百千万亿几半]|hundred|thousand|[mb]illion")
_COUNTED = re.compile(r"个?([家座台辆架艘款条个批次届间枚颗支例套代位名件期]?)([一-鿿]{2})?")
_ORDER = re.compile(
    r"第[\d一二三四五六七八九十百千万亿]+[家座台辆架艘款条个批次届间艘枚颗支例套代位名件期]?|首[家座台辆架艘款条个批次届间枚颗支例套]"
)
_ROUND = re.compile(
    r"(?<![A-Za-z])(Pre-?[A-H]\d?|[A-H]\d?\+*|种子|天使)\s*轮|\b(?:Series|Round) ([A-H])\b|\b(angel|seed) round",
    re.I,
)
_MODEL = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Za-z]{1,8}-?\d{1,4}[A-Za-z]?|\d{1,3}[A-Z]{1,3})(?![A-Za-z0-9%])|[一-鿿]{2}[一二三四五六七八九十\d]{1,2}号"
)
_TITLE = re.compile(TITLES)
# A step has stages, each with a date of its own: 宣布收购 in June and 完成收购 in August are no contradiction.
_STAGES = re.compile(r"宣布|公告|签|拟|获批|批准|通过|启动|开始|完成|过户|交割|announce|complete|agree")
_BETWEEN = re.compile(r"[，。、：:；;,“”‘’\"《》（）()*!！?？\s]")
_PHRASE = re.compile(r"(?!.*(?:\d{4}年|月))(?=.*[一-鿿])[一-鿿A-Za-z0-9]{4,16}")
_NO_PIECES = STOPWORDS | ENGLISH_ACTIONS.keys()
_MEANINGS = [("首席执行官", "CEO")] + [
    (word, meaning.split()[0]) for word, meaning in CONCEPTS.items() if meaning
]
# What stands in quotation marks may be a name.
QUOTED = re.compile(r"[“「『《]([^“”「」『』《》]{2,12})[”」』》]")
_TAILS = NOUN_TAILS | {"人"}  # 创始人


_NONE: frozenset = frozenset()


@dataclass(frozen=True, slots=True)
class Marks:
    """`name`: pieces of the headline; `told`: of the context as well. `figures` are the headline's, `counted` all.

    `text` is what is read, `firms` what its document calls its own firm; `founded` is what was founded, in both.
    """

    steps: frozenset[str]
    stages: frozenset[str]
    name: frozenset[str]
    told: frozenset[str]
    phrases: frozenset[str]
    figures: frozenset[Figure]
    counted: frozenset[Figure]
    ordinals: frozenset[tuple[float, str]]
    rounds: frozenset[str]
    models: frozenset[str]
    places: frozenset[str]
    tags: frozenset[str]
    names: frozenset[str]
    firms: tuple[str, ...]
    founded: tuple[str, ...]
    latin: bool
    text: str


def read_marks(mention: Mention, context: str, own: Sequence[str] = (), known: Iterable[str] = ()) -> Marks:
    """The marks of a mention. `own`: the names of its document's firm; `known`: names that other documents tell."""
    name, context = mention.name, view(context).text
    latin = not _HAN.search(name)
    steps = _english_steps(name) if latin else steps_in(name)
    founded = tuple(map(_founded, (name, context or name))) if "found" in steps and not latin else ()
    leading = [*(own or [one for one in mention.entities if name.startswith(one)]), *filter(None, founded)]
    acted = _without(name, leading)
    figures, numbers, plain = _counted(acted)
    whole = plain if leading == [*own] else _counted(_without(name, own))[2]
    counted, _, around = _counted(_without(context, own))
    text = f"{name} {context}"
    told = [one for one in {*mention.entities, *known} if one in text]
    names = _set(one for one in told if not any(one in firm or same_firm(one, firm) for firm in own))
    tags = [
        *QUOTED.findall(text),
        *(_TITLE.findall(_without(name, ())) if steps & {"appoint", "resign"} else ()),
    ]
    return Marks(
        steps, _set(_STAGES.findall(name)), _set(_pieces(plain)), _set(_pieces(f"{whole}，{around}")),
        _set(phrase for phrase in _BETWEEN.split(context) if _PHRASE.fullmatch(phrase)),
        figures, _set(figures | counted), _set(_ordinals(acted if _ORDINAL.search(acted) or latin else around)),
        _set(_rounds(text)), _set(numbers.union(_MODEL.findall(name))),
        exchanges_in(text) if "list" in steps else _NONE, _set(tags), names, tuple(own), founded, latin, text,
    )  # fmt: skip


def _set(items: Iterable) -> frozenset:
    """A set; of all that are empty there is one: a mention has ten, and there may be a million mentions."""
    return frozenset(items) or _NONE


def _without(text: str, own: Iterable[str]) -> str:
    """A text without the names of the firm, and without times; words that say the same are one."""
    for name in sorted(own, key=len, reverse=True):
        text = text.replace(name, "，")
    for word, meaning in _MEANINGS:
        text = text.replace(word, meaning)
    return _TIME.sub("，", text)


@lru_cache(maxsize=4096)
def _counted(text: str) -> tuple[frozenset[Figure], frozenset[str], str]:
    """The figures of a text, the numbers that are names (286), and the text without either."""
    figures, names, rest = set(), set(), _ORDER.sub("，", text)
    for one in reversed(find_quantities(rest) if _NUMERAL.search(rest) else ()):
        value = one.value if one.value is not None else one.low if one.low is not None else one.high
        if value is not None and one.unit and one.unit != "rank":
            figures.add((abs(value), one.unit))
        elif not one.unit and one.text.isdigit() and len(one.text) > 2:
            names.add(one.text)
        rest = f"{rest[: one.start]}，{rest[one.end :]}"
    return _set(figures), _set(names), rest


def steps_in(text: str) -> frozenset[str]:
    """The acts of weight that a Chinese clause tells; 宣布 and 决定 only if there is no other."""
    if _ANNIVERSARY.search(text):
        return frozenset({"anniversary"})
    found = {_WORDS[text[start:end]].act for start, end in _acts(text) if _WORDS[text[start:end]].weight > 1}
    acts = found - LIGHT or found - _HOW
    if not acts and _OFFICE.search(text):
        acts.add("appoint")
    acts |= {step for step, words in _MEASURED if words.search(text)}
    if _ROUND.search(text):
        acts.add("fund")
    if _CONTROL.search(text):
        acts.add("acquire")
    if "found" in acts and (BRANCH.search(text) or _ORDINAL.search(text)):
        acts = acts - {"found"} | {"open"}
    if "list" in acts and not (exchanges_in(text) or _SHARES.search(text)) and QUOTED.search(text):
        acts = acts - {"list"} | {"sale"}
    return _families(acts)


def _founded(text: str) -> str:
    """What is told to be founded: what follows the word, else what stands before it."""
    ends = [(start, end) for start, end in _acts(text) if _WORDS[text[start:end]].act == "found"]
    if not ends:
        return ""
    start, end = ends[-1]
    if after := _OBJECT.match(text, end):
        return after[1]
    before = re.split("[，。；、,]|前身[为是]", _TIME.sub("，", text[:start]).rstrip("，"))[-1]
    return re.split("[在于]", before)[0]


def _families(acts: Iterable[str]) -> frozenset[str]:
    """Acts that tell one step from several sides are one."""
    return frozenset(FAMILIES.get(act, _SAME_STEP.get(act, act)) for act in acts) - {""}


def _acts(text: str) -> Iterator[tuple[int, int]]:
    """Where action words stand: the longest ones, no part of a noun (发行价), none that only dates (上市后)."""
    place = 0
    while head := _HEAD.search(text, place):
        place = head.start()
        n = next(
            (n for n in _LENGTHS.get(text[place : place + 2], ()) if text[place : place + n] in _WORDS), 0
        )
        end = place + n
        if n and text[end : end + 1] not in _TAILS and not _ASIDE.match(text, end):
            yield place, end
        place += n or 1


def _english_steps(text: str) -> frozenset[str]:
    text = text.lower()
    for phrase, verb in ENGLISH_PHRASES.items():
        text = text.replace(phrase, verb)
    if _ANNIVERSARY.search(text):
        return frozenset({"anniversary"})
    acts = {ENGLISH_ACTIONS[word].act for word in _LATIN.findall(text) if word in ENGLISH_ACTIONS}
    measured = {step for step, words in _MEASURED if words.search(text)}
    return _families((acts - LIGHT - {"profit"} or acts) | measured if measured else acts - LIGHT or acts)


def _pieces(plain: str) -> Iterator[str]:
    """Pairs of neighbouring characters of the other words; English words as they are."""
    for words in (_CONTROL, *(words for _, words in _MEASURED)):
        plain = words.sub("，", plain)
    rest, place = "", 0
    for start, end in _acts(plain):
        rest, place = f"{rest}{plain[place:start]}，", end
    for run in _HAN.findall(_PLAIN.sub("，", rest + plain[place:])):
        yield from (intern(run[at : at + 2]) for at in range(len(run) - 1))
    yield from (intern(word) for word in map(str.lower, _LATIN.findall(plain)) if word not in _NO_PIECES)


def _ordinals(text: str) -> Iterator[tuple[float, str]]:
    for match in _ORDINAL.finditer(text):
        number, end = 1.0, match.end()
        if match[0] != "首":
            read = read_number(text, end)
            if not read or read.value is None:
                continue
            number, end = float(read.value), read.end
        counted = _COUNTED.match(text, end)
        if counted:
            yield number, "" if match[0] + counted[1] == "首次" else counted[2] or counted[1]
    if match := re.search(r"\b(first|second|third)\b|\b(\d[\d,]*)(?:st|nd|rd|th)\b", text):
        word = match[1]
        yield float({"first": 1, "second": 2, "third": 3}[word] if word else match[2].replace(",", "")), ""


def _rounds(text: str) -> Iterator[str]:
    for match in _ROUND.finditer(text):
        word = next(filter(None, match.groups()))
        yield {"天使": "ANGEL", "种子": "SEED"}.get(word, word.upper())
