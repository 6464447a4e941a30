"""Where everything on a timeline stands: lanes, rows, marks, labels, badges, ticks. Pure.

`layout(items, years, width)` decides; the Plotly figure, the SVG, the HTML file and the slide only
draw. Lengths are in the unit of `width` and `Style` (px on a screen, points on a slide), from the
left of the plot and from the top of the first lane. What is promised, and tested:

- no label overlaps a label or a mark, or leaves the plot, at any width;
- every item of the window is a mark or a member of exactly one bundle; what lies outside is counted;
- importance 3 is placed first, then 2, then 1; then more documents, then the sharper date;
- an item becomes an object only where it may be drawn: a hundred thousand are counted as columns;
- the same items give the same layout in whatever order they come.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from timeline import axis, labels
from timeline.layout.bundles import bundles_of
from timeline.layout.columns import NO_END, NO_START, Columns, of_items, sharpness
from timeline.layout.items import columns_of, items_of, lane_names
from timeline.layout.lanes import LaneField
from timeline.layout.marks import cut, down, shape_of
from timeline.layout.records import SCREEN, Box, Bundle, Item, Label, Lane, Layout, Mark, Style

__all__ = [
    "LANE_ORDER", "SCREEN", "Box", "Bundle", "Columns", "Item", "Label", "Lane", "Layout", "Mark", "Style",
    "columns_of", "cut", "items_of", "lane_names", "layout", "shape_of",
]  # fmt: skip

Day = datetime.date
LANE_ORDER = (
    "automotive", "product", "strategy", "organization", "finance", "founding",
    "community", "marketing", "market", "policy", "external", "other",
)  # fmt: skip
BACKGROUND = ("external", "other")


def layout(
    items: Columns | Iterable[Item], years: tuple[int, int] | tuple[Day, Day], width: float, *,
    lang: str = "zh", style: Style = SCREEN, measure: axis.Measure = axis.width_of,
    rows: Mapping[str, int] | int | None = None, order: Sequence[str] = LANE_ORDER,
    lane_text: Callable[[str, str], str] = labels.category, max_lanes: int = 14,
) -> Layout:  # fmt: skip
    """Place `items` on `width` of plot over `years` (whole years, or two days, both included).

    `rows` caps the rows of a lane (one number, or by lane; None chooses by how much a lane has to
    say); `order` sets the lanes' order, unknown lanes follow by size; `lane_text(code, lang)` names them.
    """
    over = axis.scale(years, width)
    rows_of = items if isinstance(items, Columns) else of_items(items)
    inside, n_before, n_after, n_undated = _window(rows_of, over)
    lanes_of = _lanes(rows_of, inside, order, max_lanes)
    # Few lanes have room for more rows each, and for small labels in them.
    roomy = over.years <= axis.ZOOMED_YEARS or len(lanes_of) <= FEW_LANES
    lanes, marks, bundles, top = [], [], [], 0.0
    for key, members in lanes_of.items():
        levels = rows_of.importance[members]
        cap = _rows_cap(key, int((levels >= 2).sum()), rows, over.years, len(lanes_of), len(members))
        shift = top + style.pad
        lane = LaneField(over, style, measure, lang, key, cap, roomy, shift)
        best = _ranked(rows_of, members, _budget(len(inside), len(lanes_of), cap))
        placed = lane.place(rows_of.items(best), int((levels == 3).sum()), len(best) < len(members))
        hidden = _without(rows_of, members, best, placed)
        used = max(lane.n_rows, 1)
        made, extra = bundles_of(key, rows_of, hidden, over, style, measure, used, len(lanes_of))
        height = (used + extra) * style.row + 2 * style.pad
        marks += placed
        bundles += [replace(b, box=down(b.box, shift)) if b.box else b for b in made]
        lanes.append(Lane(key, lane_text(key, lang), top, height, used + extra, len(placed), len(members)))
        top += height
    return Layout(
        over, float(width), top, style, tuple(lanes), tuple(marks), tuple(bundles),
        axis.ticks(over, lang, style.tick, measure), rows_of.years(), n_before, n_after, n_undated, lang,
    )  # fmt: skip


def _window(rows: Columns, over: axis.Scale) -> tuple[np.ndarray, int, int, int]:
    """Places of the rows inside; how many lie before, after, and have no date."""
    undated = (rows.first == NO_START) & (rows.last == NO_END)
    before, after = rows.last < over.first, rows.first >= over.last
    inside = np.flatnonzero(~(undated | before | after))
    return inside, int(before.sum()), int(after.sum()), int(undated.sum())


def _lanes(rows: Columns, inside: np.ndarray, order: Sequence[str], max_lanes: int) -> dict[str, np.ndarray]:
    """Places by lane in set order; more lanes than fit are joined in the last one, `other`."""
    among = inside[np.argsort(rows.lane[inside], kind="stable")]
    codes, starts = np.unique(rows.lane[among], return_index=True)
    parts = np.split(among, starts[1:]) if len(codes) else []
    found = {rows.lanes[code]: part for code, part in zip(codes, parts, strict=True)}
    place = {key: index for index, key in enumerate(order)}
    keys = sorted(found, key=lambda key: (place.get(key, len(place)), key == "other", -len(found[key]), key))
    if len(keys) > max_lanes:
        kept = [key for key in keys if key != "other"][: max_lanes - 1]
        rest = [key for key in keys if key not in set(kept)]
        found["other"] = np.concatenate([found[key] for key in rest])
        keys = [*kept, "other"]
    return {key: found[key] for key in keys}


CROWDED = 60  # from here on, equals are drawn from all years alike instead of the earliest first


def _ranked(rows: Columns, members: np.ndarray, budget: int) -> np.ndarray:
    """The most important first, as many as the budget allows: beyond it nothing will be drawn."""
    if len(members) > CROWDED:
        return members[np.argsort(rows.crowd[members])][:budget]
    ranks = [_priority(item) for item in rows.items(members)]
    return members[sorted(range(len(members)), key=ranks.__getitem__)][:budget]


def _without(rows: Columns, members: np.ndarray, best: np.ndarray, placed: list[Mark]) -> np.ndarray:
    """The places of a lane that got no mark."""
    drawn = {mark.id for mark in placed}
    shown = [place for place, id_ in zip(best.tolist(), rows.ids[best], strict=True) if id_ in drawn]
    return members[~np.isin(members, shown)]


def _priority(item: Item) -> tuple:
    return (
        -item.importance, -item.starred, -item.n_documents, sharpness(item.date),
        item.earliest or item.latest, item.latest or item.earliest, item.id,
    )  # fmt: skip


FEW_LANES, ALL_ROWS = 4, 28
FLOOD, TALL = 1000, 72  # of so many events names are samples: such lanes make a chart of so many rows


def _rows_cap(
    key: str, heavy: int, rows: Mapping[str, int] | int | None, years: float, n_lanes: int, n_events: int
) -> int:
    """How many rows a lane may open: 2 for background, 3, up to 5 where much is important (`heavy`).

    Zooming adds 2, and 5 from three years down, since that is what people zoom for; few lanes share 28.
    A lane of thousands takes its share of 72 at most, badges included: two screens, not three.
    """
    if isinstance(rows, int):
        return max(rows, 1)
    if rows is not None and key in rows:
        return max(rows[key], 1)
    cap = 2 if key in BACKGROUND else 3 + (heavy >= 6) + (heavy >= 9)
    share = min(ALL_ROWS // n_lanes, 14) if n_lanes <= FEW_LANES else 0
    closer = 5 if years <= 3.01 else 2 if years <= axis.ZOOMED_YEARS else 0
    most = max(TALL // n_lanes - 1, 3) if n_events > FLOOD else 10_000
    return min(max(cap + closer, share), most)


def _budget(n_items: int, n_lanes: int, cap: int) -> int:
    """How many items of a lane are worth trying: beyond that a chart is noise, and badges say more."""
    return 10_000 if n_items <= 400 else max(cap * 24, 900 // max(n_lanes, 1))
