"""Lists that go together: each number of a list has a time, a measure or an owner of its own.

2021年至2023年，营收分别为9.8亿元、15.2亿元和18.9亿元 gives each number a year; 产销分别完成3万辆和2万辆
a measure; 甲、乙分别售出5万辆、3万辆 an owner. Numbers told twice share their time.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple, Protocol

from timeline import edtf
from timeline.extract.measures.earlier_years import Held, in_year
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
_VERBS_AFTER = re.compile(r"(?:的?(?:数量|规模|金额|比例))?(?:均|则|各|也|又|同比|环比)?$")


_SHORT_YEARS = re.compile(r"(?<!\d)(?:20)?(\d\d)[-—–~至到](?:20)?(\d\d)年")
_MOST_YEARS = 12


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


def runs(text: str, listed: Sequence[Listed]) -> list[list[Listed]]:
    """The lists of a sentence, two numbers at least."""
    found: list[list[Listed]] = []
    for one in listed:
        last = found[-1][-1] if found else None
        if last and _JOINT_CHANGES.fullmatch(text, last.end, one.start) and _alike(last, one):
            found[-1].append(one)
        else:
            found.append([one])
    return [run for run in found if len(run) > 1]


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


def heads_before(text: str, clause_start: int, marker: int, count: int, *, whole: bool = False) -> Heads:
    """What stands before 分别 as a list of `count`: measures (产销, 营收和净利润) or names (甲、乙).

    Where no 分别 says so, the `whole` list has to be as long: 甲、乙净利润|为5亿元、3亿元.
    """
    found = measures_in(text, clause_start, marker)
    measures = _measures(text, found, marker, count)
    return Heads(measures, () if measures else _names(text, clause_start, marker, found, count, whole))


def _measures(text: str, found: Sequence[Found], marker: int, count: int) -> tuple[str, ...]:
    if found and text[found[-1].start : found[-1].end] in FUSED and count == 2:
        return (found[-1].property, *found[-1].others)[:2]
    last = [one for one in found if one.property != "growth"][-count:]
    joined = all(_JOINT.fullmatch(text, a.end, b.start) for a, b in pairwise(last))
    return tuple(one.property for one in last) if len(last) == count and joined else ()


def _names(
    text: str, start: int, marker: int, found: Sequence[Found], count: int, whole: bool
) -> tuple[str, ...]:
    end = found[-1].start if found and marker - found[-1].end <= 2 else marker
    words = text[start:end].rstrip("，,：: 的")
    words = _VERBS_AFTER.sub("", words)
    items = words.split("、")  # 香港及澳门市场、内地市场
    items = items if len(items) == count else [item.strip() for item in _ITEM.split(words)]
    if len(items) < count or (whole and (len(items) > count or end == marker)):
        return ()
    items = items[-count:]
    items[0] = _LEAD.sub("", items[0])
    good = all(
        _NAME.fullmatch(item) and not is_measure(item) and not re.search(r"^\d|\d[年月日]|[了的]", item)
        for item in items
    )
    return tuple(items) if good else ()


def years_said(text: str, start: int, end: int) -> str:
    """The years (EDTF) that text[start:end] tells last in short: 25-27年净利润为; "" for none."""
    said = list(_SHORT_YEARS.finditer(text, start, end))
    return f"20{said[-1][1]}/20{said[-1][2]}" if said else ""


def dealt(
    run: Sequence[Listed], heads: Heads, times: Sequence[Timex], years: str, text: str
) -> list[Observation]:
    """The observations of one list, each with its own measure, owner and time as far as the text lists them.

    `years` are those that the sentence tells in short, and no time of the table.
    """
    observations = [one.observation for one in run]
    if len(heads.measures) == len(run):
        measured = [renamed(one.measured, name) for one, name in zip(run, heads.measures, strict=True)]
        observations = [
            replace(one, property=found.property, rule=f"{one.rule}; one measure each")
            for one, found in zip(observations, measured, strict=True)
        ]
    if len(heads.names) == len(run):
        observations = [replace(one, about=name) for one, name in zip(observations, heads.names, strict=True)]
    return _timed(observations, times, years, text)


def _timed(run: list[Observation], times: Sequence[Timex], years: str, text: str) -> list[Observation]:
    """Each observation with a time of its own, where a range or a list of as many times says so.

    `times` are the anchored times of the sentence before the list, in order; `text` is the document's.
    """
    dates = years_of(years or run[0].date)
    if len(dates) == len(run) > 1:
        return [dated(one, date, None if years else one.timex) for one, date in zip(run, dates, strict=True)]
    told: list[tuple[str, Timex]] = []  # each time of the list that ends last, a range of years as its years
    for timex in reversed(times):
        between = not told or _BETWEEN_TIMES.fullmatch(text, timex.end, told[0][1].start)
        if len(told) >= len(run) or not between or not (timex.type == "DATE" or years_of(timex.value)):
            break
        if edtf.is_edtf(timex.value):
            told[:0] = [(date, timex) for date in years_of(timex.value) or [timex.value]]
    if len(told) != len(run):
        return run
    first = told[0][0]
    dates = [in_year(first, int(date)) if date.isdigit() else date for date, _ in told]
    return [dated(one, date, timex) for one, date, (_, timex) in zip(run, dates, told, strict=True)]


def years_of(date: str) -> list[str]:
    """The years of a range of them (EDTF), few enough for a list; [] for other dates."""
    match = re.fullmatch(r"(\d{4})/(\d{4})", date)
    first, last = (int(match[1]), int(match[2])) if match else (0, -1)
    return [f"{year:04d}" for year in range(first, last + 1)] if last - first < _MOST_YEARS else []


def dated(observation: Observation, date: str, timex: Timex | None) -> Observation:
    """The observation at another date (EDTF), each of a list having its own."""
    earliest, latest = edtf.bounds(date)
    rule = observation.rule.split("; ")[0]
    return replace(
        observation, date=date, earliest=earliest, latest=latest, timex=timex, rule=f"{rule}; one time each"
    )


_FROM = re.compile(r"(?:从|由|自|from)[^，。；,;]{0,10}$")
_TO = re.compile(
    r"(?:[(（][^()（）]*[)）])?[^，。；,;(（]{0,10}(?:至|到|为|成|to)[^，。；,;]{0,8}"
)  # 从4亿元|（6000万美元）增至|…


def paired(
    told: list[Observation], spots: Sequence[Spotted], text: str, compared: Callable[[int], Held | None]
) -> list[Observation]:
    """The two numbers of a pair (从4亿元升至11亿元) at the two times of a range of years, at the time that the
    sentence compares with and its own (比2022年增长7%，从…), or at those of the pair before it.
    """
    instead = list(told)
    dates: tuple[Observation, Observation] | None = None
    plain = [i for i, spot in enumerate(spots) if text[spot.start - 1] not in "(（"]
    for index, other in pairwise(plain):
        one, two, a, b = told[index], told[other], spots[index], spots[other]
        is_pair = _FROM.search(text, max(0, a.start - 14), a.start) or "told with the number" in one.rule
        if not is_pair or not _TO.fullmatch(text, a.end, b.start) or one.quantity.unit != two.quantity.unit:
            continue
        years, earlier = years_of(one.date), compared(a.start)
        if one.date != two.date:
            dates = (one, two) if one.date and two.date else None
        elif len(years) > 1:
            dates = dated(one, years[0], one.timex), dated(two, years[-1], two.timex)
            instead[index], instead[other] = dates
        elif dates and "sentence" in one.rule and "sentence" in two.rule:
            instead[index] = dated(one, dates[0].date, dates[0].timex)
            instead[other] = dated(two, dates[1].date, dates[1].timex)
        elif earlier and one.date and earlier.date < one.date:
            for place in range(index, other):  # with the one in a bracket
                instead[place] = dated(told[place], earlier.date, earlier.timex)
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
