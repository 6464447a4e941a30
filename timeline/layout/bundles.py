"""Events without a mark of their own, in badges that open them."""

import datetime

import numpy as np

from timeline import axis
from timeline.layout.columns import Columns
from timeline.layout.records import Box, Bundle, Style

Day = datetime.date

BADGE = 2.2  # rows: the least width of a badge; narrower ones are too many to draw and to read
PARTS_OF_YEARS = 168  # badges of less than a year, in all lanes: a year's months, however many lanes
QUIET = 8  # up to so many hidden events the lane's 10/13 says enough; beyond, a row of badges


def bundles_of(
    lane: str, rows: Columns, hidden: np.ndarray, over: axis.Scale, style: Style, measure: axis.Measure,
    used: int, n_lanes: int,
) -> tuple[list[Bundle], int]:  # fmt: skip
    """The lane's hidden events (places in `rows`) in badges along the axis; (bundles, extra rows)."""
    if not len(hidden):
        return [], 0
    hidden = hidden[np.argsort(rows.alphabet[hidden])]
    if len(hidden) <= QUIET:
        return [_bundle(lane, rows.ids[hidden], over, None)], 0
    size = style.label[0]
    widest = measure("0" * len(str(len(hidden))), size, False) + style.gap
    room = max(int(over.width / max(widest, BADGE * style.row)), 1)
    steps = _cell_edges(over, room, PARTS_OF_YEARS // n_lanes)
    ids, begins = rows.ids[hidden], np.maximum(rows.first[hidden], over.first)
    cells = np.searchsorted(steps, begins, side="right") - 1
    half = style.row * 0.34
    y = (used + 0.5) * style.row
    made = []
    for index in np.unique(cells).tolist():
        x0 = over.x(steps[index])
        x1 = over.x(steps[index + 1]) if index + 1 < len(steps) else over.width
        box = Box(x0 + 1, y - half, max(x1 - 1, x0 + 2), y + half)
        members = ids[cells == index]
        made.append(_bundle(lane, members, over, box, steps[index], steps[index + 1 : index + 2]))
    return made, 1


def _cell_edges(over: axis.Scale, n_cells: int, n_fine: int) -> list[int]:
    """First days of the badges' cells: months, quarters, years, or runs of years, at most `n_cells`.

    Of less than a year each at most `n_fine`.
    """
    first, last = Day.fromordinal(over.first), Day.fromordinal(over.last - 1)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((s for s in (1, 3, 6) if months / s <= min(n_cells, n_fine)), 12)
    while months / step > n_cells:
        step += 12
    begin = first.year * 12
    edges = [Day(*_year_month(i), 1).toordinal() for i in range(begin, last.year * 12 + last.month, step)]
    return [over.first, *(edge for edge in edges if over.first < edge < over.last)]


def _year_month(index: int) -> tuple[int, int]:
    return index // 12, index % 12 + 1


def _bundle(lane: str, ids: np.ndarray, over: axis.Scale, box: Box | None, start=None, end=()) -> Bundle:
    first = Day.fromordinal(over.first if start is None else start)
    last = Day.fromordinal((end[0] if end else over.last) - 1)
    key = f"{lane}|{first.isoformat()}|{last.isoformat()}"
    return Bundle(key, lane, tuple(ids.tolist()), first, last, box)
