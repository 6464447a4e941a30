"""Lists that go together: each number of a list has a time, a measure or an owner of its own.

2021年至2023年，营收分别为9.8亿元、15.2亿元和18.9亿元 gives each number a year; 产销分别完成3万辆和2万辆
a measure; 甲、乙分别售出5万辆、3万辆 an owner. Numbers told twice share their time.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple, Protocol

from timeline import edtf
from timeline.extract.measures.earlier_years import in_year
from timeline.extract.measures.measure_words import Found, is_measure, measures_in
from timeline.extract.measures.properties import Measured, renamed
from timeline.lexicon.unsaid import FUSED
from timeline.model import Observation, Timex

RESPECTIVELY = re.compile(r"分别|依次|respectively")
_AFTER = re.compile(r"[^.;。；]{0,80}?respectively")
_JOINT = re.compile(r"\s?(?:[、/／,，]|和|及|与|以及|and|or)\s?(?:and\s)?")
_JOINT_CHANGES = re.compile(
    rf"{_JOINT.pattern}(?:上升|下跌|下降|增长|减少|[升跌涨增降减])?约?"
)  # 跌5%及跌|8%
_ITEM = re.compile(r"[、/／]|和|及|与(?!会)|以及")
_LEAD = re.compile(r"^.*(?:其中|[在于有是为括：:]|同期|期间|方面)")
_NAME = re.compile(r"[一-鿿A-Za-z0-9·&.+ -]{2,12}")
_BETWEEN_TIMES = re.compile(r"[年末底初全度、,，/和及与]*|,? and (?:in )?(?:the )?")
_VERBS_AFTER = re.compile(r"(?:的?(?:数量|规模|金额|比例))?(?:均|则|各|也|又)?$")


class Listed(NamedTuple):
    """An observation of a list, how it was read, and where its number stands in the view."""

    observation: Observation
    measured: Measured
    start: int
    end: int


class Spotted(Protocol):
    """Where a number stands in the view."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Heads(NamedTuple):
    """What the numbers of a list are told of, one each; empty where the text does not say."""

    measures: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def runs(text: str, sentence: Sequence[int], listed: Sequence[Listed]) -> list[list[Listed]]:
    """The lists of a sentence that 分别 (or respectively) deals out, two numbers at least."""
    found: list[list[Listed]] = []
    for one in listed:
        last = found[-1][-1] if found else None
        if last and _JOINT_CHANGES.fullmatch(text, last.end, one.start) and _alike(last, one):
            found[-1].append(one)
        else:
            found.append([one])
    return [run for run in found if len(run) > 1 and marker_of(text, sentence, run) is not None]


def _alike(a: Listed, b: Listed) -> bool:
    return a.observation.quantity.unit == b.observation.quantity.unit


def marker_of(text: str, sentence: Sequence[int], run: Sequence[Listed]) -> int | None:
    """Where the 分别 stands that deals out a list: shortly before its first number, or after its last."""
    before = [
        m.start() for m in RESPECTIVELY.finditer(text, max(sentence[0], run[0].start - 16), run[0].start)
    ]
    if before:
        return before[-1]
    after = _AFTER.match(text, run[-1].end)
    return run[-1].end if after else None


def times_dealt(text: str, marker: int, run: Sequence[Listed]) -> int:
    """Up to where the times of a list stand: before its 分别, or before the "respectively" that follows it."""
    after = _AFTER.match(text, run[-1].end) if marker == run[-1].end else None
    return after.end() if after else marker


def heads_before(text: str, clause_start: int, marker: int, count: int) -> Heads:
    """What stands before 分别 as a list of `count`: measures (产销, 营收和净利润) or names (甲、乙)."""
    found = measures_in(text, clause_start, marker)
    measures = _measures(text, found, marker, count)
    return Heads(measures, () if measures else _names(text, clause_start, marker, found, count))


def _measures(text: str, found: Sequence[Found], marker: int, count: int) -> tuple[str, ...]:
    if found and text[found[-1].start : found[-1].end] in FUSED and count == 2:
        return (found[-1].property, *found[-1].others)[:2]
    last = [one for one in found if one.property != "growth"][-count:]
    joined = all(_JOINT.fullmatch(text, a.end, b.start) for a, b in pairwise(last))
    return tuple(one.property for one in last) if len(last) == count and joined else ()


def _names(text: str, start: int, marker: int, found: Sequence[Found], count: int) -> tuple[str, ...]:
    end = found[-1].start if found and marker - found[-1].end <= 2 else marker
    words = text[start:end].rstrip("，,：: 的")
    words = _VERBS_AFTER.sub("", words)
    items = words.split("、")  # 香港及澳门市场、内地市场
    items = items if len(items) == count else [item.strip() for item in _ITEM.split(words)]
    if len(items) < count:
        return ()
    items = items[-count:]
    items[0] = _LEAD.sub("", items[0])
    good = all(
        _NAME.fullmatch(item) and not is_measure(item) and not re.search(r"\d[年月日]|[了的]", item)
        for item in items
    )
    return tuple(items) if good else ()


