"""What a number measures: the measure word near it, in its clause or in its sentence."""

import re
from collections.abc import Sequence

from timeline.extract.language.words import tag_of
from timeline.extract.measures.changes import Span, read_change
from timeline.extract.measures.elsewhere import NO_SHARE, in_sentence
from timeline.extract.measures.gaining import LINK, with_unit_told
from timeline.extract.measures.measure_words import (
    KINDS,
    Found,
    fitting,
    is_native,
    kind_of,
    may_scale,
    measures_in,
    unit_measure,
)
from timeline.extract.measures.properties import Measured, measured_as, unsaid
from timeline.extract.measures.unnamed import priced_thing, rate_before
from timeline.lexicon.unsaid import TURNS
from timeline.model import Change, Quantity

# 拟派末期息|每股|0.3元, 净利润|每股|1.2元, 盈利|0.3元/股: what so much a share is of.
_PER_SHARE = {"dividend": "dividend", "equity": "net_assets_per_share"} | dict.fromkeys(
    ("net_profit", "adjusted_net_profit", "profit", "loss", "eps"), "eps"
)
_SIZES = frozenset("长高宽厚深重")
_BEFORE_SIZES = (*tuple("车身净体全总长宽，、。：（ ;,"), "")
_ANY_COST = frozenset({"spending", "investment", "cost"})
_EARNED = frozenset({"profit", "net_profit", "adjusted_net_profit", "loss"})
_PROFITS = _EARNED - {"loss", "profit"} | {"operating_profit", "profit_before_tax", "ebitda"}
_GENERIC = frozenset({"share", "multiple", "rank"})

_VERBS_BETWEEN = re.compile(r"[发给买用付交还将被让来去]")  # 借来800万元|发|工资
_LISTING = frozenset({"、", "/", "／", "和", "及", "与", "and"})
_OR = re.compile(
    r"\s?(?:percent\s|%\s?)?(?:(?:in|for|during) the [a-z][a-z -]{3,24} )?(?:或|或者|即|or|and|[、/／和及与])\s?\+?"
)
_OR_COMMA = re.compile(r"\b, or $")  # fell $2.49, or|9.4 percent
_OF_IT = re.compile(r"(?:总[额量数])?的?(?:约|近|超|超过|一?共|逾)?")  # 总销量|的|51.6%
_BY_SO_MUCH = re.compile(r"\s(?:by\s)?(?:[\d.]+\s?(?:%|per)|to\b|from\b|its\b|the\b)")
_GOES_ON = re.compile(r"\s*(?:up |down |and |or )?(?:to|from|or|comprising|including|versus)\s*")
# To buy it for $13|per share, a $15 to $17|per-share range.
_PRICED = re.compile(
    r"\b(?:buy|bought|acquire[ds]?|offer(?:ed|ing)?|priced?|pric(?:es|ing)|IPO|range|sold|issued?|listed|trad(?:ed|ing)|closed)\b"
)
_A_SHARE = re.compile(r" (?:a|per)(?: [a-z]+){0,2} share\b")
_SHARING = re.compile(r"占[^，。；]{0,10}$")
_NUMBER_OF = re.compile(r"[总的]{0,2}")  # 付费用户|总|人数
_REACH = 16  # characters between a number and the measure word after it


def read_measure(
    text: str, sentence: Span, clause: Span, span: Span, quantity: Quantity, before: Measured | None,
    unit_before: str = "",
) -> Measured:  # fmt: skip
    """The property of the quantity at text[span], from the words of its clause and sentence.

    `before` is the reading of the sentence's last number, `unit_before` the unit of its last amount.
    """
    goes_on = _GOES_ON.fullmatch(text, clause[0], span[0])  # grew 13%,| to 41.7 million
    told_in = (sentence[0], clause[1]) if goes_on else clause
    quantity = with_unit_told(text, told_in, span, quantity, unit_before)
    change = read_change(text, clause, span, quantity)
    again = _changed_alike(text, clause, span, quantity, before)
    if again:
        return again
    found = _in_clause(text, told_in, span, quantity, change)
    if found and found.property == "growth":
        return _rate(text, sentence, clause, span, quantity, change, found)
    if found:
        found = _beside_others(found, text, clause, span, before)
        if found.property == "financing" and kind_of(quantity) == "money":
            change = "none"  # raised|$8 million
        place = "before" if found.end <= span[0] else "after"
        return measured_as(found.property, change, quantity, f"measure {place} the number", found)
    thing = priced_thing(text, span, quantity)
    if thing:
        return measured_as("price", change, quantity, "price of what is named after the number")._replace(
            thing=thing
        )
    if (named := unit_measure(quantity)) and not before:
        return measured_as(named, change, quantity, "named by its unit")
    if kind_of(quantity) == "share" and (rate := rate_before(text, clause[0], span[0])):
        return measured_as(rate, change, quantity, "named in the text")
    name, rule = in_sentence(text, sentence, clause, span[0], quantity, change, before)
    if not name and _is_peopled(text, span[0], quantity):
        name, rule = "population", "people of a place"
    if name:
        return measured_as(name, change, quantity, rule)
    return measured_as(unsaid(quantity), change, quantity, "by the unit")


