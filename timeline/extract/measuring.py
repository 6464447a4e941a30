"""What a number measures: the measure word near it, how it changes, the property's name.

Vocabulary: a measure is *native* to a quantity if it is told in units of that kind (营收 in money);
a share, a multiple or a rank may also say something of another measure (营收增长35%, 销量第一), and then
the property gets a suffix: revenue_growth, sales_volume_rank.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.extract.changes import Span, read_change
from timeline.extract.unnamed import thing_after
from timeline.lexicon.measures import MEASURES, PRICED, UNSAID
from timeline.model import Change, Quantity
from timeline.quantities import units


class Found(NamedTuple):
    """A measure word in the view."""

    start: int
    end: int
    property: str


class Measured(NamedTuple):
    """A reading of one quantity; `quantity` may have gained a unit (三四千 near 价格 is money)."""

    property: str
    base: str  # without suffix
    change: Change
    quantity: Quantity
    rule: str
    word: Found | None = None  # the measure word, where it stands in the quantity's own clause
    thing: str = ""  # what a price belongs to, where it is named after the number


_SMALL = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
_KINDS = {measure.property: frozenset(measure.kinds.split()) for measure in MEASURES}
_WORDS: dict[str, list[tuple[str, str]]] = {}
for _measure in MEASURES:
    for _word in _measure.words.split():
        _word = _word.replace("_", " ").lower()
        _WORDS.setdefault(_word[0], []).append((_word, _measure.property))
for _entries in _WORDS.values():
    _entries.sort(key=lambda entry: -len(entry[0]))
_THINGS = frozenset(PRICED.split())
_UNSAID = {row.unit: row.property for row in UNSAID}
_SIZES = frozenset("长高宽厚深重")
_BEFORE_SIZES = (*tuple("车身净体全总长宽，、。：（ ;,"), "")
_CONTINUES = re.compile(
    r"(?:[\d一二三四〇]{1,4}(?:年|月|日|季度)|[上下]半年|[去今前明次当全]年|第[一二三四]季度|[则又也再，和、]|其中|分别){1,6}$|[达到为是超破增降升跌约至做冲收近逾仅有后]|^.{0,2}$"
)
_RANKED = frozenset(
    {"market_share", "sales_volume", "shipments", "deliveries", "revenue", "gmv", "sales_value"}
)
_GENERIC = frozenset({"share", "multiple", "rank"})

# Words that may stand between a measure and its number.
_LINK = re.compile(
    r"(?:[为达约是到至了超过近仅有高突破在只已也就更共总计合累的一度大概左右均再首次、:： \"“（(或低不将被够于]"
    r"|保持|维持|稳定|站上|创下|接近|可以|可|能|必须|最少|至少|稳居|位居|位列|第){0,14}"
)
_VERBS_BETWEEN = re.compile(r"[发给买用付交还将被让来去]")  # 借来800万元|发|工资
_REACH = 16  # characters between a number and the measure word after it


def measures_in(text: str, start: int, end: int) -> list[Found]:
    """Every measure word in text[start:end], longest at each place; Latin words in any case."""
    found = []
    part = text[start:end].translate(_SMALL)
    position = 0
    while position < len(part):
        for word, name in _WORDS.get(part[position], ()):
            if part.startswith(word, position) and _whole(part, position, word):
                found.append(Found(start + position, start + position + len(word), name))
                position += len(word) - 1
                break
        position += 1
    return found


def is_measure(word: str) -> bool:
    """Whether a word only says what is measured (营收), and so is nobody's name (车主, 电视)."""
    small = word.translate(_SMALL)
    names = [name for known, name in _WORDS.get(small[:1], ()) if small == known]
    return bool(names) and word not in _THINGS and not any(kind[0] == "=" for kind in _KINDS[names[0]])


def _whole(text: str, position: int, word: str) -> bool:
    if not word[0].isascii():
        return True
    before, after = text[position - 1 : position], text[position + len(word) : position + len(word) + 1]
    return not (before.isascii() and before.isalnum()) and not (after.isascii() and after.isalnum())


def kind_of(quantity: Quantity) -> str:
    """The kind of the quantity's unit: money, share, count, length …"""
    return units.kind_of(quantity.unit)


def _code(quantity: Quantity) -> str:
    return quantity.unit.split("_per_")[0]


def _is_native(name: str, quantity: Quantity) -> bool:
    kinds = _KINDS[name]
    code = _code(quantity)
    return f"={code}" in kinds or (units.KINDS.get(code, "") in kinds and code != "characters")


