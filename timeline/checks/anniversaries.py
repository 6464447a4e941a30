"""Ages and anniversaries that do not fit the year of founding.

Vocabulary: a *birth* is a statement that something was founded at a date; an *age* is a statement
of how long ago that was (成立12年, 成立不到两年) or which anniversary it is (十周年). An age is
held against the birth of the same firm: the one it names, else the only one that its document tells.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline import edtf
from timeline.checks.firms import own_names, share_a_firm
from timeline.checks.lengths import Length, find_lengths
from timeline.checks.messages import make
from timeline.checks.reading import Placed, Reading, count
from timeline.checks.sides import Rivalry, Side
from timeline.extract.who.firm_names import is_kind_of_firm
from timeline.model import Check, Day, Event

_FOUNDED = r"(?:正式|注册|宣告|宣布)?(?:成立|创立|创办|创建|诞生|始建|创始|建厂)"
_AFTER_DATE = re.compile(
    rf"^[，,]?(?P<before>[^，,。；;！？\n]{{0,40}}?)(?P<act>{_FOUNDED})(?P<after>[^，,。；;！？\n]{{0,24}})"
)
_BEFORE_DATE = re.compile(rf"(?P<name>[^，,。；;！？\n]{{0,30}}?)(?P<act>{_FOUNDED})(?:于|在)?\s*$")
_DATED = re.compile(r"\d{4}年|\d{1,2}月|[去今当次]年")
_FOUNDED_IN = re.compile(r"(?:founded|established|incorporated)(?: in [A-Z]\w+)? (?:in|on) $")
# What is founded inside a firm has an age of its own.
_PART = re.compile(
    r"子公司|分公司|研究院|研究所|研究中心|基金|部门|事业部|团队|小组|实验室|工厂|基地|委员会|中心|合资|协会|俱乐部|联盟|学院|办事处|分部|工会|支部|车队|社区|平台|品牌|产线|专班"
)
# 成立了研究部: what is founded is told after the act, unless these words follow it (成立于苏州, 成立后).
_NO_OBJECT = re.compile(r"于|在|后|以来|之|的|时|以后|至今|\W")
_AGE = re.compile(rf"(?:{_FOUNDED}|走过)(?:了|才|已|已经|至今|以来|的|这|已有|有|仅|只有|刚刚|刚满|满)*$")
_ANNIVERSARY = re.compile(
    r"(?P<act>成立|创立|创办|创建|诞生|建厂|公司|集团|企业|品牌|司庆)?(?:的)?第?(?P<n>\d{1,3}|[一二两三四五六七八九十百]{1,4})(?:个)?(?:周年|岁生日)"
)
_ENGLISH_ANNIVERSARY = re.compile(r"(?P<n>\d{1,3})(?:st|nd|rd|th) anniversary")
_OTHERS = re.compile(
    r"创业|创牌|国庆|建国|新中国|共和国|建党|建军|抗战|胜利|改革开放|回归|建交|逝世|诞辰|结婚|恋爱|革命|五四|长征|校庆|开业|上市|合作|特区|运动|战争|系列|上线|发布|入职|通车|独立|文革|纪念馆"
)
_SHORTEST, _LONGEST = 2, 16  # characters of a name


class Birth(NamedTuple):
    document: int
    start: int
    end: int
    date: str
    days: tuple[Day, Day]
    names: str  # the words around the act, in which the founded firm is named


class Age(NamedTuple):
    document: int
    start: int
    end: int
    low: float
    high: float  # years
    days: tuple[Day, Day]  # when it was that old
    stated: bool  # that day is written beside it
    where: Placed | None
    words: str  # the words around, in which the firm may be named
    clause: str  # the words of its own clause


def find(readings: Sequence[Reading], events: Sequence[Event] = ()) -> Iterator[Check]:
    """Checks of kind duration: ages and anniversaries against foundings."""
    firms = _firms(readings)
    births = [birth for index, reading in enumerate(readings) for birth in _births(index, reading, firms)]
    told: dict[int, list[Birth]] = defaultdict(list)  # by document
    of_firm: dict[str, list[Birth]] = defaultdict(list)
    for birth in births:
        told[birth.document].append(birth)
        for name in _named(birth.names, firms):
            of_firm[name].append(birth)
    for index, reading in enumerate(readings):
        for age in _ages(index, reading) if births else ():
            birth = _birth_of(age, told[index], of_firm, firms)
            if birth and not _fits(age, birth):
                yield _check(readings, age, birth)


def rivals(readings: Sequence[Reading]) -> Iterator[Rivalry]:
    """Foundings of one firm with dates apart."""
    names = {reading.doc_id: own_names(reading) for reading in readings}
    first: dict[str, tuple[Reading, Side]] = {}
    for name, reading, birth in foundings(readings):
        words = reading.text[birth.start : birth.end]
        side = Side(reading.locate(birth.start, birth.end), words, birth.date, *birth.days)
        source, known = first.setdefault(name, (reading, side))
        if known.excludes(side) and share_a_firm(source, reading, names):
            yield Rivalry(known, side, name)


def foundings(readings: Sequence[Reading]) -> Iterator[tuple[str, Reading, Birth]]:
    """(firm, document, founding) for each firm that is founded, the sharpest date first."""
    firms = _firms(readings)
    births = [birth for index, reading in enumerate(readings) for birth in _births(index, reading, firms)]
    for birth in sorted(births, key=lambda b: ((b.days[1] - b.days[0]).days, b.document, b.start)):
        for name in sorted(_named(birth.names, firms)):
            yield name, readings[birth.document], birth


def _births(index: int, reading: Reading, firms: frozenset[str]) -> Iterator[Birth]:
    text = reading.text
    for placed in reading.times:
        timex = placed.timex
        if timex.type != "DATE" or not timex.earliest or not timex.latest or "/" in timex.value:
            continue
        counted = timex.anchor.startswith("document") or "周年" in timex.text
        if (timex.latest - timex.earliest).days > 366 or counted:
            continue
        start, end = reading.sentence(placed.start)
        before = _BEFORE_DATE.search(text, max(start, placed.start - 40), placed.start)
        after = _AFTER_DATE.match(text[placed.end : min(end, placed.end + 70)])
        if before:
            names = before["name"]
        elif _FOUNDED_IN.search(text, max(start, placed.start - 40), placed.start):
            names = text[max(start, placed.start - 60) : placed.start]
        elif after and _DATED.search(after["before"]):
            continue  # 出生于|1970年，2004年创立…: another date is that of the act
        elif after and not re.match(r"\d|[一二三四五六七八九十]+周?年", after["after"]):
            names = _founded(after, firms)
            if names == "" and text[placed.start - 1 : placed.start] in ("于", "在"):
                names = text[max(start, placed.start - 30) : placed.start]  # 云帆科技于|2015年成立
        else:
            continue
        if names is not None and not _PART.search(names):
            yield Birth(index, placed.start, placed.end, timex.value, (timex.earliest, timex.latest), names)


def _founded(told: re.Match[str], firms: frozenset[str]) -> str | None:
    """The words that name what was founded: before the act or after it; None where that is no firm."""
    thing = told["after"].removeprefix("了")
    if not thing or _NO_OBJECT.match(thing):
        return told["before"]
    return thing if _named(thing, firms) or is_kind_of_firm(thing) else None


def _ages(index: int, reading: Reading) -> Iterator[Age]:
    text = reading.text
    for pattern in (_ANNIVERSARY, _ENGLISH_ANNIVERSARY):
        for match in pattern.finditer(text):
            years = count(match["n"])
            words = text[max(0, match.start() - 16) : match.start() + 6]
            if years and not _OTHERS.search(words):
                yield from _age(index, reading, match.start(), match.end(), years, years)
    for length in find_lengths(text, 0, len(text)):
        aged = length.unit == "年" and _AGE.search(text, max(0, length.start - 10), length.start)
        own = aged and not _PART.search(text, reading.clause(length.start)[0], length.start)
        if own and not re.match(r"[^，。；\n]{0,2}(?:后|前|之际|内|里)", text[length.end : length.end + 3]):
            yield from _age(index, reading, length.start, length.end, length.low, _top(length))


def _top(length: Length) -> float:
    return length.high if length.high < 1000 else length.low * 2


def _age(index: int, reading: Reading, start: int, end: int, low: float, high: float) -> Iterator[Age]:
    first, last = reading.sentence(start)
    near = [
        p for p in reading.times_in(max(first, start - 40), min(last, end + 16))
        if p.timex.earliest and p.timex.latest and p.timex.type == "DATE" and not (p.start >= start and p.end <= end)
        and "/" not in p.timex.value and (p.timex.latest - p.timex.earliest).days <= 366
    ]  # fmt: skip
    words = reading.text[max(first, start - 30) : min(last, end + 20)]
    clause = reading.text[slice(*reading.clause(start))]
    where = min(near, key=lambda p: (abs(p.end - start), p.start)) if near else None
    earliest, latest = (where.timex.earliest, where.timex.latest) if where else reading.published
    if earliest and latest:
        yield Age(index, start, end, low, high, (earliest, latest), bool(where), where, words, clause)


def _birth_of(
    age: Age, own: list[Birth], of_firm: dict[str, list[Birth]], firms: frozenset[str]
) -> Birth | None:
    """The founding that an age is counted from: of the firm named beside it, else the document's only one."""
    who = _named(age.words, firms)
    if who:
        # Another document's founding counts only for a firm that the age's own clause names.
        same = [birth for birth in own if _one_firm(who, _named(birth.names, firms))]
        own = same or [birth for name in sorted(_named(age.clause, firms)) for birth in of_firm[name]]
    if len({birth.days[0].year for birth in own}) != 1:
        return None
    return min(own, key=lambda b: ((b.days[1] - b.days[0]).days, b.document, b.start))