def _beside_others(found: Found, text: str, clause: Span, span: Span, before: Measured | None) -> Found:
    """A measure as what stands beside it lets it be read."""
    base = before.base if before else ""
    if found.property == "share_of_total" and base == "shareholding":
        return found._replace(property="stake")  # 持股1.9亿股，占比|54.78%
    if found.property == "eps" and found.start >= span[1] and base == "dividend":
        return found._replace(property="dividend")  # of 1.7p per share (H1 2016:|0.5p| per share)
    if found.property == "eps" and _PRICED.search(text, clause[0], span[0]):
        return found._replace(property="share_price")
    return found


def _is_peopled(text: str, start: int, quantity: Quantity) -> bool:
    """Whether so many people can only be those of the place before them: 某国|1.2亿人."""
    many = quantity.unit == "persons" and (quantity.value or quantity.low or 0) >= 1e6
    return many and any(tag_of(text[max(0, start - size) : start]) == "ns" for size in (2, 3, 4))


def _gap(text: str, clause: Span, span: Span) -> Span:
    """What stands between a number and the digits before it in its clause."""
    digits = re.search(
        r"[\d一二三四五六七八九十百千万亿元%](?=[^\d一二三四五六七八九十百千万亿元%]*$)",
        text[clause[0] : span[0]],
    )
    return (clause[0] + digits.end(), span[0]) if digits else (span[0], span[0] - 1)


def _changed_alike(
    text: str, clause: Span, span: Span, quantity: Quantity, before: Measured | None
) -> Measured | None:
    """减少3亿元或44%, 下滑0.92、1.11个百分点: the change of the number before, said another way or of the next."""
    if before is None or before.change not in ("increase", "decrease") or kind_of(quantity) != "share":
        return None
    joint = _OR.fullmatch(text, *_gap(text, clause, span)) or _OR_COMMA.search(text, span[0] - 5, span[0])
    if not joint or (joint[0].strip() in _LISTING and before.quantity.unit != quantity.unit):
        return None
    signed = quantity.text[:1] in "+-−" or text[span[0] - 1] == "+"
    change: Change = before.change
    if signed:
        change = "decrease" if (quantity.value or 0) < 0 else "increase"
    return measured_as(before.base, change, quantity, "the change told before")


def _rate(
    text: str, sentence: Span, clause: Span, span: Span, quantity: Quantity, change: Change, found: Found
) -> Measured:
    """A rate of growth: of what is measured right before it, or earlier in the sentence (营收|增速|放缓至2.9%)."""
    told = change if change != "none" else "decrease" if (quantity.value or 0) < 0 else "increase"
    of = [
        one
        for one in measures_in(text, sentence[0], min(found.start, span[0]))
        if may_scale(one.property) and one.end - one.start > 1
    ]
    if not of:
        return measured_as(
            "growth", told if change != "none" else "none", quantity, "measure beside the number", found
        )
    return measured_as(
        of[-1].property,
        told,
        quantity,
        "growth of the measure before it",
        of[-1] if of[-1].start >= clause[0] else None,
    )


