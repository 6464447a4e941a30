"""Where everything on a timeline stands: lanes, rows, marks, labels, badges, ticks. Pure.

`layout(items, years, width)` decides; the Plotly figure, the SVG, the HTML file and the slide only
draw. Lengths are in the unit of `width` and `Style` (px on a screen, points on a slide), from the
left of the plot and from the top of the first lane. What is promised, and tested:

- no label overlaps a label or a mark, or leaves the plot, at any width;
- every item of the window is a mark or a member of exactly one bundle; what lies outside is counted;
- importance 3 is placed first, then 2, then 1; then more documents, then the sharper date;
- the same items give the same layout in whatever order they come.
"""

from __future__ import annotations

import datetime
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from timeline import axis, edtf, labels
from timeline.layout.bundles import bundles_of
from timeline.layout.items import items_of, lane_names
from timeline.layout.lanes import LaneField
from timeline.layout.marks import cut, down, moved, shape_of
from timeline.layout.records import SCREEN, Box, Bundle, Item, Label, Lane, Layout, Mark, Style

__all__ = [
    "LANE_ORDER", "SCREEN", "Box", "Bundle", "Item", "Label", "Lane", "Layout", "Mark", "Style",
    "cut", "items_of", "lane_names", "layout", "shape_of",
]  # fmt: skip

Day = datetime.date
LANE_ORDER = (
    "automotive", "product", "strategy", "organization", "finance", "founding",
    "community", "marketing", "market", "policy", "external", "other",
)  # fmt: skip
BACKGROUND = ("external", "other")
_SHARPNESS = {"day": 0, "month": 1, "quarter": 2, "season": 2, "half": 3, "year": 4, "range": 5, "decade": 6}


def layout(
    items: Iterable[Item],
    years: tuple[int, int] | tuple[Day, Day],
    width: float,
    *,
    lang: str = "zh",
    style: Style = SCREEN,
    measure: axis.Measure = axis.width_of,
    rows: Mapping[str, int] | int | None = None,
    order: Sequence[str] = LANE_ORDER,
    lane_text: Callable[[str, str], str] = labels.category,
    max_lanes: int = 14,
) -> Layout:
    """Place `items` on `width` of plot over `years` (whole years, or two days, both included).

    `rows` caps the rows of a lane (one number, or by lane; None chooses by how much a lane has to
    say); `order` sets the lanes' order, unknown lanes follow by size; `lane_text(code, lang)` names them.
    """
    over = axis.scale(years, width)
    inside, n_before, n_after, n_undated, by_year = _window(items, over)
    lanes_of = _lanes(inside, order, max_lanes)
    # Few lanes have room for more rows each, and for small labels in them.
    roomy = over.years <= axis.ZOOMED_YEARS or len(lanes_of) <= FEW_LANES
    lanes, marks, bundles, top = [], [], [], 0.0
    for key, members in lanes_of.items():
        cap = _rows_cap(key, members, rows, over.years, len(lanes_of))
        lane = LaneField(over, style, measure, lang, key, cap, roomy)
        budget = _budget(len(inside), len(lanes_of), cap)
        placed, hidden = lane.place(_ranked(members, budget), budget)
        used = max(lane.n_rows, 1)
        made, extra = bundles_of(key, hidden, over, style, measure, used)
        height = (used + extra) * style.row + 2 * style.pad
        shift = top + style.pad
        marks += [moved(mark, shift) for mark in placed]
        bundles += [replace(b, box=down(b.box, shift)) if b.box else b for b in made]
        lanes.append(Lane(key, lane_text(key, lang), top, height, used + extra, len(placed), len(members)))
        top += height
    return Layout(
        over, float(width), top, style, tuple(lanes), tuple(marks), tuple(bundles),
        axis.ticks(over, lang, style.tick, measure), by_year, n_before, n_after, n_undated, lang,
    )  # fmt: skip


def _window(items: Iterable[Item], over: axis.Scale):
    """Split into inside, before, after, undated; count all dated ones by first year."""
    inside, before, after, undated = [], 0, 0, 0
    starts: Counter[int] = Counter()
    first, last = Day.fromordinal(over.first), Day.fromordinal(over.last - 1)
    for item in items:
        begin, end = item.earliest, item.latest
        known = begin or end
        if known is None:
            undated += 1
            continue
        starts[known.year] += 1
        if end is not None and end < first:
            before += 1
        elif begin is not None and begin > last:
            after += 1
        else:
            inside.append(item)
    return inside, before, after, undated, tuple(sorted(starts.items()))


def _lanes(inside: list[Item], order: Sequence[str], max_lanes: int) -> dict[str, list[Item]]:
    """Items by lane in set order; more lanes than fit are joined in the last one, `other`."""
    found: dict[str, list[Item]] = defaultdict(list)
    for item in inside:
        found[item.lane].append(item)
    place = {key: index for index, key in enumerate(order)}
    keys = sorted(found, key=lambda key: (place.get(key, len(place)), key == "other", -len(found[key]), key))
    if len(keys) > max_lanes:
        kept = [key for key in keys if key != "other"][: max_lanes - 1]
        rest = [key for key in keys if key not in set(kept)]
        found["other"] = [item for key in rest for item in found[key]]
        keys = [*kept, "other"]
    return {key: found[key] for key in keys}


CROWDED = 60  # from here on, equals are drawn from all years alike instead of the earliest first


def _ranked(members: list[Item], budget: int) -> list[Item]:
    """The most important first. Beyond the budget nothing will be drawn, so nothing is put in order."""
    if len(members) <= CROWDED:
        return sorted(members, key=_priority)
    levels: dict[int, list[Item]] = {3: [], 2: [], 1: []}
    for item in members:
        levels[item.importance].append(item)
    ranked: list[Item] = []
    for items in levels.values():
        ranked += sorted(items, key=_spread_priority) if len(ranked) < budget else items
    return ranked


def _spread_priority(item: Item) -> tuple:
    # A checksum of the id is an order that has nothing to do with time, and is always the same.
    first, *rest = _priority(item)
    return first, *rest[:3], zlib.crc32(item.id.encode()), item.id


def _priority(item: Item) -> tuple:
    return (
        -item.importance, -item.starred, -item.n_documents, _SHARPNESS.get(_precision(item), 7),
        item.earliest or item.latest, item.latest or item.earliest, item.id,
    )  # fmt: skip


def _precision(item: Item) -> str:
    try:
        return edtf.precision(item.date)
    except ValueError:
        return "range"


FEW_LANES, ALL_ROWS = 4, 28


def _rows_cap(
    key: str, members: list[Item], rows: Mapping[str, int] | int | None, years: float, n_lanes: int
) -> int:
    """How many rows a lane may open: 2 for background, 3, up to 5 where much is important.

    Zooming adds 2, and 5 from three years down, since that is what people zoom for; few lanes share 28.
    """
    if isinstance(rows, int):
        return max(rows, 1)
    if rows is not None and key in rows:
        return max(rows[key], 1)
    heavy = sum(item.importance >= 2 for item in members)
    cap = 2 if key in BACKGROUND else 3 + (heavy >= 6) + (heavy >= 9)
    share = min(ALL_ROWS // n_lanes, 14) if n_lanes <= FEW_LANES else 0
    closer = 5 if years <= 3.01 else 2 if years <= axis.ZOOMED_YEARS else 0
    return max(cap + closer, share)


def _budget(n_items: int, n_lanes: int, cap: int) -> int:
    """How many items of a lane are worth trying: beyond that a chart is noise, and badges say more."""
    return 10_000 if n_items <= 400 else max(cap * 24, 900 // max(n_lanes, 1))