def dealt(run: Sequence[Listed], heads: Heads, times: Sequence[Timex], text: str) -> list[Observation]:
    """The observations of one list, each with its own measure, owner and time as far as the text lists them."""
    observations = [one.observation for one in run]
    if len(heads.measures) == len(run):
        measured = [renamed(one.measured, name) for one, name in zip(run, heads.measures, strict=True)]
        observations = [
            replace(one, property=found.property, rule=f"{one.rule}; one measure each")
            for one, found in zip(observations, measured, strict=True)
        ]
    if len(heads.names) == len(run):
        observations = [replace(one, about=name) for one, name in zip(observations, heads.names, strict=True)]
    return _timed(observations, times, text)


def _timed(run: list[Observation], times: Sequence[Timex], text: str) -> list[Observation]:
    """Each observation with a time of its own, where a range or a list of as many times says so.

    `times` are the anchored times of the sentence before the list, in order; `text` is the document's.
    """
    dates = _years(run[0].date, len(run))
    if dates:
        return [dated(one, date, one.timex) for one, date in zip(run, dates, strict=True)]
    told = [timex for timex in times if timex.type == "DATE" and edtf.is_edtf(timex.value)][-len(run) :]
    listed = all(_BETWEEN_TIMES.fullmatch(text, a.end, b.start) for a, b in pairwise(told))
    if len(told) != len(run) or not listed:
        return run
    dates = [in_year(told[0].value, int(one.value)) if one.value.isdigit() else one.value for one in told]
    return [dated(one, date, timex) for one, date, timex in zip(run, dates, told, strict=True)]


def _years(date: str, count: int) -> list[str]:
    """The years of a range, if there are as many as numbers."""
    match = re.fullmatch(r"(\d{4})/(\d{4})", date)
    if not match or int(match[2]) - int(match[1]) + 1 != count:
        return []
    return [f"{year:04d}" for year in range(int(match[1]), int(match[2]) + 1)]


def dated(observation: Observation, date: str, timex: Timex | None) -> Observation:
    """The observation at another date (EDTF), each of a list having its own."""
    earliest, latest = edtf.bounds(date)
    rule = observation.rule.split("; ")[0]
    return replace(
        observation, date=date, earliest=earliest, latest=latest, timex=timex, rule=f"{rule}; one time each"
    )


_FROM = re.compile(r"(?:从|由|自|from)[^，。；,;]{0,10}$")
_TO = re.compile(r"[^，。；,;]{0,10}(?:至|到|为|成|to)[^，。；,;]{0,8}")


def paired(told: list[Observation], spots: Sequence[Spotted], text: str) -> list[Observation]:
    """门店从170家增至451家 has the two times of the pair before it: 营收从2022年的4亿元升至2024年的11亿元."""
    instead = list(told)
    dates: tuple[Observation, Observation] | None = None
    for index, (one, two) in enumerate(pairwise(told)):
        a, b = spots[index], spots[index + 1]
        is_pair = _FROM.search(text, max(0, a.start - 14), a.start) or "told with the number" in one.rule
        if not is_pair or not _TO.fullmatch(text, a.end, b.start) or one.quantity.unit != two.quantity.unit:
            continue
        if one.date != two.date:
            dates = (one, two) if one.date and two.date else None
        elif dates and "sentence" in one.rule and "sentence" in two.rule:
            instead[index] = dated(one, dates[0].date, dates[0].timex)
            instead[index + 1] = dated(two, dates[1].date, dates[1].timex)
    return instead


def dated_alike(found: list[Observation]) -> list[Observation]:
    """A large number told without a time has that of the same number told with one.

    Where it is told with several that have a day in common, the shortest that its own sentence gives
    holds; else none does.
    """
    dated: dict[tuple[object, ...], list[Observation]] = {}
    for one in found:
        if one.earliest and one.latest:
            dated.setdefault(_told(one), []).append(one)
    return [_with_date_of(one, dated.get(_told(one), [])) for one in found]


def _with_date_of(one: Observation, others: Sequence[Observation]) -> Observation:
    if one.date or not others or (one.quantity.value or one.quantity.low or 0) < 1000:
        return one
    spans = [(other.earliest, other.latest) for other in others if other.earliest and other.latest]
    if max(first for first, _ in spans) > min(last for _, last in spans):
        return one
    index = min(
        range(len(spans)), key=lambda i: ("time of the" not in others[i].rule, spans[i][1] - spans[i][0])
    )
    other = others[index]
    rule = f"{one.rule}; time of the same number"
    return replace(
        one, timex=other.timex, date=other.date, earliest=other.earliest, latest=other.latest, rule=rule
    )


def _told(one: Observation) -> tuple[object, ...]:
    quantity = one.quantity
    return one.property, quantity.value or quantity.low, quantity.unit, one.change
