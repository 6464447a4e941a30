"""A day without its year, in a story that has gone on: into the next year, or to the days before it was written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.times.context import Antecedent, Reference
from timeline.times.finding import Found
from timeline.times.readings import Point

if TYPE_CHECKING:
    from timeline.times.standing import Standing

_MANY = 12  # dates among which a day may have been told before
_NEWS = 31  # days: how long a day is told without its year
_TODAY = 2  # days: how old the news of a report is
_BACK = 6  # months: a story told in order does not go back so far without saying so
_LOOKS_BACK = re.compile("此前|之前|早在|早先|曾|同年|当年|该年|年初|其中|回顾|先前|前一")


def rolls_on(walk: Standing, found: Found, point: Point, told: Antecedent) -> bool:
    """2024年11月30日…。2月12日…: a story told by days has come to the next year."""
    if not (isinstance(point.day, int) and isinstance(point.month, int)) or told.grain != "day":
        return False
    if found.rule != "month-day" or told.deictic or told.earliest.month - point.month < _BACK:
        return False
    between = walk.text[told.end : found.start]
    if not any(mark in between for mark in "。！？；\n") or _LOOKS_BACK.search(between + walk.after(found)):
        return False
    return walk.reference is None or walk.reference.latest >= told.earliest.replace(
        year=told.earliest.year + 1, month=point.month, day=1
    )


def is_news(walk: Standing, reference: Reference, found: Found, point: Point, told: Antecedent) -> bool:
    """10月11日 in a paragraph of its own, written on October 14: not of the year of long ago told before.

    2月12日 after last November, written on February 13: of this year.
    """
    if not (isinstance(point.day, int) and isinstance(point.month, int)) or reference.grain != "day":
        return False
    apart = reference.earliest.year - told.latest.year
    if apart > 0 and _is_told_again(walk, reference, found, point, told):
        return True
    if apart == 1 and told.grain != "day" and "\n" in walk.text[told.end : found.start]:
        # 5月19日 in a report of that day, under a heading of the year before
        return 0 <= _days_ago(reference, point.month, point.day) <= _TODAY
    if apart < 1 or (apart == 1 and told.earliest.month - point.month < _BACK):
        return False
    if apart == 1 and _LOOKS_BACK.search(walk.text[told.end : found.start] + walk.after(found)):
        return False
    if apart > 1 and "\n" not in walk.text[told.end : found.start]:
        return False
    return 0 <= _days_ago(reference, point.month, point.day) <= _NEWS


def _is_told_again(
    walk: Standing, reference: Reference, found: Found, point: Point, told: Antecedent
) -> bool:
    """5月27日…。公司成立于2023年。…5月27日: the day of this year that the news told of before."""
    year = reference.earliest.year
    return told.grain != "day" and any(
        (one.earliest.year, one.earliest.month, one.earliest.day) == (year, point.month, point.day)
        and one.grain == "day"
        and walk.same_sentence(found, told) is None
        for one in walk.history[-_MANY:]
    )


def _days_ago(reference: Reference, month: int, day: int) -> int:
    return (reference.earliest.month - month) * 30 + reference.earliest.day - day