def _may_scale(name: str) -> bool:
    """Whether a share, multiple or rank can be said of this measure."""
    return (
        bool(
            _KINDS[name]
            & {"money", "count", "share", "=persons", "=units", "=items", "rank", "mass", "energy"}
        )
        and name != "discount"
    )


def read_measure(
    text: str, sentence: Span, clause: Span, span: Span, quantity: Quantity, before: Measured | None
) -> Measured:
    """The property of the quantity at text[span], from the words of its clause and sentence."""
    quantity = _shared(text, span, _priced(text, clause, span, quantity))
    change = read_change(text, clause, span, quantity)
    found = _in_clause(text, clause, span, quantity, change)
    if found:
        place = "before" if found.end <= span[0] else "after"
        return _measured(found.property, change, quantity, f"measure {place} the number", found)
    thing = _priced_thing(text, span, quantity)
    if thing:
        return _measured("price", change, quantity, "price of what is named after the number")._replace(
            thing=thing
        )
    name, rule = _in_sentence(text, sentence, clause, span[0], quantity, change, before)
    if name:
        return _measured(name, change, quantity, rule)
    return _measured(_unsaid(quantity), change, quantity, "by the unit")


def _in_clause(text: str, clause: Span, span: Span, quantity: Quantity, change: Change) -> Found | None:
    start, end = span
    ahead = [
        found
        for found in measures_in(text, clause[0], start)
        if _can_say(text, found, start, quantity, change)
    ]
    behind = [
        found
        for found in measures_in(text, end, min(clause[1], end + _REACH))
        if _is_native(found.property, quantity) and found.end - found.start > 1
    ]
    if kind_of(quantity) == "rank" and len(ahead) > 1 and ahead[-1].property == "rank":
        ahead.pop()  # 份额|排名|第三
    near = ahead[-1] if ahead else None
    if kind_of(quantity) == "share" and near is None and not behind and text[end : end + 1] == "的":
        behind = [
            found
            for found in measures_in(text, end, min(clause[1], end + _REACH))
            if _KINDS[found.property] & {"=persons", "count", "=units"} and found.end - found.start > 1
        ]
    if behind and near is None and _VERBS_BETWEEN.search(text, end, behind[0].start):
        behind = []
    if behind and (near is None or not _LINK.fullmatch(text, near.end, start)):
        gap = text[end : behind[0].start]
        counted = kind_of(quantity) == "count" and quantity.unit != "units" and len(gap) <= 8
        if near is None or counted or (len(gap) <= 6 and (gap.startswith("的") or not gap)):
            return behind[0]
    return near


def _can_say(text: str, found: Found, start: int, quantity: Quantity, change: Change) -> bool:
    """Whether a measure word before the number fits it; a word of one character must touch it."""
    if text[found.start : found.end] in _SIZES and text[found.start - 1 : found.start] not in _BEFORE_SIZES:
        return False  # 最|高|830km
    if text[found.start] == "占" and kind_of(quantity) == "share":  # 占|总销量的|近7%
        return start - found.end <= 12
    if found.end - found.start == 1 and not _LINK.fullmatch(text, found.end, start):
        return False
    if _is_native(found.property, quantity):
        return True
    kind = kind_of(quantity)
    if kind not in _GENERIC or not _may_scale(found.property):
        return False
    return kind != "share" or change != "none" or found.end == start  # 裁员|三成


def _in_sentence(
    text: str,
    sentence: Span,
    clause: Span,
    start: int,
    quantity: Quantity,
    change: Change,
    before: Measured | None,
) -> tuple[str, str]:
    """A measure said elsewhere in the sentence: with the number before, earlier, or later."""
    kind = kind_of(quantity)
    if kind == "rank" and before and before.base in _RANKED:
        return before.base, "measure of the number before"
    if before and before.quantity.unit == quantity.unit and before.rule != "by the unit" and kind != "share":
        return before.base, "measure of the number before"
    earlier = [found for found in measures_in(text, sentence[0], clause[0]) if found.end - found.start > 1]
    native = [found for found in earlier if _is_native(found.property, quantity)]
    if kind == "share":
        native = [found for found in native if _KINDS[found.property] == {"share"}]
    if kind == "money" and not _CONTINUES.search(text[clause[0] : start]):
        return "", ""
    if native and (
        kind in ("money", "multiple") or (kind == "share" and change == "none") or quantity.unit == "units"
    ):
        return native[-1].property, "measure of the sentence"
    scaled = [found for found in earlier if _may_scale(found.property)]
    if scaled and (kind == "multiple" or (kind == "share" and change != "none")):
        return scaled[-1].property, "measure of the sentence"
    if kind == "share" and change == "none":
        later = [
            found
            for found in measures_in(text, clause[1], sentence[1])
            if _KINDS[found.property] == {"share"}
        ]
        if later and later[0].property != "share_of_total":
            return later[0].property, "measure later in the sentence"
    if before and kind == "share" and before.quantity.unit == quantity.unit and before.rule != "by the unit":
        return before.base, "measure of the number before"
    return "", ""