def _firms(readings: Sequence[Reading]) -> frozenset[str]:
    """Everything that the collection's mentions name."""
    return frozenset(
        name for r in readings for m in r.mentions for name in m.entities if len(name) >= _SHORTEST
    )


def _named(words: str, firms: frozenset[str]) -> frozenset[str]:
    """The firms that some words name; a name inside a longer one (青禾 in 青禾电器) is not named by itself."""
    found: set[str] = set()
    start = 0
    while start < len(words):
        sizes = range(min(_LONGEST, len(words) - start), _SHORTEST - 1, -1)
        name = next(
            (words[start : start + size] for size in sizes if words[start : start + size] in firms), ""
        )
        found |= {name} if name else set()
        start += len(name) or 1
    return frozenset(found)


def _one_firm(left: frozenset[str], right: frozenset[str]) -> bool:
    """Within one document a short name is the long one's; a document that names nobody means its own firm."""
    return not right or any(a.startswith(b) or b.startswith(a) for a in left for b in right)


def _fits(age: Age, birth: Birth) -> bool:
    """By calendar years or by full ones, with a year of grace where the day is only the document's."""
    if age.where and (age.where.start == birth.start and age.document == birth.document):
        return True
    if age.days[1] < birth.days[0]:
        return True  # nobody celebrates what is still to be founded: another firm's
    fewest = age.days[0].year - birth.days[1].year - 1
    most = age.days[1].year - birth.days[0].year
    if "周年" in age.words or "anniversary" in age.words:
        fewest = age.days[0].year - birth.days[1].year
    if not age.stated:
        fewest, most = fewest - 1, most + 1
    return age.low <= most and fewest <= age.high


def _check(readings: Sequence[Reading], age: Age, birth: Birth) -> Check:
    reading, origin = readings[age.document], readings[birth.document]
    start = min(age.start, age.where.start) if age.where else age.start
    end = max(age.end, age.where.end) if age.where else age.end
    shown = (
        reading.text[age.where.start : age.where.end]
        if age.where
        else edtf.label(reading.document.date_published)
    )
    words = reading.text[age.start : age.end]
    return make(
        "anniversary", origin.locate(birth.start, birth.end), reading.locate(start, end),
        first=origin.text[birth.start : birth.end], last=shown, text=words,
        length=f"{age.days[0].year - birth.days[0].year}年",
    )  # fmt: skip
