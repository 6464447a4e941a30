"""Which numbers belong in one chart: the same measure of the same thing, told for different times.

Strict on purpose: a chart says "compare these". Two values for one time that do not agree mean that
words were about different things, and no chart is drawn of both. Nothing is averaged or filled in.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from timeline import edtf
from timeline.exports.deck.growth import compare
from timeline.exports.printable import one_line
from timeline.exports.selection import Selection
from timeline.lexicon.holding_kinds import SUMMED
from timeline.lexicon.unsaid import UNSAID
from timeline.plans import Plans
from timeline.series import Point, Series, span_of
from timeline.subjects import Subjects

MOST_POINTS = 10
_MOST_PLANS = 2
_NEAR = 0.05
_FARTHEST = 1000  # times: what differs more was never the same measure
# What a single thing costs, weighs or took, what was said of no measure at all, steps taken one by
# one (rounds of funding, plants): numbers of many things under one word, no series.
_OF_THINGS = {row[1] for row in UNSAID} | {
    "price", "price_cut", "cost", "investment", "financing", "buyback", "acquisition_value", "voucher", "bonus",
    "donation", "fine", "tax", "compensation", "subsidy", "dividend", "distance", "width", "height", "thickness",
    "depth", "participants", "experts", "delegates", "volunteers", "visits", "meetings", "board_meetings",
    "page_length", "screen_size", "memory", "parts", "capacity", "persons", "percent", "number",
    "share_of_total", "growth", "discount", "range_km", "shares_issued", "rank", "trainees", "voting_rights",
}  # fmt: skip
_SUFFIXES = ("_growth", "_decline", "_multiple", "_change", "_rank", "_share")
_SO_FAR = re.compile(r"累计|累積|累計|总计|历史|至今|迄今|装机|cumulative|in total|to date", re.I)
_PART = re.compile(
    r"单[月日季周]|当[月天日]|首[月日周]|其中|海外|国内(?!生产)|境外|线上|线下|of which|overseas|domestic",
    re.I,
)


def find_series(selection: Selection) -> list[Series]:
    """The series worth a slide: the firm's own first, then the best told."""
    subjects, plans = Subjects(selection.whole), selection.planned
    groups: dict[tuple[str, str, str, str], list[dict]] = defaultdict(list)
    for row in selection.rows("observations"):
        if _usable(row) and (span := _span(selection, row)):
            groups[row["property"], one_line(subjects.part(row)), row["unit"], span].append(row)
    weight = _weights(selection)
    made = []
    for (measure, about, unit, _), rows in groups.items():
        whose = one_line(subjects.whose(rows[0]))
        made += [replace(s, whose=whose) for s in _series_of(plans, measure, about, unit, rows)]
    ours = one_line(subjects.name)
    return sorted(made, key=lambda s: (s.whose != ours, *_order(selection, s, weight)))


def _series_of(plans: Plans, measure: str, about: str, unit: str, rows: list[dict]) -> list[Series]:
    """One series of all the rows; where their documents disagree, one of each document that tells one."""
    whole = _series(measure, about, unit, _points(plans, rows))
    if whole.points:
        return [whole] if _telling(whole) else []
    by_document: dict[str, list[dict]] = defaultdict(list)
    for row in rows:
        by_document[row["doc_id"]].append(row)
    made = [_series(measure, about, unit, _points(plans, own)) for own in by_document.values()]
    told = [series for series in made if series.points and _telling(series)]
    best = min(told, key=lambda s: (-len(s.facts), s.points[0].doc_ids), default=None)
    if best is None:
        return []
    values = {point.date: point.at for point in best.points}
    aside = [r["observation_id"] for r in rows if values.get(r["date"], _value(r)) != _value(r)]
    return [replace(best, aside=tuple(aside))]


def _series(measure: str, about: str, unit: str, points: tuple[Point, ...]) -> Series:
    return Series("|".join((measure, about, unit)), measure, about, unit, points)


def _telling(series: Series) -> bool:
    facts = series.facts
    if any(point.at < 0 for point in series.points):
        return False  # the axis begins at 0
    return len(facts) > 1 and len({point.at for point in facts}) > 1 and _comparable(series)


def _span(selection: Selection, row: dict) -> str:
    """Which numbers may stand beside each other: years beside years, totals so far beside totals so far."""
    if row["property"] not in SUMMED:
        return "at" if "/" not in row["date"] else ""
    before = selection.whole.text(row["doc_id"])[max(0, row["start"] - 24) : row["start"]]
    before = re.split(r"[。！？；\n]", before)[-1]
    if _SO_FAR.search(before):
        return "so far"
    first, last = edtf.bounds(row["date"])
    vague = edtf.is_approximate(row["date"]) or _PART.search(before)
    return span_of(first, last) if first and last and not vague else ""