def _measured(
    base: str, change: Change, quantity: Quantity, rule: str, word: Found | None = None
) -> Measured:
    return Measured(_suffixed(base, change, quantity), base, change, quantity, rule, word)


def name_of(base: str, quantity: Quantity, head: str) -> Measured:
    """The reading of a number under a head of a table: 营收同比 is revenue_growth."""
    grows = kind_of(quantity) == "share" and re.search(
        r"同比|环比|增长|增速|增幅|变动|growth|YoY|change", head
    )
    change: Change = "none"
    if grows:
        change = "decrease" if (quantity.value or 0) < 0 else "increase"
        if base in _KINDS and base != "growth":
            return Measured(f"{base}_growth", base, change, quantity, "table")
    return _measured(base, "none" if not grows else change, quantity, "table")


def _suffixed(base: str, change: Change, quantity: Quantity) -> str:
    kind = kind_of(quantity)
    if kind == "rank":
        return base if base == "rank" else f"{base}_rank"
    if kind == "multiple":
        suffix = {"increase": "growth", "decrease": "decline"}.get(change, "multiple")
        return base if base in ("multiple", "growth") else f"{base}_{suffix}"
    if kind != "share":
        return base
    if change in ("increase", "decrease"):
        if quantity.unit == "percentage_points" or base == "share":
            return f"{base}_change"
        return base if base == "growth" else f"{base}_{'growth' if change == 'increase' else 'decline'}"
    return (
        f"{base}_share"
        if base in _KINDS and _KINDS[base] != {"share"} and "score" not in _KINDS[base]
        else base
    )


def _unsaid(quantity: Quantity) -> str:
    code, kind = _code(quantity), kind_of(quantity)
    if code in _UNSAID:
        return _UNSAID[code]
    return code if kind == "count" else _UNSAID.get(kind, "number")


_PRICE_WORD = re.compile(r"价格|售价|定价|均价|单价|卖|价位|price")


def _priced(text: str, clause: Span, span: Span, quantity: Quantity) -> Quantity:
    """A number without a unit near a word for price is money."""
    size = quantity.low if quantity.value is None else quantity.value
    if quantity.unit not in ("", "items") or quantity.unit_text or size is None or size < 100:
        return quantity
    if _PRICE_WORD.search(text, clause[0], span[0]):
        return quantity._replace(unit="CNY", rule="price-without-unit")
    found = (
        measures_in(text, max(clause[0], span[0] - 16), span[0])
        if not quantity.unit and size >= 10**4
        else []
    )
    if found and _KINDS[found[-1].property] == {"money"} and _LINK.fullmatch(text, found[-1].end, span[0]):
        return quantity._replace(unit="CNY", rule="money-without-unit")  # 营收有|十二亿多, 亏了|三十万
    return quantity


def _shared(text: str, span: Span, quantity: Quantity) -> Quantity:
    """A fraction of something is a share: 占四分之一, 三分之一的员工."""
    if quantity.rule != "fraction" or quantity.unit or quantity.value is None or not 0 < quantity.value < 1:
        return quantity
    if "/" in quantity.text or not (
        _SHARING.search(text, max(0, span[0] - 14), span[0]) or text[span[1] : span[1] + 1] == "的"
    ):
        return quantity
    value, low, high = (
        None if part is None else round(part * 100, 6)
        for part in (quantity.value, quantity.low, quantity.high)
    )
    return quantity._replace(value=value, low=low, high=high, unit="percent", rule="fraction-as-share")


_SHARING = re.compile(r"(?:占[^，。；]{0,10}|贡献|达|为|有|近|约|超过?|比例|比重|份额)[^，。；]{0,4}$")
_THING = re.compile(
    rf"(?:以上|以下|左右|级|档|起)?的?(?P<thing>[^，。；、\d]{{0,10}}?(?:{'|'.join(PRICED.split())}))(?!用户|市场份额)"
)


def _priced_thing(text: str, span: Span, quantity: Quantity) -> str:
    """What costs that much: 799元的|洗衣机, 20万元以上|轿车."""
    if (
        kind_of(quantity) != "money"
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
