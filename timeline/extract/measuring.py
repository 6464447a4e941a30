"""What a number measures: its property, how it changes, and whether it measures anything at all."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.quantities import units
from timeline.lexicon.measures import MEASURES, UNSAID
from timeline.model import Change, Quantity


class Measured(NamedTuple):
    """A reading of one quantity; `quantity` may have gained a unit (三四千 is money near 价格)."""

    property: str
    change: Change
    quantity: Quantity
    rule: str
    said: bool  # a measure word said it


_KINDS = {measure.property: frozenset(measure.kinds.split()) for measure in MEASURES}
_WORDS: dict[str, list[tuple[str, str]]] = {}
for _measure in MEASURES:
    for _word in _measure.words.split():
        _WORDS.setdefault(_word[0], []).append((_word.replace("_", " "), _measure.property))
for _entries in _WORDS.values():
    _entries.sort(key=lambda entry: -len(entry[0]))
_UNSAID = {key: property_ for key, property_, _, _ in UNSAID}

_UP = re.compile(
    r"增长|增加|增至|上升|提高|提升|上涨|扩大|增幅|涨幅|增速|涨|多出|高出|增收|rose|grew|increased?|up|growth|jumped|climbed"
)
_DOWN = re.compile(
    r"下降|减少|降低|下滑|下跌|缩减|缩水|降幅|跌幅|回落|跌|降|萎缩|fell|dropped|declined?|decreased?|down|cut"
)
_LEVEL = re.compile(r"[到至达为]了?$|(?:增至|升至|降至|跌至|提升到|reached|to)\s?$")
_GROWTH_AFTER = re.compile(
    r"的?(?:(?P<up>增长|增幅|涨幅|增速|提升|上升|溢价)|(?P<down>下降|降幅|跌幅|下滑|折扣|缩减))"
)
_COMPARED = re.compile(r"同比|环比|较[^，。]{1,8}|比[^，。]{1,8}")


def measures_in(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """(start, end, property) of every measure word in text[start:end], longest at each place."""
    found = []
    position = start
    while position < end:
        for word, name in _WORDS.get(text[position], ()):
            if (
                text.startswith(word, position)
                and position + len(word) <= end
                and _whole(text, position, word)
            ):
                found.append((position, position + len(word), name))
                position += len(word) - 1
                break
        position += 1
    return found


def _whole(text: str, position: int, word: str) -> bool:
    if not word[0].isascii():
        return True
    before, after = text[position - 1 : position], text[position + len(word) : position + len(word) + 1]
    return not (before.isascii() and before.isalnum()) and not (after.isascii() and after.isalnum())


def _fits(name: str, quantity: Quantity) -> bool:
    kinds = _KINDS[name]
    code = quantity.unit.split("_per_")[0]
    kind = units.KINDS.get(code, "")
    if kind in kinds or f"={code}" in kinds:
        return True
    if kind in ("share", "multiple", "rank") and name != "discount":
        return kind != "rank" or bool(kinds & {"count", "money", "share", "=persons", "rank"})
    return False


def read_measure(
    text: str,
    sentence: tuple[int, int],
    clause: tuple[int, int],
    span: tuple[int, int],
    quantity: Quantity,
    before: Measured | None,
) -> Measured:
    """The property of the quantity at text[span], from the words of its clause and sentence."""
    quantity = _priced(text, clause, span, quantity)
    name, rule = _property(text, sentence, clause, span, quantity, before)
    change = _change(text, clause, span, quantity)
    said = bool(name)
    if not name:
        code = quantity.unit.split("_per_")[0]
        kind = units.KINDS.get(code, "")
        if kind == "count" and code not in _UNSAID:
            name = code
        else:
            name = _UNSAID.get(code) or _UNSAID.get(kind, "number")
        rule = "by the unit"
    return Measured(_suffixed(name, change, quantity), change, quantity, rule, said)


def _suffixed(name: str, change: Change, quantity: Quantity) -> str:
    kind = units.KINDS.get(quantity.unit, "")
    if kind == "rank":
        return name if name == "rank" else f"{name}_rank"
    if change == "multiple":
        return name if name == "multiple" else f"{name}_multiple"
    if kind == "share" and change in ("increase", "decrease"):
        if quantity.unit == "percentage_points" or name in ("share", "growth"):
            return f"{name}_change" if name != "growth" else name
        return f"{name}_{'growth' if change == 'increase' else 'decline'}"
    return name


def _property(
    text: str,
    sentence: tuple[int, int],
    clause: tuple[int, int],
    span: tuple[int, int],
    quantity: Quantity,
    before: Measured | None,
) -> tuple[str, str]:
    start, end = span
    ahead = [found for found in measures_in(text, clause[0], start) if _fits(found[2], quantity)]
    behind = [
        found for found in measures_in(text, end, min(clause[1], end + 14)) if _fits(found[2], quantity)
    ]
    if ahead and (not behind or start - ahead[-1][1] <= 8):
        return ahead[-1][2], "measure before the number"
    if behind:
        return behind[0][2], "measure after the number"
    if ahead:
        return ahead[-1][2], "measure before the number"
    if before and before.quantity.unit == quantity.unit and before.said:
        return before.property, "measure of the number before"
    earlier = [found for found in measures_in(text, sentence[0], clause[0]) if _fits(found[2], quantity)]
    if earlier and units.KINDS.get(quantity.unit, "") in ("money", "multiple", "share"):
        return earlier[-1][2], "measure of the sentence"
    return "", ""


_PRICE_WORD = re.compile(r"价格|售价|定价|均价|单价|卖|价位")


def _priced(text: str, clause: tuple[int, int], span: tuple[int, int], quantity: Quantity) -> Quantity:
    """A bare number near a word for price is money."""
    size = quantity.low if quantity.value is None else quantity.value
    if quantity.unit or size is None or size < 100 or "-" in quantity.text:
        return quantity
    if _PRICE_WORD.search(text, clause[0], span[0]):
        return quantity._replace(unit="CNY", rule="price-without-unit")
    return quantity


def _change(text: str, clause: tuple[int, int], span: tuple[int, int], quantity: Quantity) -> Change:
    kind = units.KINDS.get(quantity.unit, "")
    if kind == "multiple":
        return "multiple"
    head = text[max(clause[0], span[0] - 14) : span[0]]
    if kind == "share":
        after = _GROWTH_AFTER.match(text, span[1])
        if after:
            return "increase" if after["up"] else "decrease"
    if _LEVEL.search(head):
        return "none"
    ups = [match.end() for match in _UP.finditer(head)]
    downs = [match.end() for match in _DOWN.finditer(head)]
    if not ups and not downs:
        return "none"
    nearest = max(ups + downs)
    if nearest < len(head) - 6:
        return "none"
    return "increase" if max(ups, default=-1) >= max(downs, default=-1) else "decrease"


_STRUCTURAL = re.compile(
    r"^的?(?:[一-鿿]{0,4}?)(?:问题|方面|原因|层面|阶段|步骤|环节|字|词|大坑|铁律|策略|要素|指标|维度|特点|特征|关键|核心|理由|方向|时代|层次|重点|难点|目标|规则|选择|条件|因素|基本点|例子|故事|观点|建议|角度|部分|动作|版块|板块|疑问|考验|难关|路径|事实|基本|终局|支撑|要求|认知|变化|优势|挑战|陷阱|星期|人生|事|点|群|声音|叶)"
)
_GENERIC = frozenset(
    {"items", "occasions", "companies", "regions", "projects", "tasks", "articles", "videos"}
)


def is_telling(
    text: str, clause: tuple[int, int], span: tuple[int, int], quantity: Quantity, measured: Measured
) -> bool:
    """Whether the quantity measures something: not an article, a list's structure, a turn of phrase."""
    unit = measured.quantity.unit.split("_per_")[0]
    kind = units.KINDS.get(unit, "")
    size = quantity.low if quantity.value is None else quantity.value
    if not unit or size is None:
        return False
    spoken = not any(char.isdigit() for char in quantity.text)
    if kind == "count":
        return _counts(text, span, quantity, unit, size, spoken)
    if kind == "money":
        return not (spoken and size < 5)
    if kind == "share":
        return not (quantity.text in ("百分之百", "百分百", "100%") and not measured.said) and not (
            quantity.rule == "half"
            and re.match(r"是|在|时间|功劳|靠", text[span[1] : span[1] + 2]) is not None
        )
    if kind in ("multiple", "rank"):
        return True
    if kind in ("angle", "score"):
        return measured.said
    return not (spoken and size <= 2)


def _counts(
    text: str, span: tuple[int, int], quantity: Quantity, unit: str, size: float, spoken: bool
) -> bool:
    if unit in ("characters",):
        return False
    if quantity.rule == "count" and _STRUCTURAL.match(text[span[1] : span[1] + 8]):
        return False
    if unit in ("meetings", "centres", "stores", "factories"):
        return size >= 2
    if unit in _GENERIC:
        return size > 10 if spoken else size >= 3
    return size >= 3
