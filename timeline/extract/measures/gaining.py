"""Units that the words around a number give it, where it has none of its own.

三四千 near 价格 is money; 占四分之一 is a share; users of 120 million are people; 理想是30多万 after
平均售价在40万元 is money as well.
"""

import re

from timeline.extract.measures.changes import Span
from timeline.extract.measures.measure_words import KINDS, measures_in
from timeline.model import Quantity

# Words that may stand between a measure and its number.
LINK = re.compile(
    r"(?:[)）]?[数量]?(?=[为达约是到至]))?(?:[为达约是到至了超过近仅有高突破在只已也就更共总计合累的一度大概左右均再首次、:： \"“（(或低不将被够于掉]"
    r"|分别|保持|维持|稳定|站上|创下|接近|可以|可|能|必须|最少|至少|稳居|位居|位列|第){0,14}"
)
_ENGLISH_LINK = re.compile(
    r"(?:[^.;]|\.(?=\d)){0,60}?\b(?:was|were|is|are|of|to|reached|totall?ed|hit|exceeded|surpassed|from|at|over|about)\s*$"
)
_TOUCHES = re.compile(r" (?:about |around |nearly |over |some |more than )?")  # sold|20.7 million
_SOLD_AFTER = re.compile(
    r" [A-Za-z-]+s (?:were |was )?(?:sold|shipped|delivered)\b"
)  # 20.7 million| phones sold
_PRICE_WORD = re.compile(r"价格|售价|定价|均价|单价|卖|价位|price")
_SHARING = re.compile(r"(?:占[^，。；]{0,10}|贡献|达|为|有|近|约|超过?|比例|比重|份额)[^，。；]{0,4}$")
_SCALED = re.compile(r"[万亿兆]|[mb]illion")
_SAYS_ONLY = re.compile(
    r"(?:[是为有达约近超逾至到了则也共仅从由较、和及]|[期季度月年]的|同期|分别|大约|左右|达到|超过|\b(?:from|to|than|with|versus|was|were|and|or|comprising|including))\s*$"
)
_ENDS = re.compile(r"\s*(?:$|[，。；、,.;：:！!）)]|左右|上下|以上|[增升降减提跌下和及上]|\s)")


def with_unit_told(text: str, clause: Span, span: Span, quantity: Quantity, unit_before: str) -> Quantity:
    """The quantity at text[span] with the unit that its surroundings give it; as it was if it has one."""
    return _shared(
        text, span, _counted(text, clause, span, _priced(text, clause, span, quantity), unit_before)
    )


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
    if found and KINDS[found[-1].property] == {"money"} and LINK.fullmatch(text, found[-1].end, span[0]):
        return quantity._replace(unit="CNY", rule="money-without-unit")  # 营收有|十二亿多, 亏了|三十万
    return quantity


def _counted(text: str, clause: Span, span: Span, quantity: Quantity, unit_before: str) -> Quantity:
    """A large number right after what it counts (用户达到|1.2亿), or told beside one with a unit."""
    size = quantity.low if quantity.value is None else quantity.value
    grouped = "," in quantity.text and text[clause[0] : span[0]].isascii()  # headcount reached|42,600
    if quantity.unit or size is None or not (_SCALED.search(quantity.text) or grouped):
        return quantity
    for found in reversed(measures_in(text, clause[0], span[0])):
        linked = LINK.fullmatch(text, found.end, span[0]) or _ENGLISH_LINK.fullmatch(text, found.end, span[0])
        linked = linked or _TOUCHES.fullmatch(text, found.end, span[0])
        codes = {
            kind[1:] for name in (found.property, *found.others) for kind in KINDS[name] if kind[0] == "="
        }
        unit = "persons" if "persons" in codes else "units" if "units" in codes else ""
        if linked and unit:
            return quantity._replace(unit=unit, rule="counted-by-its-measure")
        break
    if _SOLD_AFTER.match(text, span[1]):
        return quantity._replace(unit="units", rule="counted-by-its-measure")
    if unit_before and _SAYS_ONLY.search(text, clause[0], span[0]) and _ENDS.match(text, span[1]):
        return quantity._replace(unit=unit_before, rule="unit-of-the-number-before")
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
