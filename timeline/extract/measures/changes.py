"""How a number changes something: growth, decline, multiple; or a level, which is no change."""

import re

from timeline.model import Change, Quantity
from timeline.quantities import units

Span = tuple[int, int]

_UP = re.compile(
    r"增长|增加|上升|提高|提升|上涨|扩大|涨|成长|多出|高出|增收|新增|净增|增(?!值|资|发|设|持|至|到)|走高|攀升|改善|升(?!级|值|至|到|学|幅|温|降|任|为)|\b(?:rose|rising|grew|grow|growing|increased?|increasing|up(?! to)|jump(?:ed|ing)|climb(?:ed|ing)|added|raised|lifted|higher|gained|expand(?:ed|ing)|improved|improving|widened|surg(?:ed|ing)|soared|advanced|accelerated)\b|\b(?:jump|rise|gain|surge|leap|climb|upturn|growth|increase) of\b"
)
_DOWN = re.compile(
    r"下降|减少|降低|下滑|下跌|缩减|缩水|缩窄|缩小|回落|萎缩|收窄|减亏|走低|衰退|恶化|倒退|跌|降|减(?!持|值)|少了|\b(?:fell|falling|dropp(?:ed|ing)|declined?|declining|decreased?|decreasing|decrease of|down(?! to)|cut|narrow(?:ed|ing)|shrank|slipped|slid|lower(?:ed)?|reduced|sank|tumbled|plunged|contracted|slumped)\b|\b(?:drop|fall|dip|slide|plunge|slump|loss|reduction|decline) of\b"
)
_RATE = re.compile(
    r"(?P<up>增幅|涨幅|增速|增长率|[年季月]增率?|growth)|(?P<down>降幅|跌幅|减幅|[年季月]减率?)"
)
# surged by an impressive|63%, grew its revenue by|12.5%: what stands between an English verb and its number.
_LOOSE_WORDS = re.compile(
    r"(?: by)?(?: (?:an?|another)(?: [a-z]+)?| (?:about|around|approximately|nearly|roughly|almost|some))? $"
)
_OBJECT = re.compile(
    r"\b(grew|increased|raised|lifted|improved|expanded|cut|reduced|lowered)(?: (?:its|the|their|our))? [a-z]+(?: [a-z]+)?$"
)
_LEVEL = re.compile(r"[到至达为成]|reach|\b(?:to|from)\b")
_CHANGE_AFTER = re.compile(
    r"的?[^，。；、,;()（）]{0,3}?(?:(?P<up>增长|增幅|涨幅|增速|提升|上升|上涨|大涨|暴涨|微增|激增|飙升|跃升|growth|increase|jump|rise|gain|higher than)|(?P<down>下降|降幅|跌幅|下跌|大跌|暴跌|下滑|缩减|微降|衰退|decline|decrease|drop|fall|lower than))"
)
# What a signed share after it is a change of: 同比-1.2%, 同比变化+167.1%/-3.5%.
_COMPARED = re.compile(r"(?:同比|环比|变化|变动|YoY|QoQ|yoy|qoq)[^，。；,;]{0,20}?$")
_FROM_HERE = re.compile(r"(?:[从由较]|自(?![动主研营助己]))(?:[^，。；\d]|(?:19|20)\d\d){0,10}(?:的)?$")
_ON_TO = re.compile(
    r"[^，。；、,;\d]{0,4}(?:升|增|涨|降|跌|滑|减|扩大|提高|缩减|下调|上调)[^，。；、,;\d]{0,3}[至到]"
)
_REACHED = re.compile(r"(?<!率)[^率]{0,8}(?:增长|增幅|涨幅)(?:高?达到?|约|近|为)$")  # 同比增长达|35%


def read_change(text: str, clause: Span, span: Span, quantity: Quantity) -> Change:
    """Whether the number is a growth, a decline or a multiple rather than a level."""
    kind = units.kind_of(quantity.unit)
    head = _without_loose_words(text[max(clause[0], span[0] - 48) : span[0]])[-14:]
    signed = quantity.text[:1] in "+-−" or text[span[0] - 1 : span[0]] == "+"
    if kind in ("share", "count", "money") and signed and _COMPARED.search(head):
        return "decrease" if (quantity.value or 0) < 0 else "increase"
    if _FROM_HERE.search(head) and _ON_TO.match(text, span[1]):
        return "none"  # 从去年同期的|10.0%|上升到11.8%
    rates = list(_RATE.finditer(head))
    if rates and kind in ("share", "multiple"):
        return "increase" if rates[-1].lastgroup == "up" else "decrease"
    change = _verb_change(head)
    if kind == "share" and change == "none":
        after = _CHANGE_AFTER.match(text, span[1])
        if after:
            return "increase" if after["up"] else "decrease"
    if kind == "multiple" and (change == "none" or "翻" in quantity.text or head.endswith(("翻", "翻了"))):
        return "multiple"
    if change == "none" and kind == "share" and _REACHED.search(head):
        return "increase"
    return change if kind != "rank" else "none"


def _without_loose_words(head: str) -> str:
    if not head.endswith(" "):
        return head
    shorter = _LOOSE_WORDS.sub("", head)
    return (_OBJECT.sub(r"\1", shorter) if head[len(shorter) :].startswith(" by") else shorter) + " "


def _verb_change(head: str) -> Change:
    """增长了|35% is a change, 增长到|300亿元 is a level."""
    ups = [match.end() for match in _UP.finditer(head)]
    downs = [match.end() for match in _DOWN.finditer(head)]
    nearest = max([*ups, *downs], default=-1)
    if nearest < 0 or len(head) - nearest > 6 or _LEVEL.search(head, nearest):
        return "none"
    between = head[nearest:]
    if re.search(r"公司|企业|门店|产品|项目", between):
        return "none"  # 营收成长公司共608家
    if re.search(r"[一-鿿]{4,}", re.sub(r"[了约近超过逾大幅仅有将]", "", between)):
        return "none"
    return "increase" if nearest in ups else "decrease"
