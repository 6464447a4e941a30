"""The year of a month or quarter in English news: results of quarters gone by, what is expected, asides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.times.context import Antecedent, Missing, Reference
from timeline.times.finding import Found
from timeline.times.readings import Point

if TYPE_CHECKING:
    from timeline.times.standing import Standing

# are closing in January; will be ready by the end of October
GOING = re.compile(
    r"\b(?:(?:is|are) (?:[a-z]+ )?[a-z]+ing (?:[a-z]+ ){0,2}|(?:will|expects? to|plans? to|scheduled to|due to) (?:[a-z]+ ){1,8})(?:in|on|by) (?:the )?$"
)


def of_near_month(reference: Reference | None, found: Found, point: Point) -> int:
    """Last April is the latest that is over; next April the first to come."""
    if reference is None or reference.grain == "year" or not isinstance(point.month, int):
        raise Missing("the document's month is not known")
    ahead = point.month - reference.earliest.month
    by = {"last": -(ahead >= 0), "next": int(ahead <= 0)}.get(found.text.split()[0].lower(), 0)
    return reference.earliest.year + by


def is_accounted(walk: Standing, reference: Reference, found: Found, told: Antecedent) -> bool:
    """News of results: a quarter in English is the last one or the one expected, whatever date came before."""
    if told.earliest > reference.latest or _COMPARED.search(walk.before(told, 60)):
        return True  # as we move into 2020; compared with a loss last year
    away = abs(reference.earliest.year - told.latest.year)
    other = "\n" in walk.text[told.end : found.start] and away > 1
    return away == 0 or other or is_expected(walk, found)


def is_expected(walk: Standing, found: Found) -> bool:
    """It expects a second quarter of …; for the second quarter, it expects …"""
    return bool(_EXPECTED.search(walk.before(found, 120)) or _EXPECTING.match(walk.after(found, 60)))


_COMPARED = re.compile(
    r"\b(?:compared (?:to|with)|versus|vs\.?|up from|down from|against|than)(?: [\w$€£¥.,%()]+){0,8} $"
)
_EXPECTING = re.compile(r"[^.]{0,40}\b(?:expect|forecast|anticipat|project|predict|estimate|sees\b|guide)")
_EXPECTED = re.compile(r"\b(?:expect|forecast|guidance|outlook|will|anticipat|project)[a-z]*\b[^.]*$")


def was_aside(walk: Standing, reference: Reference, found: Found, told: Antecedent) -> bool:
    """English news: after aborting it in March 2008 closes with its paragraph, if the one before told of now."""
    if not found.rule.startswith("english") or reference.grain != "day":
        return False
    if told.latest.year == reference.latest.year or "\n" not in walk.text[told.end : found.start]:
        return False
    before = next((one for one in reversed(walk.history[-8:]) if one.end <= told.start), None)
    return before is not None and before.latest.year == reference.latest.year


def is_far(walk: Standing, reference: Reference, found: Found, month: int) -> bool:
    """A month that lies so far ahead that it was the last one of that name."""
    ahead = month - reference.latest.month
    return ahead >= 7 or (ahead > 1 and went(walk, found))


def went(walk: Standing, found: Found) -> bool:
    """Closed in June; In June, the company closed …: told as past."""
    return bool(WENT.search(walk.before(found, 60)) or _WENT_THEN.match(walk.after(found, 60)))


WENT = re.compile(
    r"(?<!be )(?<!is )(?<!are )\b(?:(?!expect|schedul|plann|slat|pois|target|propos|need)[a-z]+ed|fell|rose|sold|bought|began|took|made|left|went|grew|lost|won)"
    r" (?:(?!will\b|to\b|by\b)[a-z]+ ){0,4}(?:in|on|since) $"
)
_WENT_THEN = re.compile(
    r",? (?:(?!will\b|would\b|expect|plan)[\w’'&.-]+ ){1,4}(?!need)(?:[a-z]+ed|fell|rose|sold|bought|began|took|made|left|went|grew|lost|won|said|was|were|had) (?!to be\b|to\b)"
)
