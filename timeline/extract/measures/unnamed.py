"""A readable name for a measure that the lexicon does not know: the noun that the text gives it."""

import re

from timeline.extract.language.words import cut, tag_of
from timeline.extract.measures.changes import Span
from timeline.lexicon.counted import COUNTED
from timeline.lexicon.grammar import wordset
from timeline.lexicon.unsaid import PRICED
from timeline.model import Quantity
from timeline.quantities import units

_ENDING = re.compile(r".*(?:量|额|率|数|费|价|值|金|度|比|规模|时长|次数|面积|成本|收入|效率|密度|强度|指数)")
_PEOPLE = re.compile(
    "|".join(next(row.nouns for row in COUNTED if row.unit == "persons").split()) + "|人|者|员"
)
_NO_THINGS = wordset(
    "资金 代价 支持 合同 规模 水平 目标 项目 缺口 债 债务 损失 罚单 差距 生意 市场 公司 企业 行业 产业 门槛"
)
_HOLLOW = wordset(
    "数量 数 总数 总量 人数 次数 额度 程度 角度 高度 季度 年度 态度 速度 价 值 费 比 量 率 度 多数 少数 无数 岁数 分数 整数 同比 环比 占比"
)

_GROWS = re.compile(r"[增减涨跌升降长]")
_SAID = re.compile(r"[^，。；：、\d]{0,10}")  # 中标率|同比提升了|3个百分点


def name_before(text: str, start: int, end: int, *, counted: bool = False) -> str:
    """The noun in text[start:end] that measures what follows (人均年|消费量|仅为), "" for none.

    What is `counted` may be any noun right before the number: 品种|57个 gives 品种数.
    """
    words = cut(text, max(start, end - 16), end)
    for index, word in reversed(list(enumerate(words))):
        if len(word.text) == 1 and word.text in "率量额费值" and index and words[index - 1].tag in "NV":
            return words[index - 1].text + word.text  # 续订|率
        noun = word.tag == "N" or (word.tag == "V" and tag_of(word.text)[:1] != "v")
        if noun and len(word.text) > 1 and _ENDING.fullmatch(word.text):
            return "" if word.text in _HOLLOW else word.text
        if word.tag == "N" and len(word.text) > 1:
            return (
                f"{word.text}数" if counted and index == len(words) - 1 and tag_of(word.text) == "n" else ""
            )
    return ""


def rate_before(text: str, start: int, end: int) -> str:
    """The rate that the clause tells right before its number: 中标率 of 中标率仅有|4.7%; "" for none."""
    name = name_before(text, start, end)
    if not name.endswith("率") or _GROWS.search(name):
        return ""
    between = text[text.rindex(name, start, end) + len(name) : end]
    return name if _SAID.fullmatch(between) else ""


def thing_after(text: str, end: int) -> str:
    """The thing that a price stands before (799元的|充电盒), "" for people and for what is no thing."""
    if text[end : end + 1] != "的":
        return ""
    phrase: list[str] = []
    for word in cut(text, end + 1, min(end + 12, len(text))):
        made_of = word.tag == "M" and phrase and len(word.text) == 1  # 充电|盒
        if (word.tag not in "NAV" and not made_of) or not word.text.isalpha() or (phrase and word.tag == "V"):
            break
        phrase.append(word.text)
    thing = "".join(phrase)
    if (
        not phrase
        or tag_of(phrase[-1]) not in ("n", "nz", "q", "")
        or _PEOPLE.search(thing)
        or phrase[-1] in _NO_THINGS
    ):
        return ""
    return thing if 1 < len(thing) <= 10 else ""


def name_after(text: str, end: int) -> str:
    """The noun that a measure word counts (28万个|超级任务 → 超级任务数), "" for none."""
    phrase = ""
    for word in cut(text, end, min(end + 10, len(text))):
        if word.text == "的" and not phrase:
            continue
        if word.tag in "NA" and word.text.isalpha() and len(phrase + word.text) <= 8:
            phrase += word.text
        else:
            break
    return f"{phrase}数" if len(phrase) > 1 else ""


_THING = re.compile(
    rf"(?:以上|以下|左右|级|档|起)?的?(?P<thing>[^，。；、\d]{{0,10}}?(?:{'|'.join(PRICED.split())}))(?!用户|市场份额)"
)


def priced_thing(text: str, span: Span, quantity: Quantity) -> str:
    """What costs that much: 799元的|洗衣机, 20万元以上|轿车."""
    if (
        units.kind_of(quantity.unit) != "money"
        or "_per_" in quantity.unit
        or (quantity.value or quantity.low or 0) > 10**7
    ):
        return ""
    if text[span[1] : span[1] + 1] != "的" and not quantity.text.endswith(("以上", "以下", "左右")):
        return ""
    match = _THING.match(text, span[1])
    if match:
        return match["thing"]
    return thing_after(text, span[1]) if (quantity.value or 0) <= 10**6 else ""
