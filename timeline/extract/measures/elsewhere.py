"""The measure of a number that its own clause does not tell: with the number before, earlier in the sentence, or later."""

import re
from collections.abc import Sequence

from timeline.extract.measures.changes import Span
from timeline.extract.measures.measure_words import (
    KINDS,
    Found,
    fitting,
    is_native,
    kind_of,
    may_scale,
    measures_in,
)
from timeline.extract.measures.properties import Measured
from timeline.lexicon.grammar import wordset
from timeline.model import Change, Quantity

_CONTINUES = re.compile(
    r"(?:[\d一二三四〇]{1,4}(?:年|月|日|季度)|[上下]半年|[去今前明次当全]年|第[一二三四]季度|[则又也再，和、]|其中|分别){1,6}$|[达到为是超破增降升跌约至做冲收近逾仅有后]|^.{0,2}$"
    r"|[期度月年]的\s?$|(?:^\d{4}\s(?:was|were)|\b(?:from|with|to|than|versus|reaching|hitting|topping|totall?ing|reached|amounting to))\s*$"
)
_RANKED = wordset("market_share sales_volume shipments deliveries revenue gmv sales_value")
_FROM_LAST = re.compile(
    r"\bfrom (?:last|the (?:prior|previous)) (?:year|quarter)['’]s\s*$"
)  # an increase|from last year's
NO_SHARE = 10**5  # so much nobody earns with one share
_APPOSED = re.compile(r",?\s*(?:an?|up|down)\s(?:about\s|nearly\s)?")  # $12.7 billion, a|7 percent increase


def in_sentence(
    text: str, sentence: Span, clause: Span, start: int, quantity: Quantity, change: Change,
    before: Measured | None,
) -> tuple[str, str]:  # fmt: skip
    """A measure said elsewhere in the sentence: with the number before, earlier, or later."""
    kind = kind_of(quantity)
    as_before = (before.base, "measure of the number before") if before else ("", "")
    if before and _goes_on(text, clause[0], start, quantity, before):
        return as_before
    if kind == "money" and not _CONTINUES.search(text[clause[0] : start]):
        return "", ""
    earlier = [fitting(found, quantity) for found in measures_in(text, sentence[0], clause[0])]
    earlier = [found for found in earlier if found.end - found.start > 1]
    name = _native_in(earlier, quantity, change) or _scaled_in(earlier, kind, change)
    if name:
        return name, "measure of the sentence"
    if kind == "share" and change == "none":
        later = (found.property for found in measures_in(text, clause[1], sentence[1]))
        name = next((name for name in later if KINDS[name] == {"share"}), "share_of_total")
        if name != "share_of_total":
            return name, "measure later in the sentence"
    if before and kind == "share" and before.rule != "by the unit":
        apposed = change != "none" and _APPOSED.fullmatch(text, clause[0], start)
        return as_before if apposed or before.quantity.unit == quantity.unit else ("", "")
    return "", ""


def _goes_on(text: str, clause: int, start: int, quantity: Quantity, before: Measured) -> bool:
    """Whether a number tells more of what the number before it told."""
    kind, kind_before = kind_of(quantity), kind_of(before.quantity)
    if kind == "rank" and before.base in _RANKED:
        return True
    if kind == "share":
        return kind_before == "share" and quantity.unit != "percent"  # 中标率仅4.7%，下降|2个百分点
    if before.rule == "by the unit":
        return False
    if kind == "money" and before.change != "none" and _FROM_LAST.search(text[clause:start]):
        return True
    if before.base == "eps" and (quantity.value or quantity.low or 0) >= NO_SHARE:
        return False
    again = kind == kind_before == "money" and text[start - 1] in "(（"  # RMB1.2 billion (US$…)
    return again or before.quantity.unit == quantity.unit


def _native_in(earlier: Sequence[Found], quantity: Quantity, change: Change) -> str:
    """The last measure of the sentence so far that is told in the quantity's kind of units."""
    kind = kind_of(quantity)
    native = [found for found in earlier if is_native(found.property, quantity)]
    if kind == "share":
        native = [found for found in native if KINDS[found.property] == {"share"}]
        points = quantity.unit != "percent"
        if change != "none" and not points:
            return ""
    if kind in ("money", "multiple", "share") or quantity.unit == "units" or "number-before" in quantity.rule:
        return native[-1].property if native else ""
    return ""


def _scaled_in(earlier: Sequence[Found], kind: str, change: Change) -> str:
    """The last measure of the sentence so far that a multiple or a growth can be said of."""
    scaled = [found for found in earlier if may_scale(found.property)]
    if scaled and (kind == "multiple" or (kind == "share" and change != "none")):
        return scaled[-1].property
    return ""
