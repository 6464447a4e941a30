"""Whom the words right beside a number name: the next of a list, the name before a bracket, who was funded.

Here also stand the records of a number as it was read and as it was observed.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline.extract.language.name_shapes import may_be_a_name
from timeline.extract.measures.changes import Span
from timeline.extract.measures.measure_words import is_measure, kind_of
from timeline.extract.measures.nouns import is_name, is_proper, is_told
from timeline.extract.measures.ownable import is_odd_name
from timeline.extract.measures.owners import owner_after
from timeline.extract.measures.properties import Measured
from timeline.extract.measures.spots import Spot
from timeline.extract.who.entities import Cast
from timeline.model import Observation

_CLOSED = re.compile(r"[)）]")
_NAMED_BEFORE_BRACKET = re.compile(r"(?:^|[、，,；;：:为是和及与\s])(?P<name>[一-鿿A-Za-z·]{2,10})[(（]$")
_IN_BRACKET = re.compile(
    r"[(（](?:同比|环比|[一-鿿]{0,6}(?:利润|营收|收入|销量|亏损|增幅|降幅|占比))?[+-]?(?:增长|下降|增加|减少|约)?$"
)
_OPEN_BRACKET = re.compile(r"[(（][^()（）]*$")
_BEFORE_BRACKET = re.compile(
    r"(?:^|[的和与及是、，,。；;：:\s])(?P<name>(?:(?![的和与及是])[一-鿿A-Za-z·]){2,12})$"
)
# 3家,|位于东川的|2家: where so many are.
_LOCATED = re.compile(r"位于(?P<name>(?!全)[一-鿿]{2,6}?)(?:的|\d[^，。；]{0,24}的)$")
# 反超|远江控股的|334亿元, 高于|远江的|3%: whose the number is that another is set against.
_OUTDONE = re.compile(
    r"(?:反超|超[过越]?|[远略][高低超]|[高低多少大小优强弱]于|领先于?|落后于?|相比|对比|比肩|不及)(?P<name>[一-鿿A-Za-z]{2,8}?)(?P<of>的)?(?:约|近)?$"
)
_LISTED_NAME = re.compile(r"[、，,](?P<name>[一-鿿A-Za-z]{2,8})$")
# 领投云帆科技13.6亿元|D轮融资: the round is the firm's that got it.
_ROUND = re.compile(r"的?(?:Pre-)?(?:[A-Z]\d?\+{0,2}|天使|种子|战略|首|新一|本)轮?(?:股权)?(?:投资|融资)")
_FUNDED = re.compile(r"(?:领投|跟投|参投|参与|投资|注资|入股)了?(?P<name>[^，。；、\d了]{2,20}?)的?$")
_KIND_OF_FIRM = re.compile(r"^.*(?:公司|平台|企业|品牌|服务商|厂商|创企|应用|软件|网站)(?=..)")
_COUNTED_OF = re.compile(r"(?:门店|员工|用户|市值|年薪)?的(?P<name>[一-鿿]{2,8})(?=[，。；、]|$)")


class Observed(NamedTuple):
    """An observation with how it was read, and its clause."""

    observation: Observation
    measured: Measured
    clause: Span
    spot: Spot


class Telling(NamedTuple):
    """A number as it was read: where it stands, what it measures, and the number before it in its sentence."""

    sentence: Span
    parts: Sequence[Span]  # the clauses of the sentence
    clause: Span
    spot: Spot
    measured: Measured
    last: Observed | None


def beside(text: str, cast: Cast, told: Telling, unit: str) -> str:
    """Whom the words right beside the number name; "" where they name nobody."""
    clause, spot, measured = told.clause, told.spot, told.measured
    word = measured.word
    if measured.thing:
        return measured.thing
    if word and word.start >= spot.end and (owner := owner_after(text, spot.end, word.start, cast)):
        return owner
    if owner := _COUNTED_OF.match(text, spot.end):
        name = owner["name"]
        counted = kind_of(measured.quantity) == "count" and is_told(name, cast)
        if is_name(name, cast) or is_odd_name(name) or counted:
            return name  # 2.1万家门店的|鸣川很忙
    if listed := _listed(text, cast, told, unit):
        return listed
    outdone = _OUTDONE.search(text, clause[0], spot.start)
    touches = outdone and (outdone["of"] or kind_of(measured.quantity) == "multiple")
    if outdone and touches and is_told(outdone["name"], cast):
        return outdone["name"]
    if located := _LOCATED.search(text, max(clause[0], spot.start - 40), spot.start):
        return located["name"]
    if inside := _before_bracket(text, cast, clause, spot):
        return inside
    named = _NAMED_BEFORE_BRACKET.search(text, max(told.sentence[0], spot.start - 16), spot.start)
    if named and text[spot.end : spot.end + 1] in ")）" and not is_measure(named["name"]):
        return named["name"]  # 甲银行(2514亿元)、乙银行(1612亿元)
    if measured.base in ("financing", "investment") and _ROUND.match(text, spot.end):
        funded = _FUNDED.search(text, clause[0], spot.start)
        return _KIND_OF_FIRM.sub("", funded["name"]) if funded else ""
    return ""


def _listed(text: str, cast: Cast, told: Telling, unit: str) -> str:
    """The owner of the next number of a list, or of one in a bracket: 甲净利润3亿元(同比+7%)、乙物流2亿元."""
    sentence, spot, measured, last = told.sentence, told.spot, told.measured, told.last
    if last is None:
        return ""
    between = text[last.spot.end : spot.start]
    if _IN_BRACKET.fullmatch(between):
        return last.observation.about
    item = _LISTED_NAME.search(text, max(sentence[0], last.spot.end), spot.start)
    alike = measured.quantity.unit in ("units", unit) and kind_of(measured.quantity) in ("money", "count")
    if not item or not alike or is_measure(item["name"]) or "、" not in between:
        return ""
    return item["name"] if is_proper(item["name"], cast) else ""


def _before_bracket(text: str, cast: Cast, clause: Span, spot: Spot) -> str:
    """Who is named right before the bracket in which a number is told: 云帆科技(2024年净利率12%)."""
    opened = _OPEN_BRACKET.search(text, clause[0], spot.start)
    before = _BEFORE_BRACKET.search(text, max(0, opened.start() - 24), opened.start()) if opened else None
    if not before:
        return ""
    name = _KIND_OF_FIRM.sub("", before["name"])
    told = is_told(name, cast) or (name != before["name"] and may_be_a_name(name))
    return name if told else ""


def told_outside(text: str, read: Sequence[Observed], spot: Spot) -> Measured | None:
    """The reading of the number before, but for one in a bracket that is closed.

    12亿元（约合2亿美元），与去年的|10亿元相比 goes on from the 12亿元.
    """
    for one in reversed(read[-4:]):
        opened = _OPEN_BRACKET.search(text, max(one.clause[0], one.spot.start - 40), one.spot.start)
        if not opened or not _CLOSED.search(text, one.spot.end, spot.start):
            return one.measured
    return read[-1].measured if read else None
