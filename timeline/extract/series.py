"""Lists of numbers that go with lists of times: 2021年至2023年，营收分别为9.8亿元、15.2亿元和18.9亿元."""

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