def _comparable(series: Series) -> bool:
    """Whether the two ends allow a sentence, and one that can be about the same thing."""
    change = compare(series)
    if change is None:
        return False
    return change.ratio is None or 1 / _FARTHEST <= change.ratio <= _FARTHEST


def _usable(row: dict) -> bool:
    date, prop = row["date"], row["property"]
    return (
        row["change"] in ("none", "")
        and edtf.is_edtf(date)
        and all(edtf.bounds(date))
        and _value(row) is not None
        and bool(row["unit"])
        and prop not in _OF_THINGS
        and not prop.endswith(_SUFFIXES)
    )


def _value(row: dict) -> float | None:
    """The number to draw: the value, or the one end that a bound states; None for a range."""
    if row["value"] is not None:
        return row["value"]
    ends = [row[end] for end in ("low", "high") if row[end] is not None]
    return ends[0] if len(ends) == 1 else None


def _comparator(row: dict) -> str:
    if row["comparator"] != "=" or row["value"] is not None:
        return row["comparator"] or "="
    return "≥" if row["low"] is not None else "≤"


def _points(plans: Plans, rows: Sequence[dict]) -> tuple[Point, ...]:
    """One point a date; () where values for one time differ. Plans stand last, for times no fact is told of."""
    facts, hopes = [], []
    for row in rows:
        (hopes if plans.ahead(row) else facts).append(row)
    told = _by_date(facts, False)
    kept = _apart(told) if told is not None else ()
    if not kept:
        return ()
    coming = [p for p in _by_date(hopes, True) or () if p.days[0] > kept[-1].days[1]]
    return (*kept, *coming[:_MOST_PLANS])


def _by_date(rows: Sequence[dict], ahead: bool) -> list[Point] | None:
    """The points of these rows in order; None where two say differently of one date."""
    by_date: dict[str, list[dict]] = defaultdict(list)
    for row in rows:
        by_date[row["date"]].append(row)
    points = []
    for told in by_date.values():
        exact = sorted(told, key=lambda row: (_comparator(row) != "=", row["doc_id"], row["start"]))
        if not all(_agrees(row, exact[0]) for row in exact):
            return None
        points.append(_point(exact, ahead))
    return sorted(points, key=lambda p: (p.days, p.date))


def _point(told: Sequence[dict], ahead: bool) -> Point:
    """Rows that say the same of one date, the most exact first, as one point; a bound stands for its number."""
    row = told[0]
    first, last = edtf.bounds(row["date"])
    return Point(
        tuple(r["observation_id"] for r in told), tuple(r["doc_id"] for r in told), row["event_id"],
        float(_value(row) or 0.0), None, None, _comparator(row), row["unit"], row["unit_text"], row["date"],
        first or datetime.date.min, last or datetime.date.max, row["text"], ahead,
    )  # fmt: skip


def _agrees(row: dict, exact: dict) -> bool:
    """The same number, or a round one near it: about 1,300 beside 1,260."""
    value, known = _value(row) or 0.0, _value(exact) or 0.0
    return value == known or (_comparator(row) == "≈" and abs(value - known) <= _NEAR * abs(known))


def _apart(points: list[Point]) -> tuple[Point, ...]:
    """Without wider dates that only repeat a sharper one; () where overlapping times disagree."""
    kept: list[Point] = []
    for point in sorted(points, key=lambda p: (p.days[1] - p.days[0], p.days)):
        meets = [k for k in kept if k.days[0] <= point.days[1] and point.days[0] <= k.days[1]]
        if not meets:
            kept.append(point)
        elif any(k.at != point.at for k in meets):
            return ()
    kept.sort(key=lambda p: p.days)
    return tuple(kept[-MOST_POINTS:]) if len(kept) > 1 else ()


def _weights(selection: Selection) -> dict[str, int]:
    events = selection.timeline.events
    return dict(zip(events["event_id"], events["importance"].astype(int), strict=True))


def _order(selection: Selection, series: Series, weight: dict[str, int]) -> tuple:
    rows = [selection.numbers[told] for told in series.observation_ids]
    best = max((weight.get(row["event_id"], 0) for row in rows), default=0)
    documents = len({row["doc_id"] for row in rows})
    span = (series.points[-1].days[0] - series.points[0].days[0]).days
    exact = sum(p.comparator == "=" for p in series.points)
    return (-best, -len(series.points), -exact, -documents, -span, series.property, series.about, series.unit)
