"""What a mention says, reduced to parts that two mentions can be compared by."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from timeline.extract.language.predicates import action_of, main_verb
from timeline.extract.language.words import Word, cut
from timeline.lexicon.actions import ACTIONS, CONCEPTS, FAMILIES, LIGHT, Action
from timeline.lexicon.english import ENGLISH_ACTIONS, ENGLISH_PHRASES, STOPWORDS
from timeline.lexicon.grammar import wordset
from timeline.model import Mention
from timeline.text import view

Figure = tuple[float, str]

_FIGURE = re.compile(
    r"(\d[\d,]*(?:\.\d+)?)\s*([万亿千百]*)\s*(%|美元|港元|欧元|元|台|辆|人|家|吨|公里|颗|万户|户|个|款|倍|million|billion|percent)?"
)
_SPELT = re.compile(r"(?<![\d一二两三四五六七八九十百千万几数多])一?[百千十][万亿]")  # 突破百亿元
_SPELT_VALUES = {"十": "10", "百": "100", "千": "1000"}
_SCALE = {"万": 10_000, "亿": 100_000_000, "千": 1_000, "百": 100}
_PARTS = re.compile(r"[，。、：:；;,“”‘’\"《》（）()*!！?？\s]|(?<=[一-鿿]{3})[和与及](?=[一-鿿]{3})")
_HAN = re.compile(r"[一-鿿A-Za-z0-9]{4,16}")
_MODEL = re.compile(r"[A-Z][A-Za-z]*\d|\d+[A-Z]|^[A-Z]{2,}$")
_FIRST = re.compile(r"首[台辆个款批家]|第一[台辆个款批家]")
# 上市的第三年 dates something by the step, it does not tell the step.
_COUNTS_FROM = re.compile(r"(?:成立|创立|创办|诞生|上市|登陆|挂牌)[^，。]{0,12}?(?:的第|年头)")
BRANCH = re.compile(
    r"子公司|分公司|研究院|研究所|基金|事业部|部门|团队|小组|工厂|基地|俱乐部|委员会|实验室|中心|合资|协会|联盟|学院|办事处|品牌|社区|平台"
)
# Who comes to own a firm, as it is told of him and of the firm: 入主X, X的控股股东变更为Y.
_CONTROL = re.compile(
    r"入主|易主|(?:控股股东|第一大股东|实际控制人|实控人|控制权|控股权)[^，。]{0,8}(?:变更|变为|转至|转让|转移|易手)|成为[^，。]{0,12}(?:控股股东|第一大股东|实际控制人|实控人)"
)
_STOP = wordset(
    "的 了 和 与 在 为 是 把 被 对 向 从 将 等 及 以 其 中 上 下 年 月 日 做 有 到 正式 成为 公司 集团 业务 市场 行业 领域 公司的 个 新 大 一 更 职务 职位 一职 最 累计 永不 全新 首 第一 多 约 超"
)
PHRASES = 4  # phrases of the evidence that a mention is compared by: the longest


@dataclass(frozen=True, slots=True)
class Marks:
    """`acts` are kinds of steps, `figures` values with units, `first` if it is the first of its kind.

    `blocks` are the keys under which the mention is compared with others.
    """

    acts: frozenset[str]
    figures: frozenset[Figure]
    names: frozenset[str]
    products: frozenset[str]
    words: frozenset[str]
    phrases: frozenset[str]
    first: bool
    blocks: tuple[tuple[str, str], ...]
    latin: bool = False


def read_marks(mention: Mention, evidence: str, known: Iterable[str] = ()) -> Marks:
    """The marks of a mention, from its headline, its entities and the words of its evidence.

    `known`: names in its headline that other documents tell.
    """
    entities = tuple(sorted({*mention.entities, *known}))
    acts, figures, words = _of_name(mention.name, entities)
    names = frozenset(entity for entity in entities if entity in mention.name)
    products = frozenset(name for name in names if _MODEL.search(name))
    phrases = _phrases(evidence)
    blocks = [("=", mention.name)]
    for act in sorted(acts) or [""]:
        blocks += [(act, word) for word in sorted(words | names)]
        blocks += [(act, f"{value:g}") for value, _ in sorted(figures)]
        blocks += [(act, "")] if act else []
    blocks += [("#", f"{value:g}{unit}") for value, unit in sorted(figures)]
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))[:PHRASES]
    blocks += [("…", phrase) for phrase in longest]
    return Marks(
        acts, figures, names, products, words, phrases, bool(_FIRST.search(mention.name)), tuple(blocks),
        not re.search(r"[一-鿿]", mention.name),
    )  # fmt: skip


@lru_cache(maxsize=65536)
def _of_name(
    name: str, entities: tuple[str, ...]
) -> tuple[frozenset[str], frozenset[Figure], frozenset[str]]:
    name = name.replace("首席执行官", "CEO")
    name = _SPELT.sub(lambda found: f"{_SPELT_VALUES[found[0][-2]]}{found[0][-1]}", name)
    figures = frozenset(
        (float(m[1].replace(",", "")) * _scale(m[2]), m[3] or "")
        for m in _FIGURE.finditer(name)
        if m[2] or m[3]
    )
    if not re.search(r"[一-鿿]", name):
        return _of_english(name, entities, figures)
    words = cut(name, 0, len(name))
    acts = _acts(words)
    if _COUNTS_FROM.search(name):
        acts = acts - {"found", "list"}
    if _CONTROL.search(name):
        acts = acts | {"control"}
    if "found" in acts and BRANCH.search(name):  # what a firm founds inside itself
        acts = acts - {"found"} | {"branch"}
    rest = name
    for entity in sorted((entity for entity in entities if entity in name), key=lambda e: (-len(e), e)):
        rest = rest.replace(entity, "，")
    content: set[str] = set()
    for word in cut(rest, 0, len(rest)):
        if word.tag in "NVAQ" and word.text not in _STOP and not _is_step(word.text):
            content.update(
                part for part in CONCEPTS.get(word.text, word.text.strip("“”《》「」，")).split() if part
            )
        elif ACTIONS.get(word.text) and ACTIONS[word.text].act == "enter":
            content.add("进军")
    return acts, figures, frozenset(content)


def _of_english(
    name: str, entities: tuple[str, ...], figures: frozenset[Figure]
) -> tuple[frozenset[str], frozenset[Figure], frozenset[str]]:
    """The acts and words of an English headline; a billion is a billion in any language."""
    text = name.lower()
    for phrase, verb in ENGLISH_PHRASES.items():
        text = text.replace(phrase, verb)
    words = re.findall(r"[a-z][a-z'-]+", text)
    acts = {
        ENGLISH_ACTIONS[word].act
        for word in words
        if word in ENGLISH_ACTIONS and ENGLISH_ACTIONS[word].weight >= 2
    }
    parts = {part.lower() for entity in entities for part in entity.split()}
    content = {
        word for word in words if word not in ENGLISH_ACTIONS and word not in STOPWORDS and word not in parts
    }
    scaled = frozenset(
        (
            value * {"million": 1e6, "billion": 1e9}.get(unit, 1),
            "" if unit in ("million", "billion") else unit,
        )
        for value, unit in figures
    )
    return frozenset(FAMILIES.get(act, act) for act in acts) - {""}, scaled, frozenset(content)


def _is_step(text: str) -> bool:
    return text in ACTIONS and text not in CONCEPTS and ACTIONS[text].weight > 0


def _acts(words: list[Word]) -> frozenset[str]:
    """The steps a headline tells: those of weight; a light one (宣布, 决定) only if there is no other."""
    if any("周年" in word.text for word in words):
        return frozenset({"anniversary"})
    verb = main_verb(words)
    main = action_of(words, verb)
    found = {
        action.act
        for index, word in enumerate(words)
        if (action := ACTIONS.get(word.text)) and _takes(words, index, action)
    }
    if main is not None and not _aside(words, verb):
        if main.act == "sale":
            found.discard("list")
        if main.act not in LIGHT or not found:
            found.add(main.act)
    return frozenset(FAMILIES.get(act, act) for act in found) - {""}


def _takes(words: list[Word], index: int, action: Action) -> bool:
    """Whether a headline tells this step itself: not in 上市时的纪录片."""
    return action.weight >= 2 and action.act not in LIGHT and not _aside(words, index)


def _aside(words: list[Word], index: int) -> bool:
    """Whether a verb only says when: 上市时的…."""
    return index + 2 < len(words) and words[index + 1].text in ("时", "后", "前", "之后", "之前")


def _phrases(evidence: str) -> frozenset[str]:
    """The longer stretches between marks: what two tellings of one saying have in common."""
    if not evidence:
        return frozenset()
    parts = (part for part in _PARTS.split(view(evidence).text) if _HAN.fullmatch(part))
    return frozenset(part for part in parts if not re.search(r"\d{4}年|^\d+月", part))


def _scale(text: str) -> int:
    scale = 1
    for character in text:
        scale *= _SCALE.get(character, 1)
    return scale