def _in_clause(text: str, clause: Span, span: Span, quantity: Quantity, change: Change) -> Found | None:
    start, end = span
    reach = 2 * _REACH if text.startswith(" per ", end) else _REACH  # per diluted share
    ahead = [fitting(found, quantity) for found in measures_in(text, clause[0], start)]
    ahead = [found for found in ahead if _can_say(text, found, start, quantity, change)]
    after = [fitting(found, quantity) for found in measures_in(text, end, min(clause[1], end + reach))]
    after = [found for found in after if found.end - found.start > 1]
    behind = [found for found in after if is_native(found.property, quantity)]
    if kind_of(quantity) == "rank" and len(ahead) > 1 and ahead[-1].property == "rank":
        ahead.pop()  # 份额|排名|第三
    if (
        len(ahead) > 1
        and text[ahead[-1].start : ahead[-1].end] == "人数"
        and _NUMBER_OF.fullmatch(text, ahead[-2].end, ahead[-1].start)
    ):
        ahead.pop()
    near = _nearest(text, clause, start, quantity, ahead)
    if kind_of(quantity) == "share" and near is None and not behind and text[end : end + 1] == "的":
        behind = [found for found in after if KINDS[found.property] & {"=persons", "count", "=units"}]
    if kind_of(quantity) == "share" and text.startswith(" of ", end) and change == "none":
        behind = [found for found in after if may_scale(found.property)]  # 31 percent| of total deliveries
    if behind and near is None and _VERBS_BETWEEN.search(text, end, behind[0].start):
        behind = []
    if near and near.property in _EARNED and _A_SHARE.match(text, end):
        return near._replace(property="eps")  # earnings were|52 cents| a share
    if behind and (near is None or not LINK.fullmatch(text, near.end, start)):
        gap = text[end : behind[0].start]
        counted = kind_of(quantity) == "count" and quantity.unit != "units" and len(gap) <= 8
        if near is None or counted or (len(gap) <= 6 and (gap.startswith("的") or not gap)):
            return behind[0]
    return near


def _nearest(text: str, clause: Span, start: int, quantity: Quantity, ahead: Sequence[Found]) -> Found | None:
    """The last measure before the number, made more exact by what stands beside it: 研发费用|支出, 持有|…的比例."""
    if not ahead:
        return None
    near = ahead[-1]
    if text[near.start : near.end] in TURNS:
        return next((found for found in reversed(ahead) if found.property in _PROFITS), near)
    if len(ahead) > 1 and text[near.start : near.end] == "每股" and ahead[-2].property in _PER_SHARE:
        return near._replace(property=_PER_SHARE[ahead[-2].property])
    if quantity.unit.endswith("_per_share"):
        return near._replace(property=_PER_SHARE.get(near.property, near.property))
    if len(ahead) > 1 and near.property in _ANY_COST and ahead[-2].end == near.start:
        return ahead[-2]._replace(end=near.end)
    if kind_of(quantity) != "share" or near.property not in ("share_of_total", "share_capital"):
        return near
    held = any(found.property == "stake" for found in ahead[:-1])
    if held or (near.property == "share_capital" and "占" in text[clause[0] : near.start]):
        return near._replace(property="stake", others=())
    return near if near.property == "share_capital" else _share_of(text, clause[0], near)


def _share_of(text: str, start: int, near: Found) -> Found:
    """收入占比, 销量的比重: a share of what is named right before it."""
    of = measures_in(text, start, near.start)
    if not of or text[of[-1].end : near.start] not in ("", "的") or not may_scale(of[-1].property):
        return near
    return (
        near._replace(start=of[-1].start, property=of[-1].property) if of[-1].end - of[-1].start > 1 else near
    )


def _can_say(text: str, found: Found, start: int, quantity: Quantity, change: Change) -> bool:
    """Whether a measure word before the number fits it; a word of one character must touch it."""
    if found.property == "eps" and (quantity.value or quantity.low or 0) >= NO_SHARE:
        return False  # $1.15 per share, versus|$180 million
    if text[found.start : found.end] == "raised" and _BY_SO_MUCH.match(text, found.end):
        return False  # the dividend was|raised 6% to 11.1p
    if text[found.start : found.end] in _SIZES and text[found.start - 1 : found.start] not in _BEFORE_SIZES:
        return False  # 最|高|830km
    if text[found.start : found.end] == "占" and kind_of(quantity) == "share":  # 占|总销量的|近7%
        return start - found.end <= 12
    if found.end - found.start == 1 and not LINK.fullmatch(text, found.end, start):
        return False
    if is_native(found.property, quantity):
        return True
    kind = kind_of(quantity)
    if kind not in _GENERIC or not may_scale(found.property):
        return False
    if kind != "share" or change != "none" or _OF_IT.fullmatch(text, found.end, start):
        return True  # 裁员|三成
    shared = _SHARING.search(text, max(0, found.start - 12), found.start)
    return bool(shared and LINK.fullmatch(text, found.end, start))  # 占整体销量|达|57%
