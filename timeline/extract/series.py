"""Times that numbers have from each other: lists that go together, numbers told twice.

2021年至2023年，营收分别为9.8亿元、15.2亿元和18.9亿元 gives each number a year of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline import edtf
from timeline.model import Observation, Timex

RESPECTIVELY = re.compile(r"分别|依次|respectively")


def dealt(run: Sequence[Observation], times: Sequence[Timex]) -> list[Observation]:
    """The observations of one list, each with its own time; as they were if the lists do not match.

    `times` are the anchored times of the sentence before the list, in order.
    """
    dates = _years(run[0].date, len(run))
    if dates:
        return [
            _dated(observation, date, observation.timex) for observation, date in zip(run, dates, strict=True)
        ]
    told = [timex for timex in times if timex.type == "DATE" and edtf.is_edtf(timex.value)][-len(run) :]
    if len(told) != len(run):
        return list(run)
    return [_dated(observation, timex.value, timex) for observation, timex in zip(run, told, strict=True)]


def _years(date: str, count: int) -> list[str]:
    """The years of a range, if there are as many as numbers."""
    match = re.fullmatch(r"(\d{4})/(\d{4})", date)
    if not match or int(match[2]) - int(match[1]) + 1 != count:
        return []
    return [f"{year:04d}" for year in range(int(match[1]), int(match[2]) + 1)]


def _dated(observation: Observation, date: str, timex: Timex | None) -> Observation:
    earliest, latest = edtf.bounds(date)
    rule = observation.rule.split("; ")[0]
    return replace(
        observation, date=date, earliest=earliest, latest=latest, timex=timex, rule=f"{rule}; one time each"
    )


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
